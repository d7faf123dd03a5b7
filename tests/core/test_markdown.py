"""Pages as Markdown: read back by a reader of Markdown, every text is what it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from footui.core.markdown import escaped, markdown
from footui.core.page import (
    Block,
    Bullets,
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
from footui.storage.text_cleaning import clean_line

READER = MarkdownIt("gfm-like")
"""With GitHub's tables, and its links that begin by themselves."""

NASTY = "*a* _b_ [c](http://d) <b>e</b> `f` | # - 1. & &amp; \\ ~~g~~ ![h](i) www.j.org k@l.org > $m$ :n:"


def read(text: str) -> list[Token]:
    """Every token of a text, those within a line too."""
    tokens = []
    for token in READER.parse(text):
        tokens += token.children if token.children is not None else [token]
    return tokens


def seen(text: str) -> str:
    return "".join(token.content for token in read(text) if token.type in {"text", "text_special", "softbreak"})


def kinds(text: str) -> set[str]:
    return {token.type for token in read(text)} - {"text", "text_special"}


lines = (
    st.text(max_size=40)
    | st.text("#*_-+=1.)(>[]<&`\\|~ !:/awh@$", max_size=30)
    | st.sampled_from([NASTY, "---", "===", "12) x", "+ x", "> x", "    x", "http://a.b", "WWW.a.b", "a@b.c", "```"])
).map(clean_line)


@given(lines)
def test_whatever_a_file_says_is_shown_as_it_is(text: str) -> None:
    shown = " ".join(text.split())
    assert seen(escaped(text)) == shown
    assert kinds(escaped(text)) <= {"paragraph_open", "paragraph_close"}


@pytest.mark.parametrize(
    "text", ["2026-11-10", "2.5 kg", "-5 °C", "+1", "3)", "10.5) x", "1.", "- x", "+ x", "---", "12) x"]
)
def test_at_the_start_of_a_list_entry_only_a_mark_of_a_list_is_escaped(text: str) -> None:
    assert seen(f"- {escaped(text)}") == text
    marks = {"3)", "1.", "- x", "+ x", "---", "12) x"}
    assert ("\\" in escaped(text)) == (text in marks)


@pytest.mark.parametrize(
    "block", [Title(NASTY), Heading(NASTY), Paragraph(NASTY), Numbered((NASTY,)), Bullets((NASTY,))]
)
def test_no_text_of_a_block_is_markup(block: Block) -> None:
    text = markdown([block])
    assert seen(text) == NASTY
    assert not kinds(text) & {"link_open", "em_open", "code_inline", "html_inline", "html_block", "image", "s_open"}


@given(lines, lines)
def test_no_text_leaves_its_cell_of_the_table(one: str, other: str) -> None:
    text = markdown([DoseTable((DoseRow(0, one, "trial", other, (one, other)),))])
    tokens = [token.type for token in READER.parse(text)]
    assert (tokens.count("tr_open"), tokens.count("td_open")) == (2, 4)


def test_a_page_has_its_parts_below_each_other() -> None:
    row = DoseRow(0, "Heel study", "trial", "3 × 10", ("rest → 10 s", "side → left ¹"))
    page: list[Block] = [
        Title("Heel raises"), Paragraph("standing", is_muted=True), Gap(), Paragraph(""), Numbered(("Rise.", "Lower.")),
        Cautions(("Hold on.",)), DoseTable((row,)), Note("¹", "Either side."), Heading("Also"),
        Bullets(("One.", "Two.")),
    ]  # fmt: skip
    assert markdown(page) == (
        "# Heel raises\n\nstanding\n\n1. Rise.\n2. Lower.\n\n- **Take care:** Hold on.\n\n## Doses by source\n\n"
        "| source | kind | as published | open → taken |\n|---|---|---|---|\n"
        "| Heel study | trial | 3 × 10 | rest → 10 s; side → left ¹ |\n\n¹ Either side.\n\n## Also\n\n- One.\n- Two."
    )
