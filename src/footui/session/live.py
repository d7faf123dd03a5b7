"""A live session: a player driven by the real clock, watched over, and written down as it goes.

Screens and the plain session send it intents and draw what it says; it paints nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from footui.core.events import Event, Finished, Paused, PhaseBegan, Stopped
from footui.core.phase import SECOND
from footui.core.player import Player
from footui.core.record import SessionRecord, work_done
from footui.core.walk import PlayerState

if TYPE_CHECKING:
    from collections.abc import Callable

    from footui.core.timeline import Timeline
    from footui.session.clock import SessionClock
    from footui.session.watch import Gap, Watch

SAVE_EVERY_NS = SECOND
"""A running session is written down at least this often, in real time (`docs/history-format.md`)."""

FIVE_SECONDS_NS = 5 * SECOND

NO_REASON = "other"
"""What a skipped step is written down with until a reason is given."""


class Recorder(Protocol):
    """Takes down a session as it goes; must return at once."""

    def save(self, record: SessionRecord) -> None:
        """Write this down in place of what was written for the same id."""
        ...

    def discard(self, session_id: str) -> None:
        """Forget the session with this id."""
        ...


class NoRecorder:
    """For previews: nothing is written down."""

    def save(self, record: SessionRecord) -> None:
        """Let it pass."""

    def discard(self, session_id: str) -> None:
        """There is nothing to forget."""


class LiveSession:
    """One going through of a timeline, in real time.

    Every intent first lets the clock catch up. Where the program did not run for more than 3 s, the session pauses at
    the moment that began (`gap` tells of it) and the intent is dropped: it was meant for a picture out of date.
    """

    def __init__(
        self,
        timeline: Timeline,
        clock: SessionClock,
        session_id: str,
        recorder: Recorder | None = None,
        watch: Watch | None = None,
    ) -> None:
        """A session that has not begun; `watch` is None where gaps are not looked for."""
        self.player = Player(timeline)
        self.clock = clock
        self.id = session_id
        self.gap: Gap | None = None
        self._recorder = recorder or NoRecorder()
        self._watch = watch
        self._started = clock.real.wall()
        self._saved_real_ns = 0
        self._discarded = False
        self._last_skip: tuple[int, int] | None = None

    @property
    def timeline(self) -> Timeline:
        """What is played."""
        return self.player.timeline

    # The clock

    def begin(self) -> list[Event]:
        """Start the clock with the first phase."""
        self._started = self.clock.real.wall()
        if self._watch is not None:
            self._watch.start()
        self._saved_real_ns = self.clock.real.now_ns()  # the first picture comes first, the first record a second later
        return self.player.start(self.clock.now_ns())

    def tick(self) -> list[Event]:
        """Let the clock catch up: every event since the last call."""
        return self._told(self._catch_up()[1])

    def _catch_up(self) -> tuple[bool, list[Event]]:
        """Whether a gap was found, and the events up to now, or up to where it began."""
        if self._watch is None:
            return False, self.player.advance(self.clock.now_ns())
        real_ns = self._watch.look()
        gap = self._watch.take_gap()
        if gap is None or self.player.state is not PlayerState.RUNNING:
            return False, self.player.advance(self.clock.at(real_ns))
        events = self.player.pause(self.clock.at(gap.began_ns))
        if any(isinstance(event, Paused) for event in events):
            self.gap = gap
        return True, events + self.player.advance(self.clock.at(real_ns))

    # Intents

    def pause_or_go_on(self) -> list[Event]:
        """Hold the clock, or let it go on."""

        def toggle(now_ns: int) -> list[Event]:
            if self.player.state is PlayerState.PAUSED:
                self.gap = None
                return self.player.resume(now_ns)
            return self.player.pause(now_ns)

        return self._intent(toggle)

    def pause(self) -> list[Event]:
        """Hold the clock."""
        return self._intent(self.player.pause)

    def go_on(self) -> list[Event]:
        """Let the clock go on."""
        self.gap = None
        return self._intent(self.player.resume)

    def done(self) -> list[Event]:
        """The self-paced set is done."""
        return self._intent(self.player.done)

    def next(self) -> list[Event]:
        """On to the next phase."""
        return self._intent(self.player.next)

    def back(self) -> list[Event]:
        """To the start of this phase, or to the one before."""
        return self._intent(self.player.back)

    def more(self) -> list[Event]:
        """Five seconds more of this phase."""
        return self._intent(lambda now_ns: self.player.extend(now_ns, FIVE_SECONDS_NS))

    def less(self) -> list[Event]:
        """Five seconds less of this phase."""
        return self._intent(lambda now_ns: self.player.extend(now_ns, -FIVE_SECONDS_NS))

    def restart_step(self) -> list[Event]:
        """To the first work of this step."""
        return self._intent(self.player.restart_step)

    def skip_step(self, reason: str = NO_REASON) -> list[Event]:
        """Leave out the rest of this step; `give_reason` may say why afterwards."""

        def skip(now_ns: int) -> list[Event]:
            self._last_skip = self.player.phase.occurrence
            return self.player.skip_step(now_ns, reason)

        return self._intent(skip)

    def give_reason(self, reason: str) -> None:
        """Say why the step skipped last was skipped."""
        if self._last_skip in self.player.skips:
            self.player.skips[self._last_skip] = reason
            self.save()

    def end(self, *, keep: bool) -> list[Event]:
        """End here; `keep` writes down what was done, else the session leaves no trace."""
        if not keep:
            self._discarded = True
            self._recorder.discard(self.id)
        events = self.player.stop(self.clock.now_ns())
        return self._told(events)

    def close(self) -> None:
        """Let the watch go. The session may be at any point."""
        if self._watch is not None:
            self._watch.end()

    def _intent(self, act: Callable[[int], list[Event]]) -> list[Event]:
        """Catch up, then act at that very moment, unless a gap was found on the way."""
        gap_found, events = self._catch_up()
        if not gap_found:
            events = events + act(self.player.time.now_ns)
        return self._told(events)

    # Writing down

    def record(self) -> SessionRecord:
        """What was done so far, as it is written down."""
        player, timeline = self.player, self.timeline
        status = {PlayerState.FINISHED: "finished", PlayerState.STOPPED: "stopped"}.get(player.state, "open")
        since_end = player.time.ended_ns - player.time.now_ns if status != "open" else 0
        return SessionRecord(
            id=self.id,
            routine=timeline.routine.slug,
            title=timeline.routine.title,
            level=timeline.level.value,
            session=timeline.session,
            sessions_per_day=timeline.sessions_per_day,
            started=self._started,
            ended=self.clock.wall_after(since_end),
            status=status,
            planned_work_ns=timeline.work_ns,
            paused_seconds=self.clock.real_seconds(player.time.paused_ns),
            work=work_done(player),
        )

    def _told(self, events: list[Event]) -> list[Event]:
        """Write down what there is to write, then hand the events on."""
        due = self.clock.real.now_ns() - self._saved_real_ns >= SAVE_EVERY_NS
        if due or any(isinstance(event, PhaseBegan | Finished | Stopped) for event in events):
            self.save()
        return events

    def save(self) -> None:
        """Write down what was done so far, at once."""
        if not self._discarded:
            self._saved_real_ns = self.clock.real.now_ns()
            self._recorder.save(self.record())
