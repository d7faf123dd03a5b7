"""`footui show`: one routine or one exercise in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from footui.cli.routines import library_of, standard_input, usable
from footui.cli.streams import Refusal, answer, answer_json
from footui.storage.library import STANDARD_INPUT, NoSuchRoutineError, RoutineEntry
from footui.storage.problems import did_you_mean
from footui.storage.text_cleaning import clean_line

if TYPE_CHECKING:
    from footui.storage.library import Library
    from footui.world import World


def show(world: World, name: str, *, as_json: bool) -> int:
    """Show what `name` means: a routine goes before an exercise of the same id."""
    library = library_of(world)
    entry = _routine_named(world, library, name)
    if entry is not None:
        usable(entry)
        from footui.cli.show_routine import routine_object, routine_page  # noqa: PLC0415 - one of the two is needed

        if as_json:
            answer_json(world, routine_object(entry, library.catalogue))
        else:
            answer(world, "\n".join(routine_page(entry, library.catalogue)))
        return 0
    exercise = library.catalogue.entry(name)
    if exercise is None:
        raise Refusal(2, _unknown(library, name))
    if exercise.problems:
        raise Refusal(1, *map(str, exercise.problems))
    from footui.cli.show_exercise import exercise_object, exercise_page  # noqa: PLC0415 - as above

    if as_json:
        answer_json(world, exercise_object(exercise, library.catalogue))
    else:
        answer(world, "\n".join(exercise_page(exercise, library.catalogue)))
    return 0


def _routine_named(world: World, library: Library, name: str) -> RoutineEntry | None:
    try:
        return library.find(name, standard_input(world) if name == STANDARD_INPUT else None)
    except NoSuchRoutineError:
        return None


def _unknown(library: Library, name: str) -> str:
    """The sentence on an id that nothing has."""
    ids = [*(entry.slug for entry in library.entries()), *(entry.id for entry in library.catalogue.entries)]
    return f"There is no routine and no exercise “{clean_line(name, 80)}”.{did_you_mean(name, ids)}"
