"""A routine is chosen and started, exercises are looked through, keys are found."""

from __future__ import annotations

from pathlib import Path

from footui.screens.live import LiveScreen
from tests.ui.driving import folders_in, running

OWN = 'format = 1\ntitle = "Evening toes"\n[[steps]]\nexercise = "toe-press"\nreps = 5\n'
BROKEN = 'format = 1\ntitle = "My ankles"\n[[steps]]\nexercise = "ankle-circel"\nmove = 10\n'


def own_routine(path: Path, name: str, text: str) -> None:
    """Put a routine into the person's folder."""
    folder = folders_in(path).routines
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text)


async def test_the_five_programmes_are_there_with_what_they_come_to(tmp_path: Path) -> None:
    async with running(tmp_path) as app:
        picture = app.picture()
        for title in (
            "Breakfast, lunch and dinner",
            "Five feet exercises",
            "Four exercises",
            "Ten exercises",
            "Twenty minutes",
        ):
            assert title in picture
        assert "session 1 of 3 · level low · 6:44 · 275 s of work" in picture
        assert "hold 3 counts × 10" in picture


async def test_enter_starts_the_marked_routine_and_closing_comes_back_home(tmp_path: Path) -> None:
    async with running(tmp_path) as app:
        picture = await app.press("j", "enter")
        assert isinstance(app.app.screen, LiveScreen)
        assert "Five feet exercises" in picture
        await app.press("escape", "d")
        await app.shows("Which routine now?")


async def test_after_a_finished_session_the_next_one_of_the_day_is_shown(tmp_path: Path) -> None:
    async with running(tmp_path) as app:
        await app.press("right_square_bracket", "right_square_bracket")
        assert "dinner · session 3 of 3" in app.picture()
        await app.press("enter")
        await app.go(60)
        await app.shows("30 of 30 s of work")
        await app.press("enter")
        picture = await app.shows("1 of 3 today")
        assert "lunch · session 2 of 3" in picture


async def test_the_level_changes_what_is_shown_and_started(tmp_path: Path) -> None:
    async with running(tmp_path) as app:
        assert "level high · 7:12" in await app.press("full_stop", "full_stop")
        await app.press("enter")
        assert app.session.timeline.level == "high"


async def test_a_routine_without_ranges_or_slots_says_so(tmp_path: Path) -> None:
    own_routine(tmp_path, "evening-toes.toml", OWN)
    async with running(tmp_path) as app:
        assert "own pace" in app.picture()
        assert "No ranges: the levels are alike." in await app.press("full_stop")
        assert "There is one session a day." in await app.press("right_square_bracket")


async def test_a_broken_routine_is_listed_with_its_problem_and_cannot_be_started(tmp_path: Path) -> None:
    own_routine(tmp_path, "my-ankles.toml", BROKEN)
    async with running(tmp_path, size=(120, 40)) as app:
        picture = app.picture()
        assert "my-ankles" in picture
        assert "1 problem, cannot start yet" in picture
        assert "no exercise “ankle-circel”. Did you mean “ankle-circle”?" in " ".join(picture.split())
        assert "It cannot be started yet." in await app.press("enter")


async def test_the_catalogue_finds_as_you_type_and_shows_doses_by_source(tmp_path: Path) -> None:
    async with running(tmp_path, size=(120, 60)) as app:
        picture = await app.press("2")
        assert "10 exercises" in picture
        picture = await app.press("slash", *"toe walk")
        assert "1 of 10 found" in picture
        assert "Doses by source" in picture
        assert "20 s × 5, small breaks, 2× a day" in picture
        assert "From popular articles, not trials." in picture
        assert "Twenty minutes" in picture.split("Used in")[1]


async def test_letters_in_the_field_are_text_and_escape_goes_back_one_layer_at_a_time(tmp_path: Path) -> None:
    async with running(tmp_path) as app:
        picture = await app.press("2", "slash", "q", "1")
        assert "Nothing fits." in picture
        assert "10 exercises" in await app.press("escape")
        await app.press("escape")
        await app.shows("Which routine now?")
        assert "This is the first screen. q quits." in await app.press("escape")


async def test_an_exercise_opens_in_full_width_and_can_be_moved_through(tmp_path: Path) -> None:
    async with running(tmp_path) as app:
        await app.press("2")
        picture = await app.press("enter")
        assert "Ankle circles" in picture
        assert "10 exercises" not in picture
        assert "Ankle circles" not in (await app.press("G")).splitlines()[2]
        assert "10 exercises" in await app.press("escape")


async def test_help_lists_what_is_not_possible_with_the_reason(tmp_path: Path) -> None:
    async with running(tmp_path, size=(120, 40)) as app:
        picture = await app.press("question_mark")
        assert "Start the marked routine" in picture
        not_now = picture.split("Not now")[1]
        assert "This is the first screen. q quits." in not_now
        await app.press("escape")
        assert "Which routine now?" in app.picture()


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
