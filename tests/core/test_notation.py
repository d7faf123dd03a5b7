"""Numbers, times and dates are written as the person's locale and settings have them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footui.core.notation import PLAIN, Notation, notation_of
from footui.core.settings import DEFAULTS
from footui.core.wording import number
from footui.locale_notation import locale_notation

US = Notation(".", True, "month")
GERMAN = Notation(",", False, "day")
ISO = Notation(",", False, "year")


def test_numbers_have_the_mark_of_the_locale() -> None:
    assert [GERMAN.number(value) for value in (5, 2.5, 0.125, -3.0)] == ["5", "2,5", "0,125", "-3"]
    assert PLAIN.number(2.5) == number(2.5) == "2.5"


@pytest.mark.parametrize(
    ("moment", "in_24", "in_12"),
    [
        (time(0, 0), "00:00", "12:00 am"),
        (time(7, 46, 59), "07:46", "7:46 am"),
        (time(11, 59), "11:59", "11:59 am"),
        (time(12, 0), "12:00", "12:00 pm"),
        (time(12, 41), "12:41", "12:41 pm"),
        (time(23, 5), "23:05", "11:05 pm"),
    ],
)
def test_a_time_of_day_has_24_or_12_hours(moment: time, in_24: str, in_12: str) -> None:
    assert PLAIN.time_of_day(moment) == in_24
    assert US.time_of_day(datetime.combine(date(2026, 11, 21), moment)) == in_12


@given(st.times())
def test_no_two_minutes_of_a_day_are_written_alike(moment: time) -> None:
    text = US.time_of_day(moment)
    hour, minute = map(int, text[:-3].split(":"))
    assert (hour % 12 + 12 * text.endswith("pm"), minute) == (moment.hour, moment.minute)
    assert 1 <= hour <= 12


def test_a_date_begins_with_the_day_the_month_or_the_year() -> None:
    day = date(2026, 11, 21)
    assert [each.date(day) for each in (PLAIN, US, ISO)] == ["Sat 21 Nov", "Sat Nov 21", "2026-11-21"]
    assert PLAIN.date(date(2026, 3, 1)) == "Sun 1 Mar"


def test_every_day_and_month_has_its_name() -> None:
    first = date(2026, 1, 1)
    for number_of_day in range(365):
        day = first + timedelta(number_of_day)
        assert PLAIN.date(day) == f"{day:%a} {day.day} {day:%b}"


@pytest.mark.parametrize(
    ("environment", "notation"),
    [
        ({}, PLAIN),
        ({"LANG": "C.UTF-8"}, PLAIN),
        ({"LANG": "POSIX"}, PLAIN),
        ({"LANG": "en_GB.UTF-8"}, PLAIN),
        ({"LANG": "en_US.UTF-8"}, US),
        ({"LANG": "de_DE.UTF-8"}, GERMAN),
        ({"LANG": "de_DE@euro"}, GERMAN),
        ({"LANG": "de_CH.UTF-8"}, PLAIN),
        ({"LANG": "de"}, GERMAN),
        ({"LANG": "sv_SE.UTF-8"}, ISO),
        ({"LANG": "en_DK.UTF-8"}, ISO),
        ({"LANG": "fr_CA.UTF-8"}, ISO),
        ({"LANG": "en_CA.UTF-8"}, Notation(".", True, "year")),
        ({"LANG": "en_AU.UTF-8"}, Notation(".", True, "day")),
        ({"LANG": "es_ES.UTF-8"}, GERMAN),
        ({"LANG": "es_MX.UTF-8"}, Notation(".", True, "day")),
        ({"LANG": "sr_Latn_RS.UTF-8"}, GERMAN),
        ({"LANG": "zh_HK.UTF-8"}, Notation(".", True, "day")),
        ({"LANG": "ja_JP.UTF-8"}, Notation(".", False, "year")),
        ({"LANG": "en_US.UTF-8", "LC_NUMERIC": "de_DE.UTF-8"}, US._replace(decimal_mark=",")),
        ({"LANG": "en_US.UTF-8", "LC_TIME": "de_DE.UTF-8"}, GERMAN._replace(decimal_mark=".")),
        ({"LANG": "en_US.UTF-8", "LC_TIME": ""}, US),
        ({"LANG": "de_DE.UTF-8", "LC_NUMERIC": "de_DE.UTF-8", "LC_ALL": "C"}, PLAIN),
        ({"LC_ALL": "en_US.UTF-8", "LC_TIME": "de_DE.UTF-8"}, US),
        ({"LANG": "../../etc/passwd"}, PLAIN),
        ({"LANG": "\x1b[31m"}, PLAIN),
    ],
)
def test_the_locale_is_known_by_its_name(environment: dict[str, str], notation: Notation) -> None:
    assert locale_notation(environment) == notation


def test_the_settings_choose_the_clock_and_leave_the_rest_to_the_locale() -> None:
    assert notation_of(DEFAULTS) == PLAIN
    assert notation_of(DEFAULTS, US) == US
    assert notation_of(DEFAULTS._replace(clock="24h"), US) == Notation(".", False, "month")
    assert notation_of(DEFAULTS._replace(clock="12h"), GERMAN) == Notation(",", True, "day")
