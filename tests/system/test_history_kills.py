"""Killed at whatever moment, nothing that was written down is lost, nothing is torn, and the next one goes on.

FOOTUI_KILLS says how many kills there are: 40 unless it is set. The benchmark has 200 (`make bench ARGS=--kills`).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from footui.storage.history import History
from tests.storage.session_records import ask, ids, make_version_1, make_version_2, session
from tests.system.killed_writers import Said, Writers, damage, goes_on, missing, torn
from tests.system.killed_writers import writers as killed_writers

KILLS: Final = int(os.environ.get("FOOTUI_KILLS", "40"))


@pytest.fixture
def writers() -> Iterator[Writers]:
    with killed_writers() as started:
        yield started


def all_is_there(path: Path, said: Said) -> None:
    assert damage(path) == []
    assert missing(path, said) == []
    assert torn(path) == []


def test_in_the_midst_of_saving_correcting_deleting_and_importing(writers: Writers, tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    said: Said = {}
    for number in range(KILLS // 2):
        said |= writers.killed_one(path, f"round{number}", writings=30, milliseconds=6)
        if path.exists():
            all_is_there(path, said)
    assert goes_on(path)
    all_is_there(path, said)
    assert {what for what, _ in said} == {"saved", "corrected", "deleted", "imported"}
    assert len(said) >= KILLS // 4


def test_in_the_midst_of_beginning_a_history(writers: Writers, tmp_path: Path) -> None:
    for number in range(KILLS // 4):
        path = tmp_path / f"{number}" / "history.db"
        said = writers.killed_one(path, "new", writings=0, milliseconds=15)
        assert goes_on(path)
        all_is_there(path, said)


@pytest.mark.parametrize("older", [make_version_1, make_version_2])
def test_in_the_midst_of_bringing_an_older_history_up_to_date(
    writers: Writers, tmp_path: Path, older: Callable[[Path, list[dict[str, Any]]], None]
) -> None:
    old = [session(f"old{number:03}") for number in range(300)]
    for number in range(KILLS // 8):
        path = tmp_path / f"{number}" / "history.db"
        older(path, old)
        before = path.read_bytes()
        writers.killed_one(path, "new", writings=0, milliseconds=30)
        assert set(ids(old)) <= set(ids(History(path).sessions()))
        assert goes_on(path)
        assert set(ids(old)) <= set(ids(History(path).sessions()))
        assert ask(path, "PRAGMA integrity_check") == [("ok",)]
        copies = list(path.parent.glob("history-v[12]*.db"))
        assert copies
        assert {copy.read_bytes() == before for copy in copies} == {True}
