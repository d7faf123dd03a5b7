"""Reading an exercise file of the catalogue, and the file of the sources that doses come from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from footui.core.dose import Dose, Timing
from footui.core.exercise import (
    Equipment,
    Exercise,
    HowRead,
    Position,
    PublishedDose,
    Source,
    SourceKind,
    Variant,
)
from footui.storage.fields import Limits, Table, check_format, check_name, no_variant, quoted
from footui.storage.findings import Findings
from footui.storage.problems import did_you_mean
from footui.storage.slug import SLUG_RULE, is_slug
from footui.storage.step_fields import DOSE_KEYS, read_dose
from footui.storage.toml_source import TomlSource

MOST_IN_A_TITLE: Final = 120
MOST_IN_A_BRIEF: Final = 76
"""Characters of the one row that is shown while the exercise runs."""
MOST_IN_A_TEXT: Final = 2000
MOST_IN_A_LINE: Final = 500
"""Characters of one instruction, caution or note."""
MOST_IN_A_NAME: Final = 120
MOST_OF_EACH: Final = 50
"""Variants, doses and things of equipment of one exercise."""

_FORM_KEYS: Final = ("about", "position", "equipment", "brief", "steps", "cautions")
_TOP_KEYS: Final = ("format", "title", "also", "body_parts", *_FORM_KEYS, "variants", "doses", "disagreements")
_DOSE_KEYS: Final = ("source", "variant", "published", "open", "assumed", "notes", "dose")
_YEAR: Final = Limits("a year", 1, 9999, whole=True)


def read_exercise(source: TomlSource, exercise_id: str, sources: Mapping[str, Source] | None) -> Exercise:
    """The exercise that the file describes; its id is the name of the file without `.toml`.

    Its doses may name the `sources` there are; without them that is not looked at.

    Raises:
        TomlProblems: with every problem of the file, each at its line and column.
    """
    findings = Findings(source)
    top = Table(source.table, (), findings)
    if check_format(top):
        top.known(*_TOP_KEYS)
        check_name(top, exercise_id, "an exercise")
        exercise = _exercise(top, exercise_id, sources)
        if not findings:
            return exercise
    raise findings.as_error()


def _exercise(top: Table, exercise_id: str, sources: Mapping[str, Source] | None) -> Exercise:
    """The exercise, with something harmless in the place of whatever is wrong."""
    if "position" not in top:
        top.lacks(f"no position. Write “position” and one of {', '.join(Position)}.")
    if top.values.get("steps", []) == []:
        top.lacks("no steps. Write “steps” and a list of sentences: how the exercise is done.")
    variants = _variants(top)
    return Exercise(
        id=exercise_id,
        title=top.text("title", MOST_IN_A_TITLE, required="no title. Write “title” and a text.") or "",
        position=top.choice("position", Position) or Position.STANDING,
        steps=top.texts("steps", MOST_IN_A_LINE) or (),
        also=top.texts("also", MOST_IN_A_NAME) or (),
        about=top.text("about", MOST_IN_A_TEXT) or "",
        body_parts=top.texts("body_parts", MOST_IN_A_NAME) or (),
        equipment=_equipment(top) or (),
        brief=top.text("brief", MOST_IN_A_BRIEF) or "",
        cautions=top.texts("cautions", MOST_IN_A_LINE) or (),
        variants=variants,
        doses=_doses(top, exercise_id, [variant.id for variant in variants], sources),
        disagreements=top.texts("disagreements", MOST_IN_A_LINE) or (),
    )


def _equipment(table: Table) -> tuple[Equipment, ...] | None:
    """The things needed; None where the table says nothing of them."""
    if "equipment" not in table:
        return None
    things = []
    for thing in table.tables("equipment", MOST_OF_EACH, '{ name = "…" }'):
        thing.known("name", "instead")
        name = thing.text("name", MOST_IN_A_NAME, required="a thing of “equipment” needs a “name”.")
        things.append(Equipment(name or "", thing.texts("instead", MOST_IN_A_NAME) or ()))
    return tuple(things)


def _variants(top: Table) -> tuple[Variant, ...]:
    """The other forms, in the order of the file."""
    table = top.table("variants")
    return tuple(_variant(table, key) for key in table.values) if table else ()


def _variant(variants: Table, variant_id: str) -> Variant:
    """One other form; what it leaves out is as in the exercise."""
    if not is_slug(variant_id):
        variants.misplaced(
            variant_id,
            f"{quoted(variant_id)} cannot be the id of a variant: {SLUG_RULE}.",
        )
    table = variants.table(variant_id)
    if table is None:
        return Variant(variant_id, "")
    table.known("title", *_FORM_KEYS)
    if table.values.get("steps") == []:
        table.wrong("steps", "“steps” is empty: give at least one sentence, or leave it out.")
    return Variant(
        id=variant_id,
        title=table.text("title", MOST_IN_A_TITLE, empty=False) or variant_id.replace("-", " "),
        about=table.text("about", MOST_IN_A_TEXT),
        position=table.choice("position", Position),
        equipment=_equipment(table),
        brief=table.text("brief", MOST_IN_A_BRIEF),
        steps=table.texts("steps", MOST_IN_A_LINE),
        cautions=table.texts("cautions", MOST_IN_A_LINE),
    )


def _doses(
    top: Table, exercise_id: str, variants: list[str], sources: Mapping[str, Source] | None
) -> tuple[PublishedDose, ...]:
    """The doses published for this exercise."""
    doses = []
    unpublished = "a dose needs “published”: the dose as the source gives it."
    for table in top.tables("doses", MOST_OF_EACH, "[[doses]]"):
        table.known(*_DOSE_KEYS)
        variant = table.text("variant", MOST_IN_A_NAME, empty=False)
        if variant is not None and variant not in variants:
            table.wrong("variant", no_variant(exercise_id, variant, variants))
        left_open, assumed = _open_and_assumed(table)
        doses.append(
            PublishedDose(
                source=_source_id(table, sources),
                published=table.text("published", MOST_IN_A_LINE, required=unpublished) or "",
                variant=variant,
                open=left_open,
                assumed=assumed,
                notes=table.texts("notes", MOST_IN_A_LINE) or (),
                dose=_dose(table),
            )
        )
    return tuple(doses)


def _source_id(table: Table, sources: Mapping[str, Source] | None) -> str:
    """The id of a known source, or a few words on one."""
    missing = "a dose needs “source”: the id of a source, or a few words."
    source = table.text("source", MOST_IN_A_NAME, required=missing)
    if source is not None and sources is not None and source not in sources and " " not in source:
        table.wrong("source", f"no source {quoted(source)}; a few words are fine too.{did_you_mean(source, sources)}")
    return source or ""


def _open_and_assumed(table: Table) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the source leaves open, and what is taken for each of it."""
    left_open = table.texts("open", MOST_IN_A_LINE) or ()
    assumed = table.texts("assumed", MOST_IN_A_LINE) or ()
    if len(left_open) != len(assumed):
        message = f"“open” holds {len(left_open)} and “assumed” {len(assumed)}: there must be as many of each."
        if "assumed" in table:
            table.wrong("assumed", message)
        else:
            table.wrong("open", message)
    return left_open, assumed


