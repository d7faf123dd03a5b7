"""What may be tried next time, when a session is over: suggested with its reason, taken with y, left with esc."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from footui.core.dose import Side
from footui.core.phase import SECOND
from footui.core.record import Pain, SessionRecord
from footui.core.said import Said
from footui.core.settings import CareSettings
from footui.screens.finished import FinishedScreen
from footui.storage.catalogue import load_catalogue
from footui.storage.history import History
from footui.storage.library import Library
from footui.storage.session_object import session_object
from footui.storage.suggestion import LEFT, Suggestions
from tests.core.training import session, with_row
from tests.fakes import MORNING
from tests.ui.driving import UTF_8, Driven, folders_in, running

SIZES = [(80, 24), (60, 20), (120, 40), (40, 10)]

OWN = """\
# Mine.
format = 1
title = "Evening toes"

[[steps]]
exercise = "toe-walk"
move = [10, 20]

[[steps]]
exercise = "pencil-pickup"
hold = 10
reps = 5
sides = "each"
"""


def own_routine(path: Path, text: str = OWN) -> Path:
    file = folders_in(path).routines / "evening-toes.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    return file


def done_before(path: Path, slug: str, pain: Pain = Pain(0, 1, 1, 0)) -> SessionRecord:  # noqa: B008  # it is a fixed value
    """Write down a good session of yesterday."""
    folders = folders_in(path)
    routine = Library.of(folders, load_catalogue(folders)).find(slug).routine
    assert routine is not None
    record = session(routine, pain=pain)._replace(started=MORNING - timedelta(days=1), id="yesterday")
    History(folders.history_file).save(session_object(record))
    return record


@asynccontextmanager
async def just_done(
    path: Path, *, slug: str = "evening-toes", size: tuple[int, int] = (80, 24), ascii_only: bool = False
) -> AsyncIterator[Driven]:
    """The screen after a session in which all was done, with effort right and nothing said of pain yet."""
    folders = folders_in(path)
    async with running(path, size=size, env={"LANG": "C"} if ascii_only else UTF_8) as app:
        catalogue, said = load_catalogue(folders), Said()
        routine = Library.of(folders, catalogue).find(slug).routine
        assert routine is not None
        said.effort = "right"
        record = session(routine)._replace(started=MORNING, ended=app.clock.wall(), id="today")
        History(folders.history_file).save(session_object(record))
        screen = FinishedScreen(
            app.app,
            record,
            catalogue.exercises,
            written="Written down.",
            next_line="",
            closes_after=None,
            leave=lambda: None,
            said=said,
            save=lambda _said: None,
            suggestions=Suggestions(
                folders,
                slug,
                CareSettings(),
                app.clock.wall,
                newest=lambda: record._replace(pain=said.pain, effort=said.effort),
            ),
        )
        app.app.push_screen(screen)
        await app.until(lambda: app.app.screen is screen and not app.app.workers._workers)
        await app.pilot.pause()
        yield app


def left(path: Path) -> object:
    return History(folders_in(path).history_file).answers().get(LEFT)


UP = "Toe walking: two sessions complete at 10 s, effort right, pain 1. Try 15 s? y takes it, esc leaves it."


def words(picture: str) -> str:
    return " ".join(picture.split())


@pytest.mark.parametrize("size", SIZES)
async def test_the_suggestion_at_every_size(tmp_path: Path, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    own_routine(tmp_path)
    done_before(tmp_path, "evening-toes")
    async with just_done(tmp_path, size=size) as app:
        assert await app.press("1") == snapshot(name="suggested")
        assert UP in words(app.picture())
        await app.press("y")
        assert await app.shows("Written in") == snapshot(name="taken")


async def test_y_writes_one_line_into_the_routine_and_u_takes_it_back(tmp_path: Path) -> None:
    file = own_routine(tmp_path)
    done_before(tmp_path, "evening-toes")
    async with just_done(tmp_path) as app:
        assert "Nothing is suggested." in await app.press("y"), "nobody said whether it hurts"
        assert UP in words(await app.press("1"))
        await app.press("y")
        picture = await app.shows("Written in")
        assert "Toe walking: 15 s. Written in routines/evening-toes.toml. u takes it back." in words(picture)
        assert file.read_text() == OWN.replace("move = [10, 20]\n", 'move = [10, 20]\nlevel = "middle"\n')
        assert "Nothing is suggested." in await app.press("y")
        await app.press("u")
        picture = await app.shows("Taken back")
        assert UP in words(picture)
        assert file.read_text() == OWN
        assert "Nothing to undo." in await app.press("u")
        await app.press("ctrl+r")
        await app.shows("Written in")
        assert 'level = "middle"' in file.read_text()
        await app.press("escape")
    assert left(tmp_path) is None


async def test_esc_leaves_it_and_it_does_not_come_again_at_once(tmp_path: Path) -> None:
    file = own_routine(tmp_path)
    done_before(tmp_path, "evening-toes")
    async with just_done(tmp_path) as app:
        assert UP in words(await app.press("1"))
        await app.press("escape")
    assert file.read_text() == OWN
    assert left(tmp_path) == {"evening-toes": {"up 1 toe-walk": MORNING.isoformat()}}
    async with just_done(tmp_path) as app:
        assert "y takes it" not in await app.press("1")


async def test_with_every_answer_it_is_looked_at_anew(tmp_path: Path) -> None:
    own_routine(tmp_path)
    done_before(tmp_path, "evening-toes")
    async with just_done(tmp_path) as app:
        assert "y takes it" not in app.picture()
        assert UP in words(await app.press("1"))
        assert "Pain was above 2, so nothing harder is suggested." in await app.press("4")
        assert "y takes it" not in app.picture()
        assert "y take it" in await app.press("2")
        assert "y takes it" not in await app.press("tab", "tab", "right"), "it was hard"
        assert "effort right, pain 2" in await app.press("left")


async def test_pain_that_is_said_after_it_was_taken_says_how_to_take_it_back(tmp_path: Path) -> None:
    own_routine(tmp_path)
    done_before(tmp_path, "evening-toes")
    async with just_done(tmp_path) as app:
        await app.press("1", "y")
        await app.shows("Written in")
        assert "u takes back: Toe walking: 15 s." in words(await app.press("4"))


async def test_above_the_limit_less_is_suggested_beside_where_to_get_help(tmp_path: Path) -> None:
    file = own_routine(tmp_path, OWN.replace("move = [10, 20]", 'move = [10, 20]\nlevel = "high"'))
    async with just_done(tmp_path) as app:
        picture = words(await app.press("7"))
        assert "Toe walking at 20 s: pain 7. Go back to 15 s? y takes it, esc leaves it." in picture
        assert "stop, and get help at once." in picture
        await app.press("y")
        await app.shows("Toe walking: 15 s. Written in")
        assert 'level = "middle"' in file.read_text()


async def test_after_a_real_session_in_which_one_side_stayed_behind_a_step_a_side_is_offered(tmp_path: Path) -> None:
    file = own_routine(tmp_path, OWN.replace("move = [10, 20]", "move = 1").replace("hold = 10", "hold = 3"))
    before = done_before(tmp_path, "evening-toes")
    lacking = with_row(before, 2, Side.RIGHT, done_ns=3 * SECOND, done_reps=1)
    History(folders_in(tmp_path).history_file).save(session_object(lacking))
    async with running(tmp_path, routine="evening-toes") as app:
        while app.session.player.phase.side is not Side.RIGHT:
            await app.go(1)
        while app.state == "running":
            await app.press("n")
        picture = words(await app.shows("y takes it"))
        assert "Pencil pickups: left complete in two sessions, right not (3, then 0 of 15 s)." in picture
        await app.press("y")
        await app.shows("Written in")
    assert [line for line in file.read_text().splitlines() if line.startswith("sides")] == [
        'sides = "left"',
        'sides = "right"',
    ]


async def test_a_shipped_routine_becomes_a_copy_of_ones_own_that_is_followed_on(tmp_path: Path) -> None:
    done_before(tmp_path, "ten-exercises")
    async with just_done(tmp_path, slug="ten-exercises") as app:
        assert "Pencil pickups: two sessions complete at 5 repetitions" in words(await app.press("1"))
        await app.press("y")
        picture = words(await app.shows("Written in"))
        assert (
            "Pencil pickups: 8 repetitions. Written in a copy of your own, routines/ten-exercises.toml, in place of "
            "the shipped one. u takes it back."
        ) in picture
        assert (folders_in(tmp_path).routines / "ten-exercises.toml").exists()
        await app.press("u")
        assert "the shipped routine is in its place again" in words(await app.shows("Taken back"))
        assert not (folders_in(tmp_path).routines / "ten-exercises.toml").exists()


async def test_a_file_that_cannot_be_changed_any_more_is_told_and_left_alone(tmp_path: Path) -> None:
    file = own_routine(tmp_path)
    done_before(tmp_path, "evening-toes")
    async with just_done(tmp_path) as app:
        await app.press("1")
        theirs = OWN.replace("10, 20", "12, 20")
        file.write_text(theirs)
        await app.press("y")
        assert "was changed meanwhile, so nothing was written." in words(await app.shows("changed meanwhile"))
        assert file.read_text() == theirs
        file.write_text("broken =")
        await app.press("y")
        await app.shows("evening-toes.toml:1:9")
        assert file.read_text() == "broken ="


async def test_a_session_that_was_ended_early_suggests_nothing(tmp_path: Path) -> None:
    own_routine(tmp_path, OWN.replace("[10, 20]", "[2, 20]"))
    done_before(tmp_path, "evening-toes")
    async with running(tmp_path, routine="evening-toes") as app:
        await app.go(9)
        await app.press("escape", "w")
        await app.shows("Effort")
        assert "nothing harder" not in await app.press("7")


async def test_ascii_where_the_locale_is_not_utf_8(tmp_path: Path) -> None:
    own_routine(tmp_path)
    done_before(tmp_path, "evening-toes")
    async with just_done(tmp_path, ascii_only=True) as app:
        picture = await app.press("1")
        assert UP in words(picture)
        assert picture.isascii()
