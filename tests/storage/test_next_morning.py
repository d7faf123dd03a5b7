"""The next morning is asked about once, of the last session of an earlier day, and kept with that session."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from footui.core.record import Pain
from footui.storage.history import History
from footui.storage.next_morning import Morning, keep_morning, leave_morning, morning_after
from tests.fakes import MORNING
from tests.storage.session_records import session


@pytest.fixture
def history(tmp_path: Path) -> History:
    return History(tmp_path / "history.db")


def morning(history: History) -> Morning | None:
    return morning_after(history, history.answers(), MORNING)


def has_done(history: History, name: str, *, days: int) -> None:
    history.save(session(name, (MORNING - timedelta(days=days)).isoformat()))


def test_nothing_is_asked_without_a_session_of_an_earlier_day(history: History) -> None:
    assert morning(history) is None
    has_done(history, "today", days=0)
    assert morning(history) is None


@pytest.mark.parametrize(("days", "yesterday"), [(1, True), (2, False), (7, False)])
def test_the_last_earlier_session_is_the_one(history: History, days: int, *, yesterday: bool) -> None:
    has_done(history, "long ago", days=days + 1)
    has_done(history, "last", days=days)
    has_done(history, "today", days=0)
    assert (asked := morning(history)) is not None
    assert (asked.session["id"], asked.was_yesterday, asked.is_due) == ("last", yesterday, True)


def test_after_more_than_a_week_nobody_remembers(history: History) -> None:
    has_done(history, "last", days=8)
    assert morning(history) is None


def test_a_number_is_kept_with_the_session_and_not_asked_again(history: History) -> None:
    has_done(history, "last", days=1)
    keep_morning(history, "last", 4, MORNING)
    assert (asked := morning(history)) is not None
    assert asked.pain == Pain(next_morning=4)
    assert not asked.is_due
    assert (kept := history.session("last")) is not None
    assert kept["pain"] == {"before": None, "worst": None, "after": None, "next_morning": 4}
    assert kept["changed"] > kept["ended"]


def test_left_unanswered_it_is_not_asked_again_about_this_session_but_about_the_next(history: History) -> None:
    has_done(history, "one", days=2)
    leave_morning(history, "one")
    assert (asked := morning(history)) is not None
    assert not asked.is_due
    has_done(history, "two", days=1)
    assert (asked := morning(history)) is not None
    assert asked.is_due


def test_what_is_no_number_in_the_file_counts_as_not_said(history: History) -> None:
    odd = {"before": "two", "worst": True, "after": 3}
    history.save(session("last", (MORNING - timedelta(days=1)).isoformat(), pain=odd))
    assert (asked := morning(history)) is not None
    assert asked.pain == Pain(after=3)
