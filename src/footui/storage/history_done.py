"""What was done, by day and last, read from a history by its indexes: as quick among 20,000 sessions as among 20.

Only finished sessions with any work done count, unless something else is said.
"""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from typing import TYPE_CHECKING

from footui.core.day import day_of
from footui.storage.history_days import day_of_session, moments_of_day
from footui.storage.history_rows import from_text

if TYPE_CHECKING:
    import sqlite3
    from datetime import date, time

    from footui.storage.session_object import SessionObject

_ON_A_DAY = "SELECT routine, started FROM sessions WHERE status = 'finished' AND worked AND moment BETWEEN ? AND ?"
_OF_ROUTINE = (
    "SELECT moment, started FROM sessions WHERE routine = ? AND status = 'finished' AND worked = 1 "
    "AND moment BETWEEN ? AND ? ORDER BY moment DESC"
)
_LAST_OF_EACH = """
    WITH RECURSIVE each_routine (routine) AS (
        SELECT min(routine) FROM sessions
        UNION ALL
        SELECT (SELECT min(routine) FROM sessions WHERE routine > each_routine.routine)
        FROM each_routine WHERE routine IS NOT NULL
    )
    SELECT routine, (
        SELECT started FROM sessions
        WHERE sessions.routine = each_routine.routine AND status = 'finished' AND worked = 1
        ORDER BY moment DESC LIMIT 1
    ) FROM each_routine WHERE routine IS NOT NULL
"""
"""Goes from one routine to the next in the index, in place of through every session."""

_LAST_BEFORE = (
    # The pluses keep SQLite from the indexes by status and routine, for which it would read and sort them all.
    "SELECT started, object FROM sessions WHERE moment <= ? AND +status IN ('finished', 'stopped') AND +worked "
    "ORDER BY moment DESC, id DESC"
)


def all_done_on(connection: sqlite3.Connection, day: date, day_start: time) -> Counter[str]:
    """How many sessions of each routine were done on a day."""
    found = connection.execute(_ON_A_DAY, moments_of_day(day))
    return Counter(routine for routine, started in found if day_of(datetime.fromisoformat(started), day_start) == day)


def done_by_day(
    connection: sqlite3.Connection,
    routine: str,
    since: date,
    until: datetime,
    day_start: time,
    *,
    most_days: int | None,
) -> Counter[date]:
    """How many sessions of a routine were done on each day from `since` on, up to the moment `until`."""
    done: Counter[date] = Counter()
    earliest = moments_of_day(since)[0]
    for moment, started in connection.execute(_OF_ROUTINE, (routine, earliest, until.timestamp())):
        # Offsets differ: a session that began earlier may be of a later day, but not once it is days apart.
        if most_days is not None and len(done) >= most_days:
            last_wanted = sorted(done)[-most_days]
            if moment < moments_of_day(last_wanted)[0]:
                break
        day = day_of(datetime.fromisoformat(started), day_start)
        if day >= since:
            done[day] += 1
    if most_days is not None:
        done = Counter({day: done[day] for day in sorted(done)[-most_days:]})
    return done


def last_done(connection: sqlite3.Connection) -> dict[str, datetime]:
    """When the last session of each routine began, by its slug."""
    found = connection.execute(_LAST_OF_EACH)
    return {routine: datetime.fromisoformat(started) for routine, started in found if started is not None}


def last_before(connection: sqlite3.Connection, today: date, day_start: time) -> SessionObject | None:
    """The last session with work, finished or stopped, of the most recent day before `today`."""
    best: tuple[date, SessionObject] | None = None
    for started, text in connection.execute(_LAST_BEFORE, (moments_of_day(today)[1],)):
        began = datetime.fromisoformat(started)
        # Offsets differ: of two sessions the later one may be of the earlier day.
        if best is not None and began.timestamp() < moments_of_day(best[0])[0]:
            break
        day = day_of(began, day_start)
        if day < today and (best is None or day > best[0]):
            best = day, from_text(text)
    return None if best is None else best[1]


def sessions_between(connection: sqlite3.Connection, first: date, last: date, day_start: time) -> list[SessionObject]:
    """Every session but the deleted ones of the days `first` to `last`, both included, oldest first."""
    query = (
        "SELECT object FROM sessions WHERE moment BETWEEN ? AND ? AND +status NOT IN ('deleted', 'discarded') "
        "ORDER BY moment, id"
    )
    bounds = moments_of_day(first)[0], moments_of_day(last)[1]
    found = (from_text(text) for (text,) in connection.execute(query, bounds))
    return [session for session in found if first <= day_of_session(session, day_start) <= last]


def sessions_with(connection: sqlite3.Connection, exercise: str, most: int, routine: str | None) -> list[SessionObject]:
    """The last `most` sessions, deleted ones left out, in which an exercise was to be done; newest first."""
    from footui.storage.history_rows import to_text  # noqa: PLC0415  # with what it needs, only here

    query = (
        "SELECT object FROM sessions WHERE +status NOT IN ('deleted', 'discarded') AND instr(object, ?1) "
        "AND (?2 IS NULL OR +routine = ?2) ORDER BY moment DESC, id DESC"
    )
    found: list[SessionObject] = []
    for (text,) in connection.execute(query, (to_text(exercise), routine)):
        session = from_text(text)
        if any(row["exercise"] == exercise for row in session["work"]):
            found.append(session)
        if len(found) >= most:
            break
    return found
