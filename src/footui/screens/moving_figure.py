"""The figure of an exercise where it is read about: it goes through its movement, or is still where that is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.events import Resize
from textual.timer import Timer

from footui.terminal_driver import terminal_is_behind, terminal_is_slow
from footui.widgets.figure import FigureView
from footui.widgets.glyphs import FULL, Glyphs

if TYPE_CHECKING:
    from footui.figures import Figure, Frames


LOOPS = 3
"""So often a movement is gone through after it was shown; then the pose stays, and nothing more is sent."""


class MovingFigure(FigureView):
    """Shows one figure at the size there is, a picture a beat, for some loops."""

    def __init__(
        self,
        *,
        still: bool,
        glyphs: Glyphs = FULL,
        id: str | None = None,  # noqa: A002 - the name Textual gives it
    ) -> None:
        """`still`: the pose of the work alone, as with reduced motion."""
        super().__init__(glyphs=glyphs, id=id)
        self._still = still
        self._figure: Figure | None = None
        self._frames: Frames | None = None
        self._beat = 0
        self._timer: Timer | None = None

    def show(self, figure: Figure | None) -> None:
        """Show this figure from its first picture on; None takes away what is shown."""
        if figure is not self._figure:
            self._figure = figure
            self._begin()

    def on_resize(self, event: Resize) -> None:
        """At another size all pictures are others."""
        self._begin()

    def _begin(self) -> None:
        from footui.figures import Frames  # noqa: PLC0415  # 20 ms, and only wide terminals show a figure here

        self.hold()
        width, height = self.size
        if self._figure is None or not width or not height:
            self.set(())
            return
        self._frames, self._beat = Frames(self._figure, width, height), 0
        self.set(self._frames.at_work())
        if not self._still and len(self._figure.beats) > 1:
            self._timer = self.set_interval(self._figure.loop_seconds / len(self._figure.beats), self._go_on)

    def hold(self) -> None:
        """Move no more."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _go_on(self) -> None:
        if self._frames is None or terminal_is_slow(self.app) or terminal_is_behind(self.app):
            return
        beats = len(self._frames.figure.beats)
        if self._beat == LOOPS * beats:
            self.hold()
            self.set(self._frames.at_work())
        else:
            self.set(self._frames.at(self._beat / beats))
            self._beat += 1
