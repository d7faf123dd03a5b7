"""One live session at a time: who comes second is told who is first, and how to get out of it."""

from __future__ import annotations

import errno
import fcntl
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

import pytest

from footui.storage.folders import Folders
from footui.storage.lock_holder import host_name
from footui.storage.session_lock import About, Holder, NotEnded, SessionLock, SessionRuns, end_the_other, holder

STARTED = datetime.fromisoformat("2026-11-21T12:31:05+01:00")
ABOUT = About("one", "Breakfast, lunch and dinner", STARTED, "pts/3")
NEXT_DAY = ABOUT._replace(session="two", started=datetime.fromisoformat("2026-11-22T07:46:00+01:00"))


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(tmp_path / "config", tmp_path / "data", tmp_path / "state")


class FakeTime:
    """Seconds that pass only when somebody sleeps, at most `most` times."""

    def __init__(self, most: int = 1000) -> None:
        self.seconds = 0.0
        self._left = most

    def now(self) -> float:
        return self.seconds

    def sleep(self, seconds: float) -> None:
        self._left -= 1
        assert self._left >= 0
        self.seconds += seconds


HOLDS_IT = """
import signal, sys
from datetime import datetime
from pathlib import Path
from footui.storage.folders import Folders
from footui.storage.session_lock import About, SessionLock
if sys.argv[2] == "deaf":
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
about = About("one", "Breakfast, lunch and dinner", datetime.fromisoformat("2026-11-21T12:31:05+01:00"), "pts/3")
lock = SessionLock.take(Folders(Path(), Path(sys.argv[1]), Path()), about)
print("taken", flush=True)
while True:
    signal.pause()
"""


@contextmanager
def another_session(folders: Folders, manner: str = "") -> Iterator[subprocess.Popen[str]]:
    words = [sys.executable, "-c", HOLDS_IT, str(folders.data), manner]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as child:
        try:
            assert child.stdout is not None
            assert child.stdout.readline() == "taken\n"
            yield child
        finally:
            child.kill()


@contextmanager
def held_with(folders: Folders, content: bytes) -> Iterator[None]:
    """The lock as somebody else holds it, who has written `content` into its file."""
    folders.data.mkdir(exist_ok=True)
    path = folders.data / "session.lock"
    path.write_bytes(content)
    with path.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def test_the_first_one_gets_it_and_says_who_it_is_in_a_private_file(folders: Folders) -> None:
    assert holder(folders) is None
    assert not folders.data.exists()
    with SessionLock.take(folders, ABOUT):
        assert holder(folders) == Holder(os.getpid(), host_name(), *ABOUT)
        assert (folders.data / "session.lock").stat().st_mode & 0o777 == 0o600
        assert folders.data.stat().st_mode & 0o777 == 0o700
    assert holder(folders) is None
    assert (folders.data / "session.lock").read_bytes() == b""


def test_the_second_one_is_told_about_the_first_and_gets_it_afterwards(folders: Folders) -> None:
    with another_session(folders) as child:
        with pytest.raises(SessionRuns) as told:
            SessionLock.take(folders, ABOUT._replace(session="two"))
        assert told.value.what == (
            "A session is running already: “Breakfast, lunch and dinner”, since 12:31 in another terminal "
            f"(pts/3, process {child.pid})."
        )
        assert str(told.value).startswith(told.value.what)
        assert "End it there, or" in str(told.value)
        assert told.value.holder == holder(folders) == Holder(child.pid, host_name(), *ABOUT)
        child.kill()
        child.wait()
        assert holder(folders) is None  # whatever the file still says
        SessionLock.take(folders, NEXT_DAY).release()


def test_in_one_process_too_there_is_one_at_a_time(folders: Folders) -> None:
    lock = SessionLock.take(folders, ABOUT)
    with pytest.raises(SessionRuns):
        SessionLock.take(folders, ABOUT)
    lock.release()
    lock.release()
    SessionLock.take(folders, ABOUT).release()


def test_a_session_of_another_day_is_told_with_its_day(folders: Folders) -> None:
    with SessionLock.take(folders, ABOUT), pytest.raises(SessionRuns, match="since 2026-11-21 12:31 in another"):
        SessionLock.take(folders, NEXT_DAY)


def test_one_who_only_looks_never_keeps_a_session_from_beginning(folders: Folders) -> None:
    folders.data.mkdir()
    with (folders.data / "session.lock").open("ab+") as looking:
        fcntl.flock(looking, fcntl.LOCK_SH)
        SessionLock.take(folders, ABOUT, sleep=lambda _: fcntl.flock(looking, fcntl.LOCK_UN)).release()


