"""A step in the last sessions: what was done of it, and whether that can be held against what is planned now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from footui.core.dose import Side
from footui.core.player import Player
from footui.core.record import SessionRecord, WorkDone, work_done
from footui.core.timeline import compile_timeline

if TYPE_CHECKING:
    from footui.core.routine import Routine

_MILLISECOND: Final = 1_000_000
"""To which lengths are written down, in nanoseconds."""


class Tried(NamedTuple):
    """A step in one session."""

    record: SessionRecord
    rows: tuple[WorkDone, ...]
    at_present: bool
    """Whether what was planned is what the routine plans now."""

    @property
    def counts(self) -> bool:
        """Whether it can be held against what is planned now: such a session, gone through to its end."""
        return self.at_present and self.record.status == "finished"

    @property
    def is_complete(self) -> bool:
        """Whether all of it was done, as it is planned now."""
        return self.counts and all(row.is_complete and row.skipped is None for row in self.rows)

    @property
    def pain(self) -> int:
        """The highest pain that was said while the step was done; 0 where nothing was."""
        return max((row.pain for row in self.rows if row.pain is not None), default=0)

    @property
    def side_behind(self) -> Side | None:
        """The side that was not complete where the other was; None where they were alike, or it was not for the side.

        What was left out for want of time or things says nothing of a side.
        """
        behind = [row for row in self.rows if not row.is_complete]
        if not self.counts or {row.side for row in self.rows} != {Side.LEFT, Side.RIGHT} or len(behind) != 1:
            return None
        return behind[0].side if behind[0].skipped in (None, "pain") else None

    def of_side(self, side: Side) -> WorkDone:
        """What was done on a side that the step has."""
        return next(row for row in self.rows if row.side is side)


def planned_work(routine: Routine) -> tuple[WorkDone, ...]:
    """What a routine plans for each step and side at its own levels, as nothing of it is done yet."""
    return work_done(Player(compile_timeline(routine)))  # every step stands in the first session of a day


def tries_of(
    routine: Routine, place: int, planned: Iterable[WorkDone], sessions: Iterable[SessionRecord], most: int
) -> list[Tried]:
    """Step `place` (from 1) in the first `most` sessions in which it stood; `planned` is the `planned_work`."""
    now, step = rows_of(planned, place), routine.steps[place - 1]
    tries = (
        Tried(record, rows, was_to_be(rows, now) and all(row.variant == step.variant for row in rows))
        for record in sessions
        if (rows := rows_of(record.work, place)) and rows[0].exercise == step.exercise
    )
    return list(islice(tries, most))


def rows_of(work: Iterable[WorkDone], place: int) -> tuple[WorkDone, ...]:
    """The rows of step `place`."""
    return tuple(row for row in work if row.step == place)


def was_to_be(work: Sequence[WorkDone], planned: Iterable[WorkDone]) -> bool:
    """Whether these rows were to be as much as is planned now, each step on the same sides."""
    steps = {row.step for row in work}
    now = {(row.step, row.side): row for row in planned if row.step in steps}
    return {(row.step, row.side) for row in work} == set(now) and all(
        row.planned_reps == now[row.step, row.side].planned_reps
        and abs(row.planned_ns - now[row.step, row.side].planned_ns) < _MILLISECOND
        for row in work
    )


def said_pain(record: SessionRecord) -> bool:
    """Whether anything was said of the pain in a session or after it."""
    return record.pain.worst is not None or record.pain.after is not None


def highest_pain(record: SessionRecord) -> int | None:
    """The highest number that was said before, in or after a session, or the next morning; None where none was."""
    numbers = (*record.pain, *(row.pain for row in record.work))
    return max((pain for pain in numbers if pain is not None), default=None)
