"""`footui resume`: what was interrupted goes on, is written down as it is, or is forgotten; each says what it did."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from footui.cli import carry_out
from footui.cli.parser import parse
from footui.core.timeline import compile_timeline
from footui.session.clock import Clock, SessionClock, SystemClock
from footui.session.live import LiveSession
from footui.storage.catalogue import load_catalogue
from footui.storage.folders import Folders
from footui.storage.history import History
from footui.storage.history_writer import HistoryWriter
from footui.storage.interrupted import interrupted_session
from footui.storage.library import Library
from footui.storage.session_lock import About, SessionLock
from footui.storage.session_object import SessionObject
from footui.world import StartSession, World
from tests.cli.test_run import FakeStream
from tests.fakes import MORNING, FakeClock

AWAY = timedelta(minutes=8)


class LaterClock(SystemClock):
    """A clock that goes by itself, from eight minutes after the session was killed."""

    def __init__(self) -> None:
        super().__init__()
        self._began_ns = self.now_ns()

    def wall(self) -> datetime:
        passed = timedelta(microseconds=(self.now_ns() - self._began_ns) // 1000)
        return MORNING + timedelta(seconds=66) + AWAY + passed


@dataclass
class Desk:
    """Where `footui resume` is typed, eight minutes after a session was killed in the 30th second of its work."""

    folder: Path
    terminal: bool = True
    opened: list[StartSession | None] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.stdout, self.stderr = FakeStream(terminal=False), FakeStream(terminal=self.terminal)
        self.folders = Folders(self.folder / "config", self.folder / "data", self.folder / "state")
        self.history = History(self.folders.history_file)
        self.clock: Clock = FakeClock(MORNING + timedelta(seconds=66) + AWAY)

    def types(self, *words: str) -> int:
        world = World(
            self.folders,
            {"TERM": "xterm-256color"},
            self.clock,
            FakeStream(terminal=self.terminal),
            self.stdout,
            self.stderr,
        )

        def open_app(_world: World, start: StartSession | None) -> int:
            self.opened.append(start)
            return 0

        return carry_out(parse(words), world, open_app)

    def has_interrupted(self, session_id: str = "one", routine: str = "breakfast-lunch-dinner") -> None:
        """Have begun this routine at 07:46, and been killed 66 seconds later."""
        clock = FakeClock()
        entry = Library.of(self.folders, load_catalogue(self.folders)).find(routine)
        assert entry.routine is not None
        writer = HistoryWriter(self.history)
        timeline = compile_timeline(entry.routine)
        live = LiveSession(timeline, SessionClock(clock), session_id, recorder=writer, routine_text=entry.text)
        live.begin()
        clock.pass_seconds(66)
        live.tick()
        assert writer.close()

    @property
    def session(self) -> SessionObject:
        (session,) = self.history.sessions()
        return session


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_the_session_goes_on_on_the_screen(desk: Desk) -> None:
    desk.has_interrupted()
    assert desk.types("resume") == 0
    (start,) = desk.opened
    assert start is not None
    assert start.interrupted is not None
    assert (start.recorded, start.speed, start.interrupted.id) == (True, 1, "one")
    assert start.timeline is start.interrupted.kept.player.prescribed
    assert start.timeline.slot == "breakfast"
    told = "Going on with Breakfast, lunch and dinner, stopped at 07:47, 8 minutes ago.\n"
    assert desk.stderr.getvalue() == told


def test_it_goes_on_line_by_line(tmp_path: Path) -> None:
    desk = Desk(tmp_path, terminal=False)
    desk.folders.routines.mkdir(parents=True)
    short = 'format = 1\ntitle = "Short"\n[timing]\nprepare = 0.05\n[[steps]]\nexercise = "toe-press"\nhold = 66.2\n'
    (desk.folders.routines / "short.toml").write_text(short)
    desk.has_interrupted(routine="short")
    desk.clock = LaterClock()
    assert desk.types("resume", "--plain") == 0
    out = desk.stdout.getvalue().splitlines()
    assert out[0] == "Going on with Short."
    assert out[1] == "Stopped at 07:47, 8 minutes ago. Toe presses."
    assert "Get ready, 0.05 seconds. Toe presses." in out
    assert "Hold. 1 second left." in out
    assert out[-1] == "Written down."
    assert desk.session["status"] == "finished"
    assert desk.session["done_work_seconds"] == desk.session["planned_work_seconds"] == 66.2


def test_it_is_written_down_as_it_is(desk: Desk) -> None:
    desk.has_interrupted()
    assert desk.types("resume", "--keep") == 0
    assert desk.stdout.getvalue() == (
        "Written down as it is: Breakfast, lunch and dinner, stopped at 07:47, 8 minutes ago, "
        "with 33 of 275 seconds of work.\n"
    )
    assert (desk.session["status"], desk.session["done_work_seconds"]) == ("stopped", 33.0)
    assert desk.types("resume") == 1
    assert desk.opened == []


def test_it_is_forgotten(desk: Desk) -> None:
    desk.has_interrupted()
    assert desk.types("resume", "--discard") == 0
    assert desk.stdout.getvalue() == (
        "Discarded: Breakfast, lunch and dinner, stopped at 07:47, 8 minutes ago. Nothing of it is kept.\n"
    )
    assert desk.history.sessions() == []


def test_the_one_or_the_other(desk: Desk) -> None:
    with pytest.raises(SystemExit, match="2"):
        desk.types("resume", "--keep", "--discard")


@pytest.mark.parametrize("words", [(), ("--plain",), ("--keep",), ("--discard",)])
def test_where_nothing_was_interrupted_that_is_said(desk: Desk, words: tuple[str, ...]) -> None:
    assert desk.types("resume", *words) == 1
    assert desk.stderr.getvalue() == "Nothing was interrupted. footui run ROUTINE starts a session.\n"
    assert not desk.folders.data.exists(), "to look leaves nothing behind"


def test_what_cannot_be_gone_on_with_says_why_and_what_to_do(desk: Desk) -> None:
    desk.has_interrupted()
    older = {**desk.session, "id": "older"}
    desk.history.discard("one")
    desk.history.save(older)
    assert desk.types("resume") == 1
    assert desk.stderr.getvalue() == (
        "Breakfast, lunch and dinner, stopped at 07:47, 8 minutes ago. "
        "It was begun on another machine, or with an older footui, and cannot be gone on with here.\n"
        "footui resume --keep writes it down as it is, --discard forgets it.\n"
    )
    assert desk.types("resume", "--keep") == 0
    assert desk.session["status"] == "stopped"


def test_a_history_that_cannot_be_read_is_told(desk: Desk) -> None:
    desk.folders.data.mkdir(parents=True)
    desk.folders.history_file.write_bytes(b"no history of ours, by far" * 100)
    assert desk.types("resume") == 1
    assert "could not be read" in desk.stderr.getvalue()


@pytest.mark.parametrize("word", ["--keep", "--discard"])
def test_a_session_that_runs_is_neither_written_down_nor_forgotten(desk: Desk, word: str) -> None:
    desk.has_interrupted()
    with SessionLock.take(desk.folders, About("one", "Breakfast, lunch and dinner", MORNING, "/dev/pts/3")):
        assert desk.types("resume", word) == 1
    told = desk.stderr.getvalue()
    assert told.startswith(
        'A session is running already: "Breakfast, lunch and dinner", since 07:46 in another terminal'
    )
    assert "Nothing was changed." in told
    assert desk.session["status"] == "open"


def test_a_session_that_cannot_be_ended_from_here_stays_where_it_is(desk: Desk) -> None:
    desk.has_interrupted()
    with SessionLock.take(desk.folders, About("one", "Breakfast, lunch and dinner", MORNING)):
        assert desk.types("resume") == 1
    assert f"process {os.getpid()}" in desk.stderr.getvalue()
    assert desk.opened == []


def test_a_new_session_line_by_line_tells_of_the_interrupted_one_and_begins(tmp_path: Path) -> None:
    desk = Desk(tmp_path, terminal=False)
    desk.has_interrupted()
    desk.folders.routines.mkdir(parents=True)
    short = 'format = 1\ntitle = "Short"\n[timing]\nprepare = 0\n[[steps]]\nexercise = "toe-press"\nhold = 0.05\n'
    (desk.folders.routines / "short.toml").write_text(short)
    desk.clock = LaterClock()
    assert desk.types("run", "short", "--plain") == 0
    told = "Breakfast, lunch and dinner was interrupted at 07:47, 8 minutes ago. footui resume goes on with it.\n"
    assert desk.stderr.getvalue() == told
    assert desk.stdout.getvalue().endswith("Written down.\n")
    catalogue = load_catalogue(desk.folders)
    found = interrupted_session(desk.folders, catalogue)
    assert found is not None
    assert found.id == "one"
    desk.stderr.truncate(0)
    assert desk.types("run", "short", "--plain", "--speed", "2") == 0
    assert "interrupted" not in desk.stderr.getvalue(), "a preview has nothing to do with it"
