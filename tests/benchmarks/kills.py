"""What `kill -9` costs: a session that is gone on with, and writers of the history, killed at random moments."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.subject import person
from tests.benchmarks.table import Row
from tests.system.killed_writers import Said, damage, goes_on, missing, torn, writers
from tests.system.kills import is_whole, kills

LONGEST = 3.0
"""Seconds of work before a kill, at most."""


def kill_rows(count: int) -> Iterator[Row]:
    """Kill so many times; the moments are other ones each time."""
    with person() as folders:
        seen = list(kills(folders, count, LONGEST, random.Random()))  # noqa: S311  # no secret hangs on it
        whole = is_whole(folders)
    yield Row("kill -9: gone on with", len(seen), f"of {count}")
    yield Row("kill -9: work lost, the most", max(kill.lost for kill in seen) * 1000, "ms", limit=1000)
    yield Row("kill -9: work counted twice, the most", max(-kill.lost for kill in seen) * 1000, "ms", limit=50)
    yield Row("kill -9: damaged histories", int(not whole), "", limit=0)
    yield from _written_rows(count)


def _written_rows(count: int) -> Iterator[Row]:
    """Kill so many writers of one history in the midst of saving, correcting, deleting and importing."""
    said: Said = {}
    lost: set[object] = set()
    halves: set[object] = set()
    damaged = 0
    with tempfile.TemporaryDirectory() as folder, writers() as started:
        path = Path(folder) / "history.db"
        for number in range(count):
            said |= started.killed_one(path, f"round{number}", writings=40, milliseconds=6)
            if path.exists():
                damaged += bool(damage(path))
                halves.update(torn(path))
        damaged += not goes_on(path)
        lost.update(missing(path, said))
    yield Row("kill -9 of a writer: what it said was written", len(said), f"in {count} kills")
    yield Row("kill -9 of a writer: damaged histories", damaged, "", limit=0)
    yield Row("kill -9 of a writer: writings lost", len(lost), "", limit=0)
    yield Row("kill -9 of a writer: sessions and imports in part", len(halves), "", limit=0)
