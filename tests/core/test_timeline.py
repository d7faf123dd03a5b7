"""Which phases a routine means, in which order and how long."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footui.core.dose import Dose, Level, Range, Side, Sides, Timing, TimingOverrides, Unit
from footui.core.phase import SECOND, PhaseKind
from footui.core.routine import Group, Routine, Step
from footui.core.timeline import NoSuchSessionError, Timeline, compile_timeline
from tests.strategies import routines

ONE_MINUTE = Range.of(60)


def of(*steps: Step | Dose, groups: dict[str, Group] | None = None, timing: Timing | None = None) -> Routine:
    """A routine of these steps."""
    made = tuple(step if isinstance(step, Step) else Step("toe-press", step) for step in steps)
    return Routine("test", "Test", made, groups=groups or {}, timing=timing or Timing())


def short(timeline: Timeline) -> str:
    """The timeline in one line: kind, length, and side or direction where there is one."""
    words = []
    for phase in timeline.phases:
        place = {Side.LEFT: "L", Side.RIGHT: "R"}.get(phase.side, "") if phase.side else ""
        length = "" if phase.seconds is None else f"{phase.seconds:g}"
        words.append(f"{phase.kind} {length}{place}{phase.direction or ''}".strip())
    return " · ".join(words)


def test_the_worked_example_of_the_format_is_78_seconds_49_of_them_work() -> None:
    timeline = compile_timeline(of(Dose(hold=Range.of(3), reps=Range.of(3)), Dose(move=Range.of(20), sets=Range.of(2))))
    assert short(timeline) == (
        "prepare 5 · hold 3 · release 2 · hold 3 · release 2 · hold 3 · transition 10 · move 20 · rest 10 · move 20"
    )
    assert (timeline.seconds, timeline.work_seconds, timeline.open_ended) == (78.0, 49.0, False)


def test_each_side_is_done_in_full_before_the_other() -> None:
    dose = Dose(hold=Range.of(5), reps=Range.of(2), sides=Sides.EACH)
    assert short(compile_timeline(of(dose))) == (
        "prepare 5 · hold 5L · release 2 · hold 5L · change 5 · hold 5R · release 2 · hold 5R"
    )


def test_alternating_sides_change_after_every_repetition() -> None:
    dose = Dose(hold=Range.of(5), reps=Range.of(2), sides=Sides.ALTERNATE, first=Side.RIGHT)
    assert short(compile_timeline(of(dose))) == (
        "prepare 5 · hold 5R · change 5 · hold 5L · change 5 · hold 5R · change 5 · hold 5L"
    )


def test_between_two_sets_it_is_rest_even_when_the_side_changes() -> None:
    dose = Dose(hold=Range.of(5), sets=Range.of(2), sides=Sides.EACH)
    assert short(compile_timeline(of(dose))) == (
        "prepare 5 · hold 5L · change 5 · hold 5R · rest 10 · hold 5L · change 5 · hold 5R"
    )


def test_directions_follow_each_other_without_a_pause() -> None:
    dose = Dose(move=Range.of(10), directions=("cw", "ccw"), sides=Sides.EACH)
    assert short(compile_timeline(of(dose))) == (
        "prepare 5 · move 10Lcw · move 10Lccw · change 5 · move 10Rcw · move 10Rccw"
    )


def test_a_tempo_is_up_held_down_and_has_no_release_of_the_file() -> None:
    dose = Dose(tempo=(3, 0, 2), reps=Range.of(2))
    assert short(compile_timeline(of(dose))) == ("prepare 5 · move 3up · move 2down · move 3up · move 2down")
    own = Dose(tempo=(3, 1, 2), reps=Range.of(2), timing=TimingOverrides(release=4))
    assert short(compile_timeline(of(own))) == (
        "prepare 5 · move 3up · hold 1 · move 2down · release 4 · move 3up · hold 1 · move 2down"
    )


def test_a_tempo_part_carries_its_seconds_as_amount() -> None:
    phases = compile_timeline(of(Dose(tempo=(3, 1, 2)))).phases
    assert [phase.amount for phase in phases] == [None, 3, 1, 2]


def test_a_self_paced_set_is_one_phase_a_side_that_a_key_ends() -> None:
    dose = Dose(reps=Range.of(10), sets=Range.of(2), sides=Sides.EACH)
    timeline = compile_timeline(of(dose))
    assert short(timeline) == "prepare 5 · reps L · change 5 · reps R · rest 10 · reps L · change 5 · reps R"
    assert timeline.open_ended
    assert timeline.seconds == 25.0
    work = [phase for phase in timeline.phases if phase.is_work]
    assert {(phase.amount, phase.rep, phase.reps) for phase in work} == {(10, 1, 10)}


def test_a_self_paced_set_of_alternating_sides_is_one_phase_of_both() -> None:
    phases = compile_timeline(of(Dose(reps=Range.of(10), sides=Sides.ALTERNATE))).phases
    assert [(phase.kind, phase.side) for phase in phases] == [
        (PhaseKind.PREPARE, None),
        (PhaseKind.REPS, Side.BOTH),
    ]


def test_a_circuit_runs_its_steps_once_a_round_with_its_rest_between_rounds() -> None:
    first = Step("a", Dose(hold=Range.of(1)), group="legs")
    second = Step("b", Dose(hold=Range.of(2)), group="legs")
    last = Step("c", Dose(hold=Range.of(3)))
    timeline = compile_timeline(of(first, second, last, groups={"legs": Group(2, 30)}))
    assert short(timeline) == (
        "prepare 5 · hold 1 · transition 10 · hold 2 · round_rest 30 · hold 1 · transition 10 · hold 2 "
        "· transition 10 · hold 3"
    )
    assert [phase.round for phase in timeline.phases] == [1, 1, 1, 1, 2, 2, 2, 2, 1, 1]
    assert [phase.rounds for phase in timeline.phases] == [2] * 8 + [1] * 2


def test_a_later_step_that_sets_prepare_has_it_in_place_of_the_transition() -> None:
    plain = Dose(hold=Range.of(1))
    longer = Dose(hold=Range.of(1), timing=TimingOverrides(prepare=20))
    none = Dose(hold=Range.of(1), timing=TimingOverrides(prepare=0))
    assert short(compile_timeline(of(plain, longer, none))) == "prepare 5 · hold 1 · prepare 20 · hold 1 · hold 1"


def test_a_new_round_has_its_round_rest_whatever_prepare_the_coming_step_sets() -> None:
    step = Step("a", Dose(hold=Range.of(1), timing=TimingOverrides(prepare=20)), group="g")
    assert short(compile_timeline(of(step, groups={"g": Group(2, 0)}))) == "prepare 20 · hold 1 · hold 1"
    assert short(compile_timeline(of(step, groups={"g": Group(2, 7)}))) == "prepare 20 · hold 1 · round_rest 7 · hold 1"


def test_the_transition_is_that_of_the_coming_step() -> None:
    coming = Dose(hold=Range.of(1), timing=TimingOverrides(transition=33))
    assert short(compile_timeline(of(Dose(hold=Range.of(1)), coming))) == "prepare 5 · hold 1 · transition 33 · hold 1"


def test_a_session_holds_the_steps_done_that_often_a_day_and_keeps_their_numbers() -> None:
    often = Dose(hold=Range.of(1), times_per_day=Range(2, 3))
    routine = of(Dose(hold=Range.of(9)), often)
    assert routine.sessions_per_day() == 2
    assert routine.sessions_per_day(Level.HIGH) == 3
    second = compile_timeline(routine, session=2)
    assert [phase.step for phase in second.phases] == [2, 2]
    assert short(second) == "prepare 5 · hold 1"
    assert short(compile_timeline(routine, session=3, level=Level.HIGH)) == "prepare 5 · hold 1"


def test_a_step_left_out_of_a_session_is_left_out_of_every_round() -> None:
    once = Step("a", Dose(hold=Range.of(1)), group="g")
    twice = Step("b", Dose(hold=Range.of(2), times_per_day=Range.of(2)), group="g")
    timeline = compile_timeline(of(once, twice, groups={"g": Group(2, 30)}), session=2)
    assert short(timeline) == "prepare 5 · hold 2 · round_rest 30 · hold 2"


def test_an_impossible_session_is_told_with_how_many_there_are() -> None:
    with pytest.raises(NoSuchSessionError, match=r"Test has one session a day; there is no session 2\."):
        compile_timeline(of(Dose(hold=Range.of(1))), session=2)


@pytest.mark.parametrize(("unit", "expected"), [(Unit.SECONDS, [10, 12.5, 15]), (Unit.COUNTS, [10, 13, 15])])
def test_the_middle_of_a_range_is_the_mean_and_counted_things_round_half_up(unit: Unit, expected: list[float]) -> None:
    routine = of(Dose(hold=Range(10, 15), unit=unit, reps=Range(1, 4)))
    timelines = [compile_timeline(routine, level=level) for level in Level]
    assert [timeline.phases[1].amount for timeline in timelines] == expected
    assert [timeline.phases[1].reps for timeline in timelines] == [1, 3, 4]


def test_counts_take_the_length_of_a_count() -> None:
    dose = Dose(hold=Range.of(3), unit=Unit.COUNTS, timing=TimingOverrides(count=1.5))
    phase = compile_timeline(of(dose)).phases[1]
    assert (phase.seconds, phase.amount, phase.unit) == (4.5, 3, Unit.COUNTS)


def test_the_level_asked_for_goes_before_the_steps_own_and_that_before_the_files() -> None:
    step = Step("a", Dose(hold=Range(10, 20)), level=Level.HIGH)
    assert compile_timeline(of(step)).work_seconds == 20
    assert compile_timeline(of(step), level=Level.LOW).work_seconds == 10


def test_a_pause_tells_of_the_work_that_follows_it() -> None:
    dose = Dose(hold=Range.of(5), reps=Range.of(2), sets=Range.of(2), sides=Sides.EACH)
    phases = compile_timeline(of(dose)).phases
    for pause, work in pairwise(phases):
        if not pause.is_work:
            assert (pause.step, pause.set, pause.rep, pause.round) == (work.step, work.set, work.rep, work.round)
            assert (pause.side, pause.direction, pause.amount) == (None, None, None)


def test_lengths_are_exact_where_floating_sums_are_not() -> None:
    timeline = compile_timeline(of(Dose(hold=Range.of(0.1), reps=Range.of(3)), timing=Timing(0, 0, 0, 0, 0)))
    assert timeline.seconds == 0.3
    assert timeline.length_ns == 3 * SECOND // 10


@given(routines(), st.none() | st.sampled_from(Level))
def test_a_timeline_is_sound_whatever_the_routine(routine: Routine, level: Level | None) -> None:
    for session in range(1, routine.sessions_per_day(level) + 1):
        timeline = compile_timeline(routine, session, level)
        phases = timeline.phases
        assert phases[-1].is_work, "nothing follows the last piece of work"
        assert all(phase.length_ns is None or phase.length_ns > 0 for phase in phases)
        assert all(a.is_work or b.is_work for a, b in pairwise(phases)), "no two pauses meet"
        assert timeline.length_ns == sum(phase.length_ns or 0 for phase in phases)
        ends = [start + (phase.length_ns or 0) for start, phase in zip(timeline.starts_ns, phases, strict=True)]
        assert [0, *ends[:-1]] == list(timeline.starts_ns)
        assert ends[-1] == timeline.length_ns


@given(routines())
def test_the_number_of_pieces_of_work_is_that_of_the_dose(routine: Routine) -> None:
    timeline = compile_timeline(routine)
    expected = 0
    for step in routine.steps:
        level, dose = step.level_for(routine.level, None), step.dose
        rounds = routine.groups[step.group].rounds if step.group else 1
        if dose.is_self_paced:
            a_set = 2 if dose.sides is Sides.EACH else 1
        else:
            parts = sum(part > 0 for part in dose.tempo) if dose.tempo else max(len(dose.directions), 1)
            a_set = dose.reps.whole_at(level) * len(dose.side_order) * parts
        expected += rounds * dose.sets.whole_at(level) * a_set
    assert sum(phase.is_work for phase in timeline.phases) == expected


@given(routines())
def test_the_high_level_never_means_less_work_than_the_low_one(routine: Routine) -> None:
    assert compile_timeline(routine, level=Level.LOW).work_ns <= compile_timeline(routine, level=Level.HIGH).work_ns
