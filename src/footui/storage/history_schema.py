"""The tables of the history by version, and how an older one is read as if it were of this version."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

SCHEMA_VERSION = 3
"""The `user_version` of the files this program writes.

1 had the sessions alone: `sessions(id, started, object)`. 2 had `sessions(id, started, moment, object, status)`, and
journals and answers as now.
"""

SESSIONS_TABLE = """CREATE TABLE sessions (
    id TEXT PRIMARY KEY,
    moment REAL NOT NULL,     -- `started` as seconds since 1970, which have one order whatever the offset
    status TEXT,              -- what the object says, or `deleted`; `discarded` where nothing but that is kept
    routine TEXT,             -- the routine's slug
    worked INTEGER NOT NULL,  -- 1 where any work was done at all, else 0
    started TEXT,             -- as the object has it; nothing where it was discarded
    object TEXT NOT NULL      -- JSON, as docs/history-format.md names its parts
) STRICT"""

SESSIONS_INDEXES = {
    "sessions_by_status": "CREATE INDEX sessions_by_status ON sessions (status, moment, id)",
    "sessions_by_moment": "CREATE INDEX sessions_by_moment ON sessions (moment, id)",
    # Answers “which days, and when last” by itself, without a look at the sessions.
    "sessions_by_routine": "CREATE INDEX sessions_by_routine ON sessions (routine, status, worked, moment, started)",
}

_OTHER_TABLES = (
    """CREATE TABLE journals (
    session TEXT PRIMARY KEY,
    start TEXT NOT NULL,      -- JSON: what the session began with
    state TEXT NOT NULL       -- JSON: where it stands and what was done, phase by phase
) STRICT""",
    """CREATE TABLE answers (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL       -- JSON
) STRICT""",
)

_THIS_VERSION = f"PRAGMA user_version = {SCHEMA_VERSION}"

SCHEMA = (SESSIONS_TABLE, *SESSIONS_INDEXES.values(), *_OTHER_TABLES, _THIS_VERSION)
"""The statements that make an empty history."""


def parts_of(text: str) -> str:
    """The SQL for `status`, `routine`, `worked` and `started`, where `text` is the SQL for the object they are from."""
    return f"""
    CASE WHEN json_extract({text}, '$.deleted')
        THEN CASE WHEN json_extract({text}, '$.started') IS NULL THEN 'discarded' ELSE 'deleted' END
        ELSE json_extract({text}, '$.status') END AS status,
    json_extract({text}, '$.routine') AS routine,
    EXISTS (
        SELECT 1 FROM json_each({text}, '$.work') AS done WHERE CASE done.type WHEN 'object'
        THEN json_extract(done.value, '$.done_seconds') OR json_extract(done.value, '$.done_reps') END
    ) AS worked,
    json_extract({text}, '$.started') AS started"""  # noqa: S608  # all of it is ours


FROM_VERSION_1 = (
    "ALTER TABLE sessions RENAME TO older_sessions",
    *SCHEMA,
    f"INSERT INTO sessions SELECT id, moment_of(started), {parts_of('object')}, object FROM older_sessions",  # noqa: S608  # likewise
    "DROP TABLE older_sessions",
)
FROM_VERSION_2 = (
    *(f"DROP INDEX IF EXISTS {name}" for name in SESSIONS_INDEXES),
    "ALTER TABLE sessions RENAME TO older_sessions",
    SESSIONS_TABLE,
    f"INSERT INTO sessions SELECT id, moment, {parts_of('object')}, object FROM older_sessions",  # noqa: S608  # likewise
    "DROP TABLE older_sessions",
    *SESSIONS_INDEXES.values(),
    _THIS_VERSION,
)

# Views named as the tables stand before them; they live in this connection alone, and nothing is written.
_VERSION_1_AS_NOW = (
    f"""CREATE TEMP VIEW sessions AS
    SELECT id, moment_of(started) AS moment, {parts_of("object")}, object FROM main.sessions""",  # noqa: S608  # likewise
    "CREATE TEMP VIEW journals AS SELECT NULL AS session, NULL AS start, NULL AS state WHERE 0",
    "CREATE TEMP VIEW answers AS SELECT NULL AS name, NULL AS value WHERE 0",
)
_VERSION_2_AS_NOW = (
    f"CREATE TEMP VIEW sessions AS SELECT id, moment, {parts_of('object')}, object FROM main.sessions",  # noqa: S608  # likewise
)


def version_of(connection: sqlite3.Connection) -> int:
    """The version of the history's tables; 0 where it has none of ours."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def moment_of(started: str) -> float:
    """A session's start as seconds since 1970. Raises ValueError where it is no date and time."""
    return datetime.fromisoformat(started).timestamp()


def read_as_current(connection: sqlite3.Connection) -> None:
    """Let an older history be read, through this connection, by what is asked of the current version."""
    add_moment_of(connection)
    for statement in _VERSION_1_AS_NOW if version_of(connection) == 1 else _VERSION_2_AS_NOW:
        connection.execute(statement)


def add_moment_of(connection: sqlite3.Connection) -> None:
    """Give this connection's SQL `moment_of`; a start that nobody can read is the first moment of 1970."""

    def moment_or_first(started: str) -> float:
        try:
            return moment_of(started)
        except ValueError:
            return 0.0

    connection.create_function("moment_of", 1, moment_or_first, deterministic=True)
