"""Where in a timeline one is: the one place that does arithmetic on time.

The moment at which the present phase began is moved on by exact lengths, so a late call, a busy machine or a stopped
process delays what is seen but never stretches an exercise, and nothing drifts.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from footui.core.attempts import Attempt, Attempts
from footui.core.changes import GetReady, OtherForm, Rewritten, rewritten
from footui.core.events import Event, Finished, PhaseBegan, PhaseEnded
from footui.core.session_time import SessionTime
from footui.core.take_back import Rewrote

if TYPE_CHECKING:
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
        self.changes: list[tuple[int, Change]] = []
        """What was changed, in order, each with the place of the phase in which it was."""
        self._began_ns = 0  # when the present phase began, pauses taken out; while paused: as if it ran since then
        self._held_into_ns = 0  # time spent in the present phase, while the clock is held
        self.goes_on_at: tuple[int, int] | None = None
        """A phase that was left to come back to, and how many nanoseconds into it that is."""

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
        forms = ((self.timeline.phases[index].step, change) for index, change in self.changes)
        return {step: form.instead or "" for step, form in forms if isinstance(form, OtherForm)}

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
        return max(before, self.into_ns) if index == self.index and self.is_live else before

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
        _ = self.timeline.phases[index], self.timeline.phases[goes_on_at[0] if goes_on_at else 0]
        self.index, self._held_into_ns, self.goes_on_at = index, into_ns, goes_on_at

    def go_on(self, now_ns: int, active_ns: int, paused_ns: int, get_ready_ns: int) -> list[Event]:
        """Run from where it stands, with so much time behind it, and a fresh time to get ready before any work.

        A pause begins anew, where it is long enough to get ready in; a shorter one makes way.
        """
        is_last = self.index + 1 == len(self.timeline.phases)
        if self.phase.is_work:
            self.attempts.keep(self.index, self.into_ns, completed=False)
            self.goes_on_at = (self.index, self.into_ns)
        if self.phase.is_work or ((self.phase_length_ns or 0) < get_ready_ns and not is_last):
            self.index += 0 if self.phase.is_work else 1
            self.rewrite(self.index, GetReady(get_ready_ns))
            self.index -= 1  # of the work it leads to: the new phase stands before it
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
            events += self._leave(self._began_ns + length, to=self.index + 1, completed=True)
        return events

    def next_change_ns(self) -> int | None:
        """The moment at which the present phase ends by itself; None where it does not."""
        length = self.phase_length_ns
        if self.state is not PlayerState.RUNNING or length is None:
            return None
        return self._began_ns + length

    # Moving from phase to phase

    def _leave(self, at_ns: int, *, to: int, completed: bool = False) -> list[Event]:
        """Leave the present phase at `at_ns` for the one at `to`; past the last one the session is finished."""
        self._keep_attempt(at_ns, completed=completed)
        events: list[Event] = [PhaseEnded(self.index, at_ns, completed)]
        if to >= len(self.timeline.phases):
            self._end(PlayerState.FINISHED, at_ns)
            return [*events, Finished(at_ns)]
        into_ns = 0
        if self.goes_on_at is not None and self.goes_on_at[0] == to:
            into_ns, self.goes_on_at = self.goes_on_at[1], None
        self.index = to
        self._began_ns = at_ns - into_ns
        self._held_into_ns = into_ns
        return [*events, PhaseBegan(to, at_ns)]

    def _keep_attempt(self, at_ns: int, *, completed: bool = False) -> None:
        """Remember what was done of the present phase up to `at_ns`."""
        into = at_ns - self._began_ns if self.state is PlayerState.RUNNING else self._held_into_ns
        self.attempts.keep(self.index, into, completed=completed)

    def _end(self, state: PlayerState, at_ns: int) -> None:
        """The session is over at `at_ns`."""
        self._held_into_ns = self._held_into_ns if self.state is PlayerState.PAUSED else at_ns - self._began_ns
        self.state = state
        self.time.end(at_ns)

    # Another timeline

    def rewrite(self, index: int, change: Change) -> Rewrote:
        """Take the timeline that a change makes in the phase at `index`; what is needed to take that back."""
        before = self.timeline
        after = rewritten(before, index, change)
        self.changes.append((index, change))
        return Rewrote(after, before, self.replace_timeline(after))

    def replace_timeline(self, after: Rewritten) -> dict[int, Attempt]:
        """Take another timeline, with everything known of its phases; what was done of phases that are gone."""
        places, before = after.places, self.timeline
        self.timeline = after.timeline
        self.index = places[self.index]
        self.extra_ns = {places[index]: extra for index, extra in self.extra_ns.items() if index in places}
        if self.goes_on_at is not None:
            self.goes_on_at = (places[self.goes_on_at[0]], self.goes_on_at[1])
        return self.attempts.move(places, before.phases)
