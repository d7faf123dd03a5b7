"""`footui edit`: a routine of the person's own in their editor, and checked after."""

from __future__ import annotations

import shlex
import signal
import subprocess
from typing import TYPE_CHECKING

from footui.cli.routines import entry_named, library_of
from footui.cli.streams import Refusal, tell
from footui.storage.library import STANDARD_INPUT
from footui.storage.listing import Origin
from footui.storage.problems import reason

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from footui.storage.library import RoutineEntry
    from footui.world import World


def edit(world: World, name: str) -> int:
    """Open the file of a routine, broken or not, and tell its problems afterwards."""
    if name == STANDARD_INPUT:
        raise Refusal(2, "Standard input cannot be edited. Name a slug or a path.")
    library = library_of(world)
    entry = entry_named(world, library, name)
    path = _file_of(entry)
    _open(editor_of(world.environment), path, world.environment)
    problems = entry_named(world, library_of(world), name).problems
    for problem in problems:
        tell(world, str(problem))
    return 1 if problems else 0


def _file_of(entry: RoutineEntry) -> Path:
    if entry.origin is Origin.SHIPPED:
        raise Refusal(
            1, f"{entry.slug} is shipped and stays as it is. footui copy {entry.slug} makes a copy of your own."
        )
    if entry.path is None or not entry.path.exists():
        raise Refusal(1, *map(str, entry.problems))
    return entry.path


def editor_of(environment: Mapping[str, str]) -> list[str]:
    """The person's editor with its arguments: $VISUAL, else $EDITOR.

    Raises:
        Refusal: neither is set, or it cannot be split into words.
    """
    for variable in ("VISUAL", "EDITOR"):
        try:
            words = shlex.split(environment.get(variable, ""))
        except ValueError as error:
            raise Refusal(1, f"${variable} cannot be read: a quotation mark is not closed.") from error
        if words:
            return words
    raise Refusal(1, "No editor is set. Set $VISUAL or $EDITOR, for example: export EDITOR=nano")


def _open(editor: list[str], path: Path, environment: Mapping[str, str]) -> None:
    """Run the editor on the file and wait for it; ctrl+C meanwhile is the editor's alone."""
    before = signal.signal(signal.SIGINT, lambda _number, _frame: None)
    try:
        done = subprocess.run([*editor, str(path)], env=dict(environment), check=False)  # noqa: S603 - their own editor, and no shell
    except OSError as error:
        raise Refusal(1, f"The editor {editor[0]} could not be started: {reason(error)}.") from error
    finally:
        signal.signal(signal.SIGINT, before)
    if done.returncode != 0:
        raise Refusal(1, f"The editor {editor[0]} ended with {done.returncode}. The file was not checked.")
