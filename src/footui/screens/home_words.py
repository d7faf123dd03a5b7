"""The sentences of the first screen: what is not due, what is next, and what comes tomorrow."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from footui.core.day import minutes_into_day
from footui.screens.home_blocks import Day, Kind, session_name

if TYPE_CHECKING:
    from footui.core.notation import Notation
    from footui.core.record import Pain

NOTHING_FOLLOWED = "You follow no routine yet. 3 lists your routines; f there follows one."
LISTS = "3 lists your routines."
MOST_NAMED = 2
"""So many routines are named as the next ones."""

SHOWN_WITH_WEEKDAY = timedelta(days=300)
"""From this far on, a day is told with its year."""

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NEAR_DAYS = {-1: "yesterday", 0: "today", 1: "tomorrow"}


def day_words(day: date, today: date, notation: Notation) -> str:
    """A day as one says it: “tomorrow”, “Thursday” within a week, “Fri 6 Nov”, or far away “2024-05-03”."""
    away = (day - today).days
    if away in _NEAR_DAYS:
        return _NEAR_DAYS[away]
    if abs(away) < len(_WEEKDAYS):
        return _WEEKDAYS[day.weekday()]
    return notation.date(day) if abs(day - today) < SHOWN_WITH_WEEKDAY else day.isoformat()


def last_done_words(day: date, today: date, notation: Notation) -> str:
    """“last done on Thursday”, “last done yesterday”."""
    return f"last done {'' if (day - today).days in _NEAR_DAYS else 'on '}{day_words(day, today, notation)}"


def nothing_due(day: Day, notation: Notation) -> str:
    """What is said in the place of what is due now; nothing where something is."""
    if any(block.kind is Kind.DUE for block in day.blocks):
        return ""
    if not day.follows_any:
        return NOTHING_FOLLOWED
    if not day.today.routines:
        return ""
    if any(block.kind is Kind.LATER for block in day.blocks):
        return " ".join(filter(None, ("Nothing is due now.", _next_today(day, notation), LISTS)))
    said = "Nothing more is due today." if day.today.done else "Nothing is due."
    return " ".join(filter(None, (said, _next(day, notation), LISTS)))


def _next_today(day: Day, notation: Notation) -> str:
    """What waits for its time: “Next: Breakfast, lunch and dinner · lunch, at 12:30.”."""
    waiting = [each for each in day.today.routines if each.waits and each.at and each.entry.routine]
    if not waiting:
        return ""
    first = min(waiting, key=lambda each: minutes_into_day(each.at or time(), day.day_start))
    name = session_name(first.entry.routine, first.due.session or 1) if first.entry.routine else first.entry.title
    return f"Next: {name}, at {notation.time_of_day(first.at or time())}."


def _next(day: Day, notation: Notation) -> str:
    """What is due on the next day that has anything: “Next: Twenty minutes, Monday.”."""
    days = (each.due.next_due for each in day.today.routines)
    first = min((due for due in days if due is not None), default=None)
    if first is None:
        return ""
    titles = [each.entry.title for each in day.today.routines if each.due.next_due == first]
    named, more = titles[:MOST_NAMED], len(titles) - MOST_NAMED
    words = " · ".join(named) + (f" and {more} more" if more > 0 else "")
    return f"Next: {words}, {day_words(first, day.today.date, notation)}."


def tomorrow(day: Day) -> str:
    """“Breakfast, lunch and dinner · Four exercises”; nothing where tomorrow asks for nothing."""
    return " · ".join(each.entry.title for each in day.today.routines if each.tomorrow)


def as_planned_words(done: int, of: int) -> str:
    """“17 of 20 days as planned”."""
    return f"{done} of {of} {'day' if of == 1 else 'days'} as planned"


def pain_words(pain: Pain) -> str:
    """“pain this morning 1 · yesterday 2”: the morning after a session, and the most that was said of it."""
    said = [number for number in (pain.before, pain.worst, pain.after) if number is not None]
    words = [f"this morning {pain.next_morning}"] if pain.next_morning is not None else []
    words += [f"yesterday {max(said)}"] if said else []
    return f"pain {' · '.join(words)}" if words else ""
