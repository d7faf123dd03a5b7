"""What this terminal can do, as far as its environment and its size tell."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from footui.cli.fact import Fact
from footui.cli.running import TERMINALS_WITHOUT_SCREEN
from footui.session.channels.terminal_facts import Notice, TerminalFacts, Within, terminal_facts

if TYPE_CHECKING:
    from footui.core.settings import CueSettings, Settings
    from footui.world import World

SMALLEST: Final = (60, 20)
"""Columns and rows from which on every screen has all of its parts."""

_WITHIN: Final = {Within.TMUX: "tmux", Within.SCREEN: "GNU screen"}


def terminal_facts_here(world: World, settings: Settings) -> Iterator[Fact]:
    """The facts of the terminal that keys come from and that is drawn on."""
    if not (world.stdin.isatty() and world.stderr.isatty()):
        yield Fact(
            "This is no terminal: what yours can do is told where this runs in it. Sessions go line by line here."
        )
        return
    yield _term(world)
    yield _size(world)
    yield _characters(world, settings)
    yield _colours(world)
    facts = terminal_facts(world.environment)
    if facts.over_ssh:
        yield Fact("Over SSH: bell and notifications reach you here; speech comes out of the other machine.")
    if facts.within in _WITHIN:
        yield Fact(f"Within {_WITHIN[facts.within]}.")
    yield Fact(f"The bell is {_on(settings.cues.bell)}.")
    yield _notifications(facts, settings.cues)


def _term(world: World) -> Fact:
    term = world.environment.get("TERM", "")
    if term in TERMINALS_WITHOUT_SCREEN:
        named = f"TERM is {term}" if term else "TERM is not set"
        return Fact(
            f"{named}: no full screen, sessions go line by line. Set it to what the terminal is, such as "
            "xterm-256color.",
            is_fine=False,
        )
    return Fact(f"TERM is {term}: the full screen can be shown.")


def _size(world: World) -> Fact:
    try:
        columns, rows = os.get_terminal_size(world.stderr.fileno())
    except (OSError, ValueError):
        columns = rows = 0
    if not columns or not rows:
        return Fact("Its size is not known.")
    size = f"{columns} × {rows}"
    if columns < SMALLEST[0] or rows < SMALLEST[1]:
        return Fact(f"{size} cells: from {SMALLEST[0]} × {SMALLEST[1]} on the screens show more.")
    return Fact(f"{size} cells.")


def _characters(world: World, settings: Settings) -> Fact:
    if settings.characters != "automatic":
        return Fact(f"Characters: {settings.characters}, as set.")
    from footui.widgets.glyphs import wants_ascii  # noqa: PLC0415  # only in a terminal

    if wants_ascii(world.environment, world.first_environment):
        return Fact("Characters: ASCII, as the locale names no UTF-8. LANG=C.UTF-8 would give all of them.")
    return Fact("Characters: all, as the locale names UTF-8.")


def _colours(world: World) -> Fact:
    environment = world.environment
    if environment.get("NO_COLOR"):
        return Fact("No colours, as NO_COLOR is set.")
    if environment.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return Fact("Colours: 16 million.")
    term = environment.get("TERM", "")
    many = term.endswith("256color") or "kitty" in term
    return Fact(f"Colours: {256 if many else 16}, by TERM.")


def _notifications(facts: TerminalFacts, cues: CueSettings) -> Fact:
    if not facts.notices:
        trouble = cues.notification
        advice = ", and they are on. Switch them off in the settings." if trouble else "."
        return Fact(f"This terminal knows no notifications{advice}", is_fine=not trouble)
    kinds = " and ".join({Notice.OSC_9: "OSC 9", Notice.OSC_777: "OSC 777"}[each] for each in facts.notices)
    through = " In tmux they need “set -g allow-passthrough on”." if facts.within is Within.TMUX else ""
    return Fact(f"Desktop notifications are {_on(cues.notification)}; they go by {kinds}.{through}")


def _on(is_on: bool) -> str:
    return "on" if is_on else "off"
