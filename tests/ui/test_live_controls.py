"""A running session can be changed, read about and spoken to, by one key each, and the last of it taken back."""

from __future__ import annotations

from pathlib import Path

from footui.core.said import HELP_AT_ONCE
from footui.storage.history import History
from tests.ui.driving import Driven, folders_in, running

MADE_UP = """
format = 1
title = "Made up"
[[steps]]
exercise = "pencil-pickup"
hold = [10, 20]
reps = [2, 6]
level = "high"
sides = "each"
[[steps]]
exercise = "ankle-circle"
move = 10
[[steps]]
exercise = "toe-press"
hold = 5
"""


def made_up(path: Path) -> Path:
    """A routine with ranges, sides and an exercise of several forms."""
    file = path / "made-up.toml"
    file.write_text(MADE_UP)
    return file


def kept(path: Path) -> dict[str, object]:
    """The one session in the history."""
    (session,) = History(folders_in(path).history_file).sessions()
    return session


def words(app: Driven) -> str:
    """The picture without its line breaks."""
    return " ".join(app.picture().split())


async def test_page_down_and_page_up_go_on_and_back_as_small_remotes_send_them(tmp_path: Path) -> None:
    async with running(tmp_path, routine=made_up(tmp_path)) as app:
        await app.press("pagedown")
        assert app.session.player.index == 1
        await app.press("pageup")
        assert app.session.player.index == 0


async def test_one_more_repetition_and_u_takes_it_back(tmp_path: Path) -> None:
    async with running(tmp_path, routine=made_up(tmp_path)) as app:
        await app.press("o")
        assert "Only while you exercise." in app.picture()
        await app.go(6)
        assert "repetition 1 of 6" in app.picture()
        await app.press("o")
        assert "repetition 1 of 7" in app.picture()
        await app.press("u")
        assert "repetition 1 of 6" in app.picture()
        await app.press("u")
        assert "Nothing to take back." in app.picture()


async def test_the_weaker_foot_first_only_before_either_has_begun(tmp_path: Path) -> None:
    async with running(tmp_path, routine=made_up(tmp_path)) as app:
        await app.press("w")
        assert "Right foot first." in app.picture()
        await app.go(6)
        assert "RIGHT FOOT ▶" in app.picture()
        await app.press("w")
        assert "Only before the first side." in app.picture()


async def test_another_form_of_the_exercise_and_back_to_the_first(tmp_path: Path) -> None:
    async with running(tmp_path, routine=made_up(tmp_path)) as app:
        await app.press("s")
        assert "next   Ankle circles" in app.picture()
        await app.press("v")
        assert "Ankle circles · lying" in app.picture()
        await app.press("u")
        assert "Ankle circles · lying" not in app.picture()


async def test_a_step_skipped_by_mistake_comes_back_where_it_was(tmp_path: Path) -> None:
    async with running(tmp_path, routine=made_up(tmp_path)) as app:
        await app.go(9)
        into = app.session.player.into_ns
        await app.press("s")
        await app.press("u")
        assert (app.session.player.index, app.session.player.into_ns) == (1, into)
        assert app.session.player.skips == {}


async def test_how_to_is_read_in_full_while_the_clock_runs_on(tmp_path: Path) -> None:
    async with running(tmp_path, routine="five-feet-exercises", size=(120, 40)) as app:
        await app.go(6)
        picture = await app.press("i")
        assert "Stand upright, feet flat on the floor." in " ".join(picture.split())
        await app.go(2)
        assert app.state == "running"
        assert "0:08 of" in app.picture()
        await app.press("escape")
        assert app.state == "running"


async def test_zen_shows_word_number_and_bar_alone(tmp_path: Path) -> None:
    async with running(tmp_path, routine="five-feet-exercises") as app:
        await app.go(6)
        picture = await app.press("z")
        assert "Toe presses" not in picture
        assert "████" in picture
        assert "Toe presses" in await app.press("z")


async def test_the_figure_makes_way_for_the_words_and_comes_back(tmp_path: Path) -> None:
    async with running(tmp_path, routine="five-feet-exercises") as app:
        await app.shows("⣿")
        assert "Stand upright" in await app.press("f")
        assert "⣿" in await app.press("f")


async def test_the_cues_are_muted_and_come_back(tmp_path: Path) -> None:
    async with running(tmp_path, routine="five-feet-exercises") as app:
        assert "Muted" in await app.press("m")
        assert "Cues are on." in await app.press("m")


