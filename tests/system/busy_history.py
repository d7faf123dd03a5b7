"""Writes sessions and their journals as fast as it can, until it is killed; a program for test_history_kills.py.

For each line on standard input, a path and a word, a child of its own does so: by being forked from here it is at it in
no time. On standard output: `begun PROCESS`, then `written ID COUNT` after each saving, then `ended STATUS`.
"""

from __future__ import annotations

import itertools
import os
import sys
from pathlib import Path

from footui.core.journal import Journal
from footui.storage import history_damage, history_migration
from footui.storage.history import History

SAVINGS_A_SESSION = 10
LOADED_BEFORE = (history_damage, history_migration)
"""Imported here, so that a kill falls into writing and not into importing."""


def write_for_ever(path: Path, word: str) -> None:
    """Save session after session, each several times; the last `count` told is on the disk."""
    history = History(path)
    for number in itertools.count():
        name, count = f"{word}-{number // SAVINGS_A_SESSION}", number % SAVINGS_A_SESSION
        session = {"id": name, "started": "2026-11-21T12:31:05+01:00", "status": "open", "count": count}
        phases = [[place, 2_000_000_000, True] for place in range(number * 37 % 400)]  # of one page, and of many
        history.save(session, Journal({"session": name}, {"count": count, "phases": phases}))
        tell(f"written {name} {count}")


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
