"""`footui path`: the folders in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from footui.cli.streams import answer_path

if TYPE_CHECKING:
    from footui.world import World


def places(world: World) -> int:
    """Print name, tab and path of each folder; none of them need exist."""
    folders = world.folders
    named = {
        "config": folders.config,
        "routines": folders.routines,
        "exercises": folders.exercises,
        "data": folders.data,
        "state": folders.state,
    }
    for name, path in named.items():
        answer_path(world, f"{name}\t{path}")
    return 0
