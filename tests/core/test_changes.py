"""A session can be changed in its midst: what is left becomes what it would have been, what was done stays done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from hypothesis import given
from hypothesis import strategies as st

from footui.core.changes import (
    FewerRepetitions,
    LowerEnd,
    OnceMore,
    OtherFootFirst,
    OtherForm,
    reps_left,
    rewritten,
)
from footui.core.dose import Dose, Range, Side, Sides
from footui.core.events import Event, PhaseBegan, PhaseEnded
from footui.core.phase import Phase, PhaseKind
from footui.core.player import Player
from footui.core.record import work_done
from footui.core.routine import Routine
from footui.core.timeline import Timeline, compile_timeline
from footui.core.walk import PlayerState
from tests.strategies import Operation, act, operations, routines


def without_counts(phases: Iterable[Phase]) -> list[Phase]:
    """The phases without the numbers of sets and repetitions there are."""
    return [phase._replace(sets=0, reps=0 if phase.kind is not PhaseKind.REPS else phase.reps) for phase in phases]


def with_dose(timeline: Timeline, step_number: int, dose: Dose) -> Timeline:
    """The timeline of the same routine with another dose for one step."""
    steps = list(timeline.routine.steps)
    steps[step_number - 1] = steps[step_number - 1]._replace(dose=dose)
    return compile_timeline(timeline.routine._replace(steps=tuple(steps)))


SetKey = tuple[tuple[int, int], int, Side | None]
"""Step and round, set, and the side where it works alone."""


def in_sets(timeline: Timeline) -> Iterator[tuple[SetKey, list[Phase]]]:
    """The phases set by set on a side (sets in turn are one), each with the pauses that lead to it."""
    of_work: list[tuple[SetKey, Phase]] = []
    key: SetKey = ((0, 0), 0, None)
    for phase in reversed(timeline.phases):
        if phase.is_work:
            in_turn = timeline.step_of(phase).dose.sides is Sides.ALTERNATE
            key = (phase.occurrence, phase.set, None if in_turn else phase.side)
        of_work.append((key, phase))
    for key, placed in groupby(reversed(of_work), key=lambda pair: pair[0]):
        yield key, [phase for _, phase in placed]


def work_places(timeline: Timeline) -> list[int]:
    return [place for place, phase in enumerate(timeline.phases) if phase.is_work]


# Each change against the compiler


@given(routines(), st.data())
def test_one_more_is_the_same_as_a_set_with_one_repetition_more(routine: Routine, data: st.DataObject) -> None:
    timeline = compile_timeline(routine)
    index = data.draw(st.sampled_from(work_places(timeline)))
    here = timeline.phases[index]
    dose = timeline.step_of(here).dose
    more = dict(in_sets(with_dose(timeline, here.step, dose._replace(reps=Range.of(here.reps + 1)))))
    in_turn = dose.sides is Sides.ALTERNATE
    meant = (here.occurrence, here.set, None if in_turn else here.side)
    expected = [phase for key, phases in in_sets(timeline) for phase in (more[key] if key == meant else phases)]
    assert list(rewritten(timeline, index, OnceMore()).timeline.phases) == expected


@given(routines(), st.data())
def test_the_other_foot_first_is_the_same_as_that_foot_first_from_this_round_on(
    routine: Routine, data: st.DataObject
) -> None:
    player = Player(compile_timeline(routine))
    player.start(0)
    index = data.draw(st.integers(0, len(player.timeline.phases) - 1))
    for _ in range(index):
        player.next(0)
    here, before = player.phase, player.timeline
    dose = before.step_of(here).dose
    other = with_dose(before, here.step, dose._replace(first=dose.first.other)).phases
    player.change(0, OtherFootFirst())
    assert player.timeline.phases in (
        before.phases,
        tuple(
            new if old.step == here.step and old.round >= here.round else old
            for old, new in zip(before.phases, other, strict=True)
        ),
    )
    has_two = dose.sides is Sides.EACH or (dose.sides is Sides.ALTERNATE and not dose.is_self_paced)
    came_to_one = any(phase.is_work and phase.occurrence == here.occurrence for phase in before.phases[: index + 1])
    assert (player.timeline.phases != before.phases) == (has_two and not came_to_one)


@given(routines(), st.data())
def test_the_low_end_is_the_same_as_the_step_at_its_low_end_for_what_is_left(
    routine: Routine, data: st.DataObject
) -> None:
    before = compile_timeline(routine)
    index = data.draw(st.integers(0, len(before.phases) - 1))
    after = rewritten(before, index, LowerEnd())
    work = next(phase for phase in before.phases[index:] if phase.is_work)
    lowest = before.step_of(work).dose.lowest
    low = with_dose(before, work.step, lowest)
    assert_only_less(before, after.timeline, index)
    lengths = {phase.length_ns for phase in low.phases if phase.step == work.step and phase.is_work}
    left = [phase for phase in after.timeline.phases[index:] if phase.is_work and phase.step == work.step]
    assert {phase.length_ns for phase in left} <= lengths
    here = [phase for phase in after.timeline.phases if phase.is_work and phase.occurrence == work.occurrence]
    assert max(phase.set for phase in here) == max(lowest.sets.low, work.set)
    of_set = [phase.rep for phase in here if (phase.set, phase.side) == (work.set, work.side)]
    assert max(of_set) == (1 if lowest.is_self_paced else max(lowest.reps.low, work.rep))
    for key, phases in in_sets(low):
        (_, round_number), _, _ = key
        if phases[-1].step == work.step and round_number > work.round:
            assert dict(in_sets(after.timeline))[key] == phases
    if lowest.sides is Sides.EACH and work.side is lowest.first:
        other = [phase for phase in here if (phase.set, phase.side) == (work.set, lowest.first.other)]
        like = [p for p in low.phases if (p.occurrence, p.set, p.side) == (work.occurrence, 1, lowest.first.other)]
        assert without_counts(other) == [phase._replace(set=work.set) for phase in without_counts(like)]


@given(routines(), st.data())
def test_fewer_repetitions_are_the_same_as_a_dose_with_so_many_for_what_is_left(
    routine: Routine, data: st.DataObject
) -> None:
    before = compile_timeline(routine)
    index = data.draw(st.integers(0, len(before.phases) - 1))
    here = before.phases[index]
    left = reps_left(before, index)
    if not left:
        return
    reps = data.draw(st.sampled_from(left))
    after = rewritten(before, index, FewerRepetitions(reps)).timeline
    assert_only_less(before, after, index)
    fewer = with_dose(before, here.step, before.step_of(here).dose._replace(reps=Range.of(reps)))
    assert without_counts(after.phases[index:]) == without_counts(fewer.phases[-len(after.phases[index:]) :])
    if here.occurrence not in [phase.occurrence for phase in before.phases[:index]]:
        assert [p for p in after.phases if p.occurrence >= here.occurrence and p.step == here.step] == [
            p for p in fewer.phases if p.occurrence >= here.occurrence and p.step == here.step
        ]


def assert_only_less(before: Timeline, after: Timeline, index: int) -> None:
    """What was gone through and other steps are as they were, nothing is longer, the repetition at hand is there."""
    work = next(phase for phase in before.phases[index:] if phase.is_work)
    assert without_counts(after.phases[:index]) == without_counts(before.phases[:index])
    assert [p for p in after.phases if p.step != work.step] == [p for p in before.phases if p.step != work.step]
    assert after.length_ns <= before.length_ns

    def at_hand(timeline: Timeline) -> list[tuple[str | None, str | None]]:
        in_turn = timeline.step_of(work).dose.sides is Sides.ALTERNATE
        return [
            (phase.side, phase.direction)
            for phase in timeline.phases
            if phase.is_work
            and (phase.occurrence, phase.set, phase.rep) == (work.occurrence, work.set, work.rep)
            and (in_turn or phase.side == work.side)
        ]

    assert at_hand(after) == at_hand(before)


@given(routines(), st.data())
def test_another_form_changes_the_form_of_what_is_left_and_nothing_else(routine: Routine, data: st.DataObject) -> None:
    before = compile_timeline(routine)
    index = data.draw(st.integers(0, len(before.phases) - 1))
    here = before.phases[index]
    after = rewritten(before, index, OtherForm("sitting")).timeline
    for place, (old, new) in enumerate(zip(before.phases, after.phases, strict=True)):
        is_left = place >= index and old.step == here.step
        assert new == (old._replace(variant="sitting") if is_left else old)


# Whatever is done, in any order


@given(routines(), operations())
def test_whatever_is_done_every_stay_has_its_length_and_the_sums_agree_with_the_clock(
    routine: Routine, todo: list[Operation]
) -> None:
    player = Player(compile_timeline(routine))
    player.start(0)
    now = 0
    for operation in [*todo, Operation("pause", 10**12, 0)]:
        began, pending, was_running = player.time.now_ns - player.into_ns, player.goes_on_at, is_running(player)
        now += operation.wait_ns
        for event in player.advance(now) if was_running else ():
            if isinstance(event, PhaseBegan):
                into = pending[1] if pending is not None and pending[0] == event.phase_index else 0
                began = event.at_ns - into
            if isinstance(event, PhaseEnded):
                assert event.completed
                assert event.at_ns - began == player.length_of(event.phase_index)
        in_order(act(player, operation, now))
        length = player.phase_length_ns
        assert player.into_ns >= 0
        assert length is None or player.into_ns <= length
        assert not is_running(player) or length is None or player.into_ns < length
        assert player.total_ns == sum(player.length_of(i) or 0 for i in range(len(player.timeline.phases)))
        assert 0 <= player.position_ns <= player.total_ns
        assert player.time.active_ns + player.time.paused_ns == (player.time.ended_ns or now)


def is_running(player: Player) -> bool:
    return player.state is PlayerState.RUNNING


def in_order(events: list[Event]) -> None:
    """Every event comes at or after the one before it."""
    assert all(earlier.at_ns <= later.at_ns for earlier, later in pairwise(events))


@given(routines(), operations())
def test_whatever_is_done_sets_and_repetitions_are_counted_as_they_are(routine: Routine, todo: list[Operation]) -> None:
    player = Player(compile_timeline(routine))
    player.start(0)
    now = 0
    for operation in todo:
        now += operation.wait_ns
        act(player, operation, now)
        well_counted(player.timeline)


def well_counted(timeline: Timeline) -> None:
    """Work is numbered without gaps, every phase knows how many there are, no pause trails or follows another."""
    assert timeline.phases[-1].is_work
    for before, after in pairwise(timeline.phases):
        assert before.is_work or after.is_work
    for _, phases in in_sets(timeline):
        timed = [phase.rep for phase in phases if phase.kind is not PhaseKind.REPS and phase.is_work]
        assert list(dict.fromkeys(timed)) == list(range(1, max(timed, default=0) + 1))
        assert len({(phase.reps, phase.sets) for phase in phases}) == 1
        assert all(phase.reps == max(timed, default=phase.reps) for phase in phases)
        assert all(phase.amount == phase.reps for phase in phases if phase.kind is PhaseKind.REPS)


@given(routines(), operations())
def test_no_change_takes_away_what_was_done_or_alters_what_was_prescribed(
    routine: Routine, todo: list[Operation]
) -> None:
    player = Player(compile_timeline(routine))
    player.start(0)
    planned = [(row.step, row.side, row.planned_reps, row.planned_ns) for row in work_done(player)]
    now = 0
    for operation in todo:
        now += operation.wait_ns
        player.advance(now)
        before = {(row.step, row.side): row for row in work_done(player)}
        act(player, operation, now)
        after = work_done(player)
        assert sorted((row.step, row.side, row.planned_reps, row.planned_ns) for row in after) == sorted(planned)
        for row in after:
            was = before[row.step, row.side]
            ended = operation.name in ("done", "lower_end")
            assert row.done_ns == was.done_ns
            assert row.done_reps == was.done_reps or (ended and row.done_reps > was.done_reps)
