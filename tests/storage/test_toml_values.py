"""Values as text: every text can be written and changed, and everything in a document has its span."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from footui.storage.toml_edit import same_values
from footui.storage.toml_layout import Layout
from footui.storage.toml_values import Page, changed_text, says, value_text
from tests.storage.toml_layouts import documents

texts = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from(" \t\n\r'\"\\#"), max_size=30)


@given(texts | st.lists(texts, min_size=30).map(" ".join), st.sampled_from(["\n", "\r\n"]), st.sampled_from(["", "  "]))
def test_every_text_can_be_written(text: str, line_end: str, indent: str) -> None:
    assert says(value_text(text, Page(line_end, indent, 100))) == text


@given(st.sampled_from(["{!r}", "'''{}'''", '"""\\\n  {} \\\n  {}"""', '"""\n{}"""']), texts, texts)
def test_every_text_can_be_changed(form: str, old: str, new: str) -> None:
    source = value_text(old) if form == "{!r}" else form.format(*[re.sub(r"[^ \w]", "", old, flags=re.ASCII)] * 2)
    assert says(changed_text(source, new, Page())) == new


@given(documents())
def test_everything_in_a_document_has_its_span(document: tuple[Any, Mapping[str, Any]]) -> None:
    written, table = document
    if not written.text.endswith("\n"):
        written.text += "\n"
    layout = Layout(written.text)

    def check(value: object, path: tuple[str | int, ...]) -> None:
        chain = layout.chain(path)
        if chain and chain[-1].path == path:
            assert same_values(says(written.text[chain[-1].value : chain[-1].end]), value)
            assert chain[-1].value == written.value_at[path] or isinstance(value, dict)
        else:
            assert isinstance(value, (dict, list))
        for key, below in (
            value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        ):
            check(below, (*path, key))

    for key, value in table.items():
        check(value, (key,))
