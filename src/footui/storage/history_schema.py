"""The tables of the history by version, and how an older one is read as if it were of this version."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

SCHEMA_VERSION = 2
"""The `user_version` of the files this program writes.

1 had the sessions alone: `sessions(id, started, object)`.
"""

_STATUS = "CASE WHEN json_extract(object, '$.deleted') THEN 'deleted' ELSE json_extract(object, '$.status') END"

SCHEMA = (
    f"""CREATE TABLE sessions (
    id TEXT PRIMARY KEY,
    started TEXT NOT NULL,
    moment REAL NOT NULL,     -- `started` as seconds since 1970, which have one order whatever the offset
    object TEXT NOT NULL,     -- JSON, as docs/history-format.md names its parts
    status TEXT GENERATED ALWAYS AS ({_STATUS}) VIRTUAL
) STRICT""",
    "CREATE INDEX sessions_by_status ON sessions (status, moment, id)",
    "CREATE INDEX sessions_by_moment ON sessions (moment, id)",
    """CREATE TABLE journals (
    session TEXT PRIMARY KEY,
    start TEXT NOT NULL,      -- JSON: what the session began with
    state TEXT NOT NULL       -- JSON: where it stands and what was done, phase by phase
) STRICT""",
    """CREATE TABLE answers (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL       -- JSON
) STRICT""",
    f"PRAGMA user_version = {SCHEMA_VERSION}",
)
"""The statements that make an empty history."""

_VERSION_1_AS_NOW = (
    # Views named as the tables stand before them; they live in this connection alone, and nothing is written.
    f"""CREATE TEMP VIEW sessions AS
    SELECT id, started, moment_of(started) AS moment, object, {_STATUS} AS status FROM main.sessions""",  # noqa: S608  # all of it is ours
    "CREATE TEMP VIEW journals AS SELECT NULL AS session, NULL AS start, NULL AS state WHERE 0",
    "CREATE TEMP VIEW answers AS SELECT NULL AS name, NULL AS value WHERE 0",
)


def version_of(connection: sqlite3.Connection) -> int:
    """The version of the history's tables; 0 where it has none of ours."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def moment_of(started: str) -> float:
    """A session's start as seconds since 1970. Raises ValueError where it is no date and time."""
    return datetime.fromisoformat(started).timestamp()


def read_as_current(connection: sqlite3.Connection) -> None:
    """Let a history of version 1 be read, through this connection, by what is asked of the current version."""
    add_moment_of(connection)
    for statement in _VERSION_1_AS_NOW:
        connection.execute(statement)


def add_moment_of(connection: sqlite3.Connection) -> None:
    """Give this connection's SQL `moment_of`; a start that nobody can read is the first moment of 1970."""

    def moment_or_first(started: str) -> float:
        try:
            return moment_of(started)
        except ValueError:
            return 0.0

    connection.create_function("moment_of", 1, moment_or_first, deterministic=True)
