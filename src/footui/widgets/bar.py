"""The bar: how much of a phase is done, or how much of a wait is left."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from footui.widgets.glyphs import FULL, Glyphs
from footui.widgets.painted import Cut
from footui.widgets.role import Fill, Role
from footui.widgets.rows import Row, Run


class Bar(Cut):
    """Filled cells from the left, thin ones behind them, in as many equal rows as the widget is high.

    The owner computes the cells: ask `cells` for the width, then `set`. A work bar grows in solid blocks, a waiting
    bar shrinks in shaded ones.
    """

    parts: ClassVar[int] = 8

    def __init__(
        self,
        *,
        glyphs: Glyphs = FULL,
        id: str | None = None,  # noqa: A002 - the name Textual gives it
        classes: str | None = None,
    ) -> None:
        super().__init__(glyphs=glyphs, id=id, classes=classes)
        self._shown = (0, Fill.SOLID, Role.WORK)

    @property
    def cells(self) -> int:
        """How many cells the bar is long at present."""
        return self.size.width

    def set(self, filled: int, fill: Fill, role: Role) -> None:
        """Fill so many cells from the left, 0 to `cells`; more than that is a full bar."""
        if (filled, fill, role) != self._shown:
            self._shown = (filled, fill, role)
            self.repaint()

    def picture(self, width: int, height: int) -> Sequence[Row]:
        """Return the rows of the bar."""
        filled, fill, role = self._shown
        filled = max(0, min(filled, width))
        row = (
            Run(self.glyphs.block(fill) * filled, role, shaded=fill is Fill.SHADED),
            Run(self.glyphs.thin * (width - filled), Role.MUTED),
        )
        return [row] * height
