"""What is asked before one begins, and whether the pain has settled by the next morning."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footui.core.care import QUESTIONS, CareAnswers
from footui.core.morning import has_settled
from footui.core.record import Pain
from footui.core.settings import CareSettings

CARE = CareSettings()
NUMBERS = st.none() | st.integers(0, 10)


@given(ticked=st.frozensets(st.sampled_from([name for name, _ in QUESTIONS])))
def test_answers_come_back_as_they_were_given_and_a_tick_twice_is_none(ticked: frozenset[str]) -> None:
    answers = CareAnswers(ticked)
    assert CareAnswers.of(answers.plain()) == answers
    for name, _ in QUESTIONS:
        assert (name in answers.turned(name).ticked) is not (name in ticked)
        assert answers.turned(name).turned(name) == answers


@pytest.mark.parametrize("odd", [None, [], "yes", 1])
def test_what_is_no_answer_counts_as_not_answered(odd: object) -> None:
    assert CareAnswers.of(odd) is None


def test_answers_that_a_later_version_adds_do_no_harm() -> None:
    assert CareAnswers.of({"unsteady": True, "new": True, "strong_pain": "x"}) == CareAnswers(frozenset({"unsteady"}))


@pytest.mark.parametrize(
    ("before", "after", "morning", "settled"),
    [
        (2, 4, 2, True),
        (2, 4, 3, False),
        (2, None, 0, True),
        (5, 6, 5, True),
        (None, 2, 2, True),
        (None, 2, 3, False),
        (None, 5, 4, False),
        (None, 5, 2, True),
        (None, None, 2, True),
        (None, None, 3, False),
    ],
)
def test_pain_has_settled_where_it_is_no_more_than_before(
    before: int | None, after: int | None, morning: int, *, settled: bool
) -> None:
    assert has_settled(Pain(before=before, after=after, next_morning=morning), CARE) is settled


@given(before=NUMBERS, worst=NUMBERS, after=NUMBERS, morning=st.integers(0, 9))
def test_more_pain_in_the_morning_never_looks_better(
    before: int | None, worst: int | None, after: int | None, morning: int
) -> None:
    less, more = (Pain(before, worst, after, number) for number in (morning, morning + 1))
    assert has_settled(less, CARE) or not has_settled(more, CARE)
    assert has_settled(Pain(before, worst, after), CARE), "what was not said suggests nothing"
