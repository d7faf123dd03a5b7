"""What is shipped: every exercise, source and routine in order, and each dose the same wherever it stands."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from footui.core.dose import Dose
from footui.core.exercise import Exercise
from footui.core.routine import Routine, Step
from footui.storage.catalogue import Catalogue, load_catalogue
from footui.storage.folders import Folders, shipped_routines
from footui.storage.library import Library

FORMS = {
    "toe-press": {"ball"}, "toe-walk": set(), "ankle-circle": {"lying", "sitting", "both-legs", "leg-out"},
    "band-flex": {"floor", "one-foot"}, "pencil-pickup": {"desk"}, "band-point": {"chair"}, "toe-pull": set(),
    "calf-stretch": {"straight-knee", "bent-knee", "step", "towel", "toes-up"}, "foot-roll": {"golf", "tin"},
    "leg-raise-stretch": set(), "toe-spread": {"band"}, "heel-drop": {"straight-knee", "bent-knee"},
    "heel-raise": {"double", "single", "seated", "step", "single-step", "ball"}, "toe-raise": {"standing", "seated"},
    "single-leg-stand": {"eyes-open", "eyes-closed", "knee-bent"},
}  # fmt: skip
"""The exercises that have forms, or that the five articles name, with the forms that sources name."""

SOURCES_OF = {
    "short-foot": {"kim-lee", "marietta-arch", "nuh-flatfeet", "gooding-2016"}, "toe-yoga": {"phyx", "fhc"},
    "toe-spread": {"aofas-toes", "kim-tso-2015"}, "big-toe-pull": {"spink-2008", "aofas-toes"},
    "toe-squeeze": {"aofas-toes"}, "toe-raise-point-curl": {"aofas-toes"},
    "towel-curl": {"aofas-toes", "alberta-sprain"}, "marble-pickup": {"spink-2008", "pirfect-2017", "aofas-toes"},
    "heel-raise": {
        "sheffield", "spink-2008", "silbernagel-2020", "tayside-six", "apma-2009", "tibpost-video",
        "bmc-achilles-2021", "racgp-ankle", "loadit-2020", "nct06774547",
    },
    "heel-drop": {"nutrients-a2", "bjsm-eccentric", "silbernagel-2020"},
    "towel-heel-raise": {"rathleff-2015", "fix-heel-2020"}, "quick-heel-raise": {"silbernagel-2020"},
    "toe-raise": {"tayside-six", "au-health-tv"},
    "calf-stretch": {
        "ten-exercises-article", "spink-2008", "fife-calf", "alberta-heel", "cuh-heel", "radford-2007", "arc-2004",
        "aruk-sprain",
    },
    "plantar-fascia-stretch": {"digiovanni-2003", "cheshire-aofas", "bytes-heel", "healthwise-arch"},
    "kneeling-toe-stretch": {"cuh-heel", "healthwise-arch"}, "toe-bend": {"alberta-achilles"},
    "ankle-alphabet": {"alberta-sprain", "aruk-sprain"}, "ankle-circle": {"spink-2008", "msk-assist"},
    "ankle-pump": {"rnoh-pumps", "sgh-pumps", "sunnybrook-legs", "hse-sitting", "silbernagel-2020"},
    "knee-swing": {"alberta-sprain"}, "dorsiflexion-hold": {"spink-2008"}, "band-inversion": {"spink-2008"},
    "band-eversion": {"spink-2008", "footeducation"}, "band-flex": {"pirfect-2017"}, "band-point": {"pirfect-2017"},
    "single-leg-stand": {"hse-balance", "nia-balance", "tayside-balance", "racgp-ankle"},
    "one-leg-bend": {"racgp-ankle"}, "tandem-stand": {"tayside-six", "nsw-active"},
    "tandem-walk": {"hse-balance", "nhs-balance", "nia-balance", "newsletter-2013"}, "balance-walk": {"nia-balance"},
    "side-walk": {"hse-balance"}, "grapevine": {"hse-balance"},
    "toe-walk": {"sheffield", "tibpost-video", "newsletter-2013"}, "heel-walk": {"newsletter-2013"},
    "sit-to-stand": {"tayside-six", "nsw-active", "au-health-tv"},
    "foot-roll": {"ten-exercises-article", "aofas-toes", "msk-assist", "bytes-heel", "healthwise-arch"},
    "frozen-bottle-roll": {"healthwise-arch"},
}  # fmt: skip
"""Whose dose, or whose word that there is none, an exercise shows."""

WITHOUT_DOSE = {
    ("short-foot", "kim-lee"), ("toe-spread", "kim-tso-2015"), ("towel-curl", "alberta-sprain"),
    ("heel-drop", "bjsm-eccentric"), ("calf-stretch", "radford-2007"), ("ankle-alphabet", "alberta-sprain"),
    ("ankle-alphabet", "aruk-sprain"), ("ankle-pump", "silbernagel-2020"), ("foot-roll", "bytes-heel"),
}  # fmt: skip
"""Where the source has none, it was not read, or it leaves out what a dose cannot be without."""

PROGRAMMES = ["breakfast-lunch-dinner", "five-feet-exercises", "four-exercises", "ten-exercises", "twenty-minutes"]
"""Those of the five articles."""

PROGRESSIONS = [("heavy-heel-raise-1", "heavy-heel-raise-2", "heavy-heel-raise-3"), ("achilles-1", "achilles-2")]

BEYOND = sorted([
    *(slug for phases in PROGRESSIONS for slug in phases), "after-a-sprain", "heel-drops", "home-feet-and-ankles",
    "sole-stretch", "steady-on-your-feet",
])  # fmt: skip
"""Those of trials, reviews and public bodies."""

ROUTINES = sorted([*PROGRAMMES, *BEYOND])

PROMISES = re.compile(r"\b(cure[sd]?|curing|relieve[sd]?|heal(s|ed|ing)?|guarantee[sd]?)\b", re.IGNORECASE)
NOT_READ = re.compile(r"orthoinfo|otago|mulligan|alfredson-1998|\bNG19\b", re.IGNORECASE)
"""Texts that nobody read for this catalogue: they are no source of it, and nothing in it is said to be theirs."""

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
    texts += [*exercise.also, *exercise.disagreements, *(variant.title for variant in exercise.variants)]
    for dose in exercise.doses:
        texts += [dose.published, *dose.open, *dose.assumed, *dose.notes]
    return texts


def test_the_shipped_catalogue_has_no_problem() -> None:
    assert CATALOGUE.problems == ()


def shipped_texts() -> dict[Path, str]:
    """Every shipped file, comments and all."""
    catalogue = {entry.path.parent for entry in CATALOGUE.entries}
    files = [file for folder in (shipped_routines(), *catalogue) for file in folder.glob("*.toml")]
    return {file: file.read_text(encoding="utf-8") for file in files}


def test_every_exercise_is_there_in_its_forms() -> None:
    assert set(CATALOGUE.exercises) >= {*FORMS, *SOURCES_OF}
    for exercise_id, variants in FORMS.items():
        assert {variant.id for variant in CATALOGUE.exercises[exercise_id].variants} >= variants


@pytest.mark.parametrize(("exercise_id", "sources"), SOURCES_OF.items(), ids=list(SOURCES_OF))
def test_every_source_that_was_read_on_an_exercise_is_on_its_page(exercise_id: str, sources: set[str]) -> None:
    assert {dose.source for dose in CATALOGUE.exercises[exercise_id].doses} >= sources


def test_the_shipped_routines_are_those_of_the_five_articles_and_ten_beyond() -> None:
    assert sorted(path.stem for path in shipped_routines().glob("*.toml")) == ROUTINES


@every_exercise
def test_what_a_source_leaves_open_has_an_answer_each(exercise: Exercise) -> None:
    for dose in exercise.doses:
        assert len(dose.open) == len(dose.assumed)


@every_exercise
def test_every_dose_has_a_source_that_says_what_it_is_and_how_it_was_read(exercise: Exercise) -> None:
    for dose in exercise.doses:
        source = CATALOGUE.sources[dose.source]
        assert source.read is not None, source.id
        assert source.about, source.id


@every_exercise
def test_an_article_of_the_five_has_a_dose_and_so_has_each_source_that_published_one(exercise: Exercise) -> None:
    articles = {shipped_routine(slug).source for slug in PROGRAMMES}
    for dose in exercise.doses:
        assert dose.published
        if dose.source in articles:
            assert dose.dose is not None


def test_nothing_is_made_up_where_no_dose_was_published_or_read() -> None:
    for exercise_id, source in WITHOUT_DOSE:
        doses = [dose for dose in CATALOGUE.exercises[exercise_id].doses if dose.source == source]
        assert doses
        assert all(dose.dose is None for dose in doses), (exercise_id, source)


def test_what_was_only_remembered_is_nobodys_dose() -> None:
    assert not [source for source in CATALOGUE.sources if NOT_READ.search(source)]
    for path, text in shipped_texts().items():
        assert not NOT_READ.search(text), path


def test_where_sources_contradict_each_other_the_page_says_so() -> None:
    for exercise_id in (
        "heel-raise", "plantar-fascia-stretch", "calf-stretch", "ankle-pump", "band-flex", "band-point", "foot-roll",
    ):  # fmt: skip
        assert CATALOGUE.exercises[exercise_id].disagreements, exercise_id


def test_no_text_calls_a_source_by_its_id() -> None:
    ids = re.compile("|".join(name for name in CATALOGUE.sources if any(map(str.isdigit, name))))
    for exercise in CATALOGUE.exercises.values():
        assert not [text for text in texts_of(exercise) if ids.search(text)], exercise.id
    for slug in ROUTINES:
        assert not ids.search(shipped_routine(slug).about), slug


def test_what_is_done_on_the_floor_is_not_told_as_done_on_a_step_alone() -> None:
    routine = shipped_routine("achilles-1")
    (drops,) = [step for step in routine.steps if step.exercise == "heel-drop"]
    how_to = CATALOGUE.exercises["heel-drop"].in_form(drops.variant)
    assert drops.note == "On the floor, at a wall: no step yet."
    assert all("floor" in text for text in how_to.steps if "step" in text)


def test_what_loads_the_tendon_below_a_step_says_for_whom_it_is_not() -> None:
    doses = [dose for each in ("heel-drop", "heel-raise") for dose in CATALOGUE.exercises[each].doses]
    on_a_step = [dose for dose in doses if dose.source == "silbernagel-2020" and "weeks 2–5" in dose.published]
    for dose in on_a_step:
        assert dose.variant == "seated" or any("tendon meets the heel" in note for note in dose.notes), dose.published


@every_exercise
def test_the_brief_fits_in_one_row(exercise: Exercise) -> None:
    for form in (exercise, *(exercise.in_form(variant.id) for variant in exercise.variants)):
        assert 0 < len(form.brief) <= 76
        assert form.body_parts
        assert form.steps


@every_exercise
def test_nothing_is_promised(exercise: Exercise) -> None:
    for text in texts_of(exercise):
        assert not PROMISES.search(text), text


def test_no_source_and_no_routine_promises_anything() -> None:
    for path, text in shipped_texts().items():
        assert not PROMISES.search(text), path


@every_routine
def test_a_routine_says_what_kind_of_source_it_has_and_that_nothing_is_promised(slug: str) -> None:
    routine = shipped_routine(slug)
    assert routine.source in CATALOGUE.sources
    assert "footui promises nothing" in routine.about
    assert re.search(r"\b(article|trial|review|page|sheet)\b", routine.about)


@every_exercise
def test_no_text_is_cut_short_or_unclean(exercise: Exercise) -> None:
    for text in texts_of(exercise):
        assert text == text.strip()
        assert "\ufffd" not in text


def published_for(step: Step, source: str | None) -> list[Dose | None]:
    """The doses that the catalogue has of this source for the step's exercise in its form."""
    doses = CATALOGUE.exercises[step.exercise].doses
    return [dose.dose for dose in doses if (dose.source, dose.variant) == (source, step.variant)]


