"""When the sessions of a day are meant to be, where it is not said."""

from __future__ import annotations

from datetime import time

from hypothesis import given
from hypothesis import strategies as st

from footui.core.day import minutes_into_day
from footui.core.day_times import SLOT_TIMES, session_times


def at(*given_times: str, slots: tuple[str, ...] = (), sessions: int, day_start: str = "04:00") -> list[str]:
    """The times of a day's sessions; one that was not given in brackets."""
    times = session_times(
        [time.fromisoformat(word) for word in given_times], slots, sessions, time.fromisoformat(day_start)
    )
    return [f"{each.at:%H:%M}" if each.is_given else f"({each.at:%H:%M})" for each in times]


def test_without_names_they_are_spread_over_the_day() -> None:
    assert at(sessions=1) == ["(08:00)"]
    assert at(sessions=2) == ["(08:00)", "(20:00)"]
    assert at(sessions=3) == ["(08:00)", "(14:00)", "(20:00)"]


def test_meals_have_their_time_whatever_their_capitals() -> None:
    assert at(slots=("Breakfast", "lunch", "DINNER"), sessions=3) == ["(07:30)", "(12:30)", "(18:30)"]


def test_those_that_are_said_stay_and_the_others_come_after_them() -> None:
    assert at("06:15", "07:00", sessions=4) == ["06:15", "07:00", "(13:30)", "(20:00)"]
    assert at("13:00", slots=("breakfast", "lunch", "dinner"), sessions=3) == [
        "13:00",
        "(15:45)",
        "(18:30)",
    ]


def test_a_name_that_means_nothing_here_stands_between_its_neighbours() -> None:
    assert at(slots=("warm-up", "lunch"), sessions=3) == ["(08:00)", "(12:30)", "(20:00)"]


def test_after_a_late_session_the_rest_of_the_day_is_shared() -> None:
    assert at("22:00", sessions=2) == ["22:00", "(01:00)"]


def test_who_sleeps_by_day_has_their_sessions_in_the_order_of_their_own_day() -> None:
    assert at(sessions=3, day_start="16:00") == ["(20:00)", "(02:00)", "(08:00)"]


minutes = st.integers(0, 24 * 60 - 1)
times = minutes.map(lambda minute: time(minute // 60, minute % 60))


@given(
    st.sets(times, max_size=12),
    st.lists(st.sampled_from([*SLOT_TIMES, "warm-up"]), max_size=12),
    st.integers(1, 12),
    times,
)
def test_no_session_is_before_the_one_before_it_and_those_said_are_as_said(
    said: set[time], slots: list[str], sessions: int, day_start: time
) -> None:
    in_order = sorted(said, key=lambda each: minutes_into_day(each, day_start))
    found = session_times(in_order, slots, sessions, day_start)
    of_day = [minutes_into_day(each.at, day_start) for each in found]
    assert len(found) == sessions
    assert of_day == sorted(of_day)
    assert [each.at for each in found if each.is_given] == in_order[:sessions]
