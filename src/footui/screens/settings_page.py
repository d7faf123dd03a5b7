"""The settings as lines: two or three fields to a line where it is wide, else one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from footui.core.notation import Notation
from footui.core.settings import Settings
from footui.core.wording import plural
from footui.screens import setting_fields as setting
from footui.screens.setting_fields import FIELDS, Field, Kind
from footui.storage.problems import Problem
from footui.storage.text_cleaning import clean_line
from footui.widgets.field_list import FieldLine, Piece
from footui.widgets.role import Role
from footui.widgets.rows import wrap

WIDE: Final = 77
"""From so many cells on several fields stand in one line."""

_VALUE: Final = 22
"""The column of a line's first value, and"""
_DETAIL: Final = 31
_NOTE: Final = 64

_CELLS: Final = (30, 38, 47, 55)
"""The columns of 3·2·1, change, half and end."""

_CUES: Final = {
    setting.BELL: ("  •", " ••", " •", "•••"),
    setting.COLOUR: ("  –", "flash", " –", "flash"),
    setting.NOTICE: ("  –", "  –", " –", "yes"),
}
"""What each channel gives at these four."""

MOST_PROBLEMS: Final = 3
WIDEST_TEXT: Final = 76


class Seen(NamedTuple):
    """All that the page shows."""

    settings: Settings
    marked: Field
    notation: Notation
    speech_program: str | None
    problems: Sequence[Problem] = ()


def settings_lines(seen: Seen, width: int) -> list[FieldLine]:
    """The lines for so many cells, the problems of the file above them."""
    lines = list(_problem_lines(seen.problems, width))
    return lines + (_wide(seen) if width >= WIDE else _narrow(seen, width))


def _problem_lines(problems: Sequence[Problem], width: int) -> list[FieldLine]:
    lines: list[FieldLine] = []
    for problem in problems[:MOST_PROBLEMS]:
        text = f"! config.toml, line {problem.line}, column {problem.column}: {problem.message}"
        lines += [(Piece(row, Role.CAUTION),) for row in wrap(text, min(width, WIDEST_TEXT), 4, "…")]
    if len(problems) > MOST_PROBLEMS:
        more = plural(len(problems) - MOST_PROBLEMS, "more problem")
        lines.append((Piece(f"! {more}: footui check tells them all.", Role.CAUTION),))
    return [*lines, ()] if lines else []


class _Drawn:
    """A line as it is put together, left to right."""

    def __init__(self, seen: Seen) -> None:
        self._seen = seen
        self._pieces: list[Piece] = []
        self._cells = 0

    def text(self, at: int, text: str, role: Role = Role.MUTED, field: Field | None = None) -> _Drawn:
        """Text from a column on, or right after what is there."""
        self._add(Piece(" " * (at - self._cells)))
        self._add(Piece(text, role, None if field is None else FIELDS.index(field)))
        return self

    def first(self, field: Field) -> _Drawn:
        """The label of the line's first field, and its value."""
        self.text(0, field.label, Role.TEXT, field)
        return self.value(_VALUE, field, brackets="[]")

    def value(self, at: int, field: Field, *, brackets: str = "", width: int = 1000) -> _Drawn:
        """The value of a field from a column on; one that is marked and not the first of its line stands in ‹ ›."""
        seen, number = self._seen, FIELDS.index(field)
        value = field.value(seen.settings)
        brackets = brackets or ("‹›" if field is seen.marked else "[]")
        self._add(Piece(" " * (at - self._cells)))
        if field.kind is Kind.WORDS:
            pieces = [
                Piece(f"({name})", Role.TEXT, number, place)
                if each == value
                else Piece(f" {name} ", Role.MUTED, number, place)
                for place, (each, name) in enumerate(zip(field.values, field.names, strict=True))
            ]
            if sum(len(piece.text) for piece in pieces) > width - at:
                pieces = [Piece(f"({field.text(value, seen.notation)})", Role.TEXT, number)]
        elif field.kind is Kind.SWITCH:
            mark = "x" if value else " "
            pieces = [Piece(brackets[0] + mark + brackets[1], Role.TEXT, number, int(not value))]
        else:
            text = brackets[0] + field.text(value, seen.notation) + brackets[1]
            pieces = [Piece(text, Role.TEXT, number)]
            if field.unit:
                pieces.append(Piece(field.unit + " " * (field.cells + 2 - len(text)), Role.MUTED, number))
        for piece in pieces:
            self._add(piece)
        return self

    def labelled(self, at: int, label: str, field: Field) -> _Drawn:
        """Another field of the line: what it is, and its value."""
        self.text(at, f"{label} ", Role.TEXT, field)
        return self.value(self._cells, field)

    def line(self) -> FieldLine:
        """The line."""
        return tuple(piece for piece in self._pieces if piece.text)

    def _add(self, piece: Piece) -> None:
        self._pieces.append(piece)
        self._cells += len(piece.text)


