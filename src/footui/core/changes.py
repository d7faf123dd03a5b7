"""What a person may change in the midst of a session, each as a value that turns one timeline into another.

The phase one is in stays, though it may become shorter; what was done stays done. What was prescribed is not touched:
the record compares with the timeline as it was (`record.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from footui.core.dose import Level, Range, Sides, Unit
from footui.core.phase import Phase, PhaseKind, nanoseconds

if TYPE_CHECKING:
    from footui.core.timeline import Timeline


class OnceMore(NamedTuple):
    """One more repetition of what is being done; of a set at one's own pace one more in it."""


class OtherFootFirst(NamedTuple):
    """The feet of this step change places, in this and in later rounds."""


class OtherForm(NamedTuple):
    """The exercise is done in another form from here on; `instead` is what stands in for its equipment."""

    variant: str | None
    instead: str | None = None


class LowerEnd(NamedTuple):
    """What is left of this step is done at the low end of its ranges."""


class FewerRepetitions(NamedTuple):
    """What is left of this step has at most so many repetitions in a set on a side."""

    reps: int


class GetReady(NamedTuple):
    """A fresh time to get ready, in nanoseconds, before the phase that comes: after an interruption."""

    length_ns: int


Change: TypeAlias = OnceMore | OtherFootFirst | OtherForm | LowerEnd | FewerRepetitions | GetReady


class Rewritten(NamedTuple):
    """A timeline after a change, and for each of its phases the place it had before; None where it is new."""

    timeline: Timeline
    sources: tuple[int | None, ...]

    @property
    def places(self) -> dict[int, int]:
        """The new place of every phase that stayed, by its old one."""
        return {source: place for place, source in enumerate(self.sources) if source is not None}


_Placed: TypeAlias = tuple[int | None, Phase]


def rewritten(timeline: Timeline, index: int, change: Change) -> Rewritten:
    """The timeline after a change that is made in the phase at `index`."""
    step = timeline.step_of(timeline.phases[index])
    dose = step.dose
    match change:
        case OnceMore():
            placed = _once_more(timeline, index)
        case OtherFootFirst():
            placed = _each_of_step(timeline, index, _on_the_other_foot, from_index=0)
            step = step._replace(dose=dose._replace(first=dose.first.other))
        case OtherForm(variant=variant):
            placed = _each_of_step(timeline, index, lambda phase: phase._replace(variant=variant))
            step = step._replace(variant=variant)
        case LowerEnd():
            placed = _at_lower_end(timeline, index)
            step = step._replace(dose=dose.lowest)
        case FewerRepetitions(reps=reps):
            placed = _at_most(timeline, index, reps)
            step = step._replace(dose=dose._replace(reps=Range.of(reps)))
        case GetReady(length_ns=length_ns):
            placed = _with_get_ready(timeline, index, length_ns)
    numbered = tuple(placed)
    changed = timeline.with_phases(tuple(phase for _, phase in numbered), timeline.phases[index].step, step)
    return Rewritten(changed, tuple(source for source, _ in numbered))


# What can be changed at the moment


def can_do_once_more(timeline: Timeline, index: int) -> bool:
    """Whether there is a repetition to do once more."""
    return timeline.phases[index].is_work


def sides_can_change_places(timeline: Timeline, index: int) -> bool:
    """Whether this going through of the step has not begun on either foot."""
    phases, here = timeline.phases, timeline.phases[index].occurrence
    return not any(phase.is_work and phase.occurrence == here for phase in phases[: index + 1])


def reps_left(timeline: Timeline, index: int) -> range:
    """The numbers of repetitions a set on a side can be brought down to: at least those it has come to."""
    phase = timeline.phases[index]
    return range(max(phase.rep, 1), phase.reps) if phase.length_ns is not None else range(0)


def is_at_lower_end(timeline: Timeline, index: int) -> bool:
    """Whether the low end of the ranges would change nothing."""
    return tuple(phase for _, phase in _at_lower_end(timeline, index)) == timeline.phases


# One change each


def _each_of_step(
    timeline: Timeline, index: int, change: Callable[[Phase], Phase], from_index: int | None = None
) -> Iterator[_Placed]:
    """Every phase; those of the present step from `index` on (or `from_index`), in this and later rounds, changed."""
    here = timeline.phases[index]
    first = index if from_index is None else from_index
    for place, phase in enumerate(timeline.phases):
        is_meant = place >= first and phase.step == here.step and phase.round >= here.round
        yield place, change(phase) if is_meant else phase


def _on_the_other_foot(phase: Phase) -> Phase:
    return phase._replace(side=phase.side.other) if phase.side is not None else phase


