"""The pain of the next morning: which session it is asked about, and where the answer is kept."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from footui.core.day import DAY_START, day_of
from footui.core.record import Pain
from footui.storage.history_days import day_of_session
from footui.storage.text_cleaning import clean_line

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from footui.storage.history import History
    from footui.storage.session_object import SessionObject

LEFT = "next_morning_left"
"""The answer that holds the id of the session whose next morning is not to be asked about again."""

ASKED_FOR = timedelta(days=7)
"""How long after a session its next morning is asked about: what is remembered later is no measurement."""


class Morning(NamedTuple):
    """The last session of an earlier day, and whether its next morning was left unanswered on purpose."""

    session: SessionObject
    day: date
    was_yesterday: bool
    was_left: bool

    @property
    def title(self) -> str:
        """The title of its routine."""
        return clean_line(str(self.session["title"]), limit=200)

    @property
    def pain(self) -> Pain:
        """What was said about it so far."""
        told = self.session["pain"]
        numbers = (told.get(name) for name in Pain._fields)
        return Pain(*(number if type(number) is int else None for number in numbers))

    @property
    def is_due(self) -> bool:
        """Whether it is to be asked by itself."""
        return self.pain.next_morning is None and not self.was_left


def morning_after(
    history: History, answers: Mapping[str, Any], now: datetime, day_start: time = DAY_START
) -> Morning | None:
    """The session to be asked about; None where there was none within a week. Raises HistoryError."""
    session = history.last_session_before_today(now, day_start)
    if session is None:
        return None
    today, day = day_of(now, day_start), day_of_session(session, day_start)
    if today - day > ASKED_FOR:
        return None
    return Morning(session, day, today - day == timedelta(days=1), answers.get(LEFT) == session["id"])


def keep_morning(history: History, session_id: str, pain: int, now: datetime) -> None:
    """Write the number, 0 to 10, down in its session. Raises HistoryError."""

    def with_number(session: SessionObject) -> SessionObject:
        return {**session, "pain": {**session["pain"], "next_morning": pain}}

    history.correct(session_id, with_number, now)


def leave_morning(history: History, session_id: str) -> None:
    """Do not ask about this session again. Raises HistoryError."""
    history.answer(LEFT, session_id)
