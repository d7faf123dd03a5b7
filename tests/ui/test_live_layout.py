"""At every size of terminal the live view has its parts, none over another and none beyond the edge."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footui.screens.live_layout import Parts, Place, live_places

PARTS = st.builds(Parts, st.booleans(), st.booleans())


def overlap(one: Place, other: Place) -> bool:
    """Whether two rectangles share a cell."""
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


@given(st.integers(1, 320), st.integers(1, 120), PARTS)
def test_nothing_overlaps_and_nothing_is_cut_off(width: int, height: int, parts: Parts) -> None:
    places = live_places(width, height, parts)
    for name, place in places.items():
        assert place.width > 0, name
        assert place.height > 0, name
        assert 0 <= place.x <= place.x + place.width <= width, name
        assert 0 <= place.y <= place.y + place.height <= height, name
    for (name, place), (other_name, other) in combinations(places.items(), 2):
        assert not overlap(place, other), f"{name} and {other_name}"


@given(st.integers(60, 320), st.integers(20, 120))
def test_from_60_by_20_on_all_that_a_person_looks_for_is_there(width: int, height: int) -> None:
    places = live_places(width, height, Parts())
    for name in ("word", "number", "bar", "strip", "title", "then", "after", "footer", "message", "post_left", "clock"):
        assert name in places
    assert places["number"].height >= 5
    assert places["word"].height >= 3


@given(st.integers(1, 320), st.integers(1, 120))
def test_word_number_and_side_are_there_at_any_size(width: int, height: int) -> None:
    places = live_places(width, height, Parts())
    assert "plain" in places or {"word", "number"} <= places.keys()


@pytest.mark.parametrize(("size", "stage_rows"), [((80, 24), 10), ((60, 20), 6), ((120, 40), 24)])
def test_the_stage_has_the_rows_that_are_drawn(size: tuple[int, int], stage_rows: int) -> None:
    assert live_places(*size, Parts())["post_left"].height == stage_rows


def test_from_36_rows_the_digits_have_ten_rows_and_the_words_five() -> None:
    places = live_places(120, 40, Parts())
    assert (places["number"].height, places["word"].height) == (10, 5)


def test_above_160_columns_the_picture_is_centred() -> None:
    places = live_places(200, 60, Parts())
    assert (places["bar"].x, places["bar"].width) == (21, 158)
