"""What a person may change in the midst of a session, each as a value that turns one timeline into another.

The phase one is in stays, though it may become shorter; what was done stays done. What was prescribed is not touched:
the record compares with the timeline as it was (`record.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from footui.core.dose import Range, Sides
from footui.core.phase import Phase, PhaseKind
from footui.core.repetitions import at_lower_end, at_most, is_of_step, once_more

if TYPE_CHECKING:
    from footui.core.repetitions import Placed
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
    """What is left of this step is done at the low end of its ranges.

    The hold or move at hand has lasted `at_least_ns` nanoseconds already and does not become shorter than that.
    """

    at_least_ns: int = 0


class FewerRepetitions(NamedTuple):
    """What is left of this step has at most so many repetitions in a set on a side."""

    reps: int


class GetReady(NamedTuple):
    """A fresh time to get ready, in nanoseconds, before the phase that comes: after an interruption."""

    length_ns: int


Change: TypeAlias = OnceMore | OtherFootFirst | OtherForm | LowerEnd | FewerRepetitions | GetReady


class Made(NamedTuple):
    """A change that was made: the place of the phase in which it was, as it was before, and the number of the step."""

    place: int
    change: Change
    step: int


class Rewritten(NamedTuple):
    """A timeline after a change, and for each of its phases the place it had before; None where it is new."""

    timeline: Timeline
    sources: tuple[int | None, ...]

    @property
    def places(self) -> dict[int, int]:
        """The new place of every phase that stayed, by its old one."""
        return {source: place for place, source in enumerate(self.sources) if source is not None}


def rewritten(timeline: Timeline, index: int, change: Change) -> Rewritten:
    """The timeline after a change that is made in the phase at `index`."""
    step = timeline.step_of(timeline.phases[index])
    dose = step.dose
    match change:
        case OnceMore():
            placed = once_more(timeline, index)
        case OtherFootFirst():
            placed = _each_of_step(timeline, index, _on_the_other_foot)
            step = step._replace(dose=dose._replace(first=dose.first.other))
        case OtherForm(variant=variant):
            placed = _each_of_step(timeline, index, lambda phase: phase._replace(variant=variant))
            step = step._replace(variant=variant)
        case LowerEnd(at_least_ns=at_least_ns):
            placed = at_lower_end(timeline, index, at_least_ns)
            step = step._replace(dose=dose.lowest)
        case FewerRepetitions(reps=reps):
            placed = at_most(timeline, index, reps)
            step = step._replace(dose=dose._replace(reps=Range(min(dose.reps.low, reps), reps)))
        case GetReady(length_ns=length_ns):
            placed = _with_get_ready(timeline, index, length_ns)
    numbered = tuple(placed)
    changed = timeline.with_phases(tuple(phase for _, phase in numbered), timeline.phases[index].step, step)
    return Rewritten(changed, tuple(source for source, _ in numbered))


# What can be changed at the moment


def is_possible(timeline: Timeline, index: int, change: Change) -> bool:
    """Whether a person can make this change in the phase at `index`, for all that the timeline tells."""
    match change:
        case OnceMore():
            return can_do_once_more(timeline, index)
        case OtherFootFirst():
            return sides_can_change_places(timeline, index)
        case OtherForm():
            return True
        case LowerEnd():
            return not is_at_lower_end(timeline, index)
        case FewerRepetitions(reps=reps):
            return reps in reps_left(timeline, index)
        case GetReady():
            return False  # it comes by itself


def can_do_once_more(timeline: Timeline, index: int) -> bool:
    """Whether there is a repetition to do once more."""
    return timeline.phases[index].is_work


def sides_can_change_places(timeline: Timeline, index: int) -> bool:
    """Whether the step works one foot and then the other, and this going through of it has come to neither."""
    phases, here = timeline.phases, timeline.phases[index]
    dose = timeline.step_of(here).dose
    if dose.sides not in (Sides.EACH, Sides.ALTERNATE) or (dose.is_self_paced and dose.sides is Sides.ALTERNATE):
        return False
    return not any(phase.is_work and phase.occurrence == here.occurrence for phase in phases[: index + 1])


def reps_left(timeline: Timeline, index: int) -> range:
    """The numbers of repetitions a set on a side can be brought down to: at least those it has come to.

    None in the midst of a self-paced set: nobody knows how many of it were done.
    """
    phase = timeline.phases[index]
    return range(phase.rep, phase.reps) if phase.length_ns is not None else range(0)


def is_at_lower_end(timeline: Timeline, index: int) -> bool:
    """Whether the low end of the ranges would change nothing."""
    return tuple(phase for _, phase in at_lower_end(timeline, index)) == timeline.phases


# One change each


def _each_of_step(timeline: Timeline, index: int, change: Callable[[Phase], Phase]) -> Iterator[Placed]:
    """Every phase; those of the present step from `index` on, in this and later rounds, changed."""
    here = timeline.phases[index]
    for place, phase in enumerate(timeline.phases):
        yield place, change(phase) if place >= index and is_of_step(phase, here) else phase


def _on_the_other_foot(phase: Phase) -> Phase:
    return phase._replace(side=phase.side.other) if phase.side is not None else phase


def _with_get_ready(timeline: Timeline, index: int, length_ns: int) -> Iterator[Placed]:
    """A time to get ready before the phase at `index`."""
    for place, phase in enumerate(timeline.phases):
        if place == index:
            yield (
                None,
                phase._replace(kind=PhaseKind.PREPARE, length_ns=length_ns, side=None, direction=None, amount=None),
            )
        yield place, phase
