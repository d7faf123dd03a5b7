"""A session of the history: what lists and sums need of it at once, and all of it as a value when it is looked at."""

from __future__ import annotations

from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from footui.storage.history_days import has_work
from footui.storage.session_record import record_of

if TYPE_CHECKING:
    from footui.core.record import SessionRecord
    from footui.storage.session_object import SessionObject


class KeptSession:
    """One session; years of them are on hand, so each is made safe to show only when it is shown."""

    def __init__(self, plain: SessionObject, day: date) -> None:
        """`day` is the one it counts for."""
        self.plain = plain
        self.day = day

    @property
    def id(self) -> str:
        """Its id."""
        return str(self.plain["id"])

    @property
    def routine(self) -> str:
        """The slug of its routine."""
        return str(self.plain["routine"])

    @property
    def is_open(self) -> bool:
        """Whether it runs, or was cut off and can be gone on with."""
        return bool(self.plain["status"] == "open")

    @property
    def is_done(self) -> bool:
        """Whether it counts as done: finished, with any work."""
        return self.plain["status"] == "finished" and self.has_work

    @cached_property
    def has_work(self) -> bool:
        """Whether anything was done at all."""
        return has_work(self.plain)

    @cached_property
    def seconds(self) -> float:
        """How long it lasted, without pauses and interruptions."""
        took = datetime.fromisoformat(self.plain["ended"]) - datetime.fromisoformat(self.plain["started"])
        held_up: float = self.plain["paused_seconds"] + self.plain.get("interrupted_seconds", 0.0)
        return max(took.total_seconds() - held_up, 0.0)

    @cached_property
    def record(self) -> SessionRecord:
        """All of it, its texts safe to show."""
        return record_of(self.plain)
