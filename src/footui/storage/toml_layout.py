"""How a TOML text is laid out: the lines of its headers and pairs, and the spans of what lies in a value.

Offsets count characters. The text has to be valid and, unless it is empty, to end with a line end: then every header
and every pair owns whole lines, and the lines between them are blank or comments.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from footui.storage.toml_edit import KeyPath
from footui.storage.toml_lines import indent_end
from footui.storage.toml_positions import KEY_PART, SCALAR, unquoted

_BETWEEN: Final = re.compile(r"(?:[ \t]*+(?:\#[^\n]*+)?+\r?\n)*+")
_NEARLY_ALL: Final = re.compile(
    r"""
    (?P<indent>[ \t]*+)(?P<key>[A-Za-z0-9_-]++)[ \t]*+=[ \t]*+
    (?P<value>"[^"\\\n]*+"(?!") | '[^'\n]*+'(?!') | [\w.+-]++ | \[[^\[\]{}"'\#\n]*+\])
    [ \t]*+(?:\#[^\n]*+)?+\r?\n
    """,
    re.VERBOSE,
)
_TO_LINE_END: Final = re.compile(r"[^\n]*+\n")
_INSIDE: Final = re.compile(r"(?:[ \t\r\n,]++|#[^\n]*+)*+")
_AROUND_EQUALS: Final = re.compile(r"[ \t]*+=[ \t]*+")
_KEY_AND_EQUALS: Final = re.compile(
    r"""(?:[ \t]*+(?:[\w-]++|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+')[ \t]*+\.?)++[ \t]*+=[ \t]*+"""
)


class Pair(NamedTuple):
    """A key and its value. At the top of the text it owns the lines from `line` to `line_end`.

    `path` is whole, with the keys of the table around it; `start` to `key_end` is the key as written, `value` to `end`
    its value.
    """

    path: KeyPath
    line: int
    start: int
    key_end: int
    value: int
    end: int
    line_end: int


class Block:
    """A header with the pairs under it, or, with the path (), the pairs above all headers.

    The header owns the line from `line` to `header_end`.
    """

    __slots__ = ("header_end", "is_in_list", "line", "pairs", "path")

    def __init__(self, path: KeyPath, line: int, header_end: int, *, is_in_list: bool = False) -> None:
        self.path = path
        self.line = line
        self.header_end = header_end
        self.is_in_list = is_in_list
        self.pairs: list[Pair] = []

    @property
    def end(self) -> int:
        """Where its last line ends."""
        return self.pairs[-1].line_end if self.pairs else self.header_end


class Layout:
    """The blocks of a text in their order, and where each path stands."""

    def __init__(self, text: str) -> None:
        """`text` is valid TOML."""
        self.text = text
        self.blocks = [Block((), 0, 0)]
        self.pairs: dict[KeyPath, Pair] = {}
        self.headers: dict[KeyPath, Block] = {}
        self._newest: dict[KeyPath, int] = {}
        self._scan()

    def line_end(self, at: int) -> str:
        """The line end of the line before `at`; of the first line, where there is none before."""
        end = at if at and self.text[at - 1] == "\n" else self.text.find("\n", at) + 1
        return "\r\n" if self.text[max(0, end - 2) : end] == "\r\n" else "\n"

    def indent(self, line: int) -> str:
        """The blanks that the line begins with."""
        return self.text[line : indent_end(self.text, line)]

    def chain(self, path: KeyPath) -> list[Pair]:
        """What holds the value at `path`, from the pair at the top inwards; if it has a span, the value itself is last.

        It is empty where the path leads to no pair, but perhaps to headers or to a part of a dotted key.
        """
        around = next((self.pairs[path[:n]] for n in range(len(path), 0, -1) if path[:n] in self.pairs), None)
        found: list[Pair] = []
        while around is not None:
            found.append(around)
            below = self.below(around.path, around.value) if around.path != path else []
            around = next((each for each in below if path[: len(each.path)] == each.path), None)
        return found

    def below(self, path: KeyPath, value: int) -> list[Pair]:
        """The elements of the list or the pairs of the inline table at `path` that begins at `value`.

        They own no lines: `line` and `line_end` are their own beginning and end.
        """
        text = self.text
        found: list[Pair] = []
        if text[value] not in "[{":
            return []
        is_list, at = text[value] == "[", _end(_INSIDE, text, value + 1)
        while text[at] not in "]}":
            below, start, key_end = (*path, len(found)), at, at
            if not is_list:
                keys, key_end = self._keys(at)
                below, at = (*path, *keys), _end(_AROUND_EQUALS, text, key_end)
            end = value_end(text, at)
            found.append(Pair(below, start, start, key_end, at, end, end))
            at = _end(_INSIDE, text, end)
        return found

    def _scan(self) -> None:
        text, block = self.text, self.blocks[0]
        at = _end(_BETWEEN, text, 0)
        while at < len(text):
            simple = _NEARLY_ALL.match(text, at)
            if simple is not None:
                value, end = simple.span("value")
                start, key_end = simple.span("key")
                pair = Pair((*block.path, simple["key"]), at, start, key_end, value, end, simple.end())
            else:
                start = indent_end(text, at)
                if text[start] == "[":
                    block = self._header(at, start)
                    at = _end(_BETWEEN, text, block.header_end)
                    continue
                pair = self._pair(block, at, start)
            block.pairs.append(pair)
            self.pairs[pair.path] = pair
            at = _end(_BETWEEN, text, pair.line_end)

    def _pair(self, block: Block, line: int, start: int) -> Pair:
        keys, key_end = self._keys(start)
        value = _end(_AROUND_EQUALS, self.text, key_end)
        end = value_end(self.text, value)
        return Pair((*block.path, *keys), line, start, key_end, value, end, _end(_TO_LINE_END, self.text, end))

    def _header(self, line: int, start: int) -> Block:
        is_in_list = self.text.startswith("[[", start)
        keys, end = self._keys(start + 1 + is_in_list)
        path: KeyPath = ()
        for depth, key in enumerate(keys, start=1):
            path = (*path, key)
            if is_in_list and depth == len(keys):
                self._newest[path] = self._newest.get(path, -1) + 1
            if path in self._newest:
                path = (*path, self._newest[path])
        block = Block(path, line, _end(_TO_LINE_END, self.text, end), is_in_list=is_in_list)
        self.blocks.append(block)
        self.headers[path] = block
        return block

    def _keys(self, at: int) -> tuple[tuple[str, ...], int]:
        """The parts of the key at `at`, and where it ends."""
        keys: list[str] = []
        while True:
            part = KEY_PART.match(self.text, at)
            if part is None:
                raise ValueError(f"not valid TOML at character {at}")
            keys.append(unquoted(part["part"]))
            at = part.end()
            if not part["dot"]:
                return tuple(keys), part.end("part")


def value_end(text: str, at: int) -> int:
    """Where the value that begins at `at` ends."""
    depth = 0
    while True:
        if text[at] in "[{":
            depth, at = depth + 1, at + 1
        else:
            at = _end(SCALAR, text, at)
        if not depth:
            return at
        at = _end(_INSIDE, text, at)
        while text[at] in "]}":
            depth, at = depth - 1, at + 1
            if not depth:
                return at
            at = _end(_INSIDE, text, at)
        pair = _KEY_AND_EQUALS.match(text, at)
        at = pair.end() if pair is not None else at


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Where the match of `pattern` at `at` ends."""
    match = pattern.match(text, at)
    if match is None:
        raise ValueError(f"not valid TOML at character {at}")
    return match.end()