async def test_pain_before_is_one_key_and_holds_nothing_up(tmp_path: Path) -> None:
    async with running(tmp_path, routine=made_up(tmp_path)) as app:
        assert "Pain now? 0 to 9 says how much; or just begin." in app.picture()
        await app.press("2")
        assert "Pain before: 2." in app.picture()
        assert app.state == "running"
        await app.go(6)
        await app.press("2")
        assert "A session is running." in app.picture()
        app.app.save_now()
        assert kept(tmp_path)["pain"] == {"before": 2, "worst": 2, "after": None, "next_morning": None}


async def test_the_question_from_before_goes_when_the_exercise_begins(tmp_path: Path) -> None:
    async with running(tmp_path, routine=made_up(tmp_path)) as app:
        await app.go(6)
        assert "Pain now?" not in app.picture()


async def test_a_little_pain_is_written_down_and_the_exercise_goes_on(tmp_path: Path) -> None:
    async with running(tmp_path, routine=made_up(tmp_path)) as app:
        await app.go(8)
        into = app.session.player.into_ns
        await app.press("p")
        assert app.state == "paused"
        await app.press("1")
        await app.press("enter")
        assert app.state == "running"
        assert app.session.player.into_ns == into
        assert app.session.said.during == [(1, 1)]


async def test_some_pain_offers_less_and_the_low_end_takes_hold_at_once(tmp_path: Path) -> None:
    async with running(tmp_path, routine=made_up(tmp_path)) as app:
        await app.go(8)
        await app.press("p", "4")
        assert "the low end of its ranges: hold 10 s × 2 each foot" in words(app)
        await app.press("j", "enter")
        assert app.session.player.phase_length_ns == 10_000_000_000
        assert "repetition 1 of 2" in app.picture()
        assert app.state == "running"


async def test_fewer_repetitions_are_half_of_those_left(tmp_path: Path) -> None:
    async with running(tmp_path, routine=made_up(tmp_path)) as app:
        await app.go(8)
        await app.press("p", "5", "j", "j", "enter")
        assert "repetition 1 of 3" in app.picture()


async def test_too_much_pain_stops_the_exercise_says_when_to_get_help_and_goes_on_with_the_next(tmp_path: Path) -> None:
    async with running(tmp_path, routine=made_up(tmp_path)) as app:
        await app.go(8)
        await app.press("p", "8")
        assert HELP_AT_ONCE in words(app)
        assert "go on with Ankle circles" in words(app)
        await app.press("enter")
        assert app.session.player.phase.step == 2
        assert HELP_AT_ONCE in words(app)
        row = app.session.record().work[0]
        assert (row.skipped, row.pain, row.done_reps) == ("pain", 8, 0)


async def test_a_one_and_a_nought_are_ten_and_the_session_can_be_ended_from_there(tmp_path: Path) -> None:
    async with running(tmp_path, routine=made_up(tmp_path)) as app:
        await app.go(8)
        await app.press("p", "1", "0", "j", "enter")
        await app.shows("Ended early")
        assert kept(tmp_path)["status"] == "stopped"
        assert kept(tmp_path)["pain"]["worst"] == 10  # type: ignore[index]  # an object of JSON


async def test_a_question_about_pain_can_be_left_unanswered(tmp_path: Path) -> None:
    async with running(tmp_path, routine=made_up(tmp_path)) as app:
        await app.go(8)
        await app.press("p", "6", "escape")
        assert app.state == "running"
        assert app.session.said.during == []


async def test_while_paused_the_answer_leaves_it_paused(tmp_path: Path) -> None:
    async with running(tmp_path, routine=made_up(tmp_path)) as app:
        await app.go(8)
        await app.press("space", "p", "2", "enter")
        assert app.state == "paused"


async def test_a_long_pause_dims_and_ends_nothing(tmp_path: Path) -> None:
    async with running(tmp_path, routine=made_up(tmp_path)) as app:
        await app.go(8)
        await app.press("space")
        assert "Paused for 0:00. Nothing is lost" in app.picture()
        app.clock.pass_seconds(3 * 3600)
        await app.go(1)
        assert app.live.composer.compose(None).dimmed
        assert app.state == "paused"
        await app.press("space")
        assert app.state == "running"


async def test_nothing_is_asked_about_pain_where_the_settings_say_so(tmp_path: Path) -> None:
    config = folders_in(tmp_path).config_file
    config.parent.mkdir(parents=True)
    config.write_text("[care]\nask = false\n")
    async with running(tmp_path, routine=made_up(tmp_path)) as app:
        assert "Pain now?" not in app.picture()
        await app.press("p")
        assert "Pain is not asked: see Settings." in app.picture()
        assert app.state == "running"
