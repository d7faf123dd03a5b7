"""Says the same to a terminal in fewer bytes.

Textual sends again what a widget shows, with the whole style of every piece, and moves by absolute places. Here it is
known what stands in each cell: only cells that differ are sent, a style is said only where it differs from the one that
holds, and the shortest way to the next cell is taken. Nothing is used that some terminal lacks; only where it is known
to be right, blanks are erased in place of written.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, TypeAlias

from rich.cells import cell_len

from footui.wire.styles import PLAIN, SEEN_ON_BLANKS, Style, changed_by

_TOKEN: Final = re.compile(
    r"\x1b\[(?P<row>\d+);(?P<column>\d+)H"
    r"|\x1b\[(?P<style>[\d;]*)m"
    r"|(?P<text>[^\x00-\x1f\x7f]+)"
    r"|(?P<other>\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]P^_X][^\x07\x1b]*(?:\x07|\x1b\\)|[^\[\]P^_X])|[\x00-\x1f\x7f]|\x1b)"
)
_DRAWS_NOTHING: Final = re.compile(
    r"\x1b\[\?(?!1049)\d+[hl]|\x1b\[\??\d*\$p|\x1b\[[<>=]\d*u|\x1b\[\d*n|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x07"
)
"""Modes, questions, titles and bells: what stands in the cells stays, and so do cursor and style."""

_Cell: TypeAlias = tuple[str, Style]
"""One character, one cell wide, and how it looks."""


class Wire:
    """What a terminal shows, as far as it is known, and the short way from there to what it shall show."""

    erases = False
    """Whether this terminal erases in the present background, as terminfo has it with `bce` and `ech`."""

    def __init__(self) -> None:
        """Nothing is known about the terminal."""
        self._size: tuple[int, int] | None = None
        self._new_size: tuple[int, int] | None = None
        self._cells: dict[tuple[int, int], _Cell] = {}
        self._wanted: dict[tuple[int, int], _Cell] = {}
        self._holds: Style | None = None
        self._cursor: tuple[int, int] | None = None  # the terminal's, as row and column from 0
        self._at: tuple[int, int] | None = None  # where it would be, had all been sent as it came
        self._line_ends = ""  # those after which nothing was written yet, and where the first of them stood
        self._line_end_at: tuple[int, int] | None = None
        self._said: list[str] = []

    def forget(self, columns: int, rows: int) -> None:
        """From the next call of `slim` on, nothing is known about a terminal of this size; any thread may call it."""
        self._new_size = (rows, columns)

    def slim(self, data: str) -> str:
        """The same picture in fewer bytes; `data` begins in the terminal's own style, what is sent need not."""
        if self._new_size is not None:
            self._size, self._new_size = self._new_size, None
            self._know_nothing()
        self._cursor = None  # whoever else wrote to the terminal may have moved it
        style, fits, parks = PLAIN, True, False
        for token in _TOKEN.finditer(data):
            row, column, numbers, text, other = token.groups()
            parks = row is not None
            if text is not None:
                fits = self._take(text, style) and fits
            elif numbers is not None:
                style = changed_by(style, numbers)
            elif row is not None:
                self._at, self._line_ends, self._line_end_at = (int(row) - 1, int(column) - 1), "", None
            else:
                self._pass_on(other, style)
        self._send_wanted()
        if parks and self._at is not None and self._at != (0, 0):  # a text field's; else it is hidden in the corner
            self._say_move(self._at)
        if not fits:  # it was meant for a terminal of another size
            self._know_nothing()
        said, self._said = "".join(self._said), []
        return said

    def _know_nothing(self) -> None:
        self._cells.clear()
        self._cursor = self._at = self._holds = None

    # Taking in

    def _take(self, text: str, style: Style) -> bool:
        """Want this text at the present place; tell whether it fits the terminal."""
        if self._at is None:
            self._send_wanted()
            self._say_line_ends()
            self._say_style(style)
            self._said.append(text)
            self._cells.clear()
            self._cursor = None
            return True
        row, column = self._at
        width = cell_len(text)
        if _is_narrow(text):
            blank = (" ", style.on_blank())
            for place, letter in enumerate(text, column):
                self._wanted[row, place] = blank if letter == " " else (letter, style)
        else:
            self._send_wide(text, width, style)
        self._at = (row, column + width)
        return self._size is None or (row < self._size[0] and column + width <= self._size[1])

    def _send_wide(self, text: str, width: int, style: Style) -> None:
        """Text with letters of other widths than one is sent as it is; what stands there is not known after it."""
        assert self._at is not None  # noqa: S101  # for the type checker
        row, column = self._at
        self._send_wanted()
        self._say_move(self._at)
        self._say_style(style)
        self._said.append(text)
        self._cursor = None
        for place in range(column - 1, column + width + 1):
            self._cells.pop((row, place), None)

    def _pass_on(self, sequence: str, style: Style) -> None:
        """What is neither text nor style nor a move."""
        if sequence in "\r\n":  # Textual moves directly after it; where nobody does, nothing is known
            self._line_end_at, self._at = self._at or self._line_end_at, None
            self._line_ends += sequence
            return
        self._send_wanted()
        if _DRAWS_NOTHING.fullmatch(sequence):
            self._said.append(sequence)
            return
        self._say_line_ends()
        self._say_style(style)
        self._said.append(sequence)
        self._know_nothing()

    def _say_line_ends(self) -> None:
        """Be where the text is now, be it by line ends whose place nobody knows."""
        if self._at is not None:
            self._say_move(self._at)
        elif self._line_ends:
            if self._line_end_at is not None:
                self._say_move(self._line_end_at)
            self._said.append(self._line_ends)
            self._cursor, self._line_ends, self._line_end_at = None, "", None

    # Sending

    def _send_wanted(self) -> None:
        """Send the cells that are wanted and not there, row by row."""
        wanted, cells = self._wanted, self._cells
        changed = sorted(new for new in wanted.items() if cells.get(new[0]) != new[1])
        at = 0
        while at < len(changed):
            after, erasing = self._blanks(changed, at)
            if erasing:
                self._say_way(changed[at][0])
                self._say_style(self._style_for(*changed[at][1]))
                self._said.append(erasing)
            at = after if erasing else self._send_run(changed, at)
        cells.update(wanted)
        wanted.clear()

    def _send_run(self, changed: list[tuple[tuple[int, int], _Cell]], at: int) -> int:
        """Send the neighbours in one style that begin here; return where the next ones begin."""
        (row, column), (letter, style) = changed[at]
        self._say_way((row, column))
        said = self._style_for(letter, style)
        self._say_style(said)
        letters = []
        while style is said or self._style_for(letter, style) == said:
            letters.append(letter)
            at += 1
            if at == len(changed) or changed[at][0] != (row, column + len(letters)) or self._blanks(changed, at)[1]:
                break
            letter, style = changed[at][1]
        self._said.append("".join(letters))
        column += len(letters)
        is_edge = self._size is None or column >= self._size[1]  # there, terminals differ in where the cursor is
        self._cursor = None if is_edge else (row, column)
        return at

    def _blanks(self, changed: list[tuple[tuple[int, int], _Cell]], at: int) -> tuple[int, str]:
        """Where the cells after the blanks here begin, and how these are erased; empty where to write is shorter."""
        (row, column), blank = changed[at]
        if not self.erases or blank[0] != " " or blank[1].attributes or self._size is None:
            return at, ""
        columns, end = self._size[1], column
        while end < columns and (self._wanted.get((row, end)) or self._cells.get((row, end))) == blank:
            end += 1
        after = at
        while after < len(changed) and changed[after][0] < (row, end):
            after += 1
        length = changed[after - 1][0][1] - column + 1
        sequence = "\x1b[K" if end == columns else f"\x1b[{length}X"
        return (after, sequence) if length > len(sequence) else (at, "")

    def _style_for(self, letter: str, wanted: Style) -> Style:
        """A style in which this cell looks right; for a blank, the one that is nearest to what holds."""
        holds = self._holds
        if letter != " " or holds is None:
            return wanted
        if not wanted.attributes and not holds.attributes & SEEN_ON_BLANKS:
            return holds if holds.background == wanted.background else holds._replace(background=wanted.background)
        return wanted

    def _say_style(self, style: Style) -> None:
        if self._holds is None:
            self._said.append("\x1b[0m")
            self._holds = PLAIN
        self._said.append(style.after(self._holds))
        self._holds = style

    def _say_way(self, place: tuple[int, int]) -> None:
        """Go to a place, by writing what lies between where that is shorter."""
        if self._cursor == place:
            return
        if self._cursor is not None and self._cursor[0] == place[0] and 0 < place[1] - self._cursor[1] <= 4:
            row, column = self._cursor
            between = [self._cells.get((row, x)) for x in range(column, place[1])]
            known = [cell for cell in between if cell is not None and self._style_for(*cell) == self._holds]
            letters = "".join(letter for letter, _ in known)
            if len(known) == len(between) and len(letters.encode()) <= len(_way(self._cursor, place)):
                self._said.append(letters)
                self._cursor = place
                return
        self._say_move(place)

    def _say_move(self, place: tuple[int, int]) -> None:
        if self._cursor != place:
            self._said.append(_way(self._cursor, place))
            self._cursor = place


def _way(here: tuple[int, int] | None, there: tuple[int, int]) -> str:
    """The shortest sequence that moves the cursor."""
    row, column = there
    absolute = f"\x1b[{row + 1 if row else ''}{f';{column + 1}' if column else ''}H"
    if here is None:
        return absolute
    return min(_up_or_down(row - here[0]) + _along(column - here[1]), absolute, key=len)


def _up_or_down(rows: int) -> str:
    """Keeping the column."""
    if rows == 0:
        return ""
    return min(("\x1bD" if rows > 0 else "\x1bM") * abs(rows), f"\x1b[{abs(rows)}{'B' if rows > 0 else 'A'}", key=len)


def _along(columns: int) -> str:
    if columns < 0:
        return min("\b" * -columns, f"\x1b[{-columns}D", key=len)
    return f"\x1b[{columns if columns > 1 else ''}C" if columns else ""


@lru_cache(maxsize=2048)
def _is_narrow(text: str) -> bool:
    """Whether every letter takes one cell."""
    return text.isascii() or all(cell_len(letter) == 1 for letter in text)
