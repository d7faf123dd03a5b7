"""The bytes a terminal sends for a key, by the names Textual gives the keys."""

from __future__ import annotations

from typing import Final

_NAMED: Final = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "space": " ",
    "backspace": "\x7f",
    "delete": "\x1b[3~",
    "insert": "\x1b[2~",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    "f5": "\x1b[15~",
}


def bytes_of(key: str) -> bytes:
    """Return what `key` sends: a name (`enter`, `ctrl+q`, `shift+tab`) or one character.

    Raises `ValueError` for a name that is not known, so that a misspelt key cannot be typed as text.
    """
    if key in _NAMED:
        return _NAMED[key].encode()
    if key.startswith("ctrl+") and len(key) == len("ctrl+") + 1:
        return bytes([ord(key[-1].upper()) & 0x1F])
    if len(key) == 1:
        return key.encode()
    message = f"no such key: {key!r}"
    raise ValueError(message)
