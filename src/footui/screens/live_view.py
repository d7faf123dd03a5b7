"""The live view: all its widgets, put where `live_places` says, and given what a `LiveView` says.

It knows no player and no clock; widgets send only the cells that change.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.events import Resize
from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import Layout, WidgetPlacement
from textual.widget import Widget

from footui.core.dose import Side
from footui.core.exercise import Exercise
from footui.core.phase import PhaseKind
from footui.screens.live_layout import FULL_SIZE, Parts, live_places
from footui.session.view import LiveView, SetsDone
from footui.widgets.bar import Bar
from footui.widgets.big_number import BigNumber
from footui.widgets.big_word import BigWord
from footui.widgets.footer import Footer, FooterKey
from footui.widgets.glyphs import Glyphs
from footui.widgets.painted import Painted
from footui.widgets.role import Fill, Role
from footui.widgets.rows import Run
from footui.widgets.session_strip import SessionStrip, strip_cells
from footui.widgets.set_bars import SetBars
from footui.widgets.side_post import SidePost
from footui.widgets.text_line import MessageRow, TextBlock, TextLine
from footui.widgets.two_sided import TwoSidedLine

RESTING = (PhaseKind.RELEASE, PhaseKind.REST, PhaseKind.ROUND_REST)
LONG_HEADING = 76
"""From this many columns on the heading says “session 1 of 3”, below it “1 of 3”."""


class _AtPlaces(Layout):
    """Puts every child where the pure layout has its name; what has no place there is not shown."""

    name = "at-places"

    def arrange(self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True) -> list[WidgetPlacement]:
        assert isinstance(parent, LivePicture)  # noqa: S101  # for the type checker
        places = live_places(size.width, size.height, parent.parts)
        return [
            WidgetPlacement(Region(*places[child.id]), NULL_OFFSET, NULL_SPACING, child)
            for child in children
            if child.id in places
        ]


_AT_PLACES = _AtPlaces()


class LivePicture(Widget):
    """The whole picture of a live session."""

    DEFAULT_CSS = "LivePicture { width: 100%; height: 100%; }"

    def __init__(self, glyphs: Glyphs, strip_lengths: Sequence[int]) -> None:
        """A blank picture of a session whose steps have these lengths, in any unit."""
        super().__init__()
        self.parts = Parts()
        self._glyphs = glyphs
        self._strip_lengths = strip_lengths
        self.heading = TextLine(id="heading", glyphs=glyphs)
        self.heading_right = TextLine(id="heading_right", align_right=True, glyphs=glyphs)
        self.strip = SessionStrip(id="strip", glyphs=glyphs)
        self.clock = TextLine(id="clock", align_right=True, glyphs=glyphs)
        self.post_left = SidePost(id="post_left", glyphs=glyphs)
        self.post_right = SidePost(id="post_right", glyphs=glyphs)
        self.how_to = TextBlock(id="how_to", glyphs=glyphs)
        self.word = BigWord(id="word", glyphs=glyphs)
        self.number = BigNumber(id="number", glyphs=glyphs)
        self.number_note = TextLine(id="number_note", glyphs=glyphs)
        self.count = TextLine(id="count", glyphs=glyphs)
        self.title = TwoSidedLine(id="title", glyphs=glyphs)
        self.bar = Bar(id="bar", glyphs=glyphs)
        self.sets = SetBars(id="sets", glyphs=glyphs)
        self.text = TextBlock(id="text", glyphs=glyphs)
        self.then = TextLine(id="then", glyphs=glyphs)
        self.after = TextLine(id="after", glyphs=glyphs)
        self.question = TextBlock(id="question", glyphs=glyphs)
        self.message = MessageRow(id="message", glyphs=glyphs)
        self.footer = Footer(id="footer", glyphs=glyphs)
        self.plain = TextLine(id="plain", glyphs=glyphs)

    def compose(self) -> ComposeResult:
        """The parts that have a place now; a part that gets one later is mounted then."""
        yield from self._without_home()

    def on_resize(self, event: Resize) -> None:
        """Another size may have a place for more."""
        self._mount_parts()

    def _every_part(self) -> tuple[Painted, ...]:
        return (
            self.heading, self.heading_right, self.strip, self.clock, self.post_left, self.post_right, self.how_to,
            self.word, self.number, self.number_note, self.count, self.title, self.bar, self.sets, self.text,
            self.then, self.after, self.question, self.message, self.footer, self.plain,
        )  # fmt: skip

    def _without_home(self) -> list[Painted]:
        """The parts that have a place and are not mounted yet."""
        places = live_places(*self.app.size, self.parts)
        return [part for part in self._every_part() if part.id in places and not part.is_attached]

    def _mount_parts(self) -> None:
        if missing := self._without_home():
            self.mount(*missing)

    @property
    def layout(self) -> Layout:
        """Each part at its place."""
        return _AT_PLACES

    @property
    def bar_cells(self) -> int:
        """How long the bar is, in cells."""
        return self._cells("bar") or self._cells("sets")

    def _cells(self, name: str) -> int:
        """How wide a part is or, before the first layout, will be."""
        place = live_places(*self.app.size, self.parts).get(name)
        return place.width if place else 0

    def show(self, view: LiveView, strip_position: int) -> None:
        """Show a picture; only what differs from the last one is sent."""
        self._show_parts(self.parts._replace(own_pace=isinstance(view.bar, SetsDone)))
        role, fill = _role(view), Fill.SOLID if view.working else Fill.SHADED
        self.heading.set(view.heading, bold=True)
        self.heading_right.set(self._heading_right(view), Role.MUTED)
        self._show_strip(strip_position)
        self.clock.set(view.clock_text, Role.MUTED)
        post_fill, post_role = _post(view)
        self.post_left.set(post_fill if view.post is Side.LEFT else None, post_role)
        self.post_right.set(post_fill if view.post is Side.RIGHT else None, post_role)
        self.word.set(view.word, role)
        self.number.set(view.number, fill, role, seconds=view.number_is_seconds)
        self.number_note.set(view.number_note, Role.MUTED)
        self._show_title(view, role)
        self._show_bar(view, fill, role)
        self.text.set("\n".join(filter(None, (view.brief, view.note))))
        for line, (label, text) in zip((self.then, self.after), view.below, strict=True):
            words = _fitting(text, self._cells(line.id or "") - 7)
            line.set((Run(f"{label:<7}", Role.MUTED), Run(words, Role.TEXT)) if words else "")
        self.plain.set(_plain_line(view), role, bold=True)

    def show_how_to(self, exercise: Exercise | None) -> None:
        """Show how the present or coming exercise is done, where there is room for it."""
        if exercise is not None:
            cautions = [f"! {caution}" for caution in exercise.cautions]
            self.how_to.set("\n".join([*exercise.steps, *cautions]))

    def ask(self, question: str) -> None:
        """Put a question under the stage; empty takes it away."""
        self.question.set(question)
        self._show_parts(self.parts._replace(asking=bool(question)))

    def show_footer(self, keys: Sequence[FooterKey]) -> None:
        """Show what is possible now."""
        self.footer.set(keys)

    def _show_parts(self, parts: Parts) -> None:
        if parts != self.parts:
            self.parts = parts
            if self.is_mounted:
                self._mount_parts()
                self.heading.refresh(layout=True)  # on a child: only what is above it is arranged anew

    def _heading_right(self, view: LiveView) -> str:
        width, height = self.app.size
        if width < FULL_SIZE[0] or height < FULL_SIZE[1]:
            return view.end.removeprefix("ends ") if view.end.startswith("ends ") else ""
        wide = width >= LONG_HEADING
        return f"session {view.session} · {view.end}" if wide else f"{view.session} · {view.end.split(',')[0]}"

    def _show_strip(self, position: int) -> None:
        """Where the session is."""
        cells = self._cells("strip")
        if cells:
            self.strip.set(strip_cells(self._strip_lengths, cells, position))

    def set_strip_lengths(self, lengths: Sequence[int]) -> None:
        """The steps have other lengths now: something was made longer or shorter."""
        self._strip_lengths = lengths

    def _show_title(self, view: LiveView, role: Role) -> None:
        """What is done, the foot at its own side, and the count: at the right or, in a narrow view, under the word."""
        left = (Run("◀ LEFT FOOT   ", role, bold=True),) if view.post is Side.LEFT else ()
        right = (Run("   RIGHT FOOT ▶", role, bold=True),) if view.post is Side.RIGHT else ()
        narrow = bool(self._cells("count"))
        count = () if narrow else (Run(view.place, Role.MUTED, bold=True),)
        self.count.set(view.place, Role.MUTED, bold=True)
        self.title.set((*left, Run(view.title, bold=True)), (*count, *right))

    def _show_bar(self, view: LiveView, fill: Fill, role: Role) -> None:
        if isinstance(view.bar, SetsDone):
            self.sets.set(view.bar.sets, view.bar.done, role=role)
            return
        cells = self._cells("bar")
        filled = int(view.bar * cells) if view.kind.is_work else cells - int(view.bar * cells)
        self.bar.set(filled, fill, role)


def _fitting(text: str, cells: int) -> str:
    """As many parts of a text as fit, from the left; the first one always."""
    parts = text.split(" · ")
    while len(parts) > 1 and len(" · ".join(parts)) > cells:
        parts.pop()
    return " · ".join(parts)


def _role(view: LiveView) -> Role:
    """Whose colour the phase has."""
    if view.working:
        return Role.WORK
    return Role.REST if view.kind in RESTING and not view.paused else Role.READY


def _post(view: LiveView) -> tuple[Fill, Role]:
    """How the side post looks: through a release between two repetitions it stays as it is, and costs nothing."""
    if view.working or (view.kind is PhaseKind.RELEASE and not view.paused):
        return Fill.SOLID, Role.WORK
    return Fill.SHADED, Role.READY


def _plain_line(view: LiveView) -> str:
    """Word, number and side in one row, for the smallest terminals."""
    number = (
        f"{view.number // 60}:{view.number % 60:02}" if view.number_is_seconds and view.number > 99 else view.number
    )
    unit = " s" if view.number_is_seconds else ""
    side = {Side.LEFT: "  ◀ LEFT FOOT", Side.RIGHT: "  RIGHT FOOT ▶"}.get(view.post, "") if view.post else ""
    return f"{view.word}  {number}{unit}{side}"
