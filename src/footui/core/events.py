"""What a player tells: each event with the exact moment it belongs to, however late it was noticed.

`at_ns` is a moment of the clock the player is driven by, in nanoseconds; `index` is a place in the timeline's phases.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class PhaseBegan:
    """A phase begins."""

    index: int
    at_ns: int


@dataclass(frozen=True, slots=True)
class PhaseEnded:
    """A phase was left; `completed` says that its clock ran out or its set was said to be done."""

    index: int
    at_ns: int
    completed: bool


@dataclass(frozen=True, slots=True)
class Paused:
    """The clock is held."""

    at_ns: int


@dataclass(frozen=True, slots=True)
class Resumed:
    """The clock goes on after `paused_ns` nanoseconds."""

    at_ns: int
    paused_ns: int


@dataclass(frozen=True, slots=True)
class Extended:
    """The present phase became longer, or shorter, by `by_ns` nanoseconds."""

    index: int
    by_ns: int
    at_ns: int


@dataclass(frozen=True, slots=True)
class StepSkipped:
    """The rest of a step, in one round, is left out."""

    step: int
    round: int
    reason: str
    at_ns: int


@dataclass(frozen=True, slots=True)
class Finished:
    """The end of the timeline was reached."""

    at_ns: int


@dataclass(frozen=True, slots=True)
class Stopped:
    """The person ended the session before its end."""

    at_ns: int


Event: TypeAlias = PhaseBegan | PhaseEnded | Paused | Resumed | Extended | StepSkipped | Finished | Stopped
