"""`footui resume`: go on with the session that was interrupted, write it down as it is, or forget it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from footui.cli.interrupted_before import notation_here, stopped_words
from footui.cli.routines import library_of
from footui.cli.running import begin
from footui.cli.streams import Refusal, answer, tell
from footui.storage.config_file import read_settings
from footui.storage.history import History, HistoryError
from footui.storage.interrupted import NoLongerInterrupted, discard, interrupted_session, write_down
from footui.storage.session_lock import NotEnded, end_the_other, holder
from footui.world import StartSession

if TYPE_CHECKING:
    import argparse

    from footui.storage.interrupted import InterruptedSession
    from footui.storage.library import Library
    from footui.world import OpenApp, World

NOTHING = "Nothing was interrupted. footui run ROUTINE starts a session."
KEEP_OR_DISCARD = "footui resume --keep writes it down as it is, --discard forgets it."


def resume(world: World, asked: argparse.Namespace, open_app: OpenApp) -> int:
    """Do what was asked about the interrupted session; where it is gone on with, 0 if it reaches its end, else 1.

    Raises:
        Refusal: nothing was interrupted, it cannot be gone on with, or one that runs was not ended.
    """
    ended = _end_or_refuse(world, goes_on=not (asked.keep or asked.discard))
    library = library_of(world)
    try:
        found = interrupted_session(world.folders, library.catalogue, wanted=ended)
    except HistoryError as error:
        raise Refusal(1, str(error)) from error
    if found is None:
        raise Refusal(1, NOTHING)
    if asked.keep or asked.discard:
        return _settle(world, found, keep=asked.keep)
    return _go_on(world, found, library, open_app, plain=asked.plain)


def _end_or_refuse(world: World, *, goes_on: bool) -> str:
    """End the session that runs in another terminal, so that it goes on here; one that is not to go on stays.

    Gives its id; empty where none runs.
    """
    runs = holder(world.folders)
    if runs is None:
        return ""
    which = runs.sentence(world.clock.wall().date())
    if not goes_on:
        raise Refusal(1, f"{which} Nothing was changed.", "End it there; or footui resume goes on with it here.")
    tell(world, f"{which} It ends there, and goes on here.")
    try:
        end_the_other(world.folders)
    except NotEnded as error:
        raise Refusal(1, str(error)) from error
    return runs.session


def _go_on(world: World, found: InterruptedSession, library: Library, open_app: OpenApp, *, plain: bool) -> int:
    """Go on with it, with a fresh time to get ready."""
    interrupted = found.interrupted
    if interrupted is None:
        raise Refusal(1, f"{found.title}, stopped {_stopped(world, found)}. {found.problem}", KEEP_OR_DISCARD)
    exercises = library.catalogue.exercises
    text, timeline = interrupted.routine_text, interrupted.kept.player.prescribed
    start = StartSession(timeline, exercises, recorded=True, routine_text=text, interrupted=interrupted)
    if not plain:
        tell(world, f"Going on with {found.title}, stopped {_stopped(world, found)}.")
    return begin(world, start, open_app, plain=plain)


def _settle(world: World, found: InterruptedSession, *, keep: bool) -> int:
    """Write it down as it is, or forget it."""
    history = History(world.folders.history_file)
    try:
        if keep:
            write_down(world.folders, history, found.id, world.clock.wall())
        else:
            discard(world.folders, history, found.id)
    except (NoLongerInterrupted, HistoryError) as error:
        raise Refusal(1, str(error)) from error
    notation = notation_here(world, read_settings(world.folders).settings)
    done, planned = (notation.number(round(found.session[f"{kind}_work_seconds"], 1)) for kind in ("done", "planned"))
    which = f"{found.title}, stopped {_stopped(world, found)}"
    if keep:
        answer(world, f"Written down as it is: {which}, with {done} of {planned} seconds of work.")
    else:
        answer(world, f"Discarded: {which}. Nothing of it is kept.")
    return 0


def _stopped(world: World, found: InterruptedSession) -> str:
    return stopped_words(world, notation_here(world, read_settings(world.folders).settings), found.session)
