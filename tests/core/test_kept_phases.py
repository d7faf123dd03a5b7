"""Phases that were laid out before make the same timeline as laying everything out anew."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from footui.core.dose import Level
from footui.core.routine import Routine
from footui.core.sequence import KeptPhases
from footui.core.timeline import compile_timeline
from tests.strategies import routines


@given(st.lists(st.tuples(routines(), st.none() | st.sampled_from(Level)), min_size=1, max_size=4))
def test_a_timeline_of_kept_phases_is_the_same(changed: list[tuple[Routine, Level | None]]) -> None:
    kept: KeptPhases = {}
    for routine, level in changed:
        for session in range(1, routine.sessions_per_day(level) + 1):
            assert compile_timeline(routine, session, level, kept) == compile_timeline(routine, session, level)


@given(routines(), st.data())
def test_a_routine_in_another_order_is_the_same_too(routine: Routine, data: st.DataObject) -> None:
    kept: KeptPhases = {}
    compile_timeline(routine, 1, None, kept)
    alone = [step._replace(group=None) for step in routine.steps]
    other = routine._replace(steps=tuple(data.draw(st.permutations(alone))))
    assert compile_timeline(other, 1, None, kept) == compile_timeline(other)
