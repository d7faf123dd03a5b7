"""The keys of the plain session: each does what it says, or says why not; and what happens where nobody presses one."""

from __future__ import annotations

from footui.core.dose import Level
from footui.session.plain_lists import ALL_KEYS
from tests.session.plain_driving import COUNTS, FEET, HOLDS, OWN_PACE, RANGES, WALKS, go


def test_pausing_holds_the_count_and_going_on_takes_it_up() -> None:
    went = go(COUNTS, keys=[(6.5, "space"), (60, "space")])
    here = went.lines.index("Paused at count 2. Space goes on.")
    assert went.lines[here - 1 : here + 2] == ["Hold, 1 of 2. 1, 2.", went.lines[here], "Going on. 3. Release."]
    assert went.recorder.records[-1].paused_seconds == 53.5
    assert went.recorder.records[-1].work[0].done_seconds == 6.0


def test_a_pause_in_seconds_says_how_many_are_left() -> None:
    went = go(WALKS, keys=[(10.5, "space"), (20, "space")])
    assert "Paused with 15 seconds left. Space goes on." in went.lines


def test_a_running_session_is_written_down_every_second() -> None:
    went = go(WALKS, keys=[(6, "space"), (26, "space")])
    assert len(went.recorder.records) > 70


def test_next_and_back() -> None:
    went = go(HOLDS, keys=[(1, "n"), (5, "b"), (5.5, "b")])
    lines = [line for line in went.lines if line.startswith(("Get ready", "Hold, 1"))]
    assert [line.split(".")[0] for line in lines] == [
        "Get ready, 5 seconds", "Hold, 1 of 2", "Hold, 1 of 2", "Get ready, 5 seconds", "Hold, 1 of 2",
    ]  # fmt: skip


def test_back_at_the_very_start_says_so() -> None:
    assert "This is the start." in go(HOLDS, keys=[(1, "b")]).lines


def test_back_while_paused_says_that_it_is_still_paused() -> None:
    went = go(HOLDS, keys=[(9, "space"), (10, "b"), (20, "space")])
    assert "Hold, 1 of 2. 5 seconds. Paused. Space goes on." in went.lines
    assert "Going on. 3, 2, 1. Release." in went.lines


def test_five_seconds_more_and_less_are_counted_anew() -> None:
    went = go(WALKS, keys=[(23.5, "+"), (24, "-"), (24.5, "-")])
    assert "5 seconds more: 7 seconds left." in went.lines
    assert "5 seconds less: 1 second left." in went.lines
    assert "Under 5 seconds left. n goes on now." in went.lines
    assert went.written[-1][0] == 55.0


def test_a_skipped_step_can_be_given_its_reason() -> None:
    went = go(HOLDS, WALKS, keys=[(7, "s"), (8, "2")])
    assert (
        "Skipped: toe presses. Why? 1 pain, 2 no equipment, 3 no time, 4 another reason; or just go on." in went.lines
    )
    assert "Noted: no equipment." in went.lines
    assert went.recorder.records[-1].work[0].skipped == "no equipment"
    assert "Nothing was skipped just now." in go(HOLDS, keys=[(7, "1")]).lines


def test_how_to_is_told_while_the_clock_runs_on() -> None:
    went = go(HOLDS, keys=[(1, "i")])
    assert went.after("Toe presses.", 4) == ["  Stand.", "  Grip the floor.", "  Hold on to something.", "3, 2, 1."]
    assert went.written[-1][0] == 17.0


def test_where_one_is_and_how_long_is_left_can_be_asked_at_any_time() -> None:
    went = go(FEET, WALKS, keys=[(6, "t"), (14, "space"), (20, "t"), (21, "space")])
    assert (
        "Step 1 of 2: toe presses, left foot, repetition 1 of 2. 4 seconds left. "
        "1 minute 28 seconds left in all. Ends at 07:48." in went.lines
    )
    assert (
        "Paused. Step 1 of 2: toe presses, left foot, repetition 2 of 2. 3 seconds left. "
        "1 minute 20 seconds left in all." in went.lines
    )
    before = go(COUNTS, keys=[(1, "t"), (6.5, "t")])
    assert (
        "Getting ready, before toe presses, repetition 1 of 2. 4 seconds left. 12 seconds left in all." in before.text
    )
    assert "Toe presses, repetition 1 of 2. Count 2 of 3. 7 seconds left in all." in before.text
    own_pace = go(OWN_PACE, keys=[(6, "t"), (41, "enter"), (60, "enter")])
    assert "Toe presses, left foot. At your own pace. 6 seconds so far." in own_pace.lines


