"""The routines of one reading of the files: found by what was typed, each with its next session."""

from __future__ import annotations

from collections.abc import Mapping

from footui.core.exercise import Exercise
from footui.core.plain_words import folded
from footui.core.timeline import Timeline
from footui.screens.shelf import Shelf
from footui.storage.library import RoutineEntry


class RoutinesFinding:
    """Finds routines by their titles and the exercises in them, and keeps the timelines it was asked for."""

    def __init__(self, shelf: Shelf) -> None:
        """The routines of this shelf."""
        self.shelf = shelf
        self._words: dict[str, str] = {}
        self._timelines: dict[tuple[str, str, int], Timeline] = {}

    def take(self, shelf: Shelf) -> None:
        """Go by what was read now; timelines of files that are as they were are kept."""
        self.shelf = shelf
        self._words.clear()

    def find(self, text: str) -> list[RoutineEntry]:
        """The routines in which every word of `text` stands; all, where it has none."""
        words = folded(text).split()
        if not words:
            return list(self.shelf.routines)
        if not self._words:
            exercises = self.shelf.catalogue.exercises
            self._words = {entry.slug: _words_of(entry, exercises) for entry in self.shelf.routines}
        return [entry for entry in self.shelf.routines if all(word in self._words[entry.slug] for word in words)]

    def timeline_of(self, entry: RoutineEntry) -> Timeline | None:
        """Today's next session of a routine; None where its file has a problem."""
        if entry.routine is None:
            return None
        key = entry.slug, entry.text, self.shelf.next_session(entry.routine)
        if key not in self._timelines:
            self._timelines[key] = self.shelf.next_timeline(entry.routine)
        return self._timelines[key]


def _words_of(entry: RoutineEntry, exercises: Mapping[str, Exercise]) -> str:
    """What a routine is found by: its title, its file's name and the exercises in it, without case and accents."""
    steps = entry.routine.steps if entry.routine else ()
    ids = dict.fromkeys(step.exercise for step in steps)
    names = [exercises[name].title if name in exercises else name for name in ids]
    return folded(" ".join([entry.title, entry.slug, *names]))
