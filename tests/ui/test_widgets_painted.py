"""Widgets send the cells that changed and no others, in the colours of whatever theme there is."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Region

from footui.themes import CONTRAST, LIGHT, TERMINAL
from footui.widgets.bar import Bar
from footui.widgets.big_number import BigNumber
from footui.widgets.big_word import BigWord
from footui.widgets.footer import Footer, FooterKey
from footui.widgets.glyphs import ASCII
from footui.widgets.role import Fill, Role
from footui.widgets.rows import Run, line
from footui.widgets.session_strip import SessionStrip, StripCell
from footui.widgets.set_bars import SetBars
from footui.widgets.side_post import SidePost
from footui.widgets.text_line import MessageRow, TextBlock, TextLine, TextRows
from tests.ui.widget_app import WidgetApp


async def test_one_more_second_sends_the_digits_changed_rows_alone() -> None:
    number = BigNumber(38)
    number.styles.width, number.styles.height = 14, 5
    app = WidgetApp(number)
    async with app.run_test(size=(80, 24)) as pilot:
        before = await app.settle(pilot)
        number.set(39, Fill.SOLID, Role.WORK)
        await app.settle(pilot)
        assert app.sent_text(before) == "  "  # From 8 to 9 the last digit loses two cells in one row.
        before = len(app.sent)
        number.set(40, Fill.SOLID, Role.WORK)
        await app.settle(pilot)
        assert len(app.sent_text(before)) <= 5 * 12


async def test_a_bar_that_grows_by_a_cell_sends_at_most_one_part() -> None:
    bar = Bar()
    app = WidgetApp(bar)
    async with app.run_test(size=(80, 24)) as pilot:
        assert bar.cells == 80
        for filled in (1, 2, 9, 10, 11, 39, 40, 41, 79, 80):
            bar.set(filled - 1, Fill.SOLID, Role.WORK)
            before = await app.settle(pilot)
            bar.set(filled, Fill.SOLID, Role.WORK)
            await app.settle(pilot)
            assert 1 <= len(app.sent_text(before)) <= 10
            assert app.lines()[0] == "█" * filled + "─" * (80 - filled)


async def test_the_same_again_sends_nothing() -> None:
    cells = [StripCell.DONE, StripCell.NOW, StripCell.GAP, StripCell.TO_COME]
    keys = [FooterKey("?", "keys", stays=True)]
    bar, number, word, text = Bar(), BigNumber(3), BigWord("HOLD", Role.WORK), TextLine("then")
    strip, post, sets, footer = SessionStrip(cells), SidePost(), SetBars(), Footer(keys)
    rows, block, message = TextRows([line("a", "b")]), TextBlock("how to"), MessageRow("")
    app = WidgetApp(bar, number, word, text, strip, sets, footer, rows, block, message, post)
    async with app.run_test(size=(80, 24)) as pilot:
        post.set(Fill.SOLID)
        sets.set(5, 2)
        bar.set(4, Fill.SOLID, Role.WORK)
        before = await app.settle(pilot)
        post.set(Fill.SOLID)
        sets.set(5, 2)
        bar.set(4, Fill.SOLID, Role.WORK)
        number.set(3, Fill.SOLID, Role.WORK)
        word.set("HOLD", Role.WORK)
        text.set("then")
        strip.set(list(cells))
        footer.set(list(keys))
        rows.set([line("a", "b")])
        block.set("how to")
        message.clear()
        await app.settle(pilot)
        assert app.sent_since(before) == ""


async def test_a_bar_of_two_rows_and_a_number_of_ten_follow_a_new_size() -> None:
    bar, number = Bar(), BigNumber(7)
    bar.styles.height = 2
    number.styles.width, number.styles.height = "100%", "1fr"
    app = WidgetApp(bar, number)
    async with app.run_test(size=(40, 12)) as pilot:
        bar.set(20, Fill.SHADED, Role.REST)
        await app.settle(pilot)
        assert app.lines()[:2] == ["▒" * 20 + "─" * 20] * 2
        assert app.lines()[2] == " " * 28 + "█" * 12
        await pilot.resize_terminal(60, 8)
        await app.settle(pilot)
        assert app.lines()[:2] == ["▒" * 20 + "─" * 40] * 2
        assert app.lines()[3] == " " * 54 + "█" * 6
        await pilot.resize_terminal(40, 12)
        await app.settle(pilot)
        assert app.lines()[:2] == ["▒" * 20 + "─" * 20] * 2
        assert app.lines()[2] == " " * 28 + "█" * 12


async def test_what_changed_while_a_widget_was_hidden_is_there_when_it_comes_back() -> None:
    text, bar = TextLine("one"), Bar()
    app = WidgetApp(text, bar)
    async with app.run_test(size=(20, 4)) as pilot:
        await app.settle(pilot)
        text.display = bar.display = False
        await app.settle(pilot)
        text.set("two")
        bar.set(10, Fill.SOLID, Role.WORK)
        text.display = bar.display = True
        await app.settle(pilot)
        assert app.lines()[:2] == ["two", "█" * 10 + "─" * 10]


@pytest.mark.parametrize("theme", [LIGHT, CONTRAST, TERMINAL])
async def test_another_theme_takes_hold_of_every_cell(theme: str) -> None:
    bar, number, text = Bar(), BigNumber(8), TextLine("then", Role.MUTED)
    number.styles.height = 5
    app = WidgetApp(bar, number, text)
    async with app.run_test(size=(40, 12)) as pilot:
        bar.set(20, Fill.SOLID, Role.WORK)
        await app.settle(pilot)
        assert app.colours() == {"#5cb8f0", "#9aa4b2"}
        app.theme = theme
        await app.settle(pilot)
        variables = app.theme_variables
        wanted = {variables[Role.WORK], variables[Role.MUTED]}
        names = {name.lower() for name in wanted if name.startswith("#")} or {"color(4)"}  # The terminal's blue.
        assert app.colours() == names


async def test_on_light_a_waiting_block_is_drawn_in_the_colour_of_text() -> None:
    number = BigNumber(8, fill=Fill.SHADED, role=Role.REST)
    number.styles.height = 5
    app = WidgetApp(number, theme=LIGHT)
    async with app.run_test(size=(40, 12)) as pilot:
        await app.settle(pilot)
        assert app.colours() == {"#1e242c"}


async def test_a_theme_that_is_not_ours_shows_every_role_in_its_foreground() -> None:
    class Foreign(App[None]):
        def compose(self) -> ComposeResult:
            yield TextLine("then", Role.WORK)
            yield TextLine("text")

    async with Foreign().run_test(size=(20, 4)) as pilot:
        lines = [strip.text.rstrip() for strip in pilot.app.screen._compositor.render_strips()]
        assert lines[:2] == ["then", "text"]


async def test_nothing_in_a_text_is_markup() -> None:
    app = WidgetApp(TextLine("[bold]a[/x] [@click=app.quit]b[/]"), TextBlock("[red]c[/red]"))
    async with app.run_test(size=(60, 4)) as pilot:
        await app.settle(pilot)
        assert app.lines()[:2] == ["[bold]a[/x] [@click=app.quit]b[/]", "[red]c[/red]"]


async def test_every_widget_can_be_drawn_in_ascii() -> None:
    strip = SessionStrip([StripCell.DONE, StripCell.NOW, StripCell.GAP, StripCell.TO_COME], glyphs=ASCII)
    word, sets, bar = BigWord("HOLD", Role.WORK, glyphs=ASCII), SetBars(glyphs=ASCII), Bar(glyphs=ASCII)
    word.styles.height = 3
    footer = Footer([FooterKey("←/→", "choose"), FooterKey("?", "keys", stays=True)], glyphs=ASCII)
    text = TextLine("10 → 15 s · lying…", glyphs=ASCII)
    app = WidgetApp(strip, word, sets, bar, footer, text)
    async with app.run_test(size=(20, 12)) as pilot:
        sets.set(3, 1)
        bar.set(5, Fill.SHADED, Role.REST)
        await app.settle(pilot)
        assert app.lines()[:8] == [
            "=@ -",
            "",
            "H O L D",
            "",
            "#####  +++++  ------",
            ":::::---------------",
            "</> choose   ? keys",
            "10 -> 15 s - lyin...",
        ]


async def test_other_glyphs_take_hold_at_once() -> None:
    text, bar = TextLine("10 → 15 s"), Bar()
    app = WidgetApp(text, bar)
    async with app.run_test(size=(20, 4)) as pilot:
        await app.settle(pilot)
        text.glyphs = bar.glyphs = ASCII
        await app.settle(pilot)
        assert app.lines()[:2] == ["10 -> 15 s", "-" * 20]


async def test_text_stands_left_or_right_and_is_cropped_with_a_sign() -> None:
    app = WidgetApp(TextLine("0:37 of 6:44", align_right=True), TextLine("Breakfast, lunch and dinner"))
    async with app.run_test(size=(16, 4)) as pilot:
        await app.settle(pilot)
        assert app.lines()[:2] == ["    0:37 of 6:44", "Breakfast, lunc…"]


async def test_a_clock_that_ticks_sends_the_figures_up_to_the_one_that_changed() -> None:
    clock = TextLine("0:37 of 6:44")
    app = WidgetApp(clock)
    async with app.run_test(size=(40, 4)) as pilot:
        before = await app.settle(pilot)
        clock.set("0:38 of 6:44")
        await app.settle(pilot)
        assert app.sent_text(before) == "0:38"


async def test_a_message_stands_right_above_the_keys_and_wraps_into_the_row_above() -> None:
    message = MessageRow()
    message.styles.height = 2
    app = WidgetApp(message)
    async with app.run_test(size=(30, 4)) as pilot:
        message.set("Nothing is due.", Role.CAUTION)
        await app.settle(pilot)
        assert app.lines()[:2] == ["", "Nothing is due."]
        message.set("Not saved: the disk is full. Free some space, then ctrl+s.", Role.CAUTION)
        await app.settle(pilot)
        assert app.lines()[:2] == ["Not saved: the disk is full.", "Free some space, then ctrl+s."]
        message.clear()
        await app.settle(pilot)
        assert app.lines()[:2] == ["", ""]


async def test_rows_of_text_have_their_own_colours_and_right_parts() -> None:
    rows = TextRows([line((Run("then   ", Role.MUTED), Run("release, 2 s"))), line("Toe presses", "7 of 10")])
    rows.styles.height = 2
    app = WidgetApp(rows)
    async with app.run_test(size=(30, 4)) as pilot:
        await app.settle(pilot)
        assert app.lines()[:2] == ["then   release, 2 s", "Toe presses            7 of 10"]
        assert app.colours() == {"#9aa4b2", "#e6e9ee"}


async def test_a_post_covers_its_whole_height_or_is_not_there() -> None:
    post = SidePost()
    app = WidgetApp(post)
    async with app.run_test(size=(10, 3)) as pilot:
        await app.settle(pilot)
        assert app.lines() == ["", "", ""]
        post.set(Fill.SHADED, Role.READY)
        await app.settle(pilot)
        assert app.lines() == ["▒▒"] * 3
        assert post.size.region == Region(0, 0, 2, 3)


async def test_a_number_can_be_nothing_at_all() -> None:
    number = BigNumber(5)
    app = WidgetApp(number)
    async with app.run_test(size=(10, 1)) as pilot:
        number.set(None, Fill.SOLID, Role.WORK)
        await app.settle(pilot)
        assert number.value is None
        assert app.lines() == [""]


async def test_a_flash_of_the_screens_background_reaches_every_widget() -> None:
    bar, text = Bar(), TextLine("then")
    app = WidgetApp(bar, text)
    async with app.run_test(size=(20, 2)) as pilot:
        await app.settle(pilot)
        app.screen.styles.background = "#303030"
        await app.settle(pilot)
        styles = [segment.style for strip in app.screen._compositor.render_strips() for segment in strip]
        assert {style.bgcolor.name for style in styles if style and style.bgcolor} == {"#303030"}
