"""Exercises of the person's own that come into being here: new ones, and copies of those there are."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from footui.storage.atomic_file import create_new
from footui.storage.exercise_file import MOST_IN_A_TITLE
from footui.storage.folders import make_private_folder
from footui.storage.listing import Origin
from footui.storage.problems import AlreadyThere, SaveProblem, clean_path, reason
from footui.storage.slug import LONGEST_SLUG, slugify
from footui.storage.text_cleaning import clean_line
from footui.storage.toml_source import LARGEST_FILE

if TYPE_CHECKING:
    from footui.storage.catalogue import CatalogueEntry
    from footui.storage.folders import Folders

_SHIPPED = Path(__file__).parent.parent / "catalogue"

_AFTER_THE_TITLE = """\
# also = ["another name"]         # the search finds it by these too
# about = "What it is for. A claim is its source's claim: it may help."
position = "standing"             # standing | sitting | lying | walking | kneeling
# body_parts = ["toes", "calves"]
# equipment = [{ name = "exercise band", instead = ["belt"] }]
# brief = "The one row that is shown while it runs, at most 76 characters."

# How it is done, one movement each.
steps = ["An example: stand upright, the feet side by side."]
# cautions = ["Hold on to something if you feel unsteady."]

# Another form of it. What is left out is as above.
# [variants.chair]
# title = "on a chair"
# position = "sitting"

# A dose somebody gives for it; `footui show` and the catalogue list it, and `a` adds it to a routine.
# [[doses]]
# source = "my physiotherapist, June"
# published = "hold 3 s × 10 each foot, 3× a day"
# dose = { hold = 3, reps = 10, sides = "each", times_per_day = 3 }
"""


def new_exercise_text(title: str, exercise_id: str) -> str:
    """What the file of a new exercise says; valid from the beginning, and made to be read and edited by hand."""
    import tomli_w  # noqa: PLC0415  # a new exercise alone needs it

    comment = f"# Edit it by hand, or in the catalogue. Then: footui show {exercise_id}\n\n"
    return comment + tomli_w.dumps({"format": 1, "title": title}) + _AFTER_THE_TITLE


def new_exercise(folders: Folders, title: str) -> Path:
    """Make the file of a new exercise of this title, under an id that neither a shipped nor an own one has.

    Raises:
        SaveProblem: it was not made; the text says why.
    """
    title = clean_line(title.strip(), MOST_IN_A_TITLE + 1).strip()
    if not title:
        raise SaveProblem("An exercise needs a title.")
    if len(title) > MOST_IN_A_TITLE:
        raise SaveProblem(f"The title is too long: {MOST_IN_A_TITLE} characters is the most.")
    return _made(folders, slugify(title, "exercise"), lambda new_id: new_exercise_text(title, new_id).encode())


def copy_exercise(folders: Folders, entry: CatalogueEntry) -> Path:
    """Make a copy of an exercise, byte for byte, as one of the person's own.

    That of a shipped one has its id, and so stands in its place: routines use it from then on, with its doses and its
    history. That of an own one has another id, `towel-curl-2`.

    Raises:
        SaveProblem: it was not made; the text says why.
    """
    try:
        with entry.path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise SaveProblem(f"{clean_path(str(entry.path))} was not copied: {reason(error)}.") from error
    if len(data) > LARGEST_FILE:
        raise SaveProblem(f"{clean_path(str(entry.path))} was not copied: it is larger than 256 KiB.")
    if entry.origin is Origin.SHIPPED:
        make_private_folder(folders.exercises)
        path = folders.exercises / f"{entry.id}.toml"
        create_new(path, data)
        return path
    return _made(folders, entry.id, lambda _: data)


def _made(folders: Folders, wanted: str, content: Callable[[str], bytes]) -> Path:
    """The new file under the first id that is free; another footui may take one at the same moment."""
    make_private_folder(folders.exercises)
    for exercise_id in _ids(wanted):
        path = folders.exercises / f"{exercise_id}.toml"
        if os.path.lexists(path) or (_SHIPPED / path.name).exists():
            continue
        try:
            create_new(path, content(exercise_id))
        except AlreadyThere:
            continue
        return path
    raise AssertionError("numbers do not run out")


def _ids(wanted: str) -> Iterator[str]:
    """The id, then the same with -2, -3 and so on."""
    yield wanted
    for number in count(2):
        end = f"-{number}"
        yield wanted[: LONGEST_SLUG - len(end)].rstrip("-") + end
