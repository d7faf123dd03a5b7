"""Rows that tell which of their cells was clicked, with the focus bar beside some of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from textual.events import Click
from textual.message import Message

from footui.widgets.glyphs import FULL, Glyphs
from footui.widgets.painted import Painted
from footui.widgets.role import Role
from footui.widgets.rows import Row, Run, crop
from footui.widgets.text_line import shown


class ClickableRows(Painted, can_focus=True):
    """Plain rows below each other; the leftmost column is the focus bar's."""

    class Clicked(Message):
        """A row, from 0, was clicked at a cell behind the focus bar."""

        def __init__(self, row: int, cell: int) -> None:
            super().__init__()
            self.row = row
            self.cell = cell

    def __init__(self, *, glyphs: Glyphs = FULL, id: str | None = None) -> None:  # noqa: A002 - the name Textual gives it
        super().__init__(glyphs=glyphs, id=id)
        self._rows_to_show: tuple[Row, ...] = ()
        self._marked: Collection[int] = ()

    def set(self, rows: Sequence[Row], marked: Collection[int] = ()) -> None:
        """Show these rows, the focus bar beside those `marked`."""
        if (tuple(rows), marked) != (self._rows_to_show, self._marked):
            self._rows_to_show, self._marked = tuple(rows), marked
            self.repaint()

    def picture(self, width: int, height: int) -> Sequence[Row]:
        """Return the rows."""
        return [
            (
                Run(self.glyphs.focus if place in self._marked else " ", Role.WORK, bold=True),
                *crop(shown(row, self.glyphs), width - 1, self.glyphs.ellipsis),
            )
            for place, row in enumerate(self._rows_to_show[:height])
        ]

    def on_click(self, event: Click) -> None:
        """Tell what was clicked."""
        event.stop()
        self.post_message(self.Clicked(event.y, event.x - 1))
