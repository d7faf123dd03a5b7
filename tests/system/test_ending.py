"""What ends the program from outside: it is gone at once, the terminal is put right, and what was done is kept."""

from __future__ import annotations

import os
import pty
import re
import signal
import termios
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from itertools import cycle
from pathlib import Path
from typing import Any, Final

import pytest

from footui.terminal_driver import LEAVE_FULL_SCREEN, leave_full_screen_now
from tests.system.output import Modes, pieces_of
from tests.system.program import (
    FOOTUI,
    LONG,
    NOTHING_FOLLOWED,
    care_answered,
    folders_in,
    has_routine,
    is_put_right,
    written_down,
)
from tests.system.terminal import PATIENCE, NotSeenError, Terminal

GONE_SECONDS: Final = 1.5
GONE_SECONDS_STALLED: Final = 2.0
OLDEST_SECONDS: Final = 1.1
"""How much of what was done may be missing, at most."""

HANG_UP: Final = "the terminal goes"
HANG_UP_IGNORED: Final = "the terminal goes, where a parent ignored SIGHUP"
SIGNALS: Final = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)
WAYS: Final = (*(number.name for number in SIGNALS), HANG_UP, HANG_UP_IGNORED)
IGNORING_HANG_UPS: Final = ("sh", "-c", 'trap "" HUP; exec "$@"', "sh")


@dataclass(frozen=True, slots=True)
class End:
    """What was seen when a running program was ended."""

    status: int
    seconds: float
    put_right: bool | None
    """Whether the terminal was put right; None where there was none any more."""
    processes_left: int
    sessions: list[dict[str, Any]]
    had_done: float
    """The seconds of work that had been done when it was ended, at least."""


def end(folder: Path, place: str, way: str) -> End:
    """Start the program, go to a place, and end it in this way."""
    folders = folders_in(folder)
    has_routine(folders, "long", LONG)
    command = [*FOOTUI, "run", "long"] if place == "session" else FOOTUI
    if way == HANG_UP_IGNORED:
        command = [*IGNORING_HANG_UPS, *command]
    with Terminal(command, env=folders) as terminal:
        terminal.wait_for(re.compile("0:0[2-9] of 1:01") if place == "session" else NOTHING_FOLLOWED)
        began = terminal.now()
        if way in (HANG_UP, HANG_UP_IGNORED):
            terminal.hang_up()
            put_right = None
            status = terminal.wait_end(PATIENCE)
        else:
            terminal.signal(signal.Signals[way])
            status = terminal.wait_end(PATIENCE)
            put_right = is_put_right(terminal.modes) and terminal.line_is_cooked()
        seconds = terminal.now() - began
        left = len(terminal.processes())
    return End(status, seconds, put_right, left, written_down(folders), 1.0)


@pytest.fixture(scope="module")
def pool() -> Iterator[ThreadPoolExecutor]:
    """Where programs run side by side, as most of their time is waiting."""
    with ThreadPoolExecutor(max_workers=6) as pool:
        yield pool


@pytest.fixture(scope="module", autouse=True)
def ends(pool: ThreadPoolExecutor, tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Future[End]]:
    """Each way of being ended, during a session and at home."""
    return {
        (place, way): pool.submit(end, tmp_path_factory.mktemp("end"), place, way)
        for place in ("session", "home")
        for way in WAYS
    }


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("place", ["session", "home"])
def test_what_ends_the_program_ends_it_at_once_and_is_its_exit_status(
    ends: dict[tuple[str, str], Future[End]], place: str, way: str
) -> None:
    was = ends[place, way].result()
    number = signal.SIGHUP if way in (HANG_UP, HANG_UP_IGNORED) else signal.Signals[way]
    assert was.status == 128 + number
    assert was.seconds < GONE_SECONDS
    assert was.processes_left == 0


@pytest.mark.parametrize("way", [number.name for number in SIGNALS])
@pytest.mark.parametrize("place", ["session", "home"])
def test_a_signal_leaves_the_terminal_as_the_shell_wants_it(
    ends: dict[tuple[str, str], Future[End]], place: str, way: str
) -> None:
    assert ends[place, way].result().put_right


@pytest.mark.parametrize("way", WAYS)
def test_a_session_that_was_cut_off_is_open_with_what_was_done(
    ends: dict[tuple[str, str], Future[End]], way: str
) -> None:
    (session,) = ends["session", way].result().sessions
    assert session["status"] == "open"
    assert session["planned_work_seconds"] == 60
    assert 1.0 <= session["done_work_seconds"] < 1.0 + OLDEST_SECONDS
    took = datetime.fromisoformat(session["ended"]) - datetime.fromisoformat(session["started"])
    assert took.total_seconds() == pytest.approx(session["done_work_seconds"] + 1.0, abs=0.1)


@pytest.mark.parametrize("way", WAYS)
def test_at_home_nothing_is_written_down(ends: dict[tuple[str, str], Future[End]], way: str) -> None:
    assert ends["home", way].result().sessions == []


def test_a_signal_in_the_very_first_moment_leaves_a_terminal_that_is_right(own_folders: dict[str, str]) -> None:
    with Terminal(FOOTUI, env=own_folders) as terminal:
        terminal.wait_until(lambda it: it.byte_count > 0, what="a first byte")
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_end(GONE_SECONDS) == 128 + signal.SIGTERM
        assert is_put_right(terminal.modes)
        assert terminal.line_is_cooked()


