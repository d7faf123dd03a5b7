"""Rows of cells: what a widget wants to show, the cropping that makes it fit, and where two pictures differ.

Nothing here knows the screen; a row is a tuple of runs, a run is text in one colour.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple, TypeAlias

from rich.cells import cell_len

from footui.widgets.role import Role


class Run(NamedTuple):
    """Text in one role. Text is data: nothing in it is markup, and it holds no line ends."""

    text: str
    role: Role = Role.TEXT
    bold: bool = False
    shaded: bool = False
    """The text is shaded blocks; on a light screen these are drawn darker than the role."""


Row: TypeAlias = tuple[Run, ...]
"""The runs of one line, left to right; cells beyond its end are blank."""


class Line(NamedTuple):
    """A row in two parts: the left one is cropped when it gets narrow, the right one stands at the edge."""

    left: Row
    right: Row = ()


def runs(text: str | Row, role: Role = Role.TEXT, *, bold: bool = False) -> Row:
    """Return plain text as a row of one run; a row is returned as it is."""
    return (Run(text, role, bold),) if isinstance(text, str) else text


def line(left: str | Row, right: str | Row = "") -> Line:
    """Return a line in two parts, each plain text or runs."""
    return Line(runs(left), runs(right) if right else ())


def row_width(row: Row) -> int:
    """Return the number of cells a row takes."""
    return sum(cell_len(run.text) for run in row)


def crop(row: Row, width: int, ellipsis: str) -> Row:
    """Return the row cut to at most `width` cells; what is cut off leaves `ellipsis` as its sign."""
    if row_width(row) <= width:
        return row
    sign = ellipsis if cell_len(ellipsis) < width else ellipsis[:width]
    left = max(0, width - cell_len(sign))
    kept: list[Run] = []
    for run in row:
        text = head(run.text, left)
        left -= cell_len(text)
        kept.append(run._replace(text=text))
        if len(text) < len(run.text):
            kept[-1] = run._replace(text=text.rstrip() + sign)
            break
    return tuple(kept)


def head(text: str, width: int) -> str:
    """Return as much of the start of `text` as `width` cells can hold; a wide character is not halved."""
    used = 0
    for place, letter in enumerate(text):
        used += cell_len(letter)
        if used > width:
            return text[:place]
    return text


def fit(line: Line, width: int, ellipsis: str, *, gap: int = 2) -> Row:
    """Return one row of at most `width` cells: the left part cropped as far as needed, the right part at the edge.

    Where both do not fit and the right one would leave less than a third of the row to the left one, it is left out.
    """
    taken = row_width(line.right) + gap if line.right else 0
    if row_width(line.left) + taken > width and taken > width * 2 // 3 and line.left:
        return crop(line.left, width, ellipsis)
    left = crop(line.left, width - taken, ellipsis)
    if not line.right:
        return left
    blank = " " * (width - row_width(left) - row_width(line.right))
    first, *rest = crop(line.right, width, ellipsis)
    return (*left, first._replace(text=blank + first.text), *rest)


def wrap(text: str, width: int, height: int, ellipsis: str) -> list[str]:
    """Return `text` in lines of at most `width` cells, broken between words; the last of `height` lines is cropped."""
    lines: list[str] = []
    words = text.split()
    while words and len(lines) < height - 1:
        line = words.pop(0)
        while words and cell_len(line) + 1 + cell_len(words[0]) <= width:
            line += " " + words.pop(0)
        if cell_len(line) > width:
            start = head(line, width)
            words.insert(0, line[len(start) :])
            line = start
        if not line:
            break
        lines.append(line)
    last = " ".join(words)
    if last and height > 0:
        lines.append("".join(run.text for run in crop((Run(last),), width, ellipsis)))
    return lines


def cut(row: Row, start: int, end: int) -> Row:
    """Return the cells of a row from `start` up to, not including, `end`; every character must be one cell wide."""
    kept: list[Run] = []
    at = 0
    for run in row:
        text = run.text[max(0, start - at) : max(0, end - at)]
        if text:
            kept.append(run._replace(text=text))
        at += len(run.text)
    return tuple(kept)


def changed_span(before: Row, after: Row) -> tuple[int, int] | None:
    """Return the first cell that differs and the one after the last that does; None where the rows look alike."""
    if before == after:
        return None
    if _has_odd_widths(before) or _has_odd_widths(after):
        return 0, max(row_width(before), row_width(after))
    differing = [
        place
        for place, (old, new) in enumerate(zip_longest(_cells(before), _cells(after), fillvalue=None))
        if old != new
    ]
    return (differing[0], differing[-1] + 1) if differing else None


def _cells(row: Row) -> Iterator[tuple[str, Role, bool, bool] | None]:
    """Yield each cell as its character with what it looks like; a blank is None, whatever its colour."""
    for text, role, bold, shaded in row:
        for letter in text:
            yield None if letter == " " else (letter, role, bold, shaded)


def _has_odd_widths(row: Row) -> bool:
    """Tell whether some character takes more or less than one cell."""
    return any(not run.text.isascii() and cell_len(run.text) != len(run.text) for run in row)
