"""Who knows the keys does not wait for the picture: what is typed ahead reaches the screen that it is meant for."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Key

from footui.screens.builder import BuilderScreen
from footui.screens.live import LiveScreen
from footui.screens.settings import SettingsScreen
from tests.ui.builder_app import EVENING, builder
from tests.ui.driving import folders_in, running


async def test_keys_that_come_before_a_screen_is_there_are_done_by_it(tmp_path: Path) -> None:
    async with running(tmp_path) as driven:
        for key in ("5", "right", "j", "enter", "escape"):
            driven.app.post_message(Key(key, key if len(key) == 1 else None))
        await driven.shows("2 Catalogue")
        assert driven.app.is_running


async def test_a_routine_is_opened_and_its_first_step_moved_without_a_pause(tmp_path: Path) -> None:
    folder = folders_in(tmp_path).routines
    folder.mkdir(parents=True)
    (folder / "evening.toml").write_text(EVENING, encoding="utf-8")
    async with running(tmp_path) as driven:
        await driven.press("3")
        await driven.shows("Evening toes")
        for key in ("enter", "J", "ctrl+s"):
            driven.app.post_message(Key(key, key if len(key) == 1 else None))
        await driven.shows("Saved: evening.toml.")
        assert isinstance(driven.app.screen, BuilderScreen)


async def test_settings_take_a_key_that_comes_too_early(tmp_path: Path) -> None:
    async with running(tmp_path) as driven:
        driven.app.post_message(Key("5", "5"))
        driven.app.post_message(Key("right", None))
        await driven.until(lambda: isinstance(driven.app.screen, SettingsScreen) and driven.app.screen.is_mounted)
        await driven.shows("5 Settings")


@pytest.mark.parametrize("keys", ["tt", "ss"])
async def test_a_key_pressed_twice_starts_one_session(tmp_path: Path, keys: str) -> None:
    async with builder(tmp_path) as page:
        for key in keys:
            page.driven.app.post_message(Key(key, key))
        await page.driven.until(lambda: isinstance(page.driven.app.screen, LiveScreen))
        await page.driven.pilot.pause()
        assert sum(isinstance(screen, LiveScreen) for screen in page.driven.app.screen_stack) == 1


async def test_what_is_changed_elsewhere_is_asked_when_nothing_lies_over_the_builder_any_more(tmp_path: Path) -> None:
    async with builder(tmp_path) as page:
        await page.press("J")
        screen = page.screen
        await page.press("question_mark")
        assert page.driven.app.screen is not screen
        page.path.write_text(EVENING + "# theirs\n", encoding="utf-8")
        screen.look_outside()
        assert not screen.is_asking
        await page.press("escape")
        await page.driven.until(lambda: screen.is_asking)
