"""The routine that a command names, ready to use, or the refusal that says why not."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from footui.cli.streams import Refusal
from footui.core.dose import Level
from footui.core.timeline import NoSuchSessionError, Timeline, compile_timeline
from footui.storage.catalogue import load_catalogue
from footui.storage.fields import quoted
from footui.storage.library import STANDARD_INPUT, Library, NoSuchRoutineError, RoutineEntry
from footui.storage.problems import did_you_mean

if TYPE_CHECKING:
    from footui.core.routine import Routine
    from footui.world import World


def library_of(world: World) -> Library:
    """The person's routines and those shipped."""
    return Library.of(world.folders, load_catalogue(world.folders))


def entry_named(world: World, library: Library, name: str) -> RoutineEntry:
    """The routine file that `name` means, whatever is in it.

    Raises:
        Refusal: no routine has this slug.
    """
    try:
        return library.find(name, standard_input(world) if name == STANDARD_INPUT else None)
    except NoSuchRoutineError as error:
        raise Refusal(2, str(error)) from error


def nothing_named(library: Library, name: str) -> Refusal:
    """The refusal of a name that no routine and no exercise has, with the nearest one there is."""
    ids = [*(entry.slug for entry in library.entries()), *(entry.id for entry in library.catalogue.entries)]
    return Refusal(2, f"There is no routine and no exercise {quoted(name)}.{did_you_mean(name, ids)}")


def usable(entry: RoutineEntry) -> Routine:
    """The routine of an entry.

    Raises:
        Refusal: its file has problems.
    """
    if entry.routine is None:
        raise Refusal(1, *map(str, entry.problems))
    return entry.routine


def timeline_of(routine: Routine, session: int, level: str | None) -> Timeline:
    """The timeline of one session of the day.

    Raises:
        Refusal: there is no such session.
    """
    try:
        return compile_timeline(routine, session, level_named(level))
    except NoSuchSessionError as error:
        raise Refusal(2, str(error)) from error


def level_named(name: str | None) -> Level | None:
    """The level of the command line, None where it says none."""
    return None if name is None else Level(name)


def standard_input(world: World) -> BinaryIO:
    """The bytes of stdin; a stream of text alone gives its text."""
    buffer = getattr(world.stdin, "buffer", None)
    return buffer if buffer is not None else BytesIO(world.stdin.read().encode())
