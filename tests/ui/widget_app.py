"""An app for widget tests: shows widgets, and keeps what would be sent to the terminal."""

from __future__ import annotations

import asyncio
import re
from typing import Any

from rich.console import RenderableType
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget

from footui.themes import DARK, THEMES

_COMMANDS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


class WidgetApp(App[None]):
    """Shows `shown`, one below the other, in one of our themes."""

    CSS = "Screen { background: $background; }"

    def __init__(self, *shown: Widget, theme: str = DARK) -> None:
        super().__init__()
        self.sent: list[str] = []
        self._shown = shown
        for each in THEMES:
            self.register_theme(each)
        self.theme = theme

    def compose(self) -> ComposeResult:
        yield from self._shown

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        if renderable is not None and hasattr(renderable, "render_segments"):
            self.sent.append(str(renderable.render_segments(self.console)))
        super()._display(screen, renderable)

    async def settle(self, pilot: Pilot[None]) -> int:
        """Wait until all that changed is painted; return how many pictures were sent so far."""
        await pilot.pause()
        while self.screen._dirty_widgets or self.screen._layout_required or self.screen._compositor._dirty_regions:
            await asyncio.sleep(0.002)
            await pilot.pause()
        return len(self.sent)

    def sent_since(self, count: int) -> str:
        """What was sent after the first `count` pictures."""
        return "".join(self.sent[count:])

    def sent_text(self, count: int) -> str:
        """The same without colours and places."""
        return _COMMANDS.sub("", self.sent_since(count)).replace("\n", "").replace("\r", "")

    def lines(self) -> list[str]:
        """The screen as text."""
        return [strip.text.rstrip() for strip in self.screen._compositor.render_strips()]

    def colours(self) -> set[str]:
        """The foreground colours of everything on the screen that is not blank."""
        return {
            segment.style.color.name
            for strip in self.screen._compositor.render_strips()
            for segment in strip
            if segment.text.strip() and segment.style is not None and segment.style.color is not None
        }
