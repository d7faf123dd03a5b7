"""Keys for the plain session: single keys where a person types at a terminal, lines where input comes from elsewhere.

A key comes out by its name: a letter or sign, `space`, `enter`. Anything that is no key comes out as it was typed.
"""

from __future__ import annotations

import os
import select
import signal
import termios
import tty
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Protocol

from footui.session.interruptions import InterruptedBySignalError, Interruptions

_LINES = {
    "": "enter", "done": "enter", "pause": "space", "p": "space", "go": "space", "go on": "space",
    "next": "n", "back": "b", "skip": "s", "more": "+", "less": "-", "how": "i", "how to": "i",
    "end": "q", "quit": "q", "keys": "?", "help": "?", "write": "w", "write down": "w", "discard": "d",
}  # fmt: skip
_SINGLE = {
    " ": "space", "\r": "enter", "\n": "enter", "=": "+", "l": "n", "h": "b", "k": "+", "j": "-", "\x04": "q",
}  # fmt: skip
_SEQUENCES = {"C": "n", "D": "b", "A": "+", "B": "-", "M": "enter"}
"""The arrow keys, and Enter on the number pad, by the letter that ends their escape sequence."""

_ESCAPE = "\x1b"
_MOST_READ = 4096


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


class NoKeys:
    """Nobody can press anything."""

    single = False
    ended = True

    def wait(self, seconds: float) -> str | None:
        """Let the time pass."""
        select.select([], [], [], seconds)
        return None


class TypedKeys:
    """Single keys of a terminal, which has to be in `single_keys` mode."""

    single = True
    ended = False

    def __init__(self, descriptor: int) -> None:
        """Read from this file descriptor."""
        self._descriptor = descriptor
        self._keys: list[str] = []

    def wait(self, seconds: float) -> str | None:
        """The next key, or None once this much real time has passed.

        Raises:
            InterruptedBySignalError: the terminal is gone.
        """
        if not self._keys and select.select([self._descriptor], [], [], seconds)[0]:
            try:
                typed = os.read(self._descriptor, _MOST_READ)
            except OSError:
                typed = b""
            if not typed:
                raise InterruptedBySignalError(signal.SIGHUP)
            self._keys = keys_in(typed.decode("utf-8", "replace"))
        return self._keys.pop(0) if self._keys else None


class TypedLines:
    """Lines from a pipe or a file, each with one key or its word."""

    single = False

    def __init__(self, descriptor: int) -> None:
        """Read from this file descriptor."""
        self._descriptor = descriptor
        self._lines: list[str] = []
        self._begun = ""
        self._at_end = False

    @property
    def ended(self) -> bool:
        """Whether the last line was given."""
        return self._at_end and not self._lines

    def wait(self, seconds: float) -> str | None:
        """The next line's key, or None once this much real time has passed."""
        if self._lines:
            return self._lines.pop(0)
        watched = [] if self._at_end else [self._descriptor]
        if select.select(watched, [], [], seconds)[0]:
            self._read()
        return self._lines.pop(0) if self._lines else None

    def _read(self) -> None:
        try:
            data = os.read(self._descriptor, _MOST_READ)
        except OSError:
            data = b""
        *whole, self._begun = (self._begun + data.decode("utf-8", "replace")).split("\n")
        if not data:
            self._at_end = True
            whole, self._begun = [*whole, *([self._begun] if self._begun else [])], ""
        self._lines += [key_of_line(line) for line in whole]


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


def key_of_line(line: str) -> str:
    """The key that a typed line stands for."""
    word = line.strip("\r\n")
    if word and not word.strip():
        return "space"
    word = word.strip().lower()
    return _LINES.get(word, word)


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
            keys.append(_SEQUENCES.get(typed[end], "that key"))
            at = end + 1
        else:
            keys.append("q" if typed[at] == _ESCAPE else _SINGLE.get(typed[at], typed[at]))
            at += 1
    return keys


@contextmanager
def single_keys(descriptor: int) -> Iterator[None]:
    """Have the terminal hand over each key as it is pressed, unseen; on every way out it is as before.

    A program that was stopped (ctrl+Z) and goes on finds the terminal as its shell left it, and sets it anew.
    """
    before = termios.tcgetattr(descriptor)

    def again(_number: int, _frame: FrameType | None) -> None:
        with suppress(termios.error):
            tty.setcbreak(descriptor)

    tty.setcbreak(descriptor)
    handler = signal.signal(signal.SIGCONT, again)
    try:
        yield
    finally:
        signal.signal(signal.SIGCONT, handler)
        with suppress(termios.error):  # the terminal may be gone; draining it first could hang on a dead link
            termios.tcsetattr(descriptor, termios.TCSANOW, before)
