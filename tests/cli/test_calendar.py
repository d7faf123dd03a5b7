"""`footui calendar`: a file that calendars understand, with the days and times that are due."""

from __future__ import annotations

import re
import time as clock_time
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from dateutil.rrule import rrulestr  # type: ignore[import-untyped]  # it has no types, and only this test asks it
from icalendar import Calendar

from footui.core.schedule import Plan, due_on
from footui.storage.following import followed
from footui.storage.history import History
from tests.cli.at_a_time import types_at
from tests.cli.person import Answer, Person
from tests.storage.session_records import session

TOES = """\
format = 1
title = "Füße; links, rechts \\\\ oben und unten, jeden Tag"
every_days = [2, 3]
[[steps]]
exercise = "toe-press"
hold = 3
reps = 3
times_per_day = 3
[[steps]]
exercise = "toe-walk"
move = 20
sets = 2
rest = 10
"""
HEEL_RAISES = """\
format = 1
title = "Heel raises"
weekdays = ["mon", "thu"]
slots = ["midday", "evening"]
[[steps]]
exercise = "toe-press"
reps = 12
sets = 3
rest = 60
times_per_day = 2
[[steps]]
exercise = "toe-walk"
move = [10, 20]
"""


@pytest.fixture(autouse=True)
def _in_berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The machine's clock is that of Berlin, whatever the machine."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Europe/Berlin")
        clock_time.tzset()
        yield
    clock_time.tzset()


def follows(person: Person, table: str, top: str = "") -> None:
    person.config.mkdir(exist_ok=True)
    (person.config / "config.toml").write_text(f'{top}[[follow]]\nroutine = "toes"\n{table}', encoding="utf-8")


def calendar_of(answer: Answer) -> list[dict[str, Any]]:
    """The events of the file that was printed, as the icalendar library reads them."""
    assert answer.status == 0
    events = [dict(event) for event in Calendar.from_ical(answer.out).walk("VEVENT")]
    assert events
    return events


def moments(event: dict[str, Any], end: datetime) -> list[datetime]:
    """When an event takes place, as dateutil expands its rule."""
    left_out = event["EXDATE"].dts if "EXDATE" in event else []
    rule = rrulestr(event["RRULE"].to_ical().decode(), dtstart=event["DTSTART"].dt)
    found: list[datetime] = rule.between(event["DTSTART"].dt, end, inc=True)
    return [moment for moment in found if moment not in {each.dt for each in left_out}]


def test_each_session_of_the_day_is_an_event_with_its_own_length_and_time(person: Person) -> None:
    person.has_routine("toes", TOES)
    follows(person, 'since = 2026-11-23\ntimes = ["07:30", "12:30"]\n')
    events = calendar_of(types_at(person, "calendar", "toes"))
    assert [event["DTSTART"].dt for event in events] == [
        datetime(2026, 11, 23, 7, 30),  # noqa: DTZ001  # floating
        datetime(2026, 11, 23, 12, 30),  # noqa: DTZ001  # floating
        datetime(2026, 11, 23, 20, 0),  # noqa: DTZ001  # floating
    ]
    assert [event["DURATION"].dt for event in events] == [timedelta(seconds=each) for each in (78, 18, 18)]
    assert [event["SUMMARY"].rpartition(" · ")[2] for event in events] == [f"session {k} of 3" for k in (1, 2, 3)]


def test_texts_come_through_whatever_is_in_them(person: Person) -> None:
    person.has_routine("toes", TOES)
    answer = types_at(person, "calendar", "toes")
    first, second, _ = calendar_of(answer)
    assert first["SUMMARY"] == "Füße; links, rechts \\ oben und unten, jeden Tag · session 1 of 3"
    assert first["DESCRIPTION"].split("\n") == [
        "1. Toe presses: hold 3 s × 3",
        "2. Toe walking: move 20 s × 2 sets · rest 10 s",
        "",
        "Takes 1:18.",
        "To be done every 2–3 days; shown every 2 days.",
        "08:00 is footui’s choice. “times” in its config.toml sets another.",
        "To begin: footui run toes --session 1",
    ]
    assert "Toe walking" not in second["DESCRIPTION"]


