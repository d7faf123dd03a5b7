"""One screen by itself, with a guide that only writes down what it is asked for."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, cast

from textual.app import App
from textual.events import Key, Paste
from textual.geometry import Offset
from textual.keys import _character_to_key
from textual.pilot import Pilot

import footui
from footui.commands import Place
from footui.core.notation import PLAIN
from footui.core.settings import DEFAULTS
from footui.screens.base import CommandScreen
from footui.screens.guide import Guide
from footui.themes import THEMES
from footui.widgets.glyphs import ASCII, FULL
from tests.fakes import FakeClock

_CHARACTERS = {"space": " ", "enter": "\r", "tab": "\t"}


class OneScreenApp(App[int], inherit_bindings=False):
    """As much of a guide as a screen asks for."""

    CSS_PATH = Path(footui.__file__).with_name("styles.tcss")
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, make: Callable[[Guide], CommandScreen[Any]], *, ascii_only: bool) -> None:
        super().__init__()
        self.glyphs = ASCII if ascii_only else FULL
        self.clock = FakeClock()
        self.settings = DEFAULTS
        self.notation = PLAIN
        self.told: list[str] = []
        self.in_editor: Callable[[Path], str] = lambda _path: ""
        """What the person does in their editor, and what is said after it."""
        self._make = make
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name

    def on_mount(self) -> None:
        self.push_screen(self._make(cast("Guide", self)))

    def open_help(self, *_: object, **__: object) -> None:
        self.told.append("help")

    def go_to(self, place: Place) -> None:
        self.told.append(place.value)

    def files_changed(self) -> None:
        self.told.append("files changed")

    def edit_file(self, path: Path, line: int | None = None) -> str:
        self.told.append(f"edit {path.name} at {line}")
        return self.in_editor(path)


class OneScreen:
    """The running screen with everything a test wants of it."""

    def __init__(self, app: OneScreenApp, pilot: Pilot[int]) -> None:
        self.app = app
        self.pilot = pilot

    def picture(self) -> str:
        """The screen as text, spaces at line ends left out."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)

    @property
    def message(self) -> str:
        """What the message row says, whole."""
        return str(self.app.screen.query_one("MessageRow").text)  # type: ignore[attr-defined]  # a MessageRow

    @property
    def footer(self) -> str:
        """The row of keys."""
        return self.picture().splitlines()[-1].strip()

    @property
    def marked(self) -> str:
        """The line with the focus bar, without it."""
        return next(line for line in self.picture().splitlines() if "▌" in line).replace("▌", "").strip()

    async def press(self, *keys: str) -> str:
        """Press keys, all before anything is done with the first; return the picture after them."""
        for key in keys:
            character = key if len(key) == 1 else _CHARACTERS.get(key)
            self.app.post_message(Key(_character_to_key(key) if len(key) == 1 else key, character))
        return await self.settled()

    async def settled(self) -> str:
        """Wait until nothing is left to do, and return the picture."""
        await self.pilot.pause()
        return self.picture()

    async def paste(self, text: str) -> str:
        """Paste, as a terminal hands it over."""
        self.app.post_message(Paste(text))
        return await self.settled()

    async def click(self, text: str, after: int = 0) -> str:
        """Click on this text, so many cells behind its first."""
        lines = self.picture().splitlines()
        y = next(y for y, line in enumerate(lines) if text in line)
        await self.pilot.click(offset=Offset(lines[y].index(text) + after, y))
        return await self.settled()


@asynccontextmanager
async def one_screen(
    make: Callable[[Guide], CommandScreen[Any]], *, size: tuple[int, int] = (80, 24), ascii_only: bool = False
) -> AsyncIterator[OneScreen]:
    """This screen, over an empty one."""
    app = OneScreenApp(make, ascii_only=ascii_only)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield OneScreen(app, pilot)
