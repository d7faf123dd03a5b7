"""The programs footui may start, and the machine it runs on."""

from __future__ import annotations

import platform
import sqlite3
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Final

from footui.cli.fact import Fact
from footui.external_editor import EditorProblem, editor_of
from footui.session.channels.children import found_program
from footui.session.channels.speech import PROGRAMS, speech_program
from footui.session.channels.terminal_facts import terminal_facts

if TYPE_CHECKING:
    from footui.core.settings import Settings
    from footui.world import World

_PACKAGES: Final = {"textual": "Textual", "icalendar": "icalendar"}


def program_facts(world: World, settings: Settings) -> Iterator[Fact]:
    """Which editor, what speaks, and the person's own command for cues."""
    yield _editor(world)
    yield _speech(world, settings)
    command = settings.cues.command
    if settings.cues.own_command:
        if not command:
            yield Fact("Your own command for cues is on, and none is set: “command” in config.toml.", is_fine=False)
        elif found_program(command[0], world.environment) is None:
            yield Fact(f"Your own command for cues is not there: {command[0]}.", is_fine=False)
        else:
            yield Fact(f"Your own command for cues: {command[0]}.")


def _editor(world: World) -> Fact:
    try:
        editor = editor_of(world.environment)
    except EditorProblem as problem:
        is_set = any(world.environment.get(name, "").strip() for name in ("VISUAL", "EDITOR"))
        return Fact(str(problem), is_fine=not is_set)
    if found_program(editor[0], world.environment) is None:
        return Fact(f"The editor {editor[0]} is not there. Set $VISUAL or $EDITOR to one that is.", is_fine=False)
    return Fact(f"The editor is {editor[0]}.")


def _speech(world: World, settings: Settings) -> Fact:
    program, cues = speech_program(world.environment), settings.cues
    if program is None:
        there = f"None of {', '.join(PROGRAMS)} is on this machine"
        return Fact(f"{there}: no speech{', and it is on' if cues.speech else ''}.", is_fine=not cues.speech)
    if cues.speech and terminal_facts(world.environment).over_ssh and not cues.speech_over_ssh:
        return Fact(f"Speech is on, by {program}; not over SSH, where speech_over_ssh would allow it.")
    return Fact(f"Speech is {'on' if cues.speech else 'off'}; it would be by {program}.")


def machine_facts(world: World, settings: Settings) -> Iterator[Fact]:
    """The clock, and the versions of what footui is made of."""
    now = world.clock.wall()
    offset = f"{now:%z}"
    zone = f"UTC{offset[:3]}:{offset[3:5]}" + (f" ({now.tzname()})" if now.tzname() else "")
    yield Fact(f"It is {now:%Y-%m-%d %H:%M:%S}, {zone}. A day begins at {settings.day_start:%H:%M}.")
    yield Fact(f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {platform.system()}.")
    for name, title in _PACKAGES.items():
        try:
            yield Fact(f"{title} {version(name)}.")
        except PackageNotFoundError:
            yield Fact(f"{title} is not there. Install footui again, with all it needs.", is_fine=False)
