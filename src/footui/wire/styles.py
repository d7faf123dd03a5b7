"""Styles of cells, and the shortest sequences that change one into another."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

_COLOUR_PARTS: Final = {"2": 5, "5": 3}
"""How many numbers a colour takes, by the one after 38 or 48: three channels, or one of 256."""

_TAKES_BACK: Final = {"1": "22", "2": "22", "3": "23", "4": "24", "5": "25", "7": "27", "8": "28", "9": "29"}
"""The number that ends an attribute; 22 ends bold and faint."""

SEEN_ON_BLANKS: Final = frozenset({"4", "7", "9", "21", "53"})
"""Attributes that a blank shows: lines and reverse. Any other, and the colour of its letter, are not seen there."""


class Style(NamedTuple):
    """A style as its parts; empty is the terminal's own."""

    attributes: frozenset[str] = frozenset()
    foreground: str = ""
    background: str = ""

    def after(self, before: Style) -> str:
        """The shortest sequence that changes `before` into this; empty where they are the same."""
        return "" if self == before else _change(before, self)

    def on_blank(self) -> Style:
        """What of it is seen on a blank."""
        return self if self.attributes & SEEN_ON_BLANKS else Style(background=self.background)


PLAIN: Final = Style()
"""The terminal's own."""


@lru_cache(maxsize=1024)
def _change(before: Style, after: Style) -> str:
    if after == PLAIN:
        return "\x1b[0m"
    whole = ["0", *sorted(after.attributes), *filter(None, (after.foreground, after.background))]
    gone = before.attributes - after.attributes
    if not gone <= _TAKES_BACK.keys():
        return f"\x1b[{';'.join(whole)}m"
    ends = {_TAKES_BACK[attribute] for attribute in gone}
    kept = {attribute for attribute in before.attributes & after.attributes if _TAKES_BACK.get(attribute) not in ends}
    parts = [*sorted(ends), *sorted(after.attributes - kept)]
    parts += [after.foreground or "39"] if after.foreground != before.foreground else []
    parts += [after.background or "49"] if after.background != before.background else []
    return f"\x1b[{min(';'.join(parts), ';'.join(whole), key=len)}m"


@lru_cache(maxsize=512)
def changed_by(style: Style, numbers: str) -> Style:
    """The style after the numbers of a style sequence."""
    parts = numbers.split(";") if numbers else ["0"]
    attributes, foreground, background = set(style.attributes), style.foreground, style.background
    at = 0
    while at < len(parts):
        number = parts[at]
        length = _COLOUR_PARTS.get(parts[at + 1], 1) if number in ("38", "48") and at + 1 < len(parts) else 1
        whole = ";".join(parts[at : at + length])
        if number in ("", "0"):
            attributes, foreground, background = set(), "", ""
        elif number == "38" or (number.isdigit() and (30 <= int(number) <= 37 or 90 <= int(number) <= 97)):
            foreground = whole
        elif number == "48" or (number.isdigit() and (40 <= int(number) <= 47 or 100 <= int(number) <= 107)):
            background = whole
        elif number == "39":
            foreground = ""
        elif number == "49":
            background = ""
        else:
            attributes = {kept for kept in attributes if _TAKES_BACK.get(kept) != number}
            attributes |= set() if number in _TAKES_BACK.values() else {whole}
        at += length
    return Style(frozenset(attributes), foreground, background)
