"""What was done to the person's files, to be taken back and done again: deleted, copied, renamed, followed.

Everything here reads or writes files: it is called in a thread.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple, Protocol

from footui.storage.atomic_file import write_atomically
from footui.storage.folders import Folders
from footui.storage.following import follow, followed, unfollow
from footui.storage.renaming import Rename
from footui.storage.toml_source import read_bytes
from footui.storage.trash import Trashed, bring_back, move_to_trash


class Done(NamedTuple):
    """What a change has come to: a sentence to say, and the file to mark."""

    said: str
    path: Path | None = None


class Deed(Protocol):
    """One change of the files."""

    def turn(self, key: str) -> Done:
        """Take it back, or do it again where it was taken back; `key` is the one that turns it once more.

        Raises:
            SaveProblem: it was not done; the text says why.
            TomlProblems: a file that it needs cannot be read.
        """
        ...


class Presence:
    """A file of the person's own that stands in its place or lies in the trash: `turn` moves it to the other."""

    def __init__(self, title: str, path: Path, folders: Folders, wall: Callable[[], datetime]) -> None:
        """`wall` tells the time."""
        self._title = title
        self._path = path
        self._folders = folders
        self._wall = wall
        self._trashed: Trashed | None = None

    def turn(self, key: str) -> Done:
        """Move it to the trash, or back."""
        trashed = self._trashed
        if trashed is None:
            self._trashed = move_to_trash(self._path, self._folders, self._wall())
            return Done(f"Deleted: “{self._title}”. {self._trashed.said} {key} brings it back.")
        bring_back(trashed)
        self._trashed = None
        return Done(f"Brought back: “{self._title}”.", self._path)


class Renamed:
    """A routine with another title."""

    def __init__(self, rename: Rename) -> None:
        self._rename = rename

    def turn(self, key: str) -> Done:
        """The title before, or the new one again."""
        self._rename.turn()
        said = f"It is called “{self._rename.title}” again. {self._rename.why_same_name}"
        return Done(said.rstrip(), self._rename.path)


class Following:
    """A routine that was taken up or left; what config.toml said of it before comes back to the letter."""

    def __init__(self, title: str, slug: str, folders: Folders, since: date) -> None:
        """Nothing is done yet; taken up anew, it is due from the day `since` on."""
        self._title = title
        self._slug = slug
        self._folders = folders
        self._since = since
        self._before: bytes | None = None
        self._after: bytes | None = None

    def turn(self, key: str) -> Done:
        """Take the routine up, or leave it where it is followed."""
        path = self._folders.config_file
        found = read_bytes(path, str(path)) if os.path.lexists(path) else None
        is_followed = followed(self._folders).of(self._slug) is not None
        if found is not None and found == self._after and self._before is not None:
            write_atomically(path, self._before, expected_sha256=sha256(found).hexdigest())
        elif is_followed:
            unfollow(self._folders, self._slug)
        else:
            follow(self._folders, self._slug, self._since)
        self._before, self._after = found, read_bytes(path, str(path))
        if is_followed:
            return Done(f"You follow “{self._title}” no longer. What was done of it is kept. {key} takes it back.")
        return Done(f"You follow “{self._title}”: 1 shows when it is due. {key} takes it back.")


class Deeds:
    """The changes of one visit, the last one first to be taken back."""

    def __init__(self) -> None:
        """Nothing was done yet."""
        self._done: list[Deed] = []
        self._taken_back: list[Deed] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether something taken back can be done again."""
        return bool(self._taken_back)

    def did(self, deed: Deed) -> None:
        """Remember what was done."""
        self._done.append(deed)
        self._taken_back.clear()

    def undo(self) -> Done:
        """Take the last one back. Raises `SaveProblem`; it can be tried again."""
        return self._turn(self._done, self._taken_back, "ctrl+r")

    def redo(self) -> Done:
        """Do again what was taken back last. Raises `SaveProblem`; it can be tried again."""
        return self._turn(self._taken_back, self._done, "u")

    def _turn(self, source: list[Deed], target: list[Deed], key: str) -> Done:
        done = source[-1].turn(key)
        target.append(source.pop())
        return done
