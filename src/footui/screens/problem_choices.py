"""What is wrong with a file as blocks of a list: one chooses a problem, and goes to its line in an editor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from footui.storage.problems import Problem
from footui.widgets.choice_list import Choice
from footui.widgets.glyphs import Glyphs
from footui.widgets.role import Role
from footui.widgets.rows import Run, line, wrap

WIDEST: Final = 76
"""Cells of the longest row of text."""

_MOST_ROWS: Final = 6


def problem_choices(problems: Sequence[Problem], width: int, glyphs: Glyphs) -> list[Choice]:
    """A block for each problem, of rows of at most `width` cells: where it stands, and what is wrong."""
    choices = []
    for problem in problems:
        text = glyphs.text(f"! line {problem.line}, column {problem.column}: {problem.message}")
        rows = wrap(text, max(1, min(width, WIDEST)), _MOST_ROWS, glyphs.ellipsis)
        choices.append(Choice(tuple(line((Run(row, Role.CAUTION),)) for row in rows)))
    return choices
