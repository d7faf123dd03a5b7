"""Keys for the plain session by their names: a letter or sign, `space`, `enter`; a number; and where they come from.

Anything that is no key comes out as it was typed.
"""

from __future__ import annotations

import re
import select
from typing import Final, Protocol

from footui.session.interruptions import Interruptions

WRITE_DOWN: Final = "write down"
"""The words for the key w where a session is to end; the letter alone means something else before that."""

_LINES = {
    "": "enter", "enter": "enter", "done": "enter", "set done": "enter",
    "pause": "space", "space": "space", "go": "space", "go on": "space",
    "next": "n", "back": "b", "skip": "s", "restart": "r", "again": "r", "undo": "u", "take back": "u",
    "more": "+", "plus": "+", "less": "-", "minus": "-", "once more": "o", "one more": "o", "other foot": "w",
    "form": "v", "other form": "v", "variant": "v", "pain": "p", "time": "t", "where": "t", "how": "i", "how to": "i",
    "mute": "m", "unmute": "m", "end": "q", "quit": "q", "keys": "?", "help": "?", "question mark": "?",
    "write": WRITE_DOWN, "write down": WRITE_DOWN, "discard": "d",
}  # fmt: skip
_SINGLE = {
    " ": "space", "\r": "enter", "\n": "enter", "=": "+", "l": "n", "h": "b", "k": "+", "j": "-", "\x04": "q",
}  # fmt: skip
_SEQUENCES = {"C": "n", "D": "b", "A": "+", "B": "-", "M": "enter", "5~": "b", "6~": "n"}
"""The arrow keys, Enter on the number pad, and the page keys, by what their escape sequence ends with."""

_ESCAPE = "\x1b"
_PAIN = re.compile(r"(?:p|pain)\s*(\d{1,3})")


class Keys(Protocol):
    """Where keys come from."""

    @property
    def single(self) -> bool:
        """Whether one key press is enough; else Enter has to follow."""
        ...

    @property
    def ended(self) -> bool:
        """Whether no key can come any more."""
        ...

    def wait(self, seconds: float) -> str | None:
        """The next key, or None once this much real time has passed without one."""
        ...

    def line(self, seconds: float) -> str | None:
        """The next line as it was typed, or None once this much real time has passed without one."""
        ...


class NoKeys:
    """Nobody can press anything."""

    single = False
    ended = True

    def wait(self, seconds: float) -> str | None:
        """Let the time pass."""
        select.select([], [], [], seconds)
        return None

    def line(self, seconds: float) -> str | None:
        """Let the time pass."""
        return self.wait(seconds)


class HeedingKeys:
    """Keys whose waiting a signal may break off."""

    def __init__(self, keys: Keys, interruptions: Interruptions) -> None:
        """The same keys, heeding these interruptions."""
        self._keys = keys
        self._interruptions = interruptions

    @property
    def single(self) -> bool:
        """As the keys themselves."""
        return self._keys.single

    @property
    def ended(self) -> bool:
        """As the keys themselves."""
        return self._keys.ended

    def wait(self, seconds: float) -> str | None:
        """As the keys themselves; `KeyboardInterrupt` or `InterruptedBySignalError` where a signal comes."""
        with self._interruptions.allowed():
            return self._keys.wait(seconds)

    def line(self, seconds: float) -> str | None:
        """As the keys themselves, with the same exceptions."""
        with self._interruptions.allowed():
            return self._keys.line(seconds)


def key_of_line(line: str) -> str:
    """The key that a typed line stands for; “p 4” and “pain 4” are the key p with its number."""
    word = line.strip("\r\n")
    if word and not word.strip():
        return "space"
    word = " ".join(word.lower().split())
    pain = _PAIN.fullmatch(word)
    return f"p {int(pain[1])}" if pain else _LINES.get(word, word)


def keys_in(typed: str) -> list[str]:
    """The keys in what a terminal sent at one time.

    Several letters with Enter behind them were typed as a line: some terminals send nothing earlier.
    """
    if len(typed) > 1 and typed[-1] in "\r\n" and _ESCAPE not in typed:
        return [key_of_line(line) for line in typed[:-1].replace("\r", "\n").split("\n")]
    keys, at = [], 0
    while at < len(typed):
        if typed[at] == _ESCAPE and typed[at + 1 : at + 2] in ("[", "O"):
            end = next((i for i in range(at + 2, len(typed)) if typed[i].isalpha() or typed[i] == "~"), len(typed) - 1)
            last = typed[end] if typed[end] != "~" else typed[at + 2 : end + 1]
            keys.append(_SEQUENCES.get(last, "that key"))
            at = end + 1
        else:
            keys.append("q" if typed[at] == _ESCAPE else _SINGLE.get(typed[at], typed[at]))
            at += 1
    return keys
