"""The announcer: gives each cue at its moment, from a thread of its own, whatever the screen is busy with.

It sleeps to the moment of the next cue and looks for nothing in between.
"""

from __future__ import annotations

import heapq
import threading
from collections.abc import Callable, Mapping
from functools import cache, partial
from itertools import count
from typing import TYPE_CHECKING, Final, NamedTuple

from footui.session.channels.channel import Act, Occasion
from footui.session.cues import Cue, CueKind, CuePlan

if TYPE_CHECKING:
    from footui.session.channels.channel import Channel
    from footui.session.clock import SessionClock

LATE_SECONDS: Final = 0.25
"""A cue that is later than this is not given: the program was stopped, and what it told is over."""

SAMPLE: Final = Cue(0, CueKind.CHANGE, calls_back=True)
SAMPLE_WORDS: Final = "This is how a change sounds."
WORDS: Final = {CueKind.CHANGE: "change", CueKind.HALF: "half", CueKind.END: "done"}

_JOIN_SECONDS: Final = 0.3
"""How long the thread is waited for: it may be writing to a terminal that takes nothing."""

_GONE_SECONDS: Final = 0.5
"""How long a program is waited for that was killed: it is gone at once, unless the system cannot let it go."""


class _Later(NamedTuple):
    """What is to be done at a moment of the real clock; `order` keeps two of the same moment apart."""

    at_ns: int
    order: int
    channel: str
    act: Act


