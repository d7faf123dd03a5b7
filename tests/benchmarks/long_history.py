"""What twenty years of sessions cost: what is due today, and the screen of what was done."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from tests.benchmarks.long_lists import BUSY_GAP, PROBE_BYTES
from tests.benchmarks.start import medians_in_turns
from tests.benchmarks.subject import BARE_PYTHON, COLUMNS, FOOTUI, ROWS, person
from tests.benchmarks.table import Row
from tests.storage.years_of_sessions import PROGRAMMES, write_years
from tests.system.processes import environment
from tests.system.terminal import Terminal

SESSIONS: Final = 20_000
FEW: Final = 20
OPENINGS: Final = 8
SCREEN_LIMIT_MS: Final = 100

BETWEEN_PICTURES: Final = 0.04
"""Output pieces that follow each other more closely than this are one picture, in seconds."""

COMMAND_LIMIT: Final = 8


def history_rows() -> Iterator[Row]:
    """Measure `footui today` with few and with many sessions, and the screen with many."""
    for count in (FEW, SESSIONS):
        with person() as folders:
            _write(folders, count)
            took = medians_in_turns({"today": (FOOTUI, "today"), "bare": BARE_PYTHON}, environment(folders))
            what = f"footui today, {len(PROGRAMMES)} followed, {count:,} sessions"
            yield Row(what, took["today"], "ms", limit=COMMAND_LIMIT, bare=took["bare"])
            if count == SESSIONS:
                yield from _screen_rows(folders)


def _screen_rows(folders: dict[str, str]) -> Iterator[Row]:
    """From the key to the picture of the screen in full, and to what it suggests; and the same for a day or a week."""
    with Terminal((FOOTUI,), columns=COLUMNS, rows=ROWS, env=folders) as terminal:
        terminal.pump(3)  # the files behind the first picture are read
        answers: dict[str, list[float]] = {"opened": [], "a day or a week on": []}
        suggested = []
        for _ in range(OPENINGS):
            pictures = _answer(terminal, "4")
            answers["opened"].append(pictures[0])
            suggested.append(pictures[-1])
            answers["a day or a week on"] += [_answer(terminal, key)[-1] for key in ("k", "left", "j", "right")]
            _answer(terminal, "escape")
        for what, times in answers.items():
            name = f"history screen, {SESSIONS:,} sessions, {what}"
            yield Row(f"{name}: median", statistics.median(times), "ms", limit=SCREEN_LIMIT_MS)
            yield Row(f"{name}: slowest", max(times), "ms")
        yield Row("its line with what may be tried next: median", statistics.median(suggested), "ms")


def _answer(terminal: Terminal, key: str) -> list[float]:
    """The milliseconds from a key to the last byte of each picture that follows it."""
    pressed = terminal.now()
    terminal.press(key)
    terminal.pump(BUSY_GAP * 4)
    pieces = [chunk.at for chunk in terminal.chunks if chunk.at > pressed and chunk.size > PROBE_BYTES]
    ends = [at for at, after in zip(pieces, [*pieces[1:], math.inf], strict=True) if after - at > BETWEEN_PICTURES]
    return [(at - pressed) * 1000 for at in ends]


def _write(folders: dict[str, str], count: int) -> None:
    """A history that ends today, and a person who follows every routine in it."""
    days = count // len(PROGRAMMES)
    write_years(Path(folders["FOOTUI_DATA_DIR"]) / "history.db", count, datetime.now(UTC) - timedelta(days=days))
    follows = "\n".join(f'[[follow]]\nroutine = "{slug}"\nsince = 2020-01-01\n' for slug in PROGRAMMES)
    (Path(folders["FOOTUI_CONFIG_DIR"]) / "config.toml").write_text(follows, encoding="utf-8")
