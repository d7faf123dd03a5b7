"""The pain prompt under the stage."""

from __future__ import annotations

from collections.abc import Sequence

from footui.screens.pain_prompt import PainPrompt, pain_rows
from footui.widgets.painted import Painted
from footui.widgets.rows import Row


class PainPromptView(Painted):
    """The scale, what each number asks for, and what helps."""

    _prompt: PainPrompt | None = None

    def set(self, prompt: PainPrompt | None) -> None:
        """Show another answer; None shows nothing."""
        if prompt != self._prompt:
            self._prompt = prompt
            self.repaint()

    def picture(self, width: int, height: int) -> Sequence[Row]:
        """Return the rows."""
        return [] if self._prompt is None else pain_rows(self._prompt, width, height, self.glyphs)
