"""The days of a plan as rules that a calendar knows: every so many days, or on days of the week.

What is due hangs on what was done; a calendar cannot know that. Its days are those of somebody who misses none.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from footui.core.schedule import WEEKDAYS

if TYPE_CHECKING:
    from footui.core.schedule import Pause, Plan

LONGEST_LEFT_OUT: Final = 366
"""Days of a pause that are left out one by one; a longer one ends the series."""

_ONE = timedelta(days=1)


class Series(NamedTuple):
    """Days by one rule, from the first of them to `last`, both included, but for those left out.

    `name` tells it from the other series of its plan, and stays the same as time passes: empty for that from the
    plan's beginning, else the first day of the pause it follows.
    """

    name: str
    first: date
    last: date | None
    every_days: int = 1
    weekdays: tuple[str, ...] = ()
    left_out: tuple[date, ...] = ()


def series_of(plan: Plan, start: date) -> tuple[Series, ...]:
    """The days from `start` on, which is a due day or the day from which one is looked for; none after the last day.

    A pause moves a due day that falls into it to the day after it, and all that come then are counted from there: so
    it ends a series, unless every day would have been due, or days of the week are.
    """
    found: list[Series] = []
    name, first, left_out = "", _due_from(plan, start), set[date]()
    for pause in sorted(plan.follow.pauses):
        if pause.last < plan.follow.since or first is None:
            continue
        if pause.last < first:
            name = pause.first.isoformat() if _ends_series(plan, pause) else name
            continue
        hit = _first_in(plan, first, pause)
        if hit is None:
            continue
        if hit == first or _ends_series(plan, pause):
            found += _series(plan, name, first, _earliest(hit - _ONE, plan.follow.until), left_out)
            name = pause.first.isoformat() if _ends_series(plan, pause) else name
            first = _due_from(plan, pause.last + _ONE) if pause.last < date.max else None
            left_out = set()
        else:
            left_out.update(_days_in(plan, hit, pause))
    if first is not None:
        found += _series(plan, name, first, plan.follow.until, left_out)
    return tuple(found)


def _series(plan: Plan, name: str, first: date, last: date | None, left_out: set[date]) -> Iterator[Series]:
    """The series with these days, if there are any."""
    if last is None or first <= last:
        out = tuple(sorted(day for day in left_out if last is None or day <= last))
        yield Series(name, first, last, int(plan.every_days.low), plan.weekdays, out)


def _ends_series(plan: Plan, pause: Pause) -> bool:
    """Whether what comes after a pause is a rule of its own."""
    return _shifts(plan) or (pause.last - pause.first).days >= LONGEST_LEFT_OUT


def _shifts(plan: Plan) -> bool:
    """Whether a day that is done later moves those that follow."""
    return not plan.weekdays and plan.every_days.low > 1


def _due_from(plan: Plan, day: date) -> date | None:
    """The first day of the rule from `day` on."""
    if not plan.weekdays:
        return day
    later = (day + timedelta(days=days) for days in range(min(7, (date.max - day).days + 1)))
    return next((each for each in later if WEEKDAYS[each.weekday()] in plan.weekdays), None)


def _first_in(plan: Plan, first: date, pause: Pause) -> date | None:
    """The first day of the rule that begins at `first` in a pause which is not over by then."""
    if plan.weekdays:
        hit = _due_from(plan, max(first, pause.first))
    else:
        every = int(plan.every_days.low)
        days = -(-max(0, (pause.first - first).days) // every) * every
        hit = first + timedelta(days=days) if days <= (date.max - first).days else None
    return hit if hit is not None and hit <= pause.last else None


def _days_in(plan: Plan, hit: date, pause: Pause) -> Iterator[date]:
    """Every day of a rule in a pause, from the first of them on."""
    for days in range((pause.last - hit).days + 1):
        day = hit + timedelta(days=days)
        if not plan.weekdays or WEEKDAYS[day.weekday()] in plan.weekdays:
            yield day


def _earliest(day: date, until: date | None) -> date:
    return day if until is None else min(day, until)
