"""A history writer that is made when there is something to write, so that no first picture waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from footui.core.journal import Journal
    from footui.core.record import SessionRecord
    from footui.storage.history_writer import HistoryWriter


class LaterWriter:
    """Does what `HistoryWriter` does, from the first record on."""

    def __init__(self, path: Path) -> None:
        """A writer for the history at `path`; nothing is made or read before the first record."""
        self._path = path
        self._made: HistoryWriter | None = None

    @property
    def problem(self) -> str | None:
        """Why the last writing failed, as a sentence; None where it went well."""
        return self._made.problem if self._made else None

    @property
    def notice(self) -> str | None:
        """What became of a damaged history, as a sentence; None where nothing was damaged."""
        return self._made.notice if self._made else None

    def save(self, record: SessionRecord, journal: Journal) -> None:
        """Have this written; returns at once."""
        self._writer().save(record, journal)

    def discard(self, session_id: str) -> None:
        """Have the session with this id forgotten; returns at once."""
        self._writer().discard(session_id)

    def settle(self, timeout: float = 5.0) -> bool:
        """Wait until everything is written, at most `timeout` seconds; whether it is."""
        return self._made is None or self._made.settle(timeout)

    def close(self, timeout: float = 5.0) -> bool:
        """Settle, then let the thread go; whether everything was written."""
        return self._made is None or self._made.close(timeout)

    def _writer(self) -> HistoryWriter:
        if self._made is None:
            from footui.storage.history import History  # noqa: PLC0415  # see above
            from footui.storage.history_writer import HistoryWriter  # noqa: PLC0415  # likewise

            self._made = HistoryWriter(History(self._path))
        return self._made
