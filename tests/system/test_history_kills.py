"""Killed at whatever moment, nothing that was written down is lost, nothing is torn, and the next one goes on.

FOOTUI_KILLS says how many kills there are: 40 unless it is set.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from footui.storage.history import History
from tests.storage.session_records import ask, ids, make_version_1, session

KILLS: Final = int(os.environ.get("FOOTUI_KILLS", "40"))
BUSY_HISTORY: Final = str(Path(__file__).with_name("busy_history.py"))
BOTH: Final = """
    SELECT id, json_extract(object, '$.count'), json_extract(start, '$.session'), json_extract(state, '$.count')
    FROM sessions LEFT JOIN journals ON session = id
"""


class Writers:
    """Starts writers and kills each of them at some moment."""

    def __init__(self, process: subprocess.Popen[bytes], chance: random.Random) -> None:
        self._process = process
        self._chance = chance

    def killed_one(self, path: Path, word: str, *, savings: int, milliseconds: float) -> dict[str, int]:
        """Let one write, kill it up to so many savings and milliseconds later; return what it said is on the disk."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{path} {word}\n".encode())
        self._process.stdin.flush()
        said: dict[str, int] = {}
        process = 0
        wanted = self._chance.randint(0, savings)
        while not process or wanted:
            what, *rest = self._line()
            if what == "begun":
                process = int(rest[0])
            else:
                assert what == "written"
                said[rest[0]] = int(rest[1])
                wanted -= wanted > 0
        self._let_pass(self._chance.uniform(0, milliseconds) / 1000)
        os.kill(process, signal.SIGKILL)
        while (line := self._line())[0] == "written":
            said[line[1]] = int(line[2])
        assert line == ["ended", str(-signal.SIGKILL)]
        return said

    def _line(self) -> list[str]:
        assert self._process.stdout is not None
        return self._process.stdout.readline().decode().split()

    @staticmethod
    def _let_pass(seconds: float) -> None:
        """Wait more exactly than the system's sleep: savings take a millisecond."""
        until = time.perf_counter() + seconds
        while time.perf_counter() < until:
            pass


@pytest.fixture
def writers() -> Iterator[Writers]:
    words = [sys.executable, BUSY_HISTORY]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        yield Writers(process, random.Random())  # noqa: S311  # other moments each time; nothing secret
        process.communicate(timeout=30)


def all_is_there(path: Path, said: dict[str, int]) -> None:
    assert ask(path, "PRAGMA integrity_check") == [("ok",)]
    found = {name: count for name, count, *_ in ask(path, BOTH)}
    assert [name for name, count in said.items() if found.get(name, -1) < count] == []
    assert [row for row in ask(path, BOTH) if (row[0], row[1]) != (row[2], row[3])] == []


def goes_on(path: Path) -> None:
    """The next one writes as if nothing had been, and finds no damage."""
    history = History(path)
    history.answer("asked", value=True)
    assert history.notice is None
    assert history.answers() == {"asked": True}


def test_in_the_middle_of_a_session(writers: Writers, tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    said: dict[str, int] = {}
    for number in range(KILLS // 2):
        said |= writers.killed_one(path, f"round{number}", savings=8, milliseconds=4)
        if path.exists():
            all_is_there(path, said)
    goes_on(path)
    all_is_there(path, said)
    assert len(said) >= KILLS // 4


def test_in_the_middle_of_beginning_a_history(writers: Writers, tmp_path: Path) -> None:
    for number in range(KILLS // 4):
        path = tmp_path / f"{number}" / "history.db"
        said = writers.killed_one(path, "new", savings=0, milliseconds=15)
        goes_on(path)
        all_is_there(path, said)


def test_in_the_middle_of_bringing_an_older_history_up_to_date(writers: Writers, tmp_path: Path) -> None:
    old = [session(f"old{number:03}") for number in range(300)]
    for number in range(KILLS // 4):
        path = tmp_path / f"{number}" / "history.db"
        make_version_1(path, old)
        before = path.read_bytes()
        writers.killed_one(path, "new", savings=0, milliseconds=30)
        assert set(ids(old)) <= set(ids(History(path).sessions()))
        goes_on(path)
        assert set(ids(old)) <= set(ids(History(path).sessions()))
        assert ask(path, "PRAGMA integrity_check") == [("ok",)]
        copies = list(path.parent.glob("history-v1*.db"))
        assert copies
        assert {copy.read_bytes() == before for copy in copies} == {True}
