"""A running session is written behind its back: at once for the session, newest first for the disk."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest

from footui.core.journal import Journal
from footui.storage.history import Discarded, History
from footui.storage.history_writer import HistoryWriter
from footui.storage.session_object import SessionObject
from tests.storage.session_records import RECORD, ids


class SlowHistory(History):
    """A history on a disk that writes nothing until it is `free`."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.begun = threading.Event()
        self.free = threading.Event()
        self.saved: list[Any] = []

    def save(self, session: SessionObject, journal: Journal | None = None) -> None:
        self._wait()
        self.saved.append((session["id"], session["status"], journal and journal.state))
        super().save(session, journal)

    def discard(self, session_id: str) -> Discarded | None:
        self._wait()
        return super().discard(session_id)

    def _wait(self) -> None:
        self.begun.set()
        assert self.free.wait(10)


@pytest.fixture
def history(tmp_path: Path) -> History:
    return History(tmp_path / "data" / "history.db")


@pytest.fixture
def slow(tmp_path: Path) -> SlowHistory:
    return SlowHistory(tmp_path / "data" / "history.db")


def test_the_writer_writes_behind_and_its_last_word_counts(history: History) -> None:
    writer = HistoryWriter(history)
    for status in ("open", "open", "finished"):
        writer.save(RECORD._replace(status=status), Journal({}, {"status": status}))
    assert writer.close()
    assert [session["status"] for session in history.sessions()] == ["finished"]
    assert history.journal("one") == Journal({}, {"status": "finished"})


def test_of_what_waits_only_the_newest_is_written(slow: SlowHistory) -> None:
    writer = HistoryWriter(slow)
    for place in range(5):
        writer.save(RECORD, Journal({}, {"place": place}))
        assert slow.begun.wait(10)  # the first is on its way to the disk, the others wait
    slow.free.set()
    assert writer.close()
    assert slow.saved == [("one", "finished", {"place": 0}), ("one", "finished", {"place": 4})]


def test_a_journal_that_waits_is_not_lost_when_the_session_is_saved_without(slow: SlowHistory) -> None:
    writer = HistoryWriter(slow)
    writer.save(RECORD._replace(id="other"))
    assert slow.begun.wait(10)
    writer.save(RECORD._replace(status="open"), Journal({}, {"place": 1}))
    writer.save(RECORD)
    slow.free.set()
    assert writer.close()
    assert slow.saved[1:] == [("one", "finished", {"place": 1})]


def test_a_session_discarded_while_it_is_being_written_is_gone(slow: SlowHistory) -> None:
    writer = HistoryWriter(slow)
    writer.save(RECORD, Journal({}, {}))
    assert slow.begun.wait(10)
    writer.save(RECORD, Journal({}, {}))
    writer.discard("one")
    slow.free.set()
    assert writer.close()
    assert slow.sessions() == []
    assert slow.journal("one") is None


def test_the_writer_keeps_two_sessions_apart(history: History) -> None:
    writer = HistoryWriter(history)
    writer.save(RECORD)
    writer.save(RECORD._replace(id="two"))
    writer.discard("one")
    assert writer.close()
    assert ids(history.sessions()) == ["two"]


def test_the_writer_tells_what_went_wrong_and_goes_on(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file stands in the way")
    writer = HistoryWriter(History(tmp_path / "data" / "history.db"))
    writer.save(RECORD)
    assert writer.settle()
    assert writer.problem is not None
    assert "could not be written" in writer.problem
    (tmp_path / "data").unlink()
    writer.save(RECORD)
    assert writer.close()
    assert writer.problem is writer.notice is None


def test_the_writer_passes_on_that_a_damaged_history_was_set_aside(tmp_path: Path) -> None:
    (tmp_path / "history.db").write_bytes(b"no database" * 100)
    writer = HistoryWriter(History(tmp_path / "history.db"))
    writer.save(RECORD)
    assert writer.close()
    assert writer.notice is not None
    assert "was not deleted" in writer.notice
