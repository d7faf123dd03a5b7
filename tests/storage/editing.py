"""Edits done on a text in tests."""

from __future__ import annotations

import difflib
import tomllib

from footui.storage.toml_edit import Edit, same_values
from footui.storage.toml_edit_text import edited


def after(text: str, *edits: Edit) -> str:
    """The text after the edits, which says what they mean."""
    changed, meant = edited(text, tomllib.loads(text), edits)
    assert same_values(tomllib.loads(changed), meant)
    return changed


def difference(before: str, changed: str) -> list[str]:
    """The lines that went and came."""
    lines = list(difflib.unified_diff(before.splitlines(), changed.splitlines(), lineterm="", n=0))[2:]
    return [line for line in lines if not line.startswith("@@")]
