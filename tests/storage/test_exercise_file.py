"""What an exercise file may say, and what a person is told where it says something else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import tomli_w
from hypothesis import given, settings
from hypothesis import strategies as st

from footui.core.dose import Dose, Range, Sides, TimingOverrides, Unit
from footui.core.exercise import Equipment, Exercise, Position, PublishedDose, Source, SourceKind, Variant
from footui.storage.exercise_file import read_exercise, read_sources
from footui.storage.problems import Problem
from footui.storage.slug import SLUG_RULE
from footui.storage.toml_source import TomlProblems, parse_toml

SOURCES = {"an-article": Source("an-article", "An article", SourceKind.ARTICLE)}

HEAD = """\
format = 1
title = "Toe presses"
position = "standing"
steps = ["Grip the floor."]
"""
DOSE = """\
[[doses]]
source = "an-article"
published = "hold 3 s × 10"
"""


def exercise(text: str, exercise_id: str = "toe-press") -> Exercise:
    return read_exercise(parse_toml(text.encode(), "toe-press.toml"), exercise_id, SOURCES)


def problems(text: str, exercise_id: str = "toe-press") -> list[Problem]:
    with pytest.raises(TomlProblems) as refused:
        exercise(text, exercise_id)
    return refused.value.problems


def only_problem(text: str, exercise_id: str = "toe-press") -> tuple[tuple[int, int], str]:
    found = problems(text, exercise_id)
    assert len(found) == 1, found
    return (found[0].line, found[0].column), found[0].message


def test_an_exercise_needs_only_four_keys() -> None:
    assert exercise(HEAD) == Exercise("toe-press", "Toe presses", Position.STANDING, ("Grip the floor.",))


def test_every_key_of_an_exercise_is_understood() -> None:
    full = exercise(
        HEAD
        + """\
