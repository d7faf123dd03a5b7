"""Where everything of the live view stands, for every size of terminal: pure arithmetic.

Sizes and places are in cells. What has no place at a size is not shown there.
"""

from __future__ import annotations

from typing import NamedTuple

WIDEST = 160
"""Above this the picture is centred, not stretched."""

FULL_SIZE = (60, 20)
"""From this size on the whole view is drawn; below it stands in plain rows."""

WIDE = 76
"""From this many cells on long words stand where below it there are short ones."""

LONGEST_WORD = 30
"""Cells of RELEASE in three rows, and of two digits with what they count beside them."""

LONGEST_NOTE = 13
"""Cells of what stands beside the number: “of 10 counts”."""

LONG_NUMBER = 14
"""Cells of two digits of five rows, and of m:ss in three."""


class Place(NamedTuple):
    """A rectangle of cells."""

    x: int
    y: int
    width: int
    height: int


Places = dict[str, Place]
"""The place of each part by its name."""


class Parts(NamedTuple):
    """What the view has to show besides what is always there."""

    own_pace: bool = False
    """The bar has a part for each set."""
    asking: bool = False
    """A question takes the rows under the stage."""


def live_places(width: int, height: int, parts: Parts) -> Places:
    """The places of all parts for a terminal of this size."""
    if width < 20 or height < 4:
        return (
            {"plain": Place(0, 0, max(width, 1), 1), "text": Place(0, 1, max(width, 1), 1)}
            if height > 1
            else {"plain": Place(0, 0, max(width, 1), 1)}
        )
    if width < FULL_SIZE[0] or height < FULL_SIZE[1]:
        return _plain(width, height, parts)
    return _full(width, height, parts)


def _full(width: int, height: int, parts: Parts) -> Places:
    inner = min(width, WIDEST) - 2
    x = (width - inner) // 2
    rows = _Rows.of(height, note_height=1 if inner >= WIDE else 2)
    places = _head(x, inner) | _foot(x, inner, height)
    places |= _stage(x, inner, rows.stage, tall=height >= 36)
    places["title"] = Place(x, rows.title, inner, 1)
    places["sets" if parts.own_pace else "bar"] = Place(x, rows.bar, inner, rows.bar_height)
    if parts.asking:
        places["question"] = Place(x, rows.line, inner, rows.after - rows.line + 1)
        return places
    places |= {
        "text": Place(x, rows.line, inner, 1 + rows.note_height),
        "then": Place(x, rows.then, inner, 1),
        "after": Place(x, rows.after, inner, 1),
    }
    return places


class _Rows(NamedTuple):
    """The row of each part below the stage, counted from the bottom so that the stage takes what is left."""

    stage: tuple[int, int]
    title: int
    bar: int
    bar_height: int
    line: int
    note_height: int
    then: int
    after: int

    @classmethod
    def of(cls, height: int, note_height: int) -> _Rows:
        tall = height >= 36
        after = height - 4
        then = after - 1
        note = then - note_height - (height >= 24)  # a blank row between, where there is one
        line = note - 1
        bar_height = 2 if tall else 1
        bar = line - bar_height - tall
        title = bar - 1
        return cls((3, title - 4), title, bar, bar_height, line, note_height, then, after)


def _head(x: int, inner: int) -> Places:
    """The first two rows: what is done, and how far it is."""
    right = 38 if inner >= WIDE else 22
    clock = 18 if inner >= WIDE else 15
    return {
        "heading": Place(x, 0, inner - right - 1, 1),
        "heading_right": Place(x + inner - right, 0, right, 1),
        "strip": Place(x, 1, inner - clock - 1, 1),
        "clock": Place(x + inner - clock, 1, clock, 1),
    }


def _foot(x: int, inner: int, height: int) -> Places:
    """The message, over two rows where it is long, and the keys."""
    return {"message": Place(x, height - 3, inner, 2), "footer": Place(x, height - 1, inner, 1)}


def _stage(x: int, inner: int, rows: tuple[int, int], *, tall: bool) -> Places:
    """Word and number in the largest letters there is room for, the side posts, and how it is done."""
    top, height = rows
    posts = {"post_left": Place(x, top, 2, height), "post_right": Place(x + inner - 2, top, 2, height)}
    if height < 10:
        return posts | _low_stage(x, inner, top)
    middle = x + min(inner * 40 // 76, inner - 4 - LONGEST_WORD)
    room = x + inner - 4 - middle
    largest = tall and height >= 17 and room >= LONG_NUMBER * 2 + 2 + LONGEST_NOTE
    word_height, gap, digits = (5, 2, 10) if largest else (3, 2, 5)
    first = top + max(0, height - word_height - gap - digits) // 3
    number_y = first + word_height + gap
    wide = LONG_NUMBER * 2 if digits == 10 else LONG_NUMBER
    how_to = {"how_to": Place(x + 4, top, middle - x - 6, height)} if middle - x - 6 >= 20 else {}
    return (
        posts
        | how_to
        | {
            "word": Place(middle, first, room, word_height),
            "number": Place(middle, number_y, wide, digits),
            "number_note": Place(middle + wide + 2, number_y + digits - 1, room - wide - 2, 1),
        }
    )


def _low_stage(x: int, inner: int, top: int) -> Places:
    """Word and number side by side, where there are fewer than ten rows."""
    number_x = x + max(inner - 2 - 4 - LONG_NUMBER - 6, 32)
    return {
        "word": Place(x + 3, top + 1, number_x - x - 4, 3),
        "number": Place(number_x, top, LONG_NUMBER, 5),
        "number_note": Place(number_x, top + 5, LONG_NUMBER, 1),
        "count": Place(x + 3, top + 5, number_x - x - 4, 1),
    }


def _plain(width: int, height: int, parts: Parts) -> Places:
    """Plain rows, most needed first; the keys stand in the last row wherever there are five."""
    x, inner = 1, width - 2
    last = height - 1 if height >= 5 else height
    places = {"footer": Place(x, height - 1, inner, 1)} if height >= 5 else {}
    bar = "sets" if parts.own_pace else "bar"
    if parts.asking:
        return places | {"plain": Place(x, 0, inner, 1), "question": Place(x, 1, inner, max(last - 1, 1))}
    if height >= 10:
        right = 14
        places |= {
            "heading": Place(x, 0, inner - right - 1, 1),
            "heading_right": Place(x + inner - right, 0, right, 1),
            "plain": Place(x, 2, inner, 1),
            bar: Place(x, 3, inner, 1),
            "title": Place(x, 4, inner, 1),
            "then": Place(x, 5, inner, 1),
            "clock": Place(x, 6, inner, 1),
            "message": Place(x, 7, inner, last - 7),
        }
        return places
    order = ["plain", bar, "title", "then", "clock"]
    return places | {name: Place(x, y, inner, 1) for y, name in enumerate(order[:last])}
