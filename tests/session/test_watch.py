"""The watch sees when the program did not run, and not when a terminal is slow."""

from __future__ import annotations

from footui.session.clock import SessionClock, SystemClock
from footui.session.watch import Gap, Watch
from tests.fakes import SECOND, FakeClock


def test_more_than_three_seconds_without_a_beat_are_a_gap_with_both_its_ends() -> None:
    clock = FakeClock()
    watch = Watch(clock)
    clock.pass_seconds(1)
    began = watch.look()
    clock.pass_seconds(3.5)
    assert watch.look() == began + 3.5 * SECOND
    assert watch.take_gap() == Gap(began, began + 3_500_000_000)
    assert watch.take_gap() is None


def test_two_gaps_one_after_the_other_are_told_as_one() -> None:
    clock = FakeClock()
    watch = Watch(clock)
    began = watch.look()
    for _ in range(2):
        clock.pass_seconds(5)
        watch.look()
    assert watch.take_gap() == Gap(began, clock.now_ns())


def test_exactly_three_seconds_are_no_gap() -> None:
    clock = FakeClock()
    watch = Watch(clock)
    clock.pass_seconds(3)
    watch.look()
    assert watch.take_gap() is None


def test_the_thread_beats_by_itself_and_ends_when_told() -> None:
    watch = Watch(SystemClock())
    watch.start()
    watch.end()
    assert watch.take_gap() is None


def test_session_time_goes_as_many_times_faster_from_its_beginning_on() -> None:
    clock = FakeClock()
    fast = SessionClock(clock, speed=20)
    began = fast.now_ns()
    clock.pass_seconds(0.5)
    assert fast.now_ns() - began == 10 * SECOND
    assert fast.real_seconds_until(began + 30 * SECOND) == 1.0
    assert fast.real_seconds_until(began) == 0.0
    assert fast.wall_after(60 * SECOND) - clock.wall() == clock.wall().resolution * 3_000_000


def test_the_systems_clock_never_goes_back_and_wall_time_has_its_offset() -> None:
    clock = SystemClock()
    assert clock.now_ns() <= clock.now_ns()
    assert clock.wall().utcoffset() is not None
