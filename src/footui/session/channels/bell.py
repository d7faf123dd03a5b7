"""The terminal's bell: told apart by the number of its strokes."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from typing import Final

from footui.session.channels.channel import Occasion
from footui.session.cues import Cue, CueKind

BEL: Final = "\a"

STROKES: Final = {CueKind.COUNT: 1, CueKind.CHANGE: 2, CueKind.HALF: 1, CueKind.END: 3}

GAP_SECONDS: Final = 0.15
"""Between two strokes: far enough apart to be counted, near enough to be one cue (our choice)."""


class Bell:
    """Rings; the first stroke is on the moment. A new cue takes the place of what is left of the one before."""

    title = "The bell"

    def __init__(self, write: Callable[[str], None]) -> None:
        """`write` sends a stroke to the terminal; must return at once."""
        self._write = write
        self._pattern = 0
        self._quiet = threading.Event()
        self._quiet.set()

    def give(self, cue: Cue, occasion: Occasion, /) -> None:
        """Ring once now, and as often again as the cue asks for."""
        strokes = STROKES[cue.kind]
        self._pattern += 1
        self._stroke(self._pattern, 1, strokes)
        for number in range(2, strokes + 1):
            stroke = partial(self._stroke, self._pattern, number, strokes)
            occasion.later((number - 1) * GAP_SECONDS, stroke)

    def _stroke(self, pattern: int, number: int, of: int) -> None:
        if pattern == self._pattern:
            (self._quiet.clear if number < of else self._quiet.set)()
            self._write(BEL)

    def hush(self) -> None:
        """Leave out the strokes that are left."""
        self._pattern += 1
        self._quiet.set()

    def wait_quiet(self, seconds: float) -> None:
        """Wait for the last stroke."""
        self._quiet.wait(seconds)

    def close(self) -> None:
        """No stroke is waited for any more."""
        self._quiet.set()
