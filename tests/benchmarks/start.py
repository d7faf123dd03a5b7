"""How long a person waits: for the answer of a command, and for the first picture of the screen."""

from __future__ import annotations

import statistics
import subprocess
import time
from collections.abc import Iterator, Mapping

from tests.benchmarks.subject import BARE_PYTHON, EMPTY_APP, FOOTUI, SLUG, has_picture, person, shown
from tests.benchmarks.table import Row
from tests.system.processes import environment

COMMAND_RUNS = 15
PICTURE_RUNS = 9


def command_rows() -> Iterator[Row]:
    """Measure commands that answer at once against an interpreter that does nothing, in turns."""
    subjects = {
        "footui list": (FOOTUI, "list"),
        f"footui plan {SLUG}": (FOOTUI, "plan", SLUG),
        f"footui plan {SLUG} --json": (FOOTUI, "plan", SLUG, "--json"),
        "footui --version": (FOOTUI, "--version"),
    }
    with person() as folders:
        took = medians_in_turns({**subjects, "bare": BARE_PYTHON}, environment(folders))
    for what in subjects:
        yield Row(what, took[what], "ms", limit=8, bare=took["bare"])


def medians_in_turns(commands: Mapping[str, tuple[str, ...]], env: Mapping[str, str]) -> dict[str, float]:
    """Return the median milliseconds of each command, without the first round, which warms the cache."""
    took: dict[str, list[float]] = {what: [] for what in commands}
    for run in range(COMMAND_RUNS + 1):
        for what, command in commands.items():
            began = time.perf_counter()
            subprocess.run(command, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
            if run:
                took[what].append((time.perf_counter() - began) * 1000)
    return {what: statistics.median(times) for what, times in took.items()}


def picture_rows() -> Iterator[Row]:
    """Measure the first picture in a real terminal against that of an empty Textual app, in turns."""
    subjects = {"footui": (FOOTUI,), f"footui run {SLUG}": (FOOTUI, "run", SLUG)}
    first: dict[str, list[float]] = {what: [] for what in (*subjects, "bare")}
    whole: dict[str, list[float]] = {what: [] for what in (*subjects, "bare")}
    size: dict[str, list[float]] = {what: [] for what in (*subjects, "bare")}
    for run in range(PICTURE_RUNS + 1):
        for what, command in {**subjects, "bare": EMPTY_APP}.items():
            with shown(*command) as terminal:
                came = terminal.wait_until(has_picture, what="the first picture")
                settled = terminal.wait_quiet()
                if run:
                    first[what].append(came * 1000)
                    whole[what].append(settled * 1000)
                    size[what].append(terminal.byte_count / 1000)
    median = statistics.median
    for what in subjects:
        yield Row(f"{what}: first picture", median(first[what]), "ms", limit=1.3, bare=median(first["bare"]))
        yield Row(f"{what}: then at rest", median(whole[what]), "ms", bare=median(whole["bare"]))
        yield Row(f"{what}: written until then", median(size[what]), "kB", bare=median(size["bare"]))
