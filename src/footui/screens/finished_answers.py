"""What is asked when a session is over: pain after, worst, effort, a note. All may be left; each is kept at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Input

from footui.commands.reasons import NO_NUMBER
from footui.core.said import EFFORTS, HELP_AT_ONCE, MOST_PAIN, Said
from footui.screens.advising import AdvisingScreen
from footui.screens.guide import Guide
from footui.storage.text_cleaning import clean_line
from footui.widgets.choice_row import ChoiceRow
from footui.widgets.page import Page
from footui.widgets.role import Role
from footui.widgets.rows import Run
from footui.widgets.text_line import TextLine

LABEL_CELLS: Final = 13
LONGEST_NOTE: Final = 500
"""Characters; one line to remember a session by."""

AFTER, WORST, EFFORT = "after", "worst", "effort"
NOTHING_ASKED = "Nothing is asked here."
TO_THE_ANSWERS = "tab goes to the answers."


class FinishedAnswers(AdvisingScreen):
    """Keeps what is said in a `Said`, and has it written down with every change."""

    def __init__(self, guide: Guide, said: Said | None, save: Callable[[Said], None] | None) -> None:
        """`said` is of the session that is over; without it, or without `save`, nothing is asked."""
        super().__init__(guide)
        self._said = said
        self._save = save
        self._one_typed = False

    @property
    def asks(self) -> bool:
        """Whether anything is asked."""
        return self._said is not None and self._save is not None

    def answer_fields(self) -> ComposeResult:
        """The rows of the questions, top to bottom."""
        said = self._said
        if said is None or not self.asks:
            return
        glyphs, numbers = self.guide.glyphs, [str(number) for number in range(MOST_PAIN + 1)]
        with Vertical(id="answers"):
            if self.guide.settings.care.ask:
                hint = "" if said.before is None else f"before {said.before}"
                for name, label, number in ((AFTER, "Pain after", said.after), (WORST, "Worst", said.worst)):
                    yield ChoiceRow(
                        label, numbers, label_cells=LABEL_CELLS, chosen=number, hint=hint, glyphs=glyphs, id=name
                    )
                    hint = ""
            effort = EFFORTS.index(said.effort) if said.effort in EFFORTS else None
            yield ChoiceRow(
                "Effort", EFFORTS, label_cells=LABEL_CELLS, chosen=effort, brackets=("(", ")"), glyphs=glyphs, id=EFFORT
            )
            with Horizontal(id="noting"):
                yield TextLine(glyphs=glyphs, id="note_label")
                note = Input(
                    said.note, placeholder="one line, if you like", max_length=LONGEST_NOTE, id="note", compact=True
                )
                note.cursor_blink = False  # a blink a second is sent over every link
                yield note

    def _fields(self) -> Iterator[Widget]:
        yield from self.query(ChoiceRow)
        yield from self.query(Input)

    def begin_asking(self) -> None:
        """The first question has the keys, or the page; above the limit, what was said before is answered too."""
        self.set_focus(next(self._fields(), self.query_one(Page)))
        self._label_note()
        self._advise()

    def on_descendant_focus(self) -> None:
        """Another field has the keys."""
        self._one_typed = False
        self._label_note()
        self.show_footer()

    def _label_note(self) -> None:
        for label in self.query("#note_label").results(TextLine):
            has_focus = isinstance(self.focused, Input)
            mark = Run(self.guide.glyphs.focus if has_focus else " ", Role.WORK, bold=True)
            label.set((mark, Run("Note", bold=has_focus)))

    # Answering

    def why_not(self, command_id: str) -> str | None:
        """Why nothing can be answered where the focus is."""
        if command_id.startswith("answer."):
            if not self.asks:
                return NOTHING_ASKED
            if not isinstance(self.focused, ChoiceRow):
                return TO_THE_ANSWERS
            if command_id == "answer.set" and self.focused.id == EFFORT:
                return NO_NUMBER
        return super().why_not(command_id)

    def do_answer_less(self) -> None:
        """The answer before; before the first one, none."""
        self._step(-1)

    def do_answer_more(self) -> None:
        """The answer after."""
        self._step(1)

    def _step(self, by: int) -> None:
        if isinstance(row := self.focused, ChoiceRow):
            self._one_typed = False
            self._answer(row, None if by < 0 and not row.chosen else row.step(by))

    def do_answer_set(self) -> None:
        """A number by its digit; 0 after a 1 makes ten."""
        if isinstance(row := self.focused, ChoiceRow):
            ten = self._one_typed and self.pressed_key == "0"
            self._answer(row, MOST_PAIN if ten else int(self.pressed_key))
            self._one_typed = self.pressed_key == "1"

    def on_choice_row_clicked(self, event: ChoiceRow.Clicked) -> None:
        """A click answers."""
        self.say("")
        self._answer(event.row, event.index)

    def on_input_changed(self, event: Input.Changed) -> None:
        """The note, as it is typed; what no terminal should be sent is left out."""
        clean = clean_line(event.value, limit=LONGEST_NOTE)
        if clean != event.value:
            event.input.value = clean
        elif self._said is not None and clean != self._said.note:
            self._said.note = clean
            self._keep()

    def _answer(self, row: ChoiceRow, index: int | None) -> None:
        said = self._said
        if said is None:
            return
        if row.id == AFTER:
            said.after = index
        elif row.id == WORST:
            said.worst_asked = index
        else:
            said.effort = None if index is None else EFFORTS[index]
        row.choose(said.worst if row.id == WORST else index)
        self._keep()
        self._advise()
        self.show_footer()

    def _keep(self) -> None:
        if self._said is not None and self._save is not None:
            self._save(self._said)

    def _advise(self) -> None:
        """Above the limit, what to do at once."""
        said = self._said
        numbers = [said.after or 0, said.worst or 0] if said and self.asks and self.guide.settings.care.ask else [0]
        above = max(numbers) > self.guide.settings.care.stop_above
        self.set_class(above, "-advice")
        self.advise(HELP_AT_ONCE if above else "")

    # Moving

    def _move(self, rows: int, pages: int = 0) -> None:
        """From question to question; in the page, and by pages from anywhere, through what was done."""
        page, fields = self.query_one(Page), list(self._fields())
        if pages or page.has_focus or self.focused not in fields:
            page.scroll_rows(rows + pages * max(page.size.height - 1, 1))
        else:
            place = fields.index(self.focused) + rows
            self.set_focus(fields[max(0, min(place, len(fields) - 1))])
