"""The history's SQLite file: opened for one call, read or written whole or not at all, every refusal a sentence.

Set up for safety on any file system: journal DELETE, synchronous FULL, immediate transactions. Reading never makes or
changes a file.
"""

from __future__ import annotations

import os
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from footui.storage.folders import make_private_folder
from footui.storage.history_rows import NoDataError
from footui.storage.history_schema import SCHEMA_VERSION, read_as_current, version_of
from footui.storage.problems import SaveProblem, clean_path, reason

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

PATIENCE = 5.0
"""Seconds to wait for another writer."""

_REASONS = {
    "SQLITE_BUSY": "another program is writing to it. Try again in a moment",
    "SQLITE_LOCKED": "another program is writing to it. Try again in a moment",
    "SQLITE_FULL": "the disk is full. Make room on it and try again",
    "SQLITE_READONLY": "it, or its folder, can only be read",
    "SQLITE_IOERR": "the disk reports an error, or is full",
    "SQLITE_CANTOPEN": "it, or a file beside it, cannot be opened",
    "SQLITE_PERM": "there is no permission",
    "SQLITE_CORRUPT": "it is damaged. It is set aside when the next session is written down",
    "SQLITE_NOTADB": "it is damaged, or no history. It is set aside when the next session is written down",
}


class HistoryError(Exception):
    """The history cannot be read or written; the message is a sentence for the person."""


class HistoryFile:
    """One history file; each call has a connection of its own, so that any thread may make it.

    The file is looked at for damage before this first writes to it, and again after it was found damaged.
    """

    def __init__(self, path: Path) -> None:
        """A file at `path`, which need not be there yet."""
        self._path = path
        self._is_known_whole = False
        self.notice: str | None = None
        """What happened to the file that the person has to know, as sentences: a damaged one was set aside."""

    @property
    def exists(self) -> bool:
        """Whether there is anything to read."""
        return self._path.exists()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection to read from as if the file were of this version. Raises HistoryError."""
        with self.telling("read"), self._connected() as connection:
            if self._version(connection, "read") < SCHEMA_VERSION:
                read_as_current(connection)
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A connection inside a transaction, kept whole, or not at all if what is done in it fails.

        A missing file is made, an older one brought up to date. Raises HistoryError.
        """
        with self.telling("written"):
            self._make_whole()
            with self._connected() as connection:
                connection.execute("PRAGMA synchronous = FULL")
                connection.execute("BEGIN IMMEDIATE")
                if self._version(connection, "written") < SCHEMA_VERSION:
                    from footui.storage.history_migration import migrate  # noqa: PLC0415  # once in a file's life

                    migrate(connection, self._real_path)
                    connection.execute("BEGIN IMMEDIATE")
                yield connection
                connection.execute("COMMIT")

    def refusal(self, done: str, why: str) -> HistoryError:
        """The error that says that the history could not be `done` (read, written), and why."""
        path = clean_path(str(self._path))
        return HistoryError(
            f"The history could not be {done}: {why.rstrip('.')}. What was there was left as it is: {path}."
        )

    @contextmanager
    def telling(self, done: str) -> Iterator[None]:
        """Turn what SQLite and the system say, and what is no data, into a sentence. Raises HistoryError."""
        import sqlite3  # noqa: PLC0415  # likewise

        try:
            yield
        except sqlite3.Error as error:
            # The name of an extended code begins with that of its kind: SQLITE_IOERR_WRITE.
            kind = "_".join(getattr(error, "sqlite_errorname", "").split("_")[:2])
            if kind in {"SQLITE_CORRUPT", "SQLITE_NOTADB"}:
                self._is_known_whole = False
            raise self.refusal(done, _REASONS.get(kind, str(error))) from error
        except NoDataError as error:
            raise self.refusal(done, str(error)) from error
        except OSError as error:
            raise self.refusal(done, reason(error)) from error
        except SaveProblem as problem:
            raise self.refusal(done, str(problem)) from problem

    @property
    def _real_path(self) -> Path:
        """Where the file lies once links are followed; what is kept beside it, SQLite's own too, lies there."""
        return Path(os.path.realpath(self._path))

    def _make_whole(self) -> None:
        if self._is_known_whole and self._path.exists():
            return
        from footui.storage.history_damage import make_whole  # noqa: PLC0415  # reading does not wait for it

        make_private_folder(self._real_path.parent)
        self.notice = make_whole(self._real_path) or self.notice
        self._is_known_whole = True

    @contextmanager
    def _connected(self) -> Iterator[sqlite3.Connection]:
        import sqlite3  # noqa: PLC0415  # 3 ms that the first picture does not wait for

        # "rw" never makes a file, and lets reading finish off what a killed writer left half done.
        address = f"{self._path.absolute().as_uri()}?mode=rw"
        with closing(sqlite3.connect(address, uri=True, timeout=PATIENCE, isolation_level=None)) as connection:
            yield connection

    def _version(self, connection: sqlite3.Connection, done: str) -> int:
        version = version_of(connection)
        if version > SCHEMA_VERSION:
            path = clean_path(str(self._path))
            raise HistoryError(f"The history {path} was written by a newer footui. Please update; nothing was changed.")
        if version == 0:
            self._is_known_whole = False
            raise self.refusal(done, "it is empty, or no history. It is set aside when a session is written down")
        return version
