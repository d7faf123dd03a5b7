"""One session in which everything happens, and the record that comes of it, to the millisecond."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from footui.core.changes import OnceMore
from footui.core.dose import Dose, Range, Sides
from footui.core.journal import Interrupted, Journal, kept_session
from footui.core.record import WorkDone
from footui.core.routine import Routine, Step
from footui.core.timeline import compile_timeline
from footui.session.clock import SessionClock
from footui.session.live import LiveSession
from tests.fakes import FakeClock, FakeRecorder

ROUTINE = Routine(
    "all",
    "All that can happen",
    (
        Step("toe-press", Dose(hold=Range.of(10), reps=Range.of(3))),
        Step("toe-walk", Dose(move=Range.of(20), sets=Range.of(3))),
        Step("pencil-pickup", Dose(hold=Range.of(10), reps=Range.of(2), sides=Sides.EACH)),
        Step("toe-pull", Dose(hold=Range.of(30))),
    ),
)


class Person:
    """Somebody with a session, whose time passes when it is told to."""

    def __init__(self) -> None:
        self.clock, self.recorder = FakeClock(), FakeRecorder()
        self.session = LiveSession(compile_timeline(ROUTINE), SessionClock(self.clock), "id", recorder=self.recorder)
        self.began = self.clock.wall()
        self.gone_seconds = 0.0
        self.session.begin()

    def go(self, seconds: float) -> None:
        """A look every tenth of a second, as the screen has it, and one at the end."""
        for _ in range(int(seconds * 10)):
            self.clock.pass_seconds(0.1)
            self.session.tick()
        self.clock.pass_seconds(seconds - int(seconds * 10) / 10)
        self.session.tick()

    def come_back(self, after_seconds: float) -> None:
        """The line breaks; what the journal of the last second says is all there is to go on with."""
        journal, last = self.recorder.journals[-1], self.recorder.records[-1]
        self.clock.pass_seconds(after_seconds)
        kept = kept_session(Journal(*json.loads(json.dumps(journal))), ROUTINE)
        self.session = LiveSession(
            kept.player.prescribed,
            SessionClock(self.clock),
            last.id,
            recorder=self.recorder,
            interrupted=Interrupted(last.id, last.started, last.ended, kept, ""),
        )
        self.gone_seconds = (self.clock.wall() - last.ended).total_seconds()
        self.session.begin()


def toe_presses(person: Person) -> None:
    """Paused in the first hold, that made longer; the second done again; one more after the third."""
    session, go = person.session, person.go
    session.say_before(1)
    go(5 + 4.2)  # ready, and 4.2 s of the first hold
    session.pause()
    go(7.5)
    session.go_on()
    go(3)
    session.more()  # the first hold takes 15 s
    go(7.8 + 2 + 6)  # its end, the release, 6 s of the second
    session.back()  # to its start
    go(10 + 2 + 1)  # done; 1 s of the third
    session.change(OnceMore())
    go(9 + 2 + 10)  # the third, and a fourth


def toe_walk_until_it_hurts(person: Person) -> None:
    """One set, and 2.5 s of the second; stopped for pain."""
    person.go(10 + 20 + 10 + 2.5)
    person.session.pause()
    person.session.say_pain(7)
    person.session.skip_step("pain")
    person.session.go_on()


def pencil_pickups_over_a_broken_line(person: Person) -> None:
    """The left foot: one repetition, 3.3 s of the second; an hour later what was left of it, and the right foot."""
    person.go(10 + 10 + 2 + 3.3)
    lost = 3.3 - (person.recorder.records[-1].work[2].done_seconds - 10)
    assert 0 <= lost <= 1.0
    person.come_back(3600)
    person.go(5 + (10 - 3.3 + lost) + 5 + 10 + 2 + 10)


def test_pause_skip_back_extend_pain_and_resume_are_written_down_as_they_were() -> None:
    person = Person()
    toe_presses(person)
    assert person.session.player.phase.kind == "transition"
    toe_walk_until_it_hurts(person)
    pencil_pickups_over_a_broken_line(person)
    assert person.session.player.phase.kind == "transition"
    person.go(10 + 12)
    person.session.next()  # the last step is cut short
    record = person.recorder.records[-1]

    assert record.status == "finished"
    assert record.pain[:3] == (1, 7, None)
    assert [told(row) for row in record.work] == [
        (1, "both", 3, 4, 30, 45, None, None),
        (2, "both", 3, 1, 60, 22.5, "pain", 7),
        (3, "left", 2, 2, 20, 20, None, None),
        (3, "right", 2, 2, 20, 20, None, None),
        (4, "both", 1, 0, 30, 12, None, None),
    ]
    assert record.work[0].extended_ns == 5e9
    assert record.planned_work_ns == 160e9
    assert record.paused_seconds == pytest.approx(7.5, abs=0.001)
    assert record.interrupted_seconds == pytest.approx(person.gone_seconds, abs=0.001)
    assert (record.started, record.ended) == (person.began, person.clock.wall())
    held = timedelta(seconds=record.paused_seconds + record.interrupted_seconds)
    active = (record.ended - record.started - held).total_seconds()
    assert person.session.player.time.active_ns / 1e9 == pytest.approx(active, abs=0.001)


def told(row: WorkDone) -> tuple[object, ...]:
    """Planned and done, in repetitions and in seconds to the millisecond; why it was skipped, how much it hurt."""
    planned, done = round(row.planned_seconds, 3), round(row.done_seconds, 3)
    return (row.step, row.side.value, row.planned_reps, row.done_reps, planned, done, row.skipped, row.pain)
