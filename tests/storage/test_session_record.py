"""A session of the history as a value: nothing of it is lost, and its texts are safe to show."""

from __future__ import annotations

import itertools

from footui.core.dose import Side
from footui.core.record import Pain, WorkDone
from footui.storage.session_object import session_object
from footui.storage.session_record import record_of
from tests.storage.session_records import RECORD, session
from tests.storage.years_of_sessions import years_of_sessions

RICH = RECORD._replace(
    work=(
        WorkDone(1, "toe-walk", "fast", Side.LEFT, 3, 2, 30 * 10**9, 21_500_000_000, "pain", -5 * 10**9, "a towel", 7),
        WorkDone(1, "toe-walk", "fast", Side.RIGHT, 3, 3, 30 * 10**9, 35 * 10**9, None, 5 * 10**9, "a towel", 7),
    ),
    pain=Pain(2, 7, None, 1),
    effort="hard",
    note="The left one.",
    interrupted_seconds=12.5,
    changed=RECORD.ended,
)


def test_what_was_written_down_comes_back_the_same() -> None:
    assert record_of(session_object(RICH)) == RICH
    for each in itertools.islice(years_of_sessions(10), 10):
        assert session_object(record_of(each)) == each


def test_no_control_sequence_comes_through() -> None:
    found = record_of(session("1", title="Toes\x1b[2J", note="a\nb\x1b]0;x\x07"))
    assert (found.title.isprintable(), found.note.isprintable()) == (True, True)


def test_an_object_of_another_program_needs_no_more_than_the_format_asks_for() -> None:
    bare = session("1")
    for name in ("changed", "effort", "note"):
        bare.pop(name)
    assert record_of({**bare, "else": 1}).effort is None
