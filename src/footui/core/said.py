"""What a person says around a session: pain before, during and after, effort, a note; and what a number asks for.

Pain goes from 0 (none) to 10 (the worst there is). Above 5 is too much, as in the pain-monitoring model (Silbernagel
and others 2007, Am J Sports Med 35:897-906, read as an abstract); that 3 to 5 asks for less and 0 to 2 for nothing are
our own bands. Both limits are settings.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import TYPE_CHECKING, Any

from footui.core.record import Pain

if TYPE_CHECKING:
    from footui.core.settings import CareSettings

MOST_PAIN = 10
EFFORTS = ("easy", "right", "hard")

HELP_AT_ONCE = (
    "Numbness between the legs, no control of bladder or bowels, or a leg growing weaker: stop, and get help at once."
)
"""Signs of the cauda equina syndrome: Royal Free London NHS; the weaker leg: Oxford University Hospitals."""


class Band(Enum):
    """What a number of pain asks for."""

    GO_ON = "go on"
    EASE = "ease"
    STOP = "stop this exercise"


def band_of(pain: int, care: CareSettings) -> Band:
    """The band that a number from 0 to 10 lies in."""
    if pain > care.stop_above:
        return Band.STOP
    return Band.EASE if pain >= care.ease_from else Band.GO_ON


class Said:
    """All that was said about one session."""

    def __init__(self, before: int | None = None, during: Iterable[tuple[int, int]] = ()) -> None:
        """What was said before and during, if anything; nothing after."""
        self.before = before
        self.during = list(during)
        """Step and number, in the order said."""
        self.worst_asked: int | None = None
        """The worst as it was said at the end, where that was asked."""
        self.after: int | None = None
        self.effort: str | None = None
        self.note = ""

    @classmethod
    def of(cls, plain: dict[str, Any]) -> Said:
        """What `plain` gave."""
        said = cls()
        said.before, said.worst_asked, said.after = plain["before"], plain["worst_asked"], plain["after"]
        said.during = [(step, number) for step, number in plain["during"]]
        said.effort, said.note = plain["effort"], plain["note"]
        return said

    def plain(self) -> dict[str, Any]:
        """As JSON can carry it."""
        return {
            "before": self.before, "during": list(self.during), "worst_asked": self.worst_asked, "after": self.after,
            "effort": self.effort, "note": self.note,
        }  # fmt: skip

    @property
    def worst(self) -> int | None:
        """The worst that was said: at the end, or before and during; None where nothing was."""
        if self.worst_asked is not None:
            return self.worst_asked
        numbers = [number for _, number in self.during] + ([] if self.before is None else [self.before])
        return max(numbers, default=None)

    @property
    def pain(self) -> Pain:
        """The numbers as they are written down."""
        return Pain(self.before, self.worst, self.after)

    def worst_in(self, step: int) -> int | None:
        """The worst that was said while this step was done."""
        return max((number for place, number in self.during if place == step), default=None)
