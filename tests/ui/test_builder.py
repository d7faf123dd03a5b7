"""The builder: what a routine comes to is always in view, and everything in it is changed by keys or by mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.ui.builder_app import CIRCUIT, EVENING, builder, new_builder
from tests.ui.driving import folders_in

SIZES = [(60, 20), (80, 24), (120, 40)]


# Pictures


@pytest.mark.parametrize("size", [*SIZES, (40, 12)])
async def test_the_builder_at_every_size(tmp_path: Path, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    async with builder(tmp_path, size=size) as page:
        assert page.picture() == snapshot


@pytest.mark.parametrize("size", SIZES)
async def test_a_dose_while_it_is_typed_at_every_size(
    tmp_path: Path, size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    async with builder(tmp_path, size=size) as page:
        await page.press("j", "enter")
        assert await page.fill("10-20") == snapshot


@pytest.mark.parametrize("size", SIZES)
async def test_a_dose_that_is_wrong_at_every_size(
    tmp_path: Path, size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    async with builder(tmp_path, size=size) as page:
        await page.press("j", "enter")
        assert await page.fill("20-10") == snapshot


@pytest.mark.parametrize("size", SIZES)
async def test_a_circuit_with_marks_at_every_size(
    tmp_path: Path, size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    async with builder(tmp_path, CIRCUIT, size=size) as page:
        assert await page.press("space", "space") == snapshot


@pytest.mark.parametrize("size", SIZES)
async def test_a_new_routine_at_every_size(tmp_path: Path, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    async with new_builder(tmp_path, "Evening toes", size=size) as page:
        assert page.picture() == snapshot


async def test_finding_an_exercise_and_its_doses(tmp_path: Path, snapshot: SnapshotAssertion) -> None:
    async with builder(tmp_path) as page:
        await page.press("a")
        assert await page.type("toe") == snapshot(name="finding")
        await page.press("ctrl+u")
        await page.type("pencil")
        await page.press("enter")
        assert await page.press("enter") == snapshot(name="whose dose")


async def test_timings_and_title_while_they_are_typed(tmp_path: Path, snapshot: SnapshotAssertion) -> None:
    async with builder(tmp_path) as page:
        assert await page.press("T") == snapshot(name="timings")
        await page.press("escape")
        assert await page.press("i") == snapshot(name="title and days")


async def test_in_ascii_every_character_has_another(tmp_path: Path, snapshot: SnapshotAssertion) -> None:
    async with builder(tmp_path, CIRCUIT, ascii_only=True) as page:
        await page.press("space", "j", "enter")
        picture = page.picture()
        assert picture.isascii()
        assert picture == snapshot


# What it comes to


async def test_strip_and_sum_follow_every_letter_that_is_right_and_wait_where_one_is_wrong(tmp_path: Path) -> None:
    async with builder(tmp_path) as page:
        before = page.lines[2:5]
        assert "session 1 of 2" in before[0]
        await page.press("j", "enter")
        await page.fill("1")
        one = page.lines[2:5]
        assert one != before
        assert "(was " in one[0]
        await page.type("0")
        ten = page.lines[2:5]
        assert ten != one
        await page.type("-")
        assert page.lines[2:5] == ten
        assert "“move” takes a number of seconds above 0" in page.picture()
        await page.type("20")
        assert "a range: low 10 s, middle 15 s, high 20 s" in page.picture()
        await page.press("escape")
        assert page.lines[2:5] == before
        assert page.draft.text == EVENING


async def test_brackets_and_comma_and_point_show_another_session_and_level(tmp_path: Path) -> None:
    async with builder(tmp_path, EVENING.replace("move = 20", "move = [20, 40]")) as page:
        low = await page.press("right_square_bracket")
        assert "session 2 of 2 · level low" in low
        assert "session 1 of 2 · level middle" in await page.press("left_square_bracket", "full_stop")
        assert "level high" in await page.press("full_stop", "full_stop")
        assert "level middle" in await page.press("comma")
        assert page.draft.text.count("level") == 0


async def test_where_there_is_one_session_or_no_range_that_is_said(tmp_path: Path) -> None:
    async with builder(tmp_path, CIRCUIT) as page:
        await page.press("right_square_bracket")
        assert page.message == "There is one session a day."
        await page.press("full_stop")
        assert page.message == "No ranges: the levels are alike."


# Editing in place


async def test_one_dose_changes_one_line_and_is_one_undo(tmp_path: Path) -> None:
    async with builder(tmp_path) as page:
        await page.press("j", "enter")
        await page.fill("10-20")
        await page.press("enter")
        assert "not saved · 1 change" in page.picture()
        assert page.draft.text == EVENING.replace("move = 20", "move = [10, 20]")
        await page.press("u")
        assert page.draft.text == EVENING
        assert "saved" in page.lines[0]
        await page.press("ctrl+r", "ctrl+s")
        assert page.file == EVENING.replace("move = 20", "move = [10, 20]")


async def test_esc_puts_back_and_ctrl_s_takes_and_saves(tmp_path: Path) -> None:
    async with builder(tmp_path) as page:
        await page.press("j", "enter")
        await page.fill("45")
        await page.press("escape")
        assert page.draft.text == EVENING
        await page.press("enter")
        await page.fill("45")
        await page.press("ctrl+s")
        assert page.file == EVENING.replace("move = 20", "move = 45")


async def test_what_is_not_right_is_not_taken_and_stays_open(tmp_path: Path) -> None:
    async with builder(tmp_path) as page:
        await page.press("enter")
        await page.fill("abc")
        for key in ("enter", "ctrl+s"):
            await page.press(key)
            assert "Not taken: “hold” takes a number of counts above 0" in page.message
            assert page.screen.is_typing
        assert page.file == EVENING


async def test_tab_goes_through_the_fields_and_the_arrows_choose(tmp_path: Path) -> None:
    async with builder(tmp_path) as page:
        await page.press("j", "enter", "shift+tab")
        assert "(move)" in page.picture()
        assert "(tempo)" in await page.press("down")
        await page.press("tab")
        await page.type("3 0 3")
        await page.press("tab")
        await page.press("up", "up")
        await page.press("enter")
        step = page.draft.table["steps"][1]
        assert step == {"exercise": "toe-walk", "tempo": [3, 0, 3], "reps": 3, "sets": 5, "rest": 10}


async def test_a_letter_chooses_what_begins_with_it(tmp_path: Path) -> None:
    async with builder(tmp_path) as page:
        await page.press("j", "enter")
        await page.tab_to("sides")
        assert "(left foot)" in await page.press("l")
        assert "(each foot)" in await page.press("e")
        assert "left first" in page.picture()


async def test_while_typing_letters_are_text_and_other_keys_say_so(tmp_path: Path) -> None:
    async with builder(tmp_path) as page:
        await page.press("enter")
        await page.tab_to("note")
        await page.type("quit? u c d, 200 % sure: ok")
        await page.press("f5")
        assert page.message == "enter takes it, esc puts back what was there."
        await page.press("enter")
        assert page.draft.table["steps"][0]["note"] == "quit? u c d, 200 % sure: ok"


async def test_title_sessions_and_days_are_edited_in_place(tmp_path: Path) -> None:
    async with builder(tmp_path) as page:
        await page.press("i")
        await page.fill("Toes")
        await page.set("slots", "noon, night")
        await page.set("days", "mon, thursday")
        await page.tab_to("level")
        await page.press("h")
        picture = await page.press("enter")
        assert "Routines › Toes" in picture
        assert "noon, night · Mon, Thu · level high" in picture
        top = page.draft.text.split("#", maxsplit=1)[0]
        assert top == (
            'format = 1\ntitle = "Toes"\nslots = ["noon", "night"]\nweekdays = ["mon", "thu"]\nlevel = "high"\n\n'
        )


async def test_timings_are_edited_in_place_and_taken_out_again(tmp_path: Path) -> None:
    async with builder(tmp_path) as page:
        await page.press("T")
        await page.set("rest", "20")
        picture = await page.press("enter")
        assert "release 2 · rest 20 · count 1" in picture
        assert "[timing]\nrest = 20\n" in page.draft.text
        await page.press("T")
        await page.set("rest", "")
        await page.press("enter")
        assert "timing" not in page.draft.text


# Steps


async def test_steps_are_copied_deleted_and_brought_back(tmp_path: Path) -> None:
    async with builder(tmp_path) as page:
        await page.press("c")
        assert [step["exercise"] for step in page.draft.table["steps"]] == [
            "toe-press", "toe-press", "toe-walk", "pencil-pickup",
        ]  # fmt: skip
        assert page.screen.place == 1
        await page.press("d")
        assert page.message == "1 step deleted. u brings it back."
        await page.press("g", "space", "space", "d")
        assert [step["exercise"] for step in page.draft.table["steps"]] == ["pencil-pickup"]
        await page.press("d")
        assert page.message == "A routine keeps at least one step."
        await page.press("u", "u", "u")
        assert page.draft.text == EVENING


async def test_marked_steps_move_together_and_comments_with_them(tmp_path: Path) -> None:
    async with builder(tmp_path) as page:
        await page.press("j", "space", "space", "K")
        assert [step["exercise"] for step in page.draft.table["steps"]] == ["toe-walk", "pencil-pickup", "toe-press"]
        assert '# Shoes off.\n[[steps]]\nexercise = "pencil-pickup"' in page.draft.text
        assert '# Warm up first.\n[[steps]]\nexercise = "toe-press"' in page.draft.text
        await page.press("K")
        assert page.message == "Already the first."
        await page.press("J", "J")
        assert page.message == "Already the last."
        assert page.draft.text == EVENING


async def test_a_circuit_is_made_changed_and_taken_apart(tmp_path: Path) -> None:
    async with builder(tmp_path) as page:
        await page.press("m")
        assert page.message == "Mark neighbouring steps first: space."
        await page.press("space", "space", "m")
        await page.fill("51")
        await page.press("enter")
        assert "“rounds” takes a whole number from 1 to 50; this is 51." in page.message
        await page.fill("3")
        await page.press("enter")
        await page.fill("30")
        picture = await page.press("enter")
        assert "3 rounds · rest 30 s" in picture
        assert "┌ 1" in picture
        assert "└ 2" in picture
        assert page.draft.table["groups"] == {"circuit": {"rounds": 3, "rest": 30}}
        await page.press("g", "m", "enter")
        await page.fill("2")
        await page.press("enter", "enter")
        assert page.draft.table["groups"] == {"circuit": {"rounds": 2, "rest": 30}}
        await page.press("m", "down", "enter")
        assert "groups" not in page.draft.table
        await page.press("u", "u", "u")
        assert page.draft.text == EVENING


async def test_a_step_moves_past_a_circuit_as_a_whole_and_within_one_by_one(tmp_path: Path) -> None:
    async with builder(tmp_path, CIRCUIT) as page:
        await page.press("J")
        assert [step["exercise"] for step in page.draft.table["steps"]] == [
            "toe-walk", "pencil-pickup", "toe-press", "toe-pull",
        ]  # fmt: skip
        await page.press("g", "J")
        assert [step["exercise"] for step in page.draft.table["steps"]][:2] == ["pencil-pickup", "toe-walk"]
        await page.press("J")
        assert page.message == "Already the last."


async def test_the_next_variant_is_one_key_and_one_form_says_so(tmp_path: Path) -> None:
    async with builder(tmp_path) as page:
        assert "Toe presses · with a small ball" in await page.press("v") or "Toe presses · with a" in page.picture()
        assert page.draft.table["steps"][0]["variant"] == "ball"
        await page.press("v")
        assert page.draft.text == EVENING
        await page.press("j", "v")
        assert page.message == "Toe walking has one form only."


async def test_an_own_dose_is_filled_in_and_is_not_in_the_file_before(tmp_path: Path) -> None:
    async with builder(tmp_path) as page:
        await page.press("G", "a")
        await page.type("toe pull")
        await page.press("enter")
        while page.screen.is_asking:
            await page.press("down", "down", "down", "down", "down", "down", "enter")
        assert page.draft.text == EVENING
        await page.press("enter")
        assert "“hold” takes a number of seconds above 0" in page.message
        await page.type("5")
        await page.press("enter")
        last = page.draft.table["steps"][-1]
        assert (last["exercise"], last["hold"]) == ("toe-pull", 5)
        assert page.screen.place == 3


async def test_nothing_that_fits_says_what_is_nearest(tmp_path: Path) -> None:
    async with builder(tmp_path) as page:
        await page.press("a")
        assert "Nothing fits." in await page.type("zzzz qqqq")
        assert "Which exercise?" in await page.press("enter")
        assert "Which exercise?" not in await page.press("escape")
        assert page.draft.text == EVENING


async def test_a_step_added_in_the_midst_of_a_circuit_belongs_to_it(tmp_path: Path) -> None:
    async with builder(tmp_path, CIRCUIT) as page:
        await page.press("j", "a")
        await page.type("calf")
        await page.press("enter")
        while page.screen.is_asking:
            await page.press("enter")
        await page.press("enter")
        assert [step.get("group") for step in page.draft.table["steps"]] == [None, "legs", "legs", "legs", None]


# Starting


async def test_a_step_is_tried_alone_and_not_recorded(tmp_path: Path) -> None:
    async with builder(tmp_path) as page:
        await page.press("j", "t")
        live = page.driven.live
        assert live.session.player.timeline.routine.steps[0].exercise == "toe-walk"
        assert len(live.session.player.timeline.routine.steps) == 1


async def test_only_what_is_saved_is_started(tmp_path: Path) -> None:
    async with builder(tmp_path) as page:
        await page.press("c", "s")
        assert page.message == "Save first: ctrl+s."
        await page.press("ctrl+s", "right_square_bracket", "s")
        assert page.driven.session.player.timeline.session == 2


async def test_a_new_routine_is_not_saved_without_steps(tmp_path: Path) -> None:
    async with new_builder(tmp_path, "Evening toes") as page:
        await page.press("ctrl+s")
        assert page.message == "No steps yet. a adds one."
        for key in ("d", "c", "t", "J", "s"):
            await page.press(key)
            assert page.message, key
        assert not page.path.exists()


async def test_a_title_that_is_taken_gets_another_file(tmp_path: Path) -> None:
    folder = folders_in(tmp_path).routines
    folder.mkdir(parents=True)
    (folder / "evening-toes.toml").write_text(EVENING, encoding="utf-8")
    async with new_builder(tmp_path, "Évening toes") as page:
        assert page.path.name == "evening-toes-2.toml"


# The mouse


async def test_a_click_chooses_a_second_one_edits_and_one_on_a_field_goes_there(tmp_path: Path) -> None:
    async with builder(tmp_path) as page:
        assert "enter edit" in await page.click("Pencil pickups")
        assert page.screen.place == 2
        assert "enter take" in await page.click("Pencil pickups")
        await page.click("each foot")
        typing_in = page.screen.typing_in
        assert typing_in is not None
        assert typing_in.current == "sides"
        assert "(feet in turn)" in await page.click("(each foot)")
        await page.click("note none")
        await page.type("Slowly.")
        await page.press("enter")
        step = page.draft.table["steps"][2]
        assert (step["sides"], step["note"]) == ("alternate", "Slowly.")


async def test_a_click_on_the_last_line_adds_and_on_timings_and_days_edits(tmp_path: Path) -> None:
    async with builder(tmp_path) as page:
        await page.click("add a step")
        assert "Which exercise?" in page.picture()
        await page.type("toe wal")
        await page.click("Toe walking   ")
        await page.press("escape")
        await page.click("ready 5 s")
        typing_in = page.screen.typing_in
        assert typing_in is not None
        assert typing_in.current == "prepare"
        await page.click("count 1 s")
        assert typing_in.current == "count"
        await page.press("escape")
        await page.click("every day")
        assert page.screen.typing_in is not None
        assert page.screen.typing_in.current == "title"


# Problems and other writers


async def test_a_file_with_problems_shows_them_and_enter_opens_the_line(tmp_path: Path) -> None:
    async with builder(tmp_path, EVENING.replace('"toe-walk"', '"toe-wlak"')) as page:
        assert "line 13, column 12: no exercise “toe-wlak”. Did you mean “toe-walk”?" in page.picture()
        opened: list[int | None] = []

        def edit(path: Path, line: int | None = None) -> str:
            opened.append(line)
            path.write_text(EVENING, encoding="utf-8")
            return ""

        page.driven.app.edit_file = edit  # type: ignore[method-assign]  # no editor in a test
        await page.press("enter")
        assert opened == [13]
        assert "Toe walking" in page.picture()
        assert "session 1 of 2" in page.picture()


async def test_a_file_that_is_no_toml_shows_where_and_opens_there(tmp_path: Path) -> None:
    folders = folders_in(tmp_path)
    folders.routines.mkdir(parents=True)
    path = folders.routines / "broken.toml"
    async with builder(tmp_path) as page:
        path.write_text('format = 1\ntitle = "Half', encoding="utf-8")
        page.driven.app.open_builder(path)
        picture = await page.driven.shows("broken.toml")
        assert "line 2, column" in picture

        def edit(path: Path, line: int | None = None) -> str:
            assert line == 2
            path.write_text(EVENING, encoding="utf-8")
            return ""

        page.driven.app.edit_file = edit  # type: ignore[method-assign]  # no editor in a test
        await page.driven.press("E")
        assert "Evening toes" in await page.driven.shows("session 1 of 2")


async def test_what_is_changed_elsewhere_is_read_anew_and_can_be_undone(tmp_path: Path) -> None:
    async with builder(tmp_path) as page:
        page.path.write_text(EVENING.replace("move = 20", "move = 33"), encoding="utf-8")
        page.screen.look_outside()
        assert "move 33 s" in await page.settled()
        assert "Changed elsewhere" in page.message
        await page.press("u")
        assert page.draft.text == EVENING


async def test_leaving_with_changes_asks_and_stays_by_default(tmp_path: Path) -> None:
    async with builder(tmp_path) as page:
        await page.press("c", "escape")
        assert "has 1 change that is not saved" in page.picture()
        await page.press("enter")
        assert page.screen.steps_count == 4
        await page.press("escape", "down", "down", "enter")
        assert page.file == EVENING
