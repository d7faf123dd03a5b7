"""Numbers in large digits: three rows, five, or any multiple of five; and the m:ss of what is longer than 99 s."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from footui.widgets.glyphs import FULL, Glyphs
from footui.widgets.letters import pixels
from footui.widgets.role import Fill

BLOCKS: Final[dict[str, tuple[str, str, str, str, str]]] = {
    "0": ("XXX", "X.X", "X.X", "X.X", "XXX"),
    "1": ("..X", "..X", "..X", "..X", "..X"),
    "2": ("XXX", "..X", "XXX", "X..", "XXX"),
    "3": ("XXX", "..X", "XXX", "..X", "XXX"),
    "4": ("X.X", "X.X", "XXX", "..X", "..X"),
    "5": ("XXX", "X..", "XXX", "..X", "XXX"),
    "6": ("XXX", "X..", "XXX", "X.X", "XXX"),
    "7": ("XXX", "..X", "..X", "..X", "..X"),
    "8": ("XXX", "X.X", "XXX", "X.X", "XXX"),
    "9": ("XXX", "X.X", "XXX", "..X", "XXX"),
    ":": (".", "X", ".", "X", "."),
    " ": ("...", "...", "...", "...", "..."),
}
"""The digits in five rows; at a scale of k each X becomes a block 2·k cells wide and k rows high."""

STROKES: Final[dict[str, tuple[str, str, str]]] = {
    "0": ("┏━┓", "┃ ┃", "┗━┛"),
    "1": ("╺┓ ", " ┃ ", "╺┻╸"),
    "2": ("┏━┓", "┏━┛", "┗━╸"),
    "3": ("┏━┓", "╺━┫", "┗━┛"),
    "4": ("╻ ╻", "┗━┫", "  ╹"),
    "5": ("┏━╸", "┗━┓", "┗━┛"),
    "6": ("┏━╸", "┣━┓", "┗━┛"),
    "7": ("┏━┓", "  ┃", "  ╹"),
    "8": ("┏━┓", "┣━┫", "┗━┛"),
    "9": ("┏━┓", "┗━┫", "╺━┛"),
    ":": ("╻", " ", "╹"),
    " ": ("   ", "   ", "   "),
}
"""The digits in three rows."""

ASCII_STROKES: Final[dict[str, tuple[str, str, str]]] = {
    "0": (" _ ", "| |", "|_|"),
    "1": ("   ", "  |", "  |"),
    "2": (" _ ", " _|", "|_ "),
    "3": (" _ ", " _|", " _|"),
    "4": ("   ", "|_|", "  |"),
    "5": (" _ ", "|_ ", " _|"),
    "6": (" _ ", "|_ ", "|_|"),
    "7": (" _ ", "  |", "  |"),
    "8": (" _ ", "|_|", "|_|"),
    "9": (" _ ", "|_|", " _|"),
    ":": (" ", ".", "."),
    " ": ("   ", "   ", "   "),
}
"""The digits in three rows of ASCII."""


TWO_DIGITS: Final = 14
"""Cells of two digits of five rows."""


def number_text(value: int, *, seconds: bool) -> str:
    """Return a number as it is read: two digits as they are, seconds above 99 as `m:ss`."""
    if seconds and value > 99:
        return f"{value // 60}:{value % 60:02}"
    return str(value)


def block_number(text: str, block: str, scale: int = 1) -> list[str]:
    """Return digits of `block` in 5 rows × `scale`, each 6 cells × `scale` wide with 2 × `scale` blank between them."""
    rows = [pixels(".".join(BLOCKS[digit][row] for digit in text), block, 2 * scale) for row in range(5)]
    return [row for row in rows for _ in range(scale)]


def stroke_number(text: str, gap: str = " ", glyphs: Glyphs = FULL) -> list[str]:
    """Return digits and colons in three rows of strokes, with `gap` between them."""
    shapes = ASCII_STROKES if glyphs.is_ascii else STROKES
    return [gap.join(shapes[digit][row] for digit in text) for row in range(3)]


def scale_of(width: int, height: int) -> int:
    """Return the scale at which two digits of blocks fit a place; 0 where they do not."""
    return min(width // TWO_DIGITS, height // 5)


def number_rows(
    value: int, width: int, height: int, *, fill: Fill = Fill.SOLID, seconds: bool = True, glyphs: Glyphs = FULL
) -> list[str]:
    """Return a number, 0 or more, in the largest digits that `width` × `height` cells hold, all rows `width` long.

    The digits end at the right edge and at the bottom, so that a number of one digit and one of two share cells.
    """
    text = number_text(value, seconds=seconds).rjust(2)
    for rows in _shapes(text, width, height, glyphs.block(fill), glyphs):
        if len(rows) <= height and len(rows[0]) <= width:
            return [" " * width] * (height - len(rows)) + [row.rjust(width) for row in rows]
    return [text.strip()[:width]] if height else []


def _shapes(text: str, width: int, height: int, block: str, glyphs: Glyphs) -> Iterator[list[str]]:
    """Yield the shapes in which a number can be drawn, the largest first."""
    blocks = len(".".join(BLOCKS[digit][0] for digit in text)) * 2
    if scale := min(width // blocks, height // 5):
        yield block_number(text, block, scale)
    yield stroke_number(text, " ", glyphs)
    if len(text) > 2:
        yield stroke_number(text, "", glyphs)
    yield [text.strip()]
