"""A session as data: the object of `history --json`, as `docs/history-format.md` names its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from footui.core.phase import SECOND

if TYPE_CHECKING:
    from footui.core.record import SessionRecord, WorkDone

FORMAT = 1
"""The version of the session object that this program writes."""

SessionObject = dict[str, Any]
"""One session as read from or written to JSON."""


def session_object(record: SessionRecord) -> SessionObject:
    """The record as an object of `history --json`; seconds are rounded to the millisecond, times carry their offset."""
    ended = record.ended.isoformat(timespec="milliseconds")
    pain = record.pain
    told = {
        "format": FORMAT,
        "id": record.id,
        "routine": record.routine,
        "title": record.title,
        "level": record.level,
        "session": record.session,
        "sessions_per_day": record.sessions_per_day,
        "started": record.started.isoformat(timespec="milliseconds"),
        "ended": ended,
        "status": record.status,
        "planned_work_seconds": _seconds(record.planned_work_ns),
        "done_work_seconds": _seconds(record.done_work_ns),
        "paused_seconds": round(record.paused_seconds, 3),
        "pain": {
            "before": pain.before,
            "worst": pain.worst,
            "after": pain.after,
            "next_morning": pain.next_morning,
        },
        "effort": record.effort,
        "note": record.note,
        "work": [_work_object(row) for row in record.work],
        "changed": record.changed.isoformat(timespec="milliseconds") if record.changed else ended,
    }
    if record.interrupted_seconds:
        told["interrupted_seconds"] = round(record.interrupted_seconds, 3)
    return told


def _work_object(row: WorkDone) -> dict[str, Any]:
    told = {
        "step": row.step,
        "exercise": row.exercise,
        "variant": row.variant,
        "side": row.side.value,
        "planned_reps": row.planned_reps,
        "done_reps": row.done_reps,
        "planned_seconds": _seconds(row.planned_ns),
        "done_seconds": _seconds(row.done_ns),
        "skipped": row.skipped,
    }
    # What most rows have not stands only where it is: so a plain session reads as it always did.
    if row.extended_ns:
        told["extended_seconds"] = _seconds(row.extended_ns)
    if row.instead is not None:
        told["instead"] = row.instead
    if row.pain is not None:
        told["pain"] = row.pain
    return told


def _seconds(span_ns: int) -> float:
    return round(span_ns / SECOND, 3)
