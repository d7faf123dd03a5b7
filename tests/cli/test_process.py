"""footui as a process: closed pipes, full disks, foreign encodings, signals, and errors of its own."""

from __future__ import annotations

import fcntl
import os
import signal
import stat
import subprocess
import sys
import termios
from pathlib import Path

import psutil
import pytest

import footui.__main__ as program
from footui.storage.folders import Folders
from footui.storage.history import History
from tests.cli.person import Person
from tests.system.terminal import Terminal

FOOTUI = [sys.executable, "-m", "footui"]
SHORT = 'format = 1\ntitle = "Short"\n[timing]\nprepare = 1\n[[steps]]\nexercise = "toe-press"\nhold = 60\n'


def footui(
    *words: str, folders: dict[str, str], env: dict[str, str] | None = None, given: str = ""
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*FOOTUI, *words],
        env={**os.environ, **folders, **(env or {})},
        input=given.encode(),
        capture_output=True,
        check=False,
        timeout=60,
    )


def routine(folders: dict[str, str], slug: str, text: str) -> None:
    folder = Path(folders["FOOTUI_CONFIG_DIR"]) / "routines"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{slug}.toml").write_text(text)


def test_no_command_imports_the_screen(own_folders: dict[str, str]) -> None:
    script = (
        "import sys\nfrom footui.__main__ import main\n"
        "for words in (['list'], ['plan', 'ten-exercises', '--json'], ['show', 'toe-walk'], ['check'], ['path'],"
        " ['history'], ['--version']):\n    main(words)\n"
        "slow = {'textual', 'rich', 'shtab', 'tomli_w', 'subprocess', 'asyncio'}\n"
        "sys.exit(repr(slow & set(sys.modules)) if slow & set(sys.modules) else 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], env={**os.environ, **own_folders}, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "command", ["plan ten-exercises", "plan ten-exercises --json", "list", "show toe-walk", "--help"]
)
def test_a_closed_pipe_ends_quietly(own_folders: dict[str, str], command: str) -> None:
    line = f"set -o pipefail; {sys.executable} -m footui {command} | head -c 10"
    done = subprocess.run(
        ["bash", "-c", line], env={**os.environ, **own_folders}, capture_output=True, check=False, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, b"")
    nobody = f"{sys.executable} -m footui {command} | true"
    done = subprocess.run(
        ["bash", "-c", nobody], env={**os.environ, **own_folders}, capture_output=True, check=False, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_plain_session_into_a_closed_pipe_ends_quietly(own_folders: dict[str, str]) -> None:
    line = f"{sys.executable} -m footui run ten-exercises --plain --speed 100 | head -n 1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", line],
        env={**os.environ, **own_folders},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk here")
