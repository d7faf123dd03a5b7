"""Settings are changed where they stand, saved at once, and hold at once."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from footui.core.notation import Notation
from footui.core.settings import DEFAULTS
from footui.screens.setting_fields import (
    CHARACTERS,
    CLOCK,
    COMMAND,
    EASE,
    FIELDS,
    FIGURE,
    NUMBERS,
    THEME,
    Kind,
)
from tests.ui.settings_app import settings_page

WITH_COMMAND = '[cues]\ncommand = ["play", "-q", "bell.wav"]\n'


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (120, 40), (40, 12)])
async def test_the_page_at_every_size(tmp_path: Path, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    async with settings_page(tmp_path, size=size) as page:
        assert page.picture() == snapshot


async def test_problems_of_the_file_stand_above_with_line_and_column(
    tmp_path: Path, snapshot: SnapshotAssertion
) -> None:
    async with settings_page(tmp_path, 'theme = "lihgt"\n\n[cues]\nbel = true\n', size=(80, 30)) as page:
        assert page.picture() == snapshot


async def test_of_many_problems_the_first_are_told(tmp_path: Path) -> None:
    async with settings_page(tmp_path, "a = 1\nb = 1\nc = 1\nd = 1\ne = 1\n") as page:
        assert "line 3, column 1: unknown key “c”" in page.picture()
        assert "“d”" not in page.picture()
        assert "! 2 more problems: footui check tells them all." in page.picture()


async def test_space_changes_saves_and_holds_at_once(tmp_path: Path) -> None:
    async with settings_page(tmp_path) as page:
        assert "Terminal bell         [ ]" in await page.press("space")
        assert page.file == "[cues]\nbell = false\n"
        assert not page.app.settings.cues.bell
        assert "Terminal bell         [x]" in await page.press("enter")
        assert page.file == "[cues]\nbell = true\n"


async def test_words_and_numbers_are_changed_by_the_arrows(tmp_path: Path) -> None:
    async with settings_page(tmp_path) as page:
        await page.mark(THEME)
        assert "dark (light) high contrast" in await page.press("right")
        assert page.app.theme == "footui-light"
        assert "(the terminal’s own)" in await page.press("h", "h")
        await page.mark(EASE)
        assert "Ease from             [4]" in await page.press("l")
        assert tomllib.loads(page.file) == {"theme": "terminal", "care": {"ease_from": 4}}


async def test_easing_never_comes_after_stopping(tmp_path: Path) -> None:
    async with settings_page(tmp_path) as page:
        await page.mark(EASE)
        await page.press("l", "l", "l")
        assert page.message == "Easing comes before stopping: 5 is the most here."
        await page.press("tab", "h")
        assert page.message == "Easing comes before stopping: 5 is the least here."
        assert "[5]      stop an exercise above ‹6›" in await page.press("l")
        assert tomllib.loads(page.file) == {"care": {"ease_from": 5, "stop_above": 6}}


async def test_the_ends_of_a_number_are_said(tmp_path: Path) -> None:
    async with settings_page(tmp_path, "pictures_per_second = 4\n") as page:
        await page.mark(FIGURE)
        await page.press("tab", "l")
        assert page.message == "4 is the most here."
        assert page.file == "pictures_per_second = 4\n"
        assert "‹1› pictures a second" in await page.press("space")


async def test_a_number_between_the_steps_goes_to_the_next_one(tmp_path: Path) -> None:
    async with settings_page(tmp_path, "dim_after = 100.5\n") as page:
        assert "pause dims after [100.5] s" in page.picture()
        await page.mark(NUMBERS)
        assert "pause dims after ‹120› s" in await page.press("tab", "l")
        assert "pause dims after ‹90› s" in await page.press("h")


async def test_a_day_starts_at_any_half_hour(tmp_path: Path) -> None:
    async with settings_page(tmp_path, 'day_start = "00:10"\n') as page:
        await page.mark(CLOCK)
        assert "Day starts at ‹00:00›" in await page.press("tab", "h")
        assert "Day starts at ‹23:30›" in await page.press("h")
        assert "Day starts at ‹00:30›" in await page.press("l", "l")
        assert page.file == 'day_start = "00:30"\n'


async def test_j_and_k_go_from_line_to_line(tmp_path: Path) -> None:
    async with settings_page(tmp_path) as page:
        await page.press("j", "j", "k")
        assert "Screen colour" in page.marked
        await page.press("G")
        assert "Clock" in page.marked
        await page.press("j", "k")
        assert "Ease from" in page.marked


async def test_tab_goes_to_every_field_and_round(tmp_path: Path) -> None:
    async with settings_page(tmp_path) as page:
        seen = []
        for _ in FIELDS:
            seen.append(page.screen._marked)
            await page.press("tab")
        assert tuple(seen) == FIELDS
        assert "Terminal bell" in page.marked
        await page.press("shift+tab")
        assert "Day starts at ‹04:00›" in page.marked


async def test_every_field_can_be_changed_and_taken_back(tmp_path: Path) -> None:
    async with settings_page(tmp_path, WITH_COMMAND) as page:
        before = DEFAULTS._replace(cues=DEFAULTS.cues._replace(command=("play", "-q", "bell.wav")))
        for field in FIELDS:
            page.do("setting.change")
            assert field.value(page.app.settings) != field.value(before)
            page.do("setting.undo", "focus.next")
        assert page.app.settings == before


async def test_undo_takes_back_one_change_after_the_other(tmp_path: Path) -> None:
    async with settings_page(tmp_path, "# mine\n") as page:
        await page.press("u")
        assert page.message == "Nothing to undo."
        await page.press("space", "j", "space")
        assert "Screen colour         [ ]" in await page.press("u")
        assert page.message == "Back to Screen colour: off."
        await page.press("u")
        assert page.message == "Back to Terminal bell: on."
        assert "Terminal bell" in page.marked
        assert page.file == "# mine\n\n[cues]\nbell = true\ncolour = false\n"


async def test_a_cue_that_is_on_can_be_tried(tmp_path: Path) -> None:
    async with settings_page(tmp_path) as page:
        await page.press("t")
        assert page.message == "Tried: bell."
        await page.press("j", "t")
        assert page.message == "It is off. space turns it on."
        assert "t try it" not in page.picture()
        await page.mark(FIGURE)
        await page.press("t")
        assert page.message == "Only a cue can be tried."


async def test_the_own_command_is_shown_and_switched_but_written_by_hand(tmp_path: Path) -> None:
    async with settings_page(tmp_path, WITH_COMMAND) as page:
        assert "[ ]     play -q bell.wav                  config.toml" in page.line("Own command")
        await page.mark(COMMAND)
        assert "Own command           [x]" in await page.press("space")
    async with settings_page(tmp_path / "another") as page:
        await page.mark(COMMAND)
        assert "Own command           [ ]" in await page.press("space")
        assert page.message.startswith("None is set. Write it under [cues] in config.toml")
        assert not page.app.folders.config_file.exists()


async def test_a_command_that_wants_to_be_markup_or_a_control_sequence_is_text(tmp_path: Path) -> None:
    async with settings_page(tmp_path, '[cues]\ncommand = ["[red]", "\\u001b[2J"]\n') as page:
        assert "[red] \ufffd[2J" in page.line("Own command")


async def test_which_program_speaks_is_shown(tmp_path: Path) -> None:
    async with settings_page(tmp_path, speech_program=None) as page:
        assert "none found" in page.line("Speech ")


async def test_the_mouse_marks_and_changes(tmp_path: Path) -> None:
    async with settings_page(tmp_path) as page:
        assert "dark  light (high contrast)" in await page.click("Colours", "high")
        assert "Screen colour         [x]" in await page.click("Screen colour", "[ ]")
        await page.click("Reduced motion")
        assert "Reduced motion        [ ]" in page.marked
        assert "Reduced motion        [x]" in await page.click("Reduced motion")
        assert "‹2› pictures" in await page.click("pictures a second")
        assert "‹3› pictures" in await page.click("pictures a second")
        assert "Ask about pain        [x]" in await page.click("before, after, next morning")
        assert "Ask about pain" in page.marked
        await page.click("Own command", "[ ]")
        assert page.message.startswith("None is set.")


async def test_what_cannot_be_saved_is_said_and_stays_as_it_was(tmp_path: Path) -> None:
    async with settings_page(tmp_path, "theme = \n") as page:
        await page.press("space")
        assert page.message.startswith("! config.toml was not changed: line 1, column 9: ")
        assert "Terminal bell         [x]" in page.picture()
        assert page.app.settings == DEFAULTS
        assert page.file == "theme = \n"


async def test_a_disk_that_takes_nothing_is_said_without_the_path(tmp_path: Path) -> None:
    async with settings_page(tmp_path, "") as page:
        page.app.folders.config_file.chmod(0o400)
        folder = page.app.folders.config
        page.app.folders.config_file.unlink()
        folder.rmdir()
        folder.write_text("in the way")
        await page.press("space")
        assert page.message.startswith("! ")
        assert page.app.settings == DEFAULTS


async def test_what_was_changed_by_hand_meanwhile_shows_after_the_next_change(tmp_path: Path) -> None:
    async with settings_page(tmp_path, "figure = true\n") as page:
        page.app.folders.config_file.write_text("figure = false # by hand\n")
        picture = await page.press("space")
        assert "Figure                [ ]" in picture
        assert page.file.startswith("figure = false # by hand\n")


async def test_other_characters_and_another_clock_hold_on_this_page_too(tmp_path: Path) -> None:
    async with settings_page(tmp_path) as page:
        await page.mark(CHARACTERS)
        await page.press("h")
        assert ">Characters             automatic  full (ASCII)" in page.picture()
        page.app.notation = Notation(twelve_hours=True, date_order="month")
        await page.press("k")
        assert page.picture().splitlines()[0].endswith("Sat Nov 21 7:46 am")
        assert "Day starts at [4:00 am]" in page.picture()


async def test_the_key_for_colours_changes_the_setting_here(tmp_path: Path) -> None:
    async with settings_page(tmp_path) as page:
        await page.press("C")
        assert page.file == 'theme = "light"\n'
        assert "Colours" in page.marked


async def test_the_footer_and_the_places(tmp_path: Path) -> None:
    async with settings_page(tmp_path) as page:
        assert "space change   t try it   tab next part   ? keys   q quit" in page.picture()
        await page.press("space")
        assert "u undo" in page.picture()
        await page.press("5")
        assert page.message == "These are the settings."
        await page.press("1", "2", "question_mark")
        assert page.app.told == ["Today", "Catalogue", "help"]


async def test_a_low_screen_shows_what_is_marked(tmp_path: Path) -> None:
    async with settings_page(tmp_path, size=(60, 14)) as page:
        assert "Day starts at         [04:00]" in await page.press("G")
        assert "Terminal bell" not in page.picture()
        assert "Cues" in await page.press("g")
        marked = page.marked
        await page.press("ctrl+d")
        assert page.marked != marked


def test_every_label_has_room_and_every_field_a_value_for_its_default() -> None:
    assert THEME in FIELDS
    for field in FIELDS:
        assert len(field.label) <= 21
        assert field.value(DEFAULTS) in field.values
        assert (len(field.names) == len(field.values)) == (field.kind is Kind.WORDS)
        assert len(field.hint) <= 78
