"""What the keys of a plain session do that need no answer; one that is not possible says why."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from footui.core.changes import OnceMore, OtherFootFirst
from footui.core.player import BACK_WINDOW_NS
from footui.session import plain_lists as lists
from footui.session import refusals
from footui.session.live import FIVE_SECONDS_NS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from footui.core.changes import Change
    from footui.core.events import Event
    from footui.core.exercise import Exercise
    from footui.session.live import LiveSession
    from footui.session.plain_telling import Teller

REASONS = {"1": "pain", "2": "no equipment", "3": "no time", "4": "other"}
"""Why a step was skipped, by the key that says so."""


class Deeds:
    """Does what a key says, by its name; the session has caught up with the clock before."""

    def __init__(self, session: LiveSession, exercises: Mapping[str, Exercise], teller: Teller) -> None:
        """Nothing was skipped yet."""
        self._session = session
        self._player = session.player
        self._exercises = exercises
        self._teller = teller
        self.may_say_why = False
        """Whether a step has just been skipped, so that 1 to 4 say why."""
        self._by_key: dict[str, Callable[[], None]] = {
            "space": lambda: self._tell(session.pause_or_go_on()),
            "enter": self._done,
            "n": lambda: self._tell(session.next()),
            "b": self._back,
            "r": self._restart,
            "s": self._skip,
            "+": self._more,
            "-": self._less,
            "o": self._once_more,
            "w": self._other_foot,
            "v": self._other_form,
            "u": self._take_back,
            "i": lambda: self._say(*teller.words.how_to(self._player.index)),
            "m": self._mute,
            "?": lambda: teller.transcript.list(lists.ALL_KEYS),
        }

    def do(self, key: str) -> None:
        """What this key does; a key that is none says so. Any but a reason ends the question why a step was skipped."""
        may_say_why, self.may_say_why = self.may_say_why, False
        if key in REASONS:
            self._say_why(key, may_say_why=may_say_why)
        elif key in self._by_key:
            self._by_key[key]()
        else:
            self._say(f"{key!r} is no key here. Question mark lists them.")

    def _say(self, *lines: str) -> None:
        self._teller.say(*lines)

    def _tell(self, events: list[Event]) -> None:
        self._teller.tell(events)

    # The clock and the place

    def _done(self) -> None:
        if self._teller.is_paused:
            self._say(f"Paused. {self._teller.go_on_words}")
        elif self._player.remaining_ns is not None:
            self._say(refusals.BY_CLOCK)
        else:
            self._tell(self._session.done())

    def _back(self) -> None:
        if self._player.index == 0 and self._player.into_ns < BACK_WINDOW_NS:
            self._say(refusals.AT_START)
        else:
            self._tell(self._session.back())

    def _restart(self) -> None:
        self._say("This step from its start.")
        self._tell(self._session.restart_step())

    def _more(self) -> None:
        if self._player.remaining_ns is None:
            self._say(refusals.NO_CLOCK)
        else:
            self._tell(self._session.more())

    def _less(self) -> None:
        if self._player.remaining_ns is None:
            self._say(refusals.NO_CLOCK)
        elif not self._player.can_extend(-FIVE_SECONDS_NS):
            self._say(refusals.UNDER_FIVE)
        else:
            self._tell(self._session.less())

    def _take_back(self) -> None:
        if self._player.can_take_back:
            self._tell(self._session.take_back())
        else:
            self._say(refusals.NOTHING_TO_TAKE_BACK)

    # Skipping

    def _skip(self) -> None:
        self._tell(self._session.skip_step())
        self.may_say_why = self._player.is_live

    def _say_why(self, key: str, *, may_say_why: bool) -> None:
        if may_say_why:
            self._session.give_reason(REASONS[key])
            self._say(f"Noted: {REASONS[key]}.")
        else:
            self._say(lists.NOTHING_SKIPPED)

    # Another course

    def _once_more(self) -> None:
        self._change(OnceMore(), refusals.why_not_once_more(self._player))

    def _other_foot(self) -> None:
        title = self._exercises[self._player.phase.exercise].title
        self._change(OtherFootFirst(), refusals.why_not_other_foot(self._player, title))

    def _other_form(self) -> None:
        form = refusals.next_form(self._player, self._exercises)
        if form is None:
            title = self._exercises[self._player.phase.exercise].title
            self._say(refusals.ONE_FORM.format(title=title))
        else:
            self._change(form, None)

    def _change(self, change: Change, why_not: str | None) -> None:
        if why_not is None:
            self._tell(self._session.change(change))
        else:
            self._say(why_not)

    # Sound

    def _mute(self) -> None:
        if not self._session.cues.any_on:
            self._say(refusals.NO_CUE)
        else:
            self._say(lists.MUTED if self._session.cues.turn_mute() else lists.UNMUTED)
