"""`footui run` and bare `footui`: which session, on the screen or line by line, recorded or not."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from footui.cli import carry_out
from footui.cli.parser import parse
from footui.core.dose import Side
from footui.core.phase import SECOND
from footui.core.record import SessionRecord, WorkDone
from footui.session.clock import Clock, SystemClock
from footui.storage.folders import Folders
from footui.storage.history import History
from footui.storage.session_object import session_object
from footui.world import StartSession, World
from tests.fakes import MORNING, FakeClock

SHORT = 'format = 1\ntitle = "Short"\n[timing]\nprepare = 0\n[[steps]]\nexercise = "toe-press"\nhold = 0.05\n'


class FakeStream(io.StringIO):
    """Text in memory that says whether it is a terminal."""

    def __init__(self, *, terminal: bool) -> None:
        super().__init__()
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


@dataclass
class Desk:
    """Where `footui run` is typed: its terminal and folders, and what was asked of the full screen."""

    folder: Path
    terminal: bool = True
    term: str = "xterm-256color"
    opened: list[StartSession | None] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.stdout = FakeStream(terminal=False)
        self.stderr = FakeStream(terminal=self.terminal)
        self.folders = Folders(self.folder / "config", self.folder / "data", self.folder / "state")
        self.clock: Clock = FakeClock()
        self.history = History(self.folders.history_file)

    def types(self, *words: str) -> int:
        world = World(
            self.folders,
            {"TERM": self.term},
            self.clock,
            FakeStream(terminal=self.terminal),
            self.stdout,
            self.stderr,
        )

        def open_app(_world: World, start: StartSession | None) -> int:
            self.opened.append(start)
            return 0

        return carry_out(parse(words), world, open_app)

    @property
    def start(self) -> StartSession:
        """The session that the screen was opened with."""
        (start,) = self.opened
        assert start is not None
        return start

    def has_done(self, routine: str, started: datetime, status: str = "finished") -> None:
        """Have a session of this routine in the history."""
        work = WorkDone(1, "toe-press", None, Side.BOTH, 1, 1, 3 * SECOND, 3 * SECOND, None)
        record = SessionRecord(
            str(len(self.history.sessions())), routine, "T", "low", 1, 3, started, started + timedelta(minutes=1),
            status, 3 * SECOND, 0.0, (work,),
        )  # fmt: skip
        self.history.save(session_object(record))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_bare_footui_opens_the_app(desk: Desk) -> None:
    assert desk.types() == 0
    assert desk.opened == [None]


def test_the_first_session_of_the_day_starts_on_the_screen_recorded_and_at_true_speed(desk: Desk) -> None:
    assert desk.types("run", "breakfast-lunch-dinner") == 0
    start = desk.start
    assert (start.timeline.session, start.timeline.slot, start.speed, start.recorded) == (1, "breakfast", 1, True)


def test_the_next_session_is_the_one_after_those_done_today_and_never_one_that_is_not_there(desk: Desk) -> None:
    desk.has_done("breakfast-lunch-dinner", MORNING - timedelta(days=1))
    desk.has_done("breakfast-lunch-dinner", MORNING - timedelta(hours=1), status="stopped")
    desk.has_done("twenty-minutes", MORNING - timedelta(hours=1))
    for session in (1, 2, 3, 3):
        desk.opened.clear()
        desk.types("run", "breakfast-lunch-dinner")
        assert desk.start.timeline.session == session
        desk.has_done("breakfast-lunch-dinner", MORNING)


def test_session_and_level_can_be_chosen(desk: Desk) -> None:
    desk.types("run", "breakfast-lunch-dinner", "--session", "3", "--level", "high")
    assert (desk.start.timeline.session, desk.start.timeline.seconds) == (3, 184.0)


def test_a_session_that_is_not_there_opens_nothing(desk: Desk) -> None:
    with pytest.raises(SystemExit, match="2"):
        desk.types("run", "breakfast-lunch-dinner", "--session", "0")
    assert desk.types("run", "breakfast-lunch-dinner", "--session", "4") == 2
    assert desk.types("run", "no-such-routine") == 2
    assert desk.opened == []


@pytest.mark.parametrize(
    ("words", "speed", "recorded"),
    [
        ((), 1, True),
        (("--speed", "1"), 1, True),
        (("--speed", "20"), 20, False),
        (("--speed", "0.5", "--record"), 0.5, True),
    ],
)
def test_a_preview_is_recorded_only_when_asked_for(
    desk: Desk, words: tuple[str, ...], speed: float, recorded: bool
) -> None:
    desk.types("run", "breakfast-lunch-dinner", *words)
    assert (desk.start.speed, desk.start.recorded) == (speed, recorded)


@pytest.mark.parametrize("speed", ["0", "-1", "0.09", "1001", "nan", "inf", "fast"])
def test_a_speed_that_makes_no_sense_is_wrong_usage(desk: Desk, speed: str) -> None:
    with pytest.raises(SystemExit, match="2"):
        desk.types("run", "breakfast-lunch-dinner", "--speed", speed)


@pytest.mark.parametrize(("terminal", "term"), [(False, "xterm"), (True, "dumb"), (True, ""), (True, "unknown")])
def test_without_a_terminal_for_it_the_session_goes_line_by_line(tmp_path: Path, terminal: bool, term: str) -> None:
    desk = Desk(tmp_path, terminal, term)
    desk.clock = SystemClock()
    _has(desk, "short", SHORT)
    assert desk.types("run", "short", "--speed", "1000") == 0
    assert desk.opened == []
    assert "line by line" in desk.stderr.getvalue()
    assert desk.stdout.getvalue().startswith("A preview, 1000 times as fast.")
    assert "Hold. 0.05 seconds." in desk.stdout.getvalue()


@pytest.mark.parametrize(("terminal", "term"), [(False, "xterm"), (True, "dumb")])
def test_bare_footui_without_a_terminal_says_one_line(tmp_path: Path, terminal: bool, term: str) -> None:
    desk = Desk(tmp_path, terminal, term)
    assert desk.types() == 2
    assert len(desk.stderr.getvalue().splitlines()) == 1


def test_a_broken_history_does_not_keep_anybody_from_exercising(desk: Desk) -> None:
    desk.folders.data.mkdir(parents=True)
    desk.folders.history_file.write_bytes(b"no history of ours, by far" * 100)
    assert desk.types("run", "breakfast-lunch-dinner") == 0
    assert desk.start.timeline.session == 1
    assert "could not be read" in desk.stderr.getvalue()


def _has(desk: Desk, slug: str, text: str) -> None:
    desk.folders.routines.mkdir(parents=True, exist_ok=True)
    (desk.folders.routines / f"{slug}.toml").write_text(text)


def test_a_plain_session_is_written_down(desk: Desk) -> None:
    _has(desk, "short", SHORT)
    desk.clock = SystemClock()  # a twentieth of a second of true time
    assert desk.types("run", "short", "--plain") == 0
    assert desk.stdout.getvalue().endswith("Written down.\n")
    (session,) = desk.history.sessions()
    assert (session["routine"], session["status"], session["done_work_seconds"]) == ("short", "finished", 0.05)


def test_a_plain_session_that_cannot_be_written_down_goes_on_and_says_so(desk: Desk) -> None:
    _has(desk, "short", SHORT)
    desk.folders.data.write_text("a file where the folder should be")
    desk.clock = SystemClock()
    assert desk.types("run", "short", "--plain") == 0
    assert "Done after" in desk.stdout.getvalue()
    assert "Written down" not in desk.stdout.getvalue()
    assert "could not be written" in desk.stderr.getvalue()
