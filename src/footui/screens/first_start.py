"""The first start: choose a programme, read the cautions, begin; or look round first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import Click, Resize

from footui.commands import TO_A_PLACE, Command, Place
from footui.commands.reasons import CHOOSE_FIRST
from footui.core.care import CareAnswers
from footui.screens.base import CommandScreen, bindings_of
from footui.screens.first_start_care import FirstStartCare, stages_row
from footui.screens.first_start_rows import cautions, columns_of, facts_of, note_on, programmes_in, rows_of
from footui.screens.shelf import Shelf
from footui.storage.library import RoutineEntry
from footui.widgets.choice_list import ChoiceList
from footui.widgets.footer import Footer
from footui.widgets.page import Page
from footui.widgets.rows import Row, row_width
from footui.widgets.text_line import MessageRow, TextLine

if TYPE_CHECKING:
    from footui.screens.guide import Guide

__all__ = ["FirstChoice", "FirstStartScreen"]

FRAME, LOW_FRAME = 6, 4
"""Rows that are neither of the list nor of what stands below it, with blank ones or without."""

LOWEST = 14
"""Below so many rows none is left blank, and nothing stands below the list."""

CHOOSE_OR_LOOK = "Choose a programme; or esc to look round first."
WELCOME = "Welcome to footui"
QUESTION = "Which programme would you like to try? You can change it at any time."
SHORT_QUESTION = "Which programme would you like to try?"


class FirstChoice(NamedTuple):
    """What a person begins with: a programme, or None to look round first; and what they answered."""

    entry: RoutineEntry | None
    answers: CareAnswers


class FirstStartScreen(CommandScreen[FirstChoice | None]):
    """Closes with the choice, or with None where it is left for another time."""

    PLACES = (Place.FIRST_START, Place.LISTS, Place.EVERYWHERE)
    BINDINGS = bindings_of(*PLACES)
    NAME = "first start"
    DEFAULT_CSS = """
    FirstStartScreen { padding: 0 1; }
    FirstStartScreen #stages { width: 36; }
    FirstStartScreen #asked { margin-top: 1; }
    FirstStartScreen #programmes { margin-top: 1; }
    FirstStartScreen #cautions { margin-top: 1; }
    FirstStartScreen #message { height: 1; }
    FirstStartScreen.-lowest #asked, FirstStartScreen.-lowest #programmes { margin-top: 0; }
    FirstStartScreen.-lowest #cautions { display: none; }
    """

    def __init__(self, guide: Guide, shelf: Shelf) -> None:
        """Offer the programmes on this shelf; nothing is answered yet."""
        super().__init__(guide)
        self._shelf = shelf
        self._programmes = programmes_in(shelf)
        self._facts = tuple(facts_of(entry.routine) for entry in self._programmes if entry.routine)
        self._answers = CareAnswers()

    def compose(self) -> ComposeResult:
        """Heading, the programmes, what is to know of them and the cautions, message and keys."""
        glyphs = self.guide.glyphs
        with Horizontal(classes="head"):
            yield TextLine(WELCOME, bold=True, glyphs=glyphs, id="welcome")
            yield TextLine(align_right=True, glyphs=glyphs, id="stages")
        yield TextLine(QUESTION, glyphs=glyphs, id="asked")
        yield ChoiceList(glyphs=glyphs, id="programmes")
        yield Page(glyphs=glyphs, id="cautions")
        yield MessageRow(glyphs=glyphs, id="message")
        yield Footer(glyphs=glyphs, id="footer")

    def on_mount(self) -> None:
        """The list has the keys."""
        self.query_one(Page).can_focus = False
        self.set_focus(self.query_one(ChoiceList))
        self._show()
        self.show_footer()

    def on_resize(self, event: Resize) -> None:
        """Another size has other columns, and other rows below them."""
        self.set_class(event.size.height < LOWEST, "-lowest")
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        width, height = max(self.size.width, 1), self.size.height
        stages = stages_row("choose", width - len(WELCOME) - 2)
        shown = self.query_one("#stages", TextLine)
        shown.styles.width = row_width(stages)
        shown.set(stages)
        self.query_one("#asked", TextLine).set(QUESTION if width >= len(QUESTION) else SHORT_QUESTION)
        listed = self.query_one(ChoiceList)
        titles = [entry.title for entry in self._programmes]
        choices = rows_of(titles, self._facts, columns_of(width - 1))
        listed.styles.height = min(len(choices), max(height - (LOW_FRAME if self.has_class("-lowest") else FRAME), 1))
        listed.set(choices, listed.chosen if listed.chosen is not None else 1)
        self._show_cautions(width)

    def _show_cautions(self, width: int) -> None:
        page = self.query_one(Page)
        page.set(self._caution_rows(width))
        self.say("")

    def _caution_rows(self, width: int) -> list[Row]:
        source = None
        entry = self._marked
        if entry is not None and entry.routine is not None and entry.routine.source is not None:
            source = self._shelf.catalogue.sources.get(entry.routine.source)
        listed = self.query_one(ChoiceList).styles.height
        below = self.size.height - FRAME - 1 - int(listed.value if listed is not None else 0)
        return cautions(source, self._answers, width, below)

    @property
    def _marked(self) -> RoutineEntry | None:
        """The programme with the focus bar; None where that stands at looking round."""
        chosen = self.query_one(ChoiceList).chosen
        place = len(self._programmes) if chosen is None else chosen - 1
        return self._programmes[place] if 0 <= place < len(self._programmes) else None

    def on_choice_list_moved(self, event: ChoiceList.Moved) -> None:
        """Another programme has another article."""
        self._show_cautions(max(self.size.width, 1))
        self.show_footer()

    def on_choice_list_taken(self, event: ChoiceList.Taken) -> None:
        """Clicked again: take it."""
        self.run_command("first.next")

    def on_click(self, event: Click) -> None:
        """A click on the cautions opens them."""
        if self.query_one(Page).region.contains_point(event.screen_offset):
            self.run_command("focus.next")

    # Commands

    def say(self, message: str, *, caution: bool = False) -> None:
        """Show a sentence; where there is none, why the numbers of the marked programme differ from its title."""
        entry = self._marked if self.is_mounted and not message else None
        place = self._programmes.index(entry) if entry is not None else None
        super().say(note_on(self._facts[place]) if place is not None else message, caution=caution)

    def why_not(self, command_id: str) -> str | None:
        """Other places wait until this one is closed."""
        if command_id in TO_A_PLACE:
            return CHOOSE_OR_LOOK
        if command_id == "first.tick":
            return CHOOSE_FIRST
        if command_id in ("focus.next", "focus.previous"):
            return None
        return super().why_not(command_id)

    def footer_label(self, command: Command) -> str:
        """Where enter and tab lead to."""
        if command.id == "first.next" and self._marked is None:
            return "look round"
        return "to the questions" if command.id == "focus.next" else super().footer_label(command)

    def do_first_next(self) -> None:
        """Take the programme, and go on to the cautions."""
        if self._marked is None:
            self.dismiss(None)
        else:
            self._open_care()

    def do_focus_next(self) -> None:
        """To the cautions, also without a programme."""
        self._open_care()

    def do_focus_previous(self) -> None:
        """Likewise."""
        self._open_care()

    def _open_care(self) -> None:
        entry = self._marked
        title = entry.title if entry is not None else ""

        def go_on(answers: CareAnswers | None) -> None:
            if answers is None:
                self.dismiss(None)
            elif care.goes_back:
                self._answers = answers
                self._show()
            else:
                self.dismiss(FirstChoice(entry, answers))

        care = FirstStartCare(self.guide, self._answers, title)
        self.app.push_screen(care, go_on)

    def do_first_look_round(self) -> None:
        """Look round first."""
        self.dismiss(None)
