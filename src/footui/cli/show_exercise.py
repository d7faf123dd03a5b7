"""An exercise in full as JSON: how it is done, and who publishes which dose of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from footui.cli.objects import dose_object, equipment_objects, source_object

if TYPE_CHECKING:
    from footui.core.exercise import Exercise, PublishedDose, Variant
    from footui.storage.catalogue import Catalogue, CatalogueEntry


def exercise_object(entry: CatalogueEntry, exercise: Exercise, catalogue: Catalogue) -> dict[str, Any]:
    """Everything that the file of this exercise says."""
    return {
        "kind": "exercise",
        "id": exercise.id,
        "title": exercise.title,
        "origin": entry.origin.value,
        "path": str(entry.path),
        "hides_shipped": entry.hides_shipped,
        "also": list(exercise.also),
        "about": exercise.about,
        "body_parts": list(exercise.body_parts),
        "position": exercise.position.value,
        "equipment": equipment_objects(exercise.equipment),
        "brief": exercise.brief,
        "steps": list(exercise.steps),
        "cautions": list(exercise.cautions),
        "variants": [_variant_object(exercise, variant) for variant in exercise.variants],
        "doses": [_dose_object(dose, catalogue) for dose in exercise.doses],
        "disagreements": list(exercise.disagreements),
    }


def _variant_object(exercise: Exercise, variant: Variant) -> dict[str, Any]:
    """A variant with everything that holds in it, its own or the exercise's."""
    form = exercise.in_form(variant.id)
    return {
        "id": variant.id,
        "title": variant.title,
        "about": form.about,
        "position": form.position.value,
        "equipment": equipment_objects(form.equipment),
        "brief": form.brief,
        "steps": list(form.steps),
        "cautions": list(form.cautions),
    }


def _dose_object(dose: PublishedDose, catalogue: Catalogue) -> dict[str, Any]:
    return {
        "source": source_object(dose.source, catalogue.sources.get(dose.source)),
        "variant": dose.variant,
        "published": dose.published,
        "open": list(dose.open),
        "assumed": list(dose.assumed),
        "notes": list(dose.notes),
        "dose": None if dose.dose is None else dose_object(dose.dose),
    }
