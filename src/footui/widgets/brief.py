"""What to do, in a sentence or two, and at the end of its first row how far the step is."""

from __future__ import annotations

from collections.abc import Sequence

from footui.widgets.painted import Painted
from footui.widgets.rows import Line, Row, Run, fit, row_width, wrap
from footui.widgets.text_line import shown

NARROW = 20
"""Fewer cells than these beside the count are too few for text: then it begins in the row below."""


class Brief(Painted):
    """Text broken between words over the rows there are; beside its first row, at the right edge, a count."""

    _shown: tuple[str, Row] = ("", ())

    def set(self, text: str, *, count: Row = ()) -> None:
        """Show another text, another count. A line end begins a new row."""
        if (text, count) != self._shown:
            self._shown = (text, count)
            self.repaint()

    def picture(self, width: int, height: int) -> Sequence[Row]:
        """Return the rows."""
        text, count = self._shown
        count = shown(count, self.glyphs)
        paragraphs = self.glyphs.text(text).split("\n")
        if not count:
            return self._rows_of(paragraphs, width, height)
        beside = width - row_width(count) - 2
        first: Row = ()
        if beside >= NARROW and height > 1:
            line = wrap(paragraphs[0], beside, height, "")[:1]
            first = (Run(line[0]),) if line else ()
            left = " ".join(paragraphs[0].split())[len(line[0]) if line else 0 :].strip()
            paragraphs[:1] = [left] if left else []
        elif height == 1:
            first = (Run(" ".join(paragraphs.pop(0).split())),)
        head = fit(Line(first, count), width, self.glyphs.ellipsis)
        return [head, *self._rows_of(paragraphs, width, height - 1)]

    def _rows_of(self, paragraphs: Sequence[str], width: int, height: int) -> list[Row]:
        lines: list[str] = []
        for paragraph in paragraphs:
            lines += wrap(paragraph, width, height - len(lines), self.glyphs.ellipsis)
        return [(Run(line),) for line in lines]
