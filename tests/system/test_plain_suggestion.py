"""The plain session ends with what may be tried next time, as the screen does; no key takes it there."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from tests.system.program import FOOTUI, folders_in, has_routine
from tests.system.terminal import Terminal

SHORT: Final = """\
format = 1
title = "Short"
timing = { prepare = 0.2 }
[[steps]]
exercise = "toe-walk"
move = [0.5, 1]
"""

UP: Final = (
    "Toe walking: two sessions complete at 0.5 s, pain 0. Try 0.75 s? In footui, 4 shows it again, and y takes it."
)


def done_once(folders: dict[str, str], pain: str) -> str:
    """Do the session, answer with this pain for the worst and nothing else, and return all that was said."""
    with Terminal((*FOOTUI, "run", "short", "--plain"), env=folders, rows=60, columns=120) as terminal:
        terminal.wait_for("Worst pain")
        terminal.press(pain)
        terminal.wait_for("Pain now, from 0 to 10?")
        terminal.press("enter")
        terminal.wait_for("Effort?")
        terminal.press("enter")
        terminal.wait_for("A note, in one line?")
        terminal.wait_until(Terminal.line_is_cooked, what="a line that is shown as it is typed")
        terminal.type("\n")
        assert terminal.wait_end() == 0
        return terminal.raw.decode().replace("\r\n", "\n")


def test_it_ends_with_what_may_be_tried_next_time_or_why_nothing_harder_is(tmp_path: Path) -> None:
    folders = folders_in(tmp_path)
    has_routine(folders, "short", SHORT)
    assert "Toe walking: two" not in done_once(folders, "0")
    assert done_once(folders, "0").endswith(f"{UP}\n")
    assert done_once(folders, "4").endswith("Pain was above 2, so nothing harder is suggested.\n")
