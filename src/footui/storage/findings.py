"""Findings: what is wrong in one TOML file, collected as it is read, and given places in the end.

A file is read to its end whatever is found, so that a person sees every problem at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from footui.storage.problems import Problem
from footui.storage.toml_source import TomlProblems, TomlSource

if TYPE_CHECKING:
    from footui.storage.toml_positions import KeyPath  # a file without problems does without the module

MOST_SHOWN: Final = 100
"""So many problems of one file are told; nobody mends more than that before looking again."""


class Findings:
    """The problems of one file, each at the file as a whole, at a key or at a value."""

    def __init__(self, source: TomlSource) -> None:
        """`source` is the file."""
        self.source = source
        self._found: list[tuple[KeyPath | None, bool, str]] = []
        self._untold = 0

    def __len__(self) -> int:
        """How many problems there are."""
        return len(self._found) + self._untold

    @property
    def is_full(self) -> bool:
        """Whether further problems are only counted, so that their sentences need not be made."""
        return len(self._found) >= MOST_SHOWN

    def in_file(self, message: str) -> None:
        """A problem of the file as a whole: told at 1:1."""
        self._add(None, at_key=False, message=message)

    def at_key(self, path: KeyPath, message: str) -> None:
        """A problem of the key itself: it is unknown, or stands where it must not."""
        self._add(path, at_key=True, message=message)

    def at_value(self, path: KeyPath, message: str) -> None:
        """A problem of the value; for a table that is its header."""
        self._add(path, at_key=False, message=message)

    def _add(self, path: KeyPath | None, *, at_key: bool, message: str) -> None:
        if self.is_full:
            self._untold += 1
        else:
            self._found.append((path, at_key, message))

    def problems(self) -> list[Problem]:
        """Every problem with its line and column, in the order of the file."""
        if not self._found:
            return []
        problems = sorted(
            Problem(self.source.shown_as, *self._place(path, at_key=at_key), message)
            for path, at_key, message in self._found
        )
        if self._untold:
            problems.append(problems[-1]._replace(message=f"and {self._untold} more: mend these first."))
        return problems

    def _place(self, path: KeyPath | None, *, at_key: bool) -> tuple[int, int]:
        """Line and column, both from 1."""
        if path is None:
            return 1, 1
        positions = self.source.positions
        return positions.key(path) if at_key else positions.value(path)

    def as_error(self) -> TomlProblems:
        """What refuses the file, with every problem found."""
        return TomlProblems(self.problems())
