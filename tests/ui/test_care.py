"""Asked once before one begins; and each morning after, how much it hurts. All of it can be left, and is private."""

from __future__ import annotations

import stat
from contextlib import AbstractAsyncContextManager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from footui.core.care import CareAnswers
from footui.core.record import Pain
from footui.screens.care import CareScreen
from footui.screens.live import LiveScreen
from footui.screens.shelf import CARE
from footui.storage.history import History
from tests.fakes import MORNING
from tests.interrupting import done_before, folders_in, written
from tests.storage.session_records import ask
from tests.ui.driving import Driven, running

SIZES = [(80, 24), (60, 20), (120, 40), (40, 10)]
QUESTION = "is any of this so for you?"


def at_home(path: Path, **options: Any) -> AbstractAsyncContextManager[Driven]:  # noqa: ANN401  # as `running` has them
    """The app at home, for a person who follows two routines."""
    return running(path, follows=("breakfast-lunch-dinner", "five-feet-exercises"), **options)


def answers(path: Path) -> dict[str, Any]:
    return History(folders_in(path).history_file).answers()


def turn_off_care(path: Path) -> None:
    folder = folders_in(path).config
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text("[care]\nask = false\n")


def row_of(app: Driven, text: str) -> int:
    return next(y for y, row in enumerate(app.picture().split("\n")) if text in row)


# Before one begins


