"""A list of steps, in whose rows fields can be edited: it tells which cell of which row was clicked."""

from __future__ import annotations

from textual.events import Click
from textual.message import Message

from footui.widgets.choice_list import ChoiceList


class StepList(ChoiceList):
    """Chooses with the first click; what a click means beyond that, its screen decides."""

    class Clicked(Message):
        """A row was clicked: the `row` of the choice `index`, from 0, at a cell behind the focus bar.

        `was_chosen` says whether that choice was the chosen one before.
        """

        def __init__(self, index: int, row: int, cell: int, *, was_chosen: bool) -> None:
            super().__init__()
            self.index = index
            self.row = row
            self.cell = cell
            self.was_chosen = was_chosen

    def on_click(self, event: Click) -> None:
        """Tell what was clicked."""
        event.prevent_default()  # `ChoiceList` would choose, also away from fields that are being typed in
        event.stop()
        line = self.lines_above + event.y
        place = self.place_of(line)
        if place is not None:
            index, row = place
            self.post_message(self.Clicked(index, row, event.x - 1, was_chosen=index == self.chosen))

    def place_of(self, line: int) -> tuple[int, int] | None:
        """Which choice a line of the whole list belongs to, and which of its rows it is; None below the last."""
        if not 0 <= line < len(self._lines):
            return None
        index = self._lines[line][0]
        return index, line - self._first_line[index]
