"""What goes on beside a live session: writing it down, and giving its cues."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from footui.core.journal import Journal
    from footui.core.player import Player
    from footui.core.record import SessionRecord
    from footui.session.cues import Cue


class Recorder(Protocol):
    """Takes down a session as it goes; must return at once."""

    def save(self, record: SessionRecord, journal: Journal) -> None:
        """Write this down in place of what was written for the same id."""
        ...

    def discard(self, session_id: str) -> None:
        """Forget the session with this id."""
        ...


class NoRecorder:
    """For previews: nothing is written down."""

    def save(self, record: SessionRecord, journal: Journal) -> None:
        """Let it pass."""

    def discard(self, session_id: str) -> None:
        """There is nothing to forget."""


class Outlets(NamedTuple):
    """What cues reach a person by: bytes to the terminal, cues to the screen, programs in an environment.

    `write` and `show` are called on a thread of the cues and must return at once.
    """

    environment: Mapping[str, str]
    write: Callable[[str], None]
    show: Callable[[Cue], None]


class Cues(Protocol):
    """Gives the cues of a session at their moments; must return at once."""

    def start(self) -> None:
        """Begin to give them: the first picture is there."""
        ...

    def plan(self, player: Player) -> None:
        """What comes is now as the player has it; nothing, where it does not run."""
        ...

    @property
    def any_on(self) -> bool:
        """Whether there is a cue to be given at all."""
        ...

    def turn_mute(self) -> bool:
        """Give none until this is called again; whether none is given now."""
        ...

    def close(self) -> None:
        """Give none any more, and leave nothing running."""
        ...


class NoCues:
    """No cue is given."""

    any_on = False

    def start(self) -> None:
        """There is nothing to give."""

    def plan(self, player: Player) -> None:
        """Let it pass."""

    def turn_mute(self) -> bool:
        """There is none to mute."""
        return True

    def close(self) -> None:
        """Nothing runs."""