def _dose(table: Table) -> Dose | None:
    """The dose as keys of a step."""
    dose = table.table("dose")
    if dose is None:
        return None
    dose.known(*DOSE_KEYS)
    return read_dose(dose, Timing())


def read_sources(source: TomlSource) -> dict[str, Source]:
    """The sources of `sources.toml`, by id.

    Raises:
        TomlProblems: with every problem of the file, each at its line and column.
    """
    findings = Findings(source)
    top = Table(source.table, (), findings)
    sources = {}
    for source_id in top.values:
        if not is_slug(source_id):
            top.misplaced(source_id, f"{quoted(source_id)} cannot be the id of a source: {SLUG_RULE}.")
        table = top.table(source_id)
        if table is not None:
            sources[source_id] = _source(table, source_id)
    if findings:
        raise findings.as_error()
    return sources


def _source(table: Table, source_id: str) -> Source:
    """One source."""
    table.known("title", "kind", "about", "year", "notes", "reference", "read")
    year = table.number("year", _YEAR)
    if "kind" not in table:
        table.lacks(f"a source needs a “kind”: {', '.join(SourceKind)}.")
    return Source(
        id=source_id,
        title=table.text("title", MOST_IN_A_TITLE, required="a source needs a “title”.") or "",
        kind=table.choice("kind", SourceKind) or SourceKind.ARTICLE,
        about=table.text("about", MOST_IN_A_TEXT) or "",
        year=None if year is None else int(year),
        notes=table.texts("notes", MOST_IN_A_LINE) or (),
        reference=table.text("reference", MOST_IN_A_LINE) or "",
        read=table.choice("read", HowRead),
    )
