"""Rows are cropped with a sign, parts at the right edge stay, and only cells that look different count as changed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from footui.widgets.role import Role
from footui.widgets.rows import Line, Row, Run, changed_span, crop, cut, fit, line, row_width, wrap

ROWS = st.lists(
    st.builds(Run, st.text("ab █▒─…足e\u0301", max_size=8), st.sampled_from(Role), st.booleans()), max_size=4
).map(tuple)
NARROW = st.lists(st.builds(Run, st.text("ab █▒─", max_size=8), st.sampled_from(Role)), max_size=4).map(tuple)


def text(row: Row) -> str:
    return "".join(run.text for run in row)


def test_what_is_cut_off_leaves_a_sign() -> None:
    assert text(crop((Run("Breakfast, lunch and dinner"),), 12, "…")) == "Breakfast,…"
    assert text(crop((Run("Toe "), Run("walking", Role.MUTED)), 6, "...")) == "Toe..."
    assert text(crop((Run("abc"),), 3, "…")) == "abc"
    assert text(crop((Run("abcd"),), 1, "…")) == "…"


@given(ROWS, st.integers(0, 30), st.sampled_from(["…", "...", ""]))
def test_a_cropped_row_is_never_wider_than_its_place(row: Row, width: int, ellipsis: str) -> None:
    assert row_width(crop(row, width, ellipsis)) <= width


@given(ROWS, ROWS, st.integers(0, 40))
def test_a_line_in_two_parts_never_is_either(left: Row, right: Row, width: int) -> None:
    assert row_width(fit(Line(left, right), width, "…")) <= width


def test_the_right_part_stands_at_the_edge_and_the_left_one_gives_way() -> None:
    assert text(fit(line("Four exercises", "9:12"), 24, "…")) == "Four exercises      9:12"
    assert text(fit(line("Breakfast, lunch and dinner", "9:12"), 24, "…")) == "Breakfast, lunch…   9:12"


def test_where_there_is_no_room_for_both_the_left_part_stays() -> None:
    assert text(fit(line("Four exercises", "8:42   ends 12:50"), 20, "…")) == "Four exercises"


def test_text_breaks_between_words() -> None:
    assert wrap("Grip the pencil with your toes, lift it", 16, 5, "…") == [
        "Grip the pencil",
        "with your toes,",
        "lift it",
    ]
    assert wrap("Grip the pencil with your toes", 16, 1, "…") == ["Grip the pencil…"]
    assert wrap("anticlockwise", 5, 3, "…") == ["antic", "lockw", "ise"]
    assert wrap("", 5, 3, "…") == []


@given(st.text("ab 足e\u0301", max_size=40), st.integers(0, 12), st.integers(0, 5))
def test_wrapped_text_never_leaves_its_place(words: str, width: int, height: int) -> None:
    lines = wrap(words, width, height, "…")
    assert len(lines) <= height
    assert all(cell_len(line) <= width for line in lines)


@given(st.text("abc ", max_size=60), st.integers(3, 12))
def test_wrapping_loses_no_word_where_there_is_room(words: str, width: int) -> None:
    assert "".join(wrap(words, width, 100, "…")).replace(" ", "") == words.replace(" ", "")


@given(NARROW, st.integers(0, 20), st.integers(0, 20))
def test_cutting_takes_exactly_these_cells(row: Row, start: int, length: int) -> None:
    assert text(cut(row, start, start + length)) == text(row)[start : start + length]


def cells(row: Row, width: int) -> list[Run | None]:
    shown = [None if letter == " " else run._replace(text=letter) for run in row for letter in run.text]
    return shown + [None] * (width - len(shown))


@given(NARROW, NARROW)
def test_nothing_outside_the_changed_span_looks_different(before: Row, after: Row) -> None:
    width = max(row_width(before), row_width(after))
    old, new = cells(before, width), cells(after, width)
    span = changed_span(before, after)
    if span is None:
        assert old == new
    else:
        assert old[: span[0]] == new[: span[0]]
        assert old[span[1] :] == new[span[1] :]
        assert old[span[0]] != new[span[0]]
        assert old[span[1] - 1] != new[span[1] - 1]


def test_a_blank_in_another_colour_is_no_change() -> None:
    assert changed_span((Run("a "),), (Run("a"), Run("   ", Role.WORK))) is None


def test_a_row_with_wide_characters_is_painted_whole() -> None:
    assert changed_span((Run("足 a"),), (Run("足 b"),)) == (0, 4)
