"""What a player tells: each event with the exact moment it belongs to, however late it was noticed.

`at_ns` is a moment of the clock that drives the player, in nanoseconds; `phase_index` a place in the timeline's phases.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from footui.core.changes import Change
    from footui.core.take_back import TakeBack


class PhaseBegan(NamedTuple):
    """A phase begins."""

    phase_index: int
    at_ns: int


class PhaseEnded(NamedTuple):
    """A phase was left; `completed` says that its clock ran out or its set was said to be done."""

    phase_index: int
    at_ns: int
    completed: bool


class Paused(NamedTuple):
    """The clock is held."""

    at_ns: int


class Resumed(NamedTuple):
    """The clock goes on after `paused_ns` nanoseconds."""

    at_ns: int
    paused_ns: int


class Extended(NamedTuple):
    """The present phase became longer, or shorter, by `by_ns` nanoseconds."""

    phase_index: int
    by_ns: int
    at_ns: int


class StepSkipped(NamedTuple):
    """The rest of a step, in one round, is left out."""

    step: int
    round: int
    reason: str
    at_ns: int


class Changed(NamedTuple):
    """What was changed in the session's course: the player has another timeline from now on."""

    change: Change
    at_ns: int


class TakenBack(NamedTuple):
    """The last of what can be taken back was: lengths and timeline may be others from now on."""

    what: TakeBack
    at_ns: int


class Finished(NamedTuple):
    """The end of the timeline was reached."""

    at_ns: int


class Stopped(NamedTuple):
    """The person ended the session before its end."""

    at_ns: int


Event: TypeAlias = (
    PhaseBegan | PhaseEnded | Paused | Resumed | Extended | StepSkipped | Changed | TakenBack | Finished | Stopped
)
