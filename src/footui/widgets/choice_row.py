"""A question in one row: what is asked, and its answers side by side, the chosen one in brackets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual.events import Click
from textual.message import Message

from footui.widgets.glyphs import FULL, Glyphs
from footui.widgets.painted import Painted
from footui.widgets.role import Role
from footui.widgets.rows import Row, Run, crop


class _Answer(NamedTuple):
    """An answer and its first cell; the bracket or blank before it is the cell before that."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """The cell after its last one."""
        return self.start + cell_len(self.text)


class ChoiceRow(Painted, can_focus=True):
    """Has no keys of its own; a click on an answer asks for it. The focus bar stands in its leftmost column."""

    class Clicked(Message):
        """An answer was clicked."""

        def __init__(self, row: ChoiceRow, index: int) -> None:
            super().__init__()
            self.row = row
            self.index = index

    def __init__(
        self,
        label: str,
        answers: Sequence[str],
        *,
        label_cells: int = 0,
        chosen: int | None = None,
        brackets: tuple[str, str] = ("[", "]"),
        hint: str = "",
        glyphs: Glyphs = FULL,
        id: str | None = None,  # noqa: A002 - the name Textual gives it
    ) -> None:
        """The label takes `label_cells`, and `hint` stands at the edge, where there is room for that."""
        super().__init__(glyphs=glyphs, id=id)
        self._label = label
        self._label_cells = label_cells
        self._answers = tuple(answers)
        self._brackets = brackets
        self._hint = hint
        self._chosen = chosen

    @property
    def chosen(self) -> int | None:
        """The place of the chosen answer, from 0; None while none is."""
        return self._chosen

    def choose(self, index: int | None) -> None:
        """Show another one as chosen. Posts no message."""
        if index != self._chosen:
            self._chosen = index
            self.repaint()

    def step(self, by: int) -> int:
        """The place of the answer so many further on, or back; the first one where none is chosen."""
        if self._chosen is None:
            return 0
        return max(0, min(self._chosen + by, len(self._answers) - 1))

    def picture(self, width: int, height: int) -> Sequence[Row]:
        """Return the row."""
        mark = Run(self.glyphs.focus if self.has_focus else " ", Role.WORK, bold=True)
        row: list[Run] = [mark, Run(self.glyphs.text(self._label), bold=self.has_focus)]
        at = 1 + cell_len(self.glyphs.text(self._label))
        for place, (text, start) in enumerate(self._places(width)):
            is_chosen = place == self._chosen
            opening, closing = self._brackets if is_chosen else (" ", " ")
            if start - 1 >= at:
                row += [Run(" " * (start - 1 - at)), Run(opening, Role.WORK, bold=is_chosen)]
            row.append(Run(text, Role.WORK if is_chosen else Role.TEXT, bold=is_chosen))
            at = start + cell_len(text)
            if is_chosen:
                row.append(Run(closing, Role.WORK, bold=True))
                at += 1
        hint = self.glyphs.text(self._hint)
        if hint and at + 3 + cell_len(hint) <= width:
            row.append(Run(hint.rjust(width - at), Role.MUTED))
        return [crop(tuple(row), width, self.glyphs.ellipsis)]

    def _places(self, width: int) -> list[_Answer]:
        """Where each answer stands: as wide apart as there is room for, neighbours at least one blank apart."""
        texts = [self.glyphs.text(answer) for answer in self._answers]
        label = cell_len(self.glyphs.text(self._label))
        first, cells = 1 + max(self._label_cells, label + 2), sum(map(cell_len, texts))
        gap = next((gap for gap in (3, 2) if first + cells + gap * (len(texts) - 1) < width), 1)
        places: list[_Answer] = []
        at = first if gap > 1 else label + 2
        for text in texts:
            places.append(_Answer(text, at))
            at += cell_len(text) + gap
        return places

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show the focus bar, or take it away."""
        super().watch_has_focus(has_focus)
        self.repaint()

    def on_click(self, event: Click) -> None:
        """Tell which answer was clicked; a bracket belongs to its answer."""
        for index, place in enumerate(self._places(self.size.width)):
            if place.start - 1 <= event.x <= place.end:
                self.post_message(self.Clicked(self, index))
                return
