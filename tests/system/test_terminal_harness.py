"""The terminal that the system tests look through shows, presses and ends what it says."""

from __future__ import annotations

import re
import signal
import sys
from pathlib import Path

import psutil
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.system.keys import bytes_of
from tests.system.output import for_pyte, pieces_of
from tests.system.processes import is_alive
from tests.system.sshd import Sshd
from tests.system.terminal import NotSeenError, Terminal
from tests.system.tmux import Tmux

WAITS_FOR_A_LINE = "print('ready', flush=True); input()"


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_a_program_sees_the_size_from_its_first_instruction_on() -> None:
    with Terminal(python("import os; print(*os.get_terminal_size())"), columns=97, rows=31) as terminal:
        terminal.wait_for("97 31")


def test_a_program_has_a_controlling_terminal_on_all_three_streams() -> None:
    code = "import os; os.close(os.open('/dev/tty', os.O_RDWR)); print([os.isatty(n) for n in (0, 1, 2)])"
    with Terminal(python(code)) as terminal:
        terminal.wait_for("[True, True, True]")


def test_a_key_arrives_and_the_status_comes_back() -> None:
    code = "import sys, tty; tty.setraw(0); print('go', flush=True); sys.exit(len(sys.stdin.readline()))"
    with Terminal(python(code)) as terminal:
        terminal.wait_for("go")
        terminal.press("a", "down", "ctrl+q")
        terminal.type("xy\n")
        assert terminal.wait_end() == len("a\x1b[B\x11xy\n")


def test_an_unknown_key_is_refused_rather_than_typed() -> None:
    with pytest.raises(ValueError, match="no such key: 'entre'"):
        bytes_of("entre")


def test_questions_of_a_program_are_answered() -> None:
    code = (
        "import sys, tty; tty.setraw(0); w = sys.stdout\n"
        "for question, end in (('\\x1b[3;7H\\x1b[6n', 'R'), ('\\x1b[?2026$p', 'y'), ('\\x1b[c', 'c')):\n"
        "    w.write(question); w.flush(); answer = ''\n"
        "    while not answer.endswith(end): answer += sys.stdin.read(1)\n"
        "    w.write(repr(answer) + '\\r\\n')\n"
        "w.flush()\n"
    )
    with Terminal(python(code)) as terminal:
        terminal.wait_for(r"'\x1b[3;7R'")
        terminal.wait_for(r"'\x1b[?2026;2$y'")
        terminal.wait_for(r"'\x1b[?62;22c'")
        assert terminal.wait_end() == 0


def test_sequences_that_pyte_does_not_know_leave_no_trace_on_the_screen() -> None:
    code = (
        "print('\\x1b[>1u\\x1b[=5u\\x1b[<u\\x1bP1$r0m\\x1b\\\\\\x1b]11;?\\x07\\x1b[2 q\\x1b[4:3mwa"
        "\\x1b[4:0mve\\x1b[38:2::1:2:3m plain')"
    )
    with Terminal(python(code)) as terminal:
        assert terminal.wait_end() == 0
        assert terminal.screen_text().strip() == "wave plain"


def test_modes_left_on_are_known() -> None:
    code = "print('\\x1b[?1049h\\x1b[?1000;1006h\\x1b[?25l\\x1b[>1u' + '\\x1b[?1000l\\x1b[?25h')"
    with Terminal(python(code)) as terminal:
        assert terminal.wait_end() == 0
        assert terminal.modes.on == {1049, 1006, 25}
        assert terminal.modes.off == {1000}
        assert terminal.modes.keyboard_depth == 1


def test_a_line_left_raw_is_known_even_after_the_end() -> None:
    with Terminal(python("import tty; tty.setraw(0)")) as terminal:
        assert terminal.line_is_cooked()
        assert terminal.wait_end() == 0
        assert not terminal.line_is_cooked()


def test_what_does_not_come_fails_with_the_screen_in_the_message() -> None:
    with Terminal(python(WAITS_FOR_A_LINE)) as terminal:
        terminal.wait_for("ready")
        with pytest.raises(NotSeenError, match=r"(?s)not seen.*never.*running.*ready"):
            terminal.wait_for("never", timeout=0.05)


def test_a_wait_ends_early_where_the_command_has_ended() -> None:
    with Terminal(python("print('short')")) as terminal:
        with pytest.raises(NotSeenError, match="ended with 0"):
            terminal.wait_for("never", timeout=60)
        assert terminal.now() < 30


def test_a_new_size_is_told_to_the_program() -> None:
    code = (
        "import os, signal\n"
        "signal.signal(signal.SIGWINCH, lambda *_: print('now', *os.get_terminal_size(), flush=True))\n"
        "print('ready', flush=True); input()\n"
    )
    with Terminal(python(code)) as terminal:
        terminal.wait_for("ready")
        terminal.resize(120, 40)
        terminal.wait_for("now 120 40")
        terminal.press("enter")
        assert terminal.wait_end() == 0


def test_bytes_are_counted_with_the_time_they_came() -> None:
    with Terminal(python("print('x' * 100, end='', flush=True); input(); print('y' * 10)")) as terminal:
        first = terminal.wait_until(lambda seen: seen.byte_count >= 100, what="all of the first line")
        before = terminal.byte_count
        terminal.press("enter")
        second = terminal.wait_for("y" * 10)
        terminal.wait_end()  # the end of the last line may come in a piece of its own
        assert before == 100
        assert terminal.byte_count == before + len("\r\n") + len("y" * 10 + "\r\n")
        assert 0 < first < second <= terminal.now()
        assert sum(chunk.size for chunk in terminal.chunks) == len(terminal.raw)


