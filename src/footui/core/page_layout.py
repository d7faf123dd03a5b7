"""A page's blocks as lines of text for a width, for a screen as well as for paper.

What a character takes up in a line is asked of `measure`: a terminal's cells are not known here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum
from itertools import count, repeat, zip_longest
from typing import Final, NamedTuple, TypeAlias

from footui.core.page import (
    NOTHING_OPEN,
    Block,
    Bullets,
    Cautions,
    DoseRow,
    DoseTable,
    Gap,
    Heading,
    Note,
    Numbered,
    Paragraph,
    Title,
)

WIDEST_TEXT: Final = 76
"""Text is never wider than this."""

STACKED_BELOW: Final = 56
"""In fewer columns a row of the table is written as lines under each other."""

_LEAST: Final = 20
_WIDEST_KIND: Final = 9
_GAP: Final = 2
_MARK: Final = "▸"
"""Before the chosen source; every row of the table leaves it a column."""

Measure: TypeAlias = Callable[[str], int]
"""How many columns a text takes up."""


class Tone(Enum):
    """What a piece of a line is, where that can be shown."""

    PLAIN = "plain"
    MUTED = "muted"
    CAUTION = "caution"
    MARK = "mark"


class Piece(NamedTuple):
    """Text of one tone within a line."""

    text: str
    tone: Tone = Tone.PLAIN
    is_bold: bool = False


def laid_out(
    blocks: Iterable[Block], width: int, measure: Measure, *, marked: int | None = None, indent: int = 0
) -> list[tuple[Piece, ...]]:
    """The lines of a page, each the pieces of one.

    `marked` is the place of the chosen dose; what stands under a heading is set in by `indent`.
    """
    page = _Page(max(_LEAST, min(width, WIDEST_TEXT)), measure, marked, indent)
    for block in blocks:
        page.add(block)
    while page.lines and not page.lines[-1]:
        page.lines.pop()
    return page.lines


class _Page:
    """Lines as they are written, one under the other."""

    def __init__(self, width: int, measure: Measure, marked: int | None, indent: int) -> None:
        self.lines: list[tuple[Piece, ...]] = []
        self._width, self._measure, self._marked, self._indent = width, measure, marked, indent
        self._left = ""

    def add(self, block: Block) -> None:
        match block:
            case Heading(text):
                self._heading(text)
            case DoseTable():
                self._table(block)
            case Gap():
                self._gap()
            case Title(text):
                self._text(text, is_bold=True)
            case Paragraph(text, is_muted):
                self._text(text, Tone.MUTED if is_muted else Tone.PLAIN)
            case Cautions(texts):
                self._list(texts, repeat("! "), Tone.CAUTION)
            case _:
                self._list(*_list_of(block))

    def _list(self, texts: Iterable[str], firsts: Iterable[str], tone: Tone = Tone.PLAIN) -> None:
        for text, first in zip(texts, firsts, strict=False):
            self._text(text, tone, first=first)

    def _text(self, text: str, tone: Tone = Tone.PLAIN, *, first: str = "", is_bold: bool = False) -> None:
        """A paragraph; `first` stands before its first row, and the others are set in under what follows it."""
        lead = self._left + first
        for row in _wrapped(text, self._width - self._measure(lead), self._measure):
            self.lines.append((Piece(lead + row, tone, is_bold),))
            lead = " " * self._measure(lead)

    def _gap(self) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append(())

    def _heading(self, text: str) -> None:
        self._gap()
        self._left = ""
        self._text(text, is_bold=True)
        self._left = " " * self._indent

    def _table(self, table: DoseTable) -> None:
        self._left = ""
        room = self._width - self._indent - len(_MARK)
        if room < STACKED_BELOW - len(_MARK):
            self._heading(table.head[0])
            for row in table.rows:
                self._stacked(row)
            return
        self._gap()
        cells = [table.head, *((row.source, row.kind, row.published, *row.taken) for row in table.rows)]
        kind = min(_WIDEST_KIND, max(self._measure(texts[1]) for texts in cells))
        wants = [
            max(self._measure(text) for texts in cells for text in texts[at])
            for at in (slice(1), slice(2, 3), slice(3, None))
        ]
        source, published, taken = _shared_out(wants, room - kind - 3 * _GAP)
        widths = (source, kind, published, taken)
        self._head(table.head, (source + self._indent + len(_MARK), kind, published, taken))
        self._left = " " * self._indent
        for row in table.rows:
            columns = ((row.source,), (row.kind,), (row.published,), row.taken)
            self._row(columns, widths, is_marked=row.place == self._marked)

    def _head(self, head: Sequence[str], widths: Sequence[int]) -> None:
        """What stands over the columns; the first begins where a heading does."""
        for texts in _side_by_side([(text,) for text in head], widths, self._measure):
            self.lines.append((Piece((" " * _GAP).join(texts).rstrip(), Tone.PLAIN, is_bold=True),))

    def _row(self, columns: Sequence[Sequence[str]], widths: Sequence[int], *, is_marked: bool) -> None:
        for at, (source, *others) in enumerate(_side_by_side(columns, widths, self._measure)):
            mark = _MARK if is_marked and at == 0 else " "
            rest = (" " * _GAP).join(others).rstrip()
            self.lines.append((
                Piece(self._left + mark, Tone.MARK), Piece(source + " " * _GAP, is_bold=is_marked), Piece(rest)
            ))  # fmt: skip

    def _stacked(self, row: DoseRow) -> None:
        is_marked = row.place == self._marked
        kind = f" · {row.kind}" if row.kind.strip("–") else ""
        self._text(f"{row.source}{kind}", first=_MARK if is_marked else " ", is_bold=is_marked)
        self._text(row.published, first="   ")
        for text in row.taken if row.taken != (NOTHING_OPEN,) else ():
            self._text(text, Tone.MUTED, first="   ")


def _list_of(block: Numbered | Bullets | Note) -> tuple[Iterable[str], Iterable[str]]:
    """The texts of a list, and what stands before each of them."""
    match block:
        case Numbered(texts):
            width = len(str(len(texts)))
            return texts, (f"{number:>{width}} " for number in count(1))
        case Bullets(texts):
            return texts, repeat("• ")
        case Note(mark, text):
            return (text,), (f"{mark} ",)


def _side_by_side(columns: Sequence[Sequence[str]], widths: Sequence[int], measure: Measure) -> Iterator[list[str]]:
    """Lines of columns with these widths; a text that is longer than its column goes on below itself."""
    wrapped = [
        [line for text in texts for line in _wrapped(text, width, measure)]
        for texts, width in zip(columns, widths, strict=True)
    ]
    for cells in zip_longest(*wrapped, fillvalue=""):
        yield [cell + " " * (width - measure(cell)) for cell, width in zip(cells, widths, strict=True)]


def _wrapped(text: str, width: int, measure: Measure) -> list[str]:
    """A text in lines of at most `width` columns, broken between words, and within those that are longer."""
    lines: list[str] = []
    for word in text.split():
        if lines and measure(lines[-1]) + 1 + measure(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines += _cut(word, width, measure)
    return lines


def _cut(word: str, width: int, measure: Measure) -> Iterator[str]:
    """A word in parts of at most `width` columns, or of one character where that is wider."""
    while len(word) > 1 and measure(word) > width:
        end = next((end for end in range(2, len(word)) if measure(word[:end]) > width), len(word)) - 1
        yield word[:end]
        word = word[end:]
    yield word


def _shared_out(wants: Sequence[int], room: int) -> list[int]:
    """Widths of columns that want so much and have so much together: what one does not need goes to the others."""
    widths = dict.fromkeys(range(len(wants)), 0)
    left = list(widths)
    while left:
        fair = room // len(left)
        content = [at for at in left if wants[at] <= fair] or left[:1]
        for at in content:
            widths[at] = min(wants[at], fair)
            room -= widths[at]
            left.remove(at)
    return list(widths.values())
