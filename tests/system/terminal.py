"""A terminal for tests: starts a command in a real pseudo-terminal, shows its screen, presses its keys.

    with Terminal(["footui"], columns=80, rows=24) as terminal:
        terminal.wait_for("Today")
        terminal.press("q")
        assert terminal.wait_end() == 0

Nothing here waits for a fixed time: each wait is for something to be seen, with a limit after which it fails
and shows the screen. Leaving the `with` ends every process of the terminal's session.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Final, Self

import psutil
import pyte

from tests.system.keys import bytes_of
from tests.system.output import Modes, answer_to, for_pyte, pieces_of
from tests.system.processes import end_session, environment, session_of

PATIENCE: Final = 15.0
"""Seconds a wait takes at most unless told otherwise: long, since a busy machine is no failure."""

# The session's leader gets its controlling terminal by opening it, which needs no code between fork and exec.
_ON_TERMINAL: Final = 'tty="$1"; shift; exec "$@" 0<>"$tty" 1>&0 2>&0'


class NotSeenError(AssertionError):
    """What a test waited for did not come; the message holds the screen as it was."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """One piece of output: when it came, in seconds since the start of the command, and how long it was."""

    at: float
    size: int


class Terminal:
    """A command in a pseudo-terminal of `columns` × `rows`, which it sees from its first instruction on.

    `env` is laid over this process's environment (None takes a variable out). `answers` are replies to
    further questions of the program, beside those every terminal answers.
    """

    def __init__(
        self,
        command: Sequence[str | os.PathLike[str]],
        *,
        columns: int = 80,
        rows: int = 24,
        env: Mapping[str, str | None] | None = None,
        cwd: str | os.PathLike[str] | None = None,
        answers: Mapping[bytes, bytes] | None = None,
    ) -> None:
        self.screen = pyte.Screen(columns, rows)
        self.modes = Modes()
        self.chunks: list[Chunk] = []
        self._stream = pyte.ByteStream(self.screen)
        self._recording = bytearray()
        self._begun = b""
        self._answers = dict(answers or {})
        self._all_read = False
        self._open = True
        self._fd, tty = pty.openpty()
        self._set_size(columns, rows)
        line = ["/bin/sh", "-c", _ON_TERMINAL, "sh", os.ttyname(tty), *(os.fspath(word) for word in command)]
        self.started_at = time.perf_counter()
        self._process = subprocess.Popen(
            line,
            env=environment(env or {}),
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._tty: int | None = tty

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # What is seen

    @property
    def pid(self) -> int:
        """The process id of the command, which is also its session's and its group's."""
        return self._process.pid

    @property
    def raw(self) -> bytes:
        """All bytes the command has written so far."""
        return bytes(self._recording)

    @property
    def byte_count(self) -> int:
        """How many bytes the command has written so far."""
        return len(self._recording)

    def screen_text(self) -> str:
        """Return the screen's rows, one a line, without the spaces at their ends."""
        return "\n".join(row.rstrip() for row in self.screen.display)

    def visible_cells(self) -> int:
        """Return the number of cells that hold something else than a space."""
        return sum(not letter.isspace() for row in self.screen.display for letter in row)

    def line_is_cooked(self) -> bool:
        """Tell whether the line echoes and edits as a shell expects it: not so while a full screen runs."""
        flags = termios.tcgetattr(self._fd)[3]
        return bool(flags & termios.ECHO) and bool(flags & termios.ICANON)

    # What is waited for

    def wait_for(self, wanted: str | re.Pattern[str], timeout: float = PATIENCE) -> float:
        """Wait until the screen holds `wanted`; return when it came, in seconds since the start."""
        pattern = re.compile(re.escape(wanted)) if isinstance(wanted, str) else wanted
        return self.wait_until(
            lambda terminal: pattern.search(terminal.screen_text()) is not None, timeout, pattern.pattern
        )

    def wait_gone(self, unwanted: str, timeout: float = PATIENCE) -> float:
        """Wait until the screen holds `unwanted` no more; return when it went, in seconds since the start."""
        return self.wait_until(lambda terminal: unwanted not in terminal.screen_text(), timeout, f"no {unwanted!r}")

    def wait_until(
        self, condition: Callable[[Terminal], bool], timeout: float = PATIENCE, what: str = "the condition"
    ) -> float:
        """Wait until `condition` holds; return when the output that made it true came, since the start."""
        deadline = time.perf_counter() + timeout
        while not condition(self):
            left = deadline - time.perf_counter()
            if left <= 0 or (self._all_read and self._process.poll() is not None):
                raise NotSeenError(self._told(what, timeout))
            self.pump(min(left, 0.05), at_most_one=True)
        return self.chunks[-1].at if self.chunks else 0.0

    def wait_quiet(self, quiet: float = 0.4, timeout: float = PATIENCE) -> float:
        """Wait until nothing was written for `quiet` seconds; return when the last output came."""

        def is_quiet(terminal: Terminal) -> bool:
            return bool(terminal.chunks) and terminal.now() - terminal.chunks[-1].at > quiet

        return self.wait_until(is_quiet, timeout, f"{quiet} s of silence")

    def wait_end(self, timeout: float = PATIENCE) -> int:
        """Wait until the command ends; return its exit status, negative for the signal that ended it."""
        deadline = time.perf_counter() + timeout
        while self._process.poll() is None:
            if time.perf_counter() > deadline:
                raise NotSeenError(self._told("the end of the command", timeout))
            self.pump(0.02)
        self._let_go_of_tty()
        while not self._all_read and select.select([self._fd], [], [], 0)[0]:
            self._take_in()
        return self._process.returncode

    def now(self) -> float:
        """Return the seconds since the command was started."""
        return time.perf_counter() - self.started_at

    def pump(self, seconds: float, *, at_most_one: bool = False) -> None:
        """Take in what the command writes, for `seconds`.

        Until it is called the command's output waits, as on a link that stalls.
        """
        deadline = time.perf_counter() + seconds
        while True:
            self._let_go_of_tty()
            left = max(0.0, deadline - time.perf_counter())
            if self._all_read:
                self._wait_for_process(left)
                return
            if select.select([self._fd], [], [], left)[0]:
                self._take_in()
            if at_most_one or left == 0:
                return

    # What is done to it

    def press(self, *keys: str) -> None:
        """Send keys by name (`enter`, `ctrl+q`, `down`) or as one character each."""
        for key in keys:
            os.write(self._fd, bytes_of(key))

    def type(self, text: str) -> None:
        """Send `text` letter by letter, as typed."""
        os.write(self._fd, text.encode())

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size; the command is told by SIGWINCH."""
        self.screen.resize(rows, columns)
        self._set_size(columns, rows)

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the command itself."""
        self._process.send_signal(number)

    def hang_up(self) -> None:
        """Take the terminal away, as when its window is closed."""
        self._all_read = True
        self._shut()

    def cpu_seconds(self) -> float:
        """Return the processor time used so far by all processes of the terminal, ended children included."""
        total = 0.0
        for process in self.processes():
            try:
                times = process.cpu_times()
            except psutil.Error:
                continue
            total += times.user + times.system + times.children_user + times.children_system
        return total

    def processes(self) -> list[psutil.Process]:
        """Return the processes that live in the terminal's session, and their children elsewhere."""
        return session_of(self.pid)

    def close(self) -> None:
        """End every process of the session and give the terminal back; a second call does nothing."""
        end_session(self.pid)
        self._process.wait(timeout=PATIENCE)
        self._shut()

    # Inside

    def _take_in(self) -> None:
        try:
            data = os.read(self._fd, 65536)
        except OSError:  # Linux reports a terminal nobody holds any more as an error
            data = b""
        if not data:
            self._all_read = True
            return
        self.chunks.append(Chunk(self.now(), len(data)))
        self._recording += data
        pieces, self._begun = pieces_of(self._begun + data)
        drawn = bytearray()
        for piece in pieces:
            drawn += for_pyte(piece)
            if piece.startswith(b"\x1b"):
                self.modes.note(piece)
                if piece.endswith((b"n", b"p", b"c")) or piece in self._answers:
                    self._stream.feed(bytes(drawn))  # the answer may be where the cursor is now
                    drawn.clear()
                    self._answer(piece)
        self._stream.feed(bytes(drawn))

    def _answer(self, piece: bytes) -> None:
        cursor = self.screen.cursor
        reply = self._answers.get(piece) or answer_to(piece, cursor.y + 1, cursor.x + 1)
        if reply:
            os.write(self._fd, reply)

    def _wait_for_process(self, seconds: float) -> None:
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(seconds)

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def _let_go_of_tty(self) -> None:
        """Close our own end once the command holds it: only then is the end of its output seen."""
        if self._tty is not None and (self.chunks or self._process.poll() is not None):
            os.close(self._tty)
            self._tty = None

    def _shut(self) -> None:
        for fd in (self._fd, self._tty):
            if fd is not None and self._open:
                os.close(fd)
        self._open = False
        self._tty = None

    def _told(self, what: str, timeout: float) -> str:
        status = self._process.poll()
        state = "still running" if status is None else f"ended with {status}"
        return f"not seen within {timeout:g} s: {what} (the command: {state})\n{self.screen_text()}"
