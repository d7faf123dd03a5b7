"""`footui list`: every routine and every exercise, the person's own and those shipped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from footui.cli.objects import problem_objects
from footui.cli.routines import library_of
from footui.cli.streams import answer, answer_json, tell
from footui.cli.tables import columns
from footui.core.timeline import Timeline, compile_timeline
from footui.core.wording import length, plural
from footui.storage.listing import Origin

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from footui.storage.catalogue import CatalogueEntry
    from footui.storage.library import Library, RoutineEntry
    from footui.storage.problems import Problem
    from footui.world import World


def listing(world: World, *, as_json: bool) -> int:
    """List everything; files with problems are listed with them, and hide nothing."""
    library = library_of(world)
    if as_json:
        answer_json(world, listing_object(library))
    else:
        answer(world, "\n".join(listing_page(library)))
    for problem in (*library.folder_problems(), *library.catalogue.elsewhere):
        tell(world, str(problem))
    return 0


def listing_object(library: Library) -> dict[str, Any]:
    """Routines and exercises as `list --json` prints them."""
    return {
        "routines": [_routine_object(entry) for entry in library.entries()],
        "exercises": [_exercise_object(entry) for entry in library.catalogue.entries],
    }


def _routine_object(entry: RoutineEntry) -> dict[str, Any]:
    timeline = _first_session(entry)
    return {
        "id": entry.slug,
        "title": entry.title,
        "origin": entry.origin.value,
        "path": str(entry.path),
        "hides_shipped": entry.hides_shipped,
        "sessions_per_day": None if timeline is None else timeline.sessions_per_day,
        "seconds": None if timeline is None else timeline.seconds,
        "open_ended": None if timeline is None else timeline.open_ended,
        "problems": problem_objects(entry.problems),
    }


def _exercise_object(entry: CatalogueEntry) -> dict[str, Any]:
    exercise = entry.exercise
    return {
        "id": entry.id,
        "title": entry.title,
        "origin": entry.origin.value,
        "path": str(entry.path),
        "hides_shipped": entry.hides_shipped,
        "variants": [variant.id for variant in exercise.variants] if exercise else [],
        "position": exercise.position.value if exercise else None,
        "body_parts": list(exercise.body_parts) if exercise else [],
        "problems": problem_objects(entry.problems),
    }


def _first_session(entry: RoutineEntry) -> Timeline | None:
    return None if entry.routine is None else compile_timeline(entry.routine)


def listing_page(library: Library) -> list[str]:
    """Routines by origin, then exercises, with an id, a title and a few facts a line."""
    entries = library.entries()
    groups = {
        "Your routines": [entry for entry in entries if entry.origin is Origin.OWN],
        "Shipped routines": [entry for entry in entries if entry.origin is Origin.SHIPPED],
    }
    rows = [_routine_row(entry) for entry in entries]
    exercise_rows = [_exercise_row(entry) for entry in library.catalogue.entries]
    lines = iter(columns([*rows, *exercise_rows], indent="  "))
    page: list[str] = []
    for heading, members in groups.items():
        if members:
            page += [heading, *_with_problems(lines, members), ""]
    page += ["Exercises", *_with_problems(lines, library.catalogue.entries)]
    return page


def _with_problems(lines: Iterator[str], members: Iterable[RoutineEntry | CatalogueEntry]) -> list[str]:
    """The next lines, each with the problems of its file below it."""
    page = []
    for member in members:
        page += [next(lines), *(f"    {problem}" for problem in member.problems)]
    return page


def _routine_row(entry: RoutineEntry) -> tuple[str, str, str, str]:
    timeline = _first_session(entry)
    if timeline is None:
        return (entry.slug, entry.named, _count(entry.problems), "")
    lasts = "own pace" if timeline.open_ended else length(timeline.length_ns)
    facts = [f"{timeline.sessions_per_day} a day"]
    if entry.hides_shipped:
        facts.append("instead of the shipped one")
    return (entry.slug, entry.title, lasts, " · ".join(facts))


def _exercise_row(entry: CatalogueEntry) -> tuple[str, str, str, str]:
    if entry.exercise is None:
        return (entry.id, "", _count(entry.problems), "")
    facts = [variant.id for variant in entry.exercise.variants]
    if entry.origin is Origin.OWN:
        facts.append("your own, instead of the shipped one" if entry.hides_shipped else "your own")
    return (entry.id, entry.title, entry.exercise.position.value, " · ".join(facts))


def _count(problems: Sequence[Problem]) -> str:
    return plural(len(problems), "problem")
