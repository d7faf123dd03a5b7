"""How exactly cues come: every stroke of the bell as it arrives in a real terminal, against the plan.

The moments that are expected are worked out here from `footui plan --json` by the rules of `docs/cues.md`, and stand on
the beginning that `footui history --json` tells, to the millisecond. A routine of many kinds of phases is gone through
at true speed, twice: on a machine with nothing else to do, and with two processes that never rest.
"""

from __future__ import annotations

import json
import os
import select
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, Final, NamedTuple

from tests.benchmarks.subject import COLUMNS, FOOTUI, ROWS
from tests.benchmarks.table import Row
from tests.system.output import answer_to, pieces_of
from tests.system.processes import environment
from tests.system.terminal import NotSeenError, Terminal

MINUTES: Final = 20.0
LIMIT_MS: Final = 50
DRIFT_LIMIT_MS: Final = 5
SECONDS_TO_FINISH: Final = 30.0
"""How much longer than planned a session may take before it is given up."""

_ROUND: Final = """\
[[steps]]
exercise = "toe-press"
hold = 20
sides = "each"
[[steps]]
exercise = "toe-press"
hold = 6
reps = 3
[[steps]]
exercise = "toe-press"
tempo = [1.5, 2, 3.25]
reps = 4
prepare = 7.5
"""
"""A hold with a half, on two sides; short holds; a tempo whose parts are no whole seconds."""

_HEAD: Final = 'format = 1\ntitle = "Cues"\n[timing]\nprepare = 5\ntransition = 6.2\nchange = 4\nrelease = 2\n'

_BEFORE: Final = 0.4
_AFTER: Final = 0.6
"""What arrives from so many seconds before a moment on, for so long after it, belongs to it: cues are 1 s apart."""


class Expected(NamedTuple):
    """One cue: when it is to come, in seconds of wall time, and how many strokes it has."""

    at: float
    strokes: int


@dataclass
class Measured:
    """What came of it: the error of each cue's first stroke in seconds, by its moment; what was wrong altogether."""

    errors: list[tuple[float, float]] = field(default_factory=list)
    missed: int = 0
    unexpected: int = 0

    def quantile(self, share: float) -> float:
        """The absolute error in milliseconds that so large a share of the cues does not exceed."""
        ordered = sorted(abs(error) for _, error in self.errors)
        return ordered[min(int(share * len(ordered)), len(ordered) - 1)] * 1000 if ordered else float("inf")

    @property
    def drift(self) -> float:
        """What twenty minutes add to the error, in milliseconds, by least squares."""
        moments, errors = zip(*self.errors, strict=True)
        slope = statistics.linear_regression(moments, errors).slope if len(self.errors) > 1 else float("inf")
        return slope * MINUTES * 60 * 1000


def cue_rows(minutes: float) -> Iterator[Row]:
    """Measure both runs, one after the other."""
    for what, busy in (("idle", 0), ("both cores busy", 2)):
        with ExitStack() as stack:
            for _ in range(busy):
                stack.enter_context(_never_resting())
            measured = compared(*_one_session(minutes))
        yield Row(f"cues, {what}: error, p50", measured.quantile(0.5), "ms")
        yield Row(f"cues, {what}: error, p99", measured.quantile(0.99), "ms", limit=LIMIT_MS)
        yield Row(f"cues, {what}: error, largest", measured.quantile(1), "ms")
        yield Row(f"cues, {what}: drift in 20 minutes", abs(measured.drift), "ms", limit=DRIFT_LIMIT_MS)
        yield Row(f"cues, {what}: told", len(measured.errors), "cues")
        yield Row(f"cues, {what}: missed", measured.missed, "strokes", limit=0)
        yield Row(f"cues, {what}: not expected", measured.unexpected, "strokes", limit=0)


@contextmanager
def _never_resting() -> Iterator[None]:
    process = subprocess.Popen([sys.executable, "-c", "while True: pass"])
    try:
        yield
    finally:
        process.kill()
        process.wait()


# What is to come


