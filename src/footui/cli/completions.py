"""`footui completions`: what a shell needs to complete commands, options and the ids of routines and exercises."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from footui.cli.parser import build_parser
from footui.cli.streams import answer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from footui.world import World

_IDS = r"s/^  \([a-z0-9][a-z0-9-]*\) .*/\1/p"
"""A script for sed: the first word of each line that `footui list` indents by two spaces."""

_ROUTINES = f"footui list 2>/dev/null | sed -n '/^Exercises/q; {_IDS}'"
_EVERYTHING = f"footui list 2>/dev/null | sed -n '{_IDS}'"

_COMPLETED = {"routine": ("_footui_routines", _ROUTINES), "id": ("_footui_ids", _EVERYTHING)}
"""The function that completes an argument, by the argument's name, and the command that lists what there is."""


def completions(world: World, shell: str) -> int:
    """Print the completion script of a shell."""
    import shtab  # noqa: PLC0415 - this command alone needs it, and it is slow to import

    parser = build_parser()
    for argument in _arguments(parser):
        if argument.dest in _COMPLETED:
            argument.complete = _completer(*_COMPLETED[argument.dest])  # type: ignore[attr-defined]  # shtab reads it
        elif argument.dest == "files":
            argument.complete = shtab.FILE  # type: ignore[attr-defined]  # as above
    answer(world, shtab.complete(parser, shell))
    return 0


def _arguments(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """Every argument of the parser and of its commands; argparse has no public way to them."""
    for action in parser._actions:  # noqa: SLF001 - as the docstring says; shtab does the same
        yield action
        if isinstance(action.choices, dict):
            for command in action.choices.values():
                yield from _arguments(command)


def _completer(function: str, command: str) -> dict[str, Any]:
    """How shtab is told to complete an argument with the words that `command` prints, and with TOML files."""
    return {
        "bash": function,
        "zsh": function,
        "fish": f"({function})",
        "preamble": {
            "bash": (f'{function}() {{ compgen -W "$({command})" -- "$1"; compgen -f -X "!*.toml" -- "$1"; }}'),
            "zsh": f"{function}() {{ compadd -- $({command}); _files -g '*.toml'; }}",
            "fish": f"function {function}; {command}; __fish_complete_suffix .toml; end",
        },
    }
