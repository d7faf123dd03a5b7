"""The right side of the catalogue: the page of the marked exercise, and its figure where there is room for one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal

from footui.core.page import Block, Cautions, Gap, Paragraph, Title
from footui.screens.exercise_page import exercise_page
from footui.screens.moving_figure import MovingFigure
from footui.widgets.block_rows import block_rows
from footui.widgets.flowing_page import FlowingPage
from footui.widgets.glyphs import FULL, Glyphs

if TYPE_CHECKING:
    from pathlib import Path

    from footui.core.settings import Settings
    from footui.screens.catalogue_marked import Marked
    from footui.screens.shelf import Shelf
    from footui.storage.catalogue import CatalogueEntry
    from footui.widgets.rows import Row


WITH_FIGURE = 100
"""From this many columns on there is room for the figure beside the page."""


class ExercisePane(Horizontal):
    """Shows what is marked; its page has the keys while it is read."""

    DEFAULT_CSS = "ExercisePane #page { width: 1fr; }"

    def __init__(self, glyphs: Glyphs, settings: Settings, *, id: str | None = None) -> None:  # noqa: A002 - the name Textual gives it
        """Nothing is shown yet."""
        super().__init__(id=id)
        self._glyphs = glyphs
        self._still = settings.reduced_motion
        self._shown: tuple[Path, str | None] | None = None
        self.has_figures = settings.figure and glyphs is FULL
        """Whether figures are shown at all, where there is room: they have no ASCII."""

    def compose(self) -> ComposeResult:
        """The page, and the figure beside it."""
        yield FlowingPage(glyphs=self._glyphs, id="page")
        if self.has_figures:
            yield MovingFigure(still=self._still, glyphs=self._glyphs, id="figure")

    @property
    def page(self) -> FlowingPage:
        """The page."""
        return self.query_one("#page", FlowingPage)

    def show(self, marked: Marked | None, shelf: Shelf) -> None:
        """Show the page of what is marked: another one from its first row on, the same one from where it stands."""
        shown = None if marked is None else (marked.entry.path, marked.variant)
        self.page.write(partial(_rows, marked, shelf), from_top=shown != self._shown)
        self._shown = shown
        self._show_figure(marked)

    def reveal_dose(self) -> None:
        """Bring the marked dose into view."""
        self.page.reveal_marked(FULL.mark)

    def _show_figure(self, marked: Marked | None) -> None:
        for view in self.query(MovingFigure):
            if self.app.size.width >= WITH_FIGURE:
                from footui.figures import figure_of  # noqa: PLC0415  # 20 ms, where there is room for it

                view.show(None if marked is None else figure_of(marked.entry.id, marked.variant))

    def hold_figure(self) -> None:
        """Move nothing: another screen lies over this one."""
        for view in self.query(MovingFigure):
            view.hold()


def _rows(marked: Marked | None, shelf: Shelf, width: int) -> Sequence[Row]:
    """The page of what is marked, so many cells wide."""
    if marked is None:
        return ()
    exercise = marked.entry.exercise
    if exercise is None:
        return block_rows(_problems(marked.entry), width)
    used_in = shelf.routines_with(exercise.id)
    return exercise_page(exercise, shelf.catalogue.sources, used_in, width, variant=marked.variant, marked=marked.dose)


def _problems(entry: CatalogueEntry) -> list[Block]:
    """What is wrong with a file, in place of its page."""
    where = (f"line {problem.line}, column {problem.column}: {problem.message}" for problem in entry.problems)
    return [
        Title(f"{entry.path.parent.name}/{entry.path.name}"),
        Gap(),
        Cautions(tuple(where)),
        Gap(),
        Paragraph("Nothing was changed. E opens it at the first of these; it is read anew when it is saved."),
    ]
