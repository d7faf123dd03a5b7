"""A session that was interrupted goes on where it stood: nothing is lost, and nothing counts twice."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from footui.core.changes import LowerEnd, OnceMore, OtherForm
from footui.core.dose import Dose, Level, Range, Sides, Timing
from footui.core.events import PhaseBegan
from footui.core.phase import SECOND, PhaseKind
from footui.core.player import Player
from footui.core.record import work_done
from footui.core.routine import Routine, Step
from footui.core.standing import StandingError, go_on, player_at, standing_of
from footui.core.timeline import compile_timeline
from footui.core.walk import PlayerState
from tests.strategies import Operation, gone_on, operated, operations, played_to_the_end, restored, routines, waits

HOLDS = Dose(hold=Range.of(10), reps=Range.of(3))
SELF_PACED = Dose(reps=Range.of(10), sets=Range.of(2))
HOUR = 3_600 * SECOND


def playing(*doses: Dose, timing: Timing | None = None) -> Player:
    """A player of these doses, started at 0."""
    routine = Routine("test", "Test", tuple(Step("toe-press", dose) for dose in doses), timing=timing or Timing())
    player = Player(compile_timeline(routine))
    player.start(0)
    return player


# Whatever was done before


@given(routines(), operations())
def test_what_was_kept_gives_the_same_place_and_the_same_record(routine: Routine, todo: list[Operation]) -> None:
    player, _ = operated(routine, todo)
    again = restored(player)
    assert again.timeline == player.timeline
    assert again.prescribed == player.prescribed
    assert (again.index, again.into_ns, again.goes_on_at) == (player.index, player.into_ns, player.goes_on_at)
    assert (again.position_ns, again.total_ns) == (player.position_ns, player.total_ns)
    assert (again.skips, again.instead, again.changes) == (player.skips, player.instead, player.changes)
    assert work_done(again) == work_done(player)
    kept = standing_of(player)
    assert {**standing_of(again), "active": kept["active"], "paused": kept["paused"]} == kept


@given(routines(), operations(), st.lists(waits, min_size=1, max_size=4))
def test_however_often_it_is_interrupted_the_record_at_the_end_is_the_same(
    routine: Routine, todo: list[Operation], interruptions: list[int]
) -> None:
    player, now = operated(routine, todo)
    assume(player.is_live)
    whole, _ = operated(routine, todo)
    for wait in interruptions:
        before = work_done(player)
        active_ns, paused_ns = player.time.active_ns, player.time.paused_ns
        now += HOUR
        player = gone_on(player, now)
        assert work_done(player) == before
        assert (player.time.active_ns, player.time.paused_ns) == (active_ns, paused_ns)
        now += wait
        player.advance(now)
        if not player.is_live:
            break
    assert work_done(played_to_the_end(player)) == work_done(played_to_the_end(whole))


@given(routines(), operations(), st.lists(waits, max_size=3))
def test_before_any_work_stands_a_time_to_get_ready_and_the_work_has_what_was_left_of_it(
    routine: Routine, todo: list[Operation], interruptions: list[int]
) -> None:
    player, now = operated(routine, todo)
    assume(player.is_live)
    get_ready = round((routine.timing.prepare or 5) * SECOND)
    for wait in [*interruptions, 0]:
        was, into, length, pending = player.phase, player.into_ns, player.phase_length_ns, player.goes_on_at
        now += HOUR
        player = gone_on(player, now)
        assert (player.state, player.into_ns, player.time.now_ns) == (PlayerState.RUNNING, 0, now)
        assert not player.phase.is_work
        assert (player.phase_length_ns or 0) >= get_ready
        if was.is_work:
            assert player.phase.kind is PhaseKind.PREPARE
            assert player.phase_length_ns == get_ready
            coming_into, coming_length = into, length
        elif pending is not None:
            coming_into, coming_length = pending[1], None
        else:
            coming_into, coming_length = 0, None
        work = player.index + 1
        if player.timeline.phases[work].is_work:  # a pause may be followed by what is left of an earlier interruption
            player.advance(now + (player.phase_length_ns or 0))
            now = player.time.now_ns
            assert (player.index, player.into_ns) == (work, coming_into)
            assert coming_length is None or player.phase_length_ns == coming_length
        assert player.timeline.phases[-1].is_work
        now += wait
        player.advance(now)
        if not player.is_live:
            break


@given(routines(), operations(), st.data())
def test_what_was_kept_and_is_damaged_is_told_and_never_a_crash(
    routine: Routine, todo: list[Operation], data: st.DataObject
) -> None:
    player, _ = operated(routine, todo)
    standing = json.loads(json.dumps(standing_of(player)))
    name = data.draw(st.sampled_from(sorted(standing)))
    standing[name] = data.draw(
        st.sampled_from([None, "x", -1, 10**6, [], [1], [[1]], [[10**6, "lower end", 0]], [["x", "x"]], [[0, 0, {}]]])
    )
    try:
        again = player_at(compile_timeline(routine), standing)
    except StandingError:
        return
    assert 0 <= again.index < len(again.timeline.phases)


# One by one


def test_into_a_hold_it_goes_on_with_exactly_what_was_left() -> None:
    player = playing(HOLDS)
    player.advance(9 * SECOND)  # prepare 5, then 4 s of the first hold
    player = gone_on(player, HOUR)
    assert (player.phase.kind, player.remaining_ns) == (PhaseKind.PREPARE, 5 * SECOND)
    assert player.advance(HOUR + 5 * SECOND)[-1] == PhaseBegan(2, HOUR + 5 * SECOND)
    assert player.remaining_ns == 6 * SECOND
    player.advance(HOUR + 11 * SECOND)
    assert player.phase.kind is PhaseKind.RELEASE
    assert work_done(played_to_the_end(player))[0].done_seconds == 30.0


def test_a_pause_that_is_long_enough_begins_anew() -> None:
    player = playing(HOLDS, HOLDS)
    player.advance(41 * SECOND)  # prepare 5, 34 s of the first step, 2 s of the transition
    player = gone_on(player, HOUR)
    assert (player.phase.kind, player.remaining_ns) == (PhaseKind.TRANSITION, 10 * SECOND)
    assert player.timeline == player.prescribed


def test_a_pause_that_is_too_short_to_get_ready_in_makes_way() -> None:
    player = playing(HOLDS)
    player.advance(16 * SECOND)  # 1 s into the release
    player = gone_on(player, HOUR)
    assert (player.phase.kind, player.remaining_ns) == (PhaseKind.PREPARE, 5 * SECOND)
    player.advance(HOUR + 5 * SECOND)
    assert (player.phase.rep, player.remaining_ns) == (2, 10 * SECOND)


def test_interrupted_while_getting_ready_one_gets_ready_once_more_and_not_twice_in_a_row() -> None:
    player = playing(HOLDS)
    player.advance(16 * SECOND)  # in the release: a time to get ready comes after it
    player = gone_on(player, HOUR)
    player.back(HOUR)  # into the release again
    assert player.phase.kind is PhaseKind.RELEASE
    player = gone_on(player, 2 * HOUR)
    kinds = [phase.kind for phase in player.timeline.phases[player.index :][:2]]
    assert kinds == [PhaseKind.PREPARE, PhaseKind.HOLD]
    player.advance(2 * HOUR + 3 * SECOND)
    player = gone_on(player, 3 * HOUR)
    assert (player.phase.kind, player.remaining_ns) == (PhaseKind.PREPARE, 5 * SECOND)
    assert sum(phase.kind is PhaseKind.PREPARE for phase in player.timeline.phases) == 2


def test_a_second_interruption_while_getting_ready_keeps_what_was_left_of_the_hold() -> None:
    player = playing(HOLDS)
    player.advance(9 * SECOND)
    player = gone_on(player, HOUR)
    player.advance(HOUR + 2 * SECOND)
    player = gone_on(player, 2 * HOUR)
    player.advance(2 * HOUR + 5 * SECOND)
    assert player.remaining_ns == 6 * SECOND


def test_going_back_while_getting_ready_begins_the_hold_anew_and_counts_it_once() -> None:
    player = playing(HOLDS)
    player.advance(9 * SECOND)
    player = gone_on(player, HOUR)
    player.back(HOUR)  # to the time to get ready that the session began with
    player.advance(HOUR + 10 * SECOND)
    assert player.phase.kind is PhaseKind.HOLD
    assert player.remaining_ns == 10 * SECOND
    assert work_done(played_to_the_end(player))[0].done_seconds == 30.0


def test_restarting_the_step_while_getting_ready_begins_its_first_hold_anew() -> None:
    player = playing(HOLDS)
    player.advance(9 * SECOND)
    player = gone_on(player, HOUR)
    player.restart_step(HOUR + SECOND)
    assert (player.phase.kind, player.remaining_ns) == (PhaseKind.HOLD, 10 * SECOND)
    player.take_back(HOUR + 2 * SECOND)
    assert (player.phase.kind, player.into_ns) == (PhaseKind.PREPARE, SECOND)
    player.advance(HOUR + 6 * SECOND)
    assert player.remaining_ns == 6 * SECOND


def test_going_on_at_once_while_getting_ready_goes_into_the_midst_of_the_hold() -> None:
    player = playing(HOLDS)
    player.advance(9 * SECOND)
    player = gone_on(player, HOUR)
    player.next(HOUR + SECOND)
    assert player.remaining_ns == 6 * SECOND


def test_a_self_paced_set_is_gone_on_with_and_said_to_be_done() -> None:
    player = playing(SELF_PACED)
    player.done(60 * SECOND)
    player.advance(80 * SECOND)  # in the second set
    player = gone_on(player, HOUR)
    player.advance(HOUR + 5 * SECOND)
    player.done(HOUR + 9 * SECOND)
    assert player.state is PlayerState.FINISHED
    assert work_done(player)[0].done_reps == 20


def test_where_the_routine_has_no_time_to_get_ready_there_are_five_seconds() -> None:
    player = playing(HOLDS, timing=Timing(prepare=0))
    player.advance(SECOND)
    player = gone_on(player, HOUR)
    assert (player.index, player.remaining_ns) == (0, 5 * SECOND)


def test_what_was_changed_and_skipped_and_added_is_there_again() -> None:
    dose = Dose(hold=Range(10, 20), reps=Range(2, 4), sides=Sides.EACH)
    routine = Routine("test", "Test", (Step("calf-stretch", dose), Step("toe-press", HOLDS)), level=Level.HIGH)
    player = Player(compile_timeline(routine))
    player.start(0)
    player.change(6 * SECOND, OtherForm("sitting", "towel"))
    player.change(7 * SECOND, LowerEnd())
    player.change(8 * SECOND, OnceMore())
    player.extend(9 * SECOND, 5 * SECOND)
    player.skip_step(10 * SECOND, "no time")
    player = gone_on(player, HOUR)
    left = work_done(player)[0]
    assert (left.variant, left.instead, left.skipped) == ("sitting", "towel", "no time")
    assert (left.planned_reps, left.done_seconds, left.extended_ns) == (4, 5.0, 5 * SECOND)
    assert player.phase.step == 2


def test_paused_time_is_kept_and_the_interruption_is_no_part_of_it() -> None:
    player = playing(HOLDS)
    player.pause(6 * SECOND)
    player.advance(66 * SECOND)
    player = gone_on(player, HOUR)
    assert (player.time.paused_ns, player.time.active_ns) == (60 * SECOND, 6 * SECOND)
    player.pause(HOUR + SECOND)
    player.resume(HOUR + 2 * SECOND)
    assert (player.time.paused_ns, player.time.active_ns) == (61 * SECOND, 7 * SECOND)


def test_a_session_that_runs_cannot_be_gone_on_with_again() -> None:
    player = playing(HOLDS)
    player.advance(6 * SECOND)
    assert go_on(player, standing_of(player), HOUR) == []
    assert player.timeline == player.prescribed


@pytest.mark.parametrize(
    "damage",
    [
        {"phase": 6}, {"phase": -1}, {"into": None}, {"active": "x"}, {"goes_on_at": [3, 0]},
        {"changes": [[0, "unheard of"]]}, {"changes": [[99, "once more"]]}, {"attempts": [[1]]},
        {"dropped": [[[["hold"], 1, 1, 0]]]},
    ],
)  # fmt: skip
def test_what_does_not_fit_the_routine_is_refused(damage: dict[str, Any]) -> None:
    player = playing(HOLDS)
    with pytest.raises(StandingError):
        player_at(player.timeline, {**standing_of(player), **damage})
