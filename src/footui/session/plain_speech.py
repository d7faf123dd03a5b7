"""Lengths, numbers and texts as they are spoken: no signs, no short forms, nothing said twice."""

from __future__ import annotations

import re
from collections.abc import Iterable

from footui.core.dose import Number, Side
from footui.core.notation import PLAIN, Notation
from footui.core.phase import SECOND, Phase
from footui.core.wording import foot

_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?…])\s+")
_WORD = re.compile(r"\w+")
_SAY_NOTHING = frozenset({"a", "the", "you", "your", "feel", "is", "are"})
_NEGATIONS = frozenset({"no", "not", "never", "nothing", "without"})

_MINUTES_FROM = 120
"""Seconds from which a length is said in minutes."""


def amount(count: Number, one: str, notation: Notation = PLAIN) -> str:
    """“1 repetition”, “5 repetitions”, “1.5 counts”."""
    return f"{notation.number(count)} {one if count == 1 else f'{one}s'}"


def spoken_length(span_ns: int) -> str:
    """A length in words, begun seconds counted in full: “6 minutes 44 seconds”."""
    minutes, seconds = divmod(-(-span_ns // SECOND), 60)
    hours, minutes = divmod(minutes, 60)
    parts = ((hours, "hour"), (minutes, "minute"), (seconds, "second"))
    return " ".join(amount(number, name) for number, name in parts if number) or "0 seconds"


def spoken_seconds(seconds: Number, notation: Notation = PLAIN) -> str:
    """The length of a phase as it is planned: “2.5 seconds”, “60 seconds”, “3 minutes”."""
    if seconds >= _MINUTES_FROM and seconds == int(seconds):
        return spoken_length(int(seconds) * SECOND)
    return amount(seconds, "second", notation)


def spoken_left(remaining_ns: int) -> str:
    """What is left, begun seconds counted in full: “15 seconds left”."""
    return f"{spoken_seconds(-(-remaining_ns // SECOND))} left"


def spoken_title(title: str) -> str:
    """A title as it is said: “Ankle circles, lying”."""
    return title.replace(" · ", ", ")


def closed(text: str) -> str:
    """A text that ends as a sentence does."""
    return text if text.endswith((".", "!", "?", "…", ":")) else f"{text}."


def capital(text: str) -> str:
    """A text at the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def one_foot(phase: Phase) -> list[str]:
    """“left foot” or “right foot”; nothing for both."""
    return [foot(phase.side)] if phase.side in (Side.LEFT, Side.RIGHT) and phase.side else []


def said_once(texts: Iterable[str]) -> str:
    """These texts as one, without the sentences that say nothing beyond one before them.

    “Hold on to something if you feel unsteady.” says nothing beyond “Hold on to something if unsteady.”.
    """
    kept: list[tuple[str, frozenset[str]]] = []
    for text in filter(None, texts):
        for sentence in _BETWEEN_SENTENCES.split(closed(text.strip())):
            words = frozenset(_WORD.findall(sentence.lower())) - _SAY_NOTHING
            if not any(words <= before and words & _NEGATIONS == before & _NEGATIONS for _, before in kept):
                kept.append((sentence, words))
    return " ".join(sentence for sentence, _ in kept)
