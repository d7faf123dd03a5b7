"""The list of the first screen: routines, own ones first, under their headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from footui.core.wording import plural
from footui.screens.routine_page import how_often, length_text
from footui.storage.listing import Origin
from footui.widgets.choice_list import Choice
from footui.widgets.role import Role
from footui.widgets.rows import Run, line

if TYPE_CHECKING:
    from footui.screens.shelf import Shelf
    from footui.storage.library import RoutineEntry

WIDE = 70
"""From this many columns on there is room for how often a routine is done."""


def in_order(entries: tuple[RoutineEntry, ...]) -> list[RoutineEntry | None]:
    """The entries, own ones first, with a None where a heading stands."""
    own = [entry for entry in entries if entry.origin is Origin.OWN]
    shipped = [entry for entry in entries if entry.origin is not Origin.OWN]
    return [*([None, *own] if own else []), None, *shipped]


def heading_choice(text: str) -> Choice:
    """A heading; it cannot be chosen."""
    return Choice((line((Run(text, Role.MUTED),)),), can_be_chosen=False)


def routine_choices(rows: list[RoutineEntry | None], shelf: Shelf, width: int) -> list[Choice]:
    """What `in_order` gave, as blocks of the list."""
    choices = []
    for index, entry in enumerate(rows):
        if entry is not None:
            choices.append(_routine_choice(entry, shelf, width))
        else:
            below = rows[index + 1] if index + 1 < len(rows) else None
            choices.append(heading_choice("Own" if below and below.origin is Origin.OWN else "Shipped"))
    return choices


def _routine_choice(entry: RoutineEntry, shelf: Shelf, width: int) -> Choice:
    """One routine of the list: its title, how often, the length of its next session."""
    routine = entry.routine
    if routine is None:
        count = plural(len(entry.problems), "problem")
        return Choice((line(entry.title, (Run(f"! {count}, cannot start yet", Role.CAUTION),)),))
    timeline, done = shelf.next_timeline(routine), shelf.done_today(entry.slug)
    of_day = timeline.sessions_per_day
    often = f"{min(done, of_day)} of {of_day} today" if done else how_often(routine)
    right = f"{often:<28}" if width >= WIDE else ""
    return Choice((line(entry.title, (Run(f"{right}{length_text(timeline):>9}", Role.MUTED),)),))
