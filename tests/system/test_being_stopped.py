"""A session whose program is stopped and woken: nothing is lost, no key is doubled, the shell gets its terminal."""

from __future__ import annotations

import re
import shlex
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import psutil
import pytest

from tests.system.processes import is_alive
from tests.system.program import (
    FOOTUI,
    LONG,
    big_words,
    folders_in,
    has_routine,
    is_put_right,
    without_pause_length,
    written_down,
)
from tests.system.terminal import NotSeenError, Terminal

STOP_SECONDS: Final = 4.0
GONE_SECONDS: Final = 1.5
SHORT: Final = LONG.replace("hold = 60", "hold = 3")
SENTENCE: Final = "Footui was stopped for 4 s."
KEYS: Final = 10
FULL_SCREEN: Final = b"\x1b[?1049h"
SIGNALS: Final = (signal.SIGSTOP, signal.SIGTSTP)
NAMES: Final = [number.name for number in SIGNALS]


@dataclass(frozen=True, slots=True)
class Woken:
    """What was seen of a session that was stopped in the middle of a hold, woken, and gone through to its end."""

    given_back: bool
    threads: tuple[int, int]
    picture: str
    whole_picture: str
    stopped_seconds: float
    record: dict[str, Any]
    status: int


def kept_modes(terminal: Terminal) -> set[int]:
    """Return the modes that are on, but for the one that is on only while a picture is sent."""
    return terminal.modes.on - {2026}


def stop_and_wake(folder: Path, number: signal.Signals) -> Woken:
    folders = folders_in(folder)
    has_routine(folders, "short", SHORT)
    with Terminal([*FOOTUI, "run", "short"], env=folders) as terminal:
        terminal.wait_for("0:02 of 0:04")
        process = psutil.Process(terminal.pid)
        threads, modes = process.num_threads(), kept_modes(terminal)
        stopped = terminal.now()
        terminal.signal(number)
        terminal.wait_until(lambda _: process.status() == psutil.STATUS_STOPPED, what="a stop")
        terminal.pump(STOP_SECONDS - (terminal.now() - stopped))
        given_back = is_put_right(terminal.modes) and terminal.line_is_cooked()
        terminal.screen.reset()  # what others may have left of the picture

        terminal.signal(signal.SIGCONT)
        terminal.wait_for(SENTENCE)
        terminal.wait_until(lambda it: kept_modes(it) == modes and "? keys" in it.screen_text(), what="modes and keys")
        terminal.wait_quiet(0.2)
        picture = terminal.screen_text()
        terminal.resize(100, 30)
        terminal.wait_for("session 1 of 1 · ends")
        terminal.wait_until(lambda it: "? keys" in it.screen_text().split("\n")[-1], what="the larger picture")
        terminal.resize(80, 24)
        with suppress(NotSeenError):  # what differs is told below
            terminal.wait_until(lambda it: it.screen_text() == picture, 3)
        whole_picture = terminal.screen_text()

        terminal.press(*["up"] * KEYS)
        terminal.wait_for("of 0:54")
        terminal.press(*["down"] * KEYS)
        terminal.wait_for("of 0:04")
        threads_after = process.num_threads()
        terminal.press("space")
        terminal.wait_until(lambda it: "HOLD" in big_words(it.screen_text()), what="HOLD")
        stopped_seconds = terminal.now() - stopped
        terminal.wait_for("Took")
        (record,) = written_down(folders)
        terminal.press("enter")
        status = terminal.wait_end()
    return Woken(
        given_back,
        (threads, threads_after),
        picture,
        whole_picture,
        stopped_seconds,
        record,
        status,
    )


# A job of a shell


@dataclass(frozen=True, slots=True)
class Job:
    """A session as a stopped job of a shell."""

    shell: Terminal
    folders: dict[str, str]
    process: psutil.Process

    def says(self, words: str, wanted: str) -> None:
        """Type a line into the shell, and wait for what comes of it."""
        self.shell.type(f"{words}\n")
        self.shell.wait_for(wanted)

    def is_stopped(self) -> bool:
        """Tell whether the session's program is stopped at this moment."""
        return bool(self.process.status() == psutil.STATUS_STOPPED)

    def is_gone(self) -> bool:
        """Tell whether the session has ended within the time it may take."""
        since = self.shell.now()
        self.shell.wait_until(lambda _: not is_alive(self.process), what="the end of the job")
        return self.shell.now() - since < GONE_SECONDS


def as_a_job(folder: Path, number: signal.Signals, do: Callable[[Job], None]) -> None:
    """Start a session from a shell, stop it, and do something with the job."""
    folders = folders_in(folder)
    has_routine(folders, "long", LONG)
    with Terminal(["bash", "--norc", "--noprofile", "-i"], env={**folders, "PS1": "> "}) as shell:
        shell.wait_for(">")
        shell.type(shlex.join([*FOOTUI, "run", "long"]) + "\n")
        shell.wait_for(re.compile("0:0[2-9] of 1:01"))
        (process,) = (found for found in shell.processes() if "long" in found.cmdline())
        process.send_signal(number)
        shell.wait_for("Stopped")
        do(Job(shell, folders, process))


