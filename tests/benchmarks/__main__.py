"""`make bench`: what a person waits for and pays for, as one table; ARGS=--long adds longer sessions.

ARGS=--cues measures how exactly cues come, for 40 minutes, and nothing else; ARGS=--kills what `kill -9` costs, over
200 of them.
Where there is a bare program beside a figure, both are medians taken in turns on the same machine in the same
minutes, and the limit is on their ratio. It ends with 0 whatever the figures are.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial

from tests.benchmarks.accuracy import accuracy_rows
from tests.benchmarks.cues import MINUTES, cue_rows
from tests.benchmarks.kills import kill_rows
from tests.benchmarks.live_view import live_rows
from tests.benchmarks.long_history import history_rows
from tests.benchmarks.long_lists import list_rows
from tests.benchmarks.start import command_rows, picture_rows
from tests.benchmarks.table import Row, as_text
from tests.system.terminal import NotSeenError


def main() -> None:
    """Measure, and print the table once all is known."""
    parser = argparse.ArgumentParser(prog="make bench ARGS=…", description="Measure footui on this machine.")
    parser.add_argument(
        "--long",
        action="store_true",
        help="also two three-minute sessions, side by side, and a whole one",
    )
    parser.add_argument("--kills", type=int, nargs="?", const=200, metavar="N", help="only what so many kills cost")
    parser.add_argument("--lists", action="store_true", help="only how soon keys are answered in long lists")
    parser.add_argument("--history", action="store_true", help="only what 20,000 sessions cost")
    parser.add_argument("--cues", action="store_true", help="only the moments of the cues, over two long sessions")
    parser.add_argument("--minutes", type=float, default=MINUTES, metavar="N", help="how long each of those is")
    arguments = parser.parse_args()
    parts: dict[str, Callable[[], Iterator[Row]]] = {
        "commands": command_rows,
        "first pictures": picture_rows,
        "long lists": list_rows,
        "a long history": history_rows,
        "the live view": partial(live_rows, whole=arguments.long),
    }
    if arguments.kills:
        parts = {"kills": partial(kill_rows, arguments.kills)}
    if arguments.lists:
        parts = {"long lists": list_rows}
    if arguments.history:
        parts = {"a long history": history_rows}
    if arguments.cues:
        parts = {"cues": partial(cue_rows, arguments.minutes)}
    if arguments.long:
        parts["three-minute sessions"] = accuracy_rows
    rows: list[Row] = []
    failed: list[str] = []
    for what, measure in parts.items():
        print(f"Measuring {what} …", file=sys.stderr)
        try:
            rows += measure()
        except (NotSeenError, subprocess.CalledProcessError) as error:
            print(error, file=sys.stderr)
            failed.append(what)
    print(as_text(rows))
    for what in failed:
        print(f"Not measured to the end: {what}. The reason stands above.")


if __name__ == "__main__":
    main()
