"""Reading a routine file: `docs/routine-format.md`, rule by rule, every problem told at once."""

from __future__ import annotations

from typing import Final

from footui.core.dose import ONE, Level, Timing
from footui.core.routine import Group, Routine, Step
from footui.storage.catalogue import Catalogue
from footui.storage.fields import Limits, Table, check_format, check_name, described, no_variant, quoted
from footui.storage.findings import Findings
from footui.storage.problems import did_you_mean
from footui.storage.session_limits import session_too_long
from footui.storage.step_fields import DOSE_KEYS, PAUSE, TIMING_KEYS, read_dose, read_timing
from footui.storage.text_cleaning import clean_line
from footui.storage.toml_source import TomlSource

MOST_STEPS: Final = 200
MOST_IN_A_TITLE: Final = 120
MOST_IN_A_TEXT: Final = 2000
MOST_IN_A_NAME: Final = 120
"""Characters of the name of a slot, a group or a source."""

NO_TITLE: Final = "no title. Write “title” and a text, before the first table."
WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_ROUNDS: Final = Limits("a whole number from 1 to 50", 1, 50, whole=True)
_EVERY_DAYS: Final = Limits("a whole number from 1 to 90", 1, 90, whole=True)

_TOP_KEYS: Final = (
    "format", "title", "about", "source", "slots", "every_days", "weekdays", "level", "timing", "groups",
    "steps",
)  # fmt: skip
_STEP_KEYS: Final = ("exercise", "variant", *DOSE_KEYS, "group", "level", "source", "note")


KeptSteps = dict[str, Step]
"""Steps that were read without a problem, by what their tables and the timings say; for one catalogue."""

MOST_KEPT_STEPS: Final = 2_000


def read_routine(source: TomlSource, slug: str, catalogue: Catalogue, kept: KeptSteps | None = None) -> Routine:
    """The routine that the file means; `slug` is its name without `.toml`.

    Steps that are `kept` are not read again, and those that were read are kept: of a file that changes step by step
    only the changed ones cost anything.

    Raises:
        TomlProblems: with every problem of the file, each at its line and column.
    """
    findings = Findings(source)
    top = Table(source.table, (), findings)
    if check_format(top):
        top.known(*_TOP_KEYS)
        check_name(top, slug, "a routine")
        routine = _routine(top, slug, catalogue, {} if kept is None else kept)
        if not findings and (too_long := session_too_long(routine)):
            findings.in_file(too_long)
        if not findings:
            return routine
    raise findings.as_error()


def _routine(top: Table, slug: str, catalogue: Catalogue, kept: KeptSteps) -> Routine:
    """The routine, with something harmless in the place of whatever is wrong."""
    timing = _timing(top)
    found_before = len(top.findings)
    steps = _steps(top, timing, catalogue, kept)
    steps_are_fine = len(top.findings) == found_before
    groups = _groups(top)
    _check_groups(top, steps, groups)
    routine = Routine(
        slug=slug,
        title=top.text("title", MOST_IN_A_TITLE, required=NO_TITLE) or "",
        steps=tuple(step for _, step in steps),
        about=top.text("about", MOST_IN_A_TEXT) or "",
        source=top.text("source", MOST_IN_A_NAME) or None,
        slots=top.texts("slots", MOST_IN_A_NAME) or (),
        every_days=top.range("every_days", _EVERY_DAYS) or ONE,
        weekdays=_weekdays(top),
        level=top.choice("level", Level) or Level.LOW,
        timing=timing,
        groups=groups,
    )
    if steps_are_fine:
        _check_slots(top, routine)
    return routine


def _timing(top: Table) -> Timing:
    """The `[timing]` table over the defaults."""
    table = top.table("timing")
    if table is None:
        return Timing()
    table.known(*TIMING_KEYS)
    return read_timing(table).over(Timing())


def _weekdays(top: Table) -> tuple[str, ...]:
    """The days of the week, as an alternative to `every_days`."""
    if "weekdays" not in top:
        return ()
    if "every_days" in top:
        top.misplaced("weekdays", "“every_days” and “weekdays” exclude each other: keep one of them.")
    days = top.values["weekdays"]
    if not isinstance(days, list) or not days:
        top.wrong("weekdays", f"“weekdays” takes a list of {', '.join(WEEKDAYS)}; this is {described(days)}.")
        return ()
    for place, day in enumerate(days):
        path = ("weekdays", place)
        if day not in WEEKDAYS:
            hint = did_you_mean(day, WEEKDAYS) if isinstance(day, str) else ""
            top.findings.at_value(path, f"“weekdays” takes {', '.join(WEEKDAYS)}; this is {described(day)}.{hint}")
        elif day in days[:place]:
            top.findings.at_value(path, f"“{day}” stands twice in “weekdays”.")
    return tuple(day for day in WEEKDAYS if day in days)


