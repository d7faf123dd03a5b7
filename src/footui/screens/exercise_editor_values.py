"""The values of an exercise file as one types them in a line.

A line that its value cannot be read back from (an odd separator, a value of another type) is not typed in: the person's
own editor does it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from enum import Enum, auto
from typing import Any, Final, NamedTuple

from footui.core.typed_dose import Typing, read_words, shown_value, typed_value
from footui.storage.step_fields import DOSE_KEYS
from footui.storage.toml_edit import same_values
from footui.widgets.typed_text import TypedText

_ARROW: Final = re.compile(r"\s*(?:->|→)\s*")
_INSTEAD: Final = re.compile(r"(?P<name>.*?)\s*\(or (?P<instead>.*)\)")
_TYPINGS: Final[Mapping[str, Typing]] = {
    **dict.fromkeys(("hold", "move", "reps", "sets", "times_per_day"), Typing.RANGE),
    **dict.fromkeys(("prepare", "transition", "change", "release", "rest", "count"), Typing.NUMBER),
    "tempo": Typing.TEMPO,
    "directions": Typing.WORDS,
}
"""How the keys of a dose are typed; the others are texts."""


class Kind(Enum):
    """How the value of a line is typed."""

    TEXT = auto()
    WORDS = auto()
    """Short texts with commas between them, or semicolons where one has a comma."""
    THING = auto()
    """Of equipment: “exercise band (or belt, bathrobe sash)”."""
    PAIR = auto()
    """What a source leaves open, and what is taken for it: “first side → left”."""
    DOSE = auto()
    """Keys of a step: “hold 5, reps 10, sides each”."""
    CHOICE = auto()
    """One of a few, chosen and not typed."""


class NotReadError(ValueError):
    """A typed line is not what its kind asks for; the message is a sentence."""


class _Way(NamedTuple):
    """How a kind is shown and read."""

    show: Callable[[Any], str]
    read: Callable[[str], Any]


def shown_line(kind: Kind, value: Any) -> str:  # noqa: ANN401  # any plain data: the file may have anything there
    """The value as one types it; nothing for None."""
    return "" if value is None else _WAYS[kind].show(value)


def read_line(kind: Kind, text: str) -> Any:  # noqa: ANN401  # plain data
    """The value that is meant, None for an empty line. Raises `NotReadError`."""
    return _WAYS[kind].read(text) if text.strip() else None


def can_be_typed(kind: Kind, value: Any) -> bool:  # noqa: ANN401  # any plain data
    """Whether the value comes out the same when it is shown, typed and read."""
    try:
        shown = shown_line(kind, value)
        return TypedText.of(shown).text == shown and same_values(read_line(kind, shown), value)
    except (AttributeError, KeyError, LookupError, TypeError, ValueError):
        return False  # the file has something else there than is asked for


# Kinds


def _show_words(words: Sequence[str]) -> str:
    if any("," in word for word in words):
        return "; ".join(words) + (";" if len(words) == 1 else "")
    return ", ".join(words)


def _read_words(text: str) -> list[str]:
    if ";" in text:
        return [word for each in text.split(";") if (word := each.strip())]
    return read_words(text)


def _show_thing(thing: Mapping[str, Any]) -> str:
    instead = thing.get("instead", [])
    if set(thing) - {"name", "instead"} or (not instead and "instead" in thing):
        raise TypeError
    return f"{thing['name']} (or {_show_words(instead)})" if instead else str(thing["name"])


def _read_thing(text: str) -> dict[str, Any]:
    found = _INSTEAD.fullmatch(text.strip())
    if found is None:
        return {"name": text.strip()}
    return {"name": found["name"], "instead": _read_words(found["instead"])}


def _read_pair(text: str) -> tuple[str, str]:
    parts = _ARROW.split(text.strip())
    if len(parts) != 2 or not all(parts):
        raise NotReadError("Write what is left open, an arrow (->), and what is taken for it.")
    return parts[0], parts[1]


def _show_dose(dose: Mapping[str, Any]) -> str:
    return ", ".join(f"{key} {shown_value(value)}" for key, value in dose.items())


def _read_dose(text: str) -> dict[str, Any]:
    dose: dict[str, str] = {}
    for part in text.split(","):
        key, _, value = part.strip().partition(" ")
        if key not in DOSE_KEYS and next(reversed(dose), "") == "directions":  # words with commas between them
            dose["directions"] += f", {part.strip()}"
        elif part.strip():
            dose[key] = value.strip()
    values = {key: typed_value(_TYPINGS.get(key, Typing.TEXT), value) for key, value in dose.items()}
    return {key: "" if value is None else value for key, value in values.items()}


def _show_pair(pair: Sequence[str]) -> str:
    left_open, assumed = pair
    return f"{left_open} → {assumed}"


_WAYS: Final[Mapping[Kind, _Way]] = {
    Kind.TEXT: _Way(str, str.strip),
    Kind.WORDS: _Way(_show_words, _read_words),
    Kind.THING: _Way(_show_thing, _read_thing),
    Kind.PAIR: _Way(_show_pair, _read_pair),
    Kind.DOSE: _Way(_show_dose, _read_dose),
    Kind.CHOICE: _Way(str, str),
}
