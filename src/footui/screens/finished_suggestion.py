"""What may be tried next time, when a session is over: a line with its reason, which a key takes."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from textual.app import ComposeResult

from footui.commands.reasons import NO_FILE, NOTHING_SUGGESTED, NOTHING_TO_REDO, NOTHING_TO_UNDO
from footui.core.progression import Found, Kind, NothingHarder, Suggestion
from footui.core.said import Said
from footui.screens.finished_answers import FinishedAnswers
from footui.screens.guide import Guide
from footui.screens.routine_deeds import Deeds, Done
from footui.screens.suggested_step import SuggestedStep
from footui.storage.history import HistoryError
from footui.storage.problems import SaveProblem
from footui.storage.toml_source import TomlProblems
from footui.widgets.role import Role
from footui.widgets.rows import wrap
from footui.widgets.text_line import TextBlock

if TYPE_CHECKING:
    from footui.storage.suggestion import Suggestions

KEYS: Final = "y takes it, esc leaves it."
ONE_AT_A_TIME: Final = "One moment: the change before is not written yet."


class FinishedSuggestion(FinishedAnswers):
    """Looks anew with every answer; what is left when the screen closes is not suggested again at once."""

    def __init__(
        self,
        guide: Guide,
        said: Said | None,
        save: Callable[[Said], None] | None,
        suggestions: Suggestions | None,
        leave: Callable[[], None],
    ) -> None:
        """Without `suggestions` nothing is suggested; `leave` closes."""
        super().__init__(guide, said, save)
        self._suggestions = suggestions
        self._leave = leave
        self._found: Found | None = None
        self._taken_step: SuggestedStep | None = None
        """What was taken, even if it is taken back."""
        self._deeds = Deeds()
        self._done = ""
        self._is_busy = False

    def suggestion_line(self) -> ComposeResult:
        """Where it stands; no row of it while there is nothing to say."""
        line = TextBlock(glyphs=self.guide.glyphs, id="suggestion")
        line.display = False
        yield line

    def begin_suggesting(self) -> None:
        """Read what it is made from, in a thread."""
        if self._suggestions is not None:
            self.run_worker(self._read, thread=True)

    def _read(self) -> None:
        if self._suggestions is None:
            return
        try:
            self._suggestions.read()
        except HistoryError:
            return  # why it cannot be read is told where it could not be written
        with suppress(RuntimeError, CancelledError):  # the app has been ended meanwhile
            self.app.call_from_thread(self._suggest)

    def _keep(self) -> None:
        super()._keep()
        self._suggest()

    def _suggest(self) -> None:
        """Show what there is to suggest by all that was answered."""
        self._found = self._suggestions.look() if self._suggestions is not None else None
        self.show_suggestion()
        self.show_footer()

    @property
    def suggested(self) -> Suggestion | None:
        """What can be taken."""
        holds = self._taken_step is not None and self._taken_step.holds
        return self._found if isinstance(self._found, Suggestion) and not holds else None

    def show_suggestion(self) -> None:
        """Show the line, in as many rows as it takes at this width."""
        text, role = self._text()
        room = max(self.size.height // 3, 1)
        rows = len(wrap(self.guide.glyphs.text(text), max(self.size.width - 2, 1), room, "")) if text else 0
        for line in self.query("#suggestion").results(TextBlock):
            line.set(text, role)
            line.display = rows > 0
            line.styles.height = rows
        self.set_class(rows > 0, "-suggests")

    def _text(self) -> tuple[str, Role]:
        step, found = self._taken_step, self._found
        if step is not None and step.holds:
            if step.suggested.kind is Kind.UP and isinstance(found, NothingHarder):
                return f"{found.sentence} u takes back: {step.suggested.done}.", Role.CAUTION
            return self._done, Role.DONE
        if isinstance(found, Suggestion):
            return f"{found.sentence} {KEYS}", Role.CAUTION if found.kind is Kind.DOWN else Role.TEXT
        return (found.sentence, Role.MUTED) if found is not None else ("", Role.TEXT)

    # Commands

    def why_not(self, command_id: str) -> str | None:
        """Why nothing can be taken, or taken back."""
        match command_id:
            case "level.accept" if self.suggested is None:
                return NOTHING_SUGGESTED
            case "edit.undo" if not self._deeds.can_undo:
                return NOTHING_TO_UNDO
            case "edit.redo" if not self._deeds.can_redo:
                return NOTHING_TO_REDO
            case "edit.external":
                return NO_FILE
            case "level.accept" | "edit.undo" | "edit.redo" if self._is_busy:
                return ONE_AT_A_TIME
        return super().why_not(command_id)

    def do_level_accept(self) -> None:
        """Write it into the routine."""
        if self._suggestions is None or self.suggested is None:
            return
        step = SuggestedStep(self._suggestions, self.suggested)

        def take() -> Done:
            done = step.turn("u")
            self._deeds.did(step)
            self._taken_step = step
            return done

        self._run(take)

    def do_edit_undo(self) -> None:
        """Take it back."""
        self._run(self._deeds.undo)

    def do_edit_redo(self) -> None:
        """Do again what was taken back."""
        self._run(self._deeds.redo)

    def _run(self, act: Callable[[], Done]) -> None:
        """Change the file, in a thread."""
        self._is_busy = True
        self.run_worker(lambda: self._run_in_thread(act), thread=True)

    def _run_in_thread(self, act: Callable[[], Done]) -> None:
        problem = ""
        try:
            self._done = act().said
        except SaveProblem as refused:
            problem = f"! {refused}"
        except TomlProblems as error:
            problem = f"! {error.problems[0]}"
        with suppress(RuntimeError, CancelledError):  # the app has been ended meanwhile
            self.app.call_from_thread(self._changed, problem)

    def _changed(self, problem: str) -> None:
        self._is_busy = False
        self.show_suggestion()
        if problem:
            self.say(problem, caution=True)
        elif self._taken_step is not None and not self._taken_step.holds:
            self.say(self._done)
        self.show_footer()

    # Closing

    def close(self) -> None:
        """Close, and remember what was suggested and not taken."""
        left = self.suggested
        if self._suggestions is not None and left is not None and not self._is_busy and self._taken_step is None:
            with suppress(HistoryError):  # then it is suggested again
                self._suggestions.leave(left)
        self._leave()
