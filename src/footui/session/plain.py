"""The plain session: line by line, for screen readers, simple terminals and pipes.

It draws the same `LiveSession` as the screen does. One line a phase; the count comes as it happens. No colours, no
escape sequences. It wakes exactly when the next thing is to be said, and once a second to be written down.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from footui.core.events import Event, Extended, Paused, PhaseBegan, PhaseEnded, Resumed, StepSkipped, Stopped
from footui.core.exercise import Exercise
from footui.core.phase import SECOND
from footui.core.player import BACK_WINDOW_NS
from footui.core.walk import PlayerState
from footui.core.wording import plural
from footui.session import plain_words as words
from footui.session.live import FIVE_SECONDS_NS, LiveSession
from footui.session.plain_count import Said, numbers_of
from footui.session.plain_keys import Keys
from footui.session.plain_transcript import Transcript
from footui.session.plain_words import PlainWords

LONGEST_SLEEP = 1.0
"""Seconds: a running session is written down at least this often."""

REASONS = {"1": "pain", "2": "no equipment", "3": "no time", "4": "other"}
"""Why a step was skipped, by the key that says so."""


class PlainSession:
    """One session as a transcript; `write` takes text and must show it at once."""

    def __init__(
        self, session: LiveSession, exercises: Mapping[str, Exercise], keys: Keys, write: Callable[[str], None]
    ) -> None:
        """A session that has not begun; `exercises` are those of its steps, by id."""
        self._session = session
        self._player = session.player
        self._words = PlainWords(session.timeline, exercises)
        self._keys = keys
        self._transcript = Transcript(write)
        self._to_say: list[Said] = []
        self._asking_to_end = False
        self._paused_before_asking = False
        self._may_say_why = False
        self.discarded = False
        """Whether the person wanted nothing of it to be kept."""
        self._deeds: dict[str, Callable[[], None]] = {
            "space": self._pause_or_go_on,
            "enter": self._done,
            "n": lambda: self._tell(session.next()),
            "b": self._back,
            "s": lambda: self._tell(session.skip_step()),
            "+": self._more,
            "-": self._less,
            "i": lambda: self._transcript.lines(self._words.how_to(self._player.index)),
            "q": self._ask_to_end,
            "?": lambda: self._transcript.lines([f"  {line}" for line in words.ALL_KEYS]),
        }

    def run(self) -> bool:
        """Go through the session; whether it reached its end.

        `KeyboardInterrupt` ends it, written down, where it cannot be asked about; other exceptions of the keys and of
        `write` come through, and leave the session written down as open.
        """
        try:
            self._open()
            while self._player.is_live:
                self._go_on_until_key()
            self._close()
        except KeyboardInterrupt:
            self._tell(self._session.end(keep=True))
            self._close()
            raise
        finally:
            self._session.close()
        return self._player.state is PlayerState.FINISHED

    def _open(self) -> None:
        ends = self._session.clock.wall_after(self._session.timeline.length_ns)
        self._transcript.lines(self._words.opening(ends))
        if self._keys.single:
            self._transcript.lines([words.KEYS, words.KEYS_BY_LINE])
        elif not self._keys.ended:
            self._transcript.lines([words.KEYS, words.BY_LINE])
        self._tell(self._session.begin())

    def _close(self) -> None:
        if self.discarded:
            self._transcript.lines([words.DISCARDED])
        else:
            self._transcript.lines(self._words.closing(self._player, self._session.record()))

    def _go_on_until_key(self) -> None:
        """Wait for a key or for the next thing to say, and see to it."""
        try:
            key = self._keys.wait(self._seconds_to_next())
        except KeyboardInterrupt:
            if self._asking_to_end or not self._keys.single:
                raise
            key = "q"
        if key is None:
            self._tell(self._session.tick())
        else:
            self._act(key)
        if self._keys.ended and self._player.is_live:
            self._without_keys()

    def _seconds_to_next(self) -> float:
        """Real seconds until a number is said or the phase ends, at most a second."""
        remaining = self._player.remaining_ns
        if self._player.state is not PlayerState.RUNNING or remaining is None:
            return LONGEST_SLEEP
        until = min([remaining, *(said.into_ns - self._player.into_ns for said in self._to_say[:1])])
        return min(self._session.clock.real_seconds_until(self._player.time.now_ns + until), LONGEST_SLEEP)

    # Keys

    def _act(self, key: str) -> None:
        if self._asking_to_end:
            self._answer(key)
        elif key in REASONS:
            self._say_why(key)
        elif key in self._deeds:
            self._deeds[key]()
        else:
            self._tell(self._session.tick())
            self._transcript.lines([f"{key!r} is no key here. ? lists them."])

    def _refuse(self, why: str) -> None:
        self._tell(self._session.tick())
        self._transcript.lines([why])

    def _pause_or_go_on(self) -> None:
        self._tell(self._session.pause_or_go_on())

    def _done(self) -> None:
        if self._player.state is PlayerState.PAUSED:
            self._refuse(f"Paused. {self._go_on_words}")
        elif self._player.remaining_ns is not None:
            self._refuse(words.BY_CLOCK)
        else:
            self._tell(self._session.done())

    def _back(self) -> None:
        if self._player.index == 0 and self._player.into_ns < BACK_WINDOW_NS:
            self._refuse(words.AT_START)
        else:
            self._tell(self._session.back())

    def _more(self) -> None:
        if self._player.remaining_ns is None:
            self._refuse(words.NO_CLOCK)
        else:
            self._tell(self._session.more())

    def _less(self) -> None:
        self._tell(self._session.tick())
        if self._player.remaining_ns is None:
            self._refuse(words.NO_CLOCK)
        elif not self._player.can_extend(-FIVE_SECONDS_NS):
            self._refuse(words.UNDER_FIVE)
        else:
            self._tell(self._session.less())

    def _say_why(self, key: str) -> None:
        if self._may_say_why:
            self._session.give_reason(REASONS[key])
            self._transcript.lines([f"Noted: {REASONS[key]}."])
        else:
            self._refuse(words.NOTHING_SKIPPED)

    # Ending

    def _ask_to_end(self) -> None:
        """Hold the clock and ask what becomes of the session."""
        self._paused_before_asking = self._player.state is PlayerState.PAUSED
        self._asking_to_end = True
        self._tell(self._session.pause())
        if self._player.is_live:
            self._transcript.lines([words.END_HERE])

    def _answer(self, key: str) -> None:
        if key in ("w", "d"):
            self.discarded = key == "d"
            self._tell(self._session.end(keep=key == "w"))
        elif key in ("enter", "space", "q"):
            self._asking_to_end = False
            if self._paused_before_asking:
                self._transcript.lines([f"Still paused. {self._go_on_words}"])
            else:
                self._tell(self._session.go_on())
        else:
            self._transcript.lines([words.END_CHOICES])

    def _without_keys(self) -> None:
        """Nobody can press a key any more: what waits for one cannot go on; the clock can."""
        paused = self._player.state is PlayerState.PAUSED
        if paused and self._session.gap is not None and not self._asking_to_end:
            self._tell(self._session.go_on())
        elif paused or self._player.remaining_ns is None:
            self._transcript.lines([words.NO_KEYS_COME])
            self._tell(self._session.end(keep=True))

    # Telling

    def _tell(self, events: list[Event]) -> None:
        """Say what happened, in order, then the numbers that are due."""
        was_paused = self._player.state is PlayerState.PAUSED and not any(isinstance(event, Paused) for event in events)
        for event in events:
            self._tell_event(event)
            if isinstance(event, PhaseBegan) and was_paused and not self._asking_to_end:
                self._transcript.sentence(f"Paused. {self._go_on_words}", new_line=False)
        if self._player.state is PlayerState.RUNNING:
            self._count([said for said in self._to_say if said.into_ns <= self._player.into_ns])

    def _tell_event(self, event: Event) -> None:
        match event:
            case PhaseBegan(phase_index=index):
                self._tell_phase(index)
            case PhaseEnded(completed=True):
                self._count(self._to_say)
            case Paused() if not self._asking_to_end:
                self._tell_pause()
            case Resumed():
                self._transcript.sentence("Going on.", new_line=True)
            case Extended(by_ns=by_ns):
                self._tell_extended(by_ns)
            case StepSkipped(step=step):
                self._tell_skipped(step)
            case Stopped():
                self._transcript.end_line()

    def _tell_phase(self, index: int) -> None:
        """The line of a phase; before a step, how it is done, and at its beginning, its dose."""
        said, transcript = self._words, self._transcript
        if said.begins_step(index):
            transcript.sentence(said.step_sentence(index), new_line=True)
            if said.leads_to_step(index) and said.brief(index):
                transcript.sentence(f"  {said.brief(index)}", new_line=True)
        transcript.sentence(said.sentence(index), new_line=not said.follows_on(index))
        phase = self._player.timeline.phases[index]
        if not phase.is_work and said.leads_to_step(index) and phase.round == 1 and said.brief(index):
            transcript.sentence(f"  {said.brief(index)}", new_line=True)
        self._to_say = numbers_of(phase, self._player.length_of(index), said.count_ns(phase))

    def _tell_pause(self) -> None:
        gap = self._session.gap
        if gap is None:
            said = self._words.pause_sentence(self._player)
        else:
            length = words.spoken_length(round(gap.seconds) * SECOND)
            said = f"Footui was stopped for {length}. The clock waited; no exercise is shorter or longer."
        self._transcript.lines([f"{said} {self._go_on_words}"])

    def _tell_skipped(self, step: int) -> None:
        self._may_say_why = True
        name = words.lowered(self._words.title_of_step(step))
        self._transcript.lines([f"Skipped: {name}.{f' {words.WHY}' if self._player.is_live else ''}"])

    def _tell_extended(self, by_ns: int) -> None:
        """How long the phase is now; the numbers of its end are counted anew."""
        player = self._player
        left = plural(-(-(player.remaining_ns or 0) // SECOND), "second")
        self._transcript.lines([f"5 seconds {'more' if by_ns > 0 else 'less'}: {left} left."])
        numbers = numbers_of(player.phase, player.phase_length_ns, self._words.count_ns(player.phase))
        self._to_say = [said for said in numbers if said.into_ns > player.into_ns]

    def _count(self, numbers: list[Said]) -> None:
        """Say these numbers, the next ones that are due."""
        for said in numbers:
            self._transcript.number(said.number, last=said.last)
        self._to_say = self._to_say[len(numbers) :]

    @property
    def _go_on_words(self) -> str:
        return words.SPACE_GOES_ON if self._keys.single else words.LINE_GOES_ON
