"""A timeline as a strip of cells in proportion to time: what a person sees of a session at a glance."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from footui.core.phase import SECOND

if TYPE_CHECKING:
    from footui.core.timeline import Timeline
    from footui.core.walk import Walk

OWN_PACE_NS = 20 * SECOND
"""How much of a strip a self-paced set takes up; no clock says how long it lasts."""


class StripPart(NamedTuple):
    """What one cell of the strip stands for: work or a pause, and the number of its step in the file."""

    is_work: bool
    step: int


def strip_of(timeline: Timeline, cells: int) -> list[StripPart]:
    """The session on so many cells: each shows the phase that runs at its middle."""
    phases = timeline.phases
    ends = list(accumulate(OWN_PACE_NS if phase.length_ns is None else phase.length_ns for phase in phases))
    middles = (ends[-1] * (2 * cell + 1) // (2 * cells) for cell in range(cells))
    shown = (phases[min(bisect_right(ends, middle), len(phases) - 1)] for middle in middles)
    return [StripPart(phase.is_work, phase.step) for phase in shown]


def step_numbers(parts: list[StripPart]) -> str:
    """The row under the strip: each step's number where its part begins, left out where it has no room."""
    row = ""
    for cell, part in enumerate(parts):
        begins = cell == 0 or part.step != parts[cell - 1].step
        if begins and (cell == 0 or len(row) < cell) and cell + len(str(part.step)) <= len(parts):
            row = f"{row:<{cell}}{part.step}"
    return row[: len(parts)]


def strip_lengths(player: Walk) -> tuple[int, ...]:
    """The length of each going through of a step with the pause before it, in nanoseconds."""
    lengths: dict[tuple[int, int], int] = {}
    for index, phase in enumerate(player.timeline.phases):
        lengths[phase.occurrence] = lengths.get(phase.occurrence, 0) + _length(player, index)
    return tuple(lengths.values())


def strip_position(player: Walk) -> int:
    """Where the session is among its `strip_lengths`, in nanoseconds."""
    into = 0 if player.phase.length_ns is None else player.into_ns
    return sum(_length(player, index) for index in range(player.index)) + into


def _length(player: Walk, index: int) -> int:
    length_ns = player.length_of(index)
    return OWN_PACE_NS if length_ns is None else length_ns
