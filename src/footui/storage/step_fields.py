"""The dose of a step: the same keys in a routine's `[[steps]]` and in a dose that the catalogue publishes."""

from __future__ import annotations

from typing import Final

from footui.core.dose import ONE, Dose, Number, Range, Side, Sides, Timing, TimingOverrides, Unit
from footui.storage.fields import Limits, Table, described

SECONDS: Final = Limits("a number of seconds above 0, at most 3,600", 0, 3600, above_least=True)
PAUSE: Final = Limits("a number of seconds from 0 to 3,600", 0, 3600)
COUNTS: Final = Limits("a number of counts above 0, at most 3,600 s long", 0, 10**12, above_least=True)
REPS: Final = Limits("a whole number from 1 to 200", 1, 200, whole=True)
TIMES_PER_DAY: Final = Limits("a whole number from 1 to 12", 1, 12, whole=True)

PAUSE_KEYS: Final = ("prepare", "transition", "change", "release", "rest")
TIMING_KEYS: Final = (*PAUSE_KEYS, "count")
DOSE_KEYS: Final = (
    "hold", "move", "tempo", "unit", "reps", "sets", "sides", "first", "directions", "times_per_day",
    *TIMING_KEYS,
)  # fmt: skip

_KINDS: Final = ("hold", "move", "tempo")
_MOST_IN_A_DIRECTION: Final = 40


def read_timing(table: Table) -> TimingOverrides:
    """The timings that the table sets, in seconds; the others stay None."""
    pauses = {key: table.number(key, PAUSE) for key in PAUSE_KEYS}
    return TimingOverrides(**pauses, count=table.number("count", SECONDS))


def read_dose(table: Table, timing: Timing) -> Dose:
    """The dose that stands in `table`; `timing` is the file's, for the length of a count.

    What is wrong is told to the table's findings; the dose is then of no use.
    """
    _check_kind(table)
    own = read_timing(table)
    unit = table.choice("unit", Unit) or Unit.SECONDS
    count = own.over(timing).count if unit is Unit.COUNTS else None
    return Dose(
        hold=_measured(table, "hold", count),
        move=_measured(table, "move", count),
        tempo=_tempo(table),
        unit=unit,
        reps=table.range("reps", REPS) or ONE,
        sets=table.range("sets", REPS) or ONE,
        sides=table.choice("sides", Sides) or Sides.BOTH,
        first=table.choice("first", (Side.LEFT, Side.RIGHT)) or Side.LEFT,
        directions=_directions(table),
        times_per_day=table.range("times_per_day", TIMES_PER_DAY) or ONE,
        timing=own,
    )


def _check_kind(table: Table) -> None:
    """A step is held, moved, paced or self-paced, and each kind has keys of its own."""
    kinds = [key for key in _KINDS if key in table]
    if len(kinds) > 1:
        for key in kinds[1:]:
            both = f"“{kinds[0]}” and “{key}”"
            table.misplaced(key, f"{both} in one step: it has one of hold, move and tempo, or none of them.")
    elif kinds == ["tempo"]:
        _refuse(table, "unit", "“tempo” takes no “unit”: its three numbers are seconds.")
        _refuse(table, "directions", "“tempo” takes no “directions”: it goes up and comes down.")
    elif not kinds and not table.has_unknown:
        # Beside an unknown key it may just be a `hold` spelt wrongly: that alone is told.
        if "reps" not in table:
            table.lacks("no “hold”, “move” or “tempo”: a step at your own pace needs “reps”.")
        _refuse(table, "unit", "“unit” belongs to “hold” or “move”, and neither is here.")
        _refuse(table, "directions", "“directions” belong to “hold” or “move”, and neither is here.")


def _refuse(table: Table, key: str, message: str) -> None:
    if key in table:
        table.misplaced(key, message)


def _measured(table: Table, key: str, count: Number | None) -> Range | None:
    """A `hold` or `move`; `count` is the length of one count in seconds, None where the unit is seconds."""
    if count is None:
        return table.range(key, SECONDS)
    counts = table.range(key, COUNTS)
    if counts is not None and counts.high * count > SECONDS.most:
        told = f"{described(counts.high)} counts of {described(count)} s"
        table.wrong(key, f"“{key}” is {told}; 3,600 s is the most.")
    return counts


def _tempo(table: Table) -> tuple[Number, Number, Number] | None:
    """Seconds up, held and down."""
    parts = table.row("tempo", 3, PAUSE)
    if parts is None:
        return None
    if not any(parts):
        table.wrong("tempo", "“tempo” is 0 in all three parts; at least one takes time.")
    up, held, down = parts
    return up, held, down


def _directions(table: Table) -> tuple[str, ...]:
    """The directions of a repetition, each done for the full time."""
    directions = table.texts("directions", _MOST_IN_A_DIRECTION)
    if table.values.get("directions") == []:
        table.wrong("directions", "“directions” is empty: give at least one word, or leave it out.")
    return directions or ()
