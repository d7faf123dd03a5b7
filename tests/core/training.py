"""Sessions of a made-up routine, as they were written down: for what is said of how they went."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from footui.core.dose import Dose, Level, Range, Side, Sides
from footui.core.player import Player
from footui.core.record import Pain, SessionRecord, WorkDone, work_done
from footui.core.routine import Routine, Step
from footui.core.timeline import compile_timeline

FIRST = datetime(2026, 11, 1, 7, 46, tzinfo=UTC)
HURTS_LITTLE = Pain(0, 1, 1, None)

WALK = Step("toe-walk", Dose(move=Range(10, 20)))
PICKUP = Step("pencil-pickup", Dose(hold=Range.of(10), reps=Range.of(5), sides=Sides.EACH))


def routine_of(*steps: Step, level: Level = Level.LOW, slug: str = "toes") -> Routine:
    """Return a routine of these steps."""
    return Routine(slug, "Toes", steps, level=level)


def session(
    routine: Routine,
    day: float = 1,
    *,
    pain: Pain = HURTS_LITTLE,
    effort: str | None = "right",
    status: str = "finished",
    level: Level | None = None,
    number: int = 1,
) -> SessionRecord:
    """Return session `number` of a day, complete, `day` days after the first of November (from 1)."""
    timeline = compile_timeline(routine, number, level)
    work = tuple(
        row._replace(done_reps=row.planned_reps, done_ns=row.planned_ns) for row in work_done(Player(timeline))
    )
    started = FIRST + timedelta(days=day - 1)
    return SessionRecord(
        f"{routine.slug} {day}", routine.slug, routine.title, timeline.level.value, number, timeline.sessions_per_day,
        started, started + timedelta(minutes=5), status, timeline.work_ns, 0.0, work, pain, effort,
    )  # fmt: skip


def with_row(record: SessionRecord, step: int = 1, side: Side | None = None, **changes: object) -> SessionRecord:
    """Return the session with other parts in the rows of a step, on one side or on all."""

    def changed(row: WorkDone) -> WorkDone:
        return row._replace(**changes) if row.step == step and side in (None, row.side) else row  # type: ignore[arg-type]  # parts of a row

    return record._replace(work=tuple(map(changed, record.work)))


def newest_first(*sessions: SessionRecord) -> list[SessionRecord]:
    """Return the sessions in the order in which suggestions are made from them."""
    return sorted(sessions, key=lambda record: record.started, reverse=True)
