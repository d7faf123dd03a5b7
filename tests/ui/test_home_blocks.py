"""The blocks of a day hold every session that is left, once; its sentences say days as one does."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footui.core.dose import Dose, Range
from footui.core.notation import PLAIN, Notation
from footui.core.record import Pain
from footui.core.routine import Routine, Step
from footui.core.schedule import Follow, Plan, due_on, due_tomorrow
from footui.core.timeline import compile_timeline
from footui.screens.first_start_rows import facts_of, note_on
from footui.screens.home_blocks import Day, Kind, day_in_blocks, session_name
from footui.screens.home_words import day_words, last_done_words, nothing_due, pain_words, tomorrow
from footui.storage.library import RoutineEntry
from footui.storage.listing import Origin
from footui.storage.today import Today, TodaysRoutine

SATURDAY = date(2026, 11, 21)


def routine(
    times_a_day: int = 1, *, title: str = "Evening toes", slots: tuple[str, ...] = (), steps: int = 1
) -> Routine:
    """A routine of holds, the first step done so many times a day and the others once."""
    doses = [Dose(hold=Range(5, 5), times_per_day=Range(times_a_day, times_a_day))]
    doses += [Dose(hold=Range(5, 5))] * (steps - 1)
    return Routine("toes", title, tuple(Step("toe-press", dose) for dose in doses), slots=slots)


def day_of_one(which: Routine, done: int, times: tuple[time, ...] = (), since: date = SATURDAY, at: int = 8) -> Day:
    """Saturday at this hour, for somebody who follows this routine and has done so many of its sessions."""
    plan = Plan.of(Follow("toes", since, times=times), which)
    due = due_on(plan, {SATURDAY: done} if done else {}, SATURDAY)
    planned = plan.follow.time_of(due.session)
    timeline = compile_timeline(which, due.session) if due.session else None
    entry = RoutineEntry("toes", None, Origin.OWN, which)
    waits = planned is not None and at < planned.hour
    each = TodaysRoutine(entry, plan, due, timeline, None, due_tomorrow(plan, {SATURDAY: done}, SATURDAY), waits)
    return day_in_blocks(Today(SATURDAY, None, (each,), (), ()), [entry], {})


def sessions_in(day: Day, *kinds: Kind) -> list[int]:
    """The numbers of the sessions in the blocks of these kinds."""
    spans = [(block.timeline.session, block.last) for block in day.blocks if block.kind in kinds and block.timeline]
    return [number for first, last in spans for number in range(first, last + 1)]


@given(
    st.integers(1, 12),
    st.integers(0, 14),
    st.lists(st.integers(5, 22), unique=True, max_size=12).map(sorted),
    st.lists(st.sampled_from(["breakfast", "lunch", "dinner"]), unique=True, max_size=3),
    st.integers(4, 23),
)
def test_every_session_that_is_left_stands_in_one_block(
    of: int, done: int, hours: list[int], slots: list[str], at: int
) -> None:
    times = tuple(map(time, hours[:of]))
    day = day_of_one(routine(of, slots=tuple(slots[:of])), done, times, at=at)
    assert sessions_in(day, Kind.DUE, Kind.LATER) == list(range(done + 1, of + 1))
    assert len(sessions_in(day, Kind.DUE)) <= 1


def test_what_has_a_name_or_a_time_stands_alone_and_the_rest_together() -> None:
    named = day_of_one(routine(5, slots=("breakfast", "lunch")), 0, (time(7), time(12), time(15)))
    blocks = [(block.timeline.session, block.last) for block in named.blocks if block.timeline]
    assert blocks == [(1, 1), (2, 2), (3, 3), (4, 5)]


def test_a_day_is_over_at_the_start_of_the_next_or_when_a_time_has_come() -> None:
    day = day_of_one(routine(), 0, (time(9),))
    assert not day.is_over(datetime(2026, 11, 21, 8, 59, tzinfo=UTC))
    assert day.is_over(datetime(2026, 11, 21, 9, 0, tzinfo=UTC))
    day = day_of_one(routine(), 1)
    assert not day.is_over(datetime(2026, 11, 22, 3, 59, tzinfo=UTC))
    assert day.is_over(datetime(2026, 11, 22, 4, 0, tzinfo=UTC))
    assert day.is_over(datetime(2026, 11, 20, 12, 0, tzinfo=UTC)), "a flight west"


def test_sessions_are_named_by_their_slot_or_else_by_their_number() -> None:
    assert session_name(routine(), 1) == "Evening toes"
    assert session_name(routine(3), 2) == "Evening toes · session 2 of 3"
    assert session_name(routine(3, slots=("breakfast",)), 1) == "Evening toes · breakfast"
    assert session_name(routine(3), 2, 3) == "Evening toes · sessions 2 and 3"
    assert session_name(routine(5), 2, 5) == "Evening toes · sessions 2 to 5"


@pytest.mark.parametrize(("away", "words", "last_done"), [
    (0, "today", "last done today"),
    (1, "tomorrow", "last done tomorrow"),
    (-1, "yesterday", "last done yesterday"),
    (2, "Monday", "last done on Monday"),
    (-6, "Sunday", "last done on Sunday"),
    (-7, "Sat 14 Nov", "last done on Sat 14 Nov"),
    (-400, "2025-10-17", "last done on 2025-10-17"),
])  # fmt: skip
def test_days_are_said_as_one_does(away: int, words: str, last_done: str) -> None:
    day = SATURDAY + timedelta(days=away)
    assert day_words(day, SATURDAY, PLAIN) == words
    assert last_done_words(day, SATURDAY, PLAIN) == last_done


def test_where_nothing_is_due_the_next_day_and_time_are_said_in_the_person_s_notation() -> None:
    english = Notation(twelve_hours=True)
    assert nothing_due(day_of_one(routine(), 0), PLAIN) == ""
    waits = nothing_due(day_of_one(routine(), 0, (time(19, 30),)), english)
    assert waits == "Nothing is due now. Next: Evening toes, at 7:30 pm. 3 lists your routines."
    done = nothing_due(day_of_one(routine(), 1), PLAIN)
    assert done == "Nothing is due. Next: Evening toes, tomorrow. 3 lists your routines."
    assert tomorrow(day_of_one(routine(), 1)) == "Evening toes"
    assert tomorrow(day_of_one(routine(), 0, since=SATURDAY + timedelta(days=5))) == ""


def test_pain_is_told_as_far_as_it_was_said() -> None:
    assert pain_words(Pain()) == ""
    assert pain_words(Pain(next_morning=0)) == "pain this morning 0"
    assert pain_words(Pain(before=1, after=2)) == "pain yesterday 2"
    assert pain_words(Pain(1, 4, 2, 1)) == "pain this morning 1 · yesterday 4"


@pytest.mark.parametrize(("title", "steps", "note"), [
    ("Two exercises", 2, ""),
    ("Three foot exercises", 2, "2 of 3: its title says 3, its text lists 2."),
    ("Two minutes", 2, "It says 2 minutes; its own numbers come to 0:25."),
    ("Evening toes", 2, ""),
    ("Minutes", 2, ""),
])  # fmt: skip
def test_a_title_that_promises_another_number_is_set_right(title: str, steps: int, note: str) -> None:
    assert note_on(facts_of(routine(title=title, steps=steps))) == note
