"""What `kill -9` costs: one session is killed at random moments, and gone on with, again and again."""

from __future__ import annotations

import random
from collections.abc import Iterator

from tests.benchmarks.subject import person
from tests.benchmarks.table import Row
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
