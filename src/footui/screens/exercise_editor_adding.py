"""Adding to an exercise: a line to one of its lists, another form of it, a dose and what goes with that."""

from __future__ import annotations

from footui.screens.exercise_editor_edits import new_dose, new_form
from footui.screens.exercise_editor_lines import FORM_KEYS, Line, form_line, value_in
from footui.screens.exercise_editor_typing import ExerciseTyping
from footui.screens.exercise_editor_values import Kind
from footui.storage.toml_edit import KeyPath

OPEN_THING, NOTE = range(2)


class ExerciseAdding(ExerciseTyping):
    """Adds where the mark is."""

    def do_exercise_editor_add(self) -> None:
        """A line below the marked one; where that stands alone, what can be added at all is asked."""
        line = self.line
        if line is not None and (around := self._adding_beside(line)) is not None:
            self.add(around)
            return
        adding = [each for each in self.lines if isinstance(each, Line) and each.adds and len(each.path) == 2]
        self.choose("Add what?", [each.label for each in adding], lambda place: self.add(adding[place]))

    def _adding_beside(self, line: Line) -> Line | None:
        """The line that adds something where the marked one stands."""
        if line.adds:
            return line
        if line.path[0] in ("variants", "doses") and line.kind is not Kind.PAIR and len(line.path) < 5:
            is_of_list = line.list is not None and line.path[0] == "variants"
            if not is_of_list:
                return next(
                    (each for each in self.lines if isinstance(each, Line) and each.path == (*line.path[:2], "")), None
                )
        at = line.path[-1]
        return None if not isinstance(at, int) else Line((*line.path[:-1], at + 1), line.label, line.kind, adds=True)

    def add(self, line: Line) -> None:
        """Add what this line adds."""
        path = line.path
        if path == ("variants", ""):
            self.ask("The form, as it stands behind the title, such as “on a chair”:", "", self._make_form)
        elif path[0] == "doses" and len(path) == 2:
            self.ask("Where the dose is from: the id of a source, or a few words:", "", self._ask_published)
        elif path[0] == "doses" and path[-1] == "":
            choices = ("something it leaves open", "a note")
            self.choose("Add what to this dose?", choices, lambda place: self._add_to_dose(path[:2], place))
        elif path[0] == "variants" and path[-1] == "":
            self._ask_form_key(path[:2])
        else:
            self.begin(line)

    # Forms

    def _make_form(self, title: str) -> str | None:
        if not title:
            return "A form needs a title."
        form, edits = new_form(self.draft.table, title)
        refused = self.change(*edits)
        if refused is None:
            self.mark(("variants", form, "title"))
        return refused

    def _ask_form_key(self, path: KeyPath) -> None:
        keys = [key for key in FORM_KEYS if value_in(self.draft.table, (*path, key)) is None]
        if not keys:
            self.say("It has all of its own already.")
            return
        choices = [FORM_KEYS[key] for key in keys]
        self.choose("What is other in this form?", choices, lambda place: self.begin(form_line(path, keys[place])))

    # Doses

    def _ask_published(self, source: str) -> str | None:
        if not source:
            return "a dose needs “source”: the id of a source, or a few words."
        self.ask("The dose as it is given, in short:", "", lambda published: self._make_dose(source, published))
        return None

    def _make_dose(self, source: str, published: str) -> str | None:
        if not published:
            return "a dose needs “published”: the dose as the source gives it."
        at = len(value_in(self.draft.table, ("doses",)) or ())
        refused = self.change(*new_dose(self.draft.table, source, published))
        if refused is None:
            self.mark(("doses", at, "dose"))
        return refused

    def _add_to_dose(self, path: KeyPath, what: int) -> None:
        key = "open" if what == OPEN_THING else "notes"
        at = len(value_in(self.draft.table, (*path, key)) or ())
        label, kind = ("Open → taken", Kind.PAIR) if what == OPEN_THING else ("Note", Kind.TEXT)
        self.begin(Line((*path, key, at), label, kind, adds=True))
