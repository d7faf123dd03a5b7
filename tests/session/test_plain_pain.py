"""Pain in the plain session: before it, in its midst with what helps, and the questions at its end."""

from __future__ import annotations

import pytest

from footui.core.dose import Level
from footui.core.said import HELP_AT_ONCE
from footui.core.settings import CareSettings
from tests.session.plain_driving import FEET, HOLDS, RANGES, WALKS, go

NEVER = CareSettings(ask=False)


# Before


@pytest.mark.parametrize(("keys", "number"), [([(1, "4")], 4), ([(1, "1")], 1), ([(1, "1"), (1.5, "0")], 10)])
def test_pain_before_is_said_by_a_digit_while_one_gets_ready_and_holds_nothing_up(
    keys: list[tuple[float, str]], number: int
) -> None:
    went = go(HOLDS, keys=keys)
    assert any(line.startswith(f"Pain before: {number}.") for line in went.lines)
    assert went.recorder.records[-1].pain.before == number
    assert went.written[-1][0] == 17.0


def test_a_nought_long_after_a_one_is_none() -> None:
    assert go(HOLDS, keys=[(1, "1"), (4, "0")]).recorder.records[-1].pain.before == 0


def test_ten_can_be_said_in_a_line() -> None:
    went = go(HOLDS, keys=[(1, "10")], single=False)
    assert went.recorder.records[-1].pain.before == 10
    assert f"Pain before: 10. That is much: better rest, or ask first. {HELP_AT_ONCE}" in went.lines


def test_pain_before_is_asked_once_and_only_where_it_is_written_down_and_may_be_asked() -> None:
    asked = "Pain now, 0 to 10? Or just begin."
    assert go(HOLDS).lines.count(asked) == 1
    assert asked not in go(HOLDS, care=NEVER).lines
    assert asked not in go(HOLDS, recorded=False).lines
    assert go(HOLDS, keys=[(1, "4")], recorded=False).recorder.records[-1].pain.before is None


def test_after_the_first_get_ready_a_digit_is_no_pain_before() -> None:
    went = go(HOLDS, keys=[(6, "4")])
    assert went.recorder.records[-1].pain.before is None
    assert "Nothing was skipped just now." in went.lines


# In its midst


def test_a_little_pain_is_noted_and_the_exercise_goes_on() -> None:
    went = go(HOLDS, keys=[(6, "p"), (8, "2")])
    assert went.after("Pain now, from 0 to 10? The clock is held. Enter leaves it unanswered.", 2) == [
        "Pain 2, noted.", "Going on. 3, 2, 1. Release.",
    ]  # fmt: skip
    record = went.recorder.records[-1]
    assert (record.pain.worst, record.work[0].pain, record.paused_seconds) == (2, 2, 2.0)


def test_a_little_pain_said_in_one_line_does_not_even_hold_the_clock() -> None:
    went = go(HOLDS, keys=[(6, "p 2")], single=False)
    assert "Pain 2, noted." in went.lines
    assert went.recorder.records[-1].paused_seconds == 0


def test_three_to_five_offers_less_and_enter_goes_on_gently() -> None:
    went = go(RANGES, WALKS, keys=[(6, "p"), (7, "4"), (9, "enter")], level=Level.HIGH)
    assert went.after("Pain 4, noted.", 6) == [
        "What helps? Enter takes 1.",
        "  1: go on, but gently.",
        "  2: the low end of its ranges: 5 seconds, 2 repetitions, both feet.",
        "  3: fewer repetitions: 2 repetitions in place of 4.",
        "  4: leave this exercise, go on with toe walking.",
        "Going on. 3, 2, 1. Release.",
    ]
    assert went.recorder.records[-1].work[0].done_reps == 4


def test_fewer_repetitions_are_done() -> None:
    went = go(RANGES, keys=[(6, "p 4"), (9, "3")], level=Level.HIGH)
    assert went.after("2 repetitions now. u takes it back.") == ["Going on. 3, 2, 1. Release."]
    assert went.recorder.records[-1].work[0].done_reps == 2


