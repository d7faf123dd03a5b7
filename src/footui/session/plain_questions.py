"""What the plain session asks in the midst of it: the clock is held until it is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from footui.session import plain_lists as lists
from footui.session.plain_keys import WRITE_DOWN

if TYPE_CHECKING:
    from footui.session.live import LiveSession
    from footui.session.plain_telling import Teller


class Question(Protocol):
    """Waits for its answer; every key goes to it until it is over."""

    @property
    def is_over(self) -> bool:
        """Whether it was answered, or left."""
        ...

    def answer(self, key: str) -> str | None:
        """Take a key; gives it back where it is not meant for the question, which is over then."""
        ...

    def seconds_left(self) -> float | None:
        """Real seconds until it takes what was given as its answer; None where it waits."""
        ...

    def take(self) -> None:
        """Take what was given as the answer, as its time is up."""
        ...

    def leave(self) -> None:
        """Nobody can answer any more."""
        ...


class HeldClock:
    """Holds the clock from the question to its answer."""

    def __init__(self, session: LiveSession, teller: Teller) -> None:
        """Hold it; where it was held already it stays so afterwards."""
        self._session = session
        self._teller = teller
        self._was_paused = teller.is_paused
        teller.quiet = True
        teller.tell(session.pause())

    def let_go(self) -> None:
        """The clock goes on where it went before."""
        self._teller.quiet = False
        if not self._session.player.is_live:
            return
        if self._was_paused:
            self._teller.say(f"Still paused. {self._teller.go_on_words}")
        else:
            self._teller.tell(self._session.go_on())

    def end_session(self, *, keep: bool) -> None:
        """The session ends here."""
        self._teller.quiet = False
        self._teller.tell(self._session.end(keep=keep))


class EndQuestion:
    """Whether the session is to end here, and what becomes of it."""

    def __init__(self, session: LiveSession, teller: Teller) -> None:
        """Hold the clock and ask."""
        self.is_over = False
        self.discarded = False
        self._teller = teller
        self._clock = HeldClock(session, teller)
        if session.player.is_live:
            teller.say(lists.END_HERE)
        else:
            self.is_over = True

    def answer(self, key: str) -> str | None:
        """Write down, discard, or go on."""
        if key in ("w", "d", WRITE_DOWN):
            self.is_over, self.discarded = True, key == "d"
            self._clock.end_session(keep=not self.discarded)
        elif key in ("enter", "space", "q"):
            self.is_over = True
            self._clock.let_go()
        else:
            self._teller.say(lists.END_CHOICES)
        return None

    def seconds_left(self) -> float | None:
        """It waits."""
        return None

    def take(self) -> None:
        """Nothing was given."""

    def leave(self) -> None:
        """What was done is kept."""
        self.is_over = True
        self._teller.say(lists.NO_KEYS_COME)
        self._clock.end_session(keep=True)
