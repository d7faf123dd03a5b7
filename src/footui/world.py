"""What a command is given: folders, environment, clock and streams, so that it reaches for nothing by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple, TextIO

if TYPE_CHECKING:
    from footui.core.exercise import Exercise
    from footui.core.journal import Interrupted
    from footui.core.timeline import Timeline
    from footui.session.clock import Clock
    from footui.storage.folders import Folders


class World(NamedTuple):
    """The outside world of one start of the program."""

    folders: Folders
    environment: Mapping[str, str]
    clock: Clock
    stdin: TextIO
    stdout: TextIO
    stderr: TextIO
    first_environment: Mapping[str, str] | None = None
    """The environment the process was started with, before Python changed it; None where nobody can say."""


class StartSession(NamedTuple):
    """The session that the screen is to begin with: `speed` times faster than true, written down or not.

    `exercises` are those of its steps, by id.
    """

    timeline: Timeline
    exercises: Mapping[str, Exercise]
    speed: float = 1.0
    recorded: bool = True
    routine_text: str = ""
    """The routine's file as it was read: with it the session can be gone on with, whatever becomes of the file."""
    interrupted: Interrupted | None = None
    """The session that goes on, where it is not a new one."""


OpenApp = Callable[[World, StartSession | None], int]
"""Opens the full screen, at home or in a session, and returns the exit status."""
