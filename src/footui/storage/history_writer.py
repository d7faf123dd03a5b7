"""Writes a running session down from a thread of its own, so that a slow disk never holds up the clock."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from footui.storage.history import History, HistoryError
from footui.storage.session_object import session_object

if TYPE_CHECKING:
    from collections.abc import Callable

    from footui.core.record import SessionRecord


class HistoryWriter:
    """Takes records down one after the other; of several of one session that wait, only the newest is written."""

    def __init__(self, history: History) -> None:
        """A writer whose thread begins with the first record."""
        self._history = history
        self._wake = threading.Condition()
        self._waiting: dict[str, Callable[[], None]] = {}
        self._busy = False
        self._closing = False
        self._thread: threading.Thread | None = None
        self.problem: str | None = None
        """Why the last writing failed, as a sentence; None where it went well."""

    def save(self, record: SessionRecord) -> None:
        """Have this written; returns at once."""
        self._put(record.id, lambda: self._history.save(session_object(record)))

    def discard(self, session_id: str) -> None:
        """Have the session with this id forgotten; returns at once."""
        self._put(session_id, lambda: self._history.discard(session_id))

    def settle(self, timeout: float = 5.0) -> bool:
        """Wait until everything is written, at most `timeout` seconds; whether it is."""
        with self._wake:
            return self._wake.wait_for(lambda: not self._waiting and not self._busy, timeout)

    def close(self, timeout: float = 5.0) -> bool:
        """Settle, then let the thread go; whether everything was written."""
        settled = self.settle(timeout)
        with self._wake:
            self._closing = True
            self._wake.notify_all()
        return settled and self.problem is None

    def _put(self, session_id: str, job: Callable[[], None]) -> None:
        with self._wake:
            self._waiting[session_id] = job
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="history", daemon=True)
                self._thread.start()
            self._wake.notify_all()

    def _run(self) -> None:
        while True:
            with self._wake:
                self._wake.wait_for(lambda: bool(self._waiting) or self._closing)
                if not self._waiting:
                    return
                job = self._waiting.pop(next(iter(self._waiting)))
                self._busy = True
            try:
                job()
                self.problem = None
            except HistoryError as problem:
                self.problem = str(problem)
            with self._wake:
                self._busy = False
                self._wake.notify_all()
