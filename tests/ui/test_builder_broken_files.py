"""A file of which nothing makes sense is shown with its problems; the builder says them and never falls over."""

from __future__ import annotations

from pathlib import Path

import pytest

from footui.screens.unreadable_file import UnreadableFile
from tests.ui.builder_app import EVENING, builder
from tests.ui.driving import folders_in, running

HEAD = 'format = 1\ntitle = "Evening toes"\n'
WITHOUT_STEPS = [
    "steps = 0", "steps = false", 'steps = ""', "timing = 2.5", "timing = { rest = nan }", "groups = 5", "slots = 7",
    "level = 5", "weekdays = 3\nevery_days = [[1]]", "steps = [5]", "steps = [{}]",
]  # fmt: skip


@pytest.mark.parametrize("line", WITHOUT_STEPS)
@pytest.mark.parametrize("ascii_only", [False, True])
async def test_whatever_stands_there_is_told_and_undone_to_the_byte(
    tmp_path: Path, line: str, ascii_only: bool
) -> None:
    text = f"{HEAD}{line}\n"
    async with builder(tmp_path, text, ascii_only=ascii_only) as page:
        assert "! line " in page.picture()
        said = "The file has problems: enter opens it."
        for key in ("a", "d", "c", "J", "g", "T", "i", "space", "v", "t", "s", "tab", "shift+tab"):
            await page.press(key)
            assert page.draft.text == text
        await page.press("a")
        assert page.message == said
        assert page.file == text


async def test_a_file_that_is_no_toml_is_opened_with_its_place_and_read_anew_once_it_is_mended(tmp_path: Path) -> None:
    async with builder(tmp_path, "[[[") as page:
        assert "! line 1, column 3: A key is missing here" in page.picture()
        page.path.write_text(EVENING, encoding="utf-8")
        page.screen.look_outside()
        assert "Toe presses" in await page.settled()


async def test_a_routine_without_steps_that_has_timings_of_its_own_can_be_gone_on_with(tmp_path: Path) -> None:
    async with builder(tmp_path, f"{HEAD}[timing]\nrest = 12\n") as page:
        assert "rest 12" in page.picture()
        assert "No steps yet. a adds one." in page.picture()
        await page.press("T")
        assert page.screen.is_typing


async def test_a_file_that_is_a_folder_is_told_and_the_way_back_is_open(tmp_path: Path) -> None:
    folder = folders_in(tmp_path).routines / "evening.toml"
    folder.mkdir(parents=True)
    async with running(tmp_path) as driven:
        driven.app.open_builder(folder)
        await driven.pilot.pause()
        assert isinstance(driven.app.screen, UnreadableFile)
        await driven.press("escape")
        assert not isinstance(driven.app.screen, UnreadableFile)


async def test_going_back_and_forth_reads_nothing(tmp_path: Path) -> None:
    async with builder(tmp_path) as page:
        await page.press("J", "J")
        states = page.draft.model
        page.draft._read = None  # type: ignore[assignment]  # whoever reads falls over
        await page.press("u", "u", "ctrl+r", "ctrl+r")
        assert page.draft.model is states


async def test_steps_are_read_with_the_exercises_there_are_now(tmp_path: Path) -> None:
    text = EVENING.replace("toe-walk", "my-walk")
    folder = folders_in(tmp_path).exercises
    folder.mkdir(parents=True)
    own = folder / "my-walk.toml"
    own.write_text('format = 1\ntitle = "My walk"\nposition = "standing"\nsteps = ["Walk."]\n', encoding="utf-8")
    async with builder(tmp_path, text) as page:
        assert "My walk" in page.picture()
        own.unlink()
        page.driven.app.files_changed()
        await page.driven.shows("no exercise “my-walk”")
