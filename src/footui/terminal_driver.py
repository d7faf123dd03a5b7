"""Textual's terminal driver with what long sessions on real links need.

The only place that touches what is private in Textual; `tests/system/test_terminal_driver.py` fails when that changes.
"""

from __future__ import annotations

import os
import signal
import termios
import time
from contextlib import suppress
from functools import cache
from typing import Any, TypeVar

from textual import events
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size
from textual.message import Message

from footui.wire.cells import Wire
from footui.wire.link import Link

ResultT = TypeVar("ResultT")

SYNC_BEGIN, SYNC_END = "\x1b[?2026h", "\x1b[?2026l"
"""Between these a terminal that knows them shows nothing, so that a large picture comes at once."""

LARGE_BYTES = 512
"""A smaller picture comes at once by itself."""

WHERE_IS_THE_CURSOR = "\x1b[6n"
"""A question that every terminal answers as soon as it has taken all that was sent before it."""

BEHIND_SECONDS = 0.5
"""What takes longer than this to arrive is out of date by then."""

LEAVE_FULL_SCREEN = (
    "\x1b[?2004l"  # bracketed paste off
    "\x1b[?7h"  # line wrap on
    "\x1b[?2048l"  # resize reports off
    "\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l"  # mouse off
    "\x1b[<u"  # kitty keys off
    "\x1b[?1049l"  # back from the alternate screen
    "\x1b[?25h"  # cursor on
    "\x1b[?1004l"  # focus reports off
    "\x1b[0m"
)
"""What puts a terminal right when there is no time for the driver's own way."""

BACKGROUND_SECONDS = 0.2
"""How long the end that comes with a wake-up (`kill %1`, the shell's `exit`) has, before we stop again."""


class TerminalDriver(LinuxDriver):
    """Never waits for the terminal, comes back right from being stopped, and tells when the terminal is behind."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._stopping = False
        self._wire = Wire()
        self._link = Link(time.monotonic)

    def start_application_mode(self) -> None:
        """Take the terminal.

        Textual lets the app wait once 30 pieces of output are unwritten: on a link that stalls the clock would stand
        still, and nothing be written down. What goes on while nobody can look makes few and small pieces.
        """
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual has no type for it
        if self._writer_thread is not None:
            self._writer_thread._queue.maxsize = 0  # noqa: SLF001  # no public way

    def stop_application_mode(self) -> None:
        """Give the terminal back; its settings are the shell's business where that has it already."""
        if is_in_background(self.fileno):
            self.attrs_before = None
            signal.signal(signal.SIGTTOU, signal.SIG_IGN)  # or to end would be to stop
        super().stop_application_mode()

    def run_input_thread(self) -> None:
        """Read keys until the end; what is no key (bytes outside UTF-8, a number no character has) is passed over."""
        while not self.exit_event.is_set():
            try:
                super().run_input_thread()
            except UnicodeDecodeError as error:  # the keys that were read together with it count
                with suppress(ValueError, OverflowError):
                    for message in XTermParser().feed(error.object.decode(errors="replace")):
                        self.process_message(message)
            except (ValueError, OverflowError):
                continue

    def _sigtstp_application(self, *_: object) -> None:
        """Give the terminal back, and stop; the flag says that it was given back."""
        self._stopping = True
        super()._sigtstp_application()

    def _sigcont_application(self, *_: object) -> None:
        """Go on after a stop: in the app's own time, so that an end which was asked for meanwhile comes first."""
        self._loop.call_soon_threadsafe(self._come_back)

    def _come_back(self, *, is_again: bool = False) -> None:
        """Take the terminal again where it is ours, with a fresh picture.

        Textual would start its threads anew even where it never stopped them (SIGSTOP gives no notice): then two would
        read the keys. After such a stop the terminal is left first, as a shell may have used it.
        """
        if self._app._exit:  # noqa: SLF001  # no public way
            return
        if is_in_background(self.fileno):
            if is_again:
                _stop_in_background(self.fileno)
            else:
                self._loop.call_later(BACKGROUND_SECONDS, lambda: self._come_back(is_again=True))
            return
        if not self._stopping:
            self.suspend_application_mode()
        self._stopping = False
        self.resume_application_mode()
        self._app.refresh(layout=True)
        size = Size(*self._get_terminal_size())
        self._app.post_message(events.Resize(size, size))

    def _get_terminal_size(self) -> tuple[int, int]:
        """Its size; Textual asks for it when it may be another, and then nothing is known about what it shows."""
        size = super()._get_terminal_size()
        self._wire.forget(*size)
        return size

    def process_message(self, message: Message) -> None:
        """Take note of what the terminal says about itself; keys go on to the app."""
        if isinstance(message, events.CursorPosition):
            self._link.answered()
            return
        if isinstance(message, events.Resize):
            self._wire.forget(*message.size)
        super().process_message(message)

    def write(self, data: str) -> None:
        """Send what this changes in the picture, in few bytes; nothing where it changes nothing."""
        if data in (SYNC_BEGIN, SYNC_END):
            return
        said = self._wire.slim(data)
        if not said:
            return
        size = len(said.encode())
        if self._link.is_slow and not self._wire.erases:
            self._wire.erases = erases_in_colour(self.fileno)
        if size > LARGE_BYTES and self._app._sync_available and not self._link.is_slow:  # noqa: SLF001  # no public way
            said = f"{SYNC_BEGIN}{said}{SYNC_END}"
        super().write(said + WHERE_IS_THE_CURSOR if self._link.asks_after(size) else said)

    def send_beside(self, data: str) -> bool:
        """Send, from any thread, what draws nothing: a bell, a notification. Not while the terminal is behind.

        A few pieces in the queue are no reason to be silent: a picture may be on its way at this very moment.
        """
        writer = self._writer_thread
        if writer is None or not writer.is_alive() or writer._queue.qsize() > 3:  # noqa: SLF001  # no public way
            return False
        if self._link.seconds_behind > BEHIND_SECONDS:
            return False
        writer.write(data)
        return True

    @property
    def is_behind(self) -> bool:
        """Whether earlier pictures still wait to be written, or are still on their way: a new one would too."""
        waiting = self._writer_thread is not None and self._writer_thread._queue.qsize() > 1  # noqa: SLF001  # no public way
        return waiting or self._link.seconds_behind > BEHIND_SECONDS

    @property
    def is_slow(self) -> bool:
        """Whether the terminal's line is so slow that each cell is waited for."""
        return self._link.is_slow


