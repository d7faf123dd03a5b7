"""The picture of a live session at every size: what is drawn is there, in full, and at its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footui.screens.live_view import LivePicture
from footui.screens.live_words import LEFT_FOOT, RIGHT_FOOT, heading_end, plain_line
from footui.themes import DARK, LIGHT, THEMES
from footui.widgets.digits import block_number, stroke_number
from footui.widgets.figure import FigureView
from footui.widgets.glyphs import ASCII
from footui.widgets.letters import stroke_word
from footui.widgets.role import Role
from tests.ui.live_pictures import (
    DIMMED,
    HOLD,
    LEFT,
    LONG,
    OWN_PACE,
    PAUSED,
    PENCIL,
    REST,
    VIEWS,
    holds,
    shown,
    words,
)  # fmt: skip

SIZES = [(40, 10), (40, 12), (60, 14), (60, 20), (80, 24), (120, 40), (200, 60), (300, 100)]


# The whole picture


@pytest.mark.parametrize("size", SIZES)
async def test_at_every_size_a_person_sees_what_they_do_which_foot_and_what_comes(size: tuple[int, int]) -> None:
    async with shown(HOLD, size) as picture:
        for view in VIEWS.values():
            text = await picture.show(view)
            assert view.title.split(" · ")[0] in text
            assert f"{view.below[0][0]:<7}{view.below[0][1]}" in text
            assert view.clock_text in text
            if view.post is not None:
                assert (LEFT_FOOT if view in (LEFT, PAUSED) else RIGHT_FOOT) in text


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 60), (300, 100)])
async def test_from_60_by_20_on_the_count_and_what_comes_after_are_there_in_full(size: tuple[int, int]) -> None:
    async with shown(HOLD, size) as picture:
        for view in VIEWS.values():
            text = await picture.show(view)
            assert view.place in text
            assert words(view.brief) in words(text.replace(view.place, ""))
            assert f"{view.below[1][0]:<7}{view.below[1][1]}" in text
            assert view.number_note in text


async def test_the_hold_at_60_by_20_is_as_drawn() -> None:
    async with shown(HOLD._replace(note="", brief="Grip the pencil, lift it, hold."), (60, 20)) as picture:
        lines = await picture.lines()
    assert lines[0] == " Breakfast, lunch and dinner            1 of 3 · ends 07:54"
    assert lines[10] == " Pencil pickups                                RIGHT FOOT ▶"
    assert lines[11] == " █████████████████─────────────────────────────────────────"
    assert lines[12] == " Grip the pencil, lift it, hold.          repetition 3 of 5"
    assert lines[15:17] == [" then   release, 2 s", " after  2 more repetitions, then the session is done"]


async def test_the_pause_at_80_by_24_is_as_drawn() -> None:
    async with shown(PAUSED, (80, 24), figure=FigureView(id="figure")) as picture:
        lines = await picture.lines()
    assert lines[14] == " ◀ LEFT FOOT   Ankle circles · lying · anticlockwise ↺         direction 2 of 2"
    assert holds(lines, stroke_word("PAUSED"))
    assert holds(lines, block_number("4", "▒"))
    assert all(line.startswith(" ▒▒") for line in lines[3:13])


async def test_the_plain_rows_at_40_by_10_are_as_drawn() -> None:
    async with shown(HOLD, (40, 10)) as picture:
        lines = await picture.lines()
    assert lines[2:6] == [
        " HOLD  7 s  RIGHT FOOT ▶",
        " ███████████───────────────────────────",
        " Pencil pickups · repetition 3 of 5",
        " then   release, 2 s",
    ]


async def test_the_posts_stand_at_the_edge_of_the_foot_that_works() -> None:
    async with shown(LEFT) as picture:
        assert all(line.startswith(" ██") for line in (await picture.lines())[3:13])
        assert "██" not in "".join(line[60:] for line in (await picture.lines())[3:13])
        await picture.show(HOLD)
        assert all(line.endswith("██") and len(line) == 79 for line in (await picture.lines())[3:13])
        assert "█" not in "".join(line[:8] for line in (await picture.lines())[3:13])


async def test_from_12_rows_the_number_has_three_rows() -> None:
    async with shown(HOLD, (60, 14)) as picture:
        lines = await picture.lines()
        assert holds(lines, stroke_number("7"))
        assert "HOLD" in "\n".join(lines)


async def test_more_than_99_seconds_are_minutes_in_the_place_of_the_number() -> None:
    async with shown(LONG, (120, 40)) as picture:
        lines = await picture.lines()
    assert holds(lines, block_number("2:05", "▒"))


@pytest.mark.parametrize("size", [(40, 10), (60, 14), (80, 24), (120, 40)])
async def test_small_numbers_are_small_and_can_be_made_large_again(size: tuple[int, int]) -> None:
    async with shown(HOLD, size, begin=lambda picture: picture.set_small_numbers(True)) as picture:
        lines = await picture.lines()
        assert size == (40, 10) or holds(lines, stroke_number("7"))
        assert "HOLD" in "\n".join(lines)
        picture.picture.set_small_numbers(False)
        assert size[1] < 20 or holds(await picture.lines(), block_number("7", "█"))


@pytest.mark.parametrize("size", [(40, 10), (60, 14), (80, 24)])
async def test_in_ascii_nothing_else_is_sent(size: tuple[int, int]) -> None:
    async with shown(LEFT, size, glyphs=ASCII) as picture:
        for view in (LEFT, REST, OWN_PACE):
            assert (await picture.show(view)).isascii()


# The figure


async def test_a_figure_stands_left_of_the_number_and_the_words_come_back_without_it() -> None:
    figure = FigureView(id="figure")
    async with shown(HOLD, figure=figure) as picture:
        figure.set(["⣿" * 30] * 10)
        assert "⣿" * 30 in await picture.text()
        assert "Put a pencil" not in await picture.text()
        picture.picture.turn_figure()
        assert "⣿" not in await picture.text()
        assert "Put a pencil" in await picture.text()
        assert picture.picture.has_figure
        picture.picture.turn_figure()
        picture.picture.figure_is_there(False)
        assert "Put a pencil" in await picture.text()
        assert not picture.picture.has_figure


async def test_how_it_is_done_says_that_there_is_more_where_it_does_not_fit() -> None:
    async with shown(HOLD, (80, 24)) as picture:
        assert "! Hold on to something" in await picture.text()
        picture.picture.show_how_to(PENCIL._replace(steps=PENCIL.steps * 2))
        assert "… i shows all of it" in await picture.text()


# How it looks


@pytest.mark.parametrize("theme", [DARK, LIGHT])
async def test_after_a_long_pause_every_role_is_muted_and_then_itself_again(theme: str) -> None:
    roles = next(each.variables for each in THEMES if each.name == theme)
    muted = {roles[Role.MUTED].lower(), roles.get(f"{Role.MUTED}-shaded", roles[Role.MUTED]).lower()}
    async with shown(PAUSED, theme=theme) as picture:
        usual = await picture.colours()
        await picture.show(DIMMED)
        assert await picture.colours() <= muted
        await picture.show(PAUSED)
        assert await picture.colours() == usual
        assert len(usual) > 2


async def test_a_slow_line_gets_one_colour_small_letters_and_ascii(monkeypatch: pytest.MonkeyPatch) -> None:
    slow = [False]
    monkeypatch.setattr("footui.screens.live_view.terminal_is_slow", lambda _: slow[0])
    async with shown(LEFT) as picture:
        before = await picture.text()
        slow[0] = True
        text = await picture.show(LEFT)
        assert text.isascii()
        assert "H O L D" in text
        assert "< LEFT FOOT" in text
        assert "then   release, 2 s" in text
        assert len(await picture.colours()) == 1
        assert sum(not letter.isspace() for letter in text) < 400
        slow[0] = False
        assert await picture.show(LEFT) == before


@given(st.integers(3, 60), st.sampled_from(list(VIEWS.values())))
def test_the_plain_row_says_word_and_side_however_few_cells_there_are(cells: int, view: object) -> None:
    assert isinstance(view, type(HOLD))
    line = plain_line(view, cells)
    assert line.startswith(view.word)
    assert view.post is None or {"◀", "▶"} & set(line)
    if cells >= 16 and not (view.word == "RELEASE" and cells < 18):
        assert len(line) <= cells


@pytest.mark.parametrize("cells", [38, 22, 14])
def test_the_end_of_the_heading_fits(cells: int) -> None:
    for view in VIEWS.values():
        end = heading_end(view, cells)
        assert end
        assert len(end) <= cells


def test_a_picture_without_a_figure_has_none() -> None:
    assert not LivePicture(ASCII, [1]).has_figure
