"""What a command is, where it is at hand, and how its keys are called."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Place(Enum):
    """Where a group of commands is at hand; the value is its heading in help and in `docs/keys.md`."""

    EVERYWHERE = "Everywhere"
    LISTS = "All lists"
    HOME = "Today"
    FIRST_START = "First start"
    CATALOGUE = "Catalogue"
    FILTERS = "Filtering the catalogue"
    EXERCISE_EDITOR = "Editing an exercise"
    ROUTINES = "Routines"
    BUILDER = "Builder"
    FIELDS = "Editing a step's fields"
    EDITING = "Wherever files are changed"
    CONFLICT = "Changed elsewhere"
    ASKING = "A question in the rows below"
    LIVE = "Live session"
    SKIPPED = "After a skipped step"
    END = "Ending a session"
    READY = "Before the first step"
    PAIN = "How much it hurts"
    READING = "Reading how it is done"
    FINISHED = "Session finished"
    HISTORY = "History"
    SESSION_PAGE = "A session in full"
    CORRECTING = "Correcting a session"
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
    "asking.down": "↑↓",
    "field.after": "↑↓",
    "builder.session_after": "[ ]",
    "builder.level_up": ", .",
    "today.session_after": "[ ]",
    "today.level_up": ", .",
    "step.down": "J/K",
    "exercise.source_after": "[ ]",
    "history.week_before": "←↑↓→",
    "history.day_before": "↑↓",
    "history.exercise_after": "[ ]",
    "history.session_before": "←→",
    "correct.less": "←→",
    "correct.down": "↑↓",
}
"""What stands in the footer for a command that shares its place there with another."""


def key_name(key: str) -> str:
    """A key as people read it: “?”, “esc”, “ctrl+p”."""
    return _KEY_NAMES.get(key, key)
