"""How fast a terminal's line takes what is written."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

SLOW: Final = 2400
"""A line that takes fewer bytes a second than this is slow: a serial one of 19,200 baud or less."""

PICTURE_BYTES: Final = 1000
"""By what is at least this long a line is measured: on a quick one it takes no longer than a way there and back."""

SURE_BYTES: Final = 60
"""Where a line seems slow, this is enough to be sure: on a quick one not even a picture takes so long."""

AGAIN_BYTES: Final = 500
"""On a slow one this is enough to see that it is none any more."""


class Link:
    """A terminal's line: its speed, and how much is still on its way.

    It is measured by a question behind a picture, which is answered when the terminal has taken all of that. What the
    system says to have written may still wait anywhere on the way; and the speed that a terminal names is often that of
    no line at all.
    """

    def __init__(self, now: Callable[[], float]) -> None:
        """Nothing is known about the line; `now` tells the time in seconds."""
        self._now = now
        self._speed: float | None = None
        self._seems_slow = False
        self._free_at = 0.0
        self._asked: tuple[float, float] | None = None
        """When the question was sent, and how many bytes stood before it."""

    def asks_after(self, size: int) -> bool:
        """Note that so many bytes are written; tell whether to ask behind them."""
        now = self._now()
        before = self.seconds_behind
        if self._speed is not None:
            self._free_at = now + before + size / self._speed
        least = AGAIN_BYTES if self.is_slow else SURE_BYTES if self._seems_slow else PICTURE_BYTES
        if self._asked is not None or size < least:
            return False
        self._asked = (now, size + before * (self._speed or 0))
        return True

    def answered(self) -> None:
        """The question is answered, so all that stood before it has arrived."""
        if self._asked is not None:
            asked_at, size = self._asked
            self._asked = None
            speed = size / max(self._now() - asked_at, 0.001)
            was_slow, self._seems_slow = self._seems_slow or self.is_slow, speed < SLOW
            if was_slow or not self._seems_slow:  # once may be chance: a machine that was busy
                self._speed = speed

    @property
    def is_slow(self) -> bool:
        """Whether a picture takes seconds."""
        return self._speed is not None and self._speed < SLOW

    @property
    def seconds_behind(self) -> float:
        """How long what was written is still on its way, on a slow line; 0 on any other."""
        return max(0.0, self._free_at - self._now()) if self.is_slow else 0.0
