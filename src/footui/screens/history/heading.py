"""What stands above and below the calendar: which routine it is, what it comes to, and what the marks mean."""

from __future__ import annotations

from footui.core.streak import DayMark
from footui.screens.history.reading import Days
from footui.screens.home_words import as_planned_words
from footui.widgets.glyphs import Glyphs
from footui.widgets.heat_map import mark_of
from footui.widgets.role import Role
from footui.widgets.rows import Line, Row, Run, line, row_width

ALL = "All routines"

_MEANINGS = (
    (DayMark.PLANNED, "as planned", "planned"),
    (DayMark.PART, "part", "part"),
    (DayMark.MISSED, "missed", "missed"),
    (DayMark.REST, "rest day, pause", "rest"),
)
_WITHOUT_PLAN = ((DayMark.PLANNED, "done", "done"), (DayMark.PART, "part", "part"))


def sums_line(title: str | None, days: Days) -> Line:
    """“Breakfast, lunch and dinner”, and of the weeks in view “17 of 20 days as planned · 3 h 23 min”."""
    done, of = days.as_planned
    words = ([as_planned_words(done, of)] if of else []) + [time_words(days.seconds)]
    return line((Run(title or ALL),), (Run(" · ".join(words), Role.MUTED),))


def time_words(seconds: float) -> str:
    """“3 h 23 min”, “45 min”, to the nearest minute."""
    hours, minutes = divmod(round(seconds / 60), 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"


def legend_row(days: Days, width: int, glyphs: Glyphs) -> Row:
    """What the marks mean, in fewer words where it is narrow; without a plan there are fewer of them."""
    meanings = _MEANINGS if days.plans else _WITHOUT_PLAN
    for gap, is_short in (("   ", False), ("  ", True)):
        row: list[Run] = []
        for mark, words, short in meanings:
            row += [mark_of(mark, glyphs), Run(f" {short if is_short else words}{gap}", Role.MUTED)]
        row += [Run("[ ]", Role.WORK, bold=True), Run(" chosen", Role.MUTED)]
        if row_width(tuple(row)) <= width:
            break
    return tuple(row)
