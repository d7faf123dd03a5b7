"""How much it hurts: what is asked as one value, and its rows for any number of cells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

from footui.core.said import MOST_PAIN, Band
from footui.widgets.glyphs import FULL, Glyphs
from footui.widgets.role import Role
from footui.widgets.rows import Row, Run, crop, wrap

WIDEST_ROW = 76
"""Cells of the longest row of text."""

CELLS = (5, 4, 3)
"""How wide a number of the scale may be, the widest first."""


class PainPrompt(NamedTuple):
    """The question with what is chosen so far."""

    number: int | None
    """0 to 10; None until one is chosen."""
    ease_from: int
    stop_above: int
    choices: tuple[str, ...] = ()
    """What helps at this number."""
    chosen: int = 0
    advice: str = ""
    """What to do at once; always shown in full."""
    question: str = "Pain now?"

    @property
    def too_much(self) -> bool:
        """Whether the number asks to stop."""
        return self.number is not None and self.number > self.stop_above

    @property
    def bands(self) -> tuple[tuple[str, range], ...]:
        """The bands in words with their numbers, without those that hold no number."""
        stop = min(self.stop_above, MOST_PAIN) + 1
        ease = min(self.ease_from, stop)
        ranges = (range(ease), range(ease, stop), range(stop, MOST_PAIN + 1))
        words = (Band.GO_ON.value, Band.EASE.value, Band.STOP.value)
        return tuple((word, numbers) for word, numbers in zip(words, ranges, strict=True) if numbers)

    @property
    def verdict(self) -> str:
        """What the chosen number asks for: “4: ease”; empty where none is chosen."""
        return next((f"{self.number}: {words}" for words, numbers in self.bands if self.number in numbers), "")

    def legend(self) -> tuple[str, ...]:
        """What the numbers mean, in paragraphs, to stand beside the large one."""
        return self.question, "", "0: none", f"{MOST_PAIN}: the worst there is", "", "Sharp or new: stop."


def pain_rows(prompt: PainPrompt, width: int, height: int, glyphs: Glyphs = FULL) -> list[Row]:
    """The scale, its bands, what helps and the advice in at most so many rows.

    Where all have no place, the blank rows go first, then the bands, the question, and the choices farthest from the
    chosen one; the scale, the chosen answer and the advice stay.
    """
    scale, bands = _scale(prompt, width, glyphs)
    advice = _advice(prompt, width, glyphs)
    left = height - 1 - len(advice)
    choices = _choices(prompt, width, left, 2 if bands else 0, glyphs)
    left -= len(choices)
    with_bands = left >= 1 and bool(bands)
    asked = _what_helps(prompt, width, glyphs) if bands or prompt.number is None else ()
    with_asked = left - with_bands >= 1 and bool(asked)
    left -= with_bands + with_asked
    groups: list[list[Row]] = [
        [scale, *([bands] if with_bands else [])],
        [*([asked] if with_asked else []), *choices],
        advice,
    ]
    return _spaced([group for group in groups if group], left, top=height >= 8)[:height]


def _choices(prompt: PainPrompt, width: int, height: int, others: int, glyphs: Glyphs) -> list[Row]:
    """What helps: each in full where `others` rows are left, else in a row each, else those around the chosen one."""
    whole = [_choice(prompt, place, width, 3, glyphs) for place in range(len(prompt.choices))]
    if sum(map(len, whole)) <= height - others:
        return [row for rows in whole for row in rows]
    short = [_choice(prompt, place, width, 1, glyphs)[0] for place in range(len(prompt.choices))]
    shown = max(1, min(len(short), height))
    first = max(0, min(prompt.chosen - shown // 2, len(short) - shown))
    return short[first : first + shown]


def _spaced(groups: Sequence[list[Row]], blanks: int, *, top: bool) -> list[Row]:
    """The groups with as many blank rows between them, and one above them, as there are."""
    rows: list[Row] = []
    between = min(blanks, len(groups) - 1)
    if top and blanks > between:
        rows.append(())
    for place, group in enumerate(groups):
        if place and place <= between:
            rows.append(())
        rows += group
    return rows


def _scale(prompt: PainPrompt, width: int, glyphs: Glyphs) -> tuple[Row, Row]:
    """The numbers in one row, the chosen one in brackets, and under them what each band asks for."""
    bands = prompt.bands
    cell = next((cell for cell in CELLS if cell * (MOST_PAIN + 1) + 3 * (len(bands) - 1) <= width), 0)
    divider = f" {glyphs.divider} "
    if not cell:
        cell, divider = 3, glyphs.divider
        if cell * (MOST_PAIN + 1) + len(bands) - 1 > width:
            return _short_scale(prompt, width, glyphs), ()
    numbers: list[Run] = []
    words: list[Run] = []
    for place, (word, of_band) in enumerate(bands):
        if place:
            numbers.append(Run(divider, Role.MUTED))
            words.append(Run(divider, Role.MUTED))
        numbers += [_number(number, prompt.number, cell) for number in of_band]
        taken = sum(len(run.text) for run in words)
        room = len(of_band) * cell if place < len(bands) - 1 else width - taken
        said = crop((Run(word),), room, glyphs.ellipsis)[0].text
        indent = min(2 if cell > 3 else 1, room - cell_len(said))
        is_here = prompt.number in of_band
        role = (Role.CAUTION if prompt.too_much else Role.READY) if is_here else Role.MUTED
        words.append(Run((" " * indent + said).ljust(len(of_band) * cell), role, bold=is_here))
    return tuple(numbers), crop(tuple(words), width, glyphs.ellipsis)


def _number(number: int, chosen: int | None, cell: int) -> Run:
    """One number of the scale; all end in the same cell of theirs."""
    if number == chosen:
        return Run(f"[{number}]".rjust(cell), Role.WORK, bold=True)
    return Run(f"{number}".rjust(cell - 1).ljust(cell))


def _short_scale(prompt: PainPrompt, width: int, glyphs: Glyphs) -> Row:
    """Where the numbers have no room: the chosen one, and what it asks for."""
    text = f"[{prompt.verdict}]" if prompt.verdict else f"0 to {MOST_PAIN}"
    return crop((Run(glyphs.text(text), Role.WORK, bold=True),), width, glyphs.ellipsis)


def _what_helps(prompt: PainPrompt, width: int, glyphs: Glyphs) -> Row:
    """What the number asks for, in words."""
    if prompt.number is None:
        return crop((Run(glyphs.text("0 is none, 10 is the worst there is.")),), width, glyphs.ellipsis)
    text = f"{prompt.verdict}. What helps?" if prompt.choices else f"{prompt.verdict}."
    return crop((Run(glyphs.text(text), bold=True),), width, glyphs.ellipsis)


def _choice(prompt: PainPrompt, place: int, width: int, height: int, glyphs: Glyphs) -> list[Row]:
    """One of what helps in at most so many rows, the chosen one with the focus bar."""
    is_chosen = place == prompt.chosen
    mark = Run(glyphs.focus if is_chosen else " ", Role.WORK)
    lines = wrap(glyphs.text(prompt.choices[place]), width - 1, height, glyphs.ellipsis)
    return [(mark, Run(line, bold=is_chosen)) for line in lines or [""]]


def _advice(prompt: PainPrompt, width: int, glyphs: Glyphs) -> list[Row]:
    """The advice with the sign of a caution, over as many rows as it takes."""
    if not prompt.advice:
        return []
    lines = wrap(glyphs.text(prompt.advice), min(width, WIDEST_ROW) - 2, 100, "")
    return [(Run(("! " if not place else "  ") + line, Role.CAUTION),) for place, line in enumerate(lines)]
