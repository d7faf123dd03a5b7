"""The rules that turn doses into phases: nesting, sides, circuits, and which pause stands where.

`docs/routine-format.md` says the rules to people.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from footui.core.dose import Level, Number, Range, Side, Sides, Timing, Unit
from footui.core.phase import Phase, PhaseKind, nanoseconds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from footui.core.dose import Dose
    from footui.core.routine import Group, Routine, Step

_TEMPO_PARTS = ((PhaseKind.MOVE, "up"), (PhaseKind.HOLD, None), (PhaseKind.MOVE, "down"))


class _StepAtLevel(NamedTuple):
    """A step with its ranges decided: what is needed to lay out its phases."""

    number: int
    step: Step
    level: Level
    timing: Timing
    sets: int
    reps: int

    @property
    def dose(self) -> Dose:
        return self.step.dose

    @property
    def release(self) -> Number:
        """Between repetitions; a tempo has one only where the step itself sets it."""
        if self.dose.tempo is not None:
            return self.dose.timing.release or 0
        return self.timing.release


class _GoingThrough(NamedTuple):
    """Everything that the phases of one going through of a step depend on."""

    at_level: _StepAtLevel
    round: int
    rounds: int
    entry: tuple[PhaseKind, Number]

    def phases(self) -> Iterator[Phase]:
        pieces = _pieces(self.at_level, self.round, self.rounds)
        return _with_pauses(self.at_level, pieces, self.entry)


KeptPhases = dict[_GoingThrough, tuple[Phase, ...]]
"""Phases laid out before, for whoever lays a routine out again that differs in a step or two."""


def phases_of(routine: Routine, session: int, level: Level | None, kept: KeptPhases | None = None) -> Iterator[Phase]:
    """Every phase of session `session` (from 1), in order; `level` goes before the file's and the steps' own.

    What is in `kept` is not laid out again, and what is not yet is put there.
    """
    steps = _steps_of(routine, session, level)
    began = False
    for group_name, members in groupby(steps, key=lambda at_level: at_level.step.group):
        # Steps outside of a circuit share the group None: each goes by with one round.
        group = routine.groups[group_name] if group_name is not None else None
        for round_number, place, at_level in _rounds(list(members), group):
            entry = _entry(at_level, group, began=began, new_round=place == 0 and round_number > 1)
            going_through = _GoingThrough(at_level, round_number, group.rounds if group else 1, entry)
            if kept is None:
                yield from going_through.phases()
            else:
                yield from kept.get(going_through) or kept.setdefault(going_through, tuple(going_through.phases()))
            began = True


def _steps_of(routine: Routine, session: int, asked: Level | None) -> list[_StepAtLevel]:
    """The steps that stand in this session, numbered as in the file."""
    steps = []
    for number, step in enumerate(routine.steps, start=1):
        level = step.level_for(routine.level, asked)
        if step.dose.times_per_day.whole_at(level) >= session:
            sets, reps = step.dose.sets.whole_at(level), step.dose.reps.whole_at(level)
            steps.append(_StepAtLevel(number, step, level, routine.timing_of(step), sets, reps))
    return steps


def _rounds(members: list[_StepAtLevel], group: Group | None) -> Iterator[tuple[int, int, _StepAtLevel]]:
    """Round, place within the round and step, in the order done."""
    for round_number in range(1, (group.rounds if group else 1) + 1):
        for place, at_level in enumerate(members):
            yield round_number, place, at_level


def _entry(at_level: _StepAtLevel, group: Group | None, *, began: bool, new_round: bool) -> tuple[PhaseKind, Number]:
    """The pause before the first work of a step: its kind and its length in seconds."""
    timing = at_level.timing
    if not began:
        return PhaseKind.PREPARE, timing.prepare
    if new_round and group is not None:
        return PhaseKind.ROUND_REST, group.rest
    if at_level.dose.timing.prepare is not None:
        return PhaseKind.PREPARE, timing.prepare
    return PhaseKind.TRANSITION, timing.transition


def _with_pauses(at_level: _StepAtLevel, pieces: Iterator[Phase], entry: tuple[PhaseKind, Number]) -> Iterator[Phase]:
    """The work of one going through of a step, each piece after the pause that leads to it."""
    before: Phase | None = None
    for piece in pieces:
        kind, seconds = entry if before is None else _pause_between(at_level, before, piece)
        if seconds > 0:
            yield piece._replace(kind=kind, length_ns=nanoseconds(seconds), side=None, direction=None, amount=None)
        yield piece
        before = piece


def _pause_between(at_level: _StepAtLevel, before: Phase, after: Phase) -> tuple[PhaseKind, Number]:
    """The pause between two pieces of work of one step: its kind and its length in seconds."""
    if before.set != after.set:
        return PhaseKind.REST, at_level.timing.rest
    if before.side != after.side:
        return PhaseKind.CHANGE, at_level.timing.change
    if before.rep != after.rep:
        return PhaseKind.RELEASE, at_level.release
    return PhaseKind.RELEASE, 0  # directions and the parts of a tempo follow each other at once


def _pieces(at_level: _StepAtLevel, round_number: int, rounds: int) -> Iterator[Phase]:
    """Every piece of work of one going through of a step, in order, without pauses."""
    step, dose = at_level.step, at_level.dose
    for set_number in range(1, at_level.sets + 1):
        for rep, side in _places(at_level):
            for kind, direction, amount, length_ns in _parts(at_level):
                yield Phase(
                    kind=kind, length_ns=length_ns, step=at_level.number, exercise=step.exercise, variant=step.variant,
                    side=side, direction=direction, set=set_number, sets=at_level.sets, rep=rep, reps=at_level.reps,
                    round=round_number, rounds=rounds, unit=dose.unit, amount=amount,
                )  # fmt: skip


def _places(at_level: _StepAtLevel) -> Iterator[tuple[int, Side]]:
    """Repetition and side within a set, in the order done."""
    dose = at_level.dose
    if dose.is_self_paced:
        sides = (Side.BOTH,) if dose.sides is Sides.ALTERNATE else dose.side_order
        yield from ((1, side) for side in sides)
    elif dose.sides is Sides.ALTERNATE:
        yield from ((rep, side) for rep in range(1, at_level.reps + 1) for side in dose.side_order)
    else:
        yield from ((rep, side) for side in dose.side_order for rep in range(1, at_level.reps + 1))


def _parts(at_level: _StepAtLevel) -> Iterator[tuple[PhaseKind, str | None, Number, int | None]]:
    """The phases of one repetition on one side: kind, direction, amount and length in nanoseconds."""
    dose = at_level.dose
    if dose.tempo is not None:
        for (kind, direction), seconds in zip(_TEMPO_PARTS, dose.tempo, strict=True):
            if seconds > 0:
                yield kind, direction, seconds, nanoseconds(seconds)
        return
    measured = dose.hold or dose.move
    if measured is None:
        yield PhaseKind.REPS, None, at_level.reps, None
        return
    kind = PhaseKind.HOLD if dose.hold else PhaseKind.MOVE
    amount, seconds = _amount_and_seconds(measured, at_level)
    for direction in dose.directions or (None,):
        yield kind, direction, amount, nanoseconds(seconds)


def _amount_and_seconds(measured: Range, at_level: _StepAtLevel) -> tuple[Number, Number]:
    """The number at the level in the dose's unit, and how many seconds that is."""
    if at_level.dose.unit is Unit.COUNTS:
        counts = measured.counted_at(at_level.level)
        return counts, counts * at_level.timing.count
    seconds = measured.at(at_level.level)
    return seconds, seconds
