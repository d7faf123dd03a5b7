"""A session of the history as a value, with its texts made safe to show: what `session_object.py` does, undone."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from footui.core.dose import Side
from footui.core.phase import SECOND
from footui.core.record import Pain, SessionRecord, WorkDone
from footui.storage.text_cleaning import clean_line

if TYPE_CHECKING:
    from footui.storage.session_object import SessionObject

_LONGEST_NAME = 255
_LONGEST_TITLE = 200


def record_of(session: SessionObject) -> SessionRecord:
    """The session that an object of the history tells of; it must be a whole one, not the mark of a discarded one."""
    pain, changed = session["pain"], session.get("changed")
    return SessionRecord(
        id=_line(session["id"]),
        routine=_line(session["routine"]),
        title=clean_line(str(session["title"]), _LONGEST_TITLE),
        level=str(session["level"]),
        session=session["session"],
        sessions_per_day=session["sessions_per_day"],
        started=datetime.fromisoformat(session["started"]),
        ended=datetime.fromisoformat(session["ended"]),
        status=str(session["status"]),
        planned_work_ns=_nanoseconds(session["planned_work_seconds"]),
        paused_seconds=session["paused_seconds"],
        work=tuple(_row(row) for row in session["work"]),
        pain=Pain(*(_number(pain.get(name)) for name in Pain._fields)),
        effort=session.get("effort"),
        note=clean_line(str(session.get("note") or "")).strip(),
        interrupted_seconds=session.get("interrupted_seconds", 0.0),
        changed=None if changed is None else datetime.fromisoformat(changed),
    )


def _row(row: dict[str, Any]) -> WorkDone:
    return WorkDone(
        step=row["step"],
        exercise=_line(row["exercise"]),
        variant=_line_or_none(row.get("variant")),
        side=Side(row["side"]),
        planned_reps=row["planned_reps"],
        done_reps=row["done_reps"],
        planned_ns=_nanoseconds(row["planned_seconds"]),
        done_ns=_nanoseconds(row["done_seconds"]),
        skipped=_line_or_none(row.get("skipped")),
        extended_ns=_nanoseconds(row.get("extended_seconds", 0)),
        instead=_line_or_none(row.get("instead")),
        pain=_number(row.get("pain")),
    )


def _line(text: object) -> str:
    return clean_line(str(text), _LONGEST_NAME)


def _line_or_none(text: object) -> str | None:
    return None if text is None else _line(text)


def _number(value: object) -> int | None:
    """A number of pain; None for whatever else may stand there."""
    return value if type(value) is int else None


def _nanoseconds(seconds: float) -> int:
    return round(seconds * SECOND)
