"""Whatever is pressed in a plain session, it speaks plainly, comes to an end, and counts nothing twice."""

from __future__ import annotations

from itertools import accumulate

from hypothesis import given, settings
from hypothesis import strategies as st

from footui.core.dose import Dose, Level, Range, Sides, Unit
from footui.core.routine import Group, Routine, Step
from tests.session.plain_driving import EXERCISES, HOLDS, Setting, go_through

KEYS = (
    "space", "enter", "n", "b", "r", "s", "+", "-", "o", "w", "v", "u", "i", "m", "t", "?", "q", "p", "p 2",
    "p 4", "p 7", "0", "1", "2", "3", "4", "d", "write down", "x", "stopped for 5",
)  # fmt: skip
STEPS = (
    HOLDS,
    Step("toe-press", Dose(hold=Range(2, 6), reps=Range(1, 3), sets=Range.of(2), sides=Sides.EACH), group="g"),
    Step("toe-press", Dose(move=Range.of(4), unit=Unit.COUNTS, sides=Sides.ALTERNATE, reps=Range.of(2)), group="g"),
    Step("toe-walk", Dose(tempo=(2, 1, 2), reps=Range.of(2))),
    Step("toe-press", Dose(reps=Range(3, 5), sides=Sides.EACH)),
)
SPEED = 10
ROUTINE = Routine("any", "Any", STEPS, groups={"g": Group(2, 20)})

pressed = st.lists(
    st.tuples(st.floats(0, 2, allow_nan=False, width=32), st.sampled_from(KEYS)), min_size=1, max_size=25
)


@settings(max_examples=100)
@given(pressed, st.booleans())
def test_any_keys_in_any_order(gaps: list[tuple[float, str]], single: bool) -> None:
    moments = accumulate(gap for gap, _ in gaps)
    keys = [(at, key) for at, (_, key) in zip(moments, gaps, strict=True)]
    setting = Setting(speed=SPEED, single=single, ended_at=keys[-1][0] + 5, level=Level.HIGH, asks=True)
    went = go_through(ROUTINE, EXERCISES, keys, setting)
    assert went.text.replace("\n", "").isprintable()
    assert all(line.strip() for line in went.lines)
    assert ".." not in went.text
    if went.discarded:
        assert went.lines[-1].endswith("Nothing of this session is kept.")
    else:
        assert went.status == ("finished" if went.finished else "stopped")
        assert any(line.startswith(("Done after", "Ended after")) for line in went.lines)
        took = went.recorder.records[-1].ended - went.recorder.records[-1].started
        assert went.recorder.records[-1].done_work_ns <= took.total_seconds() * 1e9 * SPEED + 1e6