def _once_more(timeline: Timeline, index: int) -> Iterator[_Placed]:
    """One more behind the present repetition, after the pause that parts repetitions."""
    phases, here = timeline.phases, timeline.phases[index]
    if here.length_ns is None:
        more = here._replace(reps=here.reps + 1, amount=(here.amount or 0) + 1)
        yield from ((place, more if place == index else phase) for place, phase in enumerate(phases))
        return
    in_turn = timeline.step_of(here).dose.sides is Sides.ALTERNATE

    def in_set(place: int) -> bool:
        """Whether a piece of work is of this set on this foot; a pause goes with the work it leads to."""
        work = phases[place] if phases[place].is_work else phases[place + 1]
        same_set = (work.occurrence, work.set) == (here.occurrence, here.set)
        return same_set and (in_turn or work.side == here.side)

    in_rep = [place for place, work in enumerate(phases) if work.is_work and work.rep == here.rep and in_set(place)]
    last = in_rep[-1]
    for place, phase in enumerate(phases):
        if in_set(place):
            yield place, phase._replace(reps=phase.reps + 1, rep=phase.rep + (place > last))
        else:
            yield place, phase
        if place == last:
            yield from ((None, new) for new in _copied(timeline, in_rep, pause=not in_turn))


def _copied(timeline: Timeline, in_rep: list[int], *, pause: bool) -> Iterator[Phase]:
    """The phases of one more repetition like the one whose work stands at these places."""
    phases = timeline.phases
    first = phases[in_rep[0]]
    step = timeline.step_of(first)
    timing = timeline.routine.timing_of(step)
    rep, reps = first.rep + 1, first.reps + 1
    release = (step.dose.timing.release or 0) if step.dose.tempo is not None else timing.release
    kind, seconds = (PhaseKind.RELEASE, release) if pause else (PhaseKind.CHANGE, timing.change)
    if seconds > 0:
        yield first._replace(
            kind=kind, length_ns=nanoseconds(seconds), side=None, direction=None, amount=None, rep=rep, reps=reps
        )
    for phase in phases[in_rep[0] : in_rep[-1] + 1]:
        yield phase._replace(rep=rep, reps=reps)


def _at_lower_end(timeline: Timeline, index: int) -> Iterator[_Placed]:
    """The rest of the step with its ranges at their low ends; the present phase too, should it be longer."""
    here = timeline.phases[index]
    step = timeline.step_of(here)
    dose = step.dose
    sets, reps = dose.sets.whole_at(Level.LOW), dose.reps.whole_at(Level.LOW)
    measured = dose.hold or dose.move

    def lower(phase: Phase) -> Phase:
        fewer = phase._replace(sets=max(sets, phase.set), reps=max(reps, phase.rep))
        if not phase.is_work or measured is None:
            return fewer
        amount = measured.low
        seconds = amount * timeline.routine.timing_of(step).count if dose.unit is Unit.COUNTS else amount
        return fewer._replace(amount=amount, length_ns=nanoseconds(seconds))

    kept = _without(timeline, index, lambda phase: phase.rep > reps or phase.set > sets)
    for place, phase in kept:
        is_meant = place is not None and place >= index and _is_of_step(phase, here)
        yield place, lower(phase) if is_meant else phase


def _at_most(timeline: Timeline, index: int, reps: int) -> Iterator[_Placed]:
    """The rest of the step without the repetitions above so many."""
    here = timeline.phases[index]
    for place, phase in _without(timeline, index, lambda phase: phase.rep > reps):
        is_meant = place is not None and place >= index and _is_of_step(phase, here)
        yield place, phase._replace(reps=max(reps, phase.rep)) if is_meant else phase


def _is_of_step(phase: Phase, here: Phase) -> bool:
    return phase.step == here.step and phase.round >= here.round


def _without(timeline: Timeline, index: int, is_too_much: Callable[[Phase], bool]) -> Iterator[_Placed]:
    """The phases but for the work of this step, after the present phase, that is too much, and the pause before it."""
    phases, here = timeline.phases, timeline.phases[index]

    def goes(place: int) -> bool:
        return place > index and _is_of_step(phases[place], here) and is_too_much(phases[place])

    for place, phase in enumerate(phases):
        if not goes(place):  # a pause carries set and repetition of the work it leads to, and so goes with it
            yield place, phase


def _with_get_ready(timeline: Timeline, index: int, length_ns: int) -> Iterator[_Placed]:
    """A time to get ready before the phase at `index`."""
    for place, phase in enumerate(timeline.phases):
        if place == index:
            yield (
                None,
                phase._replace(kind=PhaseKind.PREPARE, length_ns=length_ns, side=None, direction=None, amount=None),
            )
        yield place, phase
