"""The first row of a place: where one can go, where one is, and the time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import Enum

from textual.events import Click

from footui.commands import COMMANDS, Place
from footui.core.notation import PLAIN, Notation
from footui.screens.base import CommandScreen
from footui.widgets.glyphs import Glyphs
from footui.widgets.painted import Painted
from footui.widgets.role import Role
from footui.widgets.rows import Row, Run, row_width

_PLACES = (
    (Place.HOME, "app.today", "Today"),
    (Place.CATALOGUE, "app.catalogue", "Catalogue"),
    (Place.ROUTINES, "app.routines", "Routines"),
    (Place.HISTORY, "app.history", "History"),
    (Place.SETTINGS, "app.settings", "Settings"),
)
_KEYS = {command.id: command.keys[0] for command in COMMANDS}


class PlacesForm(Enum):
    """How much of the places is written out."""

    FULL = "[1 Today]  2 Catalogue   3 Routines"
    HERE = "[1 Today]  2   3"
    KEYS = "[1]  2   3"


class PlacesRow(Painted):
    """Every place with its key, the present one in brackets; where it is narrow the others go by their keys alone."""

    def __init__(self, here: Place, *, glyphs: Glyphs) -> None:
        """`here` is the present place."""
        super().__init__(glyphs=glyphs)
        self._here = here

    def picture(self, width: int, height: int) -> Sequence[Row]:
        """Return the row."""
        return [self._row(width)]

    def _row(self, width: int) -> Row:
        forms = [places_row(self._here, form) for form in PlacesForm]
        return next((row for row in forms if row_width(row) <= width), forms[-1])

    def on_click(self, event: Click) -> None:
        """Go to the place that is clicked."""
        end = 0
        for (_, command_id, _), run in zip(_PLACES, self._row(self.size.width), strict=True):
            end += len(run.text)
            if event.x < end:
                if isinstance(self.screen, CommandScreen):
                    self.screen.run_command(command_id)
                return


def places_row(here: Place, form: PlacesForm = PlacesForm.FULL) -> Row:
    """The row in one of its forms, the present place in brackets."""
    row: list[Run] = []
    for place, command_id, title in _PLACES:
        key = _KEYS[command_id]
        if place is here:
            name = key if form is PlacesForm.KEYS else f"{key} {title}"
            row.append(Run(f"[{name}] ", Role.WORK, bold=True))
        else:
            row.append(Run(f" {key} {title}  " if form is PlacesForm.FULL else f" {key}  ", Role.MUTED))
    return (*row[:-1], row[-1]._replace(text=row[-1].text.rstrip()))


def date_and_time(now: datetime, notation: Notation = PLAIN) -> str:
    """“Sat 21 Nov 12:41”, or as `notation` has it; at most 19 cells."""
    return f"{notation.date(now.date())} {notation.time_of_day(now)}"
