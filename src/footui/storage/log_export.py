"""A history as lines: JSON Lines, to be imported elsewhere, and CSV for a spreadsheet (`docs/history-format.md`)."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from footui.storage.text_cleaning import clean_line

if TYPE_CHECKING:
    from footui.storage.session_object import SessionObject

CSV_COLUMNS = (
    *("id", "started", "ended", "routine", "title", "session", "level", "status"),
    *("step", "exercise", "variant", "side", "planned_reps", "done_reps", "planned_seconds", "done_seconds", "skipped"),
    *("pain_before", "pain_worst", "pain_after", "pain_next_morning", "effort", "note"),
)
"""The columns in their order: of the session, of one step and side, and what was said about the session."""

_OF_SESSION = CSV_COLUMNS[:8]
_OF_ROW = CSV_COLUMNS[8:17]
_OF_PAIN = {name: name.removeprefix("pain_") for name in CSV_COLUMNS if name.startswith("pain_")}

_STARTS_A_FORMULA = tuple("=+-@＝＋－＠")


def json_lines(objects: Iterable[SessionObject]) -> Iterator[str]:
    """Each object as a line without its end.

    They are ASCII, what is not is escaped: no encoding and no reader's idea of where a line ends can tear them.
    """
    return (json.dumps(each, allow_nan=False, separators=(",", ":")) for each in objects)


def csv_lines(objects: Iterable[SessionObject]) -> Iterator[str]:
    """The header, then a line for each step and side of each session, without their ends; deleted ones are left out."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="")

    def line(cells: Iterable[object]) -> str:
        written.seek(0)
        written.truncate()
        writer.writerow(cells)
        return written.getvalue()

    yield line(CSV_COLUMNS)
    for session in objects:
        if not session.get("deleted"):
            for row in session["work"]:
                yield line(_cells(session, row))


def _cells(session: SessionObject, row: dict[str, Any]) -> Iterator[object]:
    for name in _OF_SESSION:
        yield _cell(session.get(name))
    for name in _OF_ROW:
        yield _cell(row.get(name))
    for name in _OF_PAIN.values():
        yield _cell(session["pain"].get(name))
    yield _cell(session.get("effort"))
    yield _cell(session.get("note"))


def _cell(value: object) -> object:
    """A value as a cell: null is empty; text is one line, and with a ' where a spreadsheet would take it for a formula.

    Without that, a note in somebody else's log could make the spreadsheet do things.
    """
    if not isinstance(value, str):
        return value
    line = clean_line(value, limit=max(1, len(value)))
    return f"'{line}" if line.startswith(_STARTS_A_FORMULA) else line
