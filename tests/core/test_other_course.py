"""One repetition more, the other foot first, another form: what a person sees of each."""

from __future__ import annotations

import pytest

from footui.core.changes import Change, GetReady, LowerEnd, OnceMore, OtherFootFirst, OtherForm
from footui.core.dose import Dose, Range, Side, Sides
from footui.core.events import Changed
from footui.core.phase import SECOND, PhaseKind
from footui.core.player import Player
from footui.core.record import work_done
from footui.core.routine import Group, Routine, Step
from footui.core.timeline import compile_timeline
from tests.players import brief, playing
from tests.strategies import gone_on, played_to_the_end

HOUR = 3_600 * SECOND

RANGES = Dose(hold=Range(10, 20), reps=Range(2, 4), sets=Range(1, 2))


def test_one_more_comes_behind_the_present_repetition_after_a_release() -> None:
    player = playing(Dose(hold=Range.of(10), reps=Range.of(2)))
    assert player.change(6 * SECOND, OnceMore())[-1] == Changed(OnceMore(), 6 * SECOND)
    assert brief(player.timeline.phases) == (
        "prepare 5 · hold 10 B1/3 · release 2 · hold 10 B2/3 · release 2 · hold 10 B3/3"
    )
    assert (player.index, player.remaining_ns) == (1, 9 * SECOND)
    row = work_done(played_to_the_end(player))[0]
    assert (row.planned_reps, row.done_reps, row.planned_seconds, row.done_seconds) == (2, 3, 20.0, 30.0)


def test_one_more_of_the_last_repetition_ends_the_session_with_it() -> None:
    player = playing(Dose(hold=Range.of(10)))
    player.change(6 * SECOND, OnceMore())
    assert brief(player.timeline.phases) == "prepare 5 · hold 10 B1/2 · release 2 · hold 10 B2/2"


def test_one_more_on_the_left_is_none_more_on_the_right() -> None:
    player = playing(Dose(hold=Range.of(10), sides=Sides.EACH))
    player.change(6 * SECOND, OnceMore())
    assert brief(player.timeline.phases) == (
        "prepare 5 · hold 10 L1/2 · release 2 · hold 10 L2/2 · change 5 · hold 10 R1/1"
    )


def test_one_more_in_turn_is_one_on_each_foot_with_a_change_between() -> None:
    player = playing(Dose(hold=Range.of(10), sides=Sides.ALTERNATE))
    player.change(6 * SECOND, OnceMore())
    assert brief(player.timeline.phases) == (
        "prepare 5 · hold 10 L1/2 · change 5 · hold 10 R1/2 · change 5 · hold 10 L2/2 · change 5 · hold 10 R2/2"
    )


def test_one_more_has_all_directions_and_all_parts_of_a_tempo() -> None:
    circles = playing(Dose(move=Range.of(10), directions=("in", "out")))
    circles.change(6 * SECOND, OnceMore())
    assert [phase.direction for phase in circles.timeline.phases] == [None, "in", "out", None, "in", "out"]
    raises = playing(Dose(tempo=(3, 2, 3)))
    raises.change(9 * SECOND, OnceMore())
    assert brief(raises.timeline.phases) == (
        "prepare 5 · move 3 B1/2 · hold 2 B1/2 · move 3 B1/2 · move 3 B2/2 · hold 2 B2/2 · move 3 B2/2"
    )


def test_one_more_of_a_self_paced_set_is_one_more_in_it_and_in_no_other() -> None:
    player = playing(Dose(reps=Range.of(10), sets=Range.of(2)))
    player.change(6 * SECOND, OnceMore())
    assert brief(player.timeline.phases) == "prepare 5 · reps B11 · rest 10 · reps B10"
    row = work_done(played_to_the_end(player))[0]
    assert (row.planned_reps, row.done_reps) == (20, 21)


def test_one_more_of_a_set_that_was_done_already_is_not_done_before_it_is() -> None:
    player = playing(Dose(reps=Range.of(10), sets=Range.of(2)))
    player.done(20 * SECOND)
    player.back(21 * SECOND)
    player.change(22 * SECOND, OnceMore())
    assert work_done(player)[0].done_reps == 10
    player.done(30 * SECOND)
    assert work_done(player)[0].done_reps == 11


def test_one_more_in_a_pause_is_not_possible_and_changes_nothing() -> None:
    player = playing(Dose(hold=Range.of(10), reps=Range.of(2)))
    player.advance(14 * SECOND)
    assert player.can_change(OnceMore())
    events = player.change(16 * SECOND, OnceMore())  # the hold ended at 15
    assert not any(isinstance(event, Changed) for event in events)
    assert player.timeline == player.prescribed


