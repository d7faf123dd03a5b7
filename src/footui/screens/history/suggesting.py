"""The history's last line: what could be tried next of the routine in view, with its reason, and y to take it."""

from __future__ import annotations

from concurrent.futures import CancelledError
from contextlib import suppress
from typing import TYPE_CHECKING

from footui.screens.history.changing import HistoryChanging
from footui.screens.history.reading import Seen
from footui.screens.history.view import HistorySuggestion
from footui.storage.history import HistoryError

if TYPE_CHECKING:
    from footui.core.progression import Found
    from footui.storage.suggestion import Suggestions

TAKES = "y takes it."


class HistorySuggesting(HistoryChanging):
    """Looks for a suggestion whenever the history was read."""

    is_looking = False
    """Whether a suggestion is being looked for."""

    def _take(self, seen: Seen) -> None:
        super()._take(seen)
        routine = self._routine_in_question
        if routine is None:
            self.suggest(None)
        else:
            self.is_looking = True
            self.call_after_refresh(self._look, routine)  # what was read is painted first

    @property
    def _routine_in_question(self) -> str | None:
        """The one that is shown alone, or else that of the last session in view."""
        if self._routine is not None:
            return self._routine
        last = max(self.days.sessions, default=None)
        return None if last is None else self.days.sessions[last][-1].routine

    def _look(self, routine: str) -> None:
        self.run_worker(lambda: self._look_for(routine), thread=True, exclusive=True, group="suggestion")

    def _look_for(self, routine: str) -> None:
        from footui.storage.suggestion import Suggestions  # noqa: PLC0415  # the calendar does not wait for it

        settings = self.guide.settings
        suggestions = Suggestions(
            self.shelf.folders,
            routine,
            settings.care,
            self.guide.clock.wall,
            day_start=settings.day_start,
            number=self.guide.notation.number,
            catalogue=self.shelf.catalogue,
        )
        found: Found | None = None
        with suppress(HistoryError):  # why it cannot be read is told already
            suggestions.read()
            found = suggestions.look()
        with suppress(RuntimeError, CancelledError):  # the app has been ended meanwhile
            self.app.call_from_thread(self._found, suggestions, found)

    def _found(self, suggestions: Suggestions, found: Found | None) -> None:
        from footui.core.progression import NothingHarder  # noqa: PLC0415  # likewise
        from footui.screens.suggested_step import SuggestedStep  # noqa: PLC0415  # likewise

        self.is_looking = False
        if found is None:
            self.suggest(None)
        elif isinstance(found, NothingHarder):
            self.suggest(HistorySuggestion(found.of_step, None))
        else:
            step = SuggestedStep(suggestions, found)
            self.suggest(HistorySuggestion(f"{found.sentence} {TAKES}", lambda: self._change(step)))
        self.show_footer()
