"""The person's own exercises in the catalogue: new, copied, edited, deleted, brought back."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError
from contextlib import suppress
from pathlib import Path

from footui.commands.reasons import NOTHING_TO_REDO, NOTHING_TO_UNDO
from footui.screens.catalogue_filtering import CatalogueFiltering
from footui.screens.guide import Guide
from footui.screens.routine_deeds import Deed, Deeds, Done, Presence
from footui.screens.shelf import Shelf
from footui.storage.catalogue import CatalogueEntry
from footui.storage.folder_stamps import stamps_of
from footui.storage.problems import SaveProblem
from footui.storage.toml_source import TomlProblems

SAME_TITLE = "Another exercise has this title."

BETWEEN_LOOKS = 2.0
"""Seconds."""


class CatalogueFiles(CatalogueFiltering):
    """Changes files, and takes that back."""

    def __init__(self, guide: Guide, shelf: Shelf, deeds: Deeds | None = None) -> None:
        """The exercises of this shelf; `deeds` are those of an earlier look, which can be taken back."""
        super().__init__(guide, shelf)
        self._deeds = deeds if deeds is not None else Deeds()
        self._stamps = shelf.stamps
        """Of the files when they were last looked at."""
        self._edited: CatalogueEntry | None = None
        """What was opened in $EDITOR, until the files are read anew."""

    # The files

    def on_mount(self) -> None:
        """The files are looked at now and then: an editor may change them."""
        self.set_interval(BETWEEN_LOOKS, self._look)
        self._look()

    def on_screen_resume(self) -> None:
        """Here again: files may have changed meanwhile."""
        self._look()

    def _look(self) -> None:
        if self.is_active:
            self.run_worker(self._look_in_thread, thread=True, exclusive=True, group="look")

    def _look_in_thread(self) -> None:
        stamps = stamps_of(self.shelf.folders.exercises, self.shelf.folders.routines)
        if stamps != self._stamps:
            self._stamps = stamps
            with suppress(RuntimeError, CancelledError):  # the app has been ended meanwhile
                self.app.call_from_thread(self.guide.files_changed)

    def show(self, shelf: Shelf) -> None:
        """Show the files as they are now; of one that was just edited, what is wrong with it."""
        super().show(shelf)
        edited, self._edited = self._edited, None
        for entry in shelf.catalogue.entries if edited is not None else ():
            if edited is not None and entry.path == edited.path and entry.problems:
                problem = entry.problems[0]
                where = f"{entry.path.name}, line {problem.line}, column {problem.column}"
                self.say(f"! {where}: {problem.message} E opens the line.", caution=True)

    def say_problem(self, problem: SaveProblem | TomlProblems) -> None:
        """Say why nothing was changed."""
        self.say(f"! {problem}", caution=True)

    # Undoing

    def did(self, deed: Deed, said: str) -> None:
        """Remember what was done, say it, and have the files read anew."""
        self._deeds.did(deed)
        self.changed(said)

    def changed(self, said: str) -> None:
        """Say what was done, and have the files read anew."""
        self.say(said)
        self.guide.files_changed()

    def why_not(self, command_id: str) -> str | None:
        """There may be nothing to undo."""
        if command_id == "edit.undo":
            return None if self._deeds.can_undo else NOTHING_TO_UNDO
        if command_id == "edit.redo":
            return None if self._deeds.can_redo else NOTHING_TO_REDO
        return super().why_not(command_id)

    def do_edit_undo(self) -> None:
        """Take the last addition or copy back, or bring the exercise back."""
        self._turn(self._deeds.undo)

    def do_edit_redo(self) -> None:
        """Do again what was undone last."""
        self._turn(self._deeds.redo)

    def _turn(self, turn: Callable[[], Done]) -> None:
        try:
            done = turn()
        except (SaveProblem, TomlProblems) as problem:
            self.say_problem(problem)
            return
        self.changed(done.said)

    def _presence(self, title: str, path: Path) -> Presence:
        return Presence(title, path, self.shelf.folders, self.guide.clock.wall)

    # Own exercises

    def do_exercise_new(self) -> None:
        """Ask for its name; the rest is written in its editor."""
        titles = {entry.title.casefold() for entry in self.shelf.catalogue.entries}

        def same(typed: str) -> str | None:
            return SAME_TITLE if typed.strip().casefold() in titles else None

        self.ask("Name of the new exercise:", "", self._make, as_typed=same)

    def _make(self, title: str) -> str | None:
        from footui.storage.own_exercises import new_exercise  # noqa: PLC0415  # looking through does without it

        try:
            path = new_exercise(self.shelf.folders, title)
        except SaveProblem as problem:
            return str(problem)
        self.mark_when_read(path)
        self.guide.files_changed()
        self.guide.open_exercise_editor(path)
        return None

    def do_exercise_copy(self) -> None:
        """Copy it as one of the person's own, and mark that."""
        from footui.storage.own_exercises import copy_exercise  # noqa: PLC0415  # likewise

        marked = self.marked
        if marked is not None:
            try:
                path = copy_exercise(self.shelf.folders, marked.entry)
            except SaveProblem as problem:
                self.say_problem(problem)
                return
            self.mark_when_read(path)
            title = marked.entry.title
            if marked.is_own:
                said = f"Copied to {path.name}. e edits the copy, u takes it back."
            else:
                said = f"{title} is yours to change: e edits it. u or d brings the shipped one back."
            self.did(self._presence(title, path), said)

    def do_exercise_edit(self) -> None:
        """Open it to change it."""
        marked = self.marked
        if marked is not None:
            self.guide.open_exercise_editor(marked.entry.path)

    def do_exercise_delete(self) -> None:
        """Move it to the trash."""
        marked = self.marked
        if marked is None:
            return
        entry = marked.entry
        used_in = self.shelf.routines_with(entry.id)
        presence = self._presence(entry.title, entry.path)
        try:
            done = presence.turn("u")
        except SaveProblem as problem:
            self.say_problem(problem)
            return
        needed = f" {' and '.join(used_in)} cannot start without it." if used_in and not entry.hides_shipped else ""
        self.did(presence, f"{done.said}{needed}")

    def do_edit_external(self) -> None:
        """Open its file in $EDITOR, at the first problem if it has any."""
        marked = self.marked
        if marked is not None:
            self._edited = marked.entry
            line = marked.entry.problems[0].line if marked.entry.problems else None
            self.say(self.guide.edit_file(marked.entry.path, line))
            self.guide.files_changed()
