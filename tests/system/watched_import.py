"""Imports every module of footui in an interpreter of its own and prints, as JSON, what happened besides.

A program for test_layers.py: `python watched_import.py [FOLDER]`, where FOLDER goes before the others.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import signal
import sys
import threading
from typing import Any, Final

FORBIDDEN: Final = (
    *("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.chmod"),
    *("os.putenv", "os.unsetenv", "os.chdir", "os.kill", "signal.pthread_kill"),
    *("os.system", "os.fork", "os.exec", "os.posix_spawn", "subprocess.Popen"),
    *("socket.connect", "socket.bind", "sqlite3.connect"),
    *("tempfile.mkstemp", "tempfile.mkdtemp", "shutil.copyfile"),
)
"""Names of the interpreter's audit events that no import has any business to raise."""

THEIRS: Final = ("asyncio", "platformdirs", "sqlite3", "subprocess", "tempfile", "tomli_w")
"""Imported before the watch begins, and Textual with them: what others do at import is theirs."""


class Watch:
    """Notes what the interpreter does while it is `on`; an audit hook cannot be taken out again."""

    def __init__(self) -> None:
        self.on = False
        self.seen: list[str] = []

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Take note of one audit event."""
        if not self.on:
            return
        if event in FORBIDDEN or (event == "open" and self._is_telling(*arguments[:2])):
            self.seen.append(f"{event} {arguments!r}")

    @staticmethod
    def _is_telling(path: object, mode: object) -> bool:
        """Tell whether opening `path` is more than reading a module."""
        if str(path).endswith((".py", ".pyc", ".so")):
            return False
        writes = isinstance(mode, str) and bool(set(mode) & set("wax+"))
        return writes or "/footui/" in str(path) or "/routines/" in str(path)


def _handlers() -> dict[int, object]:
    return {number: signal.getsignal(number) for number in signal.valid_signals()}


def _import_others() -> None:
    for name in THEIRS:
        importlib.import_module(name)
    textual = importlib.import_module("textual")
    for name in ("app", "screen", "widget", "widgets", "worker", "command", "timer", "driver"):
        importlib.import_module(f"{textual.__name__}.{name}")


def main() -> None:
    """Import all of footui under watch and print what was seen."""
    sys.path[:0] = sys.argv[1:]
    _import_others()
    watch = Watch()
    sys.addaudithook(watch)
    handlers, threads = _handlers(), threading.enumerate()
    watch.on = True
    package = importlib.import_module("footui")
    names = [module.name for module in pkgutil.walk_packages(package.__path__, "footui.")]
    for name in names:
        importlib.import_module(name)
    watch.on = False
    if handlers != _handlers():
        watch.seen.append("a signal handler was changed")
    watch.seen += [f"a thread was started: {thread.name}" for thread in threading.enumerate() if thread not in threads]
    sys.stdout.write(json.dumps({"names": names, "seen": watch.seen}))


if __name__ == "__main__":
    main()
