"""Writes a running session down from a thread of its own, so that a slow disk never holds up the clock."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, NamedTuple

from footui.storage.history import History, HistoryError
from footui.storage.session_object import session_object

if TYPE_CHECKING:
    from footui.core.journal import Journal
    from footui.core.record import SessionRecord


class _Waiting(NamedTuple):
    """What is to be done about one session: written down, or forgotten where there is no record."""

    record: SessionRecord | None
    journal: Journal | None


class HistoryWriter:
    """Takes records down one after the other; of several of one session that wait, only the newest is written."""

    def __init__(self, history: History) -> None:
        """A writer whose thread begins with the first record."""
        self._history = history
        self._wake = threading.Condition()
        self._waiting: dict[str, _Waiting] = {}
        self._busy = False
        self._closing = False
        self._thread: threading.Thread | None = None
        self.problem: str | None = None
        """Why the last writing failed, as a sentence; None where it went well."""

    @property
    def notice(self) -> str | None:
        """What happened to the history's file that the person has to know; None for nothing."""
        return self._history.notice

    def save(self, record: SessionRecord, journal: Journal | None = None) -> None:
        """Have this written, both or neither; returns at once.

        Without a journal the one before stays. What is in a journal must not change any more.
        """
        with self._wake:
            if journal is None and record.id in self._waiting:
                journal = self._waiting[record.id].journal  # not written yet, and not to be lost
            self._put(record.id, _Waiting(record, journal))

    def discard(self, session_id: str) -> None:
        """Have the session with this id forgotten, and what waits to be written of it; returns at once."""
        with self._wake:
            self._put(session_id, _Waiting(None, None))

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

    def _put(self, session_id: str, waiting: _Waiting) -> None:
        """Let this be next for the session; to be called while `_wake` is held."""
        self._waiting[session_id] = waiting
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
                session_id = next(iter(self._waiting))
                waiting = self._waiting.pop(session_id)
                self._busy = True
            try:
                self._write(session_id, waiting)
                self.problem = None
            except HistoryError as problem:
                self.problem = str(problem)
            with self._wake:
                self._busy = False
                self._wake.notify_all()

    def _write(self, session_id: str, waiting: _Waiting) -> None:
        if waiting.record is None:
            self._history.discard(session_id)
        else:
            self._history.save(session_object(waiting.record), waiting.journal)
