"""Text beside and below the number: nothing of it is lost, and what there is more is said."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from footui.widgets.brief import Brief
from footui.widgets.reading import Reading
from footui.widgets.role import Role
from footui.widgets.rows import Row, Run, row_width

WORDS = st.lists(st.sampled_from(["toes", "a", "carefully", "lift", "heels"]), min_size=1, max_size=30).map(" ".join)
COUNT: Row = (Run("repetition 3 of 5", Role.MUTED),)


def texts(rows: object) -> list[str]:
    """The rows as text."""
    assert isinstance(rows, list)
    return ["".join(run.text for run in row) for row in rows]


def test_the_count_stands_at_the_end_of_the_first_row() -> None:
    brief = Brief()
    brief.set("Grip the pencil with your toes, lift it, and hold it.\nShoes off.", count=COUNT)
    assert texts(brief.picture(58, 3)) == [
        "Grip the pencil with your toes, lift     repetition 3 of 5",
        "it, and hold it.",
        "Shoes off.",
    ]


def test_without_text_the_count_is_there() -> None:
    brief = Brief()
    brief.set("", count=COUNT)
    assert texts(brief.picture(30, 1)) == ["             repetition 3 of 5"]


@given(WORDS, st.integers(24, 80), st.integers(1, 6), st.booleans())
def test_a_brief_never_leaves_its_place_and_loses_no_word_where_there_is_room(
    text: str, width: int, height: int, counted: bool
) -> None:
    brief = Brief()
    brief.set(text, count=COUNT if counted else ())
    rows = texts(list(brief.picture(width, height)))
    assert len(rows) <= height
    assert all(len(row) <= width for row in rows)
    if height == 6 and len(text) < width * 3:
        assert " ".join(" ".join(rows).replace("repetition 3 of 5", "").split()) == text


@given(st.lists(WORDS, min_size=1, max_size=6), st.integers(20, 90), st.integers(2, 12))
def test_reading_shows_every_row_in_turn(paragraphs: list[str], width: int, height: int) -> None:
    reading = Reading()
    reading.set(paragraphs)
    whole = texts(list(reading.picture(width, 200)))
    seen: list[str] = []
    for first in range(len(whole)):
        reading._first = first
        rows = list(reading.picture(width, height))
        assert len(rows) <= height
        assert all(row_width(row) <= width for row in rows)
        seen += [row for row in texts(rows) if row not in seen]
    assert [row for row in whole if row and row not in seen] == []


def test_a_caution_stands_under_itself() -> None:
    reading = Reading()
    reading.set(["! Hold on to something."])
    rows = list(reading.picture(14, 3))
    assert texts(rows) == ["! Hold on to", "  something."]
    assert {run.role for row in rows for run in row} == {Role.CAUTION}


def test_where_there_is_more_the_last_row_says_so() -> None:
    reading, how_to = Reading(), Reading(more="… more")
    for each in (reading, how_to):
        each.set(["one", "two", "three", "four"])
    assert texts(list(reading.picture(20, 3))) == ["one", "two", "rows 1–2 of 4"]
    assert texts(list(how_to.picture(20, 3)))[-1] == "… more"
