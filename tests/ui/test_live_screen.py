"""A person is led through a session: every number right, every key forgiving."""

from __future__ import annotations

from pathlib import Path

import pytest

from footui.storage.history import History
from tests.ui.driving import folders_in, running

MADE_UP = """
format = 1
title = "Made up"
[[steps]]
exercise = "toe-press"
hold = 10
reps = 2
[[steps]]
exercise = "pencil-pickup"
reps = 5
sets = 2
sides = "right"
note = "[bold]Slowly[/bold]"
[[steps]]
exercise = "toe-walk"
move = 3
"""


HOLD_AT_ANY_SIZE = ("HOLD", "┣━┫ ┃ ┃ ┃    ┃┃", "██  ██  ██████", "████    ████    ████████████")


def made_up(path: Path) -> Path:
    """A routine with a hold, a self-paced step and a walk."""
    file = path / "made-up.toml"
    file.write_text(MADE_UP)
    return file


async def test_the_first_phase_is_ready_and_the_hold_counts_down_with_its_bar(tmp_path: Path) -> None:
    async with running(tmp_path, routine="five-feet-exercises") as app:
        assert "0:00 of 7:47" in app.picture()
        assert "then   release, 2 s" in app.picture()
        picture = await app.go(6)
        assert "Toe presses · both feet" in picture
        assert "repetition 1 of 10" in picture
        assert "█" * 26 + "─" in picture
        assert "0:06 of 7:47" in picture


async def test_space_pauses_and_goes_on(tmp_path: Path) -> None:
    async with running(tmp_path, routine="five-feet-exercises") as app:
        await app.go(6)
        assert "space go on" in await app.press("space")
        assert app.state == "paused"
        await app.go(2)
        assert app.session.player.into_ns == 1_000_000_000
        await app.press("space")
        assert app.state == "running"


async def test_next_and_back(tmp_path: Path) -> None:
    async with running(tmp_path, routine="five-feet-exercises") as app:
        await app.press("n")
        assert app.session.player.index == 1
        await app.press("b")
        assert app.session.player.index == 0
        assert "This is the start." in await app.press("b")


async def test_five_seconds_more_and_less(tmp_path: Path) -> None:
    async with running(tmp_path, routine="five-feet-exercises") as app:
        assert "0:00 of 7:52" in await app.press("plus")
        assert "0:00 of 7:47" in await app.press("minus")
        assert "Under 5 seconds left. n goes on now." in await app.press("minus")


async def test_a_self_paced_set_waits_for_enter_and_other_phases_do_not_end_by_it(tmp_path: Path) -> None:
    async with running(tmp_path, routine=made_up(tmp_path)) as app:
        assert "This phase ends by the clock. n goes on now." in await app.press("enter")
        await app.press("n", "n", "n", "n", "n")
        picture = await app.go(5)
        assert "No clock runs: do 5, then press enter." in picture
        assert "RIGHT FOOT ▶" in picture
        assert "set 1 of 2" in picture
        assert "own pace, no end time" in picture
        assert "No clock runs here." in await app.press("plus")
        picture = await app.press("enter")
        assert "1 of 2 sets done" in picture


async def test_text_of_a_file_is_shown_as_it_is_and_never_as_markup(tmp_path: Path) -> None:
    async with running(tmp_path, routine=made_up(tmp_path)) as app:
        await app.press("n", "n", "n", "n")
        assert "[bold]Slowly[/bold]" in app.picture()


async def test_a_skipped_step_goes_on_at_once_and_its_reason_can_be_given(tmp_path: Path) -> None:
    async with running(tmp_path, routine="five-feet-exercises") as app:
        await app.go(6)
        picture = await app.press("s")
        assert "Toe presses is skipped. Why?" in picture
        assert app.session.player.phase.step == 2
        assert "Skipped: no time." in await app.press("3")
        assert app.session.player.skips == {(1, 1): "no time"}
        assert "A session is running. esc ends it." in await app.press("2")


@pytest.mark.parametrize("key", ["1", "2", "3", "4", "5"])
async def test_no_key_of_a_place_leaves_a_session_that_runs(tmp_path: Path, key: str) -> None:
    async with running(tmp_path, routine="five-feet-exercises") as app:
        await app.go(6)
        assert "A session is running. esc ends it." in await app.press(key)
        assert app.app.screen is app.live


async def test_escape_asks_and_enter_goes_on_where_it_was_held(tmp_path: Path) -> None:
    async with running(tmp_path, routine="five-feet-exercises") as app:
        await app.go(6)
        picture = await app.press("escape")
        assert "End this session?" in picture
        assert "w write down and end" in picture
        await app.go(3)
        picture = await app.press("enter")
        assert "End this session?" not in picture
        assert app.state == "running"
        assert app.session.player.into_ns == 1_000_000_000


