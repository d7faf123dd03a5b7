"""Where in a TOML text each key and value stands; the standard library tells none of it.

The scanner goes over the text once, with a stack of its own in place of recursion. It takes the text to be
valid TOML, so commas tell it nothing and are skipped like blanks.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

KeyPath = tuple[str | int, ...]
"""The keys and, in lists, the numbers from 0 that lead to a value: `("steps", 0, "hold", 1)`."""

_BLANK = re.compile(r"(?:[ \t\r\n]++|#[^\n]*+)*+")
_BLANK_OR_COMMA = re.compile(r"(?:[ \t\r\n,]++|#[^\n]*+)*+")
_BLANK_OR_EQUALS = re.compile(r"[ \t=]*+")
KEY_PART = re.compile(r"""[ \t]*+(?P<part>[\w-]++|"(?:[^"\\]|\\.)*+"|'[^']*+')[ \t]*+(?P<dot>\.?)""")
_HEADER_END = re.compile(r"\]{1,2}")
SCALAR = re.compile(
    r"""
      \"\"\"(?:[^"\\]|\\.|"{1,2}(?!"))*+"{3,5}
    | '''(?:[^']|'{1,2}(?!'))*+'{3,5}
    | "(?:[^"\\]|\\.)*+"
    | '[^']*+'
    | \d{4}-\d\d-\d\d[ ]\d[^\s,\]}\#]*+     # a date and a time may have a blank between them
    | [^\s,\]}\#]++
    """,
    re.VERBOSE | re.DOTALL,
)


class _Node:
    """A key or element: where its key and its value begin (offsets), and what lies below it."""

    __slots__ = ("below", "is_header_list", "key_at", "value_at")

    def __init__(self, key_at: int, value_at: int) -> None:
        self.key_at = key_at
        self.value_at = value_at
        self.below: dict[str | int, _Node] = {}
        self.is_header_list = False

    def child(self, name: str | int, at: int) -> _Node:
        """The node below by that name, placed at `at` if it is new."""
        node = self.below.get(name)
        if node is None:
            node = self.below[name] = _Node(at, at)
        return node

    def newest(self) -> _Node:
        """Itself, or of a list of `[[tables]]` the one that the following lines belong to."""
        return self.below[len(self.below) - 1] if self.is_header_list else self


class Positions:
    """The lines and columns, from 1 and in characters, of everything in a valid TOML text (without a BOM).

    A table stands where its header `[` or `[[` does, each part of a dotted key at its own beginning. A path
    that is not in the text stands where its nearest parent does that is, at last at 1:1.
    """

    def __init__(self, text: str) -> None:
        self._line_starts = [0, *(line_end.end() for line_end in re.finditer("\n", text))]
        self._root = _Node(0, 0)
        self._text = text
        self._scan()

    def key(self, path: KeyPath) -> tuple[int, int]:
        """Line and column of the key of `path`; of a list's element, where the element begins."""
        return self._place(self._nearest(path).key_at)

    def value(self, path: KeyPath) -> tuple[int, int]:
        """Line and column where the value of `path` begins."""
        return self._place(self._nearest(path).value_at)

    def _nearest(self, path: KeyPath) -> _Node:
        node = self._root
        for name in path:
            below = node.below.get(name)
            if below is None:
                break
            node = below
        return node

    def _place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def _scan(self) -> None:
        table = self._root
        at = self._end(_BLANK, 0)
        while at < len(self._text):
            if self._text[at] == "[":
                table, at = self._header(at)
            else:
                node, at = self._pair(table, at)
                at = self._value(node, at)
            at = self._end(_BLANK, at)

    def _end(self, pattern: re.Pattern[str], at: int) -> int:
        """Where the match of `pattern` at `at` ends."""
        match = pattern.match(self._text, at)
        if match is None:
            raise ValueError(f"not valid TOML at character {at}")
        return match.end()

    def _header(self, at: int) -> tuple[_Node, int]:
        """The table that the header at `at` opens, and the end of the header."""
        is_list = self._text.startswith("[[", at)
        node = self._root
        end = at + 1 + is_list
        for name, _, part_end in self._key_parts(end):
            node = node.newest().child(name, at)
            end = part_end
        if is_list:
            node.is_header_list = True
            node = node.child(len(node.below), at)
        else:
            # `[a.b]` above may have placed `a` already, but its own header is the better place.
            node.key_at = node.value_at = at
        return node, self._end(_HEADER_END, end)

    def _pair(self, table: _Node, at: int) -> tuple[_Node, int]:
        """The node of the key at `at`, somewhere below `table`, and where its value begins."""
        node, end = table, at
        for name, part_at, part_end in self._key_parts(at):
            node, end = node.child(name, part_at), part_end
        end = self._end(_BLANK_OR_EQUALS, end)
        node.value_at = end
        return node, end

    def _key_parts(self, at: int) -> Iterator[tuple[str, int, int]]:
        """Name, beginning and end of each part of a dotted key."""
        dotted = True
        while dotted:
            match = KEY_PART.match(self._text, at)
            if match is None:
                raise ValueError(f"not valid TOML at character {at}")
            at, dotted = match.end(), bool(match["dot"])
            yield unquoted(match["part"]), match.start("part"), at

    def _value(self, node: _Node, at: int) -> int:
        """Note all that lies in the value of `node` at `at`; where that value ends."""
        around: list[tuple[_Node, bool]] = []  # the lists (True) and inline tables (False) that are open
        while True:
            if self._text[at] in "[{":
                around.append((node, self._text[at] == "["))
                at += 1
            else:
                at = self._end(SCALAR, at)
            at = self._end(_BLANK_OR_COMMA, at) if around else at
            while around and self._text[at] in "]}":
                around.pop()
                at = self._end(_BLANK_OR_COMMA, at + 1) if around else at + 1
            if not around:
                return at
            inside, is_list = around[-1]
            if is_list:
                node = inside.child(len(inside.below), at)
            else:
                node, at = self._pair(inside, at)


def unquoted(part: str) -> str:
    """The key that is written as `part`."""
    if part[0] not in "\"'":
        return part
    if "\\" not in part or part[0] == "'":
        return part[1:-1]
    import tomllib  # noqa: PLC0415 - escapes in a key are next to never met

    return str(tomllib.loads(f"key = {part}")["key"])
