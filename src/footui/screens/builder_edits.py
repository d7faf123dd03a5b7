"""What is done to several steps at once, as edits of the file: moving, copying, deleting, circuits.

Steps are known by their places from 0. A circuit's steps stay neighbours whatever is done.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import count
from typing import Any, Final

from footui.core.dose import Number
from footui.storage.step_fields import DOSE_KEYS
from footui.storage.toml_edit import Edit, InsertTable, RemoveKey, RemoveTables, SetKey

STEPS: Final = ("steps",)
CIRCUIT: Final = "circuit"
"""What a new circuit is called; the next one is `circuit-2`."""

_KEYS: Final[tuple[str, ...]] = ("exercise", "variant", *DOSE_KEYS, "group", "level", "source", "note")

Names = Sequence[str | None]
"""The circuit of each step, None outside of one."""


def names_of(table: Mapping[str, Any]) -> list[str | None]:
    """The circuit of each step of a routine file."""
    return [step.get("group") for step in table.get("steps", ())]


# Moving


def moved(names: Names, chosen: Collection[int], by: int) -> list[int]:
    """The order, as old places, after the chosen steps went one further down (1) or up (−1); where none can, as it was.

    Steps of one circuit move within it, unless all of them are chosen. Else each circuit goes as a whole.
    """
    units = _units_within(names, chosen) or _units(names)
    first, last = units[0][0], units[-1][-1]
    return [*range(first), *_shifted(units, chosen, by), *range(last + 1, len(names))]


def _units(names: Names) -> list[list[int]]:
    """Every circuit, and every step outside of one, as a list of places."""
    units: list[list[int]] = []
    for place, name in enumerate(names):
        if place and name is not None and names[place - 1] == name:
            units[-1].append(place)
        else:
            units.append([place])
    return units


def _units_within(names: Names, chosen: Collection[int]) -> list[list[int]] | None:
    """The steps of the one circuit that all chosen ones belong to, each by itself; None where they move otherwise."""
    circuit = next((unit for unit in _units(names) if set(chosen) <= set(unit)), [])
    return [[place] for place in circuit] if len(circuit) > len(set(chosen)) else None


def _shifted(units: list[list[int]], chosen: Collection[int], by: int) -> list[int]:
    """The places in the new order; chosen units keep their order, and stop at the end."""
    units = units[::-1] if by > 0 else list(units)
    for at in range(1, len(units)):
        is_chosen, before_is = (any(place in chosen for place in units[each]) for each in (at, at - 1))
        if is_chosen and not before_is:
            units[at - 1], units[at] = units[at], units[at - 1]
    return [place for unit in (units[::-1] if by > 0 else units) for place in unit]


# Copying and deleting


def copies(table: Mapping[str, Any], chosen: Iterable[int]) -> list[Edit]:
    """Copies of the chosen steps behind the last of them.

    They belong to the circuit in whose midst that is, or else to the one that all of them are of.
    """
    places, names = sorted(chosen), names_of(table)
    behind = places[-1] + 1
    is_within = behind < len(names) and names[behind] == names[places[-1]]
    together = names[places[-1]] if is_within or len({names[place] for place in places}) == 1 else None
    steps = [_in_circuit(table["steps"][place], together) for place in places]
    return [InsertTable(STEPS, behind + at, step) for at, step in enumerate(steps)]


def _in_circuit(step: Mapping[str, Any], name: str | None) -> dict[str, Any]:
    keys = {key: value for key, value in step.items() if key != "group"}
    return in_order(keys if name is None else {**keys, "group": name})


def in_order(step: Mapping[str, Any]) -> dict[str, Any]:
    """The keys of a new step in the order in which the format names them."""
    return {key: step[key] for key in _KEYS if key in step}


def deletion(names: Names, chosen: Collection[int]) -> list[Edit]:
    """The chosen steps taken out, and circuits that are left without steps."""
    left = {name for place, name in enumerate(names) if place not in chosen}
    return [RemoveTables(STEPS, sorted(chosen)), *_without_circuits(set(names) - left)]


# Circuits


def are_neighbours(chosen: Collection[int]) -> bool:
    """Whether the chosen steps follow each other without another between."""
    return bool(chosen) and max(chosen) - min(chosen) + 1 == len(set(chosen))


def circuit(names: Names, chosen: Collection[int], rounds: object, rest: Number) -> list[Edit]:
    """The chosen steps as one circuit; circuits that lose all their steps to it go.

    It keeps the name of a circuit all of whose steps are chosen.
    """
    left = {name for place, name in enumerate(names) if place not in chosen}
    taken = [names[place] for place in sorted(chosen)]
    kept = next((name for name in taken if name is not None and name not in left), None)
    name = kept or _free_name(names)
    edits: list[Edit] = [SetKey(("groups", name, "rounds"), rounds)]
    if rest or kept:
        edits.append(SetKey(("groups", name, "rest"), rest))
    edits += [SetKey(("steps", place, "group"), name) for place in sorted(chosen) if names[place] != name]
    return [*edits, *_without_circuits(set(taken) - left - {name})]


def no_circuit(names: Names, name: str) -> list[Edit]:
    """The steps of a circuit one after the other, each once."""
    places = [place for place, each in enumerate(names) if each == name]
    return [*(RemoveKey(("steps", place, "group")) for place in places), *_without_circuits({name})]


def _without_circuits(names: Iterable[str | None]) -> list[Edit]:
    return [RemoveKey(("groups", name)) for name in sorted(name for name in names if name is not None)]


def _free_name(names: Names) -> str:
    if CIRCUIT not in names:
        return CIRCUIT
    return next(name for number in count(2) if (name := f"{CIRCUIT}-{number}") not in names)
