"""A page that is written for the width it has."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from footui.widgets.page import Page
from footui.widgets.rows import Row

ROWS_REVEALED = 4
"""Of a mark that is brought into view, the row and those below it."""


class FlowingPage(Page):
    """Asks for its rows again whenever it has another width."""

    _rows_of: Callable[[int], Sequence[Row]] = staticmethod(lambda _width: ())
    _width = 0

    def write(self, rows_of: Callable[[int], Sequence[Row]], *, from_top: bool = True) -> None:
        """Show the rows that this gives for a width in cells, from the first one or from where the page stands."""
        self._rows_of, self._width = rows_of, self.size.width
        self.set(rows_of(self._width) if self._width else (), from_top=from_top)

    def reveal_marked(self, mark: str) -> None:
        """Bring the row that begins with this mark into view, with some after it."""
        for place, row in enumerate(self._lines):
            if "".join(run.text for run in row).lstrip().startswith(mark):
                self._top = max(0, min(place, max(self._top, place + ROWS_REVEALED - self.size.height)))
                self.repaint()
                return

    def picture(self, width: int, height: int) -> Sequence[Row]:
        """Return the rows in view."""
        if width != self._width:
            self._lines, self._width = self._rows_of(width), width
        return super().picture(width, height)
