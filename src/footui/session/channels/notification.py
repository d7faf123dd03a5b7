"""A desktop notification that the terminal is asked for: it comes out where the person sits, also over SSH."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from footui.session.channels.channel import Occasion, one_line
from footui.session.channels.terminal_facts import Notice, TerminalFacts, Within
from footui.session.cues import Cue, CueKind

TITLE: Final = "footui"
DONE: Final = "The session is done."

_ESC: Final = "\x1b"
_END: Final = "\a"
"""Ends a sequence. The other end mark, ESC \\, would end what it is wrapped in as well."""


class Notification:
    """Notifies only when somebody may have gone away: at the end, and when a long pause is over."""

    title = "The desktop notification"

    def __init__(self, facts: TerminalFacts, write: Callable[[str], None]) -> None:
        """`write` sends a sequence to the terminal; must return at once."""
        self._facts = facts
        self._write = write

    def give(self, cue: Cue, occasion: Occasion, /) -> None:
        """Ask for a notification, where this cue has one."""
        if not cue.calls_back:
            return
        if not self._facts.notices:
            raise OSError("this terminal knows no notifications.")
        self._write(notification(DONE if cue.kind is CueKind.END else occasion.words(), self._facts))

    def hush(self) -> None:
        """What is shown is the desktop's business."""

    def wait_quiet(self, seconds: float) -> None:
        """Nothing goes on here."""

    def close(self) -> None:
        """Nothing was started."""


def notification(text: str, facts: TerminalFacts) -> str:
    """The sequences that ask this terminal to show `text`."""
    sequences = []
    for notice in facts.notices:
        match notice:
            case Notice.OSC_9:  # the title goes first: a text that begins with a number and ; would be an order
                sequences.append(f"{_ESC}]9;{TITLE}: {one_line(text)}{_END}")
            case Notice.OSC_777:
                sequences.append(f"{_ESC}]777;notify;{TITLE};{one_line(text).replace(';', ',')}{_END}")
    return "".join(passed_through(sequence, facts.within) for sequence in sequences)


def passed_through(sequence: str, within: Within) -> str:
    """A sequence wrapped so that it reaches the terminal outside."""
    match within:
        case Within.TMUX:
            return f"{_ESC}Ptmux;{sequence.replace(_ESC, _ESC * 2)}{_ESC}\\"
        case Within.SCREEN:
            return f"{_ESC}P{sequence}{_ESC}\\"
        case Within.NOTHING:
            return sequence
