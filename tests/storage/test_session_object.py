"""What is special about a session stands in its object only where it is so."""

from __future__ import annotations

from footui.core.phase import SECOND
from footui.storage.session_object import session_object
from tests.storage.session_records import RECORD, ROW

SPECIAL = {"extended_seconds", "instead", "pain"}


def test_a_plain_session_has_no_further_parts() -> None:
    told = session_object(RECORD)
    assert "interrupted_seconds" not in told
    assert not SPECIAL & set(told["work"][0])


def test_an_interruption_is_told_in_seconds() -> None:
    told = session_object(RECORD._replace(interrupted_seconds=481.23456))
    assert told["interrupted_seconds"] == 481.235
    assert told["paused_seconds"] == 0.0


def test_what_was_longer_with_something_else_or_painful_stands_in_its_row() -> None:
    row = ROW._replace(extended_ns=-5 * SECOND, instead="belt", pain=0)
    told = session_object(RECORD._replace(work=(row, ROW)))["work"]
    assert {name: told[0][name] for name in SPECIAL} == {"extended_seconds": -5.0, "instead": "belt", "pain": 0}
    assert not SPECIAL & set(told[1])
