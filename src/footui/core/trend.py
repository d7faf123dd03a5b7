"""How an exercise went from session to session: how much of it on each side, and how much it hurt around it.

Pure: sessions in, numbers out, oldest first. Nothing is judged; that is `core/progression.py`'s affair.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple

from footui.core.dose import Side
from footui.core.phase import SECOND

if TYPE_CHECKING:
    from footui.core.dose import Number
    from footui.core.record import SessionRecord, WorkDone

HEIGHTS: Final = 8
"""How many heights a picture of numbers has, beside nothing at all."""

_SIDES: Final = (Side.BOTH, Side.LEFT, Side.RIGHT)


class Measure(Enum):
    """What is counted; the value is its sign behind a number."""

    SECONDS = "s"
    REPETITIONS = "reps"


class Numbers(NamedTuple):
    """One number a session, oldest first; None where there is none."""

    each: tuple[Number | None, ...]

    @property
    def said(self) -> tuple[Number, ...]:
        """Those that are there."""
        return tuple(number for number in self.each if number is not None)

    @property
    def ends(self) -> tuple[Number, Number] | None:
        """The first and the last of them; None without any."""
        said = self.said
        return (said[0], said[-1]) if said else None


class SideTrend(NamedTuple):
    """One side of an exercise: what was done a session, and what was planned in the last one that had it."""

    side: Side
    done: Numbers
    planned: Number
    most: Number
    """The most that was ever done or planned: what the full height means."""


class Trend(NamedTuple):
    """An exercise over some sessions."""

    exercise: str
    measure: Measure
    sessions: int
    sides: tuple[SideTrend, ...]
    """Both feet at once, left, right: those that there are."""
    worst: Numbers
    """The worst pain of each session, 0 to 10."""
    next_morning: Numbers

    def of(self, side: Side) -> SideTrend | None:
        """One of the sides."""
        return next((each for each in self.sides if each.side is side), None)

    @property
    def equal_for(self) -> int:
        """In how many of the last sessions as much was done on the left as on the right."""
        count = 0
        for left, right in reversed(self._pairs):
            if left is None or right is None or left != right:
                break
            count += 1
        return count

    @property
    def behind(self) -> tuple[Side, Number] | None:
        """Which side did less in the last session, and by how much; None where they are equal, or not to compare."""
        left, right = self._pairs[-1] if self._pairs else (None, None)
        if left is None or right is None or left == right:
            return None
        return (Side.LEFT, right - left) if left < right else (Side.RIGHT, left - right)

    @property
    def _pairs(self) -> tuple[tuple[Number | None, Number | None], ...]:
        left, right = self.of(Side.LEFT), self.of(Side.RIGHT)
        if left is None or right is None:
            return ()
        return tuple(zip(left.done.each, right.done.each, strict=True))


class _Amount(NamedTuple):
    """What was planned and done of an exercise on one side in one session, in one measure."""

    planned: Number = 0
    done: Number = 0


def trend_of(exercise: str, sessions: Iterable[SessionRecord], most: int) -> Trend | None:
    """The trend over the last `most` (≥ 1) of these sessions, oldest first, in which the exercise counts.

    It counts where the session reached its end, or where anything of it was done. Several steps with it are taken
    together. It is measured in seconds, but at one's own pace in repetitions: as the last session had it.
    """
    counting = [session for session in sessions if _counts(session, exercise)][-most:]
    if not counting:
        return None
    rows = [[row for row in session.work if row.exercise == exercise] for session in counting]
    measure = _measure(rows[-1])
    amounts = [{side: _amount(each, side, measure) for side in _SIDES} for each in rows]
    sides = tuple(
        _side_trend(side, [amount[side] for amount in amounts])
        for side in _SIDES
        if any(amount[side] is not None for amount in amounts)
    )
    worst = Numbers(tuple(session.pain.worst for session in counting))
    next_morning = Numbers(tuple(session.pain.next_morning for session in counting))
    return Trend(exercise, measure, len(counting), sides, worst, next_morning)


def height_of(number: Number, full: Number) -> int:
    """The height of a number from 0 to `HEIGHTS`, the whole of it at `full`; more than nothing is never 0."""
    if number <= 0 or full <= 0:
        return 0
    return max(1, min(int(number * HEIGHTS / full), HEIGHTS))


def height_of_pain(pain: Number) -> int:
    """The height of a number of pain: 1 to 8 as they are, and more is no higher."""
    return max(0, min(int(pain), HEIGHTS))


def _counts(session: SessionRecord, exercise: str) -> bool:
    rows = [row for row in session.work if row.exercise == exercise]
    if session.status == "open" or not rows:
        return False
    return session.status == "finished" or any(row.done_ns or row.done_reps for row in rows)


def _measure(rows: Sequence[WorkDone]) -> Measure:
    return Measure.SECONDS if any(row.planned_ns or row.done_ns for row in rows) else Measure.REPETITIONS


def _amount(rows: Sequence[WorkDone], side: Side, measure: Measure) -> _Amount | None:
    """What one session has of a side in this measure; None where it has nothing of it."""
    found = [row for row in rows if row.side is side]
    if not found or _measure(rows) is not measure:
        return None
    if measure is Measure.SECONDS:
        planned, done = (sum(each) for each in zip(*((row.planned_ns, row.done_ns) for row in found), strict=True))
        return _Amount(round(planned / SECOND, 1), round(done / SECOND, 1))
    return _Amount(sum(row.planned_reps for row in found), sum(row.done_reps for row in found))


def _side_trend(side: Side, amounts: Sequence[_Amount | None]) -> SideTrend:
    there = [amount for amount in amounts if amount is not None]
    done = Numbers(tuple(None if amount is None else amount.done for amount in amounts))
    return SideTrend(side, done, there[-1].planned, max(max(amount) for amount in there))
