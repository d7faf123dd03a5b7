"""How long a session may be is found without laying out what is far from it, and nothing too long slips through."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from footui.core.dose import Dose, Level, Range, Sides, Timing, TimingOverrides, Unit
from footui.core.routine import Group, Routine, Step
from footui.core.timeline import compile_timeline
from footui.storage.session_limits import LONGEST_NS, MOST_PHASES, session_too_long

many = st.sampled_from([1, 2, 10, 60, 100, 200])
long = st.sampled_from([0.5, 1, 20, 600, 3600])
pause = st.sampled_from([0, 2, 30, 3600])


@st.composite
def long_doses(draw: st.DrawFn) -> Dose:
    """A dose of any kind, some of them far too long."""
    kind = draw(st.sampled_from(["hold", "move", "tempo", "own pace"]))
    measured = Range(0.5, draw(long)) if kind in ("hold", "move") else None
    overrides = TimingOverrides(prepare=draw(st.none() | pause), release=draw(st.none() | pause))
    return Dose(
        hold=measured if kind == "hold" else None,
        move=measured if kind == "move" else None,
        tempo=(draw(long), 0, draw(long)) if kind == "tempo" else None,
        unit=draw(st.sampled_from(Unit)) if measured else Unit.SECONDS,
        reps=Range.of(draw(many)),
        sets=Range.of(draw(many)),
        sides=draw(st.sampled_from(Sides)),
        directions=draw(st.sampled_from([(), ("in", "out")])) if measured else (),
        times_per_day=Range(1, draw(st.sampled_from([1, 2]))),
        timing=overrides,
    )


@st.composite
def long_routines(draw: st.DrawFn) -> Routine:
    """A routine of a few steps, the first of them perhaps in a circuit."""
    doses = draw(st.lists(long_doses(), min_size=1, max_size=3))
    in_circuit = draw(st.booleans())
    steps = tuple(
        Step("toe-press", dose, group="a" if in_circuit and not at else None) for at, dose in enumerate(doses)
    )
    groups = {"a": Group(draw(st.sampled_from([1, 3, 50])), draw(pause))} if in_circuit else {}
    timing = Timing(draw(pause), draw(pause), draw(pause), draw(pause), draw(pause), draw(st.sampled_from([0.5, 1, 2])))
    return Routine("long", "Long", steps, timing=timing, groups=groups)


def is_too_long(routine: Routine) -> bool:
    """The same by laying every session out."""
    sessions = range(1, routine.sessions_per_day(Level.HIGH) + 1)
    timelines = [compile_timeline(routine, session, Level.HIGH) for session in sessions]
    return any(len(each.phases) > MOST_PHASES or each.length_ns > LONGEST_NS for each in timelines)


@given(long_routines().filter(lambda routine: _phases(routine) < 150_000))
@settings(max_examples=80, deadline=None)
def test_exactly_the_routines_with_a_session_too_long_are_told(routine: Routine) -> None:
    assert (session_too_long(routine) is not None) == is_too_long(routine)


def _phases(routine: Routine) -> float:
    """About how many phases there are, so that none is laid out for seconds."""
    return sum(
        (routine.groups[step.group].rounds if step.group else 1) * step.dose.reps.high * step.dose.sets.high * 8
        for step in routine.steps
    )
