"""What became of each day of a plan, and how many days were done as planned: pure functions, days in and marks out.

Each day is judged by what was known on it (`core/schedule.py`). Days on which nothing was asked for are no gap, and
nothing here says that anything broke: `docs/progression.md`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import Enum
from typing import Final

from footui.core.schedule import Plan, after_pauses, due_on, last_in_time


class DayMark(Enum):
    """What became of a day."""

    PLANNED = "as planned"
    """All was done that was asked for."""
    PART = "part"
    """Some of it was done; today, so far."""
    MISSED = "missed"
    """Nothing was done, and it was the last day that was in time, or later."""
    REST = "rest day, pause"
    """Nothing was asked for, or it could wait: within a range of days another day was left."""
    NONE = "nothing followed"
    TO_COME = "to come"
    """Today, or a later day, with all that it asks for still to do."""


_ASKED: Final = frozenset({DayMark.PLANNED, DayMark.PART, DayMark.MISSED})


def day_marks(
    plans: Iterable[Plan], done_by_routine: Mapping[str, Mapping[date, int]], first: date, last: date, today: date
) -> dict[date, DayMark]:
    """The mark of each day from `first` to `last`, both included, in their order.

    `done_by_routine` counts the finished sessions of each routine by day; it reaches back to the last of them before
    `first`, or the days after `first` may look late that were not. On days after `today` a plan goes on as if all that
    is due were done on its day.
    """
    each = [list(_marks(plan, done_by_routine.get(plan.follow.routine, {}), first, last, today)) for plan in plans]
    days = [date.fromordinal(number) for number in range(first.toordinal(), last.toordinal() + 1)]
    return {day: _together({marks[place] for marks in each}) for place, day in enumerate(days)}


def days_as_planned(marks: Mapping[date, DayMark], today: date | None = None) -> tuple[int, int]:
    """On how many days all was done, and of how many on which something was asked for: “17 of 20 days as planned”.

    Where `today` is given it counts only once all of it is done: it is not over.
    """
    asked = [mark for day, mark in marks.items() if mark in _ASKED and (day != today or mark is DayMark.PLANNED)]
    return asked.count(DayMark.PLANNED), len(asked)


def streak(marks: Mapping[date, DayMark], today: date) -> int:
    """How many days in a row were done as planned, up to today.

    Days that ask for nothing are passed over, and so is today until it is done.
    """
    days = 0
    for day in sorted((day for day in marks if day <= today), reverse=True):
        mark = marks[day]
        if mark is DayMark.PLANNED:
            days += 1
        elif mark in _ASKED and day != today:
            break
    return days


def _marks(plan: Plan, done: Mapping[date, int], first: date, last: date, today: date) -> Iterator[DayMark]:
    """The marks of one plan."""
    follow = plan.follow
    worked = {day: count for day, count in done.items() if count > 0 and day >= follow.since}
    last_done = max((day for day in worked if day < first), default=None)
    for number in range(first.toordinal(), last.toordinal() + 1):
        day = date.fromordinal(number)
        if day == today and (later := max(worked, default=None)) is not None and later > today:
            last_done = later  # after a flight west: this day is over already
        if day < follow.since or (follow.until is not None and day > follow.until):
            yield DayMark.NONE
            continue
        before = {} if last_done is None else {last_done: 1}
        mark = _mark(plan, before, worked.get(day, 0), day, today)
        yield mark
        if day in worked or (day >= today and mark is DayMark.TO_COME):
            last_done = day if last_done is None else max(day, last_done)


def _mark(plan: Plan, before: Mapping[date, int], done: int, day: date, today: date) -> DayMark:
    """The mark of one day of a plan; `before` holds the last day on which it was done."""
    if after_pauses(plan.follow, day) != day:
        return DayMark.REST
    if done:
        return DayMark.PLANNED if done >= plan.sessions_per_day else DayMark.PART
    if not due_on(plan, before, day).due:
        return DayMark.REST
    if day >= today:
        return DayMark.TO_COME
    can_wait = not plan.weekdays and day < last_in_time(plan, before)
    return DayMark.REST if can_wait else DayMark.MISSED


def _together(marks: set[DayMark]) -> DayMark:
    """One mark for a day of several plans: as planned only where all that asked for something were done."""
    asked = marks - {DayMark.REST, DayMark.NONE}
    if not asked:
        return DayMark.REST if DayMark.REST in marks else DayMark.NONE
    return asked.pop() if len(asked) == 1 else DayMark.PART
