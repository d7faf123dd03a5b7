"""The steps of a routine as a list: number, title and dose, circuits in brackets, fields where one is edited."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from rich.cells import cell_len

from footui.core.dose import Timing
from footui.core.exercise import Exercise
from footui.core.routine import Group, Routine, Step
from footui.core.wording import dose_sentence, number, plural, span
from footui.screens.field_rows import FieldRow, field_rows
from footui.screens.typing_in import TypingIn
from footui.widgets.choice_list import Choice
from footui.widgets.glyphs import Glyphs
from footui.widgets.role import Role
from footui.widgets.rows import Line, Row, Run, crop, line, wrap

LEAST_DOSE: Final = 34
"""Cells of a dose beside its title; where there are fewer, it stands below."""

WIDEST_TITLE: Final = 34
ADD: Final = "add a step"


class EditedStep(NamedTuple):
    """Where in the list fields are typed in; `title` is that of the step, `group` its circuit."""

    place: int
    is_new: bool
    title: str
    group: str | None
    typing_in: TypingIn


class _Look(NamedTuple):
    """Everything that a step's rows depend on: rows are made once for each."""

    number: int
    step: Step
    timing: Timing
    title: str
    bar: str
    circuit: str
    is_marked: bool


class BuilderRows:
    """Makes the rows of the list; those that look as before are kept."""

    def __init__(self, exercises: Mapping[str, Exercise], glyphs: Glyphs) -> None:
        """Titles come from these exercises."""
        self._exercises = exercises
        self._glyphs = glyphs
        self._kept: dict[_Look, Choice] = {}
        self._kept_at = (0, 0, 0)
        self.field_rows: list[FieldRow] = []
        """The rows of the fields in the edited block, from its top; a row without fields has no spots."""

    def choices(
        self, routine: Routine | None, marks: frozenset[int], width: int, edited: EditedStep | None
    ) -> list[Choice]:
        """A block for each step, the one that is edited in its place, and the last one that adds."""
        steps = routine.steps if routine else ()
        titles = [self._title(step) for step in steps]
        columns = _Columns.at(width, [*titles, edited.title if edited else ""], len(steps) + 1, _has_groups(routine))
        at = (width, columns.title, columns.number + columns.bar)
        if at != self._kept_at:
            self._kept, self._kept_at = {}, at
        names = [step.group for step in steps]
        if edited is not None and edited.is_new:
            names.insert(edited.place, edited.group)
        choices = []
        for place, name in enumerate(names):
            bar, circuit = self._bar(names, place), _circuit(routine, names, place) if name is not None else ""
            if edited is not None and place == edited.place:
                choices.append(self._edited(edited, columns, width, bar, circuit))
                continue
            at_step = place - 1 if edited is not None and edited.is_new and place > edited.place else place
            step = steps[at_step]
            timing = routine.timing if routine else Timing()
            look = _Look(place + 1, step, timing, titles[at_step], bar, circuit, at_step in marks)
            choices.append(self._kept.get(look) or self._made(look, columns, width))
        return [*choices, self._adding(columns)]

    def _made(self, look: _Look, columns: _Columns, width: int) -> Choice:
        times = f"{span(look.step.dose.times_per_day)}× a day"
        room = width - 1 - columns.before - columns.title
        is_beside = room - len(times) - 2 >= LEAST_DOSE
        sentence = dose_sentence(look.step.dose, look.step.dose.timing.over(look.timing))
        sentence += f" · level {look.step.level}" if look.step.level else ""
        lines = wrap(sentence, room - len(times) - 2 if is_beside else width - 1 - columns.before - 2, 9, "…")
        mark = self._glyphs.here if look.is_marked else " "
        start = self._start(look.number, mark, columns, look.bar)
        prefix = (*start, self._name(look.title, columns, fixed=is_beside))
        below = columns.before + (columns.title if is_beside else 2)
        rows: list[Line] = []
        if is_beside:
            rows.append(Line((*prefix, Run(lines.pop(0))), (Run(times, Role.MUTED),)))
        else:
            rows.append(Line(prefix, (Run(times, Role.MUTED),)))
        rows += [Line((*self._below(look.bar, below, columns), Run(text))) for text in lines]
        choice = Choice((*_heading(look.circuit, columns), *rows))
        self._kept[look] = choice
        return choice

    def _edited(self, edited: EditedStep, columns: _Columns, width: int, bar: str, circuit: str) -> Choice:
        """The block of the step that is edited: its title, its fields, and what to say of them."""
        room = width - 1 - columns.before - columns.title
        is_beside = room >= LEAST_DOSE
        indent = columns.before + (columns.title if is_beside else 2)
        others_in = columns.title - 2 if is_beside else 0
        rows = field_rows(edited.typing_in, width - 1 - indent, self._glyphs, others_in)
        prefix = (*self._start(edited.place + 1, " ", columns, bar), self._name(edited.title, columns, fixed=is_beside))
        heading = _heading(circuit, columns)
        lines: list[Line] = []
        if is_beside:
            lines.append(Line((*prefix, *rows[0].row)))
            lines += [Line((*self._below(bar, indent + row.indent, columns), *row.row)) for row in rows[1:]]
        else:
            lines = [Line(prefix), *(Line((*self._below(bar, indent + row.indent, columns), *row.row)) for row in rows)]
        moved = [row.moved(indent) for row in rows]
        self.field_rows = [FieldRow(())] * (len(heading) + (not is_beside)) + moved
        return Choice((*heading, *lines))

    def _start(self, number_: int, mark: str, columns: _Columns, bar: str) -> Row:
        """Bar, number and mark."""
        return (
            Run(f"{bar:<{columns.bar}}", Role.MUTED),
            Run(f"{number_:<{columns.number}}", Role.MUTED),
            Run(mark, Role.WORK, bold=True),
        )

    def _name(self, title: str, columns: _Columns, *, fixed: bool) -> Run:
        """The title; `fixed` crops it to its column, and fills that."""
        name = self._glyphs.text(title)
        if not fixed:
            return Run(name)
        name = "".join(run.text for run in crop((Run(name),), columns.title - 2, self._glyphs.ellipsis))
        return Run(name + " " * (columns.title - cell_len(name)))

    def _below(self, bar: str, indent: int, columns: _Columns) -> Row:
        """The beginning of a further row of a step: the bar goes on beside it, but not below the last one."""
        goes_on = bar and bar != self._glyphs.circuit[2]
        shown = self._glyphs.circuit[1] if goes_on else ""
        return (Run(f"{shown:<{columns.bar}}" + " " * (indent - columns.bar), Role.MUTED),)

    def _bar(self, names: Sequence[str | None], place: int) -> str:
        """The piece of the bar that holds a circuit together."""
        name = names[place]
        if name is None:
            return ""
        top, middle, bottom = tuple(self._glyphs.circuit)
        begins = place == 0 or names[place - 1] != name
        ends = place + 1 == len(names) or names[place + 1] != name
        return middle if begins == ends else top if begins else bottom

    def _adding(self, columns: _Columns) -> Choice:
        plus = Run(f"{'':<{columns.bar}}{'+':<{columns.number}} ", Role.WORK)
        return Choice((line((plus, Run(ADD, Role.MUTED))),))

    def _title(self, step: Step) -> str:
        exercise = self._exercises.get(step.exercise)
        return exercise.full_title(step.variant) if exercise else step.exercise