def _groups(top: Table) -> dict[str, Group]:
    """The circuits, by name."""
    groups: dict[str, Group] = {}
    table = top.table("groups")
    if table is None:
        return groups
    for name in table.values:
        if not name or clean_line(name, MOST_IN_A_NAME) != name:
            table.misplaced(name, f"a group needs a name: a short word, at most {MOST_IN_A_NAME} characters.")
        groups[name] = _group(table.table(name))
    return groups


def _group(table: Table | None) -> Group:
    if table is None:
        return Group(1)
    table.known("rounds", "rest")
    if "rounds" not in table:
        table.lacks("a group needs “rounds”, a whole number from 1 to 50.")
    rounds, rest = table.number("rounds", _ROUNDS), table.number("rest", PAUSE)
    return Group(int(rounds or 1), rest or 0)


def _steps(top: Table, timing: Timing, catalogue: Catalogue, kept: KeptSteps) -> list[tuple[Table, Step]]:
    """Every step, with the table that it was read from."""
    if top.values.get("steps", []) == []:
        top.lacks("no steps. Write at least one under [[steps]].")
    if len(kept) > MOST_KEPT_STEPS:
        kept.clear()
    tables, timings = top.tables("steps", MOST_STEPS, "[[steps]]"), repr(timing)
    return [(table, _kept_step(table, timing, timings, catalogue, kept)) for table in tables]


def _kept_step(table: Table, timing: Timing, timings: str, catalogue: Catalogue, kept: KeptSteps) -> Step:
    """One step, as it was read before if it was."""
    try:
        says = f"{timings}{table.values}"
    except ValueError:  # a number of thousands of digits
        return _step(table, timing, catalogue)
    step = kept.get(says)
    if step is None:
        found_before = len(table.findings)
        step = _step(table, timing, catalogue)
        if len(table.findings) == found_before:
            kept[says] = step
    return step


def _step(table: Table, timing: Timing, catalogue: Catalogue) -> Step:
    """One step."""
    table.known(*_STEP_KEYS)
    exercise, variant = _exercise(table, catalogue)
    return Step(
        exercise=exercise,
        dose=read_dose(table, timing),
        variant=variant,
        group=table.text("group", MOST_IN_A_NAME, empty=False),
        level=table.choice("level", Level),
        source=table.text("source", MOST_IN_A_NAME) or None,
        note=table.text("note", MOST_IN_A_TEXT) or "",
    )


def _exercise(table: Table, catalogue: Catalogue) -> tuple[str, str | None]:
    """The ids of exercise and variant, both known to the catalogue."""
    missing = "a step needs “exercise”, the id of an exercise in the catalogue."
    exercise_id = table.text("exercise", MOST_IN_A_NAME, required=missing)
    variant_id = table.text("variant", MOST_IN_A_NAME, empty=False)
    if exercise_id is None:
        return "", variant_id
    exercise = catalogue.exercises.get(exercise_id)
    if exercise is None:
        broken = catalogue.entry(exercise_id)
        if broken is not None:
            table.wrong("exercise", f"the exercise “{broken.id}” has a problem itself: {broken.problems[0]}")
        else:
            hint = did_you_mean(exercise_id, catalogue.exercises)
            table.wrong("exercise", f"no exercise {quoted(exercise_id)}.{hint}")
    elif variant_id is not None and exercise.variant(variant_id) is None:
        variants = [variant.id for variant in exercise.variants]
        table.wrong("variant", no_variant(exercise.id, variant_id, variants))
    return exercise_id, variant_id


def _check_groups(top: Table, steps: list[tuple[Table, Step]], groups: dict[str, Group]) -> None:
    """Every group is used, every step's group declared, and the steps of a group are neighbours."""
    used: set[str] = set()
    before: str | None = None
    for table, step in steps:
        name = step.group
        if name is not None and name not in groups:
            hint = did_you_mean(name, groups) or " Declare it under [groups] with its “rounds”."
            table.wrong("group", f"no group {quoted(name)}.{hint}")
        elif name is not None and name in used and name != before:
            message = f"the steps of group {quoted(name)} must be neighbours; another step stands between."
            table.wrong("group", message)
        if name is not None:
            used.add(name)
        before = name
    for name in groups:
        if name not in used:
            top.findings.at_key(("groups", name), f"no step uses the group {quoted(name)}.")


def _check_slots(top: Table, routine: Routine) -> None:
    """There are no more names than sessions of a day; fewer are fine."""
    sessions = routine.sessions_per_day(Level.HIGH)
    if len(routine.slots) > sessions:
        names, day = len(routine.slots), "1 session" if sessions == 1 else f"{sessions} sessions"
        top.wrong("slots", f"“slots” names {names} sessions, but the day has {day}.")
