"""The composition root: the one place where folders, clock, streams, commands and the screen meet.

Whatever happens, a person sees a sentence and never a traceback.
"""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from footui.world import StartSession, World

INTERRUPTED = 130
"""The exit status after ctrl+C, as shells have it."""


def main(words: Sequence[str] | None = None) -> int:
    """Carry out a command line (by default the program's own) and return the exit status."""
    words = sys.argv[1:] if words is None else words
    gc.disable()  # a command is over before collecting would free anything; it takes 5 ms of 80
    try:
        status = _run(words)
    except SystemExit as end:  # argparse has said what is wrong, or has printed its help
        status = end.code if isinstance(end.code, int) else 0
    except BrokenPipeError:
        status = 0
    except KeyboardInterrupt:
        status = INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last resort: a report and a sentence in place of a traceback
        status = _crashed(error, words)
    finally:
        gc.enable()
    return _flushed(status)


def _run(words: Sequence[str]) -> int:
    from footui.cli.parser import parse

    asked = parse(words)
    from footui.cli import carry_out
    from footui.cli.streams import StreamProblem

    try:
        return carry_out(asked, _world(), _open_app)
    except StreamProblem as problem:
        _say(str(problem))
        return 1


def _world() -> World:
    """The world as this process finds it."""
    from footui.initial_environment import initial_environment
    from footui.session.clock import SystemClock
    from footui.storage.folders import Folders
    from footui.world import World

    return World(
        folders=Folders.from_environment(os.environ),
        environment=os.environ,
        clock=SystemClock(),
        stdin=sys.stdin or _closed(),
        stdout=_exact(sys.stdout),
        stderr=sys.stderr or _closed(),
        first_environment=initial_environment(),
    )


def _exact(stream: TextIO | None) -> TextIO:
    """Stdout, so that it gives the bytes of a file's name back as they were; a closed one takes everything."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="surrogateescape")
    return stream or _closed()


def _closed() -> TextIO:
    """What stands for a stream that the process was started without."""
    return io.StringIO()


def _open_app(world: World, start: StartSession | None) -> int:
    from footui.app import run_app

    return run_app(world, start)  # it collects garbage again after its first picture


def _crashed(error: Exception, words: Sequence[str]) -> int:
    """Keep a report of an unexpected error, and say where it is."""
    from datetime import datetime

    from footui.cli.crash import report_crash
    from footui.storage.folders import Folders

    state = Folders.from_environment(os.environ).state
    _say(report_crash(error, words, Path(state), datetime.now().astimezone()))
    return 1


def _say(sentence: str) -> None:
    """A last sentence on stderr, if anybody can read it."""
    if sys.stderr is not None:
        with suppress(OSError, ValueError):
            sys.stderr.write(sentence + "\n")


def _flushed(status: int) -> int:
    """The exit status, once all output has left; a reader that has gone is no problem, a full disk is one."""
    for stream in (sys.stdout, sys.stderr):
        if stream is None:
            continue
        try:
            stream.flush()
        except BrokenPipeError:
            _to_nowhere(stream)
        except OSError as error:
            from footui.cli.streams import not_written

            _to_nowhere(stream)
            _say(str(not_written(error)))
            status = status or 1
    return status


def _to_nowhere(stream: TextIO) -> None:
    """Let the interpreter's own last flush of the stream go nowhere, instead of failing aloud."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


if __name__ == "__main__":
    sys.exit(main())
