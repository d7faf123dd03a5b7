"""A person builds the programme of the second article from nothing, by keys alone."""

from __future__ import annotations

from pathlib import Path

from footui.storage.catalogue import load_catalogue
from footui.storage.folders import shipped_routines
from footui.storage.library import Library
from footui.storage.routine_file import read_routine
from footui.storage.toml_source import read_toml_file
from tests.ui.builder_app import Built
from tests.ui.driving import folders_in, running

WRITTEN = """\
format = 1
title = "Breakfast, lunch and dinner"
source = "five-easy-foot-exercises"
slots = ["breakfast", "lunch", "dinner"]

[[steps]]
exercise = "toe-press"
hold = 3
unit = "counts"
reps = 10
times_per_day = 3
source = "five-easy-foot-exercises"
note = "Never go into a position that hurts your knee."

[[steps]]
exercise = "toe-walk"
move = 20
sets = 5
rest = 10
source = "five-easy-foot-exercises"

[[steps]]
exercise = "ankle-circle"
variant = "lying"
move = 10
unit = "counts"
sides = "each"
directions = ["clockwise", "anticlockwise"]
source = "five-easy-foot-exercises"

[[steps]]
exercise = "band-flex"
variant = "floor"
hold = 5
reps = [1, 5]
source = "five-easy-foot-exercises"

[[steps]]
exercise = "pencil-pickup"
hold = 10
reps = 5
sides = "each"
times_per_day = [2, 3]
source = "five-easy-foot-exercises"
note = "Shoes and socks off."
"""


async def test_the_second_article_by_keys_alone_writes_a_file_one_is_glad_to_have(tmp_path: Path) -> None:
    async with running(tmp_path) as driven:
        page = Built(driven, folders_in(tmp_path).routines / "breakfast-lunch-and-dinner.toml")
        await page.press("3")
        await driven.shows("Own")
        await page.press("n")
        await page.type("Breakfast, lunch and dinner")
        await page.press("enter")
        await driven.shows("No steps yet. a adds one.")
        await page.press("i")
        await page.set("slots", "breakfast, lunch, dinner")
        await page.set("source", "five-easy-foot-exercises")
        await page.press("enter")
        for found, note in (
            ("toe press", "Never go into a position that hurts your knee."),
            ("toe walk", ""),
            ("ankle circ", ""),
            ("band flex", ""),
            ("pencil", "Shoes and socks off."),
        ):
            await page.press("a")
            await page.type(found)
            await page.press("enter")
            while page.screen.is_asking:
                await page.press("enter")
            if note:
                await page.set("note", note)
            await page.press("enter")
            assert not page.screen.is_typing, page.picture()
        assert not page.path.exists()
        picture = await page.press("ctrl+s")
        assert "session 1 of 3 · level low" in picture
        assert "6:44 · 275 s of work" in picture
        assert page.file == WRITTEN


async def test_what_was_built_is_done_as_the_shipped_programme_is(tmp_path: Path) -> None:
    catalogue = load_catalogue(folders_in(tmp_path))
    path = tmp_path / "built.toml"
    path.write_text(WRITTEN, encoding="utf-8")
    built = read_routine(read_toml_file(path, "built"), "built", catalogue)
    shipped = Library(folders_in(tmp_path), catalogue, shipped_routines()).find("breakfast-lunch-dinner").routine
    assert shipped is not None
    assert [(step.exercise, step.variant, step.dose, step.note) for step in built.steps] == [
        (step.exercise, step.variant, step.dose, step.note) for step in shipped.steps
    ]
    assert (built.slots, built.every_days, built.source) == (shipped.slots, shipped.every_days, shipped.source)
