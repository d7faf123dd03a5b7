"""An exercise of the person's own, changed line by line, with its page beside it where there is room."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from footui.commands.reasons import AT_THE_END, AT_THE_TOP
from footui.core.exercise import Exercise
from footui.screens.base import CommandScreen
from footui.screens.draft_screen import DraftScreen, open_draft
from footui.screens.exercise_editor_adding import ExerciseAdding
from footui.screens.exercise_editor_edits import deletion_of, dose_move_of, move_of
from footui.screens.exercise_editor_lines import Line
from footui.screens.exercise_editor_typing import ONLY_BY_HAND
from footui.screens.guide import Guide
from footui.screens.unreadable_file import UnreadableFile
from footui.storage.exercise_file import read_exercise
from footui.storage.problems import clean_path
from footui.storage.toml_edit import Edit, KeyPath, RemoveKey, RemoveTables
from footui.storage.toml_source import TomlProblems, TomlSource

if TYPE_CHECKING:
    from footui.screens.shelf import Shelf

STAYS_WHERE_IT_IS = "This line has its place. Steps, cautions, things and doses can be moved."
NOTHING_THERE = "There is nothing in this line."
NOT_TOML = "This file cannot be changed line by line. E opens it in an editor."
A_PROBLEM = "enter or E goes to its line in an editor."


def exercise_editor_of(guide: Guide, shelf: Shelf, path: Path) -> CommandScreen[None]:
    """The screen that changes this file, broken or not; one that says why, where the file cannot be read at all."""
    exercise_id = clean_path(path.stem)

    def read(source: TomlSource) -> Exercise:
        return read_exercise(source, exercise_id, shelf.catalogue.sources)

    try:
        draft = open_draft(path, read)
    except TomlProblems as error:
        return UnreadableFile(guide, error.problems)
    return ExerciseEditor(guide, shelf, draft, read)


class ExerciseEditor(ExerciseAdding):
    """Changes, deletes and moves the marked line."""

    do_exercise_editor_save = DraftScreen.save_and_tell

    def why_not(self, command_id: str) -> str | None:
        """What the marked line does not have."""
        if command_id.startswith("exercise_editor.") and command_id != "exercise_editor.save":
            if not self.lines:
                return None if command_id == "exercise_editor.change" and self.problem else NOT_TOML
            if self.problem is not None and command_id not in ("exercise_editor.change", "exercise_editor.add"):
                return A_PROBLEM
        line = self.line
        match command_id:
            case "exercise_editor.change" if line is not None and not line.adds and not line.can_be_typed:
                return ONLY_BY_HAND
            case "exercise_editor.delete" if line is None or line.value is None:
                return NOTHING_THERE
            case "exercise_editor.down":
                return self._why_not_moved(1)
            case "exercise_editor.up":
                return self._why_not_moved(-1)
        return super().why_not(command_id)

    def do_exercise_editor_change(self) -> None:
        """Put the cursor into the marked line; of one that adds, add; of a problem, go to its line."""
        line, problem = self.line, self.problem
        if problem is not None:
            reason = self.why_not("edit.external")
            if reason is None:
                self.edit_at(problem.line)
            else:
                self.say(reason)
        elif line is not None and line.adds:
            self.add(line)
        elif line is not None:
            self.begin(line)

    def do_exercise_editor_delete(self) -> None:
        """Take the marked line out; that of a dose's source or of a form's title takes the whole of it."""
        line = self.line
        if line is None:
            return
        edits: list[Edit]
        if self._is_dose(line):
            edits, said = [RemoveTables(("doses",), [_place(line.path)])], "The dose is deleted. u brings it back."
        elif line.path[0] == "variants" and line.path[2:] == ("title",):
            edits, said = [RemoveKey(line.path[:2])], "The form is deleted. u brings it back."
        else:
            edits, said = deletion_of(self.draft.table, line), "Deleted. u brings it back."
        refused = self.change(*edits)
        after = self.line
        if after is not None and after.adds and after.list == line.list and isinstance(at := line.path[-1], int) and at:
            self.mark((*line.path[:-1], at - 1))
        self.say(said if refused is None else f"! {refused}", caution=refused is not None)

    def do_exercise_editor_down(self) -> None:
        """One place down in its list."""
        self._shift(1)

    def do_exercise_editor_up(self) -> None:
        """One place up."""
        self._shift(-1)

    def _shift(self, by: int) -> None:
        line, edits = self.line, self._move_of(by)
        if line is None or not edits:
            return
        refused = self.change(*edits)
        if refused is not None:
            self.say(f"! {refused}", caution=True)
        elif self._is_dose(line):
            self.mark(("doses", _place(line.path) + by, "source"))
        else:
            self.mark((*line.path[:-1], int(line.path[-1]) + by))

    def _move_of(self, by: int) -> list[Edit] | None:
        line = self.line
        if line is None:
            return None
        table = self.draft.table
        return dose_move_of(table, _place(line.path), by) if self._is_dose(line) else move_of(table, line, by)

    def _why_not_moved(self, by: int) -> str | None:
        line = self.line
        if line is None or line.adds or (line.list is None and not self._is_dose(line)):
            return STAYS_WHERE_IT_IS
        if self._move_of(by) is None:
            return AT_THE_END if by > 0 else AT_THE_TOP
        return None

    def _is_dose(self, line: Line) -> bool:
        """Whether the line stands for the whole dose."""
        return line.path[0] == "doses" and line.path[2:] == ("source",)


def _place(path: KeyPath) -> int:
    """The place of the dose that a path leads into."""
    return int(path[1])
