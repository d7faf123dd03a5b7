"""Says the same to a terminal in fewer bytes.

Textual gives every piece of text its whole style and takes it back after it. Here a style is said only where it differs
from the one that holds, and a cursor is moved only where something is then written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_MOVE = r"\x1b\[\d+;\d+H"
_NEEDLESS = re.compile(rf"(?:\r?\n|{_MOVE})+(?={_MOVE})")
"""Line ends and moves directly before a move to an absolute place."""

_STYLE = re.compile(r"\x1b\[([\d;]*)m")
_COLOUR_PARTS = {"2": 5, "5": 3}
"""How many numbers a colour takes, by the one after 38 or 48: three channels, or one of 256."""


@dataclass(frozen=True, slots=True)
class _Style:
    """A style as its parts; empty is the terminal's own."""

    attributes: frozenset[str] = frozenset()
    foreground: str = ""
    background: str = ""

    def after(self, before: _Style) -> str:
        """The shortest sequence that changes `before` into this; empty where they are the same."""
        if self == before:
            return ""
        if self == _PLAIN:
            return "\x1b[0m"
        whole = [*sorted(self.attributes), *filter(None, (self.foreground, self.background))]
        if not before.attributes <= self.attributes:
            return f"\x1b[{';'.join(['0', *whole])}m"
        parts = sorted(self.attributes - before.attributes)
        parts += [self.foreground or "39"] if self.foreground != before.foreground else []
        parts += [self.background or "49"] if self.background != before.background else []
        return f"\x1b[{';'.join(parts)}m"


_PLAIN = _Style()


def slim(data: str) -> str:
    """The same picture in fewer bytes; `data` must begin, and then ends, in the terminal's own style."""
    data = _NEEDLESS.sub("", data)
    said: list[str] = []
    holds = wanted = _PLAIN
    end = 0
    for found in _STYLE.finditer(data):
        between = data[end : found.start()]
        if between:
            said += [_said_before(between, wanted, holds), between]
            holds = wanted if _writes(between) else holds
        wanted = _changed(wanted, found[1])
        end = found.end()
    rest = data[end:]
    if _writes(rest):
        said.append(wanted.after(holds))
        holds = wanted
    said += [rest, wanted.after(holds)]
    return "".join(said)


def _said_before(text: str, wanted: _Style, holds: _Style) -> str:
    """The style sequence that has to stand before this text; cursor moves need none."""
    return wanted.after(holds) if _writes(text) else ""


@lru_cache(maxsize=512)
def _writes(text: str) -> bool:
    """Whether anything is written or cleared by this, and so depends on the style; a move alone does not."""
    return bool(re.sub(_MOVE, "", text))


@lru_cache(maxsize=512)
def _changed(style: _Style, numbers: str) -> _Style:
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
            attributes.add(whole)
        at += length
    return _Style(frozenset(attributes), foreground, background)
