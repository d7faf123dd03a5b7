"""What a line of an exercise is typed as comes out as the same value, and every edit says what it should."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footui.screens.exercise_editor_edits import deletion_of, edits_for, move_of
from footui.screens.exercise_editor_lines import Line, exercise_lines, value_in
from footui.screens.exercise_editor_values import Kind, NotReadError, can_be_typed, read_line, shown_line
from footui.storage.toml_edit import Edit, same_values

WORDS = st.text("abc é-", min_size=1, max_size=8).map(lambda word: " ".join(word.split()) or "a")
PHRASES = st.lists(WORDS, min_size=1, max_size=3).map(", ".join)
THINGS = st.builds(
    lambda name, instead: {"name": name, **({"instead": instead} if instead else {})},
    WORDS,
    st.lists(PHRASES, max_size=3),
)
NUMBERS = st.integers(1, 200)
DOSES = st.fixed_dictionaries(
    {},
    optional={
        "hold": NUMBERS | st.tuples(st.integers(1, 9), st.integers(10, 90)).map(list),
        "reps": NUMBERS,
        "sides": st.sampled_from(["each", "both", "left"]),
        "directions": st.lists(st.sampled_from(["clockwise", "anticlockwise", "in", "out"]), min_size=1, max_size=4),
        "rest": st.floats(0.5, 100).map(lambda value: round(value, 2)).filter(lambda value: value % 1),
    },
).filter(bool)
EXERCISES = st.fixed_dictionaries(
    {"format": st.just(1), "title": WORDS, "steps": st.lists(PHRASES, min_size=1, max_size=4)},
    optional={
        "also": st.lists(PHRASES, min_size=1, max_size=3),
        "equipment": st.lists(THINGS, min_size=1, max_size=3),
        "cautions": st.lists(PHRASES, min_size=1, max_size=3),
        "variants": st.dictionaries(
            st.sampled_from(["chair", "ball"]),
            st.fixed_dictionaries({"title": WORDS, "cautions": st.lists(WORDS, min_size=1)}),
        ),
        "doses": st.lists(
            st.fixed_dictionaries(
                {"source": WORDS, "published": WORDS, "open": st.just(["a", "b"]), "assumed": st.just(["c", "d"])},
                optional={"dose": DOSES, "notes": st.lists(WORDS, min_size=1, max_size=2)},
            ),
            min_size=1,
            max_size=2,
        ),
    },
)


def done(table: Mapping[str, Any], edits: list[Edit]) -> Mapping[str, Any]:
    """The data after these edits."""
    for edit in edits:
        table = edit.on_data(table)
    return table


def lines_of(table: Mapping[str, Any]) -> list[Line]:
    """The lines that have a value or can get one."""
    return [line for line in exercise_lines(table) if isinstance(line, Line) and not line.adds]


@given(st.lists(PHRASES, min_size=1, max_size=4))
def test_words_come_out_as_they_were_also_with_commas_in_them(words: list[str]) -> None:
    assert read_line(Kind.WORDS, shown_line(Kind.WORDS, words)) == words


@given(THINGS)
def test_things_come_out_as_they_were(thing: dict[str, Any]) -> None:
    assert read_line(Kind.THING, shown_line(Kind.THING, thing)) == thing


@given(DOSES)
def test_doses_come_out_as_they_were(dose: dict[str, Any]) -> None:
    assert same_values(read_line(Kind.DOSE, shown_line(Kind.DOSE, dose)), dose)


@given(st.sampled_from(Kind), st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists))
def test_whatever_a_file_has_there_a_line_says_whether_it_can_be_typed(kind: Kind, value: object) -> None:
    if can_be_typed(kind, value):
        assert same_values(read_line(kind, shown_line(kind, value)), value)


@pytest.mark.parametrize("value", [3, [1], {"name": "a", "colour": True}, {"instead": []}, ["a"], "two\nlines", " a"])
@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.THING, Kind.PAIR, Kind.DOSE])
def test_what_is_written_in_a_way_of_its_own_is_left_alone(kind: Kind, value: object) -> None:
    assert not can_be_typed(kind, value)


def test_a_pair_wants_an_arrow() -> None:
    assert read_line(Kind.PAIR, "first side -> left") == ("first side", "left")
    assert read_line(Kind.PAIR, "first side→left") == ("first side", "left")
    for text in ("first side", "first side ->", "-> left", "a -> b -> c"):
        with pytest.raises(NotReadError):
            read_line(Kind.PAIR, text)


def test_an_unknown_key_of_a_dose_stays_for_check_to_name() -> None:
    assert read_line(Kind.DOSE, "hodl 5, reps 10") == {"hodl": "5", "reps": 10}
    assert read_line(Kind.DOSE, "hold 5, resp 10") == {"hold": 5, "resp": "10"}
    assert read_line(Kind.DOSE, "hold") == {"hold": ""}


@given(EXERCISES, st.data())
def test_a_typed_line_changes_its_value_and_nothing_else(table: dict[str, Any], data: st.DataObject) -> None:
    line = data.draw(st.sampled_from([each for each in lines_of(table) if each.kind in (Kind.TEXT, Kind.WORDS)]))
    after = done(table, edits_for(table, line, "entirely new"))
    assert value_in(after, line.path) == (["entirely new"] if line.kind is Kind.WORDS else "entirely new")
    others = [each for each in lines_of(table) if each.path != line.path and each.kind is not Kind.CHOICE]
    assert all(same_values(value_in(after, each.path), value_in(table, each.path)) for each in others)


@given(EXERCISES)
def test_a_line_that_is_typed_as_it_was_changes_nothing(table: dict[str, Any]) -> None:
    for line in lines_of(table):
        if line.can_be_typed and line.kind is not Kind.CHOICE:
            assert edits_for(table, line, line.text) == []


@given(EXERCISES, st.data())
def test_a_line_that_goes_down_and_up_again_is_where_it_was(table: dict[str, Any], data: st.DataObject) -> None:
    movable = [line for line in lines_of(table) if line.list is not None and move_of(table, line, 1)]
    if not movable:
        return
    line = data.draw(st.sampled_from(movable))
    down = done(table, move_of(table, line, 1) or [])
    at = line.path[-1]
    assert isinstance(at, int)
    moved = next(each for each in lines_of(down) if each.path == (*line.path[:-1], at + 1))
    assert moved.value == line.value
    assert same_values(done(down, move_of(down, moved, -1) or []), table)


@given(EXERCISES, st.data())
def test_a_deleted_line_is_gone_and_the_others_close_up(table: dict[str, Any], data: st.DataObject) -> None:
    line = data.draw(st.sampled_from([each for each in lines_of(table) if each.list is not None]))
    after = done(table, deletion_of(table, line))
    lists = ("open", "assumed") if line.kind is Kind.PAIR else (line.path[-2],)
    for key in lists:
        path = (*line.path[:-2], key)
        before = list(value_in(table, path))
        del before[int(line.path[-1])]
        assert (value_in(after, path) or []) == before
