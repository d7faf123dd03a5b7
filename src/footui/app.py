"""The full-screen app: leads from screen to screen, and joins live sessions with files, clock and history."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable
from concurrent.futures import CancelledError
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.filter import LineFilter, Monochrome, NoColor
from textual.screen import Screen

from footui.commands import Place
from footui.core.notation import notation_of
from footui.core.record import SessionRecord
from footui.core.settings import THEMES as THEME_NAMES
from footui.ending import Ending
from footui.locale_notation import locale_notation
from footui.screens.base import LIVE_SCREEN, CommandScreen
from footui.storage.config_file import read_settings
from footui.terminal_driver import CrashKeepingApp, TerminalDriver
from footui.themes import TERMINAL, THEMES, Colourless, wants_no_colour
from footui.widgets.glyphs import ASCII, FULL, Glyphs, wants_ascii
from footui.world import StartSession, World

if TYPE_CHECKING:
    from footui.core.settings import CueSettings, Settings
    from footui.live_session_screens import LiveSessionScreens
    from footui.screens.shelf import Shelf
    from footui.session.cue_trial import CueTrial

GREYS = (Monochrome, NoColor)
"""What Textual takes for no colour."""

PREVIEW_CLOSES_SECONDS = 10
"""A preview asked for by `footui run --speed` closes its last picture by itself after this long."""


class FootuiApp(CrashKeepingApp[int], inherit_bindings=False):
    """The whole program on the screen; `start` is the session to begin with, else it begins with the first place."""

    CSS_PATH = Path(__file__).parent / "styles.tcss"
    TITLE = "footui"
    ENABLE_COMMAND_PALETTE = False
    AUTO_FOCUS = None

    def __init__(self, world: World, start: StartSession | None = None, ending: Ending | None = None) -> None:
        """Nothing runs before the app does; `ending` is told how to end it from outside.

        Raises:
            SessionRuns: the session to begin with is recorded, and another one is.
        """
        super().__init__(driver_class=TerminalDriver)
        self.animation_level = "none"
        self.world = world
        self.clock = world.clock
        self.settings = read_settings(world.folders).settings
        self.notation = notation_of(self.settings, locale_notation(world.environment))
        self.glyphs = self._chosen_glyphs()
        self.finished = False
        """Whether the session to begin with reached its end."""
        self._ending = ending
        self._live_session: LiveSessionScreens | None = None
        self._trial: CueTrial | None = None
        self._asked_for = start
        if start is not None:
            self._live_session = self._joined(start)
        self._shelf: Shelf | None = None
        self._colourless = wants_no_colour(world.environment)
        for theme in THEMES:
            self.register_theme(theme)
        name = TERMINAL if self._colourless else f"footui-{self.settings.theme}"
        self.set_reactive(App.theme, name)  # not by assignment: that would read all style sheets twice
        self.stylesheet.set_variables(self.get_css_variables())

    def _chosen_glyphs(self) -> Glyphs:
        """The characters that the settings ask for, or else those the terminal's locale has."""
        if self.settings.characters == "automatic":
            return ASCII if wants_ascii(self.world.environment, self.world.first_environment) else FULL
        return ASCII if self.settings.characters == "ascii" else FULL

    def get_line_filters(self) -> list[LineFilter]:
        """Without colour where none is wanted; that an empty NO_COLOR asks for nothing, Textual does not know."""
        if self._colourless:
            return [Colourless()]
        return [line_filter for line_filter in super().get_line_filters() if not isinstance(line_filter, GREYS)]

    def get_default_screen(self) -> Screen[Any]:
        """The session that was asked for, or the first place."""
        if self._live_session is not None:
            return self._live_session.live
        from footui.screens.home import HomeScreen

        return HomeScreen(self)

    def on_mount(self) -> None:
        """Read the files behind the first picture."""
        if self._ending is not None:
            self._ending.leave_by(self.leave_from_thread())
        self.call_after_refresh(_collect_garbage_again)
        if self._asked_for is None:
            self.call_after_refresh(self._read_shelf)

    # Files

    def _read_shelf(self) -> None:
        self.run_worker(self._read_in_thread, thread=True, exclusive=True)

    def _read_in_thread(self) -> None:
        from footui.screens.shelf import read_shelf

        shelf = read_shelf(self.world.folders, self.clock.wall(), self.settings.day_start)
        with suppress(RuntimeError, CancelledError):  # the app has been ended meanwhile
            self.call_from_thread(self._show_shelf, shelf)

    def _show_shelf(self, shelf: Shelf) -> None:
        from footui.screens.home import HomeScreen

        self._shelf = shelf
        for screen in self.screen_stack:
            if isinstance(screen, HomeScreen):
                screen.show(shelf)

    # The guide of the screens

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
            from footui.screens.shelf import read_shelf

            shelf = self._shelf or read_shelf(self.world.folders, self.clock.wall(), self.settings.day_start)
            self.push_screen(CatalogueScreen(self, shelf))
        elif place is Place.SETTINGS:
            from footui.screens.settings import SettingsScreen
            from footui.storage.config_edit import SettingsFile

            self.push_screen(SettingsScreen(self, SettingsFile(self.world.folders), self))

    # What the settings screen needs

    def apply_settings(self, settings: Settings) -> str:
        """Go by these settings from now on; what of them cannot be seen here, as a sentence, or nothing."""
        another_theme = settings.theme != self.settings.theme
        self.settings = settings
        self.notation = notation_of(settings, locale_notation(self.world.environment))
        self.glyphs = self._chosen_glyphs()
        if self._colourless:
            return "NO_COLOR is set: no colours are shown." if another_theme else ""
        self.theme = f"footui-{settings.theme}"
        return ""

    def try_cue(self, channel: str, cues: CueSettings) -> str:
        """Give a sample on one channel; why it could not be, as a sentence, or nothing."""
        return self._cue_trial().give(channel, cues)

    def speech_program(self) -> str | None:
        """The program that would speak, or None where there is none."""
        return self._cue_trial().speech_program()

    def _cue_trial(self) -> CueTrial:
        from footui.cue_outlets import cue_outlets
        from footui.session.cue_trial import CueTrial

        if self._trial is None:
            self._trial = CueTrial(self.clock, cue_outlets(self, self.world.environment))
        return self._trial

    def next_colours(self) -> str:
        """Take the next theme; `config.toml` can keep it."""
        if self._colourless:
            return "NO_COLOR is set: no colours are shown."
        names = [f"footui-{name}" for name in THEME_NAMES]
        name = THEME_NAMES[(names.index(self.theme) + 1) % len(names)]
        self.theme = f"footui-{name}"
        return f'Colours: {name}. To keep them, write theme = "{name}" into config.toml.'

    def start(self, start: StartSession) -> str | None:
        """Begin a live session; why it cannot begin, as a sentence, where another one runs."""
        from footui.storage.session_lock import SessionRuns

        try:
            self._live_session = self._joined(start)
        except SessionRuns as other:
            return other.what
        self.push_screen(self._live_session.live)
        return None

    def _joined(self, start: StartSession) -> LiveSessionScreens:
        from footui.cue_outlets import cue_outlets
        from footui.live_session import JoinedSession
        from footui.live_session_screens import LiveSessionScreens

        outlets = cue_outlets(self, self.world.environment)
        return LiveSessionScreens(self, JoinedSession(self.world, start, self.settings, outlets), start)

    def session_ended(self, record: SessionRecord | None) -> None:
        """Show what was done; a session asked for by itself ends the program after that."""
        self.finished = record is not None and record.status == "finished"
        while self.screen.id != LIVE_SCREEN:
            self.pop_screen()  # help lay over it
        if record is None or self._live_session is None:
            self._leave_session()
        else:
            preview = self._asked_for is not None and self._asked_for.speed != 1
            closes_after = PREVIEW_CLOSES_SECONDS if preview else None
            self.push_screen(self._live_session.finished(record, self._leave_session, closes_after))

    def _leave_session(self) -> None:
        """Back to the first place, or out, where the session was asked for by itself."""
        problem = ""
        if self._live_session is not None:
            problem = self._live_session.joined.close()
            self._live_session = None
        if self._asked_for is not None:
            self.exit(0 if self.finished else 1)
            return
        while len(self.screen_stack) > 1:
            self.pop_screen()
        if problem and isinstance(self.screen, CommandScreen):
            self.screen.say(f"! {problem}", caution=True)
        self._read_shelf()

    # The end from outside

    def save_now(self) -> None:
        """Have everything written that can be, and leave no program running; called from any thread."""
        if self._trial is not None:
            self._trial.close()
        if self._live_session is not None:
            self._live_session.joined.settle(timeout=0.5)

    def leave_from_thread(self) -> Callable[[], None]:
        """How another thread asks the app to end: the session is kept as it is, open."""
        loop = asyncio.get_running_loop()

        def leave() -> None:
            loop.call_soon_threadsafe(self._leave_at_once)

        return leave

    def _leave_at_once(self) -> None:
        if self._live_session is not None:
            self._live_session.joined.save()
        self.exit(1)


def _collect_garbage_again() -> None:
    """The start is over: what is there now stays, and is not looked through again and again."""
    gc.freeze()
    gc.enable()


def run_app(world: World, start: StartSession | None) -> int:
    """Open the full screen and return the exit status: for a session asked for by itself 0 finished, 1 not finished.

    Raises:
        Exception: whatever ended the app unasked, after the terminal is as it was.
    """
    with Ending(world.stdin.fileno(), world.stderr.fileno()) as ending:
        app = FootuiApp(world, start, ending)
        ending.save_by(app.save_now)
        app.run()
        app.save_now()
    if app.crash is not None:
        raise app.crash
    if ending.signal_number is not None:
        return 128 + ending.signal_number
    return app.return_value if app.return_value is not None else 1
