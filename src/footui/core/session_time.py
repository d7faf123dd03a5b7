"""How long a session has run and been paused, in nanoseconds of the clock that drives it."""

from __future__ import annotations


class SessionTime:
    """The moments of one session: its start, its pauses, its end, and the last moment anybody asked about."""

    def __init__(self) -> None:
        """A session that has not begun."""
        self.now_ns = 0
        self.ended_ns = 0
        """The exact moment at which the session ended; 0 while it has not."""
        self._started_ns = 0
        self._paused_since_ns: int | None = None
        self._paused_before_ns = 0

    def start(self, now_ns: int, active_ns: int = 0, paused_ns: int = 0) -> None:
        """The session begins, or goes on after an interruption with so much time behind it."""
        self.now_ns = now_ns
        self._started_ns = now_ns - active_ns - paused_ns
        self._paused_before_ns = paused_ns

    def look(self, now_ns: int) -> None:
        """It is `now_ns`; a clock that seems to go back is not believed."""
        self.now_ns = max(now_ns, self.now_ns)

    def pause(self) -> None:
        """The clock is held from now on."""
        self._paused_since_ns = self.now_ns

    def go_on(self) -> int:
        """The pause is over; how long it was."""
        paused_ns = self.present_pause_ns
        self._paused_before_ns += paused_ns
        self._paused_since_ns = None
        return paused_ns

    def end(self, at_ns: int) -> None:
        """The session is over, and a pause with it."""
        self.go_on()
        self.ended_ns = at_ns

    @property
    def present_pause_ns(self) -> int:
        """How long the present pause has lasted; 0 where none is."""
        return 0 if self._paused_since_ns is None else self.now_ns - self._paused_since_ns

    @property
    def paused_ns(self) -> int:
        """All time spent paused."""
        return self._paused_before_ns + self.present_pause_ns

    @property
    def active_ns(self) -> int:
        """The time since the start, pauses taken out."""
        return (self.ended_ns or self.now_ns) - self._started_ns - self.paused_ns
