"""A suggestion that is taken, as a change of the files that can be taken back: written in a thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from footui.screens.routine_deeds import Done

if TYPE_CHECKING:
    from footui.core.progression import Suggestion
    from footui.storage.suggestion import Suggestions
    from footui.storage.suggestion_taken import Taken


class SuggestedStep:
    """A step of a routine as it was suggested: `turn` writes it down, takes it back, and does it again."""

    def __init__(self, suggestions: Suggestions, suggested: Suggestion) -> None:
        """Nothing is written yet."""
        self._suggestions = suggestions
        self.suggested = suggested
        self._taken: Taken | None = None

    @property
    def holds(self) -> bool:
        """Whether it stands in the routine at present."""
        return self._taken is not None and not self._taken.is_back

    def turn(self, key: str) -> Done:
        """Write it into the routine, or take it back. Raises `SaveProblem` and `TomlProblems`."""
        if self._taken is None:
            self._taken = self._suggestions.take(self.suggested)
        else:
            self._taken.turn()
        return Done(f"{self._taken.said} {key} {'takes it back' if self.holds else 'does it again'}.")
