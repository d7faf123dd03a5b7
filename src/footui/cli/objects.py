"""Doses, sources and problems as JSON values, with the names that the files use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from footui.core.dose import Dose, Number, Range
    from footui.core.exercise import Equipment, Source
    from footui.storage.problems import Problem


def range_value(amount: Range | None) -> Number | list[Number] | None:
    """A number, or `[low, high]`."""
    if amount is None or amount.is_single:
        return None if amount is None else amount.low
    return [amount.low, amount.high]


def dose_object(dose: Dose) -> dict[str, Any]:
    """Every part of a dose, by the key that a step says it with; in `timing` only what the step sets itself."""
    return {
        "hold": range_value(dose.hold),
        "move": range_value(dose.move),
        "tempo": None if dose.tempo is None else list(dose.tempo),
        "unit": dose.unit.value,
        "reps": range_value(dose.reps),
        "sets": range_value(dose.sets),
        "sides": dose.sides.value,
        "first": dose.first.value,
        "directions": list(dose.directions),
        "times_per_day": range_value(dose.times_per_day),
        "timing": {name: seconds for name, seconds in dose.timing._asdict().items() if seconds is not None},
    }


def source_object(source_id: str | None, source: Source | None) -> dict[str, Any] | None:
    """A source of the catalogue, or one that a file names in a few words of its own."""
    if source_id is None:
        return None
    if source is None:
        return {
            "id": None, "title": source_id, "kind": None, "year": None, "about": "", "notes": [], "reference": "",
            "read": None,
        }  # fmt: skip
    return {
        "id": source.id,
        "title": source.title,
        "kind": source.kind.value,
        "year": source.year,
        "about": source.about,
        "notes": list(source.notes),
        "reference": source.reference,
        "read": None if source.read is None else source.read.value,
    }


def equipment_objects(equipment: Iterable[Equipment]) -> list[dict[str, Any]]:
    """The things an exercise needs, each with what may stand in for it."""
    return [{"name": thing.name, "instead": list(thing.instead)} for thing in equipment]


def problem_objects(problems: Iterable[Problem]) -> list[dict[str, Any]]:
    """Problems with their places."""
    return [
        {"path": problem.path, "line": problem.line, "column": problem.column, "message": problem.message}
        for problem in problems
    ]
