"""At every size of terminal the live view has its parts, none over another and none beyond the edge."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footui.screens.live_layout import FULL_SIZE, MIDDLE_SIZE, Parts, Place, live_places
from footui.screens.live_stage import Sizes, beside, stacked

PARTS = st.builds(Parts, *[st.booleans()] * len(Parts._fields))
WIDTHS, HEIGHTS = st.integers(1, 320), st.integers(1, 120)
SIZES = [(40, 10), (60, 20), (80, 24), (120, 40), (200, 60), (300, 100)]


def overlap(one: Place, other: Place) -> bool:
    """Whether two rectangles share a cell."""
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


@given(WIDTHS, HEIGHTS, PARTS)
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


@given(st.integers(40, 320), st.integers(12, 19))
def test_from_12_rows_the_number_has_three_rows_and_what_comes_next_is_there(width: int, height: int) -> None:
    places = live_places(width, height, Parts())
    assert (places["word"].height, places["number"].height) == (1, 3)
    assert {"then", "after", "title", "bar", "strip", "text", "message", "footer"} <= places.keys()


@given(WIDTHS, HEIGHTS, PARTS)
def test_word_number_and_side_are_there_at_any_size(width: int, height: int, parts: Parts) -> None:
    places = live_places(width, height, parts)
    assert "plain" in places or ({"word", "number"} <= places.keys() and {"title", "pain"} & places.keys())


@given(st.integers(20, 320), st.integers(4, 120), PARTS)
def test_the_bar_and_what_is_to_come_stand_at_every_size_but_the_smallest(
    width: int, height: int, parts: Parts
) -> None:
    places = live_places(width, height, parts)
    if not (parts.pain or parts.asking):
        assert {"bar", "sets"} & places.keys()
    if not (parts.pain or parts.asking or parts.reading or parts.zen):
        assert "then" in places


@given(st.integers(40, 320), st.integers(10, 120), PARTS)
def test_from_40_by_10_a_question_has_a_place_for_all_its_words(width: int, height: int, parts: Parts) -> None:
    places = live_places(width, height, parts)
    if parts.pain:
        assert places["pain"].height >= (5 if parts.slow else 7)
        assert "footer" in places
    elif parts.asking:
        assert places["question"].height >= 4
    elif parts.reading:
        assert places["reading"].height >= 4
        assert "plain" in places or {"word", "number"} <= places.keys()
        assert {"bar", "sets"} & places.keys()
    if not (parts.pain or parts.asking):
        assert "message" in places


@given(st.integers(40, 320), st.integers(10, 120))
def test_in_zen_there_is_nothing_but_word_number_bar_side_and_messages(width: int, height: int) -> None:
    zen, usual = live_places(width, height, Parts(zen=True)), live_places(width, height, Parts())
    few = {"word", "number", "number_note", "bar", "title", "post_left", "post_right", "message", "plain"}
    assert zen.keys() <= few
    if "number" in usual:
        assert zen["number"].height >= usual["number"].height


@given(st.integers(40, 320), st.integers(12, 120), PARTS)
def test_small_numbers_are_small_at_every_size(width: int, height: int, parts: Parts) -> None:
    places = live_places(width, height, parts._replace(small=True))
    if "number" in places:
        assert (places["word"].height, places["number"].height) == (1, 3)


@given(WIDTHS, HEIGHTS, WIDTHS, HEIGHTS)
def test_a_larger_stage_can_be_read_from_no_less_far(width: int, height: int, more: int, higher: int) -> None:
    def scale(sizes: Sizes) -> int:
        return min(sizes.rows // 5, sizes.word_rows // 5 + 1)

    for sizes in (stacked, beside):
        assert scale(sizes(width, height)) <= scale(sizes(width + more, height + higher))


@pytest.mark.parametrize(
    ("size", "digits", "word"),
    [((60, 20), 5, 3), ((80, 24), 5, 3), ((120, 40), 15, 5), ((200, 60), 30, 10), ((300, 100), 30, 15)],
)
def test_word_and_number_grow_with_the_screen(size: tuple[int, int], digits: int, word: int) -> None:
    places = live_places(*size, Parts())
    assert (places["number"].height, places["word"].height) == (digits, word)
    assert places["number"].width == 14 * (digits // 5)


@pytest.mark.parametrize(("size", "stage_rows"), [((80, 24), 10), ((60, 20), 6), ((120, 40), 24)])
def test_the_stage_has_the_rows_that_are_drawn(size: tuple[int, int], stage_rows: int) -> None:
    assert live_places(*size, Parts())["post_left"].height == stage_rows


@pytest.mark.parametrize(
    ("size", "figure"),
    [((60, 20), None), ((80, 24), (30, 10)), ((120, 40), (48, 16)), ((200, 60), (48, 16)), ((300, 100), (48, 16))],
)
def test_a_figure_has_the_place_that_is_drawn(size: tuple[int, int], figure: tuple[int, int] | None) -> None:
    place = live_places(*size, Parts(figure=True)).get("figure")
    assert figure == (place and (place.width, place.height))
    assert "figure" not in live_places(*size, Parts())


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("parts", [Parts(), Parts(pain=True), Parts(reading=True), Parts(asking=True)])
def test_a_slow_link_has_a_short_bar(size: tuple[int, int], parts: Parts) -> None:
    places = live_places(*size, parts._replace(slow=True))
    assert "bar" not in places or places["bar"].width * places["bar"].height <= 24


@given(WIDTHS, HEIGHTS)
def test_the_sizes_follow_each_other_without_a_gap(width: int, height: int) -> None:
    places = live_places(width, height, Parts())
    if width >= FULL_SIZE[0] and height >= FULL_SIZE[1]:
        assert "after" in places
    elif width >= MIDDLE_SIZE[0] and height >= MIDDLE_SIZE[1]:
        assert "number" in places
    else:
        assert "plain" in places


def test_above_160_columns_the_picture_is_centred() -> None:
    places = live_places(200, 60, Parts())
    assert (places["bar"].x, places["bar"].width) == (21, 158)
