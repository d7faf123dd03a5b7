"""What is needed to go on with a session is written with it, found again, corrected, forgotten and brought back."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from footui.core.journal import Journal
from footui.storage.history import Discarded, History, HistoryError
from tests.storage.session_records import ask, ids, session

NOW = datetime.fromisoformat("2026-11-22T07:46:12.345678+01:00")
JOURNAL = Journal({"routine": 'title = "Long"\n', "level": None}, {"place": 3, "phases": [[0, 2_000_000_000, True]]})


@pytest.fixture
def history(tmp_path: Path) -> History:
    return History(tmp_path / "history.db")


def test_a_journal_comes_back_as_it_was_given(history: History) -> None:
    history.save(session("one", status="open"), JOURNAL)
    history.save(session("two", status="open"), Journal({}, {}))
    assert history.journal("one") == JOURNAL
    assert history.journal("two") == Journal({}, {})
    assert history.journal("three") is None


def test_a_journal_is_replaced_by_the_newer_one_and_stays_when_a_session_is_saved_without(history: History) -> None:
    history.save(session("one", status="open"), JOURNAL)
    later = JOURNAL._replace(state={"place": 4})
    history.save(session("one", status="open"), later)
    history.save(session("one"))
    assert history.journal("one") == later
    assert history.open_sessions() == []


def test_a_session_and_its_journal_are_written_both_or_neither(history: History) -> None:
    history.save(session("one", status="open"), JOURNAL)
    with pytest.raises(HistoryError, match="could not be written"):
        history.save(session("one"), Journal({}, {"place": object()}))
    assert history.session("one") == session("one", status="open")
    assert history.journal("one") == JOURNAL


def test_open_sessions_come_newest_first_without_those_that_ended_or_were_deleted(history: History) -> None:
    history.save(session("old", "2026-11-20T12:00:00+00:00", status="open"))
    history.save(session("new", "2026-11-21T12:00:00+00:00", status="open"))
    history.save(session("between", "2026-11-21T12:30:00+01:00", status="open"))
    history.save(session("finished"))
    history.save(session("stopped", status="stopped"))
    history.save(session("deleted", status="open", deleted=True))
    history.save(session("brought back", "2026-11-19T12:00:00+00:00", status="open", deleted=False))
    assert ids(history.open_sessions()) == ["new", "between", "old", "brought back"]
    assert "deleted" in ids(history.sessions())


def test_a_correction_keeps_the_rest_and_the_journal_and_says_when_it_was_made(history: History) -> None:
    history.save(session("one"), JOURNAL)

    def worse_next_morning(before: dict[str, Any]) -> dict[str, Any]:
        return {**before, "pain": {**before["pain"], "next_morning": 4}}

    after = history.correct("one", worse_next_morning, NOW)
    changed = "2026-11-22T07:46:12.345+01:00"
    assert after == {**worse_next_morning(session("one")), "changed": changed}
    assert history.session("one") == after
    assert history.journal("one") == JOURNAL


def test_a_correction_is_later_than_what_it_corrects_even_where_the_clock_was_set_back(history: History) -> None:
    history.save(session("one"))
    before = session("one")["changed"]
    for clock in ("2020-01-01T00:00:00+00:00", before):
        after = history.correct("one", dict, datetime.fromisoformat(clock))
        assert after is not None
        assert datetime.fromisoformat(after["changed"]) > datetime.fromisoformat(before)
        before = after["changed"]
    assert before == "2026-11-21T12:35:10.002+01:00"


def test_a_correction_cannot_change_which_session_it_is(history: History) -> None:
    history.save(session("one"))
    history.correct("one", lambda before: {**before, "id": "two", "note": "mine"}, NOW)
    assert [(one["id"], one["note"]) for one in history.sessions()] == [("one", "mine")]


def test_a_correction_that_goes_wrong_writes_nothing_and_shows_its_own_error(history: History) -> None:
    history.save(session("one"))

    def goes_wrong(_: dict[str, Any]) -> dict[str, Any]:
        raise ValueError("no such step")

    with pytest.raises(ValueError, match="no such step"):
        history.correct("one", goes_wrong, NOW)
    history.save(session("two"))  # and holds nothing up
    assert history.session("one") == session("one")
    assert history.correct("three", dict, NOW) is None


def test_a_discarded_session_is_gone_with_its_journal_and_can_be_saved_back(history: History, tmp_path: Path) -> None:
    history.save(session("one", status="open"), JOURNAL)
    history.save(session("two"))
    gone = history.discard("one")
    assert gone == Discarded(session("one", status="open"), JOURNAL)
    assert ids(history.sessions()) == ["two"]
    assert history.journal("one") is None
    assert ask(tmp_path / "history.db", "SELECT count(*) FROM journals") == [(0,)]
    assert history.discard("two") == Discarded(session("two"), None)
    assert history.discard("two") is None
    history.save(*gone)
    assert [one | {"changed": gone.session["changed"]} for one in history.open_sessions()] == [gone.session]
    assert history.journal("one") == JOURNAL


def test_answers_are_kept_replaced_and_forgotten(history: History) -> None:
    history.answer("diabetes", value=True)
    history.answer("asked", ["diabetes", "numbness"])
    history.answer("note", "…")
    history.answer("diabetes", value=False)
    history.answer("note", None)
    assert history.answers() == {"diabetes": False, "asked": ["diabetes", "numbness"]}
    assert history.sessions() == []
