"""A deleted session counts for nothing, can be brought back, and is not forgotten to be deleted."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from footui.core.journal import Journal
from footui.storage.history import Discarded, History
from tests.storage.session_records import ids, session

NOW = datetime.fromisoformat("2026-11-22T07:46:12.345678+01:00")
DAY = date(2026, 11, 21)
SLUG = "breakfast-lunch-dinner"
JOURNAL = Journal({"routine": "text"}, {"place": 3})


@pytest.fixture
def history(tmp_path: Path) -> History:
    return History(tmp_path / "history.db")


def test_a_deleted_session_counts_for_nothing_and_stays_marked(history: History) -> None:
    history.save(session("one"), JOURNAL)
    assert history.delete("one", NOW) == Discarded(session("one"), JOURNAL)
    marked = {**session("one"), "changed": "2026-11-22T07:46:12.345+01:00", "deleted": True}
    assert history.session("one") == marked
    assert history.sessions() == list(history.objects()) == [marked]
    assert history.journal("one") is None
    assert history.all_done_today(datetime.fromisoformat("2026-11-21T20:00:00+01:00")) == {}
    assert history.done_by_day(SLUG, DAY, NOW) == {}
    assert history.last_done() == {}
    assert history.last_session_before_today(NOW) is None
    assert history.between(DAY, DAY) == []
    assert history.of_exercise("toe-press", 5) == []
    assert history.knows_routine(SLUG)


def test_a_deleted_session_comes_back_as_it_was_with_its_journal_and_later_than_its_deletion(history: History) -> None:
    history.save(session("one"), JOURNAL)
    deleted = history.delete("one", NOW)
    assert deleted is not None
    history.restore(*deleted)
    assert history.session("one") == {**session("one"), "changed": "2026-11-22T07:46:12.346+01:00"}
    assert history.journal("one") == JOURNAL
    assert history.done_by_day(SLUG, DAY, NOW) == {DAY: 1}


def test_what_is_given_back_may_be_the_deleted_object_itself(history: History) -> None:
    history.save(session("one"))
    history.delete("one", NOW)
    found = history.session("one")
    assert found is not None
    history.restore(found, now=datetime.fromisoformat("2026-11-22T08:00:00+01:00"))
    assert history.session("one") == {**session("one"), "changed": "2026-11-22T08:00:00.000+01:00"}


def test_what_is_not_there_or_deleted_already_is_not_deleted(history: History, tmp_path: Path) -> None:
    assert history.delete("one", NOW) is None
    assert list(tmp_path.iterdir()) == []
    history.save(session("one"))
    history.delete("one", NOW)
    before = history.sessions()
    assert history.delete("one", NOW) is None
    assert history.discard("one") is None
    assert history.sessions() == before


def test_of_a_discarded_session_nothing_stays_but_a_mark(history: History) -> None:
    history.save(session("one", status="open", note="private"), JOURNAL)
    history.save(session("two"))
    history.discard("one")
    assert ids(history.sessions()) == ["two"]
    assert history.session("one") is None
    assert history.correct("one", dict, NOW) is None
    assert history.between(DAY, DAY) == [session("two")]
    mark = {"format": 1, "id": "one", "changed": "2026-11-21T12:35:10.001+01:00", "deleted": True}
    assert list(history.objects()) == [session("two"), mark]


def test_a_discarded_session_that_is_saved_again_is_later_than_the_mark(history: History) -> None:
    history.save(session("one", status="open"), JOURNAL)
    gone = history.discard("one")
    assert gone is not None
    history.save(*gone)
    assert history.open_sessions() == [{**gone.session, "changed": "2026-11-21T12:35:10.002+01:00"}]
    history.discard("one")
    later = session("one", changed="2026-11-21T13:00:00+01:00")
    history.save(later)
    assert history.sessions() == [later]
