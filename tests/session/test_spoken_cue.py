"""What speech says at a change is short, and names the foot and the exercise."""

from __future__ import annotations

from footui.core.dose import Dose, Range, Sides, Unit
from footui.core.player import Player
from footui.core.routine import Routine, Step
from footui.core.timeline import compile_timeline
from footui.session.spoken_cue import SpokenCues


def said(*doses: Dose) -> list[str]:
    """The words of every phase of these doses, done with one exercise that no catalogue knows."""
    player = Player(compile_timeline(Routine("r", "R", tuple(Step("toe-press", dose) for dose in doses))))
    return [SpokenCues(player, {}).at(index) for index in range(len(player.timeline.phases))]


def test_each_foot_is_named_and_the_change_says_which_one_comes() -> None:
    assert said(Dose(hold=Range.of(5), reps=Range.of(2), sides=Sides.EACH)) == [
        "Next, toe-press, left foot",
        "Hold, left foot",
        "Release",
        "Hold, left foot",
        "Change, right foot",
        "Hold, right foot",
        "Release",
        "Hold, right foot",
    ]


def test_directions_parts_of_a_tempo_rests_and_own_pace() -> None:
    assert said(
        Dose(move=Range.of(3), unit=Unit.COUNTS, directions=("clockwise", "anticlockwise"), sets=Range.of(2)),
        Dose(tempo=(1, 2, 3)),
        Dose(reps=Range.of(10)),
    ) == [
        "Next, toe-press", "Clockwise", "Anticlockwise", "Rest", "Clockwise", "Anticlockwise",
        "Next, toe-press", "Up", "Hold", "Down",
        "Next, toe-press", "Go, 10 repetitions",
    ]  # fmt: skip
