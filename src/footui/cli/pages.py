"""A page of blocks as an answer: as text for a terminal or paper, or as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from footui.cli.streams import answer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from footui.core.page import Block
    from footui.world import World

_INDENT = 2
"""Cells by which a page's parts are set in under their headings."""


def answer_page(world: World, blocks: Iterable[Block], *, as_markdown: bool = False, indent: int = _INDENT) -> None:
    """Write a page to stdout; as text, what stands under a heading is set in by `indent` cells."""
    if as_markdown:
        from footui.core.markdown import markdown  # noqa: PLC0415  # one of the two

        answer(world, markdown(blocks))
    else:
        from footui.cli.tables import cells  # noqa: PLC0415  # likewise
        from footui.core.page_layout import WIDEST_TEXT, laid_out  # noqa: PLC0415  # likewise

        lines = laid_out(blocks, WIDEST_TEXT, cells, indent=indent)
        answer(world, "\n".join("".join(piece.text for piece in line).rstrip() for line in lines))
