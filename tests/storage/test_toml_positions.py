"""Every key and value of a TOML text is found where a person would point at it."""

from __future__ import annotations

import time
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from footui.storage.toml_positions import KeyPath, Positions
from footui.storage.toml_source import LARGEST_FILE
from tests.storage.toml_layouts import Written, documents

ROUTINE = """\
# Toes before each meal.
format = 1
title = "Füße" # ä
  slots = ["breakfast", 'it''s', [ # not a table
    3 ]]
timing.prepare = 5

[groups.legs]
\trounds = 2

[[steps]]
exercise = "toe-press"
hold = [ 2, 5 ]

[[steps]]
dose = { reps = [1,2], "tem\\u0070o" = { up . down = 3 } }

[steps.extra]
when = 2026-11-21 12:31:05
note = '''
[[steps]]
a = 1'''
'last one' = true
""".replace("'it''s'", "'its'")


@pytest.fixture(params=["\n", "\r\n"], ids=["LF", "CRLF"])
def positions(request: pytest.FixtureRequest) -> Positions:
    text = ROUTINE.replace("\n", request.param)
    assert len(tomllib.loads(text)["steps"]) == 2
    return Positions(text)


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        (("format",), (2, 1), (2, 10)),
        (("title",), (3, 1), (3, 9)),
        (("slots",), (4, 3), (4, 11)),
        (("slots", 1), (4, 25), (4, 25)),
        (("slots", 2), (4, 32), (4, 32)),
        (("slots", 2, 0), (5, 5), (5, 5)),
        (("timing",), (6, 1), (6, 1)),
        (("timing", "prepare"), (6, 8), (6, 18)),
        (("groups",), (8, 1), (8, 1)),
        (("groups", "legs"), (8, 1), (8, 1)),
        (("groups", "legs", "rounds"), (9, 2), (9, 11)),
        (("steps",), (11, 1), (11, 1)),
        (("steps", 0), (11, 1), (11, 1)),
        (("steps", 0, "hold"), (13, 1), (13, 8)),
        (("steps", 0, "hold", 1), (13, 13), (13, 13)),
        (("steps", 1), (15, 1), (15, 1)),
        (("steps", 1, "dose"), (16, 1), (16, 8)),
        (("steps", 1, "dose", "reps"), (16, 10), (16, 17)),
        (("steps", 1, "dose", "reps", 1), (16, 20), (16, 20)),
        (("steps", 1, "dose", "tempo"), (16, 24), (16, 39)),
        (("steps", 1, "dose", "tempo", "up", "down"), (16, 46), (16, 53)),
        (("steps", 1, "extra"), (18, 1), (18, 1)),
        (("steps", 1, "extra", "when"), (19, 1), (19, 8)),
        (("steps", 1, "extra", "note"), (20, 1), (20, 8)),
        (("steps", 1, "extra", "last one"), (23, 1), (23, 14)),
    ],
)
def test_keys_and_values_of_a_routine_are_found(
    positions: Positions, path: KeyPath, key: tuple[int, int], value: tuple[int, int]
) -> None:
    assert positions.key(path) == key
    assert positions.value(path) == value


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((), (1, 1)),
        (("about",), (1, 1)),
        (("steps", 0, "reps"), (11, 1)),
        (("steps", 7), (11, 1)),
        (("steps", 0, "hold", 2), (13, 8)),
        (("steps", 1, "dose", "sets", 3), (16, 8)),
    ],
)
def test_what_is_not_there_stands_at_its_nearest_parent(
    positions: Positions, path: KeyPath, place: tuple[int, int]
) -> None:
    assert positions.value(path) == place


def test_a_table_stands_at_its_own_header_even_if_one_below_it_comes_first() -> None:
    positions = Positions("[a.b]\nx = 1\n[a]\ny = 2\n")
    assert positions.key(("a",)) == (3, 1)
    assert positions.key(("a", "b")) == (1, 1)


def test_an_empty_file_has_only_its_beginning() -> None:
    assert Positions("").key(("title",)) == (1, 1)


def place(text: str, offset: int) -> tuple[int, int]:
    line_start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, offset) + 1, offset - line_start + 1


@given(documents())
def test_everything_is_found_where_it_was_written_in_any_layout(document: tuple[Written, dict[str, Any]]) -> None:
    written, table = document
    assert tomllib.loads(written.text) == table
    positions = Positions(written.text)
    assert {path: positions.key(path) for path in written.key_at} == {
        path: place(written.text, offset) for path, offset in written.key_at.items()
    }
    assert {path: positions.value(path) for path in written.value_at} == {
        path: place(written.text, offset) for path, offset in written.value_at.items()
    }


def leaves(value: object, path: KeyPath = ()) -> Iterator[tuple[KeyPath, object]]:
    """Every value that holds no other, with the way to it."""
    if isinstance(value, dict):
        for name, below in value.items():
            yield from leaves(below, (*path, name))
    elif isinstance(value, list):
        for number, below in enumerate(value):
            yield from leaves(below, (*path, number))
    else:
        yield path, value


def read_from(line: str) -> object:
    """The value that `line` begins with, whatever follows it."""
    for end in range(len(line), 0, -1):
        try:
            return tomllib.loads(f"value = {line[:end]}")["value"]
        except tomllib.TOMLDecodeError:
            continue
    raise AssertionError(f"no value at the beginning of {line!r}")


plain = st.integers(-(10**6), 10**6) | st.booleans() | st.datetimes() | st.dates() | st.text(max_size=8)
nested = st.recursive(
    plain,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(st.text(max_size=5), nested, max_size=4))
def test_the_value_read_at_its_place_is_the_value_in_the_table(table: dict[str, Any]) -> None:
    text = tomli_w.dumps(table)
    positions = Positions(text)
    lines = text.split("\n")
    for path, value in leaves(table):
        line, column = positions.value(path)
        assert read_from(lines[line - 1][column - 1 :]) == value


@pytest.mark.parametrize(
    ("begin", "fill", "end"),
    [
        ("x = [", "1,", "]"),
        ("x = [", "[],", "]"),
        ("x = [", "{a=1},", "]"),
        ("x = [", "[" * 150 + "]" * 150 + ",", "]"),
        ("", "[[a]]\n", ""),
        ("", "#\n", ""),
        ("", " ", ""),
        ('x = """', '""\\"', '"""'),
        ("x = '", ".", "'"),
    ],
)
def test_the_largest_files_are_gone_over_quickly(begin: str, fill: str, end: str) -> None:
    text = begin + fill * ((LARGEST_FILE - len(begin + end)) // len(fill)) + end
    begun = time.process_time()
    Positions(text)
    assert time.process_time() - begun < 1.0


def test_lists_deeper_than_python_would_recurse_are_gone_over() -> None:
    depth = 50_000
    positions = Positions("x = " + "[" * depth + "]" * depth)
    assert positions.value(("x", *[0] * (depth - 1))) == (1, 4 + depth)
