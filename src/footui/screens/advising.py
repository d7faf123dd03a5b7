"""A screen whose messages are always shown in full, and whose advice stands there for as long as it is due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from footui.screens.base import CommandScreen
from footui.widgets.rows import wrap
from footui.widgets.text_line import MessageRow

if TYPE_CHECKING:
    from footui.screens.guide import Guide


class AdvisingScreen(CommandScreen[None]):
    """A message takes the place of the advice until the next key."""

    def __init__(self, guide: Guide) -> None:
        """No advice is due."""
        super().__init__(guide)
        self._advice = ""

    def advise(self, advice: str) -> None:
        """Let this advice stand in the message row; an empty one takes it away."""
        self._advice = f"! {advice}" if advice else ""
        self.say("")

    def say(self, message: str, *, caution: bool = False) -> None:
        """Show a sentence until the next key, or else the advice."""
        if not message and self._advice:
            message, caution = self._advice, True
        super().say(message, caution=caution)
        self.make_room_for_message()

    def make_room_for_message(self) -> None:
        """Give the message as many rows as it takes at this width, up to half of the screen."""
        one = 1 if self.has_class("-tight") else None  # else as the style sheet has it
        usual = one or (1 if self.has_class("-lowest") else 2)
        for row in self.query(MessageRow):
            taken = len(wrap(self.guide.glyphs.text(row.text), max(self.size.width - 2, 1), self.size.height // 2, ""))
            row.styles.height = taken if taken > usual else one
