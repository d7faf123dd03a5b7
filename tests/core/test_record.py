"""What was done is told by step and side, truthfully."""

from __future__ import annotations

from hypothesis import given

from footui.core.changes import FewerRepetitions, LowerEnd, OnceMore, OtherFootFirst, OtherForm
from footui.core.dose import Dose, Level, Range, Sides
from footui.core.phase import SECOND
from footui.core.player import Player
from footui.core.record import WorkDone, work_done
from footui.core.routine import Group, Routine, Step
from footui.core.timeline import compile_timeline
from tests.strategies import Operation, gone_on, operated, operations, played_to_the_end, routines


def playing(*steps: Step, groups: dict[str, Group] | None = None) -> Player:
    """A player of these steps, started at 0."""
    player = Player(compile_timeline(Routine("test", "Test", steps, groups=groups or {})))
    player.start(0)
    return player


def brief(row: WorkDone) -> tuple[int, str, int, int, float, float, str | None]:
    """Step, side, planned and done repetitions, planned and done seconds, reason."""
    return (
        row.step, row.side, row.planned_reps, row.done_reps, row.planned_seconds, row.done_seconds, row.skipped
    )  # fmt: skip


HOLDS = Step("toe-press", Dose(hold=Range.of(3), reps=Range.of(2), sets=Range.of(2)))
EACH = Step("pencil-pickup", Dose(hold=Range.of(10), reps=Range.of(2), sides=Sides.EACH))
PACED = Step("heel-raise", Dose(reps=Range.of(10), sets=Range.of(2)))
CIRCLES = Step("ankle-circle", Dose(move=Range.of(10), directions=("cw", "ccw")))


def test_a_whole_session_is_done_as_planned_with_a_row_for_each_step_and_side() -> None:
    player = playing(HOLDS, EACH)
    player.advance(10_000 * SECOND)
    assert [brief(row) for row in work_done(player)] == [
        (1, "both", 4, 4, 12.0, 12.0, None),
        (2, "left", 2, 2, 20.0, 20.0, None),
        (2, "right", 2, 2, 20.0, 20.0, None),
    ]
    assert all(row.is_complete for row in work_done(player))


def test_nothing_done_is_told_as_nothing() -> None:
    assert [brief(row) for row in work_done(playing(EACH))] == [
        (1, "left", 2, 0, 20.0, 0.0, None),
        (1, "right", 2, 0, 20.0, 0.0, None),
    ]


def test_a_repetition_counts_when_both_its_directions_are_whole() -> None:
    player = playing(CIRCLES)
    player.advance(14 * SECOND)  # prepare 5, then 9 s of the first direction
    player.next(14 * SECOND)
    player.advance(24 * SECOND)
    assert [brief(row) for row in work_done(player)] == [(1, "both", 1, 0, 20.0, 19.0, None)]


def test_the_present_stay_in_a_phase_counts_while_it_runs() -> None:
    player = playing(HOLDS)
    player.advance(7 * SECOND)
    assert work_done(player)[0].done_seconds == 2.0


def test_skipping_on_the_right_side_leaves_the_left_as_done() -> None:
    player = playing(EACH)
    player.advance(5 * SECOND + 22 * SECOND + 5 * SECOND + 4 * SECOND)
    player.skip_step(player.time.now_ns, "pain")
    assert [brief(row) for row in work_done(player)] == [
        (1, "left", 2, 2, 20.0, 20.0, None),
        (1, "right", 2, 0, 20.0, 4.0, "pain"),
    ]


def test_self_paced_sets_count_their_repetitions_and_no_seconds() -> None:
    player = playing(PACED)
    player.advance(30 * SECOND)
    player.done(30 * SECOND)
    assert [brief(row) for row in work_done(player)] == [(1, "both", 20, 10, 0.0, 0.0, None)]


def test_a_longer_hold_is_told_as_longer() -> None:
    player = playing(HOLDS)
    player.extend(6 * SECOND, 5 * SECOND)
    player.advance(10_000 * SECOND)
    assert brief(work_done(player)[0]) == (1, "both", 4, 4, 12.0, 17.0, None)


def test_rounds_of_a_circuit_are_summed_and_one_skipped_round_is_told() -> None:
    step = Step("toe-press", Dose(hold=Range.of(3)), group="g")
    player = playing(step, groups={"g": Group(3, 5)})
    player.advance(8 * SECOND)  # prepare 5, hold 3: round one is done
    player.skip_step(8 * SECOND, "no time")
    player.advance(10_000 * SECOND)
    assert [brief(row) for row in work_done(player)] == [(1, "both", 3, 2, 9.0, 6.0, "no time")]


