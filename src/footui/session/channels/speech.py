"""Speech, by a program that is there: it comes out of the machine that footui runs on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from footui.session.channels.channel import Occasion, one_line
from footui.session.channels.children import Child, Children, found_program
from footui.session.channels.terminal_facts import TerminalFacts
from footui.session.cues import Cue

PROGRAMS: Final = ("spd-say", "espeak-ng", "say")
"""The first of these that is found speaks."""

LOOK_AFTER_SECONDS: Final = 1.0
"""When it is seen whether a program failed: a voice that it does not have, a service that does not run."""


class Speech:
    """Says each cue; a new one cuts off the one before, so that what is heard is never out of date."""

    title = "Speech"

    def __init__(
        self, environment: Mapping[str, str], facts: TerminalFacts, voice: str = "", *, over_ssh: bool = False
    ) -> None:
        """`voice` is the program's name for it, or empty; `over_ssh` says that another machine may speak."""
        self._environment = environment
        self._refused = facts.over_ssh and not over_ssh
        self._voice = voice
        self._children = Children()
        self._saying: Child | None = None

    def give(self, _cue: Cue, occasion: Occasion, /) -> None:
        """Say it, in place of what is being said."""
        if self._refused:
            raise OSError("over SSH it would come out of the other machine. speech_over_ssh allows it.")
        program = speech_program(self._environment)
        if program is None:
            raise OSError(f"none of {', '.join(PROGRAMS)} is on this machine.")
        self.hush()
        said = self._children.start(said_by(program, occasion.words(), self._voice), self._environment)
        self._saying = said
        occasion.later(LOOK_AFTER_SECONDS, lambda: _look(said, program))

    def hush(self) -> None:
        """Cut it off."""
        if self._saying is not None:
            self._children.end(self._saying)

    def wait_quiet(self, seconds: float) -> None:
        """Let it be said to its end."""
        if self._saying is not None:
            self._saying.gone.wait(seconds)

    def close(self) -> None:
        """End the program that speaks."""
        self._children.close()


def _look(said: Child | None, program: str) -> None:
    """Tell of a program that failed by itself."""
    if said is not None and said.status and not said.was_ended:
        raise OSError(f"{program} ended with status {said.status}.")


def speech_program(environment: Mapping[str, str]) -> str | None:
    """The name of the program that would speak; None where there is none."""
    return next((name for name in PROGRAMS if found_program(name, environment)), None)


def said_by(program: str, text: str, voice: str = "") -> tuple[str, ...]:
    """The command by which a program says `text`; the text is one argument and never an option.

    In doubled brackets two of the programs look for phonemes or orders: the text has none. `say` is not documented to
    know `--`, so it gets no text that begins with a dash.
    """
    safe = one_line(text).replace("[[", "[").replace("]]", "]").lstrip("- ")
    match program:
        case "spd-say":  # a text of priority “text” cuts off the one before, and a screen reader's goes before it
            chosen = ("--synthesis-voice", voice) if voice else ()
            return (program, "--application-name", "footui", "--priority", "text", *chosen, "--", safe)
        case "espeak-ng":
            return (program, *(("-v", voice) if voice else ()), "--", safe)
        case _:
            return (program, *(("-v", voice) if voice else ()), safe)
