"""The line that parts two panes side by side."""

from __future__ import annotations

from collections.abc import Sequence

from footui.widgets.painted import Painted
from footui.widgets.role import Role
from footui.widgets.rows import Row, Run


class Divider(Painted):
    """One column, from top to bottom."""

    DEFAULT_CSS = "Divider { width: 1; height: 1fr; }"

    def picture(self, width: int, height: int) -> Sequence[Row]:
        """Return a piece of the line for each row."""
        return [(Run(self.glyphs.divider, Role.MUTED),)] * height
