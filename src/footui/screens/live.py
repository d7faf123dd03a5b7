"""The live screen: sends intents to a live session, and draws what it says when that changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from textual.app import ComposeResult
from textual.events import Resize
from textual.timer import Timer

from footui.commands import (
    AT_START,
    BY_CLOCK,
    NO_CLOCK,
    PAUSED,
    SESSION_RUNNING,
    UNDER_FIVE,
    Command,
    Place,
)
from footui.core.events import Event, Extended, Finished, Paused, PhaseBegan, Resumed
from footui.core.exercise import Exercise
from footui.core.phase import SECOND
from footui.core.walk import PlayerState
from footui.screens.base import LIVE_SCREEN, CommandScreen, Guide, bindings_of
from footui.screens.live_view import LivePicture
from footui.session.live import FIVE_SECONDS_NS, LiveSession
from footui.session.view import ViewComposer
from footui.terminal_driver import terminal_is_behind

PACE_SECONDS = 0.5
"""The bar moves no more often than this: two pictures a second."""

BEHIND_SECONDS = 0.25
"""How long to wait with painting where the terminal has not taken the last picture yet."""

SKIP_REASONS = {"skip.pain": "pain", "skip.equipment": "no equipment", "skip.time": "no time", "skip.other": "other"}
WHY_SKIPPED = "{title} is skipped. Why?  1 pain  2 no equipment  3 no time  4 other"
END_QUESTION = (
    "End this session?\nThe clock is held. What was done so far can be written down, or the session forgotten."
)


class LiveScreen(CommandScreen[None]):
    """Leads through one session, and tells the guide when it is over."""

    PLACES = (Place.LIVE, Place.EVERYWHERE)
    BINDINGS = bindings_of(Place.LIVE, Place.SKIPPED, Place.END, Place.EVERYWHERE)
    NAME = "live session"

    def __init__(
        self,
        guide: Guide,
        session: LiveSession,
        exercises: Mapping[str, Exercise],
        recording_problem: Callable[[], str | None],
    ) -> None:
        """`exercises` are those of the session's steps; `recording_problem` says why it cannot be written down."""
        super().__init__(guide)
        self.id = LIVE_SCREEN
        self.session = session
        self._composer = ViewComposer(session.player, exercises)
        self._picture = LivePicture(guide.glyphs, self._composer.strip_lengths())
        self._timer: Timer | None = None
        self._asking = False
        self._paused_before_asking = False
        self._just_skipped = False
        self._recording_problem = recording_problem
        self._told_problem: str | None = None
        self._shown_exercise: Exercise | None = None

    def compose(self) -> ComposeResult:
        """The picture is all there is."""
        yield self._picture

    def on_mount(self) -> None:
        """The clock starts with the first picture; it is drawn before Textual lays it out, so that it is the first."""
        self.session.begin()
        self._paint()
        self.show_footer()
        self.call_after_refresh(self._look)

    def on_unmount(self) -> None:
        """Let the watch go."""
        self.session.close()

    def on_resize(self, event: Resize) -> None:
        """Another size is another picture."""
        self.call_after_refresh(self._look)

    # Looking and painting

    def _look(self) -> None:
        """Let the clock catch up, paint what changed, and come back when something will."""
        self._follow(self.session.tick())

    def _follow(self, events: list[Event]) -> None:
        """Paint after events, or go on to the end."""
        if any(isinstance(event, Finished) for event in events):
            self._stop_looking()
            self.guide.session_ended(self.session.record())
            return
        if any(isinstance(event, Extended) for event in events):
            self._picture.set_strip_lengths(self._composer.strip_lengths())
        if terminal_is_behind(self.app):
            self._look_again(BEHIND_SECONDS)
            return
        self._paint()
        if any(isinstance(event, PhaseBegan | Paused | Resumed) for event in events):
            self.show_footer()
        pace_ns = round(PACE_SECONDS * self.session.clock.speed * SECOND)
        change_ns = self._composer.next_change_ns(self._picture.bar_cells, pace_ns)
        at_least = 1 / 60 if self.session.clock.speed > 1 else 0
        self._look_again(max(self.session.clock.real_seconds(change_ns), at_least))

    def _look_again(self, seconds: float) -> None:
        self._stop_looking()
        self._timer = self.set_timer(seconds, self._look)

    def _stop_looking(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _paint(self) -> None:
        self._picture.show(self._composer.compose(self._ends()), self._composer.strip_position())
        exercise = self._composer.exercise()
        if exercise is not self._shown_exercise:
            self._shown_exercise = exercise
            self._picture.show_how_to(exercise)
        self._tell_what_happened()

    def _ends(self) -> datetime | None:
        """When the session would end, if it went on now; None where a key ends a phase."""
        player = self.session.player
        if player.timeline.open_ended:
            return None
        return self.session.clock.wall_after(player.total_ns - player.position_ns)

    def _tell_what_happened(self) -> None:
        """Say what a person could not know: that the program did not run, or that the disk is full."""
        gap, problem = self.session.gap, self._recording_problem()
        if gap is not None and not self._asking:
            self.say(
                f"Footui was stopped for {round(gap.seconds)} s. The clock waited; "
                "no exercise is shorter or longer. space goes on."
            )
        elif problem is not None and problem != self._told_problem:
            self.say(f"! {problem} The session goes on.", caution=True)
        self._told_problem = problem

    def meanwhile(self) -> str:
        """The clock goes on while the help is read."""
        return "paused" if self.session.player.state is PlayerState.PAUSED else "the clock is running"

    # What is possible

    def active_places(self) -> tuple[Place, ...]:
        """While a question is asked only its answers hold; after a skip its reasons come first."""
        if self._asking:
            return (Place.END,)
        return (Place.SKIPPED, *self.PLACES) if self._just_skipped else self.PLACES

    def why_not(self, command_id: str) -> str | None:
        """Why a command is not possible at this moment of the session."""
        player = self.session.player
        match command_id:
            case "app.today" | "app.catalogue" | "app.quit" | "app.back":
                return SESSION_RUNNING
            case "session.done" if player.phase.length_ns is not None:
                return BY_CLOCK
            case "session.done" if player.state is PlayerState.PAUSED:
                return PAUSED
            case "session.more" | "session.less" if player.phase_length_ns is None:
                return NO_CLOCK
            case "session.less" if not player.can_extend(-FIVE_SECONDS_NS):
                return UNDER_FIVE
            case "session.back" if player.index == 0 and player.into_ns == 0:
                return AT_START
        return super().why_not(command_id)

    def footer_label(self, command: Command) -> str:
        """While the clock is held, space lets it go on."""
        paused = command.id == "session.pause" and self.session.player.state is PlayerState.PAUSED
        return "go on" if paused else super().footer_label(command)

    def run_command(self, command_id: str) -> None:
        """Do a command; any but a reason ends the question why a step was skipped."""
        self.session.tick()
        if not command_id.startswith("skip."):
            self._just_skipped = False
        super().run_command(command_id)

    # Intents

    def do_session_pause(self) -> None:
        """Pause, go on."""
        self._follow(self.session.pause_or_go_on())

    def do_session_done(self) -> None:
        """The self-paced set is done."""
        self._follow(self.session.done())

    def do_session_next(self) -> None:
        """On to the next phase."""
        self._follow(self.session.next())

    def do_session_back(self) -> None:
        """Back to the start of this phase, or to the one before."""
        self._follow(self.session.back())

    def do_session_more(self) -> None:
        """Five seconds more."""
        self._follow(self.session.more())

    def do_session_less(self) -> None:
        """Five seconds less."""
        self._follow(self.session.less())

    def do_session_restart(self) -> None:
        """Restart the step."""
        self._follow(self.session.restart_step())

    def do_session_skip(self) -> None:
        """Skip the step at once; why can be said after it, or not."""
        title = self._composer.title()
        events = self.session.skip_step()
        self._follow(events)
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

    # The end

    def do_session_end(self) -> None:
        """Ask before it ends; the clock is held while it is asked."""
        self._paused_before_asking = self.session.player.state is PlayerState.PAUSED
        self._asking = True
        self._picture.ask(END_QUESTION)
        self._follow(self.session.pause())

    def do_end_go_on(self) -> None:
        """The session goes on where it was held."""
        self._asking = False
        self._picture.ask("")
        self._follow(self.session.tick() if self._paused_before_asking else self.session.go_on())

    def do_end_write_down(self) -> None:
        """Keep what was done."""
        self._stop_looking()
        self.session.end(keep=True)
        self.guide.session_ended(self.session.record())

    def do_end_discard(self) -> None:
        """Forget it."""
        self._stop_looking()
        self.session.end(keep=False)
        self.guide.session_ended(None)
