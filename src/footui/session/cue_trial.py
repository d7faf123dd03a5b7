"""One cue at a time, to be heard or seen before a session: “try it” in the settings."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from footui.session.announcer import SAMPLE_WORDS, Announcer
from footui.session.channels.choice import channel
from footui.session.channels.speech import speech_program
from footui.session.clock import Clock, SessionClock

if TYPE_CHECKING:
    from footui.core.settings import CueSettings
    from footui.session.beside import Outlets


class CueTrial:
    """Gives samples; a new one cuts off the one before."""

    def __init__(self, clock: Clock, outlets: Outlets) -> None:
        """Nothing runs before the first sample."""
        self._clock = clock
        self._outlets = outlets
        self._announcer: Announcer | None = None

    def give(self, name: str, settings: CueSettings) -> str:
        """Give a sample on one channel, as the settings have it; why it could not be, as a sentence, or nothing."""
        self.close()
        words: Callable[[int], str] = lambda _index: SAMPLE_WORDS  # noqa: E731  # the one sentence there is to say
        self._announcer = Announcer(SessionClock(self._clock), {name: channel(name, settings, self._outlets)}, words)
        self._announcer.try_out(name)
        self._announcer.turn()  # here and now, so that what is wrong with it is known; its thread does the rest
        self._announcer.start()
        return self._announcer.problem

    def speech_program(self) -> str | None:
        """The program that would speak, or None where there is none."""
        return speech_program(self._outlets.environment)

    def close(self) -> None:
        """Cut off what is being given."""
        if self._announcer is not None:
            self._announcer.close()
            self._announcer = None
