"""A list one moves in: today's blocks, exercises, routines, settings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.message import Message

from footui.widgets.glyphs import FULL, Glyphs
from footui.widgets.painted import Painted
from footui.widgets.role import Role
from footui.widgets.rows import Line, Row, Run, fit
from footui.widgets.text_line import shown


@dataclass(frozen=True, slots=True)
class Choice:
    """One block of a list, a line or more; a heading or a blank line is one that cannot be chosen."""

    lines: tuple[Line, ...]
    can_be_chosen: bool = True


class ChoiceList(Painted, can_focus=True):
    """Blocks of lines, one of them chosen, with the focus bar in its leftmost column.

    The list has no keys of its own: a screen binds them to `move`, `page`, `first` and `last`. The mouse chooses with a
    click, and a click on what is chosen (so also a double click) takes it. Only the rows in view are ever drawn.
    """

    DEFAULT_CSS = "ChoiceList { height: 1fr; }"
    WHEEL_ROWS: ClassVar[int] = 3

    class _News(Message):
        """Something about one of the choices."""

        def __init__(self, choice_list: ChoiceList, index: int) -> None:
            super().__init__()
            self.choice_list = choice_list
            self.index = index

        @property
        def control(self) -> ChoiceList:
            """The list, for handlers that ask for a certain one."""
            return self.choice_list

    class Moved(_News):
        """Another choice is chosen, by key or mouse."""

    class Taken(_News):
        """The chosen one was clicked again."""

    def __init__(
        self,
        choices: Sequence[Choice] = (),
        *,
        glyphs: Glyphs = FULL,
        id: str | None = None,  # noqa: A002 - the name Textual gives it
        classes: str | None = None,
    ) -> None:
        super().__init__(glyphs=glyphs, id=id, classes=classes)
        self._top = 0
        self._height = 0
        self._chosen: int | None = None
        self._choices: tuple[Choice, ...] = ()
        self._lines: list[tuple[int, Line]] = []
        self._first_line: list[int] = []
        self.set(choices)

    @property
    def chosen(self) -> int | None:
        """The index of the chosen one among the choices; None where nothing can be chosen."""
        return self._chosen

    @property
    def lines_above(self) -> int:
        """How many lines are out of view above."""
        return self._top

    @property
    def lines_below(self) -> int:
        """How many lines are out of view below."""
        return max(0, len(self._lines) - self._top - self._height)

    def set(self, choices: Sequence[Choice], chosen: int | None = None) -> None:
        """Show other choices; without `chosen` the place stays as near as it can to where it was. Posts no message."""
        self._choices = tuple(choices)
        self._lines = [(index, line) for index, choice in enumerate(choices) for line in choice.lines]
        self._first_line = []
        at = 0
        for choice in self._choices:
            self._first_line.append(at)
            at += len(choice.lines)
        self._chosen = self._nearest(chosen if chosen is not None else self._chosen or 0)
        self._reveal()
        self.repaint()

    def choose(self, index: int) -> None:
        """Choose this one, and bring it into view. Nothing happens where it cannot be chosen."""
        if index == self._chosen or not 0 <= index < len(self._choices) or not self._choices[index].can_be_chosen:
            return
        self._chosen = index
        self._reveal()
        self.repaint()
        self.post_message(self.Moved(self, index))

    def move(self, steps: int) -> None:
        """Choose the one so many steps down, or up if negative; at the ends it stays."""
        places = self._places()
        if self._chosen is not None:
            place = places.index(self._chosen) + steps
            self.choose(places[max(0, min(place, len(places) - 1))])

    def page(self, pages: int) -> None:
        """Choose what is so many pages of the list further down, or up if negative."""
        if self._chosen is None or not self._lines:
            return
        step = max(1, self._height - 1) * pages
        target = max(0, min(self._first_line[self._chosen] + step, len(self._lines) - 1))
        index = self._nearest(self._lines[target][0])
        if index == self._chosen:
            self.move(1 if pages > 0 else -1)
        elif index is not None:
            self.choose(index)

    def first(self) -> None:
        """Choose the first one."""
        self.move(-len(self._choices))

    def last(self) -> None:
        """Choose the last one."""
        self.move(len(self._choices))

    def picture(self, width: int, height: int) -> Sequence[Row]:
        """Return the rows in view."""
        if height != self._height:
            self._height = height
            self._reveal()
        self._top = max(0, min(self._top, len(self._lines) - height))
        return [self._line(index, line, width) for index, line in self._lines[self._top : self._top + height]]

    def _line(self, index: int, line: Line, width: int) -> Row:
        left, right = shown(line.left, self.glyphs), shown(line.right, self.glyphs)
        mark = " "
        if index == self._chosen:
            mark = self.glyphs.focus if self.has_focus else self.glyphs.mark
            left, right = (tuple(run._replace(bold=self.has_focus or run.bold) for run in row) for row in (left, right))
        return (Run(mark, Role.WORK, bold=mark != " "), *fit(Line(left, right), width - 1, self.glyphs.ellipsis))

    def _places(self) -> list[int]:
        """Return the indexes of what can be chosen."""
        return [index for index, choice in enumerate(self._choices) if choice.can_be_chosen]

    def _nearest(self, index: int) -> int | None:
        """Return what can be chosen and is nearest to `index`."""
        return min(self._places(), key=lambda place: abs(place - index), default=None)

    def _reveal(self) -> None:
        """Bring the chosen one into view, with the headings above it where it is the first."""
        if self._chosen is None or not self._height:
            return
        start = self._first_line[self._chosen]
        end = start + len(self._choices[self._chosen].lines)
        if self._chosen == self._places()[0] and end <= self._height:
            start = 0
        self._top = min(start, max(self._top, end - self._height))

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show the focus bar, or the mark of a list without focus; a handler of `Focus` would come too early."""
        super().watch_has_focus(has_focus)
        self.repaint()

    def on_click(self, event: Click) -> None:
        """Choose what is clicked; take it where it was chosen already."""
        row = self._top + event.y
        if row >= len(self._lines):
            return
        index = self._lines[row][0]
        if index == self._chosen:
            self.post_message(self.Taken(self, index))
        else:
            self.choose(index)

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Look further down; what is chosen stays."""
        self._scroll(event, self.WHEEL_ROWS)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Look further up; what is chosen stays."""
        self._scroll(event, -self.WHEEL_ROWS)

    def _scroll(self, event: MouseScrollDown | MouseScrollUp, rows: int) -> None:
        event.stop()
        self._top = max(0, min(self._top + rows, len(self._lines) - self._height))
        self.repaint()
