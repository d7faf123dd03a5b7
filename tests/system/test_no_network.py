"""No network anywhere, and nothing outside of the person's folders: deleting them is a complete uninstall."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

import pytest

import footui
from footui.cli.parser import COMMANDS
from footui.storage.folders import Folders
from tests.system.program import FOOTUI, care_answered, crash_reports
from tests.system.terminal import Terminal

WATCHED: Final = Path(__file__).with_name("watched_process")

OF_THE_NETWORK: Final = frozenset({
    "socket", "socketserver", "ssl", "http", "urllib", "ftplib", "smtplib", "imaplib", "poplib", "telnetlib", "xmlrpc",
    "webbrowser", "requests", "httpx", "aiohttp", "urllib3",
})  # fmt: skip

EVERYTHING: Final[tuple[tuple[str, ...], ...]] = (
    ("new", "My feet"),
    ("edit", "my-feet"),
    ("copy", "four-exercises"),
    ("check",),
    ("list",),
    ("show", "twenty-minutes", "--markdown"),
    ("plan", "twenty-minutes", "--json"),
    ("follow", "twenty-minutes"),
    ("today",),
    ("run", "breakfast-lunch-dinner", "--session", "3", "--plain", "--speed", "1000", "--record"),
    ("resume", "--discard"),
    ("history", "--csv"),
    ("history", "export"),
    ("history", "import", "-"),
    ("calendar", "twenty-minutes"),
    ("report",),
    ("doctor",),
    ("path",),
    ("completions", "bash"),
    ("unfollow", "twenty-minutes"),
)
"""Each command at least once, in an order that gives the later ones something to do."""

FINISHED_WITH: Final = {"resume": 1}
"""Exit statuses other than 0: nothing was interrupted."""


class Used(NamedTuple):
    """A home in which everything was used, and what the watch has noted."""

    home: Path
    elsewhere: Path
    """Where else something could be left behind: the present folder, and the one for temporary files."""
    folders: Folders
    notes: tuple[str, ...]

    def noted(self, kind: str) -> list[str]:
        """The notes of one kind."""
        return [note.partition(" ")[2] for note in self.notes if note.startswith(f"{kind} ")]

    @property
    def own(self) -> tuple[Path, ...]:
        """The folders that `footui path` names."""
        return self.folders.config, self.folders.data, self.folders.state


def watched(path: Path) -> dict[str, str]:
    """The environment of a person with a home of their own below `path`, where sockets are forbidden."""
    for name in ("home", "elsewhere"):
        (path / name).mkdir()
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("FOOTUI_", "XDG_"))}
    return {
        **kept,
        "HOME": str(path / "home"),
        "TMPDIR": str(path / "elsewhere"),
        "EDITOR": "true",
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(WATCHED),
        "PYTHONDONTWRITEBYTECODE": "1",
        "FOOTUI_WATCH": str(path / "watch.log"),
    }


def commanded(environment: Mapping[str, str], cwd: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*FOOTUI, *words], env=environment, cwd=cwd, input="", capture_output=True, text=True, check=False, timeout=30
    )


def look_round(environment: Mapping[str, str], cwd: Path) -> None:
    """Go through the screens, and through a session, in a terminal."""
    variables = {name: environment.get(name) for name in {*os.environ, *environment}}
    with Terminal(FOOTUI, env=variables, cwd=cwd) as terminal:
        terminal.wait_quiet()
        for key in ("1", "2", "3", "4", "5", "1"):
            terminal.press(key)
            terminal.wait_quiet(0.2)
        terminal.press("q")
        assert terminal.wait_end() == 0
    words = ("run", "breakfast-lunch-dinner", "--session", "3", "--speed", "100", "--record")
    with Terminal([*FOOTUI, *words], env=variables, cwd=cwd) as terminal:
        terminal.wait_for("Written down.")
        terminal.press("enter")
        assert terminal.wait_end() == 0


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Used]:
    """Somebody who has used all there is."""
    path = tmp_path_factory.mktemp("person")
    environment, cwd = watched(path), path / "elsewhere"
    named = dict(line.split("\t") for line in commanded(environment, cwd, "path").stdout.splitlines())
    folders = Folders(Path(named["config"]), Path(named["data"]), Path(named["state"]))
    for words in EVERYTHING:
        done = commanded(environment, cwd, *words)
        assert done.returncode == FINISHED_WITH.get(words[0], 0), (words, done.stderr)
    care_answered({f"FOOTUI_{kind}_DIR": named[kind.lower()] for kind in ("CONFIG", "DATA", "STATE")})
    look_round(environment, cwd)
    assert crash_reports({"FOOTUI_STATE_DIR": named["state"]}) == []
    yield Used(path / "home", cwd, folders, tuple((path / "watch.log").read_text().splitlines()))
    shutil.rmtree(path)


def test_every_command_is_among_those_that_were_watched(used: Used) -> None:
    assert {words[0] for words in EVERYTHING} == COMMANDS.keys()
    assert len(used.noted("began")) >= len(EVERYTHING) + 3


def test_no_socket_is_opened_by_anything(used: Used) -> None:
    assert used.noted("socket") == []


def test_nothing_is_written_outside_the_folders_that_path_names(used: Used) -> None:
    written = {Path(path) for path in used.noted("write")}
    assert any(path.is_relative_to(used.folders.data) for path in written)
    makes_way = {parent for folder in used.own for parent in folder.parents}
    astray = [path for path in written if not any(path.is_relative_to(folder) for folder in used.own)]
    assert [path for path in astray if path not in makes_way and not path.is_relative_to("/dev")] == []
    assert list(used.elsewhere.iterdir()) == []


def test_deleting_the_folders_leaves_nothing_behind(used: Used, tmp_path: Path) -> None:
    home = tmp_path / "home"
    shutil.copytree(used.home, home)
    assert [path for path in home.rglob("*") if path.is_file()] != []
    for folder in used.own:
        shutil.rmtree(home / folder.relative_to(used.home), ignore_errors=True)
    assert [path for path in home.rglob("*") if not path.is_dir()] == []


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9), timeout=1)",
        "import socket; socket.socket().connect(('127.0.0.1', 9))",
        "import socket; socket.getaddrinfo('localhost', 80)",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/', timeout=1)",
    ],
)
def test_the_watch_sees_and_forbids_whoever_asks_for_a_network(tmp_path: Path, code: str) -> None:
    environment = watched(tmp_path)
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    assert "there is no network in this test" in done.stderr
    assert "\nsocket " in (tmp_path / "watch.log").read_text()


def test_the_watch_sees_a_file_that_is_written_anywhere(tmp_path: Path) -> None:
    code = "import pathlib, sqlite3; pathlib.Path('a').write_text('x'); sqlite3.connect('b').close()"
    subprocess.run([sys.executable, "-c", code], env=watched(tmp_path), cwd=tmp_path, check=True)
    assert (tmp_path / "watch.log").read_text().splitlines()[1:] == ["write a", "write b"]


def test_no_module_of_ours_imports_what_is_for_networks() -> None:
    found = []
    for path in Path(footui.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and not node.level:
                names = [node.module or ""]
            else:
                continue
            found += [f"{path.name}: {name}" for name in names if name.partition(".")[0] in OF_THE_NETWORK]
    assert found == []