def test_a_full_disk_is_told_and_no_traceback(own_folders: dict[str, str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*FOOTUI, "plan", "ten-exercises", "--json"],
            env={**os.environ, **own_folders},
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.decode() == "The answer could not be written: the disk is full.\n"


def test_streams_that_are_closed_from_the_start_are_no_problem(own_folders: dict[str, str]) -> None:
    line = f"{sys.executable} -m footui list <&- >&- 2>&-"
    done = subprocess.run(["bash", "-c", line], env={**os.environ, **own_folders}, check=False, timeout=60)
    assert done.returncode == 0
    line = f"{sys.executable} -m footui run ten-exercises --plain --speed 1000 <&-"
    done = subprocess.run(
        ["bash", "-c", line], env={**os.environ, **own_folders}, capture_output=True, check=False, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_an_encoding_that_is_not_utf_8_gets_ascii(own_folders: dict[str, str]) -> None:
    env = {"PYTHONIOENCODING": "latin-1"}
    for words in (("show", "breakfast-lunch-dinner"), ("plan", "twenty-minuts"), ("plan", "ten-exercises", "--json")):
        done = footui(*words, folders=own_folders, env=env)
        assert (done.stdout + done.stderr).isascii()
        assert b"Traceback" not in done.stderr
    assert b"hold 3 counts x 10" in footui("show", "breakfast-lunch-dinner", folders=own_folders, env=env).stdout


def test_a_folder_whose_name_is_no_utf_8_is_printed_byte_for_byte(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/caf\xe9"
    env = {os.fsencode(key): os.fsencode(value) for key, value in os.environ.items()}
    done = subprocess.run([*FOOTUI, "path"], env={**env, b"FOOTUI_CONFIG_DIR": name}, capture_output=True, check=False)
    assert done.stdout.splitlines()[0] == b"config\t" + name
    name = os.fsencode(tmp_path) + "/żółw".encode()
    done = subprocess.run(
        [*FOOTUI, "new", "Mine"],
        env={**env, b"FOOTUI_CONFIG_DIR": name, b"PYTHONIOENCODING": b"latin-1"},
        capture_output=True,
        check=False,
    )
    assert done.stdout == name + b"/routines/mine.toml\n"


def test_an_error_of_its_own_becomes_a_private_report_and_a_sentence(person: Person) -> None:
    def fail(*_: object) -> int:
        raise RuntimeError("a mistake")

    person.patch.setattr(program, "_world", fail)
    answer = person.types("plan", "my-secret-routine", "--level", "high", "--session=2")
    assert (answer.status, answer.out) == (1, "")
    assert "Traceback" not in answer.err
    (report,) = person.state.iterdir()
    assert answer.err.endswith(f"{report}\n")
    assert len(answer.err.splitlines()) == 1
    text = report.read_text()
    assert "RuntimeError: a mistake" in text
    assert "footui plan … --level high --session" in text
    assert "my-secret-routine" not in text
    assert (stat.S_IMODE(report.stat().st_mode), stat.S_IMODE(person.state.stat().st_mode)) == (0o600, 0o700)


def test_where_no_report_can_be_kept_there_is_still_a_sentence(person: Person) -> None:
    def fail(*_: object) -> int:
        raise RuntimeError("a mistake")

    person.patch.setattr(program, "_world", fail)
    person.state.write_text("a file where the folder should be")
    answer = person.types("list")
    assert answer.status == 1
    assert "could not be saved" in answer.err
    assert "RuntimeError" in answer.err
    assert "Traceback" not in answer.err


def test_ctrl_c_ends_a_command_with_130_and_no_traceback(person: Person) -> None:
    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    person.patch.setattr(program, "_world", interrupted)
    answer = person.types("list")
    assert (answer.status, answer.err) == (130, "")


# The plain session in a real terminal


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_ends_a_plain_session_kept_open_and_gives_the_terminal_back(
    own_folders: dict[str, str], number: signal.Signals, status: int
) -> None:
    routine(own_folders, "short", SHORT)
    with Terminal([*FOOTUI, "run", "short", "--plain"], env=own_folders) as terminal:
        terminal.wait_for("Hold. 60 seconds.")
        assert not terminal.line_is_cooked()
        terminal.signal(number)
        assert terminal.wait_end() == status
        assert b"\x1b" not in terminal.raw
    (session,) = History(Folders.from_environment(own_folders).history_file).sessions()
    assert session["status"] == "open"


def test_keys_of_a_terminal_need_no_enter_and_the_terminal_is_given_back(own_folders: dict[str, str]) -> None:
    routine(own_folders, "short", SHORT)
    modes = "stty -a | tr ' ' '\\n' | grep -w -e echo -e icanon"
    shell = f"{sys.executable} -m footui run short --plain; echo status $?; {modes}"
    with Terminal(["sh", "-c", shell], env=own_folders, rows=40) as terminal:
        terminal.wait_for("Hold. 60 seconds.")
        terminal.press("space")
        terminal.wait_for("Space goes on.")
        terminal.press("space")
        terminal.wait_for("Going on.")
        terminal.press("q")
        terminal.wait_for("End here?")
        terminal.press("w")
        terminal.wait_for("Written down.")
        terminal.wait_for("Worst pain, from 0 to 10?")
        terminal.press("q")
        terminal.wait_for("status 1")
        assert terminal.wait_end() == 0
        shown = [line for line in terminal.screen_text().splitlines() if line]
        assert shown[-2:] in (["echo", "icanon"], ["icanon", "echo"])


def test_a_terminal_that_goes_away_ends_a_plain_session(own_folders: dict[str, str]) -> None:
    routine(own_folders, "short", SHORT)
    with Terminal([*FOOTUI, "run", "short", "--plain"], env=own_folders) as terminal:
        terminal.wait_for("Hold. 60 seconds.")
        terminal.hang_up()
        assert terminal.wait_end() in (129, -signal.SIGHUP)


def test_a_signal_reaches_a_session_whose_link_is_stalled(own_folders: dict[str, str]) -> None:
    routine(own_folders, "long", SHORT.replace("hold = 60", "hold = 3\nreps = 200\nsets = 30"))
    reading, writing = os.pipe()
    fcntl.fcntl(writing, fcntl.F_SETPIPE_SZ, 4096)
    with subprocess.Popen(
        [*FOOTUI, "run", "long", "--plain", "--speed", "1000"],
        env={**os.environ, **own_folders},
        stdin=subprocess.DEVNULL,
        stdout=writing,
    ) as process:
        sleeper = psutil.Process(process.pid)
        while not (_bytes_waiting(reading) > 3900 and sleeper.status() == psutil.STATUS_SLEEPING):
            assert process.poll() is None
        process.terminate()
        assert process.wait(timeout=10) == 143
    os.close(reading)
    os.close(writing)


def _bytes_waiting(descriptor: int) -> int:
    """How much lies in a pipe that nobody reads."""
    return int.from_bytes(fcntl.ioctl(descriptor, termios.FIONREAD, bytes(4)), sys.byteorder)


def test_commands_by_line_from_a_pipe(own_folders: dict[str, str]) -> None:
    routine(own_folders, "short", SHORT)
    done = footui("run", "short", "--plain", folders=own_folders, given="next\npause\nq\nw\n")
    assert done.returncode == 1
    assert b"Type pause to go on." in done.stdout
    assert done.stdout.endswith(b"Written down.\n")


def test_a_routine_from_standard_input_runs_without_keys(own_folders: dict[str, str]) -> None:
    text = SHORT.replace("hold = 60", "hold = 0.5")
    done = footui("run", "-", "--plain", "--speed", "100", folders=own_folders, given=text)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"Done after" in done.stdout
