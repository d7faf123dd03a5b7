"""Answers on stdout and messages on stderr, in characters that the stream can carry; and refusals to answer."""

from __future__ import annotations

import os
from typing import IO, TYPE_CHECKING, AnyStr, TextIO

if TYPE_CHECKING:
    from footui.world import World


_UTF8 = frozenset({"utf-8", "utf8", "utf-8-sig"})


class Refusal(Exception):  # noqa: N818 - a command refuses; that is no error of the program
    """A command cannot be carried out: `sentences` say why, one a line on stderr, and `status` is its exit status."""

    def __init__(self, status: int, *sentences: str) -> None:
        super().__init__("\n".join(sentences))
        self.status = status
        self.sentences = sentences


class StreamProblem(Exception):  # noqa: N818 - told to a person as a sentence
    """An answer could not be written; the message says why."""


def answer(world: World, text: str) -> None:
    """Write data to stdout: `text` and a line end."""
    _write(world.stdout, fitting(world, world.stdout, text) + "\n")


def answer_path(world: World, text: str) -> None:
    """Write to stdout a text with a path in it, which has to come out byte for byte, whatever the encoding."""
    buffer = getattr(world.stdout, "buffer", None)
    if buffer is None:
        _write(world.stdout, text + "\n")
    else:
        _write(buffer, os.fsencode(text + "\n"))


def answer_in_utf8(world: World, text: str) -> None:
    """Write data to stdout in UTF-8, whatever the encoding: `text` and a line end."""
    buffer = getattr(world.stdout, "buffer", None)
    if buffer is None:
        _write(world.stdout, text + "\n")
    else:
        _write(buffer, f"{text}\n".encode(errors="replace"))


def answer_json(world: World, data: object) -> None:
    """Write one JSON value to stdout, in a line of its own."""
    import json  # noqa: PLC0415 - only where JSON is asked for

    text = json.dumps(data, ensure_ascii=False)
    try:
        text.encode(world.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        text = json.dumps(data)
    _write(world.stdout, text + "\n")


def tell(world: World, sentence: str) -> None:
    """Write a message to stderr."""
    _write(world.stderr, fitting(world, world.stderr, sentence) + "\n")


def fitting(world: World, stream: TextIO, text: str) -> str:
    """`text` as it is where the stream shows every character, else in ASCII."""
    if text.isascii() or not wants_ascii(world, stream):
        return text
    from footui.widgets.glyphs import to_ascii  # noqa: PLC0415 - next to nobody needs it

    return "\n".join(to_ascii(line) for line in text.split("\n"))


def wants_ascii(world: World, stream: TextIO) -> bool:
    """Whether the stream cannot carry UTF-8, or is a terminal that does not show it.

    A stream without an encoding keeps characters as they are. In a C locale Python itself turns to UTF-8: right for
    a file or a pipe, but the terminal's locale says what a terminal shows.
    """
    if (stream.encoding or "utf-8").lower().replace("_", "-") not in _UTF8:
        return True
    if not stream.isatty():
        return False
    from footui.widgets.glyphs import wants_ascii as locale_wants_ascii  # noqa: PLC0415

    return locale_wants_ascii(world.environment, world.first_environment)


def _write(stream: IO[AnyStr], text: AnyStr) -> None:
    try:
        stream.write(text)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise not_written(error) from error


def not_written(error: OSError) -> StreamProblem:
    """The sentence on a stream that takes nothing more."""
    from footui.storage.problems import reason  # noqa: PLC0415 - only here

    return StreamProblem(f"The answer could not be written: {reason(error)}.")