def _wide(seen: Seen) -> list[FieldLine]:
    """The whole page in twenty lines."""

    def drawn() -> _Drawn:
        return _Drawn(seen)

    cues = drawn().text(0, "Cues")
    for at, name in zip(_CELLS, ("3·2·1", "change", "half", "end"), strict=True):
        cues.text(at, name)
    speech = drawn().first(setting.SPEECH).text(_CELLS[0], "count").text(_CELLS[1], "says what comes next")
    pictures = drawn().first(setting.FIGURE).value(_DETAIL, setting.PICTURES)
    return [
        cues.line(),
        *(_channel(seen, field).line() for field in _CUES),
        speech.text(_NOTE, _program(seen)).line(),
        drawn().first(setting.COMMAND).text(_CELLS[0], _command(seen, 32)).text(_NOTE, "config.toml").line(),
        drawn()
        .first(setting.COUNTDOWN)
        .labelled(30, "half of work from", setting.HALF)
        .labelled(58, "speech over SSH", setting.OVER_SSH)
        .line(),
        (),
        drawn().text(0, "The live view").line(),
        pictures.text(35, "pictures a second, 1 on a slow link", Role.TEXT, setting.PICTURES).line(),
        drawn().first(setting.MOTION).text(_DETAIL, "still figure, no flash").line(),
        drawn().first(setting.NUMBERS).labelled(49, "pause dims after", setting.DIM).line(),
        drawn().first(setting.THEME).line(),
        drawn().first(setting.CHARACTERS).line(),
        (),
        drawn().text(0, "Care").line(),
        drawn().first(setting.ASK).text(_DETAIL, "before, after, next morning").line(),
        drawn().first(setting.EASE).labelled(_DETAIL, "stop an exercise above", setting.STOP).line(),
        (),
        drawn().first(setting.CLOCK).labelled(49, "Day starts at", setting.DAY).line(),
    ]


def _channel(seen: Seen, field: Field) -> _Drawn:
    """A channel with what it gives when."""
    drawn = _Drawn(seen).first(field)
    for at, cue in zip(_CELLS, _CUES[field], strict=True):
        drawn.text(at, cue)
    return drawn.text(_NOTE, _note(seen, field))


def _narrow(seen: Seen, width: int) -> list[FieldLine]:
    """A line for each field; what does not fit beside its value is left out."""
    headings = {
        setting.BELL: "Cues",
        setting.FIGURE: "The live view",
        setting.ASK: "Care",
        setting.CLOCK: "Day and clock",
    }
    lines: list[FieldLine] = []
    for field in FIELDS:
        if field in headings:
            lines += [(), _Drawn(seen).text(0, headings[field]).line()]
        drawn = _Drawn(seen).text(0, field.label, Role.TEXT, field)
        drawn.value(_VALUE, field, brackets="[]", width=width)
        note = _note(seen, field)
        lines.append(drawn.text(_VALUE + 4, note).line() if note and _VALUE + 4 + len(note) <= width else drawn.line())
    return lines[1:]


def _note(seen: Seen, field: Field) -> str:
    """What stands at the end of a field's line."""
    if field is setting.BELL:
        return f"over SSH: {'on' if seen.settings.cues.bell else 'off'}"
    if field is setting.NOTICE:
        return "OSC 9 and 777"
    if field is setting.SPEECH:
        return _program(seen)
    return _command(seen, 25) if field is setting.COMMAND else ""


def _program(seen: Seen) -> str:
    return seen.speech_program or "none found"


def _command(seen: Seen, most: int) -> str:
    return clean_line(" ".join(seen.settings.cues.command), most) or "none set"
