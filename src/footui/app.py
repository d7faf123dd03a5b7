"""The full-screen app: leads from screen to screen, and joins live sessions with files, clock and history."""

from __future__ import annotations

import asyncio
import gc
import uuid
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.filter import LineFilter
from textual.screen import Screen

from footui.commands import Place
from footui.core.exercise import Exercise
from footui.core.record import SessionRecord
from footui.core.timeline import Timeline
from footui.core.wording import length
from footui.ending import Ending
from footui.screens.base import CommandScreen
from footui.screens.live import LiveScreen
from footui.session.clock import SessionClock
from footui.session.live import LiveSession, NoRecorder
from footui.session.watch import Watch
from footui.storage.catalogue import load_catalogue
from footui.storage.config_file import THEMES as THEME_NAMES
from footui.storage.config_file import chosen_theme
from footui.storage.history import History, HistoryError
from footui.storage.history_writer import HistoryWriter
from footui.storage.library import Library
from footui.terminal_driver import CrashKeepingApp, TerminalDriver
from footui.themes import TERMINAL, THEMES, Colourless, wants_no_colour
from footui.widgets.glyphs import ASCII, FULL, wants_ascii
from footui.world import StartSession, World

if TYPE_CHECKING:
    from footui.screens.shelf import Shelf

PREVIEW_CLOSES_SECONDS = 10
"""A preview asked for by `footui run --speed` closes its last picture by itself after this long."""


