"""What was done, by step and side: planned and done repetitions and seconds, and what was skipped and why.

Skipping is not doing; a phase gone back to counts once. Self-paced sets count by their repetitions and take no seconds,
as in the timeline's sums (`docs/history-format.md`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from footui.core.attempts import repetitions
from footui.core.dose import Side
from footui.core.phase import SECOND, Phase

if TYPE_CHECKING:
    from datetime import datetime

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
    extended_ns: int = 0
    """What was added to holds and moves, or taken from them where negative."""
    instead: str | None = None
    """What stood in for the equipment."""
    pain: int | None = None
    """The worst that was said while it was done, 0 to 10."""

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


class _Piece(NamedTuple):
    """A piece of work and what was done of it."""

    phase: Phase
    done_ns: int
    done_reps: int
    extra_ns: int = 0
    dropped_by: int = 0
    """Which change took it out of the timeline after it was done, counted from 1; 0 where it is there."""


def work_done(player: Player) -> tuple[WorkDone, ...]:
    """What the player has done so far: a row for each step and side, in the order in which they come.

    Planned is what was prescribed, whatever was changed on the way.
    """
    planned: dict[tuple[int, Side | None], list[_Piece]] = {}
    for phase in player.prescribed.phases:
        if phase.is_work:
            piece = _Piece(phase, phase.length_ns or 0, repetitions(phase))
            planned.setdefault((phase.step, phase.side), []).append(piece)
    rows = {(phase.step, phase.side): list[_Piece]() for phase in player.timeline.phases if phase.is_work}
    for piece in _pieces(player):
        rows[piece.phase.step, piece.phase.side].append(piece)
    return tuple(_row(player, planned[row], pieces) for row, pieces in rows.items())


def _pieces(player: Player) -> Iterator[_Piece]:
    """Every piece of work: what a change took out of the timeline after it was done, then what is there."""
    for number, gone in enumerate(player.attempts.dropped, start=1):
        for phase, attempt, extra_ns in gone:
            yield _Piece(phase, attempt.done_ns, attempt.reps, extra_ns, number)
    for index, phase in enumerate(player.timeline.phases):
        if phase.is_work:
            done_reps = player.attempts[index].reps
            yield _Piece(phase, player.done_ns(index), done_reps, player.extra_ns.get(index, 0))


def _row(player: Player, planned: list[_Piece], pieces: list[_Piece]) -> WorkDone:
    """The row of one step and side: its work as it was prescribed, and as it was done."""
    form = next((piece.phase for piece in reversed(pieces) if piece.done_ns or piece.done_reps), pieces[-1].phase)
    return WorkDone(
        step=form.step,
        exercise=form.exercise,
        variant=form.variant,
        side=form.side or Side.BOTH,
        planned_reps=_whole_repetitions(planned),
        done_reps=_whole_repetitions(pieces),
        planned_ns=_timed_ns(planned),
        done_ns=_timed_ns(pieces),
        skipped=_skip_reason(player, pieces),
        extended_ns=sum(piece.extra_ns for piece in pieces),
        instead=player.instead.get(form.step),
    )


def _timed_ns(pieces: Iterable[_Piece]) -> int:
    """The time of all that a clock ends."""
    return sum(piece.done_ns for piece in pieces if piece.phase.length_ns is not None)


def _whole_repetitions(pieces: Iterable[_Piece]) -> int:
    """The repetitions of which every part was done to its end: every direction, every part of a tempo."""
    of_parts: dict[tuple[int, int, int, int], list[int]] = {}
    for piece in pieces:
        phase = piece.phase
        of_parts.setdefault((piece.dropped_by, phase.round, phase.set, phase.rep), []).append(piece.done_reps)
    return sum(min(parts) for parts in of_parts.values())


def _skip_reason(player: Player, pieces: list[_Piece]) -> str | None:
    """Why some of this work was left out, where a step was skipped before it was complete."""
    reasons = (player.skips.get(piece.phase.occurrence) for piece in pieces if not piece.done_reps)
    return next(filter(None, reasons), None)


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
    interrupted_seconds: float = 0.0
    """How long the program was gone, in real seconds; no part of `paused_seconds`."""
    changed: datetime | None = None
    """When something was said about it after its end; None where nothing was."""

    @property
    def done_work_ns(self) -> int:
        """All hold and move time that was done, in nanoseconds."""
        return sum(row.done_ns for row in self.work)

    @property
    def holds_work(self) -> bool:
        """Whether anything was done at all."""
        return any(row.done_ns or row.done_reps for row in self.work)
