"""One moves in a list by keys of the screen or by the mouse; what cannot be chosen is passed over."""

from __future__ import annotations

from textual.events import MouseScrollDown

from footui.widgets.choice_list import Choice, ChoiceList
from footui.widgets.rows import line
from tests.ui.widget_app import WidgetApp

TODAY = [
    Choice((line("Due now"),), can_be_chosen=False),
    Choice((line("○ Twenty minutes", "8:42"), line("  5 steps"))),
    Choice((line(""), line("Done today")), can_be_chosen=False),
    Choice((line("✓ Four exercises", "9:12"),)),
]


class ListApp(WidgetApp):
    """Keeps what the list tells."""

    def __init__(self, choices: list[Choice]) -> None:
        self.list = ChoiceList(choices)
        self.other = ChoiceList([Choice((line("other"),))])
        self.other.styles.height = 1
        super().__init__(self.list, self.other)
        self.told: list[tuple[str, int]] = []

    def on_choice_list_moved(self, message: ChoiceList.Moved) -> None:
        self.told.append(("moved", message.index))

    def on_choice_list_taken(self, message: ChoiceList.Taken) -> None:
        self.told.append(("taken", message.index))


def numbers(count: int) -> list[Choice]:
    return [Choice((line(f"row {number}"),)) for number in range(count)]


async def test_the_bar_marks_every_line_of_the_chosen_block() -> None:
    app = ListApp(TODAY)
    async with app.run_test(size=(30, 8)) as pilot:
        app.list.focus()
        await app.settle(pilot)
        assert app.lines()[:6] == [
            " Due now",
            "▌○ Twenty minutes         8:42",
            "▌  5 steps",
            "",
            " Done today",
            " ✓ Four exercises         9:12",
        ]
        app.list.move(1)
        await app.settle(pilot)
        assert app.lines()[1:6:4] == [" ○ Twenty minutes         8:42", "▌✓ Four exercises         9:12"]
        assert app.told == [("moved", 3)]


async def test_a_list_without_focus_keeps_its_place_with_another_mark() -> None:
    app = ListApp(TODAY)
    async with app.run_test(size=(30, 8)) as pilot:
        app.other.focus()
        await app.settle(pilot)
        assert app.lines()[1] == "▸○ Twenty minutes         8:42"
        app.list.focus()
        await app.settle(pilot)
        assert app.lines()[1] == "▌○ Twenty minutes         8:42"
        assert app.lines()[7] == "▸other"


async def test_at_the_ends_the_place_stays_and_nothing_is_told() -> None:
    app = ListApp(TODAY)
    async with app.run_test(size=(30, 8)) as pilot:
        app.list.move(-1)
        app.list.first()
        await app.settle(pilot)
        assert app.list.chosen == 1
        assert app.told == []
        app.list.last()
        app.list.move(5)
        await app.settle(pilot)
        assert app.told == [("moved", 3)]


async def test_a_long_list_scrolls_with_the_place_and_draws_only_what_is_in_view() -> None:
    app = ListApp(numbers(500))
    async with app.run_test(size=(30, 11)) as pilot:
        await app.settle(pilot)
        app.list.move(10)
        await app.settle(pilot)
        assert app.lines()[0] == " row 1"
        assert app.lines()[9] == "▌row 10"
        app.list.page(1)
        await app.settle(pilot)
        assert app.list.chosen == 19
        app.list.last()
        await app.settle(pilot)
        assert app.lines()[9] == "▌row 499"
        assert len(app.list.rows) == 10
        assert (app.list.lines_above, app.list.lines_below) == (490, 0)
        app.list.first()
        await app.settle(pilot)
        assert app.lines()[0] == "▌row 0"


async def test_going_back_to_the_first_one_shows_the_heading_above_it_again() -> None:
    app = ListApp([Choice((line("Shipped"),), can_be_chosen=False), *numbers(30)])
    async with app.run_test(size=(30, 6)) as pilot:
        app.list.last()
        await app.settle(pilot)
        app.list.first()
        await app.settle(pilot)
        assert app.lines()[:2] == [" Shipped", "▌row 0"]


async def test_a_smaller_window_keeps_the_place_in_view() -> None:
    app = ListApp(numbers(30))
    async with app.run_test(size=(30, 21)) as pilot:
        app.list.move(18)
        await app.settle(pilot)
        await pilot.resize_terminal(30, 7)
        await app.settle(pilot)
        assert "▌row 18" in app.lines()


async def test_a_click_chooses_and_a_second_one_takes() -> None:
    app = ListApp(TODAY)
    async with app.run_test(size=(30, 8)) as pilot:
        await pilot.click(app.list, offset=(5, 5))
        await app.settle(pilot)
        assert app.told == [("moved", 3)]
        assert app.list.has_focus
        await pilot.click(app.list, offset=(5, 5))
        await app.settle(pilot)
        assert app.told == [("moved", 3), ("taken", 3)]
        await pilot.click(app.list, offset=(5, 0))
        await pilot.click(app.list, offset=(5, 6))
        await app.settle(pilot)
        assert len(app.told) == 2


async def test_the_wheel_looks_further_and_the_place_stays() -> None:
    app = ListApp(numbers(30))
    async with app.run_test(size=(30, 11)) as pilot:
        await app.settle(pilot)
        assert await pilot._post_mouse_events([MouseScrollDown], widget=app.list)
        await app.settle(pilot)
        assert app.lines()[0] == " row 3"
        assert app.list.chosen == 0
        app.list.move(1)
        await app.settle(pilot)
        assert "▌row 1" in app.lines()


async def test_other_choices_keep_the_place_as_near_as_they_can() -> None:
    app = ListApp(numbers(10))
    async with app.run_test(size=(30, 11)) as pilot:
        app.list.move(8)
        app.list.set(numbers(3))
        await app.settle(pilot)
        assert app.list.chosen == 2
        app.list.set([Choice((line("nothing here"),), can_be_chosen=False)])
        app.list.move(1)
        app.list.page(1)
        await app.settle(pilot)
        assert app.lines()[0] == " nothing here"
        app.list.set([])
        await app.settle(pilot)
        assert app.list.chosen is None


async def test_a_place_can_be_given_with_the_choices() -> None:
    app = ListApp(numbers(3))
    async with app.run_test(size=(30, 11)):
        app.list.set(numbers(5), 4)
        assert app.list.chosen == 4
        assert app.told == []
