"""The first screen: what was interrupted, what is due, what is done; enter starts what is marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import Resize

from footui.commands import Command, Place
from footui.commands.reasons import NO_RANGES, NOTHING_DUE, ONE_A_DAY
from footui.core.dose import Level
from footui.screens.base import bindings_of
from footui.screens.home_listing import NOTHING_READ, HomeListing
from footui.screens.places_row import PlacesRow, date_and_time
from footui.widgets.choice_list import ChoiceList
from footui.widgets.footer import Footer
from footui.widgets.role import Role
from footui.widgets.text_line import MessageRow, TextLine
from footui.world import StartSession

if TYPE_CHECKING:
    pass

_LEVELS = tuple(Level)
LOWEST = 14
"""Below so many rows none is left blank below the first one."""

TIGHT = 24
"""Up to so many rows a short message has one row."""

NONE_FOLLOWED = "You follow no routine yet. 3 lists your routines."
CANNOT_START = "It cannot be started; what is wrong stands here. 3 lists your routines."
DONE_ALREADY = "Done already. 3 lists your routines; s there starts one once more."
SECONDS_BETWEEN_LOOKS = 20


class HomeScreen(HomeListing):
    """Begin what is due, or go on with what was interrupted."""

    PLACES = (Place.HOME, Place.LISTS, Place.EVERYWHERE)
    BINDINGS = bindings_of(*PLACES, Place.PAIN)
    NAME = "today"

    def compose(self) -> ComposeResult:
        """Places, the list and what belongs to it, message and keys."""
        glyphs = self.guide.glyphs
        with Horizontal(classes="head"):
            yield PlacesRow(Place.HOME, glyphs=glyphs)
            yield TextLine(align_right=True, glyphs=glyphs, id="now")
        yield self.panes
        yield MessageRow(glyphs=glyphs, id="message")
        yield Footer(glyphs=glyphs, id="footer")

    def on_mount(self) -> None:
        """Look now and then at the clock, as it shows when sessions would end, and at what was changed elsewhere."""
        self.set_focus(self.panes.listed)
        self.show_footer()
        self._tell_time()
        self.set_interval(SECONDS_BETWEEN_LOOKS, self._pass_time)

    def _tell_time(self) -> None:
        now = date_and_time(self.guide.clock.wall(), self.guide.notation)
        shown = self.query_one("#now", TextLine)
        shown.styles.width = len(now) + 1
        shown.set(now, Role.MUTED)

    def _pass_time(self) -> None:
        """Some time has passed."""
        self._tell_time()
        self.show_list()
        self.look()

    def on_resize(self, event: Resize) -> None:
        """Where it is low, rows are spared."""
        self.set_class(event.size.height < LOWEST, "-lowest")
        self.set_class(event.size.height <= TIGHT, "-tight")
        self.panes.styles.margin = (0 if event.size.height < LOWEST else 1, 0, 0, 0)

    def on_home_panes_resized(self) -> None:
        """There is other room for the list."""
        self.show_list()

    def on_screen_resume(self) -> None:
        """Here again: time has passed, and there may be what could not be asked while another screen lay over this."""
        if self.shelf is not None:
            self._pass_time()
        self.ask_about_care()

    def on_choice_list_moved(self, event: ChoiceList.Moved) -> None:
        """Another one is marked: its own next session and level."""
        self.session = self.level = None
        self.panes.page.set(())
        self.show_list()

    def on_choice_list_taken(self, event: ChoiceList.Taken) -> None:
        """Clicked again: start it."""
        self.run_command("today.start")

    # Commands

    def why_not(self, command_id: str) -> str | None:
        """Why a command is not possible with what is marked."""
        if command_id.startswith(("today.start", "today.session", "today.level")) and not self.marks_interrupted:
            timeline = self.timeline
            if timeline is None:
                return self._why_not_start()
            if command_id.startswith("today.session") and timeline.sessions_per_day == 1:
                return ONE_A_DAY
            if command_id.startswith("today.level") and not timeline.routine.has_ranges:
                return NO_RANGES
        return super().why_not(command_id)

    def _why_not_start(self) -> str:
        """Why nothing of what is marked can be started."""
        day, block = self.shelf.day if self.shelf else None, self.marked
        if day is None:
            return NOTHING_READ
        if block is not None and block.problem:
            return CANNOT_START
        if not day.follows_any:
            return NONE_FOLLOWED
        return DONE_ALREADY if any(each.can_start for each in day.blocks) else NOTHING_DUE

    def footer_label(self, command: Command) -> str:
        """What was interrupted goes on."""
        return "go on" if command.id == "today.start" and self.marks_interrupted else super().footer_label(command)

    def do_today_start(self) -> None:
        """Start the session that is marked, or go on with what was interrupted."""
        block, timeline = self.marked, self.timeline
        if self.marks_interrupted:
            self.go_on()
        elif block is not None and timeline is not None and self.shelf is not None:
            self.begin(StartSession(timeline, self.shelf.catalogue.exercises, routine_text=block.text))

    def do_today_session_before(self) -> None:
        """Choose the session of the day before this one."""
        self._turn_session(-1)

    def do_today_session_after(self) -> None:
        """Choose the session of the day after this one, after the last the first again."""
        self._turn_session(1)

    def _turn_session(self, by: int) -> None:
        timeline = self.timeline
        if timeline is not None:
            self.session = (timeline.session - 1 + by) % timeline.sessions_per_day + 1
            self.show_list()

    def do_today_level_down(self) -> None:
        """Choose a lower level."""
        self._turn_level(-1)

    def do_today_level_up(self) -> None:
        """Choose a higher level."""
        self._turn_level(1)

    def _turn_level(self, by: int) -> None:
        timeline = self.timeline
        if timeline is not None:
            place = _LEVELS.index(timeline.level) + by
            self.level = _LEVELS[max(0, min(place, len(_LEVELS) - 1))]
            self.show_list()
