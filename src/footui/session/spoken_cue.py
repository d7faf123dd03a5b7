"""What is said aloud at a change: a few words, over before the next count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from footui.core.dose import Side
from footui.core.phase import Phase, PhaseKind
from footui.core.wording import amount_of, foot

if TYPE_CHECKING:
    from collections.abc import Mapping

    from footui.core.exercise import Exercise
    from footui.core.player import Player


class SpokenCues:
    """Says what begins; `exercises` are those of the player's steps, by id."""

    def __init__(self, player: Player, exercises: Mapping[str, Exercise]) -> None:
        """The player is asked for its timeline anew each time: a change gives it another."""
        self._player = player
        self._exercises = exercises

    def at(self, index: int) -> str:
        """The words for the phase at this place: “Hold, left foot”, “Next, toe walking”."""
        phases = self._player.timeline.phases
        phase = phases[index]
        work = next((each for each in phases[index:] if each.is_work), phase)
        match phase.kind:
            case PhaseKind.RELEASE:
                return "Release"
            case PhaseKind.CHANGE:
                return f"Change, {foot(work.side or Side.BOTH)}"
            case PhaseKind.REST | PhaseKind.ROUND_REST:
                return "Rest"
            case PhaseKind.TRANSITION | PhaseKind.PREPARE:
                return ", ".join(["Next", self._title(work), *_one_foot(work)])
            case PhaseKind.REPS:
                return ", ".join([f"Go, {amount_of(phase)}", *_one_foot(phase)])
            case PhaseKind.HOLD | PhaseKind.MOVE:
                return ", ".join([phase.direction or phase.kind.value, *_one_foot(phase)]).capitalize()

    def _title(self, phase: Phase) -> str:
        exercise = self._exercises.get(phase.exercise)
        return exercise.title.lower() if exercise else phase.exercise


def _one_foot(phase: Phase) -> list[str]:
    return [foot(phase.side)] if phase.side in (Side.LEFT, Side.RIGHT) else []
