"""The screens of one live session: the one that leads through it, and the one that shows what was done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from footui.core.record import SessionRecord
from footui.core.timeline import Timeline, compile_timeline
from footui.core.wording import length, plural
from footui.live_session import JoinedSession
from footui.screens.live import LiveScreen
from footui.world import StartSession

if TYPE_CHECKING:
    from footui.screens.finished import FinishedScreen
    from footui.screens.guide import Guide
    from footui.storage.suggestion import Suggestions


class LiveSessionScreens:
    """Makes the live screen and, when the session is over, the one that shows what was done."""

    def __init__(self, guide: Guide, joined: JoinedSession, start: StartSession) -> None:
        """A session that begins when its screen is shown."""
        self._guide = guide
        self._exercises = start.exercises
        self.joined = joined
        self.live = LiveScreen(guide, joined.session, start.exercises, joined.problem)
        """The screen that leads through it."""

    def finished(self, record: SessionRecord, leave: Callable[[], None], closes_after: float | None) -> FinishedScreen:
        """The screen that shows what was done, after it is written down; `leave` is called when it is closed."""
        from footui.screens.finished import FinishedScreen  # noqa: PLC0415  # the first picture does not wait for it

        session = self.joined.session
        asked = self.joined.is_recorded
        return FinishedScreen(
            self._guide,
            record,
            self._exercises,
            written=self.joined.written(),
            next_line=next_line(session.player.prescribed) if record.status == "finished" else "",
            closes_after=closes_after,
            leave=leave,
            said=session.said if asked else None,
            save=(lambda _said: session.save_answers()) if asked else None,
            suggestions=self._suggestions() if asked and record.status == "finished" else None,
        )

    def _suggestions(self) -> Suggestions:
        """What may be tried next time, by what is said of this session."""
        from footui.storage.suggestion import Suggestions  # noqa: PLC0415  # the first picture does not wait for it

        session, guide = self.joined.session, self._guide
        return Suggestions(
            self.joined.folders,
            session.player.prescribed.routine.slug,
            guide.settings.care,
            guide.clock.wall,
            day_start=guide.settings.day_start,
            number=guide.notation.number,
            newest=session.record,
        )


def next_line(timeline: Timeline) -> str:
    """What comes next today, after this session; empty where it was the last."""
    if timeline.session >= timeline.sessions_per_day:
        return ""
    coming = compile_timeline(timeline.routine, timeline.session + 1)
    name = coming.slot.capitalize() if coming.slot else f"Session {coming.session} of {coming.sessions_per_day}"
    steps = plural(len({phase.step for phase in coming.phases}), "step")
    return f"{name} is next today: {steps}, {'own pace' if coming.open_ended else length(coming.length_ns)}."