# A link that stalls


def stall(terminal: Terminal) -> None:
    """Let nothing that is written to the terminal get through, as a link does that has stalled."""
    tty = os.open(f"/proc/{terminal.pid}/fd/0", os.O_RDWR | os.O_NOCTTY)
    termios.tcflow(tty, termios.TCOOFF)
    os.close(tty)


def end_stalled(folder: Path, place: str, way: str) -> End:
    """End the program when it has painted more than a stalled terminal takes in."""
    folders = folders_in(folder)
    has_routine(folders, "long", LONG)
    with Terminal([*FOOTUI, "run", "long"] if place == "session" else FOOTUI, env=folders) as terminal:
        terminal.wait_for(re.compile("0:0[1-9] of 1:01") if place == "session" else NOTHING_FOLLOWED)
        stall(terminal)
        stalled, had_done = terminal.now(), 0.0
        sizes = cycle([(300, 100), (299, 99)])
        while terminal.now() - stalled < 3 or (place == "session" and had_done < 3):
            terminal.resize(*next(sizes))
            terminal.pump(0.03)
            had_done = max([session["done_work_seconds"] for session in written_down(folders)], default=0)
            if terminal.now() - stalled > PATIENCE:
                raise NotSeenError(f"{had_done} s of work are written down")
        began = terminal.now()
        if way == HANG_UP:
            terminal.hang_up()
            status = terminal.wait_end(PATIENCE)
            put_right = None
        else:
            terminal.signal(signal.SIGTERM)
            status = terminal.wait_end(PATIENCE)
            put_right = terminal.line_is_cooked()
        return End(
            status, terminal.now() - began, put_right, len(terminal.processes()), written_down(folders), had_done
        )


@pytest.fixture(scope="module", autouse=True)
def stalled_ends(
    pool: ThreadPoolExecutor, tmp_path_factory: pytest.TempPathFactory
) -> dict[tuple[str, str], Future[End]]:
    """A signal and a hang-up, during a session and at home, each on a link that stalls."""
    return {
        (place, way): pool.submit(end_stalled, tmp_path_factory.mktemp("stalled"), place, way)
        for place in ("session", "home")
        for way in ("SIGTERM", HANG_UP)
    }


@pytest.mark.parametrize("way", ["SIGTERM", HANG_UP])
@pytest.mark.parametrize("place", ["session", "home"])
def test_a_stalled_link_keeps_no_program_alive(
    stalled_ends: dict[tuple[str, str], Future[End]], place: str, way: str
) -> None:
    was = stalled_ends[place, way].result()
    assert was.status == 128 + (signal.SIGTERM if way == "SIGTERM" else signal.SIGHUP)
    assert was.seconds < GONE_SECONDS_STALLED
    assert was.processes_left == 0
    assert was.put_right is not False


@pytest.mark.parametrize("way", ["SIGTERM", HANG_UP])
def test_while_a_link_stalls_the_session_goes_on_and_is_written_down(
    stalled_ends: dict[tuple[str, str], Future[End]], way: str
) -> None:
    was = stalled_ends["session", way].result()
    (session,) = was.sessions
    assert session["status"] == "open"
    assert 3 <= was.had_done <= session["done_work_seconds"] < was.had_done + 2 * OLDEST_SECONDS


def test_the_hard_way_out_says_all_it_must_and_leaves_the_terminal_to_the_shell() -> None:
    near, far = pty.openpty()
    try:
        before = termios.tcgetattr(far)
        raw = termios.tcgetattr(far)
        raw[3] &= ~(termios.ECHO | termios.ICANON)
        termios.tcsetattr(far, termios.TCSANOW, raw)
        leave_full_screen_now(far, far, before)
        assert termios.tcgetattr(far) == before
        assert os.read(near, 4096) == LEAVE_FULL_SCREEN.encode()
    finally:
        os.close(near)
        os.close(far)


def test_the_hard_way_out_waits_for_nobody_and_leaves_the_shell_a_terminal_that_waits() -> None:
    near, far = pty.openpty()
    try:
        termios.tcflow(far, termios.TCOOFF)
        began = time.perf_counter()
        leave_full_screen_now(far, far, None)
        assert time.perf_counter() - began < 0.1
        assert os.get_blocking(far), "a shell that reads from it would fail"
    finally:
        os.close(near)
        os.close(far)


def test_what_the_hard_way_out_says_switches_off_all_that_the_program_switches_on(own_folders: dict[str, str]) -> None:
    care_answered(own_folders)
    with Terminal(FOOTUI, env=own_folders) as terminal:
        terminal.wait_for(NOTHING_FOLLOWED)
        modes = Modes(set(terminal.modes.on), set(terminal.modes.off), terminal.modes.keyboard_depth)
        assert not is_put_right(modes)
    for piece in pieces_of(LEAVE_FULL_SCREEN.encode())[0]:
        modes.note(piece)
    assert is_put_right(Modes(modes.on - {2026}, modes.off - {2026}, modes.keyboard_depth))
