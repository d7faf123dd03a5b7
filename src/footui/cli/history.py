"""`footui history`: what was done, oldest first."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from footui.cli.streams import Refusal, answer, answer_json, tell
from footui.cli.tables import columns
from footui.core.wording import number
from footui.storage.history import History, HistoryError
from footui.storage.text_cleaning import clean_line

if TYPE_CHECKING:
    from footui.storage.session_object import SessionObject
    from footui.world import World


def history(world: World, *, as_json: bool) -> int:
    """Print the sessions: the objects of `docs/history-format.md`, or a line each."""
    try:
        sessions = History(world.folders.history_file).sessions()
    except HistoryError as error:
        raise Refusal(1, str(error)) from error
    if as_json:
        answer_json(world, sessions)
    elif sessions:
        answer(world, "\n".join(columns([_row(session) for session in sessions])))
    else:
        tell(world, "Nothing is written down yet. The first session appears here.")
    return 0


def _row(session: SessionObject) -> tuple[str, ...]:
    started = datetime.fromisoformat(session["started"])
    done, planned = session["done_work_seconds"], session["planned_work_seconds"]
    return (
        f"{started:%Y-%m-%d %H:%M}",
        clean_line(str(session["title"])),
        f"session {session['session']} of {session['sessions_per_day']}",
        "deleted" if session.get("deleted") else str(session["status"]),
        f"{_seconds(done)} of {_seconds(planned)} s",
    )


def _seconds(amount: float) -> str:
    return number(round(amount, 1))
