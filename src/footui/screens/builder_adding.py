"""Adding a step in the builder: which exercise, in which form, and whose dose; it is then open to be changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from footui.core.exercise import Exercise, PublishedDose, Source
from footui.core.finding import Index
from footui.core.wording import dose_sentence, plural, span
from footui.screens.builder_edits import names_of
from footui.screens.builder_steps import BuilderSteps
from footui.screens.finding_question import Found
from footui.screens.step_form import StepForm
from footui.storage.catalogue import Catalogue
from footui.storage.step_text import step_of

ASK_EXERCISE = "Which exercise?"
OWN_DOSE = "your own: fill it in"


class BuilderAdding(BuilderSteps):
    """Asks for what a new step is to be."""

    _index: Index | None = None
    _indexed: Catalogue | None = None
    _exercises: Sequence[Exercise] = ()

    def do_step_add(self) -> None:
        """Find an exercise; the step comes below the present one."""
        place = self.place
        at = self.steps_count if place is None else place + 1
        index = self._finding_index()
        found: list[int] = []

        def find(text: str) -> list[Found]:
            found[:] = index.find(text)
            return [_as_found(self._exercises[each]) for each in found]

        def none(text: str) -> str:
            nearest = index.nearest(text)
            return "Nothing fits." if nearest is None else f"Nothing fits. Nearest: {self._exercises[nearest].title}."

        self.find(ASK_EXERCISE, find, lambda chosen: self._ask_form(at, self._exercises[found[chosen]]), none)

    def _finding_index(self) -> Index:
        """The index of all exercises, made when it is first asked for."""
        catalogue = self._reader.catalogue
        if self._index is None or self._indexed is not catalogue:
            usable = [entry.exercise for entry in catalogue.entries if entry.exercise is not None]
            self._exercises, self._indexed, self._index = usable, catalogue, Index(usable)
        return self._index

    def _ask_form(self, at: int, exercise: Exercise) -> None:
        """In which form, where there are several; the one that the routine's source has is proposed."""
        if not exercise.variants:
            self._ask_dose(at, exercise, None)
            return
        ids: list[str | None] = [None, *(each.id for each in exercise.variants)]
        titles = [_doses_beside(exercise, each, exercise.full_title(each)) for each in ids]
        own = next((dose.variant for dose in exercise.doses if dose.source == self._source), None)
        proposed = ids.index(own) if own in ids else 0
        self.choose("In which form?", titles, lambda chosen: self._ask_dose(at, exercise, ids[chosen]), proposed)

    def _ask_dose(self, at: int, exercise: Exercise, variant: str | None) -> None:
        """Whose dose: those published for this form, then one's own."""
        doses = _doses_of(exercise, variant)
        if not doses:
            self._type_step(at, {"exercise": exercise.id, **({"variant": variant} if variant else {})})
            return
        sources = self._reader.catalogue.sources
        choices = [f"{_source_words(dose, sources.get(dose.source))}: {_dose_words(dose)}" for dose in doses]
        proposed = next((place for place, dose in enumerate(doses) if dose.source == self._source), 0)

        def take(chosen: int) -> None:
            published = doses[chosen] if chosen < len(doses) else None
            if published is None or published.dose is None:
                self._type_step(at, {"exercise": exercise.id, **({"variant": variant} if variant else {})})
            else:
                self._type_step(at, step_of(exercise.id, variant, published.dose, published.source))

        self.choose(f"{exercise.full_title(variant)}: whose dose?", [*choices, OWN_DOSE], take, proposed)

    def _type_step(self, at: int, keys: dict[str, Any]) -> None:
        """Open the new step; it is in the file when it is taken. Within a circuit it belongs to it."""
        names = names_of(self.draft.table)
        if 0 < at < len(names) and names[at - 1] is not None and names[at - 1] == names[at]:
            keys["group"] = names[at]
        self.marks = frozenset()
        self.type_in(StepForm(self.around, at, keys))

    @property
    def _source(self) -> object:
        return self.draft.table.get("source")


def _as_found(exercise: Exercise) -> Found:
    parts = ", ".join(exercise.body_parts[:3])
    return Found(exercise.title, parts)


def _doses_of(exercise: Exercise, variant: str | None) -> list[PublishedDose]:
    """The doses published for this form that could be written down."""
    return [dose for dose in exercise.doses if dose.variant == variant and dose.dose is not None]


def _doses_beside(exercise: Exercise, variant: str | None, title: str) -> str:
    """“Ankle circles · lying (2 doses)”."""
    count = len(_doses_of(exercise, variant))
    return f"{title} ({plural(count, 'dose') if count else 'no dose published'})"


def _source_words(dose: PublishedDose, source: Source | None) -> str:
    """“Five easy foot exercises (article)”."""
    return f"{source.title} ({source.kind})" if source else dose.source


def _dose_words(published: PublishedDose) -> str:
    """“hold 3 counts × 10, 3× a day”."""
    dose = published.dose
    if dose is None:
        return published.published
    times = span(dose.times_per_day)
    return dose_sentence(dose) + (f", {times}× a day" if times != "1" else "")
