"""A plain session that goes on after an interruption: it says what, since when and where, and how long is left."""

from __future__ import annotations

from datetime import timedelta

from footui.core.routine import Routine
from tests.fakes import MORNING, FakeClock
from tests.session.plain_driving import COUNTS, EXERCISES, FEET, HOLDS, WALKS, Went, go_through, interrupted_after

ROUTINE = Routine("test", "Test", (FEET, WALKS))


def resumed(seconds: float, routine: Routine = ROUTINE, away: timedelta = timedelta(minutes=8)) -> Went:
    """Killed after so many seconds, and gone on with after this long."""
    interrupted = interrupted_after(seconds, routine)
    clock = FakeClock(interrupted.last_known + away)
    return go_through(routine, EXERCISES, [], interrupted=interrupted, clock=clock)


def test_it_says_what_goes_on_when_it_stopped_where_it_stands_and_how_long_is_left() -> None:
    went = resumed(14.0)
    assert went.lines[:3] == [
        "Going on with Test.",
        "Stopped at 07:46, 8 minutes ago. Step 1 of 2: toe presses, left foot, repetition 2 of 2.",
        "1 minute 25 seconds left in all. Ends at 07:56.",
    ]
    assert went.lines[4:7] == [
        "Get ready, 5 seconds. Toe presses, left foot, repetition 2 of 2.",
        "  Grip the floor. Hold on to something. 3, 2, 1.",
        "Hold, left foot, 2 of 2. 3 seconds left. 3, 2, 1.",
    ]
    record = went.recorder.records[-1]
    assert (went.finished, record.done_work_ns, record.interrupted_seconds) == (True, record.planned_work_ns, 480.0)
    assert went.lines[-1] == "Done after 1 minute 39 seconds. All the work was done, 60 seconds."


def test_a_count_is_taken_up_where_it_was() -> None:
    went = resumed(6.0, Routine("test", "Test", (COUNTS,)))
    assert "Hold, 1 of 2. 2, 3. Release." in went.lines


def test_a_pause_that_is_long_enough_begins_anew() -> None:
    went = resumed(40.0)
    assert "Next in 10 seconds: step 2 of 2. Toe walking: 20 seconds, 2 sets. 3, 2, 1." in went.lines


def test_on_another_day_the_day_is_told() -> None:
    went = resumed(14.0, away=timedelta(days=1))
    assert went.lines[1].startswith(f"Stopped on Sat 21 Nov at {MORNING:%H:%M}, 24 hours ago.")


def test_pain_before_is_not_asked_again_in_its_midst() -> None:
    went = resumed(14.0)
    assert not any(line.startswith("Pain") for line in went.lines)
    first = resumed(1.0, Routine("test", "Test", (HOLDS,)))
    assert "Pain now, 0 to 10? Or just begin." in first.lines
