"""A phase: one stretch of a session, of one kind and of one length.

Lengths are whole nanoseconds, so that sums are exact and nothing drifts.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from footui.core.dose import Number, Side, Unit

SECOND = 1_000_000_000
"""One second in nanoseconds."""


def nanoseconds(seconds: Number) -> int:
    """Seconds as whole nanoseconds; what is longer than nothing never becomes nothing."""
    return max(round(seconds * SECOND), 1 if seconds > 0 else 0)


class PhaseKind(StrEnum):
    """What a phase is; the names are those of `plan --json`."""

    PREPARE = "prepare"
    TRANSITION = "transition"
    HOLD = "hold"
    MOVE = "move"
    REPS = "reps"
    RELEASE = "release"
    CHANGE = "change"
    REST = "rest"
    ROUND_REST = "round_rest"

    @property
    def is_work(self) -> bool:
        """Whether the person exercises; everything else is a pause."""
        return self in (PhaseKind.HOLD, PhaseKind.MOVE, PhaseKind.REPS)


class Phase(NamedTuple):
    """One stretch of a session. A pause carries step, set, repetition and round of the work that follows it.

    `step`, `set`, `rep` and `round` count from 1; `length_ns` is None where a key ends the phase; `amount` is the
    number of the dose at the level, in the unit, for a hold or move and the repetitions for a self-paced set.
    """

    kind: PhaseKind
    length_ns: int | None
    step: int
    exercise: str
    variant: str | None
    side: Side | None
    direction: str | None
    set: int
    sets: int
    rep: int
    reps: int
    round: int
    rounds: int
    unit: Unit
    amount: Number | None

    @property
    def seconds(self) -> float | None:
        """The length in seconds, None where a key ends the phase."""
        return None if self.length_ns is None else self.length_ns / SECOND

    @property
    def is_work(self) -> bool:
        """Whether the person exercises in it."""
        return self.kind.is_work

    @property
    def occurrence(self) -> tuple[int, int]:
        """Step and round: one going through of a step."""
        return (self.step, self.round)
