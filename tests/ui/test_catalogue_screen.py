"""An exercise is found in seconds, read, tried and added to a routine; one's own are made, changed and deleted."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from footui.core.settings import DEFAULTS
from footui.screens.moving_figure import MovingFigure
from tests.ui.catalogue_app import BROKEN, EVENING, Catalogue, catalogue

SIZES = [(60, 20), (80, 24), (120, 40)]

OWN = """\
format = 1
title = "Door press"
position = "standing"
steps = ["Press the foot against a door."]
[[doses]]
source = "my physiotherapist, June"
published = "hold 5 s × 3"
dose = { hold = 5, reps = 3 }
"""


# What is shown


@pytest.mark.parametrize("size", SIZES)
async def test_the_catalogue_at_every_size(tmp_path: Path, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    async with catalogue(tmp_path, size=size, door_press=OWN, towel_pull=BROKEN) as page:
        assert page.picture() == snapshot(name="all")
        assert await page.press("slash", *"toe") == snapshot(name="while typing")
        assert await page.press("enter", "a") == snapshot(name="which routine")
        await page.press("escape")
        assert await page.press("f", "j", "space") == snapshot(name="filters")
        await page.press("d", "enter")
        assert await page.press("slash", "ctrl+u", *"tow wlaking x") == snapshot(name="nothing fits")
        await page.press("ctrl+u", *"towel pull", "enter")
        assert page.picture() == snapshot(name="broken")


async def test_list_and_page_stand_side_by_side_or_one_above_the_other(tmp_path: Path) -> None:
    async with catalogue(tmp_path, size=(76, 24)) as page:
        assert "▌Ankle circles" in page.picture().splitlines()[4]
        assert page.page.splitlines()[2].strip() == "Ankle circles"
        await page.pilot.resize_terminal(75, 24)
        await page.pilot.pause()
        assert "│" not in page.picture()
        assert page.picture().splitlines()[10].strip() == "Ankle circles"


async def test_the_figure_stands_beside_the_page_where_there_is_room(tmp_path: Path) -> None:
    async with catalogue(tmp_path, size=(100, 30)) as page:
        figure = page.app.screen.query_one("#figure")
        assert figure.size.width == 30
        assert any("⠀" < letter <= "⣿" for letter in page.picture())
        await page.press("j")
        drawn = page.picture()
        await page.find("pencil")
        assert page.picture() != drawn
        assert figure.region.x + figure.region.width <= 99
        await page.pilot.resize_terminal(99, 30)
        await page.pilot.pause()
        assert not any("⠀" < letter <= "⣿" for letter in page.picture())


async def test_in_ascii_everything_is_there_but_the_figure(tmp_path: Path) -> None:
    async with catalogue(tmp_path, size=(120, 40), ascii_only=True, door_press=OWN, towel_pull=BROKEN) as page:
        assert page.picture().isascii()
        assert "Towel pull" not in page.picture()
        await page.find("toe walk")
        picture = await page.press("right_square_bracket")
        assert picture.isascii()
        assert "*Four exercises" in picture


async def test_it_stays_readable_in_the_smallest_and_the_largest_terminal(tmp_path: Path) -> None:
    async with catalogue(tmp_path, size=(300, 100)) as page:
        assert max(len(line) for line in page.picture().splitlines()) <= 230
        for size in ((40, 10), (20, 4), (1, 1)):
            await page.pilot.resize_terminal(*size)
            await page.press("j", "k", "slash", "x", "escape", "escape", "f", "enter")
        await page.pilot.resize_terminal(40, 10)
        await page.pilot.pause()
        assert "Ankle circles" in page.picture()


# Finding


async def test_typing_finds_at_once_and_the_best_comes_first(tmp_path: Path) -> None:
    async with catalogue(tmp_path) as page:
        assert page.found == "5 exercises"
        await page.press("slash", *"toe")
        assert page.found == "3 of 5 found"
        assert page.listed[:2] == ["Toe presses", "Toe walking"]
        await page.press(*" wakling")
        assert page.listed == ["Toe walking"]
        assert "Rise onto your toes." in page.page


async def test_letters_are_text_in_the_field_and_enter_or_down_goes_to_the_list(tmp_path: Path) -> None:
    async with catalogue(tmp_path) as page:
        await page.press("slash", *"q1?")
        assert "q1?" in page.picture()
        await page.press("ctrl+u", *"toe")
        await page.press("down")
        assert page.marked.startswith("Toe presses")
        await page.press("j", "slash", "enter", "k")
        assert page.marked.startswith("Toe presses")


async def test_what_is_typed_ahead_goes_where_it_was_meant(tmp_path: Path) -> None:
    async with catalogue(tmp_path) as page:
        await page.press("slash", "p", "e", "enter", "v", "slash", "n")
        assert "pen▏" in page.picture()
        assert page.listed == ["Pencil pickups"]


async def test_escape_goes_back_one_layer_at_a_time(tmp_path: Path) -> None:
    async with catalogue(tmp_path) as page:
        await page.press("f", "j", "space", "enter", "slash", *"pen", "enter", "enter")
        assert "│" not in page.picture()
        await page.press("escape")
        assert page.found.split("  ")[0] == "sitting"
        assert page.listed == ["Pencil pickups"]
        await page.press("slash", "escape")
        assert page.listed == ["Pencil pickups"]
        await page.press("escape")
        assert page.listed == ["Ankle circles", "Pencil pickups"]
        assert page.marked == "Pencil pickups"
        await page.press("escape")
        assert page.found == "5 exercises"
        assert page.app.told == []
        await page.press("escape")
        assert page.app.told == ["Today"]


async def test_where_nothing_fits_the_nearest_can_be_taken(tmp_path: Path) -> None:
    async with catalogue(tmp_path) as page:
        await page.press("slash", *"pencils x")
        assert " ".join(page.listed) == "Nothing fits. Nearest: pencil pickups."
        assert page.page.strip() == ""
        await page.press("enter")
        assert page.listed == ["Pencil pickups"]
        assert page.found == "1 of 5 found"
        await page.press("slash", "ctrl+u", *"pencils x", "escape")
        assert "Nothing fits." in await page.press("a")
        await page.click("Nothing fits")
        assert page.listed == ["Pencil pickups"]


async def test_where_nothing_is_near_it_only_says_so(tmp_path: Path) -> None:
    async with catalogue(tmp_path) as page:
        await page.press("slash", *"qqq")
        assert page.listed == ["Nothing fits."]
        await page.press("enter")
        assert page.message == "Nothing fits."
        await page.press("ctrl+u", *"calf")
        assert page.listed == ["Calf stretch"]


async def test_filters_hold_together_with_the_search_and_stand_above_the_list(tmp_path: Path) -> None:
    async with catalogue(tmp_path) as page:
        picture = await page.press("f")
        assert "[ ] standing" in picture
        assert "[ ] towel" in picture
        await page.press("space")
        assert page.found.split() == ["standing", "3", "of", "5"]
        await page.click("[ ] calves")
        await page.click("[ ] calves")
        assert page.listed == ["Calf stretch", "Toe walking"]
        assert page.found.split() == ["standing", "·", "calves", "2", "of", "5"]
        await page.press("enter", "slash", *"tip")
        assert page.listed == ["Toe walking"]
        await page.press("enter", "f", "space")
        assert page.found.split() == ["calves", "1", "of", "5"]
        await page.press("d")
        assert page.found == "1 of 5 found"
        assert "Nothing is filtered." in await page.press("d")
        await page.press("tab")
        assert page.footer.startswith("enter page")


async def test_filters_that_leave_nothing_say_how_they_go(tmp_path: Path) -> None:
    async with catalogue(tmp_path) as page:
        await page.press("f", "space")
        await page.click("[ ] pencil")
        await page.press("space", "enter")
        assert "Nothing fits. f, then d, takes the filters away." in " ".join(page.listed)


async def test_reading_in_full_width_and_moving_through_it(tmp_path: Path) -> None:
    async with catalogue(tmp_path, size=(80, 14)) as page:
        await page.find("toe walk")
        picture = await page.press("enter")
        assert "5 exercises" not in picture
        assert picture.splitlines()[2].strip() == "Toe walking"
        assert "Toe walking" not in (await page.press("G")).splitlines()[2]
        await page.press("enter")
        assert page.marked.startswith("Toe walking")


async def test_tab_goes_through_list_page_and_field(tmp_path: Path) -> None:
    async with catalogue(tmp_path) as page:
        before = page.page
        await page.press("tab", "j")
        assert "▸Ankle circles" in page.picture()
        assert page.page == before
        await page.press("tab", "j")
        assert "/ j▏" in page.picture()
        await page.press("shift+tab")
        assert "▏" not in page.picture()


# With the mouse


async def test_a_click_chooses_and_a_second_one_opens(tmp_path: Path) -> None:
    async with catalogue(tmp_path) as page:
        await page.click("Toe walking")
        assert page.marked.startswith("Toe walking")
        assert "Rise onto your toes." in page.page
        await page.click("▌Toe walking", 3)
        assert "│" not in page.picture()
        await page.press("escape")
        await page.click("/ name")
        await page.press(*"calf")
        assert page.listed == ["Calf stretch"]
        await page.click("calf", 2)
        await page.press("x")
        assert "/ cax▏lf" in page.picture()


# Forms and doses


async def test_brackets_mark_another_sources_dose(tmp_path: Path) -> None:
    async with catalogue(tmp_path) as page:
        await page.find("walk")
        assert "▸Five feet exercises" in page.page
        await page.press("right_square_bracket")
        assert "▸Four exercises" in page.page
        await page.press("right_square_bracket")
        assert "▸Five feet exercises" in page.page
        await page.press("left_square_bracket")
        assert "▸Four exercises" in page.page
        await page.find("ankle")
        assert "There is no other dose to choose." in await page.press("right_square_bracket")


async def test_v_shows_the_next_form_with_its_own_dose(tmp_path: Path) -> None:
    async with catalogue(tmp_path) as page:
        await page.find("press")
        await page.press("v")
        assert "Grip the ball with your toes." in page.page
        assert "Curl your toes" not in page.page
        assert "▸Five feet exercises · with a small ball" in page.page
        await page.press("v")
        assert "Curl your toes and grip the floor." in page.page
        await page.find("walk")
        assert "Toe walking has one form only." in await page.press("v")


async def test_a_dose_is_tried_once_at_its_lowest_and_not_recorded(tmp_path: Path) -> None:
    async with catalogue(tmp_path) as page:
        await page.find("walk")
        await page.press("right_square_bracket", "t")
        start = page.app.started[0]
        assert not start.recorded
        assert start.timeline.work_seconds == 10
        assert [step.dose.sets.low for step in start.timeline.routine.steps] == [1]
        assert start.timeline.routine.title == "Toe walking"
        assert list(start.exercises) == ["toe-walk"]
        page.app.refusal = "A session is running in another terminal."
        assert "! A session is running in another terminal." in await page.press("t")


# Adding to a routine


async def added(page: Catalogue, name: str, *keys: str) -> str:
    """Add what this finds to the first routine, and return the message."""
    await page.find(name)
    await page.press(*keys, "a", "enter")
    return page.message


async def test_a_adds_the_marked_dose_in_full_with_its_source(tmp_path: Path) -> None:
    async with catalogue(tmp_path, size=(80, 30)) as page:
        assert await added(page, "walk") == (
            "Toe walking added to Evening toes: move 20 s × 5 sets, rest 10 s. u takes it out again."
        )
        assert page.evening.read_text() == EVENING + (
            '\n[[steps]]\nexercise = "toe-walk"\nmove = 20\nsets = 5\nrest = 10\nsource = "five-feet"\n'
        )
        assert "Used in: Evening toes" in page.page
        assert page.app.told == ["files changed"]


async def test_the_dose_of_a_form_is_added_in_this_form(tmp_path: Path) -> None:
    async with catalogue(tmp_path) as page:
        assert (await added(page, "press", "v")).startswith(
            "Toe presses · with a small ball added to Evening toes: hold 3 s × 10 each foot, left first."
        )
        step = page.evening.read_text().removeprefix(EVENING)
        assert step == (
            '\n[[steps]]\nexercise = "toe-press"\nvariant = "ball"\nhold = 3\nreps = 10\nsides = "each"\n'
            'source = "five-feet"\n'
        )


async def test_u_takes_it_out_again_and_the_file_is_byte_for_byte_as_it_was(tmp_path: Path) -> None:
    async with catalogue(tmp_path) as page:
        await added(page, "walk")
        with_it = page.evening.read_bytes()
        await page.press("u")
        assert page.message == "Toe walking taken out of Evening toes again."
        assert page.evening.read_text() == EVENING
        assert "Nothing to undo." in await page.press("u")
        await page.press("ctrl+r")
        assert page.evening.read_bytes() == with_it
        assert "Nothing to redo." in await page.press("ctrl+r")
        await page.press("u")
        assert page.evening.read_text() == EVENING


async def test_what_was_changed_elsewhere_since_is_not_touched(tmp_path: Path) -> None:
    async with catalogue(tmp_path) as page:
        await added(page, "walk")
        text = page.evening.read_text() + "# a note of mine\n"
        page.evening.write_text(text)
        await page.press("u")
        assert page.message.startswith("! Evening toes was changed elsewhere since; nothing was taken out of it.")
        assert page.evening.read_text() == text
        page.evening.write_text(text.removesuffix("# a note of mine\n"))
        await page.press("u")
        assert page.evening.read_text() == EVENING


async def test_escape_adds_nothing(tmp_path: Path) -> None:
    async with catalogue(tmp_path) as page:
        await page.find("walk")
        await page.press("a")
        assert "Add toe walking to which routine?" in page.picture()
        await page.press("escape")
        assert page.evening.read_text() == EVENING
        assert page.marked.startswith("Toe walking")


async def test_a_new_routine_begins_with_the_step_and_opens_in_the_builder(tmp_path: Path) -> None:
    async with catalogue(tmp_path) as page:
        await page.find("ankle")
        await page.press("a", "down", "enter")
        assert "Title of the new routine:" in page.picture()
        await page.press("enter")
        assert page.message == "A routine needs a title."
        await page.press(*'My "ankles"')
        await page.press("enter")
        assert page.app.told == ["files changed", "builder my-ankles.toml"]
        assert (page.folders.routines / "my-ankles.toml").read_text() == (
            'format = 1\ntitle = "My \\"ankles\\""\n\n[[steps]]\nexercise = "ankle-circle"\nmove = 10\n'
            'unit = "counts"\nsides = "each"\ndirections = ["clockwise", "anticlockwise"]\nsource = "four"\n'
        )


async def test_the_limits_of_a_routine_are_told_in_the_words_of_the_check(tmp_path: Path) -> None:
    async with catalogue(tmp_path) as page:
        step = '\n[[steps]]\nexercise = "toe-walk"\nmove = 15\n'
        full = EVENING + step * 199
        page.evening.write_text(full)
        message = await added(page, "walk")
        assert message == "! Not added to Evening toes: 200 steps are the most; this file has 201."
        assert page.evening.read_text() == full


async def test_a_routine_that_is_no_toml_is_left_alone(tmp_path: Path) -> None:
    async with catalogue(tmp_path) as page:
        page.evening.write_text("title = \n")
        assert (await added(page, "walk")).startswith("! ")
        assert "evening-toes.toml" in page.message
        assert page.evening.read_text() == "title = \n"


async def test_without_a_published_dose_nothing_is_made_up(tmp_path: Path) -> None:
    async with catalogue(tmp_path) as page:
        await page.find("press")
        await page.press("left_square_bracket", "a")
        sentence = "No dose is published here. Choose another source with ] or fill in your own in the builder."
        assert page.message == sentence
        await page.press("t")
        assert page.message == sentence
        await page.find("calf")
        await page.press("a")
        assert page.message == "No dose is published for it. Add it in the builder, with a dose of your own."
        assert page.evening.read_text() == EVENING


# Own exercises


async def test_own_exercises_are_told_apart_and_can_be_added(tmp_path: Path) -> None:
    async with catalogue(tmp_path, door_press=OWN) as page:
        assert "yours" in next(row for row in page.listed if row.startswith("Door press"))
        await added(page, "door")
        assert page.evening.read_text().endswith(
            '[[steps]]\nexercise = "door-press"\nhold = 5\nreps = 3\nsource = "my physiotherapist, June"\n'
        )


async def test_a_broken_one_shows_its_problems_with_line_and_column_and_opens_there(tmp_path: Path) -> None:
    async with catalogue(tmp_path, size=(120, 30), towel_pull=BROKEN) as page:
        await page.find("pull")
        assert [row.split() for row in page.listed] == [["towel-pull", "!"]]
        assert "exercises/towel-pull.toml" in page.page
        assert "! line 4, column 9: “steps” takes a list of texts; this" in page.page
        for key in "at":
            assert "This exercise has a problem: line 4. E opens it." in await page.press(key)

        def half_mended(path: Path) -> str:
            path.write_text(BROKEN.replace("steps = 3", 'steps = ["Pull."]\ncautions = 4'))
            return ""

        page.app.in_editor = half_mended
        await page.press("E")
        assert page.app.told[0] == "edit towel-pull.toml at 4"
        assert page.message == (
            "! towel-pull.toml, line 5, column 12: “cautions” takes a list of texts; this is 4. E opens the line."
        )

        def mended(path: Path) -> str:
            path.write_text(BROKEN.replace("steps = 3", 'steps = ["Pull."]'))
            return ""

        page.app.in_editor = mended
        await page.press("E")
        assert page.message == ""
        assert "Towel pull" in page.page


async def test_shipped_ones_stay_as_they_are(tmp_path: Path) -> None:
    async with catalogue(tmp_path) as page:
        for key in ("e", "d", "E"):
            assert "Shipped. c makes your own copy." in await page.press(key)
        assert page.app.told == []


async def test_a_copy_is_marked_and_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    async with catalogue(tmp_path) as page:
        await page.press("G", "c")
        assert page.message == "Toe walking is yours to change: e edits it. u or d brings the shipped one back."
        assert page.marked.split() == ["Toe", "walking", "yours"]
        await page.press("e")
        assert page.app.told[-1] == "exercise editor toe-walk.toml"
        await page.press("c")
        assert page.message == "Copied to toe-walk-2.toml. e edits the copy, u takes it back."
        assert len([row for row in page.listed if row.startswith("Toe walking")]) == 2


async def test_a_copy_is_taken_back_and_made_again(tmp_path: Path) -> None:
    async with catalogue(tmp_path) as page:
        copy = page.folders.exercises / "toe-walk.toml"
        await page.press("G", "c")
        copied = copy.read_bytes()
        await page.press("u")
        assert page.message.startswith("Deleted: “Toe walking”. It is in the trash, as ")
        assert page.message.endswith(" ctrl+r brings it back.")
        assert not copy.exists()
        assert page.marked.split() == ["Toe", "walking"]
        await page.press("ctrl+r")
        assert page.message == "Brought back: “Toe walking”."
        assert copy.read_bytes() == copied
        assert page.marked.split() == ["Toe", "walking", "yours"]


async def test_a_new_one_is_named_and_then_edited(tmp_path: Path) -> None:
    async with catalogue(tmp_path) as page:
        await page.press("n", "enter")
        assert page.message == "An exercise needs a title."
        await page.press(*"Sand walk")
        await page.press("enter")
        assert page.app.told == ["files changed", "exercise editor sand-walk.toml"]
        assert page.marked.split() == ["Sand", "walk", "yours"]


async def test_a_title_that_there_is_already_is_pointed_out_and_not_refused(tmp_path: Path) -> None:
    async with catalogue(tmp_path) as page:
        await page.press("n", *"toe Walking")
        assert page.message == "Another exercise has this title."
        await page.press("enter")
        assert page.app.told[-1] == "exercise editor toe-walking.toml"


async def test_a_deleted_one_lies_in_the_trash_and_u_brings_it_back(tmp_path: Path) -> None:
    async with catalogue(tmp_path, door_press=OWN) as page:
        await added(page, "door")
        own = page.folders.exercises / "door-press.toml"
        await page.press("d")
        assert page.message.startswith("Deleted: “Door press”. It is in the trash, as ")
        assert page.message.endswith(" u brings it back. Evening toes cannot start without it.")
        assert not own.exists()
        assert page.found == "0 of 5 found"
        await page.press("u")
        assert page.message == "Brought back: “Door press”."
        assert own.read_text() == OWN
        assert page.listed[0].startswith("Door press")
        await page.press("ctrl+r")
        assert not own.exists()


async def test_what_a_person_writes_elsewhere_appears_and_search_and_mark_stay(tmp_path: Path) -> None:
    async with catalogue(tmp_path, door_press=OWN) as page:
        await page.find("press")
        await page.press("j")
        marked = page.marked
        own = page.folders.exercises / "door-press.toml"
        own.write_text(OWN.replace("Door press", "Gate press"))
        os.utime(own, (1, 1))
        page.app.catalogue._look()
        await page.app.workers.wait_for_complete()
        await page.pilot.pause()
        assert "Gate press" in page.picture()
        assert page.marked == marked
        assert page.found == "2 of 6 found"


async def test_a_figure_goes_through_its_movement_and_rests(tmp_path: Path) -> None:
    async with catalogue(tmp_path, size=(120, 40)) as page:
        figure = page.app.screen.query_one(MovingFigure)
        pose, pictures = figure.rows, set()
        while figure._timer is not None:
            figure._go_on()
            pictures.add(figure.rows)
        assert len(pictures) > 4
        assert figure.rows == pose


async def test_with_reduced_motion_the_figure_is_still(tmp_path: Path) -> None:
    async with catalogue(tmp_path, size=(120, 40), settings=DEFAULTS._replace(reduced_motion=True)) as page:
        figure = page.app.screen.query_one(MovingFigure)
        assert any(figure.rows)
        assert figure._timer is None
