"""A command inside a real tmux of its own: a private server and socket, without anyone's settings."""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Final, Self

from tests.system.processes import end_session, environment
from tests.system.terminal import PATIENCE, NotSeenError

_BETWEEN_LOOKS: Final = 0.03
"""Seconds between two looks at the screen: tmux cannot say by itself that it changed."""

_NAMES: Final = {
    "enter": "Enter",
    "escape": "Escape",
    "tab": "Tab",
    "shift+tab": "BTab",
    "space": "Space",
    "backspace": "BSpace",
    "delete": "DC",
    "up": "Up",
    "down": "Down",
    "right": "Right",
    "left": "Left",
    "home": "Home",
    "end": "End",
    "pageup": "PPage",
    "pagedown": "NPage",
}


class Tmux:
    """A command in the only pane of a tmux server that dies with this object.

    The pane has the full `columns` × `rows` from the start: there is no status line. It stays readable
    after the command ended. `env` is laid over this process's environment (None takes a variable out).
    """

    def __init__(
        self,
        command: Sequence[str | os.PathLike[str]],
        *,
        columns: int = 80,
        rows: int = 24,
        env: Mapping[str, str | None] | None = None,
    ) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="footui-tmux-")
        self._environment = environment({**(env or {}), "TMUX_TMPDIR": self._folder.name})
        self.socket = f"footui-{os.getpid()}-{os.path.basename(self._folder.name)}"  # noqa: PTH119 a name, not a path
        try:
            self._tmux(
                *("set-option", "-g", "status", "off", ";"),
                *("set-option", "-g", "remain-on-exit", "on", ";"),
                *("set-option", "-g", "escape-time", "0", ";"),
                *("new-session", "-d", "-x", str(columns), "-y", str(rows), "--"),
                *(os.fspath(word) for word in command),
            )
        except BaseException:
            self.kill()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()

    @property
    def attach_command(self) -> list[str]:
        """The command that shows this tmux in another terminal."""
        return ["env", f"TMUX_TMPDIR={self._folder.name}", "tmux", "-L", self.socket, "attach-session"]

    @property
    def pane_pid(self) -> int:
        """The process id of the command in the pane."""
        return int(self._tmux("display-message", "-p", "#{pane_pid}"))

    def send_keys(self, *keys: str) -> None:
        """Press keys by name (`enter`, `ctrl+q`, `down`) or as one character each."""
        for key in keys:
            if key in _NAMES:
                self._tmux("send-keys", _NAMES[key])
            elif key.startswith("ctrl+"):
                self._tmux("send-keys", f"C-{key[5:]}")
            else:
                self._tmux("send-keys", "-l", "--", key.replace(";", r"\;"))

    def capture(self, *, styles: bool = False) -> str:
        """Return what the pane shows, one row a line; with `styles`, with its colours as escape sequences."""
        return self._tmux("capture-pane", "-p", *(["-e"] if styles else []))

    def wait_for(self, wanted: str | re.Pattern[str], timeout: float = PATIENCE) -> str:
        """Wait until the pane shows `wanted`; return the whole of it."""
        pattern = re.compile(re.escape(wanted)) if isinstance(wanted, str) else wanted
        deadline = time.monotonic() + timeout
        while not pattern.search(screen := self.capture()):
            if time.monotonic() > deadline:
                message = f"not seen in tmux within {timeout:g} s: {pattern.pattern}\n{screen}"
                raise NotSeenError(message)
            time.sleep(_BETWEEN_LOOKS)
        return screen

    def wait_end(self, timeout: float = PATIENCE) -> int:
        """Wait until the command in the pane ends; return its exit status, negative for a signal."""
        deadline = time.monotonic() + timeout
        while True:
            told = self._tmux("display-message", "-p", "#{pane_dead} #{pane_dead_status} #{pane_dead_signal}")
            dead, status, number = told.rstrip("\n").split(" ")
            if status or number:
                return int(status) if status else -int(number)
            if time.monotonic() > deadline:
                message = f"the command in tmux did not end within {timeout:g} s\n{self.capture()}"
                raise NotSeenError(message)
            if dead == "1":
                # tmux 3.3 now and then misses that a child has ended, until another one does.
                self._tmux("run-shell", "true")
            time.sleep(_BETWEEN_LOOKS)

    def resize(self, columns: int, rows: int) -> None:
        """Give the pane another size."""
        self._tmux("resize-window", "-x", str(columns), "-y", str(rows))

    def kill(self) -> None:
        """End the command, the server, and remove the socket; a second call does nothing."""
        if not os.path.isdir(self._folder.name):  # noqa: PTH112 the folder's name is what is kept
            return
        told = self._run("display-message", "-p", "#{pane_pid}").stdout.strip()
        if told.isdigit():
            end_session(int(told))
        self._run("kill-server")
        self._folder.cleanup()

    def _tmux(self, *words: str) -> str:
        done = self._run(*words)
        if done.returncode:
            message = f"tmux {' '.join(words)}: {done.stderr.strip()}"
            raise RuntimeError(message)
        return done.stdout

    def _run(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["tmux", "-L", self.socket, "-f", "/dev/null", *words],
            env=self._environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=PATIENCE,
            check=False,
        )
