"""Counting aloud in the plain session: which numbers are said in a phase, and when."""

from __future__ import annotations

from dataclasses import dataclass

from footui.core.dose import Unit
from footui.core.phase import SECOND, Phase

SHORT_PAUSE_NS = 4 * SECOND
"""A shorter pause is over before a countdown would be understood."""

SHORTEST_COUNT_NS = 2 * SECOND // 5
"""Counts that follow each other faster than this cannot be spoken; their phase counts seconds instead."""

_ALL_COUNTS = 20
"""Up to here every count is said; of more only each tenth and the last three."""


@dataclass(frozen=True, slots=True)
class Said:
    """A number that is said `into_ns` nanoseconds into its phase; `last` closes the counting."""

    into_ns: int
    number: int
    last: bool


def counts_aloud(phase: Phase, count_ns: int) -> bool:
    """Whether the counts of a phase are said, going up."""
    counted = phase.is_work and phase.unit is Unit.COUNTS and phase.length_ns is not None
    return counted and count_ns >= SHORTEST_COUNT_NS


def numbers_of(phase: Phase, length_ns: int | None, count_ns: int) -> list[Said]:
    """The numbers said in a phase of this length (None: a key ends it), whose counts are `count_ns` long."""
    if length_ns is None or (not phase.is_work and length_ns < SHORT_PAUSE_NS):
        return []
    if counts_aloud(phase, count_ns):
        counts = -(-length_ns // count_ns)
        said = [count for count in range(1, counts + 1) if counts <= _ALL_COUNTS or _is_landmark(count, counts)]
        return [Said((count - 1) * count_ns, count, count == counts) for count in said]
    return [Said(length_ns - left * SECOND, left, left == 1) for left in (3, 2, 1) if left * SECOND <= length_ns]


def _is_landmark(count: int, counts: int) -> bool:
    return count % 10 == 0 or count > counts - 3
