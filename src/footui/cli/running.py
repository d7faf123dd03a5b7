"""`footui run` and bare `footui`: the full screen where there is a terminal for it, else line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from footui.cli.routines import entry_named, level_named, library_of, timeline_of, usable
from footui.cli.streams import Refusal, tell
from footui.storage.history import History, HistoryError
from footui.storage.library import STANDARD_INPUT
from footui.world import StartSession

if TYPE_CHECKING:
    import argparse

    from footui.core.routine import Routine
    from footui.world import OpenApp, World

_TERMINALS_WITHOUT_SCREEN = ("", "dumb", "unknown")


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
    routine = usable(entry_named(world, library, asked.routine))
    session = asked.session or _next_session(world, routine, asked.level)
    timeline = timeline_of(routine, session, asked.level)
    exercises = library.catalogue.exercises
    start = StartSession(timeline, exercises, asked.speed, recorded=asked.speed == 1 or asked.record)
    if not asked.plain and has_screen(world):
        return open_app(world, start)
    if not asked.plain:
        tell(world, "There is no terminal for the full screen here: the session goes line by line.")
    from footui.cli.plain_run import run_plain  # noqa: PLC0415 - the full screen does without it

    keyboard = asked.routine != STANDARD_INPUT
    return run_plain(world, start, exercises, keyboard=keyboard)


def has_screen(world: World) -> bool:
    """Whether there is a terminal to read keys from and to draw on; Textual draws on stderr."""
    if world.environment.get("TERM", "") in _TERMINALS_WITHOUT_SCREEN:
        return False
    return world.stdin.isatty() and world.stderr.isatty()


def _next_session(world: World, routine: Routine, level: str | None) -> int:
    """The number of today's next session; the last one again, once all are done."""
    try:
        done = History(world.folders.history_file).done_today(routine.slug, world.clock.wall())
    except HistoryError as error:
        tell(world, str(error))
        done = 0
    return min(done + 1, routine.sessions_per_day(level_named(level)))
