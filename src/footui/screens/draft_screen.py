"""A screen that changes a file: saving, undo, the person's own editor, other writers, and leaving with nothing lost.

A subclass shows `self.draft` and changes it by `self.change(edits…)`; all else is here:

    class Builder(DraftScreen):
        PLACES = (Place.BUILDER, Place.EDITING, Place.LISTS, Place.EVERYWHERE)
        BINDINGS = bindings_of(*PLACES)

        def __init__(self, guide, draft): super().__init__(guide, draft)
        def show_draft(self) -> None: …         # the draft is another one now: paint it. Called whenever that is so
        is_typing (property)                    # True while a field has the keys: no question comes then
        before_saving(self) -> bool: …          # take what is being typed; False: it is not right, and that was said
        do_builder_save = DraftScreen.save_and_tell      # ctrl+s, in the footer only where something has changed

Done here: `edit.undo`, `edit.redo`, `edit.external`; `app.back`, `app.quit` and the places 1 2 3 4 5, which ask where
something is not saved (enter stays); a look at the file every second and whenever the screen comes to the front. The
whole file is read only when its time or size is another one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from footui.commands import Place
from footui.commands.reasons import NO_FILE, NOTHING_CHANGED, NOTHING_TO_REDO, NOTHING_TO_UNDO, SAVE_FIRST
from footui.core.wording import plural
from footui.screens.watched_draft import WatchedDraft
from footui.storage.draft import Draft, EditRefused, Outside
from footui.storage.problems import AlreadyThere, ChangedElsewhere, SaveProblem
from footui.storage.toml_source import TomlProblems, read_bytes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from footui.storage.toml_edit import Edit
    from footui.storage.toml_source import TomlSource

ModelT = TypeVar("ModelT")

STAY, SAVE_AND_LEAVE, LEAVE = range(3)
LEAVING = ("stay", "save and leave", "leave without saving")


def open_draft(path: Path, read: Callable[[TomlSource], ModelT]) -> Draft[ModelT]:
    """The draft of a file that is there, broken or not; what is no TOML can be changed by hand only.

    Raises:
        TomlProblems: the file cannot be read at all.
    """
    try:
        return Draft.open(path, read)
    except TomlProblems:
        return Draft(path, read_bytes(path, str(path)), read, is_new=False)


class DraftScreen(WatchedDraft):
    """Changes one file by way of a `Draft`."""

    # Changing

    def change(self, *edits: Edit) -> str | None:
        """Make one change of these edits and show it; why it is not made, as a sentence, else None."""
        try:
            self.draft.apply(*edits)
        except EditRefused as refused:
            return str(refused)
        self.show_draft()
        return None

    # Saving

    def save_and_tell(self) -> None:
        """Save, and say so; the command of ctrl+s."""
        self.save()

    def save(self) -> bool:
        """Save the draft and say how that went; whether it is on the disk now."""
        if not self.before_saving():
            return False
        try:
            self.draft.save()
        except (ChangedElsewhere, AlreadyThere) as problem:
            self._save_refused(problem)
            return False
        except SaveProblem as problem:
            self._tell(f"! {problem} {self._kept_here}", caution=True)
            return False
        self._decides_later = False
        self._tell(f"Saved: {self.file_name}.")
        self.guide.files_changed()
        return True

    def _save_refused(self, problem: SaveProblem) -> None:
        """Somebody else wrote the file: ask whose is to be kept."""
        if self.draft.look() is Outside.CONFLICT:
            self.ask_whose()
        else:
            self._tell(f"! {problem} ctrl+s tries again.", caution=True)

    @property
    def _kept_here(self) -> str:
        count = self.draft.changes
        return f"Your {count} changes are kept here." if count > 1 else "Your change is kept here."

    # Commands

    def why_not(self, command_id: str) -> str | None:
        """What has to be saved, or changed, first."""
        draft = self.draft
        if command_id.endswith(".save") and not draft.is_changed and draft.path.exists() and not self.is_typing:
            return NOTHING_CHANGED
        if command_id == "edit.undo" and not draft.can_undo:
            return NOTHING_TO_UNDO
        if command_id == "edit.redo" and not draft.can_redo:
            return NOTHING_TO_REDO
        if command_id == "edit.external":
            if draft.is_changed:
                return SAVE_FIRST
            return None if draft.path.exists() else NO_FILE
        return super().why_not(command_id)

    def do_edit_undo(self) -> None:
        """Take back the last change."""
        self.draft.undo()
        self.show_draft()

    def do_edit_redo(self) -> None:
        """Make the change again that was taken back last."""
        self.draft.redo()
        self.show_draft()

    def do_edit_external(self) -> None:
        """Open the file in the person's editor, at its first problem if it has one."""
        self.edit_at(self.draft.problems[0].line if self.draft.problems else None)

    # Leaving

    def leaving(self, leave: Callable[[], None]) -> None:
        """Leave by `leave`, and ask first where something is not saved."""
        draft = self.draft
        if not draft.is_changed:
            leave()
            return
        question = (
            f"“{self.draft_title}” has {plural(max(1, draft.changes), 'change')} that {_is_not(draft.changes)} saved."
        )

        def take(place: int) -> None:
            if place == LEAVE or (place == SAVE_AND_LEAVE and self.save()):
                leave()

        self.choose(question, LEAVING, take, STAY)

    def do_app_back(self) -> None:
        """Back, unless something is not saved."""
        self.leaving(super().do_app_back)

    def do_app_quit(self) -> None:
        """Out of the program, unless something is not saved."""
        self.leaving(super().do_app_quit)

    def do_app_today(self) -> None:
        """To the first place, unless something is not saved."""
        self._leaving_for(Place.HOME)

    def do_app_catalogue(self) -> None:
        """To the catalogue, unless something is not saved."""
        self._leaving_for(Place.CATALOGUE)

    def do_app_routines(self) -> None:
        """To the routines, unless something is not saved."""
        self._leaving_for(Place.ROUTINES)

    def do_app_history(self) -> None:
        """To the history, unless something is not saved."""
        self._leaving_for(Place.HISTORY)

    def do_app_settings(self) -> None:
        """To the settings, unless something is not saved."""
        self._leaving_for(Place.SETTINGS)

    def _leaving_for(self, place: Place) -> None:
        self.leaving(lambda: self.guide.go_to(place))


def _is_not(count: int) -> str:
    return "are not" if count > 1 else "is not"
