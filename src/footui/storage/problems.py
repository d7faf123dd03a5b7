"""Problems of files as values, with the place to look at, and refusals to save as exceptions.

Both carry plain sentences that can be shown as they are: what they quote from files has been cleaned.
"""

from __future__ import annotations

import errno
from collections.abc import Iterable
from typing import NamedTuple, Self

from footui.storage.text_cleaning import clean_line

LONGEST_GUESSED_WORD = 64
"""Characters; for a longer word no similar one is looked for, as that takes time with its square."""

MOST_COMPARED = 200
"""Names a word is compared with at the most, those of its first letter and length first: there may be thousands."""

LONGEST_PATH = 4_096
"""Characters of a path that are shown."""

_LEAST_LIKENESS = 0.45
_REASONS = {
    errno.EACCES: "there is no permission",
    errno.EPERM: "there is no permission",
    errno.ENOENT: "there is no such file or folder",
    errno.ENOTDIR: "a part of its path is a file, not a folder",
    errno.EEXIST: "a file of that name is in the way",
    errno.EISDIR: "it is a folder",
    errno.ELOOP: "it is a link that leads back to itself",
    errno.ENAMETOOLONG: "its name is too long",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EFBIG: "it would be larger than files may be here",
    errno.EROFS: "the disk can only be read",
    errno.EMFILE: "too many files are open",
    errno.ENFILE: "too many files are open",
    errno.ESTALE: "the network folder has gone away",
    errno.EIO: "the disk reports an error",
}


class _Place(NamedTuple):
    """The fields of a problem."""

    path: str
    line: int
    column: int
    message: str


class Problem(_Place):
    """One thing wrong in a file; `line` and `column` count from 1, in characters.

    A problem of the file as a whole stands at 1:1. Problems sort by path, then by place.
    """

    __slots__ = ()

    def __new__(cls, path: str, line: int, column: int, message: str) -> Self:
        """Clean the two texts, so that a problem can be shown anywhere as it is."""
        return super().__new__(cls, clean_path(path), line, column, clean_line(message))

    def __str__(self) -> str:
        """The form that editors and compilers understand."""
        return f"{self.path}:{self.line}:{self.column}: {self.message}"


class SaveProblem(Exception):  # noqa: N818 - it is told to a person, who calls it a problem
    """Something could not be saved; the message says what happened and that nothing was lost."""

    def __init__(self, message: str) -> None:
        super().__init__(clean_line(message, limit=2 * LONGEST_PATH))


class AlreadyThere(SaveProblem):
    """A new file was not made, because one of that name exists; that one is untouched."""


class ChangedElsewhere(SaveProblem):
    """A file was not saved, because it is no longer what was read; the other's version is untouched."""


def clean_path(path: str) -> str:
    """`path` as it can be printed: bytes of a file's name that are no UTF-8 become U+FFFD."""
    if path.isascii() and path.isprintable():
        return path
    return clean_line(path.encode("utf-8", "surrogateescape").decode("utf-8", "replace"), limit=LONGEST_PATH)


def reason(error: OSError) -> str:
    """Why the system refused, as the second half of a sentence: “the disk is full”."""
    known = _REASONS.get(error.errno or 0)
    return known or f"the system says “{error.strerror or error}”"


def nearest(word: str, known: Iterable[str], least: float = _LEAST_LIKENESS) -> str | None:
    """The one of `known` that `word` was most likely meant to be, or None if none is at least so alike (0 to 1)."""
    if not word or len(word) > LONGEST_GUESSED_WORD:
        return None
    import difflib  # noqa: PLC0415 - 5 ms that only a problem has to pay

    wanted = _plain(word)
    best, most = None, least
    likely = sorted(known, key=lambda name: (name[:1] != word[:1], abs(len(name) - len(word))))
    for name in likely[:MOST_COMPARED]:
        candidate = _plain(name)
        likeness = difflib.SequenceMatcher(None, wanted, candidate, autojunk=False).ratio()
        if min(len(wanted), len(candidate)) >= 3:
            # People write a name out, or shorten it: “hold_seconds”, “repetitions”, “day”.
            likeness += 0.3 * (candidate in wanted or wanted in candidate)
            likeness += 0.2 * (candidate[:3] == wanted[:3])
        if likeness > most:
            best, most = name, likeness
    return best


def did_you_mean(word: str, known: Iterable[str], least: float = _LEAST_LIKENESS) -> str:
    """` Did you mean “reps”?`, ready to follow a sentence, or nothing; `least` as in `nearest`."""
    meant = nearest(word, known, least)
    return f" Did you mean “{meant}”?" if meant is not None else ""


def _plain(word: str) -> str:
    """`word` without what people mix up: capitals, spaces, hyphens and underscores."""
    return word.casefold().replace("_", "-").replace(" ", "-")
