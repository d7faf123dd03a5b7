"""The first start leads from nothing to a running session: a programme, the cautions, and it begins."""

from __future__ import annotations

import tomllib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from footui.core.care import CareAnswers
from footui.screens.care import CareScreen
from footui.screens.first_start import FirstStartScreen
from footui.screens.first_start_care import FirstStartCare
from footui.screens.home import HomeScreen
from footui.screens.live import LiveScreen
from footui.screens.shelf import CARE
from footui.storage.history import History
from footui.storage.session_lock import About, SessionLock
from tests.fakes import MORNING
from tests.interrupting import cut_off, done_before
from tests.ui.driving import Driven, folders_in, running

SIZES = [(80, 24), (60, 20), (120, 40), (40, 10)]


@asynccontextmanager
async def first_start(path: Path, **options: Any) -> AsyncIterator[Driven]:  # noqa: ANN401  # as `running` has them
    """The app as it begins for somebody who never was here."""
    async with running(path, care_answered=False, **options) as app:
        assert isinstance(app.app.screen, FirstStartScreen)
        yield app


def answers(path: Path) -> dict[str, Any]:
    return History(folders_in(path).history_file).answers()


def followed(path: Path) -> list[dict[str, Any]]:
    """The tables of what is followed, as `config.toml` has them."""
    file = folders_in(path).config_file
    tables: list[dict[str, Any]] = tomllib.loads(file.read_text())["follow"] if file.exists() else []
    return tables


def row_with(app: Driven, text: str) -> str:
    return next(" ".join(row.split()) for row in app.picture().split("\n") if text in row)


async def click_on(app: Driven, text: str) -> None:
    rows = app.picture().split("\n")
    y = next(y for y, row in enumerate(rows) if text in row)
    await app.pilot.click(offset=(rows[y].index(text) + 1, y))
    await app.pilot.pause()


