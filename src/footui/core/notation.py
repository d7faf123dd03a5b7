"""How numbers, times of day and dates are written for a person: as their settings and their locale have it.

Only for what is shown. Files and JSON always have the point, 24 hours and ISO dates.
"""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Literal, NamedTuple

from footui.core import wording

if TYPE_CHECKING:
    from footui.core.dose import Number
    from footui.core.settings import Settings

DateOrder = Literal["day", "month", "year"]
"""What a date begins with; with the year it is written as ISO 8601 has it."""

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Notation(NamedTuple):
    """One way of writing; the words stay English, so they do not come from the locale."""

    decimal_mark: str = "."
    twelve_hours: bool = False
    date_order: DateOrder = "day"

    def number(self, value: Number) -> str:
        """A number without needless decimals: “5”, “2.5” or “2,5”."""
        return wording.number(value).replace(".", self.decimal_mark)

    def time_of_day(self, moment: datetime | time) -> str:
        """Hours and minutes, begun minutes cut: “07:46”, or “7:46 am”."""
        if not self.twelve_hours:
            return f"{moment.hour:02}:{moment.minute:02}"
        return f"{(moment.hour - 1) % 12 + 1}:{moment.minute:02} {'am' if moment.hour < 12 else 'pm'}"

    def date(self, day: date) -> str:
        """A day near the present one: “Sat 21 Nov”, “Sat Nov 21” or “2026-11-21”."""
        if self.date_order == "year":
            return f"{day.year:04}-{day.month:02}-{day.day:02}"
        weekday, month = WEEKDAYS[day.weekday()], MONTHS[day.month - 1]
        return f"{weekday} {month} {day.day}" if self.date_order == "month" else f"{weekday} {day.day} {month}"


PLAIN = Notation()
"""What is written where nothing is known: a point, 24 hours, the day first."""


def notation_of(settings: Settings, of_locale: Notation = PLAIN) -> Notation:
    """The notation of the locale, with the clock that the settings ask for."""
    if settings.clock == "automatic":
        return of_locale
    return of_locale._replace(twelve_hours=settings.clock == "12h")
