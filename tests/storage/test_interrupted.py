"""A session that was cut off is found again, with a way on or a reason why not, and dealt with once."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from footui.core.journal import Journal
from footui.storage.catalogue import load_catalogue
from footui.storage.folders import Folders
from footui.storage.history import History
from footui.storage.interrupted import (
    InterruptedSession,
    NoLongerInterrupted,
    bring_back,
    discard,
    interrupted_session,
    write_down,
)
from footui.storage.session_lock import About, SessionLock
from tests.fakes import MORNING
from tests.interrupting import cut_off
from tests.storage.session_records import session


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(tmp_path / "config", tmp_path / "data", tmp_path / "state")


@pytest.fixture
def history(folders: Folders) -> History:
    return History(folders.history_file)


def found(folders: Folders) -> InterruptedSession | None:
    return interrupted_session(folders, load_catalogue(folders))


def stored(history: History, session_id: str) -> dict[str, Any]:
    session = history.session(session_id)
    assert session is not None
    return session


def test_nothing_was_interrupted_where_every_session_ended(folders: Folders, history: History) -> None:
    assert found(folders) is None
    history.save(session("one"))
    assert found(folders) is None


def test_a_session_that_was_cut_off_stands_where_it_stood(folders: Folders, tmp_path: Path) -> None:
    session_id = cut_off(tmp_path, pain=4)
    interrupted = found(folders)
    assert interrupted is not None
    assert interrupted.interrupted is not None
    assert (interrupted.id, interrupted.last_known) == (session_id, MORNING - timedelta(minutes=8))
    kept = interrupted.interrupted.kept
    assert (kept.player.phase.exercise, kept.player.phase.rep) == ("pencil-pickup", 3)
    assert kept.player.position_ns == 91_000_000_000
    assert kept.said.worst == 4


def test_of_several_the_latest_is_the_one(folders: Folders, tmp_path: Path) -> None:
    cut_off(tmp_path, ago=timedelta(days=3))
    latest = cut_off(tmp_path)
    assert (interrupted := found(folders)) is not None
    assert interrupted.id == latest


def test_one_that_runs_in_another_terminal_is_no_interrupted_one(folders: Folders, tmp_path: Path) -> None:
    earlier = cut_off(tmp_path, ago=timedelta(days=3))
    running = cut_off(tmp_path)
    with SessionLock.take(folders, About(running, "Breakfast", MORNING)):
        assert (interrupted := found(folders)) is not None
        assert interrupted.id == earlier
    assert (interrupted := found(folders)) is not None
    assert interrupted.id == running


@pytest.mark.parametrize(
    ("journal", "why"),
    [
        (None, "older footui"),
        (Journal({}, {}), "damaged"),
        (Journal({"text": "", "routine": "x"}, {}), "cannot be read any more"),
        (
            Journal({"text": 'format = 1\ntitle = "T"\n[[steps]]\nexercise = "gone"\nhold = 1\n', "routine": "t"}, {}),
            "",
        ),
    ],
)
def test_one_that_cannot_be_gone_on_with_is_found_with_the_reason(
    folders: Folders, history: History, journal: Journal | None, why: str
) -> None:
    history.save(session("one", status="open"), journal)
    assert (interrupted := found(folders)) is not None
    assert interrupted.interrupted is None
    assert why in interrupted.problem
    assert interrupted.problem.endswith(".")


@pytest.mark.parametrize("damage", [{"standing": {}}, {"standing": None, "said": {}}, {"said": {"during": 1}}, {}])
def test_a_journal_that_is_damaged_is_told_and_never_fails(
    folders: Folders, history: History, tmp_path: Path, damage: dict[str, Any]
) -> None:
    session_id = cut_off(tmp_path)
    journal = history.journal(session_id)
    assert journal is not None
    history.save(stored(history, session_id), Journal(journal.start, damage))
    assert (interrupted := found(folders)) is not None
    assert interrupted.interrupted is None
    assert "cannot be gone on with" in interrupted.problem


def test_written_down_it_is_stopped_at_the_last_moment_known(
    folders: Folders, history: History, tmp_path: Path
) -> None:
    session_id = cut_off(tmp_path)
    before = stored(history, session_id)
    write_down(folders, history, session_id, MORNING)
    after = stored(history, session_id)
    assert after["status"] == "stopped"
    assert {**after, "status": "open", "changed": before["changed"]} == before
    assert found(folders) is None


def test_discarded_it_is_gone_and_can_be_brought_back_with_its_journal(
    folders: Folders, history: History, tmp_path: Path
) -> None:
    session_id = cut_off(tmp_path)
    gone = discard(folders, history, session_id)
    assert found(folders) is None
    assert history.sessions() == []
    assert gone is not None
    bring_back(history, gone)
    assert (interrupted := found(folders)) is not None
    assert interrupted.interrupted is not None


def test_what_was_ended_elsewhere_meanwhile_is_left_as_it_is(
    folders: Folders, history: History, tmp_path: Path
) -> None:
    session_id = cut_off(tmp_path)
    write_down(folders, history, session_id, MORNING)
    before = history.sessions()
    with pytest.raises(NoLongerInterrupted, match="ended somewhere else"):
        write_down(folders, history, session_id, MORNING)
    with pytest.raises(NoLongerInterrupted, match="ended somewhere else"):
        discard(folders, history, session_id)
    with pytest.raises(NoLongerInterrupted):
        write_down(folders, history, "unknown", MORNING)
    assert history.sessions() == before


def test_what_goes_on_elsewhere_meanwhile_is_left_as_it_is(folders: Folders, history: History, tmp_path: Path) -> None:
    session_id = cut_off(tmp_path)
    before = history.sessions()
    with SessionLock.take(folders, About(session_id, "Breakfast", MORNING)):
        with pytest.raises(NoLongerInterrupted, match="another terminal"):
            write_down(folders, history, session_id, MORNING)
        with pytest.raises(NoLongerInterrupted, match="another terminal"):
            discard(folders, history, session_id)
    assert history.sessions() == before
