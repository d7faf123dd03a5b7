"""The TOML files of a folder, and where what is in them comes from."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path

from footui.storage.problems import Problem, reason


class Origin(StrEnum):
    """Where a routine or an exercise comes from."""

    OWN = "own"
    SHIPPED = "shipped"
    FILE = "file"
    """Named by a path, or read from standard input."""


def toml_files(folder: Path) -> tuple[list[Path], list[Problem]]:
    """The `*.toml` of `folder` but for hidden ones, by name; and why it cannot be looked into, if so.

    A folder that is not there is empty.
    """
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 - the names alone are wanted, and it is half the time
    except FileNotFoundError:
        return [], []
    except OSError as error:
        return [], [Problem(str(folder), 1, 1, f"The folder could not be read: {reason(error)}.")]
    return [folder / name for name in names if name.endswith(".toml") and not name.startswith(".")], []


def sort_key(title: str) -> str:
    """What titles are sorted by: an accent or a capital does not put one behind the others."""
    if title.isascii():
        return title.lower()
    from footui.core.plain_words import folded  # noqa: PLC0415  # the first picture mostly does without it

    return folded(title)
