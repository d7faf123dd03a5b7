"""Moving, copying, deleting many steps and circuits: whatever is done, circuits stay together."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from footui.screens.builder_edits import are_neighbours, circuit, copies, deletion, moved, names_of, no_circuit
from footui.storage.toml_edit import Edit

Names = list[str | None]


@st.composite
def routines(draw: st.DrawFn) -> Names:
    """The circuits of some steps, each circuit's steps neighbours."""
    units = draw(st.lists(st.sampled_from([0, 0, 0, 1, 2, 3]), min_size=1, max_size=8))
    names: Names = []
    for place, size in enumerate(units):
        names += [f"c{place}"] * size if size else [None]
    return names


@st.composite
def choices(draw: st.DrawFn) -> tuple[Names, frozenset[int]]:
    """A routine and some of its steps."""
    names = draw(routines())
    return names, draw(st.frozensets(st.integers(0, len(names) - 1), min_size=1))


def table(names: Names) -> dict[str, Any]:
    """A routine file with these circuits, each step told from the others by its repetitions."""
    steps = [
        {"exercise": "toe-press", "reps": place + 1, **({"group": name} if name else {})}
        for place, name in enumerate(names)
    ]
    groups = {name: {"rounds": 2} for name in names if name}
    return {"format": 1, "title": "T", **({"groups": groups} if groups else {}), "steps": steps}


def done(data: dict[str, Any], edits: list[Edit]) -> dict[str, Any]:
    """The data with all of these edits."""
    for edit in edits:
        data = edit.on_data(data)
    return data


def is_whole(data: dict[str, Any]) -> bool:
    """Whether every circuit is declared and used, and its steps are neighbours."""
    names = [name for name in names_of(data) if name is not None]
    runs = [name for at, name in enumerate(names_of(data)) if name and (at == 0 or names_of(data)[at - 1] != name)]
    return len(runs) == len(set(runs)) and set(names) == set(data.get("groups", {}))


@given(choices(), st.sampled_from([1, -1]))
def test_moved_steps_are_all_there_and_circuits_stay_together(chosen: tuple[Names, frozenset[int]], by: int) -> None:
    names, marks = chosen
    order = moved(names, marks, by)
    assert sorted(order) == list(range(len(names)))
    assert is_whole(table([names[place] for place in order]))


@given(choices(), st.sampled_from([1, -1]))
def test_the_chosen_keep_their_order_and_so_do_the_others(chosen: tuple[Names, frozenset[int]], by: int) -> None:
    names, marks = chosen
    order = moved(names, marks, by)
    assert [place for place in order if place in marks] == sorted(marks)


@given(choices())
def test_down_and_up_again_is_where_it_was_unless_at_the_end(chosen: tuple[Names, frozenset[int]]) -> None:
    names, marks = chosen
    assume(len(marks) == 1)
    down = moved(names, marks, 1)
    assume(down != list(range(len(names))))
    after = [names[place] for place in down]
    up = moved(after, {down.index(mark) for mark in marks}, -1)
    assert [down[place] for place in up] == list(range(len(names)))


@pytest.mark.parametrize(
    ("names", "chosen", "order"),
    [
        ([None, None, None], {0}, [1, 0, 2]),
        ([None, None, None], {0, 1}, [2, 0, 1]),
        ([None, None, None, None], {0, 2}, [1, 0, 3, 2]),
        ([None, "a", "a", None], {0}, [1, 2, 0, 3]),
        (["a", "a", "a", None], {0}, [1, 0, 2, 3]),
        (["a", "a", None], {1}, [0, 1, 2]),
        (["a", "a", None], {0, 1}, [2, 0, 1]),
        ([None, "a", "a", None], {0, 1}, [3, 0, 1, 2]),
        ([None, None], {1}, [0, 1]),
    ],
)
def test_one_down(names: Names, chosen: set[int], order: list[int]) -> None:
    assert moved(names, chosen, 1) == order


@given(choices())
def test_copies_stand_behind_the_last_and_break_no_circuit(chosen: tuple[Names, frozenset[int]]) -> None:
    names, marks = chosen
    assume(max(marks) + 1 >= len(names) or names[max(marks)] is None or names[max(marks)] != names[max(marks) + 1])
    data = done(table(names), copies(table(names), marks))
    assert is_whole(data)
    behind = data["steps"][max(marks) + 1 : max(marks) + 1 + len(marks)]
    assert [step["reps"] for step in behind] == [place + 1 for place in sorted(marks)]


@given(choices())
def test_copies_of_any_steps_break_no_circuit(chosen: tuple[Names, frozenset[int]]) -> None:
    names, marks = chosen
    assert is_whole(done(table(names), copies(table(names), marks)))


@given(choices())
def test_deleted_steps_take_circuits_without_steps_along(chosen: tuple[Names, frozenset[int]]) -> None:
    names, marks = chosen
    assume(len(marks) < len(names))
    data = done(table(names), deletion(names, marks))
    assert is_whole(data)
    assert [step["reps"] for step in data["steps"]] == [place + 1 for place in range(len(names)) if place not in marks]


@given(choices(), st.integers(1, 50), st.sampled_from([0, 30]))
def test_a_new_circuit_holds_exactly_the_chosen_steps(
    chosen: tuple[Names, frozenset[int]], rounds: int, rest: int
) -> None:
    names, marks = chosen
    assume(are_neighbours(marks))
    data = done(table(names), circuit(names, marks, rounds, rest))
    after = names_of(data)
    made = {after[place] for place in marks}
    assert len(made) == 1
    assert {place for place, name in enumerate(after) if name in made} == marks
    assert data["groups"][made.pop()].get("rest", 0) == rest
    assert set(data["groups"]) == {name for name in after if name is not None}


def test_a_circuit_that_is_changed_keeps_its_name() -> None:
    data = done(table(["legs", "legs", None]), circuit(["legs", "legs", None], {0, 1, 2}, 3, 20))
    assert data["groups"] == {"legs": {"rounds": 3, "rest": 20}}


@given(routines())
def test_a_circuit_taken_apart_leaves_its_steps(names: Names) -> None:
    assume(any(names))
    name = next(name for name in names if name)
    data = done(table(names), no_circuit(names, name))
    assert is_whole(data)
    assert len(data["steps"]) == len(names)
    assert name not in names_of(data)
