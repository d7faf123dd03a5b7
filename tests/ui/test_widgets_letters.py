"""The large words and numbers are those of the drawings, and always fit their place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footui.widgets.digits import BLOCKS as DIGITS
from footui.widgets.digits import STROKES as DIGIT_STROKES
from footui.widgets.digits import block_number, number_rows, number_text, stroke_number
from footui.widgets.glyphs import ASCII, FULL, Glyphs
from footui.widgets.letters import BLOCKS, STROKES, block_word, stroke_word, word_rows
from footui.widgets.role import Fill

WORDS = [
    "READY",
    "NEXT",
    "HOLD",
    "MOVE",
    "UP",
    "DOWN",
    "GO",
    "RELEASE",
    "CHANGE",
    "REST",
    "PAUSED",
    "DONE",
    "PAIN",
    "PAIN?",
]


@pytest.mark.parametrize("word", WORDS)
def test_every_word_of_the_phases_has_large_letters_in_both_sizes(word: str) -> None:
    strokes, blocks = stroke_word(word), block_word(word)
    assert len(strokes) == 3
    assert len(blocks) == 5
    assert max(map(len, strokes)) <= 28
    assert max(map(len, blocks)) <= 56
    assert word_rows(word, 28, 3) == strokes
    assert word_rows(word, 56, 5) == blocks


def test_the_words_are_drawn_as_on_paper() -> None:
    assert stroke_word("HOLD") == ["╻ ╻ ┏━┓ ╻   ╺┳┓", "┣━┫ ┃ ┃ ┃    ┃┃", "╹ ╹ ┗━┛ ┗━╸ ╺┻┛"]
    assert stroke_word("REST") == ["┏━┓ ┏━╸ ┏━┓ ╺┳╸", "┣┳┛ ┣╸  ┗━┓  ┃", "╹┗╸ ┗━╸ ┗━┛  ╹"]
    assert stroke_word("PAIN?") == ["┏━┓ ┏━┓ ╻ ┏┓╻ ┏━┓", "┣━┛ ┣━┫ ┃ ┃┗┫  ┏┛", "╹   ╹ ╹ ╹ ╹ ╹  ╹"]
    assert block_word("HOLD") == [
        "██  ██  ██████  ██      ████",
        "██  ██  ██  ██  ██      ██  ██",
        "██████  ██  ██  ██      ██  ██",
        "██  ██  ██  ██  ██      ██  ██",
        "██  ██  ██████  ██████  ████",
    ]


def test_letters_of_one_height_have_straight_sides() -> None:
    for shapes in (STROKES, BLOCKS, DIGITS, DIGIT_STROKES):
        for letter, rows in shapes.items():
            assert len(set(map(len, rows))) == 1, letter


def test_no_two_letters_and_no_two_digits_look_alike() -> None:
    for shapes in (STROKES, BLOCKS, DIGITS, DIGIT_STROKES):
        assert len(set(shapes.values())) == len(shapes)


def test_a_word_gets_smaller_where_the_place_is_small() -> None:
    assert len(word_rows("RELEASE", 54, 6)) == 5
    assert len(word_rows("RELEASE", 53, 6)) == 3
    assert word_rows("RELEASE", 26, 6) == ["RELEASE"]
    assert word_rows("hold", 80, 2) == ["HOLD"]


def test_a_word_without_large_letters_is_shown_plainly() -> None:
    assert word_rows("JUZ", 80, 5) == ["JUZ"]
    assert set(word_rows("", 80, 5)) == {""}


def test_in_ascii_words_are_spaced_capitals() -> None:
    assert word_rows("HOLD", 28, 3, ASCII) == ["H O L D"]
    assert word_rows("HOLD", 5, 3, ASCII) == ["HOLD"]


def test_digits_have_strokes_two_cells_wide() -> None:
    assert block_number("2", "█") == ["██████", "    ██", "██████", "██    ", "██████"]
    assert block_number("10", "#")[0] == "    ##  ######"
    assert block_number("7", "█", 2)[:3] == ["█" * 12, "█" * 12, " " * 8 + "████"]
    assert len(block_number("7", "█", 2)) == 10


def test_a_digit_stands_in_the_same_cells_whatever_stands_before_it() -> None:
    one, two = number_rows(7, 14, 5), number_rows(17, 14, 5)
    assert [row[8:] for row in one] == [row[8:] for row in two]
    assert all(row[:8].isspace() for row in one)


def test_waiting_numbers_are_shaded_and_ascii_ones_keep_their_shape() -> None:
    solid = number_rows(38, 14, 5)
    shaded = number_rows(38, 14, 5, fill=Fill.SHADED)
    plain = number_rows(38, 14, 5, fill=Fill.SHADED, glyphs=ASCII)
    assert [row.replace("█", "▒") for row in solid] == shaded
    assert [row.replace("▒", ":") for row in shaded] == plain


def test_more_than_99_seconds_are_minutes_in_three_rows_at_the_same_place() -> None:
    assert number_text(100, seconds=True) == "1:40"
    assert number_text(99, seconds=True) == "99"
    assert number_rows(95, 14, 5)[0].strip() != ""
    rows = number_rows(125, 14, 5)
    assert [row.strip() for row in rows[:2]] == ["", ""]
    assert [row.strip() for row in rows[2:]] == [row.strip() for row in stroke_number("2:05")]
    assert all(len(row.strip()) <= 14 for row in number_rows(3600, 14, 5))
    assert len(number_rows(3600, 14, 5)[4].strip()) > 5


def test_digits_and_letters_grow_by_whole_multiples() -> None:
    for scale in (1, 2, 3, 6):
        digits, word = block_number("42", "█", scale), block_word("HOLD", scale=scale)
        assert (len(digits), len(digits[0])) == (5 * scale, 14 * scale)
        assert (len(word), max(map(len, word))) == (5 * scale, 30 * scale)
        assert number_rows(42, 14 * scale, 5 * scale) == digits
        assert word_rows("HOLD", 30 * scale, 5 * scale) == word
        assert [row[:: 2 * scale] for row in digits[::scale]] == [row[::2] for row in block_number("42", "█")]


@given(st.sampled_from(WORDS), st.integers(1, 160), st.integers(1, 40))
def test_no_larger_letters_would_fit(word: str, width: int, height: int) -> None:
    rows = word_rows(word, width, height)
    larger = block_word(word, scale=len(rows) // 5 + 1)
    assert len(larger) > height or max(map(len, larger)) > width


def test_minutes_have_large_digits_where_they_fit() -> None:
    assert number_rows(125, 28, 10)[5:] == [row.rjust(28) for row in block_number("2:05", "█")]
    assert number_rows(125, 28, 10)[4].isspace()


def test_many_repetitions_are_no_minutes() -> None:
    assert number_text(120, seconds=False) == "120"
    assert number_rows(120, 14, 5, seconds=False)[4].strip() == stroke_number("120")[2].strip()


def test_in_one_row_a_number_is_plain() -> None:
    assert number_rows(7, 4, 1) == ["   7"]
    assert number_rows(125, 4, 2) == ["    ", "2:05"]


@given(
    st.integers(0, 3600), st.integers(0, 40), st.integers(0, 14), st.sampled_from(Fill), st.sampled_from([FULL, ASCII])
)
def test_a_number_never_leaves_its_place(value: int, width: int, height: int, fill: Fill, glyphs: Glyphs) -> None:
    rows = number_rows(value, width, height, fill=fill, glyphs=glyphs)
    assert len(rows) <= height
    assert all(len(row) <= width for row in rows)


@given(st.sampled_from(WORDS), st.integers(1, 60), st.integers(1, 6))
def test_a_large_word_never_leaves_its_place(word: str, width: int, height: int) -> None:
    rows = word_rows(word, width, height)
    assert len(rows) <= height
    assert len(rows) == 1 or max(map(len, rows)) <= width
