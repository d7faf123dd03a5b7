"""Looking through the routines: find as you type, the list with the marked one's page below it, or beside it."""

from __future__ import annotations

from concurrent.futures import CancelledError
from contextlib import suppress
from datetime import datetime, timedelta

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import Resize
from textual.widgets import Input

from footui.commands import Place
from footui.core.timeline import Timeline
from footui.screens.advising import AdvisingScreen
from footui.screens.asking import AskingScreen
from footui.screens.guide import Guide
from footui.screens.places_row import PlacesRow, date_and_time
from footui.screens.routine_page import routine_page
from footui.screens.routines_finding import RoutinesFinding
from footui.screens.routines_panes import FindRow, RoutinePanes
from footui.screens.routines_rows import HIDES, Columns, ListedRoutine, RoutineList, broken_page
from footui.screens.routines_watch import Look, RoutinesWatch
from footui.screens.shelf import Shelf
from footui.storage.library import RoutineEntry
from footui.storage.listing import Origin
from footui.widgets.choice_list import ChoiceList
from footui.widgets.footer import Footer, FooterKey
from footui.widgets.role import Role
from footui.widgets.rows import Row, Run
from footui.widgets.text_line import MessageRow, TextLine

SIDE_BY_SIDE = 100
"""From this many columns on the page stands beside the list."""

BETWEEN_LOOKS = 2.0
"""Seconds between two looks at whether files changed outside."""

STAYS_AS_IT_IS = "Shipped routines stay as they are; c makes your own copy to change."