@pytest.mark.parametrize("size", SIZES)
async def test_the_questions_at_every_size(tmp_path: Path, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    async with at_home(tmp_path, size=size, care_answered=False) as app:
        assert await app.press("j", "space") == snapshot


async def test_at_80_by_24_all_of_the_advice_is_in_view_and_lower_it_can_be_read_on(tmp_path: Path) -> None:
    async with at_home(tmp_path, care_answered=False) as app:
        assert "footui promises nothing." in app.picture()
        assert "PgDn" not in app.picture()
    async with at_home(tmp_path, size=(40, 10), care_answered=False) as app:
        assert "PgDn" in app.picture()
        for _ in range(15):
            await app.press("pagedown")
        picture = " ".join(app.picture().split())
        assert "footui promises nothing." in picture
        assert "PgDn" not in picture
        assert "▌[ ] numb feet" in picture, "the questions keep the keys"


async def test_answers_are_kept_for_the_person_alone_and_never_asked_again(tmp_path: Path) -> None:
    async with at_home(tmp_path, care_answered=False) as app:
        picture = await app.press("space", "j", "j", "j", "space")
        assert "! Any tick: please ask a doctor or physiotherapist first." in picture
        await app.press("enter")
        await app.shows("Kept, for you alone.")
        assert "Due now" in app.picture()
        await app.press("enter")
        assert isinstance(app.app.screen, LiveScreen), "nothing is locked"
    assert CareAnswers.of(answers(tmp_path)[CARE]) == CareAnswers(frozenset({"numb_or_diabetes", "strong_pain"}))
    folders = folders_in(tmp_path)
    assert stat.S_IMODE(folders.history_file.stat().st_mode) == 0o600
    assert "numb" not in folders.config_file.read_text()
    async with at_home(tmp_path) as app:
        await app.shows("Due now")


async def test_no_tick_is_an_answer_too(tmp_path: Path) -> None:
    async with at_home(tmp_path, care_answered=False) as app:
        await app.press("space", "space", "enter")
        await app.shows("Kept, for you alone.")
    assert answers(tmp_path) == {CARE: CareAnswers().plain()}


async def test_left_unanswered_they_are_asked_at_the_next_start_and_not_before(tmp_path: Path) -> None:
    async with at_home(tmp_path, care_answered=False) as app:
        await app.press("space", "escape")
        await app.shows("Asked again at the next start.")
        await app.press("2", "escape")
        assert not isinstance(app.app.screen, CareScreen)
    assert answers(tmp_path) == {}
    async with at_home(tmp_path, care_answered=False) as app:
        assert "[x]" not in app.picture()


async def test_h_opens_them_ticked_as_they_were_and_escape_changes_nothing(tmp_path: Path) -> None:
    async with at_home(tmp_path, care_answered=False) as app:
        await app.press("j", "space", "enter")
        await app.shows("Kept, for you alone.")
        picture = await app.press("H")
        assert "[x] unsteady on the feet" in picture
        await app.press("space", "escape")
        assert "Due now" in app.picture()
        assert "Asked again" not in app.picture()
    assert CareAnswers.of(answers(tmp_path)[CARE]) == CareAnswers(frozenset({"unsteady"}))


async def test_a_click_ticks_and_a_second_one_unticks(tmp_path: Path) -> None:
    async with at_home(tmp_path, care_answered=False) as app:
        row = row_of(app, "strong pain now")
        await app.pilot.click(offset=(8, row))
        assert "▌[x] strong pain now" in app.picture()
        await app.pilot.click(offset=(8, row))
        assert "▌[ ] strong pain now" in app.picture()


async def test_no_key_is_silent_and_other_places_wait(tmp_path: Path) -> None:
    async with at_home(tmp_path, care_answered=False) as app:
        for key in ("1", "2", "5"):
            assert "enter keeps the answers, esc leaves them for another time." in await app.press(key)
        assert "Tick or untick" in await app.press("question_mark")
        assert QUESTION in await app.press("escape")
        await app.press("q")
    assert app.app.return_value == 0


async def test_a_session_that_was_asked_for_by_itself_asks_nothing(tmp_path: Path) -> None:
    async with running(tmp_path, routine="breakfast-lunch-dinner") as app:
        assert isinstance(app.app.screen, LiveScreen)


async def test_where_care_is_off_nothing_is_asked(tmp_path: Path) -> None:
    turn_off_care(tmp_path)
    done_before(tmp_path)
    async with at_home(tmp_path) as app:
        assert "Pain" not in app.picture()
        assert "Pain is not asked: see Settings." in await app.press("m")
    History(folders_in(tmp_path).history_file).answer(CARE, None)
    async with at_home(tmp_path, care_answered=False, asks_care=False) as app:
        assert "Due now" in app.picture()
        assert "numb feet" in await app.press("H"), "unless it is asked for"


async def test_where_the_history_cannot_be_read_it_is_said_and_home_works(tmp_path: Path) -> None:
    async with at_home(tmp_path):
        pass
    ask(folders_in(tmp_path).history_file, "PRAGMA user_version = 99")
    async with at_home(tmp_path, care_answered=False, asks_care=False) as app:
        assert "was written by a newer footui." in " ".join(app.picture().split())
        await app.press("enter")
        assert isinstance(app.app.screen, LiveScreen)


async def test_where_the_answers_cannot_be_written_it_is_said_and_home_works(tmp_path: Path) -> None:
    async with at_home(tmp_path, care_answered=False) as app:
        folders_in(tmp_path).data.write_text("no folder")
        await app.press("enter")
        await app.shows("could not be")
        assert "Five feet exercises" in app.picture()


# The next morning


@pytest.mark.parametrize("size", SIZES)
async def test_the_next_morning_is_asked_above_the_list_at_every_size(
    tmp_path: Path, size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    done_before(tmp_path)
    async with at_home(tmp_path, size=size) as app:
        assert app.picture() == snapshot(name="asked")
        assert await app.press("m", "7") == snapshot(name="above the limit")


async def test_m_and_a_number_answer_it_and_it_is_kept_with_that_session(tmp_path: Path) -> None:
    session_id = done_before(tmp_path, pain=Pain(2, 4, 3))
    async with at_home(tmp_path) as app:
        assert "Pain this morning, after Twenty minutes yesterday? m answers." in app.picture()
        await app.press("m", "2", "enter")
        await app.shows("Kept: pain 2.")
        assert "Pain this morning" not in app.picture()
        assert "Answered already." in await app.press("m")
    assert (session := written(tmp_path, session_id)) is not None
    assert session["pain"] == {"before": 2, "worst": 4, "after": 3, "next_morning": 2}


@pytest.mark.parametrize(
    ("keys", "number"),
    [(["1", "0"], 10), (["right"], 0), (["5", "left"], 4), (["l", "l", "h"], 0), (["1", "right", "0"], 0), (["9"], 9)],
)
async def test_the_number_is_chosen_by_digits_or_by_steps(tmp_path: Path, keys: list[str], number: int) -> None:
    session_id = done_before(tmp_path)
    async with at_home(tmp_path) as app:
        await app.press("m", *keys)
        assert f"[{number}]" in app.picture()
        await app.press("enter")
        await app.shows(f"Kept: pain {number}.")
    assert (session := written(tmp_path, session_id)) is not None
    assert session["pain"]["next_morning"] == number


async def test_a_click_chooses_a_number_and_a_second_one_takes_it(tmp_path: Path) -> None:
    session_id = done_before(tmp_path)
    async with at_home(tmp_path) as app:
        picture = await app.press("m")
        row = row_of(app, "10")
        column = picture.split("\n")[row].index("3")
        await app.pilot.click(offset=(column, row))
        await app.pilot.pause()
        assert "[3]" in app.picture()
        await app.pilot.click(offset=(column, row))
        await app.shows("Kept: pain 3.")
    assert (session := written(tmp_path, session_id)) is not None
    assert session["pain"]["next_morning"] == 3


async def test_while_it_is_asked_only_its_keys_hold_and_none_is_silent(tmp_path: Path) -> None:
    done_before(tmp_path)
    async with at_home(tmp_path) as app:
        picture = await app.press("m")
        assert "enter take" not in picture
        assert "A number from 0 to 10 is asked" in await app.press("enter")
        assert "A number from 0 to 10 is asked" in await app.press("j")
        await app.press("4", "d")
        assert "[4]" in app.picture()


async def test_left_unanswered_it_is_not_asked_again_but_can_still_be_answered(tmp_path: Path) -> None:
    done_before(tmp_path)
    async with at_home(tmp_path) as app:
        await app.press("m", "escape")
        picture = await app.shows("Not asked again about this session.")
        assert "Pain this morning" not in picture
        assert "▌○ Breakfast" in picture, "the list has the keys again"
    async with at_home(tmp_path) as app:
        assert "Pain this morning" not in app.picture()
        await app.press("m", "0", "enter")
        await app.shows("Kept: pain 0.")


async def test_without_an_earlier_session_nothing_is_asked(tmp_path: Path) -> None:
    async with at_home(tmp_path) as app:
        assert "Pain" not in app.picture()
        assert "No session yesterday." in await app.press("m")


async def test_after_some_days_it_is_the_morning_after_that_is_asked_about(tmp_path: Path) -> None:
    done_before(tmp_path, days=3)
    async with at_home(tmp_path) as app:
        assert "Pain the next morning, after Twenty minutes on Wed 18 Nov? m answers." in app.picture()


async def test_pain_that_has_not_settled_suggests_less_today_and_changes_nothing(tmp_path: Path) -> None:
    done_before(tmp_path, slug="five-feet-exercises", pain=Pain(before=1, after=3))
    async with at_home(tmp_path) as app:
        await app.press("m", "3", "enter")
        picture = " ".join((await app.shows("Kept: pain 3.")).split())
        assert (
            "! Pain 3 this morning, 1 before Five feet exercises yesterday: it should have settled by now." in picture
        )
        assert "Less, or a day of rest, may suit today." in picture
        assert "Five feet exercises · session 1 of 3 7:47" in picture
    async with at_home(tmp_path) as app:
        assert "should have settled" in " ".join(app.picture().split()), "all of that day"
    async with at_home(tmp_path, wall=MORNING + timedelta(days=1)) as app:
        assert "should have settled" not in " ".join(app.picture().split())


async def test_where_there_is_a_lower_level_it_is_the_one_suggested(tmp_path: Path) -> None:
    session_id = done_before(tmp_path, slug="breakfast-lunch-dinner", pain=Pain(1, 4, 3, 4))
    History(folders_in(tmp_path).history_file).correct(session_id, lambda it: {**it, "level": "high"}, MORNING)
    async with at_home(tmp_path) as app:
        assert "A lower level may suit today: “,” chooses it." in " ".join(app.picture().split())
        picture = await app.press("full_stop", "comma")
        assert "level low" in picture


async def test_a_number_above_the_limit_says_in_full_when_to_get_help(tmp_path: Path) -> None:
    done_before(tmp_path)
    async with at_home(tmp_path, size=(60, 20)) as app:
        assert "Numbness between the legs" not in await app.press("m", "5")
        picture = " ".join((await app.press("right")).split())
        assert "! Numbness between the legs, no control of bladder or bowels, or a leg growing weaker" in picture
        assert "Numbness between the legs" not in await app.press("left")
        await app.press("9", "enter")
        assert "stop, and get help at once." in " ".join((await app.shows("Kept: pain 9.")).split())
