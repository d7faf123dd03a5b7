"""What the player remembers of the last things done with it, so that they can be taken back, the last one first.

Time is never turned back, and nothing that was done becomes undone: where the feet have changed places and one of them
has worked, they stay as they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from footui.core.attempts import NEVER

if TYPE_CHECKING:
    from footui.core.attempts import Attempt, Dropped
    from footui.core.changes import Rewritten
    from footui.core.phase import Phase
    from footui.core.player import Player
    from footui.core.timeline import Timeline


class Moved(NamedTuple):
    """The player was so far into the phase at this place, on its way to `goes_on_at`.

    `skipped` is the step and round that were left out.
    """

    place: int
    into_ns: int
    goes_on_at: tuple[int, int] | None
    skipped: tuple[int, int] | None = None

    def is_possible(self, _player: Player) -> bool:
        """Always: it is only gone back."""
        return True


class Lengthened(NamedTuple):
    """The phase at this place became longer, or shorter, by `by_ns` nanoseconds."""

    place: int
    by_ns: int

    def is_possible(self, player: Player) -> bool:
        """While that phase goes on, and would not be over by it."""
        return player.index == self.place and player.can_extend(-self.by_ns)


class Before(NamedTuple):
    """What a change of the timeline found: where the player was, what was done by place, what had been added."""

    timeline: Timeline
    place: int
    attempts: dict[int, Attempt]
    dropped: tuple[tuple[Dropped, ...], ...]
    extra_ns: dict[int, int]


class Rewrote(NamedTuple):
    """The timeline became another."""

    rewritten: Rewritten
    before: Before

    def is_possible(self, player: Player) -> bool:
        """While nothing was done since of the work that became other work, and what went still lies ahead."""
        (timeline, sources), before, places = self.rewritten, self.before, self.rewritten.places
        here = sources[player.index]
        if here is None or any(place not in places for place in range(here)):
            return False
        for index, (phase, source) in enumerate(zip(timeline.phases, sources, strict=True)):
            if not phase.is_work or (source is not None and _is_same_work(phase, before.timeline.phases[source])):
                continue
            is_here = index == player.index
            if is_here and source != before.place:
                return False
            was_done = NEVER if source is None else before.attempts.get(source, NEVER)
            stay_ns = player.into_ns if is_here else 0  # in the phase of the change itself, and it still goes on
            is_done = player.attempts[index]
            if is_done.reps != was_done.reps or is_done.done_ns > max(was_done.done_ns, stay_ns):
                return False
        return True


TakeBack: TypeAlias = Moved | Lengthened | Rewrote


def _is_same_work(phase: Phase, was: Phase) -> bool:
    """Whether a phase asks the same of the person as it did before."""
    return (was.side, was.variant, was.length_ns, was.amount) == (
        phase.side, phase.variant, phase.length_ns, phase.amount,
    )  # fmt: skip
