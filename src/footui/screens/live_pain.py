"""Pain in a live session: said before it begins by one key, and at any time by a question that holds the clock."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from footui.core.events import Event
from footui.core.exercise import Exercise
from footui.core.said import HELP_AT_ONCE, Band, band_of
from footui.screens.live_looking import LiveLooking
from footui.session.live import LiveSession
from footui.session.refusals import PAIN

if TYPE_CHECKING:
    from footui.screens.guide import Guide
    from footui.screens.pain_question import PainQuestion

PAIN_BEFORE = "Pain now? 0 to 9 says how much; or just begin."


class LivePain(LiveLooking):
    """Asks how much it hurts, and does what helps."""

    def __init__(
        self,
        guide: Guide,
        session: LiveSession,
        exercises: Mapping[str, Exercise],
        recording_problem: Callable[[], str | None],
    ) -> None:
        """As the base has it; nothing is asked yet."""
        super().__init__(guide, session, exercises, recording_problem)
        self._pain: PainQuestion | None = None
        self._asks_before = False

    def begin(self) -> None:
        """Begin; how much it hurts before can be said while one gets ready, and holds nothing up."""
        super().begin()
        if self.can_say_before:
            self._asks_before = True
            self.say(PAIN_BEFORE)

    def follow(self, events: list[Event]) -> None:
        """Paint after events; the question from before goes when the exercise begins."""
        super().follow(events)
        if self._asks_before and not self.can_say_before:
            self._asks_before = False
            self.say("")

    def run_command(self, command_id: str) -> None:
        """Do a command; what it says takes the place of the question."""
        self._asks_before = False
        super().run_command(command_id)

    @property
    def can_say_before(self) -> bool:
        """Whether one gets ready for the first step, and pain is asked about."""
        player = self.session.player
        return self.settings.care.ask and player.index == 0 and not player.phase.is_work

    @property
    def is_asking_pain(self) -> bool:
        """Whether the question how much it hurts waits for its answer."""
        return self._pain is not None

    def do_before_set(self) -> None:
        """How much it hurts before it begins."""
        number = int(self.pressed_key)
        self.session.say_before(number)
        above = band_of(number, self.settings.care) is Band.STOP
        advice = f" That is much: better rest, or ask first. {HELP_AT_ONCE}" if above else ""
        self.say(f"Pain before: {number}.{advice}", caution=above)

    def do_session_pain(self) -> None:
        """Ask how much it hurts; the clock is held meanwhile."""
        from footui.screens.pain_question import PainQuestion  # noqa: PLC0415  # the first picture does not wait for it

        self._pain = PainQuestion(
            self.session.player, self.settings.care, self.composer.next_title(), was_paused=self.is_paused
        )
        self.follow(self.session.pause())
        self._show_pain()

    def do_pain_set(self) -> None:
        """That number."""
        self._with_pain(lambda asked: asked.type(self.pressed_key))

    def do_pain_less(self) -> None:
        """A number less."""
        self._with_pain(lambda asked: asked.step(-1))

    def do_pain_more(self) -> None:
        """A number more."""
        self._with_pain(lambda asked: asked.step(1))

    def do_pain_down(self) -> None:
        """The next of what helps."""
        self._with_pain(lambda asked: asked.turn(1))

    def do_pain_up(self) -> None:
        """The one before."""
        self._with_pain(lambda asked: asked.turn(-1))

    def _with_pain(self, answer: Callable[[PainQuestion], None]) -> None:
        """Change the answer, and show it."""
        if self._pain is not None:
            answer(self._pain)
            self._show_pain()

    def _show_pain(self) -> None:
        self.picture.show_pain(self._pain.prompt() if self._pain else None)

    def do_pain_leave(self) -> None:
        """Leave it unanswered; the exercise goes on."""
        if self._pain is not None:
            self._close(self._pain)

    def do_pain_take(self) -> None:
        """Write the number down, and do what was chosen to help; without a number it is left unanswered."""
        asked = self._pain
        if asked is None or asked.number is None:
            self.do_pain_leave()
            return
        self.session.say_pain(asked.number)
        answer = asked.answer
        if answer is not None and answer.ends:
            self._close(asked, goes_on=False)
            self.end_and_keep()
            return
        if answer is not None and answer.change is not None:
            self.follow(self.session.change(answer.change))
        elif answer is not None and answer.leaves:
            self.follow(self.session.skip_step(PAIN))
        self._close(asked, goes_on=self.session.player.is_live)
        stop = asked.band is Band.STOP
        self.say(f"Pain {asked.number}, written down.{f' {HELP_AT_ONCE}' if stop else ''}", caution=stop)

    def _close(self, asked: PainQuestion, *, goes_on: bool = True) -> None:
        """Take the question away; the clock goes on where it went before."""
        self._pain = None
        self._show_pain()
        if goes_on:
            self.follow(self.session.tick() if asked.was_paused else self.session.go_on())
