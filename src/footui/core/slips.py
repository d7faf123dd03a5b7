"""What a word typed with slips may mean: a letter too many, too few, another one, or two the wrong way round.

The words are walked through in their order, with the rows of the table of distances (optimal string alignment) kept
for the beginning that a word shares with the one before. Rows come again and again, so each is worked out once for a
letter; a beginning that cannot be meant any more is left with all the words that share it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

_LAST: Final = "\U0010ffff"
"""Stands behind every letter there is."""

LONGEST: Final = 64
"""Letters; in a longer word no slip is looked for."""


def slips_forgiven(letters: int) -> int:
    """How many slips are forgiven in a word of so many letters."""
    if letters < 4 or letters > LONGEST:
        return 0
    return 1 if letters < 8 else 2


def meant_by(typed: str, words: Sequence[str], slips: int) -> list[int]:
    """The places of the words that `typed`, or a longer word begun with it, may mean with so many slips or fewer.

    `words` are sorted. A word that is only begun has to agree in the last letter typed: else any four letters would
    mean all words with the same first three, “ball” a “balance”. The next letter tells.
    """
    rows = _Rows(typed, slips)
    kept = [rows.first]
    before = ""
    found: list[int] = []
    at = 0
    while at < len(words):
        word = words[at]
        depth = _shared(before, word, len(kept) - 1)
        del kept[depth + 1 :]
        before, at_first, row = word, at, kept[-1]
        while at == at_first:
            if depth == len(word):
                if row.distance <= slips:
                    found.append(at)
                at += 1
                break
            row = rows.after(row, word[depth])
            depth += 1
            if row.nearest > slips:
                at = bisect_left(words, word[:depth] + _LAST, at)
            elif depth >= len(typed) and row.ending <= slips:
                at = bisect_left(words, word[:depth] + _LAST, at)
                found.extend(range(at_first, at))
            else:
                kept.append(row)
    return found


def _shared(one: str, other: str, most: int) -> int:
    """How many letters both begin with, at most `most`."""
    most = min(most, len(one), len(other))
    return next((place for place in range(most) if one[place] != other[place]), most)


class _Row:
    """A row of the table: how far the letters gone through are from each beginning of the typed word."""

    __slots__ = ("after", "before", "distance", "ending", "last", "nearest", "row")

    def __init__(self, row: tuple[int, ...], before: tuple[int, ...], last: str, ending: int) -> None:
        """`before` is the row one letter ago, `last` the letter that led from there to here."""
        self.row, self.before, self.last = row, before, last
        self.distance = row[-1]
        """From the whole typed word."""
        self.ending = ending
        """The same, where its last letter is no slip, or one of two the wrong way round."""
        self.nearest = min(row)
        """From that beginning of the typed word which is nearest: it only grows."""
        self.after: dict[str, _Row] = {}


class _Rows:
    """All rows that come up for one typed word, each once."""

    def __init__(self, typed: str, slips: int) -> None:
        self._typed, self._most = typed, slips + 1
        self._letters = frozenset(typed)
        self._known: dict[tuple[tuple[int, ...], tuple[int, ...], str, int], _Row] = {}
        self.first = _Row(tuple(min(place, self._most) for place in range(len(typed) + 1)), (), "", self._most)

    def after(self, row: _Row, letter: str) -> _Row:
        """The row that follows with this letter; all letters that are not in the typed word are alike."""
        letter = letter if letter in self._letters else ""
        following = row.after.get(letter)
        if following is None:
            made = self._made(row, letter)
            following = self._known.setdefault((made.row, made.before, made.last, made.ending), made)
            row.after[letter] = following
        return following

    def _made(self, above: _Row, letter: str) -> _Row:
        typed, most, row = self._typed, self._most, above.row
        numbers = [min(row[0] + 1, most)]
        ending = most
        for place, wanted in enumerate(typed):
            ending = row[place] if wanted == letter else most
            if place and above.before and wanted == above.last and typed[place - 1] == letter:
                ending = min(ending, above.before[place - 1] + 1)
            slipped = 1 + min(row[place], row[place + 1], numbers[place])
            numbers.append(min(ending, slipped, most))
        return _Row(tuple(numbers), row, letter, ending)
