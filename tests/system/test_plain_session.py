"""The plain session as it is used: single keys in a terminal, lines over a pipe, a dumb terminal, and its ends."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path
from typing import Final

import pytest

from tests.system.program import FOOTUI, LONG, answer, folders_in, has_routine, written_down
from tests.system.terminal import Terminal

RUN: Final = (*FOOTUI, "run", "long", "--plain")
RESUME: Final = (*FOOTUI, "resume", "--plain")
GONE_SECONDS: Final = 1.5

SHORT: Final = """\
format = 1
title = "Short"
timing = { prepare = 0.2, release = 0.2 }
[[steps]]
exercise = "toe-press"
hold = 0.5
reps = 2
"""

TWO: Final = """\
format = 1
title = "Two"
timing = { prepare = 0.5, transition = 0.5 }
[[steps]]
exercise = "toe-press"
hold = 60
[[steps]]
exercise = "pencil-pickup"
hold = 0.5
"""


def lines_given(folders: dict[str, str], slug: str, typed: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run a session line by line with these lines on its standard input."""
    command = [*FOOTUI, "run", slug, "--plain"]
    return subprocess.run(
        command,
        env={**os.environ, **folders, **env},
        input=typed,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.fixture
def folders(tmp_path: Path) -> dict[str, str]:
    """Folders with a session that outlasts every test."""
    folders = folders_in(tmp_path)
    has_routine(folders, "long", LONG)
    return folders


def test_pain_is_said_by_single_keys_and_everything_at_the_end_is_answered(folders: dict[str, str]) -> None:
    with Terminal(RUN, env=folders, rows=60, columns=100) as terminal:
        terminal.wait_for("Hold. 60 seconds.")
        terminal.press("p")
        terminal.wait_for("Pain now, from 0 to 10? The clock is held.")
        terminal.press("4")
        terminal.wait_for("1: go on, but gently.")
        terminal.press("enter")
        terminal.wait_for("Going on.")
        terminal.press("q")
        terminal.wait_for("End here?")
        terminal.press("w")
        terminal.wait_for("Written down.")
        assert written_down(folders)[0]["status"] == "stopped", "before anything is asked"
        terminal.wait_for("Enter keeps 4.")
        terminal.press("enter")
        terminal.wait_for("Pain now, from 0 to 10?\n")
        terminal.press("1", "0")
        terminal.wait_for("Pain after 10.")
        terminal.wait_for("Effort?")
        terminal.press("3")
        terminal.wait_for("A note, in one line?")
        terminal.wait_until(Terminal.line_is_cooked, what="a line that is shown as it is typed")
        terminal.type("left arch stiff, as in “June”\n")
        terminal.wait_for("The note is written down.")
        assert terminal.wait_end() == 1
        assert terminal.line_is_cooked()
        assert b"\x1b" not in terminal.raw
    (session,) = answer(folders, "history")
    assert session["pain"] == {"before": None, "worst": 4, "after": 10, "next_morning": None}
    assert (session["effort"], session["note"], session["status"]) == (
        "hard",
        "left arch stiff, as in “June”",
        "stopped",
    )
    assert session["work"][0]["pain"] == 4
    assert session["paused_seconds"] > 0


def test_lines_from_a_pipe_do_what_keys_do(folders: dict[str, str]) -> None:
    has_routine(folders, "two", TWO)
    done = lines_given(folders, "two", "next\np 7\n1\n")
    assert done.returncode == 0
    assert "Stop" not in done.stderr
    lines = done.stdout.splitlines()
    assert "Type the letter, or pause, and press Enter." in lines
    assert "Pain 7, noted." in lines
    assert any("get help at once" in line for line in lines)
    assert "Skipped: toe presses. Noted: pain." in lines
    assert lines[-1] == "Written down.", "nobody is there to be asked"
    (session,) = answer(folders, "history")
    assert [row["skipped"] for row in session["work"]] == ["pain", None]
    assert (session["pain"]["worst"], session["status"]) == (7, "finished")


def test_a_dumb_terminal_goes_line_by_line_by_itself_and_takes_whole_lines(folders: dict[str, str]) -> None:
    with Terminal([*FOOTUI, "run", "long"], env={**folders, "TERM": "dumb"}, rows=40, columns=100) as terminal:
        terminal.wait_for("There is no terminal for the full screen here: the session goes line by line.")
        terminal.wait_for("No single keys here? Type the letter, or pause, and press Enter.")
        terminal.wait_for("Hold. 60 seconds.")
        terminal.type("pause\r")
        terminal.wait_for("Paused with")
        terminal.type("go on\r")
        terminal.wait_for("Going on.")
        terminal.press("q")
        terminal.wait_for("End here?")
        terminal.press("d")
        assert terminal.wait_end() == 1
        assert b"\x1b" not in terminal.raw
    assert written_down(folders) == []


def test_the_bell_and_the_transcript_do_not_disturb_each_other(folders: dict[str, str]) -> None:
    has_routine(folders, "short", SHORT)
    with Terminal([*FOOTUI, "run", "short", "--plain", "--speed", "1.5"], env=folders, columns=100) as terminal:
        assert terminal.wait_end() == 0
        text = terminal.raw.decode()
    assert "\a" in text
    lines = text.replace("\a", "").splitlines()
    assert [line for line in lines if line.startswith("Hold")] == [
        "Hold, 1 of 2. 0.5 seconds. Release.", "Hold, 2 of 2.",
    ]  # fmt: skip


# Ends


def test_a_killed_session_goes_on_line_by_line_with_nothing_lost_or_counted_twice(folders: dict[str, str]) -> None:
    with Terminal(RUN, env=folders, rows=40, columns=100) as terminal:
        terminal.wait_for("Hold. 60 seconds.")
        terminal.wait_until(lambda _: _done(folders) >= 1.0, what="a second of work")
        terminal.signal(signal.SIGKILL)
        terminal.wait_end()
    done = _done(folders)
    with Terminal(RESUME, env=folders, rows=40, columns=100) as terminal:
        terminal.wait_for("Going on with Long.")
        terminal.wait_for("just now. Toe presses.")
        terminal.wait_for("Get ready, 1 second. Toe presses.")
        terminal.wait_for("seconds left.\n")
        terminal.press("q")
        terminal.wait_for("End here?")
        terminal.press("w")
        terminal.wait_for("Written down.")
        terminal.press("q")
        assert terminal.wait_end() == 1
    (session,) = answer(folders, "history")
    assert done <= session["done_work_seconds"] < done + 2.0
    assert session["status"] == "stopped"
    assert session["interrupted_seconds"] > 0
    assert session["work"][0]["planned_seconds"] == 60


def _done(folders: dict[str, str]) -> float:
    return max([session["done_work_seconds"] for session in written_down(folders)], default=0.0)


@pytest.mark.parametrize("by_signal", [True, False])
def test_a_hang_up_saves_and_ends(folders: dict[str, str], by_signal: bool) -> None:
    with Terminal(RUN, env=folders, rows=40, columns=100) as terminal:
        terminal.wait_for("Hold. 60 seconds.")
        began = terminal.now()
        if by_signal:
            terminal.signal(signal.SIGHUP)
        else:
            terminal.hang_up()
        assert terminal.wait_end() in (128 + signal.SIGHUP, -signal.SIGHUP)
        assert terminal.now() - began < GONE_SECONDS
        assert terminal.processes() == []
    (session,) = written_down(folders)
    assert session["status"] == "open"
    assert session["done_work_seconds"] > 0


def test_a_hang_up_while_it_asks_at_the_end_loses_nothing(folders: dict[str, str]) -> None:
    with Terminal(RUN, env=folders, rows=40, columns=100) as terminal:
        terminal.wait_for("Hold. 60 seconds.")
        terminal.press("q", "w")
        terminal.wait_for("Worst pain")
        terminal.press("3")
        terminal.wait_for("Worst pain 3.")
        terminal.hang_up()
        terminal.wait_end()
    (session,) = written_down(folders)
    assert (session["status"], session["pain"]["worst"]) == ("stopped", 3)


def test_a_second_session_is_refused_with_the_way_out_and_the_first_goes_on_where_one_is(
    folders: dict[str, str],
) -> None:
    with Terminal(RUN, env=folders, rows=40, columns=100) as first:
        first.wait_for("Hold. 60 seconds.")
        first.wait_until(lambda _: _done(folders) >= 1.0, what="a second of work")
        refused = lines_given(folders, "long", "")
        assert refused.returncode == 1
        assert "A session is running already:" in refused.stderr
        assert "footui resume ends it there and goes on with it here." in refused.stderr
        with Terminal(RESUME, env=folders, rows=40, columns=100) as second:
            second.wait_for("ends there, and goes on here.")
            assert first.wait_end() == 128 + signal.SIGTERM
            second.wait_for("Going on with Long.")
            second.wait_for("seconds left.\n")
            second.press("q", "d")
            assert second.wait_end() == 1
    assert written_down(folders) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk here")
@pytest.mark.parametrize(("more", "told"), [((), 2), (("--speed", "2", "--record"), 2), (("--speed", "2"), 1)])
def test_a_transcript_that_cannot_be_written_ends_it_with_a_sentence(
    folders: dict[str, str], more: tuple[str, ...], told: int
) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*RUN, *more],
            env={**os.environ, **folders},
            stdin=subprocess.DEVNULL,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            timeout=60,
        )
    assert done.returncode == 1
    lines = done.stderr.splitlines()
    assert lines[0] == "The session ended, as what it says could not be written: the disk is full."
    assert len(lines) == told
    assert [session["status"] for session in written_down(folders)] == (["open"] if told == 2 else [])


def test_a_session_that_cannot_be_written_down_says_so_and_ends_as_it_went(
    folders: dict[str, str], tmp_path: Path
) -> None:
    has_routine(folders, "short", SHORT)
    data = tmp_path / "no-data"
    data.write_text("a file where the folder should be")
    done = lines_given(folders, "short", "", FOOTUI_DATA_DIR=str(data))
    assert done.returncode == 0
    assert "could not be written" in done.stderr
    assert "Written down." not in done.stdout
    assert "Done after" in done.stdout
