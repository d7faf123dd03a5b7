"""`footui plan`: the timeline of one session, as JSON or as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from footui.cli.routines import entry_named, library_of, timeline_of, usable
from footui.cli.streams import answer, answer_json
from footui.cli.tables import columns
from footui.core.dose import Side
from footui.core.phase import SECOND, Phase, PhaseKind
from footui.core.wording import length, number, place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from footui.core.exercise import Exercise
    from footui.core.timeline import Timeline
    from footui.world import World

_HEAD = ("time", "phase", "length", "exercise", "side", "direction", "")
_FLUSH_RIGHT = (0, 2)

_WORDS = {
    PhaseKind.PREPARE: "ready",
    PhaseKind.TRANSITION: "next",
    PhaseKind.REPS: "go",
    PhaseKind.ROUND_REST: "rest",
}
"""What a phase is called where that is not its kind."""


def plan(world: World, name: str, session: int | None, level: str | None, *, as_json: bool) -> int:
    """Show the timeline of a session, the first of the day unless told otherwise."""
    library = library_of(world)
    timeline = timeline_of(usable(entry_named(world, library, name)), session or 1, level)
    if as_json:
        answer_json(world, plan_object(timeline))
    else:
        answer(world, "\n".join(plan_page(timeline, library.catalogue.exercises)))
    return 0


def plan_object(timeline: Timeline) -> dict[str, Any]:
    """The timeline as `plan --json` prints it."""
    places = enumerate(zip(timeline.phases, timeline.starts_ns, strict=True))
    return {
        "routine": timeline.routine.slug,
        "title": timeline.routine.title,
        "level": timeline.level.value,
        "session": timeline.session,
        "sessions_per_day": timeline.sessions_per_day,
        "seconds": timeline.seconds,
        "work_seconds": timeline.work_seconds,
        "open_ended": timeline.open_ended,
        "phases": [_phase_object(index, phase, starts_ns) for index, (phase, starts_ns) in places],
    }


def _phase_object(index: int, phase: Phase, starts_ns: int) -> dict[str, Any]:
    return {
        "index": index,
        "kind": phase.kind.value,
        "starts_at": starts_ns / SECOND,
        "seconds": phase.seconds,
        "step": phase.step,
        "exercise": phase.exercise,
        "variant": phase.variant,
        "side": None if phase.side is None else phase.side.value,
        "direction": phase.direction,
        "set": phase.set,
        "sets": phase.sets,
        "rep": phase.rep,
        "reps": phase.reps,
        "round": phase.round,
        "rounds": phase.rounds,
        "unit": phase.unit.value,
        "amount": phase.amount,
    }


def plan_page(timeline: Timeline, exercises: Mapping[str, Exercise]) -> list[str]:
    """The timeline as a page: what it is, and a row for each phase."""
    slot = f", {timeline.slot}" if timeline.slot else ""
    facts = [
        f"session {timeline.session} of {timeline.sessions_per_day}{slot}",
        f"level {timeline.level}",
        f"{length(timeline.length_ns)}{' and what you take at your own pace' if timeline.open_ended else ''}",
        f"{number(round(timeline.work_seconds, 3))} s of work",
    ]
    rows = [
        _row(phase, starts_ns, exercises) for phase, starts_ns in zip(timeline.phases, timeline.starts_ns, strict=True)
    ]
    return [timeline.routine.title, " · ".join(facts), "", *columns([_HEAD, *rows], right=_FLUSH_RIGHT)]


def _row(phase: Phase, starts_ns: int, exercises: Mapping[str, Exercise]) -> tuple[str, ...]:
    exercise = exercises.get(phase.exercise)
    seconds = "own pace" if phase.seconds is None else f"{number(phase.seconds)} s"
    title = exercise.full_title(phase.variant) if exercise else phase.exercise
    side = phase.side.value if phase.side in (Side.LEFT, Side.RIGHT) and phase.side else ""
    where = place(phase)
    if phase.kind is PhaseKind.REPS:
        where = " · ".join(part for part in (where, f"{phase.amount} repetitions") if part)
    return (
        _time(starts_ns), _WORDS.get(phase.kind, phase.kind.value), seconds, title, side, phase.direction or "", where
    )  # fmt: skip


def _time(at_ns: int) -> str:
    """A place in the session: minutes, seconds and, where it is not on a whole second, tenths."""
    minutes, rest_ns = divmod(at_ns, 60 * SECOND)
    tenths = rest_ns * 10 // SECOND
    return f"{minutes}:{tenths // 10:02}" + (f".{tenths % 10}" if tenths % 10 else "")
