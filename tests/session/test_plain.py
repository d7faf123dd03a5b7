"""The plain session: a transcript that a screen reader speaks well, to the moment."""

from __future__ import annotations

import pytest

from footui.core.dose import Dose, Range, Sides, Timing, Unit
from footui.core.notation import Notation
from footui.core.routine import Group, Routine, Step
from tests.session.plain_driving import COUNTS, HOLDS, OWN_PACE, WALKS, Setting, go, go_through, shipped


def test_breakfast_lunch_and_dinner_begins_as_it_is_drawn() -> None:
    routine, exercises = shipped("breakfast-lunch-dinner")
    went = go_through(routine, exercises, [], Setting(simple_terminal=True))
    cautions = "Never go into a position that hurts your knee. Hold on to something if you feel unsteady."
    assert went.lines[:7] == [
        "Breakfast, lunch and dinner. Session 1 of 3, breakfast. Level low.",
        "5 steps, 6 minutes 44 seconds. Ends at 07:53.",
        "Keys: space pause, n next, b back, s skip, p pain, i how to, q end, question mark all keys.",
        "No single keys here? Type the letter, or pause, and press Enter.",
        "Pain now, 0 to 10? Or just begin.",
        "Get ready, 5 seconds. Step 1 of 5. Toe presses: 3 counts, 10 repetitions, both feet.",
        f"  {exercises['toe-press'].brief} {cautions} 3, 2, 1.",
    ]
    assert went.lines[7:17] == [
        *(f"Hold, {rep} of 10. 1, 2, 3. Release." for rep in range(1, 10)),
        "Hold, 10 of 10. 1, 2, 3.",
    ]
    assert went.lines[17] == "Next in 10 seconds: step 2 of 5. Toe walking: 20 seconds, 5 sets."
    assert went.lines[19:22] == [
        "Toe walking, set 1 of 5. 20 seconds. Half. 3, 2, 1.",
        "Rest, 10 seconds. Next: set 2 of 5. 3, 2, 1.",
        "Toe walking, set 2 of 5. Half. 3, 2, 1.",
    ]
    assert went.lines[-1] == "Done after 6 minutes 44 seconds. All the work was done, 275 seconds."
    assert (went.finished, went.status, went.written[-1][0]) == (True, "finished", 404.0)


def test_every_word_comes_at_its_very_moment() -> None:
    went = go(COUNTS, WALKS)
    moments = [(at, text.strip()) for at, text in went.written if at > 0]
    assert moments[:11] == [
        (2.0, "3"), (3.0, ", 2"), (4.0, ", 1."),
        (5.0, ""), (5.0, "Hold, 1 of 2."), (5.0, "1"), (6.0, ", 2"), (7.0, ", 3."),
        (8.0, "Release."), (10.0, ""), (10.0, "Hold, 2 of 2."),
    ]  # fmt: skip
    assert [at for at, text in moments if text == "Half."] == [33.0, 63.0]
    assert [at for at, text in moments if text == "Rest, 10 seconds. Next: set 2 of 2."] == [43.0]


def test_a_transcript_is_the_same_at_every_speed() -> None:
    slow = go(HOLDS, WALKS, COUNTS)
    for speed in (7, 1000):
        fast = go(HOLDS, WALKS, COUNTS, speed=speed)
        assert fast.lines[2:] == slow.lines[2:]


def test_it_holds_no_escapes_and_no_empty_lines() -> None:
    went = go(HOLDS, OWN_PACE, keys=[(31, "enter"), (40, "enter")])
    assert went.text.replace("\n", "").isprintable()
    assert "" not in went.lines


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (Step("toe-press", Dose(hold=Range.of(2.5))), "Hold. 2.5 seconds. 2, 1."),
        (Step("toe-press", Dose(hold=Range.of(180))), "Hold. 3 minutes. Half. 3, 2, 1."),
        (
            Step("toe-press", Dose(hold=Range.of(3), sets=Range.of(2), reps=Range.of(2))),
            "Hold, set 1 of 2, repetition 1 of 2. 3, 2, 1. Release.",
        ),
        (
            Step("toe-press", Dose(hold=Range.of(3), sets=Range.of(2), reps=Range.of(2), sides=Sides.EACH)),
            "Rest, 10 seconds. Next: set 2 of 2, left foot. 3, 2, 1.",
        ),
        (Step("toe-press", Dose(tempo=(3, 1, 3), reps=Range.of(2))), "Up, 1 of 2. 3, 2, 1. Hold. 1. Down. 3, 2, 1."),
        (Step("toe-press", Dose(tempo=(3, 1, 3), reps=Range.of(2))), "Up, 2 of 2. 3, 2, 1. Hold. 1. Down. 3, 2, 1."),
        (Step("toe-press", Dose(move=Range.of(40), unit=Unit.COUNTS)), "Toe presses. 10, 20, 30, 38, 39, 40."),
        (Step("toe-press", Dose(move=Range.of(5), sides=Sides.RIGHT)), "Toe presses, right foot. 5 seconds. 3, 2, 1."),
        (
            Step("toe-press", Dose(hold=Range.of(5)), variant="ball"),
            "Get ready, 5 seconds. Toe presses, with a ball: 5 seconds, both feet.",
        ),
        (
            Step("toe-press", Dose(hold=Range.of(5)), variant="ball", note="Slowly"),
            "  Grip the ball. Slowly. Hold on to something. 3, 2, 1.",
        ),
        (
            Step("toe-press", Dose(hold=Range.of(5)), note="Hold on to something"),
            "  Grip the floor. Hold on to something. 3, 2, 1.",
        ),
        (
            Step("toe-press", Dose(move=Range.of(5), sides=Sides.ALTERNATE, directions=("in", "out"))),
            "Get ready, 5 seconds. Toe presses: 5 seconds in, then 5 out, feet in turn, left first.",
        ),
    ],
)  # fmt: skip
def test_each_kind_of_step_has_its_line(step: Step, said: str) -> None:
    assert said in go(step).lines


