"""A routine as a page to hand to a patient: when, with what, each step with its dose and how it is done, and whence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from footui.core.care import CALL_A_DOCTOR, QUESTIONS
from footui.core.dose import Level, Unit
from footui.core.exercise_page import source_line
from footui.core.page import Block, Bullets, Cautions, Gap, Heading, Numbered, Paragraph, Title
from footui.core.said import HELP_AT_ONCE
from footui.core.settings import CareSettings
from footui.core.timeline import compile_timeline
from footui.core.wording import dose_sentence, length, number, plural, span, work_text

if TYPE_CHECKING:
    from footui.core.exercise import Equipment, Exercise, PublishedDose, Source
    from footui.core.routine import Routine, Step
    from footui.core.timeline import Timeline

_DAYS: Final = {
    "mon": "Monday", "tue": "Tuesday", "wed": "Wednesday", "thu": "Thursday", "fri": "Friday", "sat": "Saturday",
    "sun": "Sunday",
}  # fmt: skip

_PAUSES: Final = {
    "prepare": "to get ready",
    "transition": "between exercises",
    "change": "to change sides",
    "release": "between repetitions",
    "rest": "between sets",
}


def handout_blocks(routine: Routine, exercises: Mapping[str, Exercise], sources: Mapping[str, Source]) -> list[Block]:
    """The page of a routine, every step of which names one of the `exercises`."""
    blocks: list[Block] = [Title(routine.title), Gap(), Paragraph(routine.about), Gap()]
    blocks += [Paragraph(_when(routine)), Bullets(tuple(_sessions(routine))), Paragraph(_pauses(routine))]
    blocks += [Heading("What you need"), *_needs(routine, exercises)]
    blocks += [Heading("When to stop, and when to ask"), Cautions(_care())]
    for place, step in enumerate(routine.steps, start=1):
        blocks += _step(place, step, routine, exercises[step.exercise], sources)
    blocks += [Heading("Where it comes from"), *_sources(routine, sources)]
    return blocks


def _days(routine: Routine) -> str:
    """On which days: “Every day”, “Every 2–3 days”, “On Monday, Friday”."""
    if routine.weekdays:
        return f"On {', '.join(_DAYS[day] for day in routine.weekdays)}"
    return "Every day" if routine.every_days.high == 1 else f"Every {span(routine.every_days)} days"


def _times_a_day(step: Step, routine: Routine) -> str:
    """How often a step is done on a day, and in which of its sessions, where not all are alike."""
    times = step.dose.times_per_day
    words = "once a day" if times.high == 1 else f"{span(times)} times a day"
    slots = routine.slots[: times.whole_at(step.level_for(routine.level, None))]
    return f"{words} ({', '.join(slots)})" if slots else words


def _when(routine: Routine) -> str:
    end = {Level.LOW: "low end", Level.MIDDLE: "middle", Level.HIGH: "high end"}[routine.level]
    level = f" Level {routine.level}: the {end} of every range." if routine.has_ranges else ""
    return f"{_days(routine)}, {plural(routine.sessions_per_day(), 'session')} a day.{level}"


def _sessions(routine: Routine) -> Iterator[str]:
    """Each session of the day with its name, its length and its work."""
    for session in range(1, routine.sessions_per_day() + 1):
        timeline = compile_timeline(routine, session)
        name = f"Session {session}" + (f", {timeline.slot}" if timeline.slot else "")
        yield ", ".join(filter(None, (f"{name}: {_length(timeline)}", work_text(timeline))))


def _length(timeline: Timeline) -> str:
    return f"{length(timeline.length_ns)} and your own pace" if timeline.open_ended else length(timeline.length_ns)


def _pauses(routine: Routine) -> str:
    """The pauses that hold for every step that says nothing else."""
    timing = routine.timing._asdict()
    pauses = [f"{number(timing[name])} s {where}" for name, where in _PAUSES.items() if timing[name]]
    counts = any(step.dose.unit is Unit.COUNTS for step in routine.steps)
    count = f" One count is {number(routine.timing.count)} s." if counts else ""
    return f"{'Pauses: ' + ', '.join(pauses) if pauses else 'No pauses'}, where a step says nothing else.{count}"


def _pauses_of(step: Step, routine: Routine) -> Iterator[str]:
    """What a step has otherwise than its routine, but for the rest between sets, which stands with its dose."""
    usual, own = routine.timing._asdict(), step.dose.timing._asdict()
    others = {name: seconds for name, seconds in own.items() if seconds is not None and seconds != usual[name]}
    pauses = [f"{number(others[name])} s {_PAUSES[name]}" for name in _PAUSES if name in others and name != "rest"]
    if pauses:
        yield f"Pauses here: {', '.join(pauses)}."
    if "count" in others and step.dose.unit is Unit.COUNTS:
        yield f"One count is {number(others['count'])} s here."


def _needs(routine: Routine, exercises: Mapping[str, Exercise]) -> Iterator[Block]:
    things: dict[str, Equipment] = {}
    for step in routine.steps:
        for thing in exercises[step.exercise].in_form(step.variant).equipment:
            known = things.setdefault(thing.name.casefold(), thing)
            instead = tuple(dict.fromkeys((*known.instead, *thing.instead)))
            things[thing.name.casefold()] = known._replace(instead=instead)
    if things:
        yield Bullets(tuple(map(_thing, things.values())))
    else:
        yield Paragraph("No equipment.")


def _thing(thing: Equipment) -> str:
    return f"{thing.name}, or instead of it: {', '.join(thing.instead)}" if thing.instead else thing.name


def _care() -> tuple[str, ...]:
    ask_first = "; ".join(words for _, words in QUESTIONS)
    most = CareSettings().stop_above
    return (
        HELP_AT_ONCE,
        CALL_A_DOCTOR,
        f"Pain above {most} of 10: stop that exercise.",
        f"Ask a doctor or physiotherapist before you begin, if this is so for you: {ask_first}.",
    )


def _step(
    place: int, step: Step, routine: Routine, exercise: Exercise, sources: Mapping[str, Source]
) -> Iterator[Block]:
    """A step: its dose, what the file says besides, how it is done, and what its source says."""
    form = exercise.in_form(step.variant)
    yield Heading(f"{place} {exercise.full_title(step.variant)}")
    yield Paragraph(f"{dose_sentence(step.dose, routine.timing_of(step))} · {_times_a_day(step, routine)}")
    yield from map(Paragraph, _besides(step, routine))
    alike = ((other.exercise, other.variant) == (step.exercise, step.variant) for other in routine.steps)
    first_place = list(alike).index(True) + 1
    if first_place < place:
        yield Paragraph(f"Done as in step {first_place}.")
    else:
        yield Numbered(form.steps)
        yield Cautions(form.cautions)
    yield Paragraph(_published(step, routine, exercise, sources), is_muted=True)


def _besides(step: Step, routine: Routine) -> Iterator[str]:
    if step.group is not None:
        group = routine.groups[step.group]
        rest = f", rest {number(group.rest)} s between" if group.rest else ""
        yield f"Circuit {step.group}: {plural(group.rounds, 'round')}{rest}."
    if step.level is not None:
        yield f"At level {step.level}, whatever the routine’s is."
    yield from _pauses_of(step, routine)
    if step.note:
        yield f"Note: {step.note}"


def _published(step: Step, routine: Routine, exercise: Exercise, sources: Mapping[str, Source]) -> str:
    """What the step's source publishes and leaves open; empty, where the catalogue knows of none.

    A dose that was changed since is not the source's any more, and what it assumed may not hold.
    """
    source_id = step.source or routine.source
    if source_id is None:
        return ""
    of_step = step.source is not None and step.source != routine.source
    title = sources[source_id].title if source_id in sources else source_id
    source = title if of_step else "The source"
    doses = [dose for dose in exercise.doses if dose.source == source_id and dose.variant == step.variant]
    same = [dose for dose in doses if dose.dose == step.dose]
    if not doses:
        return f"Dose from: {title}." if of_step else ""
    if not same:
        return f"{source} gives another dose: {_either(doses)}."
    left_open = [f"{left} → {taken}" for left, taken in zip(same[0].open, same[0].assumed, strict=False)]
    taken = f" Left open → taken: {'; '.join(left_open)}." if left_open else ""
    return f"{source} says: {same[0].published}.{taken}"


def _either(doses: Sequence[PublishedDose]) -> str:
    return ", or: ".join(dict.fromkeys(dose.published for dose in doses))


def _sources(routine: Routine, sources: Mapping[str, Source]) -> Iterator[Block]:
    """Each source that the routine and its steps name: what it is, how it was read, and what to know about it."""
    named = dict.fromkeys(name for name in (routine.source, *(step.source for step in routine.steps)) if name)
    if not named:
        yield Paragraph("No source is named.")
    for place, name in enumerate(named):
        if place:
            yield Gap()
        source = sources.get(name)
        if source is None:
            yield Paragraph(name)
            continue
        yield Paragraph(source_line(source))
        yield Paragraph(source.about)
        yield Bullets(source.notes)
