"""Counting aloud in the plain session: which numbers are said in a phase, and when."""

from __future__ import annotations

from typing import NamedTuple

from footui.core.dose import Unit
from footui.core.phase import SECOND, Phase

SHORT_PAUSE_NS = 4 * SECOND
"""A shorter pause is over before a countdown would be understood."""

SHORTEST_COUNT_NS = 2 * SECOND // 5
"""Counts that follow each other faster than this cannot be spoken; their phase counts seconds instead."""

_COUNTDOWN = (3, 2, 1)

_ALL_COUNTS = 20
"""Up to here every count is said; of more only each tenth and the last three."""


class Spoken(NamedTuple):
    """What is said `into_ns` nanoseconds into a phase: a number, of which the last closes the counting; None: half."""

    into_ns: int
    number: int | None
    last: bool = False


def counts_aloud(phase: Phase, count_ns: int) -> bool:
    """Whether the counts of a phase are said, going up."""
    counted = phase.is_work and phase.unit is Unit.COUNTS and phase.length_ns is not None
    return counted and count_ns >= SHORTEST_COUNT_NS


def spoken_in(phase: Phase, length_ns: int | None, count_ns: int, half_from_ns: int) -> list[Spoken]:
    """What is said in a phase of this length (None: a key ends it), whose counts are `count_ns` long.

    From a length of `half_from_ns` on, half of the work is told; not where the counts say so anyway.
    """
    if length_ns is None or (not phase.is_work and length_ns < SHORT_PAUSE_NS):
        return []
    if counts_aloud(phase, count_ns):
        counts = -(-length_ns // count_ns)
        said = [count for count in range(1, counts + 1) if counts <= _ALL_COUNTS or _is_landmark(count, counts)]
        return [Spoken((count - 1) * count_ns, count, count == counts) for count in said]
    countdown = [
        Spoken(length_ns - left * SECOND, left, left == 1) for left in _COUNTDOWN if left * SECOND <= length_ns
    ]
    half_ns = length_ns // 2
    tells_half = phase.is_work and length_ns >= half_from_ns and half_ns < length_ns - _COUNTDOWN[0] * SECOND
    return [Spoken(half_ns, None), *countdown] if tells_half else countdown


def _is_landmark(count: int, counts: int) -> bool:
    return count % 10 == 0 or count > counts - 3
