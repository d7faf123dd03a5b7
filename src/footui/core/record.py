"""What was done, by step and side: planned and done repetitions and seconds, and what was skipped and why.

Skipping is not doing; a phase gone back to counts once. Self-paced sets count by their repetitions and take no seconds,
as in the timeline's sums (`docs/history-format.md`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from footui.core.phase import SECOND, Phase, PhaseKind

if TYPE_CHECKING:
    from datetime import datetime

    from footui.core.dose import Side
    from footui.core.player import Player


PieceT = TypeVar("PieceT")


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
    """A piece of work, how long it was done and whether to its end."""

    phase: Phase
    done_ns: int
    completed: bool
    extra_ns: int = 0


def work_done(player: Player) -> tuple[WorkDone, ...]:
    """What the player has done so far: a row for each step and side, in the order in which they come.

    Planned is what was prescribed, whatever was changed on the way.
    """
    planned: dict[tuple[int, Side], list[Phase]] = {}
    for phase in player.prescribed.phases:
        if phase.is_work and phase.side is not None:
            planned.setdefault((phase.step, phase.side), []).append(phase)
    done: dict[tuple[int, Side], list[_Piece]] = {}
    for piece in _pieces(player):
        if piece.phase.side is not None:
            done.setdefault((piece.phase.step, piece.phase.side), []).append(piece)
    ordered = sorted(dict.fromkeys([*done, *planned]), key=lambda row: row[0])  # stable: sides stay in the order done
    return tuple(_row(player, row[1], planned.get(row, []), done.get(row, [])) for row in ordered)


def _pieces(player: Player) -> Iterator[_Piece]:
    """Every piece of work as it was done, with what a change took out of the timeline after it was done."""
    for index, phase in enumerate(player.timeline.phases):
        if phase.is_work:
            extra_ns = player.extra_ns.get(index, 0) if phase.length_ns is not None else 0
            yield _Piece(phase, player.done_ns(index), player.attempts[index].completed, extra_ns)
    for phase, attempt in player.attempts.dropped:
        yield _Piece(phase, attempt.done_ns, attempt.completed)


def _row(player: Player, side: Side, planned: list[Phase], pieces: list[_Piece]) -> WorkDone:
    """The row of one step and side: its work as it was prescribed, and as it was done."""
    begun = [piece for piece in pieces if piece.done_ns or piece.completed]
    form = begun[-1].phase if begun else pieces[0].phase if pieces else planned[0]
    return WorkDone(
        step=form.step,
        exercise=form.exercise,
        variant=form.variant,
        side=side,
        planned_reps=sum(_repetitions(parts[0]) for parts in _by_repetition(planned, lambda phase: phase)),
        done_reps=sum(
            _repetitions(parts[0].phase)
            for parts in _by_repetition(pieces, lambda piece: piece.phase)
            if all(piece.completed for piece in parts)
        ),
        planned_ns=sum(phase.length_ns or 0 for phase in planned),
        done_ns=sum(piece.done_ns for piece in pieces if piece.phase.length_ns is not None),
        skipped=_skip_reason(player, pieces),
        extended_ns=sum(piece.extra_ns for piece in pieces),
        instead=player.instead.get(form.step),
    )


def _by_repetition(pieces: Iterable[PieceT], phase_of: Callable[[PieceT], Phase]) -> list[list[PieceT]]:
    """The pieces of each repetition: its directions, the parts of a tempo."""
    reps: dict[tuple[int, int, int], list[PieceT]] = {}
    for piece in pieces:
        phase = phase_of(piece)
        reps.setdefault((phase.round, phase.set, phase.rep), []).append(piece)
    return list(reps.values())


def _repetitions(phase: Phase) -> int:
    """How many repetitions a piece of work stands for."""
    return phase.reps if phase.kind is PhaseKind.REPS else 1


def _skip_reason(player: Player, pieces: list[_Piece]) -> str | None:
    """Why some of this work was left out, where a step was skipped before it was complete."""
    reasons = (player.skips.get(piece.phase.occurrence) for piece in pieces if not piece.completed)
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

    @property
    def done_work_ns(self) -> int:
        """All hold and move time that was done, in nanoseconds."""
        return sum(row.done_ns for row in self.work)

    @property
    def holds_work(self) -> bool:
        """Whether anything was done at all."""
        return any(row.done_ns or row.done_reps for row in self.work)
