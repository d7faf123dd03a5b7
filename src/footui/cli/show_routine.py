"""A routine in full as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from footui.cli.objects import dose_object, range_value, source_object
from footui.core.timeline import Timeline, compile_timeline
from footui.core.wording import dose_sentence, span

if TYPE_CHECKING:
    from footui.core.routine import Routine, Step
    from footui.storage.catalogue import Catalogue
    from footui.storage.library import RoutineEntry


def routine_object(entry: RoutineEntry, routine: Routine, catalogue: Catalogue) -> dict[str, Any]:
    """Everything that the file of this routine says, with the sessions of a day that it means."""
    return {
        "kind": "routine",
        "id": routine.slug,
        "title": routine.title,
        "origin": entry.origin.value,
        "path": None if entry.path is None else str(entry.path),
        "hides_shipped": entry.hides_shipped,
        "about": routine.about,
        "source": source_object(routine.source, catalogue.sources.get(routine.source or "")),
        "slots": list(routine.slots),
        "every_days": None if routine.weekdays else range_value(routine.every_days),
        "weekdays": list(routine.weekdays),
        "level": routine.level.value,
        "timing": routine.timing._asdict(),
        "groups": {name: group._asdict() for name, group in routine.groups.items()},
        "sessions_per_day": routine.sessions_per_day(),
        "sessions": [
            {
                "session": timeline.session,
                "slot": timeline.slot,
                "seconds": timeline.seconds,
                "work_seconds": timeline.work_seconds,
                "open_ended": timeline.open_ended,
            }
            for timeline in _sessions(routine)
        ],
        "steps": [_step_object(step, routine, catalogue) for step in routine.steps],
    }


def _step_object(step: Step, routine: Routine, catalogue: Catalogue) -> dict[str, Any]:
    source = step.source or routine.source
    return {
        "exercise": step.exercise,
        "variant": step.variant,
        "title": catalogue.exercises[step.exercise].full_title(step.variant),
        **dose_object(step.dose),
        "group": step.group,
        "level": None if step.level is None else step.level.value,
        "source": source_object(source, catalogue.sources.get(source or "")),
        "note": step.note,
        "sentence": _dose_words(step, routine),
    }


def _sessions(routine: Routine) -> list[Timeline]:
    return [compile_timeline(routine, session) for session in range(1, routine.sessions_per_day() + 1)]


def _dose_words(step: Step, routine: Routine) -> str:
    """The dose in one line, with how often it is done."""
    words = dose_sentence(step.dose, routine.timing_of(step))
    times = step.dose.times_per_day
    return words if times.high == 1 else f"{words} · {span(times)} times a day"
