"""The difference of two texts as lines that can be shown."""

from __future__ import annotations

from typing import Final

from footui.storage.text_cleaning import clean_line

MOST_LINES: Final = 1_000
"""Lines of a difference; nobody reads more of it."""

_MOST_COMPARED: Final = 6_000
"""Lines of each text: comparing may take time with their square."""

_LONGEST: Final = 400
_UNSEEN: Final = " Only line ends or characters that cannot be seen are different."


def unified(mine: str, theirs: str) -> list[str]:
    """A unified difference, `-` before lines that only `mine` has and `+` before those of `theirs`, each line cleaned.

    Nothing where the two are alike.
    """
    if mine == theirs:
        return []
    import difflib  # noqa: PLC0415 - 5 ms that only two different texts have to pay

    old, new = _lines(mine), _lines(theirs)
    lines = list(difflib.unified_diff(old, new, "mine", "theirs", lineterm=""))
    if not lines:
        return [_UNSEEN]
    shown = [line[:1] + clean_line(line[1:], _LONGEST) for line in lines[:MOST_LINES]]
    return [*shown, f" … and {len(lines) - MOST_LINES:,} lines more."] if len(lines) > MOST_LINES else shown


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").split("\n")[:_MOST_COMPARED]
