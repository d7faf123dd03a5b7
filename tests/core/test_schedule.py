"""What is due on which day, from what is followed and what was done: `docs/schedule.md`, case by case."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from footui.core.day import next_session
from footui.core.dose import ONE, Dose, Level, Range
from footui.core.routine import Routine, Step
from footui.core.schedule import (
    Due,
    Follow,
    Pause,
    Plan,
    after_pauses,
    days_in_words,
    due_on,
    due_tomorrow,
)

ONE_DAY = timedelta(days=1)
SUNDAY = date(2026, 11, 1)


def nov(day: int) -> date:
    """A day of November 2026, counted on into December: the 1st is a Sunday."""
    return date(2026, 10, 31) + day * ONE_DAY


def plan(
    every: int | tuple[int, int] = 1,
    *,
    since: int = 1,
    until: int | None = None,
    pauses: tuple[tuple[int, int], ...] = (),
    weekdays: tuple[str, ...] = (),
    sessions: int = 1,
) -> Plan:
    low, high = every if isinstance(every, tuple) else (every, every)
    last = None if until is None else nov(until)
    paused = tuple(Pause(nov(first), nov(end)) for first, end in pauses)
    return Plan(Follow("toes", nov(since), last, paused), Range(low, high), weekdays, sessions)


def asked(wanted: Plan, done: Mapping[int, int], day: int) -> str:
    """What a day asks for in a word: “due 2”, “late 1”, or “next 5” and “never” where nothing is due."""
    due = due_on(wanted, {nov(each): count for each, count in done.items()}, nov(day))
    assert due.done_today == done.get(day, 0)
    if due.due:
        assert due.next_due == nov(day)
        return f"{'late' if due.late else 'due'} {due.session}"
    assert (due.session, due.late) == (None, False)
    return "never" if due.next_due is None else f"next {(due.next_due - nov(0)).days}"


def month(wanted: Plan, done: Mapping[int, int], days: int) -> str:
    """The days from the 1st on, asked in the morning: `d` due, `L` late, `.` nothing; done is what came before."""
    marks = []
    for day in range(1, days + 1):
        before = {nov(each): count for each, count in done.items() if each < day}
        due = due_on(wanted, before, nov(day))
        marks.append("L" if due.late else "d" if due.due else ".")
    return "".join(marks)


# What the days of a routine are


@pytest.mark.parametrize(("wanted", "done", "days"), [
    # Every day; a missed day stays due, and is late.
    (plan(1), {1: 1, 2: 1, 3: 1}, "dddd"),
    (plan(1), {}, "dLLL"),
    (plan(1), {1: 1, 4: 1}, "ddLLdL"),
    # Every third day.
    (plan(3), {1: 1}, "d..dLL"),
    (plan(3), {1: 1, 4: 1, 7: 1}, "d..d..d..d"),
    # Every 2 to 3 days: due from day 2, late after day 3.
    (plan((2, 3)), {1: 1}, "d.ddLLL"),
    (plan((2, 3)), {1: 1, 4: 1}, "d.dd.ddL"),
    (plan((2, 3)), {}, "ddLLL"),
    (plan((1, 90)), {}, "d" * 90 + "LL"),
    # A day that was not due counts like any other.
    (plan(3), {1: 1, 2: 1}, "d...dL"),
    # Days of the week: nothing is carried over, nothing is late. The 1st is a Sunday.
    (plan(weekdays=("mon", "wed", "fri")), {}, ".d.d.d..d.d.d."),
    (plan(weekdays=("mon", "wed", "fri")), {2: 1, 3: 1}, ".d.d.d..d.d.d."),
    (plan(weekdays=("sun",), since=2), {}, ".......d"),
    # From the first day to the last.
    (plan(2, since=3, until=6), {3: 1}, "..d.dL.."),
    (plan(weekdays=("mon", "tue"), since=3, until=9), {}, "..d.....d......"),
    # What was done before the first day does not move it.
    (plan(3, since=3), {2: 1}, "..dLL"),
])  # fmt: skip
def test_the_days_of_a_routine(wanted: Plan, done: dict[int, int], days: str) -> None:
    assert month(wanted, done, len(days)) == days


@pytest.mark.parametrize(("wanted", "done", "days"), [
    # A due day in a pause moves to the day after it, and is not late by that.
    (plan(2, pauses=((3, 5),)), {1: 1}, "d....dLL"),
    (plan((2, 3), pauses=((3, 5),)), {1: 1}, "d....ddLL"),
    # A pause before the due day changes nothing.
    (plan(5, pauses=((2, 4),)), {1: 1}, "d....dLL"),
    # Two in a row, in any order, and two that overlap.
    (plan(2, pauses=((3, 5), (6, 7))), {1: 1}, "d......dL"),
    (plan(2, pauses=((6, 7), (3, 5))), {1: 1}, "d......dL"),
    (plan(2, pauses=((3, 8), (4, 5))), {1: 1}, "d.......dL"),
    # Two with a day between them: it is the due day, and what it misses is late after the second.
    (plan(2, pauses=((3, 4), (6, 7))), {1: 1}, "d...d..LL"),
    # Over the first day.
    (plan(2, since=2, pauses=((1, 3),)), {}, "...dLL"),
    (plan((2, 4), since=2, pauses=((1, 3),)), {}, "...dddL"),
    # In the middle of being late: nothing is asked, and it is late again afterwards.
    (plan(2, pauses=((5, 6),)), {1: 1}, "d.dL..LL"),
    # In the middle of a range.
    (plan((2, 4), pauses=((4, 6),)), {1: 1}, "d.d...LL"),
    # Done in a pause all the same: the next is reckoned from there.
    (plan(3, pauses=((2, 6),)), {1: 1, 5: 1}, "d......dL"),
    # A pause of one day.
    (plan(1, pauses=((3, 3),)), {1: 1, 2: 1, 4: 1}, "dd.dd"),
    # Days of the week in a pause are left out, and not made up for.
    (plan(weekdays=("mon", "wed"), pauses=((3, 8),)), {}, ".d......d.d"),
    # A pause to the last day, and over it.
    (plan(1, until=6, pauses=((5, 9),)), {}, "dLLL......."),
])  # fmt: skip
def test_in_a_pause_nothing_is_due(wanted: Plan, done: dict[int, int], days: str) -> None:
    assert month(wanted, done, len(days)) == days


@pytest.mark.parametrize(("wanted", "done", "day", "answer"), [
    # The sessions of a day come one after the other.
    (plan(2, sessions=3), {}, 1, "due 1"),
    (plan(2, sessions=3), {1: 1}, 1, "due 2"),
    (plan(2, sessions=3), {1: 2}, 1, "due 3"),
    (plan(2, sessions=3), {1: 3}, 1, "next 3"),
    (plan(2, sessions=3), {1: 7}, 1, "next 3"),  # more than there are change nothing
    # One of three was enough for the day to count.
    (plan(2, sessions=3), {1: 1}, 2, "next 3"),
    # A day with one session done has the rest due, though it was not a due day.
    (plan(3, sessions=3), {1: 3, 2: 1}, 2, "due 2"),
    (plan(3, sessions=3), {1: 3, 2: 3}, 2, "next 5"),
    (plan(weekdays=("mon",), sessions=2), {3: 1}, 3, "due 2"),
    (plan(weekdays=("mon",), sessions=2), {3: 2}, 3, "next 9"),
    # What is done late is late no more.
    (plan(2, sessions=3), {}, 5, "late 1"),
    (plan(2, sessions=3), {5: 1}, 5, "due 2"),
    # In a pause, before the first day and after the last not even that.
    (plan(1, sessions=3, pauses=((2, 4),)), {1: 3, 2: 1}, 2, "next 5"),
    (plan(1, sessions=3, since=4), {2: 1}, 2, "next 4"),
    (plan(1, sessions=3, since=4), {3: 3}, 3, "next 4"),
    (plan(1, sessions=3, until=4), {4: 3, 5: 1}, 5, "never"),
    # The next day.
    (plan(1), {1: 1}, 1, "next 2"),
    (plan(90), {1: 1}, 1, "next 91"),
    (plan(1, since=30), {}, 1, "next 30"),
    (plan(1, since=30, pauses=((28, 33),)), {}, 1, "next 34"),
    (plan(3), {1: 1}, 3, "next 4"),
    (plan(3, pauses=((3, 6), (7, 8))), {1: 1}, 2, "next 9"),
    (plan(1, pauses=((3, 6),)), {}, 4, "next 7"),  # missed before the pause
    (plan(1, until=5), {5: 1}, 5, "never"),
    (plan(3, until=5), {4: 1}, 4, "never"),
    (plan(1, until=8, pauses=((5, 8),)), {}, 6, "never"),
    (plan(1, until=8, pauses=((5, 12),)), {}, 6, "never"),
    (plan(1, until=8), {}, 9, "never"),
    (plan(weekdays=("mon", "fri")), {2: 1}, 2, "next 6"),
    (plan(weekdays=("mon", "fri")), {}, 7, "next 9"),
    (plan(weekdays=("mon", "fri"), pauses=((5, 9), (13, 13))), {}, 3, "next 16"),
    (plan(weekdays=("mon",), until=8), {}, 3, "never"),
    (plan(weekdays=("mon",), since=10), {}, 1, "next 16"),
    # What the calendar has no more.
    (plan(1, pauses=((3, (date.max - nov(0)).days),)), {1: 1}, 3, "never"),
    (plan(weekdays=("mon",), pauses=((3, (date.max - nov(0)).days),)), {}, 3, "never"),
])  # fmt: skip
def test_which_session_a_day_asks_for_and_else_which_day_is_next(
    wanted: Plan, done: dict[int, int], day: int, answer: str
) -> None:
    assert asked(wanted, done, day) == answer


@pytest.mark.parametrize(("wanted", "done", "answer"), [
    # On the 10th, with a session of the 11th done before the flight: it is not asked for twice.
    (plan(1), {9: 1, 11: 1}, "next 12"),
    (plan(2), {9: 1, 11: 1}, "next 13"),
    (plan(1, sessions=3), {9: 3, 11: 1}, "next 11"),
    (plan(1, sessions=3), {10: 1, 11: 3}, "due 2"),
    (plan(weekdays=("wed", "thu")), {11: 1}, "next 12"),
    (plan(weekdays=("wed", "sat"), sessions=2), {12: 1}, "next 11"),
    (plan(weekdays=("sat",), sessions=2), {12: 1}, "next 12"),
])  # fmt: skip
def test_after_a_flight_west_something_may_be_done_tomorrow_already(
    wanted: Plan, done: dict[int, int], answer: str
) -> None:
    assert asked(wanted, done, 10) == answer


# A routine that is changed in the midst


def routine(times_per_day: Range, every_days: Range = ONE, weekdays: tuple[str, ...] = ()) -> Routine:
    step = Step("toe-press", Dose(hold=Range.of(3), times_per_day=times_per_day))
    return Routine("toes", "Toes", (step,), every_days=every_days, weekdays=weekdays)


FOLLOW = Follow("toes", nov(1))


def test_a_plan_has_the_days_as_written_and_the_sessions_of_the_routine_s_level() -> None:
    written = routine(Range(1, 3), Range(2, 3))
    assert Plan.of(FOLLOW, written) == Plan(FOLLOW, Range(2, 3), (), 1)
    high = written._replace(level=Level.HIGH)
    assert Plan.of(FOLLOW, high) == Plan(FOLLOW, Range(2, 3), (), 3)


@pytest.mark.parametrize(("before", "after", "done", "was", "is_now"), [
    (routine(Range.of(1)), routine(Range.of(3)), {5: 1}, "next 6", "due 2"),
    (routine(Range.of(3)), routine(Range.of(1)), {5: 2}, "due 3", "next 6"),
    (routine(Range.of(1)), routine(Range.of(1), Range.of(4)), {4: 1}, "due 1", "next 8"),
    (routine(Range.of(1), Range.of(4)), routine(Range.of(1), Range.of(1)), {2: 1}, "next 6", "late 1"),
    (routine(Range.of(1)), routine(Range.of(1), weekdays=("sat",)), {}, "late 1", "next 7"),
    (routine(Range.of(1), weekdays=("sat",)), routine(Range.of(1), Range.of(2)), {3: 1}, "next 7", "due 1"),
])  # fmt: skip
def test_a_routine_that_is_changed_holds_as_it_is_now(
    before: Routine, after: Routine, done: dict[int, int], was: str, is_now: str
) -> None:
    assert asked(Plan.of(FOLLOW, before), done, 5) == was
    assert asked(Plan.of(FOLLOW, after), done, 5) == is_now


# Words and small questions


@pytest.mark.parametrize(("wanted", "words"), [
    (plan(1), "every day"), (plan(2), "every 2 days"), (plan((2, 3)), "every 2–3 days"),
    (plan((1, 2)), "every 1–2 days"),
    (plan(weekdays=("mon",)), "on Mon"), (plan(weekdays=("mon", "wed", "fri")), "on Mon, Wed and Fri"),
])  # fmt: skip
def test_the_days_in_words(wanted: Plan, words: str) -> None:
    assert days_in_words(wanted) == words


@pytest.mark.parametrize(("done", "of", "session"), [(0, 3, 1), (2, 3, 3), (3, 3, 3), (9, 3, 3), (0, 1, 1), (1, 1, 1)])
def test_the_session_that_begins_next_is_one_of_the_day(done: int, of: int, session: int) -> None:
    assert next_session(done, of) == session


def test_a_session_has_its_time_where_there_is_one() -> None:
    follow = FOLLOW._replace(times=(time(7, 30), time(12, 30)))
    assert [follow.time_of(session) for session in (None, 1, 2, 3)] == [None, time(7, 30), time(12, 30), None]


@pytest.mark.parametrize(("wanted", "done", "day", "is_due"), [
    (plan(1), {}, 1, True),
    (plan(2), {}, 1, False),  # as today's will be done
    (plan(2), {1: 1}, 2, True),
    (plan(2), {1: 1}, 1, False),
    (plan(1, until=5), {}, 5, False),
    (plan(1, since=2), {}, 1, True),
    (plan(1, pauses=((2, 3),)), {}, 1, False),
    (plan(1, pauses=((2, 3),)), {}, 3, True),
    (plan(2, sessions=3), {1: 2}, 1, False),
    (plan(weekdays=("mon",)), {}, 1, True),
])  # fmt: skip
def test_tomorrow_is_asked_as_if_today_s_were_done(wanted: Plan, done: dict[int, int], day: int, is_due: bool) -> None:
    assert due_tomorrow(wanted, {nov(each): count for each, count in done.items()}, nov(day)) is is_due


def test_the_calendar_s_last_day_has_no_tomorrow() -> None:
    assert due_tomorrow(plan(1), {}, date.max) is False
    assert due_on(plan(1), {date.max: 1}, date.max) == Due(False, False, 1, None, None)


# Whatever is followed and whatever was done

DAYS = st.integers(1, 60).map(nov)


@st.composite
def follows(draw: st.DrawFn) -> Follow:
    since = draw(DAYS)
    until = draw(st.none() | st.integers(0, 90).map(lambda days: since + days * ONE_DAY))
    pauses = draw(st.lists(st.tuples(DAYS, st.integers(0, 12)), max_size=4))
    return Follow("toes", since, until, tuple(Pause(first, first + days * ONE_DAY) for first, days in pauses))


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    low = draw(st.integers(1, 9))
    every = Range(low, low + draw(st.integers(0, 5)))
    weekdays = draw(
        st.just(()) | st.lists(st.sampled_from(["mon", "tue", "wed", "sat", "sun"]), min_size=1, unique=True)
    )
    return Plan(draw(follows()), every, tuple(weekdays), draw(st.integers(1, 4)))


DONE = st.dictionaries(DAYS, st.integers(1, 6), max_size=12)


def is_open(follow: Follow, day: date) -> bool:
    paused = any(pause.first <= day <= pause.last for pause in follow.pauses)
    return follow.since <= day <= (follow.until or date.max) and not paused


def asks(wanted: Plan, done: Mapping[date, int], day: date) -> bool:
    """The rules once more, as plainly as can be: day by day, without arithmetic."""
    if not is_open(wanted.follow, day):
        return False
    if done.get(day):
        return done[day] < wanted.sessions_per_day
    if wanted.weekdays:
        return f"{day:%a}".lower() in wanted.weekdays
    counted = [each for each in done if each >= wanted.follow.since]
    due_day = max(counted) + int(wanted.every_days.low) * ONE_DAY if counted else wanted.follow.since
    while any(pause.first <= due_day <= pause.last for pause in wanted.follow.pauses):
        due_day += ONE_DAY
    return day >= due_day


@given(wanted=plans(), done=DONE, today=DAYS)
@example(wanted=plan(2, pauses=((3, 4), (6, 7))), done={nov(1): 1}, today=nov(1))
def test_the_next_due_day_is_the_first_that_a_walk_from_day_to_day_comes_to(
    wanted: Plan, done: dict[date, int], today: date
) -> None:
    found = due_on(wanted, done, today)
    days = [today + days * ONE_DAY for days in range(400)]
    first = next((day for day in days if asks(wanted, done, day)), None)
    assert found.next_due == first
    assert found.due == (first == today)
    assert found.session == (done.get(today, 0) + 1 if found.due else None)
    assert not found.late or (found.due and not found.done_today)


@given(wanted=plans(), likely=st.lists(st.integers(0, 5), min_size=120, max_size=120))
def test_nothing_is_due_twice_and_the_sessions_of_a_day_are_numbered_through(wanted: Plan, likely: list[int]) -> None:
    done: dict[date, int] = {}
    for place, wish in enumerate(likely):
        today = nov(1) + place * ONE_DAY
        before = max(done, default=None)
        numbers: list[int | None] = []
        while (found := due_on(wanted, done, today)).due and len(numbers) < wish:
            numbers.append(found.session)
            done[today] = done.get(today, 0) + 1
        assert numbers == list(range(1, len(numbers) + 1))
        assert len(numbers) <= wanted.sessions_per_day
        if len(numbers) == wanted.sessions_per_day:
            assert not due_on(wanted, done, today).due
        if numbers and before is not None and not wanted.weekdays:
            assert (today - before).days >= wanted.every_days.low


@given(wanted=plans(), done=DONE)
def test_nothing_is_skipped_for_ever(wanted: Plan, done: dict[date, int]) -> None:
    last_done = max((day for day in done if day >= wanted.follow.since), default=None)
    after = wanted.follow.since if last_done is None else last_done + ONE_DAY
    open_days = [day for day in (after + days * ONE_DAY for days in range(150)) if is_open(wanted.follow, day)]
    due_days = [day for day in open_days if due_on(wanted, done, day).due]
    if wanted.weekdays:
        assert due_days == [day for day in open_days if f"{day:%a}".lower() in wanted.weekdays]
        return
    if open_days:
        # From the due day on it stays due, on every day that is no pause.
        assert due_days == open_days[len(open_days) - len(due_days) :]
        soon = open_days[0] if last_done is None else last_done + int(wanted.every_days.high) * ONE_DAY
        assert all(day in due_days for day in open_days if day >= soon)


@given(wanted=plans(), done=DONE, today=DAYS)
def test_late_is_what_stands_due_for_longer_than_the_range_allows(
    wanted: Plan, done: dict[date, int], today: date
) -> None:
    found = due_on(wanted, done, today)
    if wanted.weekdays or done.get(today):
        assert not found.late
    elif found.due:
        since = wanted.follow.since
        days = (since + days * ONE_DAY for days in range((today - since).days + 1))
        due_since = next(day for day in days if not any(each >= day for each in done) and asks(wanted, done, day))
        assert found.late == ((today - due_since).days > wanted.every_days.high - wanted.every_days.low)


@given(follow=follows(), day=DAYS)
def test_after_the_pauses_is_the_first_day_that_lies_in_none(follow: Follow, day: date) -> None:
    expected = day
    while any(pause.first <= expected <= pause.last for pause in follow.pauses):
        expected += ONE_DAY
    assert after_pauses(follow, day) == expected


def test_the_days_of_the_tests_are_those_of_the_calendar() -> None:
    assert (nov(1), f"{nov(1):%a}", nov(31)) == (SUNDAY, "Sun", date(2026, 12, 1))
