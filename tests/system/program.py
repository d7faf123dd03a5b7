"""footui as it is started by a person: its command, their routine, what it wrote down, and the words on its screen."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import psutil

from footui.core.care import CareAnswers
from footui.screens.shelf import CARE
from footui.storage.folders import Folders
from footui.storage.history import History
from footui.widgets.letters import STROKES, stroke_word
from tests.system.output import Modes
from tests.system.processes import is_alive
from tests.system.terminal import PATIENCE, NotSeenError, Terminal

FOOTUI: Final = [sys.executable, "-m", "footui"]
"""The words that start it."""

LONG: Final = 'format = 1\ntitle = "Long"\n[timing]\nprepare = 1\n[[steps]]\nexercise = "toe-press"\nhold = 60\n'
"""A routine whose only hold outlasts every test."""

WORDS: Final = ("READY", "NEXT", "HOLD", "MOVE", "GO", "RELEASE", "CHANGE", "REST", "PAUSED", "DONE")
"""The big words of the live view and of its end."""

_BETWEEN_LOOKS: Final = 0.005


def folders_in(path: Path) -> dict[str, str]:
    """Return the environment that gives footui folders of its own below `path`, where home asks nothing first."""
    folders = {f"FOOTUI_{kind}_DIR": str(path / kind.lower()) for kind in ("CONFIG", "DATA", "STATE")}
    care_answered(folders)
    return folders


def care_answered(folders: Mapping[str, str]) -> None:
    """Count the questions of the first start as answered."""
    History(Folders.from_environment(folders).history_file).answer(CARE, CareAnswers().plain())


NOTHING_FOLLOWED = "You follow no routine yet."
"""What the first screen says to a person who follows none."""


def follows(folders: Mapping[str, str], slug: str) -> None:
    """Let the person follow a routine, due from long ago on."""
    config = Path(folders["FOOTUI_CONFIG_DIR"]) / "config.toml"
    config.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    config.write_text(f'[[follow]]\nroutine = "{slug}"\nsince = 2026-01-01\n', encoding="utf-8")


def has_routine(folders: Mapping[str, str], slug: str, text: str) -> None:
    """Put a routine into the person's folder."""
    folder = Path(folders["FOOTUI_CONFIG_DIR"]) / "routines"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{slug}.toml").write_text(text, encoding="utf-8")


def answer(folders: Mapping[str, str], *words: str) -> Any:  # noqa: ANN401 - it is JSON
    """Return what a command prints with `--json`."""
    done = subprocess.run(
        [*FOOTUI, *words, "--json"], env={**os.environ, **folders}, capture_output=True, check=True, timeout=PATIENCE
    )
    return json.loads(done.stdout)


def without_pause_length(picture: str) -> str:
    """A picture of a paused session without how long it has been paused: the one thing that moves there."""
    return re.sub(r"Paused for \d+:\d\d", "Paused for m:ss", picture)


def written_down(folders: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the sessions in the history at this moment, without starting a process."""
    return History(Folders.from_environment(folders).history_file).sessions()


def crash_reports(folders: Mapping[str, str]) -> list[Path]:
    """Return the reports of footui's own errors."""
    return list(Path(folders["FOOTUI_STATE_DIR"]).glob("crash-*.txt"))


def big_words(screen: str) -> set[str]:
    """Return which of `WORDS` stand on the screen in large letters of three rows."""
    rows = screen.split("\n")
    return {word for word in WORDS if _stands_in(rows, stroke_word(word))}


def _stands_in(rows: list[str], word: list[str]) -> bool:
    """Tell whether the three rows of `word` stand below each other, with no further letter behind them."""
    width = max(map(len, word))
    letters = {character for shape in STROKES.values() for row in shape for character in row} - {" "}
    for first, second, third in zip(rows, rows[1:], rows[2:], strict=False):
        place = first.find(word[0])
        while place >= 0:
            cut = [row[place:].ljust(width + 2) for row in (first, second, third)]
            behind = "".join(row[width : width + 2] for row in cut)
            if [row[:width].rstrip() for row in cut] == word and not letters & set(behind):
                return True
            place = first.find(word[0], place + 1)
    return False


def is_put_right(modes: Modes) -> bool:
    """Tell whether a terminal is as a shell wants it: nothing on but the cursor and line wrap."""
    return modes.on <= {7, 25} and not modes.off & {7, 25} and modes.keyboard_depth == 0


def seconds_until_gone(process: psutil.Process) -> float:
    """Wait until a process can do nothing any more; return how many seconds that took."""
    began = time.perf_counter()
    while is_alive(process):
        if time.perf_counter() - began > PATIENCE:
            message = f"still there after {PATIENCE:g} s: {process}"
            raise NotSeenError(message)
        time.sleep(_BETWEEN_LOOKS)
    return time.perf_counter() - began


def footer_keys(terminal: Terminal) -> list[str]:
    """Return the keys that the footer in the last row names."""
    footer = terminal.screen_text().split("\n")[-1]
    return [part.split(" ")[0] for part in re.split(" {2,}", footer.strip())]
