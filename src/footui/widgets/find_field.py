"""A field to find in: `/`, and behind it what is typed."""

from __future__ import annotations

from collections.abc import Sequence

from textual.events import Click
from textual.message import Message

from footui.widgets.glyphs import FULL, Glyphs
from footui.widgets.painted import Painted
from footui.widgets.role import Role
from footui.widgets.rows import Row, Run, crop
from footui.widgets.typed_text import TypedText

_SIGN = " / "


class FindField(Painted, can_focus=True):
    """Shows what is typed, with the cursor while it has the focus; the keys are those of its screen."""

    class Clicked(Message):
        """It was clicked: this is the text with the cursor there."""

        def __init__(self, typed: TypedText) -> None:
            super().__init__()
            self.typed = typed

    def __init__(
        self,
        hint: str,
        *,
        glyphs: Glyphs = FULL,
        id: str | None = None,  # noqa: A002 - the name Textual gives it
    ) -> None:
        """`hint` stands there while nothing is typed."""
        super().__init__(glyphs=glyphs, id=id)
        self._hint = hint
        self._typed = TypedText()

    @property
    def typed(self) -> TypedText:
        """What is typed, and where the cursor is."""
        return self._typed

    @property
    def text(self) -> str:
        """What is typed."""
        return self._typed.text

    def set(self, typed: TypedText) -> None:
        """Show this."""
        self._typed = typed
        self.repaint()

    def picture(self, width: int, height: int) -> Sequence[Row]:
        """Return the row."""
        sign, room = Run(_SIGN, Role.WORK if self.has_focus else Role.MUTED), width - len(_SIGN)
        if self.has_focus:
            return [(sign, *self._typed.runs(Role.TEXT, room, self.glyphs))]
        text = self.glyphs.text(self._typed.text or self._hint)
        shown = Run(text, Role.TEXT if self._typed.text else Role.MUTED)
        return [(sign, *crop((shown,), max(room, 0), self.glyphs.ellipsis))]

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show the cursor, or take it away."""
        super().watch_has_focus(has_focus)
        self.repaint()

    def on_click(self, event: Click) -> None:
        """Tell where the cursor is to be."""
        event.stop()
        self.post_message(self.Clicked(self._typed.clicked(event.x - len(_SIGN), self.size.width - len(_SIGN))))
