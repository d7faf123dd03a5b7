"""A routine as rows to read: its lines in a list, and what one session of it comes to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from footui.core.exercise import Exercise
from footui.core.notation import PLAIN, Notation
from footui.core.proportion import step_numbers, strip_of
from footui.core.timeline import Timeline
from footui.core.wording import dose_sentence, length, work_text
from footui.session.view import end_text
from footui.widgets.glyphs import Glyphs
from footui.widgets.role import Role
from footui.widgets.rows import Row, Run, wrap


def length_text(timeline: Timeline) -> str:
    """How long a session takes: “6:44”, or that nobody can say."""
    return "own pace" if timeline.open_ended else length(timeline.length_ns)


def routine_page(
    timeline: Timeline,
    exercises: Mapping[str, Exercise],
    ends: datetime | None,
    width: int,
    glyphs: Glyphs,
    *,
    notation: Notation = PLAIN,
) -> list[Row]:
    """The rows that show one session of a routine: what it comes to, the strip, its steps, and what it is about."""
    routine = timeline.routine
    of_day = f"session {timeline.session} of {timeline.sessions_per_day}"
    parts = [f"{timeline.slot} · {of_day}" if timeline.slot else of_day]
    parts += [f"level {timeline.level}"] if routine.has_ranges else []
    parts += [length_text(timeline), work_text(timeline), "" if timeline.open_ended else end_text(ends, notation)]
    cells = strip_of(timeline, max(width, 1))
    rows: list[Row] = [
        (Run(line, Role.TEXT, bold=True),) for line in wrap(" · ".join(filter(None, parts)), width, 3, "…")
    ]
    rows += [strip_row([part.is_work for part in cells], glyphs), (Run(step_numbers(cells), Role.MUTED),)]
    present = {phase.step for phase in timeline.phases}
    names = {i: _title(step.exercise, exercises) for i, step in enumerate(routine.steps, start=1) if i in present}
    column = min(max(map(len, names.values())), width // 3)
    for index, step in enumerate(routine.steps, start=1):
        if index in present:
            variant = exercises[step.exercise].variant(step.variant) if step.exercise in exercises else None
            sentence = dose_sentence(step.dose, routine.timing_of(step)) + (f" · {variant.title}" if variant else "")
            rows += _step_rows(index, f"{names[index]:<{column}}  ", sentence, width)
    if routine.about:
        rows.append(())
        rows += [(Run(line, Role.MUTED),) for line in wrap(routine.about, min(width, 76), 1000, "…")]
    return rows


def _step_rows(index: int, title: str, sentence: str, width: int) -> list[Row]:
    """A step's number, title and dose; a dose too long for its row goes on in the next one, set in."""
    first, *more = wrap(sentence, max(width - len(title) - 3, 12), 10, "…")
    rows: list[Row] = [(Run(f"{index:<3}", Role.MUTED), Run(title + first))]
    return rows + [(Run(" " * (len(title) + 3) + line),) for line in more]


def _title(exercise_id: str, exercises: Mapping[str, Exercise]) -> str:
    return exercises[exercise_id].title if exercise_id in exercises else exercise_id


def strip_row(work: list[bool], glyphs: Glyphs) -> Row:
    """Solid where you work, shaded where you wait, as runs of one colour each."""
    row: list[Run] = []
    start = 0
    for cell in range(1, len(work) + 1):
        if cell == len(work) or work[cell] != work[start]:
            glyph = glyphs.solid if work[start] else glyphs.shaded
            row.append(Run(glyph * (cell - start), Role.WORK if work[start] else Role.REST, shaded=not work[start]))
            start = cell
    return tuple(row)
