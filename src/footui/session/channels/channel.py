"""What every channel is to the announcer, and what it may ask of it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import NamedTuple, Protocol

from footui.session.cues import Cue

Act = Callable[[], None]

MOST_CHARACTERS = 200
"""More than this is not said in one cue."""


class Occasion(NamedTuple):
    """What a channel may ask for while it gives a cue."""

    words: Callable[[], str]
    """The cue in words: “3”, “half”, “done”, or what comes; worked out when it is asked for."""
    later: Callable[[float, Act], None]
    """Do something on the announcer's thread after so many real seconds; it may raise what `give` may."""


class Channel(Protocol):
    """One way of giving cues. All but `close` and `wait_quiet` runs on the announcer's thread and returns at once."""

    @property
    def title(self) -> str:
        """What it is called at the beginning of a sentence."""
        ...

    def give(self, cue: Cue, occasion: Occasion, /) -> None:
        """Give this cue.

        Raises:
            OSError: it cannot; the text is for people.
        """
        ...

    def hush(self) -> None:
        """Cut off what is being given."""
        ...

    def wait_quiet(self, seconds: float) -> None:
        """Wait until what is being given has come to its end, at most so long; for any thread."""
        ...

    def close(self) -> None:
        """End what was started; returns at once, a second call does nothing; for any thread."""
        ...


def one_line(text: str) -> str:
    """The text as one short line without control characters, whatever it held."""
    safe = "".join(" " if unicodedata.category(character)[0] == "C" else character for character in text)
    return " ".join(safe.split())[:MOST_CHARACTERS]
