"""Doses as people type them: numbers, ranges, tempos, words, and the way back from what a file has."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footui.core.dose import Range
from footui.core.typed_dose import (
    TypedField,
    Typing,
    read_number,
    read_range,
    read_tempo,
    read_words,
    shown_value,
    told_range,
    typed_value,
)

numbers = st.integers(0, 10**9) | st.decimals(0, 10**6, places=4).map(float).filter(lambda value: value % 1 != 0)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("20", 20),
        (" 20 ", 20),
        ("2.5", 2.5),
        ("2,5", 2.5),
        (".5", 0.5),
        ("20.0", 20),
        ("2.", 2),
        ("10-20", [10, 20]),
        ("10–20", [10, 20]),
        ("10 - 20", [10, 20]),
        ("10 — 20", [10, 20]),
        ("10 to 20", [10, 20]),
        ("2,5-3,5", [2.5, 3.5]),
        ("20-10", [20, 10]),
        ("10-10", 10),
        ("-5", -5),
    ],
)
def test_a_number_or_a_range_is_read_as_people_write_it(typed: str, value: object) -> None:
    assert read_range(typed) == value
    assert type(read_range(typed)) is type(value)


@pytest.mark.parametrize(
    "typed", ["", "a few", "10-", "10-20-30", "1e5", "nan", "inf", "٣", "1 2", "0x10", "--5", "9" * 40]
)
def test_what_is_no_number_stays_the_text_that_was_typed(typed: str) -> None:
    assert read_range(typed) == typed
    assert read_number(typed) == typed


@pytest.mark.parametrize("typed", ["3-2-3", "3 2 3", "3/2/3", "3 - 2 - 3", "3, 2, 3", "3,2,3", "3–2–3"])
def test_a_tempo_is_three_numbers_with_anything_usual_between(typed: str) -> None:
    assert read_tempo(typed) == [3, 2, 3]


def test_a_tempo_of_another_length_is_read_as_it_is_for_the_check_to_name() -> None:
    assert read_tempo("3-2") == [3, 2]
    assert read_tempo("2,5 0 2,5") == [2.5, 0, 2.5]
    assert read_tempo("3") == 3
    assert read_tempo("up and down") == "up and down"


def test_words_stand_between_commas() -> None:
    assert read_words("clockwise,  anticlockwise ,") == ["clockwise", "anticlockwise"]
    assert shown_value(["clockwise", "anticlockwise"]) == "clockwise, anticlockwise"


def test_an_empty_field_is_no_value() -> None:
    assert [typed_value(typing, "  ") for typing in Typing] == [None] * len(Typing)


@given(numbers, numbers)
def test_what_is_shown_of_a_range_is_read_as_the_same(one: float, other: float) -> None:
    low, high = sorted((one, other))
    value = low if low == high else [low, high]
    assert read_range(shown_value(value)) == value


@given(st.lists(numbers, min_size=3, max_size=3))
def test_what_is_shown_of_a_tempo_is_read_as_the_same(parts: list[float]) -> None:
    assert read_tempo(shown_value(parts)) == parts


@given(st.floats(min_value=0, max_value=3600, allow_nan=False))
def test_every_number_is_shown_with_all_its_decimals_and_without_an_exponent(value: float) -> None:
    shown = shown_value(value)
    assert "e" not in shown
    assert float(shown) == value


@given(st.text(max_size=60))
def test_whatever_is_typed_is_a_number_a_list_or_the_text(text: str) -> None:
    for typing in Typing:
        value = typed_value(typing, text)
        assert value is None or isinstance(value, (int, float, list, str))


def test_a_range_tells_what_each_level_takes() -> None:
    assert told_range(Range(10, 20), " s", counted=False) == "a range: low 10 s, middle 15 s, high 20 s"
    assert told_range(Range(2, 3), "", counted=True) == "a range: low 2, middle 3, high 3"
    assert told_range(Range.of(5), "", counted=True) == ""


def test_the_arrows_change_a_number_by_one_and_a_range_as_a_whole() -> None:
    field = TypedField("reps", Typing.RANGE, absent="1")
    assert field.turned("5", 1) == "6"
    assert field.turned("5-10", 1) == "6-11"
    assert field.turned("", 1) == "2"
    assert field.turned("0", -1) == "0"
    assert field.turned("some", 1) == "some"


def test_the_arrows_turn_a_choice_round() -> None:
    field = TypedField("level", Typing.CHOICE, choices=("", "low", "high"), names=("as it is", "low", "high"))
    assert [field.turned("", 1), field.turned("high", 1), field.turned("", -1)] == ["low", "", "high"]
    assert field.shown("") == "as it is"
