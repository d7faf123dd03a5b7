"""Brings a history of an older version up to date: whole or not at all, and with a copy of the old one kept."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from typing import TYPE_CHECKING

from footui.storage.atomic_file import create_new
from footui.storage.history_schema import FROM_VERSION_1, FROM_VERSION_2, add_moment_of, version_of
from footui.storage.names_beside import unused_names
from footui.storage.problems import SaveProblem

if TYPE_CHECKING:
    from pathlib import Path


def migrate(connection: sqlite3.Connection, path: Path) -> Path:
    """Make the history at `path` one of this version and commit; `connection` has begun to write and written nothing.

    Gives where the copy of the old one lies. Raises SaveProblem where it fails; the history is then as it was, and no
    copy is left.
    """
    version = version_of(connection)
    content = connection.serialize()  # by SQLite: to open the file ourselves would drop the locks held on it
    copy = next(unused_names(path, f"v{version}"))
    create_new(copy, content)
    try:
        add_moment_of(connection)
        for statement in FROM_VERSION_1 if version == 1 else FROM_VERSION_2:
            connection.execute(statement)
        connection.execute("COMMIT")
    except sqlite3.Error as error:
        with suppress(sqlite3.Error):  # some errors have rolled back already
            connection.execute("ROLLBACK")
        with suppress(OSError):
            copy.unlink()
        raise SaveProblem(f"it is of an older footui, and could not be brought up to date ({error})") from error
    return copy
