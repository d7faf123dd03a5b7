"""What today asks for: of each routine that is followed what is due, what is done, and what can be gone on with.

The one place where plans, files and history meet: the command, the screen and the default session of `run` agree.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Final, NamedTuple

from footui.core.day import day_of, minutes_into_day
from footui.core.schedule import Due, Plan, due_on, due_tomorrow
from footui.core.timeline import compile_timeline
from footui.storage.following import ReadFollowed, followed
from footui.storage.history_days import has_work
from footui.storage.library import Library, NoSuchRoutineError, RoutineEntry

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import time

    from footui.core.schedule import Follow
    from footui.core.timeline import Timeline
    from footui.storage.folders import Folders
    from footui.storage.history import History
    from footui.storage.session_object import SessionObject

MOST_DAYS: Final = 4
"""So many days say what is due: the last one before today, today, and two after it, for flights west."""

EARLIEST: Final = date(1970, 1, 1)
"""No session is older, and what is before it cannot be reckoned with on every machine."""


class TodaysRoutine(NamedTuple):
    """A routine that is followed, on one day; `timeline` is its next session, None where nothing is due."""

    entry: RoutineEntry
    plan: Plan
    due: Due
    timeline: Timeline | None
    last_done: date | None
    """The last day on which a session was finished, since it is followed."""
    tomorrow: bool
    """Whether the day after asks for it, if all that is due today is done."""
    waits: bool
    """Whether the time that is meant for the next session has not come yet."""

    @property
    def at(self) -> time | None:
        """The time that is meant for the next session, where one is due and has one."""
        return self.plan.follow.time_of(self.due.session)


class Today(NamedTuple):
    """One day at one moment of it: routines in the order of `config.toml`."""

    date: date
    open: SessionObject | None
    """The session that was interrupted, of several the one that began last."""
    routines: tuple[TodaysRoutine, ...]
    done: tuple[SessionObject, ...]
    """The sessions of the day that were finished with any work done, of all routines, oldest first."""
    problems: tuple[str, ...]
    """What of all that is followed could not be read, as sentences."""


def today_of(
    folders: Folders, library: Library, history: History, now: datetime, day_start: time | None = None
) -> Today:
    """What the day of `now` asks for; `day_start` is that of the settings unless it is given.

    Raises:
        HistoryError: the history cannot be read.
    """
    return what_is_due(followed(folders), library, history, now, day_start)


def what_is_due(
    read: ReadFollowed, library: Library, history: History, now: datetime, day_start: time | None = None
) -> Today:
    """As `today_of`, of what is followed as it was read."""
    day = _Day(history, now, read.day_start if day_start is None else day_start)
    routines: list[TodaysRoutine] = []
    problems = [str(problem) for problem in read.problems]
    for follow in read.follows:
        try:
            entry = library.find(follow.routine)
        except NoSuchRoutineError as error:
            problems.append(f"{error} It is followed in config.toml: footui unfollow {follow.routine} leaves it.")
            continue
        if entry.routine is None:
            problems += map(str, entry.problems)
        else:
            routines.append(day.of(entry, Plan.of(follow, entry.routine)))
    return Today(day.date, day.interrupted(library.folders), tuple(routines), day.done(), tuple(problems))


class _Day:
    """What the history says of one day, at one moment of it."""

    def __init__(self, history: History, now: datetime, day_start: time) -> None:
        self._history = history
        self._now = now
        self._day_start = day_start
        self.date = day_of(now, day_start)

    def of(self, entry: RoutineEntry, plan: Plan) -> TodaysRoutine:
        """What the day asks for of one routine, which has a file without problems."""
        done = self._done_by_day(plan.follow)
        due = due_on(plan, done, self.date)
        timeline = None
        if entry.routine is not None and due.session is not None:
            timeline = compile_timeline(entry.routine, due.session)
        tomorrow, at = due_tomorrow(plan, done, self.date), plan.follow.time_of(due.session)
        waits = at is not None and self._minutes(self._now.time()) < self._minutes(at)
        return TodaysRoutine(entry, plan, due, timeline, max(done, default=None), tomorrow, waits)

    def done(self) -> tuple[SessionObject, ...]:
        """The finished sessions of the day with any work done, oldest first."""
        sessions = self._history.between(self.date, self.date, self._day_start)
        return tuple(
            session
            for session in sessions
            if session["status"] == "finished" and self._has_begun(session) and has_work(session)
        )

    def interrupted(self, folders: Folders) -> SessionObject | None:
        """The session that was cut off and runs nowhere, of several the one that began last."""
        sessions = [session for session in self._history.open_sessions() if self._has_begun(session)]
        if not sessions:
            return None
        from footui.storage.session_lock import holder  # noqa: PLC0415  # seldom needed

        runs = holder(folders)
        return next((session for session in sessions if runs is None or session["id"] != runs.session), None)

    def _minutes(self, at: time) -> int:
        return minutes_into_day(at, self._day_start)

    def _has_begun(self, session: SessionObject) -> bool:
        """Whether it is none of those after the moment asked about."""
        return datetime.fromisoformat(session["started"]) <= self._now

    def _done_by_day(self, follow: Follow) -> Mapping[date, int]:
        """How many sessions were done on each of the last days since it is followed on which there were any."""
        since = min(max(follow.since, EARLIEST), self.date)
        return self._history.done_by_day(follow.routine, since, self._now, self._day_start, most_days=MOST_DAYS)
