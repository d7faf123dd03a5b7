"""At which times of day the sessions of a day are meant to be, where the person does not say so for each.

All of them are our choice: times for names that meals and parts of a day have, and the rest spread evenly.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import time
from itertools import pairwise
from types import MappingProxyType
from typing import Final, NamedTuple

from footui.core.day import DAY_START, minutes_into_day

SLOT_TIMES: Final[Mapping[str, time]] = MappingProxyType(
    {
        "breakfast": time(7, 30),
        "morning": time(8),
        "noon": time(12),
        "midday": time(12),
        "lunch": time(12, 30),
        "afternoon": time(15),
        "dinner": time(18, 30),
        "evening": time(19),
        "night": time(21, 30),
    }
)
"""When a session with such a name is meant to be."""

FIRST_MINUTE: Final = 4 * 60
LAST_MINUTE: Final = 16 * 60
"""Minutes after the start of the day between which sessions without a name are spread: 08:00 to 20:00 for 04:00."""

_DAY: Final = 24 * 60


class SessionTime(NamedTuple):
    """When a session is meant to be; `is_given` where the person said so."""

    at: time
    is_given: bool


def session_times(
    given: Sequence[time], slots: Sequence[str], sessions: int, day_start: time = DAY_START
) -> tuple[SessionTime, ...]:
    """A time for each session of a day, first to last, none before the one before it.

    `given` are those of the first sessions, in the order of the person's day; `slots` the names of the first ones.
    """
    known: dict[int, int] = {}
    for place in range(sessions):
        at = given[place] if place < len(given) else _slot_time(slots, place)
        minute = None if at is None else minutes_into_day(at, day_start)
        if minute is not None and (place < len(given) or minute > max(known.values(), default=-1)):
            known[place] = minute
    minutes = _spread(known, sessions)
    return tuple(SessionTime(_at(minute, day_start), place < len(given)) for place, minute in enumerate(minutes))


def _slot_time(slots: Sequence[str], place: int) -> time | None:
    return SLOT_TIMES.get(slots[place].strip().casefold()) if place < len(slots) else None


def _spread(known: Mapping[int, int], sessions: int) -> list[int]:
    """Minutes into the day for each session: those that are known, the others evenly between them."""
    first, last = 0, sessions - 1
    posts = dict(known)
    if first not in posts:
        posts[first] = min(FIRST_MINUTE, min(known.values(), default=_DAY) // 2)
    if last not in posts:
        latest = max(posts.values())
        posts[last] = LAST_MINUTE if latest < LAST_MINUTE else (latest + _DAY) // 2
    minutes = [posts[first]]
    for (left, begins), (right, ends) in pairwise(sorted(posts.items())):
        minutes += [begins + (ends - begins) * (place - left) // (right - left) for place in range(left + 1, right + 1)]
    return minutes


def _at(minute: int, day_start: time) -> time:
    """The time of day so many minutes after its start."""
    hour, minutes = divmod((day_start.hour * 60 + day_start.minute + minute) % _DAY, 60)
    return time(hour, minutes)
