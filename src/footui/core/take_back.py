"""What the player remembers of the last things done with it, so that they can be taken back, the last one first.

Time is never turned back, and nothing that was done becomes undone: where the feet have changed places and one of them
has worked, they stay as they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from footui.core.attempts import Attempt
    from footui.core.changes import Rewritten
    from footui.core.phase import Phase
    from footui.core.player import Player
    from footui.core.timeline import Timeline


class Moved(NamedTuple):
    """The player was in the phase at this place, so far into it; `skipped` is the step and round that were left out."""

    place: int
    into_ns: int
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


class Rewrote(NamedTuple):
    """The timeline `before` became another; `lost` is what was done of phases that went."""

    rewritten: Rewritten
    before: Timeline
    lost: dict[int, Attempt]

    def is_possible(self, player: Player) -> bool:
        """While none of the phases that became others was done."""
        phases = self.rewritten.timeline.phases
        for index, (phase, source) in enumerate(zip(phases, self.rewritten.sources, strict=True)):
            was = None if source is None else self.before.phases[source]
            if index == player.index and (was is None or was.side != phase.side):
                return False
            if index in player.attempts and not _is_same_work(phase, was):
                return False
        return True


TakeBack: TypeAlias = Moved | Lengthened | Rewrote


def _is_same_work(phase: Phase, was: Phase | None) -> bool:
    """Whether a phase asks the same of the person as it did before."""
    if was is None:
        return False
    return (was.side, was.variant, was.length_ns, was.amount) == (
        phase.side, phase.variant, phase.length_ns, phase.amount,
    )  # fmt: skip
