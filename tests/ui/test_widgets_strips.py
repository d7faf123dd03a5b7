"""The strip of the session and the bars of the sets keep the proportions of the drawings at every width."""

from __future__ import annotations

from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footui.widgets.session_strip import SessionStrip, StripCell, group_widths, strip_cells
from footui.widgets.set_bars import SetBars, bar_widths
from tests.ui.widget_app import WidgetApp

BREAKFAST = [53, 150, 55, 15, 131]
"""Seconds of the steps of “Breakfast, lunch and dinner” at level low: 6:44."""

GLYPHS = {StripCell.DONE: "━", StripCell.NOW: "●", StripCell.TO_COME: "─", StripCell.GAP: " "}


def drawn(cells: list[StripCell]) -> str:
    return "".join(GLYPHS[cell] for cell in cells)


@pytest.mark.parametrize(
    ("width", "seconds", "row"),
    [
        (60, 37, "━━━━●── ───────────────────── ──────── ── ──────────────────"),
        (60, 147, "━━━━━━━ ━━━━━━━━━━━━━●─────── ──────── ── ──────────────────"),
        (44, 372, "━━━━━ ━━━━━━━━━━━━━━━━ ━━━━━ ━ ━━━━━━━━━●───"),
        (60, 0, "●────── ───────────────────── ──────── ── ──────────────────"),
        (60, 404, "━━━━━━━ ━━━━━━━━━━━━━━━━━━━━━ ━━━━━━━━ ━━ ━━━━━━━━━━━━━━━━━━"),
    ],
)
def test_the_strip_is_that_of_the_drawings(width: int, seconds: int, row: str) -> None:
    assert drawn(strip_cells(BREAKFAST, width, seconds)) == row


def test_the_widest_strip_has_the_groups_of_the_drawing() -> None:
    assert group_widths(BREAKFAST, 96) == [13, 35, 13, 4, 31]


LENGTHS = st.lists(st.integers(0, 10**13), min_size=1, max_size=40)


@given(LENGTHS, st.integers(1, 160), st.floats(0, 1.2))
def test_a_strip_fills_its_width_and_each_step_has_a_cell(lengths: list[int], width: int, part: float) -> None:
    cells = strip_cells(lengths, width, sum(lengths) * part)
    assert len(cells) == width
    groups = [list(group) for gap, group in groupby(cells, lambda cell: cell is StripCell.GAP) if not gap]
    if len(lengths) * 2 - 1 <= width:
        assert len(groups) == len(lengths)
    else:
        assert len(groups) == 1


@given(LENGTHS, st.integers(1, 160), st.floats(0, 1.2))
def test_what_is_done_comes_first_then_one_present_place_then_what_is_to_come(
    lengths: list[int], width: int, part: float
) -> None:
    position = sum(lengths) * part
    cells = strip_cells(lengths, width, position)
    order = [cell for cell, _ in groupby(cell for cell in cells if cell is not StripCell.GAP)]
    wanted = [StripCell.DONE, StripCell.NOW, StripCell.TO_COME]
    assert order == [cell for cell in wanted if cell in order]
    if position >= sum(lengths):
        assert order == [StripCell.DONE]
    else:
        assert cells.count(StripCell.NOW) == 1


@given(LENGTHS, st.integers(1, 160), st.floats(0, 1), st.floats(0, 1))
def test_the_present_place_never_goes_back(lengths: list[int], width: int, one: float, other: float) -> None:
    def place(part: float) -> int:
        cells = strip_cells(lengths, width, sum(lengths) * part)
        return cells.index(StripCell.NOW) if StripCell.NOW in cells else width

    assert place(min(one, other)) <= place(max(one, other))


def test_a_session_without_steps_is_blank() -> None:
    assert strip_cells([], 3, 0) == [StripCell.GAP] * 3
    assert strip_cells([5], 0, 0) == []


async def test_a_step_forward_sends_no_cell_behind_it() -> None:
    strip = SessionStrip(strip_cells(BREAKFAST, 60, 0))
    app = WidgetApp(strip)
    async with app.run_test(size=(60, 3)) as pilot:
        await app.settle(pilot)
        assert strip.cells == 60
        before = len(app.sent)
        strip.set(strip_cells(BREAKFAST, 60, 10))
        await app.settle(pilot)
        assert app.sent_text(before) == "━●"
        assert app.lines()[0] == drawn(strip_cells(BREAKFAST, 60, 10))


async def test_the_bars_of_the_sets_are_those_of_the_drawing() -> None:
    sets = SetBars()
    app = WidgetApp(sets)
    async with app.run_test(size=(78, 3)) as pilot:
        sets.set(5, 2)
        await app.settle(pilot)
        done, present, to_come = "█" * 14, "▄" * 14, "─" * 14
        assert app.lines()[0] == f"{done}  {done}  {present}  {to_come}  {to_come}"
        sets.set(5, 5)
        await app.settle(pilot)
        assert app.lines()[0] == "  ".join([done] * 5)
        sets.set(5, 2, present=False)
        await app.settle(pilot)
        assert app.lines()[0] == "  ".join([done] * 2 + [to_come] * 3)


@given(st.integers(0, 200), st.integers(0, 200))
def test_the_bars_of_the_sets_fill_the_width_and_are_alike(total: int, width: int) -> None:
    widths, gap = bar_widths(total, width)
    assert len(widths) == total
    if total:
        assert sum(widths) + gap * (total - 1) == width
        assert max(widths) - min(widths) <= 1
