"""The settings that the screen can change: which values each may have, in their order, and what it is for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time
from enum import Enum
from typing import Final, NamedTuple

from footui.commands.reasons import CUE_IS_OFF
from footui.core.notation import Notation
from footui.core.settings import Settings

Value = bool | int | float | str
"""As `config.toml` has it: a time of day is a text."""

NO_COMMAND: Final = 'None is set. Write it under [cues] in config.toml, as command = ["play", "-q", "bell.wav"].'
ONLY_CUES: Final = "Only a cue can be tried."


class Kind(Enum):
    """How a field is drawn and turned."""

    SWITCH = "switch"
    """On or off."""
    WORDS = "words"
    """One of a few words, after the last the first again."""
    STEPS = "steps"
    """A number or a time in steps, with two ends."""


class Field(NamedTuple):
    """One setting; `names` are its values in words, for `WORDS` alone; `label` has at most 21 letters."""

    path: tuple[str, ...]
    label: str
    kind: Kind
    values: tuple[Value, ...]
    hint: str
    names: tuple[str, ...] = ()
    unit: str = ""
    cells: int = 0
    """How wide the widest of its numbers is."""

    def value(self, settings: Settings) -> Value:
        """What it is set to."""
        value: Value | time = getattr(
            settings if len(self.path) == 1 else getattr(settings, self.path[0]), self.path[-1]
        )
        return f"{value:%H:%M}" if isinstance(value, time) else value

    def text(self, value: Value, notation: Notation) -> str:
        """A value as it is shown."""
        if self.kind is Kind.WORDS:
            return self.names[self.values.index(value)]
        if isinstance(value, str):
            return notation.time_of_day(time.fromisoformat(value))
        return notation.number(value)

    def after(self, settings: Settings, by: int) -> Value | None:
        """The next value (by 1) or the one before (by −1); None where there is none."""
        value = self.value(settings)
        if self.kind is not Kind.STEPS:
            return self.values[(self.values.index(value) + by) % len(self.values)]
        if isinstance(value, str):  # a time of day: a day has no end
            return self._time_after(value, by)
        allowed = self.allowed(settings)
        further = [each for each in allowed if isinstance(each, (int, float)) and (each - value) * by > 0]
        return None if not further else min(further) if by > 0 else max(further)

    def _time_after(self, value: str, by: int) -> Value:
        later = [each for each in self.values if str(each) > value]
        earlier = [each for each in self.values if str(each) < value]
        if by > 0:
            return later[0] if later else self.values[0]
        return earlier[-1] if earlier else self.values[-1]

    def allowed(self, settings: Settings) -> Sequence[Value]:
        """Its values that agree with the other settings: easing never comes after stopping."""
        if self is EASE:
            return [value for value in self.values if int(value) <= settings.care.stop_above]
        if self is STOP:
            return [value for value in self.values if int(value) >= settings.care.ease_from]
        return self.values

    def at_end(self, settings: Settings, by: int, notation: Notation) -> str:
        """What is said where there is no further value."""
        end = self.text(self.allowed(settings)[-1 if by > 0 else 0], notation)
        if (self is EASE and by > 0) or (self is STOP and by < 0):
            return f"Easing comes before stopping: {end} is the {'most' if by > 0 else 'least'} here."
        return f"{end} is the {'most' if by > 0 else 'least'} here."

    def why_not_try(self, settings: Settings) -> str | None:
        """Why it is no cue that can be tried now."""
        if self not in CHANNELS:
            return ONLY_CUES
        return None if self.value(settings) else CUE_IS_OFF

    def why_not_change(self, settings: Settings) -> str | None:
        """Why it cannot be turned now."""
        return NO_COMMAND if self is COMMAND and not settings.cues.command else None


def _switch(path: str, label: str, hint: str) -> Field:
    return Field(tuple(path.split(".")), label, Kind.SWITCH, (False, True), hint)


def _words(path: str, label: str, names: dict[str, str], hint: str) -> Field:
    return Field(tuple(path.split(".")), label, Kind.WORDS, tuple(names), hint, tuple(names.values()))


def _steps(path: str, label: str, values: Sequence[Value], hint: str, unit: str = "") -> Field:
    cells = max(len(str(value)) for value in values)
    return Field(tuple(path.split(".")), label, Kind.STEPS, tuple(values), hint, unit=unit, cells=cells)


BELL: Final = _switch(
    "cues.bell", "Terminal bell", "Over SSH the bell is the cue that surely reaches you. t lets you hear it."
)
COLOUR: Final = _switch("cues.colour", "Screen colour", "The whole screen flashes; with reduced motion it does not.")
NOTICE: Final = _switch("cues.notification", "Desktop notification", "Where your terminal knows them. t sends one.")
SPEECH: Final = _switch("cues.speech", "Speech", "Spoken by spd-say, espeak-ng or say, whichever is there.")
COMMAND: Final = _switch("cues.own_command", "Own command", "It is written in config.toml, and run without a shell.")
COUNTDOWN: Final = _steps(
    "cues.countdown_from", "3·2·1 in phases from", range(31), "Shorter phases have no 3, 2, 1.", " s"
)
HALF: Final = _steps(
    "cues.half_from", "Half of work from", range(5, 305, 5), "The half of shorter work is not told.", " s"
)
OVER_SSH: Final = _switch(
    "cues.speech_over_ssh", "Speech over SSH", "Over SSH speech is heard where footui runs, not where you sit."
)
FIGURE: Final = _switch("figure", "Figure", "The drawing of the exercise beside the number.")
PICTURES: Final = _steps("pictures_per_second", "Pictures a second", range(1, 5), "How often bar and figure may move.")
MOTION: Final = _switch("reduced_motion", "Reduced motion", "Nothing moves or flashes but numbers and bars.")
NUMBERS: Final = _words(
    "numbers", "Big numbers", {"largest": "largest that fits", "small": "small"}, "How large the number is drawn."
)
DIM: Final = _steps(
    "dim_after", "A pause dims after", range(30, 630, 30), "The picture only: the session waits for you.", " s"
)
THEME: Final = _words(
    "theme",
    "Colours",
    {"dark": "dark", "light": "light", "contrast": "high contrast", "terminal": "the terminal’s own"},
    "Nothing is said by colour alone, in any of them.",
)
CHARACTERS: Final = _words(
    "characters",
    "Characters",
    {"automatic": "automatic", "full": "full", "ascii": "ASCII"},
    "ASCII where blocks and lines look wrong.",
)
ASK: Final = _switch("care.ask", "Ask about pain", "Every question can be left unanswered.")
EASE: Final = _steps("care.ease_from", "Ease from", range(11), "From this pain on, 0 to 10, less is offered.")
STOP: Final = _steps(
    "care.stop_above", "Stop above", range(11), "Above this pain, 0 to 10, the exercise stops; the others stay."
)
CLOCK: Final = _words(
    "clock", "Clock", {"automatic": "automatic", "24h": "24 h", "12h": "12 h"}, "Automatic is as your locale has it."
)
DAY: Final = _steps(
    "day_start",
    "Day starts at",
    [f"{half // 2:02}:{half % 2 * 30:02}" for half in range(48)],
    "What you do before it still belongs to the day before.",
)

FIELDS: Final = (
    BELL, COLOUR, NOTICE, SPEECH, COMMAND, COUNTDOWN, HALF, OVER_SSH, FIGURE, PICTURES, MOTION, NUMBERS, DIM, THEME,
    CHARACTERS, ASK, EASE, STOP, CLOCK, DAY,
)  # fmt: skip
"""All of them, in the order of tab."""

CHANNELS: Final = (BELL, COLOUR, NOTICE, SPEECH, COMMAND)
"""Those that are a cue; the last part of their path is the channel's name."""
