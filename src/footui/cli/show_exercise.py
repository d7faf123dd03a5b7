"""An exercise in full: how it is done, and who publishes which dose of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from footui.cli.objects import dose_object, equipment_objects, source_object
from footui.cli.tables import boxed, paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from footui.core.exercise import Equipment, Exercise, PublishedDose, Variant
    from footui.storage.catalogue import Catalogue, CatalogueEntry

_DOSE_COLUMNS = (20, 25, 25)
_KINDS = {"article": "popular article"}
_NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def exercise_object(entry: CatalogueEntry, catalogue: Catalogue) -> dict[str, Any]:
    """Everything that the file says; the entry has no problems."""
    exercise = _exercise_of(entry)
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
    }


def _exercise_of(entry: CatalogueEntry) -> Exercise:
    assert entry.exercise is not None, entry.problems  # noqa: S101 - `show` has refused such an entry
    return entry.exercise


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


def exercise_page(entry: CatalogueEntry, catalogue: Catalogue) -> list[str]:
    """The exercise as a page of at most 76 columns; the entry has no problems."""
    exercise = _exercise_of(entry)
    hides = ", hides the shipped one" if entry.hides_shipped else ""
    groups = [
        [exercise.title, *_facts(exercise)],
        paragraph(exercise.about),
        ["How to", *_numbered(exercise.steps)],
        _part("Cautions", _cautions(exercise.cautions, indent="  ")),
        _part("Equipment", [line for thing in exercise.equipment for line in paragraph(_thing(thing), indent="  ")]),
        _part("Variants", [line for variant in exercise.variants for line in _variant_lines(exercise, variant)]),
        _dose_lines(exercise, catalogue),
        [f"{entry.origin.value.capitalize()}{hides}: {entry.path}"],
    ]
    return [line for group in groups if group for line in (*group, "")][:-1]


def _part(heading: str, lines: list[str]) -> list[str]:
    return [heading, *lines] if lines else []


def _facts(exercise: Exercise) -> list[str]:
    facts = [exercise.id, exercise.position.value, "" if exercise.equipment else "no equipment"]
    lines = paragraph(" · ".join(filter(None, facts)))
    if exercise.also:
        lines += paragraph(f"also: {', '.join(exercise.also)}", indent="  ", first="")
    if exercise.body_parts:
        lines += paragraph(f"for: {', '.join(exercise.body_parts)}", indent="  ", first="")
    return lines


def _numbered(texts: Sequence[str]) -> list[str]:
    lines = []
    for place, text in enumerate(texts, start=1):
        lines += paragraph(text, indent="     ", first=f"{place:>3}. ")
    return lines


def _cautions(texts: Sequence[str], indent: str) -> list[str]:
    return [line for text in texts for line in paragraph(text, indent=f"{indent}  ", first=f"{indent}! ")]


def _thing(thing: Equipment) -> str:
    return f"{thing.name}; instead: {' or '.join(thing.instead)}" if thing.instead else thing.name


def _variant_lines(exercise: Exercise, variant: Variant) -> list[str]:
    """A variant, with what is otherwise in it."""
    lines = paragraph(f"{variant.id}: {variant.title}", indent="    ", first="  ")
    if variant.position is not None and variant.position is not exercise.position:
        lines += paragraph(f"{variant.position.value.capitalize()}.", indent="    ")
    if variant.equipment is not None:
        things = "; ".join(map(_thing, variant.equipment)) or "none"
        lines += paragraph(f"Equipment: {things}.", indent="    ")
    for text in variant.steps or ((variant.brief,) if variant.brief else ()):
        lines += paragraph(text, indent="    ")
    return lines + _cautions(variant.cautions or (), indent="    ")


def _dose_lines(exercise: Exercise, catalogue: Catalogue) -> list[str]:
    """The published doses as a table, each with its notes below it."""
    if not exercise.doses:
        return []
    head = ("Doses by source", "as published", "open → taken")
    lines = boxed([head], _DOSE_COLUMNS)
    for dose in exercise.doses:
        source = catalogue.sources.get(dose.source)
        title = source.title if source else dose.source
        variant = exercise.variant(dose.variant)
        name = f"{title} · {variant.title}" if variant else title
        taken = [f"{left_open} → {assumed}" for left_open, assumed in zip(dose.open, dose.assumed, strict=True)]
        lines += boxed([(name, dose.published, "; ".join(taken) or "–")], _DOSE_COLUMNS)
        lines += [line for note in dose.notes for line in paragraph(note, indent="    ", first="  ")]
    return [*lines, _kinds(exercise, catalogue)]


def _kinds(exercise: Exercise, catalogue: Catalogue) -> str:
    """What kind of texts the doses come from, in one sentence."""
    known = [catalogue.sources[dose.source] for dose in exercise.doses if dose.source in catalogue.sources]
    sources = {source.id: source for source in known}
    kinds = sorted({source.kind for source in sources.values()})
    if len(sources) < len({dose.source for dose in exercise.doses}):
        return "Not all of these sources are in the catalogue."
    if kinds == ["article"]:
        if len(sources) == 1:
            return "The source is a popular article, not a trial."
        number = _NUMBERS[len(sources)] if len(sources) < len(_NUMBERS) else str(len(sources))
        return f"All {number} are popular articles, not trials."
    return f"Kinds of sources: {', '.join(_KINDS.get(kind, kind) for kind in kinds)}."