def test_children_do_not_hold_it_on(folders: Folders) -> None:
    lock = SessionLock.take(folders, ABOUT)
    with subprocess.Popen(["cat"], stdin=subprocess.PIPE, close_fds=False) as child:
        lock.release()
        assert holder(folders) is None
        SessionLock.take(folders, ABOUT).release()
        assert child.poll() is None
        child.communicate()


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"\t\t\t", b"\xff\xfe", b"[" * 4096, b"process\ttrue\nstarted\tonce\n", b"process\t" + b"9" * 4000],
)
def test_a_holder_who_has_not_said_who_it_is_is_told_without_it(folders: Folders, content: bytes) -> None:
    with held_with(folders, content):
        assert holder(folders) == Holder()
        with pytest.raises(SessionRuns) as told:
            SessionLock.take(folders, ABOUT, sleep=FakeTime().sleep)
    assert told.value.what == "A session is running already: in another terminal."


def test_what_stands_in_the_file_is_shown_as_text_and_never_too_long(folders: Folders) -> None:
    content = f"process\t4711\nhost\t{host_name()}\ntitle\t\x1b[2J[b]{'x' * 900}\nterminal\ta\tb\n"
    with held_with(folders, content.encode()):
        found = holder(folders)
    assert found is not None
    what = found.sentence(date(2026, 11, 21))
    assert what.isprintable()
    assert "a b, process 4711" in what
    assert len(what) < 400


def test_where_there_can_be_no_lock_a_session_goes_on_without(
    folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_locks(*_: object) -> None:
        raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP))

    folders.data.write_text("a file stands in the way")
    SessionLock.take(folders, ABOUT).release()
    folders.data.unlink()
    monkeypatch.setattr(fcntl, "flock", no_locks)
    with SessionLock.take(folders, ABOUT):
        SessionLock.take(folders, NEXT_DAY).release()
        assert holder(folders) is None


@pytest.mark.parametrize("suspended", [False, True], ids=["running", "suspended"])
def test_the_other_session_is_ended_from_here(folders: Folders, *, suspended: bool) -> None:
    with another_session(folders) as child:
        if suspended:
            child.send_signal(signal.SIGSTOP)

        def until_it_has_ended(_: float) -> None:
            assert child.wait(10) == -signal.SIGTERM

        end_the_other(folders, sleep=until_it_has_ended)
        assert child.poll() == -signal.SIGTERM
        SessionLock.take(folders, ABOUT).release()
    end_the_other(folders)  # and where none runs there is nothing to do


def test_one_that_does_not_end_is_told_after_a_while_and_left(folders: Folders) -> None:
    time = FakeTime()
    with another_session(folders, "deaf") as child:
        with pytest.raises(NotEnded, match=rf"process {child.pid}\) was asked to end.* within 2 seconds"):
            end_the_other(folders, 2.0, time.now, time.sleep)
        assert child.poll() is None
    assert 2.0 <= time.seconds < 2.1


def test_a_session_on_another_machine_is_told_and_not_signalled(folders: Folders) -> None:
    with subprocess.Popen(["cat"], stdin=subprocess.PIPE) as child:
        content = f"process\t{child.pid}\nhost\telsewhere\nstarted\t{STARTED.isoformat()}\n"
        with held_with(folders, content.encode()):
            with pytest.raises(SessionRuns, match="since 12:31 on the machine elsewhere"):
                SessionLock.take(folders, ABOUT, sleep=FakeTime().sleep)
            with pytest.raises(NotEnded, match="on the machine elsewhere and cannot be ended from here"):
                end_the_other(folders)
        child.communicate()
        assert child.returncode == 0


def test_a_process_that_only_has_the_number_is_never_signalled(folders: Folders) -> None:
    with subprocess.Popen(["cat"], stdin=subprocess.PIPE) as child:
        content = f"process\t{child.pid}\nhost\t{host_name()}\n"
        with held_with(folders, content.encode()), pytest.raises(NotEnded, match="not certain"):
            end_the_other(folders)
        child.communicate()
        assert child.returncode == 0


def test_this_process_never_ends_itself(folders: Folders) -> None:
    with SessionLock.take(folders, ABOUT), pytest.raises(NotEnded):
        end_the_other(folders)


def test_a_holder_that_nobody_knows_cannot_be_ended(folders: Folders) -> None:
    with held_with(folders, b""), pytest.raises(NotEnded, match="End it there"):
        end_the_other(folders)
