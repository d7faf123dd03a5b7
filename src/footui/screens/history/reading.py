"""What the history shows at one moment, read in a thread: only the days in view, and the sessions of one exercise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import Final, NamedTuple

from footui.core.day import day_of
from footui.core.schedule import Plan
from footui.core.streak import DayMark, day_marks, days_as_planned
from footui.core.trend import Trend, trend_of
from footui.screens.history.kept_session import KeptSession
from footui.screens.shelf import Shelf, stamps_of_day
from footui.storage.folder_stamps import Stamps
from footui.storage.following import followed
from footui.storage.history import HistoryError
from footui.storage.history_days import day_of_session
from footui.storage.session_record import record_of
from footui.storage.today import EARLIEST
from footui.widgets.heat_map import WEEK

SPARE_SESSIONS: Final = 6
"""So many more are read for a trend, as some may not count in it."""

_DAY: Final = timedelta(days=1)


class Wanted(NamedTuple):
    """What is to be read: the weeks in view from a Monday on, of one routine or all, and a trend."""

    first: date
    weeks: int
    routine: str | None
    exercise: str | None
    """None, or one that was not done in these weeks: another is taken."""
    points: int
    """How many sessions of the trend are wanted."""


@dataclass(frozen=True)
class Days:
    """The days in view."""

    today: date
    sessions: Mapping[date, tuple[KeptSession, ...]] = field(default_factory=dict)
    """Of each day that has any, oldest first; deleted ones left out."""
    marks: Mapping[date, DayMark] = field(default_factory=dict)
    as_planned: tuple[int, int] = (0, 0)
    plans: tuple[Plan, ...] = ()
    routines: tuple[str, ...] = ()
    """The slugs of all routines that were ever done, or are followed, the last one's first."""
    is_empty: bool = False
    """Whether there is nothing in the whole history, so far."""

    @cached_property
    def seconds(self) -> float:
        """How long all sessions lasted."""
        return sum(session.seconds for sessions in self.sessions.values() for session in sessions)

    def minutes_of(self, monday: date) -> int:
        """How many minutes the sessions of a week lasted."""
        days = (monday + _DAY * place for place in range(7))
        return round(sum(session.seconds for day in days for session in self.sessions.get(day, ())) / 60)

    @cached_property
    def exercises(self) -> tuple[str, ...]:
        """Those that were to be done, the last session's first."""
        newest_first = (session for day in sorted(self.sessions, reverse=True) for session in self.sessions[day][::-1])
        return tuple(dict.fromkeys(row["exercise"] for session in newest_first for row in session.plain["work"]))

    def one_sided(self) -> frozenset[str]:
        """The exercises that are done with one foot at a time."""
        rows = (row for sessions in self.sessions.values() for session in sessions for row in session.plain["work"])
        return frozenset(row["exercise"] for row in rows if row["side"] != "both")


class _Kept(NamedTuple):
    """The sessions that were read last: of which routine and files, and of which days."""

    key: object
    first: date
    last: date
    sessions: Mapping[date, tuple[KeptSession, ...]]

    def missing(self, first: date, last: date) -> list[tuple[date, date]]:
        """The days from `first` to `last` that are not among them."""
        if first > self.last or last < self.first:
            return [(first, last)]
        spans = (first, min(last, self.first - _DAY)), (max(first, self.last + _DAY), last)
        return [span for span in spans if span[0] <= span[1]]


@dataclass(frozen=True)
class Seen:
    """What was read."""

    wanted: Wanted
    days: Days
    exercise: str | None = None
    trend: Trend | None = None
    stamps: Stamps = frozenset()
    problem: str | None = None
    """Why something could not be read, as a sentence."""


