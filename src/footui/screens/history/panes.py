"""The two panes of the history: the calendar, and the chosen day with its sessions, beside it or below."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Container, Vertical

from footui.screens.history.rooms import Rooms
from footui.widgets.choice_list import Choice, ChoiceList
from footui.widgets.divider import Divider
from footui.widgets.glyphs import Glyphs
from footui.widgets.heat_map import HeatMap, width_of
from footui.widgets.rows import Line, Row
from footui.widgets.text_line import TextRows

WIDEST_DAY = 76
"""Columns of the chosen day, as the style sheet has them."""

LEAST_DETAILS = 3
"""Rows that are left for the marked session where there are many on a day."""


class HistoryPanes(Container):
    """Calendar and day; where there is no room for both, the day alone."""

    DEFAULT_CSS = """
    HistoryPanes Divider { margin: 0 1; }
    HistoryPanes #day { width: 1fr; height: 1fr; max-width: 76; }
    HistoryPanes #details { height: 1fr; }
    """

    def __init__(self, glyphs: Glyphs) -> None:
        """Nothing is shown yet."""
        super().__init__()
        self.calendar = HeatMap(glyphs=glyphs)
        self.listed = ChoiceList(glyphs=glyphs)
        """The sessions of the chosen day."""
        self._divider = Divider(glyphs=glyphs)
        self._title = TextRows(glyphs=glyphs, id="day_title")
        self._details = TextRows(glyphs=glyphs, id="details")
        self._rows = 0

    def compose(self) -> ComposeResult:
        """The calendar, the line, the day."""
        yield self.calendar
        yield self._divider
        with Vertical(id="day"):
            yield self._title
            yield self.listed
            yield self._details

    def lay_out(self, rooms: Rooms) -> None:
        """Give both the room they have."""
        self.styles.height = rooms.panes
        self.styles.layout = "horizontal" if rooms.is_beside else "vertical"
        self.calendar.styles.width = width_of(rooms.weeks) if rooms.is_beside else "1fr"
        self.calendar.styles.height = max(rooms.calendar, 1)
        self.calendar.display = rooms.calendar > 0
        self._divider.display = rooms.calendar > 0 and rooms.is_beside
        self._details.styles.margin = (1 if rooms.is_beside else 0, 0, 0, 0)
        self._rows = rooms.panes - (0 if rooms.is_beside else rooms.calendar)

    def day_width(self, rooms: Rooms, width: int) -> int:
        """How many columns the day has where the screen has so many to show it in."""
        beside = rooms.is_beside and rooms.calendar
        return max(min(width - (width_of(rooms.weeks) + 3 if beside else 0), WIDEST_DAY), 1)

    def show_day(self, title: Line, choices: Sequence[Choice], chosen: int | None, details: Sequence[Row]) -> None:
        """Show another day, or another session of it."""
        self._title.set([title])
        listed = self.listed
        listed.styles.height = max(1, min(len(choices), self._rows - 1 - LEAST_DETAILS))
        listed.set(choices, chosen)
        self._details.set([Line(row) for row in details])
