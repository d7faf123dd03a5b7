"""Checking files for `footui check`: every problem of every file, whatever kind of file it is."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from footui.storage.catalogue import SOURCES_FILE, Catalogue
from footui.storage.config_fields import settings_of
from footui.storage.config_file import CONFIG_NAME
from footui.storage.exercise_file import read_exercise, read_sources
from footui.storage.folders import Folders
from footui.storage.listing import toml_files
from footui.storage.problems import Problem, clean_path
from footui.storage.routine_file import read_routine
from footui.storage.toml_source import TomlProblems, read_toml_file

_ONLY_IN_EXERCISES = frozenset({"position", "doses", "variants", "body_parts", "also", "brief", "cautions"})


def own_files(folders: Folders) -> tuple[list[Path], list[Problem]]:
    """The person's files: the settings, routines, then exercises; and which folders could not be looked into."""
    settings = [folders.config_file] if os.path.lexists(folders.config_file) else []
    routines, problems = toml_files(folders.routines)
    exercises, unreadable = toml_files(folders.exercises)
    return [*settings, *routines, *exercises], [*problems, *unreadable]


def check_own_files(folders: Folders, catalogue: Catalogue) -> list[Problem]:
    """Every problem of the person's files, in the order of `own_files`."""
    files, problems = own_files(folders)
    return [*problems, *check_files(map(str, files), catalogue)]


def check_files(names: Iterable[str], catalogue: Catalogue) -> list[Problem]:
    """Every problem of the files at these paths, told by the paths as they are given."""
    return [problem for name in names for problem in check_file(name, catalogue)]


def check_file(name: str, catalogue: Catalogue) -> list[Problem]:
    """Every problem of the file at the path `name`: a routine, an exercise or the settings."""
    path = Path(name)
    own_name = clean_path(path.name.removesuffix(".toml"))
    try:
        source = read_toml_file(path, name)
        if _is_file_of_sources(path):
            read_sources(source)
        elif _is_config(path):
            return list(settings_of(source)[1])
        elif _is_exercise(path, source.table):
            read_exercise(source, own_name, catalogue.sources)
        else:
            read_routine(source, own_name, catalogue)
    except TomlProblems as error:
        return error.problems
    return []


def _is_exercise(path: Path, table: Mapping[str, object]) -> bool:
    """Whether it is an exercise: by the folder it lies in, or else by what it says."""
    folder = _folder(path)
    if folder in ("exercises", "routines"):
        return folder == "exercises"
    steps = table.get("steps")
    steps_are_texts = isinstance(steps, list) and bool(steps) and all(isinstance(step, str) for step in steps)
    return steps_are_texts or not _ONLY_IN_EXERCISES.isdisjoint(table)


def _is_file_of_sources(path: Path) -> bool:
    return path.name == SOURCES_FILE and _folder(path) == "catalogue"


def _is_config(path: Path) -> bool:
    """Whether it is the file of settings; a routine may have the name too."""
    return path.name == CONFIG_NAME and _folder(path) not in ("exercises", "routines")


def _folder(path: Path) -> str:
    """The name of the folder that `path` lies in."""
    try:
        return path.absolute().parent.name
    except OSError:  # the present folder has been removed
        return path.parent.name
