"""What the page of an exercise says: its forms, its doses source by source, and what kind of sources they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from footui.core.dose import Dose
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
from footui.core.exercise_page import exercise_blocks
from footui.core.page import Block, Cautions, DoseRow, DoseTable, Heading, Note, Numbered, Paragraph, Title

ARTICLES = [Source(name, name.upper(), SourceKind.ARTICLE, read=HowRead.WHOLE) for name in ("one", "two", "three")]
TRIAL = Source("trial", "Heel study", SourceKind.TRIAL, year=2008, reference="doi 10.1", read=HowRead.ABSTRACT)
SOURCES = {source.id: source for source in (*ARTICLES, TRIAL)}


def dose(source: str, **parts: Any) -> PublishedDose:  # noqa: ANN401 - its parts by name
    return PublishedDose(source, "3 × 10", dose=Dose(), **parts)


CURL = Exercise(
    "curl", "Towel curls", Position.SITTING, ("Sit.", "Curl."), also=("scrunches",), about="It may help.",
    body_parts=("toes",), equipment=(Equipment("towel", ("shirt",)),), cautions=("Gently.",),
    variants=(
        Variant("standing", "standing", position=Position.STANDING, equipment=(), steps=("Stand.",)),
        Variant("brief", "in brief", brief="Only in brief."),
    ),
)  # fmt: skip


def page(
    *doses: PublishedDose,
    used_in: Sequence[str] = (),
    variant: str | None = None,
    disagreements: tuple[str, ...] = (),
) -> list[Block]:
    exercise = CURL._replace(doses=doses, disagreements=disagreements)
    return exercise_blocks(exercise, SOURCES, used_in, variant=variant)


def rows(blocks: list[Block]) -> tuple[DoseRow, ...]:
    return next(block for block in blocks if isinstance(block, DoseTable)).rows


def texts(blocks: list[Block]) -> list[str]:
    return [block.text for block in blocks if isinstance(block, Paragraph) and block.text]


def test_the_page_begins_with_what_the_exercise_is_and_how_it_is_done() -> None:
    blocks = page()
    assert blocks[0] == Title("Towel curls")
    assert texts(blocks)[:3] == ["also: scrunches", "sitting · towel (or shirt) · for toes", "It may help."]
    assert Numbered(("Sit.", "Curl.")) in blocks
    assert Cautions(("Gently.",)) in blocks


def test_each_form_says_what_is_otherwise_in_it() -> None:
    blocks = page()
    at = blocks.index(Heading("Standing"))
    assert blocks[at + 1 : at + 3] == [Paragraph("standing · no equipment", is_muted=True), Numbered(("Stand.",))]
    assert blocks[blocks.index(Heading("In brief")) + 1] == Paragraph("Only in brief.")


def test_a_form_that_is_done_as_the_exercise_itself_says_so() -> None:
    plain = CURL._replace(variants=(Variant("eyes-open", "eyes open"),))
    blocks = exercise_blocks(plain, SOURCES, ())
    assert blocks[blocks.index(Heading("Eyes open")) + 1] == Paragraph("Done as above.")


def test_one_form_by_itself_is_shown_as_it_is_done() -> None:
    blocks = page(variant="standing")
    assert blocks[0] == Title("Towel curls · standing")
    assert "standing · no equipment · for toes" in texts(blocks)
    assert Numbered(("Stand.",)) in blocks
    assert not [block for block in blocks if isinstance(block, Heading)]


def test_a_dose_says_what_is_open_and_what_is_taken_for_it() -> None:
    table = rows(page(dose("one", open=("side", "rest"), assumed=("left", "10 s"), variant="standing"), dose("trial")))
    assert table == (
        DoseRow(0, "ONE · standing", "article", "3 × 10", ("side → left", "rest → 10 s")),
        DoseRow(1, "Heel study", "trial", "3 × 10", ("–",)),
    )


def test_a_note_of_several_doses_has_one_mark() -> None:
    blocks = page(dose("one", notes=("Slowly.",)), dose("trial", notes=("By day.", "Slowly.")))
    assert [row.taken for row in rows(blocks)] == [("– ¹",), ("– ²,¹",)]
    assert [block for block in blocks if isinstance(block, Note)] == [Note("¹", "Slowly."), Note("²", "By day.")]


def test_a_source_without_a_dose_to_add_says_so() -> None:
    assert rows(page(PublishedDose("trial", "dose not read")))[0].taken == ("no dose to add",)
    assert "No dose published." in texts(page())


@pytest.mark.parametrize(
    ("sources", "said"),
    [
        (["one"], "The source is a popular article, not a trial."),
        (["one", "two"], "Both are popular articles, not trials."),
        (["one", "two", "two", "three"], "All three are popular articles, not trials."),
    ],
)
def test_popular_articles_are_called_what_they_are(sources: list[str], said: str) -> None:
    assert texts(page(*map(dose, sources)))[-1] == said


def test_sources_of_several_kinds_are_told_one_by_one_with_how_they_were_read() -> None:
    said = texts(page(dose("one"), dose("trial"), dose("two"), dose("A friend")))
    assert said[-3:] == [
        "ONE, TWO · articles · the text or its table of doses was read in full",
        "Heel study · trial, 2008 · only its abstract was read · doi 10.1",
        "Not all of these sources are in the catalogue.",
    ]


def test_disagreements_and_the_routines_that_use_it_stand_at_the_end() -> None:
    said = texts(page(dose("one"), used_in=["Mine", "Twenty minutes"], disagreements=("3 or 5 sets.",)))
    assert said[-2:] == ["Where sources differ: 3 or 5 sets.", "Used in: Mine, Twenty minutes"]
