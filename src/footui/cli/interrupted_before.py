"""What a person is told about an interrupted session before another one begins, or as it goes on."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from footui.cli.streams import tell
from footui.core.notation import notation_of
from footui.locale_notation import locale_notation
from footui.session.interrupted_words import ago, when
from footui.storage.history import History, HistoryError
from footui.storage.text_cleaning import clean_line

if TYPE_CHECKING:
    from footui.core.notation import Notation
    from footui.core.settings import Settings
    from footui.storage.session_object import SessionObject
    from footui.world import World


def tell_what_was_interrupted(world: World, settings: Settings) -> None:
    """Say on stderr that a session waits to be gone on with, where one does."""
    try:
        sessions = History(world.folders.history_file).open_sessions()
    except HistoryError:
        return  # it is told when the session that begins cannot be written down
    if sessions:
        title, stopped = title_of(sessions[0]), stopped_words(world, notation_here(world, settings), sessions[0])
        tell(world, f"{title} was interrupted {stopped}. footui resume goes on with it.")


def stopped_words(world: World, notation: Notation, session: SessionObject) -> str:
    """“at 12:33, 8 minutes ago”: the last moment known of a session."""
    now, moment = world.clock.wall(), datetime.fromisoformat(session["ended"])
    return f"{when(moment, now, notation)}, {ago(now - moment)}"


def notation_here(world: World, settings: Settings) -> Notation:
    """How the person has numbers and times written."""
    return notation_of(settings, locale_notation(world.environment))


def title_of(session: SessionObject) -> str:
    """The title of its routine, as it can be shown."""
    return clean_line(str(session["title"]), limit=200)
