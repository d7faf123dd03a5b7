"""Numbers, ranges, tempos and words as people type them, and back: `10-20` is what a file has as `[10, 20]`.

What cannot be read stays the text that was typed, so that whoever checks it can name it.
"""

from __future__ import annotations

import re
from decimal import Decimal
from enum import Enum
from typing import Final, NamedTuple

from footui.core.dose import Level, Number, Range
from footui.core.wording import number

_NUMBER: Final = r"(?:\d{1,30}(?:[.,]\d{0,30})?|[.,]\d{1,30})"
_DASH: Final = r"\s*[-‐‑‒–—−]\s*"
_ONE: Final = re.compile(rf"([-−]?{_NUMBER})", re.ASCII)
_TWO: Final = re.compile(rf"([-−]?{_NUMBER})(?:{_DASH}|\s+to\s+)({_NUMBER})", re.ASCII)
_BETWEEN_PARTS: Final = re.compile(rf"{_DASH}|\s*/\s*|\s*[,;]\s+|\s+")


class Typing(Enum):
    """How a field is typed."""

    NUMBER = "number"
    RANGE = "range"
    """A number, or two with a hyphen between."""
    TEMPO = "tempo"
    """Three numbers: up, held, down."""
    WORDS = "words"
    """Several short texts with commas between."""
    TEXT = "text"
    CHOICE = "choice"
    """One of a few; it is chosen, not typed."""


class TypedField(NamedTuple):
    """One field as it is typed; `before` and `after` are the words around it in a line."""

    name: str
    typing: Typing
    before: str = ""
    after: str = ""
    choices: tuple[str, ...] = ()
    """For a choice: the texts it may have, in order; an empty one stands for what holds without it."""
    names: tuple[str, ...] = ()
    """How the choices are shown."""
    absent: str = ""
    """What holds where nothing is written, as it is shown."""
    hint: str = ""
    """What may be typed, as a sentence."""

    def shown(self, text: str) -> str:
        """The text as a line shows it while another field is typed in."""
        if self.typing is Typing.CHOICE:
            return self.names[self.choices.index(text)] if text in self.choices else text
        return text or self.absent

    def turned(self, text: str, by: int) -> str:
        """The choice so many after this one, the first behind the last; of a number, so many more.

        A range is moved as a whole; nothing gets below zero. What is no number stays as it is.
        """
        if self.typing is Typing.CHOICE:
            at = self.choices.index(text) if text in self.choices else 0
            return self.choices[(at + by) % len(self.choices)]
        if self.typing not in (Typing.NUMBER, Typing.RANGE):
            return text
        value = read_range(text or self.absent)
        if isinstance(value, str):
            return text
        ends = value if isinstance(value, list) else [value]
        return text if min(ends) + by < 0 else "-".join(shown_number(end + by) for end in ends)


def typed_value(typing: Typing, text: str) -> object:
    """What a file has for this text; the text itself where it cannot be read, and None where it is empty."""
    text = text.strip()
    if not text:
        return None
    match typing:
        case Typing.NUMBER:
            return read_number(text)
        case Typing.RANGE:
            return read_range(text)
        case Typing.TEMPO:
            return read_tempo(text)
        case Typing.WORDS:
            return read_words(text)
        case Typing.TEXT | Typing.CHOICE:
            return text


def read_number(text: str) -> Number | str:
    """“20”, “2.5” or “2,5” as a number, a whole one without decimals; else the text."""
    found = _ONE.fullmatch(text.strip())
    return text if found is None else _number(found[1])


def read_range(text: str) -> Number | list[Number] | str:
    """“10-20” as [10, 20], one number as itself; two alike are one. Else the text."""
    found = _TWO.fullmatch(text.strip())
    if found is None:
        return read_number(text)
    low, high = map(_number, found.groups())
    return low if low == high else [low, high]


def read_tempo(text: str) -> list[Number] | Number | str:
    """“3-2-3”, “3 2 3” or “3/2/3” as [3, 2, 3]; one number as itself. Else the text."""
    parts = _BETWEEN_PARTS.split(text.strip())
    if len(parts) == 1 and text.count(",") == 2:
        parts = text.split(",")
    numbers = [read_number(part) for part in parts]
    right = [each for each in numbers if not isinstance(each, str)]
    if len(right) != len(numbers):
        return text
    return right[0] if len(right) == 1 else right


def read_words(text: str) -> list[str]:
    """“clockwise, anticlockwise” as a list; nothing between two commas is no word."""
    return [word for each in text.split(",") if (word := " ".join(each.split()))]


def shown_value(value: object) -> str:
    """A value of a file as one would type it; nothing for None."""
    match value:
        case None:
            return ""
        case bool() | str():
            return str(value)
        case int() | float():
            return shown_number(value)
        case list() | tuple():
            between = "-" if all(isinstance(each, (int, float)) for each in value) else ", "
            return between.join(map(shown_value, value))
        case _:
            return str(value)


def shown_number(value: Number) -> str:
    """A number with all its decimals and no more: “5”, “2.5”, never “1e-07”."""
    return str(int(value)) if value == int(value) else format(Decimal(repr(value)), "f")


def told_range(span: Range, unit: str, *, counted: bool) -> str:
    """“a range: low 10 s, middle 15 s, high 20 s”; nothing for a single number. `unit` follows each number."""
    if span.is_single:
        return ""
    values = [(level, span.counted_at(level) if counted else span.at(level)) for level in Level]
    return "a range: " + ", ".join(f"{level} {number(value)}{unit}" for level, value in values)


def _number(text: str) -> Number:
    value = Decimal(text.replace(",", ".").replace("−", "-"))
    return int(value) if value == value.to_integral_value() else float(value)
