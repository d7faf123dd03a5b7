"""The person's day: it begins in the small hours, so that a late evening still counts as the evening."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

from datetime import time, timedelta

DAY_START = time(4)
"""When a new day begins (our choice)."""


def day_of(moment: datetime, day_start: time = DAY_START) -> date:
    """The day a moment belongs to, by its own clock."""
    since_midnight = timedelta(hours=day_start.hour, minutes=day_start.minute)
    return (moment.replace(tzinfo=None) - since_midnight).date()


def minutes_into_day(at: time, day_start: time = DAY_START) -> int:
    """How long after the start of the person's day a time of it is: 01:30 is late in a day from 04:00 on."""
    return ((at.hour - day_start.hour) * 60 + at.minute - day_start.minute) % (24 * 60)


def next_session(done_today: int, sessions_per_day: int) -> int:
    """The session of the day that begins next, from 1; once all are done, the last one again."""
    return min(done_today + 1, sessions_per_day)
