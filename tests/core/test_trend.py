"""How an exercise went from session to session, side by side, and how high that is drawn."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from footui.core.dose import Side
from footui.core.phase import SECOND
from footui.core.record import Pain, SessionRecord, WorkDone
from footui.core.trend import HEIGHTS, Measure, height_of, height_of_pain, trend_of

START = datetime.fromisoformat("2026-11-01T07:30:00+00:00")


def row(exercise: str, side: Side, done: float, planned: float = 50, step: int = 1) -> WorkDone:
    """Seconds of a step on one side."""
    return WorkDone(step, exercise, None, side, 5, int(done // 10), round(planned * SECOND), round(done * SECOND), None)


def reps(exercise: str, side: Side, done: int, planned: int = 8) -> WorkDone:
    """Repetitions of a step at one's own pace."""
    return WorkDone(1, exercise, None, side, planned, done, 0, 0, None)


def session(number: int, *work: WorkDone, status: str = "finished", pain: Pain = Pain()) -> SessionRecord:  # noqa: B008  # it never changes
    started = START + timedelta(days=number)
    return SessionRecord(
        f"s{number}", "own", "Own", "low", 1, 1, started, started, status, 0, 0.0, tuple(work), pain=pain
    )


def each_foot(*amounts: tuple[float, float]) -> list[SessionRecord]:
    """A session for each pair of seconds, left and right."""
    return [
        session(place, row("pencil", Side.LEFT, left), row("pencil", Side.RIGHT, right))
        for place, (left, right) in enumerate(amounts)
    ]


def test_left_and_right_are_told_apart_from_first_to_last() -> None:
    trend = trend_of("pencil", each_foot((35, 20), (40, 30), (50, 50), (50, 50)), 12)
    assert trend is not None
    left, right = trend.of(Side.LEFT), trend.of(Side.RIGHT)
    assert left is not None
    assert right is not None
    assert (left.done.ends, right.done.ends) == ((35, 50), (20, 50))
    assert (left.planned, trend.measure, trend.sessions) == (50, Measure.SECONDS, 4)
    assert trend.of(Side.BOTH) is None


def test_sides_that_did_the_same_in_the_last_sessions_are_equal_for_these() -> None:
    trend = trend_of("pencil", each_foot((35, 20), (50, 50), (40, 30), (50, 50), (50, 50)), 12)
    assert trend is not None
    assert (trend.equal_for, trend.behind) == (2, None)


def test_the_side_that_did_less_is_behind() -> None:
    behind = [trend_of("pencil", each_foot(*pair), 12) for pair in ([(50, 43)], [(20, 50)])]
    assert [trend and trend.behind for trend in behind] == [(Side.RIGHT, 7), (Side.LEFT, 30)]


def test_an_exercise_for_both_feet_has_nothing_to_compare() -> None:
    trend = trend_of("toes", [session(1, row("toes", Side.BOTH, 30, 30))], 12)
    assert trend is not None
    assert (trend.equal_for, trend.behind, [side.side for side in trend.sides]) == (0, None, [Side.BOTH])


def test_several_steps_with_the_same_exercise_are_taken_together() -> None:
    trend = trend_of("toes", [session(1, row("toes", Side.BOTH, 30, 30), row("toes", Side.BOTH, 5, 10, step=2))], 12)
    assert trend is not None
    assert (trend.sides[0].done.each, trend.sides[0].planned) == ((35,), 40)


def test_what_is_done_at_ones_own_pace_is_counted_in_repetitions() -> None:
    trend = trend_of("pencil", [session(1, reps("pencil", Side.LEFT, 5)), session(2, reps("pencil", Side.LEFT, 8))], 12)
    assert trend is not None
    assert (trend.measure, trend.sides[0].done.each) == (Measure.REPETITIONS, (5, 8))


def test_the_last_session_says_how_it_is_measured_and_what_is_measured_otherwise_is_not_there() -> None:
    trend = trend_of("pencil", [session(1, reps("pencil", Side.LEFT, 5)), session(2, row("pencil", Side.LEFT, 20))], 12)
    assert trend is not None
    assert (trend.measure, trend.sides[0].done.each) == (Measure.SECONDS, (None, 20))


def test_a_session_that_was_stopped_before_it_does_not_count_and_one_that_skipped_it_does() -> None:
    nothing, some = row("toes", Side.BOTH, 0), row("toes", Side.BOTH, 20)
    sessions = [session(1, some, status="stopped"), session(2, nothing, status="stopped"), session(3, nothing)]
    trend = trend_of("toes", [*sessions, session(4, some, status="open")], 12)
    assert trend is not None
    assert trend.sides[0].done.each == (20, 0)


def test_pain_is_there_where_it_was_said() -> None:
    pains = [Pain(3, 5, 2, 3), Pain(), Pain(1, 4, 1, 1)]
    trend = trend_of("toes", [session(n, row("toes", Side.BOTH, 1), pain=pain) for n, pain in enumerate(pains)], 12)
    assert trend is not None
    assert (trend.worst.each, trend.worst.ends) == ((5, None, 4), (5, 4))
    assert trend.next_morning.said == (3, 1)


def test_without_a_session_there_is_no_trend() -> None:
    assert trend_of("toes", each_foot((1, 1)), 12) is None
    assert trend_of("toes", [], 12) is None


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=1, max_size=30), st.integers(1, 24))
def test_only_the_last_sessions_are_in_it_and_what_is_said_of_the_sides_is_so(
    amounts: list[tuple[int, int]], most: int
) -> None:
    trend = trend_of("pencil", each_foot(*amounts), most)
    assert trend is not None
    last = amounts[-most:]
    assert trend.sessions == len(last)
    assert [side.done.each for side in trend.sides] == [tuple(each) for each in zip(*last, strict=True)]
    assert all(max(side.done.said) <= side.most for side in trend.sides)
    equal = 0
    while equal < len(last) and last[-1 - equal][0] == last[-1 - equal][1]:
        equal += 1
    assert trend.equal_for == equal
    assert (trend.behind is None) == (last[-1][0] == last[-1][1])


@given(st.floats(0, 1e6), st.floats(0, 1e6), st.floats(0.1, 1e6))
def test_more_is_never_drawn_lower_and_only_nothing_at_all_as_nothing(one: float, other: float, full: float) -> None:
    less, more = sorted((one, other))
    assert 0 <= height_of(less, full) <= height_of(more, full) <= HEIGHTS
    assert (height_of(one, full) == 0) == (one == 0)
    assert height_of(full, full) == HEIGHTS


@given(st.integers(0, 10))
def test_pain_is_drawn_as_its_number_up_to_the_greatest_height(pain: int) -> None:
    assert height_of_pain(pain) == min(pain, HEIGHTS)
