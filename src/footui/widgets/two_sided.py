"""One row with text at both its ends: the left one is cropped where both do not fit."""

from __future__ import annotations

from collections.abc import Sequence

from footui.widgets.painted import Painted
from footui.widgets.rows import Line, Row, fit
from footui.widgets.text_line import shown


class TwoSidedLine(Painted):
    """What stands at the left edge and what stands at the right one, in one row."""

    _line = Line((), ())

    def set(self, left: Row, right: Row) -> None:
        """Show other texts."""
        if (left, right) != self._line:
            self._line = Line(left, right)
            self.repaint()

    def picture(self, width: int, height: int) -> Sequence[Row]:
        """Return the row."""
        left, right = (shown(part, self.glyphs) for part in self._line)
        return [fit(Line(left, right), width, self.glyphs.ellipsis)]
