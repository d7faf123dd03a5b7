"""Columns and paragraphs of text, measured in the cells of a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

WIDEST = 76
"""Text is never wider."""


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


def paragraph(text: str, *, indent: str = "", first: str | None = None, width: int = WIDEST) -> list[str]:
    """`text` in lines of at most `width` columns, the first of them behind `first`."""
    import textwrap  # noqa: PLC0415 - only pages have paragraphs

    lead = indent if first is None else first
    return textwrap.wrap(text, width, initial_indent=lead, subsequent_indent=indent, break_on_hyphens=False)


def boxed(rows: Sequence[Sequence[str]], widths: Sequence[int], *, indent: str = "") -> list[str]:
    """Rows as lines of columns with these widths; a cell that is longer goes on below itself."""
    lines = []
    for row in rows:
        wrapped = [paragraph(text, width=width) or [""] for text, width in zip(row, widths, strict=True)]
        for place in range(max(map(len, wrapped))):
            texts = [cell[place] if place < len(cell) else "" for cell in wrapped]
            padded = [text + " " * (width - cells(text)) for text, width in zip(texts, widths, strict=True)]
            lines.append((indent + "  ".join(padded)).rstrip())
    return lines
