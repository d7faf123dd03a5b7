"""What the screens show of the files, read once and handed round: routines, exercises, what was done, what is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from typing import Any, NamedTuple

from footui.core.day import DAY_START
from footui.core.dose import Level
from footui.core.routine import Routine
from footui.core.timeline import Timeline, compile_timeline
from footui.storage.atomic_file import sweep_temporaries
from footui.storage.catalogue import Catalogue, load_catalogue
from footui.storage.folders import Folders
from footui.storage.history import History, HistoryError
from footui.storage.interrupted import InterruptedSession, interrupted_session
from footui.storage.library import Library, RoutineEntry
from footui.storage.next_morning import Morning, morning_after
from footui.storage.session_lock import Holder, holder

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

    def next_session(self, routine: Routine, level: Level | None = None) -> int:
        """Today's next session of a routine, from 1; when all are done, the last one again."""
        return min(self.done_today(routine.slug) + 1, routine.sessions_per_day(level))

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


def read_shelf(folders: Folders, now: datetime, day_start: time = DAY_START) -> Shelf:
    """The files as they are now; what a killed writer left lying beside them is swept up."""
    for folder in (folders.routines, folders.exercises, folders.config):
        sweep_temporaries(folder)
    catalogue = load_catalogue(folders)
    entries = tuple(Library.of(folders, catalogue).entries())
    _ = catalogue.entries, catalogue.sources  # read now, in whose thread this is, not when first shown
    history = History(folders.history_file)
    try:
        remembered, problem = _remembered(folders, history, catalogue, now, day_start), None
    except HistoryError as error:
        remembered, problem = Remembered(), str(error)
    return Shelf(folders, history, catalogue, entries, remembered, problem)


def _remembered(folders: Folders, history: History, catalogue: Catalogue, now: datetime, day_start: time) -> Remembered:
    answers = history.answers()
    return Remembered(
        history.all_done_today(now, day_start),
        answers,
        interrupted_session(folders, catalogue),
        morning_after(history, answers, now, day_start),
        holder(folders),
    )