class CrashKeepingApp(App[ResultT]):
    """An app that keeps the first exception nobody caught, in place of printing a traceback over the terminal."""

    crash: Exception | None = None
    """What ended the app; to be raised again when the terminal is as it was."""

    def _handle_exception(self, error: Exception) -> None:
        self._return_code = 1
        self.crash = self.crash or error
        if self._exception is None:  # what Textual's own test pilot looks at
            self._exception = error
            self._exception_event.set()
        self._close_messages_no_wait()


def terminal_is_behind(app: App[Any]) -> bool:
    """Whether the app's terminal has not taken earlier pictures yet; never so without a terminal."""
    driver = app._driver  # noqa: SLF001  # no public way
    return isinstance(driver, TerminalDriver) and driver.is_behind


def terminal_is_slow(app: App[Any]) -> bool:
    """Whether the app's terminal hangs on a slow line; never so without a terminal."""
    driver = app._driver  # noqa: SLF001  # no public way
    return isinstance(driver, TerminalDriver) and driver.is_slow


def send_beside(app: App[Any], data: str) -> bool:
    """Send, from any thread, what draws nothing; whether it was sent. It is not without a terminal, or one behind."""
    driver = app._driver  # noqa: SLF001  # no public way
    return isinstance(driver, TerminalDriver) and driver.send_beside(data)


def can_go_to_the_shell(app: App[Any]) -> bool:
    """Whether there is a shell that would let us go on: one that gave us a process group of our own."""
    return isinstance(app._driver, TerminalDriver) and os.getpgrp() != os.getsid(0)  # noqa: SLF001  # no public way


@cache
def erases_in_colour(fd: int) -> bool:
    """Whether the terminal, by its description, erases in the present background; not so where there is none."""
    import curses  # noqa: PLC0415  # only slow lines need it

    try:
        curses.setupterm(fd=fd)
    except curses.error:
        return False
    return curses.tigetflag("bce") == 1 and curses.tigetstr("ech") is not None


def is_in_background(fd: int) -> bool:
    """Whether another job has this terminal; not so where nobody can tell."""
    try:
        return os.tcgetpgrp(fd) != os.getpgrp()
    except OSError:
        return False


def _stop_in_background(fd: int) -> None:
    """Stop until the shell gives the terminal; where no shell is left to do that, this does nothing (SIGSTOP would).

    Setting the terminal as it is stops us only where it is not ours at that very moment: a signal to ourselves would
    also stop us where the shell has just given it.
    """
    signal.signal(signal.SIGTTOU, signal.SIG_DFL)
    with suppress(termios.error):
        termios.tcsetattr(fd, termios.TCSANOW, termios.tcgetattr(fd))


def leave_full_screen_now(input_fd: int, output_fd: int, attributes: list[Any] | None) -> None:
    """Put the terminal right without waiting for it; what cannot be written at once is left."""
    if is_in_background(input_fd):
        return
    with suppress(OSError):  # the terminal is gone or full: nothing more can be done for it
        was_blocking = os.get_blocking(output_fd)  # a trait of the terminal as it was opened: the shell shares it
        os.set_blocking(output_fd, False)
        try:
            os.write(output_fd, LEAVE_FULL_SCREEN.encode("ascii"))
        finally:
            os.set_blocking(output_fd, was_blocking)
    if attributes is not None:
        with suppress(termios.error):  # likewise
            termios.tcsetattr(input_fd, termios.TCSANOW, attributes)
