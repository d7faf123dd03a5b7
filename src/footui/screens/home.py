"""The first screen: which routine, which session of the day, what it comes to; enter starts it."""

from __future__ import annotations

from datetime import timedelta

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import Resize

from footui.commands import NO_RANGES, ONE_A_DAY, Place
from footui.core.dose import Level
from footui.core.timeline import Timeline, compile_timeline
from footui.core.wording import plural
from footui.screens.base import CommandScreen, Guide, bindings_of
from footui.screens.exercise_page import problem_rows
from footui.screens.places_row import date_and_time, places_row
from footui.screens.routine_page import how_often, length_text, routine_page
from footui.screens.shelf import Shelf
from footui.storage.library import RoutineEntry
from footui.storage.listing import Origin
from footui.widgets.choice_list import Choice, ChoiceList
from footui.widgets.footer import Footer
from footui.widgets.page import Page
from footui.widgets.role import Role
from footui.widgets.rows import Run, line
from footui.widgets.text_line import MessageRow, TextLine

_LEVELS = tuple(Level)
NOTHING_READ = "Reading your routines …"


class HomeScreen(CommandScreen[None]):
    """Choose a routine and begin."""

    PLACES = (Place.HOME, Place.LISTS, Place.EVERYWHERE)
    BINDINGS = bindings_of(*PLACES)
    NAME = "today"

    def __init__(self, guide: Guide) -> None:
        """A first screen that waits for `show`."""
        super().__init__(guide)
        self._shelf: Shelf | None = None
        self._rows: list[RoutineEntry | None] = []
        self._session: int | None = None
        self._level: Level | None = None

    def compose(self) -> ComposeResult:
        """Places, the list, what the marked one comes to, message and keys."""
        glyphs = self.guide.glyphs
        with Horizontal(classes="head"):
            yield TextLine(places_row(Place.HOME), glyphs=glyphs)
            yield TextLine(align_right=True, glyphs=glyphs, id="now")
        yield TextLine("Which routine now?", glyphs=glyphs, id="asking")
        yield ChoiceList(glyphs=glyphs, id="routines")
        yield Page(glyphs=glyphs, id="session")
        yield MessageRow(glyphs=glyphs, id="message")
        yield Footer(glyphs=glyphs, id="footer")

    def on_mount(self) -> None:
        """Look at the clock once a minute, as it shows when sessions would end."""
        self.query_one(ChoiceList).focus()
        self.show_footer()
        self._tell_time()
        self.set_interval(20, self._tell_time)

    def _tell_time(self) -> None:
        self.query_one("#now", TextLine).set(date_and_time(self.guide.clock.wall()), Role.MUTED)
        self._show_session()

    def on_resize(self, event: Resize) -> None:
        """Another width has another strip; where it is low, the question goes."""
        self.set_class(event.size.height < 24, "-low")
        self.set_class(event.size.height < 14, "-lowest")
        self.call_after_refresh(self._show_list)

    # What is shown

    def show(self, shelf: Shelf) -> None:
        """Show the routines there are; the marked one stays marked."""
        marked = self._marked
        self._shelf = shelf
        self._session = None
        self._rows = _with_headings(shelf.routines)
        slugs = [entry.slug if entry else None for entry in self._rows]
        at = slugs.index(marked.slug) if marked and marked.slug in slugs else None
        self._show_list(at)
        if shelf.problem:
            self.say(f"! {shelf.problem}", caution=True)

    def _show_list(self, marked: int | None = None) -> None:
        if self._shelf is None:
            return
        routines = self.query_one(ChoiceList)
        width = max(self.size.width - 3, 20)
        choices = [
            self._choice(entry, width) if entry else _heading(self._rows, i) for i, entry in enumerate(self._rows)
        ]
        rows = sum(len(choice.lines) for choice in choices)
        routines.styles.height = None if self.has_class("-lowest") else min(rows, max(self.size.height * 2 // 5, 5))
        routines.set(choices, marked)
        self._show_session()
        self.show_footer()

    def _choice(self, entry: RoutineEntry, width: int) -> Choice:
        """One routine of the list: its title, how often, the length of its next session."""
        assert self._shelf is not None  # noqa: S101  # for the type checker
        routine = entry.routine
        if routine is None:
            count = plural(len(entry.problems), "problem")
            return Choice((line(entry.title, (Run(f"! {count}, cannot start yet", Role.CAUTION),)),))
        timeline = self._shelf.next_timeline(routine)
        done = self._shelf.done_today.get(entry.slug, 0)
        often = (
            f"{min(done, timeline.sessions_per_day)} of {timeline.sessions_per_day} today"
            if done
            else how_often(routine)
        )
        right = f"{often:<28}" if width >= 70 else ""
        return Choice((line(entry.title, (Run(f"{right}{length_text(timeline):>9}", Role.MUTED),)),))

    def _show_session(self) -> None:
        """What the marked routine's session comes to, or what is wrong with its file."""
        page, entry = self.query_one(Page), self._marked
        if entry is None or self._shelf is None:
            page.set(() if self._shelf else [(Run(NOTHING_READ, Role.MUTED),)])
            return
        timeline = self._timeline()
        if timeline is None:
            page.set(problem_rows(entry.problems, page.size.width))
            return
        ends = None if timeline.open_ended else self.guide.clock.wall() + timedelta(seconds=timeline.seconds)
        page.set(
            routine_page(timeline, self._shelf.catalogue.exercises, ends, page.size.width, self.guide.glyphs),
            from_top=False,
        )

    @property
    def _marked(self) -> RoutineEntry | None:
        """The routine with the focus bar."""
        chosen = self.query_one(ChoiceList).chosen
        return self._rows[chosen] if chosen is not None and chosen < len(self._rows) else None

    def _timeline(self) -> Timeline | None:
        """The session that enter would start."""
        entry = self._marked
        if entry is None or entry.routine is None or self._shelf is None:
            return None
        session = self._session or self._shelf.next_session(entry.routine, self._level)
        return compile_timeline(entry.routine, min(session, entry.routine.sessions_per_day(self._level)), self._level)

    def on_choice_list_moved(self, event: ChoiceList.Moved) -> None:
        """Another routine is marked: its own next session and level."""
        self._session = self._level = None
        self.query_one(Page).set(())
        self._show_session()
        self.show_footer()

    def on_choice_list_taken(self, event: ChoiceList.Taken) -> None:
        """Clicked again: start it."""
        self.run_command("today.start")

    # Commands

    def why_not(self, command_id: str) -> str | None:
        """Why a command is not possible with the marked routine."""
        entry, timeline = self._marked, self._timeline()
        if command_id.startswith("today."):
            if timeline is None:
                first = f" {entry.problems[0].message}" if entry and entry.problems else ""
                return f"It cannot be started yet.{first}" if entry else "No routine is marked."
            if command_id.startswith("today.session") and timeline.sessions_per_day == 1:
                return ONE_A_DAY
            if command_id.startswith("today.level") and not timeline.routine.has_ranges:
                return NO_RANGES
        return super().why_not(command_id)

    def do_today_start(self) -> None:
        """Start the session that is shown."""
        timeline = self._timeline()
        if timeline is not None:
            self.guide.start(timeline)

    def do_today_session_before(self) -> None:
        """Show the session of the day before this one."""
        self._turn_session(-1)

    def do_today_session_after(self) -> None:
        """Show the session of the day after this one, after the last the first again."""
        self._turn_session(1)

    def _turn_session(self, by: int) -> None:
        timeline = self._timeline()
        if timeline is not None:
            self._session = (timeline.session - 1 + by) % timeline.sessions_per_day + 1
            self._show_session()

    def do_today_level_down(self) -> None:
        """Show a lower level."""
        self._turn_level(-1)

    def do_today_level_up(self) -> None:
        """Show a higher level."""
        self._turn_level(1)

    def _turn_level(self, by: int) -> None:
        timeline = self._timeline()
        if timeline is not None:
            place = _LEVELS.index(timeline.level) + by
            self._level = _LEVELS[max(0, min(place, len(_LEVELS) - 1))]
            self._show_session()


def _with_headings(entries: tuple[RoutineEntry, ...]) -> list[RoutineEntry | None]:
    """The entries, own ones first, with a None where a heading stands."""
    own = [entry for entry in entries if entry.origin is Origin.OWN]
    shipped = [entry for entry in entries if entry.origin is not Origin.OWN]
    return [*([None, *own] if own else []), None, *shipped]


def _heading(rows: list[RoutineEntry | None], index: int) -> Choice:
    """“Own” or “Shipped”, by what stands under it."""
    below = rows[index + 1] if index + 1 < len(rows) else None
    text = "Own" if below and below.origin is Origin.OWN else "Shipped"
    return Choice((line((Run(text, Role.MUTED),)),), can_be_chosen=False)
