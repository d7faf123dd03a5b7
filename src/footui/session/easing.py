"""What helps against pain in the midst of a session, as choices; screens and the plain session offer the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from footui.core.changes import Change, FewerRepetitions, LowerEnd, reps_left
from footui.core.said import Band
from footui.core.wording import dose_sentence, plural

if TYPE_CHECKING:
    from footui.core.player import Player


class Easing(NamedTuple):
    """One choice: what it is called, and what comes of it.

    `change` changes the step, `leaves` leaves it for the next one, `ends` ends the session; `possible` is False where
    it stands there only to say why not.
    """

    words: str
    change: Change | None = None
    leaves: bool = False
    ends: bool = False
    possible: bool = True


def easings(player: Player, band: Band, next_title: str | None) -> tuple[Easing, ...]:
    """The choices that a band offers, the one that is taken by default first; `next_title` is the exercise after."""
    on = f"go on with {next_title}" if next_title else "this was the last one"
    match band:
        case Band.GO_ON:
            return ()
        case Band.STOP:
            return (Easing(f"stop this exercise, {on}", leaves=True), Easing("end the session here", ends=True))
        case Band.EASE:
            gently = Easing("go on, but gently")
            return (gently, _lower_end(player), _fewer(player), Easing(f"leave this exercise, {on}", leaves=True))


def _lower_end(player: Player) -> Easing:
    if not player.can_change(LowerEnd()):
        return Easing("the low end of its ranges: this is the lowest", possible=False)
    step = player.timeline.step_of(player.phase)
    return Easing(f"the low end of its ranges: {dose_sentence(step.dose.lowest)}", LowerEnd())


def _fewer(player: Player) -> Easing:
    """Half of what is left, the present one counted."""
    phase = player.phase
    left = reps_left(player.timeline, player.index)
    if not left:
        return Easing("fewer repetitions: this is the last one already", possible=False)
    reps = (phase.rep + phase.reps) // 2
    return Easing(f"fewer repetitions: {plural(reps, 'repetition')} in place of {phase.reps}", FewerRepetitions(reps))
