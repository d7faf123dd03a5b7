"""Before one begins: four questions to tick, the advice that goes with them, and the signs to get help at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import Resize

from footui.commands import TO_A_PLACE, Place
from footui.core.care import ASK_FIRST, CALL_A_DOCTOR, EMERGENCY, FOOT_TEAM, NO_PROMISE, QUESTIONS, CareAnswers
from footui.screens.base import CommandScreen, bindings_of
from footui.widgets.field_list import FieldList, Piece
from footui.widgets.footer import Footer
from footui.widgets.page import Page
from footui.widgets.role import Role
from footui.widgets.rows import Row, Run, wrap
from footui.widgets.text_line import MessageRow, TextLine

if TYPE_CHECKING:
    from footui.screens.guide import Guide

__all__ = ["CareAnswers", "CareScreen"]

WIDEST = 76
"""Cells of the longest row of text."""

LOW = 14
"""Below so many rows no row is left blank."""

WIDE = 60
"""From so many columns on the question is said in full."""

QUESTION = "Before you begin: is any of this so for you?"
SHORT_QUESTION = "Is any of this so for you?"
ANSWER_FIRST = "enter keeps the answers, esc leaves them for another time."


class CareScreen(CommandScreen[CareAnswers | None]):
    """Closes with the answers, or with None where they are left."""

    PLACES = (Place.CARE, Place.LISTS, Place.EVERYWHERE)
    BINDINGS = bindings_of(*PLACES)
    NAME = "before you begin"

    def __init__(self, guide: Guide, answered: CareAnswers | None) -> None:
        """`answered` is what was ticked before; None where nobody was asked yet."""
        super().__init__(guide)
        self._answers = answered or CareAnswers()
        self._marked = 0

    def compose(self) -> ComposeResult:
        """Heading, the questions, what goes with them, message and keys."""
        glyphs = self.guide.glyphs
        with Horizontal(classes="head"):
            yield TextLine(glyphs=glyphs, id="heading")
            yield TextLine(align_right=True, glyphs=glyphs, id="now")
        yield FieldList(glyphs=glyphs, id="questions")
        yield Page(glyphs=glyphs, id="advice")
        yield MessageRow(glyphs=glyphs, id="message")
        yield Footer(glyphs=glyphs, id="footer")

    def on_mount(self) -> None:
        """The questions have the keys."""
        self.query_one(FieldList).focus()
        self._show()
        self.show_footer()

    def on_resize(self, event: Resize) -> None:
        """Another width has other rows; where it is low, none is left blank."""
        self.set_class(event.size.height < LOW, "-lowest")
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        lines = [(Piece(question, field=place),) for place, question in enumerate(questions_asked(self._answers))]
        self.query_one(FieldList).set(lines, self._marked)
        page = self.query_one(Page)
        page.set(advice_rows(page.size.width, any_ticked=bool(self._answers.ticked)), from_top=False)
        self._say_more()

    def _say_more(self) -> None:
        """Say where there is more to read, and how; the question is short where there is little room."""
        is_wide = self.size.width >= WIDE
        more = ("PgDn reads on" if is_wide else "PgDn") if self.query_one(Page).lines_below else ""
        right = self.query_one("#now", TextLine)
        right.styles.width = len(more)
        right.set(more, Role.MUTED)
        self.query_one("#heading", TextLine).set(QUESTION if is_wide else SHORT_QUESTION, bold=True)

    def on_field_list_clicked(self, event: FieldList.Clicked) -> None:
        """A click ticks."""
        self._marked = event.field
        self.run_command("care.tick")

    def _move(self, rows: int, pages: int = 0) -> None:
        """From question to question, or in the page that has the focus."""
        page = self.query_one(Page)
        if pages or page.has_focus:
            page.scroll_rows(rows + pages * max(page.size.height - 1, 1))
            self._say_more()
            return
        self._marked = max(0, min(self._marked + rows, len(QUESTIONS) - 1))
        self._show()

    def why_not(self, command_id: str) -> str | None:
        """Other places wait until this one is closed."""
        if command_id in TO_A_PLACE or command_id == "app.back":
            return ANSWER_FIRST
        return super().why_not(command_id)

    def do_care_tick(self) -> None:
        """Tick or untick the marked one."""
        self._answers = self._answers.turned(QUESTIONS[self._marked][0])
        self._show()

    def do_care_take(self) -> None:
        """Close with the answers."""
        self.dismiss(self._answers)

    def do_care_leave(self) -> None:
        """Close without."""
        self.dismiss(None)


def questions_asked(answers: CareAnswers) -> list[str]:
    """“[x] numb feet, or diabetes”, and so on."""
    return [f"[{'x' if name in answers.ticked else ' '}] {words}" for name, words in QUESTIONS]


def advice_rows(width: int, *, any_ticked: bool) -> list[Row]:
    """What goes with the questions, in rows of at most `width` cells."""
    width = min(width, WIDEST)
    mark = "! " if any_ticked else ""
    rows = _paragraph(mark + ASK_FIRST, width, Role.CAUTION if any_ticked else Role.TEXT)
    signs = [row for text in (EMERGENCY, FOOT_TEAM, CALL_A_DOCTOR) for row in _paragraph(f"! {text}", width)]
    return [*rows, (), *signs, (), *_paragraph(NO_PROMISE, width, Role.MUTED)]


def _paragraph(text: str, width: int, role: Role = Role.TEXT) -> list[Row]:
    return [(Run(row, role),) for row in wrap(text, max(width, 1), 100, "")]
