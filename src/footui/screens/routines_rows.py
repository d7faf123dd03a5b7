"""The list of the routines: own and shipped apart, in columns, and what is wrong with a file right below its name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from footui.core.day import day_of
from footui.core.notation import Notation
from footui.core.wording import plural
from footui.screens.routine_page import length_text
from footui.storage.listing import Origin
from footui.storage.problems import Problem
from footui.widgets.choice_list import Choice
from footui.widgets.glyphs import Glyphs
from footui.widgets.role import Role
from footui.widgets.rows import Line, Row, Run, crop, line, wrap

if TYPE_CHECKING:
    from footui.core.timeline import Timeline
    from footui.storage.library import RoutineEntry

NONE_OF_YOUR_OWN = "None of your own yet. n makes one, c copies a shipped one."
NOTHING_FITS = "Nothing fits."
NOT_YET = "cannot start yet"
FOLLOWED = "followed"
HIDES = "in the place of the shipped one"
SHOWN_WITH_WEEKDAY = timedelta(days=300)
"""From this age on, a day is told with its year."""

_MOST_PROBLEM_ROWS = 2
_NO_COLUMNS = (0, 0, 0, 0)
_WIDTHS = (
    (28, (8, 11, 17, 8)),
    (28, (6, 10, 16, 8)),
    (26, (6, 9, 16, 0)),
    (20, (6, 9, 0, 0)),
    (16, (0, 9, 0, 0)),
)
"""The least there must be left for the title, and the widths of the other columns."""


class ListedRoutine(NamedTuple):
    """One row of the list, with the routine it is of; a heading and the like are of none."""

    choice: Choice
    entry: RoutineEntry | None = None


@dataclass(frozen=True, slots=True)
class Columns:
    """How many cells each column of the list has; 0 for one that there is no room for."""

    title: int
    a_day: int
    length: int
    last_done: int
    followed: int

    @classmethod
    def of_width(cls, width: int) -> Columns:
        """The columns of a list of this width: the last ones go first."""
        others = next((each for least, each in _WIDTHS if width - sum(each) >= least), _NO_COLUMNS)
        return cls(width - sum(others), *others)


@dataclass(frozen=True, slots=True)
class RoutineList:
    """What the list is made of, but for the routines themselves."""

    columns: Columns
    glyphs: Glyphs
    notation: Notation
    now: datetime
    day_start: time
    last_done: Mapping[str, datetime] | None
    """By slug; None as long as nobody has looked."""
    followed: frozenset[str] = frozenset()
    """Slugs."""
    room_to_breathe: bool = True
    """Whether a blank row parts the two groups."""

    def rows(
        self,
        found: Iterable[tuple[RoutineEntry, Timeline | None]],
        folder_problems: Sequence[Problem] = (),
        *,
        all_shown: bool,
    ) -> list[ListedRoutine]:
        """The rows for these routines with their next sessions; `all_shown` is whether nothing was searched for."""
        own: list[ListedRoutine] = []
        shipped: list[ListedRoutine] = []
        for entry, timeline in found:
            (own if entry.origin is Origin.OWN else shipped).append(self._routine(entry, timeline))
        own = [*map(self._folder_problem, folder_problems), *own]
        if not own and not shipped:
            return [_note(NOTHING_FITS)]
        if not own and all_shown:
            own = [_note(NONE_OF_YOUR_OWN)]
        rows = [ListedRoutine(self._heading("Own")), *own] if own else []
        if not shipped:
            return rows
        if rows and self.room_to_breathe:
            rows.append(ListedRoutine(Choice((Line(()),), can_be_chosen=False)))
        heading = _bare_heading("Shipped") if rows else self._heading("Shipped")
        return [*rows, ListedRoutine(heading), *shipped]

    def _heading(self, text: str) -> Choice:
        """“Own   a day   length   last done”, in one row."""
        columns = self.columns
        row = _cell(text, columns.title) + _cell("a day", columns.a_day, right=True)
        row += _cell("length", columns.length, right=True) + _cell("  last done", columns.last_done)
        return _bare_heading(row)

    def _routine(self, entry: RoutineEntry, timeline: Timeline | None) -> ListedRoutine:
        columns = self.columns
        if timeline is None:
            return ListedRoutine(Choice((line(self._broken(entry)), *map(Line, self._problem(entry)))), entry)
        facts = _cell(str(timeline.sessions_per_day), columns.a_day, right=True)
        facts += _cell(length_text(timeline), columns.length, right=True)
        facts += _cell(f"  {self._when_last_done(entry.slug)}", columns.last_done)
        facts += _cell(FOLLOWED if entry.slug in self.followed else "", columns.followed)
        lines: list[Line] = [line((Run(self._title(entry)), Run(facts.rstrip(), Role.MUTED)))]
        if entry.hides_shipped:
            lines.append(line((Run(f"  {HIDES}", Role.MUTED),)))
        return ListedRoutine(Choice(tuple(lines)), entry)

    def _title(self, entry: RoutineEntry) -> str:
        width = self.columns.title
        title = "".join(run.text for run in crop((Run(entry.title),), max(width - 1, 1), self.glyphs.ellipsis))
        return _cell(title, width)

    def _broken(self, entry: RoutineEntry) -> Row:
        mark, count = _cell("!", self.columns.a_day, right=True) or "!", plural(len(entry.problems), "problem")
        room = self._width - self.columns.title - cell_len(mark)
        words = next((text for text in (f"    {count}, {NOT_YET}", f"  {count}") if cell_len(text) <= room), "")
        return Run(self._title(entry)), Run(mark + words, Role.CAUTION)

    def _folder_problem(self, problem: Problem) -> ListedRoutine:
        """Why no routines of the person's own are listed, though there may be some."""
        rows = wrap(f"! {problem.message} {problem.path}", self._width, 4, self.glyphs.ellipsis)
        return ListedRoutine(Choice(tuple(line((Run(row, Role.CAUTION),)) for row in rows), can_be_chosen=False))

    def _problem(self, entry: RoutineEntry) -> list[Row]:
        """The first problem of a file, below its name."""
        width = self._width - 2
        rows = wrap(place_and_sentence(entry.problems[0]), width, _MOST_PROBLEM_ROWS, self.glyphs.ellipsis)
        return [(Run(f"  {row}", Role.CAUTION),) for row in rows]

    @property
    def _width(self) -> int:
        columns = self.columns
        return columns.title + columns.a_day + columns.length + columns.last_done + columns.followed

    def _when_last_done(self, slug: str) -> str:
        if self.last_done is None:
            return ""
        moment = self.last_done.get(slug)
        return when_done(moment, self.now, self.day_start, self.notation) if moment else "never"


def when_done(moment: datetime, now: datetime, day_start: time, notation: Notation) -> str:
    """When something was done: “today 07:46”, “Fri 20 Nov”, or long ago “2024-05-03”."""
    day, today = day_of(moment, day_start), day_of(now, day_start)
    if day == today:
        return f"today {notation.time_of_day(moment)}"
    return day_near(day, today, notation)


def day_near(day: date, today: date, notation: Notation) -> str:
    """A day with its weekday, or with its year where it is far from today."""
    return notation.date(day) if abs(today - day) < SHOWN_WITH_WEEKDAY else day.isoformat()


def place_and_sentence(problem: Problem) -> str:
    """“line 9, column 12: no exercise …”: a problem of a file that is named already."""
    return f"line {problem.line}, column {problem.column}: {problem.message}"


def broken_page(entry: RoutineEntry, width: int) -> list[Row]:
    """The page of a file with problems: all of them, each with its place."""
    width = max(20, min(width, 76))
    path = entry.problems[0].path
    rows: list[Row] = [
        (Run(text),) for text in wrap(f"{plural(len(entry.problems), 'problem')} in {path}", width, 9, "")
    ]
    for problem in entry.problems:
        lead = "! "
        for text in wrap(place_and_sentence(problem), width - 2, 1000, ""):
            rows.append((Run(lead + text, Role.CAUTION),))
            lead = "  "
    hint = "E opens the file at the first of them. It is read anew by itself when it has changed."
    return [*rows, (), *((Run(text, Role.MUTED),) for text in wrap(hint, width, 9, ""))]


def _bare_heading(text: str) -> Choice:
    return Choice((line((Run(text.rstrip(), Role.MUTED),)),), can_be_chosen=False)


def _note(text: str) -> ListedRoutine:
    """A sentence in the place of routines."""
    return ListedRoutine(Choice((line((Run(text, Role.MUTED),)),), can_be_chosen=False))


def _cell(text: str, width: int, *, right: bool = False) -> str:
    """Text in a column of this many cells; nothing where it has none."""
    if width == 0:
        return ""
    blank = " " * max(0, width - cell_len(text))
    return blank + text if right else text + blank
