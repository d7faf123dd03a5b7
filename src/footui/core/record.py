"""What was done, by step and side: planned and done repetitions and seconds, and what was skipped and why.

Skipping is not doing; a phase gone back to counts once. Self-paced sets count by their repetitions and take no seconds,
as in the timeline's sums (`docs/history-format.md`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from footui.core.phase import SECOND, Phase, PhaseKind

if TYPE_CHECKING:
    from datetime import datetime

    from footui.core.dose import Side
    from footui.core.player import Player


class WorkDone(NamedTuple):
    """One step on one side, summed over sets, rounds and directions; times in nanoseconds."""

    step: int
    exercise: str
    variant: str | None
    side: Side
    planned_reps: int
    done_reps: int
    planned_ns: int
    done_ns: int
    skipped: str | None

    @property
    def planned_seconds(self) -> float:
        """Seconds of hold and move that were planned."""
        return self.planned_ns / SECOND

    @property
    def done_seconds(self) -> float:
        """Seconds of hold and move that were done."""
        return self.done_ns / SECOND

    @property
    def is_complete(self) -> bool:
        """Whether every repetition was done in full."""
        return self.done_reps >= self.planned_reps and self.done_ns >= self.planned_ns


def work_done(player: Player) -> tuple[WorkDone, ...]:
    """What the player has done so far: a row for each step and side, in the order in which they come."""
    sides: dict[tuple[int, Side], list[int]] = {}
    for index, phase in enumerate(player.timeline.phases):
        if phase.is_work and phase.side is not None:
            sides.setdefault((phase.step, phase.side), []).append(index)
    ordered = sorted(sides.items(), key=lambda entry: entry[0][0])  # stable: sides stay in the order done
    return tuple(_row(player, side, indexes) for (_, side), indexes in ordered)


def _row(player: Player, side: Side, indexes: list[int]) -> WorkDone:
    """The row of one step and side, from the places of its work in the timeline."""
    phases = player.timeline.phases
    reps: dict[tuple[int, int, int], list[int]] = {}
    for index in indexes:
        phase = phases[index]
        reps.setdefault((phase.round, phase.set, phase.rep), []).append(index)
    whole = [parts for parts in reps.values() if all(_completed(player, index) for index in parts)]
    timed = [index for index in indexes if phases[index].length_ns is not None]
    first = phases[indexes[0]]
    return WorkDone(
        step=first.step,
        exercise=first.exercise,
        variant=first.variant,
        side=side,
        planned_reps=sum(_repetitions(phases[parts[0]]) for parts in reps.values()),
        done_reps=sum(_repetitions(phases[parts[0]]) for parts in whole),
        planned_ns=sum(phases[index].length_ns or 0 for index in timed),
        done_ns=sum(player.done_ns(index) for index in timed),
        skipped=_skip_reason(player, indexes),
    )


def _repetitions(phase: Phase) -> int:
    """How many repetitions a piece of work stands for."""
    return phase.reps if phase.kind is PhaseKind.REPS else 1


def _completed(player: Player, index: int) -> bool:
    attempt = player.attempts.get(index)
    return attempt is not None and attempt.completed


def _skip_reason(player: Player, indexes: list[int]) -> str | None:
    """Why some of this work was left out, where a step was skipped before it was complete."""
    for index in indexes:
        reason = player.skips.get(player.timeline.phases[index].occurrence)
        if reason is not None and not _completed(player, index):
            return reason
    return None


class Pain(NamedTuple):
    """Pain from 0 to 10 around a session; None where it was not said."""

    before: int | None = None
    worst: int | None = None
    after: int | None = None
    next_morning: int | None = None


class SessionRecord(NamedTuple):
    """One session as it is written down; `status` is finished, stopped or open (`docs/history-format.md`)."""

    id: str
    routine: str
    title: str
    level: str
    session: int
    sessions_per_day: int
    started: datetime
    ended: datetime
    status: str
    planned_work_ns: int
    paused_seconds: float
    work: tuple[WorkDone, ...]
    pain: Pain = Pain()
    effort: str | None = None
    note: str = ""

    @property
    def done_work_ns(self) -> int:
        """All hold and move time that was done, in nanoseconds."""
        return sum(row.done_ns for row in self.work)

    @property
    def holds_work(self) -> bool:
        """Whether anything was done at all."""
        return any(row.done_ns or row.done_reps for row in self.work)
