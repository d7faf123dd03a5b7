"""One repetition more, fewer of them, the low end of the ranges: phases put into a timeline, taken out, made shorter.

Each function gives the phases of the timeline after it, each with its place before; None where it is new.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeAlias

from footui.core.dose import Sides, Unit
from footui.core.phase import Phase, PhaseKind, nanoseconds

if TYPE_CHECKING:
    from footui.core.dose import Number, Side
    from footui.core.routine import Step
    from footui.core.timeline import Timeline

Placed: TypeAlias = tuple[int | None, Phase]
"""A phase and the place it had before."""


def once_more(timeline: Timeline, index: int) -> Iterator[Placed]:
    """One more behind the present repetition, after the pause that parts repetitions."""
    if timeline.phases[index].kind is PhaseKind.REPS:
        return _counted(
            [(place, _with_reps(phase, phase.reps + (place == index))) for place, phase in enumerate(timeline.phases)]
        )
    return _counted(list(_with_copy(timeline, index)))


def _with_copy(timeline: Timeline, index: int) -> Iterator[Placed]:
    """Every phase, and behind the present repetition a copy of it; those after it in the set are one later."""
    phases, here = timeline.phases, timeline.phases[index]
    in_set = {place for place in range(len(phases)) if _is_of_set(timeline, place, here)}
    in_rep = [place for place in sorted(in_set) if phases[place].is_work and phases[place].rep == here.rep]
    last = in_rep[-1]
    for place, phase in enumerate(phases):
        yield place, phase._replace(rep=phase.rep + 1) if place in in_set and place > last else phase
        if place == last:
            yield from ((None, new) for new in _copied(timeline, in_rep))


def _copied(timeline: Timeline, in_rep: list[int]) -> Iterator[Phase]:
    """The phases of one more repetition like the one whose work stands at these places, in the form it now has."""
    phases, last = timeline.phases, timeline.phases[in_rep[-1]]
    step, rep = timeline.step_of(last), last.rep + 1
    kind, seconds = _pause_between_repetitions(timeline, step)
    if seconds > 0:
        yield last._replace(kind=kind, length_ns=nanoseconds(seconds), side=None, direction=None, amount=None, rep=rep)
    for phase in phases[in_rep[0] : in_rep[-1] + 1]:
        more = phase._replace(rep=rep, variant=last.variant)
        if phase.is_work and step.dose.tempo is None:  # all its parts are of one length; the last was changed last
            more = more._replace(length_ns=last.length_ns, amount=last.amount)
        if phase.kind is not PhaseKind.PREPARE:  # after an interruption within the repetition; not again
            yield more


def _pause_between_repetitions(timeline: Timeline, step: Step) -> tuple[PhaseKind, Number]:
    """The pause that parts two repetitions of one set: its kind and its length in seconds, as in `sequence.py`."""
    timing = timeline.routine.timing_of(step)
    if step.dose.sides is Sides.ALTERNATE:
        return PhaseKind.CHANGE, timing.change
    return PhaseKind.RELEASE, timing.release if step.dose.tempo is None else step.dose.timing.release or 0


def at_lower_end(timeline: Timeline, index: int, at_least_ns: int = 0) -> Iterator[Placed]:
    """The rest of the step with its ranges at their low ends; the work at hand too, but not below `at_least_ns`."""
    at_hand = _work_at(timeline, index)
    here = timeline.phases[at_hand]
    step = timeline.step_of(here)
    dose = step.dose.lowest
    sets, reps, measured = int(dose.sets.low), int(dose.reps.low), dose.hold or dose.move
    count = timeline.routine.timing_of(step).count if dose.unit is Unit.COUNTS else 1

    def is_too_much(phase: Phase) -> bool:
        """The set at hand is too much only for its repetitions, so that both feet do it."""
        is_at_hand = (phase.occurrence, phase.set) == (here.occurrence, here.set)
        return phase.rep > reps or (phase.set > sets and not is_at_hand)

    def lower(place: int, phase: Phase) -> Phase:
        if not phase.is_work or measured is None:
            return _with_reps(phase, min(phase.reps, reps))
        length_ns = nanoseconds(measured.low * count)
        if length_ns == phase.length_ns:
            return phase
        length_ns = max(length_ns, at_least_ns) if place == at_hand else length_ns
        return phase._replace(length_ns=length_ns, amount=measured.low)

    kept = _without(timeline, index, is_too_much)
    return _counted(
        [(place, lower(place, phase) if place >= index and is_of_step(phase, here) else phase) for place, phase in kept]
    )


def at_most(timeline: Timeline, index: int, reps: int) -> Iterator[Placed]:
    """The rest of the step without the repetitions above so many."""
    here = timeline.phases[index]

    def fewer(place: int, phase: Phase) -> Phase:
        return _with_reps(phase, min(phase.reps, reps)) if place >= index and is_of_step(phase, here) else phase

    kept = _without(timeline, index, lambda phase: phase.rep > reps)
    return _counted([(place, fewer(place, phase)) for place, phase in kept])


def _with_reps(phase: Phase, reps: int) -> Phase:
    """A self-paced set of so many repetitions; any other phase as it is."""
    return phase._replace(reps=reps, amount=reps) if phase.kind is PhaseKind.REPS else phase


def _without(timeline: Timeline, index: int, is_too_much: Callable[[Phase], bool]) -> Iterator[tuple[int, Phase]]:
    """The phases but for the work of this step that is too much, and the pauses before it.

    What was gone through stays, and so does the repetition at hand, on both feet where they work in turn.
    """
    here = timeline.phases[_work_at(timeline, index)]
    for place, phase in enumerate(timeline.phases):
        # a pause carries set and repetition of the work it leads to, and so goes with it
        is_left_out = place > index and is_of_step(phase, here) and is_too_much(phase)
        if not is_left_out or (phase.rep == here.rep and _is_of_set(timeline, place, here)):
            yield place, phase


def _counted(placed: list[Placed]) -> Iterator[Placed]:
    """The phases, each with the numbers of sets and repetitions there are now; a pause with those of its work."""
    sets: dict[tuple[int, int], int] = {}
    reps: dict[tuple[int, int, int, Side | None], int] = {}
    for _, phase in placed:
        if phase.is_work:
            last = phase.reps if phase.kind is PhaseKind.REPS else phase.rep
            sets[phase.occurrence] = max(sets.get(phase.occurrence, 0), phase.set)
            reps[_set_of(phase)] = max(reps.get(_set_of(phase), 0), last)
    counted: list[Placed] = []
    work = placed[-1][1]
    for place, phase in reversed(placed):
        work = phase if phase.is_work else work
        counted.append((place, phase._replace(sets=sets[work.occurrence], reps=reps[_set_of(work)])))
    return reversed(counted)


def _set_of(work: Phase) -> tuple[int, int, int, Side | None]:
    """What tells one set on one side from any other."""
    return (*work.occurrence, work.set, work.side)


def _work_at(timeline: Timeline, index: int) -> int:
    """The place of the work at hand: the phase at `index`, or what a pause there leads to."""
    return next(place for place in range(index, len(timeline.phases)) if timeline.phases[place].is_work)


def _is_of_set(timeline: Timeline, place: int, here: Phase) -> bool:
    """Whether the work at hand at `place` is of the same set as `here`, on the same foot or with both in turn."""
    work = timeline.phases[_work_at(timeline, place)]
    in_turn = timeline.step_of(here).dose.sides is Sides.ALTERNATE
    return (work.occurrence, work.set) == (here.occurrence, here.set) and (in_turn or work.side == here.side)


def is_of_step(phase: Phase, here: Phase) -> bool:
    """Whether a phase is of the same step, in the same round or a later one."""
    return phase.step == here.step and phase.round >= here.round