def test_each_side_is_told_once_where_it_begins() -> None:
    went = go(Step("toe-press", Dose(hold=Range.of(5), reps=Range.of(2), sides=Sides.EACH)))
    assert went.lines[-6:-1] == [
        "Hold, left foot, 1 of 2. 5 seconds. 3, 2, 1. Release.",
        "Hold, 2 of 2. 3, 2, 1.",
        "Change to the right foot, 5 seconds. 3, 2, 1.",
        "Hold, right foot, 1 of 2. 5 seconds. 3, 2, 1. Release.",
        "Hold, 2 of 2. 3, 2, 1.",
    ]


def test_the_feet_in_turn_are_told_each_time() -> None:
    went = go(Step("toe-press", Dose(hold=Range.of(5), reps=Range.of(2), sides=Sides.ALTERNATE)))
    feet = [line.split(", ")[1] for line in went.lines if line.startswith("Hold, ")]
    assert feet == ["left foot", "right foot", "left foot", "right foot"]


def test_half_is_told_from_where_the_settings_say() -> None:
    assert "Hold, 1 of 2. 5 seconds. 3, 2, 1. Release." in go(HOLDS, half_from=4).lines, "the count says more"
    assert "Toe walking, set 1 of 2. 20 seconds. 3, 2, 1." in go(WALKS, half_from=21).lines


def test_numbers_and_times_are_written_as_the_person_writes_them() -> None:
    step = Step("toe-press", Dose(hold=Range.of(2.5)))
    went = go(step, notation=Notation(",", twelve_hours=True))
    assert "Hold. 2,5 seconds. 2, 1." in went.lines
    assert "1 step, 8 seconds. Ends at 7:47 am." in went.lines
    assert went.lines[-1].endswith("All the work was done, 2,5 seconds.")


def test_rounds_of_a_circuit_are_said_and_what_was_said_once_is_not_said_again() -> None:
    steps = (Step("toe-press", Dose(hold=Range.of(5)), group="g"), Step("toe-walk", Dose(move=Range.of(5)), group="g"))
    went = go(routine=Routine("test", "Test", steps, groups={"g": Group(2, 30)}))
    assert went.lines[3:] == [
        "Pain now, 0 to 10? Or just begin.",
        "Get ready, 5 seconds. Round 1 of 2. Step 1 of 2. Toe presses: 5 seconds, both feet.",
        "  Grip the floor. Hold on to something. 3, 2, 1.",
        "Hold. 5 seconds. 3, 2, 1.",
        "Next in 10 seconds: round 1 of 2. Step 2 of 2. Toe walking: 5 seconds. 3, 2, 1.",
        "Toe walking. 5 seconds. 3, 2, 1.",
        "Rest, 30 seconds. Round 2 of 2. Step 1 of 2: toe presses. 3, 2, 1.",
        "Hold. 5 seconds. 3, 2, 1.",
        "Next in 10 seconds: round 2 of 2. Step 2 of 2: toe walking. 3, 2, 1.",
        "Toe walking. 5 seconds. 3, 2, 1.",
        "Done after 1 minute 15 seconds. All the work was done, 20 seconds.",
    ]


def test_a_session_without_time_to_get_ready_says_how_it_is_done_all_the_same() -> None:
    went = go(routine=Routine("test", "Test", (HOLDS,), timing=Timing(prepare=0)))
    assert went.lines[3:6] == [
        "Toe presses: 5 seconds, 2 repetitions, both feet.",
        "  Grip the floor. Hold on to something.",
        "Hold, 1 of 2. 5 seconds. 3, 2, 1. Release.",
    ]


def test_what_was_not_done_in_full_is_told_at_the_end() -> None:
    feet = Step("toe-press", Dose(hold=Range.of(5), sides=Sides.EACH))
    went = go(feet, WALKS, keys=[(16, "s"), (17, "3"), (33, "n")])
    assert went.lines[-4:] == [
        "Done after 1 minute 3 seconds. Work: 33 of 50 seconds.",
        "  Toe presses, right foot: 1 of 5 seconds, skipped: no time.",
        "  Toe walking: 1 of 2 sets, 27 of 40 seconds.",
        "  The rest was done in full.",
    ]


def test_more_than_was_planned_is_told_as_that() -> None:
    went = go(WALKS, HOLDS, keys=[(6, "+"), (28, "+"), (77, "n")])
    assert went.lines[-3:] == [
        "Done after 1 minute 24 seconds. Work: 57 seconds, 7 more than planned.",
        "  Toe presses: 1 of 2 repetitions, 7 of 10 seconds.",
        "  The rest was done in full.",
    ]


def test_the_cues_begin_when_the_opening_was_written() -> None:
    assert go(HOLDS).cues.started == 1


def test_why_it_cannot_be_written_down_is_told_once_and_the_session_goes_on() -> None:
    went = go(HOLDS, problem="The history could not be written: the disk is full.")
    told = "The history could not be written: the disk is full. The session goes on."
    assert went.lines.count(told) == 1
    assert went.finished
