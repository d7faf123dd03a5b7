"""The chosen day in rows: what became of it, its sessions, and a few words about the marked one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from rich.cells import cell_len

from footui.core.exercise import Exercise
from footui.core.notation import Notation
from footui.core.phase import SECOND
from footui.core.record import Pain, SessionRecord
from footui.core.schedule import Plan
from footui.core.streak import DayMark
from footui.core.wording import clock, plural
from footui.screens.history.kept_session import KeptSession
from footui.screens.shelf import Shelf
from footui.widgets.choice_list import Choice
from footui.widgets.role import Role
from footui.widgets.rows import Line, Row, Run, line, wrap

NOT_SAID = "–"
LENGTH_CELLS = 5
LEAST_NAME = 10
"""Cells of a session's name before what was said about it is left to the rows below."""

MOST_NOTE_ROWS = 4
PAIN_IN_ORDER = "pain is before, worst, after"
NO_SESSION = "No session."
TO_COME = "Nothing yet."

_WORDS = {"stopped": "ended early", "open": "interrupted"}


class Look(NamedTuple):
    """How sessions are written, and what is known beside them."""

    shelf: Shelf
    notation: Notation
    routine: str | None
    """The one that alone is shown; None for all."""

    def slot(self, record: SessionRecord) -> str:
        """“breakfast”, “session 2 of 3”; nothing for the only session of a day."""
        routine = self.shelf.routine(record.routine)
        slot = routine.slot(record.session) if routine is not None else None
        if slot is None and record.sessions_per_day > 1:
            return f"session {record.session} of {record.sessions_per_day}"
        return slot or ""

    def name(self, record: SessionRecord) -> str:
        """“Breakfast, lunch and dinner · breakfast”."""
        slot = self.slot(record)
        return f"{record.title} · {slot}" if slot else record.title

    def exercise(self, name: str) -> str:
        """The title of an exercise; of one that is no longer there its name."""
        return title_of(name, self.shelf.catalogue.exercises)


def title_of(name: str, exercises: Mapping[str, Exercise]) -> str:
    """The title of an exercise; of one that is not there its name."""
    exercise = exercises.get(name)
    return exercise.title if exercise is not None else name


def day_title(day: date, today: date, notation: Notation) -> str:
    """“Sat 21 Nov”, with its year where that is another one."""
    written = notation.date(day)
    return written if day.year == today.year or str(day.year) in written else f"{written} {day.year}"


def day_outcome(day: date, mark: DayMark, sessions: Sequence[KeptSession], plans: Sequence[Plan], today: date) -> str:
    """“1 of 3 sessions” where one routine is followed, else “3 sessions”; without any what became of the day."""
    done = sum(session.is_done for session in sessions)
    asks = [
        plan for plan in plans if plan.follow.since <= day and (plan.follow.until is None or day <= plan.follow.until)
    ]
    if len(plans) == 1 and asks and mark in (DayMark.PART, DayMark.PLANNED):
        of = asks[0].sessions_per_day
        done = sum(session.is_done and session.routine == asks[0].follow.routine for session in sessions)
        return f"{done} of {plural(of, 'session')}" if done < of else plural(done, "session")
    if sessions:
        return plural(done, "session") if done else "nothing finished"
    if mark is DayMark.TO_COME and day == today:
        return "to come"
    return mark.value if mark in (DayMark.MISSED, DayMark.REST) else ""


def session_choices(sessions: Sequence[KeptSession], look: Look, width: int) -> list[Choice]:
    """A row for each session: when, which, how long, and where there is room what was said about it."""
    records = [session.record for session in sessions]
    names, extras = _names(records, look), _extras(records, look, width)
    cells = max((cell_len(extra) for extra in extras), default=0)
    choices = []
    for session, name, extra in zip(sessions, names, extras, strict=True):
        right = f"{clock(round(session.seconds) * SECOND):>{LENGTH_CELLS}}"
        right += f"   {extra:<{cells}}" if cells else ""
        left = f"{look.notation.time_of_day(session.record.started)} {name}"
        choices.append(Choice((Line((Run(left),), (Run(right, Role.MUTED),)),)))
    return choices


def says_all(sessions: Sequence[KeptSession], look: Look, width: int) -> bool:
    """Whether the rows of the sessions have room for effort and pain."""
    records = [session.record for session in sessions]
    return _extras(records, look, width) == [_told(record) for record in records]


