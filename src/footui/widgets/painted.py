"""The base of all our widgets: a picture in rows, of which only the cells that changed are sent again.

Textual sends a changed line again from its widget's left edge to the right end of what changed. So a widget says
exactly which cells differ, and one that is wide and changes often (a bar, a number) is cut into narrow parts.

The colours come from the theme's variables by role. Component classes would do the same, but each costs a style
calculation for every widget before the first picture.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import ClassVar, Self

from rich.segment import Segment
from rich.style import Style
from textual.app import ComposeResult
from textual.color import Color
from textual.events import Resize
from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import Layout, WidgetPlacement
from textual.reactive import Reactive
from textual.strip import Strip
from textual.widget import Widget

from footui.widgets.glyphs import FULL, Glyphs
from footui.widgets.role import Role
from footui.widgets.rows import Row, Run, changed_span, cut, row_width


class _Kept(Widget):
    """A widget whose finished lines are kept until somebody asks for a refresh.

    Textual goes through every widget of the screen for each picture, however small the change; this makes that cheap.
    """

    ALLOW_SELECT: ClassVar[bool] = False

    virtual_size = Reactive(Size(0, 0), repaint=False)
    # Nothing of ours scrolls by Textual's means. As it is, each widget's first size makes a second layout and picture.

    _kept: tuple[Region, str, list[Strip]] | None = None

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines in `crop`, in the colours of the theme."""
        theme = self.app.theme
        if self._kept is None or self._kept[:2] != (crop, theme):
            self._kept = (crop, theme, super().render_lines(crop))
        return self._kept[2]

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Have the widget, or some regions of it, painted again."""
        self._kept = None
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)


class Painted(_Kept):
    """A widget without state of Textual's kind: `picture` draws what is known, `repaint` sends what changed.

    Set width and height in the style sheet; `color` and `text-style` there have no effect, roles say both.
    """

    DEFAULT_CSS = "Painted { width: 1fr; height: 1; }"

    def __init__(self, *, glyphs: Glyphs = FULL, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - the name Textual gives it
        super().__init__(id=id, classes=classes)
        self._glyphs = glyphs
        self._rows: tuple[Row, ...] = ()
        self._painted_size: Size | None = None
        self._worn: tuple[Role | None, bool] = (None, True)

    def wear(self, role: Role | None, *, bold: bool = True) -> None:
        """Show everything in this role, and nothing bold if so wanted; None gives each run its own role back."""
        if (role, bold) != self._worn:
            self._worn = (role, bold)
            self.repaint()

    @property
    def glyphs(self) -> Glyphs:
        """The characters to draw with; setting others paints the widget anew."""
        return self._glyphs

    @glyphs.setter
    def glyphs(self, glyphs: Glyphs) -> None:
        if glyphs is not self._glyphs:
            self._glyphs = glyphs
            self.repaint()

    def picture(self, width: int, height: int) -> Sequence[Row]:
        """Return the rows to show, top to bottom; what is missing is blank, what is too much is not shown."""
        raise NotImplementedError

    def repaint(self) -> None:
        """Draw the picture again and have the cells that differ sent; nothing happens where none does."""
        if self._painted_size is None:
            return  # Nothing was painted yet; `rows` draws it when it is.
        if self._painted_size != self.size:
            self.forget()  # Hidden, or about to be laid out anew.
            return
        before = self._rows
        self._draw()
        changes = [
            Region(span[0], y, span[1] - span[0], 1)
            for y, (old, new) in enumerate(zip(before, self._rows, strict=True))
            if (span := changed_span(old, new)) is not None
        ]
        if changes:
            self.send(changes)

    def forget(self) -> None:
        """Forget what was painted; all of it is drawn anew when there is a place for it."""
        self._painted_size = None
        self.refresh()

    def send(self, changes: Sequence[Region]) -> None:
        """Have these regions, one row each, painted at the next idle moment."""
        self.refresh(*changes)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The picture at the widget's present size: as many rows as it is high."""
        if self._painted_size != self.size:
            self._draw()
        return self._rows

    def render_line(self, y: int) -> Strip:
        """Return one line of the picture for the screen."""
        return self.strip(self.rows[y], self.size.width)

    def strip(self, row: Row, width: int) -> Strip:
        """Return a row in the theme's colours, `width` cells long."""
        variables = self.app.theme_variables
        background = self.background_colors[1]
        segments = [Segment(run.text, ink(_colour(variables, run), background, run.bold)) for run in row if run.text]
        used = row_width(row)
        if used > width:
            return Strip(segments, used).crop(0, width)
        if used < width:
            blank = " " * (width - used)
            if segments:
                text, style, _ = segments[-1]
                segments[-1] = Segment(text + blank, style)  # One colour command less than a blank of its own.
            else:
                segments.append(Segment(blank, ink("", background, False)))
        return Strip(segments, width)

    def _draw(self) -> None:
        width, height = self._painted_size = self.size
        drawn = tuple(self.picture(width, height))[:height] if width and height else ()
        role, bold = self._worn
        if role is not None:
            drawn = tuple(tuple(run._replace(role=role, bold=run.bold and bold) for run in row) for row in drawn)
        self._rows = drawn + ((),) * (height - len(drawn))


class Cut(Painted):
    """A painted widget that is sent in parts, so that a changed cell costs the cells of its part and no more.

    `edges` says where the parts lie. Every second one is covered by a widget of its own; as a line is cut wherever
    a widget begins or ends, that parts them all. Every character of the picture must be one cell wide.
    """

    parts: ClassVar[int] = 2
    """How many parts there are."""

    def __init__(self, *, glyphs: Glyphs = FULL, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - the name Textual gives it
        super().__init__(glyphs=glyphs, id=id, classes=classes)
        self._covers = [_Cover(self, part) for part in range(1, self.parts, 2)]
        self._cover_layout = _CoverLayout(self)

    def edges(self, size: Size) -> Sequence[int]:
        """Return where each part begins and, last, where the last one ends; the default makes them alike."""
        return [size.width * part // self.parts for part in range(self.parts + 1)]

    def compose(self) -> ComposeResult:
        """Cover every second part."""
        yield from self._covers

    @property
    def layout(self) -> Layout:
        """The covers over their parts."""
        return self._cover_layout

    def send(self, changes: Sequence[Region]) -> None:
        """Have each change painted by whoever lies uppermost there."""
        edges = self.edges(self.size)
        for part, (start, end) in enumerate(pairwise(edges)):
            regions = [
                Region(left, y, right - left, 1)
                for x, y, width, _ in changes
                if (left := max(x, start)) < (right := min(x + width, end))
            ]
            if regions and part % 2:
                self._covers[part // 2].refresh(*(region.translate((-start, 0)) for region in regions))
            elif regions:
                self.refresh(*regions)

    def forget(self) -> None:
        """Forget what was painted, under the covers too."""
        super().forget()
        for cover in self._covers:
            cover.refresh()

    def on_resize(self, event: Resize) -> None:
        """Paint all covers again where one that kept its size would show the cells of the old picture."""
        if self._painted_size is not None and self._painted_size != event.size:
            self.forget()

    def part_strip(self, part: int, y: int) -> Strip:
        """Return what line `y` shows in one part."""
        start, end = self.edges(self.size)[part : part + 2]
        return self.strip(cut(self.rows[y], start, end), end - start)


class _Cover(_Kept):
    """Lies over one part of a `Cut` picture and shows it; it knows nothing itself."""

    def __init__(self, whole: Cut, part: int) -> None:
        super().__init__()
        self._whole = whole
        self.part = part

    def render_line(self, y: int) -> Strip:
        """Return one line of the part."""
        return self._whole.part_strip(self.part, y)


class _CoverLayout(Layout):
    """Puts the covers of a `Cut` over their parts."""

    name = "covers"

    def __init__(self, whole: Cut) -> None:
        self._whole = whole

    def arrange(self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True) -> list[WidgetPlacement]:
        """Return a place for each cover."""
        edges = self._whole.edges(size)
        return [
            WidgetPlacement(Region(start, 0, end - start, size.height), NULL_OFFSET, NULL_SPACING, child)
            for child, start, end in zip(children, edges[1::2], edges[2::2], strict=False)
        ]


def _colour(variables: Mapping[str, str], run: Run) -> str:
    """Return the theme's colour for a run; a theme that is not ours has its foreground for every role."""
    if not run.text.strip(" "):
        return ""
    colour = (run.shaded and variables.get(f"{run.role}-shaded")) or variables.get(run.role, "auto")
    return variables.get("foreground", "") if colour.startswith("auto") else colour


@lru_cache(maxsize=256)
def ink(colour: str, background: Color, bold: bool) -> Style:
    """Return the style of cells in a theme's colour; "" is for blanks. The terminal's own colours stay unsaid."""
    foreground = Color.parse(colour) if colour else None
    return Style(
        color=None if foreground is None or foreground.ansi == -1 else foreground.rich_color,
        bgcolor=None if background.ansi == -1 or background.a == 0 else background.rich_color,
        bold=bold or None,
    )
