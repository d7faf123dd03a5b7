"""The whole screen's colour as a cue: a short flash at a change or, with reduced motion, a tint that stays."""

from __future__ import annotations

from typing import Any

from textual.color import Color
from textual.screen import Screen

from footui.widgets.role import Role

FLASH_SECONDS = 0.3
"""Long enough to be seen from the corner of the eye, and far from three flashes a second (WCAG 2.3.1)."""

FLASH, TINT = 0.6, 0.16
"""How much of the role's colour is in the background; through the tint all text keeps its contrast."""


class ScreenColour:
    """Gives a screen another background for a while."""

    def __init__(self, screen: Screen[Any], *, reduced_motion: bool) -> None:
        """The screen as it is; with `reduced_motion` nothing flashes."""
        self._screen = screen
        self._reduced_motion = reduced_motion

    def change(self, role: Role) -> None:
        """A phase of this role begins."""
        if self._reduced_motion:
            self._take(role, TINT) if role is Role.WORK else self.clear()
        else:
            self._take(role, FLASH)
            self._screen.set_timer(FLASH_SECONDS, self.clear)

    def clear(self) -> None:
        """The background of the theme again."""
        self._screen.styles.clear_rule("background")
        self._screen.refresh(layout=False)

    def _take(self, role: Role, share: float) -> None:
        variables = self._screen.app.theme_variables
        background, colour = Color.parse(variables["background"]), Color.parse(variables[role.value])
        own = background.ansi is not None or colour.ansi is not None  # the terminal's colours cannot be mixed
        self._screen.styles.background = colour if own else background.blend(colour, share)
