"""Ends the program when its terminal or the system says so: saved, the terminal put right, within a second.

A signal handler is no way to do it: on a stalled link the main thread waits for the terminal and never gets to run it.
The signals are blocked before any thread starts and a thread of ours waits for them; another waits for the input's end.
"""

from __future__ import annotations

import os
import select
import signal
import termios
import threading
from collections.abc import Callable
from typing import Any, Self

from footui.terminal_driver import leave_full_screen_now

SIGNALS = frozenset({signal.SIGHUP, signal.SIGTERM, signal.SIGQUIT, signal.SIGINT})
"""What ends the program; SIGINT too, as ctrl+c reaches a full-screen program as a key."""

CLEAN_SECONDS = 0.8
"""How long the clean way may take before the hard one is taken."""


class Ending:
    """Waits for the end from outside, while a full-screen app runs."""

    def __init__(self, input_fd: int, output_fd: int) -> None:
        """The terminal's two ends."""
        self._input_fd = input_fd
        self._output_fd = output_fd
        self._save: Callable[[], None] | None = None
        self._attributes: list[Any] | None = None
        self._leave: Callable[[], None] | None = None
        self._over = threading.Event()
        self._lock = threading.Lock()
        self.signal_number: int | None = None
        """The signal that ended the program; SIGHUP for the end of input; None where nothing did."""

    def __enter__(self) -> Self:
        """Block the signals and begin to wait for them; to be done before any other thread starts."""
        for number in SIGNALS:
            signal.signal(number, signal.SIG_DFL)  # a parent may have had it ignored, and the program left behind
        signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
        try:
            self._attributes = termios.tcgetattr(self._input_fd)
        except termios.error:
            self._attributes = None
        threading.Thread(target=self._wait_for_signals, name="ending", daemon=True).start()
        threading.Thread(target=self._wait_for_hang_up, name="hang-up", daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        """The app has ended by itself."""
        self._over.set()
        signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)

    def save_by(self, save: Callable[[], None]) -> None:
        """How what is to be kept is written down: called from a thread, must not wait for the terminal."""
        self._save = save

    def leave_by(self, leave: Callable[[], None]) -> None:
        """How the app is asked to end: called from a thread, must return at once."""
        self._leave = leave

    def _wait_for_signals(self) -> None:
        while not self._over.is_set():
            number = signal.sigwait(SIGNALS)
            if not self._over.is_set():
                self._end(number)

    def _wait_for_hang_up(self) -> None:
        poll = select.poll()
        poll.register(self._input_fd, select.POLLHUP | select.POLLERR)  # not for input: that is the driver's
        while not self._over.is_set():
            if poll.poll(1000) and not self._over.is_set():
                self._end(signal.SIGHUP)
                return

    def _end(self, signal_number: int) -> None:
        """The clean way, and if that takes too long the hard one."""
        with self._lock:
            if self.signal_number is not None:
                return
            self.signal_number = signal_number
        if self._leave is not None:
            self._leave()
        if self._over.wait(CLEAN_SECONDS):
            return
        if self._save is not None:
            self._save()
        leave_full_screen_now(self._input_fd, self._output_fd, self._attributes)
        os._exit(128 + signal_number)
