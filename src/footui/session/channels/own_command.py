"""The person's own command: a list of arguments, no shell, one at a time, and not for long."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from footui.session.channels.channel import Occasion, one_line
from footui.session.channels.children import Child, Children
from footui.session.cues import Cue

KILLED_AFTER_SECONDS: Final = 5.0


class OwnCommand:
    """Starts the command at each cue, unless it still runs from an earlier one: that cue is passed over."""

    title = "Your own command"

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        """`command` is the program and its arguments; the environment is handed on with the cue in it."""
        self._command = tuple(command)
        self._environment = environment
        self._children = Children()
        self._running: Child | None = None

    def give(self, cue: Cue, occasion: Occasion, /) -> None:
        """Start it, and end it later should it still run."""
        if not self._command:
            raise OSError("none is set.")
        if self._running is not None and self._running.is_running:
            return
        told = {
            "FOOTUI_CUE": cue.kind.value,
            "FOOTUI_COUNT": str(cue.number or ""),
            "FOOTUI_TEXT": one_line(occasion.words()),
        }
        child = self._running = self._children.start(self._command, {**self._environment, **told})
        if child is not None:
            occasion.later(KILLED_AFTER_SECONDS, partial(self._children.end, child))

    def hush(self) -> None:
        """What it does is its own business; it has five seconds."""

    def wait_quiet(self, seconds: float) -> None:
        """Let it come to its end."""
        if self._running is not None:
            self._running.gone.wait(seconds)

    def close(self) -> None:
        """End it."""
        self._children.close()
