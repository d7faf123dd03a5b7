"""The parts of the place of routines: the row to find in, and the list with the marked one's page below or beside."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.widgets import Input

from footui.widgets.choice_list import Choice, ChoiceList
from footui.widgets.divider import Divider
from footui.widgets.glyphs import Glyphs
from footui.widgets.page import Page
from footui.widgets.role import Role
from footui.widgets.rows import Row
from footui.widgets.text_line import TextLine

LEAST_BESIDE = 60
WIDEST_LIST = 76
"""Columns of the list beside a page."""

LEAST_PAGE = 8
"""Rows below the list that it leaves to the page, with the blank one between them."""


class FindRow(Horizontal):
    """Blank until it is opened: nothing moves when it is."""

    DEFAULT_CSS = """
    FindRow { height: 1; }
    FindRow #find_sign { width: 3; }
    FindRow #find { width: 1fr; }
    FindRow #found { width: 20; }
    FindRow > * { display: none; }
    FindRow.-open > * { display: block; }
    """

    def __init__(self, glyphs: Glyphs) -> None:
        """A closed one."""
        super().__init__()
        self._glyphs = glyphs

    def compose(self) -> ComposeResult:
        """The sign, the field, how many were found."""
        yield TextLine(" / ", Role.MUTED, glyphs=self._glyphs, id="find_sign")
        field = Input(placeholder="titles and exercises", id="find", compact=True)
        field.cursor_blink = False  # a blink a second is sent over every link
        yield field
        yield TextLine(align_right=True, glyphs=self._glyphs, id="found")

    @property
    def field(self) -> Input:
        """Where is typed what to find."""
        return self.query_one(Input)

    @property
    def is_open(self) -> bool:
        """Whether it is seen."""
        return self.has_class("-open")

    def show_open(self, is_open: bool) -> None:
        """Let it be seen; a closed one finds everything."""
        self.set_class(is_open, "-open")
        if not is_open:
            self.field.value = ""

    def show_found(self, text: str) -> None:
        """Say how many were found."""
        self.query_one("#found", TextLine).set(text, Role.MUTED)


class RoutinePanes(Container):
    """The list and the page, one above the other or side by side, or one of them alone."""

    DEFAULT_CSS = """
    RoutinePanes { height: 1fr; layout: vertical; }
    RoutinePanes Page { width: 1fr; height: 1fr; margin-top: 1; }
    RoutinePanes Divider { display: none; margin: 0 1; }
    RoutinePanes.-beside { layout: horizontal; }
    RoutinePanes.-beside Page { margin-top: 0; }
    RoutinePanes.-beside Divider { display: block; }
    RoutinePanes.-list Page { display: none; }
    RoutinePanes.-page ChoiceList, RoutinePanes.-page Divider { display: none; }
    RoutinePanes.-page Page { display: block; margin-top: 0; }
    """

    def __init__(self, glyphs: Glyphs) -> None:
        """Nothing is listed yet."""
        super().__init__()
        self._glyphs = glyphs

    def compose(self) -> ComposeResult:
        """The list, the line, the page."""
        yield ChoiceList(glyphs=self._glyphs)
        yield Divider(glyphs=self._glyphs)
        yield Page(glyphs=self._glyphs)

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
        return self.has_class("-beside")

    @property
    def is_page_alone(self) -> bool:
        """Whether the page has all the room."""
        return self.has_class("-page")

    def lay_out(self, *, beside: bool, low: bool) -> None:
        """Side by side, or one above the other, or, where it is `low`, the list alone."""
        self.set_class(beside, "-beside")
        self.set_class(low and not beside, "-list")

    def show_page_alone(self, is_alone: bool) -> None:
        """Give the page all the room, or its own again."""
        self.set_class(is_alone, "-page")
        self.screen.set_focus(self.page if is_alone else self.listed)

    def list_width(self, width: int) -> int:
        """How many columns the list has where there are so many."""
        return min(max(width * 3 // 5, LEAST_BESIDE), WIDEST_LIST) if self.is_beside else width

    def show_list(self, choices: Sequence[Choice], chosen: int | None, width: int) -> None:
        """List these, in the room there is."""
        height = max(self.size.height, 1)
        most = height if self.is_beside or self.has_class("-list") else max(height - LEAST_PAGE, height // 2, 3)
        listed = self.listed
        listed.styles.width = self.list_width(width) if self.is_beside else None
        listed.styles.height = height if self.is_beside else min(sum(len(choice.lines) for choice in choices), most)
        listed.set(choices, chosen)

    def show_page(self, rows: Sequence[Row], *, from_top: bool = False) -> None:
        """Show these rows on the page."""
        self.page.set(rows, from_top=from_top)
