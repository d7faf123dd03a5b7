"""Questions in rows above the message: letters are text, what is shown keeps its place, and nothing is covered."""

from __future__ import annotations

from typing import ClassVar

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.app import ComposeResult
from textual.binding import BindingType

from footui.commands import Place
from footui.screens.asking import AskingScreen
from footui.screens.base import bindings_of
from footui.screens.guide import Guide
from footui.widgets.choice_list import Choice, ChoiceList
from footui.widgets.footer import Footer
from footui.widgets.rows import line
from footui.widgets.text_line import MessageRow, TextLine
from tests.ui.one_screen import OneScreen, one_screen

SLOTS = ("stay", "save and leave", "leave without saving")


class Asks(AskingScreen[None]):
    """A list of steps, with a question or two."""

    PLACES = (Place.ROUTINES, Place.LISTS, Place.EVERYWHERE)
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(*PLACES)
    DEFAULT_CSS = "Asks { padding: 0 1; }"

    def __init__(self, guide: Guide) -> None:
        super().__init__(guide)
        self.done: list[str] = []

    def compose(self) -> ComposeResult:
        glyphs = self.guide.glyphs
        yield TextLine("Routines", glyphs=glyphs)
        yield ChoiceList([Choice((line(f"step {number}"),)) for number in range(1, 41)], glyphs=glyphs, id="steps")
        yield MessageRow(glyphs=glyphs, id="message")
        yield Footer(glyphs=glyphs, id="footer")

    def on_mount(self) -> None:
        self.query_one(ChoiceList).focus()
        self.show_footer()

    def do_routine_new(self) -> None:
        self.ask("Title of the new routine:", "", self._take_title, leave=lambda: self.done.append("left"))

    def _take_title(self, title: str) -> str | None:
        if not title:
            return "A routine needs a title."
        self.done.append(title)
        if title == "two":
            self.ask("And the second:", "x", self._take_title)
        if title == "then":
            self.choose("Which of them?", SLOTS, self._take_slot)
        return None

    def do_routine_rename(self) -> None:
        question = "A title that is long enough to have a row of its own below what is asked about it, please:"
        self.ask(question, "Evening toes", self._take_title, as_typed=lambda text: f"{len(text)} characters.")

    def do_routine_delete(self) -> None:
        question = "“Evening toes” has 3 changes that are not saved."
        self.choose(question, SLOTS, self._take_slot, 1, leave=lambda: self.done.append("left"))

    def _take_slot(self, place: int) -> None:
        self.done.append(SLOTS[place])
        if place == 2:
            self.do_routine_new()

    def do_routine_copy(self) -> None:
        self.choose("Into which routine?", [f"routine {number}" for number in range(1, 31)], self._take_slot_named, 12)

    def _take_slot_named(self, place: int) -> None:
        self.done.append(str(place))

    def do_routine_start(self) -> None:
        self.done.append("started")


