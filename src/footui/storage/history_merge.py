"""Two histories made one: of two objects with the same id the later change is kept, whichever came first.

Which of two is kept depends on nothing but the two, so that histories merged in any order, any number of times, end
equal to the letter.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from footui.storage.history_days import changed_of
from footui.storage.history_rows import drop_journal, from_text, put, row_of, to_text

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

    from footui.storage.session_object import SessionObject


class Merged(NamedTuple):
    """How many objects there were of each kind."""

    added: int = 0
    """Sessions that were not there yet."""
    changed: int = 0
    """Sessions of which a later form took the place of the one there was."""
    deleted: int = 0
    """Deletions and discardings that were not known yet."""
    unchanged: int = 0
    """What was there already, in this form or a later one."""


def merge_into(connection: sqlite3.Connection, objects: Iterable[SessionObject]) -> Merged:
    """Write those objects that are new, or later than what is there; inside a transaction."""
    added = changed = deleted = unchanged = 0
    for session in objects:
        row = row_of(session)
        session_id, _, text = row
        found = connection.execute("SELECT object FROM sessions WHERE id = ?", (session_id,)).fetchone()
        if found is not None and (found[0] == text or _rank(from_text(found[0])) >= _rank(session)):
            unchanged += 1
            continue
        put(connection, row)
        if session.get("deleted"):
            deleted += 1
            drop_journal(connection, session_id)
        elif found is None:
            added += 1
        else:
            changed += 1
    return Merged(added, changed, deleted, unchanged)


def _rank(session: SessionObject) -> tuple[datetime, bool, str]:
    """What decides between two of one id: the later change; at the same moment the deletion, then the text itself."""
    return changed_of(session), bool(session.get("deleted")), to_text(session)
