"""`footui today`: what is due now and later, what is done, and what comes tomorrow."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from footui.cli.routines import library_of
from footui.cli.streams import Refusal, answer, answer_json, tell
from footui.storage.following import followed
from footui.storage.history import History, HistoryError
from footui.storage.today import Today, TodaysRoutine, what_is_due

if TYPE_CHECKING:
    from footui.world import World

NOTHING_FOLLOWED: Final = (
    "Nothing is followed yet. footui follow ROUTINE takes a routine up; footui list names those there are."
)
SOMETHING_WRONG: Final = "Not all that is followed could be read: footui today says why."
FIRST_YEAR, LAST_YEAR = 1971, 9990
"""Between them every moment can be reckoned with."""

_MOMENT: Final = r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?"


def today(world: World, at: str | None, as_json: bool, quiet: bool) -> int:  # as the command line has them
    """Say what the day asks for; where nothing is due or open, `quiet` says nothing.

    Raises:
        Refusal: `at` is no local time, or the history cannot be read.
    """
    now = world.clock.wall() if at is None else moment_named(at)
    read = followed(world.folders)
    try:
        found = what_is_due(read, library_of(world), History(world.folders.history_file), now)
    except HistoryError as error:
        raise Refusal(1, str(error)) from error
    for problem in found.problems[:1] if quiet else found.problems:
        tell(world, SOMETHING_WRONG if quiet else problem)
    if quiet and found.open is None and not any(each.due.due for each in found.routines):
        return 0
    if as_json:
        answer_json(world, today_object(found))
        return 0
    if not (read.follows or found.open or found.done):
        tell(world, NOTHING_FOLLOWED)
        return 0
    from footui.cli.today_page import quiet_lines, today_page  # noqa: PLC0415  # JSON does without

    page = quiet_lines if quiet else today_page
    answer(world, "\n".join(page(world, found, read.settings, now)))
    return 0


def moment_named(words: str) -> datetime:
    """The moment of a local date and time, as “2026-11-21T13:00”.

    Raises:
        Refusal: it is none.
    """
    try:
        if re.fullmatch(_MOMENT, words, re.ASCII) and FIRST_YEAR <= int(words[:4]) <= LAST_YEAR:
            return datetime.fromisoformat(words).astimezone()
    except (ValueError, OverflowError):
        pass  # there is no such day or minute
    from footui.storage.fields import quoted  # noqa: PLC0415  # only here

    form = f"a local date and time, as 2026-11-21T13:00, from {FIRST_YEAR} to {LAST_YEAR}"
    raise Refusal(2, f"--at takes {form}; this is {quoted(words)}.")


def today_object(found: Today) -> dict[str, Any]:
    """A day as `today --json` prints it."""
    routines = [_routine_object(each) for each in found.routines]
    return {"date": found.date.isoformat(), "open": found.open, "routines": routines}


def _routine_object(each: TodaysRoutine) -> dict[str, Any]:
    due, timeline = each.due, each.timeline
    return {
        "routine": each.entry.slug,
        "title": each.entry.title,
        "due": due.due,
        "late": due.late,
        "done_today": due.done_today,
        "session": due.session,
        "sessions_per_day": each.plan.sessions_per_day,
        "slot": timeline.slot if timeline else None,
        "seconds": timeline.seconds if timeline else None,
        "next_due": due.next_due.isoformat() if due.next_due else None,
    }
