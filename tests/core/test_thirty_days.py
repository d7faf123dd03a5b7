"""The five programmes, each followed for thirty days: the right sessions come up on the right days, and no others."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest

from footui.core.schedule import Follow, Pause, Plan, due_on
from footui.core.timeline import Timeline, compile_timeline
from tests.core.test_programmes import routine

FIRST = date(2026, 10, 20)
"""Thirty days from here hold the end of summer time, of a month, and five weekends."""

DAYS = [FIRST + timedelta(days=day) for day in range(30)]
EVERY_DAY = "d" * 30
EVERY_SECOND_DAY = "d." * 15


def followed(slug: str) -> Plan:
    return Plan.of(Follow(slug, FIRST), routine(slug))


@pytest.mark.parametrize(("slug", "days", "sessions"), [
    ("breakfast-lunch-dinner", EVERY_DAY, [("breakfast", 275), ("lunch", 130), ("dinner", 30)]),
    ("five-feet-exercises", EVERY_DAY, [(None, 320), (None, 270), (None, 30)]),
    ("four-exercises", EVERY_DAY, [(None, 340)]),
    ("ten-exercises", EVERY_DAY, [(None, 600)]),
    ("twenty-minutes", EVERY_SECOND_DAY, [(None, 340), (None, 30), (None, 30)]),
])  # fmt: skip
def test_who_does_all_that_is_due_does_the_programme(
    slug: str, days: str, sessions: list[tuple[str | None, float]]
) -> None:
    plan, done = followed(slug), Counter[date]()
    for number, (today, mark) in enumerate(zip(DAYS, days, strict=True)):
        came: list[Timeline] = []
        while (due := due_on(plan, done, today)).due:
            assert (due.late, due.done_today, due.session) == (False, len(came), len(came) + 1)
            came.append(compile_timeline(routine(slug), len(came) + 1))
            done[today] += 1
        assert [(each.slot, each.work_seconds) for each in came] == (sessions if mark == "d" else [])
        assert due.next_due == FIRST + timedelta(days=(days + days).index("d", number + 1))
    assert sum(done.values()) == days.count("d") * len(sessions)


@pytest.mark.parametrize(("slug", "days", "of_a_day"), [
    ("breakfast-lunch-dinner", "dLLLL" * 6, 3),
    ("five-feet-exercises", "dLLLL" * 6, 3),
    ("four-exercises", "dLLLL" * 6, 1),
    ("ten-exercises", "dLLLL" * 6, 1),
    ("twenty-minutes", "ddLLL" + ".ddLL" * 5, 3),
])  # fmt: skip
def test_who_does_one_session_every_fifth_day_is_asked_for_the_rest_of_it_and_for_nothing_more(
    slug: str, days: str, of_a_day: int
) -> None:
    plan, done = followed(slug), Counter[date]()
    for number, (today, mark) in enumerate(zip(DAYS, days, strict=True), start=1):
        due = due_on(plan, done, today)
        assert ("L" if due.late else "d" if due.due else ".") == mark
        assert due.session == (None if mark == "." else 1)
        if number % 5 == 0:
            done[today] += 1
            rest = due_on(plan, done, today)
            assert (rest.late, rest.session) == (False, 2 if of_a_day > 1 else None)


@pytest.mark.parametrize("slug", ["four-exercises", "twenty-minutes"])
def test_a_holiday_in_the_midst_moves_what_is_due_and_makes_nothing_late(slug: str) -> None:
    plan = followed(slug)
    follow = plan.follow._replace(pauses=(Pause(DAYS[9], DAYS[19]),))
    plan, done = plan._replace(follow=follow), Counter[date]()
    came = []
    for number, today in enumerate(DAYS):
        while (due := due_on(plan, done, today)).due:
            assert not due.late
            done[today] += 1
        came += [number] if done[today] else []
    step = int(plan.every_days.low)
    assert came == [*range(0, 9, step), *range(20, 30, step)]
