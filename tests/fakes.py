"""Stand-ins for the world outside: a clock that goes when it is told to, a recorder that remembers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from footui.core.journal import Journal
    from footui.core.record import SessionRecord

SECOND = 1_000_000_000
MORNING = datetime(2026, 11, 21, 7, 46, 0, tzinfo=UTC)


class FakeClock:
    """A clock that stands still until `pass_seconds`."""

    def __init__(self, wall: datetime = MORNING) -> None:
        self._now_ns = 1_000 * SECOND
        self._wall = wall

    def now_ns(self) -> int:
        return self._now_ns

    def wall(self) -> datetime:
        return self._wall

    def pass_seconds(self, seconds: float) -> None:
        """Let this much time go by."""
        self._now_ns += round(seconds * SECOND)
        self._wall += timedelta(seconds=seconds)


class FakeRecorder:
    """Keeps every record it is given."""

    def __init__(self) -> None:
        self.records: list[SessionRecord] = []
        self.journals: list[Journal] = []
        self.discarded: list[str] = []

    def save(self, record: SessionRecord, journal: Journal) -> None:
        self.records.append(record)
        self.journals.append(journal)

    def discard(self, session_id: str) -> None:
        self.discarded.append(session_id)
