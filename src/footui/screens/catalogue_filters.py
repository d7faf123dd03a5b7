"""The filters of the catalogue as a list to choose from: body part, position, equipment, one of each at the most."""

from __future__ import annotations

from typing import Final, NamedTuple

from footui.core.finding import NO_FILTERS, Choices, Filters
from footui.widgets.choice_list import Choice
from footui.widgets.role import Role
from footui.widgets.rows import Run, line

_HEADINGS: Final = {"position": "Position", "body_part": "Body part", "equipment": "Equipment"}
"""The fields of `Filters` in the order in which they are listed and named."""


class FilterRow(NamedTuple):
    """One row: a heading (no value), or something to filter by."""

    field: str
    value: str | None = None


def filter_rows(choices: Choices) -> list[FilterRow]:
    """All rows, heading by heading; one without choices is left out."""
    values = {"body_part": choices.body_parts, "position": choices.positions, "equipment": choices.equipment}
    rows: list[FilterRow] = []
    for field in _HEADINGS:
        if values[field]:
            rows += [FilterRow(field), *(FilterRow(field, value) for value in values[field])]
    return rows


def shown_rows(rows: list[FilterRow], filters: Filters) -> list[Choice]:
    """The same as a list to move in; what is chosen is ticked."""
    return [_shown(row, filters, first=row is rows[0]) for row in rows]


def _shown(row: FilterRow, filters: Filters, *, first: bool) -> Choice:
    if row.value is None:
        heading = line((Run(_HEADINGS[row.field], Role.MUTED),))
        return Choice((heading,) if first else (line(""), heading), can_be_chosen=False)
    chosen = getattr(filters, row.field) == row.value
    return Choice((line((Run(f"[{'x' if chosen else ' '}] {row.value}", bold=chosen),)),))


def toggled(filters: Filters, row: FilterRow) -> Filters:
    """The filters with this one chosen, in the place of another of its kind, or chosen no longer."""
    if row.value is None:
        return filters
    value = None if getattr(filters, row.field) == row.value else row.value
    return filters._replace(**{row.field: value})


def still_there(filters: Filters, choices: Choices) -> Filters:
    """The filters without those that no exercise has any more."""
    rows = filter_rows(choices)
    gone = {field: None for field in _HEADINGS if FilterRow(field, getattr(filters, field)) not in rows}
    return filters._replace(**gone)


def filter_words(filters: Filters) -> str:
    """“standing · calves”; nothing where nothing is filtered."""
    return " · ".join(value for field in _HEADINGS if (value := getattr(filters, field)) is not None)


def found_words(found: int, of: int, text: str, filters: Filters) -> tuple[str, str]:
    """What stands above the list, in its left and its right part: “46 exercises”, “5 of 46 found”."""
    if filters != NO_FILTERS:
        return filter_words(filters), f"{found} of {of}"
    return (f"{found} of {of} found" if text.strip() else f"{of} exercises"), ""
