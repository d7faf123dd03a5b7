"""A line while it is typed: what gets in, where the cursor goes, and what of it is seen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, split_graphemes

from footui.storage.text_cleaning import clean_line
from footui.widgets.glyphs import ASCII, FULL, Glyphs
from footui.widgets.role import Role
from footui.widgets.rows import row_width
from footui.widgets.typed_text import MOST_TYPED, TypedText

KEYS = (
    "left", "right", "ctrl+left", "ctrl+right", "home", "end", "backspace", "delete", "ctrl+w", "ctrl+u",
)  # fmt: skip
LETTERS = st.sampled_from(["a", "Z", " ", "é", "e\u0301", "日", "👩\u200d💻", "\u0301", "ß", "…"])
STROKES = st.one_of(
    st.sampled_from(KEYS).map(lambda key: (key, None)),
    LETTERS.map(lambda letter: ("letter", letter)),
    st.text(max_size=12).map(lambda text: ("paste", text)),
)


def typed(strokes: list[tuple[str, str | None]]) -> TypedText:
    """What these keys and pastes make of nothing."""
    text = TypedText()
    for key, character in strokes:
        text = text.pasted(character or "") if key == "paste" else text.after(key, character) or text
    return text


def shown(text: TypedText, width: int, glyphs: Glyphs = FULL) -> str:
    """The row as text."""
    return "".join(run.text for run in text.runs(Role.TEXT, width, glyphs))


@given(st.lists(STROKES, max_size=40))
def test_whatever_is_typed_stays_one_clean_line_with_the_cursor_between_letters(
    strokes: list[tuple[str, str | None]],
) -> None:
    text = typed(strokes)
    assert 0 <= text.cursor <= len(text.text)
    assert clean_line(text.text) == text.text
    assert not set("\n\r\t\x1b\u202e") & set(text.text)


@given(st.lists(STROKES, max_size=40), st.integers(1, 60), st.sampled_from([FULL, ASCII]))
def test_a_row_shows_the_cursor_and_never_more_cells_than_it_has(
    strokes: list[tuple[str, str | None]], width: int, glyphs: Glyphs
) -> None:
    row = typed(strokes).runs(Role.TEXT, width, glyphs)
    assert row_width(row) <= width
    assert sum(run.text == glyphs.cursor and run.bold for run in row) == 1


@given(st.lists(STROKES, max_size=40))
def test_a_row_that_has_room_shows_all_of_it(strokes: list[tuple[str, str | None]]) -> None:
    text = typed(strokes)
    before, behind = text.text[: text.cursor], text.text[text.cursor :]
    assert shown(text, cell_len(before) + cell_len(behind) + 1) == f"{before}▏{behind}"


@given(st.lists(STROKES, max_size=40), st.integers(0, 70), st.integers(1, 60))
def test_a_click_puts_the_cursor_somewhere_in_the_text_and_changes_nothing(
    strokes: list[tuple[str, str | None]], cell: int, width: int
) -> None:
    text = typed(strokes)
    clicked = text.clicked(cell, width)
    assert clicked.text == text.text
    assert 0 <= clicked.cursor <= len(text.text)


@given(st.lists(LETTERS, max_size=12), LETTERS)
def test_backspace_takes_back_the_letter_typed_last(letters: list[str], letter: str) -> None:
    before = TypedText.of("".join(letters))
    after = before.after("letter", letter)
    assert after is not None
    starts_a_letter = len(split_graphemes(after.text)[0]) > len(split_graphemes(before.text)[0])
    if starts_a_letter:  # a mark joins the letter before it and goes with it
        assert after.after("backspace") == before


@given(st.lists(LETTERS, max_size=12))
def test_left_to_the_start_and_right_to_the_end_again(letters: list[str]) -> None:
    text = TypedText.of("".join(letters))
    steps = len(split_graphemes(text.text)[0])
    back = text
    for _ in range(steps):
        back = back.after("left") or back
    assert back.cursor == 0
    for _ in range(steps):
        back = back.after("right") or back
    assert back == text


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("backspace", "toe p▏esses"),
        ("delete", "toe pr▏sses"),
        ("left", "toe p▏resses"),
        ("right", "toe pre▏sses"),
        ("home", "▏toe presses"),
        ("end", "toe presses▏"),
        ("ctrl+left", "toe ▏presses"),
        ("ctrl+right", "toe presses▏"),
        ("ctrl+w", "toe ▏esses"),
        ("ctrl+u", "▏esses"),
    ],
)
def test_every_key_of_typing(key: str, text: str) -> None:
    after = TypedText("toe presses", 6).after(key)
    assert after is not None
    assert shown(after, 20) == text


def test_keys_that_are_no_typing_are_left_to_others() -> None:
    for key, character in (("enter", "\r"), ("escape", None), ("tab", "\t"), ("ctrl+s", "\x13"), ("f1", None)):
        assert TypedText("a", 1).after(key, character) is None


def test_a_paste_arrives_in_one_line_without_what_a_terminal_would_act_on() -> None:
    assert TypedText.of("Toe presses,\r\n\tten\nof them\x1b[31m\x07\u202e.").text == "Toe presses,  ten of them[31m."


def test_a_paste_without_end_is_cut() -> None:
    assert len(TypedText.of("a" * 1_000_000).text) == MOST_TYPED
    assert len(TypedText.of("\u0301" * 1_000_000).text) <= MOST_TYPED


def test_a_narrow_row_follows_the_cursor() -> None:
    text = TypedText.of("Grip the floor with your toes.")
    assert shown(text, 12) == "…your toes.▏"
    assert shown(text._replace(cursor=0), 12) == "▏Grip the f…"
    assert shown(text._replace(cursor=14), 12) == "…he floor▏ …"
    assert shown(text._replace(cursor=14), 5) == "oor▏ "
    assert shown(TypedText.of("日本語の足"), 8) == "…語の足▏"
    assert shown(TypedText.of("it’s"), 10, ASCII) == "it's_"
