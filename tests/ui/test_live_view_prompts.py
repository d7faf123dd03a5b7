"""Zen, reading and the pain prompt: what takes the place of other things brings them back as they were."""

from __future__ import annotations

import pytest

from footui.screens.live_reading import reading_paragraphs
from footui.screens.live_words import LEFT_FOOT
from footui.widgets.digits import block_number
from footui.widgets.letters import stroke_word
from tests.ui.live_pictures import ASKED, COUNTS, EASE, HOLD, LEFT, PAUSED, PENCIL, STOP, Shown, holds, shown, words

TEXT = reading_paragraphs(PENCIL, "Pencil pickups", "Slowly, with a hand on the chair.")


# Zen


@pytest.mark.parametrize("size", [(40, 10), (60, 14), (80, 24), (120, 40)])
async def test_zen_is_word_number_bar_and_side_and_comes_back(size: tuple[int, int]) -> None:
    async with shown(LEFT, size) as picture:
        before = await picture.text()
        picture.picture.set_zen(True)
        text = await picture.text()
        for gone in ("Pencil pickups", "ends 07:54", "release, 2 s", "keys", "6:12", "●"):
            assert gone not in text
        assert LEFT_FOOT in text
        assert "─" in text
        picture.picture.message.set("No clock runs here.")
        assert "No clock runs here." in await picture.text()
        picture.picture.message.clear()
        picture.picture.set_zen(False)
        assert await picture.text() == before


async def test_a_question_is_asked_in_zen_too() -> None:
    async with shown(HOLD, begin=lambda picture: picture.set_zen(True)) as picture:
        picture.picture.ask("End this session?")
        text = await picture.text()
        assert "End this session?" in text
        assert "esc end" in text
        picture.picture.ask("")
        assert "esc end" not in await picture.text()


# Reading


@pytest.mark.parametrize("size", [(40, 10), (40, 12), (60, 20), (80, 24), (120, 40)])
async def test_all_there_is_to_read_can_be_read_while_the_number_goes_on(size: tuple[int, int]) -> None:
    async with shown(COUNTS, size) as picture:
        before = await picture.text()
        picture.picture.show_reading(TEXT)
        seen = await read_rows(picture)
        while picture.picture.scroll_reading(1):
            seen += await read_rows(picture)
        text = " ".join(row for row in dict.fromkeys(seen) if not row.startswith("rows "))
        for paragraph in TEXT[2:]:
            assert words(paragraph.removeprefix("! ")) in words(text)
        assert "█" in await picture.text()
        await picture.show(COUNTS._replace(number=3))
        assert picture.picture.number.value == 3
        picture.picture.show_reading(None)
        assert await picture.show(COUNTS) == before


async def read_rows(picture: Shown) -> list[str]:
    """What stands in the place for reading."""
    lines = await picture.lines()
    x, y, width, height = picture.picture.reading.region
    return [words(line[x : x + width]) for line in lines[y : y + height]]


async def test_reading_begins_with_cautions_and_says_what_may_stand_in() -> None:
    assert TEXT[:3] == ("Pencil pickups", "", "! Hold on to something: you stand on one foot. Or sit.")
    assert "Pencil, or instead of it: pen." in TEXT
    assert "Slowly, with a hand on the chair." in TEXT
    assert "6. Change to the other foot." in TEXT


async def test_scrolling_stops_at_both_ends() -> None:
    async with shown(HOLD, (60, 20), begin=lambda picture: picture.show_reading(TEXT)) as picture:
        first = await picture.text()
        assert not picture.picture.scroll_reading(-1)
        assert picture.picture.scroll_reading(1000)
        assert TEXT[-1].split()[-1] in await picture.text()
        assert not picture.picture.scroll_reading(1)
        assert picture.picture.scroll_reading(-1000)
        assert await picture.text() == first


# Pain


@pytest.mark.parametrize("size", [(40, 10), (40, 12), (60, 20), (80, 24), (120, 40)])
async def test_the_pain_prompt_is_there_in_full_and_goes_without_a_trace(size: tuple[int, int]) -> None:
    async with shown(PAUSED, size) as picture:
        before = await picture.text()
        picture.picture.show_pain(ASKED)
        assert "go on" in await picture.text()
        picture.picture.show_pain(EASE)
        text = words(await picture.text())
        assert "[4]" in text
        assert "▌go on, but gently" in text
        for choice in EASE.choices:
            assert choice in text
        for band in ("go on", "ease", "stop this exercise"):
            assert band in text
        picture.picture.show_pain(STOP)
        text = words(await picture.text())
        assert STOP.advice in text.replace("! ", "")
        assert "▌end the session here" in text
        picture.picture.show_pain(None)
        assert await picture.text() == before


async def test_the_pain_prompt_has_its_word_and_its_number_as_drawn() -> None:
    async with shown(PAUSED, (80, 24), begin=lambda picture: picture.show_pain(EASE)) as picture:
        lines = await picture.lines()
    assert holds(lines, stroke_word("PAIN?"))
    assert holds(lines, block_number("4", "▒"))
    assert "of 10" in "\n".join(lines)
    assert lines[14].split() == ["0", "1", "2", "│", "3", "[4]", "5", "│", "6", "7", "8", "9", "10"]
    assert lines[17:19] == [" 4: ease. What helps?", " ▌go on, but gently"]
