"""The second part of the first start: the cautions, with the questions to tick; enter begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import Resize

from footui.commands import TO_A_PLACE, Command, Place
from footui.core.care import CareAnswers
from footui.screens.base import bindings_of
from footui.screens.care import CareScreen
from footui.widgets.role import Role
from footui.widgets.rows import Row, Run, row_width
from footui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from footui.screens.guide import Guide

STAGES = ("choose", "care", "begin")
WIDE = 70
"""From so many columns on there is room for longer words in the last row."""

ENTER_OR_LOOK = "enter begins, tab goes back to the programmes, esc looks round first."


class FirstStartCare(CareScreen):
    """Closes with the answers, to begin or to go back; or with None, to look round first."""

    PLACES = (Place.FIRST_START, Place.LISTS, Place.EVERYWHERE)
    BINDINGS = bindings_of(*PLACES)
    NAME = "before you begin"
    DEFAULT_CSS = """
    FirstStartCare #way { height: 1; }
    FirstStartCare.-lowest #way { display: none; }
    """

    def __init__(self, guide: Guide, answered: CareAnswers, title: str) -> None:
        """`title` is that of the programme that was taken; empty where none was."""
        super().__init__(guide, answered)
        self._title = title
        self.goes_back = False
        """Whether another programme is to be chosen."""

    def compose(self) -> ComposeResult:
        """Where one stands on the way, over the questions."""
        with Horizontal(id="way"):
            yield TextLine(glyphs=self.guide.glyphs, id="welcome")
            yield TextLine(align_right=True, glyphs=self.guide.glyphs, id="stages")
        yield from super().compose()

    def on_resize(self, event: Resize) -> None:
        """Another width has room for more or fewer words."""
        self.call_after_refresh(self._show_way)

    def _show_way(self) -> None:
        width = self.size.width
        stages = stages_row("care", width - len(self._title) - 2)
        shown = self.query_one("#stages", TextLine)
        shown.styles.width = row_width(stages)
        shown.set(stages)
        self.query_one("#welcome", TextLine).set(self._title)

    # Commands

    def why_not(self, command_id: str) -> str | None:
        """Other places wait until this one is closed."""
        if command_id in TO_A_PLACE:
            return ENTER_OR_LOOK
        if command_id in ("focus.next", "focus.previous"):
            return None
        return super().why_not(command_id)

    def footer_label(self, command: Command) -> str:
        """Where enter and tab lead to."""
        if command.id == "first.next":
            return "begin" if self._title else "look round"
        if command.id == "first.look_round" and self.size.width < WIDE:
            return "look round"
        return "to the programmes" if command.id == "focus.next" else super().footer_label(command)

    def do_first_tick(self) -> None:
        """Tick or untick the marked one."""
        self.do_care_tick()

    def do_first_next(self) -> None:
        """Begin."""
        self.do_care_take()

    def do_first_look_round(self) -> None:
        """Look round first."""
        self.do_care_leave()

    def do_focus_next(self) -> None:
        """Back to the programmes, with the answers as they are."""
        self.goes_back = True
        self.do_care_take()

    def do_focus_previous(self) -> None:
        """Likewise."""
        self.do_focus_next()


def stages_row(here: str, width: int) -> Row:
    """“[1 choose]  2 care   3 begin ”, the present one in brackets; where it is narrow the others have no words."""
    for is_short in (False, True):
        row: list[Run] = []
        for place, stage in enumerate(STAGES, start=1):
            if stage == here:
                row.append(Run(f"[{place} {stage}] ", Role.WORK, bold=True))
            else:
                row.append(Run(f" {place}  " if is_short else f" {place} {stage}  ", Role.MUTED))
        row[-1] = row[-1]._replace(text=row[-1].text.rstrip())
        if row_width(tuple(row)) <= width:
            break
    return tuple(row)
