"""An exercise as a page to read, and what is wrong with a file in place of it.

The first screen imports this for files with problems, seldom as they are: what writes a page waits in the functions.
"""

# ruff: noqa: PLC0415 - see above

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from footui.core.exercise import Exercise, Source
    from footui.storage.problems import Problem
    from footui.widgets.rows import Row


def exercise_page(
    exercise: Exercise,
    sources: Mapping[str, Source],
    used_in: Sequence[str],
    width: int,
    *,
    variant: str | None = None,
    marked: int | None = None,
) -> list[Row]:
    """The rows of the page for a pane of this width, in all forms of the exercise or in one.

    `used_in` are titles of routines, `marked` is the place of the chosen dose among the exercise's.
    """
    from footui.core.exercise_page import exercise_blocks
    from footui.widgets.block_rows import block_rows

    return block_rows(exercise_blocks(exercise, sources, used_in, variant=variant), width, marked=marked)


def problem_rows(problems: Sequence[Problem], width: int) -> list[Row]:
    """What is wrong with a file, in place of its page."""
    from footui.core.page import Cautions, Gap, Paragraph
    from footui.widgets.block_rows import block_rows

    mend = Paragraph("Nothing was changed. Mend the file in an editor; it is read anew each time.")
    return block_rows([Cautions(tuple(map(str, problems))), Gap(), mend], width)
