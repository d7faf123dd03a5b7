"""What the environment tells about the terminal, as far as cues depend on it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Final, NamedTuple


class Notice(Enum):
    """The two sequences by which a program asks a terminal for a desktop notification."""

    OSC_9 = 9
    """A text; from iTerm2."""
    OSC_777 = 777
    """A title and a text; from rxvt-unicode."""


class Within(Enum):
    """What stands between the program and the terminal, and passes on only what is wrapped for it."""

    NOTHING = "nothing"
    TMUX = "tmux"
    SCREEN = "screen"


class TerminalFacts(NamedTuple):
    """Whether this is a login from elsewhere, what has to be passed through, and which notices may be understood."""

    over_ssh: bool
    within: Within
    notices: tuple[Notice, ...]


_SSH: Final = ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT")

_BY_PROGRAM: Final = {
    "iTerm.app": Notice.OSC_9,
    "iTerm2": Notice.OSC_9,
    "WarpTerminal": Notice.OSC_9,
    "ghostty": Notice.OSC_777,
    "WezTerm": Notice.OSC_777,
}
"""By TERM_PROGRAM or LC_TERMINAL. Where a terminal knows both, one of them, or there would be two notifications."""

_BY_TERM: Final = {
    "rxvt": Notice.OSC_777,
    "foot": Notice.OSC_777,
    "wezterm": Notice.OSC_777,
    "xterm-ghostty": Notice.OSC_777,
    "xterm-kitty": Notice.OSC_9,
}
"""By how TERM begins."""

_NONE: Final = ("dumb", "linux")
"""What these do not know they may print."""


def terminal_facts(environment: Mapping[str, str]) -> TerminalFacts:
    """Read the facts from the variables a program was started with."""
    return TerminalFacts(
        over_ssh=any(environment.get(name) for name in _SSH),
        within=_within(environment),
        notices=_notices(environment),
    )


def _within(environment: Mapping[str, str]) -> Within:
    """Both programs name themselves; over SSH only TERM is left of that."""
    term = environment.get("TERM", "")
    if environment.get("TMUX") or term.startswith("tmux"):
        return Within.TMUX
    if environment.get("STY") or term.startswith("screen"):
        return Within.SCREEN
    return Within.NOTHING


def _notices(environment: Mapping[str, str]) -> tuple[Notice, ...]:
    """The one that the terminal is known for, or both."""
    term = environment.get("TERM", "")
    if term in _NONE:
        return ()
    for name in ("TERM_PROGRAM", "LC_TERMINAL"):
        known = _BY_PROGRAM.get(environment.get(name, ""))
        if known is not None:
            return (known,)
    for beginning, notice in _BY_TERM.items():
        if term.startswith(beginning):
            return (notice,)
    if environment.get("VTE_VERSION"):
        return (Notice.OSC_777,)
    return (Notice.OSC_9, Notice.OSC_777)
