"""What the first start says of each programme, in columns, and of the article that it comes from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from footui.core.care import ASK_FIRST, CareAnswers
from footui.core.exercise import Source, SourceKind
from footui.core.phase import SECOND
from footui.core.said import HELP_AT_ONCE
from footui.core.schedule import Follow, Plan, days_in_words
from footui.core.timeline import compile_timeline
from footui.core.wording import length
from footui.screens.care import QUESTION, questions_asked
from footui.screens.routine_page import length_text
from footui.storage.listing import Origin
from footui.widgets.choice_list import Choice
from footui.widgets.role import Role
from footui.widgets.rows import Row, Run, line, wrap

if TYPE_CHECKING:
    from footui.core.routine import Routine
    from footui.screens.shelf import Shelf
    from footui.storage.library import RoutineEntry

LOOK_ROUND = "Look round first"
PROMISES_NOTHING = "Footui promises nothing; see each exercise’s sources."
FROM_ARTICLES = "The programmes come from popular articles, not trials."
A_DAY = "sessions a day"
WIDEST = 78

MEALS = frozenset({"breakfast", "lunch", "dinner", "supper", "tea"})
_NUMBERS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_MINUTE = 60 * SECOND
_CLAIM = re.compile(r"may help against ([^.]+)\.$")


class Facts(NamedTuple):
    """What is told of a programme; `claims` are the numbers that its title gives in words."""

    steps: int
    sessions: int
    days: str
    """“at meals”, “every 2–3 days”, or empty."""
    length: str
    length_ns: int
    claims_steps: int | None = None
    claims_minutes: int | None = None

    @property
    def steps_differ(self) -> bool:
        """Whether there are other than the title says."""
        return self.claims_steps is not None and self.claims_steps != self.steps

    @property
    def length_differs(self) -> bool:
        """Whether a session takes another time than the title says, by a minute or more."""
        return self.claims_minutes is not None and abs(self.claims_minutes * _MINUTE - self.length_ns) >= _MINUTE


class Columns(NamedTuple):
    """How many cells each column has; 0 for one that there is no room for."""

    title: int
    steps: int
    a_day: int
    length: int


def programmes_in(shelf: Shelf) -> tuple[RoutineEntry, ...]:
    """The programmes of the popular articles: shipped routines, or what stands in their place."""
    sources = shelf.catalogue.sources
    return tuple(
        entry
        for entry in shelf.routines
        if entry.routine is not None
        and (entry.origin is Origin.SHIPPED or entry.hides_shipped)
        and (source := sources.get(entry.routine.source or "")) is not None
        and source.kind is SourceKind.ARTICLE
    )


def facts_of(routine: Routine) -> Facts:
    """What is told of a routine, from its first session of the day."""
    timeline, sessions = compile_timeline(routine), routine.sessions_per_day()
    first, *others = routine.title.casefold().split() or [""]
    claim = _NUMBERS.index(first) + 1 if first in _NUMBERS else None
    noun = others[-1] if others else ""
    return Facts(
        len(routine.steps),
        sessions,
        _days(routine),
        length_text(timeline),
        timeline.length_ns,
        claim if noun == "exercises" else None,
        claim if noun == "minutes" and not timeline.open_ended else None,
    )


def _days(routine: Routine) -> str:
    if routine.slots and MEALS.issuperset(routine.slots):
        return "at meals"
    from datetime import date  # noqa: PLC0415  # any day does

    words = days_in_words(Plan.of(Follow(routine.slug, date.min), routine))
    return "" if words == "every day" else words


def columns_of(width: int) -> Columns:
    """The columns of a list of this width: the last ones go first."""
    for columns in (Columns(0, 10, 22, 14), Columns(0, 9, 6, 14), Columns(0, 0, 0, 14)):
        title = width - sum(columns)
        if title >= 28 or columns.steps == 0:
            break
    return columns._replace(title=max(min(title, 33), 1))


def rows_of(titles: Sequence[str], facts: Sequence[Facts], columns: Columns) -> list[Choice]:
    """The heading, a row for each programme, and the one to look round first."""
    is_wide = columns.a_day > len(A_DAY)
    a_day = A_DAY if is_wide else "a day"
    first = " first session" if is_wide else "  session"
    heading = f"{'':<{columns.title}}{'steps':<{columns.steps}}" if columns.steps else f"{'':<{columns.title}}"
    heading += f"{a_day:<{columns.a_day}}{first}" if columns.a_day else first
    rows = [Choice((line((Run(heading, Role.MUTED),)),), can_be_chosen=False)]
    rows += [_row(title, each, columns) for title, each in zip(titles, facts, strict=True)]
    return [*rows, Choice((line(LOOK_ROUND),))]


def _row(title: str, facts: Facts, columns: Columns) -> Choice:
    steps = f"{facts.steps} of {facts.claims_steps}" if facts.steps_differ else f"{facts.steps}"
    of_day = f"{facts.sessions}" + (f", {facts.days}" if facts.days and columns.a_day > len(A_DAY) else "")
    long = f"{facts.length:>6}" + (f", not {facts.claims_minutes}" if facts.length_differs else "")
    shown = _cell(title, columns.title)
    if columns.steps:
        shown += f"{steps:>4}".ljust(columns.steps)
    if columns.a_day:
        shown += of_day.ljust(columns.a_day)
    return Choice((line(shown + long),))


def _cell(text: str, width: int) -> str:
    cropped = text if cell_len(text) < width else f"{text[: max(width - 2, 0)]}…"
    return cropped + " " * max(width - cell_len(cropped), 0)


def note_on(facts: Facts) -> str:
    """Why its numbers are not those of its title; nothing where they are."""
    if facts.steps_differ:
        return (
            f"{facts.steps} of {facts.claims_steps}: its title says {facts.claims_steps}, its text lists {facts.steps}."
        )
    if facts.length_differs:
        return f"It says {facts.claims_minutes} minutes; its own numbers come to {length(facts.length_ns)}."
    return ""


def cautions(source: Source | None, answers: CareAnswers, width: int, height: int) -> list[Row]:
    """Where the marked programme comes from; then, if all has room, the questions and when to ask somebody first."""
    width = min(width, WIDEST)
    rows = _paragraph(f"{_about(source)} {PROMISES_NOTHING}", width)
    asked = questions_asked(answers)
    column = max(map(len, asked[::2])) + 2
    if column + max(map(len, asked[1::2])) <= width:
        asked = [left.ljust(column) + right for left, right in zip(asked[::2], asked[1::2], strict=True)]
    asking: list[Row] = [(Run(QUESTION),), *((Run(each),) for each in asked)]
    asking += _paragraph(f"{ASK_FIRST} {HELP_AT_ONCE}", width)
    return [*rows, (), *asking] if len(rows) + 1 + len(asking) <= height else rows


def _about(source: Source | None) -> str:
    """What kind of text it comes from, and what that claims."""
    if source is None:
        return FROM_ARTICLES
    claim = _CLAIM.search(source.about)
    if claim is None:
        return source.about
    return f"From a popular article, not a trial. It says the exercises may help against {claim[1]}."


def _paragraph(text: str, width: int) -> list[Row]:
    return [(Run(row),) for row in wrap(text, max(width, 1), 20, "")]
