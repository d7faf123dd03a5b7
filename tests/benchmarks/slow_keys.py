"""How soon a key is answered on a line of 9,600 baud, in the midst of a session."""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from typing import Final, NamedTuple

from tests.benchmarks.subject import FOOTUI, person
from tests.benchmarks.table import Row
from tests.system.program import WORDS, big_words
from tests.system.terminal import Terminal

BYTES_A_SECOND: Final = 960
"""9,600 baud: ten bits a byte."""

ROUTINE: Final = "ten-exercises"
PRESSES: Final = 65
PAUSE_SECONDS: Final = 3.0
LIMIT_MS: Final = 400

BUSY_GAP: Final = 0.03
"""Output pieces that follow each other more closely than this belong to one busy time of the line, in seconds."""

_CLOCK: Final = re.compile(r"(\d+):(\d\d) of (\d+):(\d\d)")


class Look(NamedTuple):
    """What of the screen tells that a key was answered."""

    text: str
    word: str
    coming: str
    position: int
    total: int

    @classmethod
    def at(cls, terminal: Terminal) -> Look:
        """What the screen shows now."""
        text = terminal.screen_text()
        found = _CLOCK.search(text)
        numbers = [int(number) for number in found.groups()] if found else [0, 0, 0, 0]
        coming = next((row for row in text.split("\n") if row.startswith(" then ")), "")
        return cls(text, _word(text), coming, numbers[0] * 60 + numbers[1], numbers[2] * 60 + numbers[3])


def _word(text: str) -> str:
    """The word of the phase, large or plain."""
    words = [*big_words(text), *(word for word in (*WORDS, "PAIN?") if f" {word} " in text or " ".join(word) in text)]
    return next(iter(words), "")


Answered = Callable[[Look, Look], bool]

KEYS: Final[tuple[tuple[str, Answered], ...]] = (
    ("space", lambda _, now: now.word == "PAUSED"),
    ("space", lambda _, now: now.word not in ("", "PAUSED")),
    ("n", lambda before, now: now.word not in ("", before.word) or now.coming not in ("", before.coming)),
    ("+", lambda before, now: now.total == before.total + 5),
    ("b", lambda before, now: now.position < before.position or now.word not in ("", before.word)),
    ("i", lambda before, now: "1. " in now.text and "1. " not in before.text),
    ("i", lambda _, now: "1. " not in now.text),
    ("n", lambda before, now: now.word not in ("", before.word) or now.coming not in ("", before.coming)),
    ("z", lambda _, now: " ends " not in now.text),
    ("z", lambda _, now: " ends " in now.text),
    ("p", lambda _, now: now.word == "PAIN?"),
    ("escape", lambda _, now: now.word not in ("", "PAIN?")),
    ("s", lambda _, now: "Why?" in now.text),
)
"""The keys in turn, and how it is seen on the screen that each is answered."""


class Answer(NamedTuple):
    """How long a key waited, in ms: until its answer could be read, and until the line was quiet with it."""

    key: str
    read: float
    full: float


def key_rows(presses: int = PRESSES) -> Iterator[Row]:
    """Press keys at moments of all kinds, and see when they are answered."""
    answers = list(_answers(presses))
    for what, times in (
        ("answer there", sorted(answer.read for answer in answers)),
        ("picture in full", sorted(answer.full for answer in answers)),
    ):
        yield Row(f"9,600 baud, key to {what}: median", times[len(times) // 2], "ms")
        yield Row(f"9,600 baud, key to {what}: p95", times[int(len(times) * 0.95)], "ms", limit=LIMIT_MS)


def _answers(presses: int) -> Iterator[Answer]:
    chance = random.Random(7)  # noqa: S311  # the same moments each time
    command = (sys.executable, "-m", "tests.benchmarks.slow_line", str(BYTES_A_SECOND), FOOTUI, "run", ROUTINE)
    with person() as folders, Terminal(command, columns=80, rows=24, env=folders) as terminal:
        terminal.wait_until(lambda seen: Look.at(seen).word != "", timeout=60, what="the live view")
        terminal.pump(12)  # a picture takes seconds, and then it is known that it does
        for key, is_answered in islice(cycle(KEYS), presses):
            terminal.pump(PAUSE_SECONDS + chance.random())
            yield _press(terminal, key, is_answered)


def _press(terminal: Terminal, key: str, is_answered: Answered) -> Answer:
    """Press a key; its answer is in full when the line has nothing more to say after it."""
    before, pressed = Look.at(terminal), terminal.now()
    terminal.press(key)
    terminal.wait_until(
        lambda seen: seen.chunks[-1].at > pressed and is_answered(before, Look.at(seen)), what=f"the answer to {key}"
    )
    read_at = terminal.chunks[-1].at
    terminal.wait_until(lambda seen: seen.now() - seen.chunks[-1].at > BUSY_GAP, what="a quiet line")
    full_at = terminal.chunks[-1].at
    return Answer(key, (read_at - pressed) * 1000, (full_at - pressed) * 1000)
