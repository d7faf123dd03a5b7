"""One page for a doctor or physiotherapist: what was planned, done and said in a span of days, without a judgement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from footui.core.page import Block, Bullets, Gap, Heading, Paragraph, Title
from footui.core.phase import SECOND
from footui.core.report_sums import Amount, Kept, Measured, PainSum, Sum, left_out, pain_by_exercise, pain_sum, sums
from footui.core.said import EFFORTS
from footui.core.settings import CareSettings
from footui.core.wording import clock, plural

if TYPE_CHECKING:
    from footui.core.exercise import Exercise

MOST_NOTES: Final = 10
"""The last so many notes are written out: more of them are no page any more."""

LONGEST_NOTE: Final = 220
"""Characters of a note that are written out."""

_PAINS: Final = {
    "before": "Before a session",
    "worst": "The worst in a session",
    "after": "After a session",
    "next_morning": "The next morning",
}
_REASONS: Final = {
    "pain": "Because of pain",
    "no equipment": "No equipment",
    "no time": "No time",
    "other": "Another reason",
}


class PlannedRoutine(NamedTuple):
    """A routine that was to be done in the span: `plan` says when, in words.

    `as_planned` is on how many days it was done as planned, of how many that asked for it; None where nobody can say.
    """

    routine: str
    title: str
    plan: str
    as_planned: tuple[int, int] | None = None


class Report(NamedTuple):
    """What a report tells of: the days from `first` to `last`, both included, and their sessions, oldest first."""

    first: date
    last: date
    planned: tuple[PlannedRoutine, ...]
    sessions: tuple[Kept, ...]
    exercises: Mapping[str, Exercise]
    care: CareSettings
    made: date


def report_blocks(report: Report) -> list[Block]:
    """The page."""
    blocks: list[Block] = [Title(f"Foot exercises from {report.first} to {report.last}")]
    blocks += [Heading("Planned and done"), *_planned_and_done(report)]
    done = sums(report.sessions)
    if done:
        blocks += [Heading("Exercises"), Paragraph(_HOW_TO_READ, is_muted=True)]
        blocks.append(Bullets(tuple(_exercise(report, each) for each in done)))
    blocks += _under("Left out", _left_out(report))
    blocks += _pain(report)
    blocks += _under("Notes", _notes(report.sessions))
    blocks += [Gap(), Paragraph(f"Made by footui on {report.made}, from the person’s own log.", is_muted=True)]
    return blocks


_HOW_TO_READ: Final = (
    "In all, the most in one session, and in the last one: minutes:seconds by the clock, or repetitions at one’s own "
    "pace."
)


def _planned_and_done(report: Report) -> Iterator[Block]:
    worked = [kept for kept in report.sessions if kept.record.holds_work]
    planned = {each.routine for each in report.planned}
    others = dict.fromkeys(kept.record.routine for kept in worked if kept.record.routine not in planned)
    titles = {kept.record.routine: kept.record.title for kept in worked}
    lines = [
        f"{each.title}, {each.plan}: {_as_planned(each)}{_counted(worked, each.routine)}." for each in report.planned
    ]
    lines += [f"{titles[routine]}, not followed: {_counted(worked, routine)}." for routine in others]
    if lines:
        yield Bullets(tuple(lines))
    if not worked:
        yield Paragraph("Nothing is written down as done on these days.")
        return
    days = len({kept.day for kept in worked})
    by_clock = sum(kept.record.done_work_ns for kept in worked)
    yield Paragraph(
        f"In all {_sessions(len(worked))} on {plural(days, 'day')}, {_hours(_active(worked))}, "
        f"{_hours(timedelta(microseconds=by_clock // 1000))} of it holds and movements by the clock."
    )
    efforts = Counter(kept.record.effort for kept in report.sessions if kept.record.effort)
    if efforts:
        parts = (f"{word} {_times(efforts[word])}" for word in EFFORTS if efforts[word])
        yield Paragraph(f"Effort, as it was said: {', '.join(parts)}.")


def _as_planned(planned: PlannedRoutine) -> str:
    if planned.as_planned is None:
        return ""
    done, of = planned.as_planned
    return f"{done} of {plural(of, 'day')} as planned; " if of else "no day asked for it; "


def _counted(worked: Iterable[Kept], routine: str) -> str:
    """“20 sessions finished, 2 ended early, 1 cut off”."""
    count = Counter(kept.record.status for kept in worked if kept.record.routine == routine)
    parts = [f"{_sessions(count['finished'])} finished"]
    parts += [f"{count['stopped']} ended early"] if count["stopped"] else []
    parts += [f"{count['open']} cut off"] if count["open"] else []
    return ", ".join(parts)


def _active(worked: Iterable[Kept]) -> timedelta:
    """How long all of them took, without the time they were paused or interrupted."""
    total = timedelta()
    for _, record in worked:
        held = timedelta(seconds=record.paused_seconds + record.interrupted_seconds)
        total += max(record.ended - record.started - held, timedelta())
    return total


def _left_out(report: Report) -> Iterator[str]:
    for reason, skipped in left_out(report.sessions).items():
        each = (
            f"{_form(report, one.exercise, one.variant)}, {_times(one.times)}, {'last ' if one.times > 1 else ''}"
            f"on {one.last_day}"
            for one in skipped
        )
        yield f"{_REASONS.get(reason, reason.capitalize())}: {'; '.join(each)}"


def _pain(report: Report) -> Iterator[Block]:
    """Pain and effort as they were said."""
    limit = report.care.stop_above
    said = {
        name: pain_sum(((getattr(kept.record.pain, name), kept.day) for kept in report.sessions), limit)
        for name in _PAINS
    }
    lines = [f"{_PAINS[name]}: {_pain_words(each, limit)}" for name, each in said.items() if each is not None]
    during = [
        f"{_form(report, exercise, variant)} {highest} ({day})"
        for exercise, variant, highest, day in pain_by_exercise(report.sessions)
    ]
    lines += [f"The highest while it was done: {'; '.join(during)}"] if during else []
    yield from _under("Pain, from 0 (none) to 10 (the worst there is)", lines)
    if lines:
        yield Paragraph(_limits(report.care), is_muted=True)


def _pain_words(each: PainSum, limit: int) -> str:
    above = f"{_times(each.above)} above {limit}" if each.above else f"never above {limit}"
    highest, day = each.highest
    when = f" ({day})" if each.said > 1 else ""
    return f"said {_times(each.said)}; first {each.first[0]}, last {each.last[0]}, highest {highest}{when}; {above}"


def _limits(care: CareSettings) -> str:
    """Whose limits these are."""
    if care.stop_above != CareSettings().stop_above:
        return f"Above {care.stop_above} footui stops an exercise: a limit the person has set."
    return (
        f"Above {care.stop_above} footui stops an exercise, after the pain-monitoring model (Silbernagel and others "
        "2007, Am J Sports Med 35:897–906, read as an abstract). Its use here is footui’s choice."
    )


def _notes(sessions: Sequence[Kept]) -> Iterator[str]:
    notes = [(kept.day, kept.record.note) for kept in sessions if kept.record.note]
    if len(notes) > MOST_NOTES:
        yield f"{len(notes) - MOST_NOTES} earlier ones are left out here."
    for day, note in notes[-MOST_NOTES:]:
        yield f"{day}: {note if len(note) <= LONGEST_NOTE else note[: LONGEST_NOTE - 1] + '…'}"


def _under(heading: str, lines: Iterable[str]) -> Iterator[Block]:
    """A heading with its list; neither, where there is nothing to list."""
    texts = tuple(lines)
    if texts:
        yield Heading(heading)
        yield Bullets(texts)


def _exercise(report: Report, each: Sum) -> str:
    """“Heel drops: left 390, right 390 repetitions in 13 sessions; most and last left 30, right 30”."""
    title, unit = _form(report, each.what.exercise, each.what.variant), "" if each.what.is_timed else " repetitions"
    most, last = _amount(each.most, each.what), _amount(each.last, each.what)
    words = f"most and last {most}" if most == last else f"most {most}, last {last}"
    return f"{title}: {_amount(each.total, each.what)}{unit} in {_sessions(each.sessions)}; {words}"


def _form(report: Report, exercise: str, variant: str | None) -> str:
    known = report.exercises.get(exercise)
    if known is not None:
        return known.full_title(variant)
    return exercise if variant is None else f"{exercise} · {variant}"


def _amount(amount: Amount, what: Measured) -> str:
    """“12:30”, “left 30, right 28”."""
    parts = zip(("", "left ", "right "), amount, strict=True)
    return ", ".join(f"{side}{_measured(part, what)}" for side, part in parts if part is not None)


def _measured(part: int, what: Measured) -> str:
    return clock(round(part / SECOND) * SECOND) if what.is_timed else str(part)


def _sessions(count: int) -> str:
    return plural(count, "session")


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _hours(span: timedelta) -> str:
    """“3 h 12 min”, to the nearest minute."""
    hours, minutes = divmod(round(span / timedelta(minutes=1)), 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"
