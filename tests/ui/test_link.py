"""A slow line is known by how soon a question behind a picture is answered."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from footui.wire.link import SLOW, Link


class Line:
    """A line of so many bytes a second with the terminal at its end, by a clock that goes when it is told to."""

    def __init__(self, speed: float, way: float = 0.0) -> None:
        self.now = 100.0
        self.link = Link(lambda: self.now)
        self._speed, self._way, self._free_at = speed, way, 0.0

    def writes(self, size: int) -> None:
        """Write; where it is asked, the answer comes when all is there and the way back is gone."""
        asks = self.link.asks_after(size)
        self._free_at = max(self.now, self._free_at) + size / self._speed
        if asks:
            self.now = max(self.now, self._free_at + self._way)
            self.link.answered()

    def passes(self, seconds: float) -> None:
        """Let time go by."""
        self.now += seconds


def test_a_serial_line_is_slow_after_its_first_pictures() -> None:
    line = Line(960)
    line.writes(3700)
    assert not line.link.is_slow  # once may be chance
    line.writes(120)
    assert line.link.is_slow


def test_a_quick_line_with_a_long_way_is_not_slow() -> None:
    line = Line(1_000_000, way=0.7)
    for size in (3700, 100, 2000, 60):
        line.writes(size)
        assert not line.link.is_slow


def test_a_machine_that_was_busy_once_does_not_make_its_line_slow() -> None:
    line = Line(1_000_000)
    line.link.asks_after(3700)
    line.passes(4)
    line.link.answered()
    line.writes(100)
    assert not line.link.is_slow


def slow_line() -> Line:
    """A serial line that is known to be one, with nothing on its way."""
    line = Line(960)
    line.writes(3700)
    line.writes(120)
    assert line.link.is_slow
    line.passes(10)
    return line


def test_a_line_that_gets_quick_again_is_slow_no_more() -> None:
    line = slow_line()
    line._speed = 100_000
    line.writes(600)
    assert not line.link.is_slow


def test_what_is_on_its_way_is_counted_and_arrives() -> None:
    line = slow_line()
    line.link.asks_after(960)
    line.link.asks_after(480)
    assert round(line.link.seconds_behind, 6) == 1.5
    line.passes(1)
    assert round(line.link.seconds_behind, 6) == 0.5
    line.passes(1)
    assert line.link.seconds_behind == 0


def test_a_terminal_that_never_answers_is_asked_once_and_never_slow() -> None:
    link = Link(lambda: 0.0)
    assert link.asks_after(3000)
    assert not any(link.asks_after(3000) for _ in range(20))
    assert not link.is_slow
    assert link.seconds_behind == 0


@given(st.floats(100, 1_000_000), st.lists(st.integers(60, 5000), min_size=3, max_size=12))
def test_a_line_is_slow_by_its_speed_alone(speed: float, sizes: list[int]) -> None:
    line = Line(speed)
    for size in (5000, 5000, *sizes):
        line.writes(size)
        line.passes(0.5)
    assert abs(speed - SLOW) < 0.1 * SLOW or line.link.is_slow == (speed < SLOW)