def take_up_again(job: Job) -> None:
    """In the background it stops again; in the foreground it goes on, and ends like any other session."""
    job.shell.type("bg\n")
    job.shell.wait_until(lambda _: not job.is_stopped(), what="going on in the background")
    job.shell.wait_until(lambda _: job.is_stopped(), what="stopped in the background")
    job.says("echo $((6 * 7))", "42")
    taken = job.shell.raw.count(FULL_SCREEN)
    job.shell.type("fg\n")
    job.shell.wait_until(lambda it: it.raw.count(FULL_SCREEN) > taken, what="the full screen")
    job.shell.press("escape")
    job.shell.wait_for("End this session?")
    job.shell.press("w")
    job.shell.wait_for("Ended early")
    job.shell.press("enter")
    job.shell.wait_until(lambda it: {1000, 1049}.isdisjoint(it.modes.on) and it.raw.endswith(b"> "), what="the shell")
    job.says("echo status $?", "status 1")
    assert [session["status"] for session in written_down(job.folders)] == ["stopped"]


def kill(job: Job) -> None:
    """What the shell sends to a stopped job reaches it, and it stays in the history."""
    job.shell.type("kill %1\n")
    assert job.is_gone()
    assert [session["status"] for session in written_down(job.folders)] == ["open"]
    job.says("", "Exit 143")


def leave_the_shell(job: Job) -> None:
    """No stopped process is left for ever when its shell goes."""
    job.says("exit", "stopped jobs")
    job.shell.type("exit\n")
    assert job.is_gone()
    assert [session["status"] for session in written_down(job.folders)] == ["open"]


@pytest.fixture(scope="module")
def pool() -> Iterator[ThreadPoolExecutor]:
    """Where sessions run side by side, as most of their time is waiting."""
    with ThreadPoolExecutor(max_workers=8) as pool:
        yield pool


@pytest.fixture(scope="module", autouse=True)
def jobs(
    pool: ThreadPoolExecutor, tmp_path_factory: pytest.TempPathFactory
) -> dict[tuple[signal.Signals, Callable[[Job], None]], Future[None]]:
    """A shell with a stopped session for each test of it."""
    return {
        (number, do): pool.submit(as_a_job, tmp_path_factory.mktemp("job"), number, do)
        for do in (take_up_again, kill, leave_the_shell)
        for number in SIGNALS
    }


@pytest.fixture(scope="module", autouse=True)
def woken(pool: ThreadPoolExecutor, tmp_path_factory: pytest.TempPathFactory) -> dict[int, Future[Woken]]:
    """A session for each way of being stopped."""
    return {number: pool.submit(stop_and_wake, tmp_path_factory.mktemp("stopped"), number) for number in SIGNALS}


@pytest.mark.parametrize("number", SIGNALS, ids=NAMES)
def test_after_a_stop_the_clock_has_waited_and_every_second_of_work_counts_once(
    woken: dict[int, Future[Woken]], number: signal.Signals
) -> None:
    was = woken[number].result()
    assert was.status == 0
    assert was.record["status"] == "finished"
    assert was.record["paused_seconds"] == pytest.approx(was.stopped_seconds, abs=0.3)
    assert was.record["done_work_seconds"] == was.record["planned_work_seconds"] == 3.0
    assert [(row["done_reps"], row["done_seconds"]) for row in was.record["work"]] == [(1, 3.0)]


@pytest.mark.parametrize("number", SIGNALS, ids=NAMES)
def test_after_a_stop_the_session_is_paused_and_says_why_in_a_whole_picture(
    woken: dict[int, Future[Woken]], number: signal.Signals
) -> None:
    was = woken[number].result()
    assert "PAUSED" in big_words(was.picture)
    assert SENTENCE in was.picture
    assert without_pause_length(was.picture) == without_pause_length(was.whole_picture)


@pytest.mark.parametrize("number", SIGNALS, ids=NAMES)
def test_after_a_stop_no_second_thread_reads_the_keys(woken: dict[int, Future[Woken]], number: signal.Signals) -> None:
    """Each of the keys pressed after it counted once, or the length they change would never have been seen."""
    before, after = woken[number].result().threads
    assert before == after


def test_before_a_stop_that_can_be_foreseen_the_terminal_is_given_back(woken: dict[int, Future[Woken]]) -> None:
    assert woken[signal.SIGTSTP].result().given_back
    assert not woken[signal.SIGSTOP].result().given_back, "it could not know"


@pytest.mark.parametrize("do", [take_up_again, kill, leave_the_shell])
@pytest.mark.parametrize("number", SIGNALS, ids=NAMES)
def test_a_session_is_a_well_behaved_job_of_a_shell(
    jobs: dict[tuple[signal.Signals, Callable[[Job], None]], Future[None]],
    number: signal.Signals,
    do: Callable[[Job], None],
) -> None:
    jobs[number, do].result()
