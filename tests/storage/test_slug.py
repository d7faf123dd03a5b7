"""Which words can be the name of a file, and what a title becomes as one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footui.storage.slug import LONGEST_SLUG, is_slug, slugify


@pytest.mark.parametrize("text", ["toe-press", "3", "a-1-b", "a" * LONGEST_SLUG])
def test_words_with_single_hyphens_are_slugs(text: str) -> None:
    assert is_slug(text)


@pytest.mark.parametrize(
    "text", ["", "-", "-a", "a-", "a--b", "A", "a_b", "a b", "a\n", "ä", "٣", "²", "a" * (LONGEST_SLUG + 1)]
)
def test_anything_else_is_none(text: str) -> None:
    assert not is_slug(text)


@given(st.text(st.sampled_from("az09-") | st.characters(), max_size=LONGEST_SLUG + 2))
def test_the_rule_is_that_of_the_formats(text: str) -> None:
    assert is_slug(text) == (len(text) <= LONGEST_SLUG and bool(re.fullmatch("[a-z0-9]+(?:-[a-z0-9]+)*", text)))


@given(st.text())
def test_every_title_becomes_a_slug(title: str) -> None:
    assert is_slug(slugify(title))
