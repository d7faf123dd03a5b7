"""Which picture of the movement belongs to this moment of a session: held, moving, or what comes at rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from footui.core.dose import Side
from footui.core.phase import SECOND, Phase, PhaseKind

if TYPE_CHECKING:
    from footui.core.player import Player
    from footui.figures import Frames, Rows

_ANTICLOCKWISE = ("anticlockwise", "counterclockwise")


class LiveFigure:
    """The figures of one session's exercises, each drawn when it is first shown."""

    def __init__(self, player: Player, *, reduced_motion: bool) -> None:
        """Nothing is drawn yet; with `reduced_motion` a movement is shown as a pose."""
        self._player = player
        self._reduced_motion = reduced_motion
        self._frames: dict[tuple[object, ...], Frames | None] = {}

    def rows(self, width: int, height: int) -> Rows | None:
        """The picture that belongs to this moment in so many cells; None where the exercise has none."""
        phase = self._player.phase
        work = phase if phase.is_work else self._coming_work()
        frames = self._frames_of(work, width, height)
        if frames is None:
            return None
        if not phase.is_work:
            return frames.at_rest()
        moves = phase.kind in (PhaseKind.MOVE, PhaseKind.REPS) and not self._reduced_motion
        if not moves or phase.direction in ("up", "down"):
            return frames.at_work()
        figure = frames.figure
        beat_ns = round(figure.loop_seconds * SECOND / len(figure.beats))
        return frames.at(self._player.into_ns // beat_ns / len(figure.beats))

    def _coming_work(self) -> Phase:
        """The work that the present pause leads to."""
        phases = self._player.timeline.phases
        return next((phase for phase in phases[self._player.index :] if phase.is_work), phases[-1])

    def _frames_of(self, work: Phase, width: int, height: int) -> Frames | None:
        from footui.figures import Frames, figure_of  # noqa: PLC0415  # 20 ms that the first picture does not wait for

        anticlockwise = work.direction in _ANTICLOCKWISE
        key = (work.exercise, work.variant, work.side, anticlockwise, width, height)
        if key not in self._frames:
            figure = figure_of(work.exercise, work.variant)
            mirrored = work.side is not Side.LEFT
            self._frames[key] = (
                Frames(figure, width, height, mirrored=mirrored, anticlockwise=anticlockwise) if figure else None
            )
        return self._frames[key]