class HistoryReading:
    """Reads, one call after the other; days that are as they were are not read again."""

    def __init__(self, day_start: time) -> None:
        """`day_start` is when the person's day begins."""
        self._day_start = day_start
        self._days_kept: tuple[object, Days] | None = None
        self._kept: _Kept | None = None

    def read(self, shelf: Shelf, wanted: Wanted, now: datetime) -> Seen:
        """What is wanted, as it is now."""
        today, stamps = day_of(now, self._day_start), stamps_of_day(shelf.folders)
        try:
            days = self._days(shelf, wanted, now, stamps)
            exercise = _exercise(days, wanted.exercise)
            trend = None if exercise is None else _trend(shelf, exercise, wanted)
        except HistoryError as problem:
            return Seen(wanted, Days(today), stamps=stamps, problem=str(problem))
        return Seen(wanted, days, exercise, trend, stamps)

    def _days(self, shelf: Shelf, wanted: Wanted, now: datetime, stamps: Stamps) -> Days:
        today = day_of(now, self._day_start)
        files = wanted.routine, today, stamps, shelf.stamps
        key = wanted[:2], files
        if self._days_kept is None or self._days_kept[0] != key:
            self._days_kept = key, self._read_days(shelf, wanted, now, files)
        return self._days_kept[1]

    def _sessions(
        self, shelf: Shelf, first: date, last: date, routine: str | None, files: object
    ) -> Mapping[date, tuple[KeptSession, ...]]:
        """Those of each day; what is in view already is not read again."""
        kept = self._kept if self._kept is not None and self._kept.key == files else None
        found: dict[date, list[KeptSession]] = {}
        for begins, ends in [(first, last)] if kept is None else kept.missing(first, last):
            for plain in shelf.history.between(begins, ends, self._day_start):
                if routine in (None, plain["routine"]):
                    day = day_of_session(plain, self._day_start)
                    found.setdefault(day, []).append(KeptSession(plain, day))
        known = {} if kept is None else {day: each for day, each in kept.sessions.items() if first <= day <= last}
        sessions = {**known, **{day: tuple(each) for day, each in found.items()}}
        self._kept = _Kept(files, first, last, sessions)
        return sessions

    def _read_days(self, shelf: Shelf, wanted: Wanted, now: datetime, files: object) -> Days:
        today = day_of(now, self._day_start)
        first, last = wanted.first, min(wanted.first + WEEK * wanted.weeks - _DAY, today)
        kept = self._sessions(shelf, first, last, wanted.routine, files)
        plans = tuple(_plans(shelf, wanted.routine))
        done = {plan.follow.routine: self._done(shelf, plan, first, last, now) for plan in plans}
        marks = day_marks(plans, done, first, last, today) if first <= last else {}
        last_done = shelf.history.last_done()
        slugs = sorted(last_done, key=last_done.__getitem__, reverse=True)
        return Days(
            today,
            kept,
            {day: _shown_mark(mark, kept.get(day, ())) for day, mark in marks.items()},
            days_as_planned(marks, today),
            plans,
            tuple(dict.fromkeys([*slugs, *(each.routine for day in kept.values() for each in day), *done])),
            is_empty=not kept and not last_done,
        )

    def _done(self, shelf: Shelf, plan: Plan, first: date, last: date, now: datetime) -> Mapping[date, int]:
        """How many sessions were done on each day in view, and on the last day before it."""
        routine, since = plan.follow.routine, max(plan.follow.since, EARLIEST)
        until = min(now, datetime.combine(last + 2 * _DAY, time(), now.tzinfo))
        begins = min(max(first, since), last)
        done = shelf.history.done_by_day(routine, begins, until, self._day_start)
        if since < begins:
            before = datetime.combine(begins, self._day_start, now.tzinfo) + 2 * _DAY
            earlier = shelf.history.done_by_day(routine, since, before, self._day_start, most_days=4)
            done = earlier | done
        return done


def _plans(shelf: Shelf, routine: str | None) -> Iterable[Plan]:
    """What is followed, as the files say it now."""
    for follow in followed(shelf.folders).follows:
        found = shelf.routine(follow.routine)
        if found is not None and routine in (None, follow.routine):
            yield Plan.of(follow, found)


def _shown_mark(mark: DayMark, sessions: Iterable[KeptSession]) -> DayMark:
    """The mark of a day as it is shown: what was done beyond the plan, or without one, is not hidden.

    Where nothing was asked for, any finished session makes it a day on which one did what one wanted; a day on which
    something was begun is no missed one.
    """
    worked = [session for session in sessions if session.has_work]
    if not worked or mark in (DayMark.PLANNED, DayMark.PART):
        return mark
    if mark in (DayMark.REST, DayMark.NONE) and any(session.is_done for session in worked):
        return DayMark.PLANNED
    return DayMark.PART


def _exercise(days: Days, wanted: str | None) -> str | None:
    """Whose trend is shown: the wanted one, else the first that is done with one foot at a time, else the first."""
    exercises = days.exercises
    if wanted in exercises or not exercises:
        return wanted if exercises else None
    one_sided = days.one_sided()
    return next((exercise for exercise in exercises if exercise in one_sided), exercises[0])


def _trend(shelf: Shelf, exercise: str, wanted: Wanted) -> Trend | None:
    found = shelf.history.of_exercise(exercise, wanted.points + SPARE_SESSIONS, wanted.routine)
    return trend_of(exercise, [record_of(session) for session in reversed(found)], wanted.points)
