"""The strip shows the session in proportion."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from footui.core.dose import Dose, Range
from footui.core.proportion import StripPart, step_numbers, strip_of
from footui.core.routine import Routine, Step
from footui.core.timeline import compile_timeline
from tests.strategies import routines


def test_each_cell_shows_what_runs_at_its_middle() -> None:
    steps = (Step("a", Dose(hold=Range.of(15))), Step("b", Dose(hold=Range.of(10))))
    timeline = compile_timeline(Routine("t", "T", steps))  # 5 ready, 15 hold, 10 transition, 10 hold
    parts = strip_of(timeline, 8)
    assert "".join("#" if part.is_work else "." for part in parts) == ".###..##"
    assert step_numbers(parts) == "1   2"


def test_numbers_that_would_touch_are_left_out() -> None:
    parts = [StripPart(True, step) for step in (9, 10, 10, 11, 11, 11)]
    assert step_numbers(parts) == "9  11"


def test_a_number_that_the_edge_would_cut_is_left_out() -> None:
    parts = [StripPart(True, step) for step in (97, 97, 97, 198, 198)]
    assert step_numbers(parts) == "97"


@given(routines(), st.integers(1, 200))
def test_there_are_as_many_parts_as_cells_in_the_order_of_the_session(routine: Routine, cells: int) -> None:
    timeline = compile_timeline(routine)
    parts = strip_of(timeline, cells)
    assert len(parts) == cells
    steps = [phase.step for phase in timeline.phases]
    assert {part.step for part in parts} <= set(steps)
    assert len(step_numbers(parts)) <= cells
