"""An exercise as a page: how to, cautions, forms, equipment, and the doses source by source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from footui.core.exercise import HowRead, SourceKind
from footui.core.page import (
    NOTHING_OPEN,
    Block,
    Cautions,
    DoseRow,
    DoseTable,
    Gap,
    Heading,
    Note,
    Numbered,
    Paragraph,
    Title,
)

if TYPE_CHECKING:
    from footui.core.exercise import Equipment, Exercise, PublishedDose, Source, Variant

NO_DOSE: Final = "No dose published."
AS_ABOVE: Final = "Done as above."

_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MANY: Final = {
    SourceKind.ARTICLE: "articles",
    SourceKind.GUIDELINE: "guidelines",
    SourceKind.REVIEW: "reviews",
    SourceKind.TRIAL: "trials",
    SourceKind.PUBLIC_BODY: "public bodies",
}
_NUMBERS: Final = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def exercise_blocks(
    exercise: Exercise, sources: Mapping[str, Source], used_in: Sequence[str], *, variant: str | None = None
) -> list[Block]:
    """The page of an exercise in all its forms, or in the one form `variant`; `used_in` are titles of routines.

    The doses are those of all forms either way, each saying its form.
    """
    form = exercise.in_form(variant)
    blocks: list[Block] = [
        Title(exercise.full_title(variant)),
        *_names(exercise),
        Paragraph(_where(form), is_muted=True),
        Gap(),
        Paragraph(form.about),
        Gap(),
        *_how_to(form.steps, form.cautions),
        *(block for each in exercise.variants if variant is None for block in _variant(exercise, each)),
        Gap(),
        *_doses(exercise, sources),
        Gap(),
        *([Paragraph(f"Used in: {', '.join(used_in)}")] if used_in else []),
    ]
    return blocks


def _kit(equipment: Sequence[Equipment]) -> str:
    """What is needed, each thing with what may stand in for it: “towel (or belt)”, “no equipment”."""
    things = (f"{thing.name} (or {', '.join(thing.instead)})" if thing.instead else thing.name for thing in equipment)
    return ", ".join(things) or "no equipment"


def source_line(source: Source, titles: Sequence[str] = ()) -> str:
    """What a source is, how it was read and what leads to it: “Heel study · trial, 2008 · only its abstract was read”.

    `titles` are those of several that are alike in all this.
    """
    kind = source.kind.value if len(titles) < 2 else _MANY[source.kind]
    what = f"{kind}, {source.year}" if source.year else kind
    read = source.read.words if source.read else ""
    return " · ".join(part for part in (", ".join(titles or (source.title,)), what, read, source.reference) if part)


def _names(exercise: Exercise) -> list[Block]:
    return [Paragraph(f"also: {', '.join(exercise.also)}", is_muted=True)] if exercise.also else []


def _where(form: Exercise) -> str:
    """Position, what it needs, and what it works, in one line."""
    works = f"for {', '.join(form.body_parts)}" if form.body_parts else ""
    return " · ".join(part for part in (form.position.value, _kit(form.equipment), works) if part)


def _how_to(steps: Sequence[str], cautions: Sequence[str]) -> Iterator[Block]:
    if steps:
        yield Numbered(tuple(steps))
    if cautions:
        yield Cautions(tuple(cautions))


def _variant(exercise: Exercise, variant: Variant) -> Iterator[Block]:
    """Another form, with what is otherwise in it."""
    yield Heading(variant.title[:1].upper() + variant.title[1:])
    form = exercise.in_form(variant.id)
    if (form.position, form.equipment) != (exercise.position, exercise.equipment):
        yield Paragraph(f"{form.position.value} · {_kit(form.equipment)}", is_muted=True)
    if variant.about:
        yield Paragraph(variant.about)
    if variant.brief and not variant.steps:
        yield Paragraph(variant.brief)
    how_to = list(_how_to(variant.steps or (), variant.cautions or ()))
    yield from how_to
    if not (how_to or variant.about or variant.brief):
        yield Paragraph(AS_ABOVE)


def _doses(exercise: Exercise, sources: Mapping[str, Source]) -> Iterator[Block]:
    """The table, then what its marks stand for, the kinds of the sources, and where they differ."""
    if not exercise.doses:
        yield Paragraph(NO_DOSE, is_muted=True)
    else:
        marks = _marks(exercise.doses)
        yield DoseTable(tuple(_row(place, dose, exercise, sources, marks) for place, dose in enumerate(exercise.doses)))
        yield from (Note(mark, note) for note, mark in marks.items())
        yield from _kinds(exercise, sources)
    yield from (Paragraph(f"Where sources differ: {each}") for each in exercise.disagreements)


def _marks(doses: Sequence[PublishedDose]) -> dict[str, str]:
    """Every note with its mark; a note of several doses has one."""
    notes = dict.fromkeys(note for dose in doses for note in dose.notes)
    return {note: str(number).translate(_RAISED) for number, note in enumerate(notes, start=1)}


def _row(
    place: int, dose: PublishedDose, exercise: Exercise, sources: Mapping[str, Source], marks: Mapping[str, str]
) -> DoseRow:
    source = sources.get(dose.source)
    variant = exercise.variant(dose.variant)
    title = source.title if source else dose.source
    taken = [f"{left_open} → {assumed}" for left_open, assumed in zip(dose.open, dose.assumed, strict=False)]
    if dose.dose is None:
        taken.append("no dose to add")
    taken = taken or [NOTHING_OPEN]
    if dose.notes:
        taken[-1] += f" {','.join(marks[note] for note in dose.notes)}"
    return DoseRow(
        place=place,
        source=f"{title} · {variant.title}" if variant else title,
        kind=source.kind.value if source else "–",
        published=dose.published,
        taken=tuple(taken),
    )


def _kinds(exercise: Exercise, sources: Mapping[str, Source]) -> Iterator[Block]:
    """What kinds of text the doses come from, said plainly; each by itself, where they are not all alike."""
    named = dict.fromkeys(dose.source for dose in exercise.doses)
    known = [sources[name] for name in named if name in sources]
    alike = all(source.kind is SourceKind.ARTICLE and source.read in {None, HowRead.WHOLE} for source in known)
    if known and alike and len(known) == len(named):
        yield Paragraph(_all_articles(len(known)), is_muted=True)
        return
    alike_ones: dict[object, list[Source]] = {}
    for source in known:
        alike_ones.setdefault(source.reference or (source.kind, source.year, source.read), []).append(source)
    for several in alike_ones.values():
        yield Paragraph(source_line(several[0], [source.title for source in several]), is_muted=True)
    if len(known) < len(named):
        yield Paragraph("Not all of these sources are in the catalogue.", is_muted=True)


def _all_articles(count: int) -> str:
    match count:
        case 1:
            return "The source is a popular article, not a trial."
        case 2:
            return "Both are popular articles, not trials."
        case _:
            number = _NUMBERS[count] if count < len(_NUMBERS) else str(count)
            return f"All {number} are popular articles, not trials."
