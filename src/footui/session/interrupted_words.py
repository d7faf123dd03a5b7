"""When a session was interrupted, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from footui.core.wording import plural

if TYPE_CHECKING:
    from datetime import datetime, timedelta

    from footui.core.notation import Notation


def when(moment: datetime, now: datetime, notation: Notation) -> str:
    """“at 12:33”, or on another day “on Fri 20 Nov at 12:33”."""
    day = "" if moment.date() == now.date() else f"on {notation.date(moment.date())} "
    return f"{day}at {notation.time_of_day(moment)}"


def ago(span: timedelta) -> str:
    """“8 minutes ago”, cut to whole minutes, hours or days."""
    minutes = max(0, int(span.total_seconds() // 60))
    if minutes < 1:
        return "just now"
    if minutes < 60:
        return f"{plural(minutes, 'minute')} ago"
    return f"{plural(minutes // 60, 'hour')} ago" if minutes < 48 * 60 else f"{plural(minutes // 1440, 'day')} ago"
