"""The question how much it hurts: which number is chosen, what that asks for, and which of what helps is chosen."""

from __future__ import annotations

from footui.core.player import Player
from footui.core.said import HELP_AT_ONCE, MOST_PAIN, Band, band_of
from footui.core.settings import CareSettings
from footui.screens.pain_prompt import PainPrompt
from footui.session.easing import Easing, easings


class PainQuestion:
    """One asking, from the first key to the answer; the clock is held meanwhile."""

    def __init__(self, player: Player, care: CareSettings, next_title: str | None, *, was_paused: bool) -> None:
        """Nothing is chosen yet; `was_paused` says whether the clock was held before it was asked."""
        self.was_paused = was_paused
        self.number: int | None = None
        self._player = player
        self._care = care
        self._next_title = next_title
        self._choice = 0
        self._one_typed = False

    def type(self, digit: str) -> None:
        """Choose a number by its digit; 0 after a 1 makes ten."""
        ten = self._one_typed and digit == "0"
        self._choose(MOST_PAIN if ten else int(digit))
        self._one_typed = digit == "1"

    def step(self, by: int) -> None:
        """Choose the number before or after."""
        self._choose(max(0, min((-1 if self.number is None else self.number) + by, MOST_PAIN)))
        self._one_typed = False

    def _choose(self, number: int) -> None:
        if number != self.number:
            self.number = number
            self._choice = 0

    @property
    def band(self) -> Band | None:
        """What the chosen number asks for."""
        return None if self.number is None else band_of(self.number, self._care)

    @property
    def easings(self) -> tuple[Easing, ...]:
        """What helps."""
        return () if self.band is None else easings(self._player, self.band, self._next_title)

    def turn(self, by: int) -> None:
        """Choose another of what helps; what is not possible is passed over."""
        offered = self.easings
        place = self._choice + by
        while 0 <= place < len(offered) and not offered[place].possible:
            place += by
        if 0 <= place < len(offered):
            self._choice = place

    @property
    def answer(self) -> Easing | None:
        """The chosen one of what helps; None where nothing has to."""
        offered = self.easings
        return offered[self._choice] if offered else None

    def prompt(self) -> PainPrompt:
        """What is to be seen of it."""
        return PainPrompt(
            number=self.number,
            ease_from=self._care.ease_from,
            stop_above=self._care.stop_above,
            choices=tuple(easing.words for easing in self.easings),
            chosen=self._choice,
            advice=HELP_AT_ONCE if self.band is Band.STOP else "",
        )
