"""Hypothesis strategies for routines of every kind, small enough to be quick."""

from __future__ import annotations

from hypothesis import strategies as st

from footui.core.dose import Dose, Level, Range, Side, Sides, Timing, TimingOverrides, Unit
from footui.core.routine import Group, Routine, Step

pauses = st.sampled_from([0, 0.25, 1, 2.5, 10])
seconds = st.sampled_from([0.1, 0.3, 1, 2.5, 5, 33.333, 60])


@st.composite
def ranges(draw: st.DrawFn, numbers: st.SearchStrategy[float]) -> Range:
    """A single number or a true range."""
    low, high = sorted((draw(numbers), draw(numbers)))
    return Range(low, high)


def overrides() -> st.SearchStrategy[TimingOverrides]:
    """Timings that a step sets for itself, mostly none."""
    maybe = st.none() | pauses
    return st.builds(TimingOverrides, maybe, maybe, maybe, maybe, maybe, st.none() | seconds)


@st.composite
def doses(draw: st.DrawFn) -> Dose:
    """A dose of any of the four kinds."""
    kind = draw(st.sampled_from(["hold", "move", "tempo", "self-paced"]))
    measured = draw(ranges(seconds)) if kind in ("hold", "move") else None
    parts = st.sampled_from([0, 1, 2.5, 3])
    tempo = draw(st.tuples(parts, parts, parts).filter(any)) if kind == "tempo" else None
    return Dose(
        hold=measured if kind == "hold" else None,
        move=measured if kind == "move" else None,
        tempo=tempo,
        unit=draw(st.sampled_from(Unit)) if measured else Unit.SECONDS,
        reps=draw(ranges(st.integers(1, 4))),
        sets=draw(ranges(st.integers(1, 3))),
        sides=draw(st.sampled_from(Sides)),
        first=draw(st.sampled_from([Side.LEFT, Side.RIGHT])),
        directions=tuple(draw(st.lists(st.sampled_from("abc"), max_size=2))) if measured else (),
        times_per_day=draw(ranges(st.integers(1, 3))),
        timing=draw(overrides()),
    )


@st.composite
def routines(draw: st.DrawFn) -> Routine:
    """A routine of one to five steps, some of them in a circuit."""
    groups: dict[str, Group] = {}
    steps: list[Step] = []
    for number in range(draw(st.integers(1, 3))):
        name = f"group-{number}" if draw(st.booleans()) else None
        if name is not None:
            groups[name] = Group(draw(st.integers(1, 3)), draw(pauses))
        steps += [
            Step("toe-press", draw(doses()), group=name, level=draw(st.none() | st.sampled_from(Level)))
            for _ in range(draw(st.integers(1, 2)))
        ]
    prepare, transition, change, release, rest = (draw(pauses) for _ in range(5))
    timing = Timing(prepare, transition, change, release, rest, draw(seconds))
    return Routine("made-up", "Made up", tuple(steps), level=draw(st.sampled_from(Level)), timing=timing, groups=groups)
