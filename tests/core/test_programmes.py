"""The shipped routines, second by second: their work and their lengths, whatever else changes.

The routines are read from their files, as it is these that must say the right thing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest

from footui.core.dose import Level, Range, Side
from footui.core.routine import Routine
from footui.core.timeline import Timeline, compile_timeline
from footui.storage.catalogue import load_catalogue
from footui.storage.folders import Folders, shipped_routines
from footui.storage.library import Library

NOWHERE = Folders(Path("/nowhere"), Path("/nowhere"), Path("/nowhere"))
LIBRARY = Library.of(NOWHERE, load_catalogue(NOWHERE))


def routine(slug: str) -> Routine:
    found = LIBRARY.find(slug)
    assert found.routine is not None, found.problems
    return found.routine


def timed_work(timeline: Timeline) -> dict[int, float]:
    """The seconds of work of each step that has a clock, by the step's place in the file, from 1."""
    work: dict[int, float] = defaultdict(float)
    for phase in timeline.phases:
        if phase.is_work and phase.seconds is not None:
            work[phase.step] += phase.seconds
    return dict(work)


def work_by_step(timeline: Timeline) -> list[float]:
    """The seconds of hold and move of each step that the session holds, in order."""
    work = timed_work(timeline)
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


@pytest.mark.parametrize(("slug", "low", "high"), [
    ("home-feet-and-ankles", [0, 0, 30, 0, 0, 0, 120, 0, 60], [0, 0, 100, 0, 0, 0, 120, 0, 60]),
    ("heavy-heel-raise-1", [576], [576]), ("heavy-heel-raise-2", [640], [640]), ("heavy-heel-raise-3", [640], [640]),
    ("sole-stretch", [200], [200]), ("heel-drops", [0, 0], [0, 0]), ("achilles-1", [0] * 4, [0] * 4),
    ("achilles-2", [0] * 5, [0] * 5), ("steady-on-your-feet", [400, 0, 0], [600, 0, 0]),
    ("after-a-sprain", [0, 0, 360], [0, 0, 360]),
])  # fmt: skip
def test_every_session_of_a_day_holds_the_timed_work_of_its_source(
    slug: str, low: list[float], high: list[float]
) -> None:
    shipped = routine(slug)
    for level, work in ((Level.LOW, low), (Level.HIGH, high)):
        for session in range(1, shipped.sessions_per_day(level) + 1):
            timeline = compile_timeline(shipped, session, level)
            assert timed_work(timeline) == {step: seconds for step, seconds in enumerate(work, 1) if seconds}
            assert timeline.work_seconds == sum(work)
            assert timeline.open_ended == (0 in work)


@pytest.mark.parametrize(("slug", "low", "high"), [
    ("home-feet-and-ankles", [20, 20, 60, 60, 30, 80], [20, 20, 60, 60, 30, 80]), ("heel-drops", [90, 90], [90, 90]),
    ("achilles-1", [30, 60, 60, 30], [45, 60, 60, 30]), ("achilles-2", [45, 90, 90, 45, 60], [45, 90, 90, 45, 60]),
    ("steady-on-your-feet", [20, 20], [20, 20]), ("after-a-sprain", [60, 30], [60, 30]),
])  # fmt: skip
def test_what_is_done_at_your_own_pace_is_as_often_as_its_source_says(
    slug: str, low: list[int], high: list[int]
) -> None:
    for level, repetitions in ((Level.LOW, low), (Level.HIGH, high)):
        timeline = compile_timeline(routine(slug), 1, level)
        done: dict[int, int] = defaultdict(int)
        for phase in timeline.phases:
            if phase.is_work and phase.seconds is None:
                done[phase.step] += phase.reps
        assert [done[step] for step in sorted(done)] == repetitions


@pytest.mark.parametrize(("slug", "sessions"), [
    ("sole-stretch", 3), ("heel-drops", 2), ("home-feet-and-ankles", 1), ("achilles-1", 1), ("after-a-sprain", 1),
])  # fmt: skip
def test_the_sessions_of_a_day_are_as_many_as_the_source_says(slug: str, sessions: int) -> None:
    assert {routine(slug).sessions_per_day(level) for level in (None, *Level)} == {sessions}


def test_the_days_beyond_the_five_articles_are_as_published_or_marked_as_ours() -> None:
    assert routine("home-feet-and-ankles").weekdays == ("mon", "wed", "fri")
    assert {routine(f"heavy-heel-raise-{phase}").every_days for phase in (1, 2, 3)} == {Range(2, 2)}
    assert routine("after-a-sprain").every_days == Range(1, 2)
    assert {routine(slug).every_days for slug in ("sole-stretch", "heel-drops", "achilles-1", "achilles-2")} == {
        Range(1, 1)
    }
    assert routine("sole-stretch").slots == ("before the first step", "midday", "evening")


@pytest.mark.parametrize(("slug", "work"), [
    ("home-feet-and-ankles", "3:30 at level low and 4:40 at level high"), ("heavy-heel-raise-1", "9:36 of work"),
    ("heavy-heel-raise-2", "10:40 of work"), ("heavy-heel-raise-3", "10:40 of work"), ("sole-stretch", "3:20 of work"),
    ("steady-on-your-feet", "6:40 at level low and 10:00 at level high"), ("after-a-sprain", "6:00 of work"),
])  # fmt: skip
def test_the_work_that_the_head_of_a_file_states_is_what_it_comes_to(slug: str, work: str) -> None:
    head = (shipped_routines() / f"{slug}.toml").read_text(encoding="utf-8").partition("\nformat = ")[0]
    assert work in head
    stated = [60 * int(minutes) + int(seconds) for minutes, seconds in re.findall(r"(\d+):(\d\d)", work)]
    levels = (Level.LOW, Level.HIGH)[: len(stated)]
    assert [compile_timeline(routine(slug), 1, level).work_seconds for level in levels] == stated


def test_the_stand_on_one_leg_after_a_sprain_is_three_on_one_leg_and_then_three_on_the_other() -> None:
    timeline = compile_timeline(routine("after-a-sprain"))
    held = [phase.side for phase in timeline.phases if phase.is_work and phase.seconds == 60]
    assert held == [Side.LEFT] * 3 + [Side.RIGHT] * 3
