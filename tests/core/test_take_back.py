"""What was done by mistake can be taken back, one thing after the other; what was exercised stays done."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given

from footui.core.changes import Change, FewerRepetitions, LowerEnd, OnceMore, OtherFootFirst, OtherForm
from footui.core.dose import Dose, Level, Range, Sides
from footui.core.events import Changed, Extended, PhaseBegan, StepSkipped, TakenBack
from footui.core.phase import SECOND
from footui.core.player import Player
from footui.core.record import work_done
from footui.core.routine import Routine, Step
from footui.core.timeline import compile_timeline
from footui.core.walk import PlayerState
from tests.strategies import TO_TAKE_BACK, Operation, act, operated, operations, routines

HOLDS = Dose(hold=Range.of(10), reps=Range.of(3))
HOUR = 3_600 * SECOND
EACH = Dose(hold=Range(10, 20), reps=Range(2, 4), sides=Sides.EACH)


def playing(*doses: Dose) -> Player:
    """A player of these doses at level high, started at 0."""
    routine = Routine("test", "Test", tuple(Step("toe-press", dose) for dose in doses), level=Level.HIGH)
    player = Player(compile_timeline(routine))
    player.start(0)
    return player


def course(player: Player) -> dict[str, Any]:
    """Everything that taking back gives back."""
    return {
        "timeline": player.timeline,
        "lengths": [player.length_of(index) for index in range(len(player.timeline.phases))],
        "skips": dict(player.skips),
        "instead": player.instead,
        "changes": list(player.changes),
        "place": (player.index, player.into_ns, player.goes_on_at),
        "total": player.total_ns,
    }


def amounts(player: Player) -> dict[tuple[int, str], tuple[int, int]]:
    """What was done by step and side: nanoseconds and repetitions."""
    return {(row.step, row.side): (row.done_ns, row.done_reps) for row in work_done(player)}


# Whatever was done before


@given(routines(), operations(), operations(TO_TAKE_BACK, max_size=6))
def test_taking_back_at_once_gives_the_course_as_it_was_through_all_of_them(
    routine: Routine, todo: list[Operation], mistakes: list[Operation]
) -> None:
    player, now = operated(routine, todo)
    assume(player.is_live)
    courses = []
    for mistake in mistakes:
        before = course(player)
        events = act(player, mistake, now)
        if not player.is_live or (mistake.name == "lower_end" and PhaseBegan in map(type, events)):
            return  # the end of a session, and of a hold that has lasted long enough, stay
        if mistake.name == "restart_step" or {Changed, Extended, StepSkipped}.intersection(map(type, events)):
            courses.append(before)
    done = amounts(player)
    for before in reversed(courses):
        assert player.can_take_back
        assert isinstance(player.take_back(now)[-1], TakenBack)
        assert course(player) == before
        assert amounts(player) == done


@given(routines(), operations(), operations(("take_back",), max_size=12))
def test_taking_back_at_any_time_leaves_what_was_done_as_it_is(
    routine: Routine, todo: list[Operation], backs: list[Operation]
) -> None:
    player, now = operated(routine, todo)
    for back in backs:
        now += back.wait_ns
        player.advance(now)
        before, place = amounts(player), (player.index, player.into_ns)
        was_possible = player.can_take_back
        events = player.take_back(now)
        assert any(isinstance(event, TakenBack) for event in events) == was_possible
        assert amounts(player) == before
        if not any(isinstance(event, PhaseBegan) for event in events):
            assert player.into_ns == place[1]
        assert player.timeline.phases[-1].is_work


@given(routines(), operations())
def test_nobody_is_in_a_step_that_counts_as_skipped(routine: Routine, todo: list[Operation]) -> None:
    player, _ = operated(routine, todo)
    assert not player.is_live or player.phase.occurrence not in player.skips


# One by one


def test_a_restart_is_taken_back_to_where_one_was() -> None:
    player = playing(HOLDS)
    player.restart_step(33 * SECOND)  # 4 s into the third hold
    assert player.index == 1
    player.take_back(36 * SECOND)
    assert (player.phase.rep, player.into_ns) == (3, 4 * SECOND)
    assert amounts(player)[1, "both"] == (24 * SECOND, 2)


def test_a_skip_is_taken_back_with_its_reason() -> None:
    player = playing(HOLDS, HOLDS)
    player.skip_step(9 * SECOND, "pain")
    player.take_back(12 * SECOND)
    assert (player.index, player.into_ns, player.skips) == (1, 4 * SECOND, {})
    assert work_done(player)[0].skipped is None


def test_the_last_skip_of_a_session_cannot_be_taken_back_as_the_session_is_over() -> None:
    player = playing(HOLDS)
    player.skip_step(9 * SECOND, "pain")
    assert not player.can_take_back
    assert player.take_back(10 * SECOND) == []


def test_five_seconds_more_are_taken_back_while_there_are_five_left() -> None:
    player = playing(HOLDS)
    player.extend(6 * SECOND, 5 * SECOND)
    player.take_back(7 * SECOND)
    assert player.phase_length_ns == 10 * SECOND
    player.extend(8 * SECOND, 5 * SECOND)
    player.advance(15 * SECOND)
    assert not player.can_take_back


def test_five_seconds_less_are_taken_back_until_the_phase_is_over() -> None:
    player = playing(HOLDS)
    player.extend(6 * SECOND, -5 * SECOND)
    player.take_back(9 * SECOND)
    assert player.remaining_ns == 6 * SECOND
    player.extend(9 * SECOND, -5 * SECOND)
    player.advance(11 * SECOND)
    assert not player.can_take_back


@pytest.mark.parametrize(
    "change",
    [OnceMore(), LowerEnd(), FewerRepetitions(1), OtherForm("sitting", "towel")],
    ids=lambda c: type(c).__name__,
)
def test_a_change_made_while_exercising_is_taken_back_in_the_same_hold(change: Change) -> None:
    player = playing(EACH)
    player.advance(6 * SECOND)
    before = course(player)
    player.change(6 * SECOND, change)
    assert player.timeline != player.prescribed
    player.take_back(6 * SECOND)
    assert course(player) == before
    assert player.instead == {}


def test_the_other_foot_first_is_taken_back_before_that_foot_works() -> None:
    player = playing(EACH)
    player.change(SECOND, OtherFootFirst())
    player.take_back(2 * SECOND)
    assert player.timeline == player.prescribed
    player.change(3 * SECOND, OtherFootFirst())
    player.advance(6 * SECOND)
    assert player.phase.side == "right"
    assert not player.can_take_back
    assert player.take_back(6 * SECOND) == []


def test_one_more_is_not_taken_back_when_it_is_being_done() -> None:
    player = playing(HOLDS)
    player.advance(30 * SECOND)
    player.change(30 * SECOND, OnceMore())
    player.advance(38 * SECOND)
    assert player.can_take_back
    player.advance(42 * SECOND)  # the third hold ended at 39
    assert player.phase.rep == 4
    assert not player.can_take_back


def test_one_more_is_taken_back_in_the_hold_after_one_went_back_to_it() -> None:
    player = playing(HOLDS)
    player.change(30 * SECOND, OnceMore())
    player.advance(40 * SECOND)  # in the release before the fourth
    player.back(40 * SECOND)
    assert player.phase.rep == 3
    player.take_back(41 * SECOND)
    assert player.timeline == player.prescribed
    assert amounts(player)[1, "both"] == (30 * SECOND, 3)


def test_another_form_is_not_taken_back_when_a_hold_was_done_in_it() -> None:
    player = playing(HOLDS)
    player.change(SECOND, OtherForm("sitting"))
    assert player.can_take_back
    player.advance(6 * SECOND)
    assert not player.can_take_back


def test_fewer_repetitions_are_not_taken_back_when_one_has_gone_past_them() -> None:
    player = playing(HOLDS, HOLDS)
    player.change(6 * SECOND, FewerRepetitions(1))
    player.advance(16 * SECOND)  # in the transition to the second step
    assert player.phase.step == 2
    assert not player.can_take_back


def test_what_was_done_and_added_comes_back_with_the_repetitions_that_went() -> None:
    player = playing(HOLDS)
    player.extend(18 * SECOND, 5 * SECOND)  # the second hold, which began at 17
    player.restart_step(20 * SECOND)
    before = course(player)
    player.change(20 * SECOND, FewerRepetitions(1))
    assert len(player.timeline.phases) == 2
    assert (work_done(player)[0].done_seconds, work_done(player)[0].extended_ns) == (13.0, 5 * SECOND)
    player.take_back(20 * SECOND)
    assert course(player) == before
    assert (work_done(player)[0].done_seconds, work_done(player)[0].extended_ns) == (13.0, 5 * SECOND)


def test_taking_back_goes_through_all_of_it_the_last_first() -> None:
    player = playing(EACH, HOLDS)
    player.advance(10 * SECOND)
    first = course(player)
    player.change(10 * SECOND, OnceMore())
    player.extend(10 * SECOND, 5 * SECOND)
    player.restart_step(10 * SECOND)
    player.skip_step(10 * SECOND, "other")
    player.change(10 * SECOND, OtherForm("lying"))
    taken = [player.take_back(10 * SECOND)[-1] for _ in range(5)]
    assert [type(event.what).__name__ for event in taken if isinstance(event, TakenBack)] == [
        "Rewrote", "Moved", "Moved", "Lengthened", "Rewrote",
    ]  # fmt: skip
    assert course(player) == first
    assert player.take_back(10 * SECOND) == []


def test_what_was_taken_back_while_paused_stays_paused() -> None:
    player = playing(HOLDS)
    player.pause(9 * SECOND)
    player.restart_step(10 * SECOND)
    player.take_back(11 * SECOND)
    assert (player.state, player.index, player.into_ns) == (PlayerState.PAUSED, 1, 4 * SECOND)
    player.resume(HOUR)
    assert player.remaining_ns == 6 * SECOND
