"""The person's own editor, with the terminal handed over to it as a shell does it, and taken back when it ends."""

from __future__ import annotations

import os
import shlex
import signal
import termios
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final

from footui.session.channels.children import TO_DEFAULT, found_program
from footui.storage.problems import reason

_PLUS_LINE: Final = frozenset({
    "vi", "vim", "nvim", "view", "vimx", "gvim", "mvim", "ex", "elvis", "vile", "nano", "pico", "emacs", "emacsclient",
    "zile", "mg", "jed", "joe", "micro", "kak", "ne", "mcedit", "gedit",
})  # fmt: skip
"""These open `+9 file` at line 9."""
_COLON_LINE: Final = frozenset({"hx", "helix", "subl", "sublime_text", "zed", "zeditor"})
"""These open `file:9` there."""
_GOTO: Final = frozenset({"code", "code-insiders", "codium", "vscodium", "cursor"})
"""These open `--goto file:9` there."""


class EditorProblem(Exception):  # noqa: N818 - it is told to a person, who calls it a problem
    """The editor could not be used, or did not end well; the message is a sentence."""


def editor_of(environment: Mapping[str, str]) -> list[str]:
    """The person's editor with its arguments: $VISUAL, else $EDITOR, split into words as a shell would.

    Raises:
        EditorProblem: neither is set, or it cannot be split.
    """
    for variable in ("VISUAL", "EDITOR"):
        try:
            words = shlex.split(environment.get(variable, ""))
        except ValueError as error:
            raise EditorProblem(f"${variable} cannot be read: a quotation mark is not closed.") from error
        if words:
            return words
    raise EditorProblem("No editor is set. Set $VISUAL or $EDITOR, for example: export EDITOR=nano")


def editor_command(editor: Sequence[str], path: Path, line: int | None = None) -> list[str]:
    """The words that open a file, at a line counted from 1 where the editor is known to take one."""
    file = f"./{path}" if str(path).startswith(("-", "+")) else str(path)
    name = Path(editor[0]).name
    if line is None:
        return [*editor, file]
    if name in _PLUS_LINE:
        return [*editor, f"+{line}", file]
    if name in _COLON_LINE:
        return [*editor, f"{file}:{line}"]
    if name in _GOTO:
        return [*editor, "--goto", f"{file}:{line}"]
    return [*editor, file]


def run_editor(command: Sequence[str], environment: Mapping[str, str]) -> None:
    """Run an editor without a shell, on our own streams, and wait for its end; for the main thread.

    Where we have the terminal, the editor gets it as a job of its own: ctrl+c is the editor's alone, and ctrl+z goes to
    the shell and comes back to the editor. Its modes are put back afterwards.

    Raises:
        EditorProblem: it could not be started, or said by its exit status that something went wrong.
    """
    name = command[0]
    program = found_program(name, environment)
    if program is None:
        raise EditorProblem(f"The editor {name} could not be started: there is no such program.")
    terminal = _terminal()
    try:
        if terminal is None:
            status = _run(program, command, environment)
        else:
            status = _run_in(terminal, program, command, environment)
    except OSError as error:
        raise EditorProblem(f"The editor {name} could not be started: {reason(error)}.") from error
    except ValueError as error:  # a NUL in a word
        raise EditorProblem(f"The editor {name} could not be started: {error}.") from error
    if status < 0:
        raise EditorProblem(f"The editor {name} was ended by {signal.Signals(-status).name}.")
    if status > 0:
        raise EditorProblem(f"The editor {name} ended with {status}.")


def _terminal() -> int | None:
    """The first of our streams that is a terminal which is ours to hand over; None where there is none."""
    for fd in (0, 1, 2):
        with suppress(OSError):  # closed, no terminal, or not the one we were started from
            if os.tcgetpgrp(fd) == os.getpgrp():
                return fd
    return None


def _run(program: str, command: Sequence[str], environment: Mapping[str, str]) -> int:
    """The exit status of an editor that runs in our own job."""
    with _interrupts_ignored():
        return _ended(os.posix_spawn(program, list(command), environment, setsigmask=(), setsigdef=TO_DEFAULT))


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _run_in(terminal: int, program: str, command: Sequence[str], environment: Mapping[str, str]) -> int:
    """The exit status of an editor that has the terminal as a job of its own."""
    modes = termios.tcgetattr(terminal)
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGTTOU,))  # or to take the terminal back would stop us
    try:
        pid = os.posix_spawn(program, list(command), environment, setpgroup=0, setsigmask=(), setsigdef=TO_DEFAULT)
        try:
            _hand_over(terminal, pid)
            return _ended(pid, terminal)
        finally:
            _take_back(terminal, modes)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)


def _ended(pid: int, terminal: int | None = None) -> int:
    """Wait for the end of the editor; when it stops, so do we, and go on with it."""
    while True:
        try:
            _, status = os.waitpid(pid, 0 if terminal is None else os.WUNTRACED)
        except ChildProcessError:  # whoever started us wants no news of children
            return 0
        if not os.WIFSTOPPED(status):
            return os.waitstatus_to_exitcode(status)
        if terminal is not None:
            if os.WSTOPSIG(status) not in (signal.SIGTTIN, signal.SIGTTOU):  # it was quicker than our handing over
                _stop_too(terminal)
            _hand_over(terminal, pid)


def _hand_over(terminal: int, pid: int) -> None:
    with suppress(OSError):  # it has ended already
        os.tcsetpgrp(terminal, pid)
        os.killpg(pid, signal.SIGCONT)


def _take_back(terminal: int, modes: list[Any]) -> None:
    with suppress(OSError, termios.error):  # the terminal is gone
        os.tcsetpgrp(terminal, os.getpgrp())
        termios.tcsetattr(terminal, termios.TCSANOW, modes)


def _stop_too(terminal: int) -> None:
    """Give the terminal to the shell until it lets us go on in it; where there is no shell, go on at once."""
    if os.getpgrp() == os.getsid(0):
        return
    with suppress(OSError):
        os.tcsetpgrp(terminal, os.getpgrp())
        os.kill(0, signal.SIGSTOP)
        while os.tcgetpgrp(terminal) != os.getpgrp():  # only told to go on in the background
            os.kill(0, signal.SIGSTOP)
