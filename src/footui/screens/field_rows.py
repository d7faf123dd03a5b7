"""Fields in rows, as many side by side as there is room for; the one with the cursor stands in brackets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from footui.core.typed_dose import TypedField, Typing
from footui.screens.typing_in import TypingIn
from footui.widgets.glyphs import Glyphs
from footui.widgets.role import Role
from footui.widgets.rows import Row, Run, crop, row_width, wrap
from footui.widgets.text_line import shown

LEAST_TYPED: Final = 7
"""Cells of a field that is typed in."""

MOST_TOLD: Final = 3
"""Rows of the hint, or of what is wrong."""


class Spot(NamedTuple):
    """The cells that a field takes up in a row: from `start` up to `end`."""

    start: int
    end: int
    name: str


class FieldRow(NamedTuple):
    """One row of fields, and where in it they stand."""

    row: Row
    spots: tuple[Spot, ...] = ()

    indent: int = 0
    """Where the row begins, as counted by whoever shows it; below 0 it stands further to the left than the others."""

    def moved(self, by: int) -> FieldRow:
        """The same row beginning so many cells further to the right."""
        spots = tuple(spot._replace(start=spot.start + by, end=spot.end + by) for spot in self.spots)
        return self._replace(spots=spots, indent=self.indent + by)

    def field_at(self, cell: int) -> str | None:
        """The field that takes up this cell."""
        return next((spot.name for spot in self.spots if spot.start <= cell < spot.end), None)


def field_rows(typing_in: TypingIn, width: int, glyphs: Glyphs, others_in: int = 0) -> list[FieldRow]:
    """The fields of the form's first line, below them what to say, and then the others.

    These begin `others_in` cells further to the left, and have so many more; the field that the form has at the edge
    stands there where it has room.
    """
    form, fields = typing_in.form, typing_in.fields
    first = [field for field in fields if field.name in form.first_line()]
    others = [field for field in fields if field.name not in form.first_line()]
    at_edge = [field for field in first if field.name == form.at_edge]
    rows = _filled([field for field in first if field not in at_edge], typing_in, width, glyphs, gap=1)
    rows = _with_edge(rows, at_edge[0], typing_in, width, glyphs) if rows and at_edge else rows
    told, role = typing_in.told, Role.CAUTION if typing_in.told.startswith("!") else Role.MUTED
    words = wrap(glyphs.text(told), width, MOST_TOLD, glyphs.ellipsis) or [""]
    said = [FieldRow((Run(text, role),)) for text in words]
    below = [row.moved(-others_in) for row in _filled(others, typing_in, width + others_in, glyphs, gap=3)]
    return [*rows, *said, *below] if rows else [*below, *said]


def _filled(
    fields: Sequence[TypedField], typing_in: TypingIn, width: int, glyphs: Glyphs, *, gap: int
) -> list[FieldRow]:
    """The fields one after the other, in as many rows as that takes."""
    rows: list[FieldRow] = []
    row: list[Run] = []
    spots: list[Spot] = []
    at = 0
    for field in fields:
        runs = _field(field, typing_in, width, glyphs)
        cells = row_width(runs)
        if row and at + gap + cells > width:
            rows.append(FieldRow(tuple(row), tuple(spots)))
            row, spots, at = [], [], 0
        if row:
            row.append(Run(" " * gap))
            at += gap
        spots.append(Spot(at, at + cells, field.name))
        row += runs
        at += cells
    return [*rows, FieldRow(tuple(row), tuple(spots))] if row else rows


def _with_edge(
    rows: list[FieldRow], field: TypedField, typing_in: TypingIn, width: int, glyphs: Glyphs
) -> list[FieldRow]:
    """The rows with this field at the right edge of the first that has room for it, or below them."""
    runs = _field(field, typing_in, width, glyphs)
    cells = row_width(runs)
    start = width - cells
    spot = Spot(start, width, field.name)
    for place, row in enumerate(rows):
        taken = row_width(row.row)
        if taken + 2 <= start:
            edged = FieldRow((*row.row, Run(" " * (start - taken)), *runs), (*row.spots, spot))
            return [*rows[:place], edged, *rows[place + 1 :]]
    return [*rows, FieldRow((Run(" " * max(start, 0)), *runs), (spot,))]


def _field(field: TypedField, typing_in: TypingIn, width: int, glyphs: Glyphs) -> Row:
    """The words around a field and what stands in it."""
    before, after = Run(glyphs.text(field.before), Role.MUTED), Run(glyphs.text(field.after), Role.MUTED)
    if field.name == typing_in.current:
        value = _current(field, typing_in, width - row_width((before, after)), glyphs)
    else:
        text = typing_in.texts[field.name]
        is_set = bool(text) and (field.typing is not Typing.CHOICE or text != field.choices[0] or field.name == "kind")
        most = max(width - row_width((before, after)), 1)
        words = wrap(glyphs.text(_with_dash(field, field.shown(text))), most, 1, glyphs.ellipsis) or [""]
        value = (Run(words[0], Role.TEXT if is_set else Role.MUTED),)
    return tuple(run for run in (before, *value, after) if run.text)


def _current(field: TypedField, typing_in: TypingIn, width: int, glyphs: Glyphs) -> Row:
    """The field with the cursor: “[10-20▏ ]”, or of a choice “(move)”."""
    if typing_in.typed is None:
        return (Run(f"({field.shown(typing_in.texts[field.name])})", Role.WORK, bold=True),)
    room = max(min(width - 2, max(LEAST_TYPED, len(typing_in.typed.text) + 1)), 1)
    runs = typing_in.typed.runs(Role.TEXT, room, glyphs)
    if not typing_in.typed.text and field.absent:
        runs = crop((*runs, Run(field.absent, Role.MUTED)), room, "")
    blank = Run(" " * max(0, room - row_width(runs)))
    bold = tuple(run._replace(bold=True) for run in shown(runs, glyphs))
    return (Run("[", Role.WORK, True), *bold, blank, Run("]", Role.WORK, True))


def _with_dash(field: TypedField, text: str) -> str:
    """A range as it is read: “10–20”."""
    return text.replace("-", "–") if field.typing is Typing.RANGE else text
