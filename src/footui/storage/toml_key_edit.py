"""Keys of a TOML text set: of a value nothing else changes, a new key stands where its order puts it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from footui.storage.key_order import rank
from footui.storage.toml_block_edit import apart, new_block, own_end
from footui.storage.toml_edit import CannotEditError, KeyPath, lies_in, value_at
from footui.storage.toml_key_removal import kept_above
from footui.storage.toml_layout import Block, Layout, Pair
from footui.storage.toml_lines import Splice, comments
from footui.storage.toml_list_edit import Change, ListText
from footui.storage.toml_positions import KEY_PART
from footui.storage.toml_values import LONGEST_LINE, Page, changed_text, key_text, value_text

_BEHIND: Final = re.compile(r"(?P<blanks>[ \t]*)(?P<comment>#?)")
_EQUALS: Final = re.compile(r"(?P<before>[ \t]*)=(?P<behind>[ \t]*)")


def set_key(layout: Layout, data: Mapping[str, Any], path: KeyPath, value: object) -> list[Splice]:
    """What sets the key at `path`, which is missing in `data` or has a value with a span of its own."""
    if lies_in(data, path):
        chain = layout.chain(path)
        if not chain or chain[-1].path != path:
            raise CannotEditError("it is written in a way that leaves no room for the change")
        return _replaced(layout, chain, value_at(data, path), value)
    depth = next(depth for depth in range(len(path) - 1, -1, -1) if lies_in(data, path[:depth]))
    chain = layout.chain(path[:depth])
    if chain:
        return [_inside(layout, chain, path, depth, value)]
    for block in layout.blocks:
        dotted = [pair for pair in block.pairs if len(block.path) < depth < len(pair.path)]
        dotted = [pair for pair in dotted if pair.path[:depth] == path[:depth]]
        if dotted:
            return [_new_pair(layout, block, dotted, path, depth=depth, value=value)]
    own = layout.headers.get(path[:depth]) if depth else layout.blocks[0]
    nested = _nested(path[depth + 1 :], value)
    if own is None or (isinstance(nested, Mapping) and not _takes_tables(layout, own, path[: depth + 1])):
        table = value if isinstance(value, Mapping) else {str(path[-1]): value}
        return [new_block(layout, path if isinstance(value, Mapping) else path[:-1], table)]
    return [_new_pair(layout, own, own.pairs, path, depth=depth, value=value)]


def _takes_tables(layout: Layout, block: Block, path: KeyPath) -> bool:
    """Whether a new table at `path` is written as a pair of this block, not under a header of its own."""
    if any(isinstance(key, int) for key in path):
        return True
    return bool(block.path) and any(
        len(pair.path) > len(path) or layout.text[pair.value] == "{" for pair in block.pairs
    )


def _nested(keys: Sequence[str | int], value: object) -> object:
    """The value in the tables that these keys lead through."""
    for key in reversed(keys):
        value = {key: value}
    return value


def _replaced(layout: Layout, chain: Sequence[Pair], old: object, value: object) -> list[Splice]:
    """The value of the last of `chain` replaced; what stands behind it stays in its column if it stood in one."""
    top, pair = chain[0], chain[-1]
    source, page = layout.text[pair.value : pair.end], _page(layout, top, pair.value)
    if isinstance(old, str) and isinstance(value, str):
        written = changed_text(source, value, page)
    elif isinstance(old, list) and isinstance(value, list):
        written = _changed_list(layout, pair, old, value, page)
    else:
        written = value_text(value, page)
    spread = kept_above(layout, top, source, written)
    blanks = _blanks_behind(layout, pair) if pair is top else ""
    grown = len(written) - len(source)
    if blanks and "\n" not in source + written and _is_in_column(layout, pair, len(blanks)):
        return [*spread, Splice(pair.value, pair.end + len(blanks), written + " " * max(2, len(blanks) - grown))]
    return [*spread, Splice(pair.value, pair.end, written)]


def _page(layout: Layout, top: Pair, at: int) -> Page:
    """The lines around a value that begins at `at` in the pair `top`."""
    line = layout.text.rfind("\n", 0, at) + 1
    return Page(layout.line_end(top.line_end), layout.indent(top.line), at - line)


def _blanks_behind(layout: Layout, pair: Pair) -> str:
    """The blanks between a value and the comment behind it; none where there is no comment."""
    behind = _BEHIND.match(layout.text, pair.end)
    return behind["blanks"] if behind and behind["comment"] else ""


def _is_in_column(layout: Layout, pair: Pair, blanks: int) -> bool:
    """Whether the comment behind a value stands in a column of comments, or so far off that it was put there."""
    if blanks != 2:
        return blanks > 2 and "\t" not in layout.text[pair.end : pair.end + blanks]
    column = pair.end + blanks - pair.line
    block = next(block for block in layout.blocks if pair in block.pairs)
    place = block.pairs.index(pair)
    near = (*block.pairs[max(0, place - 1) : place], *block.pairs[place + 1 : place + 2])
    found = [(each, _blanks_behind(layout, each)) for each in near]
    return any(between and each.end + len(between) - each.line == column for each, between in found)


def _changed_list(layout: Layout, pair: Pair, old: list[Any], new: list[Any], page: Page) -> str:
    """A list in brackets with the elements of `new`; what is alike stays as it is written, and so do all comments."""
    elements = layout.below(pair.path, pair.value)
    target: list[Change] = []
    matcher = difflib.SequenceMatcher(None, list(map(repr, old)), list(map(repr, new)), autojunk=False)
    for _, start, end, new_start, new_end in matcher.get_opcodes():
        for place in range(new_end - new_start):
            value = new[new_start + place]
            if start + place >= end:
                target.append(Change(None, value_text(value)))
                continue
            each = elements[start + place]
            source = layout.text[each.value : each.end]
            if isinstance(value, str) and isinstance(old[start + place], str):
                target.append(Change(start + place, changed_text(source, value, page)))
            else:
                is_same = repr(value) == repr(old[start + place])
                target.append(Change(start + place, source if is_same else value_text(value)))
    whole = ListText(layout.text, pair.value, pair.end, elements, page)
    text, _ = whole.changed(target, keep_comments=True)
    source = layout.text[pair.value : pair.end]
    if "\n" not in text + source and page.column + len(text) > max(LONGEST_LINE, page.column + len(source)):
        return whole.over_lines(target)
    return text


def _inside(layout: Layout, chain: Sequence[Pair], path: KeyPath, depth: int, value: object) -> Splice:
    """A new key in an inline table."""
    around = chain[-1]
    if layout.text[around.value] != "{":
        raise CannotEditError("it is written in a way that leaves no room for the change")
    first = len(around.path)
    names = path[first : depth + 1]
    written = value_text(_nested(path[depth + 1 :], value))
    key = ".".join(key_text(str(name)) for name in names)
    pairs = layout.below(around.path, around.value)
    if not pairs:
        return Splice(around.value, around.end, f"{{ {key} = {written} }}")
    near, is_behind = _neighbour(around.path, str(path[first]), pairs)
    text = f"{key}{layout.text[near.key_end : near.value]}{written}"
    comma = layout.text[pairs[0].end : pairs[1].start] if len(pairs) > 1 else ", "
    return Splice(near.end, near.end, comma + text) if is_behind else Splice(near.start, near.start, text + comma)


def _neighbour(table: KeyPath, key: str, pairs: Sequence[Pair]) -> tuple[Pair, bool]:
    """The one of the pairs that a new key stands next to, and whether behind it."""
    depth = len(table)
    keys = [str(pair.path[depth]) for pair in pairs]
    numbers = [rank(table, each, (*keys, key)) for each in keys]
    number = rank(table, key, (*keys, key))
    before = [place for place, each in enumerate(numbers) if each <= number]
    if not before:
        return pairs[0], False
    if number == max(numbers):
        return pairs[-1], True
    return pairs[max(before, key=lambda place: (numbers[place], place))], True


def _new_pair(
    layout: Layout, block: Block, pairs: Sequence[Pair], path: KeyPath, *, depth: int, value: object
) -> Splice:
    """A new key in lines of its own among `pairs` of the block, which are those of the table `path[:depth]`."""
    prefix = _prefix(layout.text, pairs[0], depth - len(block.path)) if pairs else ""
    value = _nested(path[depth + 1 :], value)
    key = prefix + key_text(str(path[depth]))
    if isinstance(value, Mapping) and value and _is_dotted(pairs, depth):
        while isinstance(value, Mapping) and len(value) == 1:
            [(name, value)] = value.items()
            key += f".{key_text(name)}"
    if not pairs:
        at = own_end(layout, 0) if not block.path else block.header_end
        page = Page(layout.line_end(at), layout.indent(block.line) if block.path else "")
        line = _line(key, "", " = ", value, page)
        return apart(layout, at, line) if not block.path else Splice(at, at, line)
    near, is_behind = _neighbour(path[:depth], str(path[depth]), pairs)
    if is_behind:
        at = _end_with_continuation(layout, block, near)
    else:
        at = block.header_end if block.path and near is block.pairs[0] else near.line
    page = Page(layout.line_end(near.line_end), layout.indent(near.line))
    return Splice(at, at, _line(key, page.indent, _equals(layout, block, near, key), value, page))


def _line(key: str, indent: str, equals: str, value: object, page: Page) -> str:
    start = f"{indent or page.indent}{key}{equals}"
    return start + value_text(value, page._replace(column=len(start))) + page.line_end


def _is_dotted(pairs: Sequence[Pair], depth: int) -> bool:
    """Whether tables below this one are written with dots."""
    return any(len(pair.path) > depth + 1 for pair in pairs)


def _prefix(text: str, pair: Pair, parts: int) -> str:
    """The first parts of a dotted key as they are written, with the dot behind them."""
    at = end = pair.start
    for _ in range(parts + 1):
        part = KEY_PART.match(text, at)
        if part is not None:
            at, end = part.end(), part.start("part")
    return text[pair.start : end]


def _end_with_continuation(layout: Layout, block: Block, pair: Pair) -> int:
    """The end of a pair's lines and of the comment behind it, where that goes on below, further in than the keys."""
    text, at = layout.text, pair.line_end
    if not any(comments(text, pair.end, at)):
        return at
    most = own_end(layout, layout.blocks.index(block))
    while at < most and len(layout.indent(at)) > pair.start - pair.line and text[at + len(layout.indent(at))] == "#":
        at = text.index("\n", at) + 1
    return at


def _equals(layout: Layout, block: Block, near: Pair, key: str) -> str:
    """The `=` behind a new key as its neighbours have it: in a column if theirs stand in one."""
    text = layout.text
    columns = {text.index("=", pair.key_end) - pair.line for pair in block.pairs}
    found = _EQUALS.match(text, near.key_end)
    before, behind = (found["before"], found["behind"]) if found else (" ", " ")
    if len(columns) == 1 and len({pair.key_end - pair.start for pair in block.pairs}) > 1:
        return " " * max(1, columns.pop() - (near.start - near.line) - len(key)) + "=" + behind
    return f"{before if len(before) < 2 else ' '}={behind if len(behind) < 2 else ' '}"
