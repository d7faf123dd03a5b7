"""Cues in the world outside: rung in a real terminal, passed on by a real tmux, and no program left behind."""

from __future__ import annotations

import os
import signal
import sys
import termios
from pathlib import Path
from typing import Final

import psutil
import pytest

from footui.session.channels.notification import notification
from footui.session.channels.terminal_facts import terminal_facts
from tests.system.output import pieces_of
from tests.system.processes import is_alive
from tests.system.program import FOOTUI, LONG, folders_in, has_routine, seconds_until_gone
from tests.system.terminal import Terminal
from tests.system.tmux import Tmux

SHORT: Final = 'format = 1\ntitle = "Short"\n[timing]\nprepare = 1\n[[steps]]\nexercise = "toe-press"\nhold = 4\n'
"""Ready 1 s, hold 4 s."""

RUN_SHORT: Final = (*FOOTUI, "run", "short", "--speed", "2")

STROKES: Final = 2 + 3 + 3
"""A change into the hold; three, two, one; the end."""


def strokes_in(raw: bytes) -> int:
    """How often the bell was rung; what ends a longer sequence is no bell."""
    return sum(piece.count(b"\a") for piece in pieces_of(raw)[0] if not piece.startswith(b"\x1b"))


def has_config(folders: dict[str, str], text: str) -> None:
    folder = Path(folders["FOOTUI_CONFIG_DIR"])
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "config.toml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("plain", [False, True])
def test_a_session_rings_at_its_changes_and_at_its_end(own_folders: dict[str, str], plain: bool) -> None:
    has_routine(own_folders, "short", SHORT)
    with Terminal([*RUN_SHORT, *(["--plain"] if plain else [])], env=own_folders) as terminal:
        terminal.wait_until(lambda it: strokes_in(it.raw) >= STROKES, what="the last stroke")
        if plain:
            terminal.wait_end()
        else:
            terminal.wait_quiet()
        assert strokes_in(terminal.raw) == STROKES


def test_with_the_bell_off_a_session_is_silent(own_folders: dict[str, str]) -> None:
    has_routine(own_folders, "short", SHORT)
    has_config(own_folders, "[cues]\nbell = false\n")
    with Terminal(RUN_SHORT, env=own_folders) as terminal:
        terminal.wait_for("Took 0:02")
        terminal.wait_quiet()
        assert strokes_in(terminal.raw) == 0


# Programs

STUBBORN: Final = """\
import os, pathlib, signal, sys, time
for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
    signal.signal(number, signal.SIG_IGN)
pathlib.Path(sys.argv[1], str(os.getpid())).touch()
time.sleep(600)
"""
"""A command that pays no heed to anything; it puts its number down."""

HANG_UP: Final = "hang-up"
STALLED: Final = "on a stalled link"


@pytest.mark.parametrize("way", ["SIGTERM", HANG_UP, STALLED])
def test_however_the_program_is_ended_the_command_it_has_started_ends_too(tmp_path: Path, way: str) -> None:
    folders, numbers = folders_in(tmp_path), tmp_path / "numbers"
    numbers.mkdir()
    has_routine(folders, "long", LONG)
    words = ", ".join(f"'''{word}'''" for word in (sys.executable, "-S", "-c", STUBBORN.replace("\n", r"\n"), numbers))
    words = words.replace(r"\n", "\n")
    has_config(folders, f"[cues]\nown_command = true\ncommand = [{words}]\n")
    with Terminal([*FOOTUI, "run", "long"], env=folders) as terminal:
        terminal.wait_until(lambda _: any(numbers.iterdir()), what="the command")
        command = psutil.Process(int(next(numbers.iterdir()).name))
        assert is_alive(command)
        if way == HANG_UP:
            terminal.hang_up()
        elif way == STALLED:
            stall(terminal)
            terminal.resize(300, 100)
            terminal.pump(0.3)
            terminal.signal(signal.SIGTERM)
        else:
            terminal.signal(signal.SIGTERM)
        terminal.wait_end()
        assert seconds_until_gone(command) < 1


def stall(terminal: Terminal) -> None:
    """Let nothing that is written to the terminal get through, as a link does that has stalled."""
    tty = os.open(f"/proc/{terminal.pid}/fd/0", os.O_RDWR | os.O_NOCTTY)
    termios.tcflow(tty, termios.TCOOFF)
    os.close(tty)


# What draws nothing

BESIDE: Final = """\
import pathlib, sys, threading
from footui.terminal_driver import CrashKeepingApp, TerminalDriver, send_beside

class Beside(CrashKeepingApp):
    def on_key(self, event):
        if event.key == "b":
            threading.Thread(target=self.ring).start()
        else:
            for number in range(10):
                self._driver.write(f"\\x1b[2;1H{number}" + "x" * 4000)

    def ring(self):
        with pathlib.Path(sys.argv[1]).open("a") as told:
            told.write(f"{send_beside(self, chr(7))} ")

app = Beside(driver_class=TerminalDriver)
assert not send_beside(app, chr(7)), "it has no terminal yet"
app.run()
assert not send_beside(app, chr(7)), "it has none any more"
"""
"""An app that rings from a thread when b is pressed, and paints much at any other key."""


def test_a_stroke_is_sent_from_any_thread_but_not_to_a_terminal_that_is_behind(tmp_path: Path) -> None:
    told = tmp_path / "told"
    with Terminal([sys.executable, "-c", BESIDE, told], env={}) as terminal:
        terminal.wait_until(lambda it: 1049 in it.modes.on, what="the full screen")
        terminal.wait_quiet()
        terminal.press("b")
        terminal.wait_until(lambda it: strokes_in(it.raw) == 1, what="a stroke")
        stall(terminal)
        terminal.press("p", "b")
        terminal.wait_until(lambda _: told.read_text().count(" ") == 2, what="an answer")
        assert told.read_text() == "True False "
        tty = os.open(f"/proc/{terminal.pid}/fd/0", os.O_RDWR | os.O_NOCTTY)
        termios.tcflow(tty, termios.TCOON)
        os.close(tty)
        terminal.press("ctrl+q")
        assert terminal.wait_end() == 0
        assert strokes_in(terminal.raw) == 1


@pytest.mark.needs_tmux
def test_a_notification_reaches_the_terminal_outside_of_tmux(tmp_path: Path) -> None:
    text = notification("Hold, left foot; 20 s", terminal_facts({"TERM": "tmux-256color"}))
    (tmp_path / "text").write_text(text)
    with Tmux(["sh", "-c", 'read _; cat "$0"; read _', str(tmp_path / "text")]) as tmux:
        tmux._tmux("set-option", "-g", "allow-passthrough", "on")
        with Terminal(tmux.attach_command) as terminal:
            terminal.wait_until(lambda it: 1049 in it.modes.on, what="tmux")
            terminal.wait_quiet()
            tmux.send_keys("enter")
            terminal.wait_until(lambda it: b"777;notify" in it.raw, what="the notification")
            assert b"\x1b]9;footui: Hold, left foot; 20 s\a" in terminal.raw
            assert b"\x1b]777;notify;footui;Hold, left foot, 20 s\a" in terminal.raw
