"""Sessions that were cut off, and sessions of other days, as the history has them when the app starts."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from footui.core.journal import Journal
from footui.core.record import Pain
from footui.core.timeline import compile_timeline
from footui.session.clock import SessionClock
from footui.session.live import LiveSession
from footui.storage.catalogue import load_catalogue
from footui.storage.folders import Folders
from footui.storage.history import History
from footui.storage.library import Library
from footui.storage.session_object import session_object
from tests.fakes import MORNING, FakeClock, FakeRecorder


def folders_in(path: Path) -> Folders:
    """Folders of their own below a path, those that the driven app has."""
    return Folders(path / "config", path / "data", path / "state")


def cut_off(
    path: Path,
    *,
    slug: str = "breakfast-lunch-dinner",
    session: int = 2,
    after: int = 91,
    ago: timedelta = timedelta(minutes=8),
    pain: int | None = None,
) -> str:
    """Have a session begun and cut off after so many seconds, so long before MORNING; return its id."""
    live, recorder = played(path, slug, session, after, MORNING - ago)
    if pain is not None:
        live.say_pain(pain)
    live.save()
    _write(path, session_object(recorder.records[-1]), recorder.journals[-1])
    return live.id


def done_before(path: Path, *, slug: str = "twenty-minutes", days: int = 1, pain: Pain | None = None) -> str:
    """Have a session stopped after some work so many days before MORNING; return its id."""
    live, recorder = played(path, slug, 1, 30, MORNING - timedelta(days=days))
    live.end(keep=True)
    _write(path, session_object(recorder.records[-1]._replace(pain=pain or Pain())), None)
    return live.id


def written(path: Path, session_id: str) -> dict[str, Any] | None:
    """The session as the history has it now."""
    return History(folders_in(path).history_file).session(session_id)


def played(path: Path, slug: str, session: int, seconds: int, until: datetime) -> tuple[LiveSession, FakeRecorder]:
    """A session that has run so many seconds until this moment, and what was written down of it."""
    folders = folders_in(path)
    entry = Library.of(folders, load_catalogue(folders)).find(slug)
    assert entry.routine is not None
    clock, recorder = FakeClock(until - timedelta(seconds=seconds)), FakeRecorder()
    timeline = compile_timeline(entry.routine, session)
    live = LiveSession(timeline, SessionClock(clock), f"session of {until}", recorder=recorder, routine_text=entry.text)
    live.begin()
    for _ in range(seconds):
        clock.pass_seconds(1)
        live.tick()
    return live, recorder


def _write(path: Path, session: dict[str, Any], journal: Journal | None) -> None:
    History(folders_in(path).history_file).save(session, journal)
