"""The screen's colour: what the screen does with a cue is its own business."""

from __future__ import annotations

from collections.abc import Callable

from footui.session.channels.channel import Occasion
from footui.session.cues import Cue


class Colour:
    """Hands each cue on."""

    title = "The screen’s colour"

    def __init__(self, show: Callable[[Cue], None]) -> None:
        """`show` is called on the announcer's thread; must return at once."""
        self._show = show

    def give(self, cue: Cue, _occasion: Occasion, /) -> None:
        """Hand it on."""
        self._show(cue)

    def hush(self) -> None:
        """Nothing goes on here."""

    def wait_quiet(self, seconds: float) -> None:
        """Nothing goes on here."""

    def close(self) -> None:
        """Nothing was started."""
