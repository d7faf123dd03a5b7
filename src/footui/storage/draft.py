"""A file while it is being changed: every state of it is a text, so that undo gives back the very bytes.

Nothing is written before `save`, and nothing that somebody else wrote in the meantime is written over unseen.
"""

from __future__ import annotations

import codecs
import os
import stat
from collections.abc import Callable, Mapping
from enum import Enum, auto
from pathlib import Path
from typing import Any, Final, Generic

from footui.storage.atomic_file import create_new, write_atomically
from footui.storage.draft_state import DraftState, ModelT, new_problem, state_of, told
from footui.storage.problems import ChangedElsewhere, Problem, SaveProblem, clean_path
from footui.storage.toml_edit import CannotEditError, Edit, NoSuchPlaceError, same_values
from footui.storage.toml_source import LARGEST_FILE, TomlProblems, TomlSource, parse_toml, read_bytes

MOST_KEPT: Final = 32
"""States that are kept with all that was read of them; of older ones the bytes are."""


class Outside(Enum):
    """What has become of the file since it was last read or saved here."""

    SAME = auto()
    RELOADED = auto()
    """Changed elsewhere; nothing unsaved was here, so it was taken in, which can be undone."""
    CONFLICT = auto()
    """Changed elsewhere, and here too."""
    GONE = auto()
    """Removed or renamed."""


class EditRefused(SaveProblem):
    """A change was not made, and the draft is as it was; the message is a sentence that can be shown.

    `problem` is the problem that the file would have, if that is why.
    """

    def __init__(self, message: str, problem: Problem | None = None) -> None:
        super().__init__(message)
        self.problem = problem


