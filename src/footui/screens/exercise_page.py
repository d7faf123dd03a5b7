"""An exercise as a page to read: how to, cautions, forms, equipment, and the doses source by source."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence

from footui.core.exercise import Equipment, Exercise, PublishedDose, Source, Variant
from footui.storage.problems import Problem
from footui.widgets.role import Role
from footui.widgets.rows import Row, Run, wrap

WIDEST_TEXT = 76
"""Text is never wider than this."""


def exercise_page(exercise: Exercise, sources: Mapping[str, Source], used_in: Sequence[str], width: int) -> list[Row]:
    """The rows of the page for a pane of this width; `used_in` are titles of routines."""
    page = _Page(max(20, min(width, WIDEST_TEXT)))
    page.line(exercise.title, Role.TEXT, bold=True)
    if exercise.also:
        page.text(f"also: {', '.join(exercise.also)}", Role.MUTED)
    page.text(_where(exercise), Role.MUTED)
    page.gap()
    page.text(exercise.about)
    page.gap()
    page.numbered(exercise.steps)
    page.cautions(exercise.cautions)
    for variant in exercise.variants:
        page.variant(variant)
    if exercise.doses:
        page.heading("Doses by source")
        for dose in exercise.doses:
            page.dose(dose, exercise, sources)
        page.text(_kinds(exercise, sources), Role.MUTED)
    if used_in:
        page.heading("Used in")
        page.text(", ".join(used_in))
    return page.rows


def problem_rows(problems: Sequence[Problem], width: int) -> list[Row]:
    """What is wrong with a file, in place of its page."""
    page = _Page(max(20, width))
    for problem in problems:
        page.text(str(problem), Role.CAUTION, first="! ")
    page.gap()
    page.text("Nothing was changed. Mend the file in an editor; it is read anew each time.")
    return page.rows


class _Page:
    """Rows as they are written, one under the other."""

    def __init__(self, width: int) -> None:
        self.rows: list[Row] = []
        self._width = width

    def line(self, text: str, role: Role = Role.TEXT, *, bold: bool = False) -> None:
        self.rows.append((Run(text, role, bold),))

    def text(self, text: str, role: Role = Role.TEXT, *, first: str = "", indent: int = 0) -> None:
        """A paragraph; `first` stands before its first row, and the others are set in under what follows it."""
        lead = " " * indent + first
        for row in wrap(text, self._width - len(lead), 1000, "…"):
            self.rows.append((Run(lead + row, role),))
            lead = " " * len(lead)

    def gap(self) -> None:
        if self.rows and self.rows[-1]:
            self.rows.append(())

    def heading(self, text: str) -> None:
        self.gap()
        self.line(text, bold=True)

    def numbered(self, steps: Sequence[str]) -> None:
        for number, step in enumerate(steps, start=1):
            self.text(step, first=f"{number} ")

    def cautions(self, cautions: Sequence[str]) -> None:
        for caution in cautions:
            self.text(caution, Role.CAUTION, first="! ")

    def variant(self, variant: Variant) -> None:
        self.heading(variant.title[:1].upper() + variant.title[1:])
        self.text(variant.about or "")
        self.text(_kit(variant.equipment or ()), Role.MUTED)
        self.numbered(variant.steps or ())
        self.cautions(variant.cautions or ())

    def dose(self, dose: PublishedDose, exercise: Exercise, sources: Mapping[str, Source]) -> None:
        """One source: the dose as published, then what it leaves open and what is taken for it, then what to know."""
        source = sources.get(dose.source)
        variant = exercise.variant(dose.variant)
        form = f" · {variant.title}" if variant else ""
        self.text(f"{source.title if source else dose.source}{form}", Role.MUTED)
        self.text(dose.published, indent=2)
        for left_open, assumed in zip(dose.open, dose.assumed, strict=False):
            self.text(f"{left_open} → {assumed}", first="open: ", indent=2)
        for note in dose.notes:
            self.text(note, Role.MUTED, indent=2)


def _where(exercise: Exercise) -> str:
    """Position, what it works, and what it needs, in one line."""
    kit = _kit(exercise.equipment) or "no equipment"
    return " · ".join(part for part in (exercise.position.value, f"for {', '.join(exercise.body_parts)}", kit) if part)


def _kit(equipment: Sequence[Equipment]) -> str:
    """What is needed, each thing with what may stand in for it."""
    return ", ".join(
        f"{thing.name} (or {', '.join(thing.instead)})" if thing.instead else thing.name for thing in equipment
    )


def _kinds(exercise: Exercise, sources: Mapping[str, Source]) -> str:
    """What kind of texts the doses come from, said plainly."""
    kinds = {sources[dose.source].kind for dose in exercise.doses if dose.source in sources}
    if kinds == {"article"}:
        return "From popular articles, not trials."
    return f"Kinds of source: {', '.join(sorted(kinds))}." if kinds else ""


def matches(exercise: Exercise, words: Sequence[str]) -> bool:
    """Whether every word stands somewhere in its names, body parts, position or equipment; case and accents aside."""
    kit = [name for thing in exercise.equipment for name in (thing.name, *thing.instead)]
    text = " ".join([exercise.title, *exercise.also, *exercise.body_parts, exercise.position.value, *kit])
    return all(_plain(word) in _plain(text) for word in words)


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in folded if not unicodedata.combining(letter))
