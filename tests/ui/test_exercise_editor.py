"""An own exercise is changed line by line: as it is typed it is checked, and the file stays the person's own."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from footui.commands import Place
from footui.screens.draft_screen import DraftScreen
from footui.screens.exercise_editor import ExerciseEditor, exercise_editor_of
from footui.screens.exercise_editor_lines import Line
from footui.screens.shelf import Shelf
from footui.storage.catalogue import load_catalogue
from footui.storage.folders import Folders
from footui.storage.history import History
from footui.storage.own_exercises import copy_exercise, new_exercise
from tests.ui.one_screen import OneScreen, one_screen

TOWEL = """\
# towels are in the second drawer
format = 1
title = "Towel curls"
position = 'sitting'
equipment = [{ name = "towel" }]
brief = "Pull the towel towards you with your toes."

steps = [
    "Put a towel flat on the floor.",   # a small one
    "Pull it towards you with your toes.",
    "Push it away again.",
]
cautions = ["Stop where it hurts."]

[variants.standing]
title = "standing"
position = "standing"

[[doses]]
source = "my physiotherapist, June"
published = "5 times a day"
open = ["which foot"]
assumed = ["both at once"]
dose = { reps = 5 }
"""


class Editing:
    """The running editor, and its file."""

    def __init__(self, page: OneScreen, path: Path) -> None:
        self.page = page
        self.path = path
        self.press = page.press

    @property
    def screen(self) -> ExerciseEditor:
        screen = self.page.app.screen
        assert isinstance(screen, ExerciseEditor)
        return screen

    @property
    def file(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @property
    def line(self) -> str:
        """The line with the focus bar, up to the page beside it."""
        return " ".join(self.page.marked.split("│")[0].split())

    async def to(self, *path: str | int) -> None:
        """Mark a line."""
        self.screen.mark(path)
        await self.page.pilot.pause()

    async def saved(self) -> list[tuple[str, str]]:
        """Save; the lines of the file that are other ones now, before and after."""
        before = self.file.splitlines()
        await self.press("ctrl+s")
        after = self.file.splitlines()
        start = next((at for at, (old, new) in enumerate(zip(before, after, strict=False)) if old != new), len(before))
        end = next(
            (at for at, (old, new) in enumerate(zip(before[::-1], after[::-1], strict=False)) if old != new), 0
        )  # fmt: skip
        end = min(end, len(before) - start, len(after) - start)
        old, new = before[start : len(before) - end], after[start : len(after) - end]
        return [(each, "") for each in old] + [("", each) for each in new]


def shelf_in(folders: Folders) -> Shelf:
    """What the editor asks for of the files, without the routines."""
    return Shelf(folders, History(folders.history_file), load_catalogue(folders), ())


@asynccontextmanager
async def editing(
    path: Path,
    text: str | None = TOWEL,
    *,
    shipped: str | None = None,
    size: tuple[int, int] = (80, 40),
    ascii_only: bool = False,
) -> AsyncIterator[Editing]:
    """The editor of an exercise with this text, of a copy of a shipped one, or of a new one."""
    folders = Folders(path / "config", path / "data", path / "state")
    if shipped is not None:
        entry = load_catalogue(folders).entry(shipped)
        assert entry is not None
        file = copy_exercise(folders, entry)
    else:
        file = new_exercise(folders, "Towel curls")
        if text is not None:
            file.write_text(text, encoding="utf-8")
    shelf = shelf_in(folders)
    async with one_screen(
        lambda guide: exercise_editor_of(guide, shelf, file), size=size, ascii_only=ascii_only
    ) as page:
        yield Editing(page, file)


@pytest.fixture(autouse=True)
def _nobody_looks_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(DraftScreen, "LOOK_EVERY_SECONDS", 3600.0)


# Pictures


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (120, 40)])
async def test_the_editor_at_every_size(tmp_path: Path, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    async with editing(tmp_path, size=size) as editor:
        assert editor.page.picture() == snapshot(name="lines")
        assert await editor.press("j", "j", "j", "enter", "down") == snapshot(name="a choice")
        await editor.press("escape")
        await editor.to("brief")
        await editor.press("enter")
        assert await editor.press(*" Slowly, and without lifting the heel.") == snapshot(name="too long")
        await editor.press("escape")
        await editor.to("doses", 0, "dose")
        await editor.press("enter")
        assert await editor.press(*", sets 3, sides each") == snapshot(name="a dose")


async def test_an_editor_in_ascii(tmp_path: Path, snapshot: SnapshotAssertion) -> None:
    async with editing(tmp_path, size=(60, 40), ascii_only=True) as editor:
        await editor.press("enter")
        assert await editor.page.paste(" “slowly”") == snapshot


@pytest.mark.parametrize("size", [(30, 8), (10, 4), (300, 100)])
async def test_it_works_at_any_size(tmp_path: Path, size: tuple[int, int]) -> None:
    async with editing(tmp_path, size=size) as editor:
        await editor.press("enter", *"!", "enter", "G", "ctrl+s")
        assert 'title = "Towel curls!"' in editor.file


# Typing


async def test_a_line_is_changed_where_it_stands_and_nothing_else(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        picture = await editor.press("enter", *" now")
        assert "▌Title          Towel curls now▏" in picture
        assert editor.screen.active_places() == (Place.FIELDS,)
        assert "Catalogue › Towel curls now · your own" in await editor.press("enter")
        assert "not saved · 1 change" in editor.page.picture()
        assert await editor.saved() == [
            ('title = "Towel curls"', ""),
            ("", 'title = "Towel curls now"'),
        ]
        assert editor.page.message == "Saved: towel-curls.toml."


async def test_letters_are_text_in_a_line_and_escape_puts_back(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        await editor.press("enter", *"jqd?12/u", "escape")
        assert editor.line == "Title Towel curls"
        assert not editor.screen.draft.is_changed
        await editor.press("enter", "x", "ctrl+c")
        assert editor.line == "Title Towel curls"
        await editor.press("enter", "f1")
        assert editor.page.message == "enter takes it, esc puts back what was there."


async def test_what_is_typed_ahead_is_not_lost(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        await editor.press("j", "enter", *"rolls", "enter", "j")
        assert editor.screen.draft.table["also"] == ["rolls"]
        assert editor.line == "What it is for –"


async def test_each_letter_is_checked_with_the_words_of_check(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        await editor.to("brief")
        await editor.press("enter")
        await editor.press(*" Slowly, and without lifting the heel")
        assert editor.page.message == "! “brief” is too long: 76 characters is the most."
        await editor.press("enter")
        assert "heel▏" in editor.page.picture()
        assert not editor.screen.draft.is_changed
        await editor.press("backspace", "backspace", "backspace")
        assert "“brief”" not in editor.page.picture()
        await editor.press("enter")
        assert not editor.screen.is_typing
        assert "76 of 76" in editor.page.picture()


async def test_a_title_cannot_be_left_out(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        await editor.press("enter", "ctrl+u")
        assert editor.page.message == "! no title. Write “title” and a text."
        await editor.press("enter", "escape", "d")
        assert editor.page.message == "! no title. Write “title” and a text."
        assert not editor.screen.draft.is_changed


async def test_a_position_is_chosen(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        await editor.to("position")
        await editor.press("enter")
        assert "standing (sitting) lying  walking  kneeling" in await editor.press("q")
        assert "standing  sitting (lying)" in await editor.press("down")
        await editor.press("l", "space", "up", "enter")
        assert await editor.saved() == [("position = 'sitting'", ""), ("", "position = 'walking'")]


async def test_lists_of_words_are_typed_with_commas(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        await editor.to("also")
        await editor.press("enter", *"towel scrunches , toe curls,", "enter")
        assert editor.line == "Other names towel scrunches, toe curls"
        assert await editor.saved() == [("", 'also = ["towel scrunches", "toe curls"]')]


async def test_words_with_commas_of_their_own_are_parted_by_semicolons(tmp_path: Path) -> None:
    async with editing(tmp_path, shipped="band-point") as editor:
        await editor.to("also")
        assert "band, foot down" in editor.page.picture()
        await editor.press("enter", *"; pointing", "enter")
        assert editor.screen.draft.table["also"][-2:] == ["band, foot down", "pointing"]


async def test_tab_takes_it_and_goes_to_the_next_line(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        await editor.press("enter", "!", "tab", *"rolls", "shift+tab")
        assert editor.line == "Title Towel curls!▏"
        assert editor.screen.draft.table["also"] == ["rolls"]


async def test_ctrl_s_takes_what_is_typed_and_saves(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        await editor.press("enter", "!")
        assert await editor.saved() == [
            ('title = "Towel curls"', ""),
            ("", 'title = "Towel curls!"'),
        ]


async def test_a_paste_is_one_line(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        await editor.press("enter")
        await editor.page.paste(",\nslowly\x1b[31m")
        await editor.press("enter")
        assert editor.screen.draft.table["title"] == "Towel curls, slowly[31m"


async def test_the_page_beside_it_follows_each_letter(tmp_path: Path) -> None:
    async with editing(tmp_path, size=(120, 40)) as editor:
        await editor.to("steps", 0)
        await editor.press("enter")
        picture = await editor.press(*" Sit.")
        assert "│ 1 Put a towel flat on the floor. Sit." in picture


# Lists


async def test_a_step_is_added_below_the_marked_one(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        await editor.to("steps", 0)
        await editor.press("a", *"Sit down.", "enter")
        assert editor.line == "2 Sit down."
        assert await editor.saved() == [("", '    "Sit down.",')]


async def test_a_step_is_added_at_the_end_by_its_own_line(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        await editor.to("steps", 3)
        assert editor.line == "+ a step"
        await editor.press("enter", *"Rest.", "enter")
        assert await editor.saved() == [("", '    "Rest.",')]


async def test_nothing_typed_adds_nothing(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        await editor.to("steps", 0)
        await editor.press("a", "enter")
        assert not editor.screen.draft.is_changed
        await editor.press("a", *"Sit.", "escape")
        assert not editor.screen.draft.is_changed


async def test_steps_are_moved_with_their_comments(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        await editor.to("steps", 0)
        await editor.press("J")
        assert editor.line == "2 Put a towel flat on the floor."
        await editor.press("J")
        assert editor.line == "3 Put a towel flat on the floor."
        await editor.press("J")
        assert editor.page.message == "Already the last."
        await editor.press("ctrl+s")
        assert '"Push it away again.",\n    "Put a towel flat on the floor.",   # a small one\n]' in editor.file
        await editor.to("steps", 0)
        await editor.press("K")
        assert editor.page.message == "Already the first."


async def test_steps_are_deleted_but_not_the_last_one(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        await editor.to("steps", 1)
        await editor.press("d")
        assert editor.page.message == "Deleted. u brings it back."
        assert editor.line == "2 Push it away again."
        await editor.press("d", "d")
        assert editor.line == "1 Put a towel flat on the floor."
        assert editor.page.message.startswith("! no steps. Write “steps”")
        assert editor.screen.draft.table["steps"] == ["Put a towel flat on the floor."]
        await editor.press("u", "u")
        assert not editor.screen.draft.is_changed


async def test_the_last_caution_goes_with_its_key_and_undo_gives_back_the_very_file(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        await editor.to("cautions", 0)
        await editor.press("d")
        assert await editor.saved() == [('cautions = ["Stop where it hurts."]', "")]
        await editor.press("u", "ctrl+s")
        assert editor.file == TOWEL


async def test_things_are_typed_with_what_may_stand_in_for_them(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        await editor.to("equipment", 0)
        await editor.press("enter", *" (or cloth, sheet)", "enter")
        assert await editor.saved() == [
            ('equipment = [{ name = "towel" }]', ""),
            ("", 'equipment = [{ name = "towel", instead = ["cloth", "sheet"] }]'),
        ]
        await editor.press("a", *"chair", "enter", "K", "ctrl+s")
        assert [thing["name"] for thing in editor.screen.draft.table["equipment"]] == ["chair", "towel"]
        await editor.press("d", "d", "ctrl+s")
        assert "equipment" not in editor.screen.draft.table


async def test_a_line_that_stands_alone_asks_what_to_add(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        picture = await editor.press("a")
        assert "Add what?" in picture
        assert editor.line == "a thing"
        await editor.press("down", "down", "enter", *"Sit upright.", "enter")
        assert editor.screen.draft.table["cautions"][-1] == "Sit upright."
        await editor.press("J")
        assert editor.page.message == "Already the last."
        await editor.to("title")
        await editor.press("J")
        assert editor.page.message == "This line has its place. Steps, cautions, things and doses can be moved."


# Forms and doses


async def test_a_form_is_added_and_gets_something_of_its_own(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        await editor.to("variants", "")
        await editor.press("enter", *"With a small ball", "enter")
        assert editor.line == "Title With a small ball"
        await editor.press("a", "down", "down", "down", "enter", *"Grip the ball.", "enter")
        assert editor.line.startswith("Brief Grip the ball.")
        await editor.press("a", "down", "down", "enter", *"small ball", "enter")
        await editor.press("ctrl+s")
        assert (
            '[variants.with-a-small-ball]\ntitle = "With a small ball"\n'
            'equipment = [{ name = "small ball" }]\nbrief = "Grip the ball."\n'
        ) in editor.file


async def test_a_form_is_deleted_whole_unless_a_dose_is_for_it(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        await editor.to("doses", 0, "variant")
        await editor.press("enter", "down", "enter")
        assert editor.line == "Form standing"
        await editor.to("variants", "standing", "title")
        await editor.press("d")
        assert editor.page.message.startswith("! “towel-curls” has one form only")
        await editor.press("u", "d")
        assert editor.page.message == "The form is deleted. u brings it back."
        await editor.press("ctrl+s")
        assert "[variants" not in editor.file


async def test_a_dose_is_added_by_source_as_published_and_as_keys_of_a_step(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        await editor.press("G", "enter", *"my trainer, in May", "enter", *"3 s × 10", "enter")
        assert editor.line == "Dose –"
        await editor.press("enter", *"hold 3, reps 5-10, directions clockwise, anticlockwise, sides eac")
        assert editor.page.message.startswith("! “sides” takes one of")
        await editor.press("h")
        assert editor.page.message.startswith("3 s each way × 5–10")
        await editor.press("enter", "a", "enter", *"which days -> yours to choose", "enter", "ctrl+s")
        assert editor.file.endswith(
            '\n[[doses]]\nsource = "my trainer, in May"\npublished = "3 s × 10"\nopen = ["which days"]\n'
            'assumed = ["yours to choose"]\n'
            'dose = { hold = 3, reps = [5, 10], sides = "each", directions = ["clockwise", "anticlockwise"] }\n'
        )


async def test_a_key_of_a_dose_is_changed_alone(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        await editor.to("doses", 0, "dose")
        assert editor.line == "Dose 5 at your own pace"
        await editor.press("enter", *", sets 2", "enter")
        assert await editor.saved() == [("dose = { reps = 5 }", ""), ("", "dose = { reps = 5, sets = 2 }")]


async def test_what_is_left_open_needs_what_is_taken_for_it(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        await editor.to("doses", 0, "open", 0)
        assert editor.line == "Open → taken which foot → both at once"
        await editor.press("enter", "ctrl+u", *"which foot")
        assert editor.page.message == "! Write what is left open, an arrow (->), and what is taken for it."
        await editor.press(*" -> the left")
        assert editor.page.message.startswith("what the source leaves open")
        await editor.press("enter")
        assert await editor.saved() == [('assumed = ["both at once"]', ""), ("", 'assumed = ["the left"]')]
        await editor.press("d", "ctrl+s")
        assert "open =" not in editor.file
        assert "assumed =" not in editor.file


async def test_a_dose_goes_and_moves_as_a_whole(tmp_path: Path) -> None:
    second = '\n[[doses]]\nsource = "my trainer, in May"\npublished = "once"\n'
    async with editing(tmp_path, TOWEL + second) as editor:
        await editor.to("doses", 1, "source")
        await editor.press("K")
        assert editor.line == "Source my trainer, in May"
        assert editor.screen.draft.table["doses"][0]["published"] == "once"
        await editor.press("K")
        assert editor.page.message == "Already the first."
        await editor.press("d")
        assert editor.page.message == "The dose is deleted. u brings it back."
        await editor.press("ctrl+s")
        assert editor.file == TOWEL


# Files that are not right


def mended(path: Path) -> str:
    """What the person does in their editor."""
    path.write_text(TOWEL, encoding="utf-8")
    return ""


async def test_a_broken_file_lists_its_problems_first_and_can_be_mended(
    tmp_path: Path, snapshot: SnapshotAssertion
) -> None:
    broken = TOWEL.replace("'sitting'", '"siting"').replace("brief =", "breif =")
    async with editing(tmp_path, broken, size=(80, 24)) as editor:
        assert editor.page.picture() == snapshot
        await editor.to("position")
        await editor.press("enter")
        assert editor.page.message == "This line is written in a way of its own. E opens it in an editor."
        await editor.press("g")
        assert editor.line.startswith("! line 4, column 12:")
        editor.page.app.in_editor = mended
        await editor.press("enter")
        assert editor.page.app.told[0] == "edit towel-curls.toml at 4"
        assert editor.line == "Position sitting"
        assert "! line" not in editor.page.picture()


async def test_a_file_that_is_no_toml_shows_why_and_leads_to_the_editor(
    tmp_path: Path, snapshot: SnapshotAssertion
) -> None:
    async with editing(tmp_path, 'format = 1\ntitle = "Towel\n', size=(80, 12)) as editor:
        assert editor.page.picture() == snapshot
        for key in ("a", "d", "J"):
            await editor.press(key)
            assert editor.page.message == "This file cannot be changed line by line. E opens it in an editor."
        editor.page.app.in_editor = mended
        await editor.press("E")
        assert editor.page.app.told[0] == "edit towel-curls.toml at 2"
        assert "Towel curls" in editor.page.picture()


async def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    folders = Folders(tmp_path / "config", tmp_path / "data", tmp_path / "state")
    shelf = shelf_in(folders)
    async with one_screen(lambda guide: exercise_editor_of(guide, shelf, tmp_path / "gone.toml")) as page:
        assert "There is no such file." in page.picture()


async def test_other_values_than_are_asked_for_are_left_to_the_persons_editor(tmp_path: Path) -> None:
    text = TOWEL.replace('"Push it away again."', "3").replace("{ reps = 5 }", "{ repz = 5 }")
    async with editing(tmp_path, text) as editor:
        await editor.to("steps", 2)
        await editor.press("enter")
        assert editor.page.message == "This line is written in a way of its own. E opens it in an editor."
        await editor.to("title")
        await editor.press("enter", "!", "enter")
        assert await editor.saved() == [
            ('title = "Towel curls"', ""),
            ("", 'title = "Towel curls!"'),
        ]


async def test_a_new_exercise_begins_with_an_example_that_can_be_changed(
    tmp_path: Path, snapshot: SnapshotAssertion
) -> None:
    async with editing(tmp_path, None) as editor:
        before = editor.file
        await editor.to("steps", 0)
        await editor.press("enter", "ctrl+u", *"Put a towel flat on the floor.", "enter")
        await editor.press("a", *"Pull it towards you.", "enter")
        await editor.to("body_parts")
        await editor.press("enter", *"toes", "enter", "ctrl+s")
        assert editor.file == snapshot
        kept = [line for line in before.splitlines() if line.startswith("#")]
        assert [line for line in editor.file.splitlines() if line.startswith("#")] == kept


@pytest.mark.parametrize("shipped", ["band-point", "toe-walk", "ankle-circle"])
async def test_looking_at_each_line_of_a_shipped_exercise_changes_nothing(tmp_path: Path, shipped: str) -> None:
    async with editing(tmp_path, shipped=shipped) as editor:
        before = editor.file
        screen = editor.screen
        lines = [line for line in screen.lines if isinstance(line, Line) and not line.adds]
        assert all(line.can_be_typed for line in lines)
        for line in lines:
            screen.begin(line)
            screen.do_field_take()
        assert not screen.draft.is_changed
        assert editor.file == before


# The mouse


async def test_a_click_marks_and_a_second_one_puts_the_cursor_in(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        await editor.page.click("Push it away")
        assert editor.line == "3 Push it away again."
        await editor.page.click("Push it away")
        assert editor.line == "3 Push it away again.▏"
        await editor.press(*" Rest.")
        await editor.page.click("Stop where")
        assert editor.screen.draft.table["steps"][2] == "Push it away again. Rest."
        assert editor.line == "! Stop where it hurts."


async def test_a_click_elsewhere_does_not_leave_a_line_that_is_not_right(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        await editor.press("enter", "ctrl+u")
        await editor.page.click("Stop where")
        assert editor.screen.is_typing
        assert editor.page.message == "! no title. Write “title” and a text."
        assert editor.line == "Title ▏"
