"""The live screen's eyes: lets a session catch up with the clock, and draws what it says when that changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.events import Resize
from textual.timer import Timer

from footui.core.events import Changed, Event, Extended, Finished, Paused, PhaseBegan, Resumed, TakenBack
from footui.core.exercise import Exercise
from footui.core.phase import SECOND, nanoseconds
from footui.core.proportion import strip_lengths, strip_position
from footui.core.walk import PlayerState
from footui.screens.base import LIVE_SCREEN, CommandScreen
from footui.screens.live_view import LivePicture
from footui.session.live import LiveSession
from footui.session.view import ViewComposer
from footui.terminal_driver import terminal_is_behind
from footui.widgets.figure import FigureView
from footui.widgets.glyphs import FULL
from footui.widgets.role import Role

if TYPE_CHECKING:
    from footui.screens.guide import Guide
    from footui.screens.live_figure import LiveFigure
    from footui.session.cues import Cue

BEHIND_SECONDS = 0.25
"""How long to wait with painting where the terminal has not taken the last picture yet."""


class LiveLooking(CommandScreen[None]):
    """Shows one session while it runs, and tells the guide when it is over."""

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
        self.exercises = exercises
        self.settings = guide.settings
        dim_after_ns = nanoseconds(self.settings.dim_after)
        self.composer = ViewComposer(session.player, exercises, guide.notation, dim_after_ns)
        small = self.settings.numbers == "small"
        self._figure_view = FigureView(glyphs=guide.glyphs, id="figure") if guide.glyphs is FULL else None
        self._figure: LiveFigure | None = None
        self.picture = LivePicture(guide.glyphs, strip_lengths(session.player), self._figure_view, small_numbers=small)
        self._timer: Timer | None = None
        self._recording_problem = recording_problem
        self._told_problem: str | None = None
        self._shown_exercise: Exercise | None = None

    def compose(self) -> ComposeResult:
        """The picture is all there is."""
        yield self.picture

    def on_mount(self) -> None:
        """The picture is there."""
        self.begin()

    def begin(self) -> None:
        """The clock starts with the first picture; it is drawn before Textual lays it out, so that it is the first.

        No `on_mount` of a class that builds on this one may say `super`: Textual calls each of them by itself.
        """
        self.session.begin()
        self.paint()
        self.show_footer()
        self.call_after_refresh(self._look)
        self.call_after_refresh(self._go_on_beside)

    def _go_on_beside(self) -> None:
        """What nobody should wait for with the first picture: cues and figures."""
        self.session.cues.start()
        if self._figure_view is not None:
            from footui.screens.live_figure import LiveFigure  # noqa: PLC0415  # the first picture does not wait for it

            self._figure = LiveFigure(self.session.player, reduced_motion=self.settings.reduced_motion)
            self.picture.turn_figure(self.settings.figure)

    def on_unmount(self) -> None:
        """Let the watch go."""
        self.session.close()

    def on_resize(self, event: Resize) -> None:
        """Another size is another picture."""
        self.call_after_refresh(self._look)

    def _look(self) -> None:
        """Let the clock catch up, paint what changed, and come back when something will."""
        self.follow(self.session.tick())

    def follow(self, events: list[Event]) -> None:
        """Paint after events, or go on to the end."""
        if any(isinstance(event, Finished) for event in events):
            self.stop_looking()
            self.guide.session_ended(self.session.record())
            return
        if any(isinstance(event, Extended | Changed | TakenBack) for event in events):
            self.picture.set_strip_lengths(strip_lengths(self.session.player))
        if terminal_is_behind(self.app):
            self._look_again(BEHIND_SECONDS)
            return
        self.paint()
        if any(isinstance(event, PhaseBegan | Paused | Resumed | Changed | TakenBack) for event in events):
            self.show_footer()
        pace_ns = round(SECOND / self.settings.pictures_per_second * self.session.clock.speed)
        change_ns = self.composer.next_change_ns(self.picture.bar_cells, pace_ns)
        at_least = 1 / 60 if self.session.clock.speed > 1 else 0
        until = min(self.session.clock.real_seconds(change_ns), self.session.seconds_to_save)
        self._look_again(max(until, at_least))

    def _look_again(self, seconds: float) -> None:
        self.stop_looking()
        self._timer = self.set_timer(seconds, self._look)

    def stop_looking(self) -> None:
        """Paint no more."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def paint(self) -> None:
        """Paint what changed."""
        view = self.composer.compose(self._ends())
        self.picture.show(view, strip_position(self.session.player))
        self._show_figure(Role.MUTED if view.dimmed else Role.TEXT)
        exercise = self.composer.exercise()
        if exercise is not self._shown_exercise:
            self._shown_exercise = exercise
            self.picture.show_how_to(exercise)
        self._tell_what_happened()

    def _show_figure(self, role: Role) -> None:
        """The picture of the movement, where there is room for it and there is one."""
        size = self.picture.figure_size
        if self._figure_view is not None and self._figure is not None and size is not None:
            rows = self._figure.rows(*size)
            self.picture.figure_is_there(rows is not None)
            self._figure_view.set(rows or (), role)

    def show_cue(self, cue: Cue) -> None:
        """A cue for the eyes: at a change the whole screen takes the colour of the phase that begins."""
        from footui.session.cues import CueKind  # noqa: PLC0415  # the first picture does not wait for it

        if cue.kind in (CueKind.CHANGE, CueKind.END):
            super().show_cue(cue)

    def role_of_cue(self, cue: Cue) -> Role:
        """The role of the phase that begins."""
        from footui.session.cues import CueKind  # noqa: PLC0415  # the first picture does not wait for it

        works = cue.kind is CueKind.CHANGE and self.session.timeline.phases[cue.phase_index].is_work
        return Role.WORK if works else Role.REST

    def _ends(self) -> datetime | None:
        """When the session would end, if it went on now; None where a key ends a phase."""
        player = self.session.player
        if player.timeline.open_ended:
            return None
        return self.session.clock.wall_after(player.left_ns)

    def _tell_what_happened(self) -> None:
        """Say what a person could not know: that the program did not run, or that the disk is full."""
        gap, problem = self.session.gap, self._recording_problem()
        if gap is not None and not self.is_asking:
            self.say(
                f"Footui was stopped for {round(gap.seconds)} s. The clock waited; "
                "no exercise is shorter or longer. space goes on."
            )
        elif problem is not None and problem != self._told_problem:
            self.say(f"! {problem} The session goes on.", caution=True)
        self._told_problem = problem

    def end_and_keep(self) -> None:
        """End here, and write down what was done."""
        self.stop_looking()
        self.session.end(keep=True)
        self.guide.session_ended(self.session.record())

    @property
    def is_paused(self) -> bool:
        """Whether the clock is held."""
        return self.session.player.state is PlayerState.PAUSED

    @property
    def is_asking(self) -> bool:
        """Whether a question waits for its answer."""
        return False
