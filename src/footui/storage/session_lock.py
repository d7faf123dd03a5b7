"""One recorded live session at a time for a data folder: a lock that the system frees when its holder is gone.

The lock is on `session.lock` in the data folder; the file stays, and says who holds it. Where the file system knows no
such locks, or the file cannot be made, a session goes on without.
"""

from __future__ import annotations

import fcntl
import os
import signal
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self

from footui.storage.folders import make_private_folder
from footui.storage.lock_holder import LONGEST, About, Holder, from_bytes, to_bytes
from footui.storage.problems import SaveProblem

if TYPE_CHECKING:
    from collections.abc import Callable

    from footui.storage.folders import Folders

__all__ = ["About", "Holder", "NotEnded", "SessionLock", "SessionRuns", "end_the_other", "holder"]

TRIES = 10
"""How often a lock that is held is tried for: one who only looks holds it for a moment too."""

BETWEEN_TRIES = 0.01
BETWEEN_LOOKS = 0.05
"""Seconds; the second while a process is waited for."""


class SessionRuns(Exception):  # noqa: N818  # it is told to a person, for whom it is no error
    """Another session runs; the message says which, and what to do. `what` is its first sentence alone."""

    def __init__(self, holder: Holder, what: str) -> None:
        super().__init__(f"{what} End it there, or have it ended from here: what was done in it is kept.")
        self.holder = holder
        self.what = what


class NotEnded(Exception):  # noqa: N818  # likewise
    """The other session was not ended from here; the message says why, and what to do."""


class SessionLock:
    """Held from `take` to `release`; children of this process do not hold it on."""

    def __init__(self, descriptor: int | None) -> None:
        """The lock on an open file; None where there can be none. Use `take`."""
        self._descriptor = descriptor

    # Here and below `sleep` and `now` are the real ones unless somebody gives others: they wait for another process.
    @classmethod
    def take(cls, folders: Folders, about: About, sleep: Callable[[float], None] = time.sleep) -> Self:
        """Take the lock and say in its file who has it; `sleep` waits so many seconds.

        Raises SessionRuns where another session has it, in this process too.
        """
        path = lock_path(folders)
        try:
            make_private_folder(path.parent)
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except (OSError, SaveProblem):
            return cls(None)  # the history cannot be written there either, and will say so
        if not _locked(descriptor, sleep):
            found = _read(descriptor)
            os.close(descriptor)
            raise SessionRuns(found, found.sentence(about.started.date()))
        with suppress(OSError):  # a full disk: the lock holds all the same
            os.ftruncate(descriptor, 0)
            os.pwrite(descriptor, to_bytes(about), 0)
        return cls(descriptor)

    def release(self) -> None:
        """Let the next one have it; a second time does nothing."""
        if self._descriptor is None:
            return
        with suppress(OSError):
            os.ftruncate(self._descriptor, 0)
        os.close(self._descriptor)
        self._descriptor = None

    def __enter__(self) -> Self:
        """Hold it for a while."""
        return self

    def __exit__(self, *_: object) -> None:
        """Release it."""
        self.release()


def lock_path(folders: Folders) -> Path:
    """The file that is locked."""
    return folders.data / "session.lock"


def holder(folders: Folders) -> Holder | None:
    """Who holds the lock; None for nobody, and where nobody can say. An open session of theirs runs, it is not cut off.

    A holder that has not yet said who it is comes with empty parts.
    """
    try:
        descriptor = os.open(lock_path(folders), os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return None
    try:
        # Shared, and for a moment: two who look do not see each other, and one who takes it tries more than once.
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return _read(descriptor)
    except OSError:
        return None
    else:
        return None
    finally:
        os.close(descriptor)


def end_the_other(
    folders: Folders,
    timeout: float = 5.0,
    now: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], None] = time.sleep,
) -> None:
    """Ask the process of the session that runs to end (SIGTERM: it saves first), and wait until the lock is free.

    Waits at most `timeout` seconds, by `now` and `sleep`. Returns at once where none runs. Raises NotEnded where it
    runs on another machine, cannot be told to end, or does not.
    """
    other = holder(folders)
    if other is None:
        return
    if not other.is_on_this_machine:
        place = f"on the machine {other.host}" if other.host else "somewhere else"
        raise NotEnded(f"The session runs {place} and cannot be ended from here. End it there.")
    if other.process == os.getpid() or not _has_open(other.process, lock_path(folders)):
        if holder(folders) != other:
            return
        raise NotEnded(f"It is not certain that process {other.process} is the session. End it in its own terminal.")
    try:
        os.kill(other.process, signal.SIGTERM)
        os.kill(other.process, signal.SIGCONT)  # one that was suspended hears it only when it goes on
    except ProcessLookupError:
        pass  # it has just ended
    except PermissionError:
        raise NotEnded(
            f"Process {other.process} belongs to somebody else. The session has to be ended there."
        ) from None
    deadline = now() + timeout
    while (found := holder(folders)) is not None and found.process in (other.process, 0):
        if now() >= deadline:
            raise NotEnded(
                f"The session (process {other.process}) was asked to end and has not ended within {timeout:g} seconds. "
                "Try again, or end it in its own terminal."
            )
        sleep(BETWEEN_LOOKS)


def _locked(descriptor: int, sleep: Callable[[float], None]) -> bool:
    """Take the lock, or find that there can be none; False where another keeps holding it."""
    for attempt in range(TRIES):
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if attempt < TRIES - 1:
                sleep(BETWEEN_TRIES)
        except OSError:
            return True  # a file system without locks
        else:
            return True
    return False


def _read(descriptor: int) -> Holder:
    try:
        return from_bytes(os.pread(descriptor, LONGEST, 0))
    except OSError:
        return Holder()


def _has_open(process: int, path: Path) -> bool:
    """Whether a process has this file open, so that the number is not another's by now; True where nobody can say."""
    if not Path("/proc/self/fd").is_dir():
        return True
    try:
        wanted = path.stat()
        entries = list(Path(f"/proc/{process}/fd").iterdir())
    except OSError:
        return False
    for entry in entries:
        with suppress(OSError):  # closed meanwhile
            if os.path.samestat(wanted, entry.stat()):
                return True
    return False
