"""A live session runs by the real clock, forgives what happens to the program, and is written down as it goes."""

from __future__ import annotations

from footui.core.dose import Dose, Range
from footui.core.player import Player
from footui.core.routine import Routine, Step
from footui.core.timeline import compile_timeline
from footui.session.clock import SessionClock
from footui.session.live import LiveSession
from footui.session.watch import Watch
from tests.fakes import SECOND, FakeClock, FakeRecorder

ROUTINE = Routine(
    "test",
    "Test",
    (Step("toe-press", Dose(hold=Range.of(10), reps=Range.of(2))), Step("toe-walk", Dose(move=Range.of(20)))),
)


class Running:
    """A session that has begun, with everything around it at hand."""

    def __init__(self, speed: float = 1) -> None:
        self.clock = FakeClock()
        self.recorder = FakeRecorder()
        self.session = LiveSession(
            compile_timeline(ROUTINE),
            SessionClock(self.clock, speed),
            "id",
            recorder=self.recorder,
            watch=Watch(self.clock),
        )
        self.session.begin()
        self.session.close()  # the thread of the watch is not wanted here: `look` alone finds the gaps

    def go(self, seconds: float, step: float = 1.0) -> None:
        """Let time pass in steps, ticking at each."""
        while seconds > 0:
            self.clock.pass_seconds(min(step, seconds))
            self.session.tick()
            seconds -= step

    @property
    def gap(self) -> float | None:
        return self.session.gap.seconds if self.session.gap else None

    @property
    def state(self) -> str:
        return self.session.player.state.value

    @property
    def player(self) -> Player:
        return self.session.player


def test_a_session_that_nobody_touches_ends_exactly_as_planned_and_is_written_down() -> None:
    run = Running()
    run.go(60)
    record = run.recorder.records[-1]
    assert record.status == "finished"
    assert (record.ended - record.started).total_seconds() == 57.0  # 5 + 10 + 2 + 10 + 10 + 20
    assert [(row.exercise, row.done_reps, row.done_seconds) for row in record.work] == [
        ("toe-press", 2, 20.0),
        ("toe-walk", 1, 20.0),
    ]


def test_a_running_session_is_written_down_as_open_every_second() -> None:
    run = Running()
    before = len(run.recorder.records)
    run.go(4, step=0.25)
    assert len(run.recorder.records) - before >= 4
    assert {record.status for record in run.recorder.records} == {"open"}


def test_a_stopped_process_pauses_at_the_moment_that_began_and_asks() -> None:
    run = Running()
    run.go(8)
    run.clock.pass_seconds(14)
    run.session.tick()
    assert run.state == "paused"
    assert run.gap == 14
    assert run.player.into_ns == 3 * SECOND
    run.go(2)
    run.session.pause_or_go_on()
    assert not run.gap
    run.go(60)
    record = run.recorder.records[-1]
    assert record.paused_seconds == 16
    assert (record.ended - record.started).total_seconds() == 57 + 16
    assert [row.done_seconds for row in record.work] == [20.0, 20.0]


def test_a_key_pressed_at_the_end_of_a_gap_was_meant_for_an_old_picture_and_is_dropped() -> None:
    run = Running()
    run.go(8)
    run.clock.pass_seconds(14)
    run.session.next()
    assert run.state == "paused"
    assert run.player.index == 1


def test_two_and_a_half_seconds_without_a_look_are_no_gap() -> None:
    run = Running()
    run.clock.pass_seconds(2.5)
    run.session.tick()
    assert run.state == "running"


def test_a_gap_while_paused_changes_nothing() -> None:
    run = Running()
    run.session.pause_or_go_on()
    run.clock.pass_seconds(100)
    run.session.tick()
    assert run.session.gap is None
    run.session.pause_or_go_on()
    assert run.state == "running"
    assert run.player.time.paused_ns == 100 * SECOND


def test_a_preview_runs_as_many_times_faster_and_is_exact() -> None:
    run = Running(speed=20)
    run.go(57 / 20, step=0.05)
    record = run.recorder.records[-1]
    assert record.status == "finished"
    assert [row.done_seconds for row in record.work] == [20.0, 20.0]
    assert abs((record.ended - record.started).total_seconds() - 57 / 20) < 0.001


def test_a_discarded_session_leaves_no_trace() -> None:
    run = Running()
    run.go(8)
    count = len(run.recorder.records)
    run.session.end(keep=False)
    assert run.recorder.discarded == ["id"]
    assert len(run.recorder.records) == count


def test_a_session_ended_by_the_person_is_written_down_as_stopped() -> None:
    run = Running()
    run.go(8)
    run.session.end(keep=True)
    record = run.recorder.records[-1]
    assert record.status == "stopped"
    assert [row.done_seconds for row in record.work] == [3.0, 0.0]


def test_the_reason_of_a_skipped_step_can_be_given_afterwards() -> None:
    run = Running()
    run.go(8)
    run.session.skip_step()
    assert run.session.record().work[0].skipped == "other"
    run.session.give_reason("no time")
    assert run.recorder.records[-1].work[0].skipped == "no time"


def test_five_seconds_more_and_less() -> None:
    run = Running()
    run.go(8)
    run.session.more()
    assert run.player.remaining_ns == 12 * SECOND
    run.session.less()
    assert run.player.remaining_ns == 7 * SECOND
