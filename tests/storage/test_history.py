"""The history keeps every session, on any disk, and says so when it cannot."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from pathlib import Path

import pytest

from footui.core.journal import Journal
from footui.storage import history_done
from footui.storage.history import History, HistoryError
from footui.storage.session_object import session_object
from tests.storage.session_records import RECORD, ask, ids, session


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
    now = RECORD.started
    assert history.sessions() == history.open_sessions() == []
    assert history.session("one") is None
    assert history.journal("one") is None
    assert history.last_session_before_today(now) is None
    assert history.answers() == history.all_done_today(now) == {}
    assert list(tmp_path.iterdir()) == []


def test_forgetting_and_correcting_what_is_not_there_makes_no_file(history: History, tmp_path: Path) -> None:
    assert history.discard("one") is None
    assert history.correct("one", dict, RECORD.ended) is None
    history.answer("diabetes", None)
    assert list(tmp_path.iterdir()) == []


def test_the_file_and_its_folder_are_private(history: History, tmp_path: Path) -> None:
    history.save(session("one"))
    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "data" / "history.db").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["history.db"]


def test_it_is_written_in_a_way_that_is_safe_on_network_homes(history: History) -> None:
    history.save(session("one"))
    with history._file.writing() as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert connection.execute("PRAGMA synchronous").fetchone() == (2,)  # full
        assert connection.in_transaction


def test_a_session_written_again_takes_the_place_of_what_was_written(history: History) -> None:
    history.save(session("one", status="open"))
    history.save(session("one"))
    assert [one["status"] for one in history.sessions()] == ["finished"]
    assert history.session("one") == session("one")
    assert history.session("two") is None


def test_sessions_come_oldest_first_whatever_their_offset(history: History) -> None:
    history.save(session("later", "2026-11-21T12:00:00+00:00"))
    history.save(session("earlier", "2026-11-21T12:31:05+01:00"))
    history.save(session("b", "2026-11-20T12:00:00+00:00"))
    history.save(session("a", "2026-11-20T13:00:00+01:00"))
    assert ids(history.sessions()) == ["a", "b", "earlier", "later"]


def test_what_a_later_version_adds_to_a_session_passes_through(history: History) -> None:
    history.save(session("one", mood={"deep": ["…", "\u2028", None]}))
    assert history.sessions() == [session("one", mood={"deep": ["…", "\u2028", None]})]


@pytest.mark.parametrize(
    "broken",
    [
        {**session("one"), "started": "yesterday"},
        {"started": "2026-11-21T12:31:05+01:00"},
        {**session("one"), "note": math.nan},
        {**session("one"), "note": "\ud800"},
        {**session("one"), "note": object()},
    ],
    ids=["no start", "no id", "no number", "half a character", "no data"],
)
def test_what_is_no_session_is_refused_and_nothing_is_written(history: History, broken: dict[str, object]) -> None:
    history.save(session("one"))
    with pytest.raises(HistoryError, match="could not be written"):
        history.save(broken)
    assert history.sessions() == [session("one")]


def test_a_history_of_a_newer_footui_is_refused_and_untouched(history: History, tmp_path: Path) -> None:
    history.save(session("one"))
    path = tmp_path / "data" / "history.db"
    ask(path, "PRAGMA user_version = 99")
    before = path.read_bytes()
    with pytest.raises(HistoryError, match="newer footui"):
        history.sessions()
    for writer in (history, History(path)):
        with pytest.raises(HistoryError, match="newer footui"):
            writer.save(session("two"))
    assert path.read_bytes() == before
    assert [found.name for found in path.parent.iterdir()] == ["history.db"]


def test_a_folder_that_cannot_be_made_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file stands in the way")
    with pytest.raises(HistoryError, match="could not be written"):
        History(tmp_path / "data" / "history.db").save(session("one"))


def test_a_folder_in_the_file_s_place_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "history.db").mkdir()
    with pytest.raises(HistoryError, match="cannot be opened"):
        History(tmp_path / "history.db").save(session("one"))
    with pytest.raises(HistoryError, match="cannot be opened"):
        History(tmp_path / "history.db").sessions()


def test_a_history_behind_a_link_is_written_where_it_leads(tmp_path: Path) -> None:
    (tmp_path / "synced").mkdir()
    (tmp_path / "history.db").symlink_to("synced/mine.db")
    History(tmp_path / "history.db").save(session("one"))
    assert (tmp_path / "history.db").is_symlink()
    assert [path.name for path in (tmp_path / "synced").iterdir()] == ["mine.db"]
    assert ids(History(tmp_path / "synced" / "mine.db").sessions()) == ["one"]


def test_another_writer_is_waited_for_and_then_told(
    history: History, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    history.save(session("one"))
    monkeypatch.setattr("footui.storage.history_file.PATIENCE", 0.05)
    with History(tmp_path / "data" / "history.db")._file.writing():
        with pytest.raises(HistoryError, match="another program is writing"):
            history.save(session("two"))
        assert ids(history.sessions()) == ["one"]  # and reading goes on meanwhile


@pytest.mark.parametrize(
    ("question", "values", "by"),
    [
        (history_done._ON_A_DAY, (1, 2), "INDEX sessions_by_status"),
        (history_done._OF_ROUTINE, ("a", 1, 2), "COVERING INDEX sessions_by_routine"),
        (history_done._LAST_BEFORE, (1,), "INDEX sessions_by_moment"),
        ("SELECT 1 FROM sessions WHERE routine = ? LIMIT 1", ("a",), "COVERING INDEX sessions_by_routine"),
        ("SELECT object FROM sessions WHERE status = 'open' ORDER BY moment DESC, id DESC", (), "sessions_by_status"),
        ("SELECT id FROM sessions WHERE (moment, id) > (?, ?) ORDER BY moment, id", (1, ""), "sessions_by_moment"),
    ],
)
def test_reading_finds_its_way_by_indexes_and_not_through_every_session(
    history: History, question: str, values: tuple[object, ...], by: str
) -> None:
    history.save(session("one"))
    with history._file.reading() as connection:
        [(*_, plan)] = connection.execute(f"EXPLAIN QUERY PLAN {question}", values).fetchall()
    assert plan.startswith("SEARCH sessions USING ")
    assert by in plan


def test_the_last_of_each_routine_is_found_from_one_routine_to_the_next(history: History) -> None:
    history.save(session("one"))
    with history._file.reading() as connection:
        plans = [plan for *_, plan in connection.execute(f"EXPLAIN QUERY PLAN {history_done._LAST_OF_EACH}")]
    looks = [plan for plan in plans if "sessions" in plan]
    assert len(looks) == 3
    assert all(look.startswith("SEARCH sessions USING COVERING INDEX sessions_by_routine") for look in looks)


ON_A_DISK_THAT_FILLS_UP = """
import json, resource, sys
from pathlib import Path
from footui.core.journal import Journal
from footui.storage.history import History, HistoryError
history = History(Path(sys.argv[1]))
history.save(json.loads(sys.argv[2]), Journal({}, {"place": 1}))
resource.setrlimit(resource.RLIMIT_FSIZE, (Path(sys.argv[1]).stat().st_size, resource.RLIM_INFINITY))
try:
    history.save({**json.loads(sys.argv[2]), "note": "x" * 100_000}, Journal({}, {"place": 2}))
except HistoryError as error:
    print(error)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
print(history.session("one")["note"] == "", history.journal("one").state)
history.save({**json.loads(sys.argv[2]), "note": "x" * 100_000}, Journal({}, {"place": 3}))
"""


def test_where_the_disk_is_full_it_is_told_nothing_is_torn_and_later_it_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    words = [sys.executable, "-c", ON_A_DISK_THAT_FILLS_UP, str(path), json.dumps(session("one"))]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    told, after = done.stdout.splitlines()
    assert told.startswith("The history could not be written: the disk reports an error, or is full.")
    assert after == "True {'place': 1}"
    assert History(path).journal("one") == Journal({}, {"place": 3})
    assert ask(path, "PRAGMA integrity_check") == [("ok",)]