class Draft(Generic[ModelT]):
    """A file while it is being changed. Made by `open` or `new`."""

    def __init__(self, path: Path, raw: bytes, read: Callable[[TomlSource], ModelT], *, is_new: bool) -> None:
        """The file at `path` with the content `raw`, TOML or not; `is_new` if it is not there yet."""
        self.path = path
        self._read = read
        self._kept: dict[bytes, DraftState[ModelT]] = {}
        """The states that were seen last, so that going back and forth reads nothing."""
        self._state = self._state_of(raw)
        self._states = [raw]
        self._at = 0
        self._saved_at = 0
        self._off_the_way = 0
        """Changes by which the saved state differs from the one at `_saved_at`, as it was undone and lost since."""
        self._saved: bytes | None = raw
        """What counts as saved; None for a file that is gone, so that all of the draft is unsaved."""
        self._base: bytes | None = None if is_new else raw
        """What the next save may write over; None for no file."""
        self._seen = self._base
        self._stamp: tuple[int, ...] | None = None
        self._was_there = not is_new
        self._may_have_problems = not is_new and bool(self.problems)

    @classmethod
    def open(cls, path: Path, read: Callable[[TomlSource], ModelT]) -> Draft[ModelT]:
        """The file at `path`; `read` makes the model of it, or raises `TomlProblems`.

        Raises `TomlProblems` where it cannot be read as TOML at all.
        """
        raw = read_bytes(path, str(path))
        parse_toml(raw, str(path))
        return cls(path, raw, read, is_new=False)

    @classmethod
    def new(cls, path: Path, text: str, read: Callable[[TomlSource], ModelT]) -> Draft[ModelT]:
        """A file that is not there yet, beginning as `text`; the first `save` makes it, in a folder that is there."""
        return cls(path, text.encode(), read, is_new=True)

    # What it says now

    @property
    def text(self) -> str:
        """The whole text, without a byte order mark."""
        return self._state.text

    @property
    def table(self) -> Mapping[str, Any]:
        """What the text says, as plain data; not to be changed."""
        return self._state.table

    @property
    def model(self) -> ModelT | None:
        """What was read from it; None where it has problems."""
        return self._state.model

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that is wrong in it, as `footui check` says it."""
        return self._state.problems

    @property
    def is_changed(self) -> bool:
        """Whether there is something here that is not saved."""
        return self._state.raw != self._saved

    @property
    def changes(self) -> int:
        """How many changes are not saved; undone ones do not count."""
        return max(1, abs(self._at - self._saved_at) + self._off_the_way) if self.is_changed else 0

    # Changing

    def apply(self, *edits: Edit) -> None:
        """Make all of these edits, as one step to be undone, or none: then `EditRefused` is raised.

        Refused is what would bring a problem that was not there before, in the words of `footui check`, and what cannot
        be done without touching the rest of the text.
        """
        state = self._edited(edits)
        problem = new_problem(self._state, state)
        if problem is not None:
            raise EditRefused(told(problem, self.text, state.text), problem)
        self._push(state)

    def _edited(self, edits: tuple[Edit, ...]) -> DraftState[ModelT]:
        """The state after the edits; it says exactly what they mean."""
        from footui.storage.toml_edit_text import edited  # noqa: PLC0415 - not needed to show a file

        name = clean_path(self.path.name)
        if not self._state.is_toml:
            first = self.problems[0]
            where = f"{name} could not be changed: line {first.line}, column {first.column}"
            raise EditRefused(f"{where}: {first.message} Mend that line first.", first)
        try:
            text, meant = edited(self.text, self.table, edits)
        except NoSuchPlaceError as error:
            raise EditRefused(f"{name} could not be changed: {error}") from error
        except CannotEditError as error:
            raise self._not_without_the_rest() from error
        mark = codecs.BOM_UTF8 if self._state.raw.startswith(codecs.BOM_UTF8) else b""
        raw = mark + text.encode()
        if len(raw) > LARGEST_FILE:
            raise EditRefused(f"{name} could not be changed: it would be larger than 256 KiB, the most that is read.")
        state = self._state_of(raw)
        if not state.is_toml or not same_values(meant, state.table):
            raise self._not_without_the_rest()
        return state

    def _not_without_the_rest(self) -> EditRefused:
        name = clean_path(self.path.name)
        return EditRefused(f"{name} could not be changed without touching the rest. Change it by hand.")

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back, saved or not."""
        return self._at > 0

    @property
    def can_redo(self) -> bool:
        """Whether a change was taken back and nothing was changed since."""
        return self._at + 1 < len(self._states)

    def undo(self) -> bool:
        """Take back the last change; False where there is none."""
        return self.can_undo and self._go(self._at - 1)

    def redo(self) -> bool:
        """Make the change again that was taken back last; False where there is none."""
        return self.can_redo and self._go(self._at + 1)

    def _push(self, state: DraftState[ModelT]) -> None:
        """Go on to a new state; those that were undone are forgotten."""
        if state.raw == self._state.raw:
            return
        del self._states[self._at + 1 :]
        if self._saved_at > self._at:
            self._off_the_way += self._saved_at - self._at
            self._saved_at = self._at
        self._states.append(state.raw)
        self._at += 1
        self._state = state

    def _go(self, at: int) -> bool:
        self._at = at
        self._state = self._state_of(self._states[at])
        return True

    def read_anew(self) -> None:
        """What it is read with is other than it was: read the text again."""
        self._kept.clear()
        self._state = self._state_of(self._state.raw)

    # The file

    def save(self) -> None:
        """Write it; nothing is written where that would change nothing.

        Raises `SaveProblem`, also for problems that the file on the disk did not have; `ChangedElsewhere` or
        `AlreadyThere` where somebody else wrote it. Nothing is lost then, here or there.
        """
        raw = self._state.raw
        if raw == self._base == self._on_disk():
            return
        if self.problems and not self._may_have_problems:
            raise SaveProblem(f"{clean_path(self.path.name)} was not saved: {self.problems[0].message}")
        try:
            if self._base is None:
                create_new(self._place, raw)
            else:
                import hashlib  # noqa: PLC0415 - only saving needs it

                write_atomically(self.path, raw, expected_sha256=hashlib.sha256(self._base).hexdigest())
        except ChangedElsewhere:
            self._on_disk()  # seen now: it is what the refusal is about
            raise
        self._take_as_saved(raw)

    def look(self) -> Outside:
        """See whether the file was changed outside: nearly free, unless it was touched."""
        found = self._on_disk()
        if found == self._base:
            return Outside.SAME
        if found is None:
            return Outside.GONE
        if found == self._state.raw:
            self._take_as_saved(found)
            return Outside.SAME
        if self.is_changed:
            return Outside.CONFLICT
        self._take(found)
        return Outside.RELOADED

    def take_theirs(self) -> None:
        """Go on with what is on the disk, which can be undone; raises `SaveProblem` where nothing is."""
        found = self._on_disk()
        if found is None:
            raise SaveProblem(f"{clean_path(str(self.path))} is no longer there: there is nothing to take over.")
        self._take(found)

    def keep_mine(self) -> None:
        """Let the next save write over what was last seen on the disk, and over nothing else."""
        self._base = self._saved = self._seen

    def difference(self) -> list[str]:
        """What differs between this, `-`, and what was last seen on the disk, `+`: a unified difference, cleaned."""
        from footui.storage.text_difference import unified  # noqa: PLC0415 - only a conflict needs it

        theirs = (self._seen or b"").removeprefix(codecs.BOM_UTF8)
        return unified(self.text, theirs.decode(errors="replace"))

    def _take(self, raw: bytes) -> None:
        self._push(self._state_of(raw))
        self._may_have_problems = self._may_have_problems or bool(self.problems)
        self._take_as_saved(raw)

    @property
    def _place(self) -> Path:
        """Where the file is made anew: a link that was there stays one, though it leads nowhere now."""
        return Path(os.path.realpath(self.path)) if self._was_there and self.path.is_symlink() else self.path

    def _take_as_saved(self, raw: bytes) -> None:
        self._base = self._saved = self._seen = raw
        self._saved_at, self._off_the_way = self._at, 0
        self._was_there = True

    def _on_disk(self) -> bytes | None:
        """What the file holds now; None where there is none, and what was last seen where it cannot be read.

        A folder in its place is no file either.
        """
        try:
            found = self.path.stat()
            stamp = (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)
            if not stat.S_ISREG(found.st_mode):
                self._seen = self._stamp = None
            elif stamp != self._stamp:
                self._seen = read_bytes(self.path, str(self.path))
                self._stamp = stamp
        except (FileNotFoundError, NotADirectoryError):
            self._seen = self._stamp = None
        except (OSError, TomlProblems):
            pass  # it may be readable again in a moment, and a save would say why it is not
        return self._seen

    def _state_of(self, raw: bytes) -> DraftState[ModelT]:
        state = self._kept.pop(raw, None) or state_of(raw, str(self.path), self._read)
        self._kept[raw] = state
        if len(self._kept) > MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        return state
