"""The fields of a routine as a whole, as texts: its timings, and its title, days and the like."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from footui.core.dose import Level, Timing
from footui.core.typed_dose import TypedField, Typing, read_range, shown_number, shown_value, typed_value
from footui.core.typed_step import Texts

_DEFAULT: Final = Timing()

TIMING_FIELDS: Final = tuple(
    TypedField(name, Typing.NUMBER, before, " s", absent=shown_number(getattr(_DEFAULT, name)), hint=hint)
    for name, before, hint in (
        ("prepare", "ready ", "seconds to get ready, before the first step"),
        ("transition", "between steps ", "seconds before every other step"),
        ("change", "other side ", "seconds between the sides"),
        ("release", "release ", "seconds between repetitions"),
        ("rest", "rest ", "seconds between sets"),
        ("count", "count ", "seconds that one count takes"),
    )
)
"""The keys of `[timing]`."""

DAYS: Final = "days"
_SAID_TOO: Final = ("every", "day", "days", "and")
_FULL_NAMES: Final = {
    f"{name}day": name[:3] for name in ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
}  # fmt: skip

ABOUT_FIELDS: Final = (
    TypedField("title", Typing.TEXT, "title ", hint="what the lists call it"),
    TypedField(
        "slots", Typing.WORDS, "sessions ", absent="without names", hint="names with commas: breakfast, lunch, dinner"
    ),
    TypedField(
        DAYS, Typing.TEXT, "days ", absent="every day", hint="2 or 2-3 for every so many days, or mon, wed, fri"
    ),
    TypedField(
        "level", Typing.CHOICE, "level ", choices=tuple(Level), names=tuple(Level), hint="where in its ranges to work"
    ),
    TypedField("source", Typing.TEXT, "source ", absent="none", hint="where its doses come from"),
    TypedField("about", Typing.TEXT, "about ", absent="nothing", hint="what it is, in a sentence or a few"),
)  # fmt: skip
"""What stands at the top of the file; `days` is `every_days` or `weekdays`."""


def timing_texts(timing: Mapping[str, Any]) -> dict[str, str]:
    """The text of every field of a `[timing]` table."""
    return {field.name: shown_value(timing.get(field.name)) for field in TIMING_FIELDS}


def timing_keys(timing: Mapping[str, Any], texts: Texts) -> dict[str, Any]:
    """The `[timing]` table as the texts mean it."""
    return _changed(timing, timing_texts(timing), texts, {field.name: field.typing for field in TIMING_FIELDS})


def about_texts(top: Mapping[str, Any]) -> dict[str, str]:
    """The text of every field at the top of a file."""
    texts = {field.name: shown_value(top.get(field.name)) for field in ABOUT_FIELDS if field.name != DAYS}
    return {**texts, "level": texts["level"] or Level.LOW, DAYS: _days_text(top)}


def about_keys(top: Mapping[str, Any], texts: Texts) -> dict[str, Any]:
    """The keys at the top of the file as the texts mean them."""
    before = about_texts(top)
    keys = _changed(top, before, texts, {field.name: field.typing for field in ABOUT_FIELDS if field.name != DAYS})
    if texts["level"] == Level.LOW and "level" not in top:
        keys.pop("level", None)
    if texts[DAYS] != before[DAYS]:
        keys.pop("every_days", None)
        keys.pop("weekdays", None)
        keys |= _days(texts[DAYS])
    return keys


def _changed(table: Mapping[str, Any], before: Texts, texts: Texts, typings: Mapping[str, Typing]) -> dict[str, Any]:
    """The table with the keys whose text was changed."""
    keys = dict(table)
    for name, typing in typings.items():
        if texts[name] != before[name]:
            value = typed_value(typing, texts[name])
            if value is None:
                keys.pop(name, None)
            else:
                keys[name] = value
    return keys


def _days_text(top: Mapping[str, Any]) -> str:
    if "weekdays" in top:
        return shown_value(top["weekdays"])
    return shown_value(top.get("every_days"))


def _days(text: str) -> dict[str, Any]:
    """“2-3” or “every 2-3 days” as `every_days`, “mon, wed” as `weekdays`; nothing for “every day”."""
    words = [word for word in text.casefold().replace(",", " ").split() if word not in _SAID_TOO]
    value = read_range(" ".join(words)) if words else 1
    if isinstance(value, str):
        return {"weekdays": [_FULL_NAMES.get(word, word) for word in words]}
    return {} if value == 1 else {"every_days": value}
