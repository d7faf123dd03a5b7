"""The player: walks a timeline by the clock, exact by construction.

It holds the moment at which the present phase began and moves that moment on by exact lengths, so a late call, a busy
machine or a stopped process delays what is seen but never stretches an exercise, and nothing drifts. It reads no clock:
every method takes `now_ns`, nanoseconds of any clock that never goes back.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from footui.core.events import (
    Event,
    Extended,
    Finished,
    Paused,
    PhaseBegan,
    PhaseEnded,
    Resumed,
    StepSkipped,
    Stopped,
)
from footui.core.phase import SECOND, Phase

if TYPE_CHECKING:
    from footui.core.timeline import Timeline

BACK_WINDOW_NS = 2 * SECOND
"""Going back within this time of a phase's beginning goes to the phase before (our choice)."""


class PlayerState(Enum):
    """What the player is doing."""

    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"
    STOPPED = "stopped"


@dataclass(slots=True)
class Attempt:
    """What was done of one phase: the longest time spent in it, in nanoseconds, and whether it was ever completed."""

    done_ns: int = 0
    completed: bool = False


class Player:
    """Plays one timeline once.

    Intents (`pause`, `next`, `back`, …) first advance to `now_ns` and return every event crossed on the way with their
    own; one that is not possible at the moment adds nothing. Going back never counts work twice: a phase counts once,
    with the longest of its attempts.
    """

    def __init__(self, timeline: Timeline) -> None:
        """A player that stands ready before the first phase."""
        self.timeline = timeline
        self.state = PlayerState.READY
        self.index = 0
        self.attempts: dict[int, Attempt] = {}
        self.skips: dict[tuple[int, int], str] = {}
        self._began_ns = 0  # when the present phase began, pauses taken out; while paused: as if it ran since then
        self._held_into_ns = 0  # time spent in the present phase, while the clock is held
        self._paused_since_ns = 0
        self._paused_before_ns = 0
        self._extra_ns: dict[int, int] = {}
        self._now_ns = 0
        self._started_ns = 0
        self._ended_ns = 0

    # What is so now

    @property
    def phase(self) -> Phase:
        """The present phase; after the end, the last one."""
        return self.timeline.phases[self.index]

    @property
    def is_live(self) -> bool:
        """Whether the session has begun and not ended."""
        return self.state in (PlayerState.RUNNING, PlayerState.PAUSED)

    @property
    def into_ns(self) -> int:
        """Time spent in the present phase, in nanoseconds, as of the last call."""
        return self._now_ns - self._began_ns if self.state is PlayerState.RUNNING else self._held_into_ns

    @property
    def phase_length_ns(self) -> int | None:
        """The present phase's length with what was added to it; None where a key ends it."""
        return self.length_of(self.index)

    @property
    def remaining_ns(self) -> int | None:
        """What is left of the present phase, in nanoseconds; None where a key ends it."""
        length = self.phase_length_ns
        return None if length is None else length - self.into_ns

    @property
    def position_ns(self) -> int:
        """The place on the whole session's axis, in nanoseconds; a self-paced phase takes up no time there."""
        into = 0 if self.phase.length_ns is None else self.into_ns
        return self.start_of(self.index) + into

    @property
    def total_ns(self) -> int:
        """The whole session's length with what was added, self-paced phases counted as nothing."""
        return self.timeline.length_ns + sum(self._extra_ns.values())

    @property
    def now_ns(self) -> int:
        """The moment of the last call."""
        return self._now_ns

    @property
    def ended_ns(self) -> int:
        """The exact moment at which the session ended; 0 while it has not."""
        return self._ended_ns

    @property
    def paused_ns(self) -> int:
        """All time spent paused up to the last call, in nanoseconds."""
        running = self._now_ns - self._paused_since_ns if self.state is PlayerState.PAUSED else 0
        return self._paused_before_ns + running

    @property
    def active_ns(self) -> int:
        """The time since the start, pauses taken out, in nanoseconds."""
        return (self._ended_ns or self._now_ns) - self._started_ns - self.paused_ns

    @property
    def present_pause_ns(self) -> int:
        """How long the present pause has lasted; 0 where none is."""
        return self._now_ns - self._paused_since_ns if self.state is PlayerState.PAUSED else 0

    def length_of(self, index: int) -> int | None:
        """The length of a phase with what was added to it, in nanoseconds; None where a key ends it."""
        length = self.timeline.phases[index].length_ns
        return None if length is None else length + self._extra_ns.get(index, 0)

    def start_of(self, index: int) -> int:
        """Where a phase begins on the whole session's axis, with what was added before it."""
        added = sum(extra for place, extra in self._extra_ns.items() if place < index)
        return self.timeline.starts_ns[index] + added

    def done_ns(self, index: int) -> int:
        """The longest time spent in a phase so far, the present stay in it included."""
        before = self.attempts.get(index, Attempt()).done_ns
        return max(before, self.into_ns) if index == self.index and self.is_live else before

    # The clock

    def start(self, now_ns: int) -> list[Event]:
        """Begin with the first phase."""
        if self.state is not PlayerState.READY:
            return []
        self.state = PlayerState.RUNNING
        self._now_ns = self._began_ns = self._started_ns = now_ns
        return [PhaseBegan(0, now_ns)]

    def advance(self, now_ns: int) -> list[Event]:
        """Let the clock run to `now_ns`: every event crossed, in order, each at its own moment."""
        self._now_ns = max(now_ns, self._now_ns)
        events: list[Event] = []
        while self.state is PlayerState.RUNNING:
            length = self.phase_length_ns
            if length is None or self.into_ns < length:
                break
            events += self._leave(self._began_ns + length, to=self.index + 1, completed=True)
        return events

    def next_change_ns(self) -> int | None:
        """The moment at which the present phase ends by itself; None where it does not."""
        length = self.phase_length_ns
        if self.state is not PlayerState.RUNNING or length is None:
            return None
        return self._began_ns + length

    # Intents

    def pause(self, now_ns: int) -> list[Event]:
        """Hold the clock."""
        events = self.advance(now_ns)
        if self.state is not PlayerState.RUNNING:
            return events
        self._held_into_ns = self.into_ns
        self.state = PlayerState.PAUSED
        self._paused_since_ns = self._now_ns
        return [*events, Paused(self._now_ns)]

    def resume(self, now_ns: int) -> list[Event]:
        """Go on where the clock was held."""
        events = self.advance(now_ns)
        if self.state is not PlayerState.PAUSED:
            return events
        paused_ns = self.present_pause_ns
        self._paused_before_ns += paused_ns
        self._began_ns = self._now_ns - self._held_into_ns
        self.state = PlayerState.RUNNING
        return [*events, Resumed(self._now_ns, paused_ns)]

    def done(self, now_ns: int) -> list[Event]:
        """End a self-paced set as done; nothing else ends by this."""
        events = self.advance(now_ns)
        if self.state is PlayerState.RUNNING and self.phase.length_ns is None:
            events += self._leave(self._now_ns, to=self.index + 1, completed=True)
        return events

    def next(self, now_ns: int) -> list[Event]:
        """Go on to the next phase at once; what was left of this one is not done."""
        events = self.advance(now_ns)
        if self.is_live:
            events += self._leave(self._now_ns, to=self.index + 1)
        return events

    def back(self, now_ns: int) -> list[Event]:
        """Go to the start of this phase, or where it has only just begun to the one before."""
        events = self.advance(now_ns)
        if self.is_live:
            one_before = self.into_ns < BACK_WINDOW_NS and self.index > 0
            events += self._leave(self._now_ns, to=self.index - 1 if one_before else self.index)
            self.skips.pop(self.phase.occurrence, None)
        return events

    def restart_step(self, now_ns: int) -> list[Event]:
        """Go to the first work of the present step, in this round."""
        events = self.advance(now_ns)
        if self.is_live:
            phases, here = self.timeline.phases, self.phase.occurrence
            first = next(i for i, phase in enumerate(phases) if phase.occurrence == here and phase.is_work)
            events += self._leave(self._now_ns, to=first)
        return events

    def skip_step(self, now_ns: int, reason: str) -> list[Event]:
        """Leave out the rest of the present step, in a circuit of this round of it, and go on with the next."""
        events = self.advance(now_ns)
        if self.is_live:
            here = step, round_number = self.phase.occurrence
            self.skips[here] = reason
            events.append(StepSkipped(step, round_number, reason, self._now_ns))
            after = range(self.index, len(self.timeline.phases))
            to = next((i for i in after if self.timeline.phases[i].occurrence != here), after.stop)
            events += self._leave(self._now_ns, to=to)
        return events

    def can_extend(self, by_ns: int) -> bool:
        """Whether the present phase can be made longer by this much (shorter where negative) and still go on."""
        remaining = self.remaining_ns
        return self.is_live and remaining is not None and remaining + by_ns > 0

    def extend(self, now_ns: int, by_ns: int) -> list[Event]:
        """Make the present phase longer, or shorter where `by_ns` is negative; never so short that it would be over."""
        events = self.advance(now_ns)
        if self.can_extend(by_ns):
            self._extra_ns[self.index] = self._extra_ns.get(self.index, 0) + by_ns
            events.append(Extended(self.index, by_ns, self._now_ns))
        return events

    def stop(self, now_ns: int) -> list[Event]:
        """End the session here."""
        events = self.advance(now_ns)
        if self.is_live:
            self._end(PlayerState.STOPPED, self._now_ns)
            events += [PhaseEnded(self.index, self._now_ns, completed=False), Stopped(self._now_ns)]
        return events

    # Moving from phase to phase

    def _leave(self, at_ns: int, *, to: int, completed: bool = False) -> list[Event]:
        """Leave the present phase at `at_ns` for the one at `to`; past the last one the session is finished."""
        self._keep_attempt(at_ns, completed=completed)
        events: list[Event] = [PhaseEnded(self.index, at_ns, completed)]
        if to >= len(self.timeline.phases):
            self._end(PlayerState.FINISHED, at_ns, kept=True)
            return [*events, Finished(at_ns)]
        self.index = to
        self._began_ns = at_ns
        self._held_into_ns = 0
        return [*events, PhaseBegan(to, at_ns)]

    def _keep_attempt(self, at_ns: int, *, completed: bool) -> None:
        """Remember what was done of the present phase up to `at_ns`."""
        into = at_ns - self._began_ns if self.state is PlayerState.RUNNING else self._held_into_ns
        attempt = self.attempts.setdefault(self.index, Attempt())
        attempt.done_ns = max(attempt.done_ns, into)
        attempt.completed = attempt.completed or completed

    def _end(self, state: PlayerState, at_ns: int, *, kept: bool = False) -> None:
        """The session is over at `at_ns`."""
        if not kept:
            self._keep_attempt(at_ns, completed=False)
        if self.state is PlayerState.PAUSED:
            self._paused_before_ns += self.present_pause_ns
        self._held_into_ns = self._held_into_ns if self.state is PlayerState.PAUSED else at_ns - self._began_ns
        self.state = state
        self._ended_ns = at_ns
