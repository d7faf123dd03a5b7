"""The catalogue: every exercise, those shipped and the person's own, and the sources of their doses.

A file is read when it is first asked for, and once: most commands need few of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Final, NamedTuple

from footui.core.exercise import Exercise, Source
from footui.storage.exercise_file import read_exercise, read_sources
from footui.storage.folders import Folders
from footui.storage.listing import Origin, sort_key, toml_files
from footui.storage.problems import Problem, clean_path
from footui.storage.shipped_index import INDEX_FILE, ShippedIndex
from footui.storage.toml_source import TomlProblems, read_toml_file

SOURCES_FILE: Final = "sources.toml"
"""In the shipped folder this one is no exercise, but the texts that doses come from."""

_SHIPPED: Final = Path(__file__).parent.parent / "catalogue"


class CatalogueEntry(NamedTuple):
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


class Catalogue:
    """All exercises there are; a broken file is an entry with problems, and hides nothing."""

    def __init__(
        self, own: Iterable[Path], shipped: Iterable[Path], sources: Path, unreadable: Iterable[Problem]
    ) -> None:
        """The files of exercises, the file of `sources`, and why folders cannot be looked into."""
        self._own: dict[str, list[Path]] = {}
        for path in own:
            # Two names can come out the same when they are cleaned.
            self._own.setdefault(clean_path(path.stem), []).append(path)
        self._shipped = {clean_path(path.stem): path for path in shipped}
        self._sources_file = sources
        self._index = ShippedIndex(sources.with_name(INDEX_FILE))
        self._unreadable = tuple(unreadable)
        self._entries_read: dict[Path, CatalogueEntry] = {}

    @cached_property
    def entries(self) -> tuple[CatalogueEntry, ...]:
        """Every exercise file, but for the hidden ones, sorted by title."""
        ids = dict.fromkeys((*self._own, *self._shipped))
        entries = [entry for exercise_id in ids for entry in self._with_id(exercise_id)]
        return tuple(sorted(entries, key=lambda entry: (sort_key(entry.title), entry.id)))

    @cached_property
    def exercises(self) -> Mapping[str, Exercise]:
        """Every exercise that can be used, by id."""
        return _Exercises(self)

    def entry(self, exercise_id: str) -> CatalogueEntry | None:
        """The file with this exercise: one that can be used before a broken one."""
        broken = None
        for entry in self._with_id(exercise_id):
            if entry.exercise is not None:
                return entry
            broken = broken or entry
        return broken

    @property
    def sources(self) -> Mapping[str, Source]:
        """The sources of doses, by id."""
        return self._sources_read[0]

    @property
    def elsewhere(self) -> tuple[Problem, ...]:
        """Problems of folders and of the file of sources."""
        return (*self._sources_read[1], *self._unreadable)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Every problem of every file."""
        return (*self.elsewhere, *(problem for entry in self.entries for problem in entry.problems))

    def _with_id(self, exercise_id: str) -> Iterator[CatalogueEntry]:
        """The files with this id, each read when it is its turn: own ones, then the shipped one if none hides it."""
        shipped = self._shipped.get(exercise_id)
        hidden = False
        for path in self._own.get(exercise_id, ()):
            entry = self._entry(path, exercise_id, Origin.OWN, hides=shipped is not None)
            hidden = hidden or entry.hides_shipped
            yield entry
        if shipped is not None and not hidden:
            yield self._entry(shipped, exercise_id, Origin.SHIPPED)

    def _entry(self, path: Path, exercise_id: str, origin: Origin, *, hides: bool = False) -> CatalogueEntry:
        """One exercise file, whatever is in it; `hides` says whether there is a shipped one of its id."""
        entry = self._entries_read.get(path)
        if entry is None:
            entry = self._entries_read[path] = self._read(path, exercise_id, origin, hides=hides)
        return entry

    def _read(self, path: Path, exercise_id: str, origin: Origin, *, hides: bool) -> CatalogueEntry:
        if origin is Origin.SHIPPED and (known := self._index.exercise(path, exercise_id)) is not None:
            return CatalogueEntry(exercise_id, path, origin, known)
        try:
            source = read_toml_file(path, str(path))
            # That shipped doses name sources there are is made sure of before they are shipped.
            exercise = read_exercise(source, exercise_id, self.sources if origin is Origin.OWN else None)
        except TomlProblems as error:
            return CatalogueEntry(exercise_id, path, origin, problems=tuple(error.problems))
        return CatalogueEntry(exercise_id, path, origin, exercise, hides_shipped=hides)

    @cached_property
    def _sources_read(self) -> tuple[Mapping[str, Source], list[Problem]]:
        """The sources by id, and what is wrong with their file."""
        try:
            return read_sources(read_toml_file(self._sources_file, str(self._sources_file))), []
        except TomlProblems as error:
            return {}, error.problems


class _Exercises(Mapping[str, Exercise]):
    """The exercises of a catalogue that can be used, by id; the order is that of its entries."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def __getitem__(self, exercise_id: str) -> Exercise:
        entry = self._catalogue.entry(exercise_id)
        if entry is None or entry.exercise is None:
            raise KeyError(exercise_id)
        return entry.exercise

    def __iter__(self) -> Iterator[str]:
        usable = (entry.id for entry in self._catalogue.entries if entry.exercise is not None)
        return iter(dict.fromkeys(usable))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def load_catalogue(folders: Folders, shipped: Path = _SHIPPED) -> Catalogue:
    """The exercises that come with footui and the person's own; these hide shipped ones of the same id."""
    shipped_files, unreadable = toml_files(shipped)
    own_files, own_unreadable = toml_files(folders.exercises)
    exercises = [path for path in shipped_files if path.name != SOURCES_FILE]
    return Catalogue(own_files, exercises, shipped / SOURCES_FILE, (*unreadable, *own_unreadable))
