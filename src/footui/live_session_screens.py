"""One live session with all that belongs to it: its clock, its watch, its record, and the screens that show it."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING

from footui.core.record import SessionRecord
from footui.core.timeline import Timeline, compile_timeline
from footui.core.wording import length, plural
from footui.screens.base import Guide
from footui.screens.live import LiveScreen
from footui.session.clock import SessionClock
from footui.session.live import LiveSession, NoRecorder
from footui.session.watch import Watch
from footui.storage.history import History
from footui.storage.history_writer import HistoryWriter
from footui.world import StartSession, World

if TYPE_CHECKING:
    from footui.screens.finished import FinishedScreen


class LiveSessionScreens:
    """Makes the live screen and, when the session is over, the one that shows what was done."""

    def __init__(self, guide: Guide, world: World, start: StartSession) -> None:
        """A session that begins when its screen is shown."""
        self._guide = guide
        self._exercises = start.exercises
        self._writer = HistoryWriter(History(world.folders.history_file)) if start.recorded else None
        self.session = LiveSession(
            start.timeline,
            SessionClock(world.clock, start.speed),
            str(uuid.uuid4()),
            self._writer or NoRecorder(),
            Watch(world.clock),
        )

    def live(self) -> LiveScreen:
        """The screen that leads through it."""
        return LiveScreen(self._guide, self.session, self._exercises, self._recording_problem)

    def finished(self, record: SessionRecord, leave: Callable[[], None], closes_after: float | None) -> FinishedScreen:
        """The screen that shows what was done, after it is written down; `leave` is called when it is closed."""
        from footui.screens.finished import FinishedScreen  # noqa: PLC0415  # the first picture does not wait for it

        return FinishedScreen(
            self._guide,
            record,
            self._exercises,
            written=self._written(),
            next_line=next_line(self.session.timeline) if record.status == "finished" else "",
            closes_after=closes_after,
            leave=leave,
        )

    def save(self) -> None:
        """Have what was done so far written down."""
        if self.session.player.is_live:
            self.session.tick()
            self.session.save()

    def settle(self, timeout: float) -> None:
        """Wait until everything is written, at most so many seconds; from any thread."""
        if self._writer is not None:
            self._writer.settle(timeout)

    def close(self) -> None:
        """The session is over and shown."""
        if self._writer is not None:
            self._writer.close()

    def _recording_problem(self) -> str | None:
        return self._writer.problem if self._writer else None

    def _written(self) -> str:
        if self._writer is None:
            return "Not written down: a preview."
        settled = self._writer.settle()
        return "Written down." if settled and not self._writer.problem else f"! {self._writer.problem}"


def next_line(timeline: Timeline) -> str:
    """What comes next today, after this session; empty where it was the last."""
    if timeline.session >= timeline.sessions_per_day:
        return ""
    coming = compile_timeline(timeline.routine, timeline.session + 1)
    name = coming.slot.capitalize() if coming.slot else f"Session {coming.session} of {coming.sessions_per_day}"
    steps = plural(len({phase.step for phase in coming.phases}), "step")
    return f"{name} is next today: {steps}, {'own pace' if coming.open_ended else length(coming.length_ns)}."
