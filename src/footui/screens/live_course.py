"""Another course for a session that runs: restart, once more, the other foot first, another form; and taking back."""

from __future__ import annotations

from collections.abc import Callable

from footui.core.changes import OnceMore, OtherFootFirst
from footui.core.events import Changed, Event, TakenBack
from footui.core.wording import foot
from footui.screens.live_pain import LivePain
from footui.session import refusals


class LiveCourse(LivePain):
    """Changes what comes, and takes the last of it back."""

    def why_not(self, command_id: str) -> str | None:
        """Why the session cannot be changed in this way at this moment."""
        player = self.session.player
        match command_id:
            case "session.undo" if not player.can_take_back:
                return refusals.NOTHING_TO_TAKE_BACK
            case "session.once_more":
                return refusals.why_not_once_more(player)
            case "session.other_foot":
                return refusals.why_not_other_foot(player, self._title())
            case "session.variant" if refusals.next_form(player, self.exercises) is None:
                return refusals.ONE_FORM.format(title=self._title())
        return super().why_not(command_id)

    def _title(self) -> str:
        exercise = self.exercises.get(self.session.player.phase.exercise)
        return exercise.title if exercise else self.session.player.phase.exercise

    def _take(self, events: list[Event], words: Callable[[], str]) -> None:
        """Paint what came of it; say so, unless the clock or a gap came between."""
        self.follow(events)
        if any(isinstance(event, Changed | TakenBack) for event in events):
            self.say(words())

    def do_session_restart(self) -> None:
        """Restart the step."""
        self.follow(self.session.restart_step())

    def do_session_undo(self) -> None:
        """Take the last of it back."""
        self._take(self.session.take_back(), lambda: "Taken back.")

    def do_session_once_more(self) -> None:
        """One more repetition."""
        player = self.session.player
        words = lambda: f"One more: {player.phase.reps} repetitions now. u takes it back."  # noqa: E731  # said later
        self._take(self.session.change(OnceMore()), words)

    def do_session_other_foot(self) -> None:
        """The other foot first."""
        player = self.session.player

        def words() -> str:
            first = player.timeline.step_of(player.phase).dose.first
            return f"{foot(first).capitalize()} first. u takes it back."

        self._take(self.session.change(OtherFootFirst()), words)

    def do_session_variant(self) -> None:
        """The next form of the exercise."""
        form = refusals.next_form(self.session.player, self.exercises)
        exercise = self.exercises.get(self.session.player.phase.exercise)
        if form is not None and exercise is not None:
            from footui.core.forms import form_words  # noqa: PLC0415  # no first picture waits for it

            self._take(self.session.change(form), lambda: f"{form_words(exercise, form)}. u takes it back.")
