"""`kill -9` costs at most a second of work, and nothing is counted twice; `make bench ARGS=--kills` kills 200 times."""

from __future__ import annotations

import random
from pathlib import Path

from tests.system.kills import is_whole, kills
from tests.system.program import folders_in

SEEN_LATE = 0.25
"""Seconds by which a busy machine may show the beginning of work too late."""


def test_a_session_killed_again_and_again_is_gone_on_with_each_time(tmp_path: Path) -> None:
    folders = folders_in(tmp_path)
    for kill in kills(folders, 6, 1.6, random.Random(7)):  # noqa: S311  # no secret hangs on it
        assert -SEEN_LATE <= kill.lost <= 1.0 + SEEN_LATE, kill
        assert is_whole(folders)
