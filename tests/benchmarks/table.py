"""The table a benchmark prints: one row a figure, beside the same figure of a bare program and the limit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

HEAD: Final = ("what", "measured", "bare", "ratio", "limit", "ok")


@dataclass(frozen=True, slots=True)
class Row:
    """One figure. The limit is on `measured` ÷ `bare`, or on `measured` where there is no `bare`."""

    what: str
    measured: float
    unit: str
    limit: float | None = None
    bare: float | None = None

    @property
    def ratio(self) -> float | None:
        """How many times the bare program's figure this is."""
        return None if self.bare is None else self.measured / self.bare

    @property
    def is_ok(self) -> bool | None:
        """Whether the limit is kept; None where there is none."""
        if self.limit is None:
            return None
        return (self.measured if self.ratio is None else self.ratio) <= self.limit

    def cells(self) -> tuple[str, ...]:
        """Return the row's words, one a column of `HEAD`."""
        limit = "" if self.limit is None else f"{self.limit:g}" + ("" if self.bare else f" {self.unit}")
        return (
            self.what,
            _number(self.measured, self.unit),
            "" if self.bare is None else _number(self.bare, self.unit),
            "" if self.ratio is None else f"{self.ratio:.2f}",
            limit,
            {True: "yes", False: "NO", None: ""}[self.is_ok],
        )


def _number(value: float, unit: str) -> str:
    return f"{value:.{1 if abs(value) < 100 else 0}f} {unit}"


def as_text(rows: Iterable[Row]) -> str:
    """Set the rows under their head: words at the left, figures at the right."""
    lines = [HEAD, *(row.cells() for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if place == 0 else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )
