"""The widgets of the live view, each at the place that `live_places` has for it at the present size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.events import Resize
from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import Layout, WidgetPlacement
from textual.widget import Widget

from footui.screens.live_layout import Parts, Places, live_places
from footui.widgets.bar import Bar
from footui.widgets.big_number import BigNumber
from footui.widgets.big_word import BigWord
from footui.widgets.brief import Brief
from footui.widgets.footer import Footer
from footui.widgets.glyphs import ASCII, Glyphs
from footui.widgets.painted import Painted
from footui.widgets.reading import Reading
from footui.widgets.role import Role
from footui.widgets.session_strip import SessionStrip
from footui.widgets.set_bars import SetBars
from footui.widgets.side_post import SidePost
from footui.widgets.text_line import MessageRow, TextBlock, TextLine
from footui.widgets.two_sided import TwoSidedLine

if TYPE_CHECKING:
    from footui.screens.pain_prompt_view import PainPromptView


class _AtPlaces(Layout):
    """Puts every child where the pure layout has its name; what has no place there is not shown."""

    name = "at-places"

    def arrange(self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True) -> list[WidgetPlacement]:
        assert isinstance(parent, LiveParts)  # noqa: S101  # for the type checker
        places = live_places(size.width, size.height, parent.parts)
        return [
            WidgetPlacement(Region(*places[child.id]), NULL_OFFSET, NULL_SPACING, child)
            for child in children
            if child.id in places
        ]


_AT_PLACES = _AtPlaces()


class LiveParts(Widget):
    """All parts of the picture. What is in `parts` decides which of them have a place."""

    DEFAULT_CSS = "LiveParts { width: 100%; height: 100%; }"

    def __init__(self, glyphs: Glyphs, parts: Parts, figure: Widget | None) -> None:
        """Blank parts; `figure` is a widget with the id `figure`."""
        super().__init__()
        self.parts = parts
        self._glyphs = glyphs
        self._figure = figure
        self.heading = TextLine(id="heading", glyphs=glyphs)
        self.heading_right = TextLine(id="heading_right", align_right=True, glyphs=glyphs)
        self.strip = SessionStrip(id="strip", glyphs=glyphs)
        self.clock = TextLine(id="clock", align_right=True, glyphs=glyphs)
        self.post_left = SidePost(id="post_left", glyphs=glyphs)
        self.post_right = SidePost(id="post_right", glyphs=glyphs)
        self.how_to = Reading(id="how_to", more="… i shows all of it", glyphs=glyphs)
        self.word = BigWord(id="word", glyphs=glyphs)
        self.number = BigNumber(id="number", glyphs=glyphs)
        self.number_note = TextLine(id="number_note", glyphs=glyphs)
        self.title = TwoSidedLine(id="title", glyphs=glyphs)
        self.bar = Bar(id="bar", glyphs=glyphs)
        self.sets = SetBars(id="sets", glyphs=glyphs)
        self.text = Brief(id="text", glyphs=glyphs)
        self.then = TextLine(id="then", glyphs=glyphs)
        self.after = TextLine(id="after", glyphs=glyphs)
        self.question = TextBlock(id="question", glyphs=glyphs)
        self._pain_view: PainPromptView | None = None
        self.reading = Reading(id="reading", glyphs=glyphs)
        self.message = MessageRow(id="message", glyphs=glyphs)
        self.footer = Footer(id="footer", glyphs=glyphs)
        self.plain = TextLine(id="plain", glyphs=glyphs)

    def compose(self) -> ComposeResult:
        """The parts that have a place now; a part that gets one later is mounted then."""
        yield from self._without_home()

    def on_resize(self, event: Resize) -> None:
        """Another size may have a place for more, and for other words."""
        self._mount_parts()
        self._show_again()

    def _every_part(self) -> tuple[Widget, ...]:
        parts: tuple[Painted, ...] = (
            self.heading, self.heading_right, self.strip, self.clock, self.post_left, self.post_right, self.how_to,
            self.word, self.number, self.number_note, self.title, self.bar, self.sets, self.text, self.then,
            self.after, self.question, self.reading, self.message, self.footer, self.plain,
        )  # fmt: skip
        return (*parts, *(part for part in (self._figure, self._pain_view) if part is not None))

    @property
    def pain(self) -> PainPromptView:
        """The question how much it hurts."""
        if self._pain_view is None:
            from footui.screens.pain_prompt_view import PainPromptView  # noqa: PLC0415  # made when it is first asked

            self._pain_view = PainPromptView(id="pain", glyphs=self._glyphs)
        return self._pain_view

    def _places(self) -> Places:
        return live_places(*self.app.size, self.parts)

    def _without_home(self) -> list[Widget]:
        """The parts that have a place and are not mounted yet."""
        places = self._places()
        return [part for part in self._every_part() if part.id in places and not part.is_attached]

    def _mount_parts(self) -> None:
        if missing := self._without_home():
            self.mount(*missing)

    @property
    def layout(self) -> Layout:
        """Each part at its place."""
        return _AT_PLACES

    def _show_parts(self, parts: Parts) -> None:
        """Give these parts their places, and show the picture there."""
        if parts == self.parts:
            return
        self.parts = parts
        if self.is_mounted:
            self._mount_parts()
            attached = next(part for part in self._every_part() if part.is_attached)
            attached.refresh(layout=True)  # on a child: only what is above it is arranged anew
            self._show_again()

    def _show_again(self) -> None:
        """Show the last picture in the places that there are now."""
        raise NotImplementedError

    @property
    def bar_cells(self) -> int:
        """How long the bar is, in cells."""
        return self._cells("bar") or self._cells("sets")

    def _cells(self, name: str) -> int:
        """How wide a part is or, before the first layout, will be."""
        place = self._places().get(name)
        return place.width if place else 0

    def _wear(self, *, dimmed: bool) -> None:
        """After a long pause all steps back; on a slow link all is in one colour and in characters of one byte."""
        slow = self.parts.slow
        role = Role.TEXT if slow else Role.MUTED if dimmed else None
        for part in self._every_part():
            if isinstance(part, Painted):
                part.wear(role if slow or part is not self.message else None, bold=not slow)
                part.glyphs = ASCII if slow else self._glyphs
