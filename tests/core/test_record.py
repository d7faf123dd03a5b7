"""What was done is told by step and side, truthfully."""

from __future__ import annotations

from footui.core.dose import Dose, Range, Sides
from footui.core.phase import SECOND
from footui.core.player import Player
from footui.core.record import WorkDone, work_done
from footui.core.routine import Group, Routine, Step
from footui.core.timeline import compile_timeline


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
