"""Programs that give a cue: each in a process group of its own, never waited for, and none left behind."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Final

TO_DEFAULT: Final = (
    signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM, signal.SIGPIPE, signal.SIGCHLD,
    signal.SIGTSTP, signal.SIGTTIN, signal.SIGTTOU, signal.SIGXFSZ,
)  # fmt: skip
"""What Python or we ignore, a child must not: it would hand that on to everything it starts."""


class Child:
    """A program that was started; `status` is its exit status, negative for a signal, None while it runs."""

    def __init__(self, pid: int) -> None:
        """Known by its process id, which is its group's too."""
        self.pid = pid
        self.status: int | None = None
        self.was_ended = False
        """Whether we have ended it."""
        self.gone = threading.Event()

    @property
    def is_running(self) -> bool:
        """Whether it has not ended yet."""
        return not self.gone.is_set()


class Children:
    """Starts programs and ends them; for any thread.

    A thread waits for each of them, as no signal may be waited for here and looking again and again costs.
    """

    def __init__(self) -> None:
        """None runs."""
        self._lock = threading.Lock()
        self._running: dict[int, Child] = {}
        self._closed = False

    def start(self, command: Sequence[str], environment: Mapping[str, str]) -> Child | None:
        """Start a program of the environment's PATH, without a shell and without the terminal; None after `close`.

        Our own signal mask and what we ignore are not handed on: the program could not be ended otherwise.

        Raises:
            OSError: it cannot be started.
        """
        program = found_program(command[0], environment) if command else None
        if program is None:
            raise FileNotFoundError(
                errno.ENOENT, "there is no such program that may be run", command[0] if command else ""
            )
        if any("\0" in word for word in command):
            raise OSError(errno.EINVAL, "an argument holds a character that none may hold")
        nothing = [
            (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
            (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
            (os.POSIX_SPAWN_DUP2, 1, 2),
        ]
        with self._lock:
            if self._closed:
                return None
            pid = os.posix_spawn(
                program, list(command), environment,
                file_actions=nothing, setpgroup=0, setsigmask=(), setsigdef=TO_DEFAULT,
            )  # fmt: skip
            child = self._running[pid] = Child(pid)
        threading.Thread(target=self._wait, args=(child,), name="child", daemon=True).start()
        return child

    def end(self, child: Child) -> None:
        """End a program and all of its group at once; nothing, where it has ended."""
        with self._lock:
            self._end(child)

    def close(self) -> None:
        """End all of them, and start no more."""
        with self._lock:
            self._closed = True
            for child in self._running.values():
                self._end(child)

    def _end(self, child: Child) -> None:
        """With the lock held: as long as a child is in `_running`, nobody else can have got its number."""
        if child.pid in self._running:
            child.was_ended = True
            _kill_group(child.pid)

    def _wait(self, child: Child) -> None:
        """Wait for one program's end; what it has left running in its group ends with it."""
        status = 0
        with suppress(ChildProcessError):  # somebody else has asked for its status
            if hasattr(os, "waitid"):
                os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)  # its number is still its own after this
            else:
                _, status = os.waitpid(child.pid, 0)
        with self._lock:
            _kill_group(child.pid)
            with suppress(ChildProcessError):  # likewise
                if hasattr(os, "waitid"):
                    _, status = os.waitpid(child.pid, 0)
            del self._running[child.pid]
        child.status = os.waitstatus_to_exitcode(status)
        child.gone.set()


def found_program(name: str, environment: Mapping[str, str]) -> str | None:
    """The path of a program, looked for in the environment's PATH; None where there is none."""
    return shutil.which(name, path=environment.get("PATH", os.defpath))


def _kill_group(pid: int) -> None:
    with suppress(ProcessLookupError, PermissionError):  # nobody is left in it; macOS says so in the second way
        os.killpg(pid, signal.SIGKILL)
