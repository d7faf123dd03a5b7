"""What was done, as rows: each step and side with what was planned, what was done, and what was special about it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from rich.cells import cell_len

from footui.core.dose import Side
from footui.core.exercise import Exercise
from footui.core.phase import SECOND
from footui.core.record import WorkDone
from footui.core.wording import number, plural
from footui.widgets.role import Role
from footui.widgets.rows import Row, Run, head, row_width, wrap

SIDE_CELLS = 6

NARROW, WIDE = 50, 76
"""Below so many columns planned and done stand in one: “5 of 5 · 50 s”; from so many on they stand further apart."""


class _Columns(NamedTuple):
    """How many cells each column has."""

    title: int
    planned: int
    done: int

    @classmethod
    def at(cls, width: int) -> _Columns:
        """The columns of rows of at most so many cells."""
        if width < NARROW:
            return cls(max(width - 2 - SIDE_CELLS - 14, 8), 0, 0)
        return cls(19, 17, 16) if width >= WIDE else cls(18, 16, 0)


def work_rows(work: tuple[WorkDone, ...], exercises: Mapping[str, Exercise], width: int) -> list[Row]:
    """A row for each step and side, with a tick where all of it was done.

    What was special about it stands behind, or where there is no room for that, in a row below.
    """
    columns = _Columns.at(width)
    rows: list[Row] = []
    if columns.planned:
        before = " " * (2 + columns.title + SIDE_CELLS)
        rows.append((Run(f"{before}{'planned':<{columns.planned}}done", Role.MUTED),))
    last = None
    for row in work:
        exercise = exercises.get(row.exercise)
        title = exercise.title if exercise else row.exercise
        rows += _rows_of(row, title if row.step != last else "", columns, width)
        last = row.step
    return rows


def _rows_of(row: WorkDone, title: str, columns: _Columns, width: int) -> list[Row]:
    """One step and side; `title` is empty for the second side of a step."""
    name = head(title, columns.title - 1)
    side = "" if row.side is Side.BOTH else row.side.value
    planned = f"{_amount(row.planned_reps, row.planned_seconds):<{columns.planned}}" if columns.planned else ""
    done = _amount(row.done_reps, row.done_seconds) if columns.planned else _done_of_planned(row)
    first: Row = (
        Run("✓ ", Role.DONE) if row.is_complete else Run("○ ", Role.MUTED),
        Run(name + " " * (columns.title - cell_len(name))),
        Run(f"{side:<{SIDE_CELLS}}", Role.MUTED),
        Run(planned),
    )
    special = ", ".join(_special(row, is_first=bool(title)))
    if not special:
        return [(*first, Run(done))]
    role = Role.CAUTION if row.skipped == "pain" or row.pain else Role.MUTED
    done_cells = max(len(done) + 1, columns.done)
    if row_width(first) + done_cells + cell_len(special) <= width:
        return [(*first, Run(f"{done:<{done_cells}}"), Run(special, role))]
    return [(*first, Run(done)), *((Run(f"    {line}", role),) for line in wrap(special, max(width - 4, 1), 4, ""))]


def _special(row: WorkDone, *, is_first: bool) -> list[str]:
    """“skipped: no time”, “10 s longer”, and for the whole step, so only once: “pain 4”, “with a belt”."""
    words = [] if row.skipped is None else [f"skipped: {row.skipped}"]
    words += [f"pain {row.pain}"] if row.pain is not None and is_first else []
    if row.extended_ns:
        words.append(f"{_seconds(abs(row.extended_ns) / SECOND)} s {'longer' if row.extended_ns > 0 else 'shorter'}")
    return words + ([f"with {row.instead}"] if row.instead and is_first else [])


def _amount(reps: int, seconds: float) -> str:
    """“10 reps · 30 s”; a self-paced step has no seconds."""
    return plural(reps, "rep") + (f" · {_seconds(seconds)} s" if seconds else "")


def _done_of_planned(row: WorkDone) -> str:
    """“2 of 5 · 24 s”, where one column has to do."""
    seconds = f" · {_seconds(row.done_seconds)} s" if row.planned_ns else ""
    return f"{row.done_reps} of {row.planned_reps}{seconds}"


def _seconds(seconds: float) -> str:
    return number(round(seconds, 1))
