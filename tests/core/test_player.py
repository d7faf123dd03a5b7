"""The player walks the timeline exactly, whatever the steps of the clock and whatever is asked of it."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from footui.core.dose import Dose, Range, Sides
from footui.core.events import Event, Extended, Finished, Paused, PhaseBegan, PhaseEnded, Resumed, StepSkipped, Stopped
from footui.core.phase import SECOND
from footui.core.player import Player
from footui.core.routine import Routine, Step
from footui.core.timeline import compile_timeline
from footui.core.walk import PlayerState
from tests.strategies import routines

START = 1_000 * SECOND


def playing(*doses: Dose) -> Player:
    """A player of these doses that has just been started at START."""
    routine = Routine("test", "Test", tuple(Step("toe-press", dose) for dose in doses))
    player = Player(compile_timeline(routine))
    player.start(START)
    return player


def at(seconds: float) -> int:
    """The moment this many seconds after the start."""
    return START + round(seconds * SECOND)


HOLDS = Dose(hold=Range.of(10), reps=Range.of(3))
SELF_PACED = Dose(reps=Range.of(10), sets=Range.of(2))


def test_one_late_call_returns_every_event_in_order_each_at_its_own_moment() -> None:
    player = playing(HOLDS)  # prepare 5, hold 10, release 2, hold 10, release 2, hold 10
    assert player.advance(at(17.5)) == [
        PhaseEnded(0, at(5), completed=True),
        PhaseBegan(1, at(5)),
        PhaseEnded(1, at(15), completed=True),
        PhaseBegan(2, at(15)),
        PhaseEnded(2, at(17), completed=True),
        PhaseBegan(3, at(17)),
    ]
    assert player.into_ns == SECOND // 2
    assert player.position_ns == 17.5 * SECOND


def test_the_session_ends_at_its_exact_length_however_late_that_is_noticed() -> None:
    player = playing(HOLDS)
    events = player.advance(at(1000))
    assert events[-1] == Finished(at(39))
    assert player.state is PlayerState.FINISHED
    assert player.time.ended_ns == at(39)
    assert player.advance(at(2000)) == []


def test_a_pause_holds_the_clock_and_going_on_leaves_every_phase_its_length() -> None:
    player = playing(HOLDS)
    assert player.pause(at(8))[-1] == Paused(at(8))
    assert player.advance(at(100)) == []
    assert player.remaining_ns == 7 * SECOND
    assert player.time.present_pause_ns == 92 * SECOND
    assert player.resume(at(108)) == [Resumed(at(108), 100 * SECOND)]
    assert player.advance(at(1000))[-1] == Finished(at(139))
    assert player.time.paused_ns == 100 * SECOND


def test_a_self_paced_set_waits_until_it_is_said_to_be_done() -> None:
    player = playing(SELF_PACED)
    player.advance(at(500))
    assert player.phase.length_ns is None
    assert player.remaining_ns is None
    assert player.position_ns == 5 * SECOND
    assert player.done(at(500))[-1] == PhaseBegan(2, at(500))
    player.advance(at(510))
    assert player.done(at(520))[-1] == Finished(at(520))


def test_done_does_not_end_a_phase_that_the_clock_ends() -> None:
    player = playing(HOLDS)
    assert player.done(at(7)) == [PhaseEnded(0, at(5), completed=True), PhaseBegan(1, at(5))]


def test_next_goes_on_at_once_and_what_was_left_is_not_done() -> None:
    player = playing(HOLDS)
    assert player.next(at(9))[-2:] == [PhaseEnded(1, at(9), completed=False), PhaseBegan(2, at(9))]
    assert player.attempts[1].done_ns == 4 * SECOND
    assert not player.attempts[1].completed


def test_next_on_the_last_phase_finishes() -> None:
    player = playing(Dose(hold=Range.of(10)))
    assert player.next(at(6))[-1] == Finished(at(6))


def test_back_goes_to_the_start_of_the_phase_and_again_to_the_one_before() -> None:
    player = playing(HOLDS)
    player.advance(at(10))
    player.back(at(10))
    assert (player.index, player.into_ns) == (1, 0)
    player.back(at(11))
    assert (player.index, player.into_ns) == (0, 0)
    player.back(at(11.5))
    assert (player.index, player.into_ns) == (0, 0)


def test_a_phase_gone_back_to_counts_once_with_its_longest_attempt() -> None:
    player = playing(HOLDS)
    player.back(at(12))  # 7 s into the first hold
    player.next(at(15))  # this time 3 s of it
    assert player.attempts[1].done_ns == 7 * SECOND


def test_five_seconds_more_and_less_change_this_phase_and_the_whole() -> None:
    player = playing(HOLDS)
    assert player.extend(at(6), 5 * SECOND)[-1] == Extended(1, 5 * SECOND, at(6))
    assert player.remaining_ns == 14 * SECOND
    assert player.total_ns == 44 * SECOND
    player.extend(at(7), -5 * SECOND)
    player.extend(at(8), -5 * SECOND)
    assert player.phase_length_ns == 5 * SECOND
    assert not player.can_extend(-5 * SECOND)
    assert player.extend(at(8), -5 * SECOND) == []
    assert player.advance(at(1000))[-1] == Finished(at(34))


def test_a_self_paced_set_cannot_be_made_longer() -> None:
    player = playing(SELF_PACED)
    player.advance(at(20))
    assert not player.can_extend(5 * SECOND)
    assert player.extend(at(20), 5 * SECOND) == []


def test_skipping_a_step_goes_on_with_what_leads_to_the_next_one() -> None:
    player = playing(HOLDS, HOLDS)
    events = player.skip_step(at(6), "pain")
    assert events[-3:-1] == [StepSkipped(1, 1, "pain", at(6)), PhaseEnded(1, at(6), completed=False)]
    assert player.phase.kind == "transition"
    assert player.phase.step == 2
    assert player.skips == {(1, 1): "pain"}
    assert player.skip_step(at(7), "other")[-1] == Finished(at(7))


def test_going_back_into_a_skipped_step_takes_the_skipping_back() -> None:
    player = playing(HOLDS, HOLDS)
    player.skip_step(at(6), "pain")
    player.back(at(6.5))
    assert player.skips == {}


def test_restarting_a_step_goes_to_its_first_work() -> None:
    player = playing(HOLDS, HOLDS)
    player.advance(at(30))
    player.restart_step(at(30))
    assert (player.index, player.into_ns) == (1, 0)


def test_moving_about_while_paused_stays_paused() -> None:
    player = playing(HOLDS)
    player.pause(at(8))
    player.next(at(9))
    assert (player.state, player.index, player.into_ns) == (PlayerState.PAUSED, 2, 0)
    player.resume(at(20))
    assert player.remaining_ns == 2 * SECOND


def test_stopping_keeps_what_was_done_so_far() -> None:
    player = playing(HOLDS)
    events = player.stop(at(9))
    assert events[-2:] == [PhaseEnded(1, at(9), completed=False), Stopped(at(9))]
    assert player.attempts[1].done_ns == 4 * SECOND
    assert player.advance(at(100)) == []


def test_a_clock_that_seems_to_go_back_changes_nothing() -> None:
    player = playing(HOLDS)
    player.advance(at(9))
    assert player.advance(at(3)) == []
    assert player.into_ns == 4 * SECOND


MOVES = ["advance", "pause", "resume", "next", "back", "restart_step", "skip_step", "more", "less", "done"]
OPERATIONS = st.lists(st.tuples(st.sampled_from(MOVES), st.integers(0, 30 * SECOND)), max_size=30)


def act(player: Player, move: str, now: int) -> list[Event]:
    """Do one of MOVES at `now`."""
    match move:
        case "skip_step":
            return player.skip_step(now, "other")
        case "more":
            return player.extend(now, 5 * SECOND)
        case "less":
            return player.extend(now, -5 * SECOND)
        case _:
            return getattr(player, move)(now)  # type: ignore[no-any-return]  # every method of MOVES returns events


@given(routines(), st.lists(st.integers(1, 40 * SECOND), max_size=40))
def test_advancing_in_any_steps_gives_the_same_events_at_the_same_times(routine: Routine, steps: list[int]) -> None:
    timeline = compile_timeline(routine)
    fine, coarse = Player(timeline), Player(timeline)
    seen = fine.start(0)
    now = 0
    for step in steps:
        now += step
        seen += fine.advance(now)
    assert seen == coarse.start(0) + coarse.advance(now)
    assert fine.position_ns == coarse.position_ns


@given(routines(), OPERATIONS)
def test_no_operation_at_any_time_makes_position_and_elapsed_disagree(
    routine: Routine, operations: list[tuple[str, int]]
) -> None:
    player = Player(compile_timeline(routine))
    events = player.start(0)
    now = 0
    for move, wait in operations:
        now += wait
        events += act(player, move, now)
        length = player.phase_length_ns
        assert player.into_ns >= 0
        if player.is_live:
            assert length is None or player.into_ns < length
            into = 0 if length is None else player.into_ns
            assert player.position_ns == player.start_of(player.index) + into
        assert 0 <= player.position_ns <= player.total_ns
        assert player.total_ns == sum(player.length_of(i) or 0 for i in range(len(player.timeline.phases)))
    moments = [event.at_ns for event in events]
    assert moments == sorted(moments)
    began = [event for event in events if isinstance(event, PhaseBegan)]
    ended = [event for event in events if isinstance(event, PhaseEnded)]
    assert len(began) - len(ended) in (0, 1)
    assert all(b.phase_index == e.phase_index for b, e in zip(began, ended, strict=False))


@given(routines(), OPERATIONS)
def test_every_nanosecond_is_in_a_phase_or_in_a_pause(routine: Routine, operations: list[tuple[str, int]]) -> None:
    player = Player(compile_timeline(routine))
    events = player.start(0)
    now = 0
    for move, wait in operations:
        now += wait
        events += act(player, move, now)
    events += player.stop(now)
    end = player.time.ended_ns
    spans = [(event.phase_index, event.at_ns) for event in events if isinstance(event, PhaseBegan)]
    total = sum(later - earlier for (_, earlier), (_, later) in pairwise([*spans, (-1, end)]))
    assert total == end
    assert 0 <= player.time.paused_ns <= end


@given(routines(), st.integers(0, 60 * SECOND), st.integers(0, 600 * SECOND))
def test_pausing_only_moves_the_end_by_the_time_paused(routine: Routine, before: int, paused: int) -> None:
    timeline = compile_timeline(routine)
    if timeline.open_ended:
        return
    player = Player(timeline)
    player.start(0)
    player.pause(before)
    player.resume(before + paused)
    player.advance(10**15)
    pause = paused if before < timeline.length_ns else 0
    assert player.time.ended_ns == timeline.length_ns + pause
    assert all(player.attempts[i].done_ns == phase.length_ns for i, phase in enumerate(timeline.phases))


def test_sides_are_walked_in_the_order_of_the_dose() -> None:
    player = playing(Dose(hold=Range.of(1), sides=Sides.EACH))
    seen = []
    for second in range(14):
        player.advance(at(second))
        seen.append(player.phase.side)
    assert [side for side in dict.fromkeys(seen) if side] == ["left", "right"]
