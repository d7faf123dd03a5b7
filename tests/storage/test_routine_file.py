"""What a routine file may say, and what a person is told where it says something else."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
import tomli_w
from hypothesis import given, settings
from hypothesis import strategies as st

from footui.core.dose import Level, Range, Side, Sides, Timing, TimingOverrides, Unit
from footui.core.routine import Group, Routine
from footui.core.timeline import compile_timeline
from footui.storage.catalogue import Catalogue, load_catalogue
from footui.storage.folders import Folders
from footui.storage.problems import Problem
from footui.storage.routine_file import read_routine
from footui.storage.toml_source import TomlProblems, parse_toml

NOWHERE = Path("/nowhere")
CATALOGUE = load_catalogue(Folders(NOWHERE, NOWHERE, NOWHERE))

HEAD = 'format = 1\ntitle = "Evening toes"\n'
STEP = '[[steps]]\nexercise = "toe-press"\n'
TIMED = f"{STEP}hold = 3\n"


def routine(text: str, slug: str = "evening-toes", catalogue: Catalogue = CATALOGUE) -> Routine:
    return read_routine(parse_toml(text.encode(), "evening-toes.toml"), slug, catalogue)


def problems(text: str, slug: str = "evening-toes", catalogue: Catalogue = CATALOGUE) -> list[Problem]:
    with pytest.raises(TomlProblems) as refused:
        routine(text, slug, catalogue)
    return refused.value.problems


def only_problem(text: str, slug: str = "evening-toes") -> tuple[tuple[int, int], str]:
    found = problems(text, slug)
    assert len(found) == 1, found
    return (found[0].line, found[0].column), found[0].message


def test_a_short_routine_takes_every_default() -> None:
    short = routine(HEAD + TIMED)
    assert (short.slug, short.title, short.about, short.source, short.slots) == (
        "evening-toes", "Evening toes", "", None, (),
    )  # fmt: skip
    assert (short.every_days, short.weekdays, short.level) == (Range.of(1), (), Level.LOW)
    assert (short.timing, short.groups) == (Timing(5, 10, 5, 2, 10, 1.0), {})
    (step,) = short.steps
    assert (step.exercise, step.variant, step.group, step.level, step.source, step.note) == (
        "toe-press", None, None, None, None, "",
    )  # fmt: skip
    dose = step.dose
    assert (dose.hold, dose.move, dose.tempo, dose.unit) == (Range.of(3), None, None, Unit.SECONDS)
    assert (dose.reps, dose.sets, dose.times_per_day) == (Range.of(1), Range.of(1), Range.of(1))
    assert (dose.sides, dose.first, dose.directions) == (Sides.BOTH, Side.LEFT, ())
    assert dose.timing == TimingOverrides()


def test_every_key_of_the_format_is_understood() -> None:
    full = routine("""\
