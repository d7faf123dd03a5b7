"""What a report adds up from sessions: each exercise by side, what was left out and why, each kind of pain."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from footui.core.record import SessionRecord, WorkDone

REASONS: Final = ("pain", "no equipment", "no time", "other")
"""Why something was left out, in the order of what a doctor asks first."""


class Kept(NamedTuple):
    """A session and the day it counts for."""

    day: date
    record: SessionRecord


class Measured(NamedTuple):
    """Something that is done: an exercise in one of its forms, by the clock or at one's own pace."""

    exercise: str
    variant: str | None
    is_timed: bool


class Amount(NamedTuple):
    """How much of it on each side: nanoseconds by the clock, else repetitions; None for a side that never worked."""

    both: int | None = None
    left: int | None = None
    right: int | None = None

    @property
    def total(self) -> int:
        """All sides together."""
        return sum(part or 0 for part in self)

    def __add__(self, other: Amount) -> Amount:  # type: ignore[override]  # amounts are summed, not strung together
        """Side by side."""
        return Amount(
            *(None if a is None and b is None else (a or 0) + (b or 0) for a, b in zip(self, other, strict=True))
        )


class Sum(NamedTuple):
    """One exercise over all sessions in which anything of it was done."""

    what: Measured
    sessions: int
    total: Amount
    most: Amount
    """The most in one session, all sides together; of several the last."""
    last: Amount
    last_day: date


class LeftOut(NamedTuple):
    """A step that was skipped for one reason, in so many sessions."""

    exercise: str
    variant: str | None
    times: int
    last_day: date


class PainSum(NamedTuple):
    """One kind of pain, 0 to 10, over all sessions in which it was said: each number with its day."""

    said: int
    first: tuple[int, date]
    last: tuple[int, date]
    highest: tuple[int, date]
    above: int
    """How often it was above the limit."""


def sums(sessions: Sequence[Kept]) -> list[Sum]:
    """Each exercise with anything done, in the order in which they were first done; `sessions` oldest first."""
    amounts: dict[Measured, list[tuple[date, Amount]]] = defaultdict(list)
    for day, record in sessions:
        for what, amount in _amounts(record.work).items():
            if amount.total:
                amounts[what].append((day, amount))
    found = []
    for what, each in amounts.items():
        total = Amount()
        for _, amount in each:
            total += amount
        most = max(reversed(each), key=lambda one: one[1].total)[1]
        last_day, last = each[-1]
        found.append(Sum(what, len(each), total, most, last, last_day))
    return found


def left_out(sessions: Sequence[Kept]) -> dict[str, list[LeftOut]]:
    """What was skipped, by reason: the known ones first, those that were left out most often first."""
    days: dict[str, dict[tuple[str, str | None], list[date]]] = defaultdict(lambda: defaultdict(list))
    for day, record in sessions:
        steps = dict.fromkeys((row.step, row.exercise, row.variant, row.skipped) for row in record.work if row.skipped)
        for _, exercise, variant, reason in steps:
            days[reason or ""][exercise, variant].append(day)
    order = sorted(days, key=lambda reason: (REASONS.index(reason) if reason in REASONS else len(REASONS), reason))
    return {
        reason: sorted(
            (LeftOut(exercise, variant, len(each), each[-1]) for (exercise, variant), each in days[reason].items()),
            key=lambda one: -one.times,
        )
        for reason in order
    }


def pain_sum(numbers: Iterable[tuple[int | None, date]], limit: int) -> PainSum | None:
    """The sum of what was said, oldest first; None where nothing was. Of several highest the last counts."""
    said = [(number, day) for number, day in numbers if number is not None]
    if not said:
        return None
    highest = max(reversed(said), key=lambda one: one[0])
    return PainSum(len(said), said[0], said[-1], highest, sum(number > limit for number, _ in said))


def pain_by_exercise(sessions: Sequence[Kept]) -> list[tuple[str, str | None, int, date]]:
    """The highest pain that was said while an exercise was done, with its day; the highest first."""
    highest: dict[tuple[str, str | None], tuple[int, date]] = {}
    for day, record in sessions:
        for row in record.work:
            before = highest.get((row.exercise, row.variant))
            if row.pain is not None and (before is None or row.pain >= before[0]):
                highest[row.exercise, row.variant] = row.pain, day
    rows = [(*form, *said) for form, said in highest.items()]
    return sorted(rows, key=lambda one: -one[2])


def _amounts(rows: Iterable[WorkDone]) -> dict[Measured, Amount]:
    """What was done in one session, by exercise; steps with the same exercise together."""
    found: dict[Measured, Amount] = {}
    for row in rows:
        is_timed = row.planned_ns > 0 or row.done_ns > 0
        what = Measured(row.exercise, row.variant, is_timed)
        done = Amount(**{row.side.value: row.done_ns if is_timed else row.done_reps})
        found[what] = found.get(what, Amount()) + done
    return found
