"""One line of text while it is typed: what each key makes of it, and the part of it that a row can show.

It is a value: a key gives another one. An accented letter or an emoji of several characters is one step of the cursor.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, NamedTuple
from unicodedata import category

from rich.cells import cell_len, split_graphemes

from footui.widgets.glyphs import FULL, Glyphs
from footui.widgets.role import Role
from footui.widgets.rows import Row, Run

MOST_TYPED: Final = 4_000
"""Characters; what is typed or pasted beyond them is left out. No text of a file may be that long."""

MOST_MARKS: Final = 4
"""Marks of no width in a row, as in `storage/text_cleaning`: what is typed is read back as it was."""

_JOINERS: Final = "\u200d\ufe0f"
_LEAST_WITH_SIGNS: Final = 8
"""Cells of a row from which on `…` stands where there is more."""


class TypedText(NamedTuple):
    """A line, and the place of the cursor in it in characters: 0 is before the first."""

    text: str = ""
    cursor: int = 0

    @classmethod
    def of(cls, text: str) -> TypedText:
        """This text, cleaned, with the cursor behind it."""
        return cls().pasted(text)

    def after(self, key: str, character: str | None = None) -> TypedText | None:
        """What a key makes of it, by Textual's name and the character it types; None: no key of typing."""
        if key in _KEYS:
            return TypedText(*_KEYS[key](self.text[: self.cursor], self.text[self.cursor :]))
        return self.pasted(character) if character and _is_typed(character) else None

    def pasted(self, text: str) -> TypedText:
        """The text with some more at the cursor: line ends become spaces, control characters do not get in."""
        more = _clean(text)[: max(0, MOST_TYPED - len(self.text))]
        before = _few_marks(self.text[: self.cursor] + more)
        return TypedText(_few_marks(before + self.text[self.cursor :]), len(before))

    def clicked(self, cell: int, width: int, glyphs: Glyphs = FULL) -> TypedText:
        """The same text, the cursor where a row of this width was clicked; cells count from 0."""
        view = _view(self, width, glyphs)
        place = self.cursor - sum(len(letter.text) for letter in view.before)
        at = cell_len(view.sign_before)
        for letter in (*view.before, _CURSOR, *view.behind):
            at += letter.cells
            if cell < at:
                break
            place += len(letter.text)
        return self._replace(cursor=place)

    def runs(self, role: Role, width: int, glyphs: Glyphs = FULL) -> Row:
        """At most `width` cells of the text, the cursor among them; `…` where there is more on that side."""
        if width < 1:
            return ()
        view = _view(self, width, glyphs)
        row = (
            Run(view.sign_before, Role.MUTED),
            Run("".join(letter.shown for letter in view.before), role),
            Run(glyphs.cursor, Role.WORK, bold=True),
            Run("".join(letter.shown for letter in view.behind), role),
            Run(view.sign_behind, Role.MUTED),
        )
        return tuple(run for run in row if run.text)


# Keys


def _left(before: str, behind: str) -> tuple[str, int]:
    return before + behind, len(_but_last(before))


def _right(before: str, behind: str) -> tuple[str, int]:
    return before + behind, len(before) + _first_letter(behind)


def _word_left(before: str, behind: str) -> tuple[str, int]:
    return before + behind, len(_but_last_word(before))


def _word_right(before: str, behind: str) -> tuple[str, int]:
    rest = behind.lstrip()
    word = rest.partition(" ")[0]
    return before + behind, len(before) + len(behind) - len(rest) + len(word)


def _backspace(before: str, behind: str) -> tuple[str, int]:
    kept = _but_last(before)
    return kept + behind, len(kept)


def _delete(before: str, behind: str) -> tuple[str, int]:
    return before + behind[_first_letter(behind) :], len(before)


def _delete_word(before: str, behind: str) -> tuple[str, int]:
    kept = _but_last_word(before)
    return kept + behind, len(kept)


def _delete_to_start(_before: str, behind: str) -> tuple[str, int]:
    return behind, 0


