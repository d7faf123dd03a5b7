"""What a terminal without UTF-8 gets to see, and how such a terminal is known."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from footui.initial_environment import initial_environment
from footui.widgets.glyphs import ASCII, FULL, to_ascii, wants_ascii
from footui.widgets.role import Fill


@pytest.mark.parametrize(
    ("text", "ascii_text"),
    [
        ("Breakfast · lunch – dinner", "Breakfast - lunch - dinner"),
        ("hold 5 s × 10, ± 5 s → 8…", "hold 5 s x 10, +- 5 s -> 8..."),
        ("no exercise “ankle-circel”; that’s all", 'no exercise "ankle-circel"; that\'s all'),
        ("◀ LEFT FOOT, RIGHT FOOT ▶", "< LEFT FOOT, RIGHT FOOT >"),
        ("Routines › Füße café ½", "Routines > Fusse cafe 1/2"),
        ("taken ¹ 足", "taken (1) ?"),
        ("↺ ↻ ↑ ↓ • ✓ ○", "ccw cw ^ v * x o"),
    ],
)
def test_text_keeps_its_sense_in_ascii(text: str, ascii_text: str) -> None:
    assert to_ascii(text) == ascii_text


@given(st.text())
def test_any_text_becomes_ascii_and_ascii_stays_as_it_is(text: str) -> None:
    once = to_ascii(text)
    assert once.isascii()
    assert to_ascii(once) == once


def test_each_glyph_has_an_ascii_one_and_keeps_its_width() -> None:
    longer = {"anticlockwise", "clockwise", "ellipsis"}
    for name in FULL._fields:
        full, plain = getattr(FULL, name), getattr(ASCII, name)
        if isinstance(full, str):
            assert plain.isascii()
            assert name in longer or cell_len(full) == len(plain), name


def test_the_three_fills_can_be_told_apart_in_both_sets() -> None:
    for glyphs in (FULL, ASCII):
        assert len({glyphs.block(fill) for fill in Fill}) == 3


def test_an_arrow_key_is_one_cell_and_an_arrow_in_a_sentence_is_readable() -> None:
    assert ASCII.key("←/→") == "</>"
    assert ASCII.text("10 → 15 s") == "10 -> 15 s"
    assert FULL.key("←/→") == "←/→"


@pytest.mark.parametrize(
    "env",
    [
        {"LANG": "C"},
        {"LANG": "POSIX"},
        {"LANG": ""},
        {},
        {"LANG": "de_DE.ISO-8859-1"},
        {"LANG": "de_DE@euro"},
        {"LC_ALL": "C", "LANG": "en_GB.UTF-8"},
        {"LC_CTYPE": "C", "LANG": "en_GB.UTF-8"},
    ],
)
def test_a_terminal_whose_locale_is_not_utf8_gets_ascii(env: dict[str, str]) -> None:
    assert wants_ascii(env)
    assert wants_ascii(env, env)


@pytest.mark.parametrize(
    "env",
    [
        {"LANG": "en_GB.UTF-8"},
        {"LANG": "en_GB.utf8"},
        {"LANG": "ca_ES.UTF-8@valencia"},
        {"LC_ALL": "C.UTF-8", "LANG": "C"},
        {"LC_CTYPE": "en_GB.UTF-8", "LANG": "C"},
        {"LC_ALL": "", "LC_CTYPE": "UTF-8", "LANG": "de_DE.UTF-8"},
    ],
)
def test_a_terminal_whose_locale_is_utf8_gets_all_glyphs(env: dict[str, str]) -> None:
    assert not wants_ascii(env)
    assert not wants_ascii(env, env)


def test_a_locale_that_python_made_utf8_by_itself_is_still_c() -> None:
    for made in ("C.UTF-8", "C.utf8", "UTF-8"):
        assert wants_ascii({"LC_CTYPE": made, "LANG": "C"})
        assert wants_ascii({"LC_CTYPE": made})
        assert wants_ascii({"LC_CTYPE": made, "LANG": "C"}, {"LANG": "C"})


def test_a_c_utf8_locale_that_the_user_chose_is_believed_where_the_beginning_is_known() -> None:
    chosen = {"LC_CTYPE": "C.UTF-8"}
    assert not wants_ascii(chosen, chosen)


def test_a_c_that_the_user_chose_for_characters_alone_holds_although_python_changes_it() -> None:
    began = {"LC_CTYPE": "C", "LANG": "en_GB.UTF-8"}
    assert wants_ascii(began | {"LC_CTYPE": "C.UTF-8"}, began)


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="this system does not tell how it began")
def test_the_environment_a_process_began_with_is_known_although_python_changes_it() -> None:
    code = (
        "import os\n"
        "from footui.initial_environment import initial_environment\n"
        "from footui.widgets.glyphs import wants_ascii\n"
        "print(os.environ.get('LC_CTYPE'), initial_environment(), wants_ascii(os.environ, initial_environment()))"
    )
    env = {"LANG": "C", "PATH": os.environ["PATH"]}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
    coerced, _, rest = done.stdout.partition(" ")
    assert coerced == "C.UTF-8"
    assert "LC_CTYPE" not in rest
    assert rest.strip().endswith("True")


def test_where_the_beginning_cannot_be_read_there_is_none(tmp_path: Path) -> None:
    assert initial_environment(tmp_path / "environ") is None
    (tmp_path / "environ").write_bytes(b"LANG=C\0EMPTY=\0ODD\0A=b=c\0")
    assert initial_environment(tmp_path / "environ") == {"LANG": "C", "EMPTY": "", "A": "b=c"}
