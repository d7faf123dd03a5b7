"""What the builder shows: the head, the session in proportion to time, the steps, and the routine as a whole."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from textual.app import ComposeResult
from textual.events import Resize

from footui.core.dose import Level, Timing
from footui.core.routine import Routine
from footui.core.timeline import Timeline
from footui.core.wording import plural
from footui.screens.builder_rows import BuilderRows, EditedStep
from footui.screens.builder_timeline import days_text, legend_row, session_line, strip_rows, timings_text
from footui.screens.field_rows import FieldRow, field_rows
from footui.screens.finding_question import FindingScreen
from footui.screens.guide import Guide
from footui.screens.kept_timelines import KeptTimelines
from footui.screens.problem_choices import problem_choices
from footui.screens.routine_forms import Around, TimingForm
from footui.screens.step_form import StepForm
from footui.screens.typing_in import TypingIn
from footui.storage.listing import Origin
from footui.storage.routine_file import KeptSteps, read_routine
from footui.storage.toml_source import TomlSource
from footui.widgets.choice_list import Choice
from footui.widgets.clickable_rows import ClickableRows
from footui.widgets.footer import Footer
from footui.widgets.role import Role
from footui.widgets.rows import Line, Row, Run, line
from footui.widgets.step_list import StepList
from footui.widgets.text_line import MessageRow, TextRows

if TYPE_CHECKING:
    from footui.screens.shelf import Shelf
    from footui.storage.catalogue import Catalogue
    from footui.storage.draft import Draft

LEAST_FOR_LEGEND: Final = 24
NARROW: Final = 50
"""Below so many columns the title needs the room that the number of changes would take."""

LOW: Final = 20
"""Below so many rows none is left blank."""

PROBLEMS: Final = "The file has problems. enter opens it at the marked one."
NO_STEPS: Final = "No steps yet. a adds one."


@dataclass
class Reader:
    """What the routine's file is read with: its name, and the exercises there are at present."""

    slug: str
    catalogue: Catalogue
    kept: KeptSteps = field(default_factory=dict)

    def read(self, source: TomlSource) -> Routine:
        """The routine that the file means; raises `TomlProblems`."""
        return read_routine(source, self.slug, self.catalogue, self.kept)

    def take(self, catalogue: Catalogue) -> None:
        """Read with these exercises from now on."""
        self.catalogue = catalogue
        self.kept = {}


