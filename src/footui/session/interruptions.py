"""Signals that end a program, let through only where nothing is half done.

While a session waits or writes it can be interrupted at once, even where the writing hangs on a dead link; elsewhere
the signal waits until the next such place. So the terminal is always given back, and no record is torn.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType, TracebackType
from typing import Self

_ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)


class InterruptedBySignalError(Exception):
    """The program was told to end by the signal `number`."""

    def __init__(self, number: int) -> None:
        super().__init__(signal.Signals(number).name)
        self.number = number


class Interruptions:
    """Within it, SIGTERM and SIGHUP raise `InterruptedBySignalError`, SIGINT `KeyboardInterrupt`, where `allowed`."""

    def __init__(self) -> None:
        """Nothing is changed before it is entered."""
        self._waiting: int | None = None
        self._is_allowed = False
        self._before: dict[signal.Signals, object] = {}

    def __enter__(self) -> Self:
        for number in _ENDING:
            # A shell that starts a program in the background has ctrl+C ignored there; that stays so.
            if number is signal.SIGINT and signal.getsignal(number) is signal.SIG_IGN:
                continue
            self._before[number] = signal.signal(number, self._come)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)  # type: ignore[arg-type]  # what signal.signal gave, it takes
        if error is None:
            self._raise_waiting()

    @contextmanager
    def allowed(self) -> Iterator[None]:
        """A stretch in which a signal that has come, or comes now, is raised at once."""
        self._is_allowed = True
        try:
            self._raise_waiting()
            yield
        finally:
            self._is_allowed = False

    def _come(self, number: int, _frame: FrameType | None) -> None:
        self._waiting = number
        if self._is_allowed:
            self._raise_waiting()

    def _raise_waiting(self) -> None:
        number, self._waiting = self._waiting, None
        if number == signal.SIGINT:
            raise KeyboardInterrupt
        if number is not None:
            raise InterruptedBySignalError(number)