class _Columns(NamedTuple):
    """How many cells each column has."""

    bar: int
    number: int
    title: int

    @property
    def before(self) -> int:
        """The cells before the title, the one of the mark among them."""
        return self.bar + self.number + 1

    @classmethod
    def at(cls, width: int, titles: Sequence[str], steps: int, has_groups: bool) -> _Columns:
        longest = max(map(cell_len, titles)) + 2
        return cls(2 if has_groups else 0, len(str(steps)) + 1, min(longest, WIDEST_TITLE, max(width // 3, 14)))


def _has_groups(routine: Routine | None) -> bool:
    return routine is not None and bool(routine.groups)


def _circuit(routine: Routine | None, names: Sequence[str | None], place: int) -> str:
    """“2 rounds · rest 30 s” above the first step of a circuit."""
    name = names[place]
    group = routine.groups.get(name) if routine and name is not None else None
    if group is None or (place and names[place - 1] == name):
        return ""
    return circuit_text(group)


def circuit_text(group: Group) -> str:
    """“2 rounds · rest 30 s”."""
    return plural(group.rounds, "round") + (f" · rest {number(group.rest)} s" if group.rest else "")


def _heading(circuit: str, columns: _Columns) -> list[Line]:
    return [line((Run(" " * columns.before + circuit, Role.MUTED),))] if circuit else []
