"""Reads what `footui history export` wrote, on this machine or another, and merges it into a history.

All of it is checked before anything is written: one wrong line, and nothing is. What was checked is kept in a file of
no name meanwhile, so that a pipe need not be read twice and no size of it fills the memory.
"""

from __future__ import annotations

import codecs
import json
import tempfile
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING, BinaryIO, NamedTuple, NoReturn

from footui.storage.history_merge import Merged
from footui.storage.history_rows import NoDataError, from_text, to_text
from footui.storage.log_check import problem_of
from footui.storage.problems import Problem

if TYPE_CHECKING:
    from footui.storage.history import History

LONGEST_LINE = 1024 * 1024
"""Bytes of a line, without its end."""

MOST_TOLD = 20
"""Problems that are told; the others are only counted."""

_MOST_READ = LONGEST_LINE + len(codecs.BOM_UTF8) + len(b"\r\n")
_KEPT_IN_MEMORY = 8 * 1024 * 1024


class LogProblems(Exception):  # noqa: N818  # what it holds are called problems everywhere
    """The log has wrong lines: the first of the problems, and how many lines are wrong. Nothing was written."""

    def __init__(self, problems: list[Problem], wrong: int) -> None:
        """`wrong` (≥ 1) may be more than there are `problems`."""
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems
        self.wrong = wrong


class _Line(NamedTuple):
    """One line, from 1: its bytes, None where it is too long, and whether it ended."""

    number: int
    content: bytes | None
    is_ended: bool


class _WrongLineError(Exception):
    """A line cannot be taken; `column` counts characters from 1."""

    def __init__(self, message: str, column: int = 1) -> None:
        super().__init__(message)
        self.column = column


def import_log(history: History, file: BinaryIO, shown_as: str) -> Merged:
    """Merge the lines of `file`, called `shown_as` in problems, into a history: all of them or none.

    Raises:
        LogProblems: there are wrong lines.
        HistoryError: the history cannot be read or written.
        OSError: the file cannot be read, or not be kept meanwhile.
    """
    with tempfile.SpooledTemporaryFile(_KEPT_IN_MEMORY, "w+b") as kept:
        if not _keep(file, kept, shown_as):
            return Merged()
        kept.seek(0)
        return history.merge(from_text(line.decode()) for line in kept)


def _keep(file: BinaryIO, kept: IO[bytes], shown_as: str) -> int:
    """Write what the file has down in `kept`, each checked and in a line of its own; how many there are."""
    problems: list[Problem] = []
    wrong = right = 0
    for line in _lines(file):
        try:
            session = _session_in(line)
        except _WrongLineError as error:
            wrong += 1
            if len(problems) < MOST_TOLD:
                problems.append(Problem(shown_as, line.number, error.column, str(error)))
            continue
        if session is not None and not wrong:
            right += 1
            kept.write(session.encode() + b"\n")
    if wrong:
        raise LogProblems(problems, wrong)
    return right


def _lines(file: BinaryIO) -> Iterator[_Line]:
    """The lines of a file, without their ends and a byte order mark; of one too long only that it is."""
    number = 0
    while part := file.readline(_MOST_READ):
        number += 1
        content = part.removeprefix(codecs.BOM_UTF8) if number == 1 else part
        content = content.rstrip(b"\r\n")
        is_ended = part.endswith(b"\n")
        is_whole = is_ended or len(part) < _MOST_READ
        if not is_whole:
            is_ended = _skip_line(file)
        yield _Line(number, content if is_whole and len(content) <= LONGEST_LINE else None, is_ended)


def _skip_line(file: BinaryIO) -> bool:
    """Read on to where the line ends; whether it does."""
    while part := file.readline(_MOST_READ):
        if part.endswith(b"\n"):
            return True
    return False


def _session_in(line: _Line) -> str | None:
    """The JSON of the object in a line, as the history keeps it; None for an empty line. Raises _WrongLineError."""
    if line.content is None:
        raise _WrongLineError("The line is longer than 1 MiB, the most that is read.")
    if not line.content.strip():
        return None
    try:
        value = json.loads(line.content.decode(), parse_constant=_refuse_constant)
    except UnicodeDecodeError as error:
        column = len(line.content[: error.start].decode()) + 1
        raise _WrongLineError(f"The byte 0x{line.content[error.start]:02x} is not UTF-8.", column) from error
    except json.JSONDecodeError as error:
        if not line.is_ended:
            raise _WrongLineError("The line breaks off in the middle: the file is not whole.", error.colno) from error
        raise _WrongLineError(f"This is not JSON: {error.msg}.", error.colno) from error
    except RecursionError as error:
        raise _WrongLineError("Lists or objects are nested too deeply to be read.") from error
    except ValueError as error:  # Python's own bound on the digits of a number
        raise _WrongLineError("A number has too many digits.") from error
    problem = problem_of(value)
    if problem is not None:
        raise _WrongLineError(problem)
    try:
        return to_text(value)
    except NoDataError as error:
        raise _WrongLineError("There is a number too large, or half a character, in it.") from error


def _refuse_constant(name: str) -> NoReturn:
    raise _WrongLineError(f"This is not JSON: {name} is no number.")
