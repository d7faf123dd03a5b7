"""Columns of text, measured in the cells of a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence


def cells(text: str) -> int:
    """How many cells of a terminal a text takes up."""
    return len(text) if text.isascii() else sum(map(_cells_of, text))


def _cells_of(character: str) -> int:
    if unicodedata.combining(character) or character in "\u200d\ufe0f":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def columns(rows: Sequence[Sequence[str]], *, right: Iterable[int] = (), indent: str = "") -> list[str]:
    """Rows as lines, each column as wide as its widest cell, two spaces between; columns in `right` end flush."""
    widths = [max(cells(row[place]) for row in rows) for place in range(len(rows[0]))] if rows else []
    flush = set(right)
    lines = []
    for row in rows:
        padded = []
        for place, text in enumerate(row):
            gap = " " * (widths[place] - cells(text))
            padded.append(gap + text if place in flush else text + gap)
        shown = [text for place, text in enumerate(padded) if widths[place]]
        lines.append((indent + "  ".join(shown)).rstrip())
    return lines
