"""The strip: the whole session in one row, a group for each step, and the present place in it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from itertools import groupby

from footui.widgets.glyphs import FULL, Glyphs
from footui.widgets.painted import Painted
from footui.widgets.role import Role
from footui.widgets.rows import Row, Run


class StripCell(Enum):
    """What one cell of the strip stands for."""

    DONE = "done"
    NOW = "now"
    TO_COME = "to come"
    GAP = "gap"


def group_widths(step_lengths: Sequence[float], cells: int) -> list[int]:
    """Share `cells` among the steps by their lengths, at least one each; there must be as many cells as steps.

    Each share is rounded; what that leaves over or takes too much is the affair of the longest groups.
    """
    whole = sum(step_lengths)
    count = len(step_lengths)
    shares = [length / whole if whole > 0 else 1 / count for length in step_lengths]
    widths = [max(1, round(share * cells)) for share in shares]
    while (over := sum(widths) - cells) != 0:
        widths[widths.index(max(widths))] -= 1 if over > 0 else -1
    return widths


def strip_cells(step_lengths: Sequence[float], width: int, position: float) -> list[StripCell]:
    """Lay out a session of steps of these lengths (in any one unit) on `width` cells.

    `position` is how far the session is, in the same unit: 0 is the first cell, the end (or more) leaves none to
    come. Between two steps stands a gap; where the steps are too many for that, they follow each other without, and
    where they are more than the cells, they share them.
    """
    lengths = [max(0.0, length) for length in step_lengths]
    if not lengths or width <= 0:
        return [StripCell.GAP] * max(0, width)
    if len(lengths) > width:
        lengths = [sum(lengths)]
    gap = 1 if len(lengths) * 2 - 1 <= width else 0
    widths = group_widths(lengths, width - gap * (len(lengths) - 1))
    cells: list[StripCell] = []
    start = 0.0
    found = position >= sum(lengths)  # At the end there is no present place any more.
    for place, (length, group) in enumerate(zip(lengths, widths, strict=True)):
        cells += [StripCell.GAP] * (gap if place else 0)
        if found or position >= start + length:
            cells += [StripCell.TO_COME if found and position < sum(lengths) else StripCell.DONE] * group
        else:
            done = max(0, min(group - 1, int((position - start) / length * group)))
            cells += [StripCell.DONE] * done + [StripCell.NOW] + [StripCell.TO_COME] * (group - done - 1)
            found = True
        start += length
    return cells


def strip_row(cells: Sequence[StripCell], glyphs: Glyphs) -> Row:
    """Return the cells as a row."""
    look = {
        StripCell.DONE: (glyphs.passed, Role.DONE),
        StripCell.NOW: (glyphs.here, Role.WORK),
        StripCell.TO_COME: (glyphs.thin, Role.MUTED),
        StripCell.GAP: (" ", Role.MUTED),
    }
    return tuple(Run(look[cell][0] * len(list(same)), look[cell][1]) for cell, same in groupby(cells))


class SessionStrip(Painted):
    """The cells of `strip_cells`: a strong line done, a dot now, a thin line to come."""

    def __init__(
        self,
        cells: Sequence[StripCell] = (),
        *,
        glyphs: Glyphs = FULL,
        id: str | None = None,  # noqa: A002 - the name Textual gives it
        classes: str | None = None,
    ) -> None:
        super().__init__(glyphs=glyphs, id=id, classes=classes)
        self._cells = tuple(cells)

    @property
    def cells(self) -> int:
        """How many cells the strip is long at present."""
        return self.size.width

    def set(self, cells: Sequence[StripCell]) -> None:
        """Show other cells."""
        if tuple(cells) != self._cells:
            self._cells = tuple(cells)
            self.repaint()

    def picture(self, width: int, height: int) -> Sequence[Row]:
        """Return the row."""
        return [strip_row(self._cells[:width], self.glyphs)]
