"""The sessions of a routine as an iCalendar file (RFC 5545), for the calendar of a phone or a computer.

Times are floating: 08:00 is 08:00 wherever the person is, as a day of footui is that of the person's own clock. Nothing
of the history is in it.
"""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from footui import __version__
from footui.core.phase import SECOND
from footui.core.schedule import WEEKDAYS
from footui.core.wording import dose_sentence, length, plural, span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from icalendar import Event

    from footui.core.day_times import SessionTime
    from footui.core.exercise import Exercise
    from footui.core.recurrence import Series
    from footui.core.routine import Routine
    from footui.core.schedule import Plan
    from footui.core.timeline import Timeline

OWN_PACE_SECONDS: Final = 20
"""What is reckoned for a set at one's own pace (our choice)."""

_NAMESPACE: Final = uuid.UUID("6f7a3c0e-52f4-5d0b-9c43-8f0e5a1b7d26")
"""Ours, for the names of events; never to be changed, or every event would come twice."""

_DAY: Final = timedelta(days=1)


class CalendarSession(NamedTuple):
    """A session of the day, with the time it is meant to be at."""

    timeline: Timeline
    at: SessionTime


def calendar_file(
    plan: Plan,
    series: tuple[Series, ...],
    sessions: tuple[CalendarSession, ...],
    exercises: Mapping[str, Exercise],
    *,
    made: datetime,
    day_start: time,
    command: str = "",
) -> bytes:
    """The file: an event with an alarm for each session of each series, all `made` at one moment.

    `exercises` are those of the steps by id; `command` is what begins a session, or empty. The same plan gives events
    of the same names, so that a calendar takes a later file in the place of an earlier one.
    """
    from icalendar import Calendar  # noqa: PLC0415  # it and what it needs take longer than all the rest

    calendar = Calendar()
    calendar.add("prodid", f"-//footui//footui {__version__}//EN")
    calendar.add("version", "2.0")
    for session in sessions:
        description = "\n".join(_description(plan, session, exercises, command))
        for each in series:
            event = _event(session, each, day_start, description)
            event.add("dtstamp", made.astimezone(UTC).replace(microsecond=0))
            calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content


def event_name(routine: str, session: int, series: str = "") -> str:
    """The name (UID) of the event of a session (from 1): always the same for the same routine, session and series."""
    return str(uuid.uuid5(_NAMESPACE, f"{routine}/{session}/{series}"))


def calendar_seconds(timeline: Timeline) -> int:
    """How long a session is in a calendar: begun seconds in full, and a guess for each set at one's own pace."""
    own_pace = sum(1 for phase in timeline.phases if phase.length_ns is None)
    return -(-timeline.length_ns // SECOND) + OWN_PACE_SECONDS * own_pace


def _event(session: CalendarSession, series: Series, day_start: time, description: str) -> Event:
    from icalendar import Alarm, Event  # noqa: PLC0415  # as above

    timeline, at = session.timeline, session.at.at
    title = _title(timeline)
    shift = _DAY if at < day_start else timedelta()  # past midnight the calendar has the next date already

    def on(day: date) -> datetime:
        return datetime.combine(day, at) + (shift if day < date.max else timedelta())

    event = Event()
    event.add("uid", event_name(timeline.routine.slug, timeline.session, series.name))
    event.add("summary", title)
    event.add("description", description)
    event.add("dtstart", on(series.first))
    event.add("duration", timedelta(seconds=calendar_seconds(timeline)))
    event.add("rrule", _rule(series, None if series.last is None else on(series.last), int(shift / _DAY)))
    if series.left_out:
        event.add("exdate", [on(day) for day in series.left_out])
    event.add("transp", "TRANSPARENT")  # a reminder, not a time at which one is busy
    event.add("class", "PRIVATE")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", timedelta())
    alarm.add("description", title)
    event.add_component(alarm)
    return event


def _rule(series: Series, last: datetime | None, later: int) -> dict[str, Any]:
    """The recurrence; days of the week come so many days `later` for a session past midnight."""
    if series.weekdays:
        days = sorted((WEEKDAYS.index(day) + later) % 7 for day in series.weekdays)
        rule: dict[str, Any] = {"FREQ": "WEEKLY", "BYDAY": [WEEKDAYS[day][:2].upper() for day in days]}
    else:
        rule = {"FREQ": "DAILY"}
        if series.every_days > 1:
            rule["INTERVAL"] = series.every_days
    if last is not None:
        rule["UNTIL"] = last
    return rule


def _title(timeline: Timeline) -> str:
    """“Breakfast, lunch and dinner · breakfast”, “Toes · session 2 of 3”, or the routine's title alone."""
    title = timeline.routine.title
    if timeline.slot is None and timeline.sessions_per_day == 1:
        return title
    return f"{title} · {timeline.slot or f'session {timeline.session} of {timeline.sessions_per_day}'}"


def _description(
    plan: Plan, session: CalendarSession, exercises: Mapping[str, Exercise], command: str
) -> Iterator[str]:
    """What is to be done, line by line, and what is assumed."""
    routine, timeline = session.timeline.routine, session.timeline
    for number, place in enumerate(_steps(timeline), start=1):
        step = routine.steps[place - 1]
        exercise = exercises.get(step.exercise)
        title = exercise.full_title(step.variant) if exercise else step.exercise
        yield f"{number}. {title}: {dose_sentence(step.dose, routine.timing_of(step))}{_rounds(routine, place)}"
    yield ""
    yield _length(timeline)
    if routine.has_ranges:
        yield f"Level {timeline.level}."
    if not plan.weekdays and not plan.every_days.is_single:
        low = int(plan.every_days.low)
        shown = "every day" if low == 1 else f"every {low} days"
        yield f"To be done every {span(plan.every_days)} days; shown {shown}."
    if not session.at.is_given:
        yield f"{session.at.at:%H:%M} is footui’s choice. “times” in its config.toml sets another."
    if command:
        yield f"To begin: {command} --session {timeline.session}"


def _steps(timeline: Timeline) -> list[int]:
    """The numbers of the steps that the session holds, each once."""
    return list(dict.fromkeys(phase.step for phase in timeline.phases if phase.is_work))


def _rounds(routine: Routine, place: int) -> str:
    group = routine.steps[place - 1].group
    return "" if group is None else f" (circuit {group}, {plural(routine.groups[group].rounds, 'round')})"


def _length(timeline: Timeline) -> str:
    if not timeline.open_ended:
        return f"Takes {length(timeline.length_ns)}."
    timed = f"{length(timeline.length_ns)} by the clock, and " if timeline.length_ns else ""
    return f"Takes {timed}your own pace: {OWN_PACE_SECONDS} s are reckoned for each such set."