def test_what_was_extended_is_told_beside_what_was_done() -> None:
    player = playing(HOLDS)
    player.extend(6 * SECOND, 5 * SECOND)
    player.advance(16 * SECOND)
    player.extend(16 * SECOND, -SECOND)  # the second hold, from 15 to 18
    row = work_done(played_to_the_end(player))[0]
    assert (row.planned_seconds, row.done_seconds, row.extended_ns) == (12.0, 16.0, 4 * SECOND)


def test_a_longer_pause_is_no_longer_work() -> None:
    player = playing(HOLDS)
    player.extend(SECOND, 5 * SECOND)
    assert work_done(played_to_the_end(player))[0].extended_ns == 0


def test_planned_is_what_was_prescribed_whatever_was_changed() -> None:
    ranges = Step("calf-stretch", Dose(hold=Range(10, 20), reps=Range(2, 4), sides=Sides.EACH))
    player = Player(compile_timeline(Routine("test", "Test", (ranges,), level=Level.HIGH)))
    player.start(0)
    player.change(SECOND, OtherFootFirst())
    player.change(6 * SECOND, FewerRepetitions(3))
    player.change(6 * SECOND, OtherForm("sitting", "towel"))
    player.change(6 * SECOND, LowerEnd())
    player.change(6 * SECOND, OnceMore())
    assert [brief(row) for row in work_done(played_to_the_end(player))] == [
        (1, "right", 4, 3, 80.0, 30.0, None),
        (1, "left", 4, 2, 80.0, 20.0, None),
    ]


def test_one_more_makes_up_for_none_that_was_cut_short() -> None:
    player = playing(HOLDS)
    player.next(6 * SECOND)  # 1 s of the first hold
    player.change(9 * SECOND, OnceMore())
    assert brief(work_done(played_to_the_end(player))[0]) == (1, "both", 4, 4, 12.0, 13.0, None)


def test_a_skip_after_all_was_done_is_no_reason_for_anything() -> None:
    player = playing(EACH, HOLDS)
    player.advance((5 + 22 + 5 + 22) * SECOND)
    player.back(player.time.now_ns)  # in the transition, which is the next step's: into the last hold
    assert player.phase.step == 1
    player.skip_step(player.time.now_ns, "other")
    assert [row.skipped for row in work_done(player)] == [None, None, None]


def test_a_session_with_pause_skip_back_extend_change_and_interruption_is_told_as_it_was() -> None:
    player = playing(EACH, PACED, HOLDS)
    player.pause(9 * SECOND)  # 4 s into the first hold on the left
    player.resume(39 * SECOND)
    player.extend(40 * SECOND, 5 * SECOND)  # the hold is over at 50
    player.back(56 * SECOND)  # 4 s into the second: from its start once more
    player.advance(61 * SECOND + SECOND // 2)
    player = gone_on(player, 1_000 * SECOND)
    player.advance(1_005 * SECOND + 4_500_000_000 + 5 * SECOND)  # the left is done, and the change to the right
    assert (player.phase.side, player.into_ns) == ("right", 0)
    player.skip_step(player.time.now_ns + 2_500_000_000, "pain")
    player.advance(player.time.now_ns + 10 * SECOND)
    player.change(player.time.now_ns, OnceMore())
    player.done(player.time.now_ns + 30 * SECOND)
    player.skip_step(player.time.now_ns + SECOND, "no time")
    player.advance(player.time.now_ns + 10 * SECOND + 7 * SECOND)
    player.stop(player.time.now_ns)
    assert [brief(row) for row in work_done(player)] == [
        (1, "left", 2, 2, 20.0, 25.0, None),
        (1, "right", 2, 0, 20.0, 2.5, "pain"),
        (2, "both", 20, 11, 0.0, 0.0, "no time"),
        (3, "both", 4, 1, 12.0, 5.0, None),
    ]
    assert [row.extended_ns for row in work_done(player)] == [5 * SECOND, 0, 0, 0]
    assert player.time.paused_ns == 30 * SECOND


@given(routines(), operations())
def test_the_record_has_a_row_for_each_step_and_side_and_never_more_than_there_was_time_for(
    routine: Routine, todo: list[Operation]
) -> None:
    player, _ = operated(routine, todo)
    rows = work_done(player)
    prescribed = {(phase.step, phase.side) for phase in player.prescribed.phases if phase.is_work}
    assert len(rows) == len(prescribed)
    assert {(row.step, row.side) for row in rows} == prescribed
    assert [row.step for row in rows] == sorted(row.step for row in rows)
    assert sum(row.done_ns for row in rows) <= player.time.active_ns
    for row in rows:
        assert row.skipped is None or row.step in {step for step, _ in player.skips}


@given(routines())
def test_a_session_that_is_let_run_is_done_exactly_as_planned(routine: Routine) -> None:
    player, _ = operated(routine, [])
    for row in work_done(played_to_the_end(player)):
        assert (row.done_ns, row.done_reps) == (row.planned_ns, row.planned_reps)
        assert row.is_complete
