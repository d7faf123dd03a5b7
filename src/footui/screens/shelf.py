"""What the screens show of the files, read once and handed round: routines, exercises, and what was done today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from footui.core.dose import Level
from footui.core.routine import Routine
from footui.core.timeline import Timeline, compile_timeline
from footui.storage.atomic_file import sweep_temporaries
from footui.storage.catalogue import Catalogue, load_catalogue
from footui.storage.folders import Folders
from footui.storage.history import History, HistoryError
from footui.storage.library import Library, RoutineEntry


@dataclass(frozen=True)
class Shelf:
    """The files at one moment; `done_today` counts finished sessions by routine."""

    catalogue: Catalogue
    routines: tuple[RoutineEntry, ...]
    done_today: Mapping[str, int] = field(default_factory=dict)
    problem: str | None = None
    """What could not be read, as a sentence."""

    def next_session(self, routine: Routine, level: Level | None = None) -> int:
        """Today's next session of a routine, from 1; when all are done, the last one again."""
        return min(self.done_today.get(routine.slug, 0) + 1, routine.sessions_per_day(level))

    def next_timeline(self, routine: Routine) -> Timeline:
        """Today's next session of a routine at its own level."""
        return compile_timeline(routine, self.next_session(routine))

    def routines_with(self, exercise_id: str) -> list[str]:
        """The titles of the routines that use an exercise."""
        return [
            entry.routine.title
            for entry in self.routines
            if entry.routine and any(step.exercise == exercise_id for step in entry.routine.steps)
        ]


def read_shelf(folders: Folders, now: datetime) -> Shelf:
    """The files as they are now; what a killed writer left lying beside them is swept up."""
    for folder in (folders.routines, folders.exercises, folders.config):
        sweep_temporaries(folder)
    catalogue = load_catalogue(folders)
    entries = tuple(Library.of(folders, catalogue).entries())
    _ = catalogue.entries, catalogue.sources  # read now, in whose thread this is, not when first shown
    try:
        done, problem = History(folders.history_file).all_done_today(now), None
    except HistoryError as error:
        done, problem = {}, str(error)
    return Shelf(catalogue, entries, done, problem)
