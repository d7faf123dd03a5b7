"""The word of the phase, to be read from three metres."""

from __future__ import annotations

from collections.abc import Sequence

from footui.widgets.glyphs import FULL, Glyphs
from footui.widgets.letters import word_rows
from footui.widgets.painted import Painted
from footui.widgets.role import Role
from footui.widgets.rows import Row, Run


class BigWord(Painted):
    """One word in the largest letters that fit its size: 5 rows or a multiple in blocks, 3 in strokes, or plain.

    It stands at the left and at the top; a word in one row stands in the middle row.
    """

    def __init__(
        self,
        word: str = "",
        role: Role = Role.READY,
        *,
        glyphs: Glyphs = FULL,
        id: str | None = None,  # noqa: A002 - the name Textual gives it
        classes: str | None = None,
    ) -> None:
        super().__init__(glyphs=glyphs, id=id, classes=classes)
        self._word = word
        self._role = role

    @property
    def word(self) -> str:
        """The word that is shown."""
        return self._word

    def set(self, word: str, role: Role) -> None:
        """Show another word, or the same in another role."""
        if (word, role) != (self._word, self._role):
            self._word, self._role = word, role
            self.repaint()

    def picture(self, width: int, height: int) -> Sequence[Row]:
        """Return the rows of the word."""
        rows = word_rows(self._word, width, height, self.glyphs)
        above: list[Row] = [()] * ((height - 1) // 2) if len(rows) == 1 else []
        return [*above, *((Run(row, self._role, bold=len(rows) == 1),) for row in rows)]