class RoutinesBrowsing(AskingScreen[None], AdvisingScreen):
    """Shows the routines, keeps the marked one marked, and sees when their files change."""

    CAN_FIND = True
    DEFAULT_CSS = "RoutinesBrowsing { padding: 0 1; }"

    def __init__(self, guide: Guide, shelf: Shelf) -> None:
        """The routines of this shelf; they are read anew at once, as it may be an older one."""
        super().__init__(guide)
        self._finding = RoutinesFinding(shelf)
        self._watch = RoutinesWatch(shelf)
        self._seen = Look()
        self._rows: list[ListedRoutine] = []
        self._awaited: str | None = None
        self._panes = RoutinePanes(guide.glyphs)
        self._find_row = FindRow(guide.glyphs)

    @property
    def shelf(self) -> Shelf:
        """The files as they were read last."""
        return self._finding.shelf

    def compose(self) -> ComposeResult:
        """Places, the row to find in, the list, the page, message and keys."""
        glyphs = self.guide.glyphs
        with Horizontal(classes="head"):
            yield PlacesRow(Place.ROUTINES, glyphs=glyphs)
            yield TextLine(align_right=True, glyphs=glyphs, id="now")
        yield self._find_row
        yield self._panes
        yield MessageRow(glyphs=glyphs, id="message")
        yield Footer(glyphs=glyphs, id="footer")

    def on_mount(self) -> None:
        """The list has the keys; the files are looked at now and then."""
        self.set_focus(self._panes.listed)
        self._tell_time()
        self.set_interval(20, self._tell_time)
        self.set_interval(BETWEEN_LOOKS, self.look)
        self.call_after_refresh(self._tell_problem)
        self.look()

    def _tell_time(self) -> None:
        now = date_and_time(self.guide.clock.wall(), self.guide.notation)
        shown = self.query_one("#now", TextLine)
        shown.styles.width = len(now) + 1
        shown.set(now, Role.MUTED)
        self.show_page()

    def on_resize(self, event: Resize) -> None:
        """Side by side, one above the other, or the list alone."""
        low = event.size.height < 14
        self.set_class(low, "-lowest")
        self._panes.lay_out(beside=event.size.width >= SIDE_BY_SIDE, low=low)
        self.call_after_refresh(self.show_list)

    def on_screen_resume(self) -> None:
        """Here again: files may have changed meanwhile."""
        self.look()

    def asking_changed(self) -> None:
        """A question takes rows, or gives them back."""
        self.call_after_refresh(self.show_list)

    # The files

    def look(self) -> None:
        """Look, in a thread, whether files changed outside."""
        if self.is_active:
            self.run_worker(self._look, thread=True, exclusive=True, group="look")

    def _look(self) -> None:
        look = self._watch.look()
        if look != self._seen:
            with suppress(RuntimeError, CancelledError):  # the app has been ended meanwhile
                self.app.call_from_thread(self._looked, look)

    def _looked(self, look: Look) -> None:
        """Something is not as it was before."""
        before, self._seen = self._seen, look
        self.show_list()
        if look.files != before.files:
            self.guide.files_changed()

    def show(self, shelf: Shelf) -> None:
        """Show the files as they are now; the marked routine stays marked."""
        before = self.shelf.problem
        self._finding.take(shelf)
        self.show_list()
        if shelf.problem != before:
            self._tell_problem()

    def _tell_problem(self) -> None:
        """Why the history or the like could not be read."""
        problem = self.shelf.problem
        self.say(f"! {problem}" if problem else "", caution=problem is not None)

    def mark(self, slug: str) -> None:
        """Let this routine be marked as soon as it is listed."""
        self._awaited = slug
        self._find_row.show_open(False)

    # The list

    @property
    def marked(self) -> RoutineEntry | None:
        """The routine with the focus bar."""
        chosen = self._panes.listed.chosen if self._rows else None
        return self._rows[chosen].entry if chosen is not None and chosen < len(self._rows) else None

    def show_list(self) -> None:
        """Lay the list out for the room there is, and what belongs to it."""
        if not self.is_mounted:
            return
        found, every = self._finding.find(self._find_row.field.value), self.shelf.routines
        width, marked = self._panes.list_width(self.size.width), self.marked
        self._rows = self._layout(width - 1).rows(
            [(entry, self._finding.timeline_of(entry)) for entry in found],
            self._seen.folder_problems,
            all_shown=len(found) == len(every),
        )
        self._panes.show_list([row.choice for row in self._rows], self._place_to_mark(marked), self.size.width)
        self._find_row.show_found(f"{len(found)} of {len(every)} found")
        self.show_page()
        self.show_footer()

    def _layout(self, width: int) -> RoutineList:
        guide = self.guide
        return RoutineList(
            Columns.of_width(width),
            guide.glyphs,
            guide.notation,
            guide.clock.wall(),
            guide.settings.day_start,
            self._seen.last_done,
            self._seen.followed,
            room_to_breathe=self.size.height >= 24,
        )

    def _place_to_mark(self, marked: RoutineEntry | None) -> int | None:
        """Where in the list stands what is to be marked; None leaves the bar as near as can be to where it was."""
        places = {row.entry.slug: place for place, row in enumerate(self._rows) if row.entry}
        if self._awaited in places:
            awaited, self._awaited = self._awaited, None
            return places[awaited]
        return places.get(marked.slug) if marked else None

    def is_followed(self, entry: RoutineEntry) -> bool:
        """Whether the person follows this routine."""
        return entry.slug in self._seen.followed

    def timeline_of(self, entry: RoutineEntry) -> Timeline | None:
        """Today's next session of a routine; None where its file has a problem."""
        return self._finding.timeline_of(entry)

    def on_choice_list_moved(self, event: ChoiceList.Moved) -> None:
        """Another routine, another page, from its top."""
        self._awaited = None
        self.show_page(from_top=True)
        self.say("")
        self.show_footer()

    # The page

    def show_page(self, *, from_top: bool = False) -> None:
        """What the marked routine comes to, or what is wrong with its file."""
        self._panes.show_page(self._page_rows(self._panes.page.size.width), from_top=from_top)

    def _page_rows(self, width: int) -> list[Row]:
        entry = self.marked
        if entry is None:
            return []
        timeline = self.timeline_of(entry)
        title: list[Row] = [(Run(entry.title, bold=True),)] if self._panes.is_beside else []
        if timeline is None:
            return title + broken_page(entry, width)
        ends: datetime | None = None
        if not timeline.open_ended:
            ends = self.guide.clock.wall() + timedelta(seconds=timeline.seconds)
        exercises, notation = self.shelf.catalogue.exercises, self.guide.notation
        return title + routine_page(timeline, exercises, ends, width, self.guide.glyphs, notation=notation)

    def turn_page_alone(self) -> None:
        """Give the page all the room, or its own again."""
        self._panes.show_page_alone(not self._panes.is_page_alone)
        self.call_after_refresh(self.show_list)

    # Messages and keys

    def say(self, message: str, *, caution: bool = False) -> None:
        """Show a sentence; where there is none, what is to know of the marked routine."""
        super().say(message or self._to_know(), caution=caution)

    def _to_know(self) -> str:
        entry = self.marked
        if entry is None:
            return ""
        sentences = [f"You follow “{entry.title}”."] if self.is_followed(entry) else []
        if entry.hides_shipped:
            sentences.append(f"It stands {HIDES} with the name {entry.slug}.")
        if entry.origin is Origin.SHIPPED:
            sentences.append(STAYS_AS_IT_IS)
        return " ".join(sentences)

    @property
    def is_typing(self) -> bool:
        """Whether letters go to the field."""
        return self._find_row.is_open and self._find_row.field.has_focus

    def show_footer(self) -> None:
        """What is possible now; in the field, the ways out of it."""
        super().show_footer()
        if self.is_typing and not self.is_asking:
            keys = [FooterKey("enter", "to the list"), FooterKey("esc", "out of the field", stays=True)]
            self.query_one(Footer).set([*keys, FooterKey("ctrl+p", "every command")])

    # Finding

    def on_descendant_focus(self) -> None:
        """Other keys hold in the field."""
        self.show_footer()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find as is typed; what is marked stays so where it fits."""
        self.show_list()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Back to the list, with what was found."""
        self._find_row.show_open(bool(event.value))
        self.set_focus(self._panes.listed)

    def do_list_find(self) -> None:
        """To the field."""
        if self._panes.is_page_alone:
            self.turn_page_alone()
        self._find_row.show_open(True)
        self.set_focus(self._find_row.field)

    def do_list_down(self) -> None:
        """One down; out of the field, to the list."""
        if self.is_typing:
            self.set_focus(self._panes.listed)
        else:
            super().do_list_down()

    def do_app_back(self) -> None:
        """Out of the field, out of the page, back to the first place: one layer at a time."""
        if self._find_row.is_open:
            self._find_row.show_open(False)
            self.set_focus(self._panes.listed)
        elif self._panes.is_page_alone:
            self.turn_page_alone()
        else:
            self.guide.go_to(Place.HOME)
