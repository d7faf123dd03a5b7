"""The left side of the catalogue: the field to find in, what was found, and the list of it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical

from footui.storage.catalogue import CatalogueEntry
from footui.storage.listing import Origin
from footui.widgets.choice_list import Choice, ChoiceList
from footui.widgets.find_field import FindField
from footui.widgets.glyphs import Glyphs
from footui.widgets.role import Role
from footui.widgets.rows import Run, line, wrap
from footui.widgets.text_line import TextRows


class FindingPane(Vertical):
    """Shows what it is given; what is typed in its field and chosen in its list the screen is told."""

    DEFAULT_CSS = """
    FindingPane { width: 27; padding: 0 1 0 0; }
    FindingPane #found { height: 1; }
    """

    def __init__(self, glyphs: Glyphs, *, id: str | None = None) -> None:  # noqa: A002 - the name Textual gives it
        """Nothing is listed yet."""
        super().__init__(id=id)
        self._glyphs = glyphs
        self._rows: list[Choice] = []

    def compose(self) -> ComposeResult:
        """The field, the line above the list, the list."""
        yield FindField("name, body part, kit", glyphs=self._glyphs, id="find")
        yield TextRows(glyphs=self._glyphs, id="found")
        yield ChoiceList(glyphs=self._glyphs, id="exercises")

    @property
    def field(self) -> FindField:
        """Where is typed what to find."""
        return self.query_one("#find", FindField)

    @property
    def exercise_list(self) -> ChoiceList:
        """The list of what was found."""
        return self.query_one("#exercises", ChoiceList)

    def set_entries(self, entries: Sequence[CatalogueEntry]) -> None:
        """Take over all there are; nothing of it is shown yet."""
        self._rows = [_row(entry) for entry in entries]

    def show_places(self, places: Sequence[int], chosen: int | None) -> None:
        """List the entries at these places."""
        self.exercise_list.set([self._rows[place] for place in places], chosen)

    def show_nothing(self, sentence: str, *, can_be_chosen: bool) -> None:
        """Say in place of the list that nothing fits; with the nearest, which can be taken."""
        width = max(self.exercise_list.size.width - 1, 10)
        lines = tuple(line(row) for row in wrap(sentence, width, 6, self._glyphs.ellipsis))
        self.exercise_list.set([Choice(lines, can_be_chosen)])

    def show_found(self, left: str, right: str) -> None:
        """The line above the list."""
        self.query_one("#found", TextRows).set([line((Run(f" {left}", Role.MUTED),), (Run(right, Role.MUTED),))])


def _row(entry: CatalogueEntry) -> Choice:
    """An exercise in the list; the person's own say so, and broken ones carry their mark."""
    if entry.problems:
        return Choice((line(entry.title, (Run("!", Role.CAUTION),)),))
    return Choice((line(entry.title, (Run("yours", Role.MUTED),) if entry.origin is Origin.OWN else ""),))
