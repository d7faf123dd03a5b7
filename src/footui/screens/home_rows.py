"""The list of the first screen: the blocks of a day under their headings, in rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from footui.core.phase import SECOND
from footui.core.schedule import days_in_words
from footui.core.wording import clock, number, plural
from footui.screens.home_blocks import Block, Day, Kind, session_name
from footui.screens.home_words import as_planned_words, last_done_words, nothing_due, pain_words, tomorrow
from footui.screens.routine_page import length_text
from footui.session.view import end_text
from footui.widgets.choice_list import Choice
from footui.widgets.role import Role
from footui.widgets.rows import Line, Row, Run, line, wrap

if TYPE_CHECKING:
    from footui.core.exercise import Exercise
    from footui.core.notation import Notation
    from footui.core.timeline import Timeline
    from footui.screens.shelf import Remembered
    from footui.storage.interrupted import InterruptedSession
    from footui.widgets.glyphs import Glyphs

HEADINGS = {
    Kind.INTERRUPTED: "Interrupted",
    Kind.DUE: "Due now",
    Kind.UNREADABLE: "Not all could be read",
    Kind.LATER: "Later today",
    Kind.AGAIN: "Done last",
    Kind.DONE: "Done today",
}
GAP = 2
"""Cells between what a block is of and how long it takes."""

MOST_PROBLEM_ROWS = 3


class Listed(NamedTuple):
    """One row or more of the list, with the block it is of; a heading and the like are of none."""

    choice: Choice
    block: Block | None = None


@dataclass(frozen=True, slots=True)
class DayList:
    """What the list is made of, but for the day itself."""

    width: int
    """Cells of a row."""
    glyphs: Glyphs
    notation: Notation
    now: datetime
    exercises: Mapping[str, Exercise]
    has_room: bool = True
    """Whether a blank row stands between two groups."""

    def rows(
        self, day: Day, interrupted: InterruptedSession | None, turned: tuple[Block, Timeline] | None = None
    ) -> list[Listed]:
        """The rows; `turned` is a block for which another session or level than its own was chosen, and that."""
        groups: dict[Kind, list[Listed]] = {}
        if interrupted is not None:
            block = Block(Kind.INTERRUPTED, interrupted.id)
            groups[Kind.INTERRUPTED] = [Listed(self._interrupted(interrupted), block)]
        for block in day.blocks:
            timeline = turned[1] if turned and turned[0].key == block.key else None
            groups.setdefault(block.kind, []).append(Listed(self._choice(block, day.today.date, timeline), block))
        rows: list[Listed] = []
        if said := nothing_due(day, self.notation):
            rows = self._sentence(said)
            if Kind.INTERRUPTED in groups:
                rows = [*self._group(Kind.INTERRUPTED, groups.pop(Kind.INTERRUPTED)), *self._blank(), *rows]
        for kind in Kind:
            if kind in groups:
                rows += [*(self._blank() if rows else []), *self._group(kind, groups[kind])]
        return rows

    def _group(self, kind: Kind, listed: list[Listed]) -> list[Listed]:
        heading = Choice((line((Run(HEADINGS[kind], Role.MUTED),)),), can_be_chosen=False)
        return [Listed(heading), *listed]

    def _blank(self) -> list[Listed]:
        return [Listed(Choice((Line(()),), can_be_chosen=False))] if self.has_room else []

    def _sentence(self, text: str) -> list[Listed]:
        rows = wrap(text, self.width, 4, self.glyphs.ellipsis)
        return [Listed(Choice(tuple(map(line, rows)), can_be_chosen=False))]

    # One block

    def _interrupted(self, found: InterruptedSession) -> Choice:
        from footui.screens.interrupted_rows import interrupted_choice  # noqa: PLC0415  # seldom

        return interrupted_choice(
            found, self.exercises, self.now, self.width, glyphs=self.glyphs, notation=self.notation
        )

    def _choice(self, block: Block, today: date, turned: Timeline | None) -> Choice:
        match block.kind:
            case Kind.UNREADABLE:
                texts = wrap(f"! {block.problem}", self.width, MOST_PROBLEM_ROWS, self.glyphs.ellipsis)
                return Choice(tuple(line((Run(text, Role.CAUTION),)) for text in texts))
            case Kind.DONE:
                return self._done(block)
        timeline = turned or block.timeline
        if timeline is None:
            return Choice((Line(()),))
        last = block.last if turned is None else 0
        title = f"○ {session_name(timeline.routine, timeline.session, last)}"
        if timeline.asked_level is not None:
            title += f" · level {timeline.level}"
        lines = [self._in_two(title, self._rights(block, timeline, last))]
        if block.kind is Kind.DUE:
            lines.append(line((Run(f"  {self._facts(block, timeline, today)}", Role.MUTED),)))
        return Choice(tuple(lines))

    def _rights(self, block: Block, timeline: Timeline, last: int) -> list[str]:
        """What may stand at the right of a session that can be started, the longest first."""
        long = length_text(timeline) + (" each" if last > timeline.session else "")
        if block.kind is Kind.DUE:
            ends = None if timeline.open_ended else self.now + timedelta(seconds=timeline.seconds)
            return [f"{long}   {end_text(ends, self.notation)}", long] if ends else [long]
        if block.kind is Kind.AGAIN and block.last_done is not None:
            return [f"{long}   last {self.notation.date(block.last_done.date())}", long]
        at = block.todays.plan.follow.time_of(timeline.session) if block.todays else None
        return [f"{long}   at {self.notation.time_of_day(at)}", long] if at else [long]

    def _facts(self, block: Block, timeline: Timeline, today: date) -> str:
        """“5 steps, every 2–3 days, last done on Thursday”."""
        facts = [plural(len({phase.step for phase in timeline.phases}), "step")]
        each = block.todays
        if each is None:
            return facts[0]
        facts.append(days_in_words(each.plan))
        if block.at is not None:
            facts.append(f"meant for {self.notation.time_of_day(block.at)}")
        if each.last_done is not None and not each.due.done_today:
            facts.append(last_done_words(each.last_done, today, self.notation))
        return f"{'late · ' if each.due.late else ''}{', '.join(facts)}"

    def _done(self, block: Block) -> Choice:
        done = block.done
        if done is None:
            return Choice((Line(()),))
        at = f"at {self.notation.time_of_day(done.began)}"
        return Choice((self._in_two(f"✓ {done.name}", [f"{_took(done.seconds)}   {at}", at], Role.DONE),))

    def _in_two(self, left: str, rights: Sequence[str], role: Role = Role.TEXT) -> Line:
        """What a block is of, and at the right the first of these texts that leaves room for it, else the last."""
        room = self.width - cell_len(self.glyphs.text(left)) - GAP
        right = next((text for text in rights if cell_len(self.glyphs.text(text)) <= room), rights[-1])
        sign, rest = left[:1], left[1:]
        return Line((Run(sign, role), Run(rest)), (Run(right, Role.MUTED),))


def ahead_lines(day: Day, remembered: Remembered, width: int, *, asks_pain: bool, has_room: bool) -> list[Line]:
    """What stands below the list: what comes tomorrow, how many days went as planned, how much it hurt."""
    lines: list[Line] = []
    if titles := tomorrow(day):
        lines.append(line((Run("Tomorrow   ", Role.MUTED), Run(titles))))
    planned = as_planned_words(*remembered.as_planned) if remembered.as_planned else ""
    morning = remembered.morning
    pain = pain_words(morning.pain) if asks_pain and morning is not None and morning.was_yesterday else ""
    if len(planned) + len(pain) + GAP > width:
        pain = ""
    if planned or pain:
        lines += [Line(())] if lines and has_room else []
        lines.append(Line((Run(planned),), (Run(pain, Role.MUTED),) if pain else ()))
    return lines


def done_page(block: Block, notation: Notation, width: int) -> list[Row]:
    """What is known of a session that was done today."""
    done = block.done
    if done is None:
        return []
    said = f"Done at {notation.time_of_day(done.began)}, in {_took(done.seconds)}"
    if done.planned_work_seconds:
        seconds = number(round(done.done_work_seconds))
        said += f": {seconds} of {number(round(done.planned_work_seconds))} s of work"
    texts = [f"{said}.", "3 lists your routines; s there starts one once more."]
    return [(Run(row),) for text in texts for row in wrap(text, width, 4, "")]


def _took(seconds: float) -> str:
    return clock(round(seconds) * SECOND)
