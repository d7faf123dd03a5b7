"""The low end of the ranges and fewer repetitions: what a person sees of them."""

from __future__ import annotations

from footui.core.changes import FewerRepetitions, LowerEnd, OnceMore, reps_left
from footui.core.dose import Dose, Level, Range, Sides, TimingOverrides, Unit
from footui.core.events import PhaseBegan, PhaseEnded
from footui.core.phase import SECOND, PhaseKind
from footui.core.record import work_done
from tests.players import brief, playing
from tests.strategies import gone_on, played_to_the_end

HOUR = 3_600 * SECOND

RANGES = Dose(hold=Range(10, 20), reps=Range(2, 4), sets=Range(1, 2))


def test_the_low_end_holds_for_what_is_left_of_the_step() -> None:
    player = playing(RANGES, RANGES)
    player.change(6 * SECOND, LowerEnd())
    assert brief(player.timeline.phases[:4]) == "prepare 5 · hold 10 B1/2 · release 2 · hold 10 B2/2"
    assert [phase.step for phase in player.timeline.phases[4:]] == [2] * 16
    assert player.remaining_ns == 9 * SECOND


def test_a_hold_that_has_lasted_longer_than_the_low_end_is_over_at_once_and_counts_in_full() -> None:
    player = playing(RANGES)
    events = player.change(20 * SECOND, LowerEnd())  # 15 s into the first hold
    assert events[-2:] == [PhaseEnded(1, 20 * SECOND, completed=True), PhaseBegan(2, 20 * SECOND)]
    row = work_done(player)[0]
    assert (row.done_seconds, row.done_reps) == (15.0, 1)


def test_while_paused_such_a_hold_is_over_when_one_goes_on() -> None:
    player = playing(RANGES)
    player.pause(20 * SECOND)
    player.change(30 * SECOND, LowerEnd())
    assert (player.index, player.remaining_ns) == (1, 0)
    player.resume(40 * SECOND)
    assert player.advance(41 * SECOND)[0] == PhaseEnded(1, 40 * SECOND, completed=True)


def test_a_hold_that_was_made_longer_or_shorter_has_its_low_end_all_the_same() -> None:
    longer, shorter = playing(RANGES), playing(RANGES)
    longer.extend(6 * SECOND, 5 * SECOND)
    for _ in range(3):
        shorter.extend(6 * SECOND, -5 * SECOND)
    for player in (longer, shorter):
        player.change(7 * SECOND, LowerEnd())
        assert player.phase_length_ns == 10 * SECOND


def test_the_low_end_leaves_the_present_repetition_whole_in_every_direction_and_on_both_feet() -> None:
    circles = playing(Dose(move=Range.of(10), reps=Range(1, 3), directions=("in", "out")))
    circles.advance(30 * SECOND)  # in the second repetition
    circles.change(30 * SECOND, LowerEnd())
    assert [(phase.rep, phase.direction) for phase in circles.timeline.phases[-2:]] == [(2, "in"), (2, "out")]
    in_turn = playing(Dose(hold=Range.of(10), reps=Range(1, 3), sides=Sides.ALTERNATE))
    in_turn.advance(36 * SECOND)  # on the left in the second repetition
    in_turn.change(36 * SECOND, LowerEnd())
    assert brief(in_turn.timeline.phases[-3:]) == "hold 10 L2/2 · change 5 · hold 10 R2/2"


def test_the_low_end_in_a_pause_leaves_the_repetition_that_it_leads_to() -> None:
    player = playing(Dose(hold=Range.of(10), reps=Range(1, 3)))
    player.change(28 * SECOND, LowerEnd())  # in the release before the third
    assert brief(player.timeline.phases[-2:]) == "release 2 · hold 10 B3/3"


def test_the_low_end_in_a_set_beyond_it_leaves_that_set_to_both_feet() -> None:
    player = playing(Dose(hold=Range.of(10), sets=Range(1, 3), sides=Sides.EACH))
    player.advance(41 * SECOND)  # on the left in the second set
    player.change(41 * SECOND, LowerEnd())
    assert [(phase.set, phase.sets, phase.side) for phase in player.timeline.phases if phase.is_work] == [
        (1, 2, "left"), (1, 2, "right"), (2, 2, "left"), (2, 2, "right"),
    ]  # fmt: skip