def test_every_key_is_listed_and_none_is_silent() -> None:
    went = go(HOLDS, keys=[(1, "?"), (2, "x"), (5.5, "enter")])
    assert went.lines.count(f"  {ALL_KEYS[0]}") == 1
    assert "'x' is no key here. Question mark lists them." in went.lines
    assert "This phase ends by the clock. n goes on now." in went.lines


def test_a_self_paced_set_ends_when_it_is_said_to_be_done() -> None:
    went = go(OWN_PACE, keys=[(6, "+"), (40, "space"), (41, "enter"), (42, "space"), (43, "enter"), (60, "enter")])
    assert "Get ready, 5 seconds. Toe presses: 10 repetitions at your own pace, each foot, left first." in went.lines
    assert "Go, left foot. 10 repetitions at your own pace. Enter when done." in went.lines
    assert "No clock runs here." in went.lines
    assert went.lines.count("Paused. Space goes on.") == 2
    assert "1 step, some of it at your own pace." in went.lines
    assert went.lines[-1] == "Done after 58 seconds. All the work was done."
    assert (went.finished, went.recorder.records[-1].work[1].done_reps) == (True, 10)


def test_cues_are_muted_and_given_again() -> None:
    went = go(HOLDS, keys=[(1, "m"), (2, "m"), (3, "m")])
    assert [line for line in went.lines if line.startswith(("Muted", "Cues"))] == [
        "Muted: m turns the cues on again.", "Cues are on.", "Muted: m turns the cues on again.",
    ]  # fmt: skip
    assert "No cue is on: see Settings." in go(HOLDS, keys=[(1, "m")], cues=False).lines


# Another course


def test_one_more_repetition_is_done_and_can_be_taken_back() -> None:
    went = go(HOLDS, keys=[(6, "o")])
    assert "One more: 3 repetitions now. u takes it back." in went.lines
    assert "Hold, 3 of 3. 3, 2, 1." in went.lines
    back = go(HOLDS, keys=[(6, "o"), (7, "u")])
    assert back.after("Taken back.") == ["Toe presses, repetition 1 of 2."]
    assert back.finished
    assert back.recorder.records[-1].work[0].done_reps == 2
    assert "Only while you exercise." in go(HOLDS, keys=[(1, "o")]).lines
    paced = go(OWN_PACE, keys=[(6, "o"), (40, "enter"), (60, "enter")])
    assert "One more: 11 repetitions now. u takes it back." in paced.lines


def test_the_other_foot_can_be_first() -> None:
    went = go(FEET, keys=[(1, "w")])
    assert "Right foot first. u takes it back." in went.lines
    assert "Hold, right foot, 1 of 2. 5 seconds. 3, 2, 1. Release." in went.lines
    assert "Change to the left foot, 5 seconds. 3, 2, 1." in went.lines
    assert "Toe presses works both feet at once." in go(HOLDS, keys=[(1, "w")]).lines
    assert "Only before the first side." in go(FEET, keys=[(6, "w")]).lines


def test_another_form_says_how_it_is_done() -> None:
    went = go(HOLDS, keys=[(6, "v"), (7, "v"), (8, "u")])
    assert went.after("Toe presses, with a ball. u takes it back.") == ["  Grip the ball. Hold on to something. 3."]
    assert "Toe presses, with a ball, with sock. u takes it back." in went.lines
    assert went.after("Taken back.") == ["Toe presses, with a ball, repetition 1 of 2."]
    assert went.recorder.records[-1].work[0].variant == "ball"
    assert "Toe walking has one form only." in go(WALKS, keys=[(6, "v")]).lines


def test_the_step_can_be_begun_anew() -> None:
    went = go(HOLDS, keys=[(13, "r")])
    assert went.after("This step from its start.") == ["Hold, 1 of 2. 5 seconds. 3, 2, 1. Release."]
    taken_back = go(HOLDS, keys=[(13, "r"), (14, "u")])
    assert taken_back.after("Taken back.") == ["Hold, 2 of 2. 4 seconds left. 3, 2, 1."]


def test_a_skipped_step_can_be_taken_back_and_goes_on_in_its_midst() -> None:
    went = go(COUNTS, WALKS, keys=[(6.5, "s"), (8.5, "u")])
    assert went.after("Taken back.") == ["Hold, 1 of 2. 3. Release."]
    assert went.recorder.records[-1].work[0].skipped is None


