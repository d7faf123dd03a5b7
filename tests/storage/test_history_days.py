"""What was done on a day, and last before it, is the same as reading every session would tell."""

from __future__ import annotations

import tempfile
from collections import Counter
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footui.core.day import day_of
from footui.storage.history import History
from tests.storage.session_records import ids, session

NOW = datetime.fromisoformat("2026-11-21T20:00:00+01:00")
TODAY = "2026-11-21T09:00:00+01:00"
YESTERDAY = "2026-11-20T09:00:00+01:00"


@pytest.fixture
def history(tmp_path: Path) -> History:
    return History(tmp_path / "history.db")


def test_done_today_counts_finished_sessions_with_work_of_the_day(history: History) -> None:
    for one in (
        session("one"),
        session("late", "2026-11-22T03:59:00+01:00"),
        session("nothing", work=False),
        session("tomorrow", "2026-11-22T04:00:00+01:00"),
        session("stopped", status="stopped"),
        session("open", status="open"),
        session("deleted", deleted=True),
        session("other", routine="four-exercises"),
    ):
        history.save(one)
    assert history.done_today("breakfast-lunch-dinner", NOW) == 2
    assert history.all_done_today(NOW) == {"breakfast-lunch-dinner": 2, "four-exercises": 1}


def test_when_a_day_begins_is_the_person_s_choice(history: History) -> None:
    history.save(session("one", "2026-11-21T05:59:00+01:00"))
    assert history.done_today("breakfast-lunch-dinner", NOW) == 1
    assert history.done_today("breakfast-lunch-dinner", NOW, time(6)) == 0
    assert history.last_session_before_today(NOW) is None
    assert history.last_session_before_today(NOW, time(6)) == history.session("one")


def test_the_session_to_ask_about_is_the_last_one_with_work_before_today(history: History) -> None:
    for one in (
        session("long ago", "2026-11-02T09:00:00+01:00"),
        session("yesterday", YESTERDAY, status="stopped"),
        session("nothing done", "2026-11-20T22:00:00+01:00", work=False),
        session("cut off", "2026-11-20T22:01:00+01:00", status="open"),
        session("deleted", "2026-11-20T22:02:00+01:00", deleted=True),
        session("today", TODAY),
        session("tomorrow", "2026-11-22T09:00:00+01:00"),
    ):
        history.save(one)
    assert history.last_session_before_today(NOW) == session("yesterday", YESTERDAY, status="stopped")
    history.discard("yesterday")
    assert history.last_session_before_today(NOW) == session("long ago", "2026-11-02T09:00:00+01:00")


def test_on_a_journey_west_the_later_day_counts_though_its_session_began_earlier(history: History) -> None:
    history.save(session("in Auckland on the 20th", "2026-11-20T09:00:00+13:00"))
    history.save(session("in Honolulu on the 19th", "2026-11-19T18:00:00-10:00"))
    assert ids(history.sessions()) == ["in Auckland on the 20th", "in Honolulu on the 19th"]
    found = history.last_session_before_today(NOW)
    assert found is not None
    assert found["id"] == "in Auckland on the 20th"


def test_what_was_done_by_day_counts_finished_sessions_with_work_of_one_routine(history: History) -> None:
    for one in (
        session("before", "2026-11-19T09:00:00+01:00"),
        session("first", "2026-11-20T09:00:00+01:00"),
        session("at night", "2026-11-21T03:59:00+01:00"),
        session("second", "2026-11-21T12:00:00+01:00"),
        session("stopped", "2026-11-21T13:00:00+01:00", status="stopped"),
        session("nothing", "2026-11-21T14:00:00+01:00", work=False),
        session("other", "2026-11-21T15:00:00+01:00", routine="another"),
        session("to come", "2026-11-21T20:00:01+01:00"),
    ):
        history.save(one)
    since = date(2026, 11, 20)
    done = history.done_by_day("breakfast-lunch-dinner", since, NOW)
    assert done == {date(2026, 11, 20): 2, date(2026, 11, 21): 1}
    assert history.done_by_day("breakfast-lunch-dinner", since, NOW, time(0))[date(2026, 11, 21)] == 2
    last = history.done_by_day("breakfast-lunch-dinner", date.min, NOW, most_days=1)
    assert last == {date(2026, 11, 21): 1}
    assert history.done_by_day("unknown", since, NOW) == {}


