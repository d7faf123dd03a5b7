"""`footui check`: every problem of every file, on stdout in the form that editors and compilers understand."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from footui.cli.routines import standard_input
from footui.cli.streams import answer, tell
from footui.core.wording import plural
from footui.storage.catalogue import Catalogue, load_catalogue
from footui.storage.config_file import CONFIG_NAME
from footui.storage.file_check import check_file, check_own_files, own_files
from footui.storage.library import STANDARD_INPUT, Library, NoSuchRoutineError, is_path
from footui.storage.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from footui.world import World


def check(world: World, names: Sequence[str]) -> int:
    """Tell the problems of these files, or of all of the person's own; 1 if there are any."""
    catalogue = load_catalogue(world.folders)
    if names:
        library = Library.of(world.folders, catalogue)
        problems = [problem for name in names for problem in _problems_of(world, name, library, catalogue)]
        files = len(names)
    else:
        problems = check_own_files(world.folders, catalogue)
        files = len(own_files(world.folders)[0])
    for problem in problems:
        answer(world, str(problem))
    tell(world, _summary(files, problems, all_own=not names))
    return 1 if problems else 0


def _problems_of(world: World, name: str, library: Library, catalogue: Catalogue) -> Sequence[Problem]:
    """The problems of what `name` means: standard input, a file, or the slug of a routine or an exercise.

    `config.toml` means the person's own, unless there is one in the present folder.
    """
    if name == STANDARD_INPUT:
        return library.find(name, standard_input(world)).problems
    if name == CONFIG_NAME and not os.path.lexists(name) and os.path.lexists(world.folders.config_file):
        return check_file(str(world.folders.config_file), catalogue)
    if is_path(name) or os.path.lexists(name):
        return check_file(name, catalogue)
    exercise = catalogue.entry(name)
    if exercise is not None and name not in {entry.slug for entry in library.entries()}:
        return exercise.problems
    try:
        return library.find(name).problems
    except NoSuchRoutineError as error:
        return [Problem(name, 1, 1, f"There is no such file. {error}")]


def _summary(files: int, problems: Sequence[Problem], *, all_own: bool) -> str:
    if problems:
        return f"{plural(len(problems), 'problem')}."
    if all_own and not files:
        return "There are no files of your own yet."
    return f"{plural(files, 'file')}, no problems."
