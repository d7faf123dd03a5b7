"""`footui new`: a new routine with one example step, made so that it can be read and edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from footui.cli.streams import Refusal, answer_path
from footui.storage.own_files import TitleRefused, make_new_routine, title_from
from footui.storage.problems import SaveProblem

if TYPE_CHECKING:
    from footui.world import World


def new(world: World, title: str) -> int:
    """Make a routine with this title and print the path of its file."""
    try:
        path = make_new_routine(world.folders, title_from(title))
    except TitleRefused as refused:
        hint = "" if title.strip() else " Write it behind footui new, in quotation marks."
        raise Refusal(2, f"{refused}{hint}") from refused
    except SaveProblem as problem:
        raise Refusal(1, str(problem)) from problem
    answer_path(world, str(path))
    return 0
