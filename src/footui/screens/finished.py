"""The session is done, or was ended: what was planned, what was done, and that it is written down."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import Resize

from footui.commands import Place
from footui.core.dose import Side
from footui.core.exercise import Exercise
from footui.core.phase import SECOND
from footui.core.record import SessionRecord, WorkDone
from footui.core.wording import clock, number, plural
from footui.screens.base import CommandScreen, Guide, bindings_of
from footui.widgets.big_word import BigWord
from footui.widgets.footer import Footer
from footui.widgets.page import Page
from footui.widgets.role import Role
from footui.widgets.rows import Row, Run
from footui.widgets.text_line import MessageRow, TextBlock, TextLine

WIDE = 76
"""From this many columns on a row has room for why it was skipped, said in full."""


class FinishedScreen(CommandScreen[None]):
    """Shows what was done; `next_line` says what comes next today, `written` whether and where it was kept."""

    PLACES = (Place.FINISHED, Place.LISTS, Place.EVERYWHERE)
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
    ) -> None:
        """`record` is of the ended session; `leave` closes, by itself after so many seconds where that is not None."""
        super().__init__(guide)
        self._closes_after = closes_after
        self._leave = leave
        self._record = record
        self._exercises = exercises
        self._written = written
        self._next_line = next_line

    def compose(self) -> ComposeResult:
        """Heading, the word, the sums, the rows of work."""
        glyphs, record = self.guide.glyphs, self._record
        times = f"{record.started:%H:%M} to {record.ended:%H:%M}"
        of_day = f"session {record.session} of {record.sessions_per_day}"
        with Horizontal(classes="head"):
            yield TextLine(record.title, bold=True, glyphs=glyphs, id="heading")
            yield TextLine(f"{of_day} · {times}", Role.MUTED, align_right=True, glyphs=glyphs, id="heading_right")
        with Horizontal(id="outcome"):
            yield BigWord("DONE", Role.DONE if record.status == "finished" else Role.READY, glyphs=glyphs, id="word")
            yield TextBlock("\n".join(self._sums()), glyphs=glyphs, id="sums")
        yield Page(glyphs=glyphs, id="work")
        yield TextLine(self._next_line, glyphs=glyphs, id="next")
        yield MessageRow(glyphs=glyphs, id="message")
        yield Footer(glyphs=glyphs, id="footer")

    def on_resize(self, event: Resize) -> None:
        """Another width has other columns; where it is low, no row is left blank."""
        self.set_class(event.size.height < 14, "-lowest")
        self.query_one(Page).set(work_rows(self._record.work, self._exercises, event.size.width - 2), from_top=False)

    def on_mount(self) -> None:
        """The rows can be moved through."""
        self.query_one(Page).focus()
        self.show_footer()
        if self._closes_after is not None:
            self.say(f"A preview: closes by itself after {round(self._closes_after)} s.")
            self.set_timer(self._closes_after, self._leave)

    def _sums(self) -> tuple[str, str, str]:
        record = self._record
        took = round((record.ended - record.started).total_seconds() * SECOND)
        paused = round(record.paused_seconds * SECOND)
        ended = "Ended early after" if record.status == "stopped" else "Took"
        first = f"{ended} {clock(took)}" + (f", {clock(paused)} of it paused" if paused >= SECOND else "")
        done, planned = record.done_work_ns / SECOND, record.planned_work_ns / SECOND
        return first, f"{number(round(done, 1))} of {number(round(planned, 1))} s of work", self._written

    def do_finished_close(self) -> None:
        """Close; where the session was asked for by itself, the program ends."""
        self._leave()

    def do_app_back(self) -> None:
        """The same."""
        self._leave()

    def do_app_quit(self) -> None:
        """The same."""
        self._leave()


def work_rows(work: tuple[WorkDone, ...], exercises: Mapping[str, Exercise], width: int) -> list[Row]:
    """A row for each step and side: planned and done, a tick where all of it was done, and why it was skipped."""
    wide = width >= WIDE
    title_cells, amount_cells = (19, 15) if wide else (18, 15)
    rows: list[Row] = [(Run(f"  {'':<{title_cells}}{'':<6}{'planned':<{amount_cells}}done", Role.MUTED),)]
    last = None
    for row in work:
        exercise = exercises.get(row.exercise)
        title = (exercise.title if exercise else row.exercise) if row.step != last else ""
        last = row.step
        side = "" if row.side is Side.BOTH else row.side.value
        mark = Run("✓ ", Role.DONE) if row.is_complete else Run("○ ", Role.MUTED)
        planned, done = _amount(row.planned_reps, row.planned_seconds), _amount(row.done_reps, row.done_seconds)
        why = "" if row.skipped is None else f"skipped: {row.skipped}" if wide else row.skipped
        rows.append(
            (
                mark,
                Run(f"{title[: title_cells - 1]:<{title_cells}}"),
                Run(f"{side:<6}", Role.MUTED),
                Run(f"{planned:<{amount_cells}}"),
                Run(f"{done:<{amount_cells}}" if why else done),
                Run(why, Role.CAUTION if row.skipped == "pain" else Role.MUTED),
            )
        )
    return rows


def _amount(reps: int, seconds: float) -> str:
    """“10 reps · 30 s”; a self-paced step has no seconds."""
    return plural(reps, "rep") + (f" · {number(round(seconds, 1))} s" if seconds else "")
