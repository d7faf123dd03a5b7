"""The journal of a session: what is kept on disk, each second, so that it can be gone on with after anything.

It is the truth by set, side and repetition; the record (`record.py`) is its sum by step and side.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from footui.core.dose import Level
from footui.core.said import Said
from footui.core.timeline import NoSuchSessionError, compile_timeline

if TYPE_CHECKING:
    from datetime import datetime

    from footui.core.player import Player
    from footui.core.routine import Routine
    from footui.core.timeline import Timeline

JOURNAL_FORMAT = 1


class Journal(NamedTuple):
    """`start` is written once, `state` again and again; both as JSON can carry them (`docs/history-format.md`)."""

    start: Mapping[str, Any]
    state: Mapping[str, Any]


class CannotGoOnError(ValueError):
    """What was kept cannot be gone on with; the message is a sentence."""


class Kept(NamedTuple):
    """A session as the journal has it: its player where it stood, what was said, and how long it was gone before."""

    player: Player
    said: Said
    standing: dict[str, Any]
    interrupted_seconds: float


class Interrupted(NamedTuple):
    """A session to be gone on with: when it began, the last moment known, what was kept, its routine as it was."""

    id: str
    started: datetime
    last_known: datetime
    kept: Kept
    routine_text: str


def start_of(timeline: Timeline, routine_text: str) -> dict[str, Any]:
    """What a session is compiled from: the routine's text as it was then, which session, the level asked for."""
    asked = timeline.asked_level
    return {
        "journal": JOURNAL_FORMAT,
        "routine": timeline.routine.slug,
        "text": routine_text,
        "session": timeline.session,
        "level": asked.value if asked else None,
    }


def state_of(player: Player, said: Said, interrupted_seconds: float) -> dict[str, Any]:
    """Where it stands; `interrupted_seconds` is how long the program was gone so far."""
    from footui.core.standing import standing_of  # noqa: PLC0415  # not before the first picture: it is asked for a second later

    return {"standing": standing_of(player), "said": said.plain(), "interrupted": interrupted_seconds}


def kept_session(journal: Journal, routine: Routine) -> Kept:
    """The session as it was kept; `routine` is what the text in it means.

    Raises:
        CannotGoOnError: the journal is of another version, or does not fit the routine.
    """
    from footui.core.standing import StandingError, player_at  # noqa: PLC0415  # likewise

    start, state = journal
    if start.get("journal") != JOURNAL_FORMAT:
        raise CannotGoOnError("This session was kept by another version of footui, and cannot be gone on with.")
    try:
        timeline = compile_timeline(routine, start["session"], _level(start["level"]))
        player = player_at(timeline, state["standing"])
        return Kept(player, Said.of(state["said"]), state["standing"], float(state["interrupted"]))
    except (StandingError, NoSuchSessionError, KeyError, TypeError, ValueError) as error:
        raise CannotGoOnError("What was kept of this session is damaged, and it cannot be gone on with.") from error


def _level(name: str | None) -> Level | None:
    return None if name is None else Level(name)
