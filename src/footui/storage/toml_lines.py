"""Lines of a TOML text: its comments, its blank lines, and pieces of it replaced. Offsets count characters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from footui.storage.toml_edit import CannotEditError

_COMMENT_OR_TEXT: Final = re.compile(
    r"""
      (?P<comment>\#[^\n]*+)
    | \"\"\"(?:[^"\\]|\\.|"{1,2}(?!"))*+"{3,5} | '''(?:[^']|'{1,2}(?!'))*+'{3,5}
    | "(?:[^"\\]|\\.)*+" | '[^']*+'
    """,
    re.VERBOSE | re.DOTALL,
)
_BLANK_LINES: Final = re.compile(r"(?:[ \t]*+\r?\n)*+")
_BLANKS: Final = re.compile(r"[ \t]*+")


class Splice(NamedTuple):
    """What is to stand in place of the characters from `start` to `end`."""

    start: int
    end: int
    text: str


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """The text with these done; no two may overlap, and of two at the same place the first stands first."""
    parts, at = [], 0
    for splice in sorted(splices, key=lambda splice: (splice.start, splice.end)):
        if splice.start < at:
            raise CannotEditError("two changes meet at one place")
        parts += [text[at : splice.start], splice.text]
        at = splice.end
    return "".join((*parts, text[at:]))


def comments(text: str, start: int = 0, end: int | None = None) -> Iterator[str]:
    """Every comment between two places that lie in no text, from its `#` to the end of the line."""
    for found in _COMMENT_OR_TEXT.finditer(text, start, len(text) if end is None else end):
        if found["comment"] is not None:
            yield found["comment"].rstrip()


def comments_before(text: str, at: int, least: int) -> int:
    """Where the comment lines begin that stand directly above the line at `at`, none of them above `least`."""
    while at > least:
        line = text.rfind("\n", least, at - 1) + 1 or least
        if not text[line:at].lstrip(" \t").startswith("#"):
            break
        at = line
    return at


def comments_after(text: str, at: int, most: int) -> int:
    """Where the comment lines end that begin at `at`, none of them below `most`."""
    while at < most and text[indent_end(text, at)] == "#":
        at = text.index("\n", at) + 1
    return at


def blank_lines_before(text: str, at: int) -> int:
    """Where the blank lines begin that stand directly above the line at `at`."""
    while at:
        line = text.rfind("\n", 0, at - 1) + 1
        if text[line:at].strip():
            break
        at = line
    return at


def blank_lines_after(text: str, at: int) -> int:
    """Where the blank lines end that begin at `at`."""
    return _end(_BLANK_LINES, text, at)


def indent_end(text: str, line: int) -> int:
    """Where the blanks end that the line at `line` begins with."""
    return _end(_BLANKS, text, line)


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at
