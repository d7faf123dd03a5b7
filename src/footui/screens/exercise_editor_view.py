"""What the exercise editor shows: the lines, the problems above them, the page beside them, and what is saved."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import Resize

from footui.commands import Place
from footui.core.exercise import Exercise
from footui.core.wording import plural
from footui.screens.base import bindings_of
from footui.screens.draft_screen import DraftScreen
from footui.screens.exercise_editor_lines import Heading, Line, exercise_lines
from footui.screens.exercise_editor_page import EditorPage, TypedLine, in_place, place_of
from footui.screens.exercise_page import exercise_page
from footui.screens.guide import Guide
from footui.screens.problem_choices import problem_choices
from footui.storage.draft import Draft
from footui.storage.problems import Problem
from footui.storage.toml_edit import KeyPath
from footui.storage.toml_source import TomlProblems, TomlSource, parse_toml
from footui.widgets.choice_list import Choice, ChoiceList
from footui.widgets.divider import Divider
from footui.widgets.footer import Footer
from footui.widgets.page import Page
from footui.widgets.role import Role
from footui.widgets.rows import line as row_line
from footui.widgets.text_line import MessageRow, TextLine

if TYPE_CHECKING:
    from footui.screens.shelf import Shelf

WITH_PAGE = 100
"""From so many columns on the page of the exercise stands beside its lines."""

LOW = 14


class ExerciseView(DraftScreen):
    """Shows a draft of an exercise; `typing` is the line that has the keys, if any."""

    PLACES = (Place.EXERCISE_EDITOR, Place.EDITING, Place.LISTS, Place.EVERYWHERE)
    BINDINGS = bindings_of(*PLACES, Place.FIELDS)
    NAME = "exercise editor"
    DEFAULT_CSS = """
    ExerciseView { padding: 0 1; }
    ExerciseView #editing { height: 1fr; margin-top: 1; }
    ExerciseView #lines { width: 1fr; }
    ExerciseView Divider { margin-left: 1; }
    ExerciseView #preview { width: 46%; margin-left: 1; }
    ExerciseView.-narrow #preview, ExerciseView.-narrow Divider { display: none; }
    ExerciseView.-lowest #editing { margin-top: 0; }
    """

    def __init__(
        self, guide: Guide, shelf: Shelf, draft: Draft[Exercise], read: Callable[[TomlSource], Exercise]
    ) -> None:
        """`read` makes an exercise of a file, as the draft does."""
        super().__init__(guide, draft)
        self.shelf = shelf
        self.read = read
        self.typing: TypedLine | None = None
        self.lines: list[Line | Heading] = []
        self.problems: tuple[Problem, ...] = ()
        self.tried: Exercise | None = None
        """The exercise as it would be with what is typed."""
        self._marked: KeyPath = ("title",)
        self._marked_problem: int | None = None
        self._above = 0
        self._seen = draft.model

    def compose(self) -> ComposeResult:
        """What is edited and whether it is saved, the lines, the page, message and keys."""
        glyphs = self.guide.glyphs
        with Horizontal(classes="head"):
            yield TextLine(glyphs=glyphs, id="where")
            yield TextLine(align_right=True, glyphs=glyphs, id="saved")
        with Horizontal(id="editing"):
            yield ChoiceList(glyphs=glyphs, id="lines")
            yield Divider(glyphs=glyphs)
            yield Page(glyphs=glyphs, id="preview")
        yield MessageRow(glyphs=glyphs, id="message")
        yield Footer(glyphs=glyphs, id="footer")

    def on_mount(self) -> None:
        """The lines have the keys."""
        self.set_focus(self.query_one(ChoiceList))
        self.show_draft()

    def on_resize(self, event: Resize) -> None:
        """Another width has other rows."""
        self.set_class(event.size.width < WITH_PAGE, "-narrow")
        self.set_class(event.size.height < LOW, "-lowest")
        self.make_room_for_message()
        self.call_after_refresh(self._show_anew)

    def asking_changed(self) -> None:
        """The list has another height."""
        self.call_after_refresh(self._show_anew)

    def _show_anew(self) -> None:
        if self.query(ChoiceList):  # on the way out there is none any more
            self.show_draft()

    def show(self, shelf: Shelf) -> None:
        """The files were read anew: other routines may use it."""
        self.shelf = shelf
        self.show_draft()

    # What is shown

    @property
    def is_toml(self) -> bool:
        """Whether the file can be changed line by line at all."""
        if not self.draft.problems:
            return True
        try:
            parse_toml(self.draft.text.encode(), "")
        except TomlProblems:
            return False
        return True

    @property
    def line(self) -> Line | None:
        """The marked line; None where a problem is marked, or nothing."""
        if self._marked_problem is not None:
            return None
        place = place_of(self.lines, self._marked)
        line = None if place is None else self.lines[place]
        return line if isinstance(line, Line) else None

    @property
    def problem(self) -> Problem | None:
        """The marked problem, if one is marked."""
        return None if self._marked_problem is None else self.draft.problems[self._marked_problem]

    def mark(self, path: KeyPath) -> None:
        """Mark the line at this path, or what is nearest to it."""
        self._marked, self._marked_problem = path, None
        self.show_draft()

    def show_draft(self) -> None:
        """Show the draft as it is now."""
        draft, choices = self.draft, self.query_one(ChoiceList)
        exercise = self.tried if self.typing is not None else draft.model
        self._seen = exercise or self._seen
        width = choices.size.width - 1
        page = EditorPage(exercise, self.typing, width, self.guide.glyphs)
        self.lines = in_place(exercise_lines(draft.table), self.typing) if self.is_toml else []
        blocks = problem_choices(draft.problems, width, self.guide.glyphs)
        if blocks and self.lines:
            blocks.append(Choice((row_line(""),), can_be_chosen=False))
        self._above = len(blocks)
        self._marked_problem = self._problem_to_mark()
        choices.set([*blocks, *page.blocks(self.lines)], self._place_to_mark())
        self._show_head()
        self._show_page()
        self.show_footer()

    def _problem_to_mark(self) -> int | None:
        count = len(self.draft.problems)
        if count and not self.lines:
            return min(self._marked_problem or 0, count - 1)
        return None if self._marked_problem is None or not count else min(self._marked_problem, count - 1)

    def _place_to_mark(self) -> int:
        if self._marked_problem is not None:
            return self._marked_problem
        path = self._marked if self.typing is None else self.typing.line.path
        return self._above + (self._typed_place() or place_of(self.lines, path) or 0)

    def _typed_place(self) -> int | None:
        return None if self.typing is None else self.lines.index(self.typing.line)

    def _show_head(self) -> None:
        draft = self.draft
        entry = self.shelf.catalogue.entry(draft.path.stem)
        own = "in place of the shipped one" if entry is not None and entry.hides_shipped else "your own"
        where = f"Catalogue › {self.draft_title} · {own}"
        self.query_one("#where", TextLine).set(where, bold=True)
        saved = "saved" if not draft.is_changed else f"not saved · {plural(max(1, draft.changes), 'change')}"
        right = self.query_one("#saved", TextLine)
        right.styles.width = len(saved) + 2
        right.set(saved, Role.MUTED)

    def _show_page(self) -> None:
        page = self.query_one(Page)
        if self._seen is not None and page.size.width:
            shelf = self.shelf
            used_in = shelf.routines_with(self._seen.id)
            page.set(exercise_page(self._seen, shelf.catalogue.sources, used_in, page.size.width), from_top=False)

    # The mouse, and moving

    def _move(self, rows: int, pages: int = 0) -> None:
        """Move the mark, or the page that has the focus."""
        super()._move(rows, pages)
        self._mark_chosen()

    def on_choice_list_moved(self, event: ChoiceList.Moved) -> None:
        """Another line is marked; what is being typed is taken first."""
        if self.typing is None:
            self._mark_chosen()
            return
        at = event.index - self._above
        line = self.lines[at] if 0 <= at < len(self.lines) else None
        if event.index != event.choice_list.chosen or line == self.typing.line:
            return  # it was moved before typing began
        if self.take_typed() and isinstance(line, Line):
            self.mark(line.path)
        else:
            self.show_draft()

    def _mark_chosen(self) -> None:
        """Mark what is chosen in the list."""
        index = self.query_one(ChoiceList).chosen
        if self.typing is not None or index is None:
            return
        at = index - self._above
        line = self.lines[at] if 0 <= at < len(self.lines) else None
        if isinstance(line, Line):
            self._marked, self._marked_problem = line.path, None
        elif index < len(self.draft.problems):
            self._marked_problem = index
        self.show_footer()

    def on_choice_list_taken(self, event: ChoiceList.Taken) -> None:
        """A click on the marked line changes it."""
        if self.typing is None:
            self.run_command("exercise_editor.change")

    def take_typed(self) -> bool:
        """Take what is being typed; False where it cannot be taken."""
        return True