class FootuiApp(CrashKeepingApp[int], inherit_bindings=False):
    """The whole program on the screen; `start` is the session to begin with, else it begins with the first place."""

    CSS_PATH = Path(__file__).parent / "styles.tcss"
    TITLE = "footui"
    ENABLE_COMMAND_PALETTE = False
    AUTO_FOCUS = None

    def __init__(self, world: World, start: StartSession | None = None, ending: Ending | None = None) -> None:
        """Nothing is read and nothing runs before the app does; `ending` is told how to end it from outside."""
        super().__init__(driver_class=TerminalDriver)
        self.animation_level = "none"
        self.world = world
        self.clock = world.clock
        self.glyphs = ASCII if wants_ascii(world.environment, world.first_environment) else FULL
        self.finished = False
        """Whether the session to begin with reached its end."""
        self._start = start
        self._ending = ending
        self._writer: HistoryWriter | None = None
        self._session: LiveSession | None = None
        self._exercises: Mapping[str, Exercise] = {}
        self._shelf: Shelf | None = None
        self._colourless = wants_no_colour(world.environment)
        for theme in THEMES:
            self.register_theme(theme)
        name = TERMINAL if self._colourless else f"footui-{chosen_theme(world.folders) or 'dark'}"
        self.set_reactive(App.theme, name)  # not by assignment: that would read all style sheets twice
        self.stylesheet.set_variables(self.get_css_variables())

    def get_line_filters(self) -> list[LineFilter]:
        """Without colour where the person wants none."""
        return [Colourless()] if self._colourless else list(super().get_line_filters())

    def get_default_screen(self) -> Screen[Any]:
        """The session that was asked for, or the first place."""
        if self._start is not None:
            return self._live_screen(self._start)
        from footui.screens.home import HomeScreen

        return HomeScreen(self)

    def on_mount(self) -> None:
        """Read the files behind the first picture."""
        if self._ending is not None:
            self._ending.leave_by(self.leave_from_thread())
        self.call_after_refresh(_collect_garbage_again)
        if self._start is None:
            self.call_after_refresh(self._read_shelf)

    # Files

    def _read_shelf(self) -> None:
        self.run_worker(self._read_in_thread, thread=True, exclusive=True)

    def _read_in_thread(self) -> None:
        shelf = self._read()
        self.call_from_thread(self._show_shelf, shelf)

    def _read(self) -> Shelf:
        """The files as they are now."""
        from footui.screens.shelf import Shelf

        catalogue = load_catalogue(self.world.folders)
        entries = tuple(Library.of(self.world.folders, catalogue).entries())
        history, problem = History(self.world.folders.history_file), None
        done: dict[str, int] = {}
        try:
            now = self.clock.wall()
            done = {entry.slug: history.done_today(entry.slug, now) for entry in entries}
        except HistoryError as error:
            problem = str(error)
        return Shelf(catalogue, entries, done, problem)

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
        """Go to a place: the catalogue lies over the first one."""
        from footui.screens.catalogue import CatalogueScreen

        if place is Place.HOME and isinstance(self.screen, CatalogueScreen):
            self.pop_screen()
        elif place is Place.CATALOGUE and not isinstance(self.screen, CatalogueScreen):
            self.push_screen(CatalogueScreen(self, self._shelf or self._read()))

    def next_colours(self) -> str:
        """Take the next theme; `config.toml` can keep it."""
        if self._colourless:
            return "NO_COLOR is set: no colours are shown."
        names = [f"footui-{name}" for name in THEME_NAMES]
        name = THEME_NAMES[(names.index(self.theme) + 1) % len(names)]
        self.theme = f"footui-{name}"
        return f'Colours: {name}. To keep them, write theme = "{name}" into config.toml.'

    def start(self, timeline: Timeline) -> None:
        """Begin a live session at true speed, written down as it goes."""
        exercises = self._shelf.catalogue.exercises if self._shelf else {}
        self.push_screen(self._live_screen(StartSession(timeline, exercises)))

    def _live_screen(self, start: StartSession) -> LiveScreen:
        """A session with everything that belongs to it."""
        self._exercises = start.exercises
        self._writer = HistoryWriter(History(self.world.folders.history_file)) if start.recorded else None
        self._session = LiveSession(
            start.timeline,
            SessionClock(self.clock, start.speed),
            str(uuid.uuid4()),
            self._writer or NoRecorder(),
            Watch(self.clock),
        )
        return LiveScreen(self, self._session, start.exercises, self._recording_problem)

    def _recording_problem(self) -> str | None:
        return self._writer.problem if self._writer else None

    def session_ended(self, record: SessionRecord | None) -> None:
        """Show what was done; a session asked for by itself ends the program after that."""
        self.finished = record is not None and record.status == "finished"
        while not isinstance(self.screen, LiveScreen):
            self.pop_screen()  # help lay over it
        if record is None:
            self._leave_session()
        else:
            self.push_screen(self._finished_screen(record))

    def _finished_screen(self, record: SessionRecord) -> Screen[Any]:
        from footui.screens.finished import FinishedScreen

        assert self._session is not None  # noqa: S101  # for the type checker: a session has just ended
        written = "Not written down: a preview."
        if self._writer is not None:
            settled = self._writer.settle()
            written = "Written down." if settled and not self._writer.problem else f"! {self._writer.problem}"
        closes_after = None
        if self._start is not None and self._start.speed != 1:
            closes_after = PREVIEW_CLOSES_SECONDS
        return FinishedScreen(
            self,
            record,
            self._exercises,
            written=written,
            next_line=_next_line(self._session.timeline),
            closes_after=closes_after,
            leave=self._leave_session,
        )

    def _leave_session(self) -> None:
        """Back to the first place, or out, where the session was asked for by itself."""
        self._close_writer()
        self._session = None
        if self._start is not None:
            self.exit(0 if self.finished else 1)
            return
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self._read_shelf()

    def _close_writer(self) -> None:
        if self._writer is not None:
            self._writer.close()
            self._writer = None

    # The end from outside

    def save_now(self) -> None:
        """Have everything written that can be; called from any thread."""
        if self._writer is not None:
            self._writer.settle(timeout=0.5)

    def leave_from_thread(self) -> Callable[[], None]:
        """How another thread asks the app to end: the session is kept as it is, open."""
        loop = asyncio.get_running_loop()

        def leave() -> None:
            loop.call_soon_threadsafe(self._leave_at_once)

        return leave

    def _leave_at_once(self) -> None:
        if self._session is not None and self._session.player.is_live:
            self._session.tick()
            self._session.save()
        self.exit(1)


def _collect_garbage_again() -> None:
    """The start is over: what is there now stays, and is not looked through again and again."""
    gc.freeze()
    gc.enable()


def _next_line(timeline: Timeline) -> str:
    """What comes next today, after this session."""
    if timeline.session >= timeline.sessions_per_day:
        return ""
    from footui.core.timeline import compile_timeline

    coming = compile_timeline(timeline.routine, timeline.session + 1)
    name = coming.slot.capitalize() if coming.slot else f"Session {coming.session} of {coming.sessions_per_day}"
    steps = len({phase.step for phase in coming.phases})
    takes = "at your own pace" if coming.open_ended else length(coming.length_ns)
    return f"{name} is next today: {steps} {'step' if steps == 1 else 'steps'}, {takes}."


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
