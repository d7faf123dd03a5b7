"""A page's blocks as Markdown (CommonMark with GitHub's tables), in which no text is markup but that of the blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from footui.core.page import (
    Block,
    Bullets,
    Cautions,
    DoseTable,
    Gap,
    Heading,
    Note,
    Numbered,
    Paragraph,
    Title,
)

_MARKUP: Final = re.compile(r"[\\`*_\[\]<>|~&#$@]|!(?=\[)|:(?=//|\w+:)|(?<=www)\.", re.IGNORECASE)
"""What means something anywhere in a line, links that begin by themselves among it."""
_AT_START: Final = re.compile(r"\d+(?=[.)](?: |$))|(?=[-+](?:[- ]|$))|(?==)")
"""What stands before that which means something at the start of a line: a list's mark, a heading's underline."""


def markdown(blocks: Iterable[Block]) -> str:
    """The page as Markdown text, without a line end at its end."""
    return "\n\n".join("\n".join(lines) for block in blocks if (lines := list(_lines(block))))


def escaped(text: str) -> str:
    """Text as Markdown that shows exactly it, in one line."""
    text = _MARKUP.sub(r"\\\g<0>", " ".join(text.split()))
    start = _AT_START.match(text)
    return text if start is None else f"{start[0]}\\{text[start.end() :]}"


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Title(text):
            yield f"# {escaped(text)}"
        case Heading(text):
            yield f"## {escaped(text)}"
        case DoseTable():
            yield from _table(block)
        case Paragraph(text) if text:
            yield escaped(text)
        case Note(mark, text):
            yield f"{mark} {escaped(text)}"
        case Numbered(texts):
            yield from (f"{number}. {escaped(text)}" for number, text in enumerate(texts, start=1))
        case Bullets(texts) | Cautions(texts):
            lead = "- **Take care:** " if isinstance(block, Cautions) else "- "
            yield from (f"{lead}{escaped(text)}" for text in texts)
        case Gap() | _:
            return


def _table(table: DoseTable) -> Iterator[str]:
    heading, *columns = table.head
    yield f"## {heading}"
    yield ""
    yield f"| source | {' | '.join(columns)} |"
    yield "|---|---|---|---|"
    for row in table.rows:
        cells = (row.source, row.kind, row.published, "; ".join(row.taken))
        yield f"| {' | '.join(map(escaped, cells))} |"
