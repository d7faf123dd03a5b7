"""What was done to the history: a session deleted, what was said about one corrected; each can be turned again.

Everything here writes to the disk: it is called in a thread.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from footui.core.record import Pain
from footui.screens.routine_deeds import Done

if TYPE_CHECKING:
    from footui.core.record import SessionRecord
    from footui.storage.history import Discarded, History
    from footui.storage.session_object import SessionObject

NO_LONGER_THERE = "This session is no longer in the history."


class Answers(NamedTuple):
    """What can be corrected."""

    pain: Pain
    effort: str | None
    note: str

    @classmethod
    def of(cls, record: SessionRecord) -> Answers:
        """As a session has them."""
        return cls(record.pain, record.effort, record.note)


class Corrected:
    """What was said about a session: `turn` puts in the other answers, and leaves alone those that are alike."""

    def __init__(
        self, history: History, session_id: str, before: Answers, after: Answers, wall: Callable[[], datetime]
    ) -> None:
        """`before` are the answers as they were shown, `after` what is to be in their place."""
        self._history = history
        self._id = session_id
        self._pain = _differing(before.pain._asdict(), after.pain._asdict())
        self._others = _differing(
            {"effort": before.effort, "note": before.note}, {"effort": after.effort, "note": after.note}
        )
        self._wall = wall
        self._is_corrected = False

    def turn(self, key: str) -> Done:
        """Correct it, or put back what was there. Raises HistoryError."""
        pain_before: dict[str, Any] = {}
        others_before: dict[str, Any] = {}

        def change(session: SessionObject) -> SessionObject:
            pain_before.update({name: session["pain"].get(name) for name in self._pain})
            others_before.update({name: session.get(name) for name in self._others})
            return {**session, **self._others, "pain": {**session["pain"], **self._pain}}

        if self._history.correct(self._id, change, self._wall()) is None:
            return Done(NO_LONGER_THERE)
        self._pain, self._others = pain_before, others_before
        self._is_corrected = not self._is_corrected
        if self._is_corrected:
            return Done(f"Corrected and written down. {key} takes it back.")
        return Done(f"As it was before the correction. {key} corrects it again.")


class Deleted:
    """A session that was deleted, or brought back: `turn` does the other."""

    def __init__(self, history: History, session_id: str, name: str, wall: Callable[[], datetime]) -> None:
        """`name` says which it is."""
        self._history = history
        self._id = session_id
        self._name = name
        self._wall = wall
        self._deleted: Discarded | None = None

    def turn(self, key: str) -> Done:
        """Delete it, or bring it back. Raises HistoryError."""
        deleted = self._deleted
        if deleted is not None:
            self._history.restore(deleted.session, deleted.journal, self._wall())
            self._deleted = None
            return Done(f"Brought back: {self._name}.")
        self._deleted = self._history.delete(self._id, self._wall())
        if self._deleted is None:
            return Done(NO_LONGER_THERE)
        return Done(f"Deleted: {self._name}. {key} brings it back.")


def _differing(before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    """What of `after` is not the same before."""
    return {name: value for name, value in after.items() if value != before[name]}