def test_one_more_after_an_interruption_has_no_second_time_to_get_ready() -> None:
    player = playing(Dose(hold=Range.of(10), directions=("in", "out"), sides=Sides.ALTERNATE))
    player.advance(18 * SECOND)  # in the second direction on the left
    player = gone_on(player, HOUR)
    player.advance(HOUR + 6 * SECOND)
    player.change(HOUR + 6 * SECOND, OnceMore())
    kinds = [phase.kind for phase in player.timeline.phases]
    assert kinds.count(PhaseKind.PREPARE) == 2  # at the beginning, and after the interruption
    assert brief(player.timeline.phases[-8:]) == (
        "hold 10 R1/2 · hold 10 R1/2 · change 5 · hold 10 L2/2 · hold 10 L2/2 · change 5 · hold 10 R2/2 · hold 10 R2/2"
    )


def test_one_more_is_in_the_form_and_of_the_length_that_the_repetition_now_has() -> None:
    player = playing(Dose(hold=Range(10, 20), directions=("in", "out")))
    player.advance(26 * SECOND)  # 1 s into the second direction
    player.change(26 * SECOND, OtherForm("sitting"))
    player.change(26 * SECOND, LowerEnd())
    player.change(26 * SECOND, OnceMore())
    assert [(phase.variant, phase.seconds) for phase in player.timeline.phases if phase.rep == 2 and phase.is_work] == [
        ("sitting", 10), ("sitting", 10),
    ]  # fmt: skip


def test_the_other_foot_comes_first_in_this_round_and_later_ones() -> None:
    step = Step("toe-press", Dose(hold=Range.of(3), sides=Sides.EACH), group="g")
    player = Player(compile_timeline(Routine("test", "Test", (step,), groups={"g": Group(3, 5)})))
    player.start(0)
    player.advance(17 * SECOND)  # in the rest before the second round
    player.change(17 * SECOND, OtherFootFirst())
    assert [phase.side for phase in player.timeline.phases if phase.is_work] == [
        Side.LEFT, Side.RIGHT, Side.RIGHT, Side.LEFT, Side.RIGHT, Side.LEFT,
    ]  # fmt: skip


@pytest.mark.parametrize("sides", [Sides.BOTH, Sides.LEFT, Sides.RIGHT])
def test_the_other_foot_cannot_come_first_where_one_works_alone_or_both_together(sides: Sides) -> None:
    player = playing(Dose(hold=Range.of(10), sides=sides))
    assert not player.can_change(OtherFootFirst())
    assert player.change(SECOND, OtherFootFirst()) == []


def test_the_feet_do_not_change_places_once_one_of_them_has_worked_also_after_going_back() -> None:
    player = playing(Dose(hold=Range.of(10), sides=Sides.EACH))
    player.advance(6 * SECOND)
    player.back(6 * SECOND)  # into the time to get ready: the left foot has held for 1 s
    assert player.phase.kind is PhaseKind.PREPARE
    assert not player.can_change(OtherFootFirst())
    assert player.change(7 * SECOND, OtherFootFirst()) == []
    assert work_done(player)[0].side is Side.LEFT


def test_the_feet_do_not_change_places_while_getting_ready_for_what_was_left_of_a_hold() -> None:
    player = playing(Dose(hold=Range.of(10), sides=Sides.EACH))
    player.advance(9 * SECOND)
    player = gone_on(player, HOUR)
    assert not player.can_change(OtherFootFirst())


def test_another_form_holds_from_here_on_and_the_record_names_it_with_what_stands_in() -> None:
    player = playing(Dose(hold=Range.of(10), reps=Range.of(2)), Dose(hold=Range.of(10)))
    player.change(6 * SECOND, OtherForm("sitting", "towel"))
    first, second = work_done(played_to_the_end(player))
    assert (first.variant, first.instead) == ("sitting", "towel")
    assert (second.variant, second.instead) == (None, None)


def test_what_stands_in_is_forgotten_with_the_next_form() -> None:
    player = playing(Dose(hold=Range.of(10), reps=Range.of(2)))
    player.change(6 * SECOND, OtherForm(None, "towel"))
    player.change(7 * SECOND, OtherForm("sitting"))
    assert player.instead == {}
    assert work_done(player)[0].instead is None


def test_what_stands_in_stays_with_its_step_when_phases_before_it_go() -> None:
    player = playing(Dose(hold=Range.of(1), reps=Range(1, 4)), Dose(hold=Range.of(10)))
    player.advance(27 * SECOND)
    assert player.phase.step == 2
    player.change(27 * SECOND, OtherForm("sitting", "towel"))
    while player.index > 1:
        player.back(27 * SECOND)
    player.change(27 * SECOND, LowerEnd())
    assert player.instead == {2: "towel"}


def test_a_time_to_get_ready_comes_by_itself_and_not_by_a_wish() -> None:
    player = playing(RANGES)
    assert player.change(6 * SECOND, GetReady(SECOND))[2:] == []
    assert player.timeline == player.prescribed


@pytest.mark.parametrize("change", [OnceMore(), LowerEnd(), OtherForm("sitting"), OtherFootFirst()])
def test_a_session_that_is_over_is_not_changed(change: Change) -> None:
    player = playing(RANGES)
    player.stop(6 * SECOND)
    assert player.change(7 * SECOND, change) == []