format = 1
title = "Breakfast, lunch and dinner"
about = "Five exercises for strong feet."
source = "five-easy-foot-exercises"
slots = ["breakfast", "lunch", "dinner"]
weekdays = ["wed", "mon", "fri"]
level = "middle"
[timing]
prepare = 0
transition = 12.5
change = 6
release = 3
rest = 20
count = 1.5
[groups.legs]
rounds = 2
rest = 30
[[steps]]
exercise = "toe-press"
hold = 3
unit = "counts"
reps = [8, 10]
times_per_day = 3
[[steps]]
exercise = "toe-walk"
move = [10, 20]
sets = 5
rest = 15
group = "legs"
[[steps]]
exercise = "ankle-circle"
variant = "lying"
move = 10
directions = ["clockwise", "anticlockwise"]
sides = "each"
first = "right"
group = "legs"
level = "high"
source = "five-feet-exercises-article"
note = "Circle slowly."
[[steps]]
exercise = "calf-stretch"
tempo = [3, 0, 3.5]
release = 1
[[steps]]
exercise = "toe-press"
reps = 10
sides = "alternate"
""")
    assert (full.source, full.slots) == ("five-easy-foot-exercises", ("breakfast", "lunch", "dinner"))
    assert (full.weekdays, full.level) == (("mon", "wed", "fri"), Level.MIDDLE)
    assert full.timing == Timing(0, 12.5, 6, 3, 20, 1.5)
    assert full.groups == {"legs": Group(2, 30)}
    press, walk, circle, stretch, own_pace = full.steps
    assert (press.dose.unit, press.dose.reps, press.dose.times_per_day) == (
        Unit.COUNTS, Range(8, 10), Range.of(3),
    )  # fmt: skip
    assert (walk.dose.move, walk.dose.timing, walk.group) == (Range(10, 20), TimingOverrides(rest=15), "legs")
    assert (circle.variant, circle.level, circle.note) == ("lying", Level.HIGH, "Circle slowly.")
    assert (circle.dose.sides, circle.dose.first) == (Sides.EACH, Side.RIGHT)
    assert circle.dose.directions == ("clockwise", "anticlockwise")
    assert (stretch.dose.tempo, stretch.dose.timing.release) == ((3, 0, 3.5), 1)
    assert own_pace.dose.is_self_paced


@pytest.mark.parametrize("text", [
    f"\ufeff{HEAD}{TIMED}",
    (HEAD + TIMED).replace("\n", "\r\n"),
    'format = 1\ntitle = "Evening toes"\nsteps = [{ exercise = "toe-press", hold = 3 }]\n',
    'title = "Evening toes"\nformat = 0x1\n[[steps]]\n"exercise" = "toe-press"\nhold = 3',
])  # fmt: skip
def test_the_same_routine_may_be_written_in_several_ways(text: str) -> None:
    assert routine(text) == routine(HEAD + TIMED)


@pytest.mark.parametrize(("key", "least", "most"), [
    ("hold", "0.001", "3600"), ("hold", "[0.5, 1]", "[3600, 3600.0]"),
    ("reps", "1", "200"), ("sets", "[1, 1]", "[1, 200]"), ("times_per_day", "1", "12"),
    ("prepare", "0", "3600"), ("transition", "0.0", "3600"), ("change", "0", "3600"),
    ("release", "0", "3600"), ("rest", "0", "3600"), ("count", "0.01", "3600"),
])  # fmt: skip
def test_the_limits_of_a_step_themselves_are_allowed(key: str, least: str, most: str) -> None:
    for value in (least, most):
        step = STEP if key == "hold" else STEP + "hold = 1\n"
        assert routine(f"{HEAD}{step}{key} = {value}\n").steps


@pytest.mark.parametrize(("line", "column", "told"), [
    ("holds = 4", 1, "unknown key “holds”. Did you mean “hold”?"),
    ("xylophone = 4", 1, "unknown key “xylophone”."),
    ("sets = 0", 8, "“sets” takes a whole number from 1 to 200, or [low, high]; this is 0."),
    ("sets = 201", 8, "this is 201."),
    ("sets = 2.0", 8, "this is 2.0."),
    ("sets = true", 8, "this is true."),
    ('sets = "2"', 8, "this is “2”."),
    ("sets = []", 8, "this is an empty list."),
    ("sets = [1]", 8, "this is a list of 1."),
    ("sets = [1, 2, 3]", 8, "this is a list of 3."),
    ("sets = [3, 2]", 8, "“sets” is [3, 2]; the low end comes first."),
    ("sets = [1, 2.5]", 12, "this is 2.5."),
    ("sets = [[1], 2]", 9, "this is a list of 1."),
    ("sets = {low = 1}", 8, "this is a table."),
    ("sets = 1979-05-27", 8, "this is a date."),
    ("sets = 1979-05-27 07:32:00", 8, "this is a date."),
    ("sets = 07:32:00", 8, "this is a time of day."),
    (f"sets = 0x{'f' * 5000}", 8, "this is a number far too large."),
    ("times_per_day = 13", 17, "“times_per_day” takes a whole number from 1 to 12, or [low, high]; this is 13."),
    ("rest = -0.5", 8, "“rest” takes a number of seconds from 0 to 3,600; this is -0.5."),
    ("rest = 3600.5", 8, "3,600; this is 3600.5."),
    ("rest = [1, 2]", 8, "this is a list of 2."),
    ("rest = nan", 8, "this is nan."),
    ("rest = -inf", 8, "this is -inf."),
    ("count = 0", 9, "“count” takes a number of seconds above 0, at most 3,600; this is 0."),
    ('sides = "eech"', 9, "one of both, each, alternate, left, right; this is “eech”. Did you mean “each”?"),
    ("sides = 2", 9, "this is 2."),
    ('first = "both"', 9, "“first” takes one of left, right; this is “both”."),
    ('unit = "minutes"', 8, "“unit” takes one of seconds, counts; this is “minutes”."),
    ('level = "hi"', 9, "“level” takes one of low, middle, high; this is “hi”. Did you mean “high”?"),
    ("directions = []", 14, "“directions” is empty: give at least one word, or leave it out."),
    ('directions = ["up", ""]', 21, "“directions” holds an empty text."),
    ('directions = ["up", 3]', 21, "“directions” holds texts; this is 3."),
    ('directions = "up"', 14, "“directions” takes a list of texts; this is “up”."),
    (f'directions = ["{"a" * 41}"]', 15, "“directions” is too long: 40 characters is the most."),
    ("move = 4", 1, "“hold” and “move” in one step: it has one of hold, move and tempo, or none of them."),
    ("tempo = [1, 1, 1]", 1, "“hold” and “tempo” in one step"),
    ('variant = "bal"', 11, "“toe-press” has no variant “bal”. Did you mean “ball”?"),
    ('variant = ""', 11, "“variant” is empty."),
    ("variant = 1", 11, "“variant” takes a text; this is 1."),
    ('group = "legs"', 9, "no group “legs”. Declare it under [groups] with its “rounds”."),
    ("note = 1", 8, "“note” takes a text; this is 1."),
    (f'note = "{"a" * 2001}"', 8, "“note” is too long: 2,000 characters is the most."),
])  # fmt: skip
def test_a_wrong_line_of_a_step_is_told_at_its_place(line: str, column: int, told: str) -> None:
    place, message = only_problem(f"{HEAD}{TIMED}{line}\n")
    assert place == (6, column)
    assert told in message


@pytest.mark.parametrize(("line", "column", "told"), [
    ("hold = 0", 8, "“hold” takes a number of seconds above 0, at most 3,600, or [low, high]; this is 0."),
    ("hold = 3601", 8, "3,600"),
    ("move = [10, 3601]", 13, "this is 3601."),
    ("hold = false", 8, "this is false."),
    ("hold = inf", 8, "this is inf."),
    ('hold = "3"', 8, "this is “3”."),
    ('hold = 3601\nunit = "counts"', 8, "“hold” is 3601 counts of 1.0 s; 3,600 s is the most."),
    ('hold = [10, 1801]\nunit = "counts"\ncount = 2', 8, "“hold” is 1801 counts of 2 s; 3,600 s is the most."),
    (f'hold = 0x{"f" * 400}\nunit = "counts"\ncount = 1e-300', 8, "this is a number far too large."),
    ("tempo = [3, 2]", 9, "a list of 3 numbers, each a number of seconds from 0 to 3,600; this is a list of 2."),
    ("tempo = [3, -1, 2]", 13, "this is -1."),
    ("tempo = [0, 0, 0.0]", 9, "“tempo” is 0 in all three parts; at least one takes time."),
    ("tempo = 3", 9, "this is 3."),
    ('unit = "seconds"\ntempo = [3, 2, 3]', 1, "“tempo” takes no “unit”: its three numbers are seconds."),
    ('directions = ["up"]\ntempo = [3, 2, 3]', 1, "“tempo” takes no “directions”"),
    ('unit = "counts"\nreps = 10', 1, "“unit” belongs to “hold” or “move”, and neither is here."),
    ('directions = ["up"]\nreps = 10', 1, "“directions” belong to “hold” or “move”, and neither is here."),
])  # fmt: skip
def test_a_wrong_measure_is_told_at_its_place(line: str, column: int, told: str) -> None:
    place, message = only_problem(f"{HEAD}{STEP}{line}\n")
    assert place == (5, column)
    assert told in message


def test_counts_may_be_longer_in_number_than_in_seconds() -> None:
    (step,) = routine(f'{HEAD}{STEP}hold = 36000\nunit = "counts"\ncount = 0.1\n').steps
    assert step.dose.hold == Range.of(36_000)


def test_the_length_of_a_count_may_be_the_files() -> None:
    text = f'{HEAD}[timing]\ncount = 0.5\n{STEP}hold = 7200\nunit = "counts"\n'
    assert routine(text).steps[0].dose.hold == Range.of(7200)
    assert only_problem(text.replace("7200", "7201"))[0] == (7, 8)


def test_a_self_paced_step_without_repetitions_is_told_so_at_its_header() -> None:
    place, message = only_problem(f"{HEAD}{TIMED}{STEP}")
    assert place == (6, 1)
    assert message == "no “hold”, “move” or “tempo”: a step at your own pace needs “reps”."


def test_a_hold_spelt_wrongly_is_told_once() -> None:
    place, message = only_problem(f'{HEAD}{STEP}hodl = 3\nunit = "counts"\n')
    assert (place, message) == ((5, 1), "unknown key “hodl”. Did you mean “hold”?")


def test_a_step_without_an_exercise_is_told_so_at_its_header() -> None:
    place, message = only_problem(f"{HEAD}{TIMED}\n  [[steps]]\n  hold = 3\n")
    assert place == (7, 3)
    assert message == "a step needs “exercise”, the id of an exercise in the catalogue."


def test_an_exercise_that_is_not_in_the_catalogue_is_told_with_the_nearest() -> None:
    place, message = only_problem(f'{HEAD}[[steps]]\nexercise = "ankle-circel"\nhold = 3\n')
    assert (place, message) == ((4, 12), "no exercise “ankle-circel”. Did you mean “ankle-circle”?")


def test_a_variant_of_an_exercise_with_one_form_is_told_so() -> None:
    place, message = only_problem(f'{HEAD}[[steps]]\nexercise = "toe-walk"\nvariant = "fast"\nmove = 3\n')
    assert (place, message) == ((5, 11), "“toe-walk” has one form only: leave “variant” out.")


def test_an_exercise_whose_own_file_is_broken_is_told_so(tmp_path: Path) -> None:
    (tmp_path / "exercises").mkdir()
    (tmp_path / "exercises" / "my-toes.toml").write_text('format = 1\ntitle = "My toes"\n')
    catalogue = load_catalogue(Folders(tmp_path, tmp_path, tmp_path))
    (problem,) = problems(f'{HEAD}[[steps]]\nexercise = "my-toes"\nhold = 3\n', catalogue=catalogue)
    assert problem.message.startswith("the exercise “my-toes” has a problem itself: ")
    assert "my-toes.toml:1:1: no position." in problem.message


@pytest.mark.parametrize(("top", "place", "told"), [
    ('title = "t"', (1, 1), "no format is given. Write “format = 1” in the first line."),
    ('format = 2\ntitel = "t"', (1, 10), "format 2; this version of footui reads format 1. Update footui"),
    (f'format = 0x{"f" * 5000}\ntitle = "t"', (1, 10), "reads format 1. Update footui"),
    ('format = 0\ntitle = "t"', (1, 10), "“format” takes 1, the format that this version reads; this is 0."),
    ('format = "1"\ntitle = "t"', (1, 10), "this is “1”."),
    ('format = true\ntitle = "t"', (1, 10), "this is true."),
    ('format = 1.0\ntitle = "t"', (1, 10), "this is 1.0."),
    ("format = 1", (1, 1), "no title. Write “title” and a text, before the first table."),
    ('format = 1\ntitle = " "', (2, 9), "“title” is empty."),
    ('format = 1\ntitle = "\\u200b"', (2, 9), "“title” is empty."),
    ("format = 1\ntitle = 5", (2, 9), "“title” takes a text; this is 5."),
    (f'format = 1\ntitle = "{"é" * 121}"', (2, 9), "“title” is too long: 120 characters is the most."),
    (HEAD + 'tilte = "x"', (3, 1), "unknown key “tilte”. Did you mean “title”?"),
    (HEAD + 'about = ["x"]', (3, 9), "“about” takes a text; this is a list of 1."),
    (HEAD + "source = 1", (3, 10), "“source” takes a text; this is 1."),
    (HEAD + 'level = "top"', (3, 9), "“level” takes one of low, middle, high; this is “top”."),
    (HEAD + 'slots = "noon"', (3, 9), "“slots” takes a list of texts; this is “noon”."),
    (HEAD + 'slots = ["noon", " "]', (3, 18), "“slots” holds an empty text."),
    (HEAD + 'slots = ["noon", "night"]', (3, 9), "“slots” names 2 sessions, but the day has 1 session."),
    (HEAD + "every_days = 91", (3, 14), "“every_days” takes a whole number from 1 to 90, or [low, high]; this is 91."),
    (HEAD + "every_days = [2, 1]", (3, 14), "the low end comes first."),
    (HEAD + "weekdays = []", (3, 12), "this is an empty list."),
    (HEAD + 'weekdays = "mon"', (3, 12), "“weekdays” takes a list of mon, tue, wed, thu, fri, sat, sun"),
    (HEAD + 'weekdays = ["mon", "monday"]', (3, 20), "this is “monday”. Did you mean “mon”?"),
    (HEAD + "weekdays = [1]", (3, 13), "this is 1."),
    (HEAD + 'weekdays = ["mon", "mon"]', (3, 20), "“mon” stands twice in “weekdays”."),
    (HEAD + 'every_days = 1\nweekdays = ["mon"]', (4, 1), "“every_days” and “weekdays” exclude each other"),
    (HEAD + "timing = 5", (3, 10), "“timing” takes a table; this is 5."),
    (HEAD + "[timing]\npreprae = 5", (4, 1), "unknown key “preprae”. Did you mean “prepare”?"),
    (HEAD + "timing.rest = true", (3, 15), "“rest” takes a number of seconds from 0 to 3,600; this is true."),
    (HEAD + "timing = { count = 3601 }", (3, 20), "3,600; this is 3601."),
    (HEAD + "groups = 5", (3, 10), "“groups” takes a table; this is 5."),
    (HEAD + "[groups.legs]\nrounds = 2", (3, 1), "no step uses the group “legs”."),
])  # fmt: skip
def test_a_wrong_head_is_told_at_its_place(top: str, place: tuple[int, int], told: str) -> None:
    at, message = only_problem(f"{top}\n{TIMED}")
    assert at == place
    assert told in message


def test_a_title_of_120_characters_is_the_longest() -> None:
    assert routine(HEAD.replace("Evening toes", "é" * 120) + TIMED).title == "é" * 120


def test_texts_come_out_clean_and_in_one_line() -> None:
    text = f'format = 1\ntitle = " Toes\\u001b[31m\\u202e "\nabout = """\nOne\ntwo."""\n{TIMED}note = "a\\tb"\n'
    clean = routine(text)
    assert (clean.title, clean.about, clean.steps[0].note) == ("Toes\ufffd[31m", "One two.", "a b")


@pytest.mark.parametrize(
    "slug", ["Evening", "evening_toes", "evening--toes", "-evening", "évening", "", "a" * 65, "a\n"]
)
def test_a_file_name_that_is_no_slug_is_told_at_1_1(slug: str) -> None:
    place, message = only_problem(HEAD + TIMED, slug)
    assert place == (1, 1)
    assert "lower-case letters, digits and single hyphens, at most 64 characters" in message


def test_a_slug_of_64_characters_is_the_longest() -> None:
    assert routine(HEAD + TIMED, "a" * 64).slug == "a" * 64


@pytest.mark.parametrize(("steps", "place", "told"), [
    ("", (1, 1), "no steps. Write at least one under [[steps]]."),
    ("steps = []", (1, 1), "no steps."),
    ("steps = 5", (3, 9), "“steps” takes a list of tables, each written [[steps]]; this is 5."),
    ('steps = "toe-press"', (3, 9), "this is “toe-press”."),
    ("steps = {}", (3, 9), "this is a table."),
    ('[steps]\nexercise = "toe-press"', (3, 1), "this is a table."),
    ('steps.exercise = "toe-press"', (3, 1), "this is a table."),
    ("steps = [3]", (3, 10), "“steps” holds tables, each written [[steps]]; this is 3."),
    ('steps = [{ exercise = "toe-press", hold = 3 }, []]', (3, 48), "this is an empty list."),
    ('steps = [{ exercise = "toe-press", hold = 3, sets = 0 }]', (3, 53), "this is 0."),
    ("steps = [[{ exercise = 3 }]]", (3, 10), "this is a list of 1."),
])  # fmt: skip
def test_steps_that_are_none_end_in_a_sentence(steps: str, place: tuple[int, int], told: str) -> None:
    at, message = only_problem(f"{HEAD}{steps}\n")
    assert at == place
    assert told in message


def test_200_steps_are_the_most() -> None:
    assert len(routine(HEAD + TIMED * 200).steps) == 200
    place, message = only_problem(HEAD + TIMED * 202)
    assert place == (3 + 3 * 200, 1)
    assert message == "200 steps are the most; this file has 202."


LEGS = "[groups.legs]\nrounds = 2\n"


@pytest.mark.parametrize(("group", "place", "told"), [
    ("[groups.legs]", (3, 1), "a group needs “rounds”, a whole number from 1 to 50."),
    ("[groups.legs]\nrounds = 51", (4, 10), "“rounds” takes a whole number from 1 to 50; this is 51."),
    ("[groups.legs]\nrounds = [1, 2]", (4, 10), "this is a list of 2."),
    ("[groups.legs]\nrounds = 2\nrest = -1", (5, 8), "“rest” takes a number of seconds from 0 to 3,600"),
    ("[groups.legs]\nrounds = 2\npause = 1", (5, 1), "unknown key “pause”."),
    ("[groups]\nlegs = 2", (4, 8), "“legs” takes a table; this is 2."),
])  # fmt: skip
def test_a_wrong_group_is_told_at_its_place(group: str, place: tuple[int, int], told: str) -> None:
    at, message = only_problem(f'{HEAD}{group}\n{TIMED}group = "legs"\n')
    assert at == place
    assert told in message


def test_a_group_that_is_not_declared_is_told_with_the_nearest() -> None:
    place, message = only_problem(f'{HEAD}{LEGS}{TIMED}group = "legs"\n{TIMED}group = "lags"\n')
    assert (place, message) == ((12, 9), "no group “lags”. Did you mean “legs”?")


def test_the_steps_of_a_group_must_be_neighbours() -> None:
    place, message = only_problem(f'{HEAD}{LEGS}{TIMED}group = "legs"\n{TIMED}{TIMED}group = "legs"\n')
    assert place == (15, 9)
    assert message == "the steps of group “legs” must be neighbours; another step stands between."


def test_slots_are_counted_at_the_high_end_of_the_ranges() -> None:
    text = f'{HEAD}slots = ["a", "b", "c"]\n{TIMED}times_per_day = [1, 3]\n'
    assert routine(text).slots == ("a", "b", "c")
    place, message = only_problem(text.replace("[1, 3]", "[1, 2]"))
    assert (place, message) == ((3, 9), "“slots” names 3 sessions, but the day has 2 sessions.")


def test_every_problem_of_a_file_is_told_at_once_in_the_order_of_the_file() -> None:
    found = problems(f'{HEAD}level = "lo"\n{TIMED}sets = 0\nreps = [2, 1]\n{STEP}holds = 3\n', "Evening")
    assert [(problem.line, problem.column) for problem in found] == [(1, 1), (3, 9), (7, 8), (8, 8), (11, 1)]
    assert {problem.path for problem in found} == {"evening-toes.toml"}


def test_thousands_of_problems_are_cut_short_and_counted() -> None:
    text = HEAD + "".join(f"k{number} = 1\n" for number in range(20_000)) + TIMED
    begun = time.process_time()
    found = problems(text)
    assert time.process_time() - begun < 2
    assert len(found) == 101
    assert found[-1].message == "and 19900 more: mend these first."


@pytest.mark.parametrize("step", ["hold = 3600\nsets = 13\nrest = 0", "hold = 1\nsets = [1, 13]\nrest = 3600"])
def test_a_session_of_more_than_12_h_at_level_high_is_refused(step: str) -> None:
    place, message = only_problem(f"{HEAD}{STEP}{step}\n")
    assert (place, message) == ((1, 1), "session 1 is longer than 12 h at level high; 12 h is the most.")


def test_a_session_of_exactly_12_h_is_fine() -> None:
    text = f"{HEAD}[timing]\nprepare = 0\nrest = 0\n{STEP}hold = 3600\nsets = 12\n"
    assert routine(text).steps
    assert problems(text.replace("prepare = 0", "prepare = 0.1"))


def test_a_later_session_that_is_longer_than_the_first_is_refused_too() -> None:
    text = (
        f"{HEAD}[timing]\nrest = 0\ntransition = 0\nprepare = 3600\n"
        f"{STEP}hold = 1\nprepare = 0\n{STEP}hold = 3600\nsets = 11\ntimes_per_day = 2\nrelease = 0\n"
        f"{STEP}hold = 1\ntimes_per_day = 2\n"
    )
    place, message = only_problem(text)
    assert (place, message) == ((1, 1), "session 2 is longer than 12 h at level high; 12 h is the most.")


def test_a_session_of_20_000_phases_is_the_longest() -> None:
    text = f"{HEAD}[timing]\nprepare = 0\nrelease = 0\nrest = 0\n{STEP}hold = 1\nreps = 200\nsets = 100\n"
    assert routine(text).steps
    place, message = only_problem(f"{text}{STEP}reps = 1\n")
    assert place == (1, 1)
    assert "20,000 phases is the most" in message


def test_the_largest_file_there_can_be_is_refused_in_a_moment() -> None:
    text = HEAD + f"{TIMED}sets = 200\nreps = 200\n" * 200
    begun = time.process_time()
    assert only_problem(text)[0] == (1, 1)
    assert time.process_time() - begun < 1


def test_the_example_in_the_docs_is_as_long_as_they_say() -> None:
    docs = Path(__file__).parents[2] / "docs" / "routine-format.md"
    _, example, _ = docs.read_text(encoding="utf-8").replace("```toml", "```").split("```", 2)
    timeline = compile_timeline(routine(example))
    work = [phase.seconds for phase in timeline.phases if phase.is_work]
    assert work == [3] * 10 + [20] * 2
    assert timeline.seconds == 5 + 10 * 3 + 9 * 2 + 10 + 20 + 10 + 20


VALID: dict[str, Any] = {
    "format": 1, "title": "Made up", "about": "A text.", "source": "a book", "slots": ["noon"],
    "every_days": [1, 2], "level": "low",
    "timing": {"prepare": 5, "transition": 10, "change": 5, "release": 2, "rest": 10, "count": 1.0},
    "groups": {"legs": {"rounds": 2, "rest": 30}},
    "steps": [
        {"exercise": "toe-press", "hold": 3, "unit": "counts", "reps": 10, "times_per_day": [2, 3]},
        {"exercise": "ankle-circle", "variant": "lying", "move": [10, 20], "directions": ["a", "b"],
         "sides": "each", "first": "left", "group": "legs", "level": "high", "rest": 15},
        {"exercise": "toe-walk", "tempo": [3, 2, 3], "group": "legs", "note": "Slowly."},
        {"exercise": "toe-pull", "reps": 10, "sets": 2, "sides": "alternate"},
    ],
}  # fmt: skip

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
toml_values = st.recursive(
    st.booleans() | st.integers() | st.floats() | words | st.datetimes() | st.dates() | st.times(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words, inner, max_size=3),
    max_leaves=6,
)


def with_something_at_any_place(data: st.DataObject) -> dict[str, Any]:
    """A valid routine with one value somewhere in it replaced, added or taken away."""

    def changed(value: Any, depth: int) -> Any:  # noqa: ANN401 - whatever TOML holds
        inner = list(value) if isinstance(value, dict) else list(range(len(value))) if isinstance(value, list) else []
        if not inner or (depth and data.draw(st.booleans())):
            return data.draw(toml_values)
        copy = value.copy()
        place = data.draw(st.sampled_from(inner))
        match data.draw(st.sampled_from(["change", "add", "remove"])):
            case "add" if isinstance(copy, dict):
                copy[data.draw(words)] = data.draw(toml_values)
            case "remove":
                del copy[place]
            case _:
                copy[place] = changed(copy[place], depth + 1)
        return copy

    result = changed(VALID, 0)
    assert isinstance(result, dict)
    return result


def told(text: str) -> list[Problem]:
    """The problems of `text`; none, where it means a routine."""
    try:
        routine(text)
    except TomlProblems as refused:
        return refused.problems
    return []


def assert_places_are_in(text: str, found: list[Problem]) -> None:
    """Every problem has a sentence and stands within `text`."""
    lines = text.split("\n")
    for problem in found:
        assert 1 <= problem.line <= len(lines)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
        assert problem.message


def test_the_routine_that_is_changed_below_is_valid() -> None:
    assert len(routine(tomli_w.dumps(VALID)).steps) == len(VALID["steps"])


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_any_value_at_any_place_gives_a_routine_or_problems_with_places(data: st.DataObject) -> None:
    text = tomli_w.dumps(with_something_at_any_place(data))
    assert_places_are_in(text, told(text))


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_any_slip_of_the_fingers_gives_a_routine_or_problems_with_places(data: st.DataObject) -> None:
    text = tomli_w.dumps(VALID)
    begin = data.draw(st.integers(0, len(text)))
    end = min(len(text), begin + data.draw(st.integers(0, 5)))
    typed = data.draw(st.text(st.sampled_from("[]{}=\"'.,#\n\\ 19-eax\u00e9"), max_size=4))
    changed = text[:begin] + typed + text[end:]
    assert_places_are_in(changed, told(changed))
