"""A log is read whatever wrote it down; a wrong line is told with its place, and then nothing is written."""

from __future__ import annotations

import io
import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footui.storage.history import History
from footui.storage.history_merge import Merged
from footui.storage.log_import import LONGEST_LINE, LogProblems, import_log
from tests.storage.session_records import ids, session

ONE, TWO = (json.dumps(session(name)).encode() for name in ("one", "two"))


@pytest.fixture
def history(tmp_path: Path) -> History:
    return History(tmp_path / "data" / "history.db")


def problems_of(history: History, data: bytes) -> list[str]:
    """Return what is told of a log; nothing may have been written."""
    with pytest.raises(LogProblems) as told:
        import_log(history, io.BytesIO(data), "log.jsonl")
    assert history.sessions() == []
    return [str(problem) for problem in told.value.problems]


@pytest.mark.parametrize(
    "data",
    [
        ONE + b"\n" + TWO + b"\n",
        ONE + b"\n" + TWO,
        b"\xef\xbb\xbf" + ONE + b"\r\n" + TWO + b"\r\n",
        b"\n\n  \t\r\n" + ONE + b"\n\r\n\n" + TWO + b"\n\n",
        b"  " + ONE + b"  \n" + TWO,
    ],
    ids=["as exported", "no last line end", "BOM and CRLF", "empty lines", "blanks"],
)
def test_lines_may_end_and_begin_as_other_programs_leave_them(history: History, data: bytes) -> None:
    assert import_log(history, io.BytesIO(data), "log") == Merged(added=2)
    assert ids(history.sessions()) == ["one", "two"]


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\xef\xbb\xbf"])
def test_a_log_without_sessions_makes_no_history(history: History, data: bytes, tmp_path: Path) -> None:
    assert import_log(history, io.BytesIO(data), "log") == Merged()
    assert list(tmp_path.iterdir()) == []


def test_one_wrong_line_and_nothing_is_written(history: History) -> None:
    data = b"\n".join([ONE, b'{"format": 2}', b"", TWO.replace(b'"low"', b'"top"'), TWO])
    newer, other = problems_of(history, data)
    assert newer == (
        "log.jsonl:2:1: It has format 2, which is newer than this footui: it reads format 1. "
        "Please update footui on this machine."
    )
    assert other == "log.jsonl:4:1: “level” has to be low, middle or high, not “top”."


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (b"nothing", "1:1: This is not JSON: Expecting value."),
        (b'{"format": 1,,}', "1:14: This is not JSON"),
        (b'{"note": "\xe9"}', "1:11: The byte 0xe9 is not UTF-8."),
        ('{"note": "é'.encode() + b"\xff", "1:12: The byte 0xff is not UTF-8."),
        (b"\x00\x01", "1:1: This is not JSON"),
        (b'{"format": NaN}', "1:1: This is not JSON: NaN is no number."),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"format": ' + b"9" * 5000 + b"}", "too many digits"),
        (b"[" + ONE + b"]", "1:1: This is a list."),
        (ONE.replace(b'"note": ""', b'"mood": 1e999, "note": ""'), "too large"),
        (ONE.replace(b'"note": ""', b'"note": "\\ud800"'), "half a character"),
        (b'"' + b"x" * LONGEST_LINE + b'"', "1:1: The line is longer than 1 MiB"),
        (b" " * (3 * LONGEST_LINE), "1:1: The line is longer than 1 MiB"),
        (b"\r" * (3 * LONGEST_LINE), "1:1: The line is longer than 1 MiB"),
    ],
)
def test_a_line_that_cannot_be_read_is_told_with_its_place(history: History, line: bytes, told: str) -> None:
    first, *others = problems_of(history, line + b"\n" + ONE + b"\n")
    assert told in first
    assert others == []


def test_a_line_as_long_as_can_be_is_read(history: History) -> None:
    longest = ONE.replace(b'"note": ""', b'"note": "%s"' % (b"x" * (LONGEST_LINE - len(ONE))))
    assert len(longest) == LONGEST_LINE
    assert import_log(history, io.BytesIO(b"\xef\xbb\xbf" + longest + b"\r\n" + TWO), "log") == Merged(added=2)


def test_a_log_that_was_cut_off_is_told_to_be_so(history: History) -> None:
    [told] = problems_of(history, ONE + b"\n" + TWO[:-40])
    assert told.startswith("log.jsonl:2:")
    assert told.endswith("The line breaks off in the middle: the file is not whole.")


def test_of_many_wrong_lines_some_are_told_and_all_are_counted(history: History) -> None:
    with pytest.raises(LogProblems) as told:
        import_log(history, io.BytesIO(b"{}\n" * 500), "log")
    assert (len(told.value.problems), told.value.wrong) == (20, 500)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=60), st.integers(0, len(ONE)))
def test_whatever_the_file_holds_it_is_read_or_told(noise: bytes, place: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        history = History(Path(folder) / "history.db")
        try:
            import_log(history, io.BytesIO(ONE[:place] + noise + ONE[place:]), "log")
        except LogProblems:
            assert history.sessions() == []
        else:
            assert len(history.sessions()) == 1
