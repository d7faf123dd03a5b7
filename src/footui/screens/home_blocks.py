"""The day as the first screen shows it, block by block; made where the files are read, as sessions are laid out."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from footui.core.day import DAY_START, day_of, minutes_into_day, next_session
from footui.core.timeline import Timeline, compile_timeline
from footui.storage.text_cleaning import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import time

    from footui.core.routine import Routine
    from footui.storage.library import RoutineEntry
    from footui.storage.session_object import SessionObject
    from footui.storage.today import Today, TodaysRoutine

MOST_AGAIN = 5
"""So many routines are offered to be done again where none is followed."""


class Kind(StrEnum):
    """What a block is of; in the order of the screen."""

    INTERRUPTED = "interrupted"
    DUE = "due now"
    UNREADABLE = "unreadable"
    """Something that is followed, and cannot be read."""
    LATER = "later today"
    AGAIN = "done last"
    DONE = "done today"


class Block(NamedTuple):
    """One block: what it is of; `timeline` is the session that enter starts, where there is one."""

    kind: Kind
    slug: str = ""
    timeline: Timeline | None = None
    last: int = 0
    """The last session of the day (from 1) that the block is of: one block may be of several that are alike."""
    text: str = ""
    """The routine's file, where it is of one that can be started."""
    todays: TodaysRoutine | None = None
    last_done: datetime | None = None
    done: DoneSession | None = None
    problem: str = ""

    @property
    def at(self) -> time | None:
        """The time that is meant for its session, where one is."""
        return self.todays.plan.follow.time_of(self.timeline.session) if self.todays and self.timeline else None

    @property
    def can_start(self) -> bool:
        """Whether enter starts a session of it."""
        return self.timeline is not None

    @property
    def key(self) -> tuple[Kind, str, int]:
        """What it is known by when the files were read anew."""
        return self.kind, self.slug, self.last if self.kind is Kind.LATER else 0


class DoneSession(NamedTuple):
    """A session that was finished: its name, how long it took without pauses, when it began, and how much was work."""

    name: str
    seconds: float
    began: datetime
    done_work_seconds: float
    planned_work_seconds: float


class Day(NamedTuple):
    """One day with its blocks; `follows_any` is whether the person follows something, readable or not."""

    today: Today
    blocks: tuple[Block, ...]
    follows_any: bool
    day_start: time = DAY_START

    def is_over(self, now: datetime) -> bool:
        """Whether another day has begun, or the time of a session that was to wait for it has come."""
        if day_of(now, self.day_start) != self.today.date:
            return True
        minutes = minutes_into_day(now.time(), self.day_start)
        return any(
            each.waits and each.at is not None and minutes >= minutes_into_day(each.at, self.day_start)
            for each in self.today.routines
        )


def day_in_blocks(
    today: Today,
    entries: Iterable[RoutineEntry],
    last_done: Mapping[str, datetime],
    day_start: time = DAY_START,
) -> Day:
    """The blocks of a day; `entries` are all routines there are, and `last_done` says by slug when each was done."""
    by_slug = {entry.slug: entry for entry in entries}
    follows_any = bool(today.routines or today.problems)
    blocks = [_block_of(each, Kind.DUE, each.timeline) for each in today.routines if each.timeline and not each.waits]
    blocks += [Block(Kind.UNREADABLE, str(place), problem=text) for place, text in enumerate(today.problems)]
    for each in today.routines:
        blocks += _later(each)
    if not follows_any:
        blocks += _again(by_slug, last_done, today)
    blocks += [Block(Kind.DONE, session["id"], done=_done(session, by_slug)) for session in today.done]
    return Day(today, tuple(blocks), follows_any, day_start)


def session_name(routine: Routine, session: int, last: int = 0) -> str:
    """“Twenty minutes · session 1 of 3”, “Breakfast, lunch and dinner · lunch”, “Twenty minutes · sessions 2 and 3”.

    `last` is the last session that is meant, where several are.
    """
    of = max(routine.sessions_per_day(), session)
    if last > session:
        return f"{routine.title} · sessions {session} {'and' if last == session + 1 else 'to'} {last}"
    return _titled(routine.title, routine.slot(session), session, of)


def _titled(title: str, slot: str | None, session: int, sessions_per_day: int) -> str:
    if slot is None and sessions_per_day == 1:
        return title
    return f"{title} · {slot or f'session {session} of {sessions_per_day}'}"


def _block_of(each: TodaysRoutine, kind: Kind, timeline: Timeline, last: int = 0) -> Block:
    return Block(kind, each.entry.slug, timeline, last or timeline.session, each.entry.text, todays=each)


def _later(each: TodaysRoutine) -> list[Block]:
    """The sessions after the next one, or from it on where its time has not come; those that are alike in one."""
    routine, first = each.entry.routine, each.due.session
    if routine is None or first is None:
        return []
    blocks: list[Block] = []
    for session in range(first if each.waits else first + 1, each.plan.sessions_per_day + 1):
        block = _block_of(each, Kind.LATER, compile_timeline(routine, session))
        if blocks and _are_alike(blocks[-1], block):
            block = blocks.pop()._replace(last=session)
        blocks.append(block)
    return blocks


def _are_alike(one: Block, other: Block) -> bool:
    """Whether two sessions of a routine differ by nothing but their numbers."""
    first, second = one.timeline, other.timeline
    if first is None or second is None:
        return False
    has_name = any(block.at is not None for block in (one, other)) or first.slot is not None or second.slot is not None
    return not has_name and (first.length_ns, first.open_ended) == (second.length_ns, second.open_ended)


def _again(by_slug: Mapping[str, RoutineEntry], last_done: Mapping[str, datetime], today: Today) -> list[Block]:
    """What was done last, newest first, each with its next session of today."""
    blocks: list[Block] = []
    done_today = [session["routine"] for session in today.done]
    for slug in sorted(last_done, key=lambda slug: last_done[slug].timestamp(), reverse=True):
        entry = by_slug.get(slug)
        if entry is not None and entry.routine is not None and len(blocks) < MOST_AGAIN:
            session = next_session(done_today.count(slug), entry.routine.sessions_per_day())
            timeline = compile_timeline(entry.routine, session)
            blocks.append(Block(Kind.AGAIN, slug, timeline, session, entry.text, last_done=last_done[slug]))
    return blocks


def _done(session: SessionObject, by_slug: Mapping[str, RoutineEntry]) -> DoneSession:
    entry = by_slug.get(session["routine"])
    slot = entry.routine.slot(session["session"]) if entry and entry.routine else None
    title = clean_line(str(session["title"]), limit=200)
    began, ended = (datetime.fromisoformat(session[name]) for name in ("started", "ended"))
    rested = session["paused_seconds"] + session.get("interrupted_seconds", 0)
    return DoneSession(
        _titled(title, slot, session["session"], session["sessions_per_day"]),
        max((ended - began).total_seconds() - rested, 0.0),
        began,
        session["done_work_seconds"],
        session["planned_work_seconds"],
    )
