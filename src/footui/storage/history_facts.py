"""What can be said of a history without changing anything: only looked at, never finished off, made or set aside."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple

from footui.storage.history_schema import SCHEMA_VERSION, read_as_current, version_of

SET_ASIDE: Final = "It is set aside and a new one begun when the next session is written down; nothing is deleted."


class HistoryFacts(NamedTuple):
    """A history that is in order."""

    size: int
    """In bytes."""
    version: int
    sessions: int
    interrupted: tuple[str, ...]
    """The ids of the sessions that run, or were cut off."""
    newest: datetime | None
    """When the last session began."""

    @property
    def is_older(self) -> bool:
        """Whether it is of an older footui."""
        return self.version < SCHEMA_VERSION


class HistoryTrouble(Exception):  # noqa: N818  # it is told to a person, and nothing went wrong in looking
    """The history is not in order; the message says so, and what to do."""


def history_facts(path: Path) -> HistoryFacts:
    """The facts of the history at `path`, which is there.

    Raises:
        HistoryTrouble: it is damaged, no history, of a newer footui, or cannot be looked at.
    """
    try:
        size = path.stat().st_size
        if size == 0:
            raise HistoryTrouble(f"is empty, and footui never leaves it so. {SET_ASIDE}")
        address = f"{path.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True, timeout=1)) as connection:
            return _facts(connection, size)
    except sqlite3.Error as error:
        raise HistoryTrouble(_trouble(error)) from error
    except OSError as error:
        raise HistoryTrouble(f"cannot be looked at: {error.strerror}.") from error


def beside(path: Path) -> tuple[list[Path], list[Path]]:
    """What lies beside a history: copies from before an update, and damaged ones that were set aside."""
    real = path.resolve()
    try:
        copies = sorted(real.parent.glob(f"{real.stem}-v[0-9]*{real.suffix}"))
        damaged = sorted(real.parent.glob(f"{real.stem}-damaged-*{real.suffix}"))
    except OSError:
        return [], []
    return copies, damaged


def _facts(connection: sqlite3.Connection, size: int) -> HistoryFacts:
    version = version_of(connection)
    if version > SCHEMA_VERSION:
        raise HistoryTrouble("was written by a newer footui. Please update; this one leaves it alone.")
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise HistoryTrouble(f"is damaged: its parts do not fit together. {SET_ASIDE}")
    if version == 0:
        raise HistoryTrouble(f"is no history of footui. {SET_ASIDE}")
    connection.execute("PRAGMA temp_store = MEMORY")  # or the views for an older version might make a file
    if version < SCHEMA_VERSION:
        read_as_current(connection)
    kept = "FROM sessions WHERE status NOT IN ('deleted', 'discarded')"
    (count,) = connection.execute(f"SELECT count(*) {kept}").fetchone()
    interrupted = connection.execute(f"SELECT id {kept} AND status = 'open'").fetchall()
    newest = connection.execute(f"SELECT started {kept} ORDER BY moment DESC LIMIT 1").fetchone()
    return HistoryFacts(size, version, count, tuple(row[0] for row in interrupted), _moment(newest))


def _moment(row: tuple[str] | None) -> datetime | None:
    try:
        return None if row is None else datetime.fromisoformat(row[0])
    except (TypeError, ValueError):
        return None


def _trouble(error: sqlite3.Error) -> str:
    """What SQLite says, in words; what it means for what is kept, and what to do."""
    name = getattr(error, "sqlite_errorname", "")
    if name == "SQLITE_READONLY_ROLLBACK":
        return "was being written to when footui was stopped. footui today puts it right; no finished session is lost."
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return f"is damaged, or no history: it cannot be read as a database. {SET_ASIDE}"
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return "is being written to by another program. Try again in a moment."
    return f"cannot be looked at: {error}."
