"""Tables under headers put into a TOML text, taken out of it and moved: `[timing]`, `[[steps]]`.

A table owns its header, the lines to its last key, and the comment lines directly above the header and directly under
the last key, with no blank line between. (Between a last key and a header without any blank line they are the
header's.) They go with it where it is moved or deleted. A comment that blank lines set apart from all tables is
nobody's: it stays at its place in the file, whatever comes and goes around it; so do those of the head and the end.

Blank lines above a table move with it, but not those above the first, nor those where such a comment or another table
stands between it and the one before.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from footui.storage.key_order import in_order, rank
from footui.storage.toml_edit import CannotEditError, KeyPath
from footui.storage.toml_layout import Layout
from footui.storage.toml_lines import (
    Splice,
    blank_lines_after,
    blank_lines_before,
    comments,
    comments_after,
    comments_before,
)
from footui.storage.toml_values import Page, key_text, value_text

_ENDS_IN_COMMENT: Final = re.compile(r"(?:\A|\n)[ \t]*#[^\n]*\n\Z")


def own_start(layout: Layout, number: int) -> int:
    """Where block `number` begins with its comments."""
    least = layout.blocks[number - 1].end if number else 0
    return comments_before(layout.text, layout.blocks[number].line, least)


def own_end(layout: Layout, number: int) -> int:
    """Where block `number` ends with its comments; those directly above the next header are the next one's."""
    end = layout.blocks[number].end
    next_line = layout.blocks[number + 1].line if number + 1 < len(layout.blocks) else len(layout.text)
    after = comments_after(layout.text, end, next_line)
    return end if after == next_line < len(layout.text) else after


def block_text(path: KeyPath, table: Mapping[str, Any], page: Page, *, in_list: bool) -> str:
    """A table under its header, one key a line, in their order; `page` says the line ends and the blanks in front."""
    names = ".".join(key_text(key) for key in path if isinstance(key, str))
    lines = [f"{page.indent}[[{names}]]" if in_list else f"{page.indent}[{names}]"]
    for key in in_order((*path, 0) if in_list else path, table):
        start = f"{page.indent}{key_text(key)} = "
        lines.append(start + value_text(table[key], page._replace(column=len(start))))
    return "".join(line + page.line_end for line in lines)


def new_block(layout: Layout, path: KeyPath, table: Mapping[str, Any]) -> Splice:
    """The table under a header of its own, behind the last table that its order puts before it."""
    keys = [str(each[0]) for each in (*layout.pairs, *layout.headers, path)]
    order = rank((), str(path[0]), keys)
    number = max(
        number
        for number, block in enumerate(layout.blocks)
        if not block.path or rank((), str(block.path[0]), keys) <= order
    )
    at = own_end(layout, number)
    indent = layout.indent(layout.blocks[number].line) if number else ""
    return apart(layout, at, block_text(path, table, Page(layout.line_end(at), indent), in_list=False))


def apart(layout: Layout, at: int, text: str) -> Splice:
    """`text` put in at `at`, with blank lines between it and what stands above and below."""
    line_end = layout.line_end(at)
    above = line_end if at and blank_lines_before(layout.text, at) == at else ""
    below = line_end if at < len(layout.text) and blank_lines_after(layout.text, at) == at else ""
    return Splice(at, at, above + text + below)


