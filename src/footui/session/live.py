"""A live session: a player driven by the real clock, watched over, and written down as it goes.

Screens and the plain session send it intents and draw what it says; it paints nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from footui.core.events import Event, Finished, Paused, PhaseBegan, Stopped
from footui.core.journal import Interrupted, Journal, start_of, state_of
from footui.core.phase import SECOND
from footui.core.player import Player
from footui.core.record import SessionRecord, work_done
from footui.core.said import Said
from footui.core.walk import PlayerState
from footui.session.beside import Cues, NoCues, NoRecorder, Recorder

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from footui.core.changes import Change
    from footui.core.timeline import Timeline
    from footui.session.clock import SessionClock
    from footui.session.watch import Gap, Watch

SAVE_EVERY_NS = 8 * SECOND // 10
"""A running session is written down this often, in real time: a second less what writing may take on a busy machine."""

FIVE_SECONDS_NS = 5 * SECOND

NO_REASON = "other"
"""What a skipped step is written down with until a reason is given."""


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
        *,
        recorder: Recorder | None = None,
        watch: Watch | None = None,
        cues: Cues | None = None,
        routine_text: str = "",
        interrupted: Interrupted | None = None,
    ) -> None:
        """A session that has not begun; `watch` is None where gaps are not looked for.

        `routine_text` is the routine's file as it is now. Where `interrupted` is given, it is that session which goes
        on, and `timeline` and `session_id` are its own.
        """
        kept = interrupted.kept if interrupted else None
        self.player = kept.player if kept else Player(timeline)
        self.clock = clock
        self.id = session_id
        self.gap: Gap | None = None
        self.said = kept.said if kept else Said()
        self._interrupted = interrupted
        self._interrupted_seconds = kept.interrupted_seconds if kept else 0.0
        self._recorder = recorder or NoRecorder()
        self._watch = watch
        self.cues = cues or NoCues()
        self._start = start_of(timeline, routine_text)
        self._started = clock.real.wall()
        self._saved_real_ns = 0
        self._changed: datetime | None = None
        self._discarded = False
        self._last_skip: tuple[int, int] | None = None

    @property
    def timeline(self) -> Timeline:
        """What is played."""
        return self.player.timeline

    # The clock

    def begin(self) -> list[Event]:
        """Start the clock with the first phase, or where the session was interrupted."""
        now = self._started = self.clock.real.wall()
        if self._watch is not None:
            self._watch.start()
        self._saved_real_ns = self.clock.real.now_ns()  # the first picture comes first, the first record a second later
        if self._interrupted is None:
            events = self.player.start(self.clock.now_ns())
        else:
            self._started = self._interrupted.started
            self._interrupted_seconds += max(0.0, (now - self._interrupted.last_known).total_seconds())
            from footui.core.standing import go_on  # noqa: PLC0415  # only here

            events = go_on(self.player, self._interrupted.kept.standing, self.clock.now_ns())
        self.cues.plan(self.player)
        return events

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

    def change(self, change: Change) -> list[Event]:
        """Go on in another way: one more repetition, the other foot first, another form, less."""
        return self._intent(lambda now_ns: self.player.change(now_ns, change))

    def take_back(self) -> list[Event]:
        """Undo the last restart, skip, change of length or change of the course."""
        return self._intent(self.player.take_back)

    # What is said

    def say_before(self, pain: int) -> None:
        """How much it hurts before it begins, 0 to 10."""
        self.said.before = pain
        self.save()

    def say_pain(self, pain: int) -> None:
        """How much it hurts now, 0 to 10."""
        self.said.during.append((self.player.phase.step, pain))
        self.save()

    def save_answers(self) -> None:
        """Write down what was said after the end."""
        self._changed = self.clock.real.wall()
        self.save()

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
        """Let the watch and the cues go. The session may be at any point."""
        self.cues.close()
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
        since_end = player.time.ended_ns - self.clock.now_ns() if status != "open" else 0
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
            planned_work_ns=player.prescribed.work_ns,
            paused_seconds=self.clock.real_seconds(player.time.paused_ns),
            work=tuple(row._replace(pain=self.said.worst_in(row.step)) for row in work_done(player)),
            pain=self.said.pain,
            effort=self.said.effort,
            note=self.said.note,
            interrupted_seconds=self._interrupted_seconds,
            changed=self._changed,
        )

    def journal(self) -> Journal:
        """All that is needed to go on from here, after whatever may happen."""
        return Journal(self._start, state_of(self.player, self.said, self._interrupted_seconds))

    @property
    def seconds_to_save(self) -> float:
        """In how many real seconds it has to be written down again; whoever waits for longer asks for more loss."""
        since_ns = self.clock.real.now_ns() - self._saved_real_ns
        return max(0.0, (SAVE_EVERY_NS - since_ns) / SECOND)

    def _told(self, events: list[Event]) -> list[Event]:
        """Write down what there is to write and bring the cues up to date, then hand the events on."""
        due = self.clock.real.now_ns() - self._saved_real_ns >= SAVE_EVERY_NS
        if events or due:
            self.cues.plan(self.player)
        if due or any(isinstance(event, PhaseBegan | Finished | Stopped) for event in events):
            self.save()
        return events

    def save(self) -> None:
        """Write down what was done so far, at once."""
        if not self._discarded:
            self._saved_real_ns = self.clock.real.now_ns()
            self._recorder.save(self.record(), self.journal())
