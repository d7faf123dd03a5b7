"""The history keeps every session, on any disk, and says so when it cannot."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from footui.core.dose import Side
from footui.core.phase import SECOND
from footui.core.record import SessionRecord, WorkDone
from footui.storage.history import History, HistoryError
from footui.storage.history_writer import HistoryWriter
from footui.storage.session_object import session_object

if TYPE_CHECKING:
    from pathlib import Path

ROW = WorkDone(1, "toe-press", None, Side.BOTH, 10, 10, 30 * SECOND, 30 * SECOND, None)
RECORD = SessionRecord(
    id="one",
    routine="breakfast-lunch-dinner",
    title="Breakfast, lunch and dinner",
    level="low",
    session=2,
    sessions_per_day=3,
    started=datetime.fromisoformat("2026-11-21T12:31:05+01:00"),
    ended=datetime.fromisoformat("2026-11-21T12:35:10+01:00"),
    status="finished",
    planned_work_ns=130 * SECOND,
    paused_seconds=0.0,
    work=(ROW,),
)


@pytest.fixture
def history(tmp_path: Path) -> History:
    return History(tmp_path / "data" / "history.db")


def test_a_session_is_written_with_the_names_of_the_format() -> None:
    assert session_object(RECORD) == {
        "format": 1,
        "id": "one",
        "routine": "breakfast-lunch-dinner",
        "title": "Breakfast, lunch and dinner",
        "level": "low",
        "session": 2,
        "sessions_per_day": 3,
        "started": "2026-11-21T12:31:05.000+01:00",
        "ended": "2026-11-21T12:35:10.000+01:00",
        "status": "finished",
        "planned_work_seconds": 130.0,
        "done_work_seconds": 30.0,
        "paused_seconds": 0.0,
        "pain": {"before": None, "worst": None, "after": None, "next_morning": None},
        "effort": None,
        "note": "",
        "work": [
            {
                "step": 1,
                "exercise": "toe-press",
                "variant": None,
                "side": "both",
                "planned_reps": 10,
                "done_reps": 10,
                "planned_seconds": 30.0,
                "done_seconds": 30.0,
                "skipped": None,
            }
        ],
        "changed": "2026-11-21T12:35:10.000+01:00",
    }


def test_reading_makes_no_file_and_no_folder(history: History, tmp_path: Path) -> None:
    assert history.sessions() == []
    assert list(tmp_path.iterdir()) == []


def test_the_file_and_its_folder_are_private(history: History, tmp_path: Path) -> None:
    history.save(session_object(RECORD))
    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "data" / "history.db").stat().st_mode & 0o777 == 0o600


def test_a_session_written_again_takes_the_place_of_what_was_written(history: History) -> None:
    history.save(session_object(RECORD._replace(status="open")))
    history.save(session_object(RECORD))
    assert [session["status"] for session in history.sessions()] == ["finished"]


def test_sessions_come_oldest_first_whatever_their_offset(history: History) -> None:
    later = RECORD._replace(id="two", started=datetime.fromisoformat("2026-11-21T12:00:00+00:00"))
    history.save(session_object(later))
    history.save(session_object(RECORD))
    assert [session["id"] for session in history.sessions()] == ["one", "two"]


def test_a_discarded_session_is_gone(history: History) -> None:
    history.discard("one")
    history.save(session_object(RECORD))
    history.discard("one")
    assert history.sessions() == []


def test_done_today_counts_finished_sessions_with_work_of_the_day(history: History) -> None:
    now = datetime.fromisoformat("2026-11-21T20:00:00+01:00")
    nothing = RECORD._replace(id="nothing", work=(ROW._replace(done_reps=0, done_ns=0),))
    late = RECORD._replace(id="late", started=datetime.fromisoformat("2026-11-22T03:59:00+01:00"))
    tomorrow = RECORD._replace(id="tomorrow", started=datetime.fromisoformat("2026-11-22T04:00:00+01:00"))
    stopped = RECORD._replace(id="stopped", status="stopped")
    other = RECORD._replace(id="other", routine="four-exercises")
    for record in (RECORD, nothing, late, tomorrow, stopped, other):
        history.save(session_object(record))
    assert history.done_today("breakfast-lunch-dinner", now) == 2


def test_a_file_that_is_no_history_is_told_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    path.write_bytes(b"no database at all" * 100)
    with pytest.raises(HistoryError, match="left as it is"):
        History(path).sessions()
    with pytest.raises(HistoryError):
        History(path).save(session_object(RECORD))
    assert path.read_bytes() == b"no database at all" * 100


def test_a_history_of_a_newer_footui_is_refused(history: History, tmp_path: Path) -> None:
    history.save(session_object(RECORD))
    with sqlite3.connect(tmp_path / "data" / "history.db") as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(HistoryError, match="newer footui"):
        history.sessions()


def test_a_folder_that_cannot_be_made_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file stands in the way")
    with pytest.raises(HistoryError, match="could not be written"):
        History(tmp_path / "data" / "history.db").save(session_object(RECORD))


def test_the_writer_writes_behind_and_its_last_word_counts(history: History) -> None:
    writer = HistoryWriter(history)
    for status in ("open", "open", "finished"):
        writer.save(RECORD._replace(status=status))
    assert writer.close()
    assert [session["status"] for session in history.sessions()] == ["finished"]


def test_the_writer_keeps_two_sessions_apart(history: History) -> None:
    writer = HistoryWriter(history)
    writer.save(RECORD)
    writer.save(RECORD._replace(id="two"))
    writer.discard("one")
    assert writer.close()
    assert [session["id"] for session in history.sessions()] == ["two"]


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


WRITES_FOR_EVER = """
import sys
from pathlib import Path
from footui.storage.history import History
history = History(Path(sys.argv[1]))
for number in range(10**9):
    history.save({"id": f"session-{number}", "started": "2026-11-21T12:31:05+01:00", "status": "finished"})
    print(number, flush=True)
"""


def test_killed_in_the_middle_of_writing_nothing_finished_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    for _ in range(5):
        child = subprocess.Popen([sys.executable, "-c", WRITES_FOR_EVER, str(path)], stdout=subprocess.PIPE, text=True)
        assert child.stdout is not None
        for _ in range(20):
            last = int(child.stdout.readline())
        os.kill(child.pid, signal.SIGKILL)
        last = max([last, *map(int, child.stdout.read().split())])
        child.wait()
        child.stdout.close()
        there = {session["id"] for session in History(path).sessions()}
        assert {f"session-{number}" for number in range(last + 1)} <= there
        with sqlite3.connect(path) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        connection.close()
