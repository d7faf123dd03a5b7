"""Checks session objects that come from outside, part by part, before anything is made of them.

Texts are data and may say anything. Parts that are not known may be there, and are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, Final, NamedTuple

from footui.storage.session_object import FORMAT
from footui.storage.text_cleaning import clean_line

LONGEST_NAME: Final = 255
"""Characters of an id, a slug or a variant."""

LARGEST_NUMBER: Final = 1_000_000_000
"""Of whole numbers and of seconds."""

MOST_ROWS: Final = 10_000
"""Rows of `work`."""

DEEPEST: Final = 50
"""Lists and objects within each other, in what is not known."""

FIRST_YEAR, LAST_YEAR = 1971, 8999
"""Years that days can be counted in, whatever the offset and the start of the day."""

_LONGEST_SHOWN = 40


class _Part(NamedTuple):
    """What a part of an object may be: whether a value is so, in words, and whether the part may be left out."""

    is_so: Callable[[Any], bool]
    words: str
    may_lack: bool = False


def _is_name(value: object) -> bool:
    """An id or the like: as our own are, so that it can be shown, searched for and typed."""
    return isinstance(value, str) and 0 < len(value) <= LONGEST_NAME and value == clean_line(value, LONGEST_NAME)


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_time(value: object) -> bool:
    if not isinstance(value, str):
        return False
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return False
    return moment.tzinfo is not None and FIRST_YEAR <= moment.year <= LAST_YEAR


def _is_whole(value: object, least: int = 0, most: int = LARGEST_NUMBER) -> bool:
    return type(value) is int and least <= value <= most  # True and False are no numbers


def _is_number(value: object, least: float = 0) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and least <= value <= LARGEST_NUMBER


def _is_one_of(*words: str) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, str) and value in words


def _or_null(is_so: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: value is None or is_so(value)


_NAME = _Part(_is_name, "text of 1 to 255 characters, on one line and without control characters")
_TEXT = _Part(_is_text, "text")
_TIME = _Part(_is_time, "a time with its offset, such as 2026-11-21T12:31:05+01:00")
_COUNT = _Part(_is_whole, "a whole number, 0 or more")
_ORDINAL = _Part(lambda value: _is_whole(value, 1), "a whole number, 1 or more")
_SECONDS = _Part(_is_number, "a number of seconds, 0 or more")
_PAIN = _Part(_or_null(lambda value: _is_whole(value, 0, 10)), "a whole number from 0 to 10, or null")
_NAME_OR_NULL = _Part(_or_null(_is_name), f"{_NAME.words}, or null")
_TEXT_OR_NULL = _Part(_or_null(_is_text), "text or null")
_OBJECT = _Part(lambda value: isinstance(value, dict), "an object")
_ROWS = _Part(
    lambda value: isinstance(value, list) and len(value) <= MOST_ROWS and all(isinstance(row, dict) for row in value),
    "a list of objects, at most 10,000",
)

_OF_ANY: Final = {
    "id": _NAME,
    "changed": _Part(_is_time, _TIME.words, may_lack=True),
    "deleted": _Part(lambda value: isinstance(value, bool), "true or false", may_lack=True),
}
_OF_SESSION: Final = {
    **_OF_ANY,
    "routine": _NAME,
    "title": _TEXT,
    "level": _Part(_is_one_of("low", "middle", "high"), "low, middle or high"),
    "session": _ORDINAL,
    "sessions_per_day": _ORDINAL,
    "started": _TIME,
    "ended": _TIME,
    "status": _Part(_is_one_of("finished", "stopped", "open"), "finished, stopped or open"),
    "planned_work_seconds": _SECONDS,
    "done_work_seconds": _SECONDS,
    "paused_seconds": _SECONDS,
    "interrupted_seconds": _Part(_is_number, _SECONDS.words, may_lack=True),
    "pain": _OBJECT,
    "effort": _Part(_or_null(_is_one_of("easy", "right", "hard")), "easy, right, hard or null"),
    "note": _TEXT,
    "work": _ROWS,
}
_OF_PAIN: Final = dict.fromkeys(("before", "worst", "after", "next_morning"), _PAIN)
_OF_ROW: Final = {
    "step": _ORDINAL,
    "exercise": _NAME,
    "variant": _NAME_OR_NULL,
    "side": _Part(_is_one_of("both", "left", "right"), "both, left or right"),
    "planned_reps": _COUNT,
    "done_reps": _COUNT,
    "planned_seconds": _SECONDS,
    "done_seconds": _SECONDS,
    "skipped": _TEXT_OR_NULL,
    "extended_seconds": _Part(lambda value: _is_number(value, -LARGEST_NUMBER), "a number of seconds", may_lack=True),
    "instead": _TEXT_OR_NULL._replace(may_lack=True),
    "pain": _PAIN._replace(may_lack=True),
}


def problem_of(thing: object) -> str | None:
    """What is wrong with an object from outside, as a sentence; None for a session, or the mark of a discarded one."""
    if isinstance(thing, list):
        return "This is a list. Import reads what `footui history export` writes: one object a line."
    if not isinstance(thing, dict):
        return "This is no session: it has to be an object."
    return _problem_of_format(thing) or next(_problems(thing), None)


def _problem_of_format(thing: dict[str, Any]) -> str | None:
    if "format" not in thing:
        return "“format” is missing."
    number = thing["format"]
    if not _is_whole(number, 1):
        return f"“format” has to be a whole number, 1 or more{_found(number)}."
    if number != FORMAT:
        return (
            f"It has format {number}, which is newer than this footui: it reads format {FORMAT}. "
            "Please update footui on this machine."
        )
    return None


def _problems(thing: dict[str, Any]) -> Iterator[str]:
    """What is wrong with an object of our format."""
    if thing.get("deleted") is True and "started" not in thing:
        yield from _problems_of_parts(thing, {**_OF_ANY, "changed": _TIME})
        return
    yield from _problems_of_parts(thing, _OF_SESSION)
    if isinstance(thing.get("pain"), dict):
        yield from _problems_of_parts(thing["pain"], _OF_PAIN, "pain.")
    if _ROWS.is_so(thing.get("work")):
        for number, row in enumerate(thing["work"], start=1):
            yield from _problems_of_parts(row, _OF_ROW, f"work {number}: ")


def _problems_of_parts(thing: dict[str, Any], parts: dict[str, _Part], within: str = "") -> Iterator[str]:
    for name, part in parts.items():
        if name not in thing:
            if not part.may_lack:
                yield f"“{within}{name}” is missing."
        elif not part.is_so(thing[name]):
            yield f"“{within}{name}” has to be {part.words}{_found(thing[name])}."
    for name in thing.keys() - parts.keys():
        if _is_deeper(thing[name], DEEPEST):
            yield f"“{within}{clean_line(name, _LONGEST_SHOWN)}” is nested too deeply."


def _found(value: object) -> str:
    """“, not “yesterday””: what stands there, where it is short enough to be of help."""
    if isinstance(value, bool) or value is None:
        return f", not {'null' if value is None else str(value).lower()}"
    if isinstance(value, int | float | str):
        return f", not “{clean_line(str(value), _LONGEST_SHOWN)}”"
    return ""


def _is_deeper(value: object, levels: int) -> bool:
    """Whether lists and objects lie more than so many levels within each other."""
    within = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return levels == 0 or any(_is_deeper(part, levels - 1) for part in within if isinstance(part, dict | list))
