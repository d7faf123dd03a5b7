"""The plain session with everything around it: keys, output, signals, and the history it is written to."""

from __future__ import annotations

import errno
import gc
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING, TextIO

from footui.cli.interrupted_before import notation_here, tell_what_was_interrupted
from footui.cli.running import TERMINALS_WITHOUT_SCREEN
from footui.cli.streams import Refusal, fitting, tell
from footui.live_session import JoinedSession
from footui.session.beside import Outlets
from footui.session.interruptions import InterruptedBySignalError, Interruptions
from footui.session.plain import PlainSession
from footui.session.plain_answers import PlainAnswers
from footui.session.plain_input import TypedKeys, TypedLines
from footui.session.plain_keys import HeedingKeys, Keys, NoKeys
from footui.storage.config_file import read_settings
from footui.storage.problems import reason
from footui.storage.text_cleaning import clean_line

if TYPE_CHECKING:
    from footui.core.settings import Settings
    from footui.world import StartSession, World

LONGEST_NOTE = 500
"""Characters; one line to remember a session by."""

_WRITTEN = "Written down."

_GONE = (errno.EIO, errno.ENXIO, errno.EBADF)
"""What the system says of a terminal that is gone."""


class _NotWrittenOutError(Exception):
    """What the session says cannot be written: the disk is full, or the like; the message says why."""


def run_plain(world: World, start: StartSession, *, keyboard: bool) -> int:
    """Go through a session line by line; `keyboard` is False where stdin has held the routine.

    Gives 0 if the session reached its end, 1 if not, 128 and more where a signal ended the program; the session is
    then still open, at most a second old.

    Raises:
        SessionRuns: another session is recorded for this data folder.
        Refusal: what is said cannot be written out; the session is still open then.
    """
    gc.enable()  # this goes on for minutes
    settings = read_settings(world.folders).settings
    outlets = Outlets(world.environment, _ringing(world), lambda _cue: None)
    joined = JoinedSession(world, start, settings, outlets)
    if joined.is_recorded and start.interrupted is None:
        tell_what_was_interrupted(world, settings)
    try:
        with Interruptions() as interruptions, _keys(world.stdin if keyboard else None) as keys:
            heeding, write = HeedingKeys(keys, interruptions), _writing(world, interruptions)
            finished = _go_through(world, start, joined, heeding, write, settings=settings)
    except InterruptedBySignalError as interruption:
        joined.session.tick()
        joined.session.save()
        return 128 + interruption.number
    except BrokenPipeError:
        return 1
    except _NotWrittenOutError as error:
        joined.session.tick()
        joined.session.save()
        _let_go_of(world.stdout)
        raise _refusal(error, recorded=joined.is_recorded) from error
    finally:
        problem = joined.close()
        if problem:
            tell(world, problem)
    return 0 if finished else 1


def _go_through(
    world: World,
    start: StartSession,
    joined: JoinedSession,
    keys: Keys,
    write: Callable[[str], None],
    *,
    settings: Settings,
) -> bool:
    """The session, then what is asked about it; whether it reached its end."""
    if not joined.is_recorded:
        write(f"A preview, {start.speed:g} times as fast. It is not written down.\n")
    plain = PlainSession(
        joined.session,
        start.exercises,
        keys,
        write,
        settings.care,
        notation=notation_here(world, settings),
        half_from=settings.cues.half_from,
        recorded=joined.is_recorded,
        stopped=start.interrupted.last_known if start.interrupted else None,
        simple_terminal=world.environment.get("TERM", "") in TERMINALS_WITHOUT_SCREEN,
        problem=joined.problem,
    )
    finished = plain.run()
    joined.cues.finish()
    if joined.is_recorded and not plain.discarded and (written := joined.written()) == _WRITTEN:
        write(f"{written}\n")
        if settings.care.ask and joined.session.record().holds_work:
            clean = partial(clean_line, limit=LONGEST_NOTE)
            PlainAnswers(joined.session, keys, write, settings.care, clean, touched=plain.touched).ask()
        if finished:
            _suggest(world, joined, write, settings)
    return finished


def _suggest(world: World, joined: JoinedSession, write: Callable[[str], None], settings: Settings) -> None:
    """Say what may be tried next time, if anything; here no key takes it."""
    from footui.core.progression import Suggestion  # noqa: PLC0415  # the session does not wait for it
    from footui.storage.history import HistoryError  # noqa: PLC0415  # likewise
    from footui.storage.suggestion import Suggestions  # noqa: PLC0415  # likewise

    suggestions = Suggestions(
        world.folders,
        joined.session.player.prescribed.routine.slug,
        settings.care,
        world.clock.wall,
        day_start=settings.day_start,
        number=notation_here(world, settings).number,
        newest=joined.session.record,
    )
    with suppress(HistoryError):  # why it cannot be read is told where it could not be written
        suggestions.read()
    found = suggestions.look()
    if found is not None:
        where = " In footui, 4 shows it again, and y takes it." if isinstance(found, Suggestion) else ""
        write(f"{found.sentence}{where}\n")


def _ringing(world: World) -> Callable[[str], None]:
    """How the bell is rung, from any thread: where there is a terminal that hears it."""
    if not world.stdout.isatty():
        return lambda _text: None
    descriptor, encoding = world.stdout.fileno(), world.stdout.encoding or "ascii"

    def ring(text: str) -> None:
        with suppress(OSError):  # the terminal is gone: the session learns that by itself
            os.write(descriptor, text.encode(encoding, "replace"))

    return ring


def _writing(world: World, interruptions: Interruptions) -> Callable[[str], None]:
    """How a piece of the transcript is written: shown at once, given up on a signal, in characters that fit."""

    def write(text: str) -> None:
        with interruptions.allowed():
            try:
                world.stdout.write(fitting(world, world.stdout, text))
                world.stdout.flush()
            except OSError as error:
                if isinstance(error, BrokenPipeError):
                    raise
                if error.errno in _GONE:
                    raise InterruptedBySignalError(signal.SIGHUP) from error
                raise _NotWrittenOutError(reason(error)) from error

    return write


def _let_go_of(stream: TextIO) -> None:
    """What could not be written is not tried again when the program ends."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def _refusal(error: _NotWrittenOutError, *, recorded: bool) -> Refusal:
    kept = ["What was done is kept, and footui resume goes on with it."] if recorded else []
    return Refusal(1, f"The session ended, as what it says could not be written: {error}.", *kept)


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
        with TypedKeys(descriptor) as keys:
            yield keys
    else:
        yield TypedLines(descriptor)
