"""Which parts of the history have room, and how much: a size goes in, rows and columns come out."""

from __future__ import annotations

from typing import Final, NamedTuple

from footui.widgets.heat_map import ROWS, width_of

MOST_WEEKS: Final = 26
BESIDE: Final = 52
"""From this many columns on the chosen day stands beside the calendar, else below it."""

ALWAYS: Final = 4
"""Rows of places, sums, message and keys."""

LOWEST_CALENDAR: Final = ROWS - 1
LEAST_DAY: Final = 4
"""Rows of the chosen day below the calendar: its name, a session, and what was done in it."""

MOST_DAY: Final = 14
"""Rows that the chosen day and the calendar never need more of, side by side."""

TREND: Final = 4
TALL_TREND: Final = 5
"""With a row of its own for the next morning."""

WIDE: Final = 100
POINTS, WIDE_POINTS = 12, 24
"""Sessions of a trend."""


class Rooms(NamedTuple):
    """What is shown, in rows; 0 is not at all."""

    weeks: int
    is_beside: bool
    calendar: int
    panes: int
    """The calendar and the chosen day, one beside the other or below it."""
    legend: int
    trend: int
    suggestion: int
    gaps: int
    """Blank rows: before the panes, the legend, the trend, the suggestion, as many as there are."""
    points: int

    @property
    def rows(self) -> int:
        """All of them."""
        return ALWAYS + self.panes + self.legend + self.trend + self.suggestion + self.gaps


def rooms(width: int, height: int, *, suggestion: int = 0) -> Rooms:
    """The parts in a picture of this size; the calendar comes before the trend, and that before blank rows."""
    inner, left = max(width - 2, 1), max(height - ALWAYS, 0)
    is_beside = inner >= BESIDE
    weeks = _weeks(inner, is_beside=is_beside)
    points = WIDE_POINTS if width >= WIDE else POINTS
    suggestion = suggestion if left > LEAST_DAY + suggestion else 0
    left -= suggestion
    if left < LOWEST_CALENDAR + (0 if is_beside else LEAST_DAY):
        return Rooms(weeks, is_beside, 0, left, 0, 0, suggestion, 0, points)
    calendar = min(ROWS, left - (0 if is_beside else LEAST_DAY))
    left -= calendar
    day = 0 if is_beside else LEAST_DAY
    left -= day
    legend = 1 if left >= 1 else 0
    trend = TREND if left - legend >= TREND else 0
    left -= legend + trend
    gaps = min(left, 3 + (suggestion > 0) if trend else 2 * legend)
    left -= gaps
    if trend and left >= 1:
        trend, left = TALL_TREND, left - 1
    more = min(left, MOST_DAY - calendar) if is_beside else left
    return Rooms(weeks, is_beside, calendar, calendar + day + more, legend, trend, suggestion, gaps, points)


def _weeks(inner: int, *, is_beside: bool) -> int:
    """As many weeks as there is room for."""
    day = (3 + (32 if inner >= 78 else 29)) if is_beside else 0
    return max(1, min((inner - day - width_of(0)) // 3, MOST_WEEKS))