class Announcer:
    """Gives the cues of the plan it was handed last.

    Each cue is given once, and none is lost whose moment falls between two plans. Plans and switches are for any
    thread and return at once; nothing happens before `start`.
    """

    def __init__(self, clock: SessionClock, channels: Mapping[str, Channel], words: Callable[[int], str]) -> None:
        """`words` says what comes with the phase at an index; it is asked on the announcer's thread."""
        self._clock = clock
        self._channels = dict(channels)
        self._words = words
        self._condition = threading.Condition()
        self._coming: list[Cue] = []
        self._given_ns = -1  # the moment of the last cue that was taken
        self._half_of = -1  # the stay whose half was told last
        self._muted = self._to_hush = False
        self._to_try: list[str] = []
        self._problems: dict[str, str] = {}
        self._later: list[_Later] = []  # of the announcer's thread alone
        self._order = count()
        self._changed = self._closing = False
        self._at_work = False
        self._thread: threading.Thread | None = None

    # What is to come

    def plan(self, plan: CuePlan) -> None:
        """Replace what is to come after the plan's moment; what was to be given up to then still is."""
        with self._condition:
            due = [cue for cue in self._coming if cue.at_ns <= plan.as_of_ns]
            self._coming = due + [cue for cue in plan.cues if not self._was_given(cue)]
            self._wake()

    def _was_given(self, cue: Cue) -> bool:
        """A plan may have been made just before a cue was given. A half that a longer phase puts off is told once."""
        return cue.at_ns <= self._given_ns or (cue.kind is CueKind.HALF and cue.stay_ns == self._half_of)

    # Switches

    @property
    def muted(self) -> bool:
        """Whether cues pass without being given."""
        return self._muted

    def mute(self) -> None:
        """Give no cues, and cut off what is being given."""
        with self._condition:
            self._muted = self._to_hush = True
            self._wake()

    def unmute(self) -> None:
        """Give cues again, from the next one on."""
        self._muted = False

    def try_out(self, name: str) -> None:
        """Give a sample on one channel now, muted or not, also where it was switched off by a problem."""
        with self._condition:
            self._to_try.append(name)
            self._wake()

    @property
    def problems(self) -> dict[str, str]:
        """By channel, a sentence for each that could not give a cue and was switched off."""
        with self._condition:
            return dict(self._problems)

    @property
    def problem(self) -> str:
        """The sentence of the last of them; empty where all is well."""
        return next(reversed(self.problems.values()), "")

    # The thread

    def start(self) -> None:
        """Begin to give cues."""
        self._at_work = True
        self._thread = threading.Thread(target=self._run, name="announcer", daemon=True)
        self._thread.start()

    def finish(self, seconds: float = 2.0) -> None:
        """Let what is due or begun come to its end, at most so long, then close."""
        until_ns = self._clock.real.now_ns() + round(seconds * 1e9)
        with self._condition:
            if self._thread is not None:
                self._condition.wait_for(lambda: not self._at_work and not self._is_due(), seconds)
        for channel in self._channels.values():
            channel.wait_quiet(max(0.0, (until_ns - self._clock.real.now_ns()) / 1e9))
        self.close()

    def close(self) -> None:
        """Give no more cues and end what channels have started."""
        with self._condition:
            self._closing = True
            self._wake()
        if self._thread is not None:
            self._thread.join(_JOIN_SECONDS)
        self.end_children()
        for channel in self._channels.values():
            channel.wait_quiet(_GONE_SECONDS)

    def end_children(self) -> None:
        """End the programs that channels have started, and start no more; returns at once, for any thread."""
        for channel in self._channels.values():
            channel.close()

    def _wake(self) -> None:
        """With the condition held: the thread has something to look at."""
        self._changed = True
        self._condition.notify_all()

    def _run(self) -> None:
        while True:
            seconds = self.turn()
            with self._condition:
                self._at_work = False
                self._condition.notify_all()
                if not self._changed and not self._closing:
                    self._condition.wait(seconds)
                if self._closing:
                    return
                self._at_work = True

    def turn(self) -> float | None:
        """Do all that is due; how many real seconds it is until there is more, None where nothing is in sight.

        What the thread does again and again; a test without the thread calls it by itself.
        """
        with self._condition:
            self._changed = False
            cues = self._take_due()
            to_try, self._to_try = self._to_try, []
            to_hush, self._to_hush = self._to_hush, False
        if to_hush:
            for name, channel in self._channels.items():
                self._attempt(name, channel.hush)
        for cue in cues:
            words = self._words_of(cue)
            for name in self._channels:
                if name not in self._problems:
                    self._give(name, cue, words)
        for name in to_try:
            with self._condition:
                self._problems.pop(name, None)
            self._give(name, SAMPLE, lambda: SAMPLE_WORDS)
        while self._later and self._later[0].at_ns <= self._clock.real.now_ns():
            due = heapq.heappop(self._later)
            self._attempt(due.channel, due.act)
        return self._seconds_left()

    def _is_due(self) -> bool:
        return bool(self._coming) and self._coming[0].at_ns <= self._clock.now_ns()

    def _take_due(self) -> list[Cue]:
        """With the condition held: the cues whose moment has come; none where one is late, as the others are stale."""
        now_ns = self._clock.now_ns()
        due = [cue for cue in self._coming if cue.at_ns <= now_ns]
        if not due:
            return []
        self._coming = self._coming[len(due) :]
        self._given_ns = due[-1].at_ns
        self._half_of = next((cue.stay_ns for cue in due if cue.kind is CueKind.HALF), self._half_of)
        is_late = self._clock.real_seconds(now_ns - due[0].at_ns) > LATE_SECONDS
        return [] if is_late or self._muted else due

    def _seconds_left(self) -> float | None:
        with self._condition:
            waits = [self._clock.real_seconds_until(cue.at_ns) for cue in self._coming[:1]]
        waits += [max(0, due.at_ns - self._clock.real.now_ns()) / 1e9 for due in self._later[:1]]
        return min(waits, default=None)

    # Giving

    def _words_of(self, cue: Cue) -> Callable[[], str]:
        """The cue in words, worked out at most once."""

        @cache
        def words() -> str:
            if cue.kind is CueKind.COUNT:
                return str(cue.number)
            if cue.kind is CueKind.CHANGE:
                try:
                    return self._words(cue.phase_index) or WORDS[cue.kind]
                except LookupError:  # the timeline has just become another one
                    pass
            return WORDS[cue.kind]

        return words

    def _give(self, name: str, cue: Cue, words: Callable[[], str]) -> None:
        channel = self._channels[name]
        occasion = Occasion(words, partial(self._do_later, name))
        self._attempt(name, lambda: channel.give(cue, occasion))

    def _do_later(self, name: str, seconds: float, act: Act) -> None:
        at_ns = self._clock.real.now_ns() + round(seconds * 1e9)
        heapq.heappush(self._later, _Later(at_ns, next(self._order), name, act))

    def _attempt(self, name: str, act: Act) -> None:
        """Do what a channel is asked to; one that cannot is switched off."""
        try:
            act()
        except OSError as error:
            told = error.strerror or str(error)
            about = f": {error.filename}" if error.filename else ""
            with self._condition:
                self._problems.pop(name, None)  # the last one stands last
                self._problems[name] = f"{self._channels[name].title} is off: {told.rstrip('.')}{about}."
