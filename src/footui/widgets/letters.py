"""The words of the phases in large letters: three rows in strokes, five rows in blocks two cells wide."""

from __future__ import annotations

from typing import Final

from footui.widgets.glyphs import FULL, Glyphs

STROKES: Final[dict[str, tuple[str, str, str]]] = {
    "A": ("┏━┓", "┣━┫", "╹ ╹"),
    "C": ("┏━╸", "┃  ", "┗━╸"),
    "D": ("╺┳┓", " ┃┃", "╺┻┛"),
    "E": ("┏━╸", "┣╸ ", "┗━╸"),
    "G": ("┏━╸", "┃╺┓", "┗━┛"),
    "H": ("╻ ╻", "┣━┫", "╹ ╹"),
    "I": ("╻", "┃", "╹"),
    "L": ("╻  ", "┃  ", "┗━╸"),
    "M": ("┏┳┓", "┃┃┃", "╹ ╹"),
    "N": ("┏┓╻", "┃┗┫", "╹ ╹"),
    "O": ("┏━┓", "┃ ┃", "┗━┛"),
    "P": ("┏━┓", "┣━┛", "╹  "),
    "R": ("┏━┓", "┣┳┛", "╹┗╸"),
    "S": ("┏━┓", "┗━┓", "┗━┛"),
    "T": ("╺┳╸", " ┃ ", " ╹ "),
    "U": ("╻ ╻", "┃ ┃", "┗━┛"),
    "V": ("╻ ╻", "┃┏┛", "┗┛ "),
    "W": ("╻ ╻", "┃╻┃", "┗┻┛"),
    "X": ("╻ ╻", "┏╋┛", "╹ ╹"),
    "Y": ("╻ ╻", "┗┳┛", " ╹ "),
    "?": ("┏━┓", " ┏┛", " ╹ "),
}
"""The letters in three rows."""

BLOCKS: Final[dict[str, tuple[str, str, str, str, str]]] = {
    "A": ("XXX", "X.X", "XXX", "X.X", "X.X"),
    "C": ("XXX", "X..", "X..", "X..", "XXX"),
    "D": ("XX.", "X.X", "X.X", "X.X", "XX."),
    "E": ("XXX", "X..", "XX.", "X..", "XXX"),
    "G": ("XXX", "X..", "X.X", "X.X", "XXX"),
    "H": ("X.X", "X.X", "XXX", "X.X", "X.X"),
    "I": ("X", "X", "X", "X", "X"),
    "L": ("X..", "X..", "X..", "X..", "XXX"),
    "M": ("X...X", "XX.XX", "X.X.X", "X...X", "X...X"),
    "N": ("X..X", "XX.X", "X.XX", "X..X", "X..X"),
    "O": ("XXX", "X.X", "X.X", "X.X", "XXX"),
    "P": ("XXX", "X.X", "XXX", "X..", "X.."),
    "R": ("XX.", "X.X", "XX.", "X.X", "X.X"),
    "S": ("XXX", "X..", "XXX", "..X", "XXX"),
    "T": ("XXX", ".X.", ".X.", ".X.", ".X."),
    "U": ("X.X", "X.X", "X.X", "X.X", "XXX"),
    "V": ("X.X", "X.X", "X.X", "X.X", ".X."),
    "W": ("X...X", "X...X", "X.X.X", "XX.XX", "X...X"),
    "X": ("X.X", "X.X", ".X.", "X.X", "X.X"),
    "Y": ("X.X", "X.X", ".X.", ".X.", ".X."),
    "?": ("XXX", "..X", ".XX", "...", ".X."),
}
"""The letters in five rows; each X becomes a block two cells wide."""


def stroke_word(word: str) -> list[str]:
    """Return a word in three rows of strokes, one blank column between its letters.

    Raises KeyError for a letter that no phase has.
    """
    return ["".join(f"{STROKES[letter][row]} " for letter in word).rstrip() for row in range(3)]


def block_word(word: str, block: str = FULL.solid) -> list[str]:
    """Return a word in five rows of `block`, two blank columns between its letters.

    Raises KeyError for a letter that no phase has.
    """
    return [pixels(".".join(BLOCKS[letter][row] for letter in word), block).rstrip() for row in range(5)]


def spaced_word(word: str) -> str:
    """Return a word in spaced capitals, as in `H O L D`."""
    return " ".join(word)


def pixels(pattern: str, block: str, width: int = 2) -> str:
    """Return a row of a pattern: each X as `width` blocks, each dot as so many blanks."""
    return pattern.replace("X", block * width).replace(".", " " * width)


def word_rows(word: str, width: int, height: int, glyphs: Glyphs = FULL) -> list[str]:
    """Return a word in the largest letters that `width` × `height` cells hold; one row where only that fits.

    Small letters become capitals. ASCII has spaced capitals at every height. Letters without a shape make it plain.
    """
    word = word.upper()
    if glyphs.is_ascii:
        word = glyphs.text(word)
        spaced = spaced_word(word)
        return [spaced if len(spaced) <= width else word]
    if all(letter in STROKES for letter in word):
        for rows in (block_word(word, glyphs.solid), stroke_word(word)):
            if len(rows) <= height and max(map(len, rows)) <= width:
                return rows
    return [word]
