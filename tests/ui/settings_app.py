"""The settings screen by itself, with folders of its own and cues that are only written down."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import cast

from textual.app import App
from textual.geometry import Offset
from textual.pilot import Pilot

import footui
from footui.commands import Place
from footui.core.notation import PLAIN
from footui.core.settings import DEFAULTS, CueSettings, Settings
from footui.screens.guide import Guide
from footui.screens.setting_fields import Field
from footui.screens.settings import SettingsScreen
from footui.storage.config_edit import SettingsFile
from footui.storage.folders import Folders
from footui.themes import THEMES
from footui.widgets.field_list import FieldList
from footui.widgets.glyphs import ASCII, FULL
from tests.fakes import FakeClock


class SettingsApp(App[int], inherit_bindings=False):
    """Guide and surroundings in one; keeps what it was told."""

    CSS_PATH = Path(footui.__file__).with_name("styles.tcss")
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, folders: Folders, speech_program: str | None) -> None:
        super().__init__()
        self.folders = folders
        self.glyphs = FULL
        self.clock = FakeClock()
        self.settings = DEFAULTS
        self.notation = PLAIN
        self.told: list[str] = []
        self._speech_program = speech_program
        for theme in THEMES:
            self.register_theme(theme)

    def on_mount(self) -> None:
        self.push_screen(SettingsScreen(cast("Guide", self), SettingsFile(self.folders), self))

    # As much of a guide as the screen asks for

    def open_help(self, *_: object, **__: object) -> None:
        self.told.append("help")

    def go_to(self, place: Place) -> None:
        self.told.append(place.value)

    # The surroundings

    def apply_settings(self, settings: Settings) -> str:
        self.settings = settings
        self.glyphs = ASCII if settings.characters == "ascii" else FULL
        self.theme = f"footui-{settings.theme}"
        return ""

    def try_cue(self, channel: str, _cues: CueSettings, /) -> str:
        return f"Tried: {channel}."

    def speech_program(self) -> str | None:
        return self._speech_program


class SettingsPage:
    """The running screen with everything a test wants of it."""

    def __init__(self, app: SettingsApp, pilot: Pilot[int]) -> None:
        self.app = app
        self.pilot = pilot

    def picture(self) -> str:
        """The screen as text, spaces at line ends left out."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)

    def line(self, text: str) -> str:
        """The line with this text."""
        return next(line for line in self.picture().splitlines() if text in line)

    @property
    def message(self) -> str:
        """The row above the keys."""
        return self.picture().splitlines()[-2].strip()

    @property
    def marked(self) -> str:
        """The line with the focus bar, without it."""
        return next(line for line in self.picture().splitlines() if "▌" in line).replace("▌", "").strip()

    async def press(self, *keys: str) -> str:
        """Press keys, and return the picture after them."""
        await self.pilot.press(*keys)
        await self.pilot.pause()
        return self.picture()

    @property
    def screen(self) -> SettingsScreen:
        """The screen itself."""
        screen = self.app.screen
        assert isinstance(screen, SettingsScreen)
        return screen

    def do(self, *commands: str) -> None:
        """Do commands, without the keys and the pictures in between."""
        for command in commands:
            self.screen.run_command(command)

    async def mark(self, field: Field) -> None:
        """Go to a field, without the keys in between."""
        self.screen._mark(field)
        await self.pilot.pause()

    async def click(self, text: str, at: str | None = None) -> str:
        """Click on `at`, or on the text itself, in the line with this text."""
        lines = self.picture().splitlines()
        y = next(y for y, line in enumerate(lines) if text in line)
        x = lines[y].index(at or text)
        widget = self.app.screen.query_one(FieldList)
        await self.pilot.click(widget, offset=Offset(x, y) - widget.region.offset)
        await self.pilot.pause()
        return self.picture()

    @property
    def file(self) -> str:
        """What the file says."""
        return self.app.folders.config_file.read_text(encoding="utf-8")


@asynccontextmanager
async def settings_page(
    path: Path,
    text: str | None = None,
    *,
    size: tuple[int, int] = (80, 24),
    speech_program: str | None = "espeak-ng",
) -> AsyncIterator[SettingsPage]:
    """The screen, with this `config.toml` or none."""
    folders = Folders(path / "config", path / "data", path / "state")
    if text is not None:
        folders.config.mkdir()
        folders.config_file.write_text(text, encoding="utf-8")
    app = SettingsApp(folders, speech_program)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield SettingsPage(app, pilot)
