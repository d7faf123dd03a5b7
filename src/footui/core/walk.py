"""Where in a timeline one is: the one place that does arithmetic on time.

The moment at which the present phase began is moved on by exact lengths, so a late call, a busy machine or a stopped
process delays what is seen but never stretches an exercise, and nothing drifts.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from footui.core.attempts import Attempt, Attempts, Dropped, repetitions
from footui.core.changes import GetReady, Made, OtherForm, rewritten
from footui.core.events import Event, Finished, PhaseBegan, PhaseEnded
from footui.core.session_time import SessionTime
from footui.core.take_back import Before, Rewrote

if TYPE_CHECKING:
    from collections.abc import Mapping

    from footui.core.changes import Change
    from footui.core.phase import Phase
    from footui.core.timeline import Timeline


class PlayerState(Enum):
    """What the player is doing."""

    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"
    STOPPED = "stopped"


class Walk:
    """Goes through one timeline once, by the clock; a change gives it another, `prescribed` stays what it was."""

    def __init__(self, timeline: Timeline) -> None:
        """Stands ready before the first phase."""
        self.prescribed = timeline
        self.timeline = timeline
        self.state = PlayerState.READY
        self.index = 0
        self.time = SessionTime()
        self.attempts = Attempts()
        self.skips: dict[tuple[int, int], str] = {}
        self.extra_ns: dict[int, int] = {}
        """What was added to a phase's length, by its place, in nanoseconds."""
        self.changes: list[Made] = []
        """What was changed, in order."""
        self._began_ns = 0  # when the present phase began, pauses taken out; while paused: as if it ran since then
        self._held_into_ns = 0  # time spent in the present phase, while the clock is held
        self.goes_on_at: tuple[int, int] | None = None
        """The next phase, where it is entered in its midst, and how many nanoseconds into it that is."""

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
        return self.time.now_ns - self._began_ns if self.state is PlayerState.RUNNING else self._held_into_ns

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
        return self.timeline.length_ns + sum(self.extra_ns.values())

    @property
    def instead(self) -> dict[int, str]:
        """What stands in for the equipment, by step."""
        last = {made.step: made.change.instead for made in self.changes if isinstance(made.change, OtherForm)}
        return {step: instead for step, instead in last.items() if instead is not None}

    @property
    def left_ns(self) -> int:
        """What is left of the whole session, without what was done of a phase before an interruption."""
        done_ns = self.goes_on_at[1] if self.goes_on_at is not None else 0
        return self.total_ns - self.position_ns - done_ns

    def length_of(self, index: int) -> int | None:
        """The length of a phase with what was added to it, in nanoseconds; None where a key ends it."""
        length = self.timeline.phases[index].length_ns
        return None if length is None else length + self.extra_ns.get(index, 0)

    def start_of(self, index: int) -> int:
        """Where a phase begins on the whole session's axis, with what was added before it."""
        added = sum(extra for place, extra in self.extra_ns.items() if place < index)
        return self.timeline.starts_ns[index] + added

    def done_ns(self, index: int) -> int:
        """The longest time spent in a phase so far, the present stay in it included."""
        before = self.attempts[index].done_ns
        return max(before, self.into_ns) if index == self.index else before

    # The clock

    def start(self, now_ns: int) -> list[Event]:
        """Begin with the first phase."""
        if self.state is not PlayerState.READY:
            return []
        self.state = PlayerState.RUNNING
        self.time.start(now_ns)
        self._began_ns = now_ns
        return [PhaseBegan(0, now_ns)]

    def stand(self, index: int, into_ns: int, goes_on_at: tuple[int, int] | None) -> None:
        """Stand, not running yet, where a session was interrupted.

        Raises:
            IndexError: the timeline has no such phase.
        """
        last = len(self.timeline.phases) - (2 if goes_on_at else 1)
        if not 0 <= index <= last or (goes_on_at and goes_on_at[0] != index + 1):
            raise IndexError(index)
        self.index, self._held_into_ns, self.goes_on_at = index, into_ns, goes_on_at

    def go_on(self, now_ns: int, active_ns: int, paused_ns: int, get_ready_ns: int) -> list[Event]:
        """Run from where it stands, with so much time behind it, and a fresh time to get ready before any work.

        A pause begins anew, where it is long enough to get ready in; a shorter one makes way.
        """
        if self.state is not PlayerState.READY:
            return []
        if self.phase.is_work:
            self.attempts.keep(self.index, Attempt(self.into_ns))
            self.goes_on_at = (self.index, self.into_ns)
        while not self.phase.is_work and (self.phase_length_ns or 0) < get_ready_ns:
            self.index += 1
        if self.phase.is_work:
            self.rewrite(self.index, GetReady(get_ready_ns))
            self.index -= 1  # from the work to the new phase, which stands before it
        self.state = PlayerState.RUNNING
        self.time.start(now_ns, active_ns, paused_ns)
        self._began_ns, self._held_into_ns = now_ns, 0
        return [PhaseBegan(self.index, now_ns)]

    def advance(self, now_ns: int) -> list[Event]:
        """Let the clock run to `now_ns`: every event crossed, in order, each at its own moment."""
        self.time.look(now_ns)
        events: list[Event] = []
        while self.state is PlayerState.RUNNING:
            length = self.phase_length_ns
            if length is None or self.into_ns < length:
                break
            events += self._leave_for_next(self._began_ns + length, completed=True)
        return events

    def next_change_ns(self) -> int | None:
        """The moment at which the present phase ends by itself; None where it does not."""
        length = self.phase_length_ns
        if self.state is not PlayerState.RUNNING or length is None:
            return None
        return self._began_ns + length

    # Moving from phase to phase

    def _leave_for_next(self, at_ns: int, *, completed: bool) -> list[Event]:
        """Leave the present phase at `at_ns` for the one after it, in the midst of which one may have to go on."""
        into_ns = self.goes_on_at[1] if self.goes_on_at is not None else 0
        return self._leave(at_ns, to=self.index + 1, into_ns=into_ns, completed=completed)

    def _leave(self, at_ns: int, *, to: int, into_ns: int = 0, completed: bool = False) -> list[Event]:
        """Leave the present phase at `at_ns` for so far into the one at `to`; past the last one it is finished."""
        self._keep_attempt(at_ns, completed=completed)
        events: list[Event] = [PhaseEnded(self.index, at_ns, completed)]
        if to >= len(self.timeline.phases):
            self._end(PlayerState.FINISHED, at_ns)
            return [*events, Finished(at_ns)]
        if to != self.index:
            self.goes_on_at = None
        self.index = to
        self._began_ns = at_ns - into_ns
        self._held_into_ns = into_ns
        return [*events, PhaseBegan(to, at_ns)]

    def _keep_attempt(self, at_ns: int, *, completed: bool = False) -> None:
        """Remember what was done of the present phase up to `at_ns`."""
        into = at_ns - self._began_ns if self.state is PlayerState.RUNNING else self._held_into_ns
        self.attempts.keep(self.index, Attempt(into, repetitions(self.phase) if completed else 0))

    def _end(self, state: PlayerState, at_ns: int) -> None:
        """The session is over at `at_ns`."""
        self._held_into_ns = self._held_into_ns if self.state is PlayerState.PAUSED else at_ns - self._began_ns
        self.state = state
        self.time.end(at_ns)

    # Another timeline

    def rewrite(self, index: int, change: Change) -> Rewrote:
        """Take the timeline that a change makes in the phase at `index`; what is needed to take that back."""
        before = Before(self.timeline, self.index, dict(self.attempts), self.attempts.dropped, self.extra_ns)
        after = rewritten(self.timeline, index, change)
        self.changes.append(Made(index, change, self.timeline.phases[index].step))
        places, old, new = after.places, before.timeline.phases, after.timeline.phases
        gone = tuple(
            Dropped(old[place], attempt, self.extra_ns.get(place, 0))
            for place, attempt in self.attempts
            if place not in places and old[place].is_work and attempt.holds_work
        )
        if gone:
            self.attempts.dropped += (gone,)
        self.extra_ns = {  # a phase that became shorter has its new length, whatever was added to the old one
            places[place]: extra
            for place, extra in self.extra_ns.items()
            if place in places and new[places[place]].length_ns == old[place].length_ns
        }
        self._replace_timeline(after.timeline, places)
        return Rewrote(after, before)

    def restore(self, rewrote: Rewrote) -> None:
        """Take the timeline as it was before the last change; what was done since of phases that stayed stays done."""
        after, before = rewrote
        places = {place: source for place, source in enumerate(after.sources) if source is not None}
        self._replace_timeline(before.timeline, places)
        for place, attempt in before.attempts.items():
            self.attempts.keep(place, attempt)
        self.attempts.dropped, self.extra_ns = before.dropped, before.extra_ns
        self.changes.pop()

    def _replace_timeline(self, timeline: Timeline, places: Mapping[int, int]) -> None:
        """Take another timeline, in which what stayed of the present one has the place that `places` gives."""
        self.timeline = timeline
        self.index = places[self.index]
        if self.goes_on_at is not None:
            self.goes_on_at = (places[self.goes_on_at[0]], self.goes_on_at[1])
        self.attempts.move(places)
