"""Sessions and their days: which day one counts for, and between which moments those of a day can lie."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from footui.core.day import day_of

if TYPE_CHECKING:
    from footui.storage.session_object import SessionObject

_DAY = 86_400.0
_FIRST_DAY = date(1970, 1, 1).toordinal()
_MILLISECOND = timedelta(milliseconds=1)
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


def day_of_session(session: SessionObject, day_start: time) -> date:
    """The day a session counts for, by its own offset."""
    return day_of(datetime.fromisoformat(session["started"]), day_start)


def moments_of_day(day: date) -> tuple[float, float]:
    """Seconds since 1970 between which every session of a day began, whatever its offset and the start of the day.

    Others begin between them too: an offset is up to a day either way, and a day ends up to a day after its date.
    """
    midnight = (day.toordinal() - _FIRST_DAY) * _DAY
    return midnight - _DAY, midnight + 3 * _DAY


def has_work(session: SessionObject) -> bool:
    """Whether anything was done at all."""
    return any(row["done_seconds"] or row["done_reps"] for row in session["work"])


def changed_of(session: SessionObject) -> datetime:
    """When an object was last changed; 1970 where it does not say so in a way that can be read."""
    told = session.get("changed") or session.get("ended") or session.get("started")
    try:
        moment = datetime.fromisoformat(told)  # type: ignore[arg-type]  # the error for None is caught
    except (TypeError, ValueError):
        return _NEVER
    return moment if moment.tzinfo else moment.astimezone()


def changed_after(session: SessionObject, now: datetime | None = None) -> str:
    """When a session that is changed `now` was changed: always later than before, even where a clock was set back.

    Without `now` it is as soon as can be after the change before. Of two logs the later change is kept
    (`docs/history-format.md`), so that a correction must not look the older one.
    """
    before = changed_of(session)
    whole = before if now is None else now.replace(microsecond=now.microsecond // 1000 * 1000)
    if whole.timestamp() <= before.timestamp():
        whole = before + _MILLISECOND
    return whole.isoformat(timespec="milliseconds")
