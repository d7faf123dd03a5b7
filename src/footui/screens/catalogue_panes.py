"""How the catalogue is laid out: field and list, beside or above the page, the figure beside that."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.events import Resize

from footui.commands import Place
from footui.screens.advising import AdvisingScreen
from footui.screens.asking import AskingScreen
from footui.screens.base import bindings_of
from footui.screens.catalogue_list import FindingPane
from footui.screens.catalogue_page import WITH_FIGURE, ExercisePane
from footui.screens.places_row import PlacesRow, date_and_time
from footui.widgets.choice_list import ChoiceList
from footui.widgets.divider import Divider
from footui.widgets.find_field import FindField
from footui.widgets.footer import Footer
from footui.widgets.role import Role
from footui.widgets.text_line import MessageRow, TextLine

SIDE_BY_SIDE = 76
"""From this many columns on list and page stand side by side."""
WITH_LARGE_FIGURE = 150
"""From this many on the figure beside them is as large as in a session."""


class CataloguePanes(AskingScreen[None], AdvisingScreen):
    """The widgets and their places; what they show is the business of the classes built on this one."""

    PLACES = (Place.CATALOGUE, Place.EDITING, Place.LISTS, Place.EVERYWHERE)
    BINDINGS = bindings_of(*PLACES, Place.FILTERS)
    NAME = "catalogue"
    CAN_FIND = True
    DEFAULT_CSS = """
    CataloguePanes { padding: 0 1; align-horizontal: center; }
    CataloguePanes > * { max-width: 158; }
    CataloguePanes #panes { layout: horizontal; height: 1fr; margin-top: 1; }
    CataloguePanes #exercise { width: 1fr; margin-left: 1; }
    CataloguePanes #filters { width: 1fr; }
    CataloguePanes #filters { display: none; }
    CataloguePanes.-filtering #exercise { display: none; }
    CataloguePanes.-filtering #filters { display: block; }
    CataloguePanes #figure { display: none; width: 30; height: 11; margin: 1 0 0 2; }
    CataloguePanes.-figure #figure { display: block; }
    CataloguePanes.-roomy #figure { width: 48; height: 16; }
    CataloguePanes.-roomy #finding { width: 36; }
    CataloguePanes.-stacked #panes { layout: vertical; }
    CataloguePanes.-stacked #finding { width: 1fr; height: 50%; max-height: 7; padding: 0; }
    CataloguePanes.-stacked Divider { display: none; }
    CataloguePanes.-stacked #exercise { margin: 1 0 0 1; }
    CataloguePanes.-stacked #filters { margin-top: 1; }
    CataloguePanes.-page #finding, CataloguePanes.-page Divider { display: none; }
    """

    def compose(self) -> ComposeResult:
        """Places, the field to find in, the list, the page or the filters, message and keys."""
        glyphs = self.guide.glyphs
        with Horizontal(classes="head"):
            yield PlacesRow(Place.CATALOGUE, glyphs=glyphs)
            yield TextLine(align_right=True, glyphs=glyphs, id="time")
        with Container(id="panes"):
            yield FindingPane(glyphs, id="finding")
            yield Divider(glyphs=glyphs)
            yield ExercisePane(glyphs, self.guide.settings, id="exercise")
            yield ChoiceList(glyphs=glyphs, id="filters")
        yield MessageRow(glyphs=glyphs, id="message")
        yield Footer(glyphs=glyphs, id="footer")

    @property
    def field(self) -> FindField:
        """The field to find in."""
        return self.query_one(FindField)

    @property
    def exercise_list(self) -> ChoiceList:
        """The list of exercises."""
        return self.query_one("#exercises", ChoiceList)

    @property
    def is_typing(self) -> bool:
        """Whether letters go into the field."""
        return isinstance(self.focused, FindField)

    def on_mount(self) -> None:
        """The list has the keys; the clock in the first row goes on."""
        self.set_focus(self.exercise_list)
        self._tell_time()
        self.set_interval(20, self._tell_time)

    def _tell_time(self) -> None:
        now = date_and_time(self.guide.clock.wall(), self.guide.notation)
        shown = self.query_one("#time", TextLine)
        shown.styles.width = len(now) + 1
        shown.set(now, Role.MUTED)

    def on_resize(self, event: Resize) -> None:
        """Side by side, or one above the other."""
        width = event.size.width
        self.set_class(width < SIDE_BY_SIDE, "-stacked")
        self.set_class(width >= WITH_FIGURE, "-figure")
        self.set_class(width >= WITH_LARGE_FIGURE, "-roomy")

    def on_screen_suspend(self) -> None:
        """Nothing moves under another screen."""
        self.query_one(ExercisePane).hold_figure()
