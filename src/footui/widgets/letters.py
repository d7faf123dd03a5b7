"""The words of the phases in large letters: three rows in strokes, or five rows and multiples of that in blocks."""

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
"""The letters in five rows; at a scale of k each X becomes a block 2·k cells wide and k rows high."""


def stroke_word(word: str) -> list[str]:
    """Return a word in three rows of strokes, one blank column between its letters.

    Raises KeyError for a letter that no phase has.
    """
    return ["".join(f"{STROKES[letter][row]} " for letter in word).rstrip() for row in range(3)]


def block_word(word: str, block: str = FULL.solid, scale: int = 1) -> list[str]:
    """Return a word of `block` in 5 rows × `scale`, two blank columns × `scale` between its letters.

    Raises KeyError for a letter that no phase has.
    """
    rows = [pixels(".".join(BLOCKS[letter][row] for letter in word), block, 2 * scale) for row in range(5)]
    return [row.rstrip() for row in rows for _ in range(scale)]


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
        blocks = 2 * len(".".join(BLOCKS[letter][0] for letter in word))
        if word and (scale := min(width // blocks, height // 5)):
            return block_word(word, glyphs.solid, scale)
        rows = stroke_word(word)
        if height >= len(rows) and max(map(len, rows)) <= width:
            return rows
    return [word]
