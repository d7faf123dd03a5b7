"""A serial line between a program and its terminal: `python -m tests.benchmarks.slow_line BYTES_A_SECOND COMMAND…`.

The command runs in a pseudo-terminal of its own. What it writes goes on to the standard output no faster than the line
takes it, a few bytes at a time; what is typed goes to the command. The system lets the command write far ahead of the
line, as on a real way there are buffers everywhere; and its terminal tells no speed.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import sys
import termios
import time
import tty
from typing import Final

AT_ONCE: Final = 8
"""Bytes that are passed on together: what a line of 9,600 baud takes in 8 ms."""


def main() -> None:
    """Run the command behind the line, and end with its status."""
    speed, command = float(sys.argv[1]), sys.argv[2:]
    size = fcntl.ioctl(0, termios.TIOCGWINSZ, b"\0" * 8)
    pid, fd = pty.fork()
    if pid == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, size)
        os.execvp(command[0], command)  # noqa: S606  # no shell is wanted
    tty.setraw(0)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: os.kill(pid, signal.SIGHUP))
    _pass_on(fd, speed)
    _, status = os.waitpid(pid, 0)
    sys.exit(os.waitstatus_to_exitcode(status))


def _pass_on(fd: int, speed: float) -> None:
    """Pass on both ways until the command has closed its terminal."""
    free_at = 0.0
    while True:
        now = time.monotonic()
        readers = [0] if now < free_at else [0, fd]
        ready = select.select(readers, [], [], max(0.0, free_at - now) if now < free_at else None)[0]
        if 0 in ready:
            os.write(fd, os.read(0, 1024))
        if fd in ready:
            try:
                data = os.read(fd, AT_ONCE)
            except OSError:
                return
            taken = len(data) / speed
            free_at = max(time.monotonic(), free_at) + taken
            time.sleep(max(0.0, free_at - time.monotonic()))  # it is there when its last byte is
            os.write(1, data)


if __name__ == "__main__":
    main()
