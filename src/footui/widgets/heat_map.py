"""The calendar of what was done: a column a week, a row a day of the week, and what became of each day as two cells.

Weeks begin on Monday whatever the locale, as in ISO 8601. Nothing is said by colour alone: every mark has a form of its
own, and the chosen day stands in brackets.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.message import Message

from footui.core.notation import MONTHS, WEEKDAYS
from footui.core.streak import DayMark
from footui.widgets.glyphs import FULL, Glyphs
from footui.widgets.painted import Painted
from footui.widgets.role import Role
from footui.widgets.rows import Row, Run

LABEL_CELLS: Final = 4
"""What stands before the first week: the day of the week, the year."""

WEEK_CELLS: Final = 3
"""Of a week: a bracket or a blank, and its mark. The blank behind the last week is one more."""

HEADER_ROWS: Final = 2
ROWS: Final = HEADER_ROWS + 7 + 1
"""Months and days, the seven days, and the minutes of each week, which go first where it is low."""

WEEK: Final = timedelta(days=7)

_ROLES: Final = {DayMark.PLANNED: Role.DONE, DayMark.PART: Role.DONE}
_BLANK: Final = "  "


def mark_of(mark: DayMark, glyphs: Glyphs) -> Run:
    """Two cells for what became of a day; blank where nothing did."""
    text = {
        DayMark.PLANNED: glyphs.solid * 2,
        DayMark.PART: glyphs.part * 2,
        DayMark.MISSED: glyphs.missed,
        DayMark.REST: glyphs.rest_day,
    }.get(mark, _BLANK)
    return Run(text, _ROLES.get(mark, Role.TEXT if mark is DayMark.MISSED else Role.MUTED))


def monday_of(day: date) -> date:
    """The first day of a day's week."""
    return day - timedelta(days=day.weekday())


class Weeks(NamedTuple):
    """So many weeks from the Monday `first` on, of which days after `last` are not there yet."""

    first: date
    columns: int
    last: date
    chosen: date
    marks: Mapping[date, DayMark] = {}
    minutes: Sequence[int] = ()
    """Of each week, as far as they are known."""


class HeatMap(Painted, can_focus=True):
    """Shows weeks; it has no keys of its own. A click chooses a day, one on the chosen day takes it."""

    DEFAULT_CSS = "HeatMap { height: 1fr; }"

    class Chosen(Message):
        """A day was clicked; `again` where it was the chosen one already."""

        def __init__(self, day: date, *, again: bool) -> None:
            super().__init__()
            self.day = day
            self.again = again

    class Turned(Message):
        """The wheel was turned: so many weeks on, or back where negative."""

        def __init__(self, weeks: int) -> None:
            super().__init__()
            self.weeks = weeks

    def __init__(self, *, glyphs: Glyphs = FULL, id: str | None = None) -> None:  # noqa: A002 - the name Textual gives it
        """Nothing is shown yet."""
        super().__init__(glyphs=glyphs, id=id)
        self._weeks: Weeks | None = None

    def set(self, weeks: Weeks) -> None:
        """Show these weeks."""
        if weeks != self._weeks:
            self._weeks = weeks
            self.repaint()

    def picture(self, width: int, height: int) -> Sequence[Row]:
        """Return the rows."""
        weeks = self._weeks
        if weeks is None:
            return []
        rows = [self._months(weeks), self._days(weeks), *(self._weekday(weeks, day) for day in range(7))]
        return [*rows, self._minutes(weeks)] if height >= ROWS else rows

    def _months(self, weeks: Weeks) -> Row:
        """The year of the first week, and each month above the first week that begins in it."""
        row = f"{weeks.first.year}"
        starts = [weeks.first + WEEK * place for place in range(weeks.columns + 1)]
        for place, day in enumerate(starts[:-1]):
            is_crowded = place == 0 and weeks.columns > 1 and starts[1].month != day.month
            if not is_crowded and (place == 0 or day.month != starts[place - 1].month):
                row = f"{row:<{_at(place) + 1}}{MONTHS[day.month - 1]}"
        return (Run(row, Role.MUTED),)

    def _days(self, weeks: Weeks) -> Row:
        days = ((weeks.first + WEEK * place).day for place in range(weeks.columns))
        return (Run(" " * LABEL_CELLS + "".join(f"{day:>{WEEK_CELLS}}" for day in days), Role.MUTED),)

    def _weekday(self, weeks: Weeks, weekday: int) -> Row:
        return (
            Run(f"{WEEKDAYS[weekday]:<{LABEL_CELLS}}", Role.MUTED),
            *self._marks(
                weeks, [weeks.first + WEEK * place + timedelta(days=weekday) for place in range(weeks.columns)]
            ),
        )

    def _marks(self, weeks: Weeks, days: Sequence[date]) -> Iterator[Run]:
        closing = " "
        for day in days:
            is_chosen = day == weeks.chosen
            yield Run("[" if is_chosen else closing, Role.WORK, bold=is_chosen or closing == "]")
            mark = weeks.marks.get(day, DayMark.NONE) if day <= weeks.last else DayMark.NONE
            yield mark_of(mark, self.glyphs)
            closing = "]" if is_chosen else " "
        yield Run(closing, Role.WORK, bold=True)

    def _minutes(self, weeks: Weeks) -> Row:
        return (
            Run(f"{'min':<{LABEL_CELLS}}", Role.MUTED),
            *(Run(f"{_short(minutes):>{WEEK_CELLS}}", Role.MUTED) for minutes in weeks.minutes),
        )

    def on_click(self, event: Click) -> None:
        """Tell which day was clicked."""
        weeks = self._weeks
        column, weekday = (event.x - LABEL_CELLS) // WEEK_CELLS, event.y - HEADER_ROWS
        if weeks is None or not (0 <= column < weeks.columns and 0 <= weekday < 7):
            return
        day = weeks.first + WEEK * column + timedelta(days=weekday)
        if day <= weeks.last:
            self.post_message(self.Chosen(day, again=day == weeks.chosen))

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """A week on."""
        event.stop()
        self.post_message(self.Turned(1))

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """A week back."""
        event.stop()
        self.post_message(self.Turned(-1))


def width_of(weeks: int) -> int:
    """The cells that so many weeks take."""
    return _at(weeks) + 1


def _at(place: int) -> int:
    """The first cell of a week, from 0."""
    return LABEL_CELLS + WEEK_CELLS * place


def _short(minutes: int) -> str:
    """Minutes in two digits, from 100 on whole hours: “45”, “2h”; nothing for none."""
    if not minutes:
        return ""
    return str(minutes) if minutes < 100 else f"{round(minutes / 60)}h"
