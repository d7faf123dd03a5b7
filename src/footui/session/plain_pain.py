"""How much it hurts, asked in the midst of a plain session, and what helps, as numbered sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from footui.core.changes import LowerEnd
from footui.core.said import HELP_AT_ONCE, MOST_PAIN, Band, band_of
from footui.session import plain_lists as lists
from footui.session.easing import Easing, easings
from footui.session.plain_questions import HeldClock
from footui.session.refusals import PAIN

if TYPE_CHECKING:
    from footui.core.settings import CareSettings
    from footui.session.live import LiveSession
    from footui.session.plain_telling import Teller

TEN_SECONDS = 1.5
"""Real seconds after a single key 1 within which a 0 makes ten."""


class TypedPain:
    """A number from 0 to 10 that is given by keys: by its digit, of single keys ten by 1 and then 0."""

    def __init__(self, session: LiveSession) -> None:
        """Nothing is given yet."""
        self._clock = session.clock.real
        self._one_at_ns: int | None = None

    def number(self, key: str, *, single: bool) -> int | None:
        """The number that a key gives; None where it gives none, or a 0 may follow."""
        if key == "1" and single:
            self._one_at_ns = self._clock.now_ns()
            return None
        ten = key == "0" and bool(self.seconds_left())
        self._one_at_ns = None
        if ten:
            return MOST_PAIN
        number = key.removeprefix("p ")
        return int(number) if number.isdecimal() and int(number) <= MOST_PAIN else None

    @property
    def waits_for_ten(self) -> bool:
        """Whether a 1 was given, which a 0 may follow."""
        return self._one_at_ns is not None

    def seconds_left(self) -> float | None:
        """How long a 0 may follow yet; None where none may."""
        if self._one_at_ns is None:
            return None
        return max(0.0, TEN_SECONDS - (self._clock.now_ns() - self._one_at_ns) / 1e9)


class PainQuestion:
    """One asking, from the key to the answer; a number may be given with it, and needs no asking."""

    def __init__(
        self, session: LiveSession, teller: Teller, care: CareSettings, *, single: bool, number: int | None = None
    ) -> None:
        """Ask, the clock held; with a number that asks for nothing else the clock runs on, and it is over."""
        self.is_over = False
        self._session = session
        self._teller = teller
        self._care = care
        self._single = single
        self._typed = TypedPain(session)
        self._offered: tuple[Easing, ...] = ()
        self._clock: HeldClock | None = None
        if number is None:
            self._hold()
            self.is_over = not session.player.is_live
            if not self.is_over:
                teller.say(lists.PAIN_NOW)
        else:
            self._set(number)

    def answer(self, key: str) -> str | None:
        """A number, then which of what helps."""
        if self._offered:
            self._choose(key)
            return None
        waited = self._typed.waits_for_ten
        number = self._typed.number(key, single=self._single)
        if number is not None:
            self._set(number)
        elif self._typed.waits_for_ten:
            pass
        elif waited:  # a 1 was given, and this is no 0
            self._set(1)
            if key == "enter":
                return None
            return key if self.is_over else self.answer(key)
        elif key in ("enter", "space", "p", "q"):
            self._close()
        else:
            self._teller.say(lists.FROM_0_TO_10)
        return None

    def seconds_left(self) -> float | None:
        """How long a 0 may follow a 1."""
        return self._typed.seconds_left()

    def take(self) -> None:
        """The 1 stays alone."""
        self.answer("enter")

    def leave(self) -> None:
        """Unanswered it goes on; what helps most is done."""
        self.answer("enter")

    # What comes of it

    def _hold(self) -> None:
        if self._clock is None:
            self._clock = HeldClock(self._session, self._teller)

    def _set(self, number: int) -> None:
        """Write the number down, and offer what helps."""
        band = band_of(number, self._care)
        self._session.say_pain(number)
        if band is Band.GO_ON:
            self._teller.say(f"Pain {number}, noted.")
            self._close()
            return
        self._hold()
        offered = easings(self._session.player, band, self._teller.words.next_title())
        self._offered = tuple(easing for easing in offered if easing.possible)
        advice = [f"{lists.TOO_MUCH} {HELP_AT_ONCE}"] if band is Band.STOP else []
        self._teller.say(f"Pain {number}, noted.", *advice, *self._choices())

    def _choices(self) -> list[str]:
        rows = [f"  {place}: {self._spoken(easing)}." for place, easing in enumerate(self._offered, start=1)]
        return [lists.WHAT_HELPS, *rows]

    def _spoken(self, easing: Easing) -> str:
        """A choice as it is said: a dose has no signs then."""
        if not isinstance(easing.change, LowerEnd):
            return easing.words
        words, player = self._teller.words, self._session.player
        return f"the low end of its ranges: {words.lowest_dose(player.index)}"

    def _choose(self, key: str) -> None:
        if key in ("q", "p"):
            self._close()
            return
        place = 1 if key in ("enter", "space") else int(key) if key.isdecimal() else 0
        if not 1 <= place <= len(self._offered):
            self._teller.say(*self._choices())
            return
        easing = self._offered[place - 1]
        if easing.ends and self._clock is not None:
            self.is_over = True
            self._clock.end_session(keep=True)
            return
        if easing.change is not None:
            self._teller.tell(self._session.change(easing.change))
        elif easing.leaves:
            self._teller.tell(self._session.skip_step(PAIN))
        self._close()

    def _close(self) -> None:
        self.is_over = True
        if self._clock is not None:
            self._clock.let_go()
