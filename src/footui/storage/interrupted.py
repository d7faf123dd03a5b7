"""The session that was interrupted, if there is one: as the history has it, and as it can be gone on with."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from footui.core.journal import CannotGoOnError, Interrupted, kept_session
from footui.storage.history import History
from footui.storage.routine_file import read_routine
from footui.storage.session_lock import holder
from footui.storage.text_cleaning import clean_line
from footui.storage.toml_source import TomlProblems, parse_toml

if TYPE_CHECKING:
    from footui.storage.catalogue import Catalogue
    from footui.storage.folders import Folders
    from footui.storage.history import Discarded
    from footui.storage.session_object import SessionObject


NO_JOURNAL = "It was begun on another machine, or with an older footui, and cannot be gone on with here."


class NoLongerInterrupted(Exception):  # noqa: N818  # it is told to a person, for whom it is no error
    """The session runs again, or was ended or discarded elsewhere; the message says so."""


class InterruptedSession(NamedTuple):
    """The latest open session that runs nowhere; `interrupted` is None where it cannot be gone on with, and why."""

    session: SessionObject
    interrupted: Interrupted | None
    problem: str = ""

    @property
    def id(self) -> str:
        """The name of the session in the history."""
        return str(self.session["id"])

    @property
    def title(self) -> str:
        """The title of its routine."""
        return clean_line(str(self.session["title"]), limit=200)

    @property
    def last_known(self) -> datetime:
        """The last moment known of it."""
        return datetime.fromisoformat(self.session["ended"])


def interrupted_session(folders: Folders, catalogue: Catalogue, wanted: str = "") -> InterruptedSession | None:
    """The session to be gone on with, written down as it is, or discarded; None where nothing was interrupted.

    It is the one with the id `wanted`, or else the one that began last.

    Raises:
        HistoryError: the history cannot be read.
    """
    history = History(folders.history_file)
    candidates = sorted(history.open_sessions(), key=lambda each: each["id"] != wanted)  # stable: the newest first
    if not candidates:
        return None
    runs = holder(folders)
    session = next((each for each in candidates if runs is None or each["id"] != runs.session), None)
    if session is None:
        return None
    journal = history.journal(session["id"])
    if journal is None:
        return InterruptedSession(session, None, NO_JOURNAL)
    try:
        text, slug = str(journal.start["text"]), str(journal.start["routine"])
        routine = read_routine(parse_toml(text.encode(), slug), slug, catalogue)
        kept = kept_session(journal, routine)
    except (CannotGoOnError, KeyError) as error:
        problem = str(error) if isinstance(error, CannotGoOnError) else "What was kept of it is damaged."
        return InterruptedSession(session, None, problem)
    except TomlProblems:
        problem = "Its routine, as it was then, cannot be read any more: an exercise of it may be gone."
        return InterruptedSession(session, None, problem)
    started, ended = (datetime.fromisoformat(session[part]) for part in ("started", "ended"))
    return InterruptedSession(session, Interrupted(session["id"], started, ended, kept, text))


def write_down(folders: Folders, history: History, session_id: str, now: datetime) -> None:
    """Write an interrupted session down as it is: stopped, at the last moment known of it.

    Raises:
        NoLongerInterrupted: it is not what it was; nothing is changed.
        HistoryError: the history cannot be written.
    """
    _refuse_where_it_runs(folders, session_id)

    def stopped(session: SessionObject) -> SessionObject:
        _refuse_where_it_ended(session)
        return {**session, "status": "stopped"}

    session = history.session(session_id)
    # As of then, not of now: where it still runs on another machine, its end there is the later change.
    known = now if session is None else min(now, datetime.fromisoformat(session["ended"]))
    if history.correct(session_id, stopped, known) is None:
        _refuse_where_it_ended(None)


def discard(folders: Folders, history: History, session_id: str) -> Discarded | None:
    """Forget an interrupted session; gives what `bring_back` takes. Raises as `write_down` does."""
    _refuse_where_it_runs(folders, session_id)
    _refuse_where_it_ended(history.session(session_id))
    return history.discard(session_id)


def bring_back(history: History, discarded: Discarded) -> None:
    """Have a session that was discarded as it was. Raises HistoryError."""
    history.save(*discarded)


def _refuse_where_it_runs(folders: Folders, session_id: str) -> None:
    runs = holder(folders)
    if runs is not None and runs.session == session_id:
        raise NoLongerInterrupted("The session goes on in another terminal. Nothing was changed.")


def _refuse_where_it_ended(session: SessionObject | None) -> None:
    if session is None or session["status"] != "open" or session.get("deleted"):
        raise NoLongerInterrupted("The session was ended somewhere else meanwhile. Nothing was changed.")
