"""Where everything of the live view stands, for every size of terminal: pure arithmetic.

Sizes and places are in cells. What has no place at a size is not shown there.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from footui.screens.live_stage import SMALL, Place, Places, can_read, low_stage, stage, zen_stage

__all__ = ["FULL_SIZE", "MIDDLE_SIZE", "WIDE", "Parts", "Place", "Places", "live_places"]

WIDEST = 160
"""Above this the picture is centred, not stretched."""

FULL_SIZE = (60, 20)
"""From this size on the whole view is drawn."""

MIDDLE_SIZE = (40, 12)
"""From this size on the number has three rows; below it all stands in plain rows."""

WIDE = 76
"""From this many cells on long words stand where below it there are short ones."""

LOW_STAGE_ROWS = 6
"""Rows of the stage while something is read or asked below it, and there are few rows."""

SHORT = {
    "bar": (24, 1), "sets": (24, 1), "strip": (24, 1), "footer": (36, 1), "reading": (76, 7),
    "post_left": (2, 4), "post_right": (2, 4), "heading_right": (14, 1),
}  # fmt: skip
"""Cells and rows of what is shorter on a slow link, where each cell is waited for."""

NOT_IF_SLOW = ("figure", "how_to", "after")

ZEN = ("word", "number", "number_note", "title", "bar", "sets", "post_left", "post_right", "plain", "message")
"""What is left of the picture in zen."""


class Parts(NamedTuple):
    """What the view has to show besides what is always there."""

    own_pace: bool = False
    """The bar has a part for each set."""
    asking: bool = False
    """A question takes the rows under the stage."""
    zen: bool = False
    """Only word, number, bar and side, and the message row; a question, the pain prompt and reading go before it."""
    reading: bool = False
    """How it is done, in full, beside or below the number."""
    pain: bool = False
    """The pain prompt takes the rows under the stage."""
    figure: bool = False
    """There is a figure; it stands left of the number where there is room for it."""
    small: bool = False
    """The number has three rows and the word is plain at every size."""
    slow: bool = False
    """The link is slow: as small, and with fewer cells."""


@lru_cache(maxsize=32)
def live_places(width: int, height: int, parts: Parts) -> Places:
    """The places of all parts for a terminal of this size; not to be changed, as they are kept."""
    if width < 20 or height < 4:
        return {"plain": Place(0, 0, max(width, 1), 1)} | (
            {"text": Place(0, 1, max(width, 1), 1)} if height > 1 else {}
        )
    parts = _settled(parts)
    if width < MIDDLE_SIZE[0] or height < MIDDLE_SIZE[1] + (2 if parts.pain else 0):
        places = _plain(width, height, parts)
    elif parts.zen and not parts.slow:
        places = _zen(width, height, parts)
    elif width < FULL_SIZE[0] or height < FULL_SIZE[1]:
        places = _middle(width, height, parts)
    else:
        places = _full(width, height, parts)
    return _slowed(places, parts) if parts.slow else places


def _settled(parts: Parts) -> Parts:
    """One thing at a time: the pain prompt before a question, that before reading, and that before zen."""
    asking = parts.asking and not parts.pain
    reading = parts.reading and not (parts.pain or parts.asking)
    zen = parts.zen and not (parts.pain or parts.asking or parts.reading)
    return parts._replace(asking=asking, reading=reading, zen=zen, small=parts.small or parts.slow)


def _slowed(places: Places, parts: Parts) -> Places:
    """The same with fewer cells, and in zen at the same places: nothing is sent for having moved."""
    slowed: Places = {}
    for name, place in places.items():
        if name in NOT_IF_SLOW or (parts.zen and name not in ZEN):
            continue
        width, height = SHORT.get(name, (place.width, place.height))
        width, height = min(place.width, width), min(place.height, height)
        x = place.x + place.width - width if name == "heading_right" else place.x
        slowed[name] = Place(x, place.y, width, height)
    return slowed


def _sides(width: int) -> tuple[int, int]:
    """Where the picture begins, and how wide it is."""
    inner = min(width, WIDEST) - 2
    return (width - inner) // 2, inner


# From 60 × 20


def _full(width: int, height: int, parts: Parts) -> Places:
    x, inner = _sides(width)
    rows = _Rows.of(height, note_height=1 if inner >= WIDE else 2)
    places = _head(x, inner) | _foot(x, inner, height)
    area = Place(x, rows.stage[0], inner, rows.stage[1])
    below = parts.reading and not can_read(inner, area.height, narrow=parts.slow)
    if below:
        rows = rows.moved_up(area.height - LOW_STAGE_ROWS)
        area = area._replace(height=LOW_STAGE_ROWS)
    places |= stage(area, figure=parts.figure and not parts.pain, reading=parts.reading, small=parts.small)
    if parts.pain:
        places |= _pain(x, inner, height, rows.line if parts.slow else sum(rows.stage))
        if not parts.slow:  # there title and bar stay, as it costs to take them away and bring them back
            return places
    places["title"] = Place(x, rows.title, inner, 1)
    places["sets" if parts.own_pace else "bar"] = Place(x, rows.bar, inner, rows.bar_height)
    if parts.pain:
        return places
    if parts.asking:
        places["question"] = Place(x, rows.line, inner, rows.after - rows.line + 1)
    elif below:
        end = rows.after - 2 if height >= 24 else rows.after
        places["reading"] = Place(x, rows.line, inner, end - rows.line + 1)
        places |= {"then": Place(x, rows.after, inner, 1)} if height >= 24 else {}
    else:
        places |= {
            "text": Place(x, rows.line, inner, 1 + rows.note_height),
            "then": Place(x, rows.then, inner, 1),
            "after": Place(x, rows.after, inner, 1),
        }
    return places


def _pain(x: int, inner: int, height: int, top: int) -> Places:
    """The pain prompt from this row on; where rows are few, the message leaves it one of its two."""
    end = height - 3 if height < 24 or height - top < 10 else height - 4
    return {"pain": Place(x, top, inner, end - top + 1), "message": Place(x, end + 1, inner, height - end - 2)}


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

    def moved_up(self, rows: int) -> _Rows:
        """The same with title, bar and text so many rows higher."""
        return self._replace(title=self.title - rows, bar=self.bar - rows, line=self.line - rows)


def _head(x: int, inner: int) -> Places:
    """The first two rows: what is done, and how far it is."""
    right = 38 if inner >= WIDE else 22 if inner >= FULL_SIZE[0] - 2 else 14
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


# From 40 × 12


def _middle(width: int, height: int, parts: Parts) -> Places:
    """The same parts with few rows or columns: a plain word, and a number of three rows unless there are many rows."""
    x, inner = _sides(width)
    message = 2 if height >= 15 else 1
    last = height - 2 - message  # the last row above the message
    text = 2 if height >= 16 else 1
    places = _head(x, inner)
    places["message"] = Place(x, last + 1, inner, message)
    places["footer"] = Place(x, height - 1, inner, 1)
    if parts.pain or parts.reading or parts.asking:
        return places | _middle_question(Place(x, 0, inner, last + 1), parts)
    top = 3 if height >= 13 else 2
    title = last - text - 3 - (height >= 18)
    area = Place(x, top, inner, title - top - (height >= 14))
    if height < FULL_SIZE[1]:
        places |= low_stage(area._replace(height=min(area.height, SMALL.rows)), small=True)
    else:
        places |= stage(area, figure=False, reading=False, small=parts.small)
    return places | {
        "title": Place(x, title, inner, 1),
        "sets" if parts.own_pace else "bar": Place(x, title + 1, inner, 1),
        "text": Place(x, title + 2, inner, text),
        "then": Place(x, last - 1, inner, 1),
        "after": Place(x, last, inner, 1),
    }


def _middle_question(area: Place, parts: Parts) -> Places:
    """Word, number and bar in two rows, and all else for what is asked or read."""
    x, _, inner, height = area
    name = "pain" if parts.pain else "reading" if parts.reading else "question"
    bar = {} if parts.pain else {"sets" if parts.own_pace else "bar": Place(x, 3, inner, 1)}
    top = 3 if parts.pain else 5 if height >= 14 else 4
    return {"plain": Place(x, 2, inner, 1), **bar, name: Place(x, top, inner, height - top)}


# Zen


def _zen(width: int, height: int, parts: Parts) -> Places:
    """Word, number, side and bar, and a place for messages."""
    x, inner = _sides(width)
    bar = 2 if height >= 24 else 1
    title = height - 3 - bar
    places = zen_stage(Place(x, 1, inner, title - 2), small=parts.small)
    return places | {
        "title": Place(x, title, inner, 1),
        "sets" if parts.own_pace else "bar": Place(x, title + 1, inner, bar),
        "message": Place(x, height - 2, inner, 2),
    }


# Plain rows


def _plain(width: int, height: int, parts: Parts) -> Places:
    """Plain rows, most needed first; the keys stand in the last row wherever there are five."""
    x, inner = _sides(width)
    last = height - 1 if height >= 5 and not parts.zen else height
    places = {"footer": Place(x, height - 1, inner, 1)} if last < height else {}
    places["plain"] = Place(x, 0, inner, 1)
    bar = "sets" if parts.own_pace else "bar"
    if parts.pain or parts.asking:
        return places | {"pain" if parts.pain else "question": Place(x, 1, inner, last - 1)}
    if parts.reading:
        message = {"message": Place(x, last - 1, inner, 1)} if height >= 8 else {}
        end = last - len(message)
        return places | message | {bar: Place(x, 1, inner, 1), "reading": Place(x, 2, inner, end - 2)}
    if parts.zen:
        return places | _plain_zen(Place(x, 0, inner, height), bar)
    if height >= 10:
        right = 14
        return places | {
            "heading": Place(x, 0, inner - right - 1, 1),
            "heading_right": Place(x + inner - right, 0, right, 1),
            "plain": Place(x, 2, inner, 1),
            bar: Place(x, 3, inner, 1),
            "title": Place(x, 4, inner, 1),
            "then": Place(x, 5, inner, 1),
            "clock": Place(x, 6, inner, 1),
            "message": Place(x, 7, inner, last - 7),
        }
    order = ["plain", bar, "title", "then", "clock"]
    return places | {name: Place(x, y, inner, 1) for y, name in enumerate(order[:last])}


def _plain_zen(area: Place, bar: str) -> Places:
    """The bar below the plain row and, where there is room, the number between them."""
    x, _, inner, height = area
    rows = 5 if height >= 10 else 3 if height >= 8 else 0
    places: Places = {}
    if rows and inner >= 29:
        places["number"] = Place(x, 2, 14, rows)
        places["number_note"] = Place(x + 16, 1 + rows, inner - 16, 1)
        return places | {bar: Place(x, rows + 2, inner, 1), "message": Place(x, rows + 3, inner, height - rows - 3)}
    return {bar: Place(x, 1, inner, 1), "message": Place(x, 2, inner, height - 2)}
