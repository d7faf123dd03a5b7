"""The catalogue: every exercise, those shipped and the person's own, and the sources of their doses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from footui.core.exercise import Exercise, Source
from footui.storage.exercise_file import read_exercise, read_sources
from footui.storage.folders import Folders
from footui.storage.listing import Origin, toml_files
from footui.storage.problems import Problem, clean_path
from footui.storage.toml_source import TomlProblems, read_toml_file

SOURCES_FILE: Final = "sources.toml"
"""In the shipped folder this one is no exercise, but the texts that doses come from."""

_SHIPPED: Final = Path(__file__).parent.parent / "catalogue"


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """One exercise file: what it says, or why it cannot be used."""

    id: str
    path: Path
    origin: Origin
    exercise: Exercise | None = None
    problems: tuple[Problem, ...] = ()
    hides_shipped: bool = False
    """Whether it stands in the place of the shipped exercise with its id."""

    @property
    def title(self) -> str:
        """The exercise's title; the id, where the file cannot be used."""
        return self.exercise.title if self.exercise else self.id


@dataclass(frozen=True)
class Catalogue:
    """All exercises there are; a broken file is an entry with problems, and hides nothing."""

    entries: tuple[CatalogueEntry, ...]
    """Sorted by title."""
    sources: Mapping[str, Source]
    elsewhere: tuple[Problem, ...] = ()
    """Problems of folders and of the file of sources."""

    @cached_property
    def exercises(self) -> Mapping[str, Exercise]:
        """Every exercise that can be used, by id."""
        return {entry.id: entry.exercise for entry in self.entries if entry.exercise is not None}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Every problem of every file."""
        return (*self.elsewhere, *(problem for entry in self.entries for problem in entry.problems))

    def entry(self, exercise_id: str) -> CatalogueEntry | None:
        """The file with this exercise: one that can be used before a broken one."""
        found = [entry for entry in self.entries if entry.id == exercise_id]
        return next((entry for entry in found if entry.exercise is not None), found[0] if found else None)


def load_catalogue(folders: Folders, shipped: Path = _SHIPPED) -> Catalogue:
    """The exercises that come with footui and the person's own; these hide shipped ones of the same id."""
    sources, elsewhere = _sources(shipped / SOURCES_FILE)
    shipped_files, unreadable = toml_files(shipped)
    own_files, own_unreadable = toml_files(folders.exercises)
    shipped_by_id = {path.stem: path for path in shipped_files if path.name != SOURCES_FILE}
    own = [_entry(path, Origin.OWN, sources, hides=path.stem in shipped_by_id) for path in own_files]
    hidden = {entry.id for entry in own if entry.hides_shipped}
    entries = own + [
        _entry(path, Origin.SHIPPED, sources)
        for exercise_id, path in shipped_by_id.items()
        if exercise_id not in hidden
    ]
    entries.sort(key=lambda entry: (entry.title.casefold(), entry.id))
    return Catalogue(tuple(entries), sources, (*elsewhere, *unreadable, *own_unreadable))


def _entry(path: Path, origin: Origin, sources: Mapping[str, Source], *, hides: bool = False) -> CatalogueEntry:
    """One exercise file, whatever is in it; `hides` says whether there is a shipped one of its id."""
    exercise_id = clean_path(path.stem)
    try:
        exercise = read_exercise(read_toml_file(path, str(path)), exercise_id, sources)
    except TomlProblems as error:
        return CatalogueEntry(exercise_id, path, origin, problems=tuple(error.problems))
    return CatalogueEntry(exercise_id, path, origin, exercise, hides_shipped=hides)


def _sources(path: Path) -> tuple[Mapping[str, Source], list[Problem]]:
    """The sources by id, and what is wrong with their file."""
    try:
        return read_sources(read_toml_file(path, str(path))), []
    except TomlProblems as error:
        return {}, error.problems
