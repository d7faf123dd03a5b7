"""The dose grammar: how much of an exercise, on which sides, how often and with which pauses.

Numbers stand as people write them, in seconds or counts (`docs/routine-format.md`). What is known once and for all is a
named tuple throughout the core: as fixed as a frozen dataclass, and made in a sixth of the time at every start.
"""

from __future__ import annotations

import math
from enum import StrEnum
from typing import NamedTuple

Number = int | float


class Level(StrEnum):
    """Where in a range to work."""

    LOW = "low"
    MIDDLE = "middle"
    HIGH = "high"


class Unit(StrEnum):
    """What `hold` and `move` are measured in; the length of a count is part of the timing."""

    SECONDS = "seconds"
    COUNTS = "counts"


class Side(StrEnum):
    """The side that works during a phase."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"

    @property
    def other(self) -> Side:
        """The opposite foot; both feet have none and stay both."""
        return {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT, Side.BOTH: Side.BOTH}[self]


class Sides(StrEnum):
    """How a dose is shared between the sides."""

    BOTH = "both"
    EACH = "each"
    ALTERNATE = "alternate"
    LEFT = "left"
    RIGHT = "right"


class Range(NamedTuple):
    """A number, or everything from `low` to `high`; a plain number is a range of one."""

    low: Number
    high: Number

    @classmethod
    def of(cls, number: Number) -> Range:
        """The range that holds just `number`."""
        return cls(number, number)

    @property
    def is_single(self) -> bool:
        """Whether the level makes no difference."""
        return self.low == self.high

    def at(self, level: Level) -> Number:
        """The value at `level`, the middle as it is: for seconds."""
        if level is Level.LOW or self.is_single:
            return self.low
        return self.high if level is Level.HIGH else (self.low + self.high) / 2

    def counted_at(self, level: Level) -> Number:
        """The value at `level`, the middle rounded half up, but never out of the range: for whatever is counted."""
        if level is Level.MIDDLE and not self.is_single:
            return min(max(math.floor((self.low + self.high) / 2 + 0.5), self.low), self.high)
        return self.at(level)

    def whole_at(self, level: Level) -> int:
        """The value at `level` of a range of whole numbers, such as repetitions."""
        return int(self.counted_at(level))


ONE = Range.of(1)


class Timing(NamedTuple):
    """The pauses around the work and the length of a count, in seconds (defaults: `docs/routine-format.md`)."""

    prepare: Number = 5
    transition: Number = 10
    change: Number = 5
    release: Number = 2
    rest: Number = 10
    count: Number = 1.0  # type: ignore[assignment]  # nobody counts in a tuple of timings


class TimingOverrides(NamedTuple):
    """The timings that a step sets for itself, in seconds; None leaves the file's."""

    prepare: Number | None = None
    transition: Number | None = None
    change: Number | None = None
    release: Number | None = None
    rest: Number | None = None
    count: Number | None = None  # type: ignore[assignment]  # as above

    def over(self, timing: Timing) -> Timing:
        """`timing` with the values set here put in its place."""
        return timing._replace(**{name: seconds for name, seconds in self._asdict().items() if seconds is not None})


class Dose(NamedTuple):
    """How much of an exercise is done: at most one of `hold`, `move` and `tempo`; with none it is self-paced."""

    hold: Range | None = None
    move: Range | None = None
    tempo: tuple[Number, Number, Number] | None = None
    unit: Unit = Unit.SECONDS
    reps: Range = ONE
    sets: Range = ONE
    sides: Sides = Sides.BOTH
    first: Side = Side.LEFT
    directions: tuple[str, ...] = ()
    times_per_day: Range = ONE
    timing: TimingOverrides = TimingOverrides()

    @property
    def is_self_paced(self) -> bool:
        """Whether nothing is timed and a key ends each set."""
        return self.hold is None and self.move is None and self.tempo is None

    @property
    def side_order(self) -> tuple[Side, ...]:
        """The sides in the order in which they work."""
        match self.sides:
            case Sides.EACH | Sides.ALTERNATE:
                return (self.first, self.first.other)
            case Sides.LEFT:
                return (Side.LEFT,)
            case Sides.RIGHT:
                return (Side.RIGHT,)
            case Sides.BOTH:
                return (Side.BOTH,)

    @property
    def lowest(self) -> Dose:
        """The dose at the low end of its ranges; how often a day it is done stays."""
        hold, move = (None if span is None else Range.of(span.low) for span in (self.hold, self.move))
        return self._replace(hold=hold, move=move, reps=Range.of(self.reps.low), sets=Range.of(self.sets.low))

    @property
    def ranges(self) -> tuple[Range, ...]:
        """Every range of this dose in which the level chooses."""
        every = (self.hold, self.move, self.reps, self.sets, self.times_per_day)
        return tuple(each for each in every if each is not None and not each.is_single)
