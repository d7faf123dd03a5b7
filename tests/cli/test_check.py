"""`footui check` tells every problem of every file, where an editor finds it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.person import Person

FINE = 'format = 1\ntitle = "Fine"\n[[steps]]\nexercise = "toe-press"\nhold = 3\n'
BROKEN = FINE.replace("hold", "holt")
EXERCISE = 'format = 1\ntitle = "Mine"\nposition = "sitting"\nsteps = ["Sit."]\n'


def test_files_without_problems_leave_stdout_empty(person: Person) -> None:
    person.has_routine("one", FINE)
    person.has_routine("two", FINE)
    person.has_exercise("mine", EXERCISE)
    answer = person.types("check")
    assert (answer.status, answer.out, answer.err) == (0, "", "3 files, no problems.\n")


def test_without_any_files_there_is_nothing_wrong(person: Person) -> None:
    answer = person.types("check")
    assert (answer.status, answer.out) == (0, "")
    assert not person.config.exists()


def test_every_problem_of_every_own_file_is_told_on_stdout(person: Person) -> None:
    one = person.has_routine("one", BROKEN)
    person.has_routine("two", FINE)
    mine = person.has_exercise("mine", EXERCISE.replace("sitting", "flying"))
    answer = person.types("check")
    assert answer.status == 1
    first, second = answer.out.splitlines()
    assert first.startswith(f"{one}:5:1: ")
    assert "Did you mean “hold”?" in first
    assert second.startswith(f"{mine}:3:12: ")
    assert answer.err == "2 problems.\n"


def test_a_path_is_told_as_it_was_given(person: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text(BROKEN)
    monkeypatch.chdir(tmp_path)
    answer = person.types("check", "bad.toml", "./bad.toml", "missing.toml")
    assert answer.status == 1
    assert [line.split(" ")[0] for line in answer.out.splitlines()] == [
        "bad.toml:5:1:", "./bad.toml:5:1:", "missing.toml:1:1:",
    ]  # fmt: skip


def test_standard_input_and_slugs_can_be_checked(person: Person) -> None:
    person.has_routine("mine", BROKEN)
    assert person.types("check", "-", given=FINE).status == 0
    assert person.types("check", "-", given=BROKEN).out.startswith("-:5:1: ")
    assert person.types("check", "mine").status == 1
    assert person.types("check", "twenty-minutes", "toe-press").err == "2 files, no problems.\n"


def test_a_word_that_names_nothing_is_a_problem_and_the_others_are_still_checked(person: Person) -> None:
    person.has_routine("mine", BROKEN)
    answer = person.types("check", "twenty-minuts", "mine")
    assert answer.status == 1
    first, second = answer.out.splitlines()
    assert first.startswith("twenty-minuts:1:1: There is no such file.")
    assert "Did you mean “twenty-minutes”?" in first
    assert ":5:1: " in second


def test_escapes_in_a_file_never_reach_the_terminal(person: Person) -> None:
    person.has_routine(
        "mine", 'format = 1\ntitle = "T"\n"\\u001b[31m" = 1\n[[steps]]\nexercise = "\\u202etoe"\nhold = 3\n'
    )
    answer = person.types("check")
    assert answer.status == 1
    assert "\x1b" not in answer.out
    assert "\u202e" not in answer.out