class TableList:
    """The tables of one `[[list]]` with what stands before, between and behind them."""

    def __init__(self, layout: Layout, array: KeyPath) -> None:
        self._array = array
        self._layout = layout
        spans = self._spans()
        text = layout.text
        edges = [0, *(edge for span in spans for edge in span), len(text)]
        self._tables = [text[start:end] for start, end in spans]
        self._between = [text[edges[place] : edges[place + 1]] for place in range(0, len(edges), 2)]
        """What stands before each table, and behind the last."""

    def _spans(self) -> list[tuple[int, int]]:
        """Where each table begins and ends with its comments and the tables below it."""
        depth = len(self._array)
        numbers: list[list[int]] = []
        for number, block in enumerate(self._layout.blocks):
            if block.path[:depth] == self._array and len(block.path) > depth:
                place = block.path[depth]
                if place == len(numbers):
                    numbers.append([])
                elif numbers[-1][-1] != number - 1:
                    raise CannotEditError("one of its tables is written in several places")
                numbers[-1].append(number)
        return [(own_start(self._layout, own[0]), own_end(self._layout, own[-1])) for own in numbers]

    def reordered(self, order: Sequence[int]) -> str:
        """The text with the tables in another order."""
        free = [place > 0 and not between.strip() for place, between in enumerate(self._between[:-1])]
        keep_own = {place for place, old in enumerate(order) if free[place] and free[old]}
        kept = {order[place] for place in keep_own}
        spare = [self._between[old] for old in range(len(order)) if free[old] and old not in kept]
        between = []
        for place, old in enumerate(order):
            if place in keep_own:
                between.append(self._between[old])
            else:
                between.append(spare.pop(0) if free[place] else self._between[place])
        return self._joined([self._tables[old] for old in order], [*between, self._between[-1]])

    def without(self, places: Iterable[int]) -> tuple[str, list[str]]:
        """The text without the tables at these places, and the comments that went with them."""
        tables, between = list(self._tables), list(self._between)
        lost: list[str] = []
        for place in sorted(set(places), reverse=True):
            lost.extend(comments(tables.pop(place)))
            is_first, is_last = place == 0, place == len(tables)
            around = _closed_up(between[place], between[place + 1], is_first=is_first, is_last=is_last)
            between[place : place + 2] = [around]
        return self._joined(tables, between), lost

    def with_table(self, at: int, table: Mapping[str, Any]) -> str:
        """The text with another table as the one at place `at`."""
        layout = self._layout
        if not self._tables:
            page = Page(layout.line_end(len(layout.text)))
            new = apart(layout, len(layout.text), block_text(self._array, table, page, in_list=True))
            return layout.text + new.text
        near = self._tables[max(0, at - 1)]
        line_end = "\r\n" if near.endswith("\r\n") else "\n"
        indent = layout.indent(layout.headers[*self._array, max(0, at - 1)].line)
        text = block_text(self._array, table, Page(line_end, indent), in_list=True)
        blank = Counter(each for each in self._between[1:-1] if not each.strip()).most_common(1)
        lead = blank[0][0] if blank else line_end
        between = list(self._between)
        if at:
            between.insert(at, lead)
            if lead and between[at + 1] and blank_lines_after(between[at + 1], 0) == 0:
                between[at + 1] = line_end + between[at + 1]
        else:
            between.insert(1, lead)
            if lead and between[0] and blank_lines_before(between[0], len(between[0])) == len(between[0]):
                between[0] += line_end
        return self._joined([*self._tables[:at], text, *self._tables[at:]], between)

    @staticmethod
    def _joined(tables: Sequence[str], between: Sequence[str]) -> str:
        """All after each other; no comment comes so close to a table that it would be taken for the table's."""
        text = between[0]
        for place, table in enumerate(tables):
            behind = between[place + 1]
            text += table
            follows = behind or (tables[place + 1] if place + 1 < len(tables) else "")
            if _ENDS_IN_COMMENT.search(table) and follows and blank_lines_after(follows, 0) == 0:
                text += "\r\n" if table.endswith("\r\n") else "\n"
            text += behind
        return text


def _closed_up(before: str, after: str, *, is_first: bool, is_last: bool) -> str:
    """What stands between two tables when one between them goes, `before` it and `after` it."""
    if not is_first and not before.strip():
        return after
    if not is_last and not after.strip():
        return before
    blanks_before, blanks_after = blank_lines_before(before, len(before)), blank_lines_after(after, 0)
    is_at_end = is_last and blanks_after == len(after)
    if is_at_end or before.count("\n", blanks_before) <= after.count("\n", 0, blanks_after):
        return before[:blanks_before] + after
    return before + after[blanks_after:]
