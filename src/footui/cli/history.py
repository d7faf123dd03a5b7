"""`footui history`: what was done, oldest first; all of it to take away, and to take in what was done elsewhere."""

from __future__ import annotations

import json
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from footui.cli.streams import Refusal, answer, answer_in_utf8, tell, wants_ascii
from footui.cli.tables import columns
from footui.core.wording import number, plural
from footui.storage.history import History, HistoryError
from footui.storage.problems import clean_path, reason
from footui.storage.text_cleaning import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import BinaryIO

    from footui.storage.history_merge import Merged
    from footui.storage.log_import import LogProblems
    from footui.storage.session_object import SessionObject
    from footui.world import World

_STANDARD_INPUT = "-"


def history(world: World, action: str | None, file: str | None, *, as_json: bool, as_csv: bool) -> int:
    """List the sessions, as lines, JSON or CSV; or export all of them, or import a file (`docs/history-format.md`)."""
    if action is not None and (as_json or as_csv):
        raise Refusal(2, f"footui history {action} takes neither --json nor --csv: its lines are JSON, one a session.")
    if action == "export" and file is not None:
        raise Refusal(2, "footui history export takes no file: it writes to stdout. Use > FILE.")
    if action == "import" and file is None:
        raise Refusal(2, "footui history import needs a file: a path, or - for standard input.")
    kept = History(world.folders.history_file)
    try:
        if file is not None:
            return _import(world, kept, file)
        if action == "export":
            _export(world, kept)
        elif as_csv:
            _list_csv(world, kept)
        elif as_json:
            _list_json(world, kept.each_session())
        else:
            _list(world, kept.each_session())
    except HistoryError as error:
        raise Refusal(1, str(error)) from error
    return 0


def _export(world: World, kept: History) -> None:
    from footui.storage.log_export import json_lines  # noqa: PLC0415  # each of them is needed by itself

    for line in json_lines(kept.objects()):
        answer(world, line)


def _list_csv(world: World, kept: History) -> None:
    from footui.storage.log_export import csv_lines  # noqa: PLC0415  # likewise

    for line in csv_lines(kept.each_session()):
        answer_in_utf8(world, line)


def _list_json(world: World, sessions: Iterable[SessionObject]) -> None:
    """One list with a line for each session, without ever holding all of them."""
    waiting = ""
    for session in sessions:
        if waiting:
            answer(world, f"{waiting},")
        waiting = f"{' ' if waiting else '['}{_json(world, session)}"
    answer(world, f"{waiting or '['}]")


def _json(world: World, session: SessionObject) -> str:
    """An object in characters that can be shown; all others are escaped."""
    text = json.dumps(session, ensure_ascii=False)
    return json.dumps(session) if not text.isprintable() or wants_ascii(world, world.stdout) else text


def _list(world: World, sessions: Iterable[SessionObject]) -> None:
    rows = [_row(session) for session in sessions if not session.get("deleted")]
    if rows:
        answer(world, "\n".join(columns(rows)))
    else:
        tell(world, "Nothing is written down yet. The first session appears here.")


def _row(session: SessionObject) -> tuple[str, ...]:
    started = datetime.fromisoformat(session["started"])
    done, planned = session["done_work_seconds"], session["planned_work_seconds"]
    return (
        f"{started:%Y-%m-%d %H:%M}",
        clean_line(str(session["title"])),
        f"session {session['session']} of {session['sessions_per_day']}",
        str(session["status"]),
        f"{_seconds(done)} of {_seconds(planned)} s",
    )


def _seconds(amount: float) -> str:
    return number(round(amount, 1))


def _import(world: World, kept: History, name: str) -> int:
    """Take in a file, or standard input for `-`, and tell what was new in it."""
    from footui.storage.log_import import LogProblems, import_log  # noqa: PLC0415  # only here

    shown = clean_path(name)
    try:
        with _opened(world, name) as file:
            merged = import_log(kept, file, name)
    except LogProblems as problems:
        raise _refused(problems) from problems
    except OSError as error:
        raise Refusal(1, f"{shown} could not be read: {reason(error)}. Nothing was imported.") from error
    if kept.notice:
        tell(world, kept.notice)
    tell(world, _told(merged) if any(merged) else f"There are no sessions in {shown}. Nothing was changed.")
    return 0


def _opened(world: World, name: str) -> AbstractContextManager[BinaryIO]:
    if name != _STANDARD_INPUT:
        try:
            return Path(name).open("rb")
        except ValueError as error:  # there is a NUL in it
            raise Refusal(1, f"{clean_path(name)}: no file can have this name. Nothing was imported.") from error
    from footui.cli.routines import standard_input  # noqa: PLC0415  # likewise

    return nullcontext(standard_input(world))


def _refused(problems: LogProblems) -> Refusal:
    left = problems.wrong - len(problems.problems)
    more = f" The first {len(problems.problems)} are told." if left else ""
    lines = "1 line is wrong" if problems.wrong == 1 else f"{problems.wrong} lines are wrong"
    summary = f"Nothing was imported: {lines}.{more} The history is as it was."
    return Refusal(1, *map(str, problems.problems), summary)


def _told(merged: Merged) -> str:
    deleted = f"{merged.deleted} deleted, " if merged.deleted else ""
    return (
        f"{plural(merged.added, 'session')} added, {merged.changed} changed, {deleted}{merged.unchanged} known already."
    )
