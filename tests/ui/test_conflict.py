"""A file changed here and elsewhere at once: nothing is lost, nothing is written over unseen, and leaving asks."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, ClassVar

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.app import ComposeResult
from textual.binding import BindingType

from footui.commands import Place
from footui.core.exercise import Exercise
from footui.screens.base import bindings_of
from footui.screens.conflict import ConflictScreen, difference_rows
from footui.screens.draft_screen import DraftScreen
from footui.screens.guide import Guide
from footui.storage.draft import Draft
from footui.storage.exercise_file import read_exercise
from footui.storage.toml_edit import SetKey
from footui.storage.toml_source import TomlSource
from footui.widgets.footer import Footer
from footui.widgets.page import Page
from footui.widgets.rows import Run
from footui.widgets.text_line import MessageRow
from tests.ui.one_screen import OneScreen, one_screen

TEXT = '# mine\nformat = 1\ntitle = "Towel curls"\nposition = "sitting"\nsteps = ["Pull the towel."]\n'
THEIRS = TEXT.replace("Pull the towel.", "Pull it towards you.")


def read(source: TomlSource) -> Exercise:
    return read_exercise(source, "towel-curl", None)


class Changes(DraftScreen):
    """Shows the file, and changes its title."""

    PLACES = (Place.EXERCISE_EDITOR, Place.EDITING, Place.LISTS, Place.EVERYWHERE)
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(*PLACES)
    LOOK_EVERY_SECONDS = 3600.0  # a test says itself when a second goes by
    do_exercise_editor_save = DraftScreen.save_and_tell

    def __init__(self, guide: Guide, draft: Draft[Any]) -> None:
        super().__init__(guide, draft)
        self.types = False

    @property
    def is_typing(self) -> bool:
        return self.types

    def compose(self) -> ComposeResult:
        glyphs = self.guide.glyphs
        yield Page(glyphs=glyphs, id="text")
        yield MessageRow(glyphs=glyphs, id="message")
        yield Footer(glyphs=glyphs, id="footer")

    def on_mount(self) -> None:
        self.query_one(Page).focus()
        self.show_draft()

    def show_draft(self) -> None:
        self.query_one(Page).set([(Run(row),) for row in self.draft.text.splitlines()])
        self.show_footer()

    def do_exercise_editor_change(self) -> None:
        title = f"{self.draft.table['title']} again"
        assert self.change(SetKey(("title",), title)) is None


class Changing:
    """The running screen, its file, and what a test wants of them."""

    def __init__(self, page: OneScreen, path: Path) -> None:
        self.page = page
        self.path = path

    @property
    def screen(self) -> Changes:
        return next(screen for screen in self.page.app.screen_stack if isinstance(screen, Changes))

    @property
    def file(self) -> str:
        return self.path.read_text()

    async def elsewhere(self, text: str = THEIRS) -> str:
        """Somebody else writes the file, and a second goes by."""
        self.path.write_text(text)
        return await self.a_second()

    async def a_second(self) -> str:
        self.screen.look_outside()
        await self.page.pilot.pause()
        return self.page.picture()


@asynccontextmanager
async def changing(path: Path, text: str = TEXT, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Changing]:
    file = path / "towel-curl.toml"
    file.write_text(text)
    async with one_screen(lambda guide: Changes(guide, Draft.open(file, read)), size=size) as page:
        yield Changing(page, file)


async def test_what_is_written_elsewhere_comes_in_by_itself_and_can_be_undone(tmp_path: Path) -> None:
    async with changing(tmp_path) as file:
        picture = await file.elsewhere()
        assert "Pull it towards you." in picture
        assert file.page.message == "Changed elsewhere at 07:46: read anew. u brings back what was here."
        assert "Pull the towel." in await file.page.press("u")
        await file.page.press("ctrl+s")
        assert file.file == TEXT


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (120, 40), (30, 10)])
async def test_with_changes_here_and_elsewhere_it_asks(
    tmp_path: Path, size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    async with changing(tmp_path, size=size) as file:
        await file.page.press("enter")
        assert await file.elsewhere() == snapshot(name="question")
        assert await file.page.press("enter") == snapshot(name="difference")
        await file.page.press("enter")
        assert file.page.message == "Nothing is saved. ctrl+s asks again."
        assert file.file == THEIRS


async def test_mine_goes_over_theirs_with_the_next_save(tmp_path: Path) -> None:
    async with changing(tmp_path) as file:
        await file.page.press("enter")
        await file.elsewhere()
        await file.page.press("enter", "m")
        assert file.file == THEIRS
        await file.a_second()
        assert not file.screen.is_asking
        await file.page.press("ctrl+s")
        assert file.file == TEXT.replace("curls", "curls again")


async def test_mine_goes_over_no_other_than_what_was_looked_at(tmp_path: Path) -> None:
    async with changing(tmp_path) as file:
        await file.page.press("enter")
        await file.elsewhere()
        await file.page.press("enter", "m")
        file.path.write_text(THEIRS + "# and more\n")
        assert "Changed elsewhere" in await file.page.press("ctrl+s")
        assert file.file == THEIRS + "# and more\n"


async def test_theirs_is_taken_and_mine_comes_back_with_u(tmp_path: Path) -> None:
    async with changing(tmp_path) as file:
        await file.page.press("enter")
        await file.elsewhere()
        picture = await file.page.press("down", "down", "enter")
        assert "Pull it towards you." in picture
        assert "Towel curls again" in await file.page.press("u")


async def test_decided_later_a_save_refuses_and_asks_again(tmp_path: Path) -> None:
    async with changing(tmp_path) as file:
        await file.page.press("enter")
        await file.elsewhere()
        await file.page.press("escape")
        await file.a_second()
        assert not file.screen.is_asking
        picture = await file.page.press("ctrl+s")
        assert "Changed elsewhere at 07:46; your changes are still here." in picture
        assert file.file == THEIRS


async def test_nothing_is_asked_while_a_field_is_typed_in(tmp_path: Path) -> None:
    async with changing(tmp_path) as file:
        await file.page.press("enter")
        file.screen.types = True
        await file.elsewhere()
        assert not file.screen.is_asking
        file.screen.types = False
        await file.a_second()
        assert file.screen.is_asking


async def test_a_file_that_goes_away_is_kept_here_and_written_anew(tmp_path: Path) -> None:
    async with changing(tmp_path) as file:
        file.path.unlink()
        await file.a_second()
        assert file.page.message == ""  # an editor that saves may have it gone for a moment
        await file.a_second()
        assert file.page.message == (
            "! towel-curl.toml was removed or renamed elsewhere. All of it is still here; ctrl+s writes it anew."
        )
        await file.page.press("ctrl+s")
        assert file.file == TEXT


async def test_a_save_that_fails_loses_nothing_and_says_so(tmp_path: Path) -> None:
    async with changing(tmp_path) as file:
        await file.page.press("enter", "enter")
        file.path.unlink()
        file.path.mkdir()
        await file.page.press("ctrl+s")
        assert file.page.message.startswith("! ")
        assert file.page.message.endswith("Your 2 changes are kept here.")
        assert file.screen.draft.changes == 2


async def test_undo_and_redo(tmp_path: Path) -> None:
    async with changing(tmp_path) as file:
        await file.page.press("u")
        assert file.page.message == "Nothing to undo."
        await file.page.press("ctrl+r")
        assert file.page.message == "Nothing to redo."
        await file.page.press("ctrl+s")
        assert file.page.message == "Nothing has changed."
        await file.page.press("enter")
        assert "Towel curls again" not in await file.page.press("u")
        assert "Towel curls again" in await file.page.press("ctrl+r")
        await file.page.press("ctrl+s")
        assert file.page.message == "Saved: towel-curl.toml."
        assert "files changed" in file.page.app.told


@pytest.mark.parametrize(("key", "where"), [("1", "Today"), ("2", "Catalogue"), ("3", "Routines"), ("5", "Settings")])
async def test_leaving_with_changes_asks_and_enter_stays(tmp_path: Path, key: str, where: str) -> None:
    async with changing(tmp_path) as file:
        await file.page.press("enter")
        picture = await file.page.press(key)
        assert "“Towel curls again” has 1 change that is not saved." in picture
        assert file.page.marked == "stay"
        await file.page.press("enter")
        assert file.page.app.told == []
        await file.page.press(key, "down", "down", "enter")
        assert file.page.app.told == [where]
        assert file.file == TEXT


async def test_save_and_leave(tmp_path: Path) -> None:
    async with changing(tmp_path) as file:
        await file.page.press("enter", "q", "down", "enter")
        assert file.page.app.return_value == 0
        assert "again" in file.file


async def test_save_and_leave_does_not_leave_where_it_cannot_save(tmp_path: Path) -> None:
    async with changing(tmp_path) as file:
        await file.page.press("enter")
        file.path.write_text(THEIRS)
        picture = await file.page.press("q", "down", "enter")
        assert "Changed elsewhere" in picture
        assert isinstance(file.page.app.screen, Changes)


async def test_leaving_without_changes_asks_nothing(tmp_path: Path) -> None:
    async with changing(tmp_path) as file:
        await file.page.press("2")
        assert file.page.app.told == ["Catalogue"]


async def test_the_persons_editor_wants_a_saved_file(tmp_path: Path) -> None:
    async with changing(tmp_path) as file:
        await file.page.press("enter", "E")
        assert file.page.message == "Save first: ctrl+s."
        assert file.page.app.told == []


async def test_after_the_editor_the_file_is_read_and_problems_lead_back_to_the_line(tmp_path: Path) -> None:
    async with changing(tmp_path) as file:
        texts = iter([TEXT.replace('"sitting"', '"siting"'), THEIRS])

        def write(path: Path) -> str:
            path.write_text(next(texts))
            return ""

        file.page.app.in_editor = write
        assert "1 problem. Line 4, column 12: “position”" in await file.page.press("E")
        assert file.page.marked == "go back to line 4"
        picture = await file.page.press("enter")
        assert "Pull it towards you." in picture
        assert file.page.message == "Read anew. u brings back what was here."
        assert [told for told in file.page.app.told if told.startswith("edit")] == [
            "edit towel-curl.toml at None",
            "edit towel-curl.toml at 4",
        ]


async def test_an_editor_that_changes_nothing_or_cannot_be_started(tmp_path: Path) -> None:
    async with changing(tmp_path) as file:
        await file.page.press("E")
        assert file.page.message == "Nothing was changed in the file."
        file.page.app.in_editor = lambda _path: "! No editor is set."
        await file.page.press("E")
        assert file.page.message == "! No editor is set."


async def test_the_page_of_the_difference_scrolls_and_leads_nowhere_else() -> None:
    difference = ["--- mine", "+++ theirs", "@@ -1,60 +1,60 @@", *(f"-line {number}" for number in range(60))]
    async with one_screen(lambda guide: ConflictScreen(guide, "Towel curls", "12:38", difference)) as page:
        assert "-line 0" in page.picture().replace("- ", "-")
        assert "line 59" in await page.press("G")
        await page.press("2")
        assert page.message == "m keeps yours, t takes theirs, esc decides later."
        await page.press("q")
        assert page.app.return_value is None


def test_a_difference_keeps_blanks_and_goes_on_in_the_next_row() -> None:
    rows = difference_rows(["--- a", "+++ b", "@@ -3,2 +3,2 @@", "-  a = 1", "+  a = 12345678", " [x]"], 10)
    assert ["".join(run.text for run in row) for row in rows] == [
        "line 3",
        "-   a = 1",
        "+   a = 12",
        "  345678",
        "  [x]",
    ]


async def test_once_it_is_decided_on_the_page_of_the_difference_it_is_not_asked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with changing(tmp_path) as file:
        await file.page.press("enter")
        await file.elsewhere()
        await file.page.press("enter")
        assert isinstance(file.page.app.screen, ConflictScreen)
        with monkeypatch.context() as patched:  # the screen is in front again before it is told what was decided
            patched.setattr(Changes, "is_active", True)
            file.screen.look_outside()
        assert not file.screen.is_asking
        await file.page.press("m", "ctrl+s")
        assert file.page.message == "Saved: towel-curl.toml."
        assert file.file == TEXT.replace("Towel curls", "Towel curls again")