@pytest.mark.parametrize("size", SIZES)
async def test_the_path_at_every_size(tmp_path: Path, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    async with first_start(tmp_path, size=size) as app:
        assert app.picture() == snapshot(name="choose")
        await app.press("j", "j", "j")
        assert app.picture() == snapshot(name="the fourth")
        await app.press("enter", "j", "space")
        assert app.picture() == snapshot(name="care")


async def test_in_ascii_it_reads_the_same(tmp_path: Path, snapshot: SnapshotAssertion) -> None:
    async with first_start(tmp_path, env={"LANG": "C"}) as app:
        assert app.picture().isascii()
        assert app.picture() == snapshot


async def test_keys_lead_from_the_programme_by_the_cautions_to_a_running_session(tmp_path: Path) -> None:
    async with first_start(tmp_path) as app:
        await app.press("j", "j", "j", "j")
        picture = await app.press("enter")
        assert "is any of this so for you?" in picture
        assert "Emergency department at once" in picture
        assert "footui promises nothing" in " ".join(picture.split())
        await app.press("j", "space", "enter")
        await app.until(lambda: isinstance(app.app.screen, LiveScreen))
        assert app.session.timeline.routine.slug == "twenty-minutes"
        assert app.session.timeline.session == 1
        await app.press("escape", "d")
        picture = await app.shows("Due now")
        assert "▌○ Twenty minutes · session 1 of 3" in picture
    assert followed(tmp_path) == [{"routine": "twenty-minutes", "since": date(2026, 11, 21)}]
    assert CareAnswers.of(answers(tmp_path)[CARE]) == CareAnswers(frozenset({"unsteady"}))
    assert "unsteady" not in folders_in(tmp_path).config_file.read_text()
    async with running(tmp_path, asks_care=False, care_answered=False) as app:
        assert "Due now" in app.picture(), "it is asked once"


async def test_what_was_in_the_settings_stays_there(tmp_path: Path) -> None:
    folder = folders_in(tmp_path).config
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text('# mine\ntheme = "light"   # as paper\n')
    async with first_start(tmp_path) as app:
        await app.press("enter", "enter")
        await app.until(lambda: isinstance(app.app.screen, LiveScreen))
    assert (folder / "config.toml").read_text().startswith('# mine\ntheme = "light"   # as paper\n')
    assert followed(tmp_path)[0]["routine"] == "breakfast-lunch-dinner"


async def test_numbers_that_are_not_those_of_the_title_are_told_and_why(tmp_path: Path) -> None:
    async with first_start(tmp_path) as app:
        assert row_with(app, "Breakfast, lunch") == "▌Breakfast, lunch and dinner 5 3, at meals 6:44"
        assert row_with(app, "Four exercises") == "Four exercises 4 1 9:12"
        assert row_with(app, "Ten exercises") == "Ten exercises 9 of 10 1 12:43"
        assert row_with(app, "Twenty minutes") == "Twenty minutes 5 3, every 2–3 days 8:42, not 20"
        assert "its title says 10, its text lists 9." in await app.press("j", "j", "j")
        assert "It says 20 minutes; its own numbers come to 8:42." in await app.press("j")
        assert "20 minutes" not in await app.press("k", "k")


async def test_only_the_programmes_of_the_articles_are_offered_and_each_says_what_its_own_claims(
    tmp_path: Path,
) -> None:
    own = folders_in(tmp_path).routines
    own.mkdir(parents=True)
    (own / "evening.toml").write_text('format = 1\ntitle = "Evening"\n[[steps]]\nexercise = "toe-press"\nhold = 20\n')
    async with first_start(tmp_path, size=(120, 40)) as app:
        picture = app.picture()
        assert "Evening" not in picture
        assert "Achilles" not in picture
        assert "may help against back, hip and knee pain." in " ".join(picture.split())
        picture = await app.press("j", "j", "j")
        assert "may help against back pain." in " ".join(picture.split())


async def test_escape_looks_round_first_and_nothing_is_written(tmp_path: Path) -> None:
    for keys in (["escape"], ["G", "enter"], ["enter", "space", "escape"]):
        async with first_start(tmp_path) as app:
            await app.press(*keys)
            await app.shows("Asked again at the next start.")
            assert "You follow no routine yet. 3 lists your routines; f there follows one." in app.picture()
            await app.press("2", "escape")
            assert isinstance(app.app.screen, HomeScreen), "it is not asked twice in one start"
        assert answers(tmp_path) == {}
        assert followed(tmp_path) == []


async def test_tab_goes_to_the_questions_and_back_and_the_ticks_stay(tmp_path: Path) -> None:
    async with first_start(tmp_path) as app:
        await app.press("j", "tab", "space")
        assert "[x] numb feet" in app.picture()
        assert "Five feet exercises" in app.picture()
        picture = await app.press("tab")
        assert "▌Five feet exercises" in picture
        assert "[x] numb feet" in picture
        picture = await app.press("j", "enter")
        assert "[x] numb feet" in picture
        assert "Four exercises" in picture


async def test_the_questions_can_be_answered_without_a_programme(tmp_path: Path) -> None:
    async with first_start(tmp_path) as app:
        picture = await app.press("G", "tab", "space")
        assert "enter look round" in picture
        await app.press("enter")
        await app.shows("Kept, for you alone.")
        assert "You follow no routine yet." in app.picture()
    assert answers(tmp_path)[CARE]["numb_or_diabetes"] is True
    assert followed(tmp_path) == []
    async with running(tmp_path, care_answered=False, asks_care=False) as app:
        assert isinstance(app.app.screen, HomeScreen)


async def test_with_the_mouse_alone(tmp_path: Path) -> None:
    async with first_start(tmp_path) as app:
        await click_on(app, "Four exercises")
        assert "▌Four exercises" in app.picture()
        await click_on(app, "strong pain now")
        assert isinstance(app.app.screen, FirstStartCare)
        await click_on(app, "strong pain now")
        assert "[x] strong pain now" in app.picture()
        await app.press("tab")
        await click_on(app, "Four exercises")
        assert "[x] strong pain now" in app.picture(), "a click on what is marked takes it"
        assert isinstance(app.app.screen, FirstStartCare)


async def test_no_key_is_silent_and_other_places_wait(tmp_path: Path) -> None:
    async with first_start(tmp_path) as app:
        for key in ("1", "2", "3", "5"):
            assert "Choose a programme; or esc to look round first." in await app.press(key)
        assert "Choose a programme first; tab goes to the questions." in await app.press("space")
        assert "Look round first" in await app.press("question_mark")
        await app.press("escape", "enter")
        for key in ("1", "2", "3", "5"):
            picture = " ".join((await app.press(key)).split())
            assert "enter begins, tab goes back to the programmes, esc looks round first." in picture
        await app.press("q")
    assert app.app.return_value == 0


async def test_who_was_here_before_is_asked_about_health_alone(tmp_path: Path) -> None:
    cut_off(tmp_path / "a")
    done_before(tmp_path / "b")
    for name, follows in (("a", []), ("b", []), ("c", ["four-exercises"])):
        async with running(tmp_path / name, care_answered=False, follows=follows) as app:
            assert isinstance(app.app.screen, CareScreen)
            assert not isinstance(app.app.screen, FirstStartCare)


async def test_where_the_settings_cannot_be_read_it_is_said_and_nothing_is_offered_to_follow(tmp_path: Path) -> None:
    folder = folders_in(tmp_path).config
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text("theme = 1\n")
    async with running(tmp_path, care_answered=False) as app:
        assert not isinstance(app.app.screen, FirstStartScreen), "nothing could be followed"
        picture = await app.press("escape")
        assert "config.toml:1:9:" in picture.replace("▌", "").replace("\n", "").replace(" ", "")
        assert "You follow no routine" not in picture, "nobody can say"
    assert (folder / "config.toml").read_text() == "theme = 1\n"


async def test_where_a_session_runs_elsewhere_the_routine_is_followed_and_it_says_so(tmp_path: Path) -> None:
    with SessionLock.take(folders_in(tmp_path), About("other", "Twenty minutes", MORNING)):
        async with first_start(tmp_path) as app:
            await app.press("enter", "enter")
            picture = await app.shows("A session is running already")
            assert "▌○ Breakfast, lunch and dinner · breakfast" in picture
