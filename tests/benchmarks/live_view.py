"""What the live view costs while somebody holds a movement: bytes on the line, and the processor."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.subject import FOOTUI, has_picture, routine, shown
from tests.benchmarks.table import Row

SECONDS = 30.0

_LONG_HOLD = """\
format = 1
title = "A long hold"
timing = { prepare = 0 }
[[steps]]
exercise = "toe-press"
hold = 300
"""


def live_rows() -> Iterator[Row]:
    """Measure half a minute of one hold."""
    with routine(_LONG_HOLD) as path, shown(FOOTUI, "run", path) as terminal:
        terminal.wait_until(has_picture, what="the live view")
        terminal.wait_quiet()
        bytes_before, cpu_before, began = terminal.byte_count, terminal.cpu_seconds(), terminal.now()
        terminal.pump(SECONDS)
        took = terminal.now() - began
        written = (terminal.byte_count - bytes_before) / took
        busy = (terminal.cpu_seconds() - cpu_before) / took
        memory = sum(process.memory_info().rss for process in terminal.processes()) / 1e6
    yield Row("live view, a hold: written", written, "B/s", limit=700)
    yield Row("live view, a hold: processor", busy * 100, "% of a core", limit=2)
    yield Row("live view, a hold: memory", memory, "MB")
