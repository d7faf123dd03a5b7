"""The two things a cell can say besides its letter: whose colour it has, and how it is filled."""

from __future__ import annotations

from enum import Enum, StrEnum


class Role(StrEnum):
    """A colour by its meaning; the value is the name of the theme's variable (`$work` in a style sheet)."""

    TEXT = "text"
    """Reading."""
    MUTED = "muted"
    """Labels, and what is to come."""
    WORK = "work"
    """Work phases, the focus, the present place."""
    REST = "rest"
    """Rest and release."""
    READY = "ready"
    """Ready, next, change, paused."""
    CAUTION = "caution"
    """Cautions, problems, pain; always with `!` and a sentence."""
    DONE = "done"
    """What is done; always with a tick or a solid line."""


class Fill(Enum):
    """The one grammar of fill: digits, bars, posts and strips all speak it."""

    SOLID = "solid"
    """You work."""
    SHADED = "shaded"
    """You wait."""
    THIN = "thin"
    """To come."""
