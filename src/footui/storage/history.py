"""The history: every session as it was done, in one SQLite file in the data folder.

Set up for safety on any file system: journal DELETE, synchronous FULL, immediate transactions. Sessions are kept as
the objects of `docs/history-format.md`, a row each. Reading never makes a file.
"""

from __future__ import annotations

import os
from collections import Counter
from contextlib import closing, contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from footui.core.day import day_of
from footui.storage.folders import make_private_folder
from footui.storage.problems import SaveProblem

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

    from footui.storage.session_object import SessionObject

SCHEMA_VERSION = 1

_SCHEMA = """
CREATE TABLE sessions (
    id TEXT PRIMARY KEY,
    started TEXT NOT NULL,
    object TEXT NOT NULL      -- JSON, as docs/history-format.md names its parts
) STRICT
"""


class HistoryError(Exception):
    """The history cannot be read or written; the message is a sentence for the person."""


class History:
    """The sessions in one history file; a connection is opened for each call and closed after it."""

    def __init__(self, path: Path) -> None:
        """A history kept at `path`, which need not be there yet."""
        self._path = path

    def sessions(self) -> list[SessionObject]:
        """Every session, oldest first.

        Raises:
            HistoryError: the file cannot be read.
        """
        if not self._path.exists():
            return []
        import json  # noqa: PLC0415  # as sqlite3 below: the first picture does not wait for it

        with self._open(writing=False) as connection:
            rows = connection.execute("SELECT object FROM sessions").fetchall()
        return sorted((json.loads(row[0]) for row in rows), key=_started)

    def save(self, session: SessionObject) -> None:
        """Write a session down in place of what was written for the same id.

        Raises:
            HistoryError: it cannot be written; what was written before is untouched.
        """
        import json  # noqa: PLC0415  # likewise

        values = (session["id"], session["started"], json.dumps(session, ensure_ascii=False))
        with self._open(writing=True) as connection:
            connection.execute("INSERT OR REPLACE INTO sessions VALUES (?, ?, ?)", values)

    def discard(self, session_id: str) -> None:
        """Forget a session.

        Raises:
            HistoryError: the file cannot be written.
        """
        if self._path.exists():
            with self._open(writing=True) as connection:
                connection.execute("DELETE FROM sessions WHERE id = ?", (session_id,))

    def done_today(self, routine: str, now: datetime) -> int:
        """How many sessions of this routine were finished, with any work done, on the day of `now`.

        Raises:
            HistoryError: the file cannot be read.
        """
        return self.all_done_today(now).get(routine, 0)

    def all_done_today(self, now: datetime) -> dict[str, int]:
        """The same for every routine that has any, by its slug.

        Raises:
            HistoryError: the file cannot be read.
        """
        today = day_of(now)
        return Counter(
            session["routine"]
            for session in self.sessions()
            if session["status"] == "finished"
            and any(row["done_seconds"] or row["done_reps"] for row in session["work"])
            and day_of(datetime.fromisoformat(session["started"])) == today
        )

    @contextmanager
    def _open(self, *, writing: bool) -> Iterator[sqlite3.Connection]:
        """A connection for one call; when writing, inside a transaction that is kept whole or not at all."""
        import sqlite3  # noqa: PLC0415  # 3 ms that the first picture does not wait for

        try:
            if writing:
                self._make()
            # "rw" never makes a file, and lets reading finish off what a killed writer left half done.
            address = f"{self._path.absolute().as_uri()}?mode=rw"
            with closing(sqlite3.connect(address, uri=True, timeout=5, isolation_level=None)) as connection:
                if writing:
                    connection.execute("PRAGMA synchronous = FULL")
                    connection.execute("BEGIN IMMEDIATE")
                self._check_version(connection, writing=writing)
                yield connection
                if writing:
                    connection.execute("COMMIT")
        except (sqlite3.Error, OSError, SaveProblem, ValueError) as error:
            done = "written" if writing else "read"
            why = str(error).rstrip(".")
            message = f"The history could not be {done}: {why}. What was there was left as it is: {self._path}."
            raise HistoryError(message) from error

    def _make(self) -> None:
        """Make the folder and an empty file, private to the person, where there is none."""
        make_private_folder(self._path.parent)
        os.close(os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600))

    def _check_version(self, connection: sqlite3.Connection, *, writing: bool) -> None:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version > SCHEMA_VERSION:
            message = f"The history {self._path} was written by a newer footui. Please update; nothing was changed."
            raise HistoryError(message)
        if version == 0 and writing:
            connection.execute(_SCHEMA)
            connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        elif version == 0:
            message = f"The history {self._path} is empty or is no history of footui. It was left as it is."
            raise HistoryError(message)


def _started(session: SessionObject) -> tuple[float, str]:
    return (datetime.fromisoformat(session["started"]).timestamp(), session["id"])
