"""The plain session with everything around it: keys, output, signals, and the history it is written to."""

from __future__ import annotations

import gc
import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO
from uuid import uuid4

from footui.cli.streams import answer, fitting, tell
from footui.session.clock import SessionClock
from footui.session.interruptions import InterruptedBySignalError, Interruptions
from footui.session.live import LiveSession
from footui.session.plain import PlainSession
from footui.session.plain_keys import HeedingKeys, Keys, NoKeys, TypedKeys, TypedLines, single_keys
from footui.session.watch import Watch
from footui.storage.history import History
from footui.storage.history_writer import HistoryWriter

if TYPE_CHECKING:
    from footui.core.exercise import Exercise
    from footui.world import StartSession, World


def run_plain(world: World, start: StartSession, exercises: Mapping[str, Exercise], *, keyboard: bool) -> int:
    """Go through a session line by line; `keyboard` is False where stdin has held the routine.

    Gives 0 if the session reached its end, 1 if not, 128 and more where a signal ended the program; the session is
    then still open, at most a second old.
    """
    gc.enable()  # this goes on for minutes
    writer = HistoryWriter(History(world.folders.history_file)) if start.recorded else None
    if writer is None:
        answer(world, f"A preview, {start.speed:g} times as fast. It is not written down.")
    session = LiveSession(
        start.timeline, SessionClock(world.clock, start.speed), str(uuid4()), writer, Watch(world.clock)
    )
    try:
        with Interruptions() as interruptions, _keys(world.stdin if keyboard else None) as keys:
            write = _writing(world, interruptions)
            plain = PlainSession(session, exercises, HeedingKeys(keys, interruptions), write)
            finished = plain.run()
    except InterruptedBySignalError as interruption:
        session.tick()
        session.save()
        _settle(world, writer)
        return 128 + interruption.number
    except BrokenPipeError:
        _settle(world, writer)
        return 1
    except KeyboardInterrupt:
        _settle(world, writer)
        raise
    if _settle(world, writer) and not plain.discarded:
        answer(world, "Written down.")
    return 0 if finished else 1


def _settle(world: World, writer: HistoryWriter | None) -> bool:
    """Let the history be written to its end; whether the session stands in it."""
    if writer is None:
        return False
    settled = writer.close()
    if not settled:
        tell(world, writer.problem or "The session could not be written down in time.")
    return settled


def _writing(world: World, interruptions: Interruptions) -> Callable[[str], None]:
    """How a piece of the transcript is written: shown at once, given up on a signal, in characters that fit."""

    def write(text: str) -> None:
        with interruptions.allowed():
            try:
                world.stdout.write(fitting(world, world.stdout, text))
                world.stdout.flush()
            except BrokenPipeError:
                raise
            except OSError as error:  # the terminal is gone
                raise InterruptedBySignalError(signal.SIGHUP) from error

    return write


@contextmanager
def _keys(stdin: TextIO | None) -> Iterator[Keys]:
    """Single keys where stdin is a terminal, lines where it is not; none where there is no stdin."""
    try:
        descriptor = -1 if stdin is None else stdin.fileno()
    except (OSError, ValueError):  # closed, or no file at all
        descriptor = -1
    if stdin is None or descriptor < 0:
        yield NoKeys()
    elif stdin.isatty():
        with single_keys(descriptor):
            yield TypedKeys(descriptor)
    else:
        yield TypedLines(descriptor)
