"""`footui calendar`: the sessions of a routine as an iCalendar file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from footui.cli.routines import entry_named, library_of, usable
from footui.cli.streams import Refusal, answer_in_utf8, tell
from footui.core.day import day_of
from footui.core.day_times import session_times
from footui.core.recurrence import series_of
from footui.core.schedule import Follow, Plan, due_on
from footui.core.timeline import compile_timeline
from footui.storage.calendar_file import CalendarSession, calendar_file
from footui.storage.following import ReadFollowed, followed
from footui.storage.listing import Origin

if TYPE_CHECKING:
    from datetime import date, datetime

    from footui.world import World


def calendar(world: World, name: str) -> int:
    """Print the file; a routine that is not followed begins today.

    Raises:
        Refusal: there is no such routine, its file has problems, or nothing of it is to come.
    """
    library, now = library_of(world), world.clock.wall()
    entry = entry_named(world, library, name)
    routine = usable(entry)
    read = followed(world.folders)
    for problem in read.problems:
        tell(world, str(problem))
    today = day_of(now, read.day_start)
    follow = _follow(read, routine.slug, today)
    if follow is None:
        follow = Follow(routine.slug, today)
        tell(world, "It is not followed: its days are counted from today.")
    plan = Plan.of(follow, routine)
    start = _start(world, plan, read, now)
    series = series_of(plan, start) if start else ()
    if not series:
        raise Refusal(1, f"Nothing of “{routine.title}” is to come, as it is followed in config.toml.")
    times = session_times(follow.times, routine.slots, plan.sessions_per_day, read.day_start)
    sessions = tuple(CalendarSession(compile_timeline(routine, place), at) for place, at in enumerate(times, start=1))
    command = "" if entry.origin is Origin.FILE else f"footui run {routine.slug}"
    exercises = library.catalogue.exercises
    content = calendar_file(plan, series, sessions, exercises, made=now, day_start=read.day_start, command=command)
    answer_in_utf8(world, content.decode().removesuffix("\n"))  # which the answer ends with
    return 0


def _follow(read: ReadFollowed, slug: str, today: date) -> Follow | None:
    """How the routine is followed now or next, else how it was; None where it never was."""
    follows = sorted((follow for follow in read.follows if follow.routine == slug), key=lambda follow: follow.since)
    to_come = (follow for follow in follows if follow.until is None or follow.until >= today)
    return next(to_come, follows[-1] if follows else None)


def _start(world: World, plan: Plan, read: ReadFollowed, now: datetime) -> date | None:
    """The day the rule begins on: the first due day, or where days hang on what was done, the next one.

    None where no day is to come.
    """
    follow, today = plan.follow, day_of(now, read.day_start)
    if follow.until is not None and follow.until < today:
        return None
    if plan.weekdays or plan.every_days.low == 1 or follow.since > today:
        return follow.since
    from footui.storage.history import History, HistoryError  # noqa: PLC0415  # most routines do without
    from footui.storage.today import EARLIEST, MOST_DAYS  # noqa: PLC0415  # likewise

    history = History(world.folders.history_file)
    try:
        done = history.done_by_day(
            follow.routine, max(follow.since, EARLIEST), now, read.day_start, most_days=MOST_DAYS
        )
    except HistoryError as error:
        raise Refusal(1, str(error)) from error
    return due_on(plan, done, today).next_due if done else follow.since
