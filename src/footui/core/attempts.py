"""What was done of each phase of a timeline, by its place there; a phase counts once, with its longest attempt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from footui.core.phase import Phase


class Attempt(NamedTuple):
    """The longest time spent in a phase, in nanoseconds, and whether it was ever completed."""

    done_ns: int = 0
    completed: bool = False


NEVER = Attempt()


class Attempts:
    """The attempts of one session."""

    def __init__(self) -> None:
        """Nothing has been attempted."""
        self._by_index: dict[int, Attempt] = {}
        self.dropped: list[tuple[Phase, Attempt]] = []
        """Work that was done before a change took its phase out of the timeline: done is done."""

    def __getitem__(self, index: int) -> Attempt:
        """What was done of the phase at this place."""
        return self._by_index.get(index, NEVER)

    def __contains__(self, index: int) -> bool:
        """Whether the phase at this place was ever left."""
        return index in self._by_index

    def __iter__(self) -> Iterator[tuple[int, Attempt]]:
        """Every place with its attempt, in the order of the timeline."""
        return iter(sorted(self._by_index.items()))

    def keep(self, index: int, done_ns: int, *, completed: bool) -> None:
        """The phase at this place was left after so long."""
        before = self[index]
        self._by_index[index] = Attempt(max(before.done_ns, done_ns), before.completed or completed)

    def move(self, places: dict[int, int], phases: Sequence[Phase]) -> dict[int, Attempt]:
        """The timeline was `phases`; what stays has a new place in `places`. Gives what has none, by its old place."""
        lost = {index: attempt for index, attempt in self._by_index.items() if index not in places}
        self.dropped += [(phases[index], attempt) for index, attempt in lost.items() if phases[index].is_work]
        self._by_index = {places[index]: attempt for index, attempt in self._by_index.items() if index not in lost}
        return lost

    def bring_back(self, lost: dict[int, Attempt], phases: Sequence[Phase]) -> None:
        """Phases that were taken out are there again, at these places of the timeline `phases`."""
        for index, attempt in lost.items():
            self._by_index[index] = attempt
            if phases[index].is_work:
                self.dropped.remove((phases[index], attempt))
