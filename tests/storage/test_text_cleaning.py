"""No text from a file can act upon the terminal or cover its neighbours."""

from __future__ import annotations

from itertools import groupby
from unicodedata import category

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from footui.storage.text_cleaning import LONGEST_LINE, MOST_MARKS, clean_line

ANYTHING = st.text(
    st.characters(exclude_categories=())
    | st.sampled_from("ae\t\r\n\x00\x1b\x85\x9b\u200d\ufe0f\u0301\u0489\u202e\u2028\ue000\U0001f468\U0001f3fd")
)


@pytest.mark.parametrize(
    "text", ["", "Toe presses", "3 × 10 – “each” foot’s", "Füße", "足の体操", "नमस्ते", "👨‍👩‍👧 ❤️ 👍🏽", "tiếng Việt"]
)
def test_words_of_any_language_and_emoji_stay_as_they_are(text: str) -> None:
    assert clean_line(text) == text


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("two\twords", "two words"),
        ("two\nlines", "two lines"),
        ("two\r\nlines", "two lines"),
        ("\x1b[2Jgone", "\ufffd[2Jgone"),
        ("C1 \x9b31m", "C1 \ufffd31m"),
        ("\x07\x00\x7f", "\ufffd" * 3),
        ("abc\u202edef\u2066", "abcdef"),
        ("soft\u00adhyphen", "softhyphen"),
        ("line\u2028and\u2029paragraph", "lineandparagraph"),
        ("\ud800half", "half"),
        ("\ue000private\U000e0041tag\uffff", "privatetag"),
    ],
)
def test_what_a_terminal_might_act_upon_is_taken_out(text: str, cleaned: str) -> None:
    assert clean_line(text) == cleaned


def test_a_pile_of_marks_keeps_its_first_four() -> None:
    assert clean_line("a" + "\u0301" * 50 + "b") == "a" + "\u0301" * MOST_MARKS + "b"


def test_marks_up_to_four_stay_and_a_fifth_goes_wherever_the_pile_stands() -> None:
    marks = "\u0301" * MOST_MARKS
    assert clean_line(f"a{marks}") == f"a{marks}"
    assert clean_line(f"a{marks}\u0301") == f"a{marks}"
    assert clean_line(f"“a{marks}”") == f"“a{marks}”"


def test_joiners_and_what_is_dropped_do_not_part_a_pile_into_two() -> None:
    assert clean_line("a" + "\u0301\u0301\u0301\u200d\u0301\u202e" * 20) == "a\u0301\u0301\u0301\u200d"


def test_a_line_over_its_limit_is_cut_and_shows_it() -> None:
    assert clean_line("abcdef", limit=6) == "abcdef"
    assert clean_line("abcdefg", limit=6) == "abcde…"
    assert clean_line("ä" * 10_000) == "ä" * (LONGEST_LINE - 1) + "…"


@given(ANYTHING, st.integers(1, 30))
@example("\u0301" * 9, 5)
def test_a_cleaned_line_holds_nothing_harmful_and_keeps_to_its_limit(text: str, limit: int) -> None:
    cleaned = clean_line(text, limit)
    assert len(cleaned) <= limit
    kinds = {category(character) for character in cleaned if character not in "\u200d\ufe0f"}
    assert not kinds & {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
    runs = groupby(cleaned, key=lambda character: category(character)[0] == "M")
    assert all(len(list(run)) <= MOST_MARKS for is_mark, run in runs if is_mark)


@given(ANYTHING, st.integers(1, 30))
def test_cleaning_twice_is_cleaning_once(text: str, limit: int) -> None:
    cleaned = clean_line(text, limit)
    assert clean_line(cleaned, limit) == cleaned


@given(ANYTHING)
def test_what_was_printable_and_unpiled_is_kept_in_its_order(text: str) -> None:
    def letters(line: str) -> list[str]:
        return [character for character in line if category(character)[0] in "LNPS" and character != "\ufffd"]

    assert letters(clean_line(text)) == letters(text)
