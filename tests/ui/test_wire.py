"""Fewer bytes, the same picture."""

from __future__ import annotations

import pyte
from hypothesis import given
from hypothesis import strategies as st

from footui.wire.cells import Wire

COLUMNS, ROWS = 20, 20
TOP = 6
"""What is written begins in these rows: a line end in the last row, which would scroll, never comes."""
BACKGROUND = "48;2;18;22;28"
STYLES = [
    f"\x1b[38;2;92;184;240;{BACKGROUND}m",
    f"\x1b[1;38;2;92;184;240;{BACKGROUND}m",
    f"\x1b[38;2;154;164;178;{BACKGROUND}m",
    "\x1b[38;5;12m",
    "\x1b[1;7m",
    "\x1b[4m",
    "\x1b[22m",
    "\x1b[27m",
    "\x1b[31;44m",
    "\x1b[39m",
    "\x1b[48;2;0;0;0m",
    "\x1b[0m",
    "\x1b[m",
]
WORDS = st.sampled_from(["a", "bc ", "   ", " " * 8, "█▒", "HOLD 10", "ab", "好", "e\u0301x"])
MOVES = st.builds(lambda row, column: f"\x1b[{row};{column}H", st.integers(1, TOP), st.integers(1, COLUMNS - 8))
AT_PLACES = st.builds(lambda move, style, word: move + style + word, MOVES, st.sampled_from(STYLES), WORDS)
LOOSE = st.one_of(st.sampled_from(STYLES), MOVES, WORDS, st.sampled_from(["\r\n", "\n", "\x1b[2J", "\x1b[K", "\x07"]))
PICTURES = st.lists(AT_PLACES, min_size=1, max_size=12).map(lambda parts: "".join(parts) + "\x1b[0m\x1b[1;1H")
STREAMS = st.lists(LOOSE, max_size=12).map(lambda parts: "".join(parts) + "\x1b[0m\x1b[1;1H")


class Screen:
    """A terminal as far as pyte is one."""

    def __init__(self) -> None:
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self.screen.reset_mode(7, private=True)  # Textual has no line wrap
        self._stream = pyte.Stream(self.screen)

    def takes(self, data: str) -> list[str]:
        """Take in data, and return every cell with its style; what a blank does not show is left out."""
        self._stream.feed(data)
        return [_seen(self.screen.buffer[y][x]) for y in range(ROWS) for x in range(COLUMNS)]


def _seen(cell: pyte.screens.Char) -> str:
    if cell.data == " " and not (cell.reverse or cell.underscore or cell.strikethrough):
        return f"blank on {cell.bg}"
    return str(cell)


def new_wire(*, erases: bool = False) -> Wire:
    """A wire to a terminal of that size, of which nothing is known."""
    wire = Wire()
    wire.forget(COLUMNS, ROWS)
    wire.erases = erases
    return wire


@given(st.lists(st.one_of(PICTURES, STREAMS), min_size=1, max_size=6), st.booleans())
def test_the_picture_is_the_same_after_every_piece(pieces: list[str], erases: bool) -> None:
    wire, plain, slim = new_wire(erases=erases), Screen(), Screen()
    for piece in pieces:
        assert slim.takes(wire.slim(piece)) == plain.takes(piece)


@given(st.lists(PICTURES, min_size=1, max_size=6))
def test_a_picture_that_is_there_is_not_sent_again(pieces: list[str]) -> None:
    wire = new_wire()
    for piece in pieces:
        wire.slim(piece)
        if "好" not in piece and "\u0301" not in piece:  # of letters that are not one cell wide nothing is known
            assert wire.slim(piece) == ""


@given(st.lists(PICTURES, min_size=1, max_size=6), st.integers(0, 5))
def test_after_another_size_all_is_sent_anew(pieces: list[str], when: int) -> None:
    wire, plain, slim = new_wire(), Screen(), Screen()
    for place, piece in enumerate(pieces):
        if place == when:
            plain, slim = Screen(), Screen()
            wire.forget(COLUMNS, ROWS)
        assert slim.takes(wire.slim(piece)) == plain.takes(piece)


def test_a_picture_for_another_size_is_not_relied_on() -> None:
    wire = new_wire()
    far = f"\x1b[1;1Ha\x1b[1;{COLUMNS - 1}Habc\x1b[1;1H"
    assert wire.slim(far)
    assert "a" in wire.slim("\x1b[1;1Ha")


def test_only_the_cells_that_differ_are_sent() -> None:
    blue, grey = STYLES[0], STYLES[2]
    wire = new_wire()
    wire.slim(f"\x1b[1;1H{blue}12:34\x1b[0m\n\x1b[2;1H{grey}██████\x1b[0m\x1b[1;1H")
    assert wire.slim(f"\x1b[1;1H{blue}12:35\x1b[0m\x1b[1;1H") == "\x1b[;5H\x1b[38;2;92;184;240m5"
    assert wire.slim(f"\x1b[1;1H{blue}12:35\x1b[0m\x1b[1;1H") == ""


def test_rows_of_a_digit_are_reached_by_short_ways() -> None:
    wire = new_wire()
    wire.slim("\x1b[2;5HXX\x1b[3;5HXX\x1b[4;5HXX")
    assert wire.slim("\x1b[2;5HYY\x1b[3;5HYY\x1b[4;5HYY") == "\x1b[2;5HYY\x1bD\b\bYY\x1bD\b\bYY"


def test_between_two_changes_a_short_known_piece_is_written_again() -> None:
    wire = new_wire()
    wire.slim("\x1b[1;1Habcdef")
    assert wire.slim("\x1b[1;1Hxbcyef") == "\x1b[Hxbcy"


def test_blanks_are_erased_where_the_terminal_does_it_in_the_right_colour() -> None:
    wire = new_wire(erases=True)
    wire.slim(f"\x1b[1;1H{'x' * COLUMNS}\x1b[2;1H{'x' * COLUMNS}")
    assert wire.slim(f"\x1b[1;1H{' ' * COLUMNS}\x1b[2;4H{' ' * 10}") == "\x1b[H\x1b[K\x1bD\x1b[3C\x1b[10X"


def test_bold_is_taken_back_without_saying_the_colours_again() -> None:
    wire = new_wire()
    wire.slim(f"\x1b[1;1H\x1b[38;2;1;2;3;{BACKGROUND}ma")
    said = wire.slim(f"\x1b[1;2H\x1b[1;38;2;1;2;3;{BACKGROUND}mb\x1b[0m\x1b[38;2;1;2;3;{BACKGROUND}mc")
    assert said == "\x1b[;2H\x1b[1mb\x1b[22mc"


def test_other_sequences_pass_as_they_are() -> None:
    modes = "\x1b[?25l\x1b[?2026h\x1b[>25u\x1b]0;footui\x07\x1b[6n\x07"
    assert new_wire().slim(modes) == modes
    assert "\x1b[?1049h" in new_wire().slim("\x1b[?1049h")


def test_the_cursor_of_a_text_field_is_where_it_belongs() -> None:
    wire = new_wire()
    assert wire.slim("\x1b[1;1Habc\x1b[4;5H").endswith("\x1b[4;5H")
