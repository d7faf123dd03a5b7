"""`footui copy`: a routine, byte for byte, as one of the person's own."""

from __future__ import annotations

import shlex
from io import BytesIO
from typing import TYPE_CHECKING

from footui.cli.routines import entry_named, library_of, standard_input
from footui.cli.streams import Refusal, answer_path
from footui.storage.atomic_file import create_new
from footui.storage.fields import quoted
from footui.storage.folders import make_private_folder
from footui.storage.library import STANDARD_INPUT, Library
from footui.storage.problems import AlreadyThere, SaveProblem, clean_path
from footui.storage.routine_file import read_routine
from footui.storage.slug import SLUG_RULE, is_slug
from footui.storage.toml_source import LARGEST_FILE, TomlProblems, TomlSource, parse_toml, read_toml_file

if TYPE_CHECKING:
    from footui.world import World


def copy(world: World, name: str, new_slug: str | None) -> int:
    """Copy a routine into the person's folder, under its slug or a new one, and print the path of the copy."""
    if new_slug is not None and not is_slug(new_slug):
        raise Refusal(2, f"{quoted(new_slug)} cannot be the slug of a routine: {SLUG_RULE}.")
    library = library_of(world)
    try:
        slug, source = _read(world, library, name)
        slug = new_slug or slug
        if not is_slug(slug):
            raise Refusal(1, f"{quoted(slug)} cannot be the slug of a routine: {SLUG_RULE}.", _name_it(name))
        read_routine(source, slug, library.catalogue)
    except TomlProblems as error:
        raise Refusal(1, *map(str, error.problems), "It was not copied.") from error
    path = world.folders.routines / f"{slug}.toml"
    try:
        make_private_folder(path.parent)
        create_new(path, source.raw)
    except AlreadyThere as problem:
        raise Refusal(1, str(problem), _name_it(name)) from problem
    except SaveProblem as problem:
        raise Refusal(1, str(problem)) from problem
    answer_path(world, str(path))
    return 0


def _name_it(name: str) -> str:
    """What to do where the copy cannot have the name it would get."""
    return f"Give the copy another name: footui copy {shlex.quote(clean_path(name))} NAME"


def _read(world: World, library: Library, name: str) -> tuple[str, TomlSource]:
    """The slug and the file of what `name` means, exactly as it is copied.

    Raises:
        TomlProblems: it cannot be read.
        Refusal: no routine has this slug.
    """
    if name == STANDARD_INPUT:
        data = standard_input(world).read(LARGEST_FILE + 1)
        return library.find(name, BytesIO(data)).slug, parse_toml(data, name)
    entry = entry_named(world, library, name)
    if entry.path is None:
        raise Refusal(1, *map(str, entry.problems))
    shown_as = name if entry.origin == "file" else str(entry.path)
    return entry.slug, read_toml_file(entry.path, shown_as)
