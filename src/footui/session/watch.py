"""The watch: notices when the program itself did not run for a while, and when that began.

A stopped process or a sleeping machine leaves a gap between two beats; a slow terminal does not, because the beats come
from a thread of their own. The gap's beginning is known to one beat.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from footui.session.clock import Clock

GAP_NS = 3_000_000_000
"""The program counts as stopped after this long without a beat (our choice)."""

BEAT_SECONDS = 0.04
"""How often the thread beats: a gap's beginning is known this closely, for some 0.2 % of a core."""


class Gap(NamedTuple):
    """A stretch of real time in which the program did not run, in nanoseconds of the real clock."""

    began_ns: int
    ended_ns: int

    @property
    def seconds(self) -> float:
        """How long it lasted."""
        return (self.ended_ns - self.began_ns) / 1_000_000_000


class Watch:
    """Looks at the clock all the time and remembers the gaps it finds."""

    def __init__(self, clock: Clock) -> None:
        """A watch that does not beat yet: `look` works alone, `start` adds the thread."""
        self._clock = clock
        self._lock = threading.Lock()
        self._last_ns = clock.now_ns()
        self._gaps: list[Gap] = []
        self._ending = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin to beat."""
        self.look()
        self._gaps.clear()
        self._thread = threading.Thread(target=self._run, name="watch", daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Stop beating and wait until the thread is gone."""
        self._ending.set()
        if self._thread is not None:
            self._thread.join()

    def look(self) -> int:
        """One beat: the real clock now, in nanoseconds; a gap before it is remembered."""
        with self._lock:
            now = self._clock.now_ns()
            if now - self._last_ns > GAP_NS:
                self._gaps.append(Gap(self._last_ns, now))
            self._last_ns = max(now, self._last_ns)
            return now

    def take_gap(self) -> Gap | None:
        """The gap since this was last asked, from its first beginning to its last end, or None."""
        with self._lock:
            gaps, self._gaps = self._gaps, []
        return Gap(gaps[0].began_ns, gaps[-1].ended_ns) if gaps else None

    def _run(self) -> None:
        while not self._ending.wait(BEAT_SECONDS):
            self.look()
