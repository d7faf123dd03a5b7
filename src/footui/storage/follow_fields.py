"""The `[[follow]]` tables of `config.toml`: which routines a person follows, and when; every problem told at once.

A key that is absent or wrong has its default; a table without a right routine and first day is left out.
"""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Final

from footui.core.day import DAY_START, minutes_into_day
from footui.core.schedule import Follow, Pause
from footui.storage.fields import Table, described, quoted
from footui.storage.slug import LONGEST_SLUG, SLUG_RULE, is_slug

MOST_FOLLOWED: Final = 200
MOST_PAUSES: Final = 200
MOST_TIMES: Final = 12
"""As many as a day may have sessions."""

_KEYS: Final = ("routine", "since", "until", "pauses", "times")
_DATE: Final = "a date, as 2026-11-21, without quotation marks"
_PAUSES: Final = "a list of pauses, each [first day, last day], as [[2026-12-24, 2027-01-02]]"
_TIMES: Final = 'a list of times of day in quotation marks, as ["07:30", "12:30"]'


def read_followed(top: Table, day_start: time = DAY_START) -> tuple[Follow, ...]:
    """What is followed, in the order of the file; whether the routines are there is not asked."""
    follows: list[Follow] = []
    for table in top.tables("follow", MOST_FOLLOWED, "[[follow]]"):
        follow = _follow(table, day_start)
        if follow is None:
            continue
        if any(_overlap(follow, other) for other in follows):
            table.wrong("routine", f"{quoted(follow.routine)} is followed at the same time by a table above already.")
        else:
            follows.append(follow)
    return tuple(follows)


def time_of_day(value: object) -> time | None:
    """The time that a text of the form `HH:MM` means, from 00:00 to 23:59; None for everything else."""
    if isinstance(value, str) and len(value) == 5 and value.isascii():
        hours, colon, minutes = value[:2], value[2], value[3:]
        if colon == ":" and hours.isdigit() and minutes.isdigit() and int(hours) < 24 and int(minutes) < 60:
            return time(int(hours), int(minutes))
    return None


def _follow(table: Table, day_start: time) -> Follow | None:
    """What one table says."""
    table.known(*_KEYS)
    slug = table.text("routine", LONGEST_SLUG, required="“follow” needs “routine”, the name of its file.")
    if slug is not None and not is_slug(slug):
        table.wrong("routine", f"{quoted(slug)} cannot be the name of a routine: {SLUG_RULE}.")
        slug = None
    if "since" not in table:
        table.lacks(f"“follow” needs “since”, the first due day: {_DATE}.")
    since, until = _date(table, "since"), _date(table, "until")
    if since is not None and until is not None and until < since:
        table.wrong("until", "“until” comes before “since”.")
        until = None
    pauses, times = _pauses(table), _times(table, day_start)
    return None if slug is None or since is None else Follow(slug, since, until, pauses, times)


def _overlap(one: Follow, other: Follow) -> bool:
    """Whether both are of one routine and share a day."""
    if one.routine != other.routine:
        return False
    return one.since <= (other.until or date.max) and other.since <= (one.until or date.max)


def _date(table: Table, key: str) -> date | None:
    """The day under `key`."""
    if key not in table:
        return None
    value = table.values[key]
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    table.wrong(key, f"“{key}” takes {_DATE}; this is {_named(value)}.")
    return None


def _pauses(table: Table) -> tuple[Pause, ...]:
    """Every pause with a first and a last day."""
    pauses = []
    for place, value in _list(table, "pauses", _PAUSES, MOST_PAUSES):
        path = (*table.path, "pauses", place)
        if not isinstance(value, list) or len(value) != 2 or not all(map(_is_date, value)):
            table.findings.at_value(path, f"“pauses” takes {_PAUSES}; one is {_named(value)}.")
        elif value[1] < value[0]:
            table.findings.at_value(path, "the pause ends before it begins: the first day comes first.")
        else:
            pauses.append(Pause(value[0], value[1]))
    return tuple(pauses)


def _times(table: Table, day_start: time) -> tuple[time, ...]:
    """The times of the sessions, first to last; none at all where one is wrong, as each stands for its session."""
    found: list[time] = []
    values = _list(table, "times", _TIMES, MOST_TIMES)
    for place, value in values:
        path, at = (*table.path, "times", place), time_of_day(value)
        if at is None:
            table.findings.at_value(path, f"“times” takes {_TIMES}; one is {_named(value)}.")
        elif found and minutes_into_day(at, day_start) <= minutes_into_day(found[-1], day_start):
            first = f"the first session comes first, and a day begins at {day_start:%H:%M}"
            table.findings.at_value(path, f"{at:%H:%M} does not come after {found[-1]:%H:%M}: {first}.")
        else:
            found.append(at)
    return tuple(found) if len(found) == len(values) else ()


def _list(table: Table, key: str, form: str, most: int) -> list[tuple[int, object]]:
    """The values of the list under `key` with their places from 0, `most` at the most."""
    value = table.values.get(key, [])
    if not isinstance(value, list):
        table.wrong(key, f"“{key}” takes {form}; this is {_named(value)}.")
        return []
    if len(value) > most:
        table.wrong(key, f"{most} {key} are the most; this has {len(value)}.")
    return list(enumerate(value[:most]))


def _is_date(value: object) -> bool:
    """Whether it is a day, without a time."""
    return isinstance(value, date) and not isinstance(value, datetime)


def _named(value: object) -> str:
    return "a date with a time" if isinstance(value, datetime) else described(value)
