"""What was interrupted stands first at home: it is gone on with, written down, or discarded and brought back."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import AbstractAsyncContextManager, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from footui.screens.live import LiveScreen
from footui.session.interrupted_words import ago
from footui.storage.history import History
from footui.storage.session_lock import About, SessionLock
from tests.fakes import MORNING
from tests.interrupting import cut_off, folders_in, written
from tests.storage.session_records import ask
from tests.ui.driving import Driven, running

SIZES = [(80, 24), (60, 20), (120, 40), (40, 10)]

FOLLOWED = ("breakfast-lunch-dinner", "five-feet-exercises")

HOLDS_THE_LOCK = """
import signal, sys
from datetime import datetime
from pathlib import Path
from footui.storage.folders import Folders
from footui.storage.session_lock import About, SessionLock
about = About(sys.argv[2], "Twenty minutes", datetime.now())
lock = SessionLock.take(Folders(Path(), Path(sys.argv[1]), Path()), about)
print("taken", flush=True)
signal.pause()
"""


def at_home(path: Path, *, follows: tuple[str, ...] = FOLLOWED, **options: Any) -> AbstractAsyncContextManager[Driven]:  # noqa: ANN401  # as `running` has them
    """The app at home, for a person who follows two routines."""
    return running(path, follows=follows, **options)


@contextmanager
def another_terminal(path: Path, session_id: str) -> Iterator[None]:
    """A session with this id runs in another process, until it is told to end."""
    words = [sys.executable, "-c", HOLDS_THE_LOCK, str(folders_in(path).data), session_id]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as child:
        try:
            assert child.stdout is not None
            assert child.stdout.readline() == "taken\n"
            yield
        finally:
            child.kill()


def cut_the_connection(app: Driven) -> None:
    """Let go of the session as a process does that is gone: what was written stays, the lock is free."""
    live_session = app.app._live_session
    assert live_session is not None
    live_session.joined.close()


def status(path: Path, session_id: str) -> str | None:
    session = written(path, session_id)
    return session["status"] if session else None


async def refused(app: Driven) -> str:
    """What is said where enter starts nothing."""
    return " ".join((await app.press("enter")).split())


@pytest.mark.parametrize("size", SIZES)
async def test_it_stands_first_at_every_size(
    tmp_path: Path, size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    cut_off(tmp_path, pain=4)
    async with at_home(tmp_path, size=size) as app:
        assert app.picture() == snapshot


async def test_enter_goes_on_with_it_where_it_stood_after_time_to_get_ready(tmp_path: Path) -> None:
    session_id = cut_off(tmp_path)
    async with at_home(tmp_path) as app:
        assert "enter go on" in app.picture()
        await app.press("enter")
        assert isinstance(app.app.screen, LiveScreen)
        assert app.session.id == session_id
        assert app.session.player.timeline.session == 2
        assert not app.session.player.phase.is_work
        await app.go(6)
        phase = app.session.player.phase
        assert (phase.exercise, phase.rep, phase.is_work) == ("pencil-pickup", 3, True)
        await app.press("escape", "w", "enter")
        await app.shows("Due now")
        assert "Interrupted" not in app.picture()
    assert status(tmp_path, session_id) == "stopped"


async def test_w_writes_it_down_as_it_is(tmp_path: Path) -> None:
    session_id = cut_off(tmp_path)
    before = written(tmp_path, session_id)
    async with at_home(tmp_path) as app:
        await app.press("w")
        picture = await app.shows("Written down as it is: Breakfast, lunch and dinner.")
        assert "Interrupted" not in picture
        assert "Nothing was interrupted." in await app.press("w")
    after = written(tmp_path, session_id)
    assert before is not None
    assert after is not None
    assert (after["status"], after["ended"], after["work"]) == ("stopped", before["ended"], before["work"])


async def test_d_discards_it_and_u_brings_it_back(tmp_path: Path) -> None:
    session_id = cut_off(tmp_path)
    async with at_home(tmp_path) as app:
        assert "Nothing to undo." in await app.press("u")
        await app.press("d")
        picture = await app.shows("u brings it back.")
        assert "Interrupted" not in picture
        assert status(tmp_path, session_id) is None
        await app.press("u")
        await app.shows("Brought back.")
        picture = await app.shows("enter go on")
        assert "repetition 3 of 5" in picture
        assert "Nothing to undo." in await app.press("u")
        await app.press("enter")
        assert app.session.id == session_id


async def test_another_routine_can_be_started_and_it_stays_interrupted(tmp_path: Path) -> None:
    session_id = cut_off(tmp_path)
    async with at_home(tmp_path) as app:
        assert "What was interrupted goes on as it was." in await app.press("full_stop")
        picture = await app.press("j")
        assert "enter start" in picture
        assert "▌○ Breakfast, lunch and dinner · breakfast" in picture
        await app.press("enter")
        assert app.session.id != session_id
        await app.press("escape", "d")
        assert "Interrupted" in await app.shows("enter start")
    assert status(tmp_path, session_id) == "open"


async def test_a_click_on_it_goes_on_with_it(tmp_path: Path) -> None:
    session_id = cut_off(tmp_path)
    async with at_home(tmp_path) as app:
        row = next(y for y, text in enumerate(app.picture().split("\n")) if "repetition 3 of 5" in text)
        await app.pilot.click(offset=(10, row))
        await app.pilot.pause()
        assert app.session.id == session_id


async def test_one_that_cannot_be_gone_on_with_says_why_and_is_still_kept(tmp_path: Path) -> None:
    session_id = cut_off(tmp_path)
    history = History(folders_in(tmp_path).history_file)
    session = history.session(session_id)
    assert session is not None
    history.discard(session_id)
    history.save(session)  # as an older footui did: without a journal
    async with at_home(tmp_path) as app:
        picture = " ".join(app.picture().replace("▌", "").split())
        assert "! It was begun on another machine, or with an older footui, and cannot be gone on with here." in picture
        assert "s of work done" in picture
        assert "enter go on" not in picture
        assert "cannot be gone on with here. w writes it down as it is, d discards it." in await refused(app)
        await app.press("w")
        await app.shows("Written down as it is")
    assert status(tmp_path, session_id) == "stopped"


async def test_in_a_pause_it_says_what_it_leads_to_and_on_another_day_which(tmp_path: Path) -> None:
    cut_off(tmp_path, session=1, after=62, ago=timedelta(hours=20))
    async with at_home(tmp_path) as app:
        picture = app.picture()
        assert "Before toe walking, both feet, set 1 of 5." in picture
        assert "Stopped on Fri 20 Nov at 11:46, 20 hours ago." in picture


async def test_a_session_begun_at_home_goes_on_even_where_its_routine_is_gone(tmp_path: Path) -> None:
    file = folders_in(tmp_path).routines / "evening.toml"
    file.parent.mkdir(parents=True)
    file.write_text('format = 1\ntitle = "Evening"\n[[steps]]\nexercise = "toe-press"\nhold = 20\nreps = 3\n')
    async with at_home(tmp_path, follows=("evening",)) as app:
        await app.press("enter")
        session_id = app.session.id
        await app.go(30)
        cut_the_connection(app)
    file.unlink()
    async with at_home(tmp_path) as app:
        assert "Evening · session 1 of 1" in app.picture()
        await app.press("enter")
        assert app.session.id == session_id
        assert app.session.player.timeline.routine.title == "Evening"


def test_how_long_ago_is_said_in_the_largest_whole_unit() -> None:
    spans = {
        timedelta(seconds=-5): "just now", timedelta(seconds=59): "just now", timedelta(seconds=119): "1 minute ago",
        timedelta(minutes=59): "59 minutes ago", timedelta(hours=1): "1 hour ago", timedelta(hours=47): "47 hours ago",
        timedelta(hours=48): "2 days ago",
    }  # fmt: skip
    assert {span: ago(span) for span in spans} == spans


# Another session runs


async def test_where_another_session_runs_it_says_so_and_the_way_out(tmp_path: Path) -> None:
    with SessionLock.take(folders_in(tmp_path), About("other", "Twenty minutes", MORNING)):
        async with at_home(tmp_path) as app:
            picture = await refused(app)
            assert "A session is running already: “Twenty minutes”" in picture
            assert "X ends it there; what was done in it is kept." in picture
            await app.press("X")
            await app.shows("It is not certain that process")  # it is this one, which is no session's terminal
    async with at_home(tmp_path) as app:
        assert "No session runs in another terminal." in await app.press("X")


async def test_a_session_that_runs_elsewhere_is_no_interrupted_one_until_x_has_ended_it(tmp_path: Path) -> None:
    session_id = cut_off(tmp_path)
    with another_terminal(tmp_path, session_id):
        async with at_home(tmp_path) as app:
            assert "Interrupted" not in app.picture()
            assert "X end it" in app.picture()
            assert "X ends it there" in await refused(app)
            await app.press("X")
            await app.waits_for("It has ended there. What was done in it is kept.")
            assert "enter go on" in app.picture()
            await app.press("enter")
            assert app.session.id == session_id


async def test_what_went_on_elsewhere_meanwhile_is_left_alone(tmp_path: Path) -> None:
    session_id = cut_off(tmp_path)
    async with at_home(tmp_path) as app:
        with SessionLock.take(folders_in(tmp_path), About(session_id, "Breakfast", MORNING)):
            await app.press("d")
            await app.shows("The session goes on in another terminal. Nothing was changed.")
            assert "Interrupted" not in app.picture()
    assert status(tmp_path, session_id) == "open"


async def test_where_the_history_cannot_be_written_it_is_said_and_nothing_is_lost(tmp_path: Path) -> None:
    session_id = cut_off(tmp_path)
    file = folders_in(tmp_path).history_file
    async with at_home(tmp_path) as app:
        ask(file, "PRAGMA user_version = 99")
        await app.press("w")
        picture = await app.shows("was written by a newer footui.")
        assert "Interrupted" not in picture, "nobody can say"
        assert "Five feet exercises" in picture
        await app.press("enter")
        assert isinstance(app.app.screen, LiveScreen), "a session goes on without the history"
    ask(file, "PRAGMA user_version = 2")
    assert status(tmp_path, session_id) == "open"
