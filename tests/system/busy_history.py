"""Saves, corrects, deletes and imports sessions as fast as it can, until it is killed; a program for killed_writers.py.

For each line on standard input, a path and a word, a child of its own does so: by being forked from here it is at it in
no time. On standard output: `begun PROCESS`, a line such as `saved ID COUNT` after each writing, then `ended STATUS`.
"""

from __future__ import annotations

import io
import itertools
import json
import os
import sys
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from footui.core.journal import Journal
from footui.storage import history_damage, history_merge, history_migration
from footui.storage.history import History
from footui.storage.log_import import import_log

SAVINGS_A_SESSION: Final = 10
IMPORTED_AT_ONCE: Final = 30
NOON: Final = datetime.fromisoformat("2026-11-21T12:00:00+01:00")
LOADED_BEFORE: Final = (history_damage, history_merge, history_migration)
"""Imported here, so that a kill falls into writing and not into importing."""


def write_for_ever(path: Path, word: str) -> None:
    """Do one session after the other, each in several savings; in between correct, delete and import some."""
    history = History(path)
    for number in itertools.count():
        name = f"{word}-{number}"
        for count in range(SAVINGS_A_SESSION):
            save(history, name, count)
            tell(f"saved {name} {count}")
        if number % 2 == 0:
            history.correct(name, lambda before: {**before, "note": "corrected"}, NOON)
            tell(f"corrected {name} 1")
        if number % 4 == 0:
            import_log(history, io.BytesIO(log_of(f"{word}.{number}")), "log")
            tell(f"imported {word}.{number} {IMPORTED_AT_ONCE}")
        if number % 3 == 0:
            history.delete(name, NOON)
            tell(f"deleted {name} 1")


def save(history: History, name: str, count: int) -> None:
    """Save a session for the `count`th time, with a journal of one page or of many."""
    is_last = count == SAVINGS_A_SESSION - 1
    phases = [[place, 2_000_000_000, True] for place in range((len(name) + count) * 37 % 400)]
    journal = Journal({"session": name}, {"count": count, "phases": phases})
    history.save({**session(name), "status": "finished" if is_last else "open", "count": count}, journal)


def session(name: str) -> dict[str, Any]:
    """Return a session object as the format has it."""
    row = {"step": 1, "exercise": "toe-press", "variant": None, "side": "both", "planned_reps": 1, "done_reps": 1}
    return {
        "format": 1, "id": name, "routine": "busy", "title": "Busy", "level": "low", "session": 1,
        "sessions_per_day": 1, "started": "2026-11-21T12:31:05+01:00", "ended": "2026-11-21T12:35:10+01:00",
        "status": "finished", "planned_work_seconds": 3.0, "done_work_seconds": 3.0, "paused_seconds": 0.0,
        "pain": {"before": None, "worst": None, "after": None, "next_morning": None}, "effort": None, "note": "",
        "work": [{**row, "planned_seconds": 3.0, "done_seconds": 3.0, "skipped": None}],
    }  # fmt: skip


def log_of(word: str) -> bytes:
    """Return an export of as many sessions as are imported at once."""
    return "\n".join(json.dumps(session(f"{word}.{number}")) for number in range(IMPORTED_AT_ONCE)).encode()


def tell(line: str) -> None:
    """Write a line at once, whole."""
    os.write(sys.stdout.fileno(), f"{line}\n".encode())


def main() -> None:
    """Serve one line after the other."""
    for line in sys.stdin:
        path, word = line.rsplit(maxsplit=1)
        child = os.fork()
        if child == 0:
            try:
                write_for_ever(Path(path), word)
            finally:
                os._exit(1)  # an error stands on stderr; it must not go on to serve lines
        tell(f"begun {child}")
        _, status = os.waitpid(child, 0)
        tell(f"ended {os.waitstatus_to_exitcode(status)}")


if __name__ == "__main__":
    main()
