"""Random edits of random files: each says what it means, keeps every comment and leaves the rest as it was."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

from hypothesis import given, settings

from footui.storage.toml_edit import Edit, RemoveTables, Reorder, SetKey, lies_in, same_values, value_at
from footui.storage.toml_edit_text import edited
from footui.storage.toml_layout import Layout
from footui.storage.toml_lines import comments
from tests.storage.random_edits import some_edits
from tests.storage.routine_layouts import chances, routine_text

FILES, EDITS = 900, 12
"""10,800 edits or more, as a circuit is several."""


def owners(found: Counter[str]) -> set[str]:
    """Whose comments these are."""
    return {comment.split(" of ")[1] for comment in found.elements()}


def check_comments(before: str, after: str, data: Mapping[str, Any], edits: Sequence[Edit]) -> None:
    """Only comments of deleted steps are gone, and of those all."""
    was, now = Counter(comments(before)), Counter(comments(after))
    assert not now - was
    gone: set[str] = set()
    if isinstance(edits[0], RemoveTables):
        gone = {data["steps"][place].get("exercise") for place in edits[0].places} - {"new"}
    left = {step.get("exercise") for step in tomllib.loads(after).get("steps", [])}
    assert owners(was - now) <= gone
    assert not owners(now) & (gone - left)


def ended(text: str) -> str:
    """The text with a line end at its end, as the rest of it has them."""
    return text if text.endswith("\n") or not text else text + ("\r\n" if "\r\n" in text else "\n")


def check_lines(before: str, after: str, data: Mapping[str, Any], edit: SetKey) -> None:
    """Setting a value touches the lines of that value alone; a new key touches no line, but of the table around it."""
    old, new = ended(before), ended(after)
    is_there = lies_in(data, edit.path)
    if is_there and isinstance(value_at(data, edit.path), (dict, list)):
        return
    chain = Layout(old).chain(edit.path)
    touched = old[chain[0].line : chain[0].line_end] if chain else ""
    missing = Counter(old.splitlines(keepends=True)) - Counter(new.splitlines(keepends=True))
    assert not missing - Counter(touched.splitlines(keepends=True))
    if is_there and chain:
        assert new.startswith(old[: chain[0].line])
        assert new.endswith(old[chain[0].line_end :])


@settings(max_examples=FILES)
@given(chances)
def test_random_edits_of_random_files_say_what_they_mean_and_leave_the_rest(random: Random) -> None:
    text = routine_text(random)
    data = tomllib.loads(text)
    for _ in range(EDITS):
        edits = some_edits(random, data)
        changed, meant = edited(text, data, edits)
        now = tomllib.loads(changed)
        assert same_values(now, meant)
        check_comments(text, changed, data, edits)
        assert changed.endswith("\n") == text.endswith("\n") or not changed.strip() or not text
        if isinstance(edits[0], SetKey) and len(edits) == 1:
            check_lines(text, changed, data, edits[0])
        text, data = changed, now


@settings(max_examples=200)
@given(chances)
def test_moving_steps_moves_lines_and_changes_none(random: Random) -> None:
    text = routine_text(random)
    data = tomllib.loads(text)
    count = len(data.get("steps", []))
    if ("steps", 0) not in Layout(ended(text)).headers:
        return
    order = random.sample(range(count), count)
    moved, meant = edited(text, data, [Reorder(("steps",), order)])
    assert sorted(filter(str.strip, ended(moved).splitlines())) == sorted(filter(str.strip, ended(text).splitlines()))
    assert edited(moved, meant, [Reorder(("steps",), range(count))]).text == moved
