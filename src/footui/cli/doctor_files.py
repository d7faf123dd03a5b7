"""The folders and the person's files: there or not, readable by whom, and what is wrong in them."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from footui.cli.fact import Fact
from footui.cli.routines import library_of
from footui.core.wording import plural
from footui.storage.file_check import check_files
from footui.storage.listing import Origin, toml_files
from footui.storage.problems import clean_path, reason

if TYPE_CHECKING:
    from footui.storage.catalogue import Catalogue
    from footui.storage.following import ReadFollowed
    from footui.storage.library import Library
    from footui.world import World

FOR_OTHERS: Final = 0o077
"""The bits of a mode that let somebody else in."""

_MOST_NAMED: Final = 5
"""So many files that others can read are named; one command does for all of a folder."""


def folder_facts(world: World) -> Iterator[Fact]:
    """The three folders, and who can read what is private in them."""
    folders = world.folders
    for name, path, use in (
        ("config", folders.config, "your routines, exercises and settings"),
        ("data", folders.data, "the history"),
        ("state", folders.state, "reports of footui’s own errors"),
    ):
        yield _folder(name, path, use)
    for path in (folders.data, folders.state):
        yield from _private_files(path)


def _folder(name: str, path: Path, use: str) -> Fact:
    shown = f"{name}: {clean_path(str(path))}"
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        above = next((folder for folder in path.parents if folder.exists()), path)
        if os.access(above, os.W_OK | os.X_OK):
            return Fact(f"{shown} – not there yet: made when something is written.")
        return Fact(f"{shown} – not there, and nothing can be made in {clean_path(str(above))}.", is_fine=False)
    except OSError as error:
        return Fact(f"{shown} – {reason(error)}.", is_fine=False)
    if not stat.S_ISDIR(mode):
        return Fact(f"{shown} – no folder. Move it away, as it is in the way of {use}.", is_fine=False)
    if not os.access(path, os.W_OK | os.X_OK):
        is_fine = name == "config"  # people keep it where only they, or a system, may change it
        return Fact(f"{shown} – can only be read, and {use} not be written.", is_fine=is_fine)
    return Fact(f"{shown} ({stat.S_IMODE(mode):04o})")


def _private_files(folder: Path) -> Iterator[Fact]:
    """The files that others can read, and how to change that."""
    try:
        files = sorted(path for path in folder.iterdir() if path.is_file())
        open_to_others = [path for path in files if path.stat().st_mode & FOR_OTHERS]
    except OSError:
        return  # the folder's own fact says why
    for path in open_to_others[:_MOST_NAMED]:
        mode = stat.S_IMODE(path.stat().st_mode)
        shown = clean_path(str(path))
        yield Fact(f"Others can read {shown} ({mode:04o}). To change that: chmod 600 {shown}", is_fine=False)
    if len(open_to_others) > _MOST_NAMED:
        yield Fact(f"{len(open_to_others) - _MOST_NAMED} more files there can be read by others.", is_fine=False)


def file_facts(world: World, read: ReadFollowed) -> Iterator[Fact]:
    """The settings, routines and exercises of the person, what they follow, and what comes with footui."""
    library = library_of(world)
    if not os.path.lexists(world.folders.config_file):
        yield Fact("config.toml: not there, so that all settings are at their defaults.")
    else:
        yield _checked("config.toml", [world.folders.config_file], library.catalogue)
    for name, folder in (("routine", world.folders.routines), ("exercise", world.folders.exercises)):
        files, unreadable = toml_files(folder)
        for problem in unreadable:
            yield Fact(str(problem), is_fine=False)
        yield _checked(plural(len(files), f"{name} of your own", f"{name}s of your own"), files, library.catalogue)
    yield from _followed(library, read)
    yield _shipped(library)


def _checked(what: str, files: list[Path], catalogue: Catalogue) -> Fact:
    problems = check_files(map(str, files), catalogue)
    if not problems:
        return Fact(f"{what}{': no problems' if files else ''}.")
    of = f" in {plural(len({problem.path for problem in problems}), 'file')}" if len(files) > 1 else ""
    return Fact(
        f"{what}: {plural(len(problems), 'problem')}{of}. footui check tells them with line and column.", is_fine=False
    )


def _followed(library: Library, read: ReadFollowed) -> Iterator[Fact]:
    there = {entry.slug for entry in library.entries()}
    missing = dict.fromkeys(follow.routine for follow in read.follows if follow.routine not in there)
    for slug in missing:
        yield Fact(
            f"“{slug}” is followed, and there is no such routine. footui unfollow {slug} leaves it.", is_fine=False
        )
    yield Fact(f"{plural(len({follow.routine for follow in read.follows}), 'routine')} followed.")


def _shipped(library: Library) -> Fact:
    """What comes with footui; it can only be wrong where the installation is."""
    routines = [entry for entry in library.entries() if entry.origin is Origin.SHIPPED]
    exercises = [entry for entry in library.catalogue.entries if entry.origin is Origin.SHIPPED]
    broken = sum(bool(entry.problems) for entry in exercises)
    own_are_broken = any(entry.problems for entry in library.catalogue.entries if entry.origin is Origin.OWN)
    if not own_are_broken:  # one of them may stand in the place of an exercise that a shipped routine needs
        broken += sum(bool(entry.problems) for entry in routines)
    count = f"{plural(len(routines), 'routine')} and {plural(len(exercises), 'exercise')} come with footui"
    if broken or not routines or not exercises:
        return Fact(f"{count}; {broken} of them cannot be used. Install footui again.", is_fine=False)
    return Fact(f"{count}.")
