"""What the catalogue finds: exercises by what was typed and filtered, and broken files by their names."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from threading import Lock

from footui.core.finding import NO_FILTERS, Choices, Filters, Index
from footui.storage.catalogue import CatalogueEntry


class CatalogueFinding:
    """Finds among the entries of one reading of the files, which it knows by their places.

    The index is made once, when it is first needed.
    """

    def __init__(self, entries: Sequence[CatalogueEntry]) -> None:
        """`entries` in the order in which they are listed where nothing is searched."""
        self.entries = entries
        self._usable = [place for place, entry in enumerate(entries) if entry.exercise is not None]
        self._broken = [place for place, entry in enumerate(entries) if entry.exercise is None]
        self._lock = Lock()
        self._made: Index | None = None

    def prepare(self) -> None:
        """Make the index, in a thread of its own: the first letter need not wait for it then."""
        _ = self.index

    @property
    def index(self) -> Index:
        """The index of the exercises that can be used."""
        with self._lock:
            if self._made is None:
                self._made = Index([exercise for entry in self.entries if (exercise := entry.exercise) is not None])
            return self._made

    @cached_property
    def choices(self) -> Choices:
        """What can be filtered by."""
        return self.index.choices()

    def find(self, text: str, filters: Filters = NO_FILTERS) -> list[int]:
        """The entries that fit, best first; broken ones come last, and none where there is a filter."""
        words = text.casefold().split()
        if not words and filters == NO_FILTERS:
            return list(range(len(self.entries)))
        found = [self._usable[place] for place in self.index.find(text, filters)]
        if filters == NO_FILTERS:
            found += [place for place in self._broken if all(word in self.entries[place].id for word in words)]
        return found

    def nearest(self, text: str, filters: Filters = NO_FILTERS) -> int | None:
        """The exercise whose name is most like `text`; None where none is."""
        place = self.index.nearest(text, filters)
        return None if place is None else self._usable[place]
