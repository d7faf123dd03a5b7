"""The keys that do something now, in the last row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from footui.widgets.glyphs import FULL, Glyphs
from footui.widgets.painted import Painted
from footui.widgets.role import Role
from footui.widgets.rows import Row, Run, crop, row_width


class FooterKey(NamedTuple):
    """A key and the word or two for what it does now."""

    key: str
    label: str
    stays: bool = False
    """Never dropped: `?` and the way out."""


def footer_row(keys: Sequence[FooterKey], width: int, glyphs: Glyphs = FULL) -> Row:
    """Return the keys, most needed first, that fit: the rightmost are dropped first, those that stay never.

    Where even these are too long together they go on without their labels, the first of them last to be cropped.
    """
    kept = list(keys)
    for gap in (3, 2):
        row = _row(kept, gap, glyphs)
        if row_width(row) <= width:
            return row
    while any(not key.stays for key in kept):
        kept.remove(next(key for key in reversed(kept) if not key.stays))
        row = _row(kept, 2, glyphs)
        if row_width(row) <= width:
            return row
    return crop(_row([key._replace(label="") for key in kept], 2, glyphs), width, "")


def _row(keys: Sequence[FooterKey], gap: int, glyphs: Glyphs) -> Row:
    row: list[Run] = []
    for place, (key, label, _) in enumerate(keys):
        between = " " * gap if place else ""
        row.append(Run(between + glyphs.key(key), Role.TEXT, bold=True))
        if label:
            row.append(Run(f" {glyphs.text(label)}", Role.MUTED))
    return tuple(row)


class Footer(Painted):
    """One row of keys; give it exactly what is possible now, most needed first."""

    def __init__(
        self,
        keys: Sequence[FooterKey] = (),
        *,
        glyphs: Glyphs = FULL,
        id: str | None = None,  # noqa: A002 - the name Textual gives it
        classes: str | None = None,
    ) -> None:
        super().__init__(glyphs=glyphs, id=id, classes=classes)
        self._keys = tuple(keys)

    def set(self, keys: Sequence[FooterKey]) -> None:
        """Show other keys."""
        if tuple(keys) != self._keys:
            self._keys = tuple(keys)
            self.repaint()

    def picture(self, width: int, height: int) -> Sequence[Row]:
        """Return the row of keys."""
        return [footer_row(self._keys, width, self.glyphs)]
