"""What a routine comes to, in rows: one session in proportion to time, its length, and when it would end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from rich.cells import cell_len

from footui.core.dose import Level, Timing
from footui.core.notation import PLAIN, Notation
from footui.core.proportion import StripPart, step_numbers, strip_of
from footui.core.routine import Routine
from footui.core.timeline import Timeline
from footui.core.wording import number, span, work_text
from footui.screens.routine_page import length_text, strip_row
from footui.session.view import end_text
from footui.widgets.glyphs import Glyphs
from footui.widgets.role import Role
from footui.widgets.rows import Line, Row, Run, line

LEGEND: Final = "work   {shaded} ready, rest, change   one cell is about {seconds} s; the numbers mark steps"


WIDE: Final = 96
"""From so many cells on the name of the session stands before its number."""


def session_line(
    timeline: Timeline, was: Timeline | None, ends: datetime | None, width: int, notation: Notation = PLAIN
) -> Line:
    """“session 1 of 3 · level low” and “5:54 (was 6:44) · 225 s of work · ends 12:47”, as much as there is room for.

    `was` is the same session as the file has it.
    """
    left = [timeline.slot] if timeline.slot and width >= WIDE else []
    left.append(f"session {timeline.session} of {timeline.sessions_per_day}")
    left += [f"level {timeline.level}"] if timeline.routine.has_ranges else []
    took = length_text(timeline)
    before = length_text(was) if was is not None else took
    with_before = took if before == took else f"{took} (was {before})"
    work, end = work_text(timeline), "" if timeline.open_ended else end_text(ends, notation)
    for right in ((with_before, work, end), (with_before, end), (took, end), (with_before,), (took,)):
        texts = " · ".join(left), " · ".join(filter(None, right))
        if sum(map(cell_len, texts)) + 2 <= width:
            return line(*texts)
    return line(took)


def strip_rows(timeline: Timeline, width: int, glyphs: Glyphs, step: int | None) -> list[Row]:
    """The session on so many cells, and below it the numbers of the steps, that of `step` (from 1) marked."""
    parts = strip_of(timeline, max(width, 1))
    return [strip_row([part.is_work for part in parts], glyphs), _numbers_row(parts, step)]


def _numbers_row(parts: Sequence[StripPart], step: int | None) -> Row:
    numbers = step_numbers(list(parts))
    at = next((cell for cell, part in enumerate(parts) if part.step == step), None)
    text = str(step)
    if at is None or numbers[at : at + len(text)] != text:
        return (Run(numbers, Role.MUTED),)
    behind = numbers[at + len(text) :]
    return (Run(numbers[:at], Role.MUTED), Run(text, Role.WORK, bold=True), Run(behind, Role.MUTED))


def legend_row(timeline: Timeline, width: int, glyphs: Glyphs) -> Row:
    """What the fills of the strip mean, and how long one cell is."""
    seconds = max(1, round(timeline.seconds / max(width, 1)))
    text = LEGEND.format(shaded=glyphs.shaded, seconds=seconds)
    return (Run(f"{glyphs.solid} {text}", Role.MUTED),)


def timings_text(timing: Timing, width: int) -> str:
    """“ready 5 s · between steps 10 · other side 5 · release 2 · rest 10 · count 1”; shorter where it is narrow."""
    for names, between in ((("between steps", "other side"), " · "), (("next", "side"), ", ")):
        named = zip(("ready", *names, "release", "rest", "count"), timing, strict=True)
        first, *others = (f"{name} {number(value)}" for name, value in named)
        text = between.join((f"{first} s", *others))
        if cell_len(text) <= width:
            break
    return text


def days_text(routine: Routine) -> str:
    """“breakfast, lunch, dinner · every 2–3 days”."""
    sessions = routine.sessions_per_day()
    a_day = ", ".join(routine.slots) or ("once a day" if sessions == 1 else f"{sessions} sessions a day")
    if routine.weekdays:
        days = ", ".join(day.capitalize() for day in routine.weekdays)
    else:
        days = "every day" if routine.every_days.high == 1 else f"every {span(routine.every_days)} days"
    level = f" · level {routine.level}" if routine.level is not Level.LOW else ""
    return f"{a_day} · {days}{level}"
