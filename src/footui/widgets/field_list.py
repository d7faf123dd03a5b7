"""Lines with fields in them, several to a line: values that are changed where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.message import Message

from footui.widgets.glyphs import FULL, Glyphs
from footui.widgets.painted import Painted
from footui.widgets.role import Role
from footui.widgets.rows import Line, Row, Run, fit


class Piece(NamedTuple):
    """A part of a line: plain text, or the label or a value of the field with the number `field`.

    `value` is the number of the value that a click on this piece asks for.
    """

    text: str
    role: Role = Role.TEXT
    field: int | None = None
    value: int | None = None


FieldLine = tuple[Piece, ...]
"""One line, left to right; a line without fields is a heading, a message or blank."""


class FieldList(Painted, can_focus=True):
    """Shows lines of which one field is marked, with the focus bar in the leftmost column.

    It has no keys of its own, and does not move the mark: its screen does both. The lines in view are those around
    the marked field, until the mouse wheel looks elsewhere.
    """

    DEFAULT_CSS = "FieldList { height: 1fr; }"
    WHEEL_ROWS: ClassVar[int] = 3

    class Clicked(Message):
        """A field was clicked; `value` is the one asked for, None where the click was on none."""

        def __init__(self, field: int, value: int | None) -> None:
            super().__init__()
            self.field = field
            self.value = value

    def __init__(self, *, glyphs: Glyphs = FULL, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - the name Textual gives it
        super().__init__(glyphs=glyphs, id=id, classes=classes)
        self._lines: tuple[FieldLine, ...] = ()
        self._marked: int | None = None
        self._top = 0
        self._shown_at = (0, 0)

    def set(self, lines: Sequence[FieldLine], marked: int) -> None:
        """Show these lines with this field marked, which is brought into view."""
        moved = marked != self._marked or len(lines) != len(self._lines)
        self._lines, self._marked = tuple(lines), marked
        if moved:
            self._reveal()
        self.repaint()

    @property
    def fields(self) -> list[list[int]]:
        """The fields of each line that has any, top to bottom."""
        lines = (list(dict.fromkeys(piece.field for piece in line if piece.field is not None)) for line in self._lines)
        return [fields for fields in lines if fields]

    def picture(self, width: int, height: int) -> Sequence[Row]:
        """Return the rows in view."""
        if (width, height) != self._shown_at:
            self._shown_at = (width, height)
            self._reveal()
        self._top = max(0, min(self._top, len(self._lines) - height))
        return [self._row(line, width) for line in self._lines[self._top : self._top + height]]

    def _row(self, line: FieldLine, width: int) -> Row:
        is_marked = any(piece.field == self._marked for piece in line if piece.field is not None)
        mark = (self.glyphs.focus if self.has_focus else self.glyphs.mark) if is_marked else " "
        row = tuple(
            Run(self.glyphs.text(piece.text), piece.role, bold=self.has_focus and self._is_marked(piece))
            for piece in line
        )
        return (Run(mark, Role.WORK, bold=is_marked), *fit(Line(row), width - 1, self.glyphs.ellipsis))

    def _is_marked(self, piece: Piece) -> bool:
        return piece.field is not None and piece.field == self._marked

    def _reveal(self) -> None:
        """Bring the line of the marked field into view; for the first field, what stands above it too."""
        height = self._shown_at[1]
        places = [at for at, line in enumerate(self._lines) if any(piece.field is not None for piece in line)]
        at = next((at for at in places if any(map(self._is_marked, self._lines[at]))), None)
        if at is None or not height:
            return
        first = 0 if at == places[0] and at < height else at
        self._top = min(first, max(self._top, at - height + 1))

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show the focus bar, or the mark of a list without focus."""
        super().watch_has_focus(has_focus)
        self.repaint()

    def on_click(self, event: Click) -> None:
        """Tell which field is clicked; beside them, it is the first of the line."""
        row = self._top + event.y
        line = self._lines[row] if row < len(self._lines) else ()
        end = 1
        clicked: Piece | None = None
        for piece in line:
            end += cell_len(self.glyphs.text(piece.text))
            if event.x < end:
                clicked = piece
                break
        if clicked is None or clicked.field is None:
            clicked = next((Piece("", field=piece.field) for piece in line if piece.field is not None), None)
        if clicked is not None and clicked.field is not None:
            self.post_message(self.Clicked(clicked.field, clicked.value))

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Look further down; what is marked stays."""
        self._scroll(event, self.WHEEL_ROWS)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Look further up; what is marked stays."""
        self._scroll(event, -self.WHEEL_ROWS)

    def _scroll(self, event: MouseScrollDown | MouseScrollUp, rows: int) -> None:
        event.stop()
        self._top = max(0, min(self._top + rows, len(self._lines) - self.size.height))
        self.repaint()
