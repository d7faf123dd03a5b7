"""What is shown in place of a file that cannot be read at all: why, and the way back."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.events import Resize

from footui.commands import Place
from footui.screens.base import CommandScreen, bindings_of
from footui.screens.exercise_page import problem_rows
from footui.screens.guide import Guide
from footui.storage.problems import Problem
from footui.widgets.footer import Footer
from footui.widgets.page import Page
from footui.widgets.text_line import MessageRow, TextLine


class UnreadableFile(CommandScreen[None]):
    """The problems of a file that is not there, or that nobody may read."""

    PLACES = (Place.LISTS, Place.EVERYWHERE)
    BINDINGS = bindings_of(*PLACES)
    NAME = "a file that cannot be read"
    DEFAULT_CSS = """
    UnreadableFile { padding: 0 1; }
    UnreadableFile Page { margin-top: 1; }
    """

    def __init__(self, guide: Guide, problems: Sequence[Problem]) -> None:
        """Why it cannot be read."""
        super().__init__(guide)
        self._problems = tuple(problems)

    def compose(self) -> ComposeResult:
        """The problems, message and keys."""
        glyphs = self.guide.glyphs
        yield TextLine("This file cannot be read", bold=True, glyphs=glyphs)
        yield Page(glyphs=glyphs, id="problems")
        yield MessageRow(glyphs=glyphs, id="message")
        yield Footer(glyphs=glyphs, id="footer")

    def on_mount(self) -> None:
        """The page has the keys."""
        self.set_focus(self.query_one(Page))
        self.show_footer()

    def on_resize(self, event: Resize) -> None:
        """Another width has other rows."""
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        page = self.query_one(Page)
        page.set(problem_rows(self._problems, page.size.width))
