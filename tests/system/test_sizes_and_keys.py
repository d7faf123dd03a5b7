"""Every screen keeps its footer at every size, and no key that a footer names is silent."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Final

import pytest

from tests.system.program import (
    FOOTUI,
    LONG,
    big_words,
    folders_in,
    follows,
    footer_keys,
    has_routine,
    without_pause_length,
)
from tests.system.terminal import NotSeenError, Terminal
from tests.system.tmux import Tmux

SIZES: Final = ((60, 20), (80, 24), (120, 40), (200, 60), (40, 10))
SCREENS: Final = ("home", "catalogue", "live", "finished")
SETTLING_SECONDS: Final = 3.0
STILL_SECONDS: Final = 0.3
_BETWEEN_LOOKS: Final = 0.03

PRESSED: Final = {"esc": "escape", "±": "+", "←→": "right"}
"""What to press for a key, where the footer has a shorter name for it."""


def command_for(screen: str) -> list[str]:
    return [*FOOTUI, "run", "long"] if screen in ("live", "finished") else FOOTUI


# Sizes


def at_each_size(folder: Path, screen: str) -> dict[tuple[int, int], str]:
    """Go to a screen in tmux, and give the pane each size; return what it shows."""
    folders = folders_in(folder)
    has_routine(folders, "long", LONG)
    follows(folders, "twenty-minutes")
    pictures = {}
    with Tmux(command_for(screen), env=folders) as tmux:
        match screen:
            case "home":
                tmux.wait_for("Due now")
            case "catalogue":
                tmux.wait_for("Due now")
                tmux.send_keys("2")
                tmux.wait_for("42 exercises")
            case "live":
                tmux.wait_for(re.compile("0:0[1-9] of 1:01"))
            case _:
                tmux.wait_for("of 1:01")
                tmux.send_keys("escape")
                tmux.wait_for("End this session?")
                tmux.send_keys("w")
                tmux.wait_for("Ended early")
        for columns, rows in SIZES:
            tmux.resize(columns, rows)
            pictures[columns, rows] = settled(tmux, rows)
    return pictures


def settled(tmux: Tmux, rows: int) -> str:
    """Return the picture once its last row has held the keys for a while, which tmux's own cut of an old one does not.

    Where that does not come the picture is returned as it is; the test says what is missing.
    """
    began = since = time.monotonic()
    while (now := time.monotonic()) - began < SETTLING_SECONDS:
        picture = tmux.capture()
        lines = picture.removesuffix("\n").split("\n")
        if len(lines) != rows or "? keys" not in lines[-1]:
            since = now
        elif now - since > STILL_SECONDS:
            break
        time.sleep(_BETWEEN_LOOKS)
    return picture


@pytest.fixture(scope="module", autouse=True)
def pool() -> Iterator[ThreadPoolExecutor]:
    """Where programs run side by side, as most of their time is waiting."""
    with ThreadPoolExecutor(max_workers=4) as pool:
        yield pool


@pytest.fixture(scope="module")
def sizes(
    pool: ThreadPoolExecutor, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Future[dict[tuple[int, int], str]]]:
    """Each screen at each size."""
    return {screen: pool.submit(at_each_size, tmp_path_factory.mktemp("sizes"), screen) for screen in SCREENS}


@pytest.mark.needs_tmux
@pytest.mark.parametrize("size", SIZES, ids=[f"{columns}x{rows}" for columns, rows in SIZES])
@pytest.mark.parametrize("screen", SCREENS)
def test_at_every_size_the_last_row_holds_the_keys_and_no_row_is_too_long(
    sizes: dict[str, Future[dict[tuple[int, int], str]]], screen: str, size: tuple[int, int]
) -> None:
    columns, rows = size
    picture = sizes[screen].result()[size].removesuffix("\n").split("\n")
    assert len(picture) == rows
    assert max(map(len, picture)) <= columns
    assert "? keys" in picture[-1], "\n".join(picture)
    assert picture[0].strip(), "the first row names the screen"


# Keys


def opened(screen: str, folders: dict[str, str]) -> Terminal:
    """Return a terminal that shows a screen, standing still: a live session is paused."""
    terminal = Terminal(command_for(screen), env=folders)
    try:
        match screen:
            case "home":
                terminal.wait_for("Due now")
            case "catalogue":
                terminal.wait_for("Due now")
                terminal.press("2")
                terminal.wait_for("42 exercises")
            case "live":
                terminal.wait_for(re.compile("0:0[1-9] of 1:01"))
                terminal.press("space")
                terminal.wait_until(lambda it: "PAUSED" in big_words(it.screen_text()), what="PAUSED")
            case _:
                terminal.wait_for("of 1:01")
                terminal.press("escape")
                terminal.wait_for("End this session?")
                terminal.press("w")
                terminal.wait_for("0 reps")
        terminal.wait_for("? keys")
        terminal.wait_quiet(0.15)
    except BaseException:
        terminal.close()
        raise
    return terminal


def standing(terminal: Terminal) -> str:
    """The picture without the one thing that moves while a session is paused."""
    return without_pause_length(terminal.screen_text())


def comes_to_nothing(folder: Path, screen: str, key: str) -> bool:
    """Press a key in a fresh program; tell whether neither the picture changes nor the program ends."""
    with opened(screen, own(folder)) as terminal:
        before = standing(terminal)
        terminal.press(PRESSED.get(key, key))
        try:
            terminal.wait_until(lambda it: standing(it) != before or not it.processes(), 2)
        except NotSeenError:
            return bool(terminal.processes())
        return False


def press_all(folder: Path, screen: str, pool: ThreadPoolExecutor) -> dict[str, Future[bool]]:
    """Press each key that a screen's footer names; for each, whether it comes to nothing."""
    with opened(screen, own(folder / "first")) as terminal:
        keys = footer_keys(terminal)
    return {key: pool.submit(comes_to_nothing, folder / str(number), screen, key) for number, key in enumerate(keys)}


def own(folder: Path) -> dict[str, str]:
    """Folders for one program alone: of two sessions that share theirs, one is refused."""
    folders = folders_in(folder)
    has_routine(folders, "long", LONG)
    follows(folders, "twenty-minutes")  # of several sessions a day: it has the most keys
    return folders


@pytest.fixture(scope="module")
def pressed(
    pool: ThreadPoolExecutor, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Future[dict[str, Future[bool]]]]:
    """Each key of each screen's footer."""
    return {screen: pool.submit(press_all, tmp_path_factory.mktemp("keys"), screen, pool) for screen in SCREENS}


@pytest.mark.parametrize("screen", SCREENS)
def test_every_key_of_a_footer_does_something(pressed: dict[str, Future[dict[str, Future[bool]]]], screen: str) -> None:
    keys = pressed[screen].result()
    assert "?" in keys
    assert len(keys) >= 3
    assert [key for key, is_silent in keys.items() if is_silent.result()] == []
