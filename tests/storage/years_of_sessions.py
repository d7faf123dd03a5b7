"""Histories of years: sessions of the shipped programmes, day after day, as they would have been written down."""

from __future__ import annotations

import itertools
import uuid
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from footui.core.dose import Side
from footui.core.record import Pain, SessionRecord, WorkDone
from footui.core.timeline import Timeline, compile_timeline
from footui.storage.catalogue import load_catalogue
from footui.storage.folders import Folders
from footui.storage.history import History
from footui.storage.library import Library
from footui.storage.session_object import SessionObject, session_object

PROGRAMMES: Final = (
    "twenty-minutes",
    "five-feet-exercises",
    "four-exercises",
    "breakfast-lunch-dinner",
    "ten-exercises",
)
FIRST: Final = datetime.fromisoformat("2015-01-01T07:30:00+01:00")
_NOTHING: Final = WorkDone(0, "", None, Side.BOTH, 0, 0, 0, 0, None)


def years_of_sessions(count: int, first: datetime = FIRST) -> Iterator[SessionObject]:
    """So many finished sessions, five a day from `first` on, one of each of five programmes; oldest first.

    They have the same ids each time.
    """
    folders = Folders(Path("/nowhere"), Path("/nowhere"), Path("/nowhere"))
    library = Library.of(folders, load_catalogue(folders))
    routines = [library.find(slug).routine for slug in PROGRAMMES]
    timelines = [compile_timeline(routine) for routine in routines if routine is not None]
    rows = [_work(timeline) for timeline in timelines]
    for number in range(count):
        day, place = divmod(number, len(timelines))
        timeline = timelines[place]
        started = first + timedelta(days=day, hours=2 * place)
        record = SessionRecord(
            id=str(uuid.UUID(int=number, version=4)),
            routine=timeline.routine.slug,
            title=timeline.routine.title,
            level="low",
            session=1,
            sessions_per_day=timeline.routine.sessions_per_day(),
            started=started,
            ended=started + timedelta(minutes=20),
            status="finished",
            planned_work_ns=sum(row.planned_ns for row in rows[place]),
            paused_seconds=0.0,
            work=rows[place],
            pain=Pain(2, 3, number % 4, 1),
            effort="right",
            note="The left one was stiff." if number % 3 == 0 else "",
        )
        yield session_object(record)


def _work(timeline: Timeline) -> tuple[WorkDone, ...]:
    """Every step and side of a timeline, done as it is planned."""
    rows: dict[tuple[int, Side | None], WorkDone] = {}
    for phase in timeline.phases:
        if phase.is_work:
            row = rows.get((phase.step, phase.side), _NOTHING)
            reps, length = row.done_reps + 1, row.done_ns + (phase.length_ns or 0)
            side = phase.side or Side.BOTH
            rows[phase.step, phase.side] = WorkDone(
                phase.step, phase.exercise, phase.variant, side, reps, reps, length, length, None
            )
    return tuple(rows.values())


def write_years(path: Path, count: int, first: datetime = FIRST) -> None:
    """Make a history at `path` with so many sessions."""
    history = History(path)
    sessions = years_of_sessions(count, first)
    while page := list(itertools.islice(sessions, 5000)):
        history.merge(page)
