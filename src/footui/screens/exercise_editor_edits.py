"""What changing, adding, moving and deleting a line comes to in the file, as edits of its text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from footui.screens.exercise_editor_lines import Line, value_in
from footui.screens.exercise_editor_values import Kind, read_line
from footui.storage.slug import slugify
from footui.storage.toml_edit import Edit, InsertTable, KeyPath, RemoveKey, RemoveTables, Reorder, SetKey, same_values


def edits_for(table: Mapping[str, Any], line: Line, text: str) -> list[Edit]:
    """The edits by which the file says what was typed into a line; none where it says that already.

    An empty line is one less: its key goes, or its place in the list. Raises `NotReadError`.
    """
    value = read_line(line.kind, text)
    if not line.adds and same_values(value, line.value):
        return []
    if value is None:
        return [] if line.adds else deletion_of(table, line)
    if line.kind is Kind.PAIR:
        return _pair_edits(table, line, value)
    if line.kind is Kind.THING:
        return _table_edits(line, value) if not line.adds else [InsertTable(line.path[:-1], _place(line), value)]
    if line.kind is Kind.DOSE:
        return _table_edits(line, value)
    if line.adds:
        return [_with_element(table, line.path[:-1], _place(line), value)]
    return [SetKey(line.path, value)]


def deletion_of(table: Mapping[str, Any], line: Line) -> list[Edit]:
    """The edits by which a line goes; none where there is nothing to go."""
    if line.value is None:
        return []
    if line.kind is Kind.PAIR:
        return [_without_element(table, (*line.path[:-2], key), _place(line)) for key in ("open", "assumed")]
    if line.list is None:
        return [RemoveKey(line.path)]
    if line.kind is Kind.THING:
        return [RemoveTables(line.path[:-1], [_place(line)])]
    return [_without_element(table, line.path[:-1], _place(line))]


def move_of(table: Mapping[str, Any], line: Line, by: int) -> list[Edit] | None:
    """The edits by which a line goes down so many places in its list, or up; None where it has no place there."""
    if line.list is None or line.adds:
        return None
    to = _place(line) + by
    keys = ("open", "assumed") if line.kind is Kind.PAIR else (line.list[-1],)
    moves: list[Edit] = []
    for key in keys:
        path = (*line.list[:-1], key)
        elements = value_in(table, path)
        if not isinstance(elements, list) or not 0 <= to < len(elements):
            return None
        order = [place for place in range(len(elements)) if place != _place(line)]
        order.insert(to, _place(line))
        if line.kind is Kind.THING:
            moves.append(Reorder(path, order))
        else:
            moves.append(SetKey(path, [elements[place] for place in order]))
    return moves


def dose_move_of(table: Mapping[str, Any], at: int, by: int) -> list[Edit] | None:
    """The same for a whole dose."""
    count = len(value_in(table, ("doses",)) or ())
    if not 0 <= at + by < count:
        return None
    order = [place for place in range(count) if place != at]
    order.insert(at + by, at)
    return [Reorder(("doses",), order)]


def new_form(table: Mapping[str, Any], title: str) -> tuple[str, list[Edit]]:
    """The id of a new form of this title, and the edits that put it into the file."""
    forms = value_in(table, ("variants",)) or {}
    wanted = form = slugify(title, "form")
    number = 1
    while form in forms:
        number += 1
        form = f"{wanted[:60]}-{number}"
    return form, [SetKey(("variants", form, "title"), title)]


def new_dose(table: Mapping[str, Any], source: str, published: str) -> list[Edit]:
    """The edit that puts a dose behind the others."""
    at = len(value_in(table, ("doses",)) or ())
    return [InsertTable(("doses",), at, {"source": source, "published": published})]


def _place(line: Line) -> int:
    at = line.path[-1]
    if not isinstance(at, int):
        raise TypeError(f"{line.path} is no place in a list")
    return at


def _with_element(table: Mapping[str, Any], path: KeyPath, at: int, element: object) -> SetKey:
    elements = list(value_in(table, path) or ())
    return SetKey(path, [*elements[:at], element, *elements[at:]])


def _without_element(table: Mapping[str, Any], path: KeyPath, at: int) -> Edit:
    """One less; where it was the last one the key goes, but for steps, which must not be empty."""
    elements = [each for place, each in enumerate(value_in(table, path) or ()) if place != at]
    return SetKey(path, elements) if elements else RemoveKey(path)


def _pair_edits(table: Mapping[str, Any], line: Line, pair: tuple[str, str]) -> list[Edit]:
    """Both lists at once."""
    around, at = line.path[:-2], _place(line)
    edits: list[Edit] = []
    for key, text in zip(("open", "assumed"), pair, strict=True):
        path = (*around, key)
        if line.adds:
            edits.append(_with_element(table, path, at, text))
        elif value_in(table, (*path, at)) != text:
            edits.append(SetKey((*path, at), text))
    return edits


def _table_edits(line: Line, value: Mapping[str, Any]) -> list[Edit]:
    """The keys of a small table that differ, each by itself."""
    before = line.value
    if not isinstance(before, dict):
        return [SetKey(line.path, value)]
    edits: list[Edit] = [RemoveKey((*line.path, key)) for key in before if key not in value]
    edits += [
        SetKey((*line.path, key), each)
        for key, each in value.items()
        if key not in before or not same_values(before[key], each)
    ]
    return edits