async def test_a_session_that_was_paused_before_the_question_stays_paused_after_it(tmp_path: Path) -> None:
    async with running(tmp_path, routine="five-feet-exercises") as app:
        await app.press("space", "escape", "escape")
        assert app.state == "paused"


async def test_ending_early_shows_and_writes_down_what_was_done(tmp_path: Path) -> None:
    async with running(tmp_path, routine="five-feet-exercises") as app:
        await app.go(6)
        picture = await app.press("escape", "w")
        assert "Ended early after 0:06" in picture
        assert "Written down." in picture
        await app.press("enter")
    assert app.app.return_value == 1
    [session] = History(folders_in(tmp_path).history_file).sessions()
    assert session["status"] == "stopped"
    assert session["work"][0]["done_seconds"] == 1.0


async def test_a_discarded_session_leaves_no_trace(tmp_path: Path) -> None:
    async with running(tmp_path, routine="five-feet-exercises") as app:
        await app.go(6)
        await app.press("escape", "d")
    assert app.app.return_value == 1
    assert History(folders_in(tmp_path).history_file).sessions() == []


async def test_a_whole_session_ends_by_itself_shows_what_was_done_and_writes_it_down(tmp_path: Path) -> None:
    async with running(tmp_path, routine="breakfast-lunch-dinner", session=3) as app:
        await app.go(60)
        picture = await app.shows("30 of 30 s of work")
        assert "✓ Toe presses" in picture
        assert "Written down." in picture
        await app.press("enter")
    assert app.app.return_value == 0
    [session] = History(folders_in(tmp_path).history_file).sessions()
    assert (session["status"], session["session"], session["done_work_seconds"]) == ("finished", 3, 30.0)


async def test_a_preview_is_not_written_down(tmp_path: Path) -> None:
    async with running(tmp_path, routine="breakfast-lunch-dinner", session=3, speed=2, recorded=False) as app:
        await app.go(30)
        picture = await app.shows("Not written down: a preview.")
        assert "closes by itself" in picture
    assert not folders_in(tmp_path).history_file.exists()


async def test_a_stopped_program_is_told_and_space_goes_on(tmp_path: Path) -> None:
    async with running(tmp_path, routine="five-feet-exercises") as app:
        await app.go(6)
        app.clock.pass_seconds(14)
        app.live._look()
        await app.pilot.pause()
        picture = " ".join(app.picture().split())
        assert "Footui was stopped for 14 s. The clock waited; no exercise is shorter or longer." in picture
        assert app.session.player.into_ns == 1_000_000_000
        await app.press("space")
        assert app.state == "running"


async def test_the_session_ends_under_the_help_and_the_help_goes_away(tmp_path: Path) -> None:
    async with running(tmp_path, routine="breakfast-lunch-dinner", session=3) as app:
        assert "the clock is running" in await app.press("question_mark")
        await app.go(60)
        await app.shows("30 of 30 s of work")


async def test_help_does_the_marked_command_of_the_session(tmp_path: Path) -> None:
    async with running(tmp_path, routine="five-feet-exercises") as app:
        await app.press("question_mark")
        await app.press("enter")
        assert app.state == "paused"


async def test_the_palette_finds_a_command_by_name(tmp_path: Path) -> None:
    async with running(tmp_path, routine="five-feet-exercises") as app:
        await app.press("ctrl+p")
        picture = await app.press("n", "e", "x", "t", "space", "p", "h")
        assert "Next phase" in picture
        assert "Restart" not in picture
        await app.press("enter")
        assert app.session.player.index == 1


async def test_a_disk_that_cannot_be_written_is_told_and_the_session_goes_on(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file stands in the way")
    async with running(tmp_path, routine="five-feet-exercises") as app:
        app.app.save_now()
        picture = " ".join((await app.go(2)).split())
        assert "could not be" in picture
        assert app.state == "running"


async def test_a_terminal_made_small_and_large_again_shows_the_running_time(tmp_path: Path) -> None:
    async with running(tmp_path, routine="five-feet-exercises") as app:
        await app.go(5.5)
        for size in ((40, 10), (18, 3), (200, 60), (60, 20), (80, 24)):
            await app.pilot.resize_terminal(*size)
            await app.pilot.pause()
            picture = await app.go(0.1)
            assert any(word in picture for word in HOLD_AT_ANY_SIZE)
        assert "repetition 1 of 10" in app.picture()


async def test_ascii_where_the_locale_is_not_utf_8(tmp_path: Path) -> None:
    async with running(tmp_path, routine="five-feet-exercises", env={"LANG": "C", "LC_ALL": "C"}) as app:
        picture = await app.go(6.5)
        assert picture.isascii()
        assert "H O L D" in picture
        assert "####" in picture
