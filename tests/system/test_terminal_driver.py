"""What we touch in Textual that is private is still there and still means the same; what is no key ends nothing."""

from __future__ import annotations

import inspect
import io
import os
import re
import signal
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from queue import Queue
from typing import Final

import pytest
from textual.app import App
from textual.driver import Driver
from textual.drivers._writer_thread import WriterThread
from textual.drivers.linux_driver import LinuxDriver

from footui.terminal_driver import CrashKeepingApp, TerminalDriver, is_in_background, terminal_is_behind
from tests.system.program import FOOTUI, LONG, crash_reports, folders_in, has_routine
from tests.system.terminal import Terminal


def names_in(function: object) -> set[str]:
    """Return the names of attributes that a function of Textual reads or sets."""
    code = inspect.unwrap(function).__code__  # type: ignore[arg-type]  # a function, whatever its type says
    return set(code.co_names)


def test_the_writer_of_the_terminal_has_a_queue_that_can_be_without_end() -> None:
    queue = WriterThread(io.StringIO())._queue
    assert isinstance(queue, Queue)
    limit = queue.maxsize
    assert limit > 0, "it has none any more: the driver need not take it away"
    queue.maxsize = 0
    for _ in range(limit + 10):
        queue.put_nowait("")
    assert queue.qsize() == limit + 10


def test_the_driver_starts_and_stops_the_terminal_where_we_expect_it() -> None:
    for name in (
        "start_application_mode",
        "stop_application_mode",
        "suspend_application_mode",
        "resume_application_mode",
        "run_input_thread",
        "_sigtstp_application",
        "_sigcont_application",
        "_get_terminal_size",
        "write",
    ):
        assert callable(getattr(LinuxDriver, name))
    assert {"_writer_thread", "attrs_before"} <= names_in(LinuxDriver.start_application_mode)
    assert "attrs_before" in names_in(LinuxDriver.stop_application_mode)
    assert "run_input_thread" in names_in(LinuxDriver._run_input_thread)
    assert "exit_event" in names_in(LinuxDriver.run_input_thread)
    assert {"suspend_application_mode", "SIGSTOP"} <= names_in(LinuxDriver._sigtstp_application)
    assert {"_sigtstp_application", "_sigcont_application", "fileno", "exit_event"} <= names_in(LinuxDriver.__init__)
    assert {"_app", "_loop"} <= names_in(Driver.__init__)


def test_the_app_ends_on_errors_where_we_expect_it() -> None:
    app: App[None] = App()
    for name in ("_exit", "_exception", "_exception_event", "_driver", "_return_code"):
        assert hasattr(app, name)
    for name in ("_handle_exception", "_close_messages_no_wait"):
        assert callable(getattr(App, name))
    assert {"_return_code", "_exception", "_exception_event"} <= names_in(App._handle_exception)
    assert "_exit" in names_in(App.exit)


def test_our_overrides_take_what_those_of_textual_take() -> None:
    for ours, theirs in ((TerminalDriver, LinuxDriver), (CrashKeepingApp, App)):
        for name in vars(ours):
            method = getattr(theirs, name, None)
            if name.startswith("__") or not inspect.isfunction(method):
                continue
            assert len(inspect.signature(getattr(ours, name)).parameters) == len(inspect.signature(method).parameters)


def test_an_app_without_a_terminal_is_never_behind() -> None:
    assert not terminal_is_behind(App())


def test_where_nobody_can_tell_who_has_the_terminal_it_is_ours(tmp_path: Path) -> None:
    with (tmp_path / "no terminal").open("w") as file:
        assert not is_in_background(file.fileno())


# What no key sends

NO_KEYS: Final = {
    "a letter of another encoding": b"\xe9",
    "a character that breaks off": b"\xf0\x9f\xa6",
    "bytes of no encoding": b"\xff\xfe\x00\x80",
    "a key with a number beyond all": b"\x1b[99999999999999999u",
    "a key with a number beyond all characters": b"\x1b[1114112u",
    "the number of half a character": b"\x1b[55296u",
    "a sequence that breaks off": b"\x1b[",
    "a mouse far away": b"\x1b[<0;9999999;1M",
    "a long paste": b"\x1b[200~" + b"q" * 5000 + b"\x1b[201~",
}


def receive(folder: Path, sent: bytes) -> list[Path]:
    """Let a session receive this, then see that it still takes keys and ends well; return the crash reports."""
    folders = folders_in(folder)
    has_routine(folders, "long", LONG)
    with Terminal([*FOOTUI, "run", "long"], env=folders) as terminal:
        terminal.wait_for(re.compile("0:0[1-9] of 1:01"))
        os.write(terminal._fd, sent)
        terminal.wait_for(re.compile("0:0[2-9] of 1:01"))
        terminal.press("?")
        terminal.wait_for("Keys · live session")
        terminal.press("escape")
        terminal.wait_gone("Keys · live session")
        assert b"Traceback" not in terminal.raw
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_end() == 128 + signal.SIGTERM
    return crash_reports(folders)


@pytest.fixture(scope="module")
def received(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Future[list[Path]]]]:
    """A session for each of them."""
    with ThreadPoolExecutor(max_workers=len(NO_KEYS)) as pool:
        yield {name: pool.submit(receive, tmp_path_factory.mktemp("received"), sent) for name, sent in NO_KEYS.items()}


@pytest.mark.parametrize("name", NO_KEYS)
def test_what_is_no_key_does_not_end_a_session(received: dict[str, Future[list[Path]]], name: str) -> None:
    assert received[name].result() == []
