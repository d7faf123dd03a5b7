"""Reading a TOML file that anyone may have written: whatever is wrong ends in a sentence with a place.

The size and the keys are bounded before the parser sees the text: one dotted key of 64 kB would cost it 18 s
and 4 GB.
"""

from __future__ import annotations

import codecs
import errno
import os
import re
import stat
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from footui.storage.problems import Problem, reason
from footui.storage.toml_wording import reworded

if TYPE_CHECKING:
    from footui.storage.toml_positions import Positions

LARGEST_FILE = 256 * 1024
"""Bytes."""

MOST_KEY_PARTS = 16
"""Parts of a dotted key: `a.b` has two."""

# These are compiled where they are used, as a good file needs none of them, and some take a millisecond.
_PART = r"""(?:[\w-]++|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+')"""
_NEXT_PART = rf"(?:[ \t]*+\.[ \t]*+{_PART})"
# Begins with the dot, not the blanks before it: to search from every blank of a long run is quadratic.
_LONG_CHAIN = rf"(?:\.[ \t]*+{_PART}[ \t]*+){{{MOST_KEY_PARTS}}}"
_TOKEN = rf"""
      \#[^\n]*+                                                      # a comment
    | \"\"\"(?:[^"\\]|\\.|"{{1,2}}(?!"))*+(?:"{{3,5}}|\Z)            # strings over several lines
    | '''(?:[^']|'{{1,2}}(?!'))*+(?:'{{3,5}}|\Z)
    | (?P<long>{_PART}{_NEXT_PART}{{{MOST_KEY_PARTS}}})
    | {_PART}{_NEXT_PART}*+                                          # shorter keys, and values
    | ["'][^\n]*+                                                    # a string that is not closed
    | [^\w"'\#-]++
    """
_LONG_NUMBER = r"(?<![\d_])\d[\d_]{4000,}"
_PLACE = r"(?s)(?P<what>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)"
_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


class TomlSource:
    """A TOML file as it was read: `raw` as on the disk, `text` decoded and without a byte order mark.

    Line ends in `text` are as in the file. `table` is what it says, `shown_as` what problems call the file.
    """

    def __init__(self, text: str, table: dict[str, Any], raw: bytes, shown_as: str) -> None:
        self.text = text
        self.table = table
        self.raw = raw
        self.shown_as = shown_as

    @cached_property
    def positions(self) -> Positions:
        """Where each key and value stands, found when it is first asked for: only problems need it."""
        from footui.storage.toml_positions import Positions  # noqa: PLC0415 - as said

        return Positions(self.text)

    @property
    def sha256(self) -> str:
        """The hexadecimal SHA-256 of `raw`, by which a later change is noticed."""
        import hashlib  # noqa: PLC0415 - only saving needs it, reading need not wait for it

        return hashlib.sha256(self.raw).hexdigest()


class TomlProblems(Exception):  # noqa: N818 - what it holds are called problems everywhere
    """A file that cannot be read as TOML; `problems` says why, at least one."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = list(problems)
        super().__init__("\n".join(map(str, self.problems)))


def read_toml_file(path: Path, shown_as: str) -> TomlSource:
    """The TOML file at `path`, called `shown_as` in problems; raises `TomlProblems`."""
    return parse_toml(read_bytes(path, shown_as), shown_as)


def read_bytes(path: Path, shown_as: str) -> bytes:
    """The bytes of the file at `path`, one more than may be at the most; raises `TomlProblems`."""
    try:
        return _read(path)
    except (_NotRegularError, OSError, ValueError) as error:
        raise TomlProblems([Problem(shown_as, 1, 1, _why_not_read(error, path))]) from error


def parse_toml(data: bytes, shown_as: str) -> TomlSource:
    """The TOML in `data`, called `shown_as` in problems; raises `TomlProblems`."""

    def refused(message: str, line: int = 1, column: int = 1) -> TomlProblems:
        return TomlProblems([Problem(shown_as, line, column, message)])

    if len(data) > LARGEST_FILE:
        raise refused("The file is larger than 256 KiB, the most that is read.")
    body = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        good = body[: error.start].decode("utf-8")
        raise refused(
            f"The byte 0x{body[error.start]:02x} is not UTF-8. Save the file with the encoding UTF-8.",
            *_place(good, len(good)),
        ) from error
    long_key = _key_with_too_many_parts(text)
    if long_key is not None:
        message = f"A key has more than {MOST_KEY_PARTS} parts between its dots, the most that are read."
        raise refused(message, *_place(text, long_key))
    import tomllib  # noqa: PLC0415 - 6 ms that commands which read no file need not pay

    try:
        return TomlSource(text, tomllib.loads(text), data, shown_as)
    except tomllib.TOMLDecodeError as error:
        raise refused(*_told(error, text)) from error
    except RecursionError as error:
        raise refused("Lists or tables are nested too deeply to be read.") from error
    except MemoryError as error:
        raise refused("The file takes more memory to read than there is.") from error
    except ValueError as error:
        number = re.search(_LONG_NUMBER, text)
        place = _place(text, number.start() if number else 0)
        raise refused("A number has too many digits.", *place) from error


class _NotRegularError(Exception):
    """What was to be read is a folder, a pipe or the like, which the message names."""


def _read(path: Path) -> bytes:
    """The bytes of a regular file, at most one too many; never waits for a pipe, never wakes a device."""
    _check_regular(os.stat(path).st_mode)  # noqa: PTH116 - beside os.open and os.fstat, which Path has not
    with os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY), "rb") as file:
        _check_regular(os.fstat(file.fileno()).st_mode)
        return file.read(LARGEST_FILE + 1)


def _check_regular(mode: int) -> None:
    """Raise `_NotRegularError` for all but a regular file."""
    if not stat.S_ISREG(mode):
        raise _NotRegularError(next((name for is_kind, name in _KINDS if is_kind(mode)), "something else"))


def _why_not_read(error: Exception, path: Path) -> str:
    """A sentence about a file that could not be read."""
    if isinstance(error, _NotRegularError):
        return f"This is {error}, not a file."
    if not isinstance(error, OSError):
        return "The path holds a character that no file's name can hold."
    if error.errno == errno.ENOENT:
        return f"There is no such file{': the link leads nowhere' if path.is_symlink() else ''}."
    return f"The file could not be read: {reason(error)}."


def _key_with_too_many_parts(text: str) -> int | None:
    """Where the first key of more than 16 parts begins; dots in strings and comments do not count."""
    if all(line.count(".") < MOST_KEY_PARTS for line in text.split("\n")):  # a key ends with its line
        return None
    if re.search(_LONG_CHAIN, text) is None:
        return None
    tokens = re.finditer(_TOKEN, text, re.VERBOSE | re.DOTALL)
    return next((token.start() for token in tokens if token["long"]), None)


def _told(error: ValueError, text: str) -> tuple[str, int, int]:
    """The parser's complaint in plain words, with its line and column; “end of document” is the last line."""
    found = re.fullmatch(_PLACE, str(error))
    if found is None:
        return f"This is not TOML: {error}.", 1, 1
    if found["line"] is None:
        written = text.rstrip()
        return reworded(found["what"]), *_place(written, len(written))
    return reworded(found["what"]), int(found["line"]), int(found["column"])


def _place(text: str, offset: int) -> tuple[int, int]:
    """Line and column of a character, both from 1."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
