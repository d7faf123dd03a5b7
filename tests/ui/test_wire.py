"""Fewer bytes, the same picture."""

from __future__ import annotations

import pyte
from hypothesis import given
from hypothesis import strategies as st

from footui.wire import slim

STYLES = [
    "\x1b[38;2;92;184;240;48;2;18;22;28m",
    "\x1b[1;38;2;92;184;240;48;2;18;22;28m",
    "\x1b[38;2;154;164;178;48;2;18;22;28m",
    "\x1b[38;5;12m",
    "\x1b[1;7m",
    "\x1b[31;44m",
    "\x1b[39m",
    "\x1b[48;2;0;0;0m",
    "\x1b[0m",
    "\x1b[m",
]
MOVES = st.builds("\x1b[{};{}H".format, st.integers(1, 6), st.integers(1, 20))
TEXTS = st.sampled_from(["a", "bc ", "█▒", "\n", "\r\n", "\x1b[2J", "\x1b[K"])
PIECES = st.one_of(st.sampled_from(STYLES), MOVES, TEXTS)


def seen(data: str) -> list[str]:
    """Every cell with its style, and where the cursor is."""
    screen = pyte.Screen(20, 6)
    stream = pyte.Stream(screen)
    stream.feed(data)
    return [*(str(screen.buffer[y][x]) for y in range(6) for x in range(20)), f"{screen.cursor.x} {screen.cursor.y}"]


@given(st.lists(PIECES, max_size=25).map("".join))
def test_the_picture_is_the_same_and_never_longer(data: str) -> None:
    ended = data + "\x1b[1;1H\x1b[0m"
    assert seen(slim(ended)) == seen(ended)


def test_a_style_that_holds_is_not_said_again() -> None:
    blue, grey = STYLES[0], STYLES[2]
    assert slim(f"{blue}a\x1b[0m\n\x1b[2;2H{blue}b\x1b[0m") == f"{blue}a\x1b[2;2Hb\x1b[0m"
    assert slim(f"{blue}a\x1b[0m{grey}b\x1b[0m") == f"{blue}a\x1b[38;2;154;164;178mb\x1b[0m"


def test_a_move_before_a_move_is_left_out() -> None:
    assert slim("\x1b[1;1H\n\x1b[2;2H\x1b[3;3Hx") == "\x1b[3;3Hx"


def test_other_sequences_pass_as_they_are() -> None:
    modes = "\x1b[?1049h\x1b[?25l\x1b[?2026h\x1b[>25u\x1b]0;footui\x07"
    assert slim(modes) == modes
