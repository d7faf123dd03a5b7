"""What the screens show of the files, read once and handed round: routines, exercises, what was done, what is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any, BinaryIO, NamedTuple

from footui.core.day import DAY_START, next_session
from footui.core.dose import Level
from footui.core.routine import Routine
from footui.core.streak import day_marks, days_as_planned
from footui.core.timeline import Timeline, compile_timeline
from footui.screens.home_blocks import Day, day_in_blocks
from footui.storage.atomic_file import sweep_temporaries
from footui.storage.catalogue import Catalogue, load_catalogue
from footui.storage.folder_stamps import Stamps, stamps_of
from footui.storage.folders import Folders
from footui.storage.following import followed
from footui.storage.history import History, HistoryError
from footui.storage.interrupted import InterruptedSession, interrupted_session
from footui.storage.library import Library, NoSuchRoutineError, RoutineEntry
from footui.storage.next_morning import Morning, morning_after
from footui.storage.session_lock import Holder, holder
from footui.storage.today import Today, what_is_due

LAST_DAYS = 28
"""So many days, up to today, are looked at for how many of them went as planned."""

CARE = "care"
"""The name under which the history keeps the answers of `CareScreen`."""


class Remembered(NamedTuple):
    """What the history says at one moment; `done_today` counts finished sessions by routine."""

    done_today: Mapping[str, int] = {}
    answers: Mapping[str, Any] = {}
    interrupted: InterruptedSession | None = None
    morning: Morning | None = None
    runs: Holder | None = None
    """Who runs a recorded session at present, in another terminal."""
    last_done: Mapping[str, datetime] = {}
    """When the last session of each routine began, by its slug."""
    as_planned: tuple[int, int] | None = None
    """On how many of the last days was done what was planned, and of how many days; None where nobody says."""


@dataclass(frozen=True)
class Shelf:
    """The files at one moment."""

    folders: Folders
    history: History
    catalogue: Catalogue
    routines: tuple[RoutineEntry, ...]
    remembered: Remembered = field(default_factory=Remembered)
    problem: str | None = None
    """What could not be read, as a sentence."""
    stamps: Stamps = frozenset()
    """Of the person's files just before they were read: whoever finds others knows that this is old."""
    day: Day | None = None
    """What today asks for, as the first screen shows it."""
    day_stamps: Stamps = frozenset()
    """As `stamps`, of what a day is made of beside them: the settings and the history."""

    def next_session(self, routine: Routine, level: Level | None = None) -> int:
        """Today's next session of a routine, from 1; when all are done, the last one again."""
        return next_session(self.done_today(routine.slug), routine.sessions_per_day(level))

    def next_timeline(self, routine: Routine) -> Timeline:
        """Today's next session of a routine at its own level."""
        return compile_timeline(routine, self.next_session(routine))

    def done_today(self, slug: str) -> int:
        """How many sessions of a routine were finished today."""
        return self.remembered.done_today.get(slug, 0)

    def routine(self, slug: str) -> Routine | None:
        """The routine with this slug; None where there is none, or it has a problem."""
        return next((entry.routine for entry in self.routines if entry.slug == slug), None)

    def routines_with(self, exercise_id: str) -> list[str]:
        """The titles of the routines that use an exercise."""
        return [
            entry.routine.title
            for entry in self.routines
            if entry.routine and any(step.exercise == exercise_id for step in entry.routine.steps)
        ]

    @property
    def asks_about_care(self) -> bool:
        """Whether the questions before one begins have not been answered yet."""
        return CARE not in self.remembered.answers

    @property
    def is_first_start(self) -> bool:
        """Whether nothing was ever answered, followed or done, as far as anybody can say."""
        remembered = self.remembered
        has_begun = remembered.last_done or remembered.interrupted or remembered.morning
        follows_any = self.day is None or self.day.follows_any
        return self.asks_about_care and not (self.problem or has_begun or follows_any)


class _LibraryAsRead(Library):
    """The library as it was read a moment ago: no file of it is read twice."""

    def __init__(self, library: Library, entries: tuple[RoutineEntry, ...]) -> None:
        """The entries are those of the library."""
        super().__init__(library.folders, library.catalogue, library.shipped)
        self._by_slug = {entry.slug: entry for entry in entries}

    def find(self, name: str, standard_input: BinaryIO | None = None) -> RoutineEntry:  # it is a slug
        """The entry with this slug. Raises `NoSuchRoutineError`."""
        if name not in self._by_slug:
            raise NoSuchRoutineError(name, self._by_slug)
        return self._by_slug[name]


def read_shelf(folders: Folders, now: datetime, day_start: time = DAY_START) -> Shelf:
    """The files as they are now; what a killed writer left lying beside them is swept up."""
    for folder in (folders.routines, folders.exercises, folders.config):
        sweep_temporaries(folder)
    stamps, day_stamps = stamps_of(folders.exercises, folders.routines), stamps_of_day(folders)
    catalogue = load_catalogue(folders)
    library = Library.of(folders, catalogue)
    entries = tuple(library.entries())
    _ = catalogue.entries, catalogue.sources  # read now, in whose thread this is, not when first shown
    history, read, as_read = History(folders.history_file), followed(folders), _LibraryAsRead(library, entries)
    try:
        remembered, problem = _remembered(folders, history, catalogue, now, day_start), None
        today = what_is_due(read, as_read, history, now, day_start)
        remembered = remembered._replace(as_planned=_as_planned(history, today, now, day_start))
    except HistoryError as error:
        remembered, problem = Remembered(), str(error)
        nothing = History(folders.history_file / "none")
        today = _without_history(what_is_due(read, as_read, nothing, now, day_start))
    day = day_in_blocks(today, entries, remembered.last_done, day_start)
    return Shelf(folders, history, catalogue, entries, remembered, problem, stamps, day, day_stamps)


def stamps_of_day(folders: Folders) -> Stamps:
    """The stamps of the settings, with what is followed, and of the history."""
    return stamps_of(folders.config_file, folders.history_file)


def _remembered(folders: Folders, history: History, catalogue: Catalogue, now: datetime, day_start: time) -> Remembered:
    answers = history.answers()
    return Remembered(
        history.all_done_today(now, day_start),
        answers,
        interrupted_session(folders, catalogue),
        morning_after(history, answers, now, day_start),
        holder(folders),
        history.last_done(),
    )


def _as_planned(history: History, today: Today, now: datetime, day_start: time) -> tuple[int, int] | None:
    """On how many of the last days all was done that was asked for; None as long as there is no such day."""
    first = today.date - timedelta(days=LAST_DAYS - 1)
    plans = [each.plan for each in today.routines]
    since = first - timedelta(days=LAST_DAYS)  # what is due on the first day hangs on what was done before it
    done = {plan.follow.routine: history.done_by_day(plan.follow.routine, since, now, day_start) for plan in plans}
    planned, of = days_as_planned(day_marks(plans, done, first, today.date, today.date), today.date)
    return (planned, of) if planned else None


def _without_history(today: Today) -> Today:
    """Where nobody knows what was done, nothing is called late."""
    return today._replace(routines=tuple(each._replace(due=each.due._replace(late=False)) for each in today.routines))
