"""What a person has chosen: cues, look, care, and how times are written (`docs/settings.md`)."""

from __future__ import annotations

from datetime import time
from typing import NamedTuple

from footui.core.day import DAY_START
from footui.core.dose import Number

THEMES = ("dark", "light", "contrast", "terminal")
"""What `theme` may be: three sets of colours, or the terminal's own."""

CHARACTERS = ("automatic", "full", "ascii")
"""What `characters` may be."""

NUMBER_SIZES = ("largest", "small")
"""What `numbers` may be: the largest that fit, or small."""

CLOCKS = ("automatic", "24h", "12h")
"""What `clock` may be: as the locale has it, or one of the two."""


class CueSettings(NamedTuple):
    """Which cues are given, and when; lengths in seconds."""

    bell: bool = True
    colour: bool = False
    notification: bool = False
    speech: bool = False
    speech_over_ssh: bool = False
    """Speech comes out of the machine that footui runs on: over SSH that is another one, and has to be asked for."""
    voice: str = ""
    """What the speech program calls the voice; empty leaves it its own."""
    own_command: bool = False
    command: tuple[str, ...] = ()
    """The person's own command as a list of arguments; never given to a shell."""
    countdown_from: Number = 4
    """A phase shorter than this has no three, two, one: our choice, as they would run into each other."""
    half_from: Number = 20
    """From this length on the half of a piece of work is told."""


class CareSettings(NamedTuple):
    """Whether pain is asked about, and from where on less is offered, or the exercise is stopped (0 to 10).

    Above 5 too much follows the pain-monitoring model (Silbernagel and others 2007); the lower limit is ours.
    """

    ask: bool = True
    ease_from: int = 3
    stop_above: int = 5


class Settings(NamedTuple):
    """All of `config.toml` but what is followed."""

    theme: str = "dark"
    characters: str = "automatic"
    numbers: str = "largest"
    figure: bool = True
    reduced_motion: bool = False
    pictures_per_second: int = 2
    """How often the bar may move: 1 to 4."""
    clock: str = "automatic"
    dim_after: Number = 120
    """Seconds of a pause after which the picture is dimmed."""
    day_start: time = DAY_START
    cues: CueSettings = CueSettings()
    care: CareSettings = CareSettings()


DEFAULTS = Settings()
