"""What is measured: footui as installed here, in folders of its own, and the bare programs beside it."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from footui.core.care import CareAnswers
from footui.screens.shelf import CARE
from footui.storage.history import History
from tests.system.terminal import Terminal

FOOTUI: Final = str(Path(sys.executable).with_name("footui"))
SLUG: Final = "breakfast-lunch-dinner"
COLUMNS: Final = 80
ROWS: Final = 24
BARE_PYTHON: Final = (sys.executable, "-c", "pass")
EMPTY_APP: Final = (sys.executable, str(Path(__file__).with_name("empty_app.py")))

VISIBLE_CELLS: Final = 40
"""A picture counts as there once this many cells hold something: what the empty app shows."""

_CONFIG: Final = f"""\
[[follow]]
routine = "{SLUG}"
since = 2026-11-01
"""


@contextmanager
def person() -> Iterator[dict[str, str]]:
    """Give the environment of a person who follows one routine and has not begun yet."""
    with tempfile.TemporaryDirectory(prefix="footui-bench-") as name:
        folder = Path(name)
        for kind in ("config", "data", "state"):
            (folder / kind).mkdir(mode=0o700)
        (folder / "config" / "config.toml").write_text(_CONFIG, encoding="utf-8")
        History(folder / "data" / "history.db").answer(CARE, CareAnswers().plain())  # else their screen is measured
        yield {f"FOOTUI_{kind}_DIR": str(folder / kind.lower()) for kind in ("CONFIG", "DATA", "STATE")}


@contextmanager
def shown(*command: str) -> Iterator[Terminal]:
    """Start a command in a terminal of the design size, as a new person."""
    with person() as folders, Terminal(command, columns=COLUMNS, rows=ROWS, env=folders) as terminal:
        yield terminal


def has_picture(terminal: Terminal) -> bool:
    """Tell whether the first picture is there."""
    return terminal.visible_cells() >= VISIBLE_CELLS


@contextmanager
def routine(text: str) -> Iterator[str]:
    """Give the path of a routine file that holds `text`."""
    with tempfile.TemporaryDirectory(prefix="footui-bench-") as folder:
        path = Path(folder) / "measured.toml"
        path.write_text(text, encoding="utf-8")
        yield str(path)
