"""What today asks for, as a page of text and as the lines of a login message."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from footui.cli.interrupted_before import notation_here, title_of
from footui.cli.tables import columns
from footui.core.schedule import days_in_words
from footui.core.wording import length
from footui.session.interrupted_words import ago, when

if TYPE_CHECKING:
    from collections.abc import Sequence

    from footui.core.notation import Notation
    from footui.core.settings import Settings
    from footui.core.timeline import Timeline
    from footui.storage.session_object import SessionObject
    from footui.storage.today import Today, TodaysRoutine
    from footui.world import World

GO_ON: Final = "footui resume goes on with it."
MOST_NAMED: Final = 2
"""So many sessions that are due are named in a login message."""

Rows = list[tuple[str, ...]]


def today_page(world: World, found: Today, settings: Settings, now: datetime) -> list[str]:
    """The day under its headings, each left out where there is nothing below it."""
    notation = notation_here(world, settings)
    due = [each for each in found.routines if each.due.due]
    at_once = [each for each in due if not each.waits]
    page = [notation.date(found.date)]
    if found.open is not None:
        stopped = f"stopped {_stopped(found.open, notation, now)}"
        page += ["", "Interrupted", f"  {_done_session(found, found.open)}, {stopped}", f"    {GO_ON}"]
    if not due and found.routines:
        page += ["", "Nothing more is due today." if found.done else "Nothing is due today."]
    page += _under("Due now", _due_lines(at_once, notation, now))
    page += _under("Later today", columns(_later(due, notation), indent="  "))
    page += _under("Done today", columns([_done(found, each, notation) for each in found.done], indent="  "))
    page += _under("Tomorrow", [f"  {each.entry.title}" for each in found.routines if each.tomorrow])
    return [*page, *_under("Next", columns(_next(found, notation), indent="  "))]


def quiet_lines(world: World, found: Today, settings: Settings, now: datetime) -> list[str]:
    """At most two lines, each a whole message."""
    lines = []
    if found.open is not None:
        stopped = _stopped(found.open, notation_here(world, settings), now)
        lines.append(f"{title_of(found.open)} was interrupted {stopped}. {GO_ON}")
    due = [each for each in found.routines if each.due.due]
    if due:
        named = [_which(each) + (", late" if each.due.late else "") for each in due[:MOST_NAMED]]
        named += [f"and {len(due) - MOST_NAMED} more"] if len(due) > MOST_NAMED else []
        lines.append(f"Due today: {'; '.join(named)}. footui today says more.")
    return lines


def _stopped(session: SessionObject, notation: Notation, now: datetime) -> str:
    """“at 12:33, 8 minutes ago”: the last moment known of a session."""
    moment = datetime.fromisoformat(session["ended"])
    return f"{when(moment, now, notation)}, {ago(now - moment)}"


def _under(heading: str, lines: Sequence[str]) -> list[str]:
    return ["", heading, *lines] if lines else []


def _due_lines(due: Sequence[TodaysRoutine], notation: Notation, now: datetime) -> list[str]:
    """Two lines a routine: its next session, and what is known of it with the way to begin."""
    rows = [(_which(each), *_length_and_end(each.timeline, notation, now)) for each in due if each.timeline]
    lines = []
    for each, line in zip(due, columns(rows, right=(1,), indent="  "), strict=True):
        facts = ["late"] if each.due.late else []
        facts.append(days_in_words(each.plan))
        if each.at is not None:
            facts.append(f"meant for {notation.time_of_day(each.at)}")
        if each.last_done is not None and not each.due.done_today:
            facts.append(f"last done on {notation.date(each.last_done)}")
        lines += [line, f"    {', '.join(facts)} · footui run {each.entry.slug}"]
    return lines


def _length_and_end(timeline: Timeline, notation: Notation, now: datetime) -> tuple[str, str]:
    """“8:42” and “ends 12:50”, begun minutes counted in full; a session at one's own pace has no end."""
    if timeline.open_ended:
        return "own pace", ""
    ends = now + timedelta(seconds=timeline.seconds)
    up = ends + timedelta(minutes=1) if ends.second or ends.microsecond else ends
    return length(timeline.length_ns), f"ends {notation.time_of_day(up)}"


def _later(due: Sequence[TodaysRoutine], notation: Notation) -> Rows:
    """The sessions that come after the next one, and those whose time has not come."""
    rows: Rows = []
    for each in due:
        first, last = (each.due.session or 1) + (0 if each.waits else 1), each.plan.sessions_per_day
        named = [session for session in range(first, last + 1) if _has_name(each, session)]
        for session in named:
            at = each.plan.follow.time_of(session)
            rows.append((_which(each, session), f"at {notation.time_of_day(at)}" if at else ""))
        rest = first + len(named)
        if rest == last:
            rows.append((_which(each, last), ""))
        elif rest < last:
            rows.append((f"{each.entry.title} · sessions {rest} {'and' if rest == last - 1 else 'to'} {last}", ""))
    return rows


def _has_name(each: TodaysRoutine, session: int) -> bool:
    """Whether a session is more than its number: names and times are given to the first ones of a day."""
    routine = each.entry.routine
    return each.plan.follow.time_of(session) is not None or (routine is not None and routine.slot(session) is not None)


def _which(each: TodaysRoutine, session: int | None = None) -> str:
    """A session of the day, the next one or `session`: “Twenty minutes · session 2 of 3”."""
    number, of = session or each.due.session or 1, each.plan.sessions_per_day
    slot = each.entry.routine.slot(number) if each.entry.routine else None
    return _titled(each.entry.title, slot, number, of)


def _titled(title: str, slot: str | None, session: int, sessions_per_day: int) -> str:
    if slot is None and sessions_per_day == 1:
        return title
    return f"{title} · {slot or f'session {session} of {sessions_per_day}'}"


def _done(found: Today, session: SessionObject, notation: Notation) -> tuple[str, str]:
    started = datetime.fromisoformat(session["started"])
    return _done_session(found, session), f"at {notation.time_of_day(started)}"


def _done_session(found: Today, session: SessionObject) -> str:
    """A session of the history, with the name that its routine gives it now, where it is followed."""
    routines = (each.entry.routine for each in found.routines if each.entry.slug == session["routine"])
    routine = next(routines, None)
    slot = routine.slot(session["session"]) if routine else None
    return _titled(title_of(session), slot, session["session"], session["sessions_per_day"])


def _next(found: Today, notation: Notation) -> Rows:
    """The routines that neither today nor tomorrow asks for, and when they are due."""
    rows: Rows = []
    for each in found.routines:
        day, until = each.due.next_due, each.plan.follow.until
        if each.due.due or each.tomorrow:
            continue
        if day is not None:
            rows.append((each.entry.title, notation.date(day)))
        elif until is not None:
            rows.append((each.entry.title, f"followed until {until.isoformat()}"))
    return rows
