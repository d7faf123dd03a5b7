"""Fields: the values of a table from a TOML file, each checked against what it may be.

A value that is absent or wrong comes back as None; what is wrong is told to the findings, with its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from footui.core.dose import Number, Range
from footui.storage.findings import Findings
from footui.storage.problems import did_you_mean
from footui.storage.slug import SLUG_RULE, is_slug
from footui.storage.text_cleaning import clean_line

if TYPE_CHECKING:
    from footui.storage.toml_positions import KeyPath

Choice = TypeVar("Choice", bound=StrEnum)

_EXACT_UP_TO: Final = 10**15
"""A whole number beyond it is not written out: it may have a hundred thousand digits."""


class Limits(NamedTuple):
    """What a number may be: from `least` (or above it) to `most`, whole or not; `wording` says so."""

    wording: str
    least: Number
    most: Number
    whole: bool = False
    above_least: bool = False

    def allow(self, value: object) -> bool:
        """Whether `value` is such a number: true, nan, a date or a text are none, 3.0 is not whole."""
        if isinstance(value, bool) or not isinstance(value, int if self.whole else (int, float)):
            return False
        return (value > self.least if self.above_least else value >= self.least) and value <= self.most


class Table:
    """One table of a file. Every getter gives the checked value, or None where it is absent or wrong."""

    def __init__(self, values: Mapping[str, object], path: KeyPath, findings: Findings) -> None:
        """`path` is where the table stands in the file; the top of it is ()."""
        self.values = values
        self.path = path
        self.findings = findings
        self.has_unknown = False

    def __contains__(self, key: str) -> bool:
        """Whether the key is there, with whatever value."""
        return key in self.values

    def known(self, *names: str) -> None:
        """Tell every key that is none of `names`, with the nearest of them."""
        for key in self.values:
            if key not in names:
                self.has_unknown = True
                if self.findings.is_full:
                    message = "unknown key."
                else:
                    message = f"unknown key {quoted(key)}.{did_you_mean(key, names, least=-1)}"
                self.findings.at_key((*self.path, key), message)

    def wrong(self, key: str, message: str) -> None:
        """Tell a problem of the value of `key`."""
        self.findings.at_value((*self.path, key), message)

    def misplaced(self, key: str, message: str) -> None:
        """Tell a problem of the key `key` itself."""
        self.findings.at_key((*self.path, key), message)

    def lacks(self, message: str) -> None:
        """Tell that something is missing here: at the table's header, or for the whole file at 1:1."""
        if self.path:
            self.findings.at_value(self.path, message)
        else:
            self.findings.in_file(message)

    def text(self, key: str, most: int, *, required: str | None = None, empty: bool = True) -> str | None:
        """The text in one cleaned line of at most `most` characters.

        `required` is the sentence for one that is missing. With it, or `empty` False, it may not be empty.
        """
        if key not in self.values:
            if required is not None:
                self.lacks(required)
            return None
        return self._line(key, self.values[key], (key,), most, empty=empty and required is None)

    def texts(self, key: str, most: int) -> tuple[str, ...] | None:
        """A list of texts, none of them empty, each at most `most` characters long."""
        if key not in self.values:
            return None
        values = self.values[key]
        if not isinstance(values, list):
            self.wrong(key, f"“{key}” takes a list of texts; this is {described(values)}.")
            return None
        lines = [self._line(key, value, (key, place), most) for place, value in enumerate(values)]
        return tuple(line for line in lines if line is not None)

    def _line(self, key: str, value: object, place: KeyPath, most: int, *, empty: bool = False) -> str | None:
        """One value as a cleaned line of text."""
        path = (*self.path, *place)
        if not isinstance(value, str):
            takes = "takes a text" if len(place) == 1 else "holds texts"
            self.findings.at_value(path, f"“{key}” {takes}; this is {described(value)}.")
            return None
        line = clean_line(value, len(value) + 1).strip()
        if not line and not empty:
            is_empty = "is empty" if len(place) == 1 else "holds an empty text"
            self.findings.at_value(path, f"“{key}” {is_empty}.")
            return None
        if len(line) > most:
            self.findings.at_value(path, f"“{key}” is too long: {most:,} characters is the most.")
            return None
        return line

    def choice(self, key: str, among: Iterable[Choice]) -> Choice | None:
        """One word of a few."""
        if key not in self.values:
            return None
        value, by_name = self.values[key], {str(each): each for each in among}
        if isinstance(value, str) and value in by_name:
            return by_name[value]
        hint = did_you_mean(value, by_name) if isinstance(value, str) else ""
        self.wrong(key, f"“{key}” takes one of {', '.join(by_name)}; this is {described(value)}.{hint}")
        return None

    def number(self, key: str, limits: Limits) -> Number | None:
        """A number within its limits."""
        if key not in self.values:
            return None
        return self._number(key, self.values[key], (key,), limits, takes=limits.wording)

    def range(self, key: str, limits: Limits) -> Range | None:
        """A number within its limits, or [low, high] of two such."""
        if key not in self.values:
            return None
        value, takes = self.values[key], f"{limits.wording}, or [low, high]"
        if not isinstance(value, list):
            number = self._number(key, value, (key,), limits, takes)
            return None if number is None else Range.of(number)
        ends = self._row(key, value, 2, limits, takes)
        if ends is None:
            return None
        low, high = ends
        if low > high:
            self.wrong(key, f"“{key}” is [{low}, {high}]; the low end comes first.")
            return None
        return Range(low, high)

    def row(self, key: str, length: int, limits: Limits) -> list[Number] | None:
        """A list of exactly `length` numbers within their limits."""
        if key not in self.values:
            return None
        value, takes = self.values[key], f"a list of {length} numbers, each {limits.wording}"
        if not isinstance(value, list):
            self.wrong(key, f"“{key}” takes {takes}; this is {described(value)}.")
            return None
        return self._row(key, value, length, limits, takes)

    def _row(self, key: str, values: list[object], length: int, limits: Limits, takes: str) -> list[Number] | None:
        if len(values) != length:
            self.wrong(key, f"“{key}” takes {takes}; this is {described(values)}.")
            return None
        places = enumerate(values)
        numbers = [self._number(key, value, (key, place), limits, takes) for place, value in places]
        right = [number for number in numbers if number is not None]
        return right if len(right) == length else None

    def _number(self, key: str, value: object, place: KeyPath, limits: Limits, takes: str) -> Number | None:
        if limits.allow(value) and isinstance(value, (int, float)):
            return value
        self.findings.at_value((*self.path, *place), f"“{key}” takes {takes}; this is {described(value)}.")
        return None

    def table(self, key: str) -> Table | None:
        """The table under `key`."""
        if key not in self.values:
            return None
        value = self.values[key]
        if isinstance(value, dict):
            return Table(value, (*self.path, key), self.findings)
        self.wrong(key, f"{quoted(key)} takes a table; this is {described(value)}.")
        return None

    def tables(self, key: str, most: int, form: str) -> Iterator[Table]:
        """The tables of the list under `key`, `most` at the most; `form` shows how one is written."""
        value = self.values.get(key, [])
        if not isinstance(value, list):
            self.wrong(key, f"“{key}” takes a list of tables, each written {form}; this is {described(value)}.")
            return
        if len(value) > most:
            message = f"{most} {key} are the most; this file has {len(value)}."
            self.findings.at_value((*self.path, key, most), message)
        for place, each in enumerate(value[:most]):
            path = (*self.path, key, place)
            if isinstance(each, dict):
                yield Table(each, path, self.findings)
            else:
                message = f"“{key}” holds tables, each written {form}; this is {described(each)}."
                self.findings.at_value(path, message)