def test_lines_are_folded_and_end_as_the_format_has_it(person: Person) -> None:
    person.has_routine("toes", TOES)
    out = types_at(person, "calendar", "toes").out.encode()
    assert out.startswith(b"BEGIN:VCALENDAR\r\n")
    assert out.endswith(b"END:VCALENDAR\r\n")
    lines = out.split(b"\r\n")
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert max(map(len, lines)) <= 75
    assert any(line.startswith(b" ") for line in lines)


def test_it_is_utf_8_whatever_the_locale(person: Person) -> None:
    person.has_routine("toes", TOES)
    answer = types_at(person, "calendar", "toes", environment={"LANG": "C"}, has_terminal=True)
    assert calendar_of(answer)[0]["SUMMARY"].startswith("Füße")


def test_a_calendar_takes_the_file_of_another_day_in_place_of_the_first(person: Person) -> None:
    person.has_routine("toes", TOES)
    first = calendar_of(types_at(person, "calendar", "toes"))
    follows(person, "since = 2026-11-01\npauses = [[2026-12-24, 2027-01-02]]\n")
    second = calendar_of(types_at(person, "calendar", "toes", wall=datetime(2026, 12, 1, 9, tzinfo=UTC)))
    names = [event["UID"] for event in first]
    assert len(set(names)) == 3
    assert [event["UID"] for event in second][::2] == names
    assert [event["DTSTAMP"].dt for event in second] == [datetime(2026, 12, 1, 9, tzinfo=UTC)] * 6


def test_the_same_moment_gives_the_same_bytes(person: Person) -> None:
    person.has_routine("toes", TOES)
    assert types_at(person, "calendar", "toes") == types_at(person, "calendar", "toes")


def test_the_days_are_those_that_are_due_with_pauses_and_a_last_day(person: Person) -> None:
    routine = TOES.replace("[2, 3]", "1")
    person.has_routine("toes", routine)
    follows(person, "since = 2026-11-20\nuntil = 2026-12-10\npauses = [[2026-11-28, 2026-12-02]]\n")
    for event in calendar_of(types_at(person, "calendar", "toes")):
        days = [moment.date() for moment in moments(event, datetime(2027, 1, 1))]  # noqa: DTZ001  # floating
        plan = Plan(followed(person.folders).follows[0])
        every = [date(2026, 11, 1) + timedelta(days=number) for number in range(60)]
        assert days == [day for day in every if due_on(plan, {}, day).due]


def test_over_the_change_of_the_clocks_the_time_of_day_stays(person: Person) -> None:
    person.has_routine("toes", HEEL_RAISES)
    follows(person, 'since = 2027-03-01\ntimes = ["02:30"]\n', 'day_start = "00:00"\n')
    first, _ = calendar_of(types_at(person, "calendar", "toes"))
    found = moments(first, datetime(2027, 5, 1))  # noqa: DTZ001  # floating
    assert {moment.time() for moment in found} == {time(2, 30)}
    assert {moment.weekday() for moment in found} == {0, 3}
    assert first["DTSTART"].params == {}
    assert "TZID" not in types_at(person, "calendar", "toes").out


def test_a_session_past_midnight_stands_on_the_date_that_the_calendar_has_then(person: Person) -> None:
    person.has_routine("toes", HEEL_RAISES)
    follows(
        person,
        'since = 2026-11-23\nuntil = 2026-12-03\npauses = [[2026-11-26, 2026-11-27]]\ntimes = ["22:00", "01:15"]\n',
    )
    evening, night = calendar_of(types_at(person, "calendar", "toes"))
    end = datetime(2027, 1, 1)  # noqa: DTZ001  # floating
    assert [f"{moment:%a %d %H:%M}" for moment in moments(evening, end)] == [
        "Mon 23 22:00",
        "Mon 30 22:00",
        "Thu 03 22:00",
    ]
    assert [f"{moment:%a %d %H:%M}" for moment in moments(night, end)] == [
        "Tue 24 01:15",
        "Tue 01 01:15",
        "Fri 04 01:15",
    ]


def test_names_of_the_sessions_have_times_and_own_pace_a_guess_that_is_said(person: Person) -> None:
    person.has_routine("toes", HEEL_RAISES)
    midday, evening = calendar_of(types_at(person, "calendar", "toes"))
    assert [event["DTSTART"].dt.time() for event in (midday, evening)] == [time(12), time(19)]
    assert midday["SUMMARY"] == "Heel raises · midday"
    # 5 to get ready, 2 × 60 rest, 10 to the next exercise, 10 of work; three sets of 20 s
    assert midday["DURATION"].dt == timedelta(seconds=145 + 60)
    assert "Takes 2:25 by the clock, and your own pace: 20 s are reckoned for each such set." in midday["DESCRIPTION"]
    assert "Level low." in midday["DESCRIPTION"]


