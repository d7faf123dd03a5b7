"""The `[[follow]]` tables of `config.toml`, checked for their form: which routines a person follows, and when."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from footui.storage.fields import Table, described, quoted
from footui.storage.slug import LONGEST_SLUG, SLUG_RULE, is_slug

MOST_FOLLOWED: Final = 200
MOST_PAUSES: Final = 200
_KEYS: Final = ("routine", "since", "until", "pauses")
_DATE: Final = "a date, as 2026-11-21, without quotation marks"


def check_followed(top: Table) -> None:
    """Tell everything that is wrong in the form of the tables; whether the routines are there is not asked."""
    for table in top.tables("follow", MOST_FOLLOWED, "[[follow]]"):
        table.known(*_KEYS)
        slug = table.text("routine", LONGEST_SLUG, required="“follow” needs “routine”, the name of its file.")
        if slug is not None and not is_slug(slug):
            table.wrong("routine", f"{quoted(slug)} cannot be the name of a routine: {SLUG_RULE}.")
        if "since" not in table:
            table.lacks(f"“follow” needs “since”, the first due day: {_DATE}.")
        since, until = _date(table, "since"), _date(table, "until")
        if since is not None and until is not None and until < since:
            table.wrong("until", "“until” comes before “since”.")
        _check_pauses(table)


def _date(table: Table, key: str) -> date | None:
    """The day under `key`."""
    if key not in table:
        return None
    value = table.values[key]
    if _is_date(value):
        return value  # type: ignore[return-value]  # as just asked
    table.wrong(key, f"“{key}” takes {_DATE}; this is {_named(value)}.")
    return None


def _check_pauses(table: Table) -> None:
    """Every pause is a first and a last day."""
    if "pauses" not in table:
        return
    value = table.values["pauses"]
    form = "a list of pauses, each [first day, last day], as [[2026-12-24, 2027-01-02]]"
    if not isinstance(value, list):
        table.wrong("pauses", f"“pauses” takes {form}; this is {_named(value)}.")
        return
    if len(value) > MOST_PAUSES:
        table.wrong("pauses", f"{MOST_PAUSES} pauses are the most; this has {len(value)}.")
    for place, pause in enumerate(value[:MOST_PAUSES]):
        path = (*table.path, "pauses", place)
        if not isinstance(pause, list) or len(pause) != 2 or not all(map(_is_date, pause)):
            table.findings.at_value(path, f"“pauses” takes {form}; one is {_named(pause)}.")
        elif pause[1] < pause[0]:
            table.findings.at_value(path, "the pause ends before it begins: the first day comes first.")


def _is_date(value: object) -> bool:
    """Whether it is a day, without a time."""
    return isinstance(value, date) and not isinstance(value, datetime)


def _named(value: object) -> str:
    return "a date with a time" if isinstance(value, datetime) else described(value)
