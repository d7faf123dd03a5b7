"""Whether three minutes take three minutes: the end of a session as it was seen, against its plan.

What is seen is compared with what is seen: from the moment the clock on the screen shows a certain second to
the moment the session is shown as done. The time until the first picture is no part of a session.
"""

from __future__ import annotations

import re
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from tests.benchmarks.subject import FOOTUI, routine, shown
from tests.benchmarks.table import Row

LIMIT_MS = 50

_THREE_MINUTES = """\
format = 1
title = "Three minutes"
timing = { prepare = 7 }
[[steps]]
exercise = "toe-press"
hold = 5
reps = 25
"""
_SECONDS = 180.0
_STOPPED_FOR = 5.0

_DONE = re.compile(r"as planned|Pain after|written down", re.IGNORECASE)
_PAUSED = re.compile(r"was stopped for|Paused", re.IGNORECASE)


def _clock(seconds: int) -> re.Pattern[str]:
    return re.compile(rf"\b{seconds // 60}:{seconds % 60:02} of 3:00")


def _straight_through(path: str) -> float:
    """Return how many milliseconds too late the end of a session comes when nothing disturbs it."""
    with shown(FOOTUI, "run", path) as terminal:
        seen_at = terminal.wait_for(_clock(10), timeout=30)
        done_at = terminal.wait_for(_DONE, timeout=_SECONDS + 10)
    return (done_at - seen_at - (_SECONDS - 10)) * 1000


def _with_a_stop(path: str) -> float:
    """Return the same for a session whose process is stopped for a while and then told to go on.

    The clock waits from the moment the process is stopped to the moment the key is pressed.
    """
    with shown(FOOTUI, "run", path) as terminal:
        seen_at = terminal.wait_for(_clock(60), timeout=90)
        terminal.pump(0.4)
        stopped_at = terminal.now()
        terminal.signal(signal.SIGSTOP)
        terminal.pump(_STOPPED_FOR)
        terminal.signal(signal.SIGCONT)
        terminal.wait_for(_PAUSED)
        went_on_at = terminal.now()
        terminal.press("space")
        done_at = terminal.wait_for(_DONE, timeout=_SECONDS + 10)
    left = _SECONDS - 60 - (stopped_at - seen_at)
    return (done_at - went_on_at - left) * 1000


def accuracy_rows() -> Iterator[Row]:
    """Run both sessions side by side, at true speed."""
    with routine(_THREE_MINUTES) as path, ThreadPoolExecutor() as threads:
        straight, stopped = threads.submit(_straight_through, path), threads.submit(_with_a_stop, path)
        yield Row("3-minute session: its end, off by", abs(straight.result()), "ms", limit=LIMIT_MS)
        what = f"the same, stopped for {_STOPPED_FOR:g} s in between"
        yield Row(what, abs(stopped.result()), "ms", limit=LIMIT_MS)
