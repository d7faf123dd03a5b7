"""Joins a live session with the world: the lock that keeps it the only one, the history, clock, watch and cues.

The full screen and the plain session both go through this.
"""

from __future__ import annotations

import os
import uuid
from typing import TYPE_CHECKING

from footui.session.clock import SessionClock
from footui.session.live import LiveSession
from footui.session.session_cues import SessionCues
from footui.session.watch import Watch
from footui.storage.later_writer import LaterWriter
from footui.storage.session_lock import About, SessionLock
from footui.world import StartSession, World

if TYPE_CHECKING:
    from footui.core.settings import Settings
    from footui.session.beside import Outlets


class JoinedSession:
    """One live session with all that belongs to it; a preview that is not recorded has neither lock nor history."""

    def __init__(
        self,
        world: World,
        start: StartSession,
        settings: Settings,
        outlets: Outlets,
    ) -> None:
        """A session that has not begun; `outlets` are where cues go.

        Raises:
            SessionRuns: another one is recorded for this data folder.
        """
        self.folders = world.folders
        """Where its routine and its history are kept."""
        interrupted = start.interrupted
        session_id = interrupted.id if interrupted else str(uuid.uuid4())
        self._lock = self._writer = None
        if start.recorded:
            about = About(session_id, start.timeline.routine.title, world.clock.wall(), _terminal_name(world))
            self._lock = SessionLock.take(world.folders, about)
            self._writer = LaterWriter(world.folders.history_file)
        clock = SessionClock(world.clock, start.speed)
        self.cues = SessionCues(settings.cues, outlets, clock, start.exercises)
        self.session = LiveSession(
            start.timeline,
            clock,
            session_id,
            recorder=self._writer,
            watch=Watch(world.clock),
            cues=self.cues,
            routine_text=start.routine_text,
            interrupted=interrupted,
        )

    @property
    def is_recorded(self) -> bool:
        """Whether it is written down."""
        return self._writer is not None

    def problem(self) -> str | None:
        """Why it cannot be written down, or a cue not be given; None where all is well."""
        writing = (self._writer.problem or self._writer.notice) if self._writer else None
        return writing or self.cues.problem or None

    def save(self) -> None:
        """Have what was done so far written down."""
        if self.session.player.is_live:
            self.session.tick()
            self.session.save()

    def settle(self, timeout: float) -> None:
        """Wait until everything is written, at most so many seconds, and leave no program running; for any thread."""
        self.cues.end_children()
        if self._writer is not None:
            self._writer.settle(timeout)

    def written(self) -> str:
        """Whether it was written down, as a sentence; waits until that is known."""
        if self._writer is None:
            return "Not written down: a preview."
        settled = self._writer.settle()
        return "Written down." if settled and not self._writer.problem else f"! {self._writer.problem}"

    def close(self) -> str:
        """The session is over and shown; why it could not be written down, as a sentence, empty where it was."""
        self.session.close()
        problem = ""
        if self._writer is not None and not self._writer.close():
            problem = self._writer.problem or "The session could not be written down in time."
        if self._lock is not None:
            self._lock.release()
        return problem


def _terminal_name(world: World) -> str:
    """The terminal that keys come from, such as /dev/pts/3; empty where there is none."""
    try:
        return os.ttyname(world.stdin.fileno())
    except (OSError, ValueError):  # no terminal, or no file at all
        return ""
