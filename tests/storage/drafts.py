"""A routine file and its draft, for tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from footui.core.routine import Routine
from footui.storage.catalogue import load_catalogue
from footui.storage.draft import Draft
from footui.storage.folders import Folders
from footui.storage.routine_file import read_routine
from footui.storage.toml_edit import SetKey
from footui.storage.toml_source import TomlSource

LEGS = """\
format = 1
title = "Legs"   # mine

# one
[[steps]]
exercise = "toe-press"
hold = 3
reps = 10

[[steps]]
exercise = "toe-walk"   # slowly
move = 20
"""

HOLD_4 = SetKey(("steps", 0, "hold"), 4)
HOLD_5 = SetKey(("steps", 0, "hold"), 5)
NO_STEPS = "no steps. Write at least one under [[steps]]."

Read = Callable[[TomlSource], Routine]


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Read:
    """Reads a routine called legs with the shipped exercises."""
    nowhere = tmp_path_factory.mktemp("nowhere")
    catalogue = load_catalogue(Folders(nowhere, nowhere, nowhere))
    return lambda source: read_routine(source, "legs", catalogue)


@pytest.fixture
def legs(tmp_path: Path) -> Path:
    """A routine file."""
    path = tmp_path / "legs.toml"
    path.write_text(LEGS)
    return path


@pytest.fixture
def draft(legs: Path, read: Read) -> Draft[Routine]:
    """The file, opened."""
    return Draft.open(legs, read)
