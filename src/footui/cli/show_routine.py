"""A routine in full: as a page for people, and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from footui.cli.objects import dose_object, range_value, source_object
from footui.cli.routines import usable
from footui.cli.tables import cells, columns, paragraph
from footui.core.timeline import Timeline, compile_timeline
from footui.core.wording import dose_sentence, length, number, plural, span

if TYPE_CHECKING:
    from footui.core.routine import Routine, Step
    from footui.storage.catalogue import Catalogue
    from footui.storage.library import RoutineEntry

_DAYS = {
    "mon": "Monday", "tue": "Tuesday", "wed": "Wednesday", "thu": "Thursday", "fri": "Friday", "sat": "Saturday",
    "sun": "Sunday",
}  # fmt: skip


def routine_object(entry: RoutineEntry, catalogue: Catalogue) -> dict[str, Any]:
    """Everything that the file says, with the sessions of a day that it means."""
    routine = usable(entry)
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
        "title": _title(step, catalogue),
        **dose_object(step.dose),
        "group": step.group,
        "level": None if step.level is None else step.level.value,
        "source": source_object(source, catalogue.sources.get(source or "")),
        "note": step.note,
        "sentence": _dose_words(step, routine),
    }


def _sessions(routine: Routine) -> list[Timeline]:
    return [compile_timeline(routine, session) for session in range(1, routine.sessions_per_day() + 1)]


def _title(step: Step, catalogue: Catalogue) -> str:
    return catalogue.exercises[step.exercise].full_title(step.variant)


def _dose_words(step: Step, routine: Routine) -> str:
    """The dose in one line, with how often it is done."""
    words = dose_sentence(step.dose, routine.timing_of(step))
    times = step.dose.times_per_day
    return words if times.high == 1 else f"{words} · {span(times)} times a day"


def routine_page(entry: RoutineEntry, catalogue: Catalogue) -> list[str]:
    """The routine as a page of at most 76 columns."""
    routine = usable(entry)
    return [
        routine.title,
        "",
        *_spaced(paragraph(routine.about)),
        *paragraph(_when(routine)),
        *_session_lines(routine),
        "",
        *(line for place, step in enumerate(routine.steps, 1) for line in _step_lines(place, step, routine, catalogue)),
        "",
        *_source_lines(routine, catalogue),
        _file(entry),
    ]


def _spaced(lines: list[str]) -> list[str]:
    return [*lines, ""] if lines else []


def _when(routine: Routine) -> str:
    """The days, the sessions of a day, and the level."""
    every = routine.every_days
    if routine.weekdays:
        days = f"On {', '.join(_DAYS[day] for day in routine.weekdays)}"
    elif every.high == 1:
        days = "Every day"
    else:
        days = f"Every {span(every)} days"
    sessions = plural(routine.sessions_per_day(), "session")
    level = f" Level {routine.level}." if routine.has_ranges else ""
    return f"{days}, {sessions} a day.{level}"


def _session_lines(routine: Routine) -> list[str]:
    rows = []
    for timeline in _sessions(routine):
        lasts = f"{length(timeline.length_ns)}{' and your own pace' if timeline.open_ended else ''}"
        work = f"{number(round(timeline.work_seconds, 1))} s of work"
        rows.append((f"session {timeline.session}", timeline.slot or "", lasts, work))
    return columns(rows, indent="  ")


def _step_lines(place: int, step: Step, routine: Routine, catalogue: Catalogue) -> list[str]:
    """A step: its exercise, its dose, and what the file says besides."""
    head = f"{place:>3}  "
    indent = " " * cells(head)
    said = [_dose_words(step, routine)]
    if step.group is not None:
        group = routine.groups[step.group]
        rest = f", rest {number(group.rest)} s between" if group.rest else ""
        said.append(f"Circuit {step.group}: {plural(group.rounds, 'round')}{rest}.")
    if step.level is not None:
        said.append(f"At level {step.level}, whatever the file says.")
    if step.note:
        said.append(f"Note: {step.note}")
    if step.source is not None and step.source != routine.source:
        said.append(f"Dose from: {_source_title(step.source, catalogue)}")
    lines = paragraph(_title(step, catalogue), indent=indent, first=head)
    return [*lines, *(line for text in said for line in paragraph(text, indent=indent))]


def _source_title(source_id: str, catalogue: Catalogue) -> str:
    source = catalogue.sources.get(source_id)
    return source_id if source is None else f"{source.title} ({source.kind})"


def _source_lines(routine: Routine, catalogue: Catalogue) -> list[str]:
    if routine.source is None:
        return []
    source = catalogue.sources.get(routine.source)
    lines = paragraph(f"Source: {_source_title(routine.source, catalogue)}", indent="  ", first="")
    texts = [] if source is None else [text for text in (source.about, *source.notes) if text]
    return _spaced([*lines, *(line for text in texts for line in paragraph(text, indent="  "))])


def _file(entry: RoutineEntry) -> str:
    """Where the file is; a path is never broken into lines."""
    if entry.path is None:
        return "From standard input."
    return f"{entry.origin.value.capitalize()}{', hides the shipped one' if entry.hides_shipped else ''}: {entry.path}"
