"""`footui show` as a page: a routine to hand to a patient, and an exercise with its doses source by source."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.cli.person import Person

EXERCISE = """\
format = 1
title = "Towel curls"
also = ["towel scrunches"]
about = "One trial says it may help the arch."
body_parts = ["toes", "soles"]
position = "sitting"
equipment = [{ name = "towel", instead = ["tea towel", "old shirt"] }]
steps = ["Sit, the towel under your toes.", "Pull it towards you with your toes."]
cautions = ["With a cramp, let go."]
disagreements = ["The trial does it every day, the article on three days a week."]

[variants.standing]
title = "standing"
position = "standing"
equipment = []
steps = ["Stand at a wall that you can hold on to.", "Curl your toes into the carpet."]
cautions = ["Hold on to something."]

[[doses]]
source = "five-feet-exercises-article"
published = "10 times, 2× a day"
open = ["speed", "first side"]
assumed = ["your own pace", "left"]
notes = ["The towel is a small one."]
dose = { reps = 10, sides = "each", times_per_day = 2 }

[[doses]]
source = "My physiotherapist"
variant = "standing"
published = "hold 5 s × 10"
notes = ["The towel is a small one.", "Said on the telephone."]
dose = { hold = 5, reps = 10 }

[[doses]]
source = "four-foot-exercises"
published = "named only"
"""

ROUTINE = """\
format = 1
title = "Toes | before *meals*"
about = "Two exercises, <b>my own</b> choice."
source = "five-feet-exercises-article"
slots = ["breakfast", "dinner"]
weekdays = ["mon", "fri"]
level = "high"
[timing]
release = 0
[groups.feet]
rounds = 2
rest = 30
[[steps]]
exercise = "my-curl"
reps = 10
sides = "each"
times_per_day = 2
[[steps]]
exercise = "my-curl"
variant = "standing"
hold = [5, 8]
reps = 10
group = "feet"
source = "My physiotherapist"
[[steps]]
exercise = "my-curl"
hold = 3
unit = "counts"
level = "low"
note = "Slowly."
group = "feet"
"""


@pytest.fixture
def patient(person: Person) -> Person:
    """Return a person with an exercise and a routine of their own."""
    person.has_exercise("my-curl", EXERCISE)
    person.has_routine("toes", ROUTINE)
    return person


@pytest.mark.parametrize("name", ["toes", "my-curl"])
def test_a_page_is_plain_text_of_at_most_76_columns(patient: Person, name: str, snapshot: SnapshotAssertion) -> None:
    answer = patient.types("show", name)
    assert (answer.status, answer.err) == (0, "")
    lines = answer.out.replace(str(patient.config), "CONFIG").splitlines()
    assert all(len(line) <= 76 and line == line.rstrip() for line in lines)
    assert "\n".join(lines) == snapshot


@pytest.mark.parametrize("name", ["toes", "my-curl"])
def test_a_page_is_written_as_markdown(patient: Person, name: str, snapshot: SnapshotAssertion) -> None:
    answer = patient.types("show", name, "--markdown")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out == snapshot


def test_every_shipped_routine_and_exercise_fits_76_columns(person: Person) -> None:
    listed = person.types("list", "--json").data
    for shipped in (*listed["routines"], *listed["exercises"]):
        answer = person.types("show", shipped["id"])
        assert answer.status == 0
        lines = [line for line in answer.out.splitlines() if not line.startswith("Shipped: ")]
        assert all(len(line) <= 76 for line in lines), shipped["id"]
        assert lines[0] == shipped["title"]
        assert person.types("show", shipped["id"], "--markdown").out.startswith("# ")


PACED = """\
format = 1
title = "Paced"
timing = { change = 5, count = 1 }
[[steps]]
exercise = "my-curl"
reps = 10
sets = 2
[[steps]]
exercise = "my-curl"
hold = 60
unit = "counts"
reps = 3
release = 20
change = 5
count = 2
"""


def test_a_page_says_where_a_step_has_pauses_of_its_own(patient: Person) -> None:
    patient.has_routine("paced", PACED)
    page = patient.types("show", "paced").out
    assert "\n  Pauses here: 20 s between repetitions.\n  One count is 2 s here.\n" in page


def test_work_that_nobody_times_is_not_told_as_none(patient: Person) -> None:
    patient.has_routine("paced", PACED)
    assert " and your own pace, 360 s of it by the clock\n" in patient.types("show", "paced").out
    at_ones_own_pace = PACED[: PACED.index('[[steps]]\nexercise = "my-curl"\nhold')]
    assert "and your own pace\n" in patient.types("show", "-", given=at_ones_own_pace).out


def test_a_routine_from_standard_input_is_shown_too(patient: Person) -> None:
    answer = patient.types("show", "-", "--markdown", given=ROUTINE)
    assert answer.out == patient.types("show", "toes", "--markdown").out


def test_markdown_and_json_at_once_is_wrong_usage(patient: Person) -> None:
    answer = patient.types("show", "toes", "--markdown", "--json")
    assert (answer.status, answer.out) == (2, "")


def test_an_exercise_nobody_publishes_a_dose_for_says_so(patient: Person) -> None:
    patient.has_exercise("bare", EXERCISE[: EXERCISE.index("[[doses]]")])
    assert "\nNo dose published." in patient.types("show", "bare").out.replace("\n  ", "\n")
