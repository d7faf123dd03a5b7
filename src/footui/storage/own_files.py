"""Files of the person's own that come into being here: new routines and copies, under names that nothing has.

A routine never takes the name of a shipped one here: it would stand in its place and go by its history.
"""

from __future__ import annotations

import os
from itertools import count
from typing import TYPE_CHECKING

from footui.storage.atomic_file import create_new
from footui.storage.folders import make_private_folder, shipped_routines
from footui.storage.problems import AlreadyThere
from footui.storage.routine_file import MOST_IN_A_TITLE, read_routine
from footui.storage.slug import LONGEST_SLUG, slugify
from footui.storage.text_cleaning import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from footui.core.routine import Routine
    from footui.storage.catalogue import Catalogue
    from footui.storage.draft import Draft
    from footui.storage.folders import Folders
    from footui.storage.toml_source import TomlSource

__all__ = [
    "TitleRefused",
    "copy_routine",
    "first_text",
    "free_paths",
    "free_slugs",
    "make_new_routine",
    "title_from",
    "title_of_copy",
]

_EXAMPLE_STEP = {"exercise": "toe-press", "hold": 5, "reps": 10}

_AFTER_THE_HEAD = """\
# about = "One paragraph on what it is for."
# slots = ["morning", "evening"] # names of the day's sessions, first to last
# every_days = 2                 # or weekdays = ["mon", "wed", "fri"]; without either: every day
# level = "low"                  # low | middle | high: where in a range, such as [10, 20], to work

# [timing]                       # seconds; what stands here are the defaults
# prepare = 5                    # before the first step
# transition = 10                # between steps
# change = 5                     # between sides
# release = 2                    # between repetitions
# rest = 10                      # between sets

# An example. `footui list` names the exercises, `footui show toe-press` tells who publishes which dose.
[[steps]]
"""

_AFTER_THE_STEP = """\
# sides = "each"                 # both (at once) | each (one, then the other) | alternate | left | right
# sets = 2
# times_per_day = 3              # in sessions 1, 2 and 3 of the day
"""


class TitleRefused(Exception):  # noqa: N818  # it is told to a person, who is asked for another one
    """A text cannot be the title of a routine; the message is a sentence that says why."""


# Names


def title_from(text: str) -> str:
    """The title that was typed, in one line without what no terminal shows.

    Raises:
        TitleRefused: nothing is left of it, or too much.
    """
    title = clean_line(text.strip(), MOST_IN_A_TITLE + 1)
    if not title:
        raise TitleRefused("A routine needs a title.")
    if len(title) > MOST_IN_A_TITLE:
        raise TitleRefused(f"The title is too long: {MOST_IN_A_TITLE} characters is the most.")
    return title


def free_slugs(title: str) -> Iterator[str]:
    """The slug of the title, then the same with -2, -3 and so on, without end, but for those of shipped routines.

    Whether the person has a file of that name is not asked: making one in `free_paths` tells, and nothing else can.
    """
    shipped = shipped_routines()
    for slug in _slugs(title):
        if not (shipped / f"{slug}.toml").exists():
            yield slug


def free_paths(folders: Folders, title: str) -> Iterator[Path]:
    """Where a new routine of this title can stand, the best place first: what is there at present is left out."""
    for slug in free_slugs(title):
        path = folders.routines / f"{slug}.toml"
        if not os.path.lexists(path):
            yield path


def _slugs(title: str) -> Iterator[str]:
    slug = slugify(title)
    yield slug
    for number in count(2):
        end = f"-{number}"
        yield slug[: LONGEST_SLUG - len(end)].rstrip("-") + end


def title_of_copy(title: str, titles: frozenset[str], *, shipped: bool) -> str:
    """What a copy may be called: “Twenty minutes (my copy)”, numbered where one of the `titles` is that already."""
    word = "my copy" if shipped else "copy"
    for number in count(1):
        end = f" ({word})" if number == 1 else f" ({word} {number})"
        named = title[: MOST_IN_A_TITLE - len(end)].rstrip() + end
        if named not in titles:
            return named
    raise AssertionError("numbers do not run out")


# A new routine


def make_new_routine(folders: Folders, title: str) -> Path:
    """Make the file of a new routine with one example step, under a slug that is free. Raises `SaveProblem`."""
    make_private_folder(folders.routines)
    for path in free_paths(folders, title):
        try:
            create_new(path, first_text(title, path.stem).encode())
        except AlreadyThere:  # another footui took it at the same moment
            continue
        return path
    raise AssertionError("numbers do not run out")


def first_text(title: str, slug: str) -> str:
    """What the file of a new routine says.

    The head and the step are written each by itself: given the whole, tomli_w puts steps into one line or many by
    their length.
    """
    import tomli_w  # noqa: PLC0415  # this alone needs it

    head = tomli_w.dumps({"format": 1, "title": title})
    step = tomli_w.dumps(_EXAMPLE_STEP)
    comment = f"# Edit it by hand, or: footui edit {slug}\n# Then: footui run {slug}\n\n"
    return comment + head + _AFTER_THE_HEAD + step + _AFTER_THE_STEP


# A copy


def copy_routine(folders: Folders, text: str, title: str, catalogue: Catalogue) -> Path:
    """Make a routine of the person's own from the text of another one: exactly that text, but for the title.

    Raises:
        SaveProblem: it was not made; the text says why.
    """
    make_private_folder(folders.routines)
    for path in free_paths(folders, title):
        try:
            _copy(path, text, title, catalogue).save()
        except AlreadyThere:
            continue
        return path
    raise AssertionError("numbers do not run out")


def _copy(path: Path, text: str, title: str, catalogue: Catalogue) -> Draft[Routine]:
    from footui.storage.draft import Draft  # noqa: PLC0415  # a new routine does without it
    from footui.storage.toml_edit import SetKey  # noqa: PLC0415  # likewise

    def read(source: TomlSource) -> Routine:
        return read_routine(source, path.stem, catalogue)

    draft = Draft.new(path, text, read)
    draft.apply(SetKey(("title",), title))
    return draft
