"""The person's settings, `config.toml`; so far one is read: the theme."""

from __future__ import annotations

from footui.storage.folders import Folders
from footui.storage.toml_source import TomlProblems, read_toml_file

THEMES = ("dark", "light", "contrast", "terminal")
"""What `theme` may be: three sets of colours, or the terminal's own."""


def chosen_theme(folders: Folders) -> str | None:
    """The theme that `config.toml` names; None where it names none that there is, or cannot be read."""
    if not folders.config_file.exists():
        return None
    try:
        theme = read_toml_file(folders.config_file, str(folders.config_file)).table.get("theme")
    except TomlProblems:
        return None
    return theme if theme in THEMES else None