def test_the_low_end_may_end_the_hold_at_once_and_says_no_number_that_was_not_reached() -> None:
    went = go(RANGES, keys=[(12, "p 3"), (14, "2")], level=Level.HIGH)
    said = "The low end of its ranges: 5 seconds, 2 repetitions, both feet. u takes it back."
    assert went.after(said) == ["Going on. Release."]


def test_what_is_not_possible_is_not_offered() -> None:
    went = go(HOLDS, keys=[(6, "p 4"), (9, "7"), (10, "enter")])
    offered = [
        "What helps? Enter takes 1.",
        "  1: go on, but gently.",
        "  2: fewer repetitions: 1 repetition in place of 2.",
        "  3: leave this exercise, this was the last one.",
    ]
    assert went.after("Pain 4, noted.", 8) == offered * 2


def test_above_five_the_exercise_stops_and_help_is_named_in_full() -> None:
    went = go(HOLDS, WALKS, keys=[(6, "p"), (7, "7"), (8, "enter")])
    assert went.after("Pain 7, noted.", 7) == [
        f"That is too much for this exercise. {HELP_AT_ONCE}",
        "What helps? Enter takes 1.",
        "  1: stop this exercise, go on with toe walking.",
        "  2: end the session here.",
        "Skipped: toe presses. Noted: pain.",
        "Next in 10 seconds: step 2 of 2. Toe walking: 20 seconds, 2 sets.",
        "Going on. 3, 2, 1.",
    ]
    assert went.recorder.records[-1].work[0].skipped == "pain"


def test_above_five_the_session_can_end() -> None:
    went = go(HOLDS, keys=[(6, "p 7"), (8, "2")])
    assert (went.finished, went.status, went.recorder.records[-1].pain.worst) == (False, "stopped", 7)


@pytest.mark.parametrize("keys", [[(7, "1"), (7.5, "0")], [(7, "10")]])
def test_ten_is_one_and_then_nought(keys: list[tuple[float, str]]) -> None:
    went = go(HOLDS, keys=[(6, "p"), *keys, (9, "2")])
    assert went.recorder.records[-1].pain.worst == 10


@pytest.mark.parametrize("keys", [[], [(7.5, "enter")]])
def test_a_one_is_taken_by_enter_or_after_a_moment(keys: list[tuple[float, str]]) -> None:
    went = go(HOLDS, keys=[(6, "p"), (7, "1"), *keys])
    assert went.recorder.records[-1].pain.worst == 1
    assert went.recorder.records[-1].paused_seconds == pytest.approx(1.5 if keys else 2.5, abs=0.001)


def test_a_key_after_a_one_takes_it_and_does_what_it_says() -> None:
    went = go(HOLDS, WALKS, keys=[(6, "p"), (7, "1"), (7.5, "s")])
    assert went.recorder.records[-1].pain.worst == 1
    assert went.recorder.records[-1].work[0].skipped == "other"


@pytest.mark.parametrize("key", ["enter", "p", "q", "space"])
def test_the_question_can_be_left_unanswered(key: str) -> None:
    went = go(HOLDS, keys=[(6, "p"), (8, key)])
    assert went.finished
    assert went.recorder.records[-1].pain.worst is None
    assert "Going on. 3, 2, 1. Release." in went.lines


def test_what_is_no_number_is_told_and_the_question_stays() -> None:
    went = go(HOLDS, keys=[(6, "p"), (7, "x"), (8, "11"), (9, "2")])
    assert went.lines.count("A number from 0 to 10, or Enter to leave it unanswered.") == 2
    assert went.recorder.records[-1].pain.worst == 2
    assert "A number from 0 to 10, or Enter to leave it unanswered." in go(HOLDS, keys=[(6, "p 11")]).lines


