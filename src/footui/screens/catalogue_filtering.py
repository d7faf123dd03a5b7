"""Filtering the catalogue: what to choose from stands in the place of the page, and the list follows."""

from __future__ import annotations

from footui.commands import Place
from footui.core.finding import NO_FILTERS, Filters
from footui.screens.catalogue_browsing import CatalogueBrowsing
from footui.screens.catalogue_filters import filter_rows, shown_rows, toggled
from footui.screens.guide import Guide
from footui.screens.shelf import Shelf
from footui.widgets.choice_list import ChoiceList

NOTHING_FILTERED = "Nothing is filtered."


class CatalogueFiltering(CatalogueBrowsing):
    """Has the filters of the catalogue."""

    def __init__(self, guide: Guide, shelf: Shelf) -> None:
        """Nothing is filtered."""
        super().__init__(guide, shelf)
        self._is_filtering = False

    def show(self, shelf: Shelf) -> None:
        """The files may have other things to filter by now."""
        super().show(shelf)
        if self._is_filtering:
            self._filter_list.set(shown_rows(filter_rows(self.finding.choices), self.filters))

    @property
    def _filter_list(self) -> ChoiceList:
        return self.query_one("#filters", ChoiceList)

    def active_places(self) -> tuple[Place, ...]:
        """While one filters, nothing is done with exercises."""
        if self._is_filtering and not self.is_asking:
            return (Place.FILTERS, Place.LISTS, Place.EVERYWHERE)
        return super().active_places()

    def why_not(self, command_id: str) -> str | None:
        """There may be nothing to take away."""
        if command_id == "exercise.filter":
            return None if self.finding.entries else "There is nothing to filter."
        if command_id == "filter.clear":
            return NOTHING_FILTERED if self.filters == NO_FILTERS else None
        if command_id in ("focus.next", "focus.previous") and self._is_filtering:
            return None
        return super().why_not(command_id)

    def do_exercise_filter(self) -> None:
        """Choose among body parts, positions and equipment."""
        self.leave_layer()
        self._is_filtering = True
        self.add_class("-filtering")
        self._filter_list.set(shown_rows(filter_rows(self.finding.choices), self.filters), 1)
        self.set_focus(self._filter_list)

    def do_filter_take(self) -> None:
        """Back to the list."""
        self._is_filtering = False
        self.remove_class("-filtering")
        self.set_focus(self.exercise_list)

    def do_filter_change(self) -> None:
        """Filter by what is marked, or no longer."""
        chosen = self._filter_list.chosen
        if chosen is not None:
            self._filter(toggled(self.filters, filter_rows(self.finding.choices)[chosen]))

    def do_filter_clear(self) -> None:
        """Filter by nothing."""
        self._filter(NO_FILTERS)

    def _filter(self, filters: Filters) -> None:
        self.filters = filters
        self._filter_list.set(shown_rows(filter_rows(self.finding.choices), filters))
        self.find(keep=True)

    def on_choice_list_taken(self, event: ChoiceList.Taken) -> None:
        """Clicked again: chosen, or no longer."""
        if event.choice_list is self._filter_list:
            self.run_command("filter.change")

    def on_descendant_focus(self) -> None:
        """Whoever goes to another pane has filtered enough."""
        if self._is_filtering and not self.is_asking and self.focused is not self._filter_list:
            focused = self.focused
            self.do_filter_take()
            self.set_focus(focused)

    def do_focus_next(self) -> None:
        """To the next pane; from the filters to the list."""
        if self._is_filtering:
            self.do_filter_take()
        else:
            super().do_focus_next()

    def do_focus_previous(self) -> None:
        """To the pane before; from the filters to the list."""
        if self._is_filtering:
            self.do_filter_take()
        else:
            super().do_focus_previous()

    def leave_layer(self) -> bool:
        """Leave the page, or the filters."""
        if self._is_filtering:
            self.do_filter_take()
            return True
        return super().leave_layer()
