"""The picture of the movement beside the number. It moves nothing by itself: its owner sets another picture."""

from __future__ import annotations

from collections.abc import Sequence

from footui.widgets.glyphs import FULL, Glyphs
from footui.widgets.painted import Painted
from footui.widgets.role import Role
from footui.widgets.rows import Row, Run


class FigureView(Painted):
    """Rows of braille in one role. There is no ASCII for them: whoever has no UTF-8 shows something else here."""

    DEFAULT_CSS = "FigureView { width: 1fr; height: 1fr; }"

    def __init__(
        self,
        *,
        glyphs: Glyphs = FULL,
        id: str | None = None,  # noqa: A002 - the name Textual gives it
        classes: str | None = None,
    ) -> None:
        super().__init__(glyphs=glyphs, id=id, classes=classes)
        self._shown: tuple[tuple[str, ...], Role] = ((), Role.TEXT)

    def set(self, rows: Sequence[str], role: Role = Role.TEXT) -> None:
        """Show a picture; no rows take it away. Each character must be one cell wide."""
        shown = (tuple(rows), role)
        if shown != self._shown:
            self._shown = shown
            self.repaint()

    def picture(self, width: int, height: int) -> Sequence[Row]:
        """Return the rows of the figure; blanks at their ends are left to the widget."""
        rows, role = self._shown
        return [(Run(row[:width].rstrip(), role),) for row in rows[:height]]
