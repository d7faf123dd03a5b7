"""Sees to it that a whole history lies in its place: a damaged one is set aside and told, and never deleted.

Histories are made complete and only then given their name, so that a file of no length is always one that was lost.
"""

from __future__ import annotations

import fcntl
import os
import sqlite3
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from typing import TYPE_CHECKING

from footui.storage.atomic_file import create_new, sweep_temporaries
from footui.storage.history_schema import SCHEMA, SCHEMA_VERSION, version_of
from footui.storage.names_beside import unused_names
from footui.storage.problems import clean_path

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DAMAGE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
"""What SQLite says of a file that is damaged; all else (a full disk, a lock) says nothing about what is in it."""

_BELONGING = ("-journal", "-wal", "-shm")
"""Ends of the names of the files that SQLite keeps beside a database, and would take for those of a new one."""


def make_whole(path: Path) -> str | None:
    """Make sure that a history lies at `path`; its folder must be there.

    Gives a sentence where a damaged one was set aside for it. A history of a newer footui counts as whole. Raises
    sqlite3.Error, OSError or SaveProblem where this cannot be done or known; nothing was changed then, or the damaged
    file has its new name and no new one was made yet.
    """
    sweep_temporaries(path.parent)
    if _looks_whole(path):
        return None
    with _alone(path.parent):
        why = damage(path) if path.exists() else None  # looked at once more: another process may have been here
        if path.exists() and why is None:
            return None
        aside = _set_aside(path)
        create_new(path, _empty_history())
    return None if why is None else _sentence(path, aside, why)


def _looks_whole(path: Path) -> bool:
    """Whether a whole history lies there; not where another process is setting one aside at this moment."""
    try:
        return path.exists() and damage(path) is None
    except FileNotFoundError:
        return False
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_CANTOPEN:
            return False
        raise


def damage(path: Path) -> str | None:
    """What is wrong with the file at `path`, as the second half of a sentence; None for a whole history.

    Raises sqlite3.Error where the file cannot be looked at.
    """
    if path.stat().st_size == 0:
        return "it is empty, and footui never leaves it so"
    try:
        # Opening it finishes off what a killed writer left half done: that is no damage.
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=rw", uri=True, timeout=5)) as connection:
            version = version_of(connection)
            if version > SCHEMA_VERSION:
                return None
            if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                return "its parts do not fit together"
            return None if version else "it is no history of footui"
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF in DAMAGE:
            return "it cannot be read as a database"
        raise


def _set_aside(path: Path) -> Path:
    """Give what lies at `path`, and what SQLite kept beside it, a name of its own."""
    when = path if path.exists() else path.parent
    day = datetime.fromtimestamp(when.stat().st_mtime).date()  # noqa: DTZ006  # the person's own day
    aside = next(unused_names(path, f"damaged-{day}"))
    # The database goes last: alone in its place, what belonged to it would be taken for that of the new one.
    for end in (*_BELONGING, ""):
        with suppress(FileNotFoundError):
            path.with_name(path.name + end).rename(aside.with_name(aside.name + end))
    return aside


def _empty_history() -> bytes:
    """The content of a history without sessions."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for statement in SCHEMA:
            connection.execute(statement)
        return connection.serialize()


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Keep other processes of footui from doing the same meanwhile, where the file system can."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        with suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _sentence(path: Path, aside: Path, why: str) -> str:
    return (
        f"The history {clean_path(str(path))} was damaged: {why}. It was not deleted: it lies as {aside.name} in the "
        "same folder, and a new history was begun. If you have a good copy, put it in the place of the new one while "
        "footui is not running."
    )
