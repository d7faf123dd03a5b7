"""A history of the first footui is read as it is, and brought up to date at the first writing, with a copy kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from footui.core.journal import Journal
from footui.storage import history_schema
from footui.storage.history import History, HistoryError
from footui.storage.session_object import SessionObject
from tests.storage.session_records import ask, make_version_1, make_version_2, session

OLD = [
    session("first", "2026-11-20T08:00:00+01:00"),
    session("second", "2026-11-20T20:00:00-05:00", status="open", note="mine …"),
    session("third", "2026-11-21T08:00:00+01:00", pain={"next_morning": None}),
    session("deleted", "2026-11-21T09:00:00+01:00", status="open", deleted=True),
]
NOW = datetime.fromisoformat("2026-11-21T20:00:00+01:00")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "data" / "history.db"
    make_version_1(path, OLD[::-1])
    return path


@pytest.fixture
def second(tmp_path: Path) -> Path:
    path = tmp_path / "data" / "history.db"
    make_version_2(path, OLD[::-1])
    return path


def all_that_is_read(history: History) -> list[SessionObject]:
    assert history.open_sessions() == [OLD[1]]
    assert history.session("third") == OLD[2]
    assert history.all_done_today(NOW) == {"breakfast-lunch-dinner": 1}
    assert history.last_session_before_today(NOW) == OLD[0]
    assert history.last_done() == {"breakfast-lunch-dinner": datetime.fromisoformat(OLD[2]["started"])}
    first, day = NOW.date() - timedelta(days=1), NOW.date()
    assert history.done_by_day("breakfast-lunch-dinner", first, NOW) == {first: 1, day: 1}
    assert history.between(first, first) == OLD[:2]
    assert history.of_exercise("toe-press", 2) == [OLD[2], OLD[1]]
    assert history.knows_routine("breakfast-lunch-dinner")
    assert not history.knows_routine("another")
    return history.sessions()


def is_without_journals_and_answers(history: History) -> None:
    assert history.journal("second") is None
    assert history.answers() == {}


def test_an_older_history_is_read_without_changing_it(path: Path) -> None:
    before = path.read_bytes()
    assert all_that_is_read(History(path)) == OLD
    is_without_journals_and_answers(History(path))
    assert path.read_bytes() == before
    assert [found.name for found in path.parent.iterdir()] == ["history.db"]


def test_an_older_history_that_can_only_be_read_is_read(path: Path) -> None:
    path.chmod(0o400)
    path.parent.chmod(0o500)
    assert all_that_is_read(History(path)) == OLD
    path.parent.chmod(0o700)


def test_one_of_the_second_version_is_read_without_changing_it_though_it_can_only_be_read(second: Path) -> None:
    before = second.read_bytes()
    second.chmod(0o400)
    second.parent.chmod(0o500)
    history = History(second)
    assert all_that_is_read(history) == OLD
    assert history.journal("second") == Journal({}, {"place": 7})
    assert history.answers() == {"asked": True}
    assert second.read_bytes() == before
    second.parent.chmod(0o700)
    assert [found.name for found in second.parent.iterdir()] == ["history.db"]


def test_one_of_the_second_version_keeps_its_journals_and_answers_and_leaves_a_copy(second: Path) -> None:
    before = second.read_bytes()
    history = History(second)
    history.answer("new", value=1)
    assert all_that_is_read(history) == OLD
    assert history.journal("second") == Journal({}, {"place": 7})
    assert history.answers() == {"asked": True, "new": 1}
    assert second.with_name("history-v2.db").read_bytes() == before
    assert sorted(found.name for found in second.parent.iterdir()) == ["history-v2.db", "history.db"]
    assert ask(second, "PRAGMA integrity_check") == [("ok",)]


@pytest.mark.parametrize("older", [make_version_1, make_version_2])
def test_an_older_history_says_the_same_before_and_after_it_is_brought_up_to_date_as_one_saved_anew(
    tmp_path: Path, older: Callable[[Path, list[SessionObject]], None]
) -> None:
    odd = [
        *OLD,
        session("nothing done", work=False),
        {**session("half"), "work": [{"done_seconds": 0, "done_reps": 0}, {"done_seconds": 0.0, "done_reps": 3}]},
        {**session("rows of nothing"), "work": []},
        {**session("no list"), "work": None},
        {**session("strange rows"), "work": ["one", 2, None, [3]]},
        {"id": "bare", "started": "2026-11-21T09:00:00+01:00"},
    ]
    columns = "SELECT id, moment, status, routine, worked, started FROM sessions ORDER BY id"
    path, new = tmp_path / "older.db", tmp_path / "new.db"
    older(path, odd)
    for one in odd:
        History(new).save(one)
    wanted = ask(new, columns)
    with History(path)._file.reading() as connection:
        assert connection.execute(columns).fetchall() == wanted
    History(path).answer("new", value=1)
    assert ask(path, columns) == wanted
    assert {name: worked for name, *_, worked, _ in wanted if not worked} == dict.fromkeys(
        ["nothing done", "rows of nothing", "no list", "strange rows", "bare"], 0
    )


def test_one_of_the_second_version_that_cannot_be_brought_up_to_date_is_left_as_it_was(
    second: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = (*history_schema.FROM_VERSION_2, "INSERT INTO nowhere VALUES ('the disk is full')")
    monkeypatch.setattr("footui.storage.history_migration.FROM_VERSION_2", steps)
    before = second.read_bytes()
    with pytest.raises(HistoryError, match=r"older footui.*could not be brought up to date.*left as it is"):
        History(second).save(session("new"))
    assert second.read_bytes() == before
    assert [found.name for found in second.parent.iterdir()] == ["history.db"]


def test_the_first_writing_brings_it_up_to_date_and_keeps_a_private_copy(path: Path) -> None:
    before = path.read_bytes()
    history = History(path)
    history.answer("asked", value=True)
    history.answer("asked", None)
    assert all_that_is_read(history) == OLD
    assert history.notice is None
    copy = path.with_name("history-v1.db")
    assert sorted(found.name for found in path.parent.iterdir()) == ["history-v1.db", "history.db"]
    assert copy.read_bytes() == before
    assert copy.stat().st_mode & 0o777 == 0o600
    history.save(OLD[1], Journal({}, {"place": 1}))
    assert history.journal("second") == Journal({}, {"place": 1})
    assert ask(path, "PRAGMA integrity_check") == [("ok",)]


@pytest.mark.parametrize("older", [make_version_1, make_version_2])
def test_one_brought_up_to_date_has_the_tables_of_a_new_one(
    tmp_path: Path, older: Callable[[Path, list[SessionObject]], None]
) -> None:
    path, new = tmp_path / "older.db", tmp_path / "new.db"
    older(path, OLD)
    History(path).answer("asked", value=True)
    History(new).answer("asked", value=True)
    tables = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name"
    assert ask(path, tables) == ask(new, tables)
    assert ask(path, "PRAGMA user_version") == ask(new, "PRAGMA user_version") == [(3,)]


def test_a_copy_that_is_there_already_is_never_written_over(path: Path) -> None:
    path.with_name("history-v1.db").write_text("an earlier copy")
    path.with_name("history-v1-2.db").symlink_to("nowhere")
    before = path.read_bytes()
    History(path).save(session("new"))
    assert path.with_name("history-v1.db").read_text() == "an earlier copy"
    assert path.with_name("history-v1-2.db").is_symlink()
    assert path.with_name("history-v1-3.db").read_bytes() == before


def test_where_it_cannot_be_brought_up_to_date_everything_is_left_as_it_was_and_told(path: Path) -> None:
    ask(path, "INSERT INTO sessions VALUES ('broken', '2026-11-21T08:00:00+01:00', 'no data')")
    before = path.read_bytes()
    history = History(path)
    for _ in range(2):
        with pytest.raises(HistoryError, match=r"older footui.*could not be brought up to date.*left as it is"):
            history.save(session("new"))
    assert path.read_bytes() == before
    assert [found.name for found in path.parent.iterdir()] == ["history.db"]


def test_a_start_that_nobody_can_read_holds_nothing_up(path: Path) -> None:
    ask(path, """INSERT INTO sessions VALUES ('odd', 'once', '{"id": "odd", "started": "once"}')""")
    History(path).save(session("new", "2026-11-22T08:00:00+01:00"))
    assert [one["id"] for one in History(path).sessions()] == ["odd", "first", "second", "third", "deleted", "new"]
