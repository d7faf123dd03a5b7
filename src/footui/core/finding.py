"""Finding exercises as one types: every word somewhere, whatever its case and accents, slips forgiven, best first.

An index is built once for a catalogue. For each of its words it knows the exercises, and in which part of them the word
stands at best. A typed word means the words that it is, begins, is a part of (from three letters on), or is with a
slip; what that comes to is kept, so that the next letter costs only the word it belongs to.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from footui.core.exercise import Position
from footui.core.exercise_words import Where, forms_of, words_of
from footui.core.plain_words import folded, plain_words
from footui.core.slips import meant_by, slips_forgiven

if TYPE_CHECKING:
    from footui.core.exercise import Exercise

NO_EQUIPMENT: Final = "no equipment"

_LAST: Final = "\U0010ffff"
"""Stands behind every letter there is."""

_EXACT, _BEGUN, _WITHIN, _SLIP = 0, 1, 2, 15
"""How a word is meant, added to where it stands: a slip in the title goes behind equipment and before the about."""

_MOST_WORDS: Final = 16
"""Of what was typed; more are not looked at."""
_MOST_LETTERS: Final = 1000
_LEAST_WITHIN: Final = 3
"""Letters from which on a part of a word is enough, in scripts that part their words."""
_LEAST_SLIP_IN_ABOUT: Final = 6
"""Letters: descriptions are long, and every short word is one slip away from another one."""
_KEPT_WORDS: Final = 128


class Filters(NamedTuple):
    """What an exercise must have, all of it in one of its forms; None: does not matter."""

    body_part: str | None = None
    position: str | None = None
    equipment: str | None = None
    """A thing that is needed or may stand in for it, or “no equipment”."""


class Choices(NamedTuple):
    """What can be filtered by, each sorted; positions in the order of `Position`, “no equipment” first."""

    body_parts: tuple[str, ...]
    positions: tuple[str, ...]
    equipment: tuple[str, ...]


NO_FILTERS: Final = Filters()


class Index:
    """The words of a catalogue; exercises are known by their places in it."""

    def __init__(self, exercises: Sequence[Exercise]) -> None:
        """All exercises, in the order in which ties are listed."""
        self._exercises = tuple(exercises)
        self._titles: list[list[str]] = []
        places: dict[str, dict[int, int]] = {}
        for place, exercise in enumerate(self._exercises):
            title = plain_words(exercise.title)
            self._titles.append(title)
            for word, field in words_of(exercise, title):
                fields = places.setdefault(word, {})
                if fields.get(place, field + 1) > field:
                    fields[place] = field
        self._words = sorted(places)
        self._fields = [places[word] for word in self._words]
        self._kept: dict[str, dict[int, int]] = {}
        self._pairs = [
            (place, _pairs_in(words))
            for place, exercise in enumerate(self._exercises)
            for words in (self._titles[place], *map(plain_words, exercise.also))
        ]
        self._all = range(len(self._exercises))
        self._last_fitting: tuple[Filters, Container[int]] = (NO_FILTERS, self._all)

    def choices(self) -> Choices:
        """What there is to filter by."""
        forms = [form for exercise in self._exercises for form in forms_of(exercise)]
        present = {form.position for form in forms}
        names = {folded(thing.name): thing.name for form in forms for thing in form.equipment}
        bare = [NO_EQUIPMENT] if any(not form.equipment for form in forms) else []
        parts = {folded(part): part for form in forms for part in form.body_parts}
        return Choices(
            tuple(parts[key] for key in sorted(parts)),
            tuple(position.value for position in Position if position in present),
            (*bare, *(names[key] for key in sorted(names))),
        )

    def find(self, text: str, filters: Filters = NO_FILTERS) -> list[int]:
        """The places of the exercises in which every word of `text` is found, best first; all, where it has none."""
        all_words = plain_words(text[:_MOST_LETTERS])
        words = list(dict.fromkeys(all_words))[:_MOST_WORDS]
        if not words:
            return list(filter(self._fitting(filters).__contains__, self._all))
        first, *others = sorted((self._meant(word) for word in words), key=len)
        scores = dict(first)
        for meant in others:
            scores = {place: score + meant[place] for place, score in scores.items() if place in meant}
        for place in scores:
            if self._titles[place] == all_words:
                scores[place] = -1
        fitting = self._fitting(filters)
        return sorted((place for place in sorted(scores) if place in fitting), key=scores.__getitem__)

    def nearest(self, text: str, filters: Filters = NO_FILTERS) -> int | None:
        """The exercise whose name is most like `text`, for where nothing is found; None where none is like it."""
        wanted = _pairs_in(plain_words(text[:_MOST_LETTERS]))
        fitting = self._fitting(filters)
        best, nearest = 0.0, None
        for place, pairs in self._pairs:
            shared = len(wanted & pairs)
            likeness = shared and 2 * shared / (len(wanted) + len(pairs))
            if likeness > best and place in fitting:
                best, nearest = likeness, place
        return nearest

    def _fitting(self, filters: Filters) -> Container[int]:
        """The places that pass the filters; those of the last ones are kept while one types."""
        if self._last_fitting[0] != filters:
            fitting = frozenset(place for place in self._all if fits(self._exercises[place], filters))
            self._last_fitting = (filters, self._all if filters == NO_FILTERS else fitting)
        return self._last_fitting[1]

    def _meant(self, typed: str) -> dict[int, int]:
        """How well a word is found in each exercise that has it; less is better."""
        kept = self._kept.get(typed)
        if kept is None:
            while len(self._kept) >= _KEPT_WORDS:
                del self._kept[next(iter(self._kept))]
            kept = self._kept[typed] = self._look_for(typed)
        return kept

    def _look_for(self, typed: str) -> dict[int, int]:
        scores: dict[int, int] = {}
        for number, how in self._words_meant(typed).items():
            for place, field in self._fields[number].items():
                if how == _SLIP and field == Where.ABOUT and len(typed) < _LEAST_SLIP_IN_ABOUT:
                    continue
                score = field + how
                if scores.get(place, score + 1) > score:
                    scores[place] = score
        return scores

    def _words_meant(self, typed: str) -> dict[int, int]:
        """The numbers of the words that a typed one may mean, and how."""
        words = self._words
        how: dict[int, int] = {}
        if slips := slips_forgiven(len(typed)):
            how.update(dict.fromkeys(meant_by(typed, words, slips), _SLIP))
        if len(typed) >= _LEAST_WITHIN or not typed.isascii():
            how.update((number, _WITHIN) for number, word in enumerate(words) if typed in word)
        begun = range(bisect_left(words, typed), bisect_left(words, typed + _LAST))
        how.update(dict.fromkeys(begun, _BEGUN))
        if begun and words[begun[0]] == typed:
            how[begun[0]] = _EXACT
        return how


def fits(exercise: Exercise, filters: Filters) -> bool:
    """Whether one form of the exercise has all that is asked for."""
    if filters.body_part is not None and folded(filters.body_part) not in map(folded, exercise.body_parts):
        return False
    return any(
        (filters.position is None or form.position == filters.position)
        and (filters.equipment is None or _can_use(form, filters.equipment))
        for form in forms_of(exercise)
    )


def _can_use(form: Exercise, thing: str) -> bool:
    if thing == NO_EQUIPMENT:
        return not form.equipment
    return any(folded(thing) in map(folded, (needed.name, *needed.instead)) for needed in form.equipment)


def _pairs_in(words: Iterable[str]) -> frozenset[str]:
    """The pairs of neighbouring letters, the gap before and behind a word counted as a letter."""
    text = f" {' '.join(words)} "
    return frozenset(map("".join, pairwise(text)))
