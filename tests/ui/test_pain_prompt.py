"""The pain prompt says the same in any number of cells: the scale, what is chosen, and what to do at once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from footui.core.said import HELP_AT_ONCE
from footui.screens.pain_prompt import PainPrompt, pain_rows
from footui.widgets.glyphs import ASCII
from footui.widgets.rows import row_width
from tests.ui.live_pictures import ASKED, EASE, STOP

LIMITS = st.integers(0, 10)
PROMPTS = st.builds(
    PainPrompt,
    st.one_of(st.none(), st.integers(0, 10)),
    LIMITS,
    LIMITS,
    st.lists(st.sampled_from(EASE.choices), min_size=1, max_size=4).map(tuple),
    st.just(0),
    st.sampled_from(["", HELP_AT_ONCE]),
)


def drawn(prompt: PainPrompt, width: int, height: int) -> list[str]:
    """The rows as text."""
    return ["".join(run.text for run in row).rstrip() for row in pain_rows(prompt, width, height)]


def test_it_is_as_drawn() -> None:
    assert drawn(EASE, 78, 8) == [
        "",
        "   0    1    2  │    3   [4]   5  │    6    7    8    9   10",
        "  go on         │   ease          │   stop this exercise",
        "",
        "4: ease. What helps?",
        "▌go on, but gently",
        " fewer repetitions: this one is already the lowest of 1–5",
        " leave this exercise, go on with Pencil pickups",
    ]


def test_above_the_limit_the_advice_is_there_in_full_also_at_40_columns() -> None:
    for width, height in ((78, 8), (58, 9), (38, 8)):
        text = " ".join(" ".join(drawn(STOP, width, height)).split())
        assert HELP_AT_ONCE in text
        assert "▌end the session here" in text
        assert "[7]" in text


def test_where_the_scale_has_no_room_the_chosen_number_stands_in_words() -> None:
    assert drawn(EASE, 18, 3)[0] == "[4: ease]"
    assert drawn(ASKED, 18, 3)[0] == "0 to 10"


def test_a_number_is_in_the_band_of_the_persons_own_limits() -> None:
    assert EASE._replace(ease_from=5).verdict == "4: go on"
    assert EASE._replace(stop_above=3).verdict == "4: stop this exercise"
    assert EASE._replace(stop_above=3).too_much
    assert not EASE.too_much
    assert ASKED.verdict == ""


@given(PROMPTS, st.integers(16, 160), st.integers(1, 12))
def test_it_never_leaves_its_place_and_always_says_what_is_chosen(prompt: PainPrompt, width: int, height: int) -> None:
    rows = pain_rows(prompt, width, height)
    assert len(rows) <= height
    assert all(row_width(row) <= width for row in rows)
    if width >= 40 and prompt.number is not None:
        assert f"[{prompt.number}]" in "".join(run.text for run in rows[0] + rows[1 if height > 1 else 0])


@given(PROMPTS)
def test_every_number_is_in_one_band(prompt: PainPrompt) -> None:
    assert sorted(number for _, numbers in prompt.bands for number in numbers) == list(range(11))


def test_in_ascii_it_is_ascii() -> None:
    for prompt in (EASE, STOP, ASKED):
        for row in pain_rows(prompt, 78, 8, ASCII):
            assert "".join(run.text for run in row).isascii()
