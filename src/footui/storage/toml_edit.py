"""Edits of a TOML file as values: what is to be changed, and what the data of the file are afterwards.

An edit says nothing of the text; `toml_edit_text.edited` does it there, as the smallest change. What the text then says
is compared with `on_data` before anything counts. Data are what `tomllib` makes of a file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

KeyPath = tuple[str | int, ...]
"""The keys and, in lists, the numbers from 0 that lead to a value: `("steps", 3, "hold")`."""

Data = dict[str, Any]


class NoSuchPlaceError(LookupError):
    """An edit is of a place that the data do not have, or have something else in; the message is a sentence."""


class CannotEditError(ValueError):
    """The text cannot be changed so that all the rest of it stays; the message is the middle of a sentence."""


@dataclass(frozen=True, slots=True)
class SetKey:
    """Give the key at `path` a value, any plain data; tables that are missing on the way are made.

    A whole number that comes as a float loses its point: 3.0 is written 3.
    """

    path: KeyPath
    value: Any

    def on_data(self, data: Mapping[str, Any]) -> Data:
        """The data with the key set."""
        changed, around = _opened(data, self.path[:-1], make=True)
        key = self.path[-1]
        _check_takes(around, self.path)
        if not _has(around, key) or not same_values(around[key], self.value):
            around[key] = plain(self.value)
        return changed


@dataclass(frozen=True, slots=True)
class RemoveKey:
    """Take the key at `path` away, and each table that is left empty by it; what is not there stays away."""

    path: KeyPath

    def on_data(self, data: Mapping[str, Any]) -> Data:
        """The data without the key."""
        path = emptied_by(data, self.path)
        if not lies_in(data, path):
            return dict(data)
        changed, around = _opened(data, path[:-1])
        del around[path[-1]]
        return changed


@dataclass(frozen=True, slots=True)
class InsertTable:
    """Put `table` into the list of tables `array`, which is made where it is missing, as its place `at` from 0."""

    array: KeyPath
    at: int
    table: Mapping[str, Any]

    def on_data(self, data: Mapping[str, Any]) -> Data:
        """The data with the table in its place."""
        changed, around = _opened(data, self.array[:-1], make=True)
        _check_takes(around, self.array)
        tables = around[self.array[-1]] if _has(around, self.array[-1]) else []
        if not isinstance(tables, list) or not 0 <= self.at <= len(tables):
            raise NoSuchPlaceError(f"“{shown(self.array)}” has no place {self.at + 1}.")
        around[self.array[-1]] = [*tables[: self.at], plain(self.table), *tables[self.at :]]
        return changed


@dataclass(frozen=True, slots=True)
class RemoveTables:
    """Take the tables at `places`, from 0, out of the list `array`; an empty list goes too."""

    array: KeyPath
    places: Sequence[int]

    def on_data(self, data: Mapping[str, Any]) -> Data:
        """The data without these tables."""
        tables = tables_at(data, self.array)
        gone = set(self.places)
        if not gone <= set(range(len(tables))):
            raise NoSuchPlaceError(f"“{shown(self.array)}” has {len(tables)}, and not all of those to be removed.")
        changed, around = _opened(data, self.array[:-1])
        around[self.array[-1]] = [table for place, table in enumerate(tables) if place not in gone]
        if gone and not around[self.array[-1]]:
            del around[self.array[-1]]
        return changed


@dataclass(frozen=True, slots=True)
class Reorder:
    """Put the tables of the list `array` into another order: `order` names their old places in the new order."""

    array: KeyPath
    order: Sequence[int]

    def on_data(self, data: Mapping[str, Any]) -> Data:
        """The data with the tables in the new order."""
        tables = tables_at(data, self.array)
        if sorted(self.order) != list(range(len(tables))):
            raise NoSuchPlaceError(f"“{shown(self.array)}” has {len(tables)}, and the new order is not one of these.")
        changed, around = _opened(data, self.array[:-1])
        around[self.array[-1]] = [tables[place] for place in self.order]
        return changed


Edit = SetKey | RemoveKey | InsertTable | RemoveTables | Reorder


def emptied_by(data: Mapping[str, Any], path: KeyPath) -> KeyPath:
    """The path of what goes when the key at `path` goes: itself, or the outermost table that holds nothing else."""
    while len(path) > 1 and isinstance(path[-2], str) and lies_in(data, path):
        around = value_at(data, path[:-1])
        if not isinstance(around, dict) or len(around) > 1:
            break
        path = path[:-1]
    return path


def shown(path: KeyPath) -> str:
    """A path as a sentence can name it, places counted from 1: `steps.4.hold`."""
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in path)


def plain(value: Any) -> Any:  # noqa: ANN401 - any plain data
    """A value as it is written: whole numbers without a point, tuples as lists; a copy."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return int(value)
    if isinstance(value, Mapping):
        return {str(key): plain(below) for key, below in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(below) for below in value]
    return value


def same_values(one: object, other: object) -> bool:
    """Whether two values of TOML are alike, down to their types; the order in tables does not count, nan is nan."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same_values(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same_values, one, other))
    return repr(one) == repr(other)


def lies_in(data: Any, path: KeyPath) -> bool:  # noqa: ANN401 - any plain data
    """Whether there is something at `path`."""
    for key in path:
        if not _has(data, key):
            return False
        data = data[key]
    return True


def value_at(data: Any, path: KeyPath) -> Any:  # noqa: ANN401 - any plain data
    """What is at `path`; raises `NoSuchPlaceError`."""
    for depth, key in enumerate(path, start=1):
        if not _has(data, key):
            raise NoSuchPlaceError(f"There is no “{shown(path[:depth])}”.")
        data = data[key]
    return data


def tables_at(data: Any, array: KeyPath) -> list[Any]:  # noqa: ANN401 - any plain data
    """The list at `array`; raises `NoSuchPlaceError` where there is none."""
    tables = value_at(data, array)
    if not isinstance(tables, list):
        raise NoSuchPlaceError(f"“{shown(array)}” is not a list.")
    return tables


def _has(around: Any, key: str | int) -> bool:  # noqa: ANN401 - any plain data
    if isinstance(key, int):
        return isinstance(around, list) and 0 <= key < len(around)
    return isinstance(around, dict) and key in around


def _opened(data: Mapping[str, Any], path: KeyPath, *, make: bool = False) -> tuple[Data, Any]:
    """The data, with all that lies along `path` copied, and what is at `path`; missing tables are made if `make`."""
    top: Data = dict(data)
    around: Any = top
    for depth, key in enumerate(path, start=1):
        if make and isinstance(around, dict) and isinstance(key, str):
            around.setdefault(key, {})
        if not _has(around, key):
            raise NoSuchPlaceError(f"There is no “{shown(path[:depth])}”.")
        below = around[key]
        if isinstance(below, (dict, list)):
            around[key] = below = below.copy()
        around = below
    return top, around


def _check_takes(around: Any, path: KeyPath) -> None:  # noqa: ANN401 - any plain data
    """Raise `NoSuchPlaceError` unless `around` can have the last key of `path`."""
    if isinstance(path[-1], str) and not isinstance(around, dict):
        raise NoSuchPlaceError(f"“{shown(path[:-1])}” is not a table.")
    if isinstance(path[-1], int) and not _has(around, path[-1]):
        raise NoSuchPlaceError(f"There is no “{shown(path)}”.")
