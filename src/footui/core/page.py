"""What a page says, block by block, before anybody knows whether it is read on a screen, on paper or as Markdown."""

from __future__ import annotations

from typing import Final, NamedTuple, TypeAlias

NOTHING_OPEN: Final = "–"
"""Stands in a row of the table where the source leaves nothing open."""


class Title(NamedTuple):
    """What the whole page is about."""

    text: str


class Heading(NamedTuple):
    """Begins a part of the page; a gap stands before it."""

    text: str


class Paragraph(NamedTuple):
    """Text that runs on; muted: less important than the rest."""

    text: str
    is_muted: bool = False


class Numbered(NamedTuple):
    """What is done one after the other."""

    texts: tuple[str, ...]


class Bullets(NamedTuple):
    """A list without an order."""

    texts: tuple[str, ...]


class Cautions(NamedTuple):
    """What to take care of."""

    texts: tuple[str, ...]


class Note(NamedTuple):
    """What a mark, such as ¹, stands for."""

    mark: str
    text: str


class Gap(NamedTuple):
    """A blank row; several are one."""


class DoseRow(NamedTuple):
    """What one source publishes; `place` is that in the exercise's doses, `taken` each open thing and what is taken."""

    place: int
    source: str
    kind: str
    published: str
    taken: tuple[str, ...]


class DoseTable(NamedTuple):
    """Doses by source, with a heading of its own."""

    rows: tuple[DoseRow, ...]

    @property
    def head(self) -> tuple[str, str, str, str]:
        """What stands over the columns, the first of which is the table's heading too."""
        return "Doses by source", "kind", "as published", "open → taken"


Block: TypeAlias = Title | Heading | Paragraph | Numbered | Bullets | Cautions | Note | Gap | DoseTable