def test_a_change_of_length_can_be_taken_back() -> None:
    went = go(WALKS, keys=[(10, "+"), (12, "u"), (13, "u")])
    assert went.after("Taken back.") == ["13 seconds left."]
    assert "Nothing to take back." in went.lines
    assert went.written[-1][0] == 55.0


def test_the_low_end_of_a_range_is_named_without_signs() -> None:
    went = go(RANGES, keys=[(6, "p"), (7, "4"), (8, "2")], level=Level.HIGH)
    assert "  2: the low end of its ranges: 5 seconds, 2 repetitions, both feet." in went.lines
    assert "The low end of its ranges: 5 seconds, 2 repetitions, both feet. u takes it back." in went.lines


# Ending


def test_ending_asks_with_the_clock_held_and_writes_down() -> None:
    went = go(HOLDS, keys=[(7, "q"), (30, "z"), (40, "w")])
    assert "End here? w writes down what was done, d discards it, Enter goes on." in went.lines
    assert "w writes down what was done and ends, d discards it and ends, Enter goes on." in went.lines
    assert (went.finished, went.status) == (False, "stopped")
    assert went.recorder.records[-1].work[0].done_seconds == 2.0
    assert went.lines[-2].startswith("Ended after 7 seconds. Work: 2 of 10 seconds.")


def test_ending_can_be_thought_better_of() -> None:
    went = go(HOLDS, keys=[(7, "q"), (30, "enter")])
    assert (went.finished, went.written[-1][0]) == (True, 17.0 + 23.0)
    assert "Going on. 2, 1. Release." in went.lines
    paused = go(HOLDS, keys=[(7, "space"), (8, "q"), (9, "enter"), (10, "space")])
    assert "Still paused. Space goes on." in paused.lines


def test_a_discarded_session_leaves_no_trace() -> None:
    went = go(HOLDS, keys=[(7, "q"), (8, "d")])
    assert (went.finished, went.discarded, went.recorder.discarded) == (False, True, ["id"])
    assert went.lines[-1] == "Ended and discarded. Nothing of this session is kept."


def test_ctrl_c_asks_as_q_does_and_a_second_one_ends_at_once_written_down() -> None:
    went = go(HOLDS, keys=[(7, "ctrl+c"), (8, "enter")])
    assert went.finished is True
    went = go(HOLDS, keys=[(7, "ctrl+c"), (8, "ctrl+c")])
    assert (went.finished, went.status) == (None, "stopped")


def test_ctrl_c_ends_at_once_where_nobody_can_be_asked() -> None:
    went = go(HOLDS, keys=[(7, "ctrl+c")], single=False)
    assert (went.finished, went.status) == (None, "stopped")
    assert went.lines[-2].startswith("Ended after 7 seconds.")


# Input that ends, programs that are stopped


def test_the_end_of_input_does_not_stop_what_runs_by_the_clock() -> None:
    went = go(HOLDS, WALKS, single=False, ended_at=0)
    assert (went.finished, went.status) == (True, "finished")
    assert not any(line.startswith(("Keys", "Pain")) for line in went.lines)


def test_a_set_at_ones_own_pace_cannot_end_without_keys_so_the_session_is_stopped_and_kept() -> None:
    went = go(HOLDS, OWN_PACE, single=False, ended_at=3)
    assert (went.finished, went.status) == (False, "stopped")
    assert went.recorder.records[-1].work[0].done_reps == 2
    assert "Input has ended, and this waits for a key: the session ends here." in went.lines


def test_a_pause_cannot_end_without_keys_either() -> None:
    went = go(HOLDS, keys=[(7, "space")], single=False, ended_at=7)
    assert (went.finished, went.status) == (False, "stopped")
    asked = go(HOLDS, keys=[(7, "q")], single=False, ended_at=7)
    assert (asked.finished, asked.status) == (False, "stopped")


def test_a_stopped_program_is_paused_and_says_so() -> None:
    went = go(HOLDS, keys=[(6, "stopped for 14"), (30, "space")])
    said = "Footui was stopped for 14 seconds. The clock waited; no exercise is shorter or longer. Space goes on."
    assert said in went.lines
    assert went.recorder.records[-1].work[0].done_seconds == 10.0


def test_a_stopped_program_without_keys_goes_on_by_itself() -> None:
    went = go(HOLDS, keys=[(6, "stopped for 14")], single=False, ended_at=0)
    assert (went.finished, went.written[-1][0]) == (True, 17.0 + 14.0)
