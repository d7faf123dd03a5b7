"""The first row of a place: where one can go, where one is, and the time."""

from __future__ import annotations

from datetime import datetime

from footui.commands import Place
from footui.core.notation import PLAIN, Notation
from footui.widgets.role import Role
from footui.widgets.rows import Row, Run

_PLACES = ((Place.HOME, "1", "Today"), (Place.CATALOGUE, "2", "Catalogue"), (Place.SETTINGS, "5", "Settings"))


def places_row(here: Place) -> Row:
    """“[1 Today]  2 Catalogue   5 Settings ”, the present place in brackets."""
    row: list[Run] = []
    for place, key, title in _PLACES:
        if place is here:
            row.append(Run(f"[{key} {title}] ", Role.WORK, bold=True))
        else:
            row.append(Run(f" {key} {title}  ", Role.MUTED))
    return tuple(row)


def date_and_time(now: datetime, notation: Notation = PLAIN) -> str:
    """“Sat 21 Nov 12:41”, or as `notation` has it; at most 19 cells."""
    return f"{notation.date(now.date())} {notation.time_of_day(now)}"
