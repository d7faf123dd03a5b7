"""One bar a set, for steps whose end no clock knows."""

from __future__ import annotations

from collections.abc import Sequence

from footui.widgets.glyphs import FULL, Glyphs
from footui.widgets.painted import Painted
from footui.widgets.role import Role
from footui.widgets.rows import Row, Run


def bar_widths(total: int, width: int) -> tuple[list[int], int]:
    """Share `width` cells among `total` bars: their widths, alike to the cell, and the gap between them (2, 1 or 0).

    Where there are more bars than cells the last ones have none.
    """
    if total <= 0:
        return [], 0
    gap = next((gap for gap in (2, 1) if total * (gap + 1) - gap <= width), 0)
    cells = width - gap * (total - 1)
    if cells < total:
        return [1] * max(0, cells) + [0] * (total - max(0, cells)), gap
    return [cells * (place + 1) // total - cells * place // total for place in range(total)], gap


class SetBars(Painted):
    """Sets done in solid blocks, the present one in half blocks, those to come thin."""

    def __init__(
        self,
        *,
        glyphs: Glyphs = FULL,
        id: str | None = None,  # noqa: A002 - the name Textual gives it
        classes: str | None = None,
    ) -> None:
        super().__init__(glyphs=glyphs, id=id, classes=classes)
        self._shown = (0, 0, False, Role.WORK)

    def set(self, total: int, done: int, *, present: bool = True, role: Role = Role.WORK) -> None:
        """Show `total` sets, `done` of them done; with `present` the one after them is being done now."""
        if (total, done, present, role) != self._shown:
            self._shown = (total, done, present, role)
            self.repaint()

    def picture(self, width: int, height: int) -> Sequence[Row]:
        """Return the row of bars."""
        total, done, present, role = self._shown
        widths, gap = bar_widths(total, width)
        row: list[Run] = []
        for place, cells in enumerate(widths):
            if place and gap:
                row.append(Run(" " * gap))
            if place < done:
                row.append(Run(self.glyphs.solid * cells, role))
            elif place == done and present:
                row.append(Run(self.glyphs.part * cells, role))
            else:
                row.append(Run(self.glyphs.thin * cells, Role.MUTED))
        return [tuple(row)] * height
