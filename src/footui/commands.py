"""The one table of commands: footer, palette, help page and `docs/keys.md` are all read from it.

A command has an id that never changes, its keys, a title, and what is said where it is not possible. What a command
does, and whether it is possible now, its screen knows (`screens/base.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Place(Enum):
    """Where a group of commands is at hand; the value is its heading in help and in `docs/keys.md`."""

    EVERYWHERE = "Everywhere"
    LISTS = "All lists"
    HOME = "Today"
    CATALOGUE = "Catalogue"
    LIVE = "Live session"
    SKIPPED = "After a skipped step"
    END = "Ending a session"
    FINISHED = "Session finished"
    HELP = "Keys and commands"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can do.

    `keys` are Textual's key names, the one shown first; `footer` is the word in the footer, empty where it does not
    stand there; `when_not` are the reasons given where it is not possible.
    """

    id: str
    keys: tuple[str, ...]
    title: str
    place: Place
    footer: str = ""
    when_not: tuple[str, ...] = ()


_KEY_NAMES = {
    "question_mark": "?", "slash": "/", "escape": "esc", "plus": "+", "minus": "-", "equals_sign": "=",
    "comma": ",", "full_stop": ".", "left_square_bracket": "[", "right_square_bracket": "]",
    "pageup": "PgUp", "pagedown": "PgDn", "home": "Home", "end": "End",
    "up": "↑", "down": "↓", "left": "←", "right": "→",
}  # fmt: skip


def key_name(key: str) -> str:
    """A key as people read it: “?”, “esc”, “ctrl+p”."""
    return _KEY_NAMES.get(key, key)


SESSION_RUNNING = "A session is running. esc ends it."
NO_CLOCK = "No clock runs here."
UNDER_FIVE = "Under 5 s left. n goes on now."
BY_CLOCK = "This phase ends by the clock. n goes on now."
FIRST_SCREEN = "This is the first screen. q quits."
AT_START = "This is the start."
ONE_A_DAY = "There is one session a day."
NOTHING_TO_FIND = "This list is short; j and k move in it."
ONE_PANE = "There is only one pane here."
NO_RANGES = "No ranges: the levels are alike."
PAUSED = "Paused. space goes on."

_E, _L, _H, _C = Place.EVERYWHERE, Place.LISTS, Place.HOME, Place.CATALOGUE

COMMANDS: tuple[Command, ...] = (
    # Most needed first: the footer drops from the end.
    Command("today.start", ("enter", "s"), "Start the marked routine", _H, "start", ("It has a problem.",)),
    Command("today.session_before", ("left_square_bracket",), "An earlier session of the day", _H, "", (ONE_A_DAY,)),
    Command("today.session_after", ("right_square_bracket",), "A later session", _H, "session", (ONE_A_DAY,)),
    Command("today.level_down", ("comma",), "A lower level in the ranges", _H, "", (NO_RANGES,)),
    Command("today.level_up", ("full_stop",), "A higher level in the ranges", _H, "level", (NO_RANGES,)),
    Command("exercise.open", ("enter",), "Page in full width", _C, "page"),
    Command("list.find", ("slash",), "Find as you type", _L, "find", (NOTHING_TO_FIND,)),
    Command("session.pause", ("space",), "Pause, go on", Place.LIVE, "pause"),
    Command("session.done", ("enter",), "Set done", Place.LIVE, "set done", (BY_CLOCK, PAUSED)),
    Command("session.next", ("n", "l", "right"), "Next phase", Place.LIVE, "next"),
    Command("session.back", ("b", "h", "left"), "Start of this phase, the one before", Place.LIVE, "back", (AT_START,)),
    Command("session.more", ("plus", "equals_sign", "k", "up"), "5 seconds more", Place.LIVE, "5 s more", (NO_CLOCK,)),
    Command("session.less", ("minus", "j", "down"), "5 seconds less", Place.LIVE, "5 s less", (UNDER_FIVE, NO_CLOCK)),
    Command("session.skip", ("s",), "Skip the step; why can be said after it", Place.LIVE, "skip"),
    Command("session.restart", ("r",), "Restart the step", Place.LIVE, "restart"),
    Command("session.end", ("escape", "q", "ctrl+c"), "End: asks first", Place.LIVE, "end"),
    Command("skip.pain", ("1",), "It was skipped for pain", Place.SKIPPED),
    Command("skip.equipment", ("2",), "It was skipped for want of equipment", Place.SKIPPED),
    Command("skip.time", ("3",), "It was skipped for want of time", Place.SKIPPED),
    Command("skip.other", ("4",), "It was skipped for another reason", Place.SKIPPED),
    Command("end.go_on", ("enter", "escape", "space"), "Go on with the session", Place.END, "go on"),
    Command("end.write_down", ("w",), "Write down what was done, and end", Place.END, "write down and end"),
    Command("end.discard", ("d",), "End and forget this session", Place.END, "discard"),
    Command("finished.close", ("enter", "escape", "q"), "Close", Place.FINISHED, "close"),
    Command("help.do", ("enter",), "Do the marked command", Place.HELP, "do it"),
    Command("list.down", ("j", "down"), "Down", _L),
    Command("list.up", ("k", "up"), "Up", _L),
    Command("list.first", ("g", "home"), "First", _L),
    Command("list.last", ("G", "end"), "Last", _L),
    Command("list.page_down", ("ctrl+d", "pagedown"), "A page down", _L),
    Command("list.page_up", ("ctrl+u", "pageup"), "A page up", _L),
    Command("focus.next", ("tab",), "Next pane or field", _L, "next pane", (ONE_PANE,)),
    Command("focus.previous", ("shift+tab",), "Last pane or field", _L, "", (ONE_PANE,)),
    Command("app.today", ("1",), "Today", _E, "", (SESSION_RUNNING,)),
    Command("app.catalogue", ("2",), "Catalogue", _E, "", (SESSION_RUNNING,)),
    Command("view.colours", ("C",), "Other colours: dark, light, high contrast, the terminal's own", _E),
    Command("app.palette", ("ctrl+p",), "Every command by name", _E),
    Command("app.help", ("question_mark",), "Keys of this screen", _E, "keys"),
    Command("app.back", ("escape",), "Back, one layer at a time", _E, "", (FIRST_SCREEN,)),
    Command("app.quit", ("q", "ctrl+c"), "Quit; in a session: end it", _E, "quit"),
)  # fmt: skip


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
    lines = ["# Keys", "", "Made from the command table in `src/footui/commands.py` by `make docs`.", ""]
    for place in Place:
        lines += [f"## {place.value}", "", "| key | command | what it does | where it is not possible |", "|-|-|-|-|"]
        for command in COMMANDS:
            if command.place is place:
                keys = " ".join(f"`{key_name(key)}`" for key in command.keys)
                why = " ".join(f"“{reason}”" for reason in command.when_not)
                lines.append(f"| {keys} | {command.id} | {command.title} | {why} |")
        lines.append("")
    return "\n".join(lines[:-1]) + "\n"
