"""The places of the app: it reads the files they show, leads to them, and opens what lies over them."""

from __future__ import annotations

from abc import abstractmethod
from concurrent.futures import CancelledError
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.app import SuspendNotSupported

from footui.appearance import AppearanceApp
from footui.commands import Place
from footui.screens.base import CommandScreen
from footui.world import StartSession, World

if TYPE_CHECKING:
    from footui.core.record import SessionRecord
    from footui.screens.routine_deeds import Deeds
    from footui.screens.shelf import Shelf


class PlacesApp(AppearanceApp, inherit_bindings=False):
    """Leads from place to place."""

    def __init__(self, world: World) -> None:
        """Nothing is read yet."""
        super().__init__(world)
        self._shelf: Shelf | None = None
        self._kept_deeds: dict[str, Deeds] = {}

    @abstractmethod
    def start(self, start: StartSession) -> str | None:
        """Begin a live session; why it cannot begin, as a sentence, where another one runs."""

    @abstractmethod
    def session_ended(self, record: SessionRecord | None) -> None:
        """The live session is over; None where it is to be forgotten."""

    def _read_in_thread(self) -> None:
        from footui.screens.shelf import read_shelf

        shelf = read_shelf(self.world.folders, self.clock.wall(), self.settings.day_start)
        with suppress(RuntimeError, CancelledError):  # the app has been ended meanwhile
            self.call_from_thread(self._show_shelf, shelf)
            _import_places()

    def _show_shelf(self, shelf: Shelf) -> None:
        from footui.screens.guide import ShowsShelf

        self._shelf = shelf
        for screen in self.screen_stack if self.is_running else ():  # on the way out screens are taken apart
            if isinstance(screen, ShowsShelf) and screen.is_mounted:
                screen.show(shelf)
            elif isinstance(screen, ShowsShelf):
                screen.call_later(screen.show, shelf)  # it has nothing yet to show them in

    def open_help(self, asking: CommandScreen[Any], *, every_command: bool) -> None:
        """Open the keys of a screen; what is chosen there is done here."""
        from footui.screens.help import HelpScreen

        def do(command_id: str | None) -> None:
            if command_id is not None:
                asking.run_command(command_id)

        self.push_screen(HelpScreen(self, asking, every_command=every_command), do)

    def go_to(self, place: Place) -> None:
        """Go to a place: the others lie over the first one."""
        while len(self.screen_stack) > 1:
            self.pop_screen()
        if place is Place.CATALOGUE:
            from footui.screens.catalogue import CatalogueScreen

            self.push_screen(CatalogueScreen(self, self._read_or_read_now(), self._deeds("files")))
        elif place is Place.ROUTINES:
            from footui.screens.routines import RoutinesScreen

            self.push_screen(RoutinesScreen(self, self._read_or_read_now(), self._deeds("files")))
        elif place is Place.HISTORY:
            from footui.screens.history import HistoryScreen

            self.push_screen(HistoryScreen(self, self._read_or_read_now(), self._deeds("history")))
        elif place is Place.SETTINGS:
            from footui.screens.settings import SettingsScreen
            from footui.storage.config_edit import SettingsFile

            self.push_screen(SettingsScreen(self, SettingsFile(self.world.folders), self))

    def _deeds(self, of: str) -> Deeds:
        """What was done in this visit to the files or to the history, and can be taken back."""
        from footui.screens.routine_deeds import Deeds

        return self._kept_deeds.setdefault(of, Deeds())

    def _read_or_read_now(self) -> Shelf:
        from footui.screens.shelf import read_shelf

        if self._shelf is None:
            self._shelf = read_shelf(self.world.folders, self.clock.wall(), self.settings.day_start)
        return self._shelf

    def files_changed(self) -> None:
        """Read the files anew; every screen that shows them is told."""
        self.run_worker(self._read_in_thread, thread=True, exclusive=True)

    def new_routine(self, title: str) -> None:
        """Open the builder with a routine that is not on the disk yet."""
        from footui.screens.builder import new_builder

        self.push_screen(new_builder(self, self._read_or_read_now(), title))

    def open_builder(self, path: Path) -> None:
        """Open the builder with a file of the person's own."""
        from footui.screens.builder import builder_of

        self.push_screen(builder_of(self, self._read_or_read_now(), path))

    def open_exercise_editor(self, path: Path) -> None:
        """Open an exercise file of the person's own to change it."""
        from footui.screens.exercise_editor import exercise_editor_of

        self.push_screen(exercise_editor_of(self, self._read_or_read_now(), path))

    def edit_file(self, path: Path, line: int | None = None) -> str:
        """Open a file in the person's editor, the screen set aside meanwhile."""
        from footui.external_editor import EditorProblem, editor_command, editor_of, run_editor
        from footui.initial_environment import as_it_was_given

        environment = as_it_was_given(self.world.environment, self.world.first_environment)
        problem: EditorProblem | None = None
        try:
            command = editor_command(editor_of(environment), path, line)
            with self.suspend():
                try:  # an exception that left this block would leave the screen as it is without the app
                    run_editor(command, environment)
                except EditorProblem as caught:
                    problem = caught
        except EditorProblem as caught:
            problem = caught
        except SuspendNotSupported:
            return "! This terminal cannot set the screen aside for an editor."
        return f"! {problem}" if problem is not None else ""


def _import_places() -> None:
    """Import the places that were not gone to yet, so that the first key for one of them does not wait for it."""
    from importlib import import_module

    for name in ("history", "catalogue", "routines", "settings"):
        import_module(f"footui.screens.{name}")
