"""The order in which the keys of a file stand, as the documentation of its format lists them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from footui.storage.step_fields import DOSE_KEYS, TIMING_KEYS
from footui.storage.toml_edit import KeyPath

_ROUTINE: Final = (
    "format", "title", "about", "source", "slots", "every_days", "weekdays", "level", "timing", "groups", "steps",
)  # fmt: skip
_EXERCISE: Final = (
    "format", "title", "also", "about", "body_parts", "position", "equipment", "brief", "steps", "cautions",
    "disagreements", "variants", "doses",
)  # fmt: skip
_STEP: Final = ("exercise", "variant", *DOSE_KEYS, "group", "level", "source", "note")
_GROUP: Final = ("rounds", "rest")
_VARIANT: Final = ("title", "about", "position", "equipment", "brief", "steps", "cautions")
_DOSE: Final = ("source", "variant", "published", "open", "assumed", "notes", "dose")
_THING: Final = ("name", "instead")

IN_BRACKETS: Final = frozenset({"equipment"})
"""Lists of tables that are written in brackets, not under headers."""


def keys_in_order(table: KeyPath, keys: Iterable[str] = ()) -> tuple[str, ...]:
    """The keys that the table at this path may have, in their order; `keys` are those it has.

    A table that is not known has none.
    """
    match table:
        case ():
            return _EXERCISE if not _ONLY_IN_EXERCISES.isdisjoint(keys) else _ROUTINE
        case ("timing",):
            return TIMING_KEYS
        case ("groups", _):
            return _GROUP
        case ("steps", _):
            return _STEP
        case ("variants", _):
            return _VARIANT
        case ("doses", _):
            return _DOSE
        case ("doses", _, "dose"):
            return DOSE_KEYS
        case (*_, "equipment", _):
            return _THING
    return ()


_ONLY_IN_EXERCISES: Final = frozenset(_EXERCISE) - frozenset(_ROUTINE)


def rank(table: KeyPath, key: str, keys: Iterable[str] = ()) -> int:
    """The number of `key` among those of the table, from 0; the same high number for all that are not known."""
    order = keys_in_order(table, keys)
    return order.index(key) if key in order else len(order)


def in_order(table: KeyPath, keys: Iterable[str]) -> list[str]:
    """The keys sorted; those that are not known stay behind the others, in their own order."""
    given = list(keys)
    return sorted(given, key=lambda key: rank(table, key, given))