class BuilderView(FindingScreen):
    """Shows the draft, and what is being typed of it."""

    draft: Draft[Routine]

    def __init__(self, guide: Guide, shelf: Shelf, draft: Draft[Routine], reader: Reader) -> None:
        """`reader` is what the draft is read with."""
        super().__init__(guide, draft)
        self.shelf = shelf
        self._reader = reader
        self.marks: frozenset[int] = frozenset()
        self.typing_in: TypingIn | None = None
        self._session = 1
        self._level: Level | None = None
        self._saved: Routine | None = None if draft.is_changed else draft.model
        self._timelines = KeptTimelines()
        self._step_rows = BuilderRows(self._reader.catalogue.exercises, guide.glyphs)
        self._next_place: int | None = None
        self._whole_fields: list[FieldRow] = []
        self._whole_fields_from = 0

    def compose(self) -> ComposeResult:
        """Head, timeline, steps, the whole, message and keys."""
        glyphs = self.guide.glyphs
        yield TextRows(glyphs=glyphs, id="title")
        yield TextRows(glyphs=glyphs, id="timeline")
        yield StepList(glyphs=glyphs, id="steps")
        yield ClickableRows(glyphs=glyphs, id="whole")
        yield MessageRow(glyphs=glyphs, id="message")
        yield Footer(glyphs=glyphs, id="footer")

    def on_mount(self) -> None:
        """The list has the keys; the time at which a session would end goes on."""
        self.focus_steps()
        self.show_draft()
        self.set_interval(20, self._show_timeline)

    def on_resize(self, event: Resize) -> None:
        """Another size has other rows."""
        self.set_class(event.size.height < LOW, "-low")
        self.set_class(event.size.height < LOW - 6, "-lowest")
        self.call_after_refresh(self._show_anew)

    def focus_steps(self) -> None:
        """Give the keys to the list."""
        self.set_focus(self.query_one(StepList), scroll_visible=False)

    def show(self, shelf: Shelf) -> None:
        """The files were read anew: take their exercises."""
        self.shelf = shelf
        self._reader.take(shelf.catalogue)
        self.draft.read_anew()
        self._step_rows = BuilderRows(shelf.catalogue.exercises, self.guide.glyphs)
        self._show_anew()

    # What there is

    @property
    def routine(self) -> Routine | None:
        """The routine as it is shown: with what is being typed, as far as that is right."""
        return self.typing_in.routine if self.typing_in is not None else self.draft.model

    @property
    def steps_count(self) -> int:
        """How many steps the file has."""
        return len(self.draft.model.steps) if self.draft.model else 0

    @property
    def has_problems(self) -> bool:
        """Whether the file says something that cannot be a routine, not just too little."""
        draft = self.draft
        has_steps = draft.table.get("steps", []) != []
        return draft.model is None and (has_steps or not draft.table or len(draft.problems) > 1)

    @property
    def place(self) -> int | None:
        """The marked step, from 0; None on the line that adds one, and where there is none."""
        chosen = self.query_one(StepList).chosen
        return chosen if chosen is not None and chosen < self.steps_count else None

    @property
    def around(self) -> Around:
        """The file, for what is typed into it."""
        return Around(self.draft.table, self.draft.model, self._reader.catalogue)

    def timeline(self, *, saved: bool = False) -> Timeline | None:
        """The shown session at the shown level, of the routine as it is shown or, `saved`, as the file has it."""
        routine = self._saved if saved else self.routine
        if routine is None:
            return None
        session = self._session
        if session > 1 and session > (most := routine.sessions_per_day(self._level)):
            if saved:
                return None
            session = most
        return self._timelines.of(routine, session, self._level)

    # Showing

    def show_draft(self) -> None:
        """Show the draft as it is now; marks of steps that are gone go too."""
        if not self.draft.is_changed:
            self._saved = self.draft.model
        self.marks = frozenset(place for place in self.marks if place < self.steps_count)
        self._show_all(self._next_place)
        self._next_place = None

    def asking_changed(self) -> None:
        """The list has other room."""
        self.call_after_refresh(self._show_anew)

    def _show_anew(self) -> None:
        if self.query(StepList):  # on the way out there is none any more
            self._show_all()
            self.show_footer()

    def _show_all(self, place: int | None = None) -> None:
        """Show everything, the step at `place` marked, or else the one that was."""
        self._show_head()
        self._show_steps(place)
        self._show_timeline()
        self._show_whole()

    def _show_head(self) -> None:
        draft = self.draft
        if not draft.path.exists() and not draft.changes:
            right = "not saved"
        else:
            right = "saved"
            if draft.is_changed:
                right = f"not saved · {plural(draft.changes, 'change')}" if self.size.width >= NARROW else "not saved"
        left = (Run("Routines › ", Role.MUTED), Run(self.draft_title, bold=True), Run(f" · {self._whose}", Role.MUTED))
        self.query_one("#title", TextRows).set([Line(left, (Run(right, Role.MUTED),))])

    @property
    def _whose(self) -> str:
        """“your copy” of a shipped routine, or “your own”."""
        stem, title = self.draft.path.stem, self.draft.table.get("title")
        shipped = [entry for entry in self.shelf.routines if entry.origin is Origin.SHIPPED]
        is_copy = any(stem.startswith(entry.slug) or str(title).startswith(entry.title) for entry in shipped)
        return "your copy" if is_copy else "your own"

    def _show_timeline(self) -> None:
        rows = self.query_one("#timeline", TextRows)
        width = rows.size.width
        timeline = self.timeline()
        if timeline is None or width < 1:
            rows.set([])
            return
        ends = None
        if not timeline.open_ended:
            ends = self.guide.clock.wall() + timedelta(seconds=timeline.seconds)
        chosen = self.query_one(StepList).chosen
        number = None if chosen is None else chosen + 1
        head = session_line(timeline, self.timeline(saved=True), ends, width, self.guide.notation)
        strip = strip_rows(timeline, width, self.guide.glyphs, number)
        rows.set([head, *(Line(row) for row in strip)])

    def _show_steps(self, chosen: int | None = None) -> None:
        steps = self.query_one(StepList)
        width = steps.size.width or self.app.size.width - 1  # keys may come before there is a picture
        if self.has_problems:
            heading = Choice((line((Run(PROBLEMS),)),), can_be_chosen=False)
            steps.set([heading, *problem_choices(self.draft.problems, width - 1, self.guide.glyphs)], chosen)
            return
        if self.typing_in is not None and isinstance(form := self.typing_in.form, StepForm):
            edited = EditedStep(form.place, form.is_new, self._title_of(form), form.keys.get("group"), self.typing_in)
            routine = self.draft.model if form.is_new else self.routine
            choices = self._step_rows.choices(routine, self.marks, width, edited)
            steps.set(choices, form.place)
            return
        choices = self._step_rows.choices(self.routine, self.marks, width, None)
        if self.steps_count == 0:
            choices = [Choice((line((Run(NO_STEPS, Role.MUTED),)), line("")), can_be_chosen=False), choices[-1]]
        steps.set(choices, chosen)

    def _title_of(self, form: StepForm) -> str:
        exercise = self._reader.catalogue.exercises.get(form.keys["exercise"])
        texts = self.typing_in.texts if self.typing_in else form.before
        return exercise.full_title(texts["variant"] or None) if exercise else str(form.keys["exercise"])

    def _show_whole(self) -> None:
        """Timings, days and the legend; while they are typed in, their fields in place of their line."""
        whole = self.query_one(ClickableRows)
        width, height = whole.size.width - 1, self.size.height
        if width < 1:
            return
        routine, form = self.routine, self.typing_in.form if self.typing_in else None
        timings = "" if self.has_problems else timings_text(self._timing, width)
        rows: list[Row] = [(Run(timings, Role.MUTED),), (Run(days_text(routine) if routine else "", Role.MUTED),)]
        marked: range = range(0)
        if self.typing_in is not None and not isinstance(form, StepForm):
            self._whole_fields = field_rows(self.typing_in, width, self.guide.glyphs)
            at = self._whole_fields_from = 0 if isinstance(form, TimingForm) else 1
            rows[at : at + 1] = [row.row for row in self._whole_fields]
            marked = range(at, at + len(self._whole_fields))
        elif height >= LEAST_FOR_LEGEND and not self.is_asking and (timeline := self.timeline()) is not None:
            rows += [(), legend_row(timeline, width, self.guide.glyphs)]
        if self.has_class("-lowest") and not marked:
            rows = []
        if whole.styles.height is None or whole.styles.height.value != len(rows):
            whole.styles.height = len(rows)
        whole.set(rows, marked)

    @property
    def _timing(self) -> Timing:
        """The timings that are shown; those of a file in which nothing is wrong but that it has no steps, too."""
        routine = self.routine
        return routine.timing if routine else Timing()._replace(**self.draft.table.get("timing", {}))
