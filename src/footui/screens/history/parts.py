"""The parts of the history below each other, made once, and given the room they have before they are first painted."""

from __future__ import annotations

from collections.abc import Iterator

from textual.containers import Vertical
from textual.widget import Widget

from footui.screens.history.panes import HistoryPanes
from footui.screens.history.rooms import Rooms
from footui.widgets.glyphs import Glyphs
from footui.widgets.text_line import TextBlock, TextLine, TextRows
from footui.widgets.trend import TrendChart

NOTHING_YET = "The first finished session appears here."


class HistoryParts:
    """The sums, calendar and day, what the marks mean, a trend, a suggestion, and what is left blank below them."""

    def __init__(self, glyphs: Glyphs) -> None:
        """Nothing is shown yet."""
        self.sums = TextRows(glyphs=glyphs, id="sums")
        self.nothing = TextBlock(NOTHING_YET, glyphs=glyphs, id="nothing")
        self.panes = HistoryPanes(glyphs)
        self.legend = TextLine(glyphs=glyphs, id="legend")
        self.chart = TrendChart(glyphs=glyphs)
        self.suggestion = TextBlock(glyphs=glyphs, id="suggestion")
        self._rest = Vertical(id="rest")
        # A height for all that is left over would never be less than a row.

    def __iter__(self) -> Iterator[Widget]:
        """All of them, top to bottom."""
        yield from (self.sums, self.nothing, self.panes, self.legend, self.chart, self.suggestion, self._rest)

    def lay_out(self, room: Rooms, rest: int, *, is_empty: bool, is_covered: bool) -> None:
        """Give each the room it has; `rest` rows are left over. A page that covers them leaves the sums in view."""
        shows = not is_empty and not is_covered
        self.panes.lay_out(room)
        self.chart.styles.height = max(room.trend, 1)
        self.suggestion.styles.height = max(room.suggestion, 1)
        gaps = room.gaps
        of_days = ((self.panes, room.panes), (self.legend, room.legend), (self.chart, room.trend))
        for part, rows in (*of_days, (self.suggestion, room.suggestion)):
            part.display = rows > 0 and (shows or (part is self.suggestion and not is_covered))
            part.styles.margin = (1 if rows and gaps > 0 else 0, 0, 0, 0)
            gaps -= 1 if rows else 0
        self.nothing.display = is_empty and not is_covered
        self._rest.styles.height = max(rest, 1)
        self._rest.display = rest > 0 and shows
