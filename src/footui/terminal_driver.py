"""Textual's terminal driver with what long sessions on real links need.

The only place that touches what is private in Textual; `tests/system/test_terminal_driver.py` fails when that changes.
"""

from __future__ import annotations

import os
import termios
from contextlib import suppress
from typing import Any, TypeVar

from textual import events
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


class TerminalDriver(LinuxDriver):
    """Comes back right from being stopped, and tells when the terminal is behind."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._stopping = False
        self._whole_picture = ""  # the last whole picture, as long as nothing else was drawn over it

    def _sigtstp_application(self, *_: object) -> None:
        """Give the terminal back, and stop; the flag says that coming back is then Textual's own business."""
        self._stopping = True
        super()._sigtstp_application()

    def _sigcont_application(self, *_: object) -> None:
        """Go on after a stop.

        Textual starts its threads anew here even where it never stopped them (SIGSTOP gives no notice): then two would
        read the keys. Such a stop needs the terminal set again, as a shell may have used it, and a fresh picture.
        """
        if self._stopping:
            self._stopping = False
            super()._sigcont_application()
        else:
            self._loop.call_soon_threadsafe(self._take_over_again)

    def _take_over_again(self) -> None:
        """Leave and enter the full screen once more, so that modes, keys and picture are as they should be."""
        self._whole_picture = ""
        self.suspend_application_mode()
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


def leave_full_screen_now(input_fd: int, output_fd: int, attributes: list[Any] | None) -> None:
    """Put the terminal right without waiting for it; what cannot be written at once is left."""
    with suppress(OSError):  # the terminal is gone or full: nothing more can be done for it
        os.set_blocking(output_fd, False)
        os.write(output_fd, LEAVE_FULL_SCREEN.encode("ascii"))
    if attributes is not None:
        with suppress(termios.error):  # likewise
            termios.tcsetattr(input_fd, termios.TCSANOW, attributes)
