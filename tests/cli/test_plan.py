"""`footui plan` shows the timeline: to programs exactly as the contract says, to people as a table."""

from __future__ import annotations

import pytest

from tests.cli.person import Person

WORKED_EXAMPLE = """\
format = 1
title = "Worked example"
[[steps]]
exercise = "toe-press"
hold = 3
reps = 3
[[steps]]
exercise = "toe-walk"
move = 20
sets = 2
rest = 10
"""

PHASE_KEYS = [
    "index", "kind", "starts_at", "seconds", "step", "exercise", "variant", "side", "direction", "set", "sets", "rep",
    "reps", "round", "rounds", "unit", "amount",
]  # fmt: skip


def test_the_worked_example_of_the_contract_comes_out_to_the_letter(person: Person) -> None:
    person.has_routine("worked", WORKED_EXAMPLE)
    answer = person.types("plan", "worked", "--json")
    assert (answer.status, answer.err) == (0, "")
    data = answer.data
    assert {key: value for key, value in data.items() if key != "phases"} == {
        "routine": "worked", "title": "Worked example", "level": "low", "session": 1, "sessions_per_day": 1,
        "seconds": 78.0, "work_seconds": 49.0, "open_ended": False,
    }  # fmt: skip
    assert [(phase["kind"], phase["starts_at"], phase["seconds"], phase["amount"]) for phase in data["phases"]] == [
        ("prepare", 0.0, 5.0, None), ("hold", 5.0, 3.0, 3), ("release", 8.0, 2.0, None), ("hold", 10.0, 3.0, 3),
        ("release", 13.0, 2.0, None), ("hold", 15.0, 3.0, 3), ("transition", 18.0, 10.0, None),
        ("move", 28.0, 20.0, 20), ("rest", 48.0, 10.0, None), ("move", 58.0, 20.0, 20),
    ]  # fmt: skip
    assert data["phases"][0] == {
        "index": 0, "kind": "prepare", "starts_at": 0.0, "seconds": 5.0, "step": 1, "exercise": "toe-press",
        "variant": None, "side": None, "direction": None, "set": 1, "sets": 1, "rep": 1, "reps": 3, "round": 1,
        "rounds": 1, "unit": "seconds", "amount": None,
    }  # fmt: skip


def test_keys_come_in_the_order_of_the_contract_seconds_as_floats_and_whole_amounts_as_they_are_written(
    person: Person,
) -> None:
    person.has_routine("worked", WORKED_EXAMPLE)
    answer = person.types("plan", "worked", "--json")
    assert list(answer.data) == [
        "routine", "title", "level", "session", "sessions_per_day", "seconds", "work_seconds", "open_ended", "phases",
    ]  # fmt: skip
    assert all(list(phase) == PHASE_KEYS for phase in answer.data["phases"])
    assert '"seconds": 78.0, "work_seconds": 49.0' in answer.out
    assert '"amount": 3}' in answer.out


def test_a_self_paced_step_has_no_seconds_and_leaves_the_end_open(person: Person) -> None:
    person.has_routine(
        "own-pace", 'format = 1\ntitle = "T"\n[[steps]]\nexercise = "toe-press"\nreps = 10\nsides = "each"\n'
    )
    data = person.types("plan", "own-pace", "--json").data
    assert data["open_ended"] is True
    assert [(phase["kind"], phase["seconds"], phase["amount"], phase["side"]) for phase in data["phases"]] == [
        ("prepare", 5.0, None, None), ("reps", None, 10, "left"),
        ("change", 5.0, None, None), ("reps", None, 10, "right"),
    ]  # fmt: skip
    assert "own pace" in person.types("plan", "own-pace").out


@pytest.mark.parametrize(("level", "seconds"), [("low", 10.0), ("middle", 15.0), ("high", 20.0)])
def test_the_level_of_the_command_line_goes_before_all_others(person: Person, level: str, seconds: float) -> None:
    text = WORKED_EXAMPLE.replace("hold = 3", "hold = [10, 20]\nlevel = 'high'")
    person.has_routine("ranges", text)
    data = person.types("plan", "ranges", "--level", level, "--json").data
    assert (data["level"], data["phases"][1]["seconds"]) == (level, seconds)


def test_a_session_of_the_day_is_chosen_by_its_number(person: Person) -> None:
    data = person.types("plan", "breakfast-lunch-dinner", "--session", "3", "--json").data
    assert (data["session"], data["sessions_per_day"], data["seconds"]) == (3, 3, 53.0)


def test_a_session_that_the_routine_does_not_have_is_wrong_usage(person: Person) -> None:
    answer = person.types("plan", "breakfast-lunch-dinner", "--session", "4")
    assert (answer.status, answer.out) == (2, "")
    assert "3 sessions a day; there is no session 4" in answer.err


@pytest.mark.parametrize("number", ["0", "-1", "1.5", "one", "", "٣", "9" * 5000])
def test_a_session_that_is_no_positive_number_is_wrong_usage(person: Person, number: str) -> None:
    answer = person.types("plan", "breakfast-lunch-dinner", "--session", number)
    assert (answer.status, answer.out) == (2, "")


def test_an_unknown_slug_is_answered_with_the_nearest_one(person: Person) -> None:
    answer = person.types("plan", "twenty-minuts")
    assert (answer.status, answer.out) == (2, "")
    assert "Did you mean “twenty-minutes”?" in answer.err


def test_a_file_with_problems_is_told_with_every_problem_and_its_place(person: Person) -> None:
    path = person.has_routine("mine", 'format = 1\ntitle = "T"\n[[steps]]\nexercise = "toe-pres"\nholt = 3\n')
    answer = person.types("plan", "mine", "--json")
    assert (answer.status, answer.out) == (1, "")
    places = [line.removeprefix(str(path)).split(" ")[0] for line in answer.err.splitlines()]
    assert places == [":4:12:", ":5:1:"]


def test_a_routine_may_come_from_a_path_or_from_standard_input(
    person: Person, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("elsewhere") / "worked.toml"
    path.write_text(WORKED_EXAMPLE)
    assert person.types("plan", str(path), "--json").data["routine"] == "worked"
    data = person.types("plan", "-", "--json", given=WORKED_EXAMPLE).data
    assert (data["routine"], data["seconds"]) == ("worked-example", 78.0)


def test_a_path_that_cannot_be_read_is_a_problem_of_the_file(person: Person) -> None:
    answer = person.types("plan", "no/such.toml")
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith("no/such.toml:1:1: There is no such file")


def test_people_get_a_head_and_a_row_for_each_phase(person: Person) -> None:
    lines = person.types("plan", "breakfast-lunch-dinner", "--session", "2").out.splitlines()
    assert lines[0] == "Breakfast, lunch and dinner"
    assert lines[1] == "session 2 of 3, lunch · level low · 3:04 · 130 s of work"
    assert lines[3].split() == ["time", "phase", "length", "exercise", "side", "direction"]
    assert lines[4].split("  ")[0] == "0:00"
    assert lines[-1].split() == ["2:54", "hold", "10", "s", "Pencil", "pickups", "right", "repetition", "5", "of", "5"]
    assert len(lines) == 4 + len(
        person.types("plan", "breakfast-lunch-dinner", "--session", "2", "--json").data["phases"]
    )
