"""The page of an exercise in panes of every width."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from footui.core.dose import Dose, Range
from footui.core.exercise import Exercise, HowRead, Position, PublishedDose, Source, SourceKind
from footui.screens.exercise_page import exercise_page, problem_rows
from footui.storage.problems import Problem
from footui.widgets.rows import Row, row_width

SOURCES = {
    "article": Source("article", "Five feet exercises", SourceKind.ARTICLE, read=HowRead.WHOLE),
    "leaflet": Source("leaflet", "Super six (NHS Tayside)", SourceKind.PUBLIC_BODY, read=HowRead.PART),
    "trial": Source("trial", "Foot training in runners: protocol", SourceKind.TRIAL, year=2020, read=HowRead.ABSTRACT),
}
WALK = Exercise(
    "walk", "Toe walking", Position.WALKING,
    ("Rise onto your toes.", "Walk without a stop, heels high, back straight."),
    cautions=("Hold on to something if you feel unsteady.",),
    doses=(
        PublishedDose("article", "20 s × 5, 2× a day", open=("length of the breaks",), assumed=("10 s",),
                      notes=("The article calls them small breaks.",), dose=Dose(move=Range(20, 20))),
        PublishedDose("leaflet", "10 steps × 2", dose=Dose(reps=Range(10, 10))),
        PublishedDose("trial", "20 minutes on four days a week, neither sets nor steps"),
    ),
    disagreements=("Steps or seconds.",),
)  # fmt: skip


def text_of(rows: list[Row]) -> list[str]:
    return ["".join(run.text for run in row).rstrip() for row in rows]


@pytest.mark.parametrize("width", [40, 58, 76])
def test_the_page_is_laid_out_for_its_pane(width: int, snapshot: SnapshotAssertion) -> None:
    rows = exercise_page(WALK, SOURCES, ["Mine"], width, marked=1)
    assert "\n".join(text_of(rows)) == snapshot


@pytest.mark.parametrize("width", [40, 76])
def test_the_chosen_source_is_marked_and_no_other(width: int) -> None:
    for marked in range(3):
        rows = text_of(exercise_page(WALK, SOURCES, [], width, marked=marked))
        assert [row for row in rows if "▸" in row] == [row for row in rows if row.startswith("▸")]
        title = SOURCES[WALK.doses[marked].source].title.split()[0]
        assert [row.startswith(f"▸{title}") for row in rows if row.startswith("▸")] == [True]
    assert "▸" not in "".join(text_of(exercise_page(WALK, SOURCES, [], width)))


words = st.text(st.characters(exclude_categories=["C", "Z", "M"]), min_size=1, max_size=60)
sentences = st.lists(words, min_size=1, max_size=8).map(" ".join)


@given(st.integers(1, 130), sentences, sentences, st.lists(sentences, max_size=3))
def test_no_row_is_wider_than_its_pane_and_no_text_is_lost(
    width: int, title: str, published: str, left_open: list[str]
) -> None:
    open_ = tuple(left_open)
    dose = PublishedDose("somebody", published, open=open_, assumed=open_, dose=Dose())
    page = exercise_page(WALK._replace(title=title, doses=(dose,)), SOURCES, [published], width)
    assert max(map(row_width, page)) <= max(20, min(width, 76))
    if width < 56:
        shown = "".join(text_of(page)).replace(" ", "")
        assert all(text.replace(" ", "") in shown for text in (title, published, *left_open))


def test_the_problems_of_a_file_stand_in_place_of_its_page() -> None:
    problem = Problem(str(Path("mine.toml")), 4, 1, "unknown key “rep”.")
    rows = text_of(problem_rows([problem], 40))
    assert rows[0].startswith("! mine.toml:4:1: unknown key")
    assert rows[-1].endswith("each time.")
