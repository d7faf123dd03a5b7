"""Sessions in a real tmux and over a real sshd: a window that comes and goes, a link that breaks."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import termios
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path

import psutil
import pytest

from tests.system.program import (
    FOOTUI,
    LONG,
    big_words,
    folders_in,
    has_routine,
    is_put_right,
    seconds_until_gone,
    written_down,
)
from tests.system.sshd import Sshd
from tests.system.terminal import PATIENCE, Terminal
from tests.system.tmux import Tmux

GONE_SECONDS = 1.5
GONE_SECONDS_STALLED = 2.0
OLDEST_SECONDS = 1.1
SLUG = "long-and-far-away"


@pytest.mark.needs_tmux
def test_a_session_in_tmux_goes_on_while_nobody_is_attached(own_folders: dict[str, str]) -> None:
    has_routine(own_folders, "long", LONG)
    with Tmux([*FOOTUI, "run", "long"], env=own_folders) as tmux:
        with Terminal(tmux.attach_command) as terminal:
            terminal.wait_for("of 1:01")
            terminal.press("ctrl+b", "d")
            assert terminal.wait_end() == 0
        tmux.wait_for(re.compile("0:0[2-9] of 1:01"))
        with Terminal(tmux.attach_command) as terminal:
            terminal.wait_for(re.compile("0:0[3-9] of 1:01"))
            assert "HOLD" in big_words(terminal.screen_text())
            terminal.press("space")
            terminal.wait_until(lambda it: "PAUSED" in big_words(it.screen_text()), what="PAUSED")
            (session,) = written_down(own_folders)
            assert session["paused_seconds"] == 0
            assert session["done_work_seconds"] == pytest.approx(2.5, abs=1)
            terminal.press("escape")
            terminal.wait_for("End this session?")
            terminal.press("w")
            terminal.wait_for("Ended early")
            terminal.press("enter")
            assert tmux.wait_end() == 1


@pytest.fixture(scope="module")
def sshd() -> Iterator[Sshd]:
    """A server for this file."""
    with Sshd() as sshd:
        yield sshd


def far_side(slug: str) -> psutil.Process:
    """Return the program at the far end of a login, by the routine it was given."""
    (found,) = (
        process
        for process in psutil.process_iter(["cmdline"])
        if process.info["cmdline"] and process.info["cmdline"][:3] == FOOTUI and slug in process.info["cmdline"]
    )
    return found


def break_a_link(sshd: Sshd, folder: Path, *, stalled: bool) -> None:
    """Kill the near side of a login in the middle of a session, and look what becomes of the far side."""
    slug = f"{SLUG}-{'stalled' if stalled else 'healthy'}"
    folders = folders_in(folder)
    has_routine(folders, slug, LONG)
    with Terminal(sshd.ssh(*FOOTUI, "run", slug, env=folders)) as terminal:
        terminal.wait_for(re.compile("0:0[2-9] of 1:01"))
        program = far_side(slug)
        if stalled:
            tty = os.open(f"/proc/{program.pid}/fd/0", os.O_RDWR | os.O_NOCTTY)
            termios.tcflow(tty, termios.TCOOFF)
            os.close(tty)
        broke_at = datetime.now().astimezone()
        terminal.signal(signal.SIGKILL)
        assert seconds_until_gone(program) < (GONE_SECONDS_STALLED if stalled else GONE_SECONDS)
    (session,) = written_down(folders)
    assert session["status"] == "open"
    assert 1 <= session["done_work_seconds"] < 60
    assert datetime.fromisoformat(session["ended"]) > broke_at - timedelta(seconds=OLDEST_SECONDS)
    go_on_with(sshd, folders, session["done_work_seconds"])


def go_on_with(sshd: Sshd, folders: dict[str, str], done: float) -> None:
    """Log in again: the session goes on where it was, so many seconds of it done, and is ended and written down."""
    with Terminal(sshd.ssh(*FOOTUI, "resume", env=folders)) as terminal:
        terminal.wait_for(re.compile("R E A D Y"))  # the far locale is no UTF-8
        terminal.wait_for(re.compile("H O L D"))
        began = terminal.now()
        terminal.press("escape")
        terminal.wait_for("End this session?")
        terminal.press("w")
        terminal.wait_for("Ended early")
        most = done + terminal.now() - began + 1
        terminal.press("enter")
        assert terminal.wait_end() == 1
    (session,) = written_down(folders)
    assert session["status"] == "stopped"
    assert done <= session["done_work_seconds"] < most


@pytest.mark.needs_sshd
def test_a_link_that_breaks_ends_the_session_and_keeps_it_to_be_gone_on_with(sshd: Sshd, tmp_path: Path) -> None:
    with ThreadPoolExecutor() as pool:
        broken = [
            pool.submit(break_a_link, sshd, tmp_path / str(stalled), stalled=stalled) for stalled in (False, True)
        ]
    for link in broken:
        link.result()


@pytest.mark.needs_sshd
def test_a_session_over_ssh_gives_the_terminal_back_and_its_status(sshd: Sshd, own_folders: dict[str, str]) -> None:
    words = ("run", "breakfast-lunch-dinner", "--session", "3", "--speed", "100", "--record")
    with Terminal(sshd.ssh(*FOOTUI, *words, env=own_folders)) as terminal:
        terminal.wait_for("Took")
        terminal.press("enter")
        assert terminal.wait_end() == 0
        assert is_put_right(terminal.modes)
    assert [session["status"] for session in written_down(own_folders)] == ["finished"]


@pytest.mark.needs_sshd
def test_over_ssh_without_a_terminal_the_app_says_so_and_ends(sshd: Sshd, own_folders: dict[str, str]) -> None:
    done = subprocess.run(
        sshd.ssh(*FOOTUI, terminal=False, env={**own_folders, "TERM": "xterm"}),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    assert done.returncode == 2
    assert done.stderr.startswith("The full screen needs a terminal")
