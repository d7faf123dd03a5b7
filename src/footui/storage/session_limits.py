"""The longest session there may be, found without laying out more of it than that."""

from __future__ import annotations

from itertools import islice
from typing import Final

from footui.core.dose import Level, Unit
from footui.core.phase import SECOND
from footui.core.routine import Group, Routine
from footui.core.sequence import phases_of

MOST_PHASES: Final = 20_000
LONGEST_NS: Final = 12 * 3600 * SECOND
"""12 h in nanoseconds."""
_LONGEST_PREPARE_NS: Final = 3600 * SECOND


def session_too_long(routine: Routine) -> str | None:
    """A sentence on the first session of the day that is too long at level high, or None.

    Session 1 holds every step, so no later one has more phases. It can be longer only by the `prepare` of its
    first step.
    """
    if _is_far_from_limits(routine):
        return None
    for session in range(1, routine.sessions_per_day(Level.HIGH) + 1):
        phases = list(islice(phases_of(routine, session, Level.HIGH), MOST_PHASES + 1))
        if len(phases) > MOST_PHASES:
            return f"session {session} has more than 20,000 phases at level high; 20,000 phases is the most."
        length_ns = sum(phase.length_ns or 0 for phase in phases)
        if length_ns > LONGEST_NS:
            return f"session {session} is longer than 12 h at level high; 12 h is the most."
        if length_ns + _LONGEST_PREPARE_NS <= LONGEST_NS:
            break
    return None


def _is_far_from_limits(routine: Routine) -> bool:
    """Whether there is room even with the longest pause between any two pieces of work.

    It takes no laying out to know that, and a long routine that is being changed is read with every change.
    """
    phases, seconds = 0, 0.0
    for step in routine.steps:
        dose, timing = step.dose, routine.timing_of(step)
        group = routine.groups[step.group] if step.group is not None else Group(1)
        a_set = dose.reps.high * len(dose.side_order)
        parts = 3 if dose.tempo is not None else max(len(dose.directions), 1)
        measured = dose.hold or dose.move
        longest = measured.high if measured is not None else max(dose.tempo or (0,))
        piece = longest * timing.count if dose.unit is Unit.COUNTS else longest
        between = a_set * max(timing.change, timing.release) + timing.rest
        entry = max(timing.prepare, timing.transition, group.rest)
        phases += 2 * group.rounds * int(dose.sets.high * a_set) * parts
        seconds += group.rounds * (dose.sets.high * (a_set * parts * piece + between) + entry)
    return phases <= MOST_PHASES and seconds * SECOND + _LONGEST_PREPARE_NS <= LONGEST_NS
