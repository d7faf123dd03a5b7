"""Programs that give a cue are real ones here: started right, cut off, killed in time, and none is left."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from footui.core.settings import CueSettings
from footui.session.announcer import Announcer
from footui.session.beside import Outlets
from footui.session.channels.channel import Channel
from footui.session.channels.children import Child, Children
from footui.session.channels.choice import channel
from footui.session.channels.own_command import KILLED_AFTER_SECONDS, OwnCommand
from footui.session.channels.speech import LOOK_AFTER_SECONDS, PROGRAMS, Speech, said_by, speech_program
from footui.session.channels.terminal_facts import terminal_facts
from footui.session.clock import SessionClock
from footui.session.cues import Cue, CueKind, CuePlan
from tests.fakes import SECOND, FakeClock

PATIENCE = 15.0

STUBBORN = """\
import os, pathlib, signal, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
child = os.fork()
pathlib.Path(sys.argv[1], str(os.getpid())).touch()
time.sleep(600)
"""
"""Two processes that pay no heed to SIGTERM; each puts its number down."""

TELLS = """\
import os, pathlib, signal, sys
held = sorted(number.name for number in signal.pthread_sigmask(signal.SIG_BLOCK, ()))
ignored = [name for name in ("SIGPIPE", "SIGHUP") if signal.getsignal(getattr(signal, name)) == signal.SIG_IGN]
told = [os.environ.get(name) for name in ("FOOTUI_CUE", "FOOTUI_COUNT", "FOOTUI_TEXT", "MINE")]
streams = [os.readlink(f"/proc/self/fd/{number}") for number in range(3)]
path = pathlib.Path(sys.argv[1])
words = [repr(one) for one in (sys.argv[2:], told, held, os.getpgrp() == os.getpid(), streams)]
path.with_suffix(".part").write_text("\\n".join(words))
path.with_suffix(".part").rename(path)
"""
"""What a program sees of the world, by its own account."""


def wait_until(condition: Callable[[], bool]) -> None:
    """Wait for something that happens in another process."""
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.005)


def numbers_in(folder: Path, how_many: int) -> list[int]:
    """The processes that have put their numbers down there."""
    wait_until(lambda: len(list(folder.iterdir())) == how_many)
    return [int(path.name) for path in folder.iterdir()]


def all_gone(numbers: list[int]) -> bool:
    """Whether none of these is left, not even as a zombie of ours."""
    left = [number for number in numbers if psutil.pid_exists(number)]
    return not [number for number in left if not is_of_init(number)]


def is_of_init(number: int) -> bool:
    """Whether a process has ended and only waits for somebody else than us to ask for its status."""
    try:
        process = psutil.Process(number)
        return bool(process.status() == psutil.STATUS_ZOMBIE and process.ppid() != os.getpid())
    except psutil.NoSuchProcess:
        return True


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "numbers").mkdir()
    return tmp_path / "numbers"


@pytest.fixture(autouse=True)
def _nothing_left() -> Iterator[None]:
    """No child of this process may be left after a test."""
    before = {child.pid for child in psutil.Process().children()}
    yield
    wait_until(lambda: {child.pid for child in psutil.Process().children()} <= before)


class Running:
    """One channel, with an announcer whose turns are taken by hand."""

    def __init__(self, one: Channel) -> None:
        self.real = FakeClock()
        self.channel = one
        self.announcer = Announcer(SessionClock(self.real), {"one": one}, lambda index: f"phase {index}")
        self.turn_after(0)

    def give(self, kind: CueKind = CueKind.CHANGE, number: int = 0) -> None:
        """Give a cue now."""
        now_ns = self.real.now_ns()
        self.announcer.plan(CuePlan(now_ns, (Cue(now_ns + SECOND, kind, number, 7),)))
        self.turn_after(1)

    def turn_after(self, seconds: float) -> None:
        """Let time pass, then take a turn."""
        self.real.pass_seconds(seconds)
        self.announcer.turn()

    @property
    def problem(self) -> str:
        return self.announcer.problem


def python(*words: str) -> tuple[str, ...]:
    return (sys.executable, "-S", "-c", *words)


def environment(**more: str) -> dict[str, str]:
    return {"PATH": os.environ["PATH"], **more}


# The own command


def test_the_command_is_told_the_cue_and_gets_no_shell_no_terminal_and_no_blocked_signals(tmp_path: Path) -> None:
    told = tmp_path / "told"
    command = OwnCommand(python(TELLS, str(told), "$HOME; *", "two words"), environment(MINE="kept"))
    blocked = {signal.SIGTERM, signal.SIGHUP, signal.SIGINT}
    before = signal.pthread_sigmask(signal.SIG_BLOCK, blocked)
    try:
        Running(command).give(CueKind.COUNT, 3)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
    wait_until(told.exists)
    assert told.read_text().split("\n") == [
        repr(["$HOME; *", "two words"]),
        repr(["count", "3", "3", "kept"]),
        "[]",
        "True",
        repr(["/dev/null"] * 3),
    ]
    command.close()


def test_the_command_is_told_what_comes_with_a_change(tmp_path: Path) -> None:
    told = tmp_path / "told"
    command = OwnCommand(python(TELLS, str(told)), environment())
    Running(command).give(CueKind.CHANGE)
    wait_until(told.exists)
    assert told.read_text().split("\n")[1] == repr(["change", "", "phase 7", None])
    command.close()


def test_a_cue_while_the_command_runs_is_passed_over(folder: Path) -> None:
    command = OwnCommand(python(STUBBORN, str(folder)), environment())
    run = Running(command)
    run.give()
    numbers = numbers_in(folder, 2)
    run.give()
    run.give()
    assert len(command._children._running) == 1
    assert sorted(numbers_in(folder, 2)) == sorted(numbers)
    command.close()
    wait_until(lambda: all_gone(numbers))


def test_a_command_that_pays_no_heed_is_killed_with_all_it_started_when_its_time_is_over(folder: Path) -> None:
    command = OwnCommand(python(STUBBORN, str(folder)), environment())
    run = Running(command)
    run.give()
    numbers = numbers_in(folder, 2)
    run.turn_after(KILLED_AFTER_SECONDS - 0.1)
    assert all(psutil.pid_exists(number) for number in numbers)
    run.turn_after(0.1)
    wait_until(lambda: all_gone(numbers))
    run.give()
    assert len(set(numbers_in(folder, 4)) - set(numbers)) == 2
    run.announcer.close()
    wait_until(lambda: all_gone(numbers_in(folder, 4)))
    assert run.problem == ""


def test_what_a_command_leaves_in_the_background_ends_with_it(folder: Path) -> None:
    script = STUBBORN.replace("time.sleep(600)", "child or time.sleep(600)")
    command = OwnCommand(python(script, str(folder)), environment())
    Running(command).give()
    numbers = numbers_in(folder, 2)
    wait_until(lambda: all_gone(numbers))
    command.close()


def test_a_command_that_is_not_there_or_was_not_set_is_switched_off_with_a_sentence() -> None:
    missing = Running(OwnCommand(("no-such-program",), environment()))
    missing.give()
    assert missing.problem == "Your own command is off: there is no such program that may be run: no-such-program."
    unset = Running(channel("own_command", CueSettings(), Outlets({}, print, print)))
    unset.give()
    assert unset.problem == "Your own command is off: none is set."
    odd = Running(OwnCommand((sys.executable, "\0"), environment()))
    odd.give()
    assert odd.problem == "Your own command is off: an argument holds a character that none may hold."


def test_at_the_hard_end_nothing_is_left_and_nothing_starts_any_more(folder: Path) -> None:
    command = OwnCommand(python(STUBBORN, str(folder)), environment())
    run = Running(command)
    run.give()
    numbers = numbers_in(folder, 2)
    run.announcer.end_children()
    wait_until(lambda: all_gone(numbers))
    run.give()
    assert numbers_in(folder, 2) == numbers
    assert run.problem == ""


# Programs


def test_the_status_of_a_program_is_known_when_it_is_gone() -> None:
    children = Children()
    child = children.start(python("raise SystemExit(3)"), environment())
    assert child is not None
    assert child.gone.wait(PATIENCE)
    assert (child.status, child.was_ended, child.is_running) == (3, False, False)
    killed = children.start(python("import time; time.sleep(600)"), environment())
    assert killed is not None
    children.end(killed)
    assert killed.gone.wait(PATIENCE)
    assert (killed.status, killed.was_ended) == (-signal.SIGKILL, True)
    children.end(killed)  # nothing more happens
    children.close()
    assert children.start(python(""), environment()) is None


def test_to_end_a_program_that_is_gone_hits_no_other_that_has_its_number_now() -> None:
    children = Children()
    bystander = children.start(python("import time; time.sleep(600)"), environment())
    assert bystander is not None
    gone = Children()
    gone.end(Child(bystander.pid))
    gone.close()
    assert bystander.is_running
    assert psutil.Process(bystander.pid).is_running()
    children.close()
    assert bystander.gone.wait(PATIENCE)


# Speech


def speaking(folder: Path, name: str, script: str) -> dict[str, str]:
    """An environment whose PATH has nothing but this speech program."""
    program = folder / "bin" / name
    program.parent.mkdir(exist_ok=True)
    program.write_text(f"#!{sys.executable} -S\n{script}")
    program.chmod(0o755)
    return {"PATH": str(program.parent)}


def speech(variables: dict[str, str], *, over_ssh: bool = False, voice: str = "") -> Speech:
    return Speech(variables, terminal_facts(variables), voice, over_ssh=over_ssh)


SAYS = """\
import pathlib, sys
path = pathlib.Path(sys.argv[0]).parents[1] / "said"
path.with_suffix(".part").write_text(repr(sys.argv[1:]))
path.with_suffix(".part").rename(path)
"""


def test_a_change_is_said_by_the_program_that_is_there(tmp_path: Path) -> None:
    talk = speech(speaking(tmp_path, "espeak-ng", SAYS), voice="en-gb")
    run = Running(talk)
    run.give()
    wait_until((tmp_path / "said").exists)
    assert (tmp_path / "said").read_text() == repr(["-v", "en-gb", "--", "phase 7"])
    assert run.problem == ""
    talk.close()


def test_a_new_saying_cuts_off_the_one_before_and_so_does_mute(folder: Path, tmp_path: Path) -> None:
    script = STUBBORN.replace("sys.argv[1]", repr(str(folder)))
    run = Running(speech(speaking(tmp_path, "say", script)))
    run.give()
    first = numbers_in(folder, 2)
    run.give()
    wait_until(lambda: all_gone(first))
    both = numbers_in(folder, 4)
    assert not all_gone(both)
    run.announcer.mute()
    run.turn_after(0)
    wait_until(lambda: all_gone(both))
    assert run.problem == ""


def test_speech_that_was_cut_off_is_no_failure_and_one_that_ended_badly_is_told(tmp_path: Path) -> None:
    talk = speech(speaking(tmp_path, "spd-say", "raise SystemExit(1)\n"))
    run = Running(talk)
    run.give()
    assert talk._saying is not None
    assert talk._saying.gone.wait(PATIENCE)
    run.turn_after(LOOK_AFTER_SECONDS)
    assert run.problem == "Speech is off: spd-say ended with status 1."


def test_over_ssh_nothing_is_said_unless_asked_for(tmp_path: Path) -> None:
    variables = {**speaking(tmp_path, "say", SAYS), "SSH_TTY": "/dev/pts/3"}
    refused = Running(speech(variables))
    refused.give()
    assert refused.problem.startswith("Speech is off: over SSH it would come out of the other machine.")
    asked = Running(speech(variables, over_ssh=True))
    asked.give()
    wait_until((tmp_path / "said").exists)
    assert (tmp_path / "said").read_text() == repr(["phase 7"])
    assert asked.problem == ""
    asked.announcer.close()


def test_without_a_program_to_speak_that_is_said(tmp_path: Path) -> None:
    run = Running(speech({"PATH": str(tmp_path)}))
    run.give()
    assert run.problem == "Speech is off: none of spd-say, espeak-ng, say is on this machine."
    assert speech_program({"PATH": str(tmp_path)}) is None


def test_the_first_program_that_is_there_speaks(tmp_path: Path) -> None:
    for name in reversed(PROGRAMS):
        assert speech_program(speaking(tmp_path, name, SAYS)) == name


@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize("text", ["-v x", "--stop", "- 3", "[[inpt PHON]] hold", "left; right $HOME\x1b[0m"])
def test_a_text_is_one_argument_and_never_an_option_or_an_order(program: str, text: str) -> None:
    *options, last = said_by(program, text, voice="-v")
    assert not last.startswith("-")
    assert "[[" not in last
    assert last.isprintable()
    assert options == list(said_by(program, "hold", voice="-v")[:-1])


def test_a_voice_is_named_as_each_program_has_it() -> None:
    assert said_by("spd-say", "hold", "Anna") == (
        "spd-say", "--application-name", "footui", "--priority", "text", "--synthesis-voice", "Anna", "--", "hold",
    )  # fmt: skip
    assert said_by("espeak-ng", "hold") == ("espeak-ng", "--", "hold")
    assert said_by("say", "hold", "Anna") == ("say", "-v", "Anna", "hold")
