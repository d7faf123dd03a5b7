"""A page's blocks as rows of cells, for a width."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from rich.cells import cell_len

from footui.core.page import Block
from footui.core.page_layout import Tone, laid_out
from footui.widgets.role import Role
from footui.widgets.rows import Row, Run

_ROLES: Final = {
    Tone.PLAIN: Role.TEXT,
    Tone.MUTED: Role.MUTED,
    Tone.CAUTION: Role.CAUTION,
    Tone.MARK: Role.WORK,
}


def block_rows(blocks: Iterable[Block], width: int, *, marked: int | None = None) -> list[Row]:
    """The rows of a page, none wider than 76 cells; `marked` is the place of the chosen dose."""
    return [
        tuple(Run(piece.text, _ROLES[piece.tone], piece.is_bold) for piece in line)
        for line in laid_out(blocks, width, cell_len, marked=marked)
    ]
