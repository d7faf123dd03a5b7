"""The trash: own files that were deleted lie in a folder of it, whole, until the person removes them.

Nothing in it is ever overwritten, and footui never empties it.
"""

from __future__ import annotations

import errno
import itertools
import os
import stat
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NamedTuple

from footui.storage.atomic_file import create_new
from footui.storage.folders import make_private_folder
from footui.storage.problems import AlreadyThere, ChangedElsewhere, SaveProblem, clean_path, reason
from footui.storage.unused_name import move_to_unused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from footui.storage.folders import Folders

TRASH_FOLDER = "trash"
"""In the data folder."""

_LONGEST_STEM = 200
"""Bytes of a file's name that are kept in the trash; the most a name can have is 255."""


class Trashed(NamedTuple):
    """What was moved to the trash: where it stood, and where it lies."""

    path: Path
    lies: Path
    is_link: bool = False
    """Only the link was moved; the file it leads to is where it was."""

    @property
    def said(self) -> str:
        """Where it is, in a sentence or two."""
        where = f"It is in the trash, as {clean_path(str(self.lies))}."
        return f"{where} It was a link: the file it leads to is untouched." if self.is_link else where


def trash_folder(folders: Folders) -> Path:
    """The folder in which deleted files lie."""
    return folders.data / TRASH_FOLDER


def move_to_trash(path: Path, folders: Folders, now: datetime) -> Trashed:
    """Move an own file, or a link, to the trash, exactly as it is; `now` becomes a part of its name there.

    Raises:
        SaveProblem: it was not moved, and is where it was; the text says why.
    """
    with _told(path, "deleted"):
        is_link = _is_link(path)
        folder = trash_folder(folders)
        make_private_folder(folder)
        for name in _names(path, now):
            try:
                _move(path, folder / name, is_link=is_link)
            except FileExistsError:
                continue
            return Trashed(path, folder / name, is_link)
    raise AssertionError("numbers do not run out")


def bring_back(trashed: Trashed) -> None:
    """Move what was deleted back to where it stood.

    Raises:
        AlreadyThere: something else stands there by now; both are untouched.
        SaveProblem: it was not moved, and is in the trash still; the text says why.
    """
    with _told(trashed.lies, "brought back"):
        make_private_folder(trashed.path.parent)
        try:
            _move(trashed.lies, trashed.path, is_link=trashed.is_link)
        except FileExistsError as error:
            path = clean_path(str(trashed.path))
            raise AlreadyThere(f"Not brought back: {path} is there again, and is untouched. {trashed.said}") from error


def _names(path: Path, now: datetime) -> Iterator[str]:
    """The names it may have in the trash: “evening-toes-2026-11-21-074600.toml”, then with -2, -3 and so on."""
    stem = os.fsdecode(os.fsencode(path.stem)[:_LONGEST_STEM])
    when = now.strftime("%Y-%m-%d-%H%M%S")
    yield f"{stem}-{when}{path.suffix}"
    for number in itertools.count(2):
        yield f"{stem}-{when}-{number}{path.suffix}"


def _is_link(path: Path) -> bool:
    """Whether it is a link; raises OSError for what is neither that nor a file."""
    mode = path.lstat().st_mode
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISLNK(mode) and not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, "it is a pipe, a device or a socket, not a file")
    return stat.S_ISLNK(mode)


def _move(source: Path, target: Path, *, is_link: bool) -> None:
    """Move a file or a link to a name that nothing has; raises FileExistsError where something has it."""
    try:
        move_to_unused(source, target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        _move_to_other_disk(source, target, is_link=is_link)


def _move_to_other_disk(source: Path, target: Path, *, is_link: bool) -> None:
    """The same where no name can be moved: it is removed only once its copy is safely on the disk."""
    if is_link:
        target.symlink_to(source.readlink())
        source.unlink()
        return
    data, found = source.read_bytes(), source.stat()
    try:
        create_new(target, data)
    except AlreadyThere as error:
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from error
    with suppress(OSError):
        target.chmod(stat.S_IMODE(found.st_mode))
        os.utime(target, ns=(found.st_atime_ns, found.st_mtime_ns))
    try:
        if source.read_bytes() != data:  # another program saves to it at this moment
            raise ChangedElsewhere(f"{clean_path(str(source))} is being changed elsewhere. It is where it was.")
        source.unlink()
    except (OSError, SaveProblem):
        with suppress(OSError):
            target.unlink()
        raise


@contextmanager
def _told(path: Path, what: str) -> Iterator[None]:
    """Turn what the system says into a sentence about `path`, which could not be `what`."""
    try:
        yield
    except FileNotFoundError as error:
        raise SaveProblem(f"{clean_path(str(path))} is no longer there. Nothing was changed.") from error
    except OSError as error:
        why = reason(error) if error.errno != errno.EINVAL else str(error.strerror)
        raise SaveProblem(f"{clean_path(str(path))} was not {what}: {why}. It is where it was.") from error
