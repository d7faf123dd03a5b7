"""How large the word and the number can be, and where they stand: pure arithmetic, in cells.

Digits are 5·k rows high with strokes of 2·k cells, letters 5·j rows; below that the word has three rows of strokes.
Small, the number has three rows and the word is plain.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

TWO_DIGITS = (14, 5)
"""Cells and rows of two digits at k = 1."""

WORD_WIDTH = 38
"""Cells of READY in letters of five rows, the longest of the words people work by; longer ones are drawn smaller."""

LONG_WORD_WIDTH = 54
"""Cells of RELEASE in letters of five rows."""

STROKE_WORD_WIDTH = 27
"""Cells of RELEASE in three rows."""

NOTE = 15
"""Cells of what stands beside the number, “of 10 counts”, with the gap before it."""

POST = 2
"""Cells of a side post; as many are left blank beside it."""

LEFT_COLUMN = 55
"""The number begins no further right than this: a figure of 48 cells has its place before it."""

FIGURE_ROWS = (10, 16)
"""The least and the greatest height of a figure; it is three cells wide for each row."""

HOW_TO_WIDTH = 20
"""The least width in which it is worth saying how an exercise is done."""

STACKED_ROWS = 10
"""From this height on the word stands over the number, below it beside it."""


class Place(NamedTuple):
    """A rectangle of cells."""

    x: int
    y: int
    width: int
    height: int


Places = dict[str, Place]
"""The place of each part by its name."""


class Sizes(NamedTuple):
    """Rows of the word, and cells and rows of the number."""

    word_rows: int
    width: int
    rows: int


SMALL = Sizes(1, 14, 3)
"""A plain word and digits of three rows."""


def stacked(width: int, height: int, gap: int = 2) -> Sizes:
    """The largest word over the largest number; neither is made large at the cost of the other."""
    if width < STROKE_WORD_WIDTH:
        return SMALL
    sizes = _digits(width - NOTE, height - gap - 3)
    return _best(Sizes(_word_rows(width, height - gap - rows), digits, rows) for digits, rows in sizes)


def beside(width: int, height: int) -> Sizes:
    """The same with the number at the right of the word, and its note in a row below it."""
    sizes = _digits(width - STROKE_WORD_WIDTH - 2, height - 1)
    return _best(Sizes(_word_rows(width - 2 - digits, height), digits, rows) for digits, rows in sizes)


def _digits(width: int, height: int) -> list[tuple[int, int]]:
    """Every size of digits that fits."""
    largest = min(width // TWO_DIGITS[0], height // TWO_DIGITS[1])
    return [(TWO_DIGITS[0] * scale, TWO_DIGITS[1] * scale) for scale in range(1, largest + 1)]


def _word_rows(width: int, height: int) -> int:
    return 5 * min(width // WORD_WIDTH, height // 5) or 3


def _worth(sizes: Sizes) -> tuple[int, int, int]:
    """What can be read from afar: letters may be one size less than digits, as the number is what is looked for."""
    letters, digits = sizes.word_rows // 5, sizes.rows // 5
    return min(digits, letters + 1), digits, letters


def _best(found: Iterable[Sizes]) -> Sizes:
    return max(found, key=_worth, default=SMALL)


def stage(area: Place, *, figure: bool, reading: bool, small: bool) -> Places:
    """Word and number at the right, how it is done or its figure at the left, and the side posts at the edges."""
    if area.height < STACKED_ROWS:
        return low_stage(area, small=small)
    x, top, inner, height = area
    middle = min(inner * 40 // 76, LEFT_COLUMN, inner - 2 * POST - TWO_DIGITS[0] - NOTE - 1)
    room = inner - 2 * POST - middle
    sizes = SMALL if small else stacked(room, height)
    gap = 1 if sizes == SMALL else 2
    word_x, word_width, left_top = x + middle, room, top
    across = _word_rows(inner - 4 * POST, height - gap - sizes.rows)
    if across > sizes.word_rows >= 5:  # it is larger over the whole width, with all else below it
        sizes = sizes._replace(word_rows=across)
        word_x, word_width = x + 2 * POST, inner - 4 * POST
    first = top + (height - sizes.word_rows - gap - sizes.rows) // 3
    number_y = first + sizes.word_rows + gap
    if word_x < x + middle:
        left_top = number_y
    left = Place(x + 2 * POST, left_top, middle - 2 * POST - 2, top + height - left_top)
    return (
        _posts(area)
        | _left_column(left, figure=figure, reading=reading)
        | {"word": Place(word_x, first, word_width, sizes.word_rows)}
        | _number(x + middle, number_y, sizes, room)
    )


def can_read(inner: int, height: int, *, narrow: bool) -> bool:
    """Whether the left column of such a stage is wide and high enough to read in; else the rows below the bar are.

    With `narrow` a few words in a row are enough.
    """
    width, rows = (30, STACKED_ROWS) if narrow else (40, 12)
    return min(inner * 40 // 76, LEFT_COLUMN) - 2 * POST - 2 >= width and height >= rows


def _posts(area: Place) -> Places:
    x, top, inner, height = area
    return {"post_left": Place(x, top, POST, height), "post_right": Place(x + inner - POST, top, POST, height)}


def _number(x: int, y: int, sizes: Sizes, room: int) -> Places:
    """The number, and what it counts beside its last row."""
    note = Place(x + sizes.width + 2, y + sizes.rows - 1, room - sizes.width - 2, 1)
    return {"number": Place(x, y, sizes.width, sizes.rows), "number_note": note}


def _left_column(column: Place, *, figure: bool, reading: bool) -> Places:
    """What stands left of the number: all there is to read, or the figure, or how it is done."""
    x, y, width, height = column
    if width < HOW_TO_WIDTH:
        return {}
    if reading:
        return {"reading": column}
    rows = min(FIGURE_ROWS[1], height, width // 3)
    if not figure or rows < FIGURE_ROWS[0]:
        return {"how_to": column}
    places = {"figure": Place(x + 1 if width > rows * 3 else x, y, rows * 3, rows)}
    if height - rows - 2 >= 6:
        places["how_to"] = Place(x, y + rows + 2, width, height - rows - 2)
    return places


def low_stage(area: Place, *, small: bool) -> Places:
    """Word and number side by side, where there are few rows; without posts where there are few columns."""
    x, top, inner, height = area
    posts = _posts(area) if inner >= 48 else {}
    edge = POST + 1 if posts else 0
    room = inner - 2 * edge
    sizes = SMALL if small else beside(room, height)
    if sizes == SMALL:
        word = 10 if posts else 8
        width = min(SMALL.width, room - word) if posts else 13
        note = room - word - width - 2
        return (
            posts
            | {"word": Place(x + edge, top, word, 1), "number": Place(x + edge + word, top, width, 3)}
            | ({"number_note": Place(x + edge + word + width + 2, top + 2, note, 1)} if note > 0 else {})
        )
    word = min(max(room - sizes.width - 6, STROKE_WORD_WIDTH + 2), 50 * max(sizes.word_rows // 5, 1))
    number_x = x + edge + word
    return posts | {
        "word": Place(x + edge, top + (1 if height > sizes.word_rows else 0), word - 1, sizes.word_rows),
        "number": Place(number_x, top, sizes.width, sizes.rows),
        "number_note": Place(number_x, top + sizes.rows, sizes.width, 1),
    }


def zen_stage(area: Place, *, small: bool) -> Places:
    """Word and number as large as they can be, in the middle."""
    x, top, inner, height = area
    room = inner - 4 * POST
    over, side = stacked(room, height, 1), beside(room, height)
    if small or max(over, side, key=_worth).rows < 5:
        return low_stage(area, small=True)
    if _worth(side) > _worth(over):
        return low_stage(area, small=False)
    widest = max(LONG_WORD_WIDTH * (over.word_rows // 5) or STROKE_WORD_WIDTH, over.width + NOTE)
    left = x + 2 * POST + max(0, room - widest) // 2
    right = x + inner - 2 * POST
    gap = 2 if height > over.word_rows + over.rows + 1 else 1
    first = top + (height - over.word_rows - gap - over.rows) // 2
    return (
        _posts(area)
        | {"word": Place(left, first, right - left, over.word_rows)}
        | _number(left, first + over.word_rows + gap, over, right - left)
    )
