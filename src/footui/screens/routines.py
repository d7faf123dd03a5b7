"""The routines: started, opened in the builder, and the person's own made, copied, renamed and deleted."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError
from contextlib import suppress
from pathlib import Path

from footui.commands import Command, Place
from footui.commands.reasons import NO_FILE, NOTHING_TO_REDO, NOTHING_TO_UNDO, SHIPPED
from footui.core.day import day_of
from footui.core.wording import plural
from footui.screens.base import bindings_of
from footui.screens.guide import Guide
from footui.screens.routine_deeds import Deed, Deeds, Done, Following, Presence, Renamed
from footui.screens.routines_browsing import RoutinesBrowsing
from footui.screens.routines_rows import place_and_sentence
from footui.screens.shelf import Shelf
from footui.storage.library import RoutineEntry
from footui.storage.listing import Origin
from footui.storage.own_files import TitleRefused, copy_routine, title_from, title_of_copy
from footui.storage.problems import SaveProblem, clean_path
from footui.storage.renaming import rename_routine
from footui.storage.toml_source import TomlProblems
from footui.widgets.choice_list import ChoiceList
from footui.world import StartSession

NONE_MARKED = "No routine is marked."
ONE_AT_A_TIME = "One moment: the change before is not shown yet."
SAME_TITLE = "Another routine has this title."
SHIPPED_STAYS = "Shipped routines stay as they are: this makes your own copy, and opens it."
NO_LONGER_LISTED = "It is no longer there."


class RoutinesScreen(RoutinesBrowsing):
    """Every routine, and what can be done with it."""

    PLACES = (Place.ROUTINES, Place.LISTS, Place.EDITING, Place.EVERYWHERE)
    BINDINGS = bindings_of(*PLACES)
    NAME = "routines"

    def __init__(self, guide: Guide, shelf: Shelf, deeds: Deeds | None = None) -> None:
        """The routines of this shelf; `deeds` are those of an earlier look at this place, which can be taken back."""
        super().__init__(guide, shelf)
        self._deeds = deeds if deeds is not None else Deeds()
        self._is_busy = False
        self._edited: str | None = None

    # What is possible

    def why_not(self, command_id: str) -> str | None:
        """Why a command is not possible with the marked routine."""
        entry = self.marked
        match command_id:
            case "edit.undo" if not self._deeds.can_undo:
                return NOTHING_TO_UNDO
            case "edit.redo" if not self._deeds.can_redo:
                return NOTHING_TO_REDO
            case "routine.new":
                return None
        if self._is_busy and command_id.startswith(("routine.", "edit.")):
            return ONE_AT_A_TIME
        if command_id.startswith("routine.") or command_id == "edit.external":
            return self._why_not_marked(command_id, entry)
        return super().why_not(command_id)

    def _why_not_marked(self, command_id: str, entry: RoutineEntry | None) -> str | None:
        if entry is None:
            return NO_FILE if command_id == "edit.external" else NONE_MARKED
        needs_it_whole = command_id in ("routine.start", "routine.copy")
        if entry.problems and (needs_it_whole or (command_id == "routine.follow" and not self.is_followed(entry))):
            return f"{plural(len(entry.problems), 'problem')}. enter shows it."
        changes_it = command_id in ("routine.rename", "routine.delete", "edit.external")
        return SHIPPED if changes_it and entry.origin is not Origin.OWN else None

    # Going on from here

    def on_choice_list_taken(self, event: ChoiceList.Taken) -> None:
        """Clicked again: open it."""
        self.run_command("routine.open")

    def do_routine_open(self) -> None:
        """Open an own one in the builder, offer a copy of a shipped one, show what is wrong with a broken one."""
        entry = self.marked
        if entry is None:
            return
        if entry.problems or entry.path is None:
            self.turn_page_alone()
        elif entry.origin is Origin.OWN:
            self.guide.open_builder(entry.path)
        else:
            self._ask_for_copy(entry, then=self.guide.open_builder)
            self.say(SHIPPED_STAYS)

    def do_routine_start(self) -> None:
        """Start today's next session."""
        entry = self.marked
        timeline = self.timeline_of(entry) if entry is not None else None
        if entry is not None and timeline is not None:
            exercises = self.shelf.catalogue.exercises
            reason = self.guide.start(StartSession(timeline, exercises, routine_text=entry.text))
            self.say(reason or "")

    def do_routine_follow(self) -> None:
        """Follow it from today on, or stop following it."""
        entry = self.marked
        if entry is None:
            return
        today = day_of(self.guide.clock.wall(), self.guide.settings.day_start)
        following = Following(entry.title, entry.slug, self.shelf.folders, today)
        self._change(lambda _: self._do(following))

    def _do(self, deed: Deed) -> Done:
        done = deed.turn("u")
        self._deeds.did(deed)
        return done

    def footer_label(self, command: Command) -> str:
        """What is followed can be left."""
        followed = command.id == "routine.follow" and self.marked is not None and self.is_followed(self.marked)
        return "stop following" if followed else super().footer_label(command)

    def do_routine_new(self) -> None:
        """Ask for a title, and open the builder."""

        def take(title: str) -> None:
            self.guide.new_routine(title)

        self._ask_title("Title of the new routine", "", take)

    def do_edit_external(self) -> None:
        """Its file in $EDITOR; what is wrong with it afterwards is said."""
        entry = self.marked
        if entry is None or entry.path is None:
            return
        line = entry.problems[0].line if entry.problems else None
        said = self.guide.edit_file(entry.path, line)
        self._edited = None if said else entry.slug
        self.say(said, caution=said.startswith("!"))
        self.guide.files_changed()

    # Changing the files

    def do_routine_copy(self) -> None:
        """Ask for a title, and make the copy."""
        if (entry := self.marked) is not None:
            self._ask_for_copy(entry, then=None)

    def _ask_for_copy(self, entry: RoutineEntry, then: Callable[[Path], None] | None) -> None:
        titles = frozenset(other.title for other in self.shelf.routines)
        named = title_of_copy(entry.title, titles, shipped=entry.origin is not Origin.OWN)

        def take(title: str) -> None:
            self._change(lambda shelf: self._copy(shelf, entry, title), then)

        self._ask_title("Title of your copy", named, take)

    def _copy(self, shelf: Shelf, entry: RoutineEntry, title: str) -> Done:
        path = copy_routine(shelf.folders, entry.text, title, shelf.catalogue)
        self._deeds.did(Presence(title, path, shelf.folders, self.guide.clock.wall))
        return Done(f"Your copy: “{title}”, in {clean_path(str(path))}. enter opens it.", path)

    def do_routine_rename(self) -> None:
        """Ask for another title."""
        entry = self.marked
        if entry is None or entry.path is None:
            return
        path = entry.path
        before = entry.routine.title if entry.routine else entry.named

        def take(title: str) -> None:
            if title != before:
                self._change(lambda shelf: self._rename(shelf, path, title))

        self._ask_title("New title", before, take, but=entry.slug)

    def _rename(self, shelf: Shelf, path: Path, title: str) -> Done:
        rename = rename_routine(path, title, shelf.folders, shelf.catalogue, shelf.history)
        self._deeds.did(Renamed(rename))
        said = f"It is called “{title}” now. {rename.why_same_name or _named_now(path, rename.path)} u takes it back."
        return Done(" ".join(said.split()), rename.path)

    def do_routine_delete(self) -> None:
        """Move it to the trash, from where undo brings it back."""
        entry = self.marked
        if entry is None or entry.path is None:
            return
        presence = Presence(entry.title, entry.path, self.shelf.folders, self.guide.clock.wall)
        self._change(lambda _: self._do(presence))

    def do_edit_undo(self) -> None:
        """Take back the last deletion, copy or new title."""
        self._change(lambda _: self._deeds.undo())

    def do_edit_redo(self) -> None:
        """Do again what was taken back."""
        self._change(lambda _: self._deeds.redo())

    def _ask_title(self, question: str, text: str, take: Callable[[str], None], *, but: str = "") -> None:
        """Ask for a title; that of another routine, all `but` the one with this slug, is pointed out, not refused."""
        titles = {other.title.casefold() for other in self.shelf.routines if other.slug != but}

        def take_typed(typed: str) -> str | None:
            try:
                title = title_from(typed)
            except TitleRefused as refused:
                return str(refused)
            take(title)
            return None

        def same(typed: str) -> str | None:
            return SAME_TITLE if typed.casefold() in titles else None

        self.ask(question, text, take_typed, as_typed=same)

    def _change(self, act: Callable[[Shelf], Done], then: Callable[[Path], None] | None = None) -> None:
        """Do this to the files, in a thread; then show them anew, and do what comes `then` with the file."""
        self._is_busy = True
        shelf = self.shelf
        self.run_worker(lambda: self._change_in_thread(shelf, act, then), thread=True)

    def _change_in_thread(
        self, shelf: Shelf, act: Callable[[Shelf], Done], then: Callable[[Path], None] | None
    ) -> None:
        caution = False
        try:
            done = act(shelf)
        except SaveProblem as problem:
            done, caution = Done(f"! {problem}"), True
        except TomlProblems as problem:
            done, caution = Done(f"! {place_and_sentence(problem.problems[0])}"), True
        with suppress(RuntimeError, CancelledError):  # the app has been ended meanwhile
            self.app.call_from_thread(self._changed, done, then, caution)

    def _changed(self, done: Done, then: Callable[[Path], None] | None, caution: bool) -> None:
        self.say(done.said, caution=caution)
        if done.path is not None:
            self.mark(done.path.stem)
            if then is not None:
                then(done.path)
        self.look()
        self.guide.files_changed()

    def show(self, shelf: Shelf) -> None:
        """Show the files as they are now; of one that was edited, say whether it can be used."""
        self._is_busy = False
        super().show(shelf)
        edited, self._edited = self._edited, None
        if edited is not None:
            self._tell_problems(edited)

    def _tell_problems(self, slug: str) -> None:
        entry = next((entry for entry in self.shelf.routines if entry.slug == slug), None)
        if entry is None or entry.origin is not Origin.OWN:
            self.say(NO_LONGER_LISTED)
        elif entry.problems:
            more = f" {plural(len(entry.problems) - 1, 'more problem')}." if len(entry.problems) > 1 else ""
            self.say(f"! {place_and_sentence(entry.problems[0])}{more} E goes back to the line.", caution=True)
        else:
            self.say(f"“{entry.title}” has no problems.")


def _named_now(before: Path, after: Path) -> str:
    return "" if before == after else f"Its file is {clean_path(after.name)} now."
