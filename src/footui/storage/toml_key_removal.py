"""Keys and tables taken out of a TOML text; their comments stay, in lines of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from footui.storage.toml_block_edit import own_end, own_start
from footui.storage.toml_edit import KeyPath
from footui.storage.toml_layout import Block, Layout, Pair
from footui.storage.toml_lines import Splice, blank_lines_after, blank_lines_before, comments


def remove_key(layout: Layout, path: KeyPath) -> list[Splice] | None:
    """What removes the key at `path`, or one place where it stands if there are several; None if there is none left."""
    chain = layout.chain(path)
    if chain and chain[0].path != path:
        return _taken_out(layout, chain, path)
    for number, block in enumerate(layout.blocks):
        for pair in block.pairs:
            if len(block.path) < len(path) and pair.path[: len(path)] == path:
                return [_removed_pair(layout, block, pair)]
        if number and block.path[: len(path)] == path:
            return [_removed_block(layout, number)]
    return None


def kept_above(layout: Layout, top: Pair, source: str, written: str) -> list[Splice]:
    """The comments in `source` that are not in `written`, in lines above the pair."""
    lost = Counter(comments(source)) - Counter(comments(written))
    indent, line_end = layout.indent(top.line), layout.line_end(top.line_end)
    lines = "".join(indent + comment + line_end for comment in lost.elements())
    return [Splice(top.line, top.line, lines)] if lines else []


def _taken_out(layout: Layout, chain: Sequence[Pair], path: KeyPath) -> list[Splice] | None:
    """The key at `path` taken out of an inline table; None if it is not there."""
    around = chain[-2] if chain[-1].path == path else chain[-1]
    pairs = layout.below(around.path, around.value)
    place = next((place for place, pair in enumerate(pairs) if pair.path[: len(path)] == path), None)
    if place is None:
        return None
    pair = pairs[place]
    spread = kept_above(layout, chain[0], layout.text[pair.value : pair.end], "")
    if len(pairs) == 1:
        return [*spread, Splice(around.value, around.end, "{}")]
    if place + 1 < len(pairs):
        return [*spread, Splice(pair.start, pairs[place + 1].start, "")]
    return [*spread, Splice(pairs[place - 1].end, pair.end, "")]


def _removed_pair(layout: Layout, block: Block, pair: Pair) -> Splice:
    """The lines of a pair removed; the comments above the last one of a block stay the block's own."""
    text, end = layout.text, pair.line_end
    kept = _comment_lines(layout, pair.line, pair.value, end)
    start = block.pairs[-2].line_end if len(block.pairs) > 1 else block.header_end
    has_more = own_end(layout, layout.blocks.index(block)) > end
    if pair is not block.pairs[-1] or not (kept or has_more or text[start : pair.line].strip()):
        return _removed(layout, pair.line, end, kept)
    below = "" if has_more else _blank_line_below(layout, end)
    if block.path:
        return Splice(start, end, _without_blank_lines(text[start : pair.line]) + kept + below)
    return _removed(layout, pair.line, end, kept + below)


def _removed_block(layout: Layout, number: int) -> Splice:
    """The lines of a block removed; its comments stand for themselves then, or with the table it was a part of."""
    block, text = layout.blocks[number], layout.text
    kept = _comment_lines(layout, block.line, block.line, block.header_end)
    at = block.header_end
    for pair in block.pairs:
        kept += text[at : pair.line] + _comment_lines(layout, pair.line, pair.value, pair.line_end)
        at = pair.line_end
    start, end = own_start(layout, number), own_end(layout, number)
    kept = _without_blank_lines(text[start : block.line] + kept + text[at:end])
    if not kept:
        return _removed(layout, start, end, "")
    if len(block.path) > 2 and block.path[:2] == layout.blocks[number - 1].path[:2]:
        start = layout.blocks[number - 1].end
        kept = _without_blank_lines(text[start : own_start(layout, number)] + kept)
        return Splice(start, end, kept + _blank_line_below(layout, end))
    above = layout.line_end(start) if start and blank_lines_before(text, start) == start else ""
    return Splice(start, end, above + kept + _blank_line_below(layout, end))


def _blank_line_below(layout: Layout, end: int) -> str:
    """A blank line, if none comes there: comments above would be taken for those of the table below."""
    is_apart = end == len(layout.text) or blank_lines_after(layout.text, end) > end
    return "" if is_apart else layout.line_end(end)


def _without_blank_lines(text: str) -> str:
    return "".join(line for line in text.splitlines(keepends=True) if line.strip())


def _comment_lines(layout: Layout, line: int, start: int, end: int) -> str:
    """The comments from `start` to `end` in lines of their own, as far in as the line that begins at `line`."""
    indent, line_end = layout.indent(line), layout.line_end(end)
    return "".join(indent + comment + line_end for comment in comments(layout.text, start, end))


def _removed(layout: Layout, start: int, end: int, kept: str) -> Splice:
    """Whole lines removed, and where blank lines stand above and below, one side of these."""
    if not kept:
        before, after = blank_lines_before(layout.text, start), blank_lines_after(layout.text, end)
        is_at_end = after == len(layout.text)
        if before == 0:
            end = after
        elif is_at_end or layout.text.count("\n", before, start) <= layout.text.count("\n", end, after):
            start = before
        else:
            end = after
    return Splice(start, end, kept)
