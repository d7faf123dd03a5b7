"""What is due on a day, from what a person follows and what was done: pure functions, days in and days out.

A day is a date; which moments belong to it is `core/day.py`'s affair. `docs/schedule.md` says the rules in full.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from footui.core.dose import ONE, Range
from footui.core.wording import span

if TYPE_CHECKING:
    from footui.core.routine import Routine

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""As routine files name them, in the order of `date.weekday`."""


class Pause(NamedTuple):
    """Days on which nothing is due: the first and the last of them."""

    first: date
    last: date


class Follow(NamedTuple):
    """That a person does a routine: from which day, to which, and when not."""

    routine: str
    since: date
    until: date | None = None
    pauses: tuple[Pause, ...] = ()
    times: tuple[time, ...] = ()
    """When its sessions are meant to be done, first to last; fewer than the sessions is fine."""

    def time_of(self, session: int | None) -> time | None:
        """When session `session` of a day (from 1) is meant to be done, where that is said."""
        return self.times[session - 1] if session and session <= len(self.times) else None


class Plan(NamedTuple):
    """What is followed, with what its routine says of days: a range as written, whatever the level."""

    follow: Follow
    every_days: Range = ONE
    weekdays: tuple[str, ...] = ()
    sessions_per_day: int = 1

    @classmethod
    def of(cls, follow: Follow, routine: Routine) -> Plan:
        """The plan for a routine as its file is at present."""
        return cls(follow, routine.every_days, routine.weekdays, routine.sessions_per_day())


class Due(NamedTuple):
    """What a day asks for: `session` is the next one to do (from 1), None where nothing is due."""

    due: bool
    late: bool
    done_today: int
    session: int | None
    next_due: date | None
    """Today where something is due, else the next due day if nothing more is done; None after the last day."""


def due_on(plan: Plan, done: Mapping[date, int], today: date) -> Due:
    """What is due today; `done` counts the finished sessions of each day, of all up to the moment asked about.

    A day in `done` may be later than today: after a flight west the calendar goes back. Who asks about a day that is
    over leaves out what was done after it.
    """
    done_today = done.get(today, 0)
    if not _is_due(plan, done, today):
        return Due(False, False, done_today, None, _next_due(plan, done, today))
    late = not plan.weekdays and today > last_in_time(plan, done)
    return Due(True, late, done_today, done_today + 1, today)


def due_tomorrow(plan: Plan, done: Mapping[date, int], today: date) -> bool:
    """Whether the next day asks for anything, if all that is due today is done."""
    if due_on(plan, done, today).due:
        done = {**done, today: plan.sessions_per_day}
    tomorrow = _later(today, 1)
    return tomorrow > today and _is_due(plan, done, tomorrow)


def days_in_words(plan: Plan) -> str:
    """On which days: “every day”, “every 2–3 days”, “on Mon, Wed and Fri”."""
    if plan.weekdays:
        *most, last = (day.capitalize() for day in plan.weekdays)
        return f"on {', '.join(most)} and {last}" if most else f"on {last}"
    return "every day" if plan.every_days.high == 1 else f"every {span(plan.every_days)} days"


def after_pauses(follow: Follow, day: date) -> date:
    """The day, or where it lies in a pause the one after it, and so on."""
    for pause in sorted(follow.pauses):
        if pause.first <= day <= pause.last:
            day = _later(pause.last, 1)
    return day


def last_in_time(plan: Plan, done: Mapping[date, int]) -> date:
    """The last day on which the routine is not late yet; a due day that a pause has moved takes it along."""
    return _later(_due_day(plan, done), int(plan.every_days.high - plan.every_days.low))


def _is_due(plan: Plan, done: Mapping[date, int], day: date) -> bool:
    """Whether the day has sessions left to do."""
    if not _is_open(plan.follow, day):
        return False
    if done_then := done.get(day, 0):
        return done_then < plan.sessions_per_day
    if plan.weekdays:
        return WEEKDAYS[day.weekday()] in plan.weekdays
    return day >= _due_day(plan, done)


def _due_day(plan: Plan, done: Mapping[date, int]) -> date:
    """The day from which on the routine is due, after the last day on which it was done, or at first."""
    last = max((day for day, count in done.items() if count > 0 and day >= plan.follow.since), default=None)
    day = plan.follow.since if last is None else _later(last, int(plan.every_days.low))
    return after_pauses(plan.follow, day)


def _next_due(plan: Plan, done: Mapping[date, int], today: date) -> date | None:
    """The first day after today on which something is due, if nothing more is done until then."""
    first = max(_later(today, 1), plan.follow.since)
    days = [day for day, count in done.items() if day >= first and count > 0]  # begun, before a flight west
    if plan.weekdays:
        days.append(_next_weekday(plan, done, first))
    else:
        days.append(after_pauses(plan.follow, max(_due_day(plan, done), first)))
    return min((day for day in days if day > today and _is_due(plan, done, day)), default=None)


def _next_weekday(plan: Plan, done: Mapping[date, int], day: date) -> date:
    """The first of the plan's days of the week from `day` on, in no pause and with nothing done yet."""
    while day < date.max:
        day = after_pauses(plan.follow, day)
        if WEEKDAYS[day.weekday()] in plan.weekdays and not done.get(day):
            break
        day = _later(day, 1)
    return day


def _later(day: date, days: int) -> date:
    """The day so many days later; there is none after the last of the calendar."""
    return day + timedelta(days=days) if days <= (date.max - day).days else date.max


def _is_open(follow: Follow, day: date) -> bool:
    """Whether anything can be due: from the first day to the last, outside of pauses."""
    if day < follow.since or (follow.until is not None and day > follow.until):
        return False
    return not any(pause.first <= day <= pause.last for pause in follow.pauses)
