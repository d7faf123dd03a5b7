"""Saving a file so that at every moment, even in a power cut, it is wholly the old one or wholly the new one.

The new content is written beside the file, forced to the disk, and then takes the file's name in one step.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from footui.storage.problems import AlreadyThere, ChangedElsewhere, SaveProblem, clean_path, reason

__all__ = [
    "AlreadyThere",
    "ChangedElsewhere",
    "SaveProblem",
    "create_new",
    "sweep_temporaries",
    "sync_folder",
    "write_atomically",
]

ABANDONED_AFTER = 3600.0
"""Seconds after which a temporary file is nobody's any more; saving takes milliseconds."""

_PREFIX, _SUFFIX = ".footui-", ".tmp"
_TEMPORARY = re.compile(r"\.footui-\w{8}\.tmp")
_PRIVATE = 0o600
_NO_HARD_LINKS = frozenset(
    {errno.EPERM, errno.EACCES, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EXDEV}
)


def write_atomically(path: Path, data: bytes, *, expected_sha256: str | None = None) -> None:
    """Make `data` the content of the file at `path`, which may be new; its folder must be there.

    A link stays a link: the file it leads to is replaced. The file keeps its mode and owner; a new one
    is 0600. With `expected_sha256` (hexadecimal) nothing is saved unless the file still has that digest.
    Raises `SaveProblem`, for another digest `ChangedElsewhere`; the file is then as it was.
    """
    with _told_as_save_problem(path):
        target = _without_links(path)
        old = _regular_or_missing(target, path)
        with _written_beside(target, data, old) as temporary:
            # Compared as late as can be: from here to the replacement are microseconds.
            _check_writable(target, old, path)
            if expected_sha256 is not None:
                _check_unchanged(target, expected_sha256, path)
            temporary.replace(target)
        sync_folder(target.parent)


def create_new(path: Path, data: bytes) -> None:
    """Make the new file `path`, 0600, with the content `data`; its folder must be there.

    Whatever has that name already, even a link to nowhere, stays as it is and `AlreadyThere` is raised;
    where it cannot be made for another reason, `SaveProblem`.
    """
    with _told_as_save_problem(path):
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
        with _written_beside(path, data, None) as temporary:
            _give_unused_name(temporary, path)
        sync_folder(path.parent)


def sweep_temporaries(folder: Path, now: Callable[[], float] = time.time) -> None:
    """Remove from `folder` what saves that were cut off left behind an hour ago or earlier; never fails.

    `now` gives seconds since 1970.
    """
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _TEMPORARY.fullmatch(entry.name) is None:
                continue
            with suppress(OSError):
                found = entry.stat(follow_symlinks=False)
                if stat.S_ISREG(found.st_mode) and found.st_mtime < now() - ABANDONED_AFTER:
                    Path(entry.path).unlink()


@contextmanager
def _told_as_save_problem(path: Path) -> Iterator[None]:
    """Turn what the system says into a sentence about `path`."""
    try:
        yield
    except FileExistsError as error:
        raise AlreadyThere(f"{clean_path(str(path))} exists already, and is untouched.") from error
    except FileNotFoundError as error:
        raise _untouched(path, "its folder is not there") from error
    except OSError as error:
        raise _untouched(path, reason(error)) from error
    except ValueError as error:
        raise _untouched(path, "its name holds a character that no file's name can hold") from error


def _untouched(path: Path, why: str) -> SaveProblem:
    return SaveProblem(_refusal(path, why))


def _refusal(path: Path, why: str) -> str:
    return f"{clean_path(str(path))} was not saved: {why}. Nothing was changed."


def _without_links(path: Path) -> Path:
    """The place that `path` stands for once links are followed; links that lead nowhere are told."""
    # realpath, because Path.resolve raises a RuntimeError for loops, before Python 3.13.
    if not path.is_symlink():
        return Path(os.path.realpath(path.parent, strict=True), path.name)
    try:
        return Path(os.path.realpath(path, strict=True))
    except FileNotFoundError:
        raise _untouched(path, "it is a link to a file that is not there") from None


def _regular_or_missing(target: Path, path: Path) -> os.stat_result | None:
    """What the system knows of the file to be replaced, None for a new one; folders and the like are told."""
    try:
        found = target.lstat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(found.st_mode):
        kind = "a folder" if stat.S_ISDIR(found.st_mode) else "a pipe, a device or a socket"
        raise _untouched(path, f"it is {kind}, not a file")
    return found


def _check_writable(target: Path, old: os.stat_result | None, path: Path) -> None:
    """Refuse to replace a write-protected file: that would get round what its owner chose."""
    if old is not None and not os.access(target, os.W_OK, effective_ids=True):
        raise _untouched(path, "it is write-protected")


@contextmanager
def _written_beside(target: Path, data: bytes, old: os.stat_result | None) -> Iterator[Path]:
    """A temporary file beside `target`, safely on the disk; afterwards it is gone unless it moved."""
    import tempfile  # noqa: PLC0415 - 4 ms that only saving has to pay

    descriptor, name = tempfile.mkstemp(prefix=_PREFIX, suffix=_SUFFIX, dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            if old is not None:
                _take_after(file.fileno(), old)
            os.fsync(file.fileno())
        yield temporary
    finally:
        with suppress(OSError):  # what cannot be removed now is swept another day
            temporary.unlink()


def _take_after(descriptor: int, old: os.stat_result) -> None:
    """Give the temporary file (0600 by its making) the owner and the mode of the one it replaces.

    Where the system forbids either, or knows neither, saving matters more.
    """
    with suppress(OSError):
        os.fchown(descriptor, old.st_uid, old.st_gid)
    with suppress(OSError):
        os.fchmod(descriptor, stat.S_IMODE(old.st_mode))


def _check_unchanged(target: Path, expected_sha256: str, path: Path) -> None:
    """Raise `ChangedElsewhere` unless the file has the digest; times and sizes would miss some changes."""
    import hashlib  # noqa: PLC0415 - as tempfile

    try:
        content = target.read_bytes()
    except FileNotFoundError:
        raise ChangedElsewhere(_refusal(path, "it has been removed or renamed since it was read")) from None
    if hashlib.sha256(content).hexdigest() != expected_sha256:
        raise ChangedElsewhere(_refusal(path, "it has been changed elsewhere since it was read"))


def _give_unused_name(temporary: Path, path: Path) -> None:
    """Let `path` be a name of the temporary file, unless it is one of another file (`FileExistsError`)."""
    try:
        path.hardlink_to(temporary)
    except OSError as error:
        if error.errno not in _NO_HARD_LINKS:
            raise
        # A file system without hard links: hold the name with an empty file, then replace that.
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, _PRIVATE))
        try:
            temporary.replace(path)
        except OSError:
            path.unlink()
            raise


def sync_folder(folder: Path) -> None:
    """Force the names of a folder to the disk; the file is in its place by now, so one that cannot is no problem."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
