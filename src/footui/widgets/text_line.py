"""Text: one row of it, some rows in two parts, a paragraph, and the row for messages."""

from __future__ import annotations

from collections.abc import Sequence

from footui.widgets.glyphs import FULL, Glyphs
from footui.widgets.painted import Painted
from footui.widgets.role import Role
from footui.widgets.rows import Line, Row, Run, fit, runs, wrap


def shown(row: Row, glyphs: Glyphs) -> Row:
    """Return a row as the terminal can show it."""
    if not glyphs.is_ascii:
        return row
    return tuple(run._replace(text=glyphs.text(run.text)) for run in row)


class TextLine(Painted):
    """One row of text, left or right aligned, that ends in `…` where it is too long.

    Put what changes often (a clock) into a line of its own at the right: a change is sent from the line's left edge.
    """

    def __init__(
        self,
        text: str | Row = "",
        role: Role = Role.TEXT,
        *,
        bold: bool = False,
        align_right: bool = False,
        glyphs: Glyphs = FULL,
        id: str | None = None,  # noqa: A002 - the name Textual gives it
        classes: str | None = None,
    ) -> None:
        super().__init__(glyphs=glyphs, id=id, classes=classes)
        self._row = runs(text, role, bold=bold)
        self._align_right = align_right

    @property
    def text(self) -> str:
        """The whole text, also what is cropped."""
        return "".join(run.text for run in self._row)

    def set(self, text: str | Row, role: Role = Role.TEXT, *, bold: bool = False) -> None:
        """Show other text: plain in one role, or runs that have their own."""
        row = runs(text, role, bold=bold)
        if row != self._row:
            self._row = row
            self.repaint()

    def picture(self, width: int, height: int) -> Sequence[Row]:
        """Return the row."""
        row = shown(self._row, self.glyphs)
        line = Line((), row) if self._align_right else Line(row)
        return [fit(line, width, self.glyphs.ellipsis, gap=0)]


class TextRows(Painted):
    """Some rows, each with a part at the left and one at the right edge, for what changes with the phase at most.

    One widget of five rows costs a fifth of five widgets; what changes every second is better alone in a `TextLine`.
    """

    def __init__(
        self,
        lines: Sequence[Line] = (),
        *,
        glyphs: Glyphs = FULL,
        id: str | None = None,  # noqa: A002 - the name Textual gives it
        classes: str | None = None,
    ) -> None:
        super().__init__(glyphs=glyphs, id=id, classes=classes)
        self._lines = tuple(lines)

    def set(self, lines: Sequence[Line]) -> None:
        """Show other rows; only those that differ are painted."""
        if tuple(lines) != self._lines:
            self._lines = tuple(lines)
            self.repaint()

    def picture(self, width: int, height: int) -> Sequence[Row]:
        """Return the rows."""
        return [
            fit(Line(shown(left, self.glyphs), shown(right, self.glyphs)), width, self.glyphs.ellipsis)
            for left, right in self._lines[:height]
        ]


class TextBlock(Painted):
    """Text in as many rows as the widget is high, broken between words, cropped with `…` at its end."""

    def __init__(
        self,
        text: str = "",
        role: Role = Role.TEXT,
        *,
        glyphs: Glyphs = FULL,
        id: str | None = None,  # noqa: A002 - the name Textual gives it
        classes: str | None = None,
    ) -> None:
        super().__init__(glyphs=glyphs, id=id, classes=classes)
        self._text = text
        self._role = role

    @property
    def text(self) -> str:
        """The whole text, also what is cropped."""
        return self._text

    def set(self, text: str, role: Role = Role.TEXT) -> None:
        """Show other text. A line end in it begins a new row."""
        if (text, role) != (self._text, self._role):
            self._text, self._role = text, role
            self.repaint()

    def picture(self, width: int, height: int) -> Sequence[Row]:
        """Return the rows."""
        lines: list[str] = []
        for paragraph in self.glyphs.text(self._text).split("\n"):
            lines += wrap(paragraph, width, height - len(lines), self.glyphs.ellipsis) or [""]
        return [(Run(line, self._role),) for line in lines]


class MessageRow(TextBlock):
    """What the program has to say, above the keys: blank until `set`, blank again after `clear`.

    Of several rows the lowest is used first, so a short message stands right above the keys.
    """

    def clear(self) -> None:
        """Take the message away."""
        self.set("")

    def picture(self, width: int, height: int) -> Sequence[Row]:
        """Return the rows, at the bottom."""
        rows = list(super().picture(width, height))
        return [()] * (height - len(rows)) + rows
