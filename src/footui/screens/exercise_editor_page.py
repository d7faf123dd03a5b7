"""The lines of an exercise as they stand in the editor: labels, values, the one that is typed in, problems above."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rich.cells import cell_len

from footui.core.exercise import Exercise
from footui.core.wording import dose_sentence
from footui.screens.exercise_editor_lines import Heading, Line
from footui.screens.exercise_editor_values import Kind
from footui.screens.problem_choices import WIDEST
from footui.storage.toml_edit import KeyPath
from footui.widgets.choice_list import Choice
from footui.widgets.glyphs import Glyphs
from footui.widgets.role import Role
from footui.widgets.rows import Line as RowLine
from footui.widgets.rows import Row, Run, row_width, wrap
from footui.widgets.typed_text import TypedText

_LABEL: Final = 15
"""Cells of a label, the gap behind it among them."""

_ABSENT: Final = "–"


@dataclass(frozen=True, slots=True)
class TypedLine:
    """The line that is typed in, and what stands there by now."""

    line: Line
    typed: TypedText
    chosen: int = 0
    """The place of the chosen one, where it is a choice."""

    @property
    def text(self) -> str:
        """What is to be taken."""
        return self.line.choices[self.chosen] if self.line.kind is Kind.CHOICE else self.typed.text


class EditorPage:
    """All the blocks of the editor for a width."""

    def __init__(self, exercise: Exercise | None, typing: TypedLine | None, width: int, glyphs: Glyphs) -> None:
        """`exercise` is what the file says where nothing is wrong with it; `typing` the line that has the keys."""
        self._exercise = exercise
        self._typing = typing
        self._width = max(8, width)
        self._glyphs = glyphs

    def blocks(self, lines: Sequence[Line | Heading]) -> list[Choice]:
        """A block for each line, in their order; one that is added stands where it will be."""
        return [self._heading(line) if isinstance(line, Heading) else self._line(line) for line in lines]

    def _heading(self, heading: Heading) -> Choice:
        rows = ((), (Run(self._glyphs.text(heading.text), bold=True),)) if heading.text else ((),)
        return Choice(tuple(RowLine(row) for row in rows), can_be_chosen=False)

    def _line(self, line: Line) -> Choice:
        if self._typing is not None and self._typing.line == line:
            return Choice((self._typed(self._typing),))
        lead = self._lead(line)
        indent = row_width(lead)
        count = self._count(line, line.text)
        room = max(4, min(self._width - indent - (row_width(count) + 2 if count else 0), WIDEST))
        text, role = self._shown(line)
        rows = wrap(self._glyphs.text(text), room, 12, self._glyphs.ellipsis) or [""]
        first, *more = rows
        blocks = [RowLine((*lead, Run(first, role)), count)]
        blocks += [RowLine((Run(" " * indent), Run(row, role))) for row in more]
        return Choice(tuple(blocks))

    def _lead(self, line: Line) -> Row:
        """The label, or the sign of a list's element."""
        label = self._glyphs.text(line.label)
        if line.adds and self._typing is not None and self._typing.line == line:
            return (Run("+ ", Role.MUTED),)
        if line.adds:
            return (Run(f"{' ' * self._set_in(line)}+ ", Role.MUTED),)
        if line.list is not None and len(line.path) == 2:
            return (Run(f"{label:>2} " if label.isdigit() else f"{label or ' '} ", Role.MUTED),)
        cells = min(_LABEL, self._width // 3)
        return (Run(f"{label}{' ' * max(1, cells - cell_len(label))}", Role.MUTED),)

    def _set_in(self, line: Line) -> int:
        """How far the sign of adding is set in: below what it is added to."""
        is_list_of_form = len(line.path) > 3
        return min(_LABEL, self._width // 3) if is_list_of_form else 0

    def _shown(self, line: Line) -> tuple[str, Role]:
        if line.adds:
            return line.label, Role.MUTED
        if line.kind is Kind.CHOICE and line.can_be_typed:
            at = line.choices.index(line.value) if line.value is not None else 0
            absent = line.value is None
            if absent and line.choices[0]:
                return _ABSENT, Role.MUTED
            return line.names[at], Role.MUTED if absent else Role.TEXT
        if line.value is None:
            return _ABSENT, Role.MUTED
        return self._sentence(line) or line.text, Role.TEXT

    def _sentence(self, line: Line) -> str:
        """A dose as a sentence, where the file is right."""
        at = line.path[1] if line.kind is Kind.DOSE else None
        if self._exercise is None or not isinstance(at, int) or at >= len(self._exercise.doses):
            return ""
        dose = self._exercise.doses[at].dose
        return "" if dose is None else dose_sentence(dose)

    def _count(self, line: Line, text: str) -> Row:
        """“62 of 76”, where characters are counted."""
        if line.most is None or not text:
            return ()
        return (Run(f"{len(text.strip())} of {line.most}", Role.CAUTION if len(text) > line.most else Role.MUTED),)

    def _typed(self, typing: TypedLine) -> RowLine:
        """The line with the cursor in it, or with all that can be chosen."""
        lead = self._lead(typing.line)
        count = self._count(typing.line, typing.typed.text)
        room = self._width - row_width(lead) - (row_width(count) + 2 if count else 0)
        if typing.line.kind is Kind.CHOICE:
            return RowLine((*lead, *self._choices(typing, room)))
        return RowLine((*lead, *typing.typed.runs(Role.TEXT, max(2, room), self._glyphs)), count)

    def _choices(self, typing: TypedLine, room: int) -> Iterator[Run]:
        names = [self._glyphs.text(name) for name in typing.line.names]
        is_whole = sum(map(cell_len, names)) + 2 * len(names) <= room
        for place, name in enumerate(names):
            if place == typing.chosen:
                yield from (
                    Run("(", Role.WORK, bold=True),
                    Run(name, Role.WORK, bold=True),
                    Run(")", Role.WORK, bold=True),
                )
            elif is_whole:
                yield Run(f" {name} ", Role.MUTED)


def in_place(lines: Sequence[Line | Heading], typing: TypedLine | None) -> list[Line | Heading]:
    """The lines; one that is typed in and is not among them stands where it will be."""
    if typing is None or typing.line in lines:
        return list(lines)
    path = typing.line.path
    before = [place for place, line in enumerate(lines) if isinstance(line, Line) and _is_before(line, path)]
    at = before[-1] + 1 if before else place_of(lines, path)
    at = len(lines) if at is None else at
    return [*lines[:at], typing.line, *lines[at:]]


def _is_before(line: Line, path: KeyPath) -> bool:
    """Whether a line is of the same list as what stands at the path, and before it."""
    own, to = line.path[-1], path[-1]
    if line.adds or line.path[:-1] != path[:-1]:
        return False
    return isinstance(own, int) and isinstance(to, int) and own < to


def place_of(lines: Sequence[Line | Heading], path: KeyPath) -> int | None:
    """The place of the line at this path, or of what is nearest to it: its list's, its form's or dose's next."""
    for depth in range(len(path), 0, -1):
        start = path[:depth]
        found = [place for place, line in enumerate(lines) if isinstance(line, Line) and line.path[:depth] == start]
        if found:
            return found[0]
        beside = [
            place for place, line in enumerate(lines) if isinstance(line, Line) and line.path[: depth - 1] == start[:-1]
        ]
        if depth > 1 and beside:
            return beside[-1]
    return None
