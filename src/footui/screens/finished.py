"""The session is done, or was ended: what was planned and done, that it is written down, and what is asked about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import Resize
from textual.widgets import Input

from footui.commands import Command, Place
from footui.core.exercise import Exercise
from footui.core.phase import SECOND
from footui.core.record import SessionRecord
from footui.core.said import Said
from footui.core.wording import clock
from footui.screens.base import bindings_of
from footui.screens.finished_suggestion import FinishedSuggestion
from footui.screens.guide import Guide
from footui.screens.work_rows import NARROW, work_rows
from footui.widgets.big_word import BigWord
from footui.widgets.footer import Footer
from footui.widgets.page import Page
from footui.widgets.role import Role
from footui.widgets.text_line import MessageRow, TextBlock, TextLine

if TYPE_CHECKING:
    from footui.storage.suggestion import Suggestions

LOW, ROOMY = 14, 24
"""Below so many rows the sums take one and the word none; from so many on blank rows part the groups."""


class FinishedScreen(FinishedSuggestion):
    """Shows what was done; `next_line` says what comes next today, `written` whether and where it was kept."""

    DEFAULT_CSS = """
    FinishedScreen.-roomy #suggestion { margin-top: 1; }
    FinishedScreen.-lowest.-suggests #outcome, FinishedScreen.-lowest.-suggests #work { display: none; }
    FinishedScreen.-lowest.-advice #suggestion { display: none; }
    """

    PLACES = (Place.FINISHED, Place.EDITING, Place.LISTS, Place.EVERYWHERE)
    BINDINGS = bindings_of(*PLACES)
    NAME = "session finished"

    def __init__(
        self,
        guide: Guide,
        record: SessionRecord,
        exercises: Mapping[str, Exercise],
        *,
        written: str,
        next_line: str,
        closes_after: float | None,
        leave: Callable[[], None],
        said: Said | None = None,
        save: Callable[[Said], None] | None = None,
        suggestions: Suggestions | None = None,
    ) -> None:
        """`record` is of the ended session; `leave` closes, by itself after so many seconds where that is not None.

        `said` is changed by the answers, and `save` called after each change; without them nothing is asked, and
        without `suggestions` nothing is suggested.
        """
        super().__init__(guide, said, save, suggestions, leave)
        self._closes_after = closes_after
        self._record = record
        self._exercises = exercises
        self._written = written
        self._next_line = next_line

    def compose(self) -> ComposeResult:
        """Heading, the word, the sums, the rows of work, the questions."""
        glyphs, record = self.guide.glyphs, self._record
        with Horizontal(classes="head"):
            yield TextLine(record.title, bold=True, glyphs=glyphs, id="heading")
            yield TextLine(align_right=True, glyphs=glyphs, id="heading_right")
        with Horizontal(id="outcome"):
            yield BigWord("DONE", Role.DONE if record.status == "finished" else Role.READY, glyphs=glyphs, id="word")
            yield TextBlock(glyphs=glyphs, id="sums")
        yield Page(glyphs=glyphs, id="work")
        yield from self.answer_fields()
        if self._next_line:
            yield TextLine(self._next_line, glyphs=glyphs, id="next")
        yield from self.suggestion_line()
        yield MessageRow(glyphs=glyphs, id="message")
        yield Footer(glyphs=glyphs, id="footer")

    def on_resize(self, event: Resize) -> None:
        """Another width has other columns; where it is low, no row is left blank."""
        low = event.size.height < LOW
        self.set_class(low, "-lowest")
        self.set_class(event.size.height >= ROOMY, "-roomy")
        self.make_room_for_message()
        self.show_suggestion()
        self._show_heading(event.size.width)
        sums = self._sums()
        self.query_one("#sums", TextBlock).set(" · ".join(sums) if low else "\n".join(sums))
        for part in ("#outcome", "#sums"):
            self.query_one(part).styles.height = None if low else len(sums)
        self.query_one(Page).set(work_rows(self._record.work, self._exercises, event.size.width - 2), from_top=False)

    def _show_heading(self, width: int) -> None:
        """When it was, and where there is room, which session of the day."""
        record, notation = self._record, self.guide.notation
        times = f"{notation.time_of_day(record.started)} to {notation.time_of_day(record.ended)}"
        of_day = f"session {record.session} of {record.sessions_per_day} · " if width >= NARROW else ""
        right = self.query_one("#heading_right", TextLine)
        right.styles.width = len(of_day + times) + 1
        right.set(of_day + times, Role.MUTED)

    def footer_label(self, command: Command) -> str:
        """There are questions here, and no panes."""
        return "next" if command.id == "focus.next" else super().footer_label(command)

    def on_mount(self) -> None:
        """The first question has the keys, or the rows, which can be moved through."""
        self.begin_asking()
        self.begin_suggesting()
        self.show_footer()
        if self._closes_after is not None:
            self.say(f"A preview: closes by itself after {round(self._closes_after)} s.")
            self.set_timer(self._closes_after, self._leave)

    def _sums(self) -> list[str]:
        """How long it took, what kept it up, what was done of what was planned, and that it is written down."""
        record = self._record
        gone, paused = round(record.interrupted_seconds * SECOND), round(record.paused_seconds * SECOND)
        took = max(round((record.ended - record.started).total_seconds() * SECOND) - gone, 0)
        first = f"{'Ended early after' if record.status == 'stopped' else 'Took'} {clock(took)}"
        sums = [first + (f", {clock(paused)} of it paused" if paused >= SECOND else "")]
        sums += [f"Interrupted for {clock(gone)}, not counted"] if gone >= SECOND else []
        number = self.guide.notation.number
        done, planned = record.done_work_ns / SECOND, record.planned_work_ns / SECOND
        return [*sums, f"{number(round(done, 1))} of {number(round(planned, 1))} s of work", self._written]

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter closes, from the note too."""
        self.close()

    def do_finished_close(self) -> None:
        """Close; where the session was asked for by itself, the program ends."""
        self.close()

    def do_app_back(self) -> None:
        """The same."""
        self.close()

    def do_app_quit(self) -> None:
        """The same."""
        self.close()