def quoted(text: str) -> str:
    """A word of the file within quotation marks, cleaned and cut short."""
    return f"“{clean_line(text, 60)}”"


def described(value: object) -> str:
    """A value as a sentence can name it."""
    match value:
        case bool():
            return "true" if value else "false"
        case int() if abs(value) > _EXACT_UP_TO:
            return "a number far too large"
        case int() | float():
            return str(value)
        case str():
            return quoted(value) if value.strip() else "an empty text"
        case list():
            return f"a list of {len(value)}" if value else "an empty list"
        case dict():
            return "a table"
        case datetime() | date():
            return "a date"
        case time():
            return "a time of day"
        case _:
            return "something else"


def no_variant(exercise_id: str, variant_id: str, known: Iterable[str]) -> str:
    """The sentence on a variant that the exercise does not have."""
    names = list(known)
    if not names:
        return f"{quoted(exercise_id)} has one form only: leave “variant” out."
    return f"{quoted(exercise_id)} has no variant {quoted(variant_id)}.{did_you_mean(variant_id, names)}"


def check_format(top: Table) -> bool:
    """Whether to read on: not in a file of a newer format, of which nothing else is told."""
    value = top.values.get("format")
    if "format" not in top:
        top.lacks("no format is given. Write “format = 1” in the first line.")
        return True
    if value == 1 and type(value) is int:
        return True
    if type(value) is int and value > 1:
        top.wrong(
            "format",
            f"this file is in format {described(value)}; this version of footui reads format 1. "
            "Update footui to use the file.",
        )
        return False
    top.wrong("format", f"“format” takes 1, the format that this version reads; this is {described(value)}.")
    return True


def check_name(top: Table, name: str, kind: str) -> None:
    """Tell if the name of the file, without .toml, cannot be the id of a routine or an exercise."""
    if not is_slug(name):
        top.findings.in_file(f"{quoted(name)} cannot be the name of {kind}. Rename the file: {SLUG_RULE}.")
