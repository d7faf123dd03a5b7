"""Exercises are looked through, keys are found, and one comes back to the first screen."""

from __future__ import annotations

import re
from pathlib import Path

from footui.screens.live import LiveScreen
from footui.storage.history import History
from tests.ui.driving import folders_in, running

OWN = 'format = 1\ntitle = "Evening toes"\n[[steps]]\nexercise = "toe-press"\nreps = 5\n'


def own_routine(path: Path, name: str, text: str) -> None:
    """Put a routine into the person's folder."""
    folder = folders_in(path).routines
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text)


async def test_the_catalogue_finds_as_you_type_and_shows_doses_by_source(tmp_path: Path) -> None:
    async with running(tmp_path, size=(120, 100)) as app:
        picture = await app.press("2")
        assert re.search(r"\d\d exercises", picture)
        picture = await app.press("slash", *"toe walk")
        assert re.search(r"\d+ of \d\d found", picture)
        assert picture.splitlines()[2].partition("│")[2].strip() == "Toe walking"
        assert "Doses by source" in picture
        assert "▸Five feet       article  20 s × 5," in picture
        assert "Twenty minutes" in picture.split("Used in:")[1]


async def test_letters_in_the_field_are_text_and_escape_goes_back_one_layer_at_a_time(tmp_path: Path) -> None:
    async with running(tmp_path) as app:
        picture = await app.press("2", "slash", "q", "1")
        assert "/ q1▏" in picture
        assert "Nothing fits." in picture
        assert "/ q1 " in await app.press("escape")
        assert re.search(r"\d\d exercises", await app.press("escape"))
        await app.press("escape")
        await app.shows("You follow no routine yet.")
        assert "This is the first screen. q quits." in await app.press("escape")


async def test_an_exercise_is_tried_from_the_catalogue_without_a_record(tmp_path: Path) -> None:
    async with running(tmp_path) as app:
        await app.press("2", "slash", *"toe walking", "enter", "t")
        assert isinstance(app.app.screen, LiveScreen)
        assert app.session.timeline.routine.title == "Toe walking"
        await app.go(60)
        assert History(folders_in(tmp_path).history_file).sessions() == []


async def test_an_exercise_of_the_catalogue_is_added_to_a_routine_of_ones_own(tmp_path: Path) -> None:
    own_routine(tmp_path, "evening-toes.toml", OWN)
    async with running(tmp_path) as app:
        await app.press("2", "slash", *"toe walking", "enter", "a", "enter")
        await app.shows("Toe walking added to Evening toes: ")
        text = (folders_in(tmp_path).routines / "evening-toes.toml").read_text()
        assert text.startswith(OWN)
        assert "source = " in text.removeprefix(OWN)


async def test_help_lists_what_is_not_possible_with_the_reason(tmp_path: Path) -> None:
    async with running(tmp_path, size=(120, 40)) as app:
        picture = await app.press("question_mark")
        assert "Start the marked routine" in picture
        not_now = picture.split("Not now")[1]
        assert "This is the first screen. q quits." in not_now
        await app.press("escape")
        assert "You follow no routine yet." in app.picture()


async def test_quitting(tmp_path: Path) -> None:
    async with running(tmp_path) as app:
        await app.press("q")
    assert app.app.return_value == 0


async def test_keys_that_come_in_one_bundle_go_where_each_was_meant(tmp_path: Path) -> None:
    async with running(tmp_path) as app:
        await app.press("2")
        app.app.screen.run_command("list.find")  # type: ignore[attr-defined]  # the catalogue has commands
        assert app.app.focused is app.app.screen.query_one("#find")


async def test_the_date_stands_as_the_locale_writes_it(tmp_path: Path) -> None:
    async with running(tmp_path, env={"LANG": "en_US.UTF-8"}) as app:
        assert "Sat Nov 21 7:46 am" in app.picture()
        assert "Sat Nov 21 7:46 am" in await app.press("2")
