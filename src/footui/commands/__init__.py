"""The one table of commands: footer, palette, help page and `docs/keys.md` are all read from it.

A command has an id that never changes, its keys, a title, and what is said where it is not possible. What a command
does, and whether it is possible now, its screen knows (`screens/base.py`).
"""

from __future__ import annotations

from footui.commands.command import FOOTER_KEYS, Command, Place, key_name
from footui.commands.table import COMMANDS, TO_A_PLACE

__all__ = ["COMMANDS", "FOOTER_KEYS", "TO_A_PLACE", "Command", "Place", "commands_of", "key_name", "keys_page"]


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