def asks(page: OneScreen) -> Asks:
    """The screen itself."""
    assert isinstance(page.app.screen, Asks)
    return page.app.screen


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (120, 40), (40, 12), (30, 8)])
async def test_questions_at_every_size(size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    async with one_screen(Asks, size=size) as page:
        await page.press(*"jjj")
        for key in "nrdc":
            assert await page.press(key) == snapshot(name=key)
            picture = await page.press("escape")
        assert picture.splitlines()[-2] == ""


async def test_letters_are_text_and_no_command_of_the_screen() -> None:
    async with one_screen(Asks) as page:
        picture = await page.press("n", *"sndq?1j", "space", "k")
        assert "Title of the new routine:  sndq?1j k▏" in picture
        assert asks(page).active_places() == (Place.ASKING,)
        await page.press("enter")
        assert asks(page).done == ["sndq?1j k"]
        assert page.app.told == []
        assert asks(page).active_places() == Asks.PLACES


async def test_the_list_keeps_its_place_and_the_keys_come_back_to_it() -> None:
    async with one_screen(Asks) as page:
        await page.press(*"jjjj", "n")
        assert "▸step 5" in page.picture()
        await page.press("a", "enter")
        assert page.marked == "step 5"
        assert "Title" not in page.picture()
        await page.press("j", "s")
        assert page.marked == "step 6"
        assert asks(page).done == ["a", "started"]


async def test_what_cannot_be_taken_is_said_and_the_question_stays() -> None:
    async with one_screen(Asks) as page:
        await page.press("n", "space", "enter")
        assert page.message == "A routine needs a title."
        await page.press("a")
        assert page.message == ""
        await page.press("enter")
        assert asks(page).done == ["a"]


async def test_one_question_may_lead_to_the_next() -> None:
    async with one_screen(Asks) as page:
        picture = await page.press("n", *"two", "enter")
        assert "And the second:  x▏" in picture
        picture = await page.press("ctrl+u", *"then", "enter")
        assert "Which of them?" in picture
        picture = await page.press("down", "down", "enter")
        assert "Title of the new routine:  ▏" in picture
        await page.press("z", "enter")
        assert asks(page).done == ["two", "then", "leave without saving", "z"]
        assert page.marked == "step 1"


async def test_escape_and_ctrl_c_leave_it_as_it_was() -> None:
    async with one_screen(Asks) as page:
        for key in ("escape", "ctrl+c"):
            for begin in "nd":
                await page.press(begin, "down", key)
                assert not asks(page).is_asking
                assert page.marked == "step 1"
        assert asks(page).done == ["left"] * 4


async def test_what_is_typed_ahead_is_not_lost() -> None:
    async with one_screen(Asks) as page:
        await page.press("n", "M", "Y", "space", "é", "enter", "s")
        assert asks(page).done == ["MY é", "started"]


async def test_a_paste_arrives_in_one_line_and_takes_nothing_by_its_line_end() -> None:
    async with one_screen(Asks) as page:
        await page.press("n")
        assert "Title of the new routine:  Evening toes q ▏" in await page.paste("Evening\ntoes\x1b q\n")
        assert asks(page).done == []
        await page.press("enter")
        assert asks(page).done == ["Evening toes q"]


async def test_a_paste_where_nothing_is_asked_does_nothing() -> None:
    async with one_screen(Asks) as page:
        assert await page.paste("nnn") == page.picture()
        assert not asks(page).is_asking


async def test_the_arrows_and_j_and_k_choose_and_the_safe_answer_is_chosen_first() -> None:
    async with one_screen(Asks) as page:
        await page.press("d")
        assert page.marked == "save and leave"
        await page.press("j", "down", "down")
        assert page.marked == "leave without saving"
        await page.press("up", "k", "k", "enter")
        assert asks(page).done == ["stay"]


async def test_other_keys_say_that_a_question_is_open() -> None:
    async with one_screen(Asks) as page:
        await page.press("d", "q")
        assert page.message == "enter takes it, esc leaves it as it was."
        assert page.app.return_value is None
        await page.press("escape", "n", "tab")
        assert page.message == "enter takes it, esc leaves it as it was."
        await page.press("down")
        assert page.message == "One line is asked: enter takes it, esc leaves it as it was."
        assert page.footer == "enter take   esc leave"


async def test_something_is_said_of_each_letter() -> None:
    async with one_screen(Asks) as page:
        await page.press("r", "s")
        assert page.message == "13 characters."


async def test_a_click_chooses_and_a_second_one_takes() -> None:
    async with one_screen(Asks) as page:
        await page.press("d")
        await page.click("leave without")
        assert page.marked == "leave without saving"
        await page.click("leave without")
        assert asks(page).done == ["leave without saving"]


async def test_a_click_puts_the_cursor_into_the_text() -> None:
    async with one_screen(Asks) as page:
        await page.press("n", *"Evening")
        await page.click("Evening", after=2)
        assert "Ev▏ening" in page.picture()


async def test_a_click_on_the_list_does_not_take_the_keys_from_the_question() -> None:
    async with one_screen(Asks) as page:
        await page.press("n")
        await page.click("step 4")
        await page.press("a", "b", "enter")
        assert asks(page).done == ["ab"]
        assert page.marked == "step 4"


async def test_in_ascii() -> None:
    async with one_screen(Asks, ascii_only=True) as page:
        assert ">Title of the new routine:  e_" in await page.press("n", "é")
        picture = await page.press("enter", "d")
        assert "\n >save and leave" in picture
        assert '"Evening toes" has 3 changes' in picture