also = ["toe grips", "toe curls"]
about = "It may help."
body_parts = ["toes", "sole"]
equipment = [{ name = "exercise band", instead = ["belt"] }, { name = "chair" }]
brief = "Grip the floor with your toes."
cautions = ["Hold on to something."]
[variants.ball]
title = "with a small ball"
position = "sitting"
equipment = [{ name = "small ball" }]
brief = "Grip the ball."
steps = ["Put a ball on the floor.", "Grip it."]
cautions = []
about = "Harder."
[variants.one-foot]
[[doses]]
source = "an-article"
variant = "ball"
published = "hold 3–5 counts × 10, 3× a day"
open = ["which foot"]
assumed = ["each foot in turn"]
notes = ["It says both 3 and 4."]
dose = { hold = [3, 5], unit = "counts", reps = 10, times_per_day = 3, sides = "each", rest = 15 }
[[doses]]
source = "my physiotherapist"
published = "as often as I like"
"""
    )
    assert full.also == ("toe grips", "toe curls")
    assert full.equipment == (Equipment("exercise band", ("belt",)), Equipment("chair"))
    ball, one_foot = full.variants
    assert ball == Variant(
        "ball", "with a small ball", "Harder.", Position.SITTING, (Equipment("small ball"),), "Grip the ball.",
        ("Put a ball on the floor.", "Grip it."), (),
    )  # fmt: skip
    assert one_foot == Variant("one-foot", "one foot")
    published, own = full.doses
    assert published == PublishedDose(
        "an-article", "hold 3–5 counts × 10, 3× a day", "ball", ("which foot",), ("each foot in turn",),
        ("It says both 3 and 4.",),
        Dose(hold=Range(3, 5), unit=Unit.COUNTS, reps=Range.of(10), sides=Sides.EACH,
             times_per_day=Range.of(3), timing=TimingOverrides(rest=15)),
    )  # fmt: skip
    assert own == PublishedDose("my physiotherapist", "as often as I like")


@pytest.mark.parametrize(("missing", "told"), [
    ("format = 1", "no format is given. Write “format = 1” in the first line."),
    ('title = "Toe presses"', "no title. Write “title” and a text."),
    ('position = "standing"', "no position. Write “position” and one of standing, sitting, lying, walking, kneeling."),
    ('steps = ["Grip the floor."]', "no steps. Write “steps” and a list of sentences: how the exercise is done."),
])  # fmt: skip
def test_what_is_required_and_missing_is_told_at_1_1(missing: str, told: str) -> None:
    assert only_problem(HEAD.replace(missing + "\n", "")) == ((1, 1), told)


@pytest.mark.parametrize(("line", "column", "told"), [
    ('brif = "x"', 1, "unknown key “brif”. Did you mean “brief”?"),
    (f'brief = "{"a" * 77}"', 9, "“brief” is too long: 76 characters is the most."),
    ("brief = 5", 9, "“brief” takes a text; this is 5."),
    ('also = "toe grips"', 8, "“also” takes a list of texts; this is “toe grips”."),
    ('also = ["toe grips", 5]', 22, "“also” holds texts; this is 5."),
    ('body_parts = [""]', 15, "“body_parts” holds an empty text."),
    ('equipment = "band"', 13, '“equipment” takes a list of tables, each written { name = "…" }; this is “band”.'),
    ('equipment = ["band"]', 14, '“equipment” holds tables, each written { name = "…" }; this is “band”.'),
    ("equipment = [{ instead = [] }]", 14, "a thing of “equipment” needs a “name”."),
    ('equipment = [{ name = "band", size = 3 }]', 31, "unknown key “size”."),
    ("variants = 5", 12, "“variants” takes a table; this is 5."),
    ("variants.ball = 5", 17, "“ball” takes a table; this is 5."),
    ("variants.Ball = {}", 10, "“Ball” cannot be the id of a variant: lower-case letters, digits and single hyphens"),
    ('variants.ball.title = ""', 23, "“title” is empty."),
    ("variants.ball.steps = []", 23, "“steps” is empty: give at least one sentence, or leave it out."),
    ('variants.ball.also = ["x"]', 15, "unknown key “also”."),
    ('doses = "3 s"', 9, "“doses” takes a list of tables, each written [[doses]]; this is “3 s”."),
    ('doses = [{ source = "an-article" }]', 10, "a dose needs “published”: the dose as the source gives it."),
    ('doses = [{ published = "3 s" }]', 10, "a dose needs “source”: the id of a source, or a few words."),
])  # fmt: skip
def test_a_wrong_line_is_told_at_its_place(line: str, column: int, told: str) -> None:
    place, message = only_problem(f"{HEAD}{line}\n")
    assert place == (5, column)
    assert told in message


@pytest.mark.parametrize(("line", "column", "told"), [
    ('variant = "bal"', 11, "“toe-press” has no variant “bal”. Did you mean “ball”?"),
    ('open = ["which foot"]', 8, "“open” holds 1 and “assumed” 0: there must be as many of each."),
    ('open = []\nassumed = ["left"]', 11, "“open” holds 0 and “assumed” 1: there must be as many of each."),
    ("dose = 3", 8, "“dose” takes a table; this is 3."),
    ("dose = { hold = 3, rep = 10 }", 20, "unknown key “rep”. Did you mean “reps”?"),
    ("dose = { hold = 3601 }", 17, "3,600"),
    ('dose = { hold = 3601, unit = "counts" }', 17, "“hold” is 3601 counts of 1.0 s; 3,600 s is the most."),
    ('dose = { hold = 3, exercise = "toe-press" }', 20, "unknown key “exercise”."),
    ("dose = { sets = 3 }", 8, "a step at your own pace needs “reps”."),
    ("dose = {}", 8, "a step at your own pace needs “reps”."),
    ('notes = "x"', 9, "“notes” takes a list of texts; this is “x”."),
])  # fmt: skip
def test_a_wrong_line_of_a_dose_is_told_at_its_place(line: str, column: int, told: str) -> None:
    place, message = only_problem(f"{HEAD}variants.ball = {{}}\n{DOSE}{line}\n")
    assert place == (9 + line.count("\n"), column)
    assert told in message


def test_a_source_that_is_neither_known_nor_a_few_words_is_told_with_the_nearest() -> None:
    place, message = only_problem(HEAD + DOSE.replace("an-article", "a-article"))
    assert place == (6, 10)
    assert message == "no source “a-article”; a few words are fine too. Did you mean “an-article”?"
    assert exercise(HEAD + DOSE.replace("an-article", "an article")).doses[0].source == "an article"


def test_an_exercise_in_a_newer_format_is_refused_without_another_word() -> None:
    place, message = only_problem(HEAD.replace("format = 1", "format = 2\nnew = 3"))
    assert place == (1, 10)
    assert "this version of footui reads format 1. Update footui to use the file." in message


def test_a_file_name_that_is_no_id_is_told_at_1_1() -> None:
    place, message = only_problem(HEAD, "Toe press")
    assert place == (1, 1)
    assert message.startswith("“Toe press” cannot be the name of an exercise. Rename the file: ")


def test_sources_are_read_by_id() -> None:
    text = '[a-trial]\ntitle = "A trial"\nkind = "trial"\nyear = 2019\nabout = "Small."\nnotes = ["Women only."]\n'
    assert read_sources(parse_toml(text.encode(), "sources.toml")) == {
        "a-trial": Source("a-trial", "A trial", SourceKind.TRIAL, "Small.", 2019, ("Women only.",))
    }


def test_wrong_sources_are_all_told() -> None:
    text = 'A = 3\n[b]\nkind = "x"\nyear = "2019"\nyaer = 3\n'
    with pytest.raises(TomlProblems) as refused:
        read_sources(parse_toml(text.encode(), "sources.toml"))
    assert list(map(str, refused.value.problems)) == [
        f"sources.toml:1:1: “A” cannot be the id of a source: {SLUG_RULE}.",
        "sources.toml:1:5: “A” takes a table; this is 3.",
        "sources.toml:2:1: a source needs a “title”.",
        "sources.toml:3:8: “kind” takes one of article, guideline, review, trial, public body; this is “x”.",
        "sources.toml:4:8: “year” takes a year; this is “2019”.",
        "sources.toml:5:1: unknown key “yaer”. Did you mean “year”?",
    ]


def test_the_examples_in_the_docs_are_one_exercise() -> None:
    docs = Path(__file__).parents[2] / "docs" / "exercise-format.md"
    examples = docs.read_text(encoding="utf-8").replace("```toml", "```").split("```")[1::2]
    whole = exercise("\n".join(examples), "towel-curl")
    assert whole.variants[0].title == "with a small ball"
    assert whole.doses[0].dose is not None


VALID: dict[str, Any] = {
    "format": 1, "title": "Toe presses", "also": ["toe grips"], "about": "A text.", "body_parts": ["toes"],
    "position": "standing", "equipment": [{"name": "band", "instead": ["belt"]}], "brief": "Grip.",
    "steps": ["Stand.", "Grip."], "cautions": ["Slowly."],
    "variants": {"ball": {"title": "with a ball", "position": "sitting", "steps": ["Sit."]}},
    "doses": [{"source": "an-article", "variant": "ball", "published": "3 s", "open": ["a"], "assumed": ["b"],
               "notes": ["n"], "dose": {"hold": [3, 5], "unit": "counts", "reps": 10}}],
}  # fmt: skip

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
toml_values = st.recursive(
    st.booleans() | st.integers() | st.floats() | words | st.datetimes() | st.times(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words, inner, max_size=3),
    max_leaves=6,
)
places = [
    (*way, key)
    for way in [(), ("equipment", 0), ("variants", "ball"), ("doses", 0), ("doses", 0, "dose")]
    for key in ["format", "title", "also", "about", "position", "equipment", "brief", "steps", "cautions", "variants",
                "doses", "name", "instead", "source", "variant", "published", "open", "assumed", "notes", "dose",
                "hold", "unit", "reps", "ball"]
]  # fmt: skip


def with_value_at(place: tuple[str | int, ...], value: object) -> dict[str, Any]:
    """The valid exercise with `value` at `place`."""

    def put(inside: Any, way: tuple[str | int, ...]) -> Any:  # noqa: ANN401 - whatever TOML holds
        copy = inside.copy()
        copy[way[0]] = value if len(way) == 1 else put(copy[way[0]], way[1:])
        return copy

    result = put(VALID, place)
    assert isinstance(result, dict)
    return result


def told(text: str) -> list[Problem]:
    """The problems of `text`; none, where it means an exercise."""
    try:
        exercise(text)
    except TomlProblems as refused:
        return refused.problems
    return []


def test_the_exercise_that_is_changed_below_is_valid() -> None:
    assert exercise(tomli_w.dumps(VALID)).doses[0].dose is not None


@given(st.sampled_from(places), toml_values)
@settings(max_examples=300, deadline=None)
def test_any_value_at_any_place_gives_an_exercise_or_problems_with_places(
    place: tuple[str | int, ...], value: object
) -> None:
    text = tomli_w.dumps(with_value_at(place, value))
    lines = text.split("\n")
    for problem in told(text):
        assert 1 <= problem.line <= len(lines)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