def test_a_session_that_was_paused_before_stays_paused_after() -> None:
    went = go(HOLDS, keys=[(6, "space"), (7, "p"), (8, "2"), (20, "space")])
    assert went.after("Pain 2, noted.") == ["Still paused. Space goes on."]
    assert went.recorder.records[-1].paused_seconds == 14.0


def test_where_input_ends_while_it_is_asked_what_helps_most_is_done() -> None:
    went = go(FEET, WALKS, keys=[(6, "p 7")], single=False, ended_at=6)
    assert went.finished
    assert went.recorder.records[-1].work[0].skipped == "pain"


def test_pain_is_not_asked_where_the_settings_say_so() -> None:
    went = go(HOLDS, keys=[(6, "p"), (7, "p 4")], care=NEVER)
    assert went.lines.count("Pain is not asked: see Settings.") == 2
    assert went.recorder.records[-1].pain.worst is None


# At the end


def test_at_the_end_everything_can_be_answered_and_is_kept_at_once() -> None:
    keys = [(6.0, "p 2"), (18, "3"), (19, "1"), (22, "2"), (23, "left arch stiff")]
    went = go(HOLDS, keys=keys, asks=True)
    assert went.lines[-8:] == [
        "Worst pain, from 0 to 10? Enter keeps 2.",
        "Worst pain 3.",
        "Pain now, from 0 to 10?",
        "Pain after 1.",
        "Effort? 1 easy, 2 right, 3 hard.",
        "Effort right.",
        "A note, in one line?",
        "The note is written down.",
    ]
    record = went.recorder.records[-1]
    assert (record.pain.worst, record.pain.after, record.effort, record.note) == (3, 1, "right", "left arch stiff")
    assert record.status == "finished"
    assert (record.ended - record.started).total_seconds() == 17.0, "the questions are no part of it"


def test_everything_at_the_end_can_be_left_out_by_enter() -> None:
    went = go(HOLDS, keys=[(18, "enter"), (19, "enter"), (20, "enter"), (21, "")], asks=True)
    assert went.lines[-4:] == [
        "Worst pain, from 0 to 10? Enter leaves a question out.",
        "Pain now, from 0 to 10?",
        "Effort? 1 easy, 2 right, 3 hard.",
        "A note, in one line?",
    ]
    record = went.recorder.records[-1]
    assert (record.pain.worst, record.pain.after, record.effort, record.note) == (None, None, None, "")


def test_answers_can_be_words_and_lines() -> None:
    keys = [(18.0, "10"), (19, "x"), (20, "0"), (21, "hard")]
    went = go(HOLDS, keys=keys, asks=True, single=False, ended_at=22)
    record = went.recorder.records[-1]
    assert (record.pain.worst, record.pain.after, record.effort) == (10, 0, "hard")
    assert "A number from 0 to 10, or Enter." in went.lines
    assert went.lines.count(HELP_AT_ONCE) == 1


@pytest.mark.parametrize("key", ["q", "ctrl+c"])
def test_the_rest_of_the_questions_can_be_left(key: str) -> None:
    went = go(HOLDS, keys=[(18, "3"), (19, key)], asks=True)
    assert went.finished
    assert went.recorder.records[-1].pain.worst == 3
    assert "Effort? 1 easy, 2 right, 3 hard." not in went.lines


def test_where_nobody_is_there_the_questions_end_by_themselves() -> None:
    went = go(HOLDS, asks=True)
    assert (went.lines[-1], went.written[-1][0]) == ("No answer: the rest is left out.", 17.0 + 60.0)
    went = go(HOLDS, keys=[(6, "m")], asks=True)
    assert (went.lines[-1], went.written[-1][0]) == ("No answer: the rest is left out.", 17.0 + 300.0)


def test_nothing_is_asked_where_input_has_ended() -> None:
    assert go(HOLDS, asks=True, single=False, ended_at=3).lines[-1].startswith("Done after")
