"""A page to read: rows of text, more than there is room for, that can be moved through."""

from __future__ import annotations

from collections.abc import Sequence

from textual.events import MouseScrollDown, MouseScrollUp

from footui.widgets.glyphs import FULL, Glyphs
from footui.widgets.painted import Painted
from footui.widgets.rows import Line, Row, fit
from footui.widgets.text_line import shown


class Page(Painted, can_focus=True):
    """Rows from `lines`, given anew by the owner for each width; it scrolls by rows."""

    DEFAULT_CSS = "Page { height: 1fr; }"

    def __init__(self, *, glyphs: Glyphs = FULL, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - the name Textual gives it
        super().__init__(glyphs=glyphs, id=id, classes=classes)
        self._lines: Sequence[Row] = ()
        self._top = 0

    def set(self, lines: Sequence[Row], *, from_top: bool = True) -> None:
        """Show other rows, from the first one or from where the page stands."""
        if from_top:
            self._top = 0
        self._lines = lines
        self.repaint()

    @property
    def lines_below(self) -> int:
        """How many rows are out of view below."""
        return max(0, len(self._lines) - self._top - self.size.height)

    def scroll_rows(self, rows: int) -> None:
        """Move so many rows down, or up where negative."""
        self._top = max(0, min(self._top + rows, len(self._lines) - self.size.height))
        self.repaint()

    def picture(self, width: int, height: int) -> Sequence[Row]:
        """Return the rows in view."""
        self._top = max(0, min(self._top, len(self._lines) - height))
        rows = self._lines[self._top : self._top + height]
        return [fit(Line(shown(row, self.glyphs)), width, self.glyphs.ellipsis) for row in rows]

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Look further down."""
        event.stop()
        self.scroll_rows(3)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Look further up."""
        event.stop()
        self.scroll_rows(-3)