def _names(records: Sequence[SessionRecord], look: Look) -> list[str]:
    """What tells the sessions of a day apart: where all are of one routine its title does not."""
    if len({record.routine for record in records}) == 1:
        return [look.slot(record) or record.title for record in records]
    return [look.name(record) for record in records]


def _extras(records: Sequence[SessionRecord], look: Look, width: int) -> list[str]:
    """What stands behind the lengths, the most that leaves the names their room."""
    times = max((cell_len(look.notation.time_of_day(record.started)) for record in records), default=0)
    name = min(max(map(cell_len, _names(records, look)), default=0), max(LEAST_NAME, width // 3))
    room = width - times - 1 - name - 2 - LENGTH_CELLS - 3
    every = ([_told(record) for record in records], [_WORDS.get(record.status, "") for record in records])
    return next((extras for extras in every if max(map(cell_len, extras), default=0) <= room), [""] * len(records))


def _told(record: SessionRecord) -> str:
    """“right   pain 2, 4, 1”, “interrupted, pain 1”."""
    pain = _pain(record.pain)
    if word := _WORDS.get(record.status):
        return f"{word}, {pain}" if pain else word
    return f"{record.effort or '':<7} {pain}".strip() if pain else record.effort or ""


def _pain(pain: Pain) -> str:
    """“pain 2, 4, 1”: before, worst, after; nothing where nothing was said."""
    numbers = (pain.before, pain.worst, pain.after)
    if all(number is None for number in numbers):
        return ""
    return "pain " + ", ".join(NOT_SAID if number is None else str(number) for number in numbers)


def detail_rows(session: KeptSession, look: Look, width: int, *, is_told_above: bool) -> list[Row]:
    """A few rows about one session; what the row in the list tells already is not told again."""
    rows: list[Row] = []
    for text, role, most in _details(session.record, look, is_told_above=is_told_above):
        rows += [(Run(words, role),) for words in wrap(text, width, most, "…")]
    return rows


def _details(record: SessionRecord, look: Look, *, is_told_above: bool) -> Iterator[tuple[str, Role, int]]:
    """What is told, in which role, in at most how many rows."""
    name = (look.slot(record) if look.routine is not None else look.name(record)) or record.title
    yield f"{name[:1].upper()}{name[1:]}: {work_done(record, look.notation)}", Role.TEXT, 3
    if not is_told_above and (told := _told_in_full(record)):
        yield told, Role.TEXT, 2
    for text, role in _special(record, look):
        yield text, role, 2
    if record.pain.next_morning is not None:
        yield f"Next morning: pain {record.pain.next_morning}", Role.TEXT, 1
    if record.note:
        yield f"Note: {record.note}", Role.TEXT, MOST_NOTE_ROWS
    if _pain(record.pain):
        yield PAIN_IN_ORDER, Role.MUTED, 1


def _told_in_full(record: SessionRecord) -> str:
    words = [_WORDS.get(record.status, ""), f"effort {record.effort}" if record.effort else "", _pain(record.pain)]
    told = " · ".join(filter(None, words))
    return f"{told[:1].upper()}{told[1:]}"


def work_done(record: SessionRecord, notation: Notation) -> str:
    """“all 5 steps, 275 of 275 s”, “3 of 5 steps, 130 of 275 s”; a routine without a clock has no seconds."""
    steps = dict.fromkeys(row.step for row in record.work)
    complete = sum(all(row.is_complete for row in record.work if row.step == step) for step in steps)
    words = f"{complete} of {plural(len(steps), 'step')}"
    if steps and complete == len(steps):
        words = f"all {len(steps)} steps" if len(steps) > 1 else "the one step"
    if record.planned_work_ns:
        done, planned = (
            notation.number(round(span / SECOND, 1)) for span in (record.done_work_ns, record.planned_work_ns)
        )
        words += f", {done} of {planned} s"
    return words


def _special(record: SessionRecord, look: Look) -> Iterator[tuple[str, Role]]:
    """Each step with pain, or that was skipped, once."""
    told = dict.fromkeys((row.exercise, row.skipped, row.pain) for row in record.work)
    for exercise, skipped, pain in told:
        words = [f"pain {pain}"] if pain is not None else []
        words += [f"skipped, {skipped}"] if skipped is not None else []
        if words:
            yield f"{look.exercise(exercise)}: {', '.join(words)}", Role.TEXT


def nothing_choice(text: str) -> Choice:
    """A sentence in the place of sessions."""
    return Choice((line((Run(text, Role.MUTED),)),), can_be_chosen=False)
