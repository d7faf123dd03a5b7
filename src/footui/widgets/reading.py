"""Text to read in full: it scrolls where there are more rows than places, and says how many there are."""

from __future__ import annotations

from collections.abc import Sequence

from footui.widgets.glyphs import FULL, Glyphs
from footui.widgets.painted import Painted
from footui.widgets.role import Role
from footui.widgets.rows import Row, Run, crop, row_width, wrap

WIDEST = 76
"""Cells of the longest row of text."""

MANY = 1_000
"""More rows than any text has."""


class Reading(Painted):
    """Paragraphs from the first to the last; a caution begins with `!`.

    Where they do not fit, the last row says which rows are shown, or `more`.
    """

    _paragraphs: tuple[str, ...] = ()
    _first = 0

    def __init__(self, *, more: str = "", glyphs: Glyphs = FULL, id: str | None = None) -> None:  # noqa: A002 - the name Textual gives it
        super().__init__(glyphs=glyphs, id=id)
        self._more = more

    def set(self, paragraphs: Sequence[str]) -> None:
        """Show another text from its beginning; the same text stays where it is."""
        if tuple(paragraphs) != self._paragraphs:
            self._paragraphs, self._first = tuple(paragraphs), 0
            self.repaint()

    def scroll_rows(self, rows: int) -> bool:
        """Go so many rows down, or up where it is negative; tell whether there was anywhere to go."""
        lines, room = self._lines(*self.size)
        last = max(0, len(lines) - room)
        first = min(max(self._first + rows, 0), last)
        moved = first != self._first
        self._first = first
        if moved:
            self.repaint()
        return moved

    def _lines(self, width: int, height: int) -> tuple[list[Row], int]:
        """All rows, and how many of them are shown at once: one less where one says that there are more.

        Where they do not fit there are no blank rows between them.
        """
        paragraphs = [self._rows_of(paragraph, width) for paragraph in self._paragraphs]
        lines = [row for rows in paragraphs for row in rows]
        if len(lines) > height:
            lines = [row for rows in paragraphs for row in rows if row_width(row)]
        return lines, height if len(lines) <= height or height < 2 else height - 1

    def _rows_of(self, paragraph: str, width: int) -> list[Row]:
        """One paragraph; what a caution says stands under itself, not under its sign."""
        text = self.glyphs.text(paragraph)
        caution = text.startswith("! ")
        indent = "  " if caution else ""
        role = Role.CAUTION if caution else Role.TEXT
        lines = wrap(text.removeprefix("! "), min(width, WIDEST) - len(indent), MANY, "") or [""]
        return [(Run(("! " if caution and not place else indent) + line, role),) for place, line in enumerate(lines)]

    def picture(self, width: int, height: int) -> Sequence[Row]:
        """Return the rows."""
        lines, room = self._lines(width, height)
        first = min(self._first, max(0, len(lines) - room))
        rows = lines[first : first + room]
        if room == height:
            return rows
        where = self._more or f"rows {first + 1}–{first + len(rows)} of {len(lines)}"
        return [*rows, crop((Run(self.glyphs.text(where), Role.MUTED),), width, self.glyphs.ellipsis)]
