"""A damaged history is set aside and told, never deleted and never silently, and a new one begun."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path

import pytest

from footui.core.journal import Journal
from footui.storage.history import History, HistoryError
from tests.storage.session_records import ask, ids, make_version_1, session

DAY = datetime.fromisoformat("2026-11-21T12:00:00").timestamp()
NAMES = ["history-damaged-2026-11-21.db", "history.db"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.db"


def last_changed_on_the_21st(path: Path) -> bytes:
    os.utime(path, (DAY, DAY))
    return path.read_bytes()


def names_beside(path: Path) -> list[str]:
    return sorted(found.name for found in path.parent.iterdir())


def fill(path: Path) -> None:
    history = History(path)
    for number in range(40):
        history.save(session(f"{number}", note="x" * 500), Journal({}, {"place": number}))


def is_set_aside_and_told(path: Path, damaged: bytes) -> None:
    history = History(path)
    with pytest.raises(HistoryError, match=r"could not be read.*set aside.*left as it is"):
        history.sessions()
    assert path.read_bytes() == damaged
    history.save(session("new"))
    assert names_beside(path) == NAMES
    assert path.with_name(NAMES[0]).read_bytes() == damaged
    assert ids(history.sessions()) == ["new"]
    assert history.notice is not None
    assert "was not deleted: it lies as history-damaged-2026-11-21.db" in history.notice
    history.save(session("newer"))
    assert names_beside(path) == NAMES
    assert History(path).notice is None


def test_a_file_that_is_no_database(path: Path) -> None:
    path.write_bytes(b"no database at all" * 100)
    is_set_aside_and_told(path, last_changed_on_the_21st(path))


def test_a_file_of_no_length_is_one_that_was_lost(path: Path) -> None:
    fill(path)
    os.truncate(path, 0)
    is_set_aside_and_told(path, last_changed_on_the_21st(path))


def test_a_file_whose_end_is_missing(path: Path) -> None:
    fill(path)
    os.truncate(path, 4096)
    is_set_aside_and_told(path, last_changed_on_the_21st(path))


def test_a_database_of_something_else(path: Path) -> None:
    ask(path, "CREATE TABLE recipes (title TEXT)")
    is_set_aside_and_told(path, last_changed_on_the_21st(path))


def test_pages_of_noise_in_the_middle(path: Path) -> None:
    fill(path)
    with path.open("r+b") as file:
        file.seek(2 * 4096)
        file.write(bytes(range(1, 256)) * 64)
    damaged = last_changed_on_the_21st(path)
    history = History(path)
    history.save(session("new"))
    assert names_beside(path) == NAMES
    assert path.with_name(NAMES[0]).read_bytes() == damaged
    assert history.notice is not None
    assert ids(history.sessions()) == ["new"]


def test_a_second_damaged_history_of_the_day_gets_a_name_of_its_own(path: Path) -> None:
    for word in (b"first", b"second"):
        path.write_bytes(word * 1000)
        last_changed_on_the_21st(path)
        History(path).save(session("new"))
    assert names_beside(path) == ["history-damaged-2026-11-21-2.db", *NAMES]
    assert path.with_name("history-damaged-2026-11-21-2.db").read_bytes() == b"second" * 1000
    assert path.with_name(NAMES[0]).read_bytes() == b"first" * 1000


def test_a_history_damaged_while_a_session_runs_costs_one_saving(path: Path) -> None:
    history = History(path)
    history.save(session("one"))
    path.write_bytes(b"something else wrote here" * 400)
    with pytest.raises(HistoryError, match="set aside"):
        history.save(session("two"))
    history.save(session("two"))
    assert ids(history.sessions()) == ["two"]
    assert history.notice is not None


def test_a_history_removed_while_a_session_runs_is_begun_anew(path: Path) -> None:
    history = History(path)
    history.save(session("one"))
    path.unlink()
    history.save(session("two"))
    assert ids(history.sessions()) == ["two"]


def test_what_a_killed_writer_left_half_done_is_no_damage(path: Path) -> None:
    fill(path)
    with History(path)._file.writing() as connection:
        connection.execute("PRAGMA cache_size = 1")  # so that pages are written before the end
        connection.execute("UPDATE sessions SET object = json_set(object, '$.note', 'torn')")
        torn, journal = path.read_bytes(), path.with_name("history.db-journal").read_bytes()
        connection.execute("ROLLBACK")
        connection.execute("BEGIN")
    assert b"torn" in torn
    path.write_bytes(torn)
    path.with_name("history.db-journal").write_bytes(journal)
    history = History(path)
    history.save(session("new"))
    assert history.notice is None
    assert {one["note"] for one in history.sessions()} == {"x" * 500, ""}
    assert names_beside(path) == ["history.db"]


def test_what_belongs_to_a_lost_history_is_not_taken_for_that_of_the_new_one(path: Path) -> None:
    test_what_a_killed_writer_left_half_done_is_no_damage(path)
    with History(path)._file.writing() as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("UPDATE sessions SET object = json_set(object, '$.note', 'torn')")
        journal = path.with_name("history.db-journal").read_bytes()
    path.unlink()
    path.with_name("history.db-journal").write_bytes(journal)
    history = History(path)
    history.save(session("new"))
    assert ids(History(path).sessions()) == ["new"]
    assert history.notice is None
    [kept] = [name for name in names_beside(path) if name.endswith("-journal")]
    assert kept.startswith("history-damaged-")
    assert path.with_name(kept).read_bytes() == journal


def test_a_history_in_use_is_no_damaged_one(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(path)
    monkeypatch.setattr("footui.storage.history_file.PATIENCE", 0.05)
    with History(path)._file.writing(), pytest.raises(HistoryError, match="another program is writing"):
        History(path).save(session("new"))
    assert names_beside(path) == ["history.db"]


def test_two_that_find_the_damage_at_once_set_it_aside_once(path: Path) -> None:
    path.write_bytes(b"no database at all" * 100)
    last_changed_on_the_21st(path)
    histories = at_once(path)
    assert names_beside(path) == NAMES
    assert sum(history.notice is not None for history in histories) == 1


def test_two_that_begin_a_history_at_once_write_into_one(path: Path) -> None:
    at_once(path)
    assert names_beside(path) == ["history.db"]


def test_two_that_bring_an_older_history_up_to_date_at_once_keep_one_copy(path: Path) -> None:
    make_version_1(path, [session("old")])
    at_once(path)
    assert names_beside(path) == ["history-v1.db", "history.db"]


def at_once(path: Path) -> list[History]:
    """Let four write, each as if it were a process of its own, and find what all of them wrote."""
    histories = [History(path) for _ in range(4)]
    with ThreadPoolExecutor(len(histories)) as pool:
        list(pool.map(lambda number: histories[number].save(session(f"{number}")), range(len(histories))))
    assert {"0", "1", "2", "3"} <= set(ids(History(path).sessions()))
    return histories
