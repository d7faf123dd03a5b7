"""Drives the app without a terminal: keys go in, the picture comes out, the clock goes when it is told to."""

from __future__ import annotations

import io
import time
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import date, datetime, timedelta
from pathlib import Path

from textual.pilot import Pilot
from textual.screen import Screen

from footui.app import FootuiApp
from footui.core.care import CareAnswers
from footui.core.timeline import compile_timeline
from footui.screens.care import CareScreen
from footui.screens.first_start import FirstStartScreen
from footui.screens.home import HomeScreen
from footui.screens.live import LiveScreen
from footui.screens.shelf import CARE
from footui.session.live import LiveSession
from footui.storage.catalogue import load_catalogue
from footui.storage.folders import Folders
from footui.storage.history import History
from footui.storage.library import Library
from footui.world import StartSession, World
from tests.fakes import MORNING, FakeClock

A_MONTH_AGO = MORNING.date() - timedelta(days=31)
UTF_8 = {"LANG": "C.UTF-8"}


class Driven:
    """A running app with everything a test wants of it."""

    def __init__(self, app: FootuiApp, pilot: Pilot[int], clock: FakeClock) -> None:
        self.app = app
        self.pilot = pilot
        self.clock = clock

    def picture(self) -> str:
        """The screen as text, spaces at line ends left out."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)

    async def press(self, *keys: str) -> str:
        """Press keys, and return the picture after them."""
        await self.pilot.press(*keys)
        await self.pilot.pause()
        return self.picture()

    async def shows(self, text: str) -> str:
        """Wait until the screen shows this text, and return the picture."""
        for _ in range(200):
            await self.pilot.pause()
            if text in self.picture():
                return self.picture()
        raise AssertionError(f"never shown: {text!r}\n{self.picture()}")

    async def waits_for(self, text: str, seconds: float = 10.0) -> str:
        """Wait in real time for what another process does; return the picture that shows this text."""
        deadline = time.monotonic() + seconds
        while text not in self.picture():
            if time.monotonic() > deadline:
                raise AssertionError(f"never shown: {text!r}\n{self.picture()}")
            await self.pilot.pause(0.02)
        return self.picture()

    async def until(self, is_so: Callable[[], bool]) -> None:
        """Wait until this is so."""
        for _ in range(200):
            await self.pilot.pause()
            if is_so():
                return
        raise AssertionError(f"never so\n{self.picture()}")

    @property
    def live(self) -> LiveScreen:
        """The live screen, wherever in the stack it lies."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, LiveScreen))

    @property
    def session(self) -> LiveSession:
        """The session that runs."""
        return self.live.session

    @property
    def state(self) -> str:
        """What the player is doing, such as running or paused."""
        return self.session.player.state.value

    async def go(self, seconds: float) -> str:
        """Let session time pass, a look every second, and return the picture."""
        while seconds > 0 and any(isinstance(screen, LiveScreen) for screen in self.app.screen_stack):
            self.clock.pass_seconds(min(1.0, seconds))
            self.live._look()
            await self.pilot.pause()
            seconds -= 1.0
        return self.picture()


def folders_in(path: Path) -> Folders:
    """Folders of their own below a path."""
    return Folders(path / "config", path / "data", path / "state")


def follow_since(folders: Folders, slugs: Sequence[str], since: date = A_MONTH_AGO) -> None:
    """Have these routines followed from this day on; those that are followed already stay as they are."""
    file = folders.config_file
    before = file.read_text(encoding="utf-8") if file.exists() else ""
    for slug in slugs:
        if f'"{slug}"' not in before:
            before += f'\n[[follow]]\nroutine = "{slug}"\nsince = {since.isoformat()}\n'
    if slugs:
        folders.config.mkdir(parents=True, exist_ok=True)
        file.write_text(before, encoding="utf-8")


def _is_read(screen: Screen[object], asks_care: bool) -> bool:
    """Whether the first screen shows the files, or the questions that come before it."""
    if asks_care:
        return isinstance(screen, CareScreen | FirstStartScreen)
    return isinstance(screen, HomeScreen) and screen.shelf is not None


@asynccontextmanager
async def running(
    path: Path,
    *,
    size: tuple[int, int] = (80, 24),
    routine: str | Path | None = None,
    session: int = 1,
    speed: float = 1.0,
    recorded: bool = True,
    env: Mapping[str, str] = UTF_8,
    care_answered: bool = True,
    asks_care: bool | None = None,
    wall: datetime = MORNING,
    follows: Sequence[str] = (),
) -> AsyncIterator[Driven]:
    """The app at home, or in a session of this routine.

    The questions of the first start count as answered unless said otherwise; `asks_care` says whether they are asked,
    where that is not just whether they were not answered. `wall` is the time it is. The person `follows` these
    routines, beside those of their `config.toml`, from a day on that is a month before MORNING.
    """
    clock, folders = FakeClock(wall), folders_in(path)
    follow_since(folders, follows)
    if care_answered and routine is None:
        History(folders.history_file).answer(CARE, CareAnswers().plain())
    world = World(folders, env, clock, io.StringIO(), io.StringIO(), io.StringIO())
    start = None
    if routine is not None:
        catalogue = load_catalogue(folders)
        found = Library.of(folders, catalogue).find(str(routine)).routine
        assert found is not None
        start = StartSession(compile_timeline(found, session), catalogue.exercises, speed, recorded)
    asks_care = not care_answered if asks_care is None else asks_care
    app = FootuiApp(world, start)
    async with app.run_test(size=size) as pilot:
        driven = Driven(app, pilot, clock)
        if routine is None:
            await driven.until(lambda: _is_read(app.screen, asks_care))
        await pilot.pause()
        yield driven
