"""The rows in which a session is corrected: its pain, effort and note, each where it can be changed at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input

from footui.core.said import EFFORTS, MOST_PAIN
from footui.screens.finished_answers import LONGEST_NOTE
from footui.screens.history.deeds import Answers
from footui.storage.text_cleaning import clean_line
from footui.widgets.choice_row import ChoiceRow
from footui.widgets.glyphs import Glyphs
from footui.widgets.role import Role
from footui.widgets.rows import Run
from footui.widgets.text_line import TextLine

LABEL_CELLS: Final = 14
EFFORT: Final = "effort"
LEAST_BESIDE: Final = 5
"""Rows of a small screen that stay for the rest."""

ROOMY: Final = 8
_PAIN: Final = {
    "before": "Pain before",
    "worst": "Worst",
    "after": "After",
    "next_morning": "Next morning",
}


class CorrectionForm(VerticalScroll, can_focus=False):
    """Asks what a session's answers should have been; its screen has the keys."""

    DEFAULT_CSS = """
    CorrectionForm { height: 6; scrollbar-size: 0 0; }
    CorrectionForm Horizontal { height: 1; }
    CorrectionForm #correction_label { width: 15; }
    CorrectionForm Input { width: 1fr; }
    """

    def __init__(self, answers: Answers, glyphs: Glyphs, *, asks_pain: bool) -> None:
        """Begins with the answers there are; pain that was never said is left out unless it `asks_pain`."""
        super().__init__()
        self._glyphs = glyphs
        self._before = answers
        self._height, self._gap = 1, 0
        self._at = 0
        self._rows = [*self._pain_rows(asks_pain=asks_pain), self._effort_row()]
        self._note = Input(
            answers.note,
            placeholder="one line, if you like",
            max_length=LONGEST_NOTE,
            id="note",
            compact=True,
            select_on_focus=False,  # or the first letter would be all that is left of it
        )
        self._note.cursor_blink = False  # a blink a second is sent over every link

    def _pain_rows(self, *, asks_pain: bool) -> Iterator[ChoiceRow]:
        pain = self._before.pain
        numbers = [str(number) for number in range(MOST_PAIN + 1)]
        if asks_pain or any(number is not None for number in pain):
            for name, chosen in pain._asdict().items():
                yield ChoiceRow(
                    _PAIN[name], numbers, label_cells=LABEL_CELLS, chosen=chosen, glyphs=self._glyphs, id=name
                )

    def _effort_row(self) -> ChoiceRow:
        effort = EFFORTS.index(self._before.effort) if self._before.effort in EFFORTS else None
        return ChoiceRow(
            "Effort",
            EFFORTS,
            label_cells=LABEL_CELLS,
            chosen=effort,
            brackets=("(", ")"),
            glyphs=self._glyphs,
            id=EFFORT,
        )

    @property
    def rows_taken(self) -> int:
        """How many rows it takes, with the blank one above it where there is room."""
        return self._height + self._gap

    def make_room(self, height: int) -> None:
        """Take the rows it needs on a screen so high; where it is low it scrolls."""
        wanted = len(self._fields)
        self._height = max(1, min(wanted, height - LEAST_BESIDE))
        self._gap = 1 if height > LEAST_BESIDE + wanted + ROOMY else 0
        self.styles.height = self._height
        self.styles.margin = (self._gap, 0, 0, 0)

    def compose(self) -> ComposeResult:
        """A row for each answer."""
        yield from self._rows
        with Horizontal():
            yield TextLine(glyphs=self._glyphs, id="correction_label")
            yield self._note

    def on_mount(self) -> None:
        """The first row has the keys, or the one that was gone to meanwhile."""
        self._label_note()
        self.screen.set_focus(self._fields[self._at])

    @property
    def _fields(self) -> list[ChoiceRow | Input]:
        """What can have the keys, top to bottom."""
        return [*self._rows, self._note]

    @property
    def row(self) -> ChoiceRow | None:
        """The row that has the keys; None in the note."""
        return self._rows[self._at] if self._at < len(self._rows) else None

    @property
    def asks_number(self) -> bool:
        """Whether the row that has the keys asks for a number."""
        return self.row is not None and self.row.id != EFFORT

    def step(self, by: int) -> None:
        """So many rows down, or up where negative; at the ends it goes round."""
        fields = self._fields
        self._at = (self._at + by) % len(fields)
        if self.is_mounted:
            self.screen.set_focus(fields[self._at])

    def on_descendant_focus(self) -> None:
        """Another field has the keys; the note's label is marked like those of the rows."""
        self._at = next((place for place, field in enumerate(self._fields) if field.has_focus), self._at)
        self._label_note()

    def _label_note(self) -> None:
        has_focus = self.row is None
        mark = Run(self._glyphs.focus if has_focus else " ", Role.WORK, bold=True)
        self.query_one("#correction_label", TextLine).set((mark, Run("Note", bold=has_focus)))

    def on_input_changed(self, event: Input.Changed) -> None:
        """What no terminal should be sent is left out."""
        event.stop()
        clean = clean_line(event.value, limit=max(LONGEST_NOTE, len(self._before.note)))
        if clean != event.value:
            event.input.value = clean

    @property
    def answers(self) -> Answers:
        """What is chosen and typed."""
        chosen = {str(row.id): row.chosen for row in self._rows}
        effort = chosen.pop(EFFORT)
        return Answers(
            self._before.pain._replace(**chosen),
            None if effort is None else EFFORTS[effort],
            self._note.value.strip(),
        )

    @property
    def most_pain(self) -> int:
        """The highest number of pain that is chosen."""
        return max((number for number in self.answers.pain if number is not None), default=0)
