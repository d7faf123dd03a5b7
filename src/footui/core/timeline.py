"""The timeline: the flat list of phases a routine means, each at its exact place in time.

`sequence.py` lays the phases out, this file gives them their places.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from footui.core.phase import SECOND, Phase
from footui.core.sequence import phases_of

if TYPE_CHECKING:
    from footui.core.dose import Level
    from footui.core.routine import Routine, Step
    from footui.core.sequence import KeptPhases


class _Parts(NamedTuple):
    """What a timeline is made of."""

    routine: Routine
    level: Level
    session: int
    sessions_per_day: int
    phases: tuple[Phase, ...]
    asked_level: Level | None = None
    """The level that goes before the steps' own; None where each has its own."""


class Timeline(_Parts):
    """A routine at one level, for one session of the day: its phases in order and where each begins."""

    @cached_property
    def starts_ns(self) -> tuple[int, ...]:
        """Where each phase begins, in nanoseconds; a self-paced phase takes up no time here."""
        starts, at = [], 0
        for phase in self.phases:
            starts.append(at)
            at += phase.length_ns or 0
        return tuple(starts)

    @cached_property
    def length_ns(self) -> int:
        """The length of the session in nanoseconds, self-paced phases counted as nothing."""
        return sum(phase.length_ns or 0 for phase in self.phases)

    @cached_property
    def work_ns(self) -> int:
        """The time of all holds and moves, in nanoseconds."""
        return sum(phase.length_ns or 0 for phase in self.phases if phase.is_work)

    @property
    def seconds(self) -> float:
        """The length of the session in seconds."""
        return self.length_ns / SECOND

    @property
    def work_seconds(self) -> float:
        """The time of all holds and moves, in seconds."""
        return self.work_ns / SECOND

    def step_of(self, phase: Phase) -> Step:
        """The step of the routine that a phase belongs to."""
        return self.routine.steps[phase.step - 1]

    def with_phases(self, phases: tuple[Phase, ...], step_number: int, step: Step) -> Timeline:
        """The same session with other phases and with `step` as its step of this number: what a change leaves."""
        steps = tuple(step if number == step_number else old for number, old in enumerate(self.routine.steps, start=1))
        return self._replace(routine=self.routine._replace(steps=steps), phases=phases)

    @cached_property
    def open_ended(self) -> bool:
        """Whether a self-paced phase makes the length unknown."""
        return any(phase.length_ns is None for phase in self.phases)

    @property
    def slot(self) -> str | None:
        """The name of this session of the day, such as “breakfast”."""
        return self.routine.slot(self.session)


class NoSuchSessionError(ValueError):
    """The routine has fewer sessions a day than the one asked for."""

    def __init__(self, routine: Routine, session: int, sessions_per_day: int) -> None:
        """Say which sessions there are."""
        there = "one session a day" if sessions_per_day == 1 else f"{sessions_per_day} sessions a day"
        super().__init__(f"{routine.title} has {there}; there is no session {session}.")


def compile_timeline(
    routine: Routine, session: int = 1, level: Level | None = None, kept: KeptPhases | None = None
) -> Timeline:
    """The timeline of session `session` (from 1) of the day, at `level` or else at the routine's own levels.

    `kept` is what an earlier call left there: with it, steps that are as they were cost next to nothing.

    Raises:
        NoSuchSessionError: the routine has no such session.
    """
    sessions_per_day = routine.sessions_per_day(level)
    if not 1 <= session <= sessions_per_day:
        raise NoSuchSessionError(routine, session, sessions_per_day)
    phases = tuple(phases_of(routine, session, level, kept))
    return Timeline(routine, level or routine.level, session, sessions_per_day, phases, level)
