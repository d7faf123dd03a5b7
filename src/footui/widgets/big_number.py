"""The number: seconds left, counts done, repetitions to do."""

from __future__ import annotations

from collections.abc import Sequence

from textual.geometry import Size

from footui.widgets.digits import number_rows, scale_of
from footui.widgets.glyphs import FULL, Glyphs
from footui.widgets.painted import Cut
from footui.widgets.role import Fill, Role
from footui.widgets.rows import Row, Run


class BigNumber(Cut):
    """A number in the largest digits that fit its size, always ending in the same cell at the lower right.

    Two digits want 14·k × 5·k or 7 × 3 cells; `m:ss` above 99 seconds has smaller digits in the same place. The last
    digit is a part of its own, so a tick paints that digit's changed rows and nothing else.
    """

    def __init__(
        self,
        value: int | None = None,
        *,
        fill: Fill = Fill.SOLID,
        role: Role = Role.WORK,
        glyphs: Glyphs = FULL,
        id: str | None = None,  # noqa: A002 - the name Textual gives it
        classes: str | None = None,
    ) -> None:
        super().__init__(glyphs=glyphs, id=id, classes=classes)
        self._shown: tuple[int | None, Fill, Role, bool] = (value, fill, role, True)

    @property
    def value(self) -> int | None:
        """The number that is shown."""
        return self._shown[0]

    def set(self, value: int | None, fill: Fill, role: Role, *, seconds: bool = True) -> None:
        """Show a number, or nothing for None; above 99 it is `m:ss` unless it counts something else than seconds."""
        if (value, fill, role, seconds) != self._shown:
            self._shown = (value, fill, role, seconds)
            self.repaint()

    def edges(self, size: Size) -> Sequence[int]:
        """Return where the last digit begins."""
        width, height = size
        last = 6 * scale_of(width, height) or 3
        return (0, max(0, width - last), width)

    def picture(self, width: int, height: int) -> Sequence[Row]:
        """Return the rows of the number."""
        value, fill, role, seconds = self._shown
        if value is None:
            return []
        rows = number_rows(value, width, height, fill=fill, seconds=seconds, glyphs=self.glyphs)
        return [(Run(row, role, bold=height < 3, shaded=fill is Fill.SHADED),) for row in rows]
