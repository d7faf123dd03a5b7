"""A question in the rows above the message: one line to type, or some answers to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rich.cells import cell_len
from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.message import Message

from footui.widgets.glyphs import FULL, Glyphs
from footui.widgets.painted import Painted
from footui.widgets.role import Role
from footui.widgets.rows import Row, Run, crop, row_width, wrap
from footui.widgets.typed_text import TypedText

WIDEST: Final = 76
"""Cells of the longest row of text."""

MOST_QUESTION_ROWS: Final = 4
LEAST_FIELD: Final = 20
"""Cells for what is typed beside its question; where there are fewer, it has a row of its own."""


class AskingRows(Painted, can_focus=True):
    """Shows a question and what has been answered so far; it has no keys of its own, its screen has.

    A click puts the cursor into the text, or chooses an answer; on the chosen one it takes it.
    """

    DEFAULT_CSS = "AskingRows { width: 1fr; height: 1; }"

    class Clicked(Message):
        """The cursor was put somewhere (`index` is None), or an answer was clicked."""

        def __init__(self, index: int | None, typed: TypedText | None) -> None:
            super().__init__()
            self.index = index
            self.typed = typed

    def __init__(self, *, glyphs: Glyphs = FULL) -> None:
        """Nothing is asked yet."""
        super().__init__(glyphs=glyphs)
        self._question = ""
        self._typed: TypedText | None = None
        self._choices: tuple[str, ...] = ()
        self._chosen = 0

    def set_text(self, question: str, typed: TypedText) -> None:
        """Ask for one line; this is what has been typed of it."""
        self._question, self._typed, self._choices = question, typed, ()
        self.repaint()

    def set_choices(self, question: str, choices: Sequence[str], chosen: int) -> None:
        """Ask for one of these."""
        self._question, self._typed, self._choices, self._chosen = question, None, tuple(choices), chosen
        self.repaint()

    def rows_wanted(self, width: int) -> int:
        """How many rows all of it takes at this width."""
        asked = len(self._question_rows(width))
        if self._typed is None:
            return asked + len(self._choices)
        return asked + (0 if self._is_beside(width) else 1)

    def picture(self, width: int, height: int) -> Sequence[Row]:
        """Return the rows: where they do not all have room, those of the question go first."""
        question = self._question_rows(width)
        if self._typed is not None:
            if self._is_beside(width):
                return [(*question[0], *self._field(self._typed, width - row_width(question[0])))]
            field = (self._mark(), *self._field(self._typed, width - 1))
            return [*question[: max(0, height - 1)], field]
        asked = question[: max(0, height - min(len(self._choices), 2))]
        first = self._first_choice(height - len(asked))
        shown = range(first, min(len(self._choices), first + height - len(asked)))
        return [*asked, *(self._choice(place, width) for place in shown)]

    def _question_rows(self, width: int) -> list[Row]:
        """The question; beside a short one there is room for the text."""
        lines = wrap(self.glyphs.text(self._question), min(width - 1, WIDEST), MOST_QUESTION_ROWS, self.glyphs.ellipsis)
        if self._typed is not None and self._is_beside(width):
            return [(self._mark(), Run(f"{''.join(lines)}  "))]
        return [(Run(" "), Run(line)) for line in lines]

    def _mark(self) -> Run:
        """The focus bar before what is typed."""
        return Run(self.glyphs.focus if self.has_focus else " ", Role.WORK, bold=True)

    def _is_beside(self, width: int) -> bool:
        return cell_len(self.glyphs.text(self._question)) + 3 + LEAST_FIELD <= width

    def _field(self, typed: TypedText, width: int) -> Row:
        return tuple(run._replace(bold=True) for run in typed.runs(Role.TEXT, width, self.glyphs))

    def _choice(self, place: int, width: int) -> Row:
        is_chosen = place == self._chosen
        mark = Run(self.glyphs.focus if is_chosen else " ", Role.WORK, bold=is_chosen)
        text = Run(self.glyphs.text(self._choices[place]), bold=is_chosen)
        return (mark, *crop((text,), width - 1, self.glyphs.ellipsis))

    def _first_choice(self, height: int) -> int:
        """The first of the answers in view: the chosen one stands in their midst."""
        return max(0, min(self._chosen - height // 2, len(self._choices) - height))

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show the focus bar, or take it away."""
        super().watch_has_focus(has_focus)
        self.repaint()

    def on_click(self, event: Click) -> None:
        """Tell what was clicked."""
        event.stop()
        width, height = self.size
        question = self._question_rows(width)
        if self._typed is not None:
            start = row_width(question[0]) if self._is_beside(width) else 1
            row = 0 if self._is_beside(width) else height - 1
            if event.y == row:
                typed = self._typed.clicked(event.x - start, width - start, self.glyphs)
                self.post_message(self.Clicked(None, typed))
            return
        asked = len(question[: max(0, height - min(len(self._choices), 2))])
        place = self._first_choice(height - asked) + event.y - asked
        if event.y >= asked and place < len(self._choices):
            self.post_message(self.Clicked(place, None))

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """The next answer."""
        self._scroll(event, 1)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """The answer before."""
        self._scroll(event, -1)

    def _scroll(self, event: MouseScrollDown | MouseScrollUp, by: int) -> None:
        event.stop()
        to = self._chosen + by
        if 0 <= to < len(self._choices):
            self.post_message(self.Clicked(to, None))
