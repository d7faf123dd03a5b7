"""`footui new`: a new routine with one example step, made so that it can be read and edited by hand."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from footui.cli.streams import Refusal, answer_path
from footui.storage.atomic_file import create_new
from footui.storage.folders import make_private_folder, shipped_routines
from footui.storage.problems import AlreadyThere, SaveProblem
from footui.storage.routine_file import MOST_IN_A_TITLE
from footui.storage.slug import LONGEST_SLUG, slugify
from footui.storage.text_cleaning import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from footui.storage.folders import Folders
    from footui.world import World

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


def new(world: World, title: str) -> int:
    """Make a routine with this title and print the path of its file."""
    title = clean_line(title.strip(), MOST_IN_A_TITLE + 1)
    if not title:
        raise Refusal(2, "A routine needs a title. Write it behind footui new, in quotation marks.")
    if len(title) > MOST_IN_A_TITLE:
        raise Refusal(2, f"The title is too long: {MOST_IN_A_TITLE} characters is the most.")
    try:
        make_private_folder(world.folders.routines)
        path = _make(world.folders, title)
    except SaveProblem as problem:
        raise Refusal(1, str(problem)) from problem
    answer_path(world, str(path))
    return 0


def _make(folders: Folders, title: str) -> Path:
    """The new file, under the first slug that is free; another footui may take one at the same time."""
    shipped = shipped_routines()
    for slug in _slugs(title):
        path = folders.routines / f"{slug}.toml"
        if (shipped / path.name).exists():
            continue
        try:
            create_new(path, first_text(title, slug).encode())
        except AlreadyThere:
            continue
        return path
    raise AssertionError("numbers do not run out")


def _slugs(title: str) -> Iterator[str]:
    """The slug of the title, then the same with -2, -3 and so on."""
    slug = slugify(title)
    yield slug
    for number in count(2):
        end = f"-{number}"
        yield slug[: LONGEST_SLUG - len(end)].rstrip("-") + end


def first_text(title: str, slug: str) -> str:
    """What the file of a new routine says.

    The head and the step are written each by itself: given the whole, tomli_w puts steps into one line or many by
    their length.
    """
    import tomli_w  # noqa: PLC0415 - this command alone needs it

    head = tomli_w.dumps({"format": 1, "title": title})
    step = tomli_w.dumps(_EXAMPLE_STEP)
    comment = f"# Edit it by hand, or: footui edit {slug}\n# Then: footui run {slug}\n\n"
    return comment + head + _AFTER_THE_HEAD + step + _AFTER_THE_STEP
