"""Sessions and their days: which day one counts for, and between which moments those of a day can lie."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from footui.core.day import day_of

if TYPE_CHECKING:
    from footui.storage.session_object import SessionObject

_DAY = timedelta(days=1)
_MILLISECOND = timedelta(milliseconds=1)


def day_of_session(session: SessionObject, day_start: time) -> date:
    """The day a session counts for, by its own offset."""
    return day_of(datetime.fromisoformat(session["started"]), day_start)


def moments_of_day(day: date) -> tuple[float, float]:
    """Seconds since 1970 between which every session of a day began, whatever its offset and the start of the day.

    Others begin between them too: an offset is up to a day either way, and a day ends up to a day after its date.
    """
    midnight = datetime.combine(day, time(), UTC)
    return (midnight - _DAY).timestamp(), (midnight + 3 * _DAY).timestamp()


def has_work(session: SessionObject) -> bool:
    """Whether anything was done at all."""
    return any(row["done_seconds"] or row["done_reps"] for row in session["work"])


def changed_after(session: SessionObject, now: datetime) -> str:
    """When a session that is changed `now` was changed: always later than before, even where a clock was set back.

    Of two logs the later change is kept (`docs/history-format.md`), so that a correction must not look the older one.
    """
    before = datetime.fromisoformat(session.get("changed") or session["ended"])
    whole = now.replace(microsecond=now.microsecond // 1000 * 1000)
    if whole.timestamp() <= before.timestamp():
        whole = before + _MILLISECOND
    return whole.isoformat(timespec="milliseconds")
