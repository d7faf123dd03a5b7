"""Tells what happens in a session, in order and at its moment: the lines of phases, and the numbers that are due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from footui.core.changes import FewerRepetitions, LowerEnd, OnceMore, OtherFootFirst, OtherForm
from footui.core.events import (
    Changed,
    Event,
    Extended,
    Paused,
    PhaseBegan,
    PhaseEnded,
    Resumed,
    StepSkipped,
    Stopped,
    TakenBack,
)
from footui.core.phase import SECOND, PhaseKind
from footui.core.take_back import Lengthened, Rewrote
from footui.core.walk import PlayerState
from footui.core.wording import foot, lowered
from footui.session import plain_lists as lists
from footui.session.live import NO_REASON
from footui.session.plain_count import Spoken, spoken_in
from footui.session.plain_speech import capital, spoken_left, spoken_length
from footui.session.plain_summary import pause_sentence

if TYPE_CHECKING:
    from footui.core.changes import Change
    from footui.session.live import LiveSession
    from footui.session.plain_transcript import Transcript
    from footui.session.plain_words import PlainWords


class Teller:
    """Puts what a session tells into a transcript; `quiet` keeps it from speaking of the clock while it is held to ask.

    `half_from_ns` is the length from which half of a piece of work is told.
    """

    def __init__(
        self, session: LiveSession, words: PlainWords, transcript: Transcript, *, single: bool, half_from_ns: int
    ) -> None:
        """Nothing is said yet; `single` says whether one key press is enough."""
        self.quiet = False
        self.go_on_words = lists.SPACE_GOES_ON if single else lists.LINE_GOES_ON
        self.transcript = transcript
        self.words = words
        self._session = session
        self._player = session.player
        self._half_from_ns = half_from_ns
        self._to_say: list[Spoken] = []

    def say(self, *lines: str) -> None:
        """Lines of their own."""
        self.transcript.lines(*lines)

    @property
    def is_paused(self) -> bool:
        """Whether the clock is held."""
        return self._player.state is PlayerState.PAUSED

    def next_moment_ns(self) -> int | None:
        """In how much session time there is something to say, or the phase ends; None where nothing is in sight."""
        player = self._player
        if player.state is not PlayerState.RUNNING or player.remaining_ns is None:
            return None
        return min([player.remaining_ns, *(spoken.into_ns - player.into_ns for spoken in self._to_say[:1])])

    def tell(self, events: list[Event]) -> None:
        """Say what happened, in order, then the numbers that are due."""
        was_paused = self.is_paused and not any(isinstance(event, Paused) for event in events)
        if any(isinstance(event, TakenBack) for event in events):
            self.say("Taken back.")
        counts_anew = False
        for event in events:
            self._tell_event(event)
            if isinstance(event, PhaseBegan) and was_paused and not self.quiet:
                self.transcript.sentence(f"Paused. {self.go_on_words}", new_line=False)
            if isinstance(event, Extended | Changed | TakenBack):
                self._to_say, counts_anew = [], True
            counts_anew = counts_anew and not isinstance(event, PhaseBegan)
        player = self._player
        if counts_anew:
            self._to_say = [spoken for spoken in self._spoken_in(player.index) if spoken.into_ns > player.into_ns]
        if player.state is PlayerState.RUNNING:
            self._count([spoken for spoken in self._to_say if spoken.into_ns <= player.into_ns])

    def _tell_event(self, event: Event) -> None:
        match event:
            case PhaseBegan(phase_index=index, at_ns=at_ns):
                self._tell_phase(index, self._into_ns(index, at_ns))
            case PhaseEnded(completed=True):
                self._count(self._to_say)
            case Paused() if not self.quiet:
                self._tell_pause()
            case Resumed():
                self.transcript.sentence("Going on.", new_line=True)
            case Stopped():
                self.transcript.end_line()
            case _:
                self._tell_deed(event)

    def _tell_deed(self, event: Event) -> None:
        """What was done to the session."""
        match event:
            case Extended(by_ns=by_ns):
                self.say(f"5 seconds {'more' if by_ns > 0 else 'less'}: {self._left}.")
            case StepSkipped(step=step, reason=reason):
                self._tell_skipped(step, reason)
            case Changed(change=change):
                self.say(f"{self._changed(change)} {lists.UNDO}")
                if isinstance(change, OtherForm):
                    self._tell_advice(self._player.index)
            case TakenBack(what=Lengthened()):
                self.say(f"{capital(self._left)}.")
            case TakenBack(what=Rewrote()):
                self.say(f"{self.words.where(self._player.index)}.")

    @property
    def _left(self) -> str:
        return spoken_left(self._player.remaining_ns or 0)

    # Phases

    def _into_ns(self, index: int, at_ns: int) -> int:
        """How far into a phase it was entered; nothing is known of one that was left since."""
        player = self._player
        return max(0, at_ns - (player.time.now_ns - player.into_ns)) if index == player.index else 0

    def _tell_phase(self, index: int, into_ns: int) -> None:
        """The line of a phase; in the pause before a step, or where there is none at its beginning, how it is done."""
        words, transcript = self.words, self.transcript
        phase = words.timeline.phases[index]
        is_at_step = words.leads_to_step(index)
        if is_at_step and phase.is_work and not into_ns:
            transcript.sentence(words.step_sentence(index), new_line=True)
            self._tell_advice(index, in_round=phase.round)
        transcript.sentence(words.sentence(index, into_ns), new_line=bool(into_ns) or not words.follows_on(index))
        gets_ready_again = phase.kind is PhaseKind.PREPARE and not is_at_step
        if not phase.is_work and (is_at_step or gets_ready_again):
            self._tell_advice(index, in_round=1 if gets_ready_again else phase.round)
        self._to_say = [spoken for spoken in self._spoken_in(index) if spoken.into_ns >= into_ns]

    def _tell_advice(self, index: int, in_round: int = 1) -> None:
        """How the exercise is done, and what to take care of; once is enough for all rounds of a circuit."""
        advice = self.words.advice(index)
        if advice and in_round == 1:
            self.transcript.sentence(f"  {advice}", new_line=True)

    def _spoken_in(self, index: int) -> list[Spoken]:
        phase = self.words.timeline.phases[index]
        return spoken_in(phase, self._player.length_of(index), self.words.count_ns(phase), self._half_from_ns)

    def _count(self, due: list[Spoken]) -> None:
        """Say these, the next ones that are due."""
        for spoken in due:
            if spoken.number is None:
                self.transcript.sentence("Half.", new_line=False)
            else:
                self.transcript.number(spoken.number, last=spoken.last)
        self._to_say = self._to_say[len(due) :]

    # What was done to it

    def _tell_pause(self) -> None:
        gap = self._session.gap
        if gap is None:
            said = pause_sentence(self.words, self._player)
        else:
            length = spoken_length(round(gap.seconds) * SECOND)
            said = f"Footui was stopped for {length}. The clock waited; no exercise is shorter or longer."
        self.say(f"{said} {self.go_on_words}")

    def _tell_skipped(self, step: int, reason: str) -> None:
        name = lowered(self.words.title_of_step(step))
        asks_why = reason == NO_REASON and self._player.is_live
        why = f" {lists.WHY}" if asks_why else "" if reason == NO_REASON else f" Noted: {reason}."
        self.say(f"Skipped: {name}.{why}")

    def _changed(self, change: Change) -> str:
        """A change in the course, as it is now."""
        words, player = self.words, self._player
        step = player.changes[-1].step
        work = next(phase for phase in reversed(player.timeline.phases) if phase.step == step and phase.is_work)
        match change:
            case OnceMore():
                here = words.work_at(player.index)
                return f"One more: {words.amount(here.reps, 'repetition')} now."
            case OtherFootFirst():
                return f"{foot(words.timeline.step_of(work).dose.first).capitalize()} first."
            case OtherForm():
                return f"{words.title(work)}."
            case LowerEnd():
                return f"The low end of its ranges: {words.dose(work)}."
            case FewerRepetitions(reps=reps):
                return f"{capital(words.amount(reps, 'repetition'))} now."
            case _:
                return ""
