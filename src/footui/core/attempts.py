"""What was done of each phase of a timeline, by its place there; a phase counts once, with its longest attempt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from footui.core.phase import Phase, PhaseKind


class Attempt(NamedTuple):
    """The longest time spent in a phase, in nanoseconds, and the repetitions it stood for when it was completed."""

    done_ns: int = 0
    reps: int = 0

    @property
    def completed(self) -> bool:
        """Whether it was ever completed."""
        return self.reps > 0

    @property
    def holds_work(self) -> bool:
        """Whether anything was done."""
        return self.completed or self.done_ns > 0


def repetitions(phase: Phase) -> int:
    """How many repetitions a phase stands for: a self-paced set for all of its own."""
    return phase.reps if phase.kind is PhaseKind.REPS else 1


NEVER = Attempt()


class Dropped(NamedTuple):
    """Work that was done before a change took its phase out, with what had been added to its length."""

    phase: Phase
    attempt: Attempt
    extra_ns: int = 0


class Attempts:
    """The attempts of one session."""

    def __init__(self) -> None:
        """Nothing has been attempted."""
        self._by_index: dict[int, Attempt] = {}
        self.dropped: tuple[tuple[Dropped, ...], ...] = ()
        """What each change took out of the timeline that was done before: done is done."""

    def __getitem__(self, index: int) -> Attempt:
        """What was done of the phase at this place."""
        return self._by_index.get(index, NEVER)

    def __iter__(self) -> Iterator[tuple[int, Attempt]]:
        """Every place with its attempt, in the order of the timeline."""
        return iter(sorted(self._by_index.items()))

    def keep(self, index: int, attempt: Attempt) -> None:
        """The phase at this place was left after this attempt."""
        before = self[index]
        self._by_index[index] = Attempt(max(before.done_ns, attempt.done_ns), max(before.reps, attempt.reps))

    def move(self, places: Mapping[int, int]) -> None:
        """The timeline became another: what stayed has a new place in `places`, and what has none is gone."""
        self._by_index = {places[index]: attempt for index, attempt in self if index in places}
