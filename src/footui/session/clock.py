"""The clocks a session runs by; each is handed in, so that tests bring their own."""

from __future__ import annotations

import time
from datetime import datetime, timedelta
from typing import Protocol

SECOND = 1_000_000_000


class Clock(Protocol):
    """Elapsed time for the session, wall time for people."""

    def now_ns(self) -> int:
        """Nanoseconds that never go back and go on while the machine sleeps."""
        ...

    def wall(self) -> datetime:
        """The local date and time, with its offset."""
        ...


class SystemClock:
    """The machine's clocks.

    On Linux the monotonic clock stands still while the machine is asleep; CLOCK_BOOTTIME goes on, so a sleep is
    seen as the gap it is.
    """

    def __init__(self) -> None:
        """Choose the clock that goes on through sleep, where there is one."""
        self._id = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)

    def now_ns(self) -> int:
        """Nanoseconds since some moment in the past."""
        return time.clock_gettime_ns(self._id)

    def wall(self) -> datetime:
        """The local date and time, with its offset."""
        return datetime.now().astimezone()


class SessionClock:
    """A session's own time: the real clock, `speed` times faster (a preview where that is not 1)."""

    def __init__(self, real: Clock, speed: float = 1.0) -> None:
        """A clock that reads the same as `real` now and runs `speed` times as fast from here on."""
        self.real = real
        self.speed = speed
        self._origin_ns = real.now_ns()

    def now_ns(self) -> int:
        """Session time now, in nanoseconds."""
        return self.at(self.real.now_ns())

    def at(self, real_ns: int) -> int:
        """Session time at a moment of the real clock."""
        since = real_ns - self._origin_ns
        return self._origin_ns + (since if self.speed == 1 else round(since * self.speed))

    def real_seconds_until(self, moment_ns: int) -> float:
        """How many real seconds it is until this moment of session time; never less than 0."""
        return max(0.0, self.real_seconds(moment_ns - self.now_ns()))

    def real_seconds(self, span_ns: int) -> float:
        """A span of session time in real seconds."""
        return span_ns / SECOND / self.speed

    def wall_after(self, span_ns: int) -> datetime:
        """The local time at which this much more session time will have passed."""
        return self.real.wall() + timedelta(seconds=self.real_seconds(span_ns))