def expected_cues(phases: list[dict[str, Any]], began: float) -> list[Expected]:
    """The cues of a plan that began at this moment of wall time; see `docs/cues.md`."""
    cues = []
    for phase in phases:
        starts, seconds = began + phase["starts_at"], phase["seconds"]
        moments = [(seconds - left, 1) for left in (3, 2, 1)] if seconds >= 4 else []
        if seconds >= 20 and phase["kind"] in ("hold", "move"):
            moments.append((seconds / 2, 1))
        moments.append((seconds, 3 if phase is phases[-1] else 2))
        cues += [Expected(starts + into, strokes) for into, strokes in sorted(moments) if into > 0]
    return cues


def compared(expected: list[Expected], arrived: list[float]) -> Measured:
    """Give each stroke to the cue whose moment it belongs to."""
    measured, left = Measured(), sorted(arrived)
    for cue in expected:
        own = [at for at in left if cue.at - _BEFORE <= at < cue.at + _AFTER]
        left = [at for at in left if at not in own]
        if own:
            measured.errors.append((cue.at, own[0] - cue.at))
        measured.missed += max(cue.strokes - len(own), 0)
        measured.unexpected += max(len(own) - cue.strokes, 0)
    measured.unexpected += len(left)
    return measured


# What comes


def _one_session(minutes: float) -> tuple[list[Expected], list[float]]:
    """Go through one session; its cues as they were to come, and each stroke as it came."""
    with tempfile.TemporaryDirectory(prefix="footui-bench-") as name:
        folders = {f"FOOTUI_{kind}_DIR": str(Path(name) / kind.lower()) for kind in ("CONFIG", "DATA", "STATE")}
        ask = partial(_answer, environment(folders))
        path = Path(name) / "cues.toml"
        phases = _lengthened(path, minutes, ask)
        seconds = phases[-1]["starts_at"] + phases[-1]["seconds"]
        with Terminal([FOOTUI, "run", str(path)], columns=COLUMNS, rows=ROWS, env=folders) as terminal:
            strokes = _Strokes(terminal)
            try:
                began = _began(terminal, seconds, ask)
            finally:
                strokes.end()
            terminal.signal(signal.SIGTERM)
        return expected_cues(phases, began), strokes.arrived


def _began(terminal: Terminal, seconds: float, ask: Callable[..., Any]) -> float:
    """When the session began, in seconds of wall time, once it has ended; until then nothing else is asked for."""
    starting, over = time.monotonic(), 0.0
    while over < SECONDS_TO_FINISH:
        time.sleep(1)
        if not terminal.processes():
            raise NotSeenError("the measured session ended early")
        over = time.monotonic() - starting - seconds
        if over > 2:  # the last strokes have come
            for session in ask("history"):
                if session["status"] == "finished":
                    return datetime.fromisoformat(session["started"]).timestamp()
    raise NotSeenError("the measured session was not finished in time")


def _lengthened(path: Path, minutes: float, ask: Callable[..., Any]) -> list[dict[str, Any]]:
    """Write a routine of at least so many minutes, and give the phases of its plan."""
    rounds = 0
    while True:
        rounds += 1
        path.write_text(_HEAD + _ROUND * rounds, encoding="utf-8")
        phases: list[dict[str, Any]] = ask("plan", str(path))["phases"]
        if phases[-1]["starts_at"] + phases[-1]["seconds"] >= minutes * 60:
            return phases


def _answer(variables: Mapping[str, str], *words: str) -> Any:  # noqa: ANN401 - it is JSON
    done = subprocess.run(
        [FOOTUI, *words, "--json"], env=variables, stdin=subprocess.DEVNULL, capture_output=True, check=True
    )
    return json.loads(done.stdout)


class _Strokes:
    """Reads a terminal in a thread of its own and notes when each stroke came, before it looks at anything else."""

    def __init__(self, terminal: Terminal) -> None:
        self.arrived: list[float] = []
        self._fd = terminal._fd
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Read no more."""
        self._ending.set()
        self._thread.join()

    def _read(self) -> None:
        begun = b""
        while not self._ending.is_set():
            if not select.select([self._fd], [], [], 0.2)[0]:
                continue
            try:
                data = os.read(self._fd, 65536)
            except OSError:  # the terminal is gone
                return
            at = time.time()
            pieces, begun = pieces_of(begun + data)
            for piece in pieces:
                if piece.startswith(b"\x1b"):
                    os.write(self._fd, answer_to(piece, 1, 1))
                else:
                    self.arrived += [at] * piece.count(b"\a")
