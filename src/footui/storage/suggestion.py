"""What may be tried next of a routine, read from the history; written into the person's own file where it is taken.

A shipped routine is copied first, under its own name: the copy stands in its place, so that what is followed and what
was done go on. Everything that reads or writes files is best called in a thread.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from footui.core import wording
from footui.core.day import DAY_START, day_of
from footui.core.progression import Found, Suggestion, suggestion
from footui.storage.catalogue import load_catalogue
from footui.storage.history import History
from footui.storage.library import Library, NoSuchRoutineError, RoutineEntry
from footui.storage.session_record import record_of
from footui.storage.suggestion_taken import Taken, take

if TYPE_CHECKING:
    from footui.core.dose import Number
    from footui.core.record import SessionRecord
    from footui.core.settings import CareSettings
    from footui.storage.catalogue import Catalogue
    from footui.storage.folders import Folders

LOOKED_BACK: Final = timedelta(days=60)
"""Sessions longer ago say nothing of what may be tried now: our choice."""

LEFT: Final = "suggestions_left"
"""The answer that holds, for each routine and what a suggestion was about, when it was last left as it is."""


class Ground(NamedTuple):
    """What a suggestion is made from: the routine as its file is now, and the last sessions of all, newest first."""

    entry: RoutineEntry
    catalogue: Catalogue
    sessions: tuple[SessionRecord, ...]
    left: Mapping[str, datetime]

    def found(
        self, care: CareSettings, newest: SessionRecord | None = None, number: Callable[[Number], str] = wording.number
    ) -> Found | None:
        """What there is to suggest; `newest` is a session as it is now, whatever the history has of it."""
        if self.entry.routine is None:
            return None
        sessions = self.sessions
        if newest is not None:
            sessions = (newest, *(each for each in sessions if each.id != newest.id))
        return suggestion(self.entry.routine, sessions, self.catalogue.exercises, care, left=self.left, number=number)


def ground_for(
    history: History, library: Library, routine: str, now: datetime, day_start: time = DAY_START
) -> Ground | None:
    """What a suggestion for this routine is made from; None where it is gone or has problems.

    Raises:
        HistoryError: the history cannot be read.
    """
    try:
        entry = library.find(routine)
    except NoSuchRoutineError:
        return None
    if entry.routine is None:
        return None
    today = day_of(now, day_start)
    # A session of tomorrow is one before a flight west.
    sessions = history.between(today - LOOKED_BACK, today + timedelta(days=1), day_start)
    records = sorted(map(record_of, sessions), key=lambda record: record.started, reverse=True)
    return Ground(entry, library.catalogue, tuple(records), _left(history.answers().get(LEFT), routine))


def suggestion_for(
    history: History,
    library: Library,
    routine: str,
    care: CareSettings,
    now: datetime,
    *,
    day_start: time = DAY_START,
    number: Callable[[Number], str] = wording.number,
) -> Found | None:
    """What there is to suggest for a routine. Raises HistoryError."""
    ground = ground_for(history, library, routine, now, day_start)
    return None if ground is None else ground.found(care, number=number)


class Suggestions:
    """What is suggested for one routine, and what becomes of it: `read`, `look`, then `take` or `leave`."""

    def __init__(
        self,
        folders: Folders,
        routine: str,
        care: CareSettings,
        wall: Callable[[], datetime],
        *,
        day_start: time = DAY_START,
        number: Callable[[Number], str] = wording.number,
        newest: Callable[[], SessionRecord] | None = None,
        catalogue: Catalogue | None = None,
    ) -> None:
        """`wall` tells the time, `newest` the session that is being talked about, as it is now."""
        self._folders, self._routine, self._care, self._wall = folders, routine, care, wall
        self._day_start, self._number, self._newest, self._catalogue = day_start, number, newest, catalogue
        self._ground: Ground | None = None

    def read(self) -> None:
        """Read the files. Raises HistoryError."""
        catalogue = self._catalogue or load_catalogue(self._folders)
        library, history = Library.of(self._folders, catalogue), History(self._folders.history_file)
        self._ground = ground_for(history, library, self._routine, self._wall(), self._day_start)

    def look(self) -> Found | None:
        """What there is to suggest, by what was read and by the newest session; it reads nothing and is quick."""
        if self._ground is None:
            return None
        return self._ground.found(self._care, self._newest() if self._newest else None, self._number)

    def take(self, suggested: Suggestion) -> Taken:
        """Write it into the routine.

        Raises:
            SaveProblem: nothing was written; the text says why.
            TomlProblems: the file cannot be read any more.
        """
        if self._ground is None:
            raise AssertionError("only what was read can be suggested")
        return take(self._ground.entry, suggested, self._folders, self._ground.catalogue, self._wall)

    def leave(self, suggested: Suggestion) -> None:
        """Remember that it was left as it is. Raises HistoryError."""
        leave_suggestion(History(self._folders.history_file), self._routine, suggested, self._wall())


def leave_suggestion(history: History, routine: str, suggested: Suggestion, now: datetime) -> None:
    """Remember that it was left as it is: it comes again after two more sessions. Raises HistoryError."""
    told = history.answers().get(LEFT)
    kept = {slug: _left(told, slug) for slug in (told if isinstance(told, dict) else ())}
    kept[routine] = {**kept.get(routine, {}), suggested.about: now}
    newer = {
        slug: {about: when.isoformat() for about, when in left.items() if now - when <= LOOKED_BACK}
        for slug, left in kept.items()
    }
    history.answer(LEFT, {slug: left for slug, left in newer.items() if left})


def _left(told: Any, routine: str) -> dict[str, datetime]:  # noqa: ANN401  # it is JSON, perhaps of a later version
    """When what was last left as it is, of one routine; what cannot be read is left out."""
    of_routine = told.get(routine) if isinstance(told, dict) else None
    found: dict[str, datetime] = {}
    for about, when in of_routine.items() if isinstance(of_routine, dict) else ():
        try:
            moment = datetime.fromisoformat(when)
        except (TypeError, ValueError):
            continue
        found[about] = moment if moment.tzinfo else moment.astimezone()
    return found
