"""The history: every session as it was done, what is needed to go on with one, and what the person answered.

Sessions are kept as the objects of `docs/history-format.md`, a row each, in one SQLite file in the data folder.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from footui.core.day import DAY_START, day_of
from footui.storage.history_days import changed_after, day_of_session, has_work, moments_of_day
from footui.storage.history_file import HistoryError, HistoryFile
from footui.storage.history_schema import moment_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from datetime import date, datetime, time
    from pathlib import Path

    from footui.core.journal import Journal
    from footui.storage.session_object import SessionObject

__all__ = ["Discarded", "History", "HistoryError"]

_SAVE_SESSION = (
    "INSERT INTO sessions (id, started, moment, object) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE "
    "SET started = excluded.started, moment = excluded.moment, object = excluded.object"
)
_SAVE_JOURNAL = (
    "INSERT INTO journals (session, start, state) VALUES (?, ?, ?) ON CONFLICT (session) DO UPDATE "
    "SET start = excluded.start, state = excluded.state"
)
_SAVE_ANSWER = "INSERT INTO answers (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
_LAST_DONE = (
    # The plus keeps SQLite from the index by status, for which it would read and sort them all.
    "SELECT object FROM sessions WHERE moment <= ? AND +status IN ('finished', 'stopped') ORDER BY moment DESC, id DESC"
)


class Discarded(NamedTuple):
    """What was forgotten, so that it can be saved back."""

    session: SessionObject
    journal: Journal | None


class History:
    """What one history file holds. Every method raises HistoryError where the file cannot be read or written."""

    def __init__(self, path: Path) -> None:
        """A history kept at `path`, which need not be there yet."""
        self._file = HistoryFile(path)

    @property
    def notice(self) -> str | None:
        """What happened to the file that the person has to know: a damaged one was set aside, and where it lies."""
        return self._file.notice

    # Reading

    def sessions(self) -> list[SessionObject]:
        """Every session, oldest first."""
        return self._objects("SELECT object FROM sessions ORDER BY moment, id")

    def open_sessions(self) -> list[SessionObject]:
        """The sessions that were cut off, and the one that runs if one does; newest start first."""
        return self._objects("SELECT object FROM sessions WHERE status = 'open' ORDER BY moment DESC, id DESC")

    def session(self, session_id: str) -> SessionObject | None:
        """The session with this id, or None."""
        found = self._objects("SELECT object FROM sessions WHERE id = ?", session_id)
        return found[0] if found else None

    def journal(self, session_id: str) -> Journal | None:
        """How the session with this id began and stands; None for one without a journal."""
        if not self._file.exists:
            return None
        with self._file.reading() as connection:
            return self._journal(connection, session_id)

    def answers(self) -> dict[str, Any]:
        """What the person answered, and what they were asked already, by name."""
        return {name: self._from_json(value) for name, value in self._rows("SELECT name, value FROM answers")}

    def done_today(self, routine: str, now: datetime, day_start: time = DAY_START) -> int:
        """How many sessions of this routine were finished, with any work done, on the day of `now`."""
        return self.all_done_today(now, day_start).get(routine, 0)

    def all_done_today(self, now: datetime, day_start: time = DAY_START) -> dict[str, int]:
        """The same for every routine that has any, by its slug."""
        today = day_of(now, day_start)
        found = self._objects(
            "SELECT object FROM sessions WHERE status = 'finished' AND moment BETWEEN ? AND ?", *moments_of_day(today)
        )
        return Counter(
            session["routine"] for session in found if has_work(session) and day_of_session(session, day_start) == today
        )

    def last_session_before_today(self, now: datetime, day_start: time = DAY_START) -> SessionObject | None:
        """The last session, finished or stopped and with work, of the most recent day before that of `now`."""
        if not self._file.exists:
            return None
        today = day_of(now, day_start)
        best: tuple[date, SessionObject] | None = None
        with self._file.reading() as connection:
            for (text,) in connection.execute(_LAST_DONE, (moments_of_day(today)[1],)):
                session = self._from_json(text)
                # Offsets differ: of two sessions the later one may be of the earlier day.
                if best is not None and moment_of(session["started"]) < moments_of_day(best[0])[0]:
                    break
                day = day_of_session(session, day_start)
                if day < today and has_work(session) and (best is None or day > best[0]):
                    best = day, session
        return None if best is None else best[1]

    # Writing

    def save(self, session: SessionObject, journal: Journal | None = None) -> None:
        """Write a session and its journal down, both or neither, in place of what was written for the same id.

        Without a journal the one that was written stays.
        """
        row = self._row(session)
        parts = None if journal is None else (row[0], self._to_json(journal.start), self._to_json(journal.state))
        with self._file.writing() as connection:
            connection.execute(_SAVE_SESSION, row)
            if parts is not None:
                connection.execute(_SAVE_JOURNAL, parts)

    def correct(
        self, session_id: str, change: Callable[[SessionObject], SessionObject], now: datetime
    ) -> SessionObject | None:
        """Write down what `change` makes of a session, changed at `now`; its journal stays.

        Gives the session as it is now, or None where there is none with this id. What `change` raises comes through,
        and nothing is written.
        """
        if not self._file.exists:
            return None
        with self._file.writing() as connection:
            found = connection.execute("SELECT object FROM sessions WHERE id = ?", (session_id,)).fetchone()
            if found is None:
                return None
            before = self._from_json(found[0])
            after = {**change(before), "id": session_id, "changed": changed_after(before, now)}
            connection.execute(_SAVE_SESSION, self._row(after))
        return after

    def discard(self, session_id: str) -> Discarded | None:
        """Forget a session and its journal; gives both, or None where there was no such session."""
        if not self._file.exists:
            return None
        with self._file.writing() as connection:
            found = connection.execute("SELECT object FROM sessions WHERE id = ?", (session_id,)).fetchone()
            journal = self._journal(connection, session_id)
            connection.execute("DELETE FROM sessions WHERE id = ?", (session_id,))
            connection.execute("DELETE FROM journals WHERE session = ?", (session_id,))
        return None if found is None else Discarded(self._from_json(found[0]), journal)

    def answer(self, name: str, value: Any) -> None:  # noqa: ANN401  # it is JSON
        """Keep an answer, or that something was asked, as JSON in place of the one before; None forgets it."""
        text = self._to_json(value)
        if value is None and not self._file.exists:
            return
        with self._file.writing() as connection:
            if value is None:
                connection.execute("DELETE FROM answers WHERE name = ?", (name,))
            else:
                connection.execute(_SAVE_ANSWER, (name, text))

    # Rows

    def _rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401  # whatever SQLite takes
        """What a query gives; nothing where there is no file yet."""
        if not self._file.exists:
            return []
        with self._file.reading() as connection:
            return connection.execute(query, values).fetchall()

    def _objects(self, query: str, *values: Any) -> list[SessionObject]:  # noqa: ANN401  # likewise
        return [self._from_json(row[0]) for row in self._rows(query, *values)]

    def _journal(self, connection: sqlite3.Connection, session_id: str) -> Journal | None:
        from footui.core.journal import Journal  # noqa: PLC0415  # likewise: all that a session is compiled with

        query = "SELECT start, state FROM journals WHERE session = ?"
        found = connection.execute(query, (session_id,)).fetchone()
        return None if found is None else Journal(self._from_json(found[0]), self._from_json(found[1]))

    def _row(self, session: SessionObject) -> tuple[str, str, float, str]:
        """The columns of a session: id, start, moment and object."""
        try:
            return session["id"], session["started"], moment_of(session["started"]), self._to_json(session)
        except (KeyError, TypeError, ValueError) as error:
            raise self._file.refusal("written", f"the session has no id or no start ({error!r})") from error

    def _to_json(self, value: Any) -> str:  # noqa: ANN401  # it is JSON
        import json  # noqa: PLC0415  # the first picture does not wait for it

        try:
            text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
            text.encode()  # half of a pair of surrogates is no text for SQLite
        except (TypeError, ValueError) as error:
            raise self._file.refusal("written", f"there is something in it that is no data ({error})") from error
        return text

    def _from_json(self, text: str) -> Any:  # noqa: ANN401  # likewise
        import json  # noqa: PLC0415  # likewise

        try:
            return json.loads(text)
        except ValueError as error:
            raise self._file.refusal("read", f"there is something in it that is no data ({error})") from error
