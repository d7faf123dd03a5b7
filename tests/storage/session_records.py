"""Sessions for the tests of what is written down."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from footui.core.dose import Side
from footui.core.phase import SECOND
from footui.core.record import SessionRecord, WorkDone
from footui.storage.session_object import session_object

ROW: Final = WorkDone(1, "toe-press", None, Side.BOTH, 10, 10, 30 * SECOND, 30 * SECOND, None)
NO_WORK: Final = ROW._replace(done_reps=0, done_ns=0)
RECORD: Final = SessionRecord(
    id="one",
    routine="breakfast-lunch-dinner",
    title="Breakfast, lunch and dinner",
    level="low",
    session=2,
    sessions_per_day=3,
    started=datetime.fromisoformat("2026-11-21T12:31:05+01:00"),
    ended=datetime.fromisoformat("2026-11-21T12:35:10+01:00"),
    status="finished",
    planned_work_ns=130 * SECOND,
    paused_seconds=0.0,
    work=(ROW,),
)


def session(name: str, started: str = "2026-11-21T12:31:05+01:00", **changes: Any) -> dict[str, Any]:  # noqa: ANN401  # parts are JSON
    """Return a session object: `changes` are its parts, or `work=False` for one in which nothing was done."""
    record = RECORD._replace(id=name, started=datetime.fromisoformat(started))
    if changes.pop("work", True) is False:
        record = record._replace(work=(NO_WORK,))
    return {**session_object(record), **changes}


def ids(sessions: list[dict[str, Any]]) -> list[str]:
    """Return the ids of sessions in their order."""
    return [one["id"] for one in sessions]


def make_version_1(path: Path, sessions: list[dict[str, Any]]) -> None:
    """Write a history as the first footui did."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "CREATE TABLE sessions (id TEXT PRIMARY KEY, started TEXT NOT NULL, object TEXT NOT NULL) STRICT"
        )
        connection.execute("PRAGMA user_version = 1")
        rows = [(one["id"], one["started"], json.dumps(one)) for one in sessions]
        connection.executemany("INSERT INTO sessions VALUES (?, ?, ?)", rows)


_VERSION_2 = """
CREATE TABLE sessions (
    id TEXT PRIMARY KEY, started TEXT NOT NULL, moment REAL NOT NULL, object TEXT NOT NULL,
    status TEXT GENERATED ALWAYS AS (
        CASE WHEN json_extract(object, '$.deleted') THEN 'deleted' ELSE json_extract(object, '$.status') END
    ) VIRTUAL
) STRICT;
CREATE INDEX sessions_by_status ON sessions (status, moment, id);
CREATE INDEX sessions_by_moment ON sessions (moment, id);
CREATE TABLE journals (
    session TEXT PRIMARY KEY,
    start TEXT NOT NULL,      -- JSON: what the session began with
    state TEXT NOT NULL       -- JSON: where it stands and what was done, phase by phase
) STRICT;
CREATE TABLE answers (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL       -- JSON
) STRICT;
PRAGMA user_version = 2;
"""


def make_version_2(path: Path, sessions: list[dict[str, Any]]) -> None:
    """Write a history as the second footui did: each session with a journal, and one answer."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executescript(_VERSION_2)
        for one in sessions:
            moment = datetime.fromisoformat(one["started"]).timestamp()
            row = (one["id"], one["started"], moment, json.dumps(one, ensure_ascii=False))
            connection.execute("INSERT INTO sessions (id, started, moment, object) VALUES (?, ?, ?, ?)", row)
            connection.execute("INSERT INTO journals VALUES (?, '{}', '{\"place\":7}')", (one["id"],))
        connection.execute("INSERT INTO answers VALUES ('asked', 'true')")


def ask(path: Path, question: str) -> list[tuple[Any, ...]]:
    """Return what SQLite itself answers about a file."""
    with closing(sqlite3.connect(path)) as connection, connection:
        return connection.execute(question).fetchall()
