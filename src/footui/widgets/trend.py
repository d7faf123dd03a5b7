"""The chart of a trend: a few rows of small columns, one a session, with their numbers in words beside them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from rich.cells import cell_len

from footui.widgets.glyphs import FULL, Glyphs
from footui.widgets.painted import Painted
from footui.widgets.role import Role
from footui.widgets.rows import Line, Row, Run, crop, fit

LABEL_CELLS: Final = 8
NARROW_LABEL_CELLS: Final = 6
GAP: Final = "  "

WIDE: Final = 70
"""Below so many columns labels and gaps are narrower."""


class TrendLine(NamedTuple):
    """One row: heights from 0 to 8 (None where there is none), what they mean, and what is to be remarked.

    Of the remarks the first that has room is shown; none where none has.
    """

    label: str
    heights: tuple[int | None, ...]
    words: str
    remarks: tuple[str, ...] = ()
    role: Role = Role.WORK


class TrendChart(Painted):
    """Shows a heading and rows below it; what is not done is a low dot, what is not known is blank."""

    DEFAULT_CSS = "TrendChart { height: 4; }"

    def __init__(self, *, glyphs: Glyphs = FULL, id: str | None = None) -> None:  # noqa: A002 - the name Textual gives it
        """Nothing is shown yet."""
        super().__init__(glyphs=glyphs, id=id)
        self._heading = Line((), ())
        self._lines: tuple[TrendLine, ...] = ()

    def set(self, heading: Line, lines: Sequence[TrendLine]) -> None:
        """Show these rows below a heading."""
        if (heading, tuple(lines)) != (self._heading, self._lines):
            self._heading, self._lines = heading, tuple(lines)
            self.repaint()

    def picture(self, width: int, height: int) -> Sequence[Row]:
        """Return the rows."""
        left, right = (tuple(run._replace(text=self.glyphs.text(run.text)) for run in row) for row in self._heading)
        heading = fit(Line(left, right), width, self.glyphs.ellipsis)
        label = LABEL_CELLS if width >= WIDE else NARROW_LABEL_CELLS
        gap = GAP * 2 if width >= WIDE else GAP
        words = max((cell_len(self.glyphs.text(line.words)) for line in self._lines), default=0)
        return [heading, *(self._row(line, label, gap, words, width) for line in self._lines)][:height]

    def _row(self, line: TrendLine, label: int, gap: str, words_cells: int, width: int) -> Row:
        columns = sparkline(line.heights, self.glyphs)
        words = self.glyphs.text(line.words)
        used = label + len(columns) + len(gap)
        row: Row = (
            Run(f"{line.label:<{label}}", Role.MUTED),
            Run(columns, line.role),
            Run(gap),
            Run(words),
        )
        padded = " " * (words_cells - cell_len(words)) + GAP
        for remark in map(self.glyphs.text, line.remarks):
            for before in (padded, GAP):
                if used + cell_len(words) + len(before) + cell_len(remark) <= width:
                    return (*row, Run(before + remark, Role.MUTED))
        return crop(row, width, self.glyphs.ellipsis)


def sparkline(heights: Sequence[int | None], glyphs: Glyphs) -> str:
    """A small column for each height from 1 to 8, a low dot for 0, a blank for None; in ASCII they are digits."""
    return "".join(
        " " if height is None else glyphs.rest_day[0] if height < 1 else glyphs.sparkline[min(height, 8) - 1]
        for height in heights
    )
