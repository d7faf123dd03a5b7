"""The five shipped programmes, second by second: their work and their lengths, whatever else changes.

The routines are read from their files, as it is these that must say the right thing.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from footui.core.dose import Level, Range
from footui.core.routine import Routine
from footui.core.timeline import Timeline, compile_timeline
from footui.storage.catalogue import load_catalogue
from footui.storage.folders import Folders
from footui.storage.library import Library

NOWHERE = Folders(Path("/nowhere"), Path("/nowhere"), Path("/nowhere"))
LIBRARY = Library.of(NOWHERE, load_catalogue(NOWHERE))


def routine(slug: str) -> Routine:
    found = LIBRARY.find(slug)
    assert found.routine is not None, found.problems
    return found.routine


def work_by_step(timeline: Timeline) -> list[float]:
    """The seconds of hold and move of each step that the session holds, in order."""
    work: dict[int, float] = defaultdict(float)
    for phase in timeline.phases:
        if phase.is_work and phase.seconds is not None:
            work[phase.step] += phase.seconds
    return [work[step] for step in sorted(work)]


@pytest.mark.parametrize(("slug", "session", "low", "high"), [
    ("five-feet-exercises", 1, [30, 100, 40, 50, 100], [30, 100, 40, 50, 100]),
    ("five-feet-exercises", 2, [30, 100, 40, 100], [30, 100, 40, 100]),
    ("five-feet-exercises", 3, [30], [30, 100]),
    ("breakfast-lunch-dinner", 1, [30, 100, 40, 5, 100], [30, 100, 40, 25, 100]),
    ("breakfast-lunch-dinner", 2, [30, 100], [30, 100]),
    ("breakfast-lunch-dinner", 3, [30], [30, 100]),
    ("four-exercises", 1, [100, 40, 100, 100], [100, 40, 100, 200]),
    ("ten-exercises", 1, [20, 30, 50, 40, 120, 120, 120, 40, 60], [20, 30, 100, 60, 120, 120, 120, 60, 90]),
    ("twenty-minutes", 1, [30, 40, 50, 120, 100], [30, 40, 100, 120, 100]),
    ("twenty-minutes", 2, [30], [30]),
    ("twenty-minutes", 3, [30], [30]),
])  # fmt: skip
def test_every_session_holds_the_work_that_its_article_asks_for(
    slug: str, session: int, low: list[float], high: list[float]
) -> None:
    for level, work in ((Level.LOW, low), (Level.HIGH, high)):
        timeline = compile_timeline(routine(slug), session, level)
        assert work_by_step(timeline) == work
        assert timeline.work_seconds == sum(work)
        assert not timeline.open_ended


@pytest.mark.parametrize(("slug", "session", "low", "high"), [
    ("five-feet-exercises", 1, 320, 320), ("five-feet-exercises", 2, 270, 270), ("five-feet-exercises", 3, 30, 130),
    ("breakfast-lunch-dinner", 1, 275, 295), ("breakfast-lunch-dinner", 2, 130, 130),
    ("breakfast-lunch-dinner", 3, 30, 130), ("four-exercises", 1, 340, 440), ("ten-exercises", 1, 600, 720),
    ("twenty-minutes", 1, 340, 390), ("twenty-minutes", 2, 30, 30), ("twenty-minutes", 3, 30, 30),
])  # fmt: skip
def test_the_work_of_a_session_adds_up_as_published(slug: str, session: int, low: float, high: float) -> None:
    assert compile_timeline(routine(slug), session, Level.LOW).work_seconds == low
    assert compile_timeline(routine(slug), session, Level.HIGH).work_seconds == high


@pytest.mark.parametrize(("slug", "sessions"), [
    ("five-feet-exercises", 3), ("breakfast-lunch-dinner", 3), ("four-exercises", 1), ("ten-exercises", 1),
    ("twenty-minutes", 3),
])  # fmt: skip
def test_the_sessions_of_a_day_are_as_many_at_every_level(slug: str, sessions: int) -> None:
    for level in (None, *Level):
        assert routine(slug).sessions_per_day(level) == sessions


@pytest.mark.parametrize(("slug", "session", "length"), [
    ("breakfast-lunch-dinner", 1, "6:44"), ("breakfast-lunch-dinner", 2, "3:04"), ("breakfast-lunch-dinner", 3, "0:53"),
    ("five-feet-exercises", 1, "7:47"), ("four-exercises", 1, "9:12"), ("ten-exercises", 1, "12:43"),
    ("twenty-minutes", 1, "8:42"), ("twenty-minutes", 2, "0:53"), ("twenty-minutes", 3, "0:53"),
])  # fmt: skip
def test_a_session_at_level_low_is_as_long_as_its_screens_say(slug: str, session: int, length: str) -> None:
    minutes, seconds = map(int, length.split(":"))
    assert compile_timeline(routine(slug), session).seconds == 60 * minutes + seconds


def test_the_days_and_the_names_of_the_sessions_are_as_published() -> None:
    assert routine("twenty-minutes").every_days == Range(2, 3)
    meals = routine("breakfast-lunch-dinner")
    assert meals.slots == ("breakfast", "lunch", "dinner")
    assert {routine(slug).level for slug in ("twenty-minutes", "ten-exercises", "four-exercises")} == {Level.LOW}


@pytest.mark.parametrize("slug", ["five-feet-exercises", "breakfast-lunch-dinner", "twenty-minutes"])
def test_the_toe_press_is_the_warm_up_and_comes_first(slug: str) -> None:
    assert routine(slug).steps[0].exercise == "toe-press"
