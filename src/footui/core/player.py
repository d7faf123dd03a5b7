"""The player: what can be asked of a session while it runs. It reads no clock; `walk.py` does the arithmetic.

Every method takes `now_ns`, nanoseconds of any clock that never goes back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from footui.core.changes import LowerEnd, OtherFootFirst, is_possible
from footui.core.events import Changed, Event, Extended, Paused, PhaseEnded, Resumed, StepSkipped, Stopped, TakenBack
from footui.core.phase import SECOND
from footui.core.repetitions import is_of_step
from footui.core.take_back import Lengthened, Moved, Rewrote, TakeBack
from footui.core.walk import PlayerState, Walk

if TYPE_CHECKING:
    from footui.core.changes import Change
    from footui.core.timeline import Timeline

BACK_WINDOW_NS = 2 * SECOND
"""Going back within this time of a phase's beginning goes to the phase before (our choice)."""


class Player(Walk):
    """Plays one timeline once.

    Intents (`pause`, `next`, `back`, …) first advance to `now_ns` and return every event crossed on the way with their
    own; one that is not possible at the moment adds nothing. Going back never counts work twice: a phase counts once,
    with the longest of its attempts.
    """

    def __init__(self, timeline: Timeline) -> None:
        """A player that stands ready before the first phase."""
        super().__init__(timeline)
        self._to_take_back: list[TakeBack] = []

    def pause(self, now_ns: int) -> list[Event]:
        """Hold the clock."""
        events = self.advance(now_ns)
        if self.state is not PlayerState.RUNNING:
            return events
        self._held_into_ns = self.into_ns
        self.state = PlayerState.PAUSED
        self.time.pause()
        return [*events, Paused(self.time.now_ns)]

    def resume(self, now_ns: int) -> list[Event]:
        """Go on where the clock was held."""
        events = self.advance(now_ns)
        if self.state is not PlayerState.PAUSED:
            return events
        paused_ns = self.time.go_on()
        self._began_ns = self.time.now_ns - self._held_into_ns
        self.state = PlayerState.RUNNING
        return [*events, Resumed(self.time.now_ns, paused_ns)]

    def done(self, now_ns: int) -> list[Event]:
        """End a self-paced set as done; nothing else ends by this."""
        events = self.advance(now_ns)
        if self.state is PlayerState.RUNNING and self.phase.length_ns is None:
            events += self._leave_for_next(self.time.now_ns, completed=True)
        return events

    def next(self, now_ns: int) -> list[Event]:
        """Go on to the next phase at once; what was left of this one is not done."""
        events = self.advance(now_ns)
        if self.is_live:
            events += self._leave_for_next(self.time.now_ns, completed=False)
        return events

    def back(self, now_ns: int) -> list[Event]:
        """Go to the start of this phase, or where it has only just begun to the one before."""
        events = self.advance(now_ns)
        if self.is_live:
            one_before = self.into_ns < BACK_WINDOW_NS and self.index > 0
            events += self._leave(self.time.now_ns, to=self.index - 1 if one_before else self.index)
            self.skips.pop(self.phase.occurrence, None)
        return events

    def restart_step(self, now_ns: int) -> list[Event]:
        """Go to the first work of the present step, in this round."""
        events = self.advance(now_ns)
        if self.is_live:
            self._to_take_back.append(Moved(self.index, self.into_ns, self.goes_on_at))
            phases, here = self.timeline.phases, self.phase.occurrence
            first = next(i for i, phase in enumerate(phases) if phase.occurrence == here and phase.is_work)
            events += self._leave(self.time.now_ns, to=first)
        return events

    def skip_step(self, now_ns: int, reason: str) -> list[Event]:
        """Leave out the rest of the present step, in a circuit of this round of it, and go on with the next."""
        events = self.advance(now_ns)
        if self.is_live:
            here = step, round_number = self.phase.occurrence
            self._to_take_back.append(Moved(self.index, self.into_ns, self.goes_on_at, here))
            self.skips[here] = reason
            events.append(StepSkipped(step, round_number, reason, self.time.now_ns))
            after = range(self.index, len(self.timeline.phases))
            to = next((i for i in after if self.timeline.phases[i].occurrence != here), after.stop)
            events += self._leave(self.time.now_ns, to=to)
        return events

    def can_extend(self, by_ns: int) -> bool:
        """Whether the present phase can be made longer by this much (shorter where negative) and still go on."""
        remaining = self.remaining_ns
        return self.is_live and remaining is not None and remaining + by_ns > 0

    def extend(self, now_ns: int, by_ns: int) -> list[Event]:
        """Make the present phase longer, or shorter where `by_ns` is negative; never so short that it would be over."""
        events = self.advance(now_ns)
        if self.can_extend(by_ns):
            self._to_take_back.append(Lengthened(self.index, by_ns))
            self.extra_ns[self.index] = self.extra_ns.get(self.index, 0) + by_ns
            events.append(Extended(self.index, by_ns, self.time.now_ns))
        return events

    def can_change(self, change: Change) -> bool:
        """Whether this change is possible in the present phase; what was done on a foot stays on that foot."""
        if not self.is_live or not is_possible(self.timeline, self.index, change):
            return False
        return not (isinstance(change, OtherFootFirst) and self._has_begun_from_this_round_on())

    def _has_begun_from_this_round_on(self) -> bool:
        """Whether anything was done of the present step, in this round or, before going back, in a later one."""
        phases, here = self.timeline.phases, self.phase
        begun = (phases[place] for place, attempt in self.attempts if attempt.holds_work)
        return any(phase.is_work and is_of_step(phase, here) for phase in begun)

    def change(self, now_ns: int, change: Change) -> list[Event]:
        """Go on with the timeline that this change makes of the present one; a hold that is over by it ends now."""
        events = self.advance(now_ns)
        if isinstance(change, LowerEnd):
            change = LowerEnd(self._at_hand_ns)
        if self.can_change(change):
            self._to_take_back.append(self.rewrite(self.index, change))
            events += [Changed(change, self.time.now_ns), *self.advance(now_ns)]
        return events

    @property
    def _at_hand_ns(self) -> int:
        """How long the present work has lasted, or that in whose midst one will go on."""
        if self.phase.is_work:
            return self.into_ns
        return self.goes_on_at[1] if self.goes_on_at is not None else 0

    @property
    def can_take_back(self) -> bool:
        """Whether the last of what can be taken back still can: nothing has come of it that was done."""
        return self.is_live and bool(self._to_take_back) and self._to_take_back[-1].is_possible(self)

    def take_back(self, now_ns: int) -> list[Event]:
        """Undo the last restart, skip, change of length or change of the timeline; time is not turned back."""
        events = self.advance(now_ns)
        if not self.can_take_back:
            return events
        last = self._to_take_back.pop()
        match last:
            case Moved():
                if last.skipped is not None:
                    self.skips.pop(last.skipped, None)
                events += self._leave(self.time.now_ns, to=last.place, into_ns=last.into_ns)
                self.goes_on_at = last.goes_on_at
            case Lengthened():
                self.extra_ns[last.place] -= last.by_ns
            case Rewrote():
                self.restore(last)
        return [*events, TakenBack(last, self.time.now_ns)]

    def stop(self, now_ns: int) -> list[Event]:
        """End the session here."""
        events = self.advance(now_ns)
        if self.is_live:
            self._keep_attempt(self.time.now_ns)
            self._end(PlayerState.STOPPED, self.time.now_ns)
            events += [PhaseEnded(self.index, self.time.now_ns, completed=False), Stopped(self.time.now_ns)]
        return events