def test_a_signal_that_ends_the_program_is_its_status() -> None:
    with Terminal(python(WAITS_FOR_A_LINE)) as terminal:
        terminal.wait_for("ready")
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_end() == -signal.SIGTERM


def test_taking_the_terminal_away_hangs_up() -> None:
    with Terminal(python(WAITS_FOR_A_LINE)) as terminal:
        terminal.wait_for("ready")
        terminal.hang_up()
        assert terminal.wait_end() == -signal.SIGHUP


def test_no_process_is_left_behind_not_even_one_that_ignores_everything() -> None:
    code = (
        "import os, signal, subprocess, sys\n"
        "signal.signal(signal.SIGHUP, signal.SIG_IGN); signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
        "wait = 'import signal; signal.pause()'\n"
        "children = [subprocess.Popen([sys.executable, '-c', wait]) for _ in range(2)]\n"
        "away = subprocess.Popen([sys.executable, '-c', wait], start_new_session=True)\n"
        "print('children', *[c.pid for c in children], away.pid, 'born', flush=True); signal.pause()\n"
    )
    with Terminal(python(code)) as terminal:
        terminal.wait_for("born")
        found = re.search(r"children (\d+) (\d+) (\d+)", terminal.screen_text())
        assert found is not None
        born = [psutil.Process(pid) for pid in (terminal.pid, *map(int, found.groups()))]
        assert {process.pid for process in terminal.processes()} == {process.pid for process in born}
    assert not any(map(is_alive, born))


def test_processor_time_is_that_of_the_whole_session() -> None:
    code = (
        "import subprocess, sys, time\n"
        "subprocess.run([sys.executable, '-c', 'import time\\nwhile time.process_time() < 0.3: pass'])\n"
        "print('ready', flush=True); input()\n"
    )
    with Terminal(python(code)) as terminal:
        terminal.wait_for("ready")
        assert 0.3 <= terminal.cpu_seconds() < 3


PARTS = [b"word", b"\x1b[1;31m", b"\x1b]0;title\x07", b"\x1bP1$r\x1b\\", b"\x1b[<u", b"\x1b7"]


@given(st.lists(st.sampled_from(PARTS)))
def test_a_stream_is_cut_the_same_wherever_reads_happen_to_end(parts: list[bytes]) -> None:
    stream = b"".join(parts)
    at_once = b"".join(map(for_pyte, pieces_of(stream)[0]))
    one_by_one = bytearray()
    begun = b""
    for number in stream:
        pieces, begun = pieces_of(begun + bytes([number]))
        one_by_one += b"".join(map(for_pyte, pieces))
    assert bytes(one_by_one) == at_once
    assert begun == b""


@pytest.mark.needs_tmux
def test_tmux_shows_a_program_and_takes_its_keys() -> None:
    code = "import os; print(*os.get_terminal_size()); print('got', repr(input())); input(); os._exit(3)"
    with Tmux(python(code), columns=77, rows=22) as tmux:
        tmux.wait_for("77 22")
        tmux.send_keys("a", ";", "-", "enter")
        tmux.wait_for("got 'a;-'")
        tmux.send_keys("enter")
        assert tmux.wait_end() == 3


@pytest.mark.needs_tmux
def test_tmux_leaves_neither_process_nor_socket_behind() -> None:
    with Tmux(python(WAITS_FOR_A_LINE)) as tmux:
        tmux.wait_for("ready")
        inside = psutil.Process(tmux.pane_pid)
        folder = Path(tmux.attach_command[1].partition("=")[2])
        with Terminal(tmux.attach_command) as terminal:
            terminal.wait_for("ready")
    assert not is_alive(inside)
    assert not folder.exists()


@pytest.mark.needs_sshd
def test_sshd_gives_a_program_the_size_of_the_terminal_and_brings_its_status_back() -> None:
    code = "import os; print(*os.get_terminal_size(), os.environ['WHO']); input(); os._exit(4)"
    with (
        Sshd() as sshd,
        Terminal(sshd.ssh(*python(code), env={"WHO": "a b"}), columns=77, rows=22) as terminal,
    ):
        terminal.wait_for("77 22 a b")
        terminal.press("enter")
        assert terminal.wait_end() == 4


@pytest.mark.needs_sshd
def test_sshd_leaves_no_login_behind() -> None:
    code = (
        "import os, signal; [signal.signal(n, signal.SIG_IGN) for n in (signal.SIGHUP, signal.SIGTERM)]\n"
        "print('pid', os.getpid(), 'born', flush=True); signal.pause()\n"
    )
    with Sshd() as sshd, Terminal(sshd.ssh(*python(code))) as terminal:
        terminal.wait_for("born")
        found = re.search(r"pid (\d+)", terminal.screen_text())
        assert found is not None
        far_side = psutil.Process(int(found[1]))
        terminal.close()
        assert is_alive(far_side), "it goes on when the near side is killed"
    assert not is_alive(far_side)


@pytest.mark.needs_tmux
def test_tmux_tells_the_signal_that_ended_a_program() -> None:
    with Tmux(python(WAITS_FOR_A_LINE)) as tmux:
        tmux.wait_for("ready")
        psutil.Process(tmux.pane_pid).send_signal(signal.SIGTERM)
        assert tmux.wait_end() == -signal.SIGTERM
