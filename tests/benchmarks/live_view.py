"""What the live view costs: bytes on the line and the processor, in a hold and over a session as it is."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from tests.benchmarks.slow_keys import key_rows
from tests.benchmarks.subject import FOOTUI, SLUG, has_picture, routine, shown
from tests.benchmarks.table import Row
from tests.system.terminal import Terminal

HOLD_SECONDS = 30.0
SESSION_SECONDS = 180.0
WHOLE_SESSION_SECONDS = 400.0
"""Of the 6:44 of the routine; its last picture is another screen."""

_LONG_HOLD = """\
format = 1
title = "A long hold"
timing = { prepare = 0 }
[[steps]]
exercise = "toe-press"
hold = 300
"""


def live_rows(*, whole: bool = False) -> Iterator[Row]:
    """Measure a hold; then three minutes of a session, or the whole, and beside it keys on a slow line."""
    yield from hold_rows()
    seconds = WHOLE_SESSION_SECONDS if whole else SESSION_SECONDS
    with ThreadPoolExecutor() as threads:
        session = threads.submit(lambda: list(session_rows(seconds)))
        keys = threads.submit(lambda: list(key_rows()))
        yield from session.result()
        yield from keys.result()


def hold_rows() -> Iterator[Row]:
    """Measure half a minute of one hold."""
    with routine(_LONG_HOLD) as path, shown(FOOTUI, "run", path) as terminal:
        terminal.wait_until(has_picture, what="the live view")
        terminal.wait_quiet()
        yield from _costs("live view, a hold", terminal, HOLD_SECONDS)
        memory = sum(process.memory_info().rss for process in terminal.processes()) / 1e6
    yield Row("live view, a hold: memory", memory, "MB")


def session_rows(seconds: float) -> Iterator[Row]:
    """Measure so many seconds of a shipped routine, at true speed, without its first picture."""
    with shown(FOOTUI, "run", SLUG) as terminal:
        terminal.wait_until(has_picture, what="the live view")
        terminal.wait_quiet(0.2)
        yield from _costs(f"live view, {seconds:.0f} s of a session", terminal, seconds)


def _costs(what: str, terminal: Terminal, seconds: float) -> Iterator[Row]:
    bytes_before, cpu_before, began = terminal.byte_count, terminal.cpu_seconds(), terminal.now()
    terminal.pump(seconds)
    took = terminal.now() - began
    yield Row(f"{what}: written", (terminal.byte_count - bytes_before) / took, "B/s", limit=700)
    yield Row(f"{what}: processor", (terminal.cpu_seconds() - cpu_before) / took * 100, "% of a core", limit=2)
