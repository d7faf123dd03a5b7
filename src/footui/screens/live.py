"""The live screen: sends what a person wants to a live session."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from footui.commands import TO_A_PLACE, Command, Place
from footui.commands.reasons import NO_FIGURE, PAUSED, SESSION_RUNNING
from footui.core.exercise import Exercise
from footui.screens.base import bindings_of
from footui.screens.live_course import LiveCourse
from footui.session import refusals
from footui.session.live import FIVE_SECONDS_NS, LiveSession
from footui.session.refusals import PAIN

if TYPE_CHECKING:
    from footui.screens.guide import Guide

SKIP_REASONS = {"skip.pain": PAIN, "skip.equipment": "no equipment", "skip.time": "no time", "skip.other": "other"}
WHY_SKIPPED = "{title} is skipped. Why?  1 pain  2 no equipment  3 no time  4 other"
END_QUESTION = (
    "End this session?\nThe clock is held. What was done so far can be written down, or the session forgotten."
)


class LiveScreen(LiveCourse):
    """Leads through one session."""

    PLACES = (Place.LIVE, Place.EVERYWHERE)
    BINDINGS = bindings_of(
        Place.LIVE, Place.SKIPPED, Place.READY, Place.PAIN, Place.READING, Place.END, Place.EVERYWHERE
    )
    NAME = "live session"

    def __init__(
        self,
        guide: Guide,
        session: LiveSession,
        exercises: Mapping[str, Exercise],
        recording_problem: Callable[[], str | None],
    ) -> None:
        """As the base has it; no question is asked yet."""
        super().__init__(guide, session, exercises, recording_problem)
        self._asking_to_end = False
        self._paused_before_asking = False
        self._just_skipped = False
        self._reading = False
        self._zen = False

    def meanwhile(self) -> str:
        """The clock goes on while the help is read."""
        return "paused" if self.is_paused else "the clock is running"

    # What is possible

    @property
    def is_asking(self) -> bool:
        """Whether a question waits for its answer."""
        return self._asking_to_end or self.is_asking_pain

    def active_places(self) -> tuple[Place, ...]:
        """While a question is asked only its answers hold; after a skip its reasons come first."""
        if self._asking_to_end:
            return (Place.END,)
        if self.is_asking_pain:
            return (Place.PAIN,)
        if self._just_skipped:
            return (Place.SKIPPED, *self.PLACES)
        if self._reading:
            return (Place.READING, *self.PLACES)
        return (Place.READY, *self.PLACES) if self.can_say_before else self.PLACES

    def why_not(self, command_id: str) -> str | None:
        """Why a command is not possible at this moment of the session."""
        player = self.session.player
        match command_id:
            case command if command in TO_A_PLACE or command in ("app.quit", "app.back"):
                return SESSION_RUNNING
            case "session.done" if player.phase.length_ns is not None:
                return refusals.BY_CLOCK
            case "session.done" if self.is_paused:
                return PAUSED
            case "session.more" | "session.less" if player.phase_length_ns is None:
                return refusals.NO_CLOCK
            case "session.less" if not player.can_extend(-FIVE_SECONDS_NS):
                return refusals.UNDER_FIVE
            case "session.back" if player.index == 0 and player.into_ns == 0:
                return refusals.AT_START
            case "session.pain" if not self.settings.care.ask:
                return refusals.PAIN_NOT_ASKED
            case "cues.mute" if not self.session.cues.any_on:
                return refusals.NO_CUE
            case "view.figure" if not self.picture.has_figure:
                return NO_FIGURE
        return super().why_not(command_id)

    def footer_label(self, command: Command) -> str:
        """While the clock is held, space lets it go on."""
        return "go on" if command.id == "session.pause" and self.is_paused else super().footer_label(command)

    def run_command(self, command_id: str) -> None:
        """Do a command; any but a reason ends the question why a step was skipped."""
        self.session.tick()
        if not command_id.startswith("skip."):
            self._just_skipped = False
        super().run_command(command_id)

    # The clock and the place

    def do_session_pause(self) -> None:
        """Pause, go on."""
        self.follow(self.session.pause_or_go_on())

    def do_session_done(self) -> None:
        """The self-paced set is done."""
        self.follow(self.session.done())

    def do_session_next(self) -> None:
        """On to the next phase."""
        self.follow(self.session.next())

    def do_session_back(self) -> None:
        """Back to the start of this phase, or to the one before."""
        self.follow(self.session.back())

    def do_session_more(self) -> None:
        """Five seconds more."""
        self.follow(self.session.more())

    def do_session_less(self) -> None:
        """Five seconds less."""
        self.follow(self.session.less())

    # Skipping

    def do_session_skip(self) -> None:
        """Skip the step at once; why can be said after it, or not."""
        title = self.composer.title()
        self.follow(self.session.skip_step())
        if self.session.player.is_live:
            self._just_skipped = True
            self.say(WHY_SKIPPED.format(title=title))

    def do_skip_pain(self) -> None:
        """It was for pain."""
        self._give_reason("skip.pain")

    def do_skip_equipment(self) -> None:
        """Something was missing."""
        self._give_reason("skip.equipment")

    def do_skip_time(self) -> None:
        """There was no time for it."""
        self._give_reason("skip.time")

    def do_skip_other(self) -> None:
        """It was for something else."""
        self._give_reason("skip.other")

    def _give_reason(self, command_id: str) -> None:
        reason = SKIP_REASONS[command_id]
        self.session.give_reason(reason)
        self._just_skipped = False
        self.say(f"Skipped: {reason}.")

    def do_app_suspend(self) -> None:
        """To the shell; the clock is held until it is gone on with."""
        self.follow(self.session.pause())
        super().do_app_suspend()

    # Look and sound

    def do_session_how_to(self) -> None:
        """How it is done, in full; the clock runs on."""
        self._reading = True
        self.follow([])

    def do_reading_close(self) -> None:
        """Away with it."""
        self._reading = False
        self.picture.show_reading(None)

    def do_reading_down(self) -> None:
        """A row further down."""
        self.picture.scroll_reading(1)

    def do_reading_up(self) -> None:
        """A row further up."""
        self.picture.scroll_reading(-1)

    def paint(self) -> None:
        """Paint what changed; what is read is of the exercise that is done now."""
        super().paint()
        exercise = self.composer.exercise()
        if self._reading and exercise is not None:
            from footui.screens.live_reading import reading_paragraphs  # noqa: PLC0415  # the first picture does not wait for it

            note = self.composer.note()
            self.picture.show_reading(reading_paragraphs(exercise, self.composer.title(), note))

    def do_view_zen(self) -> None:
        """Only word, number and bar; again: everything."""
        self._zen = not self._zen
        self.picture.set_zen(self._zen)
        self.follow([])

    def do_view_figure(self) -> None:
        """The figure, or how it is done in its place."""
        self.picture.turn_figure()
        self.follow([])

    def do_cues_mute(self) -> None:
        """No cue until it is pressed again."""
        muted = self.session.cues.turn_mute()
        self.say("Muted: m turns the cues on again." if muted else "Cues are on.")

    # The end

    def do_session_end(self) -> None:
        """Ask before it ends; the clock is held while it is asked."""
        self._paused_before_asking = self.is_paused
        self._asking_to_end = True
        self.picture.ask(END_QUESTION)
        self.follow(self.session.pause())

    def do_end_go_on(self) -> None:
        """The session goes on where it was held."""
        self._asking_to_end = False
        self.picture.ask("")
        self.follow(self.session.tick() if self._paused_before_asking else self.session.go_on())

    def do_end_write_down(self) -> None:
        """Keep what was done."""
        self.end_and_keep()

    def do_end_discard(self) -> None:
        """Forget it."""
        self.stop_looking()
        self.session.end(keep=False)
        self.guide.session_ended(None)
