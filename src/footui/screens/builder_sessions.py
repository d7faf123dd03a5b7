"""Which session of the day the builder shows, and at which level."""

from __future__ import annotations

from typing import Final

from footui.commands.reasons import NO_RANGES, ONE_A_DAY
from footui.core.dose import Level
from footui.screens.builder_view import BuilderView
from footui.widgets.choice_list import ChoiceList

LEVELS: Final = tuple(Level)


class BuilderSessions(BuilderView):
    """Turns through sessions and levels."""

    def why_not(self, command_id: str) -> str | None:
        """Where there is no other session or level."""
        routine = self.routine
        match command_id:
            case "builder.session_before" | "builder.session_after":
                return ONE_A_DAY if routine is None or routine.sessions_per_day(self._level) == 1 else None
            case "builder.level_down" | "builder.level_up":
                return None if routine is not None and routine.has_ranges else NO_RANGES
        return super().why_not(command_id)

    def do_builder_session_before(self) -> None:
        """Show the session before, before the first the last."""
        self._turn_session(-1)

    def do_builder_session_after(self) -> None:
        """Show the next session, after the last the first."""
        self._turn_session(1)

    def _turn_session(self, by: int) -> None:
        timeline = self.timeline()
        if timeline is not None:
            self._session = (timeline.session - 1 + by) % timeline.sessions_per_day + 1
            self._show_timeline()

    def do_builder_level_down(self) -> None:
        """Show a lower level."""
        self._turn_level(-1)

    def do_builder_level_up(self) -> None:
        """Show a higher level."""
        self._turn_level(1)

    def _turn_level(self, by: int) -> None:
        timeline = self.timeline()
        if timeline is not None:
            place = LEVELS.index(timeline.level) + by
            self._level = LEVELS[max(0, min(place, len(LEVELS) - 1))]
            self._show_timeline()

    def on_choice_list_moved(self, event: ChoiceList.Moved) -> None:
        """Another step: its number is marked below the strip."""
        self._show_timeline()
        self.show_footer()
