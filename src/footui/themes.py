"""The colours: one theme each for dark, light, high contrast and the terminal's own, and none at all for NO_COLOR.

Every theme gives each role of `footui.widgets.role` a variable of its name, so a style sheet can say `$work`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.theme import Theme

from footui.widgets.role import Role

DARK: Final = "footui-dark"
LIGHT: Final = "footui-light"
CONTRAST: Final = "footui-contrast"
TERMINAL: Final = "footui-terminal"
"""The terminal's own colours; also the theme to take where no colour is wanted."""


def _theme(name: str, background: str, roles: Mapping[str, str], *, dark: bool, ansi: bool = False) -> Theme:
    """Return a theme from the colours of the roles, all on one background: there are no boxes to set apart."""
    cursor = "reverse" if ansi else "none"
    return Theme(
        name=name,
        dark=dark,
        ansi=ansi,
        primary=roles[Role.WORK],
        secondary=roles[Role.READY],
        accent=roles[Role.WORK],
        warning=roles[Role.REST],
        error=roles[Role.CAUTION],
        success=roles[Role.DONE],
        foreground=roles[Role.TEXT],
        background=background,
        surface=background,
        panel=background,
        boost=background,
        variables={
            **roles,
            "text-muted": roles[Role.MUTED],
            "foreground-muted": roles[Role.MUTED],
            # What is chosen in Textual's own lists, and the cursor of a field: never by colour alone.
            "block-cursor-foreground": roles[Role.WORK],
            "block-cursor-background": background,
            "block-cursor-text-style": "bold reverse",
            "input-cursor-foreground": background if not ansi else "ansi_default",
            "input-cursor-background": roles[Role.WORK] if not ansi else "ansi_default",
            "input-cursor-text-style": cursor,
            "input-selection-foreground": background if not ansi else "ansi_default",
            "input-selection-background": roles[Role.MUTED] if not ansi else "ansi_default",
            "border": roles[Role.MUTED],
            "border-blurred": roles[Role.MUTED],
            **{f"scrollbar{part}": roles[Role.MUTED] for part in ("", "-hover", "-active")},
            **{f"scrollbar-background{part}": background for part in ("", "-hover", "-active")},
            "scrollbar-corner-color": background,
            # Textual's sheets name these two in every theme, but it makes them only for those that are not ANSI.
            "ansi-background": background,
            "ansi-foreground": roles[Role.TEXT],
        },
    )


_DARK_ROLES: Final[dict[str, str]] = {
    Role.TEXT: "#E6E9EE",
    Role.MUTED: "#9AA4B2",
    Role.WORK: "#5CB8F0",
    Role.REST: "#DDB871",
    Role.READY: "#C9CED6",
    Role.CAUTION: "#FF7A93",
    Role.DONE: "#9BD9A0",
}
_LIGHT_ROLES: Final[dict[str, str]] = {
    Role.TEXT: "#1E242C",
    Role.MUTED: "#58626F",  # #586370, as first drawn, misses 5.9 : 1 by 0.04
    Role.WORK: "#00609A",
    Role.REST: "#755200",
    Role.READY: "#3B4552",
    Role.CAUTION: "#A8005C",
    Role.DONE: "#1E6B2E",
}
# On light, a shaded block in its role's colour would be too pale to see: it takes that of the text.
_LIGHT_SHADED: Final = {f"{role}-shaded": _LIGHT_ROLES[Role.TEXT] for role in Role}
_WHITE: Final[dict[str, str]] = dict.fromkeys(Role, "#FFFFFF")
_OWN: Final[dict[str, str]] = {
    **dict.fromkeys(Role, "ansi_default"),
    Role.WORK: "ansi_blue",
    Role.REST: "ansi_yellow",
    Role.CAUTION: "ansi_red",
    Role.DONE: "ansi_green",
}

THEMES: Final = (
    _theme(DARK, "#12161C", _DARK_ROLES, dark=True),
    _theme(LIGHT, "#FBFAF7", {**_LIGHT_ROLES, **_LIGHT_SHADED}, dark=False),
    _theme(CONTRAST, "#000000", _WHITE, dark=True),
    _theme(TERMINAL, "ansi_default", _OWN, dark=True, ansi=True),
)
"""All themes; the app registers each and sets `theme` to one of the names."""


def wants_no_colour(env: Mapping[str, str]) -> bool:
    """Tell whether the user asks for no colour at all: NO_COLOR set to anything but nothing (no-color.org)."""
    return env.get("NO_COLOR", "") != ""


class Colourless(LineFilter):
    """Takes every colour out of what is painted and leaves bold and reverse.

    Textual's own way makes greys of 256 colours, or says "default colours" at each piece of text. The app returns
    this filter alone from `get_line_filters` where `wants_no_colour`.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's signature
        """Return the segments without their colours."""
        return [Segment(text, style and _without_colour(style), control) for text, style, control in segments]


@lru_cache(maxsize=256)
def _without_colour(style: Style) -> Style:
    return style.without_color