def test_every_event_has_an_alarm_at_its_start_and_is_nobody_elses_business(person: Person) -> None:
    person.has_routine("toes", TOES)
    calendar = Calendar.from_ical(types_at(person, "calendar", "toes").out)
    events = calendar.walk("VEVENT")
    assert len(events) == len(calendar.walk("VALARM")) == 3
    for event in events:
        (alarm,) = (dict[str, Any](each) for each in event.walk("VALARM"))
        assert (alarm["ACTION"], alarm["TRIGGER"].dt, alarm["DESCRIPTION"]) == (
            "DISPLAY",
            timedelta(),
            event["SUMMARY"],
        )
        assert (event["CLASS"], event["TRANSP"]) == ("PRIVATE", "TRANSPARENT")


def test_what_is_not_followed_begins_today_and_that_is_said(person: Person) -> None:
    person.has_routine("toes", TOES)
    answer = types_at(person, "calendar", "toes", wall=datetime(2026, 11, 22, 2, tzinfo=UTC))
    assert answer.err == "It is not followed: its days are counted from today.\n"
    assert calendar_of(answer)[0]["DTSTART"].dt.date() == date(2026, 11, 21), "before 04:00 it is still yesterday"


def test_every_other_day_is_counted_from_the_last_day_on_which_it_was_done(person: Person) -> None:
    person.has_routine("toes", TOES)
    follows(person, "since = 2026-11-01\n")
    assert calendar_of(types_at(person, "calendar", "toes"))[0]["DTSTART"].dt.date() == date(2026, 11, 1)
    history = History(person.folders.history_file)
    for number in range(3):
        history.save(session(f"{number}", f"2026-11-20T1{number}:00:00+01:00", routine="toes"))
    answer = types_at(person, "calendar", "toes")
    assert {event["DTSTART"].dt.date() for event in calendar_of(answer)} == {date(2026, 11, 22)}
    assert answer.err == ""


def test_of_two_times_of_following_it_takes_the_one_to_come(person: Person) -> None:
    person.has_routine("toes", HEEL_RAISES)
    follows(
        person,
        "since = 2026-01-01\nuntil = 2026-02-01\n"
        '[[follow]]\nroutine = "toes"\nsince = 2027-01-04\nuntil = 2027-02-01\n'
        '[[follow]]\nroutine = "toes"\nsince = 2028-01-03\n',
    )
    assert calendar_of(types_at(person, "calendar", "toes"))[0]["DTSTART"].dt.date() == date(2027, 1, 4)


@pytest.mark.parametrize(
    "table", ["since = 2026-01-01\nuntil = 2026-02-01\n", "since = 2026-11-20\nuntil = 2026-11-20\n"]
)
def test_where_nothing_is_to_come_no_file_is_printed(person: Person, table: str) -> None:
    person.has_routine("toes", TOES)
    follows(person, table)
    answer = types_at(person, "calendar", "toes")
    assert (answer.status, answer.out) == (1, "")
    assert "is to come, as it is followed in config.toml." in answer.err


def test_a_routine_from_elsewhere_has_no_command_that_begins_it(person: Person) -> None:
    path = person.has_routine("toes", TOES)
    assert "footui run" not in types_at(person, "calendar", str(path)).out
    unknown = types_at(person, "calendar", "tose")
    assert (unknown.status, unknown.out) == (2, "")
    person.has_routine("broken", "format = 1\n")
    assert types_at(person, "calendar", "broken").status == 1


@pytest.mark.parametrize(
    "slug",
    ["twenty-minutes", "five-feet-exercises", "four-exercises", "breakfast-lunch-dinner", "ten-exercises"],
)
def test_each_programme_has_a_calendar_without_errors(person: Person, slug: str) -> None:
    calendar = Calendar.from_ical(types_at(person, "calendar", slug).out)
    assert all(not component.errors for component in calendar.walk())
    assert len({event["UID"] for event in calendar.walk("VEVENT")}) == len(calendar.walk("VEVENT"))
    assert all(re.fullmatch(r"[0-9a-f-]{36}", str(event["UID"])) for event in calendar.walk("VEVENT"))