def test_any_span_of_the_calendar_can_be_asked_for(history: History) -> None:
    history.save(session("one"))
    assert ids(history.between(date.min, date.max)) == ["one"]


def test_the_sessions_with_an_exercise_come_newest_first_and_no_more_than_asked_for(history: History) -> None:
    for number in range(4):
        history.save(session(f"{number}", f"2026-11-2{number}T09:00:00+01:00"))
    history.save({**session("another", NOW.isoformat()), "title": "toe-press", "work": [{"exercise": "toe-press-2"}]})
    history.save({**session("quoted", NOW.isoformat()), "note": "toe-press", "work": []})
    assert ids(history.of_exercise("toe-press", 2)) == ["3", "2"]
    assert ids(history.of_exercise("toe-press", 9)) == ["3", "2", "1", "0"]
    assert ids(history.of_exercise("toe-press-2", 9)) == ["another"]
    assert history.of_exercise("toe", 9) == []


_MOMENTS = st.builds(
    lambda minutes, offset: (
        datetime(2026, 11, 21, tzinfo=timezone(timedelta(minutes=offset))) + timedelta(minutes=minutes)
    ),
    st.integers(-4 * 24 * 60, 4 * 24 * 60),
    st.sampled_from([-1439, -12 * 60, -210, 0, 60, 345, 14 * 60, 1439]),
)
_SESSIONS = st.lists(
    st.builds(
        lambda started, status, work, deleted, routine: {
            **session("", started.isoformat(), work=work, status=status, routine=routine),
            **({"deleted": True} if deleted else {}),
        },
        _MOMENTS,
        st.sampled_from(["finished", "finished", "stopped", "open"]),
        st.sampled_from([True, True, True, False]),
        st.sampled_from([False, False, False, True]),
        st.sampled_from(["one-routine", "another"]),
    ),
    max_size=8,
)


@settings(max_examples=60, deadline=None)
@given(
    sessions=_SESSIONS,
    now=_MOMENTS,
    day_start=st.sampled_from([time(0), time(4), time(23, 59)]),
    since=st.dates(date(2026, 11, 16), date(2026, 11, 22)),
    most_days=st.integers(1, 4),
)
def test_the_quick_answers_are_those_of_reading_everything(
    sessions: list[dict[str, Any]], now: datetime, day_start: time, since: date, most_days: int
) -> None:
    def day(one: dict[str, Any]) -> Any:  # noqa: ANN401  # a date, to be compared
        return day_of(datetime.fromisoformat(one["started"]), day_start)

    def counts(one: dict[str, Any], *states: str) -> bool:
        done = any(row["done_seconds"] for row in one["work"])
        return done and one["status"] in states and not one.get("deleted")

    numbered = [{**one, "id": f"{number}"} for number, one in enumerate(sessions)]
    today = day_of(now, day_start)
    done = Counter(one["routine"] for one in numbered if counts(one, "finished") and day(one) == today)
    before = [one for one in numbered if counts(one, "finished", "stopped") and day(one) < today]
    last = max(before, key=lambda one: (day(one), datetime.fromisoformat(one["started"]), one["id"]), default=None)
    with tempfile.TemporaryDirectory() as folder:
        history = History(Path(folder) / "history.db")
        for one in numbered:
            history.save(one)
        assert history.all_done_today(now, day_start) == done
        assert history.last_session_before_today(now, day_start) == last
        for routine in ("one-routine", "another"):
            of_it = [one for one in numbered if counts(one, "finished") and one["routine"] == routine]
            days = Counter(
                day(one) for one in of_it if day(one) >= since and datetime.fromisoformat(one["started"]) <= now
            )
            assert history.done_by_day(routine, since, now, day_start) == days
            newest = {each: days[each] for each in sorted(days)[-most_days:]}
            assert history.done_by_day(routine, since, now, day_start, most_days=most_days) == newest
            starts = [datetime.fromisoformat(one["started"]) for one in of_it]
            assert history.last_done().get(routine) == max(starts, default=None)
            assert history.knows_routine(routine) == any(one["routine"] == routine for one in numbered)
        shown = [one for one in history.sessions() if not one.get("deleted") and since <= day(one) <= today]
        assert history.between(since, today, day_start) == shown
