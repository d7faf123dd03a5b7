"""A history is given out as lines that any program reads: JSON Lines, and CSV with a line for each step and side."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footui.storage.log_export import CSV_COLUMNS, csv_lines, json_lines
from tests.storage.session_records import session


def rows_of(*sessions: dict[str, Any]) -> list[dict[str, str]]:
    """Return what a program reads from the CSV of these sessions."""
    return list(csv.DictReader(io.StringIO("".join(f"{line}\n" for line in csv_lines(sessions)), newline="")))


def cell(text: str) -> str:
    """Return how a note stands in the CSV."""
    return rows_of(session("one", note=text))[0]["note"]


def test_an_export_is_ascii_with_an_object_a_line() -> None:
    objects = [session("one", note="Zehen – gut\u2028\x85\x1b[31m"), {"format": 1, "id": "two", "deleted": True}]
    lines = list(json_lines(objects))
    assert [json.loads(line) for line in lines] == objects
    assert all(line.isascii() and line.isprintable() for line in lines)
    assert lines[1] == '{"format":1,"id":"two","deleted":true}'


def test_csv_has_a_line_for_each_step_and_side() -> None:
    pain = {"before": 2, "worst": 3, "after": 0, "next_morning": None}
    one = session("one", effort="right", note="Stiff, a bit", pain=pain)
    [first] = one["work"]
    one["work"] = [
        first,
        {**first, "step": 2, "side": "left", "skipped": "pain"},
        {**first, "step": 2, "side": "right"},
    ]
    rows = rows_of(one, session("two"))
    assert [(row["id"], row["step"], row["side"]) for row in rows] == [
        ("one", "1", "both"), ("one", "2", "left"), ("one", "2", "right"), ("two", "1", "both"),
    ]  # fmt: skip
    assert rows[1] == {
        "id": "one", "started": "2026-11-21T12:31:05.000+01:00", "ended": "2026-11-21T12:35:10.000+01:00",
        "routine": "breakfast-lunch-dinner", "title": "Breakfast, lunch and dinner", "session": "2", "level": "low",
        "status": "finished", "step": "2", "exercise": "toe-press", "variant": "", "side": "left",
        "planned_reps": "10", "done_reps": "10", "planned_seconds": "30.0", "done_seconds": "30.0", "skipped": "pain",
        "pain_before": "2", "pain_worst": "3", "pain_after": "0", "pain_next_morning": "", "effort": "right",
        "note": "Stiff, a bit",
    }  # fmt: skip


def test_csv_leaves_deleted_sessions_out_and_has_its_header_though_nothing_was_done() -> None:
    assert list(csv_lines([{**session("one"), "deleted": True}])) == [",".join(CSV_COLUMNS)]
    assert list(csv_lines([])) == [",".join(CSV_COLUMNS)]


@pytest.mark.parametrize("text", ['=HYPERLINK("http://x")', "+1", "-1 toe", "@SUM(A1)", "＝1"])
def test_no_note_is_a_formula_to_a_spreadsheet(text: str) -> None:
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "2-3 times", "a=b", 'said "ouch", then', "'quoted", "1.5"])
def test_all_other_texts_stand_as_they_are(text: str) -> None:
    assert cell(text) == text


def test_a_note_of_several_lines_is_one_line_and_nothing_in_it_reaches_a_terminal() -> None:
    assert cell("one\r\ntwo\nthree\tfour \x1b[31m\u202e") == "one two three four \ufffd[31m"
    assert cell("\n=1") == " =1"


@given(st.text(), st.text())
def test_whatever_the_texts_each_row_is_one_line_with_every_column(note: str, title: str) -> None:
    lines = list(csv_lines([session("one", note=note, title=title)]))
    assert len(lines) == 2
    assert len(lines[1].splitlines()) == 1
    assert len(rows_of(session("one", note=note, title=title))[0]) == len(CSV_COLUMNS)