@pytest.mark.parametrize("slug", PROGRAMMES)
def test_every_step_has_the_dose_that_its_source_publishes(slug: str) -> None:
    routine = shipped_routine(slug)
    for step in routine.steps:
        source = step.source or routine.source
        assert source in CATALOGUE.sources
        assert published_for(step, source) == [step.dose], (slug, step.exercise)


@pytest.mark.parametrize("slug", BEYOND)
def test_every_step_has_a_dose_that_its_source_publishes_for_one_phase_or_another(slug: str) -> None:
    routine = shipped_routine(slug)
    for step in routine.steps:
        assert step.source is None, "all of a routine is of one source"
        assert step.dose in published_for(step, routine.source), (slug, step.exercise)


@pytest.mark.parametrize("slug", BEYOND)
def test_whatever_in_a_routine_may_be_ours_says_whose_it_is(slug: str) -> None:
    text = (shipped_routines() / f"{slug}.toml").read_text(encoding="utf-8")
    for line in text.splitlines():
        if re.match(r"(first|rest|release|change|prepare|transition|weekdays|every_days|slots) = ", line):
            assert re.search(r"# .*(footui's choice|as published)", line), line


@every_routine
def test_every_exercise_with_a_dose_of_a_source_that_routines_follow_is_in_one_of_them(slug: str) -> None:
    source = shipped_routine(slug).source
    following = [routine for routine in map(shipped_routine, ROUTINES) if routine.source == source]
    published = {
        exercise.id
        for exercise in CATALOGUE.exercises.values()
        for dose in exercise.doses
        if dose.source == source and dose.dose is not None
    }
    assert {step.exercise for routine in following for step in routine.steps} == published


@pytest.mark.parametrize("phases", PROGRESSIONS, ids=lambda phases: phases[0])
def test_each_phase_of_a_progression_names_the_next_and_the_last_names_none(phases: tuple[str, ...]) -> None:
    for slug, following in pairwise(phases):
        coming = shipped_routine(following)
        assert f"After two weeks: {coming.title} ({coming.slug})." in shipped_routine(slug).about
    assert "After two weeks" not in shipped_routine(phases[-1]).about


def test_no_two_routines_and_no_two_exercises_have_one_title() -> None:
    for titles in (
        [shipped_routine(slug).title.casefold() for slug in ROUTINES],
        [exercise.title.casefold() for exercise in CATALOGUE.exercises.values()],
    ):
        assert len(set(titles)) == len(titles)
