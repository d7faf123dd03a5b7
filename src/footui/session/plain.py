"""The plain session: line by line, for screen readers, simple terminals and pipes.

It tells the same `LiveSession` as the screen shows. One line a phase; the count comes as it happens. No colours, no
escape sequences. It wakes exactly when the next thing is to be said, and once a second to be written down.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from footui.core.events import Paused
from footui.core.notation import PLAIN, Notation
from footui.core.phase import nanoseconds
from footui.core.said import HELP_AT_ONCE, Band, band_of
from footui.core.settings import DEFAULTS, CareSettings
from footui.core.walk import PlayerState
from footui.session import plain_lists as lists
from footui.session import plain_summary as summary
from footui.session.plain_deeds import Deeds
from footui.session.plain_pain import PainQuestion, TypedPain
from footui.session.plain_questions import EndQuestion, Question
from footui.session.plain_telling import Teller
from footui.session.plain_transcript import Transcript
from footui.session.plain_words import PlainWords
from footui.session.refusals import PAIN_NOT_ASKED

if TYPE_CHECKING:
    from datetime import datetime

    from footui.core.dose import Number
    from footui.core.exercise import Exercise
    from footui.session.live import LiveSession
    from footui.session.plain_keys import Keys

LONGEST_SLEEP = 1.0
"""Seconds: a running session is written down at least this often."""


class PlainSession:
    """One session as a transcript; `write` takes text and must show it at once.

    `exercises` are those of its steps, by id. `stopped` is when the session was interrupted that now goes on. A
    `simple_terminal` may hand over whole lines only. `problem` says why it cannot be written down, or a cue not be
    given; it is told once.
    """

    def __init__(
        self,
        session: LiveSession,
        exercises: Mapping[str, Exercise],
        keys: Keys,
        write: Callable[[str], None],
        care: CareSettings,
        *,
        notation: Notation = PLAIN,
        half_from: Number = DEFAULTS.cues.half_from,
        recorded: bool = True,
        stopped: datetime | None = None,
        simple_terminal: bool = False,
        problem: Callable[[], str | None] = lambda: None,
    ) -> None:
        """A session that has not begun; of one that is not recorded no pain before it is asked."""
        self._session = session
        self._player = session.player
        self._keys = keys
        self._care = care
        self._recorded = recorded
        self._stopped = stopped
        self._simple_terminal = simple_terminal
        self._problem = problem
        self._told_problem: str | None = None
        self._words = PlainWords(session.player, exercises, notation)
        half_from_ns = nanoseconds(half_from)
        self._teller = Teller(session, self._words, Transcript(write), single=keys.single, half_from_ns=half_from_ns)
        self._deeds = Deeds(session, exercises, self._teller)
        self._question: Question | None = None
        self._before = TypedPain(session)
        self.discarded = False
        """Whether the person wanted nothing of it to be kept."""
        self.touched = False
        """Whether anybody has pressed a key."""

    def run(self) -> bool:
        """Go through the session; whether it reached its end. The caller closes the session.

        `KeyboardInterrupt` ends it, written down, where it cannot be asked about; other exceptions of the keys and of
        `write` come through, and leave the session written down as open.
        """
        try:
            self._open()
            while self._player.is_live:
                self._go_on_until_key()
        except KeyboardInterrupt:
            self._teller.quiet = False
            self._teller.tell(self._session.end(keep=True))
            self._close()
            raise
        self._close()
        return self._player.state is PlayerState.FINISHED

    def _open(self) -> None:
        """Say which session it is, and begin; the cues begin when that has been said."""
        clock = self._session.clock
        if self._stopped is None:
            self._teller.say(*summary.opening(self._words, clock), *self._key_lines())
            events = self._session.begin()
        else:
            events = self._session.begin()  # only then is it known where it goes on, and how long is left
            first = summary.going_on(self._words, self._player, clock, self._stopped)
            self._teller.say(*first, *self._key_lines())
        self._teller.tell(events)
        self._session.cues.start()

    def _key_lines(self) -> list[str]:
        """The keys, and that pain can be told, where anybody can press them."""
        if self._keys.ended:
            return []
        before = [lists.PAIN_BEFORE] if self._can_say_before and self._session.said.before is None else []
        by_line = [] if self._keys.single else [lists.BY_LINE]
        if self._keys.single and self._simple_terminal:
            by_line = [lists.KEYS_BY_LINE]
        return [lists.KEYS, *by_line, *before]

    def _close(self) -> None:
        if self.discarded:
            self._teller.say(lists.DISCARDED)
        else:
            self._teller.say(*summary.closing(self._words, self._player, self._session.record()))

    # The clock

    def _go_on_until_key(self) -> None:
        """Wait for a key or for the next thing to say, and see to it."""
        try:
            key = self._keys.wait(self._seconds_to_next())
        except KeyboardInterrupt:
            if isinstance(self._question, EndQuestion) or not self._keys.single:
                raise
            key = "q"
        was_stopped = self._tick()
        if key is not None and not was_stopped and self._player.is_live:
            self.touched = True
            self._act(key)
        elif self._question is not None and self._question.seconds_left() == 0:
            self._question.take()
            self._look_whether_answered()
        if self._keys.ended and self._player.is_live:
            self._without_keys()

    def _tick(self) -> bool:
        """Let the clock catch up, and tell; whether the program was stopped meanwhile, so that a key means nothing."""
        events = self._session.tick()
        self._teller.tell(events)
        problem = self._problem()
        if problem is not None and problem != self._told_problem:
            self._teller.say(f"{problem} The session goes on.")
        self._told_problem = problem
        return any(isinstance(event, Paused) for event in events)

    def _seconds_to_next(self) -> float:
        """Real seconds until something is to be said or the phase ends, at most a second."""
        waits = [LONGEST_SLEEP, self._session.seconds_to_save]
        until_ns = self._teller.next_moment_ns()
        if until_ns is not None:
            waits.append(self._session.clock.real_seconds_until(self._player.time.now_ns + until_ns))
        answer_in = self._question.seconds_left() if self._question is not None else None
        return min([*waits, *([] if answer_in is None else [answer_in])])

    def _without_keys(self) -> None:
        """Nobody can press a key any more: what waits for one cannot go on; the clock can."""
        if self._question is not None:
            self._question.leave()
            self._look_whether_answered()
        elif self._teller.is_paused and self._session.gap is not None:
            self._teller.tell(self._session.go_on())
        elif self._teller.is_paused or self._player.remaining_ns is None:
            self._teller.say(lists.NO_KEYS_COME)
            self._teller.tell(self._session.end(keep=True))

    # Keys

    def _act(self, key: str) -> None:
        if self._question is not None:
            not_taken = self._question.answer(key)
            is_over = self._look_whether_answered()
            if not_taken is None or not is_over:
                return
            key = not_taken
        if self._is_pain_before(key):
            self._say_before(key)
        elif key == "q":
            self._ask(EndQuestion(self._session, self._teller))
        elif key == "p" or key.startswith("p "):
            self._ask_pain(key)
        elif key == "t":
            self._teller.say(summary.where_it_is(self._words, self._player, self._session.clock))
        else:
            self._deeds.do(key)

    def _ask(self, question: Question) -> None:
        self._question = question
        self._look_whether_answered()

    def _look_whether_answered(self) -> bool:
        """Be done with a question that is over; whether none is asked any more."""
        question = self._question
        if question is not None and question.is_over:
            self.discarded = isinstance(question, EndQuestion) and question.discarded
            self._question = None
        return self._question is None

    # Pain

    def _ask_pain(self, key: str) -> None:
        number = int(key[2:]) if key != "p" else None
        if not self._care.ask:
            self._teller.say(PAIN_NOT_ASKED)
        elif number is not None and number > 10:
            self._teller.say(lists.FROM_0_TO_10)
        else:
            self._ask(PainQuestion(self._session, self._teller, self._care, single=self._keys.single, number=number))

    @property
    def _can_say_before(self) -> bool:
        """Whether one gets ready for the first step, and pain is asked about."""
        player = self._player
        return self._care.ask and self._recorded and player.index == 0 and not player.phase.is_work

    def _is_pain_before(self, key: str) -> bool:
        return self._can_say_before and not self._deeds.may_say_why and key.isdecimal() and int(key) <= 10

    def _say_before(self, key: str) -> None:
        """How much it hurts before it begins; a 1 counts at once, and becomes ten where a 0 follows it soon."""
        number = self._before.number(key, single=self._keys.single)
        pain = 1 if number is None else number
        self._session.say_before(pain)
        above = band_of(pain, self._care) is Band.STOP
        self._teller.say(f"Pain before: {pain}.{f' {lists.MUCH_BEFORE} {HELP_AT_ONCE}' if above else ''}")
