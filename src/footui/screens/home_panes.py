"""The parts of the first screen: the list, what is ahead below it, and the marked session's page below or beside."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Container
from textual.events import Resize
from textual.message import Message

from footui.widgets.choice_list import Choice, ChoiceList
from footui.widgets.divider import Divider
from footui.widgets.glyphs import Glyphs
from footui.widgets.page import Page
from footui.widgets.rows import Line
from footui.widgets.text_line import TextRows

SIDE_BY_SIDE = 100
"""From this many columns on the page stands beside the list."""

LEAST_BESIDE = 60
WIDEST_LIST = 78
"""Columns of the list beside a page."""

BETWEEN = 3
"""Columns between the list and a page beside it."""

LEAST_PAGE = 7
"""Rows below the list from which on there is a page, with the blank one between them."""

LEAST_AHEAD = 10
"""Rows from which on what is ahead stands below a list that has not room for all it holds."""


class HomePanes(Container):
    """Gives the list what it needs, then what is ahead, and the page what is left."""

    DEFAULT_CSS = """
    HomePanes { height: 1fr; layout: vertical; margin-top: 1; }
    HomePanes #listed { height: auto; }
    HomePanes #page { width: 1fr; height: 1fr; margin-top: 1; }
    HomePanes Divider { display: none; margin: 0 1; }
    HomePanes.-beside { layout: horizontal; }
    HomePanes.-beside #listed { height: 1fr; }
    HomePanes.-beside Divider { display: block; }
    HomePanes.-beside #page { margin-top: 0; }
    HomePanes.-list #page { display: none; }
    """

    class Resized(Message):
        """There is other room than before."""

    def __init__(self, glyphs: Glyphs, first: Sequence[Choice]) -> None:
        """With the rows of the first picture."""
        super().__init__()
        self._glyphs = glyphs
        self._first = first

    def compose(self) -> ComposeResult:
        """The list, what is ahead, the line, the page."""
        with Container(id="listed"):
            yield ChoiceList(self._first, glyphs=self._glyphs, id="blocks")
            yield TextRows(glyphs=self._glyphs, id="ahead")
        yield Divider(glyphs=self._glyphs)
        yield Page(glyphs=self._glyphs, id="page")

    def on_resize(self, event: Resize) -> None:
        """Tell the screen, which lays all out anew."""
        self.post_message(self.Resized())

    @property
    def listed(self) -> ChoiceList:
        """The list."""
        return self.query_one(ChoiceList)

    @property
    def page(self) -> Page:
        """The page."""
        return self.query_one(Page)

    @property
    def is_beside(self) -> bool:
        """Whether the page stands beside the list."""
        return self.size.width + 2 >= SIDE_BY_SIDE

    @property
    def list_width(self) -> int:
        """The columns of the list."""
        width = self.size.width
        return min(max(width * 3 // 5, LEAST_BESIDE), WIDEST_LIST) if self.is_beside else width

    @property
    def page_width(self) -> int:
        """The columns of the page."""
        return self.size.width - (self.list_width + BETWEEN if self.is_beside else 0)

    def fits(self, list_rows: int, ahead_rows: int) -> bool:
        """Whether there is room for so many rows, and one between them."""
        return list_rows + (ahead_rows + 1 if ahead_rows else 0) <= self.size.height

    def lay_out(self, choices: Sequence[Choice], chosen: int | None, ahead: Sequence[Line], *, has_page: bool) -> None:
        """Show these, in the room there is; `has_page` is whether there is anything to show on the page."""
        height = max(self.size.height, 1)
        wanted = sum(len(choice.lines) for choice in choices)
        fits = self.fits(wanted, len(ahead))
        if not fits and height < LEAST_AHEAD:
            ahead = ()
        list_rows = wanted if fits else max(height - len(ahead), 1)
        gap = 1 if ahead and fits else 0
        left = height - list_rows - gap - len(ahead)
        self.set_class(self.is_beside, "-beside")
        self.set_class(not has_page or (not self.is_beside and left < LEAST_PAGE), "-list")
        self.query_one("#listed").styles.width = self.list_width if self.is_beside else None
        self.listed.styles.height = list_rows
        self.listed.set(choices, chosen)
        below = self.query_one(TextRows)
        below.styles.height = len(ahead)
        below.styles.margin = (gap, 0, 0, 1)
        below.set(ahead)
