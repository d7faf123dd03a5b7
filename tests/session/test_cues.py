"""Which cues a session gives, and when: worked out ahead, and the same however often it is worked out anew."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from footui.core.dose import Dose, Range, TimingOverrides
from footui.core.events import Finished, PhaseBegan
from footui.core.phase import SECOND
from footui.core.player import Player
from footui.core.routine import Routine, Step
from footui.core.settings import CueSettings
from footui.core.timeline import compile_timeline
from footui.core.walk import PlayerState
from footui.session.cues import HORIZON_NS, Cue, CueKind, coming_cues
from tests.strategies import routines

START = 1_000 * SECOND
ALL = 100_000 * SECOND
SETTINGS = CueSettings()


def at(seconds: float) -> int:
    """The moment this many seconds after the start."""
    return START + round(seconds * SECOND)


def playing(*doses: Dose) -> Player:
    """A player of these doses that has just been started at START."""
    player = Player(compile_timeline(Routine("test", "Test", tuple(Step("toe-press", dose) for dose in doses))))
    player.start(START)
    return player


def told(player: Player, settings: CueSettings = SETTINGS) -> list[tuple[float, str]]:
    """The coming cues of a player in short: seconds after the start, and the count or the kind."""
    plan = coming_cues(player, settings)
    return [((cue.at_ns - START) / SECOND, str(cue.number or cue.kind.value)) for cue in plan.cues]


HOLD_20 = Dose(hold=Range.of(20))
HOLDS_3 = Dose(hold=Range.of(3), reps=Range.of(2))
SELF_PACED = Dose(reps=Range.of(10))


def test_a_change_is_counted_down_half_of_long_work_is_told_and_so_is_the_end() -> None:
    assert told(playing(HOLD_20)) == [
        (2, "3"), (3, "2"), (4, "1"), (5, "change"),
        (15, "half"), (22, "3"), (23, "2"), (24, "1"), (25, "end"),
    ]  # fmt: skip


def test_each_cue_names_the_phase_it_is_about() -> None:
    cues = coming_cues(playing(HOLD_20), SETTINGS).cues
    assert [cue.phase_index for cue in cues] == [0, 0, 0, 1, 1, 1, 1, 1, 1]


def test_phases_under_four_seconds_are_not_counted_down_but_their_changes_are_told() -> None:
    player = playing(HOLDS_3)  # prepare 5, hold 3, release 2, hold 3
    player.advance(at(5))
    assert told(player) == [(8, "change"), (10, "change"), (13, "end")]


def test_a_phase_of_three_seconds_that_is_to_be_counted_begins_without_a_count() -> None:
    player = playing(HOLDS_3)
    player.advance(at(5))
    assert told(player, CueSettings(countdown_from=3))[:3] == [(6, "2"), (7, "1"), (8, "change")]


def test_only_work_of_twenty_seconds_and_over_has_a_half() -> None:
    shorter = playing(Dose(hold=Range.of(19.9)))
    rest = playing(Dose(hold=Range.of(1), sets=Range.of(2), timing=TimingOverrides(rest=60)))
    rest.advance(at(6))
    assert "half" not in [what for _, what in (*told(shorter), *told(rest))]


def test_a_half_within_the_count_is_left_out() -> None:
    player = playing(Dose(hold=Range.of(6)))
    player.advance(at(5))
    assert told(player, CueSettings(half_from=1)) == [(8, "3"), (9, "2"), (10, "1"), (11, "end")]


def test_nothing_comes_before_the_start_in_a_pause_and_after_the_end() -> None:
    ready = Player(playing(HOLD_20).timeline)
    paused, ended, stopped = playing(HOLD_20), playing(HOLD_20), playing(HOLD_20)
    paused.pause(at(3))
    ended.advance(at(25))
    stopped.stop(at(3))
    for player in (ready, paused, ended, stopped):
        assert coming_cues(player, SETTINGS).cues == ()


def test_in_a_pause_and_after_the_end_the_plan_holds_from_when_that_began() -> None:
    paused, ended = playing(HOLD_20), playing(HOLD_20)
    paused.pause(at(3))
    for player in (paused, ended):
        player.advance(at(60))
    assert coming_cues(paused, SETTINGS).as_of_ns == at(3)
    assert coming_cues(ended, SETTINGS).as_of_ns == at(25)


def test_after_a_pause_the_cues_come_later_by_its_length() -> None:
    player = playing(HOLD_20)
    player.pause(at(3.5))
    player.resume(at(13.5))
    assert told(player)[:2] == [(14, "1"), (15, "change")]


def test_at_ones_own_pace_the_change_to_it_is_told_and_nothing_after_it_until_it_is_done() -> None:
    player = playing(SELF_PACED, HOLD_20)
    assert told(player)[-1] == (5, "change")
    player.advance(at(40))
    assert told(player) == []
    player.done(at(50))
    assert told(player)[:4] == [(57, "3"), (58, "2"), (59, "1"), (60, "change")]


def test_five_seconds_more_move_the_count_and_the_end() -> None:
    player = playing(HOLD_20)
    player.advance(at(20))
    player.extend(at(23.5), 5 * SECOND)
    assert told(player) == [(27, "3"), (28, "2"), (29, "1"), (30, "end")]


def test_the_half_of_a_phase_that_became_longer_is_known_as_that_of_the_same_stay() -> None:
    player = playing(HOLD_20)
    player.advance(at(5))
    (before,) = [cue for cue in coming_cues(player, SETTINGS).cues if cue.kind is CueKind.HALF]
    player.extend(at(6), 5 * SECOND)
    (longer,) = [cue for cue in coming_cues(player, SETTINGS).cues if cue.kind is CueKind.HALF]
    player.back(at(10))
    (again,) = [cue for cue in coming_cues(player, SETTINGS).cues if cue.kind is CueKind.HALF]
    assert longer.at_ns == at(17.5)
    assert longer.stay_ns == before.stay_ns != again.stay_ns


def test_work_that_was_interrupted_in_its_midst_ends_that_much_earlier() -> None:
    player = Player(playing(HOLD_20).timeline)
    player.stand(1, 12 * SECOND, None)
    player.go_on(START, 17 * SECOND, 0, 5 * SECOND)
    assert told(player) == [
        (2, "3"), (3, "2"), (4, "1"), (5, "change"),
        (10, "3"), (11, "2"), (12, "1"), (13, "end"),
    ]  # fmt: skip
    assert [event.at_ns for event in player.advance(at(60)) if isinstance(event, PhaseBegan | Finished)] == [
        at(5),
        at(13),
    ]


def test_the_end_and_work_after_a_long_pause_call_back_who_has_gone_away() -> None:
    calls = {}
    for rest in (29, 30):
        player = playing(Dose(hold=Range.of(5), sets=Range.of(2), timing=TimingOverrides(rest=rest)))
        player.advance(at(11))
        calls[rest] = [cue.kind for cue in coming_cues(player, SETTINGS, ALL).cues if cue.calls_back]
    assert calls == {29: [CueKind.END], 30: [CueKind.CHANGE, CueKind.END]}


def test_whole_phases_are_known_up_to_half_a_minute_ahead_and_the_present_one_however_long() -> None:
    player = playing(Dose(hold=Range.of(300), sets=Range.of(2)))
    assert told(player)[-1] == (305, "change")
    player.advance(at(305))
    assert told(player)[-1] == (615, "end")
    assert HORIZON_NS == 30 * SECOND


@given(routines(), st.lists(st.floats(0, 90), max_size=8))
def test_changes_are_told_exactly_when_the_player_makes_them(routine: Routine, moments: list[float]) -> None:
    player = Player(compile_timeline(routine))
    player.start(START)
    for moment in sorted(moments):
        player.advance(at(moment))
    cues = [cue for cue in coming_cues(player, SETTINGS, ALL).cues if cue.kind in (CueKind.CHANGE, CueKind.END)]
    foretold = [None if cue.kind is CueKind.END else (cue.phase_index, cue.at_ns) for cue in cues]
    events = player.advance(START + ALL)
    happened = [
        None if isinstance(event, Finished) else (event.phase_index, event.at_ns)
        for event in events
        if isinstance(event, PhaseBegan | Finished)
    ]
    assert foretold == happened


@given(routines(), st.lists(st.sampled_from(["next", "back", "more", "pause", "resume"]), max_size=5))
def test_cues_come_one_after_the_other_and_each_belongs_to_a_phase_that_is_there(
    routine: Routine, intents: list[str]
) -> None:
    player = Player(compile_timeline(routine))
    player.start(START)
    for number, intent in enumerate(intents, start=1):
        now_ns = at(number * 1.7)
        if intent == "more":
            player.extend(now_ns, 5 * SECOND)
        else:
            getattr(player, intent)(now_ns)
    plan = coming_cues(player, SETTINGS)
    assert plan.as_of_ns == player.time.now_ns - player.time.present_pause_ns
    assert all(one.at_ns < other.at_ns for one, other in pairwise((Cue(plan.as_of_ns, CueKind.END), *plan.cues)))
    assert all(cue.phase_index < len(player.timeline.phases) for cue in plan.cues)
    assert all((cue.number in (1, 2, 3)) == (cue.kind is CueKind.COUNT) for cue in plan.cues)
    assert player.state is PlayerState.RUNNING or plan.cues == ()
