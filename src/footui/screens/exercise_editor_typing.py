"""Typing into a line of an exercise: each letter is checked with the words of `footui check`, and shown on the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.events import Key, Paste

from footui.commands import Place
from footui.core.wording import dose_sentence
from footui.screens.exercise_editor_edits import edits_for
from footui.screens.exercise_editor_lines import Line
from footui.screens.exercise_editor_page import TypedLine
from footui.screens.exercise_editor_values import Kind, NotReadError
from footui.screens.exercise_editor_view import ExerciseView
from footui.storage.draft import EditRefused
from footui.storage.toml_edit import Edit, NoSuchPlaceError
from footui.storage.toml_source import TomlProblems, parse_toml
from footui.widgets.typed_text import TypedText

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from footui.core.exercise import Exercise

TAKE_FIRST = "enter takes it, esc puts back what was there."
TAB_GOES_ON = "tab goes to the next line."
ONLY_BY_HAND = "This line is written in a way of its own. E opens it in an editor."

HINTS = {
    Kind.WORDS: "words with commas between them",
    Kind.THING: "a thing, and what may stand in for it: exercise band (or belt, bathrobe sash)",
    Kind.PAIR: "what the source leaves open, an arrow, what is taken for it: first side -> left",
    Kind.DOSE: "keys of a step: hold 5, reps 10, sides each, times_per_day 3",
    Kind.CHOICE: "↑ and ↓ choose",
}


class ExerciseTyping(ExerciseView):
    """Has a line typed in while `typing` is not None."""

    @property
    def is_typing(self) -> bool:
        """Whether a line has the keys."""
        return self.typing is not None

    def active_places(self) -> tuple[Place, ...]:
        """While a line is typed in, letters are text."""
        return (Place.FIELDS,) if self.typing is not None and not self.is_asking else super().active_places()

    def begin(self, line: Line) -> None:
        """Put the cursor into a line."""
        chosen = line.choices.index(line.value) if line.kind is Kind.CHOICE and line.value is not None else 0
        self.typing = TypedLine(line, TypedText.of(line.text), chosen)
        self.tried = self.draft.model
        self.show_draft()
        self._say_of_it("")

    # Keys

    def on_key(self, event: Key) -> None:
        """Letters are text, and the keys of a field hold."""
        typing = self.typing
        if typing is None or self.is_asking or not self.is_active:
            return
        event.stop()
        event.prevent_default()
        if typing.line.kind is Kind.CHOICE:
            by = {"left": -1, "h": -1, "k": -1, "right": 1, "l": 1, "j": 1, "space": 1}.get(event.key)
            if by is not None:
                self._turn(by)
                return
        elif (typed := typing.typed.after(event.key, event.character)) is not None:
            self._type(typed)
            return
        if event.key == "ctrl+c":
            self.run_command("field.put_back")
        elif any(event.key in command.keys for command in self.commands()):
            self.action_press(event.key)
        else:
            self.say(TAKE_FIRST)

    def on_paste(self, event: Paste) -> None:
        """A paste is one text."""
        if self.typing is not None and not self.is_asking and self.typing.line.kind is not Kind.CHOICE:
            event.stop()
            self._type(self.typing.typed.pasted(event.text))

    def _type(self, typed: TypedText) -> None:
        if self.typing is not None:
            self.typing = TypedLine(self.typing.line, typed)
            self._try()

    def _turn(self, by: int) -> None:
        if self.typing is not None:
            line = self.typing.line
            self.typing = TypedLine(line, self.typing.typed, (self.typing.chosen + by) % len(line.choices))
            self._try()

    # Checking

    def _try(self) -> None:
        """See what the file would be with it, and show that."""
        typing = self.typing
        if typing is None:
            return
        try:
            problem = self._problem_of(edits_for(self.draft.table, typing.line, typing.text))
        except NotReadError as error:
            problem = str(error)
        self.show_draft()
        self._say_of_it(problem)

    def _problem_of(self, edits: Sequence[Edit]) -> str:
        """The first problem that these edits would add to the file, in the words of `check`; empty where none."""
        import tomli_w  # noqa: PLC0415  # only typing needs it

        meant: Mapping[str, Any] = self.draft.table
        try:
            for edit in edits:
                meant = edit.on_data(meant)
            self.tried = self.read(parse_toml(tomli_w.dumps(meant).encode(), self.file_name))
        except NoSuchPlaceError as error:
            return str(error)
        except TomlProblems as error:
            before = Counter(problem.message for problem in self.draft.problems)
            for problem in error.problems:
                if not before[problem.message]:
                    return problem.message
                before[problem.message] -= 1
        return ""

    def _say_of_it(self, problem: str) -> None:
        """What is wrong with it, else what it comes to or what may be typed."""
        typing = self.typing
        if typing is None:
            return
        hint = HINTS.get(typing.line.kind, "")
        if typing.line.kind is Kind.DOSE and typing.text.strip():
            hint = self._dose_in_words(typing.line, self.tried) or hint
        self.say(f"! {problem}" if problem else hint, caution=bool(problem))

    def _dose_in_words(self, line: Line, exercise: Exercise | None) -> str:
        at = line.path[1]
        if exercise is None or not isinstance(at, int) or at >= len(exercise.doses):
            return ""
        dose = exercise.doses[at].dose
        return "" if dose is None else dose_sentence(dose)

    # Taking it

    def take_typed(self) -> bool:
        """Take what is being typed, and show it in its place; False where it is not right, which is said."""
        typing = self.typing
        if typing is None:
            return True
        try:
            edits = edits_for(self.draft.table, typing.line, typing.text)
            if edits:
                self.draft.apply(*edits)
        except (NotReadError, EditRefused) as refused:
            self.say(f"! {refused}", caution=True)
            return False
        self.typing = None
        self.mark(typing.line.path)
        return True

    def before_saving(self) -> bool:
        """What is being typed is saved too."""
        return self.take_typed()

    def why_not(self, command_id: str) -> str | None:
        """Only a choice has a value before and after."""
        if command_id in ("field.after", "field.before") and self.typing and self.typing.line.kind is not Kind.CHOICE:
            return TAB_GOES_ON
        return super().why_not(command_id)

    def do_field_take(self) -> None:
        """Take it."""
        self.take_typed()

    def do_field_put_back(self) -> None:
        """Leave the line as it was."""
        typing, self.typing = self.typing, None
        if typing is not None:
            self.mark(typing.line.path)

    def do_field_save(self) -> None:
        """Take it and save."""
        self.save()

    def do_field_after(self) -> None:
        """The next choice."""
        self._turn(1)

    def do_field_before(self) -> None:
        """The choice before."""
        self._turn(-1)

    def do_field_next(self) -> None:
        """Take it, and go to the next line."""
        self._go(1)

    def do_field_previous(self) -> None:
        """Take it, and go to the line before."""
        self._go(-1)

    def _go(self, by: int) -> None:
        if self.typing is None:
            return
        path = self.typing.line.path
        if not self.take_typed():
            return
        lines = [line for line in self.lines if isinstance(line, Line) and not line.adds and line.can_be_typed]
        at = next((place for place, line in enumerate(lines) if line.path == path), None)
        if at is not None and lines:
            self.begin(lines[(at + by) % len(lines)])
