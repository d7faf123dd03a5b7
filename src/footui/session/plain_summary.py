"""What the plain session says before it begins, when one asks where it stands, and at its end."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from footui.core.dose import Side
from footui.core.phase import SECOND, PhaseKind
from footui.core.walk import PlayerState
from footui.core.wording import foot, lowered
from footui.session.interrupted_words import ago, when
from footui.session.plain_lists import ALL_DONE
from footui.session.plain_speech import amount, capital, closed, spoken_left, spoken_length
from footui.session.view import end_text

if TYPE_CHECKING:
    from footui.core.notation import Notation
    from footui.core.player import Player
    from footui.core.record import SessionRecord, WorkDone
    from footui.core.timeline import Timeline
    from footui.session.clock import SessionClock
    from footui.session.plain_words import PlainWords


def opening(words: PlainWords, clock: SessionClock) -> list[str]:
    """Which session this is, and how long it takes."""
    timeline = words.timeline
    steps = amount(words.steps, "step")
    if timeline.open_ended:
        return [_which(timeline), f"{steps}, some of it at your own pace."]
    ends = _ends(clock, timeline.length_ns, words.notation)
    return [_which(timeline), f"{steps}, {spoken_length(timeline.length_ns)}. {ends}"]


def going_on(words: PlainWords, player: Player, clock: SessionClock, stopped: datetime) -> list[str]:
    """Which session goes on, when it was interrupted, where it stands, and how long is left; the clock runs already."""
    now = clock.real.wall()
    known = f"Stopped {when(stopped, now, words.notation)}, {ago(now - stopped)}."
    step = words.step_number(player.index) if words.steps > 1 else ""
    place = ": ".join(filter(None, (step, lowered(words.where(player.index)) if step else words.where(player.index))))
    return [f"Going on with {_which(player.prescribed)}", f"{known} {place}.", _session_left(player, clock, words)]


def where_it_is(words: PlainWords, player: Player, clock: SessionClock) -> str:
    """The place in the session, and how long is left of the phase and of the session."""
    phase = player.phase
    place = words.where(player.index)
    if words.steps > 1:
        place = f"{words.step_number(player.index)}: {lowered(place)}"
    if not phase.is_work:
        place = f"{_PAUSES.get(phase.kind, 'Rest')}, before {lowered(place)}"
    paused = "Paused. " if player.state is PlayerState.PAUSED else ""
    here = "At your own pace"
    if player.remaining_ns is not None:
        here = spoken_left(player.remaining_ns)
        if words.counts_aloud(phase):
            here = f"Count {player.into_ns // words.count_ns(phase) + 1} of {words.notation.number(phase.amount or 0)}"
    return f"{paused}{closed(place)} {here}. {_session_left(player, clock, words)}"


_PAUSES = {PhaseKind.PREPARE: "Getting ready", PhaseKind.TRANSITION: "Getting ready", PhaseKind.CHANGE: "Changing feet"}


def pause_sentence(words: PlainWords, player: Player) -> str:
    """Where the clock is held."""
    phase, remaining = player.phase, player.remaining_ns
    if remaining is None:
        return "Paused."
    if words.counts_aloud(phase):
        return f"Paused at count {player.into_ns // words.count_ns(phase) + 1}."
    return f"Paused with {spoken_left(remaining)}."


def closing(words: PlainWords, player: Player, record: SessionRecord) -> list[str]:
    """What was done; by step where it was not all."""
    first = f"{'Done' if record.status == 'finished' else 'Ended'} after {spoken_length(player.time.active_ns)}."
    done_ns, planned_ns = record.done_work_ns, record.planned_work_ns
    if all(row.is_complete for row in record.work):
        work = f", {_of(done_ns, planned_ns, words.notation)}" if planned_ns else ""
        return [f"{first} {ALL_DONE}{work}."]
    rows = [f"  {_row(words, row)}" for row in record.work if not row.is_complete]
    rest = ["  The rest was done in full."] if len(rows) < len(record.work) else []
    work = f" Work: {_of(done_ns, planned_ns, words.notation)}." if planned_ns else ""
    return [f"{first}{work}", *rows, *rest]


def _which(timeline: Timeline) -> str:
    parts = [closed(timeline.routine.title)]
    if timeline.sessions_per_day > 1:
        slot = f", {timeline.slot}" if timeline.slot else ""
        parts.append(f"Session {timeline.session} of {timeline.sessions_per_day}{slot}.")
    if timeline.routine.has_ranges:
        parts.append(f"Level {timeline.level}.")
    return " ".join(parts)


def _session_left(player: Player, clock: SessionClock, words: PlainWords) -> str:
    """What is left of it: “4 minutes 17 seconds left in all. Ends at 07:53.”, or how long it has taken so far."""
    if player.timeline.open_ended:
        return f"{spoken_length(player.time.active_ns)} so far."
    ends = "" if player.state is PlayerState.PAUSED else f" {_ends(clock, player.left_ns, words.notation)}"
    return f"{spoken_length(player.left_ns)} left in all.{ends}"


def _ends(clock: SessionClock, span_ns: int, notation: Notation) -> str:
    """When it ends, so long from now: “Ends at 07:53.”, as a sentence."""
    ends: datetime = clock.wall_after(span_ns)
    return f"Ends at {end_text(ends, notation).removeprefix('ends ')}."


def _row(words: PlainWords, row: WorkDone) -> str:
    """One step and side: “Toe walking: 2 of 5 sets, 52 of 100 seconds, skipped: no time.”, as a sentence."""
    name = ", ".join([words.title_of_step(row.step), *([] if row.side is Side.BOTH else [foot(row.side)])])
    parts = []
    if row.planned_reps > 1 or not row.planned_ns:
        parts.append(f"{row.done_reps} of {amount(row.planned_reps, _unit(words, row))}")
    if row.planned_ns:
        parts.append(_of(row.done_ns, row.planned_ns, words.notation))
    parts += [f"skipped: {row.skipped}"] if row.skipped else []
    return f"{capital(name)}: {', '.join(parts)}."


def _unit(words: PlainWords, row: WorkDone) -> str:
    """Sets of one repetition are sets."""
    phases = [phase for phase in words.timeline.phases if phase.step == row.step and phase.is_work]
    return "set" if all(phase.reps == 1 for phase in phases) and phases[0].sets > 1 else "repetition"


def _of(done_ns: int, planned_ns: int, notation: Notation) -> str:
    """“52 of 100 seconds”, “45 seconds, 5 more than planned”; what is as planned is told once."""
    done, planned, more = (
        notation.number(round(span / SECOND, 1)) for span in (done_ns, planned_ns, done_ns - planned_ns)
    )
    if done_ns > planned_ns:
        return f"{done} seconds, {more} more than planned"
    return f"{done} seconds" if done_ns == planned_ns else f"{done} of {planned} seconds"
