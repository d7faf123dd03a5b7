"""`footui edit` in a real terminal: the editor has it as its own, and problems offer to go back to their line."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.system.program import FOOTUI, folders_in, has_routine
from tests.system.terminal import Terminal

FINE = 'format = 1\ntitle = "Mine"\n[[steps]]\nexercise = "toe-press"\nreps = 10\n'
BROKEN = FINE.replace("reps", "rep")

EDITOR = """\
import os, pathlib, signal, sys
signal.signal(signal.SIGINT, lambda *_: print("the editor was interrupted", flush=True))
path = pathlib.Path(sys.argv[-1])
print("opened with", *sys.argv[1:-1], flush=True)
for line in sys.stdin:
    match line.strip():
        case "mend":
            path.write_text(path.read_text().replace("rep ", "reps "))
        case "break":
            path.write_text(path.read_text().replace("reps", "rep"))
        case "remove":
            path.unlink()
        case "stop":
            os.kill(0, signal.SIGTSTP)
            print("the editor goes on", flush=True)
            continue
        case "raw":
            os.system("stty raw -echo")
    break
"""


@pytest.fixture
def folders(tmp_path: Path) -> dict[str, str]:
    """Return the environment of a person who has a routine and an editor that takes words."""
    folders = folders_in(tmp_path)
    has_routine(folders, "mine", FINE)
    script = tmp_path / "vi"
    script.write_text(f"#!{sys.executable}\n{EDITOR}")
    script.chmod(0o755)
    return {**folders, "VISUAL": f"'{script}' '--my option'", "EDITOR": "false"}


EDIT = [*FOOTUI, "edit", "mine"]


def test_problems_offer_to_go_back_to_the_line_until_they_are_mended(folders: dict[str, str]) -> None:
    with Terminal(EDIT, env=folders, columns=200) as terminal:
        terminal.wait_for("opened with --my option")
        terminal.type("break\r")
        terminal.wait_for("mine.toml:5:1: ")
        terminal.wait_for("enter opens line 5 again, q leaves")
        terminal.press("enter")
        terminal.wait_for("opened with --my option +5")
        terminal.type("mend\r")
        assert terminal.wait_end() == 0


def test_q_leaves_the_problems_as_they_are(folders: dict[str, str]) -> None:
    has_routine(folders, "mine", BROKEN)
    with Terminal(EDIT, env=folders, columns=200) as terminal:
        terminal.wait_for("opened with --my option +5")  # a broken file is opened where it is broken
        terminal.press("enter")
        terminal.wait_for("q leaves")
        terminal.type("what?\r")
        terminal.wait_until(lambda seen: seen.screen_text().count("q leaves") == 2, what="the same question again")
        terminal.type("q\r")
        assert terminal.wait_end() == 1


def test_ctrl_c_is_the_editors_alone_and_its_modes_are_put_back(folders: dict[str, str]) -> None:
    with Terminal(EDIT, env=folders, columns=200) as terminal:
        terminal.wait_for("opened with")
        terminal.press("ctrl+c")
        terminal.wait_for("the editor was interrupted")
        terminal.type("raw\r")
        assert terminal.wait_end() == 0
        assert terminal.line_is_cooked()


def test_a_file_that_the_editor_removed_is_told_to_be_gone(folders: dict[str, str]) -> None:
    with Terminal(EDIT, env=folders, columns=200) as terminal:
        terminal.wait_for("opened with")
        terminal.type("remove\r")
        assert terminal.wait_end() == 1
        assert "is gone" in terminal.screen_text().replace("\n", " ")


def test_an_editor_that_stops_gives_the_terminal_to_the_shell_and_comes_back(folders: dict[str, str]) -> None:
    shell = ["bash", "--norc", "--noprofile", "-i"]
    with Terminal(shell, env={**folders, "PS1": "ready> "}) as terminal:
        terminal.wait_for("ready>")
        terminal.type(" ".join(EDIT) + "\r")
        terminal.wait_for("opened with")
        terminal.type("stop\r")
        terminal.wait_for("Stopped")
        terminal.type("echo the $((40 + 2))nd\r")
        terminal.wait_for("the 42nd")
        terminal.type("fg\r")
        terminal.wait_for("the editor goes on")
        terminal.type("break\r")
        terminal.wait_for("q leaves")
        terminal.type("q\r")
        terminal.type("echo ended with $?\r")
        terminal.wait_for("ended with 1")
