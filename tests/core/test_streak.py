"""What became of each day, and how many were done as planned: rest days, pauses and slack are no gap."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footui.core.dose import Range
from footui.core.schedule import WEEKDAYS, Follow, Pause, Plan, due_on
from footui.core.streak import DayMark, day_marks, days_as_planned, streak

WORDS = {
    DayMark.PLANNED: "#", DayMark.PART: "o", DayMark.MISSED: "x", DayMark.REST: ".", DayMark.NONE: " ",
    DayMark.TO_COME: "?",
}  # fmt: skip


def nov(day: int) -> date:
    """A day of November 2026, counted on into December: the 1st is a Sunday."""
    return date(2026, 10, 31) + timedelta(days=day)


def plan(
    every: int | tuple[int, int] = 1,
    *,
    since: int = 1,
    until: int | None = None,
    pauses: tuple[tuple[int, int], ...] = (),
    weekdays: tuple[str, ...] = (),
    sessions: int = 1,
    routine: str = "toes",
) -> Plan:
    low, high = every if isinstance(every, tuple) else (every, every)
    last = None if until is None else nov(until)
    paused = tuple(Pause(nov(first), nov(end)) for first, end in pauses)
    return Plan(Follow(routine, nov(since), last, paused), Range(low, high), weekdays, sessions)


def dates(done: Mapping[int, int]) -> dict[date, int]:
    return {nov(day): count for day, count in done.items()}


def once(*days: int) -> dict[int, int]:
    return dict.fromkeys(days, 1)


def marked(wanted: Plan, done: Mapping[int, int], today: int, days: int) -> str:
    marks = day_marks([wanted], {"toes": dates(done)}, nov(1), nov(days), nov(today))
    assert list(marks) == [nov(day) for day in range(1, days + 1)]
    return "".join(map(WORDS.__getitem__, marks.values()))


@pytest.mark.parametrize(("wanted", "done", "today", "marks"), [
    # Every day.
    (plan(1), once(1, 2, 4), 5, "##x#?"),
    (plan(1), once(1, 2, 4, 5), 5, "##x##"),
    (plan(1), {}, 4, "xxx?"),
    # More than was asked for is as planned.
    (plan(1), {1: 3}, 2, "#?"),
    # Several sessions a day.
    (plan(1, sessions=3), {1: 3, 2: 1, 4: 3, 5: 2}, 5, "#ox#o"),
    (plan(1, sessions=3), {1: 3}, 2, "#?"),
    # Every third day: the days between are rest days, and a day that was missed is missed until it is done.
    (plan(3), once(1, 4), 7, "#..#..?"),
    (plan(3), once(1, 6), 7, "#..xx#."),
    # Every 2 to 3 days: the first of them can wait, the last cannot.
    (plan((2, 3)), once(1, 3, 6), 7, "#.#..#."),
    (plan((2, 3)), once(1), 6, "#..xx?"),
    (plan((2, 3)), once(1), 3, "#.?"),
    # From the first due day on there is as much slack as in any other range.
    (plan((2, 3)), {}, 4, ".xx?"),
    # Done on a rest day, and the next due day is reckoned from there.
    (plan(3), once(1, 2), 6, "##..x?"),
    # Several sessions on a rest day: the rest of them was due then.
    (plan(3, sessions=2), {1: 2, 2: 1}, 4, "#o.."),
    # Days of the week: nothing is carried over.
    (plan(weekdays=("mon", "wed", "fri")), once(2, 6), 8, ".#.x.#.."),
    (plan(weekdays=("mon",)), once(3), 9, ".x#.....?"),
    # A pause asks for nothing, whatever was done in it; what was due moves behind it.
    (plan(1, pauses=((3, 5),)), once(1, 2, 6), 7, "##...#?"),
    (plan(1, pauses=((3, 5),)), once(1, 2, 4, 6), 7, "##...#?"),
    (plan((2, 3), pauses=((3, 5),)), once(1), 8, "#.....x?"),
    # Missed, then a pause: late again behind it.
    (plan(2, pauses=((5, 6),)), once(1), 8, "#.xx..x?"),
    # Before the first day and after the last nothing is followed.
    (plan(1, since=3, until=5), once(1, 3, 5, 6), 7, "  #x#  "),
])  # fmt: skip
def test_what_became_of_each_day(wanted: Plan, done: dict[int, int], today: int, marks: str) -> None:
    assert marked(wanted, done, today, len(marks)) == marks


@pytest.mark.parametrize(("wanted", "done", "today", "marks"), [
    (plan(1), once(1), 2, "#??"),
    (plan(3), once(1), 2, "#..?..?"),
    (plan(3), {}, 2, "x?..?.."),
    (plan(2, sessions=2), {1: 1}, 1, "o.?.?"),
    (plan(weekdays=("tue", "sun")), {}, 2, "x.?....?"),
    (plan(2, pauses=((3, 4),), until=7), once(1), 1, "#...?.? "),
])  # fmt: skip
def test_days_to_come_go_on_as_if_all_were_done_in_time(
    wanted: Plan, done: dict[int, int], today: int, marks: str
) -> None:
    assert marked(wanted, done, today, len(marks)) == marks


def test_a_day_in_tokyo_is_done_and_the_one_in_berlin_before_it_asks_for_nothing_more() -> None:
    assert marked(plan(1), once(1, 2, 4), 3, 3) == "##."


def test_the_days_before_the_span_say_what_is_due_in_it() -> None:
    done = {"toes": dates({1: 1})}
    marks = day_marks([plan(5)], done, nov(4), nov(6), nov(9))
    assert list(marks.values()) == [DayMark.REST, DayMark.REST, DayMark.MISSED]


@pytest.mark.parametrize(("heels", "mark"), [
    ({}, DayMark.PART),
    (once(1), DayMark.PLANNED),
])  # fmt: skip
def test_a_day_of_two_routines_is_as_planned_when_both_are_done(heels: dict[int, int], mark: DayMark) -> None:
    plans = [plan(1), plan(1, routine="heels")]
    done = {"toes": dates(once(1)), "heels": dates(heels)}
    assert day_marks(plans, done, nov(1), nov(1), nov(2)) == {nov(1): mark}


def test_the_rest_day_of_one_routine_takes_nothing_from_the_other() -> None:
    plans = [plan(1), plan(3, routine="heels")]
    done = {"toes": dates(once(1, 2)), "heels": dates(once(1))}
    assert list(day_marks(plans, done, nov(1), nov(3), nov(3)).values()) == [
        DayMark.PLANNED,
        DayMark.PLANNED,
        DayMark.TO_COME,
    ]


def test_today_with_one_routine_done_and_one_to_do_is_part() -> None:
    plans = [plan(1), plan(1, routine="heels")]
    assert day_marks(plans, {"toes": dates(once(1))}, nov(1), nov(1), nov(1)) == {nov(1): DayMark.PART}


def test_without_anything_followed_no_day_asks_for_anything() -> None:
    marks = day_marks([], {}, nov(1), nov(3), nov(2))
    assert set(marks.values()) == {DayMark.NONE}
    assert (days_as_planned(marks), streak(marks, nov(2))) == ((0, 0), 0)


@pytest.mark.parametrize(("wanted", "done", "today", "as_planned", "in_a_row"), [
    (plan(1), once(1, 2, 3), 4, (3, 3), 3),
    (plan(1), once(1, 2, 3, 4), 4, (4, 4), 4),
    (plan(1), once(1, 3), 4, (2, 3), 1),
    (plan(1, sessions=2), {1: 2, 2: 1, 3: 2}, 4, (2, 3), 1),
    # Today is not over.
    (plan(1, sessions=2), {1: 2, 2: 2, 3: 1}, 3, (2, 2), 2),
    # Rest days, slack and a pause.
    (plan(3), once(1, 4), 6, (2, 2), 2),
    (plan((2, 3)), once(1, 4, 7), 8, (3, 3), 3),
    (plan(1, pauses=((3, 9),)), once(1, 2, 10), 11, (3, 3), 3),
    (plan(weekdays=("mon", "wed")), once(2, 4), 8, (2, 2), 2),
    # Nothing was followed for a while.
    (plan(1, until=2), once(1, 2), 9, (2, 2), 2),
])  # fmt: skip
def test_days_as_planned_in_all_and_in_a_row(
    wanted: Plan, done: dict[int, int], today: int, as_planned: tuple[int, int], in_a_row: int
) -> None:
    marks = day_marks([wanted], {"toes": dates(done)}, nov(1), nov(today), nov(today))
    assert days_as_planned(marks, nov(today)) == as_planned
    assert streak(marks, nov(today)) == in_a_row


# For every plan

plans = st.builds(
    plan,
    st.tuples(st.integers(1, 5), st.integers(0, 4)).map(lambda pair: (pair[0], sum(pair))),
    since=st.integers(-3, 12),
    until=st.none() | st.integers(13, 40),
    pauses=st.lists(st.tuples(st.integers(1, 30), st.integers(0, 6)), max_size=3).map(
        lambda pauses: tuple((first, first + days) for first, days in pauses)
    ),
    weekdays=st.just(()) | st.lists(st.sampled_from(WEEKDAYS), min_size=1, unique=True).map(tuple),
    sessions=st.integers(1, 3),
)
logs = st.dictionaries(st.integers(-10, 30), st.integers(1, 4), max_size=25)
todays = st.integers(1, 30)


@given(plans, logs, todays)
def test_a_day_is_judged_by_what_was_known_on_it(wanted: Plan, done: dict[int, int], today: int) -> None:
    log = {day: count for day, count in dates(done).items() if day <= nov(today)}
    marks = day_marks([wanted], {"toes": log}, nov(1), nov(today), nov(today))
    for day, mark in marks.items():
        until_then = {each: count for each, count in log.items() if each < day}
        due = due_on(wanted, until_then, day)
        tomorrow = due_on(wanted, until_then, day + timedelta(days=1))
        if mark is DayMark.MISSED:
            assert due.due
            assert day not in log
        elif mark in (DayMark.REST, DayMark.NONE) and due.due:
            assert not due.late  # it could wait: within the slack of its range
            assert not tomorrow.late
            assert not wanted.weekdays
        elif mark is DayMark.TO_COME:
            assert (due.due, day) == (True, nov(today))
        elif mark is DayMark.PLANNED:
            assert log[day] >= wanted.sessions_per_day
        elif mark is DayMark.PART:
            assert 0 < log[day] < wanted.sessions_per_day


@given(plans, logs, todays, st.integers(1, 10))
def test_a_day_that_is_over_is_not_judged_by_what_comes_later(
    wanted: Plan, done: dict[int, int], today: int, later: int
) -> None:
    log = dates(done)
    known = {day: count for day, count in log.items() if day <= nov(today)}
    then = day_marks([wanted], {"toes": known}, nov(1), nov(today - 1), nov(today))
    now = day_marks([wanted], {"toes": log}, nov(1), nov(today - 1), nov(today + later))
    assert then == now


@given(plans, todays)
def test_who_does_all_that_is_due_misses_no_day_and_keeps_the_streak(wanted: Plan, today: int) -> None:
    log: dict[date, int] = {}
    for day in range(-10, today):
        if due_on(wanted, log, nov(day)).due:
            log[nov(day)] = wanted.sessions_per_day
    marks = day_marks([wanted], {"toes": log}, nov(-10), nov(today), nov(today))
    done, of = days_as_planned(marks)
    assert done == of == len(log) == streak(marks, nov(today))


@given(plans, logs, todays, st.integers(1, 30))
def test_a_day_more_that_is_done_in_full_never_makes_fewer_days_as_planned(
    wanted: Plan, done: dict[int, int], today: int, more: int
) -> None:
    before = day_marks([wanted], {"toes": dates(done)}, nov(1), nov(today), nov(today))
    fuller = dates({**done, more: max(done.get(more, 0), wanted.sessions_per_day)})
    after = day_marks([wanted], {"toes": fuller}, nov(1), nov(today), nov(today))
    assert days_as_planned(after)[0] >= days_as_planned(before)[0]


@given(plans, logs, st.integers(1, 30), st.integers(1, 20), st.integers(20, 30))
def test_any_part_of_a_span_has_the_marks_of_the_whole(
    wanted: Plan, done: dict[int, int], today: int, first: int, last: int
) -> None:
    whole = day_marks([wanted], {"toes": dates(done)}, nov(1), nov(30), nov(today))
    if first <= today:
        part = day_marks([wanted], {"toes": dates(done)}, nov(first), nov(last), nov(today))
        assert part == {day: whole[day] for day in part}


@given(st.lists(plans, max_size=3), logs, todays)
def test_no_more_days_are_as_planned_in_a_row_than_in_all(wanted: list[Plan], done: dict[int, int], today: int) -> None:
    marks = day_marks(wanted, {"toes": dates(done)}, nov(1), nov(today), nov(today))
    as_planned, of = days_as_planned(marks, nov(today))
    assert 0 <= streak(marks, nov(today)) <= as_planned <= of
