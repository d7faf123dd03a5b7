"""Timelines of a routine while it is being changed: each is laid out once, and of a changed one only what differs."""

from __future__ import annotations

from typing import Final, NamedTuple

from footui.core.dose import Level
from footui.core.routine import Routine
from footui.core.sequence import KeptPhases
from footui.core.timeline import Timeline, compile_timeline

MOST_TIMELINES: Final = 3
"""Those kept: of what is shown, of what is saved, and one more to go back to."""

MOST_PHASES: Final = 2_000
"""Goings through of a step whose phases are kept."""


class _Kept(NamedTuple):
    """A timeline, and what it was compiled of."""

    routine: Routine
    session: int
    level: Level | None
    timeline: Timeline


class KeptTimelines:
    """Compiles timelines, and remembers the last ones."""

    def __init__(self) -> None:
        """Nothing was compiled yet."""
        self._kept: list[_Kept] = []
        self._phases: KeptPhases = {}

    def of(self, routine: Routine, session: int, level: Level | None) -> Timeline:
        """The timeline of this very routine; raises `NoSuchSessionError`."""
        for kept in self._kept:
            if kept.routine is routine and (kept.session, kept.level) == (session, level):
                return kept.timeline
        if len(self._phases) > MOST_PHASES:
            self._phases = {}
        timeline = compile_timeline(routine, session, level, self._phases)
        self._kept = [_Kept(routine, session, level, timeline), *self._kept][:MOST_TIMELINES]
        return timeline
