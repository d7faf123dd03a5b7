"""`footui show`: one routine, as a page to hand on, or one exercise in full."""

# ruff: noqa: PLC0415 - one of the two is needed, in one of three forms

from __future__ import annotations

from typing import TYPE_CHECKING

from footui.cli.pages import answer_page
from footui.cli.routines import library_of, nothing_named, standard_input, usable
from footui.cli.streams import Refusal, answer, answer_json
from footui.storage.library import STANDARD_INPUT, NoSuchRoutineError, RoutineEntry

if TYPE_CHECKING:
    from footui.storage.catalogue import Catalogue, CatalogueEntry
    from footui.storage.library import Library
    from footui.world import World


def show(world: World, name: str, *, as_json: bool, as_markdown: bool = False) -> int:
    """Show what `name` means: a routine goes before an exercise of the same id."""
    library = library_of(world)
    entry = _routine_named(world, library, name)
    if entry is not None:
        _show_routine(world, entry, library.catalogue, as_json=as_json, as_markdown=as_markdown)
        return 0
    exercise = library.catalogue.entry(name)
    if exercise is None:
        raise nothing_named(library, name)
    _show_exercise(world, exercise, library, as_json=as_json, as_markdown=as_markdown)
    return 0


def _show_routine(world: World, entry: RoutineEntry, catalogue: Catalogue, *, as_json: bool, as_markdown: bool) -> None:
    routine = usable(entry)
    if as_json:
        from footui.cli.show_routine import routine_object

        answer_json(world, routine_object(entry, routine, catalogue))
    else:
        from footui.core.handout import handout_blocks

        answer_page(world, handout_blocks(routine, catalogue.exercises, catalogue.sources), as_markdown=as_markdown)


def _show_exercise(world: World, entry: CatalogueEntry, library: Library, *, as_json: bool, as_markdown: bool) -> None:
    exercise, catalogue = entry.exercise, library.catalogue
    if exercise is None:
        raise Refusal(1, *map(str, entry.problems))
    if as_json:
        from footui.cli.show_exercise import exercise_object

        answer_json(world, exercise_object(entry, exercise, catalogue))
        return
    from footui.core.exercise_page import exercise_blocks

    routines = [each.routine for each in library.entries() if each.routine is not None]
    used_in = [routine.title for routine in routines if any(step.exercise == exercise.id for step in routine.steps)]
    answer_page(world, exercise_blocks(exercise, catalogue.sources, used_in), as_markdown=as_markdown)
    if not as_markdown:
        hides = ", hides the shipped one" if entry.hides_shipped else ""
        answer(world, f"\n{entry.origin.value.capitalize()}{hides}: {entry.path}")


def _routine_named(world: World, library: Library, name: str) -> RoutineEntry | None:
    try:
        return library.find(name, standard_input(world) if name == STANDARD_INPUT else None)
    except NoSuchRoutineError:
        return None
