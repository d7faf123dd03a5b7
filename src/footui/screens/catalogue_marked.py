"""The exercise that is marked in the catalogue, in which form, and the published dose that is marked in it."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from footui.commands.reasons import NOTHING_FITS, ONE_DOSE, SHIPPED
from footui.core.dose import ONE, Dose
from footui.core.exercise import Exercise, PublishedDose, Variant
from footui.core.routine import Routine, Step
from footui.session import refusals
from footui.storage.catalogue import CatalogueEntry
from footui.storage.listing import Origin
from footui.storage.step_text import step_of

NO_DOSE: Final = "No dose is published here. Choose another source with ] or fill in your own in the builder."
NO_DOSE_AT_ALL: Final = "No dose is published for it. Add it in the builder, with a dose of your own."


class ChosenDose(NamedTuple):
    """A dose that a source publishes for an exercise in one of its forms."""

    exercise: Exercise
    variant: str | None
    dose: Dose
    source: str

    @property
    def title(self) -> str:
        """The exercise and its form: “Ankle circles · lying”."""
        return self.exercise.full_title(self.variant)

    @property
    def step(self) -> dict[str, Any]:
        """The same as a step of a routine's file, with its source."""
        return step_of(self.exercise.id, self.variant, self.dose, self.source)

    @property
    def trial(self) -> Routine:
        """One set of it at its lowest, as a routine of one step."""
        once = self.dose.lowest._replace(sets=ONE, times_per_day=ONE)
        return Routine(self.exercise.id, self.title, (Step(self.exercise.id, once, self.variant),))


class Marked(NamedTuple):
    """What the commands of the catalogue act on; `dose` is a place among the exercise's doses."""

    entry: CatalogueEntry
    variant: str | None = None
    dose: int | None = None

    @classmethod
    def of(cls, entry: CatalogueEntry, variant: str | None = None) -> Marked:
        """The first dose of this form that can be taken; else one of another form, else the first there is."""
        doses = list(enumerate(entry.exercise.doses if entry.exercise else ()))
        known = [place for place, dose in doses if dose.dose is not None]
        of_form = [place for place in known if doses[place][1].variant == variant]
        return cls(entry, variant, next(iter((*of_form, *known, *(place for place, _ in doses))), None))

    @property
    def doses(self) -> tuple[PublishedDose, ...]:
        """The doses to choose from."""
        return self.entry.exercise.doses if self.entry.exercise else ()

    @property
    def published(self) -> PublishedDose | None:
        """The marked dose, as published."""
        return None if self.dose is None or self.dose >= len(self.doses) else self.doses[self.dose]

    @property
    def chosen(self) -> ChosenDose | None:
        """The marked dose; it is of the form that is shown, where its source names none. None where none is known."""
        exercise, published = self.entry.exercise, self.published
        if exercise is None or published is None or published.dose is None:
            return None
        return ChosenDose(exercise, published.variant or self.variant, published.dose, published.source)

    @property
    def variants(self) -> tuple[Variant, ...]:
        """The exercise's other forms."""
        return self.entry.exercise.variants if self.entry.exercise else ()

    @property
    def is_own(self) -> bool:
        """Whether the person wrote it."""
        return self.entry.origin is Origin.OWN

    def with_next_variant(self) -> Marked:
        """The same exercise in its next form; after the last the exercise itself."""
        forms = [None, *(variant.id for variant in self.variants)]
        return Marked.of(self.entry, forms[(forms.index(self.variant) + 1) % len(forms)])

    def with_source(self, by: int) -> Marked:
        """Another dose, so many down the page; after the last comes the first."""
        return self._replace(dose=((self.dose or 0) + by) % len(self.doses))

    def in_entry(self, entry: CatalogueEntry) -> Marked:
        """The same marks in a file that was read anew, where it still has them."""
        again = Marked(entry, self.variant, self.dose)
        has_variant = self.variant is None or any(variant.id == self.variant for variant in again.variants)
        return again if has_variant and again.published is not None else Marked.of(entry)


def why_not_marked(command_id: str, marked: Marked | None) -> str | None:
    """Why a command of the catalogue cannot be done with what is marked; None where it can."""
    if command_id == "exercise.new":
        return None
    if marked is None:
        return NOTHING_FITS
    match command_id:
        case "exercise.add" | "exercise.try":
            return _why_no_step(marked)
        case "exercise.variant" if not marked.variants:
            return refusals.ONE_FORM.format(title=marked.entry.title)
        case "exercise.source_before" | "exercise.source_after" if len(marked.doses) < 2:
            return ONE_DOSE
        case "exercise.edit" | "exercise.delete" | "edit.external" if not marked.is_own:
            return SHIPPED
        case "exercise.copy" | "exercise.edit" if marked.entry.exercise is None:
            return _broken(marked.entry)
    return None


def _why_no_step(marked: Marked) -> str | None:
    if marked.entry.exercise is None:
        return _broken(marked.entry)
    if marked.chosen is not None:
        return None
    return NO_DOSE if any(published.dose is not None for published in marked.doses) else NO_DOSE_AT_ALL


def _broken(entry: CatalogueEntry) -> str:
    """Why a broken exercise can do nothing but be opened."""
    return f"This exercise has a problem: line {entry.problems[0].line}. E opens it."
