"""Kills a session at random moments and goes on with it, again and again; tells what each kill cost.

The session runs line by line in a real pseudo-terminal: its lines tell when work begins, to some milliseconds. What the
history has gained after a kill is compared with how long work went on as it was seen.
"""

from __future__ import annotations

import random
import signal
import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from tests.system.program import FOOTUI, has_routine, written_down
from tests.system.terminal import Terminal

SLUG = "to-be-killed"
_ROUTINE = """\
format = 1
title = "To be killed"
timing = { prepare = 0.1, release = 0.4 }
[[steps]]
exercise = "toe-press"
hold = 300
reps = 20
"""


class Kill(NamedTuple):
    """One kill: seconds of work as seen since the session began or went on, and as the history has gained them."""

    seen: float
    gained: float

    @property
    def lost(self) -> float:
        """Seconds of work that were seen and are not in the history; negative where there are too many."""
        return self.seen - self.gained


def kills(folders: Mapping[str, str], count: int, longest: float, chance: random.Random) -> Iterator[Kill]:
    """Kill one session so many times, each time at most `longest` seconds after its work began or went on."""
    has_routine(folders, SLUG, _ROUTINE)
    done = 0.0
    command = [*FOOTUI, "run", SLUG, "--plain"]
    for _ in range(count):
        with Terminal(command, columns=100, rows=50, env={**folders, "LANG": "C.UTF-8"}) as terminal:
            began = terminal.wait_for("Hold, ")
            terminal.pump(chance.uniform(0.05, longest))
            seen = terminal.now() - began
            terminal.signal(signal.SIGKILL)
            terminal.wait_end()
        (session,) = written_down(folders)
        assert session["status"] == "open", session["status"]
        yield Kill(seen, session["done_work_seconds"] - done)
        done = session["done_work_seconds"]
        command = [*FOOTUI, "resume", "--plain"]


def is_whole(folders: Mapping[str, str]) -> bool:
    """Whether the history is an undamaged database."""
    with sqlite3.connect(Path(folders["FOOTUI_DATA_DIR"]) / "history.db") as connection:
        return bool(connection.execute("PRAGMA integrity_check").fetchone() == ("ok",))
