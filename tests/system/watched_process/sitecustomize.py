"""Read by every Python that is started with this folder in PYTHONPATH: forbids sockets, notes what is written where.

It adds to the file that FOOTUI_WATCH names: a line when it begins, one for each socket that was asked for, and one for
each file or folder that was made or opened to be written. A pair of sockets of one process, by which asyncio wakes
itself up, is no network.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any, Final

_MADE: Final = {"os.mkdir": 0, "os.symlink": 1, "os.link": 1, "os.rename": 1}
"""Events of the interpreter, and which of their arguments is the path."""

_WRITES: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
_WITHIN_THE_MACHINE: Final = 1
"""The family of sockets (AF_UNIX) whose pairs asyncio uses."""


def _noting(path: str) -> Callable[[str], None]:
    """What adds lines to the file."""
    log = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)

    def note(line: str) -> None:
        os.write(log, f"{line}\n".encode("utf-8", "surrogateescape"))

    note(f"began {' '.join(sys.orig_argv)!r}")
    return note


def _watching(note: Callable[[str], None]) -> Callable[[str, tuple[Any, ...]], None]:
    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if event.startswith("socket."):
            if event == "socket.__new__" and arguments[1] == _WITHIN_THE_MACHINE:
                return
            note(f"socket {event} {arguments[1:]!r}")
            raise PermissionError("there is no network in this test")
        if event == "open" and isinstance(arguments[0], (str, bytes)) and arguments[2] & _WRITES:
            note(f"write {os.fsdecode(arguments[0])}")
        elif event in _MADE:
            note(f"write {os.fsdecode(arguments[_MADE[event]])}")

        elif event == "sqlite3.connect":
            place, _, query = os.fsdecode(arguments[0]).partition("?")
            if place != ":memory:" and query != "mode=ro":
                note(f"write {place.removeprefix('file://')}")

    return watch


if "FOOTUI_WATCH" in os.environ:
    sys.addaudithook(_watching(_noting(os.environ["FOOTUI_WATCH"])))
