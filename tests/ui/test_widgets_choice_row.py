"""A question with its answers in a row: one is in brackets, each can be clicked, at any width there is room for."""

from __future__ import annotations

import pytest

from footui.widgets.choice_row import ChoiceRow
from footui.widgets.glyphs import ASCII, FULL
from tests.ui.widget_app import WidgetApp

NUMBERS = [str(number) for number in range(11)]
EFFORT = ["easy", "right", "hard"]


class RowApp(WidgetApp):
    """Keeps what is clicked."""

    def __init__(self, row: ChoiceRow) -> None:
        self.row = row
        super().__init__(row)
        self.clicked: list[int] = []

    def on_choice_row_clicked(self, message: ChoiceRow.Clicked) -> None:
        self.clicked.append(message.index)


def scale(chosen: int | None = None, hint: str = "") -> ChoiceRow:
    return ChoiceRow("Pain after", NUMBERS, label_cells=13, chosen=chosen, hint=hint)


@pytest.mark.parametrize(
    ("width", "row"),
    [
        (80, "▌Pain after   0  [1]  2   3   4   5   6   7   8   9   10                before 2"),
        (58, "▌Pain after   0  [1]  2   3   4   5   6   7   8   9   10"),
        (50, "▌Pain after   0 [1] 2  3  4  5  6  7  8  9  10"),
        (36, "▌Pain after 0[1]2 3 4 5 6 7 8 9 10"),
        (20, "▌Pain after 0[1]2 3…"),
    ],
)
async def test_the_answers_stand_as_wide_apart_as_there_is_room_for(width: int, row: str) -> None:
    app = RowApp(scale(1, "before 2"))
    async with app.run_test(size=(width, 2)) as pilot:
        app.row.focus()
        await app.settle(pilot)
        assert app.lines()[0] == row


async def test_without_the_focus_it_has_no_bar_and_words_have_round_brackets() -> None:
    app = RowApp(ChoiceRow("Effort", EFFORT, label_cells=13, chosen=1, brackets=("(", ")")))
    async with app.run_test(size=(60, 2)) as pilot:
        app.screen.set_focus(None)
        await app.settle(pilot)
        assert app.lines()[0] == " Effort       easy  (right)  hard"
        app.row.choose(None)
        await app.settle(pilot)
        assert app.lines()[0] == " Effort       easy   right   hard"


@pytest.mark.parametrize(("width", "chosen"), [(80, None), (36, 0), (36, 10)])
async def test_every_answer_can_be_clicked_whichever_is_chosen(width: int, chosen: int | None) -> None:
    app = RowApp(scale(chosen))
    async with app.run_test(size=(width, 2)) as pilot:
        await app.settle(pilot)
        row = app.lines()[0]
        at = len(" Pain after")
        for number in NUMBERS:
            at = row.index(number, at)
            await pilot.click(app.row, offset=(at, 0))
            at += len(number)
        await pilot.click(app.row, offset=(3, 0))  # the label is no answer
        await app.settle(pilot)
        assert app.clicked == list(range(11))


def test_steps_begin_with_the_first_and_stay_at_the_ends() -> None:
    assert scale().step(1) == 0
    assert [scale(10).step(1), scale(4).step(1), scale(4).step(-1), scale(0).step(-1)] == [10, 5, 3, 0]


async def test_without_utf_8_every_character_has_a_stand_in() -> None:
    app = RowApp(ChoiceRow("Schön", ["größer", "à"], chosen=0, hint="0 – 10", glyphs=ASCII))
    async with app.run_test(size=(60, 2)) as pilot:
        app.row.focus()
        await app.settle(pilot)
        assert app.lines()[0].startswith(">Schon [grosser]  a")
        assert app.lines()[0].endswith("0 - 10")
        app.row.glyphs = FULL
        await app.settle(pilot)
        assert app.lines()[0].startswith("▌Schön [größer]  à")
