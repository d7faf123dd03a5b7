"""`footui edit`: a routine or an exercise of the person's own in their editor, and checked after."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from footui.cli.routines import library_of, nothing_named
from footui.cli.streams import Refusal, tell
from footui.external_editor import EditorProblem, editor_command, editor_of, run_editor
from footui.initial_environment import as_it_was_given
from footui.storage.catalogue import load_catalogue
from footui.storage.file_check import check_file
from footui.storage.library import STANDARD_INPUT, NoSuchRoutineError
from footui.storage.listing import Origin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from footui.storage.catalogue import CatalogueEntry
    from footui.storage.library import RoutineEntry
    from footui.storage.problems import Problem
    from footui.world import World


def edit(world: World, name: str) -> int:
    """Open a file, broken or not, and tell its problems afterwards; at a terminal, again as long as it is wanted."""
    if name == STANDARD_INPUT:
        raise Refusal(2, "Standard input cannot be edited. Name a slug, an id or a path.")
    entry = _entry_named(world, name)
    path = _file_of(entry)
    problems: Sequence[Problem] = entry.problems
    while True:
        _open(world, path, problems[0].line if problems else None)
        if not os.path.lexists(path):
            raise Refusal(1, f"{path} is gone: it was removed while the editor had it.")
        problems = check_file(str(path), load_catalogue(world.folders))
        for problem in problems:
            tell(world, str(problem))
        if not problems:
            return 0
        if not _wants_to_go_on(world, problems[0].line):
            return 1


def _entry_named(world: World, name: str) -> RoutineEntry | CatalogueEntry:
    """What `name` means: a routine goes before an exercise of the same id.

    Raises:
        Refusal: there is neither.
    """
    library = library_of(world)
    try:
        return library.find(name)
    except NoSuchRoutineError as error:
        exercise = library.catalogue.entry(name)
        if exercise is None:
            raise nothing_named(library, name) from error
        return exercise


def _file_of(entry: RoutineEntry | CatalogueEntry) -> Path:
    """The file of the person's own.

    Raises:
        Refusal: it is shipped, or there is none.
    """
    if entry.origin is Origin.SHIPPED:
        shipped = f"{entry.path.stem if entry.path else ''} is shipped and stays as it is."
        raise Refusal(1, f"{shipped} {_how_to_copy(entry)}")
    if entry.path is None or not entry.path.exists():
        raise Refusal(1, *map(str, entry.problems))
    return entry.path


def _how_to_copy(entry: RoutineEntry | CatalogueEntry) -> str:
    slug = getattr(entry, "slug", None)
    if slug is None:
        return "In the catalogue of the full-screen app, c makes a copy of your own."
    return f"footui copy {slug} makes a copy of your own."


def _open(world: World, path: Path, line: int | None) -> None:
    """Open the file in the editor and wait; the editor gets the environment the person has."""
    environment = as_it_was_given(world.environment, world.first_environment)
    try:
        run_editor(editor_command(editor_of(environment), path, line), environment)
    except EditorProblem as problem:
        raise Refusal(1, str(problem)) from problem


def _wants_to_go_on(world: World, line: int) -> bool:
    """Ask at a terminal whether to open the file again; without one, no."""
    if not world.stdin.isatty():
        return False
    while True:
        tell(world, f"enter opens line {line} again, q leaves")
        world.stderr.flush()
        said = world.stdin.readline()
        if not said or said.strip().casefold() == "q":
            return False
        if not said.strip():
            return True