def test_the_low_end_of_a_self_paced_set_is_its_fewest_repetitions_and_of_counts_the_fewest_counts() -> None:
    paced = playing(Dose(reps=Range(10, 15), sets=Range.of(2)))
    paced.change(6 * SECOND, LowerEnd())
    assert brief(paced.timeline.phases) == "prepare 5 · reps B10 · rest 10 · reps B10"
    counts = playing(Dose(hold=Range(3, 5), unit=Unit.COUNTS, timing=TimingOverrides(count=2)))
    counts.change(SECOND, LowerEnd())
    assert (counts.timeline.phases[1].amount, counts.timeline.phases[1].seconds) == (3, 6.0)


def test_the_low_end_takes_nothing_from_a_self_paced_set_that_was_done() -> None:
    player = playing(Dose(reps=Range(10, 15)), Dose(hold=Range.of(1)))
    player.done(20 * SECOND)
    player.back(21 * SECOND)
    player.change(22 * SECOND, LowerEnd())
    assert work_done(player)[0].done_reps == 15


def test_at_the_low_end_already_there_is_nothing_to_change() -> None:
    player = playing(RANGES, level=Level.LOW)
    assert not player.can_change(LowerEnd())
    assert player.change(6 * SECOND, LowerEnd()) == [
        PhaseEnded(0, 5 * SECOND, completed=True),
        PhaseBegan(1, 5 * SECOND),
    ]


def test_while_getting_ready_for_what_was_left_of_a_hold_the_low_end_is_not_below_what_was_done() -> None:
    player = playing(RANGES)
    player.advance(20 * SECOND)  # 15 s into a hold of 20
    player = gone_on(player, HOUR)
    player.change(HOUR + SECOND, LowerEnd())
    events = player.advance(HOUR + 5 * SECOND)
    assert all(event.at_ns == HOUR + 5 * SECOND for event in events)
    assert player.phase.kind is PhaseKind.RELEASE
    assert work_done(player)[0].done_seconds == 15.0


def test_fewer_repetitions_leave_those_one_has_come_to_and_hold_for_later_sets() -> None:
    player = playing(Dose(hold=Range.of(10), reps=Range.of(4), sets=Range.of(2)))
    player.advance(18 * SECOND)  # in the second
    assert list(reps_left(player.timeline, player.index)) == [2, 3]
    assert player.change(18 * SECOND, FewerRepetitions(1)) == []
    player.change(18 * SECOND, FewerRepetitions(2))
    assert brief(player.timeline.phases[1:]) == (
        "hold 10 B1/2 · release 2 · hold 10 B2/2 · rest 10 · hold 10 B1/2 · release 2 · hold 10 B2/2"
    )


def test_fewer_repetitions_of_a_self_paced_set_can_be_chosen_before_it_and_not_in_its_midst() -> None:
    player = playing(Dose(reps=Range.of(10)))
    player.change(SECOND, FewerRepetitions(5))
    assert brief(player.timeline.phases) == "prepare 5 · reps B5"
    player.advance(6 * SECOND)
    assert not reps_left(player.timeline, player.index)


def test_what_was_done_of_a_repetition_that_goes_stays_in_the_record_as_one_of_its_own() -> None:
    player = playing(Dose(hold=Range.of(10), reps=Range(1, 3)))
    player.advance(30 * SECOND)  # two done, 1 s of the third
    player.restart_step(30 * SECOND)
    player.change(30 * SECOND, LowerEnd())
    assert brief(player.timeline.phases) == "prepare 5 · hold 10 B1/1"
    row = work_done(player)[0]
    assert (row.done_reps, row.done_seconds) == (2, 21.0)
    player.change(31 * SECOND, OnceMore())  # a second repetition once more, and not the same
    row = work_done(played_to_the_end(player))[0]
    assert (row.planned_reps, row.done_reps, row.done_seconds) == (3, 3, 31.0)
