"""The library: every routine, the person's own and those shipped, and the one that a command names."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO, NamedTuple

from footui.core.routine import Routine
from footui.storage.catalogue import Catalogue
from footui.storage.folders import Folders, shipped_routines
from footui.storage.listing import Origin, sort_key, toml_files
from footui.storage.problems import Problem, clean_path, did_you_mean, reason
from footui.storage.routine_file import MOST_IN_A_TITLE, read_routine
from footui.storage.slug import slugify
from footui.storage.text_cleaning import clean_line
from footui.storage.toml_source import LARGEST_FILE, TomlProblems, TomlSource, parse_toml, read_toml_file

STANDARD_INPUT = "-"


class RoutineEntry(NamedTuple):
    """One routine file: what it says, or why it cannot be used. `path` is None for standard input."""

    slug: str
    path: Path | None
    origin: Origin
    routine: Routine | None = None
    problems: tuple[Problem, ...] = ()
    hides_shipped: bool = False
    """Whether it stands in the place of the shipped routine with its slug."""
    text: str = ""
    """The file as it was read, where it can be used."""
    named: str = ""
    """The title as far as it could be read, where the file cannot be used."""

    @property
    def title(self) -> str:
        """The routine's title; the slug, where the file has none that can be read."""
        return self.routine.title if self.routine else self.named or self.slug


class NoSuchRoutineError(LookupError):
    """No routine has the slug asked for; the message is a sentence, with the nearest slug there is."""

    def __init__(self, name: str, slugs: Iterable[str]) -> None:
        """`slugs` are those there are."""
        shown = clean_line(clean_path(name), 80)
        super().__init__(f"There is no routine “{shown}”.{did_you_mean(shown, slugs)}")


class Library:
    """The person's routines and those that come with footui; every question reads the files anew."""

    def __init__(self, folders: Folders, catalogue: Catalogue, shipped: Path) -> None:
        """`shipped` is the folder of the routines that come with footui."""
        self.folders = folders
        self.catalogue = catalogue
        self.shipped = shipped

    @classmethod
    def of(cls, folders: Folders, catalogue: Catalogue) -> Library:
        """The library with the routines that come with this footui."""
        return cls(folders, catalogue, shipped_routines())

    def entries(self) -> list[RoutineEntry]:
        """Own routines by title, then those shipped, but for the hidden ones, by title."""
        own, shipped = self._files()
        seen = [slug for slug in shipped if slug not in own]
        return [
            *sorted((self._own(slug, path) for slug, path in own.items()), key=_by_title),
            *sorted((self._read(shipped[slug], slug, Origin.SHIPPED) for slug in seen), key=_by_title),
        ]

    def folder_problems(self) -> list[Problem]:
        """Why a folder of routines cannot be looked into."""
        return [*toml_files(self.folders.routines)[1], *toml_files(self.shipped)[1]]

    def find(self, name: str, standard_input: BinaryIO | None = None) -> RoutineEntry:
        """The routine a command names: a slug; a path, where `name` holds a `/` or ends in `.toml`; or `-`.

        Raises:
            NoSuchRoutineError: no routine has this slug.
        """
        if name == STANDARD_INPUT and standard_input is not None:
            return self._piped(standard_input)
        if is_path(name):
            path = Path(name)
            return self._read(path, clean_path(path.name.removesuffix(".toml")), Origin.FILE, shown_as=name)
        own, shipped = self._files()
        if name in own:
            return self._own(name, own[name])
        if name in shipped:
            return self._read(shipped[name], name, Origin.SHIPPED)
        raise NoSuchRoutineError(name, [*own, *shipped])

    def _files(self) -> tuple[dict[str, Path], dict[str, Path]]:
        """The person's files and those shipped, by slug."""
        own, shipped = (
            {clean_path(path.stem): path for path in toml_files(folder)[0]}
            for folder in (self.folders.routines, self.shipped)
        )
        return own, shipped

    def _own(self, slug: str, path: Path) -> RoutineEntry:
        hides = (self.shipped / f"{slug}.toml").exists()
        return self._read(path, slug, Origin.OWN)._replace(hides_shipped=hides)

    def _read(self, path: Path, slug: str, origin: Origin, shown_as: str | None = None) -> RoutineEntry:
        """One routine file, whatever is in it."""
        named = ""
        try:
            source = read_toml_file(path, shown_as or str(path))
            named = _title_in(source)
            routine = read_routine(source, slug, self.catalogue)
        except TomlProblems as error:
            return RoutineEntry(slug, path, origin, problems=tuple(error.problems), named=named)
        return RoutineEntry(slug, path, origin, routine, text=source.text)

    def _piped(self, standard_input: BinaryIO) -> RoutineEntry:
        """The routine from standard input; its slug is made from its title."""
        slug = "routine"
        try:
            source = parse_toml(standard_input.read(LARGEST_FILE + 1), STANDARD_INPUT)
            title = source.table.get("title")
            slug = slugify(title) if isinstance(title, str) else slug
            routine = read_routine(source, slug, self.catalogue)
        except OSError as error:
            problem = Problem(STANDARD_INPUT, 1, 1, f"Standard input could not be read: {reason(error)}.")
            return RoutineEntry(slug, None, Origin.FILE, problems=(problem,))
        except TomlProblems as error:
            return RoutineEntry(slug, None, Origin.FILE, problems=tuple(error.problems))
        return RoutineEntry(slug, None, Origin.FILE, routine, text=source.text)


def _title_in(source: TomlSource) -> str:
    """The title of a file that may be broken elsewhere; empty where it has none."""
    title = source.table.get("title")
    return clean_line(title, MOST_IN_A_TITLE).strip() if isinstance(title, str) else ""


def _by_title(entry: RoutineEntry) -> tuple[str, str]:
    return sort_key(entry.title), entry.slug


def is_path(name: str) -> bool:
    """Whether a ROUTINE on the command line is a path, not a slug."""
    return "/" in name or name.endswith(".toml")
