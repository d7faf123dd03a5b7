"""The footer shows what is most needed and never drops the help and the way out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from footui.widgets.footer import FooterKey, footer_row
from footui.widgets.rows import row_width

LIVE = [
    FooterKey("space", "pause"),
    FooterKey("n", "next"),
    FooterKey("b", "back"),
    FooterKey("±", "5 s"),
    FooterKey("s", "skip"),
    FooterKey("p", "pain"),
    FooterKey("i", "how to"),
    FooterKey("?", "keys", stays=True),
    FooterKey("esc", "end", stays=True),
]


def drawn(keys: list[FooterKey], width: int) -> str:
    return "".join(run.text for run in footer_row(keys, width))


def test_the_footer_is_that_of_the_drawings() -> None:
    row = "space pause  n next  b back  ± 5 s  s skip  p pain  i how to  ? keys  esc end"
    assert drawn(LIVE, 78) == row
    assert drawn(LIVE, 118) == row.replace("  ", "   ")


def test_narrower_it_loses_keys_from_the_right_but_not_the_help_nor_the_way_out() -> None:
    assert drawn(LIVE, 60) == "space pause  n next  b back  ± 5 s  s skip  ? keys  esc end"
    assert drawn(LIVE, 38) == "space pause  n next  ? keys  esc end"
    assert drawn(LIVE, 16) == "? keys  esc end"
    assert drawn(LIVE, 8) == "?  esc"
    assert drawn(LIVE, 2) == "?"


@given(
    st.lists(
        st.builds(
            FooterKey, st.sampled_from(["a", "esc", "ctrl+p", "←/→"]), st.text("abc ", max_size=12), st.booleans()
        ),
        max_size=12,
    ),
    st.integers(0, 100),
)
def test_the_footer_fits_any_width(keys: list[FooterKey], width: int) -> None:
    assert row_width(footer_row(keys, width)) <= width


@given(st.integers(6, 200))
def test_the_help_and_the_way_out_are_there_at_any_width(width: int) -> None:
    words = drawn(LIVE, width).split()
    assert "?" in words
    assert "esc" in words
