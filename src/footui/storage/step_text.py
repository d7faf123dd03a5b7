"""A step as the keys of a routine's `[[steps]]`: what `step_fields.read_dose` reads, the other way round."""

from __future__ import annotations

from typing import Any

from footui.core.dose import ONE, Dose, Number, Range, Side, Sides, Unit


def step_of(exercise_id: str, variant: str | None, dose: Dose, source: str | None = None) -> dict[str, Any]:
    """The table of a step with this dose, its keys in the order of `docs/routine-format.md`.

    Only what differs from the defaults is there; read with the same `[timing]` it gives the same dose.
    """
    step: dict[str, Any] = {"exercise": exercise_id}
    if variant is not None:
        step["variant"] = variant
    step |= dose_keys(dose)
    if source:
        step["source"] = source
    return step


def dose_keys(dose: Dose) -> dict[str, Any]:
    """The keys that say this dose, in their order; `reps` also where it is 1, if nothing else says how much."""
    measured = {name: _span(each) for name, each in (("hold", dose.hold), ("move", dose.move)) if each is not None}
    keys: dict[str, Any] = {**measured}
    if dose.tempo is not None:
        keys["tempo"] = [plain_number(seconds) for seconds in dose.tempo]
    if dose.unit is not Unit.SECONDS:
        keys["unit"] = dose.unit.value
    if dose.reps != ONE or dose.is_self_paced:
        keys["reps"] = _span(dose.reps)
    if dose.sets != ONE:
        keys["sets"] = _span(dose.sets)
    if dose.sides is not Sides.BOTH:
        keys["sides"] = dose.sides.value
    if dose.first is not Side.LEFT:
        keys["first"] = dose.first.value
    if dose.directions:
        keys["directions"] = list(dose.directions)
    if dose.times_per_day != ONE:
        keys["times_per_day"] = _span(dose.times_per_day)
    keys |= {name: plain_number(value) for name, value in dose.timing._asdict().items() if value is not None}
    return keys


def plain_number(number: Number) -> Number:
    """A number as people write it: 5 for 5.0."""
    return int(number) if isinstance(number, float) and number.is_integer() else number


def _span(amount: Range) -> Number | list[Number]:
    """A number, or the two ends of a range."""
    if amount.is_single:
        return plain_number(amount.low)
    return [plain_number(amount.low), plain_number(amount.high)]
