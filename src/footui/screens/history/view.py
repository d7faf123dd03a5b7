"""The picture of the history: what was read, laid out for the room there is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import Resize
from textual.geometry import Size

from footui.commands import Place
from footui.core.day import day_of
from footui.core.streak import DayMark
from footui.screens.advising import AdvisingScreen
from footui.screens.asking import AskingScreen
from footui.screens.guide import Guide
from footui.screens.history.day_rows import (
    NO_SESSION,
    TO_COME,
    Look,
    day_outcome,
    day_title,
    detail_rows,
    nothing_choice,
    says_all,
    session_choices,
    title_of,
)
from footui.screens.history.heading import legend_row, sums_line
from footui.screens.history.kept_session import KeptSession
from footui.screens.history.panes import HistoryPanes
from footui.screens.history.parts import HistoryParts
from footui.screens.history.reading import Days, Seen
from footui.screens.history.rooms import rooms
from footui.screens.history.trend_lines import trend_heading, trend_lines
from footui.screens.places_row import PlacesRow
from footui.screens.shelf import Shelf
from footui.storage.text_cleaning import clean_line
from footui.widgets.footer import Footer
from footui.widgets.heat_map import WEEK, Weeks, monday_of
from footui.widgets.rows import line, wrap
from footui.widgets.text_line import MessageRow, TextLine


class HistorySuggestion(NamedTuple):
    """What could be done next, with its reason, and what `y` does about it; None where it only says why nothing is."""

    sentence: str
    take: Callable[[], None] | None


class HistoryView(AskingScreen[None], AdvisingScreen):
    """Shows the weeks in view, the chosen day and a trend."""

    DEFAULT_CSS = """
    HistoryView { padding: 0 1; }
    HistoryView #nothing { height: 1fr; margin-top: 1; }
    HistoryView #rest { height: 1; }
    """

    def __init__(self, guide: Guide, shelf: Shelf) -> None:
        """The history of this shelf; nothing of it was read yet, and today is chosen."""
        super().__init__(guide)
        self.add_class("-lowest")  # the message has one row, unless it takes more
        self.shelf = shelf
        self.suggestion: HistorySuggestion | None = None
        """What stands in the row above the message; `suggest` shows another one."""
        self._rooms = rooms(80, 24)
        self._day = self.today
        self._last_monday = monday_of(self._day)
        self._routine: str | None = None
        self._marked: str | None = None
        self._seen: Seen | None = None
        self.parts = HistoryParts(guide.glyphs)

    def compose(self) -> ComposeResult:
        """Places, the sums, calendar and day, the trend, message and keys."""
        glyphs = self.guide.glyphs
        with Horizontal(classes="head"):
            yield PlacesRow(Place.HISTORY, glyphs=glyphs)
            yield TextLine(align_right=True, glyphs=glyphs, id="now")
        self.lay_out()
        yield from self.parts
        yield MessageRow(glyphs=glyphs, id="message")
        yield Footer(glyphs=glyphs, id="footer")

    # What is shown

    @property
    def today(self) -> date:
        """The present day."""
        return day_of(self.guide.clock.wall(), self.guide.settings.day_start)

    @property
    def panes(self) -> HistoryPanes:
        """Calendar and day."""
        return self.parts.panes

    @property
    def days(self) -> Days:
        """The days in view, as far as they were read."""
        return self._seen.days if self._seen is not None else Days(self.today)

    @property
    def sessions(self) -> tuple[KeptSession, ...]:
        """Those of the chosen day."""
        return self.days.sessions.get(self._day, ())

    @property
    def marked(self) -> KeptSession | None:
        """The marked session of the chosen day: the first, where none was marked; None where it has none."""
        sessions = self.sessions
        return next((session for session in sessions if session.id == self._marked), sessions[0] if sessions else None)

    @property
    def look(self) -> Look:
        """How sessions are written."""
        return Look(self.shelf, self.guide.notation, self._routine)

    @property
    def first_monday(self) -> date:
        """The first day in view."""
        return self._last_monday - WEEK * (self._rooms.weeks - 1)

    def title_of_routine(self, slug: str) -> str:
        """The title of a routine; of one that is no longer there as its last session had it."""
        entry = next((entry for entry in self.shelf.routines if entry.slug == slug), None)
        if entry is not None:
            return entry.title
        sessions = (session for each in self.days.sessions.values() for session in each if session.routine == slug)
        found = next(sessions, None)
        return found.record.title if found is not None else clean_line(slug)

    def suggest(self, suggestion: HistorySuggestion | None) -> None:
        """Show what could be done next, or nothing."""
        if suggestion is None and self.suggestion is None:
            return
        self.suggestion = suggestion
        self.parts.suggestion.set(suggestion.sentence if suggestion else "")
        self.lay_out()

    def _suggestion_rows(self, width: int) -> int:
        """As many rows as it takes, at most three."""
        return len(wrap(self.suggestion.sentence, max(width - 2, 1), 3, "…")) if self.suggestion is not None else 0

    # Room

    def on_resize(self, event: Resize) -> None:
        """Another size has other parts."""
        if event.size != self._size_laid_out_for:
            self.call_after_refresh(self.lay_out)

    def asking_changed(self) -> None:
        """A question takes rows, or gives them back."""
        self.call_after_refresh(self.lay_out)

    def make_room_for_message(self) -> None:
        """A message of several rows takes them from the rest."""
        super().make_room_for_message()
        if self._rows_taken != self._rows_laid_out_for:
            self.lay_out()

    _rows_laid_out_for = 0
    _size_laid_out_for = Size(0, 0)

    @property
    def _rows_taken(self) -> int:
        """Rows that the message, a question and the like take beside the one row that is always there."""
        heights = [row.styles.height for row in self.query(MessageRow)]
        return sum(int(height.value) - 1 for height in heights if height is not None and height.is_cells)

    def rows_beside(self) -> int:
        """Rows that something else than a message takes at present: a question."""
        asking = self._asking_rows
        if asking is None or asking.styles.height is None:
            return 0
        return int(asking.styles.height.value) + asking.styles.margin.top

    def lay_out(self) -> None:
        """Give every part the room it has, then show what is in it."""
        self._rows_laid_out_for, self._size_laid_out_for = self._rows_taken, self.app.size
        width, height = self.app.size
        height -= self._rows_taken + self.rows_beside()
        room = self._rooms = rooms(width, height, suggestion=self._suggestion_rows(width))
        rest = height - room.rows
        self.parts.lay_out(room, rest, is_empty=self.days.is_empty, is_covered=self.is_covered)
        self.show_all()

    @property
    def is_covered(self) -> bool:
        """Whether something else has the room of calendar, day and trend."""
        return False

    def show_all(self) -> None:
        """Show what was read, in the room there is."""
        monday, weeks = monday_of(self._day), WEEK * (self._rooms.weeks - 1)
        self._last_monday = min(max(self._last_monday, monday), monday + weeks)  # the chosen day is always in view
        days, width = self.days, self.app.size.width - 2
        title = self.title_of_routine(self._routine) if self._routine is not None else None
        self.parts.sums.set([line("") if days.is_empty else sums_line(title, days)])
        self.parts.legend.set(legend_row(days, width, self.guide.glyphs))
        mondays = [self.first_monday + WEEK * place for place in range(self._rooms.weeks)]
        minutes = tuple(map(days.minutes_of, mondays))
        self.panes.calendar.set(Weeks(mondays[0], len(mondays), days.today, self._day, days.marks, minutes))
        self.show_day()
        self._show_trend()
        self.show_footer()

    def show_day(self) -> None:
        """Show the chosen day, and what is to be said of its marked session."""
        days, sessions, look = self.days, self.sessions, self.look
        width = self.panes.day_width(self._rooms, self.app.size.width - 2)
        mark = days.marks.get(self._day, DayMark.NONE)
        outcome = day_outcome(self._day, mark, sessions, days.plans, days.today)
        title = line(day_title(self._day, days.today, self.guide.notation), outcome)
        marked = self.marked
        if marked is None:
            nothing = TO_COME if self._day == days.today else NO_SESSION
            self.panes.show_day(title, [nothing_choice(nothing)], None, [])
            return
        told_above = says_all(sessions, look, width - 1)
        details = detail_rows(marked, look, width - 1, is_told_above=told_above)
        self.panes.show_day(title, session_choices(sessions, look, width - 1), sessions.index(marked), details)

    def _show_trend(self) -> None:
        seen, chart = self._seen, self.parts.chart
        if seen is None or seen.trend is None:
            chart.set(line(""), ())
            return
        title = title_of(seen.trend.exercise, self.shelf.catalogue.exercises)
        lines = trend_lines(seen.trend, self.guide.notation, self._rooms.trend - 1)
        chart.set(trend_heading(seen.trend, title), lines)
