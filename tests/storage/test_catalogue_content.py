"""What is shipped: every exercise, source and routine in order, and each dose the same wherever it stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from footui.core.exercise import Exercise
from footui.core.routine import Routine
from footui.storage.catalogue import Catalogue, load_catalogue
from footui.storage.folders import Folders, shipped_routines
from footui.storage.library import Library

EXERCISES = {
    "toe-press": {"ball"}, "toe-walk": set(), "ankle-circle": {"lying", "sitting", "both-legs"},
    "band-flex": {"floor", "one-foot"}, "pencil-pickup": set(), "band-point": {"chair"}, "calf-stretch": set(),
    "toe-pull": set(), "foot-roll": set(), "leg-raise-stretch": set(),
}  # fmt: skip
"""The exercises of the five programmes, with the variants that the programmes name."""

ROUTINES = ["breakfast-lunch-dinner", "five-feet-exercises", "four-exercises", "ten-exercises", "twenty-minutes"]

NOWHERE = Folders(Path("/nowhere"), Path("/nowhere"), Path("/nowhere"))
CATALOGUE = load_catalogue(NOWHERE)


def shipped_routine(slug: str, catalogue: Catalogue = CATALOGUE) -> Routine:
    entry = Library.of(NOWHERE, catalogue).find(slug)
    assert entry.problems == ()
    assert entry.routine is not None
    return entry.routine


every_exercise = pytest.mark.parametrize("exercise", CATALOGUE.exercises.values(), ids=lambda exercise: exercise.id)
every_routine = pytest.mark.parametrize("slug", ROUTINES)


def texts_of(exercise: Exercise) -> list[str]:
    """Every sentence of an exercise, as people read it."""
    forms = [exercise, *(exercise.in_form(variant.id) for variant in exercise.variants)]
    texts = [text for form in forms for text in (form.title, form.about, form.brief, *form.steps, *form.cautions)]
    texts += [variant.title for variant in exercise.variants]
    for dose in exercise.doses:
        texts += [dose.published, *dose.open, *dose.assumed, *dose.notes]
    return texts


def test_the_shipped_catalogue_has_no_problem() -> None:
    assert CATALOGUE.problems == ()


def test_every_exercise_of_the_programmes_is_there_in_its_forms() -> None:
    assert set(CATALOGUE.exercises) >= set(EXERCISES)
    for exercise_id, variants in EXERCISES.items():
        assert {variant.id for variant in CATALOGUE.exercises[exercise_id].variants} >= variants


def test_the_shipped_routines_are_the_five() -> None:
    assert sorted(path.stem for path in shipped_routines().glob("*.toml")) == ROUTINES


@every_exercise
def test_what_a_source_leaves_open_has_an_answer_each(exercise: Exercise) -> None:
    for dose in exercise.doses:
        assert len(dose.open) == len(dose.assumed)
        assert dose.source in CATALOGUE.sources
        assert dose.dose is not None


@every_exercise
def test_the_brief_fits_in_one_row(exercise: Exercise) -> None:
    for form in (exercise, *(exercise.in_form(variant.id) for variant in exercise.variants)):
        assert 0 < len(form.brief) <= 76
        assert form.body_parts
        assert form.steps


@every_exercise
def test_nothing_is_promised(exercise: Exercise) -> None:
    for text in texts_of(exercise):
        assert not re.search(r"\b(cures?|relieves?|heals?)\b", text, re.IGNORECASE), text


def test_no_source_and_no_routine_promises_anything() -> None:
    files = [*shipped_routines().glob("*.toml"), *(entry.path.parent / "sources.toml" for entry in CATALOGUE.entries)]
    for path in set(files):
        assert not re.search(r"\b(cures?|relieves?|heals?)\b", path.read_text(encoding="utf-8"), re.IGNORECASE), path


@every_exercise
def test_no_text_is_cut_short_or_unclean(exercise: Exercise) -> None:
    for text in texts_of(exercise):
        assert text == text.strip()
        assert "\ufffd" not in text


@every_routine
def test_every_step_has_the_dose_that_its_source_publishes(slug: str) -> None:
    routine = shipped_routine(slug)
    for step in routine.steps:
        source = step.source or routine.source
        assert source in CATALOGUE.sources
        published = [
            dose.dose
            for dose in CATALOGUE.exercises[step.exercise].doses
            if (dose.source, dose.variant) == (source, step.variant)
        ]
        assert published == [step.dose], (slug, step.exercise)


@every_routine
def test_every_dose_of_a_source_that_a_routine_follows_is_in_it_or_another_form_of_one_that_is(slug: str) -> None:
    routine = shipped_routine(slug)
    in_it = {step.exercise for step in routine.steps}
    published = {
        exercise.id
        for exercise in CATALOGUE.exercises.values()
        for dose in exercise.doses
        if dose.source == routine.source
    }
    assert in_it == published
