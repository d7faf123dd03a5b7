"""On a slow line the picture is made of few bytes, and what is asked for is seen at once."""

from __future__ import annotations

import inspect
import sys
from pathlib import Path

from textual import app as textual_app
from textual.app import App

from footui.terminal_driver import SYNC_BEGIN, SYNC_END
from tests.system.program import FOOTUI, LONG, folders_in, has_routine
from tests.system.terminal import Terminal

BYTES_A_SECOND = "2000"


def a_session(folder: Path) -> dict[str, str]:
    """A person with a routine that outlasts the test."""
    folders = folders_in(folder)
    has_routine(folders, "long", LONG)
    return folders


def test_a_line_that_takes_little_gets_a_picture_of_few_cells(tmp_path: Path) -> None:
    line = [sys.executable, "-m", "tests.benchmarks.slow_line", BYTES_A_SECOND]
    with Terminal([*line, *FOOTUI, "run", "long"], env=a_session(tmp_path)) as terminal:
        terminal.wait_for("H O L D", timeout=30)
        terminal.wait_until(lambda seen: seen.screen_text().isascii(), what="characters of one byte")
        before = terminal.byte_count
        terminal.press("space")
        terminal.wait_for("P A U S E D")
        terminal.wait_quiet(0.2)
        assert terminal.byte_count - before < 400


def test_a_quick_line_has_the_large_picture(tmp_path: Path) -> None:
    with Terminal([*FOOTUI, "run", "long"], env=a_session(tmp_path)) as terminal:
        terminal.wait_for("██████", timeout=30)
        terminal.wait_for("of 1:01")
        assert "H O L D" not in terminal.screen_text()


def test_textual_marks_its_pictures_as_we_expect_it() -> None:
    assert (vars(textual_app)["SYNC_START"], vars(textual_app)["SYNC_END"]) == (SYNC_BEGIN, SYNC_END)
    assert hasattr(App(), "_sync_available")
    assert "write" in inspect.unwrap(App._begin_update).__code__.co_names
