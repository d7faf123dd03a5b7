"""One state of a draft: what some bytes say, and whether an edit from one state to the next may be made."""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from footui.storage.problems import Problem
from footui.storage.toml_source import TomlProblems, TomlSource, parse_toml

ModelT = TypeVar("ModelT")


@dataclass(frozen=True, slots=True)
class DraftState(Generic[ModelT]):
    """A file as its bytes make it: `table` is plain data, `model` is None where there are problems.

    Of bytes that are no TOML the table is empty.
    """

    raw: bytes
    text: str
    table: Mapping[str, Any]
    model: ModelT | None
    problems: tuple[Problem, ...]
    is_toml: bool = True


def state_of(raw: bytes, shown_as: str, read: Callable[[TomlSource], ModelT]) -> DraftState[ModelT]:
    """What the bytes say to `read`, which raises `TomlProblems`; problems call the file `shown_as`."""
    try:
        source = parse_toml(raw, shown_as)
    except TomlProblems as error:
        text = raw.removeprefix(codecs.BOM_UTF8).decode(errors="replace")
        return DraftState(raw, text, {}, None, tuple(error.problems), is_toml=False)
    try:
        model = read(source)
    except TomlProblems as error:
        return DraftState(raw, source.text, source.table, None, tuple(error.problems))
    return DraftState(raw, source.text, source.table, model, ())


def new_problem(before: DraftState[ModelT], after: DraftState[ModelT]) -> Problem | None:
    """The first problem that an edit brings, or None.

    Some problems are only looked for where there is no other. One that comes to light far from what was edited, as
    another one goes, was there before.
    """
    known = Counter(problem.message for problem in before.problems)
    new = []
    for problem in after.problems:
        if known[problem.message]:
            known[problem.message] -= 1
        else:
            new.append(problem)
    if new and known.total():
        first, last, _ = _touched(before.text, after.text)
        if not any(first <= problem.line <= last for problem in new):
            return None
    return new[0] if new else None


def told(problem: Problem, before: str, after: str) -> str:
    """A problem that `after` would have, to someone who sees `before`: with its place, if that is in another table."""
    first, last, moved = _touched(before, after)
    lines = after.splitlines()
    first = next((line for line in range(min(first, len(lines)), 0, -1) if lines[line - 1].lstrip()[:1] == "["), 1)
    last = next(
        (line - 1 for line in range(last + 1, len(lines) + 1) if lines[line - 1].lstrip()[:1] == "["), len(lines)
    )
    if first <= problem.line <= last or (problem.line, problem.column) == (1, 1):
        return problem.message
    line = problem.line - moved if problem.line > last else problem.line
    return f"Line {line}, column {problem.column}: {problem.message}"


def _touched(before: str, after: str) -> tuple[int, int, int]:
    """The first and the last line of `after` that an edit changed, from 1, and how many lines it has more."""
    old, new = before.splitlines(), after.splitlines()
    same = next(
        (n for n, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), min(len(old), len(new))
    )
    most = min(len(old), len(new)) - same
    behind = zip(reversed(old), reversed(new), strict=False)
    same_behind = next((n for n, (one, other) in enumerate(behind) if n == most or one != other), most)
    return same + 1, max(same + 1, len(new) - same_behind), len(new) - len(old)
