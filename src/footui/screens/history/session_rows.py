"""A session in full, in rows: when, what was planned and done by step and side, what was said, when it was changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from footui.core.phase import SECOND
from footui.core.record import SessionRecord
from footui.core.wording import clock
from footui.screens.history.day_rows import Look, day_title, work_done
from footui.screens.history.kept_session import KeptSession
from footui.screens.work_rows import work_rows
from footui.widgets.role import Role
from footui.widgets.rows import Row, Run, wrap

LABEL_CELLS = 9
WIDEST = 76
CHANGED_AFTER = timedelta(minutes=1)
"""What is said within so short a time of the end belongs to the session, and is no correction."""

_ENDED = {"finished": "finished", "stopped": "ended early", "open": "interrupted"}


def session_rows(session: KeptSession, look: Look, width: int) -> list[Row]:
    """The page of a session."""
    record = session.record
    width = max(20, min(width, WIDEST))
    rows: list[Row] = [(Run(text, bold=True),) for text in wrap(look.name(record), width, 3, "…")]
    for text in _sums(session, look):
        rows += [(Run(words),) for words in wrap(text, width, 3, "…")]
    rows += [(), *work_rows(record.work, look.shelf.catalogue.exercises, width), ()]
    for label, text in _said(record):
        for place, words in enumerate(wrap(text, width - LABEL_CELLS, 20, "…")):
            rows.append((Run(f"{label if not place else '':<{LABEL_CELLS}}", Role.MUTED), Run(words)))
    if record.changed is not None and record.changed - record.ended > CHANGED_AFTER:
        day, time = (
            day_title(record.changed.date(), session.day, look.notation),
            look.notation.time_of_day(record.changed),
        )
        rows += [(), (Run(f"Last changed on {day} at {time}.", Role.MUTED),)]
    return rows


def _sums(session: KeptSession, look: Look) -> Iterator[str]:
    """When, how it ended, how long it took, how much was done."""
    record, notation = session.record, look.notation
    times = f"{notation.time_of_day(record.started)} to {notation.time_of_day(record.ended)}"
    yield f"{day_title(session.day, date.min, notation)}, {times} · level {record.level}"
    took = f"{_ENDED.get(record.status, record.status)} after {clock(round(session.seconds) * SECOND)}".capitalize()
    if record.paused_seconds >= 1:
        took += f", and {clock(round(record.paused_seconds) * SECOND)} paused"
    if record.interrupted_seconds >= 1:
        took += f", and {clock(round(record.interrupted_seconds) * SECOND)} interrupted"
    yield f"{took} · {work_done(record, notation)}"


def _said(record: SessionRecord) -> Iterator[tuple[str, str]]:
    """Label and text of all that was said about it."""
    names = (("before", "before"), ("worst", "worst"), ("after", "after"), ("next_morning", "next morning"))
    numbers = [f"{words} {number}" for name, words in names if (number := getattr(record.pain, name)) is not None]
    yield "Pain", " · ".join(numbers) or "not said"
    yield "Effort", record.effort or "not said"
    if record.note:
        yield "Note", record.note
