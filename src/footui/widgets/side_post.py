"""The post at the left or right edge: the foot that works, or that is next."""

from __future__ import annotations

from collections.abc import Sequence

from footui.widgets.glyphs import FULL, Glyphs
from footui.widgets.painted import Painted
from footui.widgets.role import Fill, Role
from footui.widgets.rows import Row, Run


class SidePost(Painted):
    """A column two cells wide over the whole height: solid, shaded, or not there."""

    DEFAULT_CSS = "SidePost { width: 2; height: 1fr; }"

    def __init__(
        self,
        *,
        glyphs: Glyphs = FULL,
        id: str | None = None,  # noqa: A002 - the name Textual gives it
        classes: str | None = None,
    ) -> None:
        super().__init__(glyphs=glyphs, id=id, classes=classes)
        self._shown: tuple[Fill | None, Role] = (None, Role.WORK)

    def set(self, fill: Fill | None, role: Role = Role.WORK) -> None:
        """Show the post in this fill, or take it away with None."""
        if (fill, role) != self._shown:
            self._shown = (fill, role)
            self.repaint()

    def picture(self, width: int, height: int) -> Sequence[Row]:
        """Return the rows of the post."""
        fill, role = self._shown
        if fill is None:
            return []
        return [(Run(self.glyphs.block(fill) * width, role, shaded=fill is Fill.SHADED),)] * height
