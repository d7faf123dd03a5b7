"""Lists in brackets changed as text: elements put in, taken out and moved, with the comments that are theirs.

An element's own comments are the lines directly above it and the one behind it. A comment with a blank line below it,
one behind the opening bracket, and those under the last element are the list's: they stay at their place. So do blanks,
line ends and whether a comma stands behind the last element.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from footui.storage.toml_edit import CannotEditError
from footui.storage.toml_layout import Pair
from footui.storage.toml_lines import comments
from footui.storage.toml_values import Page

_TO_COMMA: Final = re.compile(r"(?P<before>(?:[ \t\r\n]++|#[^\r\n]*+)*+)(?P<comma>,?)")
_COMMENT_BEHIND: Final = re.compile(r"(?:[ \t]*+#[^\r\n]*+)?+")
_LAST_BLANKS: Final = re.compile(r"[ \t\r\n]*+\Z")


class Change(NamedTuple):
    """An element of the list that is to be: one of the old ones, by its place, or a new one; `source` replaces it."""

    old: int | None
    source: str | None = None


class _Element(NamedTuple):
    """An element with all around it: `before` and `gap` stay at their place, the rest is its own."""

    before: str
    above: str
    source: str
    behind: str
    gap: str
    behind_comma: str
    has_comma: bool


class ListText:
    """A list in brackets, taken apart."""

    def __init__(self, text: str, start: int, end: int, elements: Sequence[Pair], page: Page) -> None:
        """`elements` are those of the list from `start` to `end`; `page` says what its line looks like."""
        self._page = page
        self._elements: list[_Element] = []
        at = start + 1
        for each in elements:
            before, above = _parted(text[at : each.value])
            to_comma = _TO_COMMA.match(text, each.end)
            if to_comma is None:  # it matches nothing too
                raise CannotEditError("it is no list")
            behind, gap, has_comma = to_comma["before"], "", bool(to_comma["comma"])
            if has_comma:
                at = to_comma.end()
                gap = _blanks_after(behind)
                behind = behind[: len(behind) - len(gap)]
                behind_comma = _behind(text, at)
                at += len(behind_comma)
            else:
                behind, behind_comma = _behind(text, each.end), ""
                at = each.end + len(behind)
            source = text[each.value : each.end]
            self._elements.append(_Element(before, above, source, behind, gap, behind_comma, has_comma))
        self._closing = text[at : end - 1]

    def changed(self, target: Sequence[Change], *, keep_comments: bool) -> tuple[str, list[str]]:
        """The list with the elements of `target`, and the comments that went with old ones that are not among them.

        If `keep_comments`, those comments stay, in lines of their own, and none is returned.
        """
        lost: list[str] = []
        befores, closing = self._places(target, None if keep_comments else lost)
        text, ends_in_comment = "[", False
        for place, (change, before) in enumerate(zip(target, befores, strict=True)):
            old = None if change.old is None else self._elements[change.old]
            has_above = old is not None and bool(old.above)
            text += self._on_own_line(before) if ends_in_comment or has_above else before
            text += old.above if old else ""
            text += change.source if change.source is not None else old.source if old else ""
            comma = "," if place < len(target) - 1 or self._ends_with_comma(befores) else ""
            gap = self._elements[place].gap if comma and place < len(self._elements) else ""
            behind = [comment for comment in (old.behind, old.behind_comma) if comment] if old else []
            first, more = "".join(behind[:1]), behind[1:]
            if comma and "\n" in gap:
                text += first + gap + comma + "".join(more)
                ends_in_comment = bool(more)
            else:
                text += gap + comma + first + "".join(map(self._line, more))
                ends_in_comment = bool(first)
        return text + (self._on_own_line(closing, self._page.indent) if ends_in_comment else closing) + "]", lost

    def over_lines(self, target: Sequence[Change]) -> str:
        """The list with the elements of `target`, each in a line of its own; it has to have no comments."""
        start = self._page.line_end + self._page.indent
        sources = (
            change.source if change.source is not None or change.old is None else self._elements[change.old].source
            for change in target
        )
        return f"[{''.join(f'{start}    {source},' for source in sources)}{start}]"

    def _places(self, target: Sequence[Change], lost: list[str] | None) -> tuple[list[str], str]:
        """What stands before each element of `target`, and before the bracket.

        The comments of elements that go are added to `lost`; where there is no such list, they stay.
        """
        kept = {change.old for change in target}
        if target and not self._elements and self._closing.strip():
            befores = [self._on_own_line(self._between()) for _ in target]
            return [self._closing.rstrip() + befores[0], *befores[1:]], self._page.line_end + self._page.indent
        if len(kept) == len(target) == len(self._elements) and None not in kept:
            return [element.before for element in self._elements], self._closing
        befores, left, next_old = [], "", 0
        for place, change in enumerate(target):
            if change.old is None:
                befores.append(self._between() if place else self._first_before())
                continue
            for gone in range(next_old, change.old):
                left = self._left_by(gone, left, lost, is_first_free=target[0].old is not None)
            next_old = change.old + 1
            own = self._elements[change.old].before if change.old or not place else self._between()
            befores.append(_merged(left, own))
            left = ""
        for gone in range(next_old, len(self._elements)):
            left = self._left_by(gone, left, lost, is_first_free=not target or target[0].old is not None)
        if left.strip():
            return befores, left.rstrip() + self._on_own_line(self._closing, self._page.indent)
        return befores, self._closing

    def _left_by(self, gone: int, left: str, lost: list[str] | None, *, is_first_free: bool) -> str:
        """What stays of an old element that goes, after what `left` others: the list's comments before it."""
        element = self._elements[gone]
        stays = bool(element.before.strip()) if gone else is_first_free
        left = _merged(left, element.before if stays else "")
        own = [*comments(element.above), *comments(element.behind), *comments(element.behind_comma)]
        if lost is not None:
            lost.extend(own)
            return left
        return left.rstrip() + "".join(map(self._line, own)) + self._line("") if own else left

    def _line(self, comment: str) -> str:
        """A comment in a line of its own, after a line end."""
        return self._page.line_end + self._indent() + comment.strip()

    def _on_own_line(self, before: str, indent: str | None = None) -> str:
        """`before`, with a line end in it, as a comment stands before or behind it."""
        if "\n" in before:
            return before
        blanks = self._indent() if indent is None else indent
        return self._page.line_end + blanks + before.lstrip(" \t")

    def _first_before(self) -> str:
        return self._elements[0].before if self._elements else ""

    def _between(self) -> str:
        """What stands before an element that is not the first."""
        for element in self._elements[1:]:
            if not element.before.strip():
                return element.before
        first = self._elements[0].before if self._elements else ""
        return self._page.line_end + first[first.rfind("\n") + 1 :] if "\n" in first else " "

    def _indent(self) -> str:
        """The blanks before an element that begins a line."""
        for before in (self._between(), *(element.before for element in self._elements)):
            if "\n" in before:
                return before[before.rfind("\n") + 1 :]
        return self._page.indent + "    "

    def _ends_with_comma(self, befores: Iterable[str]) -> bool:
        if self._elements:
            return self._elements[-1].has_comma
        return any("\n" in before for before in befores)


def _parted(between: str) -> tuple[str, str]:
    """What stands before an element: what is the place's, and the comment lines directly above that are its own."""
    lines = between.splitlines(keepends=True)
    first = len(lines) - 1
    while first > 1 and lines[first - 1].lstrip(" \t").startswith("#"):
        first -= 1
    if first >= len(lines) - 1 or not lines:
        return between, ""
    above = "".join(lines[first:])
    above = above.lstrip(" \t")
    return between[: len(between) - len(above)], above


def _merged(left: str, before: str) -> str:
    """What two places had before them, one after the other, with the blanks of one."""
    if not left or not before.strip():
        return left or before
    return left.rstrip() + before


def _blanks_after(text: str) -> str:
    found = _LAST_BLANKS.search(text)
    return found[0] if found else ""


def _behind(text: str, at: int) -> str:
    found = _COMMENT_BEHIND.match(text, at)
    return found[0] if found else ""
