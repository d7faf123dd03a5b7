"""The processes a test starts: the environment they get, who belongs to them, how all of them are ended."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Mapping
from typing import Final

import psutil

_OURS_TO_SAY: Final = ("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "COLORTERM", "TMUX", "STY")
"""Variables of the terminal that runs the tests, which say nothing about the one the tests make."""

_SECONDS_TO_END: Final = 5.0
_BETWEEN_LOOKS: Final = 0.005


def environment(changes: Mapping[str, str | None]) -> dict[str, str]:
    """Return this process's environment as a new terminal has it, with `changes` over it (None: out)."""
    kept = {
        name: value for name, value in os.environ.items() if name not in _OURS_TO_SAY and not name.startswith("TEXTUAL")
    }
    wanted: dict[str, str | None] = {
        **kept,
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        "LC_ALL": None,
        **changes,
    }
    return {name: value for name, value in wanted.items() if value is not None}


def is_alive(process: psutil.Process) -> bool:
    """Tell whether a process can still do anything: one that has ended and waits for its parent cannot."""
    try:
        return bool(process.is_running() and process.status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


def session_of(leader: int) -> list[psutil.Process]:
    """Return the living processes of the session of `leader`, and their children in other sessions."""
    found: dict[int, psutil.Process] = {}
    for process in psutil.process_iter():
        try:
            if os.getsid(process.pid) == leader:
                for one in (process, *process.children(recursive=True)):
                    found[one.pid] = one
        except (psutil.Error, ProcessLookupError, PermissionError):
            continue
    return [process for process in found.values() if is_alive(process)]


def end_session(leader: int) -> None:
    """Kill every process of the session and wait until they are gone; look again for those born meanwhile."""
    deadline = time.monotonic() + _SECONDS_TO_END
    while processes := session_of(leader):
        if time.monotonic() > deadline:
            message = f"cannot be killed: {processes}"
            raise RuntimeError(message)
        for process in processes:
            with contextlib.suppress(psutil.NoSuchProcess):
                process.kill()
        time.sleep(_BETWEEN_LOOKS)
