"""A session from outside is taken only if every part of it is what it should be; what is not known is let be."""

from __future__ import annotations

import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footui.storage.log_check import problem_of
from tests.storage.session_records import session

MARK = {"format": 1, "id": "one", "changed": "2026-11-21T12:35:10+01:00", "deleted": True}


def with_part(path: str, value: object) -> dict[str, Any]:
    """Return a good session with one part changed: `work.0.side` is the side of its first row."""
    whole: Any = json.loads(json.dumps(session("one")))
    *within, name = [int(part) if part.isdigit() else part for part in path.split(".")]
    place = whole
    for part in within:
        place = place[part]
    place[name] = value
    return whole  # type: ignore[no-any-return]  # it is what json gave


def without_part(name: str) -> dict[str, Any]:
    return {part: value for part, value in session("one").items() if part != name}


def test_our_own_sessions_are_good() -> None:
    assert problem_of(session("one")) is None
    assert problem_of({**session("one"), "deleted": True}) is None
    assert problem_of({**session("one"), "deleted": False}) is None
    assert problem_of(without_part("changed")) is None
    assert problem_of(MARK) is None


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("id", "4f7c2a"), ("title", ""), ("title", "\x1b[31m"), ("note", "two\nlines"), ("session", 40),
        ("started", "2026-11-21 12:31:05.123456-11:30"), ("ended", "1999-01-01T00:00:00Z"), ("status", "open"),
        ("paused_seconds", 3), ("planned_work_seconds", 0), ("interrupted_seconds", 86400.5), ("effort", None),
        ("pain.worst", 10), ("pain.after", 0), ("pain.at night", "anything"), ("work", []), ("work.0.side", "left"),
        ("work.0.variant", "lying"), ("work.0.skipped", "no time"), ("work.0.extended_seconds", -15.0),
        ("work.0.instead", "belt"), ("work.0.pain", 4), ("mood", [1, {"deep": None}]), ("work.0.heart", [61]),
    ],
)  # fmt: skip
def test_what_a_session_may_say_is_taken(path: str, value: object) -> None:
    assert problem_of(with_part(path, value)) is None


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        ("format", "1", "“format” has to be a whole number"), ("format", True, "not true"),
        ("format", 0, "“format” has to be a whole number"),
        ("format", 2, "newer than this footui"), ("id", "", "“id” has to be text of 1 to 255"), ("id", 7, "“id”"),
        ("id", "a\nb", "“id”"), ("id", "x" * 256, "“id”"), ("routine", None, "“routine”"), ("title", None, "“title”"),
        ("level", "top", "low, middle or high, not “top”"), ("level", ["low"], "“level”"), ("session", 0, "“session”"),
        ("session", 1.0, "“session”"), ("sessions_per_day", True, "“sessions_per_day”"),
        ("started", 1763724665, "“started”"),
        ("started", "2026-11-21T12:31:05", "a time with its offset"), ("started", "yesterday", "not “yesterday”"),
        ("started", "0001-01-01T00:00:00+14:00", "“started”"), ("ended", "9999-12-31T23:59:59-12:00", "“ended”"),
        ("ended", None, "“ended”"), ("status", "done", "finished, stopped or open"),
        ("planned_work_seconds", -1, "“planned_work_seconds”"), ("done_work_seconds", "30", "“done_work_seconds”"),
        ("paused_seconds", math.inf, "“paused_seconds”"), ("paused_seconds", 10**400, "“paused_seconds”"),
        ("interrupted_seconds", None, "“interrupted_seconds”"), ("pain", None, "“pain” has to be an object"),
        ("pain", {"before": 1}, "“pain.worst” is missing"), ("pain.after", 11, "“pain.after” has to be a whole number"),
        ("pain.before", 2.5, "“pain.before”"), ("effort", "Easy", "easy, right, hard or null"), ("note", 5, "“note”"),
        ("work", {}, "“work” has to be a list"), ("work", [1], "“work”"), ("work", [{}] * 10_001, "at most 10,000"),
        ("work.0", {}, "“work 1: step” is missing"), ("work.0.step", 0, "“work 1: step”"),
        ("work.0.exercise", "", "“work 1: exercise”"), ("work.0.variant", 3, "“work 1: variant”"),
        ("work.0.side", "top", "both, left or right"), ("work.0.done_reps", 1.5, "“work 1: done_reps”"),
        ("work.0.planned_reps", -1, "“work 1: planned_reps”"), ("work.0.done_seconds", None, "“work 1: done_seconds”"),
        ("work.0.skipped", 1, "“work 1: skipped”"), ("work.0.pain", 12, "“work 1: pain”"),
        ("changed", "now", "“changed”"), ("deleted", "yes", "true or false"), ("deleted", None, "“deleted”"),
    ],
)  # fmt: skip
def test_what_no_session_says_is_told_with_its_name(path: str, value: object, told: str) -> None:
    problem = problem_of(with_part(path, value))
    assert problem is not None
    assert told in problem


@pytest.mark.parametrize("name", sorted(session("one").keys() - {"changed"}))
def test_a_part_that_is_missing_is_told(name: str) -> None:
    assert problem_of(without_part(name)) == f"“{name}” is missing."


def test_a_mark_needs_to_say_when_it_was_made() -> None:
    assert problem_of({part: value for part, value in MARK.items() if part != "changed"}) == "“changed” is missing."
    assert problem_of({**MARK, "id": None}) is not None
    assert problem_of({**MARK, "deleted": False}) == "“routine” is missing."


@pytest.mark.parametrize("thing", [None, 1, "text", True, []])
def test_what_is_no_object_is_no_session(thing: object) -> None:
    assert problem_of(thing) is not None


def test_what_is_not_known_may_not_be_a_bottomless_pit() -> None:
    deep: Any = 1
    for _ in range(60):
        deep = [deep]
    for path in ("mood", "pain.mood", "work.0.mood"):
        assert "nested too deeply" in str(problem_of(with_part(path, deep)))


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@given(st.sampled_from([*session("one"), *(f"pain.{name}" for name in session("one")["pain"]),
                        *(f"work.0.{name}" for name in session("one")["work"][0])]), _JSON)  # fmt: skip
def test_whatever_stands_in_a_part_it_is_taken_or_told_in_a_sentence(path: str, value: object) -> None:
    problem = problem_of(with_part(path, value))
    assert problem is None or problem.endswith(".")
