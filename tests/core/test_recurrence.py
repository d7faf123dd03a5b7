"""The days of a plan as a calendar's rules: those on which it is due for somebody who misses none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from footui.core.dose import Range
from footui.core.recurrence import LONGEST_LEFT_OUT, Series, series_of
from footui.core.schedule import WEEKDAYS, Follow, Pause, Plan, due_on

SINCE = date(2026, 11, 1)
"""A Sunday."""


def day(number: int) -> date:
    """A day so many days after the first one."""
    return SINCE + timedelta(days=number)


def plan(*pauses: Pause, every: int = 1, weekdays: tuple[str, ...] = (), until: date | None = None) -> Plan:
    return Plan(Follow("toes", SINCE, until, pauses), Range.of(every), weekdays)


def days_of(series: Series, end: date) -> Iterator[date]:
    """The days of a series up to `end`, as a calendar reckons them."""
    last = end if series.last is None else min(end, series.last)
    for number in range((last - series.first).days + 1):
        each = series.first + timedelta(days=number)
        fits = WEEKDAYS[each.weekday()] in series.weekdays if series.weekdays else number % series.every_days == 0
        if fits and each not in series.left_out:
            yield each


def test_every_second_day_is_one_series_without_an_end() -> None:
    assert series_of(plan(every=2), SINCE) == (Series("", SINCE, None, 2),)


def test_a_pause_of_a_daily_routine_is_left_out() -> None:
    (series,) = series_of(plan(Pause(day(3), day(5))), SINCE)
    assert series.left_out == (day(3), day(4), day(5))


def test_days_of_the_week_begin_on_the_first_of_them_and_leave_out_only_theirs() -> None:
    (series,) = series_of(plan(Pause(day(4), day(8)), weekdays=("mon", "thu")), SINCE)
    assert (series.first, series.left_out) == (day(1), (day(4), day(8)))


def test_a_pause_that_moves_a_due_day_begins_a_new_series_after_it() -> None:
    before, after = series_of(plan(Pause(day(3), day(4)), every=2), SINCE)
    assert (before.first, before.last) == (SINCE, day(3))
    assert (after.first, after.last, after.name) == (day(5), None, "2026-11-04")


def test_a_pause_between_two_due_days_changes_nothing() -> None:
    assert series_of(plan(Pause(day(3), day(5)), every=7), SINCE) == (Series("", SINCE, None, 7),)


def test_a_series_keeps_its_name_when_the_one_before_it_is_over() -> None:
    paused = plan(Pause(day(3), day(4)), every=2)
    (alone,) = series_of(paused, day(9))
    assert alone.name == series_of(paused, SINCE)[1].name


def test_a_pause_of_years_is_not_left_out_day_by_day() -> None:
    first, second = series_of(plan(Pause(day(3), day(3 + LONGEST_LEFT_OUT))), SINCE)
    assert not first.left_out
    assert second.first == day(4 + LONGEST_LEFT_OUT)


def test_a_pause_without_an_end_and_a_last_day_are_the_end() -> None:
    (series,) = series_of(plan(Pause(day(3), date.max), every=2), SINCE)
    assert series.last == day(3)
    assert series_of(plan(Pause(SINCE, date.max)), SINCE) == ()
    (series,) = series_of(plan(until=day(9)), SINCE)
    assert series.last == day(9)
    assert series_of(plan(until=day(9)), day(10)) == ()


numbers = st.integers(min_value=-3, max_value=40)
pauses = st.builds(lambda first, length: Pause(day(first), day(first + length)), numbers, st.integers(0, 12))
plans = st.builds(
    lambda paused, every, weekdays, until: plan(*paused, every=every, weekdays=weekdays, until=until),
    st.lists(pauses, max_size=4),
    st.integers(1, 9),
    st.sets(st.sampled_from(WEEKDAYS)).map(lambda days: tuple(name for name in WEEKDAYS if name in days)),
    st.none() | numbers.filter(lambda number: number >= 0).map(day),
)


@given(plans)
def test_its_days_are_those_that_are_due_for_somebody_who_misses_none(any_plan: Plan) -> None:
    done: dict[date, int] = {}
    for number in range(60):
        if due_on(any_plan, done, day(number)).due:
            done[day(number)] = 1
    found = series_of(any_plan, SINCE)
    days = [each for series in found for each in days_of(series, day(59))]
    assert days == sorted(done)
    assert len({series.name for series in found}) == len(found)
    for series in found:
        assert series.first not in series.left_out
