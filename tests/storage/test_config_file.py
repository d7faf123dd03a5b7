"""The theme can be chosen in a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from footui.storage.config_file import chosen_theme
from footui.storage.folders import Folders


def folders_with(path: Path, text: str | None) -> Folders:
    """Folders with this `config.toml`, or none."""
    folders = Folders(path / "config", path / "data", path / "state")
    if text is not None:
        folders.config.mkdir()
        folders.config_file.write_text(text)
    return folders


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        (None, None),
        ('theme = "light"', "light"),
        ('theme = "pink"', None),
        ("theme = 3", None),
        ("theme = [", None),
        ('day_start = "04:00"', None),
    ],
)
def test_the_theme_is_the_one_named_where_there_is_such_a_one(
    tmp_path: Path, text: str | None, theme: str | None
) -> None:
    assert chosen_theme(folders_with(tmp_path, text)) == theme
