"""The layers hold: who may import whom, and that an import does nothing beside defining things."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).resolve().parents[2]
WATCHED_IMPORT: Final = str(Path(__file__).with_name("watched_import.py"))


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(words, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)


def test_no_layer_imports_what_lies_above_it() -> None:
    done = run(str(Path(sys.executable).with_name("lint-imports")), "--no-cache")
    assert done.returncode == 0, done.stdout + done.stderr


def test_nothing_happens_when_a_module_is_imported() -> None:
    done = run(sys.executable, "-B", WATCHED_IMPORT)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    told = json.loads(done.stdout)  # and nothing else was printed
    assert "footui.core.timeline" in told["names"]
    assert told["seen"] == []


def test_the_watch_over_imports_sees_what_a_module_does(tmp_path: Path) -> None:
    package = tmp_path / "footui"
    package.mkdir()
    (package / "__init__.py").write_text(
        "import os, signal, sqlite3, threading\n"
        "os.environ['FOOTUI_SEEN'] = '1'\n"
        "sqlite3.connect(':memory:').close()\n"
        "open(__file__ + '.log', 'w').close()\n"
        "signal.signal(signal.SIGUSR1, signal.SIG_IGN)\n"
        "threading.Thread(target=threading.Event().wait, daemon=True, name='busy').start()\n"
    )
    done = run(sys.executable, "-B", WATCHED_IMPORT, str(tmp_path))
    seen = json.loads(done.stdout)["seen"]
    assert [line.split(" ")[0] for line in seen[:3]] == ["os.putenv", "sqlite3.connect", "open"]
    assert seen[3:] == ["a signal handler was changed", "a thread was started: busy"]


@pytest.mark.parametrize("module", ["footui.cli", "footui.__main__", "footui.storage", "footui.session"])
def test_commands_start_without_textual(module: str) -> None:
    heavy = {"textual", "rich", "markdown_it"}
    code = f"import sys, {module}; print(*sorted({heavy} & set(sys.modules)))"
    done = run(sys.executable, "-B", "-c", code)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []
