"""The keys of `config.toml`, each checked: `docs/settings.md`, every problem told at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time
from typing import TYPE_CHECKING, Final

from footui.core.dose import Number
from footui.core.settings import (
    CHARACTERS,
    CLOCKS,
    DEFAULTS,
    NUMBER_SIZES,
    THEMES,
    CareSettings,
    CueSettings,
    Settings,
)
from footui.storage.fields import Limits, Table, described
from footui.storage.findings import Findings
from footui.storage.follow_fields import read_followed, time_of_day
from footui.storage.problems import Problem, did_you_mean
from footui.storage.toml_source import TomlSource

if TYPE_CHECKING:
    from footui.core.schedule import Follow

MOST_IN_A_VOICE: Final = 120
MOST_ARGUMENTS: Final = 64
MOST_IN_AN_ARGUMENT: Final = 4_096

SECONDS: Final = Limits("a number of seconds from 0 to 3,600", 0, 3600)
PICTURES: Final = Limits("a whole number from 1 to 4", 1, 4, whole=True)
PAIN: Final = Limits("a whole number from 0 to 10", 0, 10, whole=True)

_TOP_KEYS: Final = (
    "theme", "characters", "numbers", "figure", "reduced_motion", "pictures_per_second", "clock", "dim_after",
    "day_start", "cues", "care", "follow",
)  # fmt: skip


def settings_of(source: TomlSource) -> tuple[Settings, tuple[Problem, ...]]:
    """What the file says, with the default for whatever is absent or wrong; and everything that is wrong."""
    _, settings, problems = config_of(source)
    return settings, problems


def config_of(source: TomlSource) -> tuple[tuple[Follow, ...], Settings, tuple[Problem, ...]]:
    """What is followed, the settings, and everything that is wrong; a wrong value has its default."""
    findings = Findings(source)
    top = Table(source.table, (), findings)
    top.known(*_TOP_KEYS)
    settings = Settings(
        theme=_one_of(top, "theme", THEMES, DEFAULTS.theme),
        characters=_one_of(top, "characters", CHARACTERS, DEFAULTS.characters),
        numbers=_one_of(top, "numbers", NUMBER_SIZES, DEFAULTS.numbers),
        figure=_switch(top, "figure", DEFAULTS.figure),
        reduced_motion=_switch(top, "reduced_motion", DEFAULTS.reduced_motion),
        pictures_per_second=int(_number(top, "pictures_per_second", PICTURES, DEFAULTS.pictures_per_second)),
        clock=_one_of(top, "clock", CLOCKS, DEFAULTS.clock),
        dim_after=_number(top, "dim_after", SECONDS, DEFAULTS.dim_after),
        day_start=_day_start(top),
        cues=_cues(top.table("cues")),
        care=_care(top.table("care")),
    )
    follows = read_followed(top, settings.day_start)
    return follows, settings, tuple(findings.problems())


def _cues(table: Table | None) -> CueSettings:
    """The `[cues]` table."""
    usual = DEFAULTS.cues
    if table is None:
        return usual
    table.known(*CueSettings._fields)
    command = _command(table)
    own_command = _switch(table, "own_command", usual.own_command)
    if own_command and "command" not in table:
        table.wrong("own_command", "“own_command” is on, but there is no “command”, a list of texts.")
    return CueSettings(
        bell=_switch(table, "bell", usual.bell),
        colour=_switch(table, "colour", usual.colour),
        notification=_switch(table, "notification", usual.notification),
        speech=_switch(table, "speech", usual.speech),
        speech_over_ssh=_switch(table, "speech_over_ssh", usual.speech_over_ssh),
        voice=table.text("voice", MOST_IN_A_VOICE) or usual.voice,
        own_command=own_command and bool(command),
        command=command,
        countdown_from=_number(table, "countdown_from", SECONDS, usual.countdown_from),
        half_from=_number(table, "half_from", SECONDS, usual.half_from),
    )


def _care(table: Table | None) -> CareSettings:
    """The `[care]` table; where the two limits disagree, stopping goes before easing."""
    usual = DEFAULTS.care
    if table is None:
        return usual
    table.known(*CareSettings._fields)
    stop_above = int(_number(table, "stop_above", PAIN, usual.stop_above))
    ease_from = table.number("ease_from", PAIN)
    if ease_from is not None and ease_from > stop_above:
        table.wrong("ease_from", f"“ease_from” is {ease_from}, above “stop_above”, which is {stop_above}.")
        ease_from = None
    return CareSettings(
        ask=_switch(table, "ask", usual.ask),
        ease_from=int(ease_from) if ease_from is not None else min(usual.ease_from, stop_above),
        stop_above=stop_above,
    )


def _one_of(table: Table, key: str, among: Sequence[str], usual: str) -> str:
    """One word of a few."""
    if key not in table:
        return usual
    value = table.values[key]
    if isinstance(value, str) and value in among:
        return value
    hint = did_you_mean(value, among) if isinstance(value, str) else ""
    table.wrong(key, f"“{key}” takes one of {', '.join(among)}; this is {described(value)}.{hint}")
    return usual


def _switch(table: Table, key: str, usual: bool) -> bool:
    """On or off."""
    value = table.values.get(key, usual)
    if isinstance(value, bool):
        return value
    table.wrong(key, f"“{key}” takes true or false, without quotation marks; this is {described(value)}.")
    return usual


def _number(table: Table, key: str, limits: Limits, usual: Number) -> Number:
    number = table.number(key, limits)
    return usual if number is None else number


def _day_start(top: Table) -> time:
    """When a day begins, from 00:00 to 23:59."""
    if "day_start" not in top:
        return DEFAULTS.day_start
    value = top.values["day_start"]
    if (start := time_of_day(value)) is not None:
        return start
    form = 'a time of day in quotation marks, from "00:00" to "23:59"'
    top.wrong("day_start", f"“day_start” takes {form}; this is {described(value)}.")
    return DEFAULTS.day_start


def _command(table: Table) -> tuple[str, ...]:
    """The person's own command, word for word; empty where it is absent or wrong."""
    if "command" not in table:
        return ()
    form = 'a list of texts, the program and its arguments, as ["play", "-q", "bell.wav"]'
    value = table.values["command"]
    if not isinstance(value, list) or not value:
        table.wrong("command", f"“command” takes {form}; this is {described(value)}.")
    elif len(value) > MOST_ARGUMENTS:
        table.wrong("command", f"“command” is too long: {MOST_ARGUMENTS} texts are the most.")
    else:
        words = [word for place, word in enumerate(value) if _is_argument(table, place, word)]
        if len(words) == len(value):
            return tuple(words)
    return ()


def _is_argument(table: Table, place: int, word: object) -> bool:
    """Whether it can be given to a program; told where not. Only the program itself may not be empty."""
    why = ""
    if not isinstance(word, str):
        why = f"“command” holds texts; this is {described(word)}."
    elif not word and not place:
        why = "“command” begins with the name of a program; this is an empty text."
    elif len(word) > MOST_IN_AN_ARGUMENT:
        why = f"a text of “command” is too long: {MOST_IN_AN_ARGUMENT:,} characters is the most."
    elif "\0" in word:
        why = "a text of “command” holds a zero character, which no program can be given."
    if why:
        table.findings.at_value((*table.path, "command", place), why)
    return not why
