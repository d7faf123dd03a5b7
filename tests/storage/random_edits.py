"""Edits of whatever a routine file has in it."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any

from footui.storage.toml_edit import Edit, InsertTable, KeyPath, RemoveKey, RemoveTables, Reorder, SetKey
from tests.storage.routine_layouts import AT_THE_TOP, SPELLED

VALUES: list[Any] = [
    1, 12, 2.5, 3.0, [10, 20], [2.0, 4.5], True, "word", "it's # \"so\" \\ \t", "Füße\nzwei", "a b " * 60, ["x"],
    ["a", "b"], ["b", "a", "c"], ["a", "word word " * 20], [], {"rounds": 2, "rest": 5},
]  # fmt: skip


def an_edit(random: Random, data: Mapping[str, Any]) -> Edit:
    """Something that can be done to a file that says `data`."""
    count = len(data.get("steps", []))
    kind = random.randrange(10)
    if kind == 0 and count:
        return RemoveTables(("steps",), random.sample(range(count), random.randint(1, min(2, count))))
    if kind in (1, 2) and count:
        return Reorder(("steps",), random.sample(range(count), count))
    if kind == 3:
        keys = random.sample(sorted(SPELLED), random.randint(0, 4))
        table = {"exercise": "new", **{key: random.choice(VALUES) for key in keys}}
        return InsertTable(("steps",), random.randint(0, count), table)
    if kind in (4, 5):
        return RemoveKey(random.choice([path for path in paths_in(data) if path != ("steps",)] or [("none",)]))
    return SetKey(*a_setting(random, data, count))


def a_setting(random: Random, data: Mapping[str, Any], count: int) -> tuple[KeyPath, Any]:
    """A key and what it is to be."""
    value = random.choice(VALUES)
    kind = random.randrange(6)
    if kind == 0:
        return (random.choice([*AT_THE_TOP, "new"]),), value
    if kind == 1:
        return ("timing", random.choice(["rest", "change", "count", "new"])), value
    if kind == 2:
        return ("groups", random.choice(["legs", "arms", "new one"]), random.choice(["rounds", "rest"])), value
    if count and kind < 5:
        return ("steps", random.randrange(count), random.choice([*SPELLED, "level", "new"])), value
    there = [path for path in paths_in(data) if path != ("steps",) and not isinstance(at(data, path), (dict, list))]
    return (random.choice(there or [("new",)])), value


def at(data: Any, path: KeyPath) -> Any:  # noqa: ANN401 - plain data
    for key in path:
        data = data[key]
    return data


def paths_in(data: Any, path: KeyPath = ()) -> list[KeyPath]:  # noqa: ANN401 - plain data
    """Every path but those of the steps themselves."""
    found: list[KeyPath] = []
    for key, below in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        if path != ("steps",) and key != "exercise" and (isinstance(key, str) or not isinstance(below, dict)):
            found.append((*path, key))
        found += paths_in(below, (*path, key))
    return found


def a_circuit(random: Random, data: Mapping[str, Any]) -> list[Edit]:
    """The edits that make a circuit of some neighbouring steps."""
    count = len(data.get("steps", []))
    first = random.randint(0, count)
    return [
        SetKey(("groups", "circle"), {"rounds": 3, "rest": 30}),
        *(SetKey(("steps", place, "group"), "circle") for place in range(first, count)),
    ]


def some_edits(random: Random, data: Mapping[str, Any]) -> list[Edit]:
    """What one step of a person in the builder comes to."""
    return a_circuit(random, data) if random.random() < 0.1 else [an_edit(random, data)]
