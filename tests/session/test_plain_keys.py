"""What is typed: single keys, arrows and page keys, and lines with a letter or a word."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress

import pytest

from footui.session.plain_input import TypedLines
from footui.session.plain_keys import key_of_line, keys_in


def test_lines_are_keys_by_letter_or_by_word() -> None:
    typed = ["n", "Next ", "pause", "p", " ", "", "q", "how to", "+", "plus", "once  more", "question mark", "nonsense"]
    assert [key_of_line(line) for line in typed] == [
        "n", "n", "space", "p", "space", "enter", "q", "i", "+", "+", "o", "?", "nonsense",
    ]  # fmt: skip


@pytest.mark.parametrize("line", ["p 4", "p4", "Pain 4", "pain  4\r", "p 04"])
def test_pain_can_be_said_with_its_number_in_one_line(line: str) -> None:
    assert key_of_line(line) == "p 4"


def test_the_words_for_writing_down_are_not_those_for_the_other_foot() -> None:
    assert key_of_line("w") == "w"
    assert key_of_line("other foot") == "w"
    assert key_of_line("write") == "write down"


def test_single_keys_arrows_page_keys_and_escape() -> None:
    assert keys_in(" ") == ["space"]
    assert keys_in("\r") == ["enter"]
    assert keys_in("nb=") == ["n", "b", "+"]
    assert keys_in("\x1b[C\x1b[D\x1bOA\x1b[B") == ["n", "b", "+", "-"]
    assert keys_in("\x1b[5~\x1b[6~") == ["b", "n"], "the keys of a presenter's remote"
    assert keys_in("\x1b") == ["q"]
    assert keys_in("\x1b[15~") == ["that key"]
    assert keys_in("\x1b[") == ["that key"]


def test_a_word_that_comes_as_a_whole_line_is_no_row_of_single_keys() -> None:
    assert keys_in("pause\n") == ["space"]
    assert keys_in("p 4\n") == ["p 4"]
    assert keys_in("s\r") == ["s"]
    assert keys_in("p4") == ["p", "4"]


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    """A pipe: its end to read, and its end to write."""
    ends = os.pipe()
    yield ends
    for end in ends:
        with suppress(OSError):
            os.close(end)


def test_lines_come_as_they_are_typed_and_as_keys(pipe: tuple[int, int]) -> None:
    reading, writing = pipe
    lines = TypedLines(reading)
    assert not lines.ended
    os.write(writing, b"Next\nA Note, as typed\npa")
    assert lines.wait(1) == "n"
    assert lines.line(1) == "A Note, as typed"
    assert lines.wait(0) is None, "a line that has only begun"
    os.write(writing, b"use")
    os.close(writing)
    assert lines.wait(0) is None
    assert lines.wait(1) == "space"
    assert lines.ended


def test_that_input_has_ended_is_known_without_waiting_for_it(pipe: tuple[int, int]) -> None:
    reading, writing = pipe
    lines = TypedLines(reading)
    os.close(writing)
    assert lines.ended
