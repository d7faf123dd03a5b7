"""The plain session's input: single keys of a terminal, or lines that come from elsewhere."""

from __future__ import annotations

import os
import select
import signal
import termios
import tty
from contextlib import suppress
from types import FrameType, TracebackType
from typing import Any, Self

from footui.session.interruptions import InterruptedBySignalError
from footui.session.plain_keys import key_of_line, keys_in

_MOST_READ = 4096


class TypedKeys:
    """Single keys of a terminal, handed over as they are pressed, unseen, while it is entered.

    On every way out the terminal is as it was. A program that was stopped (ctrl+Z) and goes on finds it as its shell
    left it, and sets it anew.
    """

    single = True
    ended = False

    def __init__(self, descriptor: int) -> None:
        """Read from this file descriptor; nothing is changed before it is entered."""
        self._descriptor = descriptor
        self._keys: list[str] = []
        self._before: list[Any] = []
        self._handler: Any = None
        self._is_single = True

    def __enter__(self) -> Self:
        """Have single keys."""
        self._before = termios.tcgetattr(self._descriptor)
        tty.setcbreak(self._descriptor)
        self._handler = signal.signal(signal.SIGCONT, self._again)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Give the terminal back."""
        signal.signal(signal.SIGCONT, self._handler)
        self._restore()

    def _again(self, _number: int, _frame: FrameType | None) -> None:
        if self._is_single:
            with suppress(termios.error):
                tty.setcbreak(self._descriptor)

    def _restore(self) -> None:
        with suppress(termios.error):  # the terminal may be gone; draining it first could hang on a dead link
            termios.tcsetattr(self._descriptor, termios.TCSANOW, self._before)

    def wait(self, seconds: float) -> str | None:
        """The next key, or None once this much real time has passed.

        Raises:
            InterruptedBySignalError: the terminal is gone.
        """
        if not self._keys and select.select([self._descriptor], [], [], seconds)[0]:
            typed = self._read()
            if not typed:
                raise InterruptedBySignalError(signal.SIGHUP)
            self._keys = keys_in(typed)
        return self._keys.pop(0) if self._keys else None

    def line(self, seconds: float) -> str | None:
        """A line, which the terminal shows and lets one correct while it is typed; ctrl+D leaves it empty."""
        self._keys.clear()
        self._is_single = False
        self._restore()
        try:
            return self._read().strip("\r\n") if select.select([self._descriptor], [], [], seconds)[0] else None
        finally:
            self._is_single = True
            with suppress(termios.error):
                tty.setcbreak(self._descriptor, termios.TCSANOW)

    def _read(self) -> str:
        try:
            return os.read(self._descriptor, _MOST_READ).decode("utf-8", "replace")
        except OSError as error:
            raise InterruptedBySignalError(signal.SIGHUP) from error


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
        """Whether the last line was given; looks whether the end has come."""
        if not self._lines and not self._at_end:
            self._read_within(0)
        return self._at_end and not self._lines

    def wait(self, seconds: float) -> str | None:
        """The next line's key, or None once this much real time has passed."""
        line = self.line(seconds)
        return None if line is None else key_of_line(line)

    def line(self, seconds: float) -> str | None:
        """The next line, or None once this much real time has passed."""
        if not self._lines:
            self._read_within(seconds)
        return self._lines.pop(0) if self._lines else None

    def _read_within(self, seconds: float) -> None:
        watched = [] if self._at_end else [self._descriptor]
        if not select.select(watched, [], [], seconds)[0]:
            return
        try:
            data = os.read(self._descriptor, _MOST_READ)
        except OSError:
            data = b""
        *whole, self._begun = (self._begun + data.decode("utf-8", "replace")).split("\n")
        if not data:
            self._at_end = True
            whole, self._begun = [*whole, *([self._begun] if self._begun else [])], ""
        self._lines += whole
