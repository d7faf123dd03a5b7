"""The first screen: what was interrupted, which routine, which session of the day; enter starts it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import Resize

from footui.commands import NO_RANGES, ONE_A_DAY, Command, Place
from footui.core.dose import Level
from footui.core.timeline import Timeline, compile_timeline
from footui.screens.base import Guide, bindings_of
from footui.screens.exercise_page import problem_rows
from footui.screens.home_interrupted import HomeInterrupted
from footui.screens.home_rows import heading_choice, in_order, routine_choices
from footui.screens.places_row import date_and_time, places_row
from footui.screens.routine_page import routine_page
from footui.widgets.choice_list import ChoiceList
from footui.widgets.footer import Footer
from footui.widgets.page import Page
from footui.widgets.role import Role
from footui.widgets.rows import Row, Run
from footui.widgets.text_line import MessageRow, TextLine
from footui.world import StartSession

if TYPE_CHECKING:
    from footui.screens.shelf import Shelf
    from footui.storage.library import RoutineEntry

_LEVELS = tuple(Level)
NOTHING_READ = "Reading your routines …"
INTERRUPTED_ROW = 1
"""Where in the list stands what was interrupted, below its heading."""

CARE_LEFT = "Asked again at the next start. H opens the questions."
CARE_KEPT = "Kept, for you alone. H opens the questions again."


class HomeScreen(HomeInterrupted):
    """Choose a routine and begin, or go on with what was interrupted."""

    PLACES = (Place.HOME, Place.LISTS, Place.EVERYWHERE)
    BINDINGS = bindings_of(*PLACES, Place.PAIN)
    NAME = "today"

    def __init__(self, guide: Guide) -> None:
        """A first screen that waits for `show`."""
        super().__init__(guide)
        self._routines: list[RoutineEntry | None] = []
        self._session: int | None = None
        self._level: Level | None = None
        self._care_is_due: bool | None = None  # None until the history was read

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
        now = date_and_time(self.guide.clock.wall(), self.guide.notation)
        shown = self.query_one("#now", TextLine)
        shown.styles.width = len(now) + 1
        shown.set(now, Role.MUTED)
        self._show_session()

    def on_resize(self, event: Resize) -> None:
        """Another width has another strip; where it is low, the question goes."""
        self.set_class(event.size.height < 24, "-low")
        self.set_class(event.size.height < 14, "-lowest")
        self.call_after_refresh(self._show_list)

    def on_screen_resume(self) -> None:
        """Here again: what could not be asked while another screen lay over this one."""
        self._ask_about_care()

    # What is shown

    def show(self, shelf: Shelf) -> None:
        """Show what there is; the marked one stays marked, but what was interrupted comes first when it is new."""
        marked, before = self._marked, self.interrupted
        super().show(shelf)
        self._session = None
        self._routines = in_order(shelf.routines)
        found = self.interrupted
        self.set_class(found is not None, "-interrupted")
        at = None
        if found is not None and (before is None or before.id != found.id):
            at = INTERRUPTED_ROW
        elif marked is not None:
            slugs = [entry.slug if entry else None for entry in self._routines]
            at = slugs.index(marked.slug) + self._rows_before if marked.slug in slugs else None
        self._show_list(at)
        if self._care_is_due is None and not shelf.problem:
            self._care_is_due = shelf.asks_about_care
        self._ask_about_care()

    @property
    def _rows_before(self) -> int:
        """How many blocks stand above the routines."""
        return INTERRUPTED_ROW + 1 if self.interrupted else 0

    @property
    def marks_interrupted(self) -> bool:
        """Whether the focus bar stands at what was interrupted."""
        return self.interrupted is not None and self.query_one(ChoiceList).chosen == INTERRUPTED_ROW

    def _show_list(self, marked: int | None = None) -> None:
        if self.shelf is None:
            return
        listed = self.query_one(ChoiceList)
        width = max(self.size.width - 3, 20)
        choices = routine_choices(self._routines, self.shelf, width)
        if (found := self.interrupted) is not None:
            from footui.screens.interrupted_rows import interrupted_choice  # noqa: PLC0415  # seldom, and not at first

            exercises, now = self.shelf.catalogue.exercises, self.guide.clock.wall()
            block = interrupted_choice(
                found, exercises, now, width, glyphs=self.guide.glyphs, notation=self.guide.notation
            )
            choices = [heading_choice("Interrupted"), block, *choices]
        rows = sum(len(choice.lines) for choice in choices)
        listed.styles.height = None if self.has_class("-lowest") else min(rows, max(self.size.height * 2 // 5, 5))
        listed.set(choices, marked)
        self._show_session()
        self.show_footer()

    def _show_session(self) -> None:
        """What the marked session comes to, or what is wrong with its file."""
        page = self.query_one(Page)
        page.set(self._page_rows(page.size.width), from_top=False)

    def _page_rows(self, width: int) -> list[Row]:
        shelf, entry, now = self.shelf, self._marked, self.guide.clock.wall()
        if shelf is None:
            return [(Run(NOTHING_READ, Role.MUTED),)]
        glyphs, notation, exercises = self.guide.glyphs, self.guide.notation, shelf.catalogue.exercises
        if self.marks_interrupted and (found := self.interrupted) is not None:
            from footui.screens.interrupted_rows import interrupted_page  # noqa: PLC0415  # likewise

            return interrupted_page(found, exercises, now, width, glyphs=glyphs, notation=notation)
        timeline = self._timeline()
        if timeline is None:
            return problem_rows(entry.problems, width) if entry else []
        ends = None if timeline.open_ended else now + timedelta(seconds=timeline.seconds)
        return routine_page(timeline, exercises, ends, width, glyphs, notation=notation)

    @property
    def _marked(self) -> RoutineEntry | None:
        """The routine with the focus bar."""
        chosen = self.query_one(ChoiceList).chosen
        place = -1 if chosen is None else chosen - self._rows_before
        return self._routines[place] if 0 <= place < len(self._routines) else None

    def _timeline(self) -> Timeline | None:
        """The session of the marked routine that enter would start."""
        entry = self._marked
        if entry is None or entry.routine is None or self.shelf is None:
            return None
        session = self._session or self.shelf.next_session(entry.routine, self._level)
        return compile_timeline(entry.routine, min(session, entry.routine.sessions_per_day(self._level)), self._level)

    def on_choice_list_moved(self, event: ChoiceList.Moved) -> None:
        """Another one is marked: its own next session and level."""
        self._session = self._level = None
        self.query_one(Page).set(())
        self._show_session()
        self.show_footer()

    def on_choice_list_taken(self, event: ChoiceList.Taken) -> None:
        """Clicked again: start it."""
        self.run_command("today.start")

    # Commands

    def why_not(self, command_id: str) -> str | None:
        """Why a command is not possible with what is marked."""
        if command_id.startswith(("today.start", "today.session", "today.level")) and not self.marks_interrupted:
            entry, timeline = self._marked, self._timeline()
            if timeline is None:
                first = f" {entry.problems[0].message}" if entry and entry.problems else ""
                return f"It cannot be started yet.{first}" if entry else "No routine is marked."
            if command_id.startswith("today.session") and timeline.sessions_per_day == 1:
                return ONE_A_DAY
            if command_id.startswith("today.level") and not timeline.routine.has_ranges:
                return NO_RANGES
        return super().why_not(command_id)

    def footer_label(self, command: Command) -> str:
        """What was interrupted goes on."""
        return "go on" if command.id == "today.start" and self.marks_interrupted else super().footer_label(command)

    def do_today_start(self) -> None:
        """Start the session that is shown, or go on with what was interrupted."""
        entry, timeline = self._marked, self._timeline()
        if self.marks_interrupted:
            self.go_on()
        elif entry is not None and timeline is not None and self.shelf is not None:
            self.begin(StartSession(timeline, self.shelf.catalogue.exercises, routine_text=entry.text))

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

    # The questions before one begins

    def _ask_about_care(self) -> None:
        """Ask once, where it was not answered before this start and nothing lies over this screen."""
        if self._care_is_due and self.is_current and self.guide.settings.care.ask:
            self.do_care_open()

    def do_care_open(self) -> None:
        """Open the questions; the answers are kept with the history, never in `config.toml`."""
        from footui.screens.care import CareAnswers, CareScreen  # noqa: PLC0415  # once, and not at first
        from footui.screens.shelf import CARE  # noqa: PLC0415  # likewise

        self._care_is_due = False
        answered = CareAnswers.of(self.shelf.remembered.answers.get(CARE)) if self.shelf else None

        def keep(answers: CareAnswers | None) -> None:
            if answers is None:
                self.say("" if answered else CARE_LEFT)
                return

            def write(shelf: Shelf) -> str:
                shelf.history.answer(CARE, answers.plain())
                return CARE_KEPT

            self.change(write)

        self.app.push_screen(CareScreen(self.guide, answered), keep)
