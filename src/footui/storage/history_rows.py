"""Sessions as rows of the history: their JSON, and the statements that read and write one in a transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from footui.storage.history_schema import moment_of, parts_of

if TYPE_CHECKING:
    import sqlite3

    from footui.core.journal import Journal
    from footui.storage.session_object import SessionObject

_SAVE_SESSION = (
    f"INSERT INTO sessions SELECT ?1, ?2, {parts_of('?3')}, ?3 WHERE true "  # all of it is ours
    "ON CONFLICT (id) DO UPDATE SET moment = excluded.moment, status = excluded.status, routine = excluded.routine, "
    "worked = excluded.worked, started = excluded.started, object = excluded.object"
)
_SAVE_JOURNAL = (
    "INSERT INTO journals (session, start, state) VALUES (?, ?, ?) ON CONFLICT (session) DO UPDATE "
    "SET start = excluded.start, state = excluded.state"
)


Row = tuple[str, float, str]
"""A session as it is written: its id, its moment and its JSON; SQLite reads the other columns from that."""


class NoDataError(ValueError):
    """Something is no JSON, or not what it should be; the message is the second half of a sentence."""


def row_of(session: SessionObject) -> Row:
    """The row of a session, or of the mark that a discarded one leaves. Raises NoDataError."""
    try:
        return session["id"], moment_of(session.get("started") or session["changed"]), to_text(session)
    except (KeyError, TypeError, ValueError) as error:
        if isinstance(error, NoDataError):
            raise
        raise NoDataError(f"the session has no id or no start ({error!r})") from error


def put(connection: sqlite3.Connection, row: Row) -> None:
    """Write a row in place of the one with its id."""
    connection.execute(_SAVE_SESSION, row)


def put_journal(connection: sqlite3.Connection, session_id: str, parts: tuple[str, str]) -> None:
    """Write a journal, as `journal_texts` gives it, in place of the one before."""
    connection.execute(_SAVE_JOURNAL, (session_id, *parts))


def drop_journal(connection: sqlite3.Connection, session_id: str) -> None:
    """Forget a session's journal, if it has one."""
    connection.execute("DELETE FROM journals WHERE session = ?", (session_id,))


def journal_texts(journal: Journal) -> tuple[str, str]:
    """What a journal is written as. Raises NoDataError."""
    return to_text(journal.start), to_text(journal.state)


def session_in(connection: sqlite3.Connection, session_id: str) -> SessionObject | None:
    """The object with this id, be it a session, a deleted one or the mark of a discarded one; None for none."""
    found = connection.execute("SELECT object FROM sessions WHERE id = ?", (session_id,)).fetchone()
    return None if found is None else from_text(found[0])


def deleted_in(connection: sqlite3.Connection, session_id: str) -> SessionObject | None:
    """The object with this id, where it was deleted or discarded; None otherwise."""
    query = "SELECT object FROM sessions WHERE id = ? AND status IN ('deleted', 'discarded')"
    found = connection.execute(query, (session_id,)).fetchone()
    return None if found is None else from_text(found[0])


def journal_in(connection: sqlite3.Connection, session_id: str) -> Journal | None:
    """The journal of a session; None for one without."""
    from footui.core.journal import Journal  # noqa: PLC0415  # it brings all that a session is compiled with

    query = "SELECT start, state FROM journals WHERE session = ?"
    found = connection.execute(query, (session_id,)).fetchone()
    return None if found is None else Journal(from_text(found[0]), from_text(found[1]))


def to_text(value: Any) -> str:  # noqa: ANN401  # it is JSON
    """A value as compact JSON, always the same for the same value in the same order. Raises NoDataError."""
    import json  # noqa: PLC0415  # the first picture does not wait for it

    try:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        text.encode()  # half of a pair of surrogates is no text for SQLite
    except (TypeError, ValueError, RecursionError) as error:
        raise NoDataError(f"there is something in it that is no data ({error})") from error
    return text


def from_text(text: str) -> Any:  # noqa: ANN401  # likewise
    """The value of a JSON text. Raises NoDataError."""
    import json  # noqa: PLC0415  # likewise

    try:
        return json.loads(text)
    except ValueError as error:
        raise NoDataError(f"there is something in it that is no data ({error})") from error
