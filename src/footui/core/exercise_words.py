"""The words an exercise is found by, each with the part of it that it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from footui.core.plain_words import plain_words

if TYPE_CHECKING:
    from footui.core.exercise import Exercise


class Where(IntEnum):
    """Where a word stands; less is better, and between two of them there is room for how it is meant."""

    TITLE_START = 0
    TITLE = 4
    OTHER_NAME = 8
    FEATURE = 12
    """A body part, a position, a thing that is needed or may stand in for it."""
    ABOUT = 16


def forms_of(exercise: Exercise) -> Iterator[Exercise]:
    """The exercise itself, then as each of its variants has it done."""
    yield exercise
    for variant in exercise.variants:
        yield exercise.in_form(variant.id)


def words_of(exercise: Exercise, title: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Every word of an exercise, as often as it stands there; `title` are the words of its title.

    Two neighbours in a name count as one word too: “toewalking” finds toe walking.
    """
    yield from ((word, Where.TITLE_START) for word in title[:1])
    yield from ((word, Where.TITLE) for word in (*title[1:], *_together(title)))
    for name in (*exercise.also, *(variant.title for variant in exercise.variants)):
        words = plain_words(name)
        yield from ((word, Where.OTHER_NAME) for word in (*words, *_together(words)))
    yield from ((word, Where.FEATURE) for word in plain_words(" ".join(_features(exercise))))
    about = (exercise.about, *(variant.about or "" for variant in exercise.variants))
    yield from ((word, Where.ABOUT) for word in plain_words(" ".join(about)))


def _together(words: Iterable[str]) -> list[str]:
    return [one + other for one, other in pairwise(words)]


def _features(exercise: Exercise) -> Iterator[str]:
    yield from exercise.body_parts
    yield exercise.position.value
    things = list(exercise.equipment)
    for variant in exercise.variants:
        things += variant.equipment or ()
        if variant.position is not None:
            yield variant.position.value
    for thing in things:
        yield thing.name
        yield from thing.instead
