"""`footui run` and bare `footui`: the full screen where there is a terminal for it, else line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from footui.cli.routines import entry_named, level_named, library_of, timeline_of, usable
from footui.cli.streams import Refusal, tell
from footui.storage.library import STANDARD_INPUT
from footui.storage.session_lock import SessionRuns
from footui.world import StartSession

if TYPE_CHECKING:
    import argparse

    from footui.core.routine import Routine
    from footui.world import OpenApp, World

TERMINALS_WITHOUT_SCREEN = ("", "dumb", "unknown")
"""What `TERM` says of a terminal that can do no full screen."""


def open_home(world: World, open_app: OpenApp) -> int:
    """Open the app."""
    if not has_screen(world):
        raise Refusal(
            2, "The full screen needs a terminal, for input and for messages. footui --help names what needs none."
        )
    return open_app(world, None)


def run_session(world: World, asked: argparse.Namespace, open_app: OpenApp) -> int:
    """Start a live session at once; 0 if it reaches its end, else 1."""
    library = library_of(world)
    entry = entry_named(world, library, asked.routine)
    routine = usable(entry)
    session = asked.session or _next_session(world, routine, asked.level)
    timeline = timeline_of(routine, session, asked.level)
    exercises = library.catalogue.exercises
    recorded = asked.speed == 1 or asked.record
    start = StartSession(timeline, exercises, asked.speed, recorded=recorded, routine_text=entry.text)
    return begin(world, start, open_app, plain=asked.plain, keyboard=asked.routine != STANDARD_INPUT)


def begin(world: World, start: StartSession, open_app: OpenApp, *, plain: bool, keyboard: bool = True) -> int:
    """Begin this session, on the screen or line by line; `keyboard` is False where stdin has held the routine.

    Raises:
        Refusal: another session is recorded for this data folder.
    """
    try:
        if not plain and has_screen(world):
            return open_app(world, start)
        if not plain:
            tell(world, "There is no terminal for the full screen here: the session goes line by line.")
        from footui.cli.plain_run import run_plain  # noqa: PLC0415 - the full screen does without it

        return run_plain(world, start, keyboard=keyboard)
    except SessionRuns as other:
        raise Refusal(1, str(other), "footui resume ends it there and goes on with it here.") from other


def has_screen(world: World) -> bool:
    """Whether there is a terminal to read keys from and to draw on; Textual draws on stderr."""
    if world.environment.get("TERM", "") in TERMINALS_WITHOUT_SCREEN:
        return False
    return world.stdin.isatty() and world.stderr.isatty()


def _next_session(world: World, routine: Routine, level: str | None) -> int:
    """The number of today's next session; the last one again, once all are done."""
    if not world.folders.history_file.exists():
        return 1
    from footui.core.day import next_session  # noqa: PLC0415 - only where there is a history
    from footui.storage.config_file import read_settings  # noqa: PLC0415 - likewise
    from footui.storage.history import History, HistoryError  # noqa: PLC0415 - likewise

    day_start = read_settings(world.folders).settings.day_start
    try:
        done = History(world.folders.history_file).done_today(routine.slug, world.clock.wall(), day_start)
    except HistoryError as error:
        tell(world, str(error))
        done = 0
    return next_session(done, routine.sessions_per_day(level_named(level)))
