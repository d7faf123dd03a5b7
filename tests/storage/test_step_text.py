"""A dose as keys of a step is the same dose when it is read."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from footui.core.dose import Dose, Range, Side, Sides, Timing, TimingOverrides, Unit
from footui.storage.catalogue import load_catalogue
from footui.storage.fields import Table
from footui.storage.findings import Findings
from footui.storage.folders import Folders
from footui.storage.routine_file import _STEP_KEYS
from footui.storage.step_fields import read_dose
from footui.storage.step_text import dose_keys, step_of
from footui.storage.toml_source import parse_toml
from tests.strategies import doses


def read(keys: dict[str, object]) -> Dose:
    """The dose that a step with these keys has."""
    source = parse_toml(b"", "step")
    findings = Findings(source)
    dose = read_dose(Table(keys, (), findings), Timing())
    assert not findings, findings.as_error().problems
    return dose


@given(doses())
def test_every_dose_is_read_back_as_it_was(dose: Dose) -> None:
    assert read(dose_keys(dose)) == dose


@given(doses(), st.none() | st.just("lying"), st.none() | st.just("four-exercises"))
def test_keys_stand_in_the_order_of_the_documentation(dose: Dose, variant: str | None, source: str | None) -> None:
    keys = list(step_of("toe-press", variant, dose, source))
    assert keys == [key for key in _STEP_KEYS if key in keys]
    assert ("variant" in keys, "source" in keys) == (variant is not None, source is not None)


def test_every_published_dose_can_be_written_as_a_step(tmp_path: Path) -> None:
    catalogue = load_catalogue(Folders(tmp_path, tmp_path, tmp_path))
    published = [(exercise, dose) for exercise in catalogue.exercises.values() for dose in exercise.doses if dose.dose]
    assert len(published) > 20
    for exercise, dose in published:
        assert dose.dose is not None
        step = step_of(exercise.id, dose.variant, dose.dose, dose.source)
        assert (
            read({key: value for key, value in step.items() if key not in ("exercise", "variant", "source")})
            == dose.dose
        )


def test_only_what_differs_from_the_defaults_is_written() -> None:
    dose = Dose(move=Range.of(20), sets=Range.of(5))
    assert step_of("toe-walk", None, dose, "five-feet-exercises") == {
        "exercise": "toe-walk",
        "move": 20,
        "sets": 5,
        "source": "five-feet-exercises",
    }


def test_everything_a_dose_can_say_is_written_as_people_write_it() -> None:
    dose = Dose(
        hold=Range(2.0, 4.5),
        unit=Unit.COUNTS,
        reps=Range(8, 12),
        sides=Sides.EACH,
        first=Side.RIGHT,
        directions=("in", "out"),
        times_per_day=Range.of(3),
        timing=TimingOverrides(release=0, count=2.0),
    )
    step = step_of("ankle-circle", "lying", dose)
    assert list(step.items()) == [
        ("exercise", "ankle-circle"), ("variant", "lying"), ("hold", [2, 4.5]), ("unit", "counts"), ("reps", [8, 12]),
        ("sides", "each"), ("first", "right"), ("directions", ["in", "out"]), ("times_per_day", 3),
        ("release", 0), ("count", 2),
    ]  # fmt: skip
    assert isinstance(step["count"], int)


def test_at_ones_own_pace_the_repetitions_are_always_there() -> None:
    assert dose_keys(Dose()) == {"reps": 1}
