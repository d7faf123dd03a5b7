"""Problems can be shown as they are, and know what was meant."""

from __future__ import annotations

import errno
import time

import pytest

from footui.storage.problems import Problem, SaveProblem, did_you_mean, nearest, reason

STEP_KEYS = (
    "exercise", "variant", "hold", "move", "tempo", "unit", "reps", "sets", "times_per_day", "directions",
    "sides", "first", "group", "level", "source", "note", "prepare", "transition", "change", "release", "rest",
)  # fmt: skip


def test_a_problem_reads_as_path_line_column_message() -> None:
    assert str(Problem("legs.toml", 3, 14, "No such exercise.")) == "legs.toml:3:14: No such exercise."


def test_problems_sort_by_their_place() -> None:
    late, early = Problem("a.toml", 10, 1, "b"), Problem("a.toml", 9, 30, "c")
    assert sorted([late, early]) == [early, late]


def test_a_problem_never_brings_escape_sequences_to_the_terminal() -> None:
    assert str(Problem("a\x1b[2J.toml", 1, 1, "The key “\x1b]0;x\x07” …")).isprintable()


def test_a_file_name_that_is_no_utf8_can_be_printed() -> None:
    assert Problem("caf\udce9.toml", 1, 1, "…").path == "caf\ufffd.toml"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("hodl", "hold"),
        ("Reps", "reps"),
        ("rep", "reps"),
        ("repetitions", "reps"),
        ("hold_seconds", "hold"),
        ("times-per-day", "times_per_day"),
        ("excercise", "exercise"),
        ("direction", "directions"),
        ("day", "times_per_day"),
        ("xyzzy", None),
        ("", None),
    ],
)
def test_the_key_that_was_likely_meant_is_found(written: str, meant: str | None) -> None:
    assert nearest(written, STEP_KEYS) == meant


def test_the_question_follows_a_sentence_or_is_not_asked() -> None:
    assert did_you_mean("setz", STEP_KEYS) == " Did you mean “sets”?"
    assert did_you_mean("xyzzy", STEP_KEYS) == ""


def test_no_time_is_lost_on_endless_words() -> None:
    begun = time.process_time()
    assert nearest("hold" * 50_000, STEP_KEYS) is None
    assert time.process_time() - begun < 0.5


def test_reasons_are_plain_words_and_unknown_ones_are_quoted() -> None:
    assert reason(OSError(errno.ENOSPC, "No space left on device")) == "the disk is full"
    assert reason(OSError(errno.EXDEV, "Cross-device link")) == "the system says “Cross-device link”"


def test_a_refusal_to_save_can_be_shown_as_it_is() -> None:
    assert str(SaveProblem("a\x1b[2Jb was not saved.")).isprintable()


def test_among_thousands_of_names_the_nearest_of_the_same_letter_is_found() -> None:
    names = [f"other-{number}" for number in range(100_000)]
    assert nearest("ankle-circel", [*names, "ankle-circle"]) == "ankle-circle"


def test_a_word_like_none_of_them_has_a_nearest_one_only_where_that_is_asked_for() -> None:
    assert nearest("xyzxyz", ["hold", "reps"]) is None
    assert nearest("xyzxyz", ["hold", "reps"], least=-1) in ("hold", "reps")
