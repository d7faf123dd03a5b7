"""A command as it is carried out at a time and in an environment of the test's choice."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import datetime

from footui.cli import carry_out
from footui.cli.parser import parse
from footui.world import World
from tests.cli.person import Answer, Person
from tests.fakes import MORNING, FakeClock

UTF_8: Mapping[str, str] = {"LANG": "C.UTF-8"}


class Screen(io.TextIOWrapper):
    """A stream that takes itself for a terminal."""

    def isatty(self) -> bool:
        return True


def types_at(
    person: Person,
    *words: str,
    wall: datetime = MORNING,
    environment: Mapping[str, str] = UTF_8,
    has_terminal: bool = False,
) -> Answer:
    """What a command answers; with `has_terminal` all its streams are one."""
    kind = Screen if has_terminal else io.TextIOWrapper
    stdin, stdout, stderr = (kind(io.BytesIO(), encoding="utf-8", newline="") for _ in range(3))
    world = World(person.folders, environment, FakeClock(wall), stdin, stdout, stderr, environment)
    status = carry_out(parse(words), world, lambda _world, _start: 0)
    for stream in (stdout, stderr):
        stream.flush()
    out, err = (stream.buffer.getvalue().decode() for stream in (stdout, stderr))  # type: ignore[attr-defined]  # BytesIO
    return Answer(status, out, err)
