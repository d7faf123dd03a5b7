"""What is suggested after which sessions: a little more, a little less, each side by itself, or nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import NamedTuple

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from footui.core.dose import Dose, Level, Range, Side, Sides, Unit
from footui.core.morning import has_settled
from footui.core.phase import SECOND
from footui.core.progression import Found, Kind, NothingHarder, Suggestion, other_level, suggestion
from footui.core.record import Pain, SessionRecord
from footui.core.routine import Routine, Step
from footui.core.settings import CareSettings
from tests.core.training import (
    HURTS_LITTLE,
    PICKUP,
    WALK,
    newest_first,
    routine_of,
    session,
    with_row,
)
from tests.strategies import doses

ROUTINE = routine_of(WALK)
CARE = CareSettings()


class Change(NamedTuple):
    """What is otherwise in a session that went well."""

    name: str
    made: Callable[[SessionRecord], SessionRecord]

    def __call__(self, record: SessionRecord) -> SessionRecord:
        return self.made(record)

    def __str__(self) -> str:
        return self.name


def suggested(*sessions: SessionRecord, routine: Routine = ROUTINE, care: CareSettings = CARE) -> Found | None:
    return suggestion(routine, newest_first(*sessions), {}, care)


def said(*sessions: SessionRecord, routine: Routine = ROUTINE, care: CareSettings = CARE) -> str:
    found = suggested(*sessions, routine=routine, care=care)
    return found.sentence if found is not None else ""


SAME = Change("same", lambda record: record)


def pain(*numbers: int | None) -> Change:
    return Change(f"pain {numbers}", lambda record: record._replace(pain=Pain(*numbers)))


def row(**changes: object) -> Change:
    return Change(f"row {changes}", lambda record: with_row(record, **changes))  # type: ignore[arg-type]  # parts of a row


def told(**changes: object) -> Change:
    return Change(f"told {changes}", lambda record: record._replace(**changes))  # type: ignore[arg-type]  # parts of it


# A little more


def test_after_two_complete_sessions_the_next_value_of_the_range_is_suggested_with_the_reason() -> None:
    assert suggested(session(ROUTINE, 1), session(ROUTINE, 2)) == Suggestion(
        Kind.UP,
        1,
        "toe-walk: two sessions complete at 10 s, effort right, pain 1. Try 15 s?",
        "toe-walk: 15 s",
        "up 1 toe-walk",
        keys=(("level", "middle"),),
    )


@pytest.mark.parametrize(("change", "asks"), [
    (SAME, True),
    # Effort.
    (told(effort="easy"), True),
    (told(effort=None), True),
    (told(effort="hard"), False),
    # Pain: before, worst, after, the next morning.
    (pain(2, 2, 2, 2), True),
    (pain(None, 2), True),
    (pain(None, None, 1), True),
    (pain(3, 2, 2), False),
    (pain(0, 3, 1), False),
    (pain(0, 1, 3), False),
    (pain(0, 1, 1, 1), False),
    (pain(3, 2, 2, 3), False),
    (pain(None, 1, 1, 2), False),
    (pain(None, 1, None, 2), True),
    (row(pain=3), False),
    (row(pain=2), True),
    # Nobody said whether it hurts.
    (pain(), False),
    (pain(0), False),
    (pain(None, None, None, 0), False),
    # Not all of it was done, or something else.
    (row(done_ns=9 * SECOND, done_reps=0), False),
    (row(done_ns=9 * SECOND), False),
    (row(done_ns=20 * SECOND, extended_ns=10 * SECOND), True),
    (row(skipped="no time", done_ns=0, done_reps=0), False),
    (row(variant="tiptoe"), False),
    (row(instead="a belt"), True),
    (told(status="stopped"), False),
    (told(status="open"), False),
], ids=str)  # fmt: skip
@pytest.mark.parametrize("which", [0, 1])
def test_more_is_suggested_only_where_both_of_the_last_two_sessions_allow_it(
    change: Change, asks: bool, which: int
) -> None:
    sessions = [session(ROUTINE, 1), session(ROUTINE, 2)]
    sessions[which] = change(sessions[which])
    found = suggested(*sessions)
    assert (isinstance(found, Suggestion) and found.kind is Kind.UP) == asks


def test_one_session_is_not_enough_and_neither_is_one_at_another_level() -> None:
    assert said(session(ROUTINE, 1)) == ""
    assert said(session(ROUTINE, 1, level=Level.HIGH), session(ROUTINE, 2)) == ""
    assert said(session(ROUTINE, 1), session(ROUTINE, 2, level=Level.HIGH)) == ""
    assert said(session(ROUTINE, 1, level=Level.HIGH), session(ROUTINE, 2), session(ROUTINE, 3)) != ""


def test_a_session_between_the_two_counts_if_the_step_stood_in_it() -> None:
    hard = session(ROUTINE, 2, effort="hard")
    assert said(session(ROUTINE, 1), hard, session(ROUTINE, 3)) == ""


def test_pain_in_a_session_of_the_day_without_the_step_speaks_against_more_of_it_too() -> None:
    press = Step("toe-press", Dose(hold=Range.of(3), times_per_day=Range.of(2)))
    routine = routine_of(WALK, press)
    evening = session(routine, 1.5, number=2)
    assert [each.exercise for each in evening.work] == ["toe-press"]
    first, second = session(routine, 1), session(routine, 2)
    assert said(first, evening, second, routine=routine) != ""
    for hurts in (Pain(0, 3, 1), Pain(0, 1, 1, 2)):
        assert said(first, evening._replace(pain=hurts), second, routine=routine) == ""


def test_what_hurt_in_another_routine_speaks_against_more_of_it_but_other_pain_there_does_not() -> None:
    other = routine_of(WALK, PICKUP, slug="other")
    both = session(ROUTINE, 1), session(ROUTINE, 2)
    elsewhere = session(other, 1.5, pain=Pain(0, 7, 7))
    assert said(*both, with_row(elsewhere, 2, pain=7)) != ""
    assert said(*both, with_row(elsewhere, 1, pain=3)) == ""
    assert said(*both, with_row(session(other, 0.5), 1, pain=3)) != "", "before the two"


def test_from_the_middle_it_goes_to_the_high_end_and_from_there_no_further() -> None:
    middle, high = routine_of(WALK, level=Level.MIDDLE), routine_of(WALK._replace(level=Level.HIGH))
    found = suggested(session(middle, 1), session(middle, 2), routine=middle)
    assert isinstance(found, Suggestion)
    assert found.keys == (("level", "high"),)
    assert found.sentence.endswith("complete at 15 s, effort right, pain 1. Try 20 s?")
    assert said(session(high, 1), session(high, 2), routine=high) == ""


@pytest.mark.parametrize(("dose", "level", "higher", "lower"), [
    (Dose(move=Range(10, 20)), Level.LOW, Level.MIDDLE, None),
    (Dose(move=Range(10, 20)), Level.MIDDLE, Level.HIGH, Level.LOW),
    (Dose(move=Range(10, 20)), Level.HIGH, None, Level.MIDDLE),
    # The middle of 2 and 3 is 3: the high end by another name.
    (Dose(hold=Range.of(5), reps=Range(2, 3)), Level.LOW, Level.HIGH, None),
    (Dose(hold=Range.of(5), reps=Range(2, 3)), Level.MIDDLE, None, Level.LOW),
    (Dose(hold=Range.of(5), reps=Range(2, 3)), Level.HIGH, None, Level.LOW),
    (Dose(hold=Range(1, 2), unit=Unit.COUNTS), Level.LOW, Level.HIGH, None),
    (Dose(hold=Range(1, 2)), Level.LOW, Level.MIDDLE, None),
    # Sets alone, and several ranges at once.
    (Dose(hold=Range.of(5), sets=Range(1, 3)), Level.LOW, Level.MIDDLE, None),
    (Dose(hold=Range(5, 10), reps=Range(2, 3)), Level.LOW, Level.MIDDLE, None),
    # How often a day is no part of what is done in a session.
    (Dose(hold=Range.of(5), times_per_day=Range(1, 3)), Level.LOW, None, None),
    (Dose(hold=Range.of(5)), Level.LOW, None, None),
])  # fmt: skip
def test_the_levels_beside_each_level(dose: Dose, level: Level, higher: Level | None, lower: Level | None) -> None:
    assert other_level(dose, level, up=True) == higher
    assert other_level(dose, level, up=False) == lower


@pytest.mark.parametrize(("dose", "words"), [
    (Dose(hold=Range(5, 10)), "at 5 s, effort right, pain 1. Try 7.5 s?"),
    (Dose(hold=Range(1, 3), unit=Unit.COUNTS), "at 1 count, effort right, pain 1. Try 2 counts?"),
    (Dose(reps=Range(1, 5)), "at 1 repetition, effort right, pain 1. Try 3 repetitions?"),
    (Dose(hold=Range(3, 5), reps=Range(5, 10), sets=Range(1, 2)),
     "at 3 s, 5 repetitions, 1 set, effort right, pain 1. Try 4 s, 8 repetitions, 2 sets?"),
    (Dose(hold=Range(3, 5), times_per_day=Range(1, 3)),
     "at 3 s, 1 session a day, effort right, pain 1. Try 4 s, 2 sessions a day?"),
])  # fmt: skip
def test_the_question_names_everything_that_would_be_more(dose: Dose, words: str) -> None:
    routine = routine_of(Step("toe-press", dose))
    assert said(session(routine, 1), session(routine, 2), routine=routine).endswith(words)


def test_both_efforts_are_named_where_they_differ_and_the_highest_pain_of_all() -> None:
    first = session(ROUTINE, 1, effort="right", pain=Pain(0, 1, 2))
    second = session(ROUTINE, 2, effort="easy", pain=Pain(0, 0, 0))
    assert "effort right, then easy, pain 2." in said(first, second)
    assert "complete at 10 s, pain 2." in said(first._replace(effort=None), second._replace(effort=None))


def test_the_same_exercise_twice_is_told_apart_by_its_step() -> None:
    routine = routine_of(WALK, PICKUP, WALK)
    assert said(session(routine, 1), session(routine, 2), routine=routine).startswith("toe-walk, step 1: ")


def test_one_step_at_a_time_the_next_one_after_a_session_with_the_first() -> None:
    press = Step("toe-press", Dose(hold=Range(3, 5)))
    before, after = routine_of(WALK, press), routine_of(WALK._replace(level=Level.MIDDLE), press)
    sessions = session(before, 1), session(before, 2)
    assert said(*sessions, routine=before).startswith("toe-walk")
    assert said(*sessions, routine=after) == ""
    assert said(*sessions, session(after, 3), routine=after).startswith("toe-press: two sessions complete at 3 s")


def test_a_step_that_was_moved_or_changed_begins_anew() -> None:
    moved = routine_of(PICKUP, WALK)
    dosed = routine_of(WALK._replace(dose=Dose(move=Range(12, 20))))
    sessions = session(ROUTINE, 1), session(ROUTINE, 2)
    assert said(*sessions, routine=moved) == said(*sessions, routine=dosed) == ""


def test_a_stricter_setting_counts_and_a_more_generous_one_does_not() -> None:
    def hurting(number: int) -> list[SessionRecord]:
        return [session(ROUTINE, day, pain=Pain(0, number, 0)) for day in (1, 2)]

    strict, generous = CareSettings(ease_from=2), CareSettings(ease_from=8, stop_above=9)
    assert said(*hurting(1), care=strict) == said(*hurting(1))
    assert said(*hurting(2), care=strict) == "Pain was above 1, so nothing harder is suggested."
    assert said(*hurting(3), care=generous) == "Pain was above 2, so nothing harder is suggested."


# Why there is nothing harder


@pytest.mark.parametrize(("numbers", "why", "of_step"), [
    ((2, 4, 2), "Pain was above 2, so nothing harder is suggested.",
     "toe-walk, 10 of 10–20 s: pain 4, so no step up is suggested."),
    ((0, 1, 1, 1), "Pain had not settled by the next morning, so nothing harder is suggested.",
     "toe-walk, 10 of 10–20 s: pain 1, so no step up is suggested."),
    ((0, 1, 1, 4), "Pain was above 2, so nothing harder is suggested.",
     "toe-walk, 10 of 10–20 s: pain 4, so no step up is suggested."),
])  # fmt: skip
def test_pain_is_named_as_the_reason_for_nothing_harder(numbers: tuple[int, ...], why: str, of_step: str) -> None:
    assert suggested(session(ROUTINE, 1, pain=Pain(*numbers))) == NothingHarder(1, why, of_step)


def test_where_nothing_harder_were_possible_nothing_is_said_of_it() -> None:
    high = routine_of(PICKUP, WALK._replace(level=Level.HIGH))
    assert said(session(high, 1, pain=Pain(0, 4)), routine=high) == ""


def test_it_is_said_of_the_step_that_hurt_most_and_only_for_the_last_session() -> None:
    press = Step("toe-press", Dose(hold=Range(3, 5)))
    routine = routine_of(WALK, press)
    hurt = with_row(session(routine, 1, pain=Pain(0, 4)), 2, pain=4)
    found = suggested(hurt, routine=routine)
    assert isinstance(found, NothingHarder)
    assert found.of_step == "toe-press, 3 of 3–5 s: pain 4, so no step up is suggested."
    assert said(hurt, session(routine, 2), routine=routine) == ""


# A little less


HIGH = routine_of(WALK, level=Level.HIGH)


@pytest.mark.parametrize(("change", "words"), [
    # The next morning.
    (pain(2, 2, 2, 4), "pain 4 the next morning, 2 before the session"),
    (pain(0, 0, 0, 1), "pain 1 the next morning, 0 before the session"),
    (pain(None, 2, 2, 3), "pain 3 the next morning"),
    (pain(6, 6, 6, 6), "pain 6 the next morning, 6 before the session"),
    (pain(2, 2, 2, 2), ""),
    (pain(4, 4, 4, 4), ""),
    (pain(None, 4, 4, 2), ""),
    # Above the limit.
    (pain(2, 6, 2), "pain 6"),
    (pain(2, 3, 7), "pain 7"),
    (pain(6), "pain 6"),
    (pain(2, 5, 5), ""),
    (row(pain=6), "pain 6"),
    (row(pain=6, skipped="pain", done_ns=0, done_reps=0), "pain 6"),
    (told(pain=Pain(0, 8), status="stopped"), "pain 8"),
], ids=str)  # fmt: skip
def test_less_is_suggested_after_a_worse_morning_and_above_the_limit(change: Change, words: str) -> None:
    found = suggested(change(session(HIGH, 1)), routine=HIGH)
    if words:
        assert found == Suggestion(
            Kind.DOWN,
            1,
            f"toe-walk at 20 s: {words}. Go back to 15 s?",
            "toe-walk: 15 s",
            "down 1 toe-walk",
            keys=(("level", "middle"),),
        )
    else:
        assert not isinstance(found, Suggestion)


def test_from_the_low_end_it_goes_no_lower() -> None:
    assert not isinstance(suggested(session(ROUTINE, 1, pain=Pain(0, 8, 8, 8))), Suggestion)


def test_the_limit_is_that_of_the_settings() -> None:
    hurt = session(HIGH, 1, pain=Pain(0, 5))
    assert said(hurt, routine=HIGH) == ""
    assert said(hurt, routine=HIGH, care=CareSettings(stop_above=4)) == "toe-walk at 20 s: pain 5. Go back to 15 s?"


def test_less_of_the_step_in_which_it_hurt_and_else_of_the_first() -> None:
    press = Step("toe-press", Dose(hold=Range(3, 5)))
    routine = routine_of(WALK, press, level=Level.HIGH)
    hurt = session(routine, 1, pain=Pain(0, 7))
    assert said(hurt, routine=routine).startswith("toe-walk at 20 s: pain 7.")
    assert said(with_row(hurt, 2, pain=7), routine=routine).startswith("toe-press at 5 s: pain 7.")
    worse = session(routine, 1, pain=Pain(0, 4, 0, 3))
    assert said(with_row(worse, 2, pain=4), routine=routine).startswith("toe-press at 5 s: pain 3 the next morning")


def test_the_morning_after_the_last_session_of_the_day_counts_for_every_step_of_it() -> None:
    press = Step("toe-press", Dose(hold=Range.of(3), times_per_day=Range.of(2)))
    routine = routine_of(WALK, press, level=Level.HIGH)
    evening = session(routine, 1.5, number=2, pain=Pain(0, 0, 0, 3))
    assert said(session(routine, 1), evening, routine=routine).startswith("toe-walk at 20 s: pain 3 the next morning")


def test_a_good_session_after_it_makes_less_needless_and_so_does_less_itself() -> None:
    worse = session(HIGH, 1, pain=Pain(0, 1, 1, 3))
    assert said(worse, session(HIGH, 2), routine=HIGH) == ""
    middle = routine_of(WALK, level=Level.MIDDLE)
    assert "Go back" not in said(worse, routine=middle)


# Each side by itself


EACH = routine_of(PICKUP)
GOOD, SECOND_DAY = session(EACH, 1), session(EACH, 2)


def behind(record: SessionRecord, side: Side = Side.RIGHT, seconds: int = 20, **changes: object) -> SessionRecord:
    return with_row(record, 1, side, **({"done_ns": seconds * SECOND, "done_reps": seconds // 10} | changes))


def test_where_one_side_is_behind_twice_a_step_a_side_is_suggested_the_first_side_first() -> None:
    first, second = behind(session(EACH, 1), seconds=20), behind(session(EACH, 2), seconds=35)
    assert suggested(first, second, routine=EACH) == Suggestion(
        Kind.SPLIT,
        1,
        "pencil-pickup: left complete in two sessions, right not (20, then 35 of 50 s). "
        "Make it a step a side, so that each can have its own dose?",
        "pencil-pickup: a step a side",
        "split 1 pencil-pickup",
        keys=(("sides", "left"),),
        copy_keys=(("sides", "right"),),
    )


def test_the_side_that_is_first_stays_first_whichever_is_behind() -> None:
    routine = routine_of(PICKUP._replace(dose=PICKUP.dose._replace(first=Side.RIGHT, sides=Sides.ALTERNATE)))
    found = suggested(behind(session(routine, 1)), behind(session(routine, 2)), routine=routine)
    assert isinstance(found, Suggestion)
    assert (found.keys, found.copy_keys) == ((("sides", "right"),), (("sides", "left"),))
    assert "(20 of 50 s)" in found.sentence


def test_at_ones_own_pace_repetitions_are_told() -> None:
    routine = routine_of(Step("heel-raise", Dose(reps=Range.of(15), sides=Sides.EACH)))
    found = said(*(behind(session(routine, day), done_ns=0, done_reps=9) for day in (1, 2)), routine=routine)
    assert "right not (9 of 15 repetitions)" in found


@pytest.mark.parametrize(("first", "second"), [
    (GOOD, behind(SECOND_DAY)),
    (behind(GOOD), SECOND_DAY),
    (behind(GOOD, Side.LEFT), behind(SECOND_DAY)),
    (behind(GOOD, skipped="no time"), behind(SECOND_DAY)),
    (behind(GOOD, skipped="other"), behind(SECOND_DAY)),
    (behind(behind(GOOD), Side.LEFT), behind(SECOND_DAY)),
    (behind(GOOD)._replace(status="stopped"), behind(SECOND_DAY)),
], ids=range(7))  # fmt: skip
def test_the_sides_stay_together_where_they_did_not_differ_twice_in_the_same_way(
    first: SessionRecord, second: SessionRecord
) -> None:
    assert said(first, second, routine=EACH) == ""


def test_a_side_left_out_for_pain_is_behind() -> None:
    sessions = (behind(session(EACH, day), skipped="pain", done_ns=0, done_reps=0) for day in (1, 2))
    assert "left complete in two sessions, right not (0 of 50 s)" in said(*sessions, routine=EACH)


# What comes first, and what was left


def test_less_comes_before_the_sides_and_these_before_more() -> None:
    routine = routine_of(WALK, PICKUP, Step("toe-press", Dose(hold=Range(3, 5)), level=Level.HIGH))

    def both(numbers: Pain, **changes: object) -> Kind | None:
        sessions = [session(routine, day, pain=numbers) for day in (1, 2)]
        if changes:
            sessions = [with_row(each, 2, Side.RIGHT, **changes) for each in sessions]
        found = suggested(*sessions, routine=routine)
        return found.kind if isinstance(found, Suggestion) else None

    assert both(HURTS_LITTLE) is Kind.UP
    assert both(HURTS_LITTLE, done_reps=3) is Kind.SPLIT
    assert both(Pain(0, 6), done_reps=3) is Kind.DOWN


def test_what_was_left_comes_again_after_two_more_sessions() -> None:
    sessions = [session(ROUTINE, day) for day in range(1, 6)]
    left = {"up 1 toe-walk": sessions[1].ended}

    def found_after(many: int) -> Found | None:
        return suggestion(ROUTINE, newest_first(*sessions[:many]), {}, CARE, left=left)

    assert [found_after(many) is not None for many in (2, 3, 4, 5)] == [False, False, True, True]


def test_leaving_more_does_not_keep_less_from_being_suggested() -> None:
    middle = routine_of(WALK, level=Level.MIDDLE)
    sessions = newest_first(session(middle, 1), session(middle, 2, pain=Pain(0, 7)))
    left = {"up 1 toe-walk": sessions[0].started + timedelta(minutes=6)}
    found = suggestion(middle, sessions, {}, CARE, left=left)
    assert isinstance(found, Suggestion)
    assert found.kind is Kind.DOWN


# Whatever happened

numbers = st.sampled_from([0, 1, 2, 0, 1, 2, 3, 7, None])
pains = st.tuples(numbers, numbers, numbers, st.none() | numbers).map(lambda said: Pain(*said))
ranges = st.tuples(st.integers(1, 6), st.integers(0, 4)).map(lambda pair: Range(pair[0], sum(pair)))
simple_doses = st.builds(
    lambda hold, reps, sides: Dose(hold=hold, reps=reps, sides=sides), ranges, ranges, st.sampled_from(Sides)
)
levels = st.sampled_from([Level.LOW, Level.LOW, Level.MIDDLE, Level.HIGH])
steps = st.builds(
    lambda exercise, dose, level: Step(exercise, dose, level=level),
    st.sampled_from(["toe-walk", "toe-press"]),
    simple_doses | doses(),
    st.none() | levels,
)
routines = st.builds(
    lambda steps, level: routine_of(*steps, level=level), st.lists(steps, min_size=1, max_size=3), levels
)
row_changes: st.SearchStrategy[dict[str, object]] = st.sampled_from(
    [*[dict[str, object]()] * 6, {"done_reps": 0}, {"pain": 3}, {"pain": 7}, {"skipped": "pain"}]
)


@st.composite
def courses(draw: st.DrawFn) -> tuple[Routine, list[SessionRecord]]:
    """A routine and its last sessions, newest first: complete or not, with pain of every kind."""
    routine = draw(routines)
    sessions = []
    for day in range(draw(st.integers(2, 4)), 0, -1):
        record = session(
            routine,
            day,
            pain=draw(pains | st.just(HURTS_LITTLE)),
            effort=draw(st.sampled_from(["easy", "right", "right", "hard", None])),
            level=draw(st.sampled_from([None, None, None, Level.LOW, Level.HIGH])),
        )
        for each in record.work:
            record = with_row(record, each.step, each.side, **draw(row_changes))
        sessions.append(record)
    return routine, sessions


@given(courses())
def test_nothing_is_ever_suggested_that_goes_beyond_its_range_or_its_reason(
    course: tuple[Routine, list[SessionRecord]],
) -> None:
    routine, sessions = course
    found = suggestion(routine, sessions, {}, CARE)
    event("nothing" if found is None else found.kind if isinstance(found, Suggestion) else "nothing harder")
    if not isinstance(found, Suggestion):
        return
    step = routine.steps[found.step - 1]
    level = step.level_for(routine.level, None)
    last = [record for record in sessions if any(row.step == found.step for row in record.work)]
    if found.kind is Kind.SPLIT:
        assert step.dose.sides in (Sides.EACH, Sides.ALTERNATE)
        assert {found.keys, found.copy_keys} == {(("sides", "left"),), (("sides", "right"),)}
        return
    ((key, value),) = found.keys
    order = list(Level)
    assert key == "level"
    if found.kind is Kind.UP:
        assert order.index(Level(value)) > order.index(level)
        for record in last[:2]:
            every = [*record.pain, *(row.pain for row in record.work)]
            assert max(number for number in every if number is not None) <= 2
            assert has_settled(record.pain, CARE)
            assert record.effort != "hard"
            assert all(row.is_complete and row.skipped is None for row in record.work if row.step == found.step)
    else:
        assert order.index(Level(value)) < order.index(level)
        every = [*last[0].pain, *(row.pain for row in last[0].work)]
        too_much = max((number for number in every if number is not None), default=0) > CARE.stop_above
        assert too_much or not has_settled(last[0].pain, CARE)


@given(courses(), pains.filter(lambda each: max((n for n in each if n is not None), default=0) > 2))
def test_after_a_session_that_hurt_nothing_is_ever_made_harder(
    course: tuple[Routine, list[SessionRecord]], hurts: Pain
) -> None:
    routine, sessions = course
    found = suggestion(routine, [session(routine, 9, pain=hurts), *sessions], {}, CARE)
    assert not (isinstance(found, Suggestion) and found.kind is Kind.UP)


@given(doses(), st.sampled_from(Level), st.booleans())
def test_another_level_is_always_really_more_or_less(dose: Dose, level: Level, up: bool) -> None:
    other = other_level(dose, level, up=up)
    if other is None:
        return
    ranges = [each for each in (dose.hold, dose.move, dose.reps, dose.sets) if each is not None]
    pairs = [(each.at(other), each.at(level)) for each in ranges]
    assert all(new >= old if up else new <= old for new, old in pairs)
    assert any(new != old for new, old in pairs)
