"""A month of sessions as a person would have left it: two routines, pain that settles, a few notes."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any, Final

from footui.core.dose import Side
from footui.core.phase import SECOND
from footui.core.record import Pain, SessionRecord, WorkDone
from footui.core.timeline import Timeline, compile_timeline
from footui.storage.catalogue import load_catalogue
from footui.storage.history import History
from footui.storage.library import Library
from footui.storage.session_object import session_object
from tests.cli.person import Person

LAST: Final = date(2026, 11, 21)
"""The last day of the month."""

FOLLOWED: Final = """\
[[follow]]
routine = "twenty-minutes"
since = 2026-10-26

[[follow]]
routine = "achilles-1"
since = 2026-10-28
until = 2026-11-10
"""
_NOTHING: Final = WorkDone(0, "", None, Side.BOTH, 0, 0, 0, 0, None)


def has_a_month(person: Person, last: date = LAST) -> None:
    """Let the person have followed two routines for 28 days up to `last`."""
    person.config.mkdir(exist_ok=True)
    (person.config / "config.toml").write_text(FOLLOWED, encoding="utf-8")
    history, library = History(person.folders.history_file), Library.of(person.folders, load_catalogue(person.folders))
    twenty, achilles = (library.find(slug).routine for slug in ("twenty-minutes", "achilles-1"))
    assert twenty is not None
    assert achilles is not None
    sessions: list[dict[str, Any]] = []
    for number in range(0, 27, 2):
        day = last - timedelta(days=26 - number)
        for session in (1, 2, 3):
            note = {0: "Stiff in the morning.", 6: "Better than last week."}.get(number, "") if session == 1 else ""
            pain = Pain(max(0, 4 - number // 6), 5 - number // 6, 3 - number // 9, 1 if number % 4 else None)
            sessions.append(
                done(day, compile_timeline(twenty, session), 7 + 5 * session, pain, effort="right", note=note)
            )
    for number in range(2, 16):
        day = last - timedelta(days=26 - number)
        worse = number == 9
        pain = Pain(3, 6 if worse else 3, 3, 4 if worse else 2)
        effort, note = ("hard", "The right one hurt going down.") if worse else ("right", "")
        each = done(day, compile_timeline(achilles), 18, pain, effort=effort, note=note)
        if worse:
            skipped = [row for row in each["work"] if row["exercise"] == "heel-drop"]
            for row in skipped:
                row.update(done_reps=0, skipped="pain", pain=6)
        sessions.append(each)
    history.merge(sessions)


def done(day: date, timeline: Timeline, hour: int, pain: Pain, *, effort: str, note: str) -> dict[str, Any]:
    """One session, done as it is planned."""
    started = datetime.fromisoformat(f"{day}T{hour:02}:30:00+01:00")
    rows: dict[tuple[int, Side | None], WorkDone] = {}
    for phase in timeline.phases:
        if phase.is_work:
            row = rows.get((phase.step, phase.side), _NOTHING)
            reps, length = row.done_reps + (phase.reps if phase.length_ns is None else 1), phase.length_ns or 0
            side, length = phase.side or Side.BOTH, row.done_ns + length
            rows[phase.step, phase.side] = WorkDone(
                phase.step, phase.exercise, phase.variant, side, reps, reps, length, length, None
            )
    open_seconds = 30 * sum(phase.length_ns is None for phase in timeline.phases)
    return session_object(
        SessionRecord(
            id=f"{timeline.routine.slug}-{day}-{timeline.session}",
            routine=timeline.routine.slug,
            title=timeline.routine.title,
            level="low",
            session=timeline.session,
            sessions_per_day=timeline.sessions_per_day,
            started=started,
            ended=started + timedelta(seconds=timeline.length_ns // SECOND + open_seconds),
            status="finished",
            planned_work_ns=timeline.work_ns,
            paused_seconds=0.0,
            work=tuple(rows.values()),
            pain=pain,
            effort=effort,
            note=note,
        )
    )
