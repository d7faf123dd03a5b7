"""Textual's terminal driver with what long sessions on real links need.

The only place that touches what is private in Textual; `tests/system/test_terminal_driver.py` fails when that changes.
"""

from __future__ import annotations

import os
import signal
import termios
from contextlib import suppress
from typing import Any, TypeVar

from textual import events
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size

from footui.wire import slim

ResultT = TypeVar("ResultT")

WHOLE_PICTURE = "\x1b[1;1H"
"""A whole picture is drawn from the upper left corner; a part of one ends there, but does not begin."""

SYNC_BYTES = 16
"""What is longer than this is more than the beginning or end of a synchronised update."""

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
        self._whole_picture = ""  # the last whole picture, as long as nothing else was drawn over it

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
                _stop_in_background()
            else:
                self._loop.call_later(BACKGROUND_SECONDS, lambda: self._come_back(is_again=True))
            return
        if not self._stopping:
            self.suspend_application_mode()
        self._stopping = False
        self._whole_picture = ""
        self.resume_application_mode()
        self._app.refresh(layout=True)
        size = Size(*self._get_terminal_size())
        self._app.post_message(events.Resize(size, size))

    def write(self, data: str) -> None:
        """Send this in few bytes; a whole picture that is there already, as Textual draws it twice at first, not."""
        draws = "H" in data and len(data) > SYNC_BYTES
        if draws and data == self._whole_picture:
            return
        if draws:
            self._whole_picture = data if data.startswith(WHOLE_PICTURE) else ""
        super().write(slim(data))

    @property
    def is_behind(self) -> bool:
        """Whether an earlier picture still waits to be written (each is up to three writes): a new one would too."""
        return self._writer_thread is not None and self._writer_thread._queue.qsize() > 3  # noqa: SLF001  # no public way


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


def is_in_background(fd: int) -> bool:
    """Whether another job has this terminal; not so where nobody can tell."""
    try:
        return os.tcgetpgrp(fd) != os.getpgrp()
    except OSError:
        return False


def _stop_in_background() -> None:
    """Stop until the shell gives the terminal; where no shell is left to do that, this does nothing (SIGSTOP would)."""
    signal.signal(signal.SIGTTOU, signal.SIG_DFL)
    os.kill(os.getpid(), signal.SIGTTOU)


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
