"""The shipped exercises as one JSON file beside their TOML files, a line each: it is read in a tenth of the time.

`make docs` writes it, and a test holds that it says exactly what the TOML files say. A file whose size is not the one
noted here is read itself, so that nobody who edits one is shown the old one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from footui.core.dose import Dose, Range, Side, Sides, TimingOverrides, Unit
from footui.core.exercise import Equipment, Exercise, Position, PublishedDose, Variant

if TYPE_CHECKING:
    from footui.storage.catalogue import Catalogue

INDEX_FILE: Final = "index.json"


class ShippedIndex:
    """What the index file says; an absent or unreadable one knows no exercise."""

    def __init__(self, file: Path) -> None:
        """The file is read when it is first asked for something, and an exercise when it is asked for."""
        self._file = file

    def exercise(self, path: Path, exercise_id: str) -> Exercise | None:
        """The exercise of the shipped file at `path`; None where it is not here, or the file is another by now."""
        start = self._text.find(f'\n"{exercise_id}": ')
        if start < 0:
            return None
        begin, end = self._text.index(": ", start) + 2, self._text.find("\n", start + 1)
        try:
            size, row = json.loads(self._text[begin:end].removesuffix(","))
            return _exercise(row) if path.stat().st_size == size else None
        except (OSError, ValueError):
            return None

    @cached_property
    def _text(self) -> str:
        try:
            return self._file.read_text(encoding="utf-8")
        except (OSError, ValueError):
            return ""


def index_text(catalogue: Catalogue) -> str:
    """The text of the index of all shipped exercises, one a line."""
    shipped = sorted((entry for entry in catalogue.entries if entry.exercise), key=lambda entry: entry.id)
    rows = [
        f"{json.dumps(entry.id)}: {json.dumps([entry.path.stat().st_size, entry.exercise], ensure_ascii=False)}"
        for entry in shipped
    ]
    return "{\n" + ",\n".join(rows) + "\n}\n"


def _exercise(row: list[Any]) -> Exercise:
    """The exercise of a row: its fields, and theirs, in their order."""
    id_, title, position, steps, also, about, parts, equipment, brief, cautions, variants, doses, disagreements = row
    return Exercise(
        id_,
        title,
        Position(position),
        tuple(steps),
        tuple(also),
        about,
        tuple(parts),
        _equipment(equipment),
        brief,
        tuple(cautions),
        tuple(map(_variant, variants)),
        tuple(map(_published, doses)),
        tuple(disagreements),
    )


def _equipment(rows: Iterable[list[Any]]) -> tuple[Equipment, ...]:
    return tuple(Equipment(name, tuple(instead)) for name, instead in rows)


def _variant(row: list[Any]) -> Variant:
    id_, title, about, position, equipment, brief, steps, cautions = row
    return Variant(
        id_,
        title,
        about,
        None if position is None else Position(position),
        None if equipment is None else _equipment(equipment),
        brief,
        None if steps is None else tuple(steps),
        None if cautions is None else tuple(cautions),
    )


def _published(row: list[Any]) -> PublishedDose:
    source, published, variant, left_open, assumed, notes, dose = row
    return PublishedDose(
        source,
        published,
        variant,
        tuple(left_open),
        tuple(assumed),
        tuple(notes),
        None if dose is None else _dose(dose),
    )


def _dose(row: list[Any]) -> Dose:
    hold, move, tempo, unit, reps, sets, sides, first, directions, times_per_day, timing = row
    return Dose(
        None if hold is None else Range(*hold),
        None if move is None else Range(*move),
        None if tempo is None else tuple(tempo),
        Unit(unit),
        Range(*reps),
        Range(*sets),
        Sides(sides),
        Side(first),
        tuple(directions),
        Range(*times_per_day),
        TimingOverrides(*timing),
    )