_KEYS: Final[Mapping[str, Callable[[str, str], tuple[str, int]]]] = {
    "left": _left,
    "right": _right,
    "ctrl+left": _word_left,
    "ctrl+right": _word_right,
    "home": lambda before, behind: (before + behind, 0),
    "end": lambda before, behind: (before + behind, len(before + behind)),
    "backspace": _backspace,
    "delete": _delete,
    "ctrl+w": _delete_word,
    "ctrl+u": _delete_to_start,
}
"""What each makes of the text before and behind the cursor: another text, and the cursor in it."""


def _but_last(text: str) -> str:
    letters = split_graphemes(text)[0]
    return text[: letters[-1][0]] if letters else ""


def _first_letter(text: str) -> int:
    """How many characters the first letter has."""
    letters = split_graphemes(text)[0]
    return letters[0][1] if letters else 0


def _but_last_word(text: str) -> str:
    stripped = text.rstrip()
    return stripped[: stripped.rfind(" ") + 1]


# What gets in


def _is_typed(character: str) -> bool:
    """Whether a key with this character types it: enter and tab do not."""
    return not any(category(part) == "Cc" for part in character) and bool(_clean(character))


def _clean(text: str) -> str:
    """The text in one line, without what is invisible or acts upon a terminal."""
    if text.isascii() and text.isprintable():
        return text
    line = text[: 2 * MOST_TYPED].replace("\r\n", " ")
    return "".join(" " if letter.isspace() else letter for letter in line if _may_stay(letter))


def _may_stay(letter: str) -> bool:
    return letter.isprintable() or letter.isspace() or letter in _JOINERS


def _few_marks(text: str) -> str:
    """The text without the marks after the fourth in a row: piles of them cover other rows."""
    if text.isascii():
        return text
    kept: list[str] = []
    marks = 0
    for letter in text:
        marks = marks + 1 if category(letter)[0] == "M" or letter in _JOINERS else 0
        if marks <= MOST_MARKS:
            kept.append(letter)
    return "".join(kept)


# What is seen


class _Letter(NamedTuple):
    """What the cursor passes in one step, as it is shown, and how many cells that takes."""

    text: str
    shown: str
    cells: int


_CURSOR: Final = _Letter("", "", 1)


class _View(NamedTuple):
    """The letters in view on both sides of the cursor, and the sign that there are more."""

    sign_before: str
    before: Sequence[_Letter]
    behind: Sequence[_Letter]
    sign_behind: str


def _view(typed: TypedText, width: int, glyphs: Glyphs) -> _View:
    """What a row of this width shows; a quarter of it stays for what is behind the cursor."""
    before, behind = _letters(typed.text[: typed.cursor], glyphs), _letters(typed.text[typed.cursor :], glyphs)
    room = max(0, width - 1)
    sign = glyphs.ellipsis if width >= _LEAST_WITH_SIGNS else ""
    kept_before = _fitting(before[::-1], room - min(_cells(behind), room // 4), sign)[::-1]
    sign_before = sign if len(kept_before) < len(before) else ""
    kept_behind = _fitting(behind, room - cell_len(sign_before) - _cells(kept_before), sign)
    return _View(sign_before, kept_before, kept_behind, sign if len(kept_behind) < len(behind) else "")


def _fitting(letters: Sequence[_Letter], room: int, sign: str) -> Sequence[_Letter]:
    """As many of the first letters as have room, with the sign behind them where that is not all."""
    if _cells(letters) <= room:
        return letters
    left = room - cell_len(sign)
    for place, letter in enumerate(letters):
        left -= letter.cells
        if left < 0:
            return letters[:place]
    return letters


def _letters(text: str, glyphs: Glyphs) -> list[_Letter]:
    letters = (text[start:end] for start, end, _ in split_graphemes(text)[0])
    return [_Letter(letter, shown := glyphs.text(letter), cell_len(shown)) for letter in letters]


def _cells(letters: Iterable[_Letter]) -> int:
    return sum(letter.cells for letter in letters)
