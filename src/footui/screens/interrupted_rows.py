"""What was interrupted, as rows: what it was, where it stands, when it stopped and how much of it is done."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from rich.cells import cell_len

from footui.core.exercise import Exercise
from footui.core.notation import Notation
from footui.core.player import Player
from footui.core.proportion import strip_lengths, strip_position
from footui.core.record import work_done
from footui.core.standing import GET_READY_SECONDS
from footui.core.wording import clock, foot, length, number, place
from footui.session.interrupted_words import ago, when
from footui.session.view import end_text
from footui.storage.interrupted import InterruptedSession
from footui.widgets.choice_list import Choice
from footui.widgets.glyphs import Glyphs
from footui.widgets.role import Role
from footui.widgets.rows import Line, Row, Run, line, wrap
from footui.widgets.session_strip import strip_cells, strip_row

STRIP_SHARE = 20
"""Cells beside the strip for how much is done."""

UNDONE = "w writes it down as it is. d discards it; u brings it back."


def interrupted_choice(
    found: InterruptedSession,
    exercises: Mapping[str, Exercise],
    now: datetime,
    width: int,
    *,
    glyphs: Glyphs,
    notation: Notation,
) -> Choice:
    """The block of the list, in rows of at most `width` cells."""
    stopped = f"Stopped {when(found.last_known, now, notation)}, {ago(now - found.last_known)}."
    player = found.interrupted.kept.player if found.interrupted else None
    sentences = [where(player, exercises), stopped] if player else [stopped]
    if cell_len(" ".join(sentences)) <= width:
        sentences = [" ".join(sentences)]
    lines = [line((Run(heading(found), bold=True),))]
    lines += [line(row) for sentence in sentences for row in wrap(sentence, width, 2, glyphs.ellipsis)]
    if player is None:
        done, planned = found.session["done_work_seconds"], found.session["planned_work_seconds"]
        lines.append(line(f"{number(round(done))} of {number(round(planned))} s of work done"))
        why = wrap(f"! {found.problem}", width, 4, glyphs.ellipsis)
        return Choice((*lines, *(line((Run(row, Role.CAUTION),)) for row in why)))
    cells = strip_cells(strip_lengths(player), max(width - STRIP_SHARE, 4), strip_position(player))
    return Choice((*lines, Line(strip_row(cells, glyphs), (Run(_done_of(player), Role.MUTED),))))


def heading(found: InterruptedSession) -> str:
    """“Breakfast, lunch and dinner · lunch”."""
    timeline = found.interrupted.kept.player.prescribed if found.interrupted else None
    slot = timeline.slot if timeline else None
    of_day = f"session {found.session['session']} of {found.session['sessions_per_day']}"
    return f"{found.title} · {slot or of_day}"


def interrupted_page(
    found: InterruptedSession,
    exercises: Mapping[str, Exercise],
    now: datetime,
    width: int,
    *,
    glyphs: Glyphs,
    notation: Notation,
) -> list[Row]:
    """What can be done about it, and under that what was done so far."""
    if found.interrupted is None:
        return [(Run(row),) for row in wrap(f"Nothing that was done is lost. {UNDONE}", width, 4, glyphs.ellipsis)]
    from footui.screens.work_rows import work_rows  # noqa: PLC0415  # the first picture does not wait for it

    player = found.interrupted.kept.player
    ready = player.timeline.routine.timing.prepare or GET_READY_SECONDS
    left_ns = player.left_ns
    ends = now + timedelta(seconds=ready, microseconds=left_ns // 1000)
    left = f"{length(left_ns)} left, {end_text(ends, notation)}"
    if player.timeline.open_ended:
        left = end_text(None, notation)
    texts = [f"enter goes on where it stopped, with {number(ready)} s to get ready: {left}.", UNDONE]
    rows: list[Row] = [(Run(row),) for text in texts for row in wrap(text, width, 4, glyphs.ellipsis)]
    work = tuple(row._replace(pain=found.interrupted.kept.said.worst_in(row.step)) for row in work_done(player))
    return [*rows, *work_rows(work, exercises, width)]


def where(player: Player, exercises: Mapping[str, Exercise]) -> str:
    """“Pencil pickups, left foot, repetition 3 of 5.”; in a pause, what it leads to: “Before toe walking, …”."""
    phase = player.phase
    ahead = player.timeline.phases[player.index :]
    work = next((each for each in ahead if each.is_work), phase)
    title = exercises[work.exercise].title if work.exercise in exercises else work.exercise
    parts = [title] + ([foot(work.side)] if work.side else []) + place(work).split(" · ")
    words = ", ".join(filter(None, parts))
    return f"{words}." if phase.is_work else f"Before {words[0].lower()}{words[1:]}."


def _done_of(player: Player) -> str:
    """“1:31 of 3:04 done”; at one's own pace nobody knows of how much."""
    done = clock(player.position_ns)
    return f"{done} done" if player.timeline.open_ended else f"{done} of {length(player.total_ns)} done"
