"""The exercises to look through: find as you type, the list beside the page, or above it where it is narrow."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical
from textual.events import Resize
from textual.widgets import Input

from footui.commands import Place
from footui.screens.base import CommandScreen, Guide, bindings_of
from footui.screens.exercise_page import exercise_page, matches, problem_rows
from footui.screens.places_row import date_and_time, places_row
from footui.screens.shelf import Shelf
from footui.storage.catalogue import CatalogueEntry
from footui.widgets.choice_list import Choice, ChoiceList
from footui.widgets.footer import Footer
from footui.widgets.page import Page
from footui.widgets.role import Role
from footui.widgets.rows import Run, line
from footui.widgets.text_line import MessageRow, TextLine

SIDE_BY_SIDE = 76
"""From this many columns on list and page stand side by side."""


class CatalogueScreen(CommandScreen[None]):
    """Every exercise with its page."""

    PLACES = (Place.CATALOGUE, Place.LISTS, Place.EVERYWHERE)
    BINDINGS = bindings_of(*PLACES)
    NAME = "catalogue"
    CAN_FIND = True

    def __init__(self, guide: Guide, shelf: Shelf) -> None:
        """The exercises of this shelf."""
        super().__init__(guide)
        self._shelf = shelf
        self._found: list[CatalogueEntry] = list(shelf.catalogue.entries)
        self._full_width = False

    def compose(self) -> ComposeResult:
        """Places, the field to find in, the list, the page, message and keys."""
        glyphs = self.guide.glyphs
        now = date_and_time(self.guide.clock.wall(), self.guide.notation)
        with Horizontal(classes="head"):
            yield TextLine(places_row(Place.CATALOGUE), glyphs=glyphs)
            line = TextLine(now, Role.MUTED, align_right=True, glyphs=glyphs, id="now")
            line.styles.width = len(now) + 1
            yield line
        with Container(id="panes"):
            with Vertical(id="finding"):
                yield Input(placeholder="/ find", id="find", compact=True)
                yield TextLine(glyphs=glyphs, id="found")
                yield ChoiceList(glyphs=glyphs, id="exercises")
            yield Page(glyphs=glyphs, id="page")
        yield MessageRow(glyphs=glyphs, id="message")
        yield Footer(glyphs=glyphs, id="footer")

    def on_mount(self) -> None:
        """The list has the keys; / goes to the field."""
        self.set_focus(self.query_one(ChoiceList))
        self._find("")

    def on_resize(self, event: Resize) -> None:
        """Side by side, or one above the other."""
        self.set_class(event.size.width < SIDE_BY_SIDE, "-stacked")
        self.call_after_refresh(self._show_page)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find as is typed."""
        self._find(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Back to the list, with what was found."""
        self.set_focus(self.query_one(ChoiceList))
        self.show_footer()

    def _find(self, text: str) -> None:
        words = text.split()
        entries = self._shelf.catalogue.entries
        self._found = [entry for entry in entries if not words or (entry.exercise and matches(entry.exercise, words))]
        choices = [Choice((line(entry.title, _trouble(entry)),)) for entry in self._found]
        self.query_one(ChoiceList).set(choices)
        count = f"{len(self._found)} of {len(entries)} found" if words else f"{len(entries)} exercises"
        self.query_one("#found", TextLine).set(count if self._found else "Nothing fits.", Role.MUTED)
        self._show_page()
        self.show_footer()

    def _show_page(self) -> None:
        page, chosen = self.query_one(Page), self.query_one(ChoiceList).chosen
        entry = self._found[chosen] if chosen is not None and chosen < len(self._found) else None
        if entry is None:
            page.set(())
        elif entry.exercise is None:
            page.set(problem_rows(entry.problems, page.size.width))
        else:
            used_in = self._shelf.routines_with(entry.id)
            page.set(exercise_page(entry.exercise, self._shelf.catalogue.sources, used_in, page.size.width))

    def on_choice_list_moved(self, event: ChoiceList.Moved) -> None:
        """Another exercise, another page."""
        self._show_page()

    def on_choice_list_taken(self, event: ChoiceList.Taken) -> None:
        """Clicked again: the page in full width."""
        self.run_command("exercise.open")

    def why_not(self, command_id: str) -> str | None:
        """What is not possible where nothing was found."""
        if command_id == "exercise.open" and not self._found:
            return "Nothing fits."
        return super().why_not(command_id)

    def do_exercise_open(self) -> None:
        """The page in full width, or back beside the list."""
        self._full_width = not self._full_width
        self.set_class(self._full_width, "-page")
        self.set_focus(self.query_one(Page) if self._full_width else self.query_one(ChoiceList))
        self.call_after_refresh(self._show_page)

    def do_list_find(self) -> None:
        """To the field."""
        if self._full_width:
            self.do_exercise_open()
        self.set_focus(self.query_one(Input))

    def do_app_back(self) -> None:
        """Out of the field, out of the page, back to the first place: one layer at a time."""
        field = self.query_one(Input)
        if field.has_focus:
            field.value = ""
            self.set_focus(self.query_one(ChoiceList))
        elif self._full_width:
            self.do_exercise_open()
        else:
            self.guide.go_to(Place.HOME)


def _trouble(entry: CatalogueEntry) -> tuple[Run, ...] | str:
    return (Run("!", Role.CAUTION),) if entry.problems else ""
