"""The full-screen app: leads from screen to screen, and joins live sessions with files, clock and history."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from footui.core.record import SessionRecord
from footui.ending import Ending
from footui.places import PlacesApp
from footui.screens.base import LIVE_SCREEN, CommandScreen
from footui.world import StartSession, World

if TYPE_CHECKING:
    from footui.live_session_screens import LiveSessionScreens

PREVIEW_CLOSES_SECONDS = 10
"""A preview asked for by `footui run --speed` closes its last picture by itself after this long."""


class FootuiApp(PlacesApp, inherit_bindings=False):
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
        super().__init__(world)
        self.finished = False
        """Whether the session to begin with reached its end."""
        self._ending = ending
        self._live_session: LiveSessionScreens | None = None
        self._asked_for = start
        if start is not None:
            self._live_session = self._joined(start)

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
            self.call_after_refresh(self.files_changed)

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
        """Back to where it was begun, or out, where the session was asked for by itself."""
        problem = ""
        if self._live_session is not None:
            problem = self._live_session.joined.close()
            self._live_session = None
        if self._asked_for is not None:
            self.exit(0 if self.finished else 1)
            return
        while any(screen.id == LIVE_SCREEN for screen in self.screen_stack):
            self.pop_screen()
        if problem and isinstance(self.screen, CommandScreen):
            self.screen.say(f"! {problem}", caution=True)
        self.files_changed()

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
