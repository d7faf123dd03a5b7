"""`footui list` and `footui show`: everything there is, and one thing in full."""

from __future__ import annotations

import pytest

from footui.storage.folders import shipped_routines
from tests.cli.person import Person

MINE = 'format = 1\ntitle = "Mine"\n[[steps]]\nexercise = "toe-press"\nreps = 10\n'
FIVE_PROGRAMMES = {
    "breakfast-lunch-dinner", "five-feet-exercises", "four-exercises", "ten-exercises", "twenty-minutes",
}  # fmt: skip
SHIPPED = {path.stem for path in shipped_routines().glob("*.toml")}


def test_the_shipped_programmes_and_exercises_are_listed(person: Person) -> None:
    data = person.types("list", "--json").data
    routines = {routine["id"]: routine for routine in data["routines"]}
    assert set(routines) == SHIPPED > FIVE_PROGRAMMES
    titles = [routine["title"].casefold() for routine in data["routines"]]
    assert titles == sorted(titles)
    assert routines["breakfast-lunch-dinner"] == {
        **routines["breakfast-lunch-dinner"], "title": "Breakfast, lunch and dinner", "origin": "shipped",
        "hides_shipped": False, "sessions_per_day": 3, "seconds": 404.0, "open_ended": False, "problems": [],
    }  # fmt: skip
    walk = next(exercise for exercise in data["exercises"] if exercise["id"] == "toe-walk")
    assert (walk["title"], walk["position"], walk["origin"]) == ("Toe walking", "walking", "shipped")
    assert "toes" in walk["body_parts"]


def test_own_files_stand_first_and_one_that_hides_a_shipped_one_is_shown_to_do_so(person: Person) -> None:
    person.has_routine("mine", MINE)
    path = person.has_routine("twenty-minutes", MINE.replace("Mine", "My twenty"))
    routines = person.types("list", "--json").data["routines"]
    assert [(routine["id"], routine["origin"], routine["hides_shipped"]) for routine in routines[:2]] == [
        ("mine", "own", False), ("twenty-minutes", "own", True),
    ]  # fmt: skip
    assert {(routine["origin"], routine["hides_shipped"]) for routine in routines[2:]} == {("shipped", False)}
    assert [routine["id"] for routine in routines].count("twenty-minutes") == 1
    assert (routines[1]["path"], routines[1]["seconds"], routines[1]["open_ended"]) == (str(path), 5.0, True)
    text = person.types("list").out
    assert "instead of the shipped one" in text
    assert "own pace" in text


def test_a_broken_file_is_listed_with_its_problems_and_hides_nothing(person: Person) -> None:
    path = person.has_routine("mine", "format = 1\n[[steps]\n")
    answer = person.types("list", "--json")
    assert answer.status == 0
    broken, *others = answer.data["routines"]
    assert {routine["id"] for routine in others} == SHIPPED
    assert (broken["id"], broken["title"], broken["seconds"], broken["sessions_per_day"]) == (
        "mine",
        "mine",
        None,
        None,
    )
    assert broken["problems"][0] == {**broken["problems"][0], "path": str(path), "line": 2}
    assert f"{path}:2:" in person.types("list").out


def test_all_that_a_routine_says_is_shown_as_json(person: Person) -> None:
    data = person.types("show", "breakfast-lunch-dinner", "--json").data
    assert (data["kind"], data["id"], data["slots"]) == (
        "routine",
        "breakfast-lunch-dinner",
        ["breakfast", "lunch", "dinner"],
    )
    assert [session["seconds"] for session in data["sessions"]] == [404.0, 184.0, 53.0]
    assert data["timing"] == {"prepare": 5, "transition": 10, "change": 5, "release": 2, "rest": 10, "count": 1.0}
    pickup = data["steps"][4]
    assert (pickup["exercise"], pickup["hold"], pickup["times_per_day"], pickup["sides"]) == (
        "pencil-pickup",
        10,
        [2, 3],
        "each",
    )
    assert data["steps"][1]["timing"] == {"rest": 10}
    assert data["source"]["kind"] == "article"


def test_circuits_weekdays_and_a_source_of_ones_own_are_shown_as_json(person: Person) -> None:
    person.has_routine(
        "circuit",
        'format = 1\ntitle = "C"\nsource = "My physiotherapist"\nweekdays = ["mon", "fri"]\n'
        "[groups.legs]\nrounds = 3\nrest = 30\n"
        '[[steps]]\nexercise = "toe-press"\ntempo = [3, 0, 3]\ngroup = "legs"\nlevel = "high"\nsource = "a book"\n',
    )
    data = person.types("show", "circuit", "--json").data
    assert data["groups"] == {"legs": {"rounds": 3, "rest": 30}}
    assert (data["weekdays"], data["every_days"]) == (["mon", "fri"], None)
    assert data["steps"][0]["tempo"] == [3, 0, 3]
    assert data["steps"][0]["source"]["title"] == "a book"


def test_all_that_an_exercise_says_is_shown_as_json(person: Person) -> None:
    data = person.types("show", "toe-press", "--json").data
    assert (data["kind"], data["id"], data["position"]) == ("exercise", "toe-press", "standing")
    assert data["variants"][0]["equipment"] == [{"name": "small ball", "instead": []}]
    assert len(data["doses"]) == 5
    ball = next(dose for dose in data["doses"] if dose["variant"] == "ball")
    assert (ball["dose"]["hold"], ball["dose"]["sides"], len(ball["open"])) == (5, "each", len(ball["assumed"]))
    assert ball["source"] == {
        **ball["source"], "id": "four-foot-exercises", "kind": "article", "read": "whole", "reference": "",
    }  # fmt: skip
    assert data["disagreements"] == []


def test_a_routine_goes_before_an_exercise_of_the_same_id(person: Person) -> None:
    person.has_routine("toe-walk", MINE)
    assert person.types("show", "toe-walk", "--json").data["kind"] == "routine"


@pytest.mark.parametrize(("name", "meant"), [("toe-wlk", "toe-walk"), ("four-exercise", "four-exercises")])
def test_an_unknown_id_is_answered_with_the_nearest_one(person: Person, name: str, meant: str) -> None:
    answer = person.types("show", name)
    assert (answer.status, answer.out) == (2, "")
    assert f"Did you mean “{meant}”?" in answer.err


def test_what_has_problems_is_not_shown_but_told(person: Person) -> None:
    path = person.has_routine("mine", MINE.replace("reps", "rep"))
    exercise = person.has_exercise("own", "format = 1\n")
    answer = person.types("show", "mine", "--json")
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith(f"{path}:5:1: ")
    answer = person.types("show", "own")
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith(f"{exercise}:1:1: ")
