"""Players of made-up routines, and phases in short words."""

from __future__ import annotations

from collections.abc import Iterable

from footui.core.dose import Dose, Level, Timing
from footui.core.phase import Phase, PhaseKind
from footui.core.player import Player
from footui.core.routine import Routine, Step
from footui.core.timeline import compile_timeline


def playing(*doses: Dose, level: Level = Level.HIGH, timing: Timing | None = None) -> Player:
    """A player of these doses, started at 0."""
    steps = tuple(Step("toe-press", dose) for dose in doses)
    player = Player(compile_timeline(Routine("test", "Test", steps, level=level, timing=timing or Timing())))
    player.start(0)
    return player


def brief(phases: Iterable[Phase]) -> str:
    """Phases in short: “prepare 5 · hold 10 L1/2”, with side, repetition and how many there are on work."""

    def words(phase: Phase) -> str:
        seconds = "" if phase.seconds is None else f" {phase.seconds:g}"
        if not phase.is_work or phase.side is None:
            return phase.kind + seconds
        count = f"{phase.amount:g}" if phase.kind is PhaseKind.REPS else f"{phase.rep}/{phase.reps}"
        return f"{phase.kind}{seconds} {phase.side[0].upper()}{count}"

    return " · ".join(words(phase) for phase in phases)
