"""Kills programs that write a history at whatever moment, and tells what is wrong with it after."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from footui.storage.history import History
from tests.storage.session_records import ask

BUSY_HISTORY: Final = str(Path(__file__).with_name("busy_history.py"))
_ALL: Final = """
    SELECT id, json_extract(object, '$.count'), status, json_extract(object, '$.note'),
        json_extract(start, '$.session'), json_extract(state, '$.count')
    FROM sessions LEFT JOIN journals ON session = id
"""
_LAST_COUNT: Final = 9
_IMPORTED_AT_ONCE: Final = 30

Said = dict[tuple[str, str], int]
"""What a writer said was on the disk: what it did, with which session or import, and the number that goes with it."""


class Writers:
    """Starts writers and kills each of them at some moment."""

    def __init__(self, process: subprocess.Popen[bytes], chance: random.Random) -> None:
        self._process = process
        self._chance = chance

    def killed_one(self, path: Path, word: str, *, writings: int, milliseconds: float) -> Said:
        """Let one write, kill it up to so many writings and milliseconds later; return what it said."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{path} {word}\n".encode())
        self._process.stdin.flush()
        said: Said = {}
        process = 0
        wanted = self._chance.randint(0, writings)
        while not process or wanted:
            what, *rest = self._line()
            if what == "begun":
                process = int(rest[0])
            else:
                said[what, rest[0]] = int(rest[1])
                wanted -= wanted > 0
        self._let_pass(self._chance.uniform(0, milliseconds) / 1000)
        os.kill(process, signal.SIGKILL)
        while (line := self._line())[0] != "ended":
            said[line[0], line[1]] = int(line[2])
        assert line == ["ended", str(-signal.SIGKILL)]
        return said

    def _line(self) -> list[str]:
        assert self._process.stdout is not None
        return self._process.stdout.readline().decode().split()

    @staticmethod
    def _let_pass(seconds: float) -> None:
        """Wait more exactly than the system's sleep: writings take a millisecond."""
        until = time.perf_counter() + seconds
        while time.perf_counter() < until:
            pass


@contextmanager
def writers() -> Iterator[Writers]:
    """Have a program that starts writers, with other moments of their ends each time."""
    words = [sys.executable, BUSY_HISTORY]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        yield Writers(process, random.Random())  # noqa: S311  # nothing secret hangs on it
        process.communicate(timeout=30)


def damage(path: Path) -> list[object]:
    """Return what SQLite finds wrong with the file."""
    return [row for row in ask(path, "PRAGMA integrity_check") if row != ("ok",)]


def missing(path: Path, said: Said) -> list[object]:
    """Return what was said to be on the disk and is not."""
    found = {row[0]: row for row in ask(path, _ALL)}
    return [fact for fact, number in said.items() if not _is_there(found, *fact, number)]


def _is_there(found: dict[str, tuple[Any, ...]], what: str, name: str, number: int) -> bool:
    if what == "imported":
        return all(f"{name}.{each}" in found for each in range(number))
    if name not in found:
        return False
    _, count, status, note, *_ = found[name]
    match what:
        case "saved":
            return bool(count >= number and (count < _LAST_COUNT or status in {"finished", "deleted"}))
        case "corrected":
            return bool(note == "corrected")
        case _:
            return bool(status == "deleted")


def torn(path: Path) -> list[object]:
    """Return what was written in part: a session and a journal that do not fit, or half of an import."""
    rows = ask(path, _ALL)
    imports: dict[str, int] = {}
    found: list[object] = []
    for name, count, status, _, journal, journal_count in rows:
        if count is None and "." in name:
            word = name.rpartition(".")[0]
            imports[word] = imports.get(word, 0) + 1
        elif (journal, journal_count) != ((None, None) if status == "deleted" else (name, count)):
            found.append(name)
    return [*found, *(word for word, number in imports.items() if number != _IMPORTED_AT_ONCE)]


def goes_on(path: Path) -> bool:
    """Whether the next one writes as if nothing had been, and finds no damage."""
    history = History(path)
    history.answer("asked", value=True)
    return history.notice is None and history.answers() == {"asked": True}
