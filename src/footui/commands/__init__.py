"""The one table of commands: footer, palette, help page and `docs/keys.md` are all read from it.

A command has an id that never changes, its keys, a title, and what is said where it is not possible. What a command
does, and whether it is possible now, its screen knows (`screens/base.py`).
"""

from __future__ import annotations

from footui.commands.command import FOOTER_KEYS, Command, Place, key_name
from footui.commands.reasons import (
    AT_THE_END,
    AT_THE_TOP,
    CHOOSE_FIRST,
    CUE_IS_OFF,
    FIRST_SCREEN,
    HAS_PROBLEM,
    LAST_STEP,
    MARK_FIRST,
    MORNING_ANSWERED,
    MOST_STEPS,
    NO_FIGURE,
    NO_FILE,
    NO_MORNING,
    NO_NUMBER,
    NO_RANGES,
    NO_SESSION_THEN,
    NO_SHELL,
    NOT_RIGHT_YET,
    NOTHING_CHANGED,
    NOTHING_DUE,
    NOTHING_ELSE_RUNS,
    NOTHING_FITS,
    NOTHING_INTERRUPTED,
    NOTHING_SUGGESTED,
    NOTHING_TO_FIND,
    NOTHING_TO_REDO,
    NOTHING_TO_UNDO,
    ONE_A_DAY,
    ONE_DOSE,
    ONE_EXERCISE,
    ONE_PANE,
    PAUSED,
    SAVE_FIRST,
    SESSION_RUNNING,
    SHIPPED,
)
from footui.commands.table import COMMANDS

__all__ = [
    "AT_THE_END",
    "AT_THE_TOP",
    "CHOOSE_FIRST",
    "COMMANDS",
    "CUE_IS_OFF",
    "FIRST_SCREEN",
    "FOOTER_KEYS",
    "HAS_PROBLEM",
    "LAST_STEP",
    "MARK_FIRST",
    "MORNING_ANSWERED",
    "MOST_STEPS",
    "NOTHING_CHANGED",
    "NOTHING_DUE",
    "NOTHING_ELSE_RUNS",
    "NOTHING_FITS",
    "NOTHING_INTERRUPTED",
    "NOTHING_SUGGESTED",
    "NOTHING_TO_FIND",
    "NOTHING_TO_REDO",
    "NOTHING_TO_UNDO",
    "NOT_RIGHT_YET",
    "NO_FIGURE",
    "NO_FILE",
    "NO_MORNING",
    "NO_NUMBER",
    "NO_RANGES",
    "NO_SESSION_THEN",
    "NO_SHELL",
    "ONE_A_DAY",
    "ONE_DOSE",
    "ONE_EXERCISE",
    "ONE_PANE",
    "PAUSED",
    "SAVE_FIRST",
    "SESSION_RUNNING",
    "SHIPPED",
    "Command",
    "Place",
    "commands_of",
    "key_name",
    "keys_page",
]


def commands_of(*places: Place) -> tuple[Command, ...]:
    """The commands of these places, in the table's order; a key an earlier place has is left out of a later one."""
    taken: set[str] = set()
    found: list[Command] = []
    for place in places:
        for command in COMMANDS:
            keys = tuple(key for key in command.keys if key not in taken)
            if command.place is place and keys:
                found.append(Command(command.id, keys, command.title, place, command.footer, command.when_not))
        taken |= {key for command in COMMANDS if command.place is place for key in command.keys}
    order = {command.id: number for number, command in enumerate(COMMANDS)}
    return tuple(sorted(found, key=lambda command: order[command.id]))


def keys_page() -> str:
    """The text of `docs/keys.md`."""
    lines = ["# Keys", "", "Made from the command table in `src/footui/commands/table.py` by `make docs`.", ""]
    for place in Place:
        lines += [f"## {place.value}", "", "| key | command | what it does | where it is not possible |", "|-|-|-|-|"]
        for command in COMMANDS:
            if command.place is place:
                keys = " ".join(f"`{key_name(key)}`" for key in command.keys)
                why = " ".join(f"“{reason}”" for reason in command.when_not)
                lines.append(f"| {keys} | {command.id} | {command.title} | {why} |")
        lines.append("")
    return "\n".join(lines[:-1]) + "\n"
