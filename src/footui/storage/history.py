"""The history: every session as it was done, what is needed to go on with one, and what the person answered.

Sessions are kept as the objects of `docs/history-format.md`, a row each, in one SQLite file in the data folder.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from footui.core.day import DAY_START, day_of
from footui.storage.history_days import changed_after, changed_of
from footui.storage.history_done import (
    all_done_on,
    done_by_day,
    last_before,
    last_done,
    sessions_between,
    sessions_with,
)
from footui.storage.history_file import HistoryError, HistoryFile
from footui.storage.history_rows import (
    deleted_in,
    drop_journal,
    from_text,
    journal_in,
    journal_texts,
    put,
    put_journal,
    row_of,
    session_in,
    to_text,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date, datetime, time
    from pathlib import Path

    from footui.core.journal import Journal
    from footui.storage.history_merge import Merged
    from footui.storage.session_object import SessionObject

__all__ = ["Discarded", "History", "HistoryError"]

_SAVE_ANSWER = "INSERT INTO answers (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
_PAGE = "SELECT moment, id, object FROM sessions WHERE (moment, id) > (?, ?) ORDER BY moment, id LIMIT 200"


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
        """Every session, oldest first; deleted ones too, marked as such."""
        return list(self.each_session())

    def each_session(self) -> Iterator[SessionObject]:
        """The same one at a time; see `objects`."""
        return (session for session in self.objects() if "started" in session)

    def objects(self) -> Iterator[SessionObject]:
        """All that an export holds, oldest first, one at a time: sessions, and the marks of those discarded.

        A writer never waits for whoever takes them: they are read in pages, and what is written meanwhile may be
        among them or not.
        """
        moment, session_id = float("-inf"), ""
        while page := self._rows(_PAGE, moment, session_id):
            for moment, session_id, text in page:  # noqa: B007  # the last of them is where the next page begins
                yield self._from_text(text)

    def open_sessions(self) -> list[SessionObject]:
        """The sessions that were cut off, and the one that runs if one does; newest start first."""
        return self._objects("SELECT object FROM sessions WHERE status = 'open' ORDER BY moment DESC, id DESC")

    def session(self, session_id: str) -> SessionObject | None:
        """The session with this id, or None; a deleted one is marked as such, of a discarded one there is nothing."""
        found = self._objects("SELECT object FROM sessions WHERE id = ? AND status IS NOT 'discarded'", session_id)
        return found[0] if found else None

    def journal(self, session_id: str) -> Journal | None:
        """How the session with this id began and stands; None for one without a journal."""
        if not self._file.exists:
            return None
        with self._file.reading() as connection:
            return journal_in(connection, session_id)

    def answers(self) -> dict[str, Any]:
        """What the person answered, and what they were asked already, by name."""
        return {name: self._from_text(value) for name, value in self._rows("SELECT name, value FROM answers")}

    def knows_routine(self, routine: str) -> bool:
        """Whether any session, whatever became of it, is of this routine."""
        return bool(self._rows("SELECT 1 FROM sessions WHERE routine = ? LIMIT 1", routine))

    def between(self, first: date, last: date, day_start: time = DAY_START) -> list[SessionObject]:
        """Every session but the deleted ones of the days `first` to `last`, both included, oldest first."""
        if not self._file.exists:
            return []
        with self._file.reading() as connection:
            return sessions_between(connection, first, last, day_start)

    def of_exercise(self, exercise: str, most: int, routine: str | None = None) -> list[SessionObject]:
        """The last `most` sessions (≥ 1), deleted ones left out, in which an exercise stands; newest first.

        With `routine` only those of this one.
        """
        if not self._file.exists:
            return []
        with self._file.reading() as connection:
            return sessions_with(connection, exercise, most, routine)

    # What was done: finished sessions with any work done at all

    def done_today(self, routine: str, now: datetime, day_start: time = DAY_START) -> int:
        """How many sessions of this routine were done on the day of `now`."""
        return self.all_done_today(now, day_start).get(routine, 0)

    def all_done_today(self, now: datetime, day_start: time = DAY_START) -> dict[str, int]:
        """The same for every routine that has any, by its slug."""
        if not self._file.exists:
            return {}
        with self._file.reading() as connection:
            return all_done_on(connection, day_of(now, day_start), day_start)

    def done_by_day(
        self,
        routine: str,
        since: date,
        until_moment: datetime,
        day_start: time = DAY_START,
        *,
        most_days: int | None = None,
    ) -> Counter[date]:
        """How many sessions of a routine were done on each day from `since` on that has any, up to `until_moment`.

        With `most_days` (≥ 1) only the last so many of these days: what is due hangs on the last two, and they are
        found in no time among years of sessions.
        """
        if not self._file.exists:
            return Counter()
        with self._file.reading() as connection:
            return done_by_day(connection, routine, since, until_moment, day_start, most_days=most_days)

    def last_done(self) -> dict[str, datetime]:
        """When the last session of each routine that was done began, by its slug."""
        if not self._file.exists:
            return {}
        with self._file.reading() as connection:
            return last_done(connection)

    def last_session_before_today(self, now: datetime, day_start: time = DAY_START) -> SessionObject | None:
        """The last session, finished or stopped and with work, of the most recent day before that of `now`."""
        if not self._file.exists:
            return None
        with self._file.reading() as connection:
            return last_before(connection, day_of(now, day_start), day_start)

    # Writing

    def save(self, session: SessionObject, journal: Journal | None = None) -> None:
        """Write a session and its journal down, both or neither, in place of what was written for the same id.

        Without a journal the one that was written stays. Where the session was deleted or discarded meanwhile, it is
        there again, changed later than that.
        """
        with self._file.telling("written"):
            row = row_of(session)
            parts = None if journal is None else journal_texts(journal)
        with self._file.writing() as connection:
            gone = None if session.get("deleted") else deleted_in(connection, row[0])
            if gone is not None and changed_of(session) <= changed_of(gone):
                row = row_of({**session, "changed": changed_after(gone)})
            put(connection, row)
            if parts is not None:
                put_journal(connection, row[0], parts)

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
            before = session_in(connection, session_id)
            if before is None or "started" not in before:
                return None
            after = {**change(before), "id": session_id, "changed": changed_after(before, now)}
            put(connection, row_of(after))
        return after

    def delete(self, session_id: str, now: datetime) -> Discarded | None:
        """Mark a session as deleted at `now`, and forget its journal.

        It stays as an object with `deleted` and a later `changed`, so that it does not come back from another machine,
        and counts for nothing. Gives the session as it was and its journal, as `restore` takes them; None where there
        is none with this id, or it is deleted.
        """
        return self._remove(
            session_id, lambda before: {**before, "changed": changed_after(before, now), "deleted": True}
        )

    def discard(self, session_id: str) -> Discarded | None:
        """Forget a session and its journal; gives both, or None where there was no such session.

        A mark with its id stays, and nothing else, so that it does not come back from another machine. It is changed
        as soon as can be after the session: whatever became of that later, where it went on, is newer.
        """
        from footui.storage.session_object import FORMAT  # noqa: PLC0415  # the first picture does not wait for it

        return self._remove(
            session_id,
            lambda before: {"format": FORMAT, "id": session_id, "changed": changed_after(before), "deleted": True},
        )

    def restore(self, session: SessionObject, journal: Journal | None = None, now: datetime | None = None) -> None:
        """Have a session that was deleted or discarded as it was, changed later than that: `now`, if that is later."""
        whole = {name: part for name, part in session.items() if name != "deleted"}
        if now is not None:
            whole["changed"] = changed_after(whole, now)
        self.save(whole, journal)

    def merge(self, objects: Iterable[SessionObject]) -> Merged:
        """Take in the objects of another history, all or none, and give how many of them were new.

        Of two with one id the later change is kept, whichever came first. The objects must have been checked
        (`log_check.py`); what taking the next of them raises comes through, and nothing is written.
        """
        from footui.storage.history_merge import merge_into  # noqa: PLC0415  # only an import needs it

        with self._file.writing() as connection:
            return merge_into(connection, objects)

    def answer(self, name: str, value: Any) -> None:  # noqa: ANN401  # it is JSON
        """Keep an answer, or that something was asked, as JSON in place of the one before; None forgets it."""
        with self._file.telling("written"):
            text = to_text(value)
        if value is None and not self._file.exists:
            return
        with self._file.writing() as connection:
            if value is None:
                connection.execute("DELETE FROM answers WHERE name = ?", (name,))
            else:
                connection.execute(_SAVE_ANSWER, (name, text))

    # Rows

    def _remove(self, session_id: str, marked: Callable[[SessionObject], SessionObject]) -> Discarded | None:
        """Put what is `marked` as deleted in place of a session, and forget its journal; gives both as they were."""
        if not self._file.exists:
            return None
        with self._file.writing() as connection:
            before = session_in(connection, session_id)
            if before is None or before.get("deleted"):
                return None
            journal = journal_in(connection, session_id)
            put(connection, row_of(marked(before)))
            drop_journal(connection, session_id)
        return Discarded(before, journal)

    def _rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401  # whatever SQLite takes
        """What a query gives; nothing where there is no file yet."""
        if not self._file.exists:
            return []
        with self._file.reading() as connection:
            return connection.execute(query, values).fetchall()

    def _objects(self, query: str, *values: Any) -> list[SessionObject]:  # noqa: ANN401  # likewise
        return [self._from_text(row[0]) for row in self._rows(query, *values)]

    def _from_text(self, text: str) -> Any:  # noqa: ANN401  # it is JSON
        with self._file.telling("read"):
            return from_text(text)
