"""The one table of commands: footer, palette, help page and `docs/keys.md` are all read from it.

A command has an id that never changes, its keys, a title, and what is said where it is not possible. What a command
does, and whether it is possible now, its screen knows (`screens/base.py`).
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from footui.session.refusals import (
    AT_START,
    BOTH_AT_ONCE,
    BY_CLOCK,
    NO_CLOCK,
    NO_CUE,
    NOTHING_TO_TAKE_BACK,
    ONE_FOOT,
    ONE_FORM,
    ONLY_BEFORE,
    ONLY_WHILE_WORKING,
    PAIN_NOT_ASKED,
    UNDER_FIVE,
)


class Place(Enum):
    """Where a group of commands is at hand; the value is its heading in help and in `docs/keys.md`."""

    EVERYWHERE = "Everywhere"
    LISTS = "All lists"
    HOME = "Today"
    CATALOGUE = "Catalogue"
    LIVE = "Live session"
    SKIPPED = "After a skipped step"
    END = "Ending a session"
    READY = "Before the first step"
    PAIN = "How much it hurts"
    READING = "Reading how it is done"
    FINISHED = "Session finished"
    SETTINGS = "Settings"
    CARE = "Before you begin"
    HELP = "Keys and commands"


class Command(NamedTuple):
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


FOOTER_KEYS = {
    "session.more": "±",
    "answer.less": "←→",
    "pain.less": "←→ 0–9",
    "pain.down": "↑↓",
}
"""What stands in the footer for a command that shares its place there with another."""


def key_name(key: str) -> str:
    """A key as people read it: “?”, “esc”, “ctrl+p”."""
    return _KEY_NAMES.get(key, key)


SESSION_RUNNING = "A session is running. esc ends it."
FIRST_SCREEN = "This is the first screen. q quits."
ONE_A_DAY = "There is one session a day."
NOTHING_TO_FIND = "This list is short; j and k move in it."
ONE_PANE = "There is only one pane here."
NO_RANGES = "No ranges: the levels are alike."
PAUSED = "Paused. space goes on."
NO_FIGURE = "This exercise has no figure."
NO_SHELL = "No shell to go back to here."
CUE_IS_OFF = "It is off. space turns it on."
NOTHING_INTERRUPTED = "Nothing was interrupted."
NO_MORNING = "No session yesterday."
MORNING_ANSWERED = "Answered already."
NOTHING_TO_UNDO = "Nothing to undo."
NOTHING_ELSE_RUNS = "No session runs in another terminal."
NO_NUMBER = "No number is asked here."

_E, _L, _H, _C = Place.EVERYWHERE, Place.LISTS, Place.HOME, Place.CATALOGUE

COMMANDS: tuple[Command, ...] = (
    # Most needed first: the footer drops from the end.
    Command("today.start", ("enter", "s"), "Start the marked routine, or go on", _H, "start", ("It has a problem.",)),
    Command("today.write_down", ("w",), "Keep what was done of it, and end it", _H, "keep", (NOTHING_INTERRUPTED,)),
    Command("today.discard", ("d",), "Discard it; u brings it back", _H, "discard", (NOTHING_INTERRUPTED,)),
    Command("today.undo", ("u",), "Bring back what was discarded", _H, "undo", (NOTHING_TO_UNDO,)),
    Command("today.end_other", ("X",), "End the session in another terminal", _H, "end it", (NOTHING_ELSE_RUNS,)),
    Command("today.morning", ("m",), "Pain this morning", _H, "pain", (PAIN_NOT_ASKED, MORNING_ANSWERED, NO_MORNING)),
    Command("today.session_before", ("left_square_bracket",), "An earlier session of the day", _H, "", (ONE_A_DAY,)),
    Command("today.session_after", ("right_square_bracket",), "A later session", _H, "session", (ONE_A_DAY,)),
    Command("today.level_down", ("comma",), "A lower level in the ranges", _H, "", (NO_RANGES,)),
    Command("today.level_up", ("full_stop",), "A higher level in the ranges", _H, "level", (NO_RANGES,)),
    Command("exercise.open", ("enter",), "Page in full width", _C, "page"),
    Command("list.find", ("slash",), "Find as you type", _L, "find", (NOTHING_TO_FIND,)),
    Command("session.pause", ("space",), "Pause, go on", Place.LIVE, "pause"),
    Command("session.done", ("enter",), "Set done", Place.LIVE, "set done", (BY_CLOCK, PAUSED)),
    Command("session.next", ("n", "l", "right", "pagedown"), "Next phase", Place.LIVE, "next"),
    Command("session.back", ("b", "h", "left", "pageup"), "Back, first to its start", Place.LIVE, "back", (AT_START,)),
    Command("session.more", ("plus", "equals_sign", "k", "up"), "5 seconds more", Place.LIVE, "5 s", (NO_CLOCK,)),
    Command("session.less", ("minus", "j", "down"), "5 seconds less", Place.LIVE, "", (UNDER_FIVE, NO_CLOCK)),
    Command("session.skip", ("s",), "Skip the step; why can be said after it", Place.LIVE, "skip"),
    Command("session.pain", ("p",), "Say how much it hurts", Place.LIVE, "pain", (PAIN_NOT_ASKED,)),
    Command("session.how_to", ("i",), "How to, cautions; the clock runs on", Place.LIVE, "how to"),
    Command("session.undo", ("u",), "Take back the last of r s o w v + -", Place.LIVE, "undo", (NOTHING_TO_TAKE_BACK,)),
    Command("session.restart", ("r",), "Restart the step", Place.LIVE, "restart"),
    Command("session.once_more", ("o",), "One more repetition", Place.LIVE, "", (ONLY_WHILE_WORKING,)),
    Command("session.other_foot", ("w",), "Other foot first", Place.LIVE, "", (BOTH_AT_ONCE, ONE_FOOT, ONLY_BEFORE)),
    Command("session.variant", ("v",), "Variant or other equipment", Place.LIVE, "", (ONE_FORM,)),
    Command("view.zen", ("z",), "Only word, number, bar", Place.LIVE, "zen"),
    Command("view.figure", ("f",), "Figure on, off", Place.LIVE, "", (NO_FIGURE,)),
    Command("cues.mute", ("m",), "Mute, unmute", Place.LIVE, "", (NO_CUE,)),
    Command("session.end", ("escape", "q", "ctrl+c"), "End: asks first", Place.LIVE, "end"),
    Command("skip.pain", ("1",), "It was skipped for pain", Place.SKIPPED),
    Command("skip.equipment", ("2",), "It was skipped for want of equipment", Place.SKIPPED),
    Command("skip.time", ("3",), "It was skipped for want of time", Place.SKIPPED),
    Command("skip.other", ("4",), "It was skipped for another reason", Place.SKIPPED),
    Command("end.go_on", ("enter", "escape", "space"), "Go on with the session", Place.END, "go on"),
    Command("end.write_down", ("w",), "Write down what was done, and end", Place.END, "write down and end"),
    Command("end.discard", ("d",), "End and forget this session", Place.END, "discard"),
    Command("before.set", tuple("0123456789"), "Pain before it begins, 0 to 9", Place.READY),
    Command("pain.set", tuple("0123456789"), "That number (1 then 0: ten)", Place.PAIN),
    Command("pain.less", ("h", "left"), "Less", Place.PAIN, "choose"),
    Command("pain.more", ("l", "right"), "More", Place.PAIN),
    Command("pain.down", ("j", "down"), "What helps: the next", Place.PAIN, "what helps"),
    Command("pain.up", ("k", "up"), "What helps: the one before", Place.PAIN),
    Command("pain.take", ("enter",), "Take the answer", Place.PAIN, "take"),
    Command("pain.leave", ("escape", "p", "q", "ctrl+c"), "Leave it unanswered", Place.PAIN, "leave unanswered"),
    Command("reading.down", ("j", "down"), "Further down", Place.READING, "read on"),
    Command("reading.up", ("k", "up"), "Further up", Place.READING),
    Command("reading.close", ("escape", "i"), "Close; the clock runs on", Place.READING, "close"),
    Command("setting.change", ("space", "enter"), "Change", Place.SETTINGS, "change"),
    Command("setting.less", ("h", "left"), "The value before", Place.SETTINGS),
    Command("setting.more", ("l", "right"), "The value after", Place.SETTINGS),
    Command("setting.try", ("t",), "Try this cue", Place.SETTINGS, "try it", (CUE_IS_OFF,)),
    Command("setting.undo", ("u",), "Undo", Place.SETTINGS, "undo", ("Nothing to undo.",)),
    Command("care.tick", ("space",), "Tick or untick", Place.CARE, "tick"),
    Command("care.take", ("enter",), "Keep the answers", Place.CARE, "keep"),
    Command("care.leave", ("escape",), "Leave it unanswered", Place.CARE, "not now"),
    Command("answer.set", tuple("0123456789"), "That number (1 then 0: ten)", Place.FINISHED, "", (NO_NUMBER,)),
    Command("answer.less", ("h", "left"), "Change the answer: less", Place.FINISHED, "choose"),
    Command("answer.more", ("l", "right"), "Change the answer: more", Place.FINISHED),
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
    Command("app.settings", ("5",), "Settings", _E, "", (SESSION_RUNNING,)),
    Command("care.open", ("H",), "Before you begin: health questions", _H),
    Command("view.colours", ("C",), "Other colours: dark, light, high contrast, the terminal's own", _E),
    Command("app.palette", ("ctrl+p",), "Every command by name", _E),
    Command("app.help", ("question_mark",), "Keys of this screen", _E, "keys"),
    Command("app.back", ("escape",), "Back, one layer at a time", _E, "", (FIRST_SCREEN,)),
    Command("app.suspend", ("ctrl+z",), "To the shell; pauses a session", _E, "", (NO_SHELL,)),
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
