"""What remains of an unexpected error: a report in the state folder, and one sentence for the person."""

from __future__ import annotations

import os
import platform
import traceback
from typing import TYPE_CHECKING

from footui import __version__
from footui.cli.parser import COMMANDS, LEVELS, SHELLS
from footui.storage.atomic_file import create_new
from footui.storage.folders import make_private_folder
from footui.storage.problems import SaveProblem

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

_OUR_WORDS = (*COMMANDS, *LEVELS, *SHELLS)


def report_crash(error: BaseException, words: Sequence[str], state: Path, now: datetime) -> str:
    """Write a report into the `state` folder, and give the sentence that tells of it."""
    path = state / f"crash-{now:%Y-%m-%d-%H%M%S}-{os.getpid()}.txt"
    text = "".join(
        [
            f"footui {__version__}, Python {platform.python_version()}, {platform.platform()}\n",
            f"footui {' '.join(map(_without_own_text, words))}\n\n",
            *traceback.format_exception(error),
        ]
    )
    begin = "Footui has met an error of its own and had to stop. What was written down before is kept."
    try:
        make_private_folder(state)
        create_new(path, text.encode("utf-8", "backslashreplace"))
    except SaveProblem as problem:
        return f"{begin} The report could not be saved: {problem} It was: {type(error).__name__}."
    return f"{begin} The report for those who mend it: {path}"


def _without_own_text(word: str) -> str:
    """A word of the command line, unless it may be something the person has written."""
    is_ours = word in _OUR_WORDS or word.startswith("--") or word.replace(".", "", 1).isdigit()
    return word.partition("=")[0] if is_ours else "…"
