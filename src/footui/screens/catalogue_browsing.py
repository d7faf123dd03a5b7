"""Looking through the catalogue: find as you type, the list of what fits, and the page of what is marked in it."""

from __future__ import annotations

from pathlib import Path

from textual.events import Key, Paste, Resize

from footui.commands import Place
from footui.commands.reasons import NOTHING_FITS
from footui.core.finding import NO_FILTERS
from footui.core.wording import lowered
from footui.screens.catalogue_filters import found_words, still_there
from footui.screens.catalogue_finding import CatalogueFinding
from footui.screens.catalogue_list import FindingPane
from footui.screens.catalogue_marked import Marked, why_not_marked
from footui.screens.catalogue_page import ExercisePane
from footui.screens.catalogue_panes import CataloguePanes
from footui.screens.guide import Guide
from footui.screens.shelf import Shelf
from footui.storage.catalogue import CatalogueEntry
from footui.widgets.choice_list import ChoiceList
from footui.widgets.find_field import FindField
from footui.widgets.footer import Footer, FooterKey
from footui.widgets.typed_text import TypedText


class CatalogueBrowsing(CataloguePanes):
    """Finds, lists and shows."""

    def __init__(self, guide: Guide, shelf: Shelf) -> None:
        """The exercises of this shelf."""
        super().__init__(guide)
        self.shelf = shelf
        self.finding = CatalogueFinding(shelf.catalogue.entries)
        self.filters = NO_FILTERS
        self._found: list[int] = []
        self._nearest: int | None = None
        self._marked: Marked | None = None
        self._on_the_page: Marked | None = None
        self._wanted: Path | None = None
        self._is_reading = False
        """Whether the page stands in full width."""

    def on_mount(self) -> None:
        """Show what there is."""
        self._take_over()

    def on_resize(self, event: Resize) -> None:
        """There may be room for the figure now."""
        self.show_page()

    def show(self, shelf: Shelf) -> None:
        """Show the files as they are now; what is searched, filtered and marked stays."""
        self.shelf = shelf
        self.finding = CatalogueFinding(shelf.catalogue.entries)
        if self.query(FindingPane):
            self._take_over()

    def _take_over(self) -> None:
        """Show what the files hold; the index is made meanwhile."""
        self.run_worker(self.finding.prepare, thread=True)
        self.query_one(FindingPane).set_entries(self.finding.entries)
        if self.filters != NO_FILTERS:
            self.filters = still_there(self.filters, self.finding.choices)
        entries = {entry.path: entry for entry in self.finding.entries}
        marked, wanted = self._marked, entries.get(self._wanted) if self._wanted else None
        if wanted is not None:
            self._marked, self._wanted, self.filters = Marked.of(wanted), None, NO_FILTERS
            self.field.set(TypedText())
        elif marked is not None:
            again = entries.get(marked.entry.path) or self._of_same_id(marked.entry)
            self._marked = marked.in_entry(again) if again else None
        self.find(keep=True)

    def _of_same_id(self, gone: CatalogueEntry) -> CatalogueEntry | None:
        """What stands in the place of a file that is gone: of an own copy, the shipped one."""
        return next((entry for entry in self.finding.entries if entry.id == gone.id), None)

    def mark_when_read(self, path: Path) -> None:
        """Mark the exercise in this file as soon as the files are read anew."""
        self._wanted = path

    # Finding

    def on_key(self, event: Key) -> None:
        """While something is typed into the field, letters are text."""
        if self.is_typing and not self.is_asking:
            typed = self.field.typed.after(event.key, event.character)
            if typed is not None:
                event.stop()
                event.prevent_default()
                self._show_typed(typed)

    def on_paste(self, event: Paste) -> None:
        """A paste arrives as one text."""
        if self.is_typing and not self.is_asking:
            event.stop()
            self._show_typed(self.field.typed.pasted(event.text))

    def on_find_field_clicked(self, event: FindField.Clicked) -> None:
        """The cursor goes where the field was clicked."""
        self.field.set(event.typed)

    def _show_typed(self, typed: TypedText) -> None:
        before = self.field.text
        self.field.set(typed)
        if typed.text != before:
            self.say("")
            self.find()

    def search(self, text: str) -> None:
        """Find this, whatever was typed before; the marked exercise stays marked where it fits."""
        self.field.set(TypedText.of(text))
        self.find(keep=True)

    def find(self, *, keep: bool = False) -> None:
        """Show what fits: the best is marked, or what was marked before, if that is to be kept."""
        text, entries = self.field.text, self.finding.entries
        self._found, self._nearest = self.finding.find(text, self.filters), None
        pane = self.query_one(FindingPane)
        if self._found:
            marked = self._marked if keep else None
            places = (at for at, place in enumerate(self._found) if marked and entries[place] is marked.entry)
            pane.show_places(self._found, next(places, 0))
        else:
            self._nearest = self.finding.nearest(text) if text.strip() else None
            pane.show_nothing(self._nothing_fits(), can_be_chosen=self._nearest is not None)
        pane.show_found(*found_words(len(self._found), len(entries), text, self.filters))
        self.show_page()
        self.show_footer()

    def _nothing_fits(self) -> str:
        """What stands in place of the list: “Nothing fits. Nearest: toe walking.”."""
        sentence = NOTHING_FITS
        if self.filters != NO_FILTERS:
            sentence += " f, then d, takes the filters away."
        if self._nearest is not None:
            sentence += f" Nearest: {lowered(self.finding.entries[self._nearest].title)}."
        return sentence

    def _take_nearest(self) -> None:
        """Find the nearest by its own name."""
        if self._nearest is not None:
            self.filters = NO_FILTERS
            self.search(self.finding.entries[self._nearest].title)

    # What is marked

    @property
    def marked(self) -> Marked | None:
        """What the commands act on; None where nothing fits."""
        chosen = self.exercise_list.chosen
        if chosen is None or not chosen < len(self._found):
            return None
        entry = self.finding.entries[self._found[chosen]]
        if self._marked is None or self._marked.entry is not entry:
            self._marked = Marked.of(entry)
        return self._marked

    def mark(self, marked: Marked) -> None:
        """Mark another form or dose of the same exercise."""
        self._marked = marked
        self.show_page()

    def show_page(self) -> None:
        """Show the page of what is marked."""
        self._on_the_page = self.marked
        self.query_one(ExercisePane).show(self._on_the_page, self.shelf)

    def _move(self, rows: int, pages: int = 0) -> None:
        """Move, and show the page with it: one picture, not two."""
        super()._move(rows, pages)
        self._follow_mark()

    def _follow_mark(self) -> None:
        if self.marked is not self._on_the_page:
            self.show_page()

    def on_choice_list_moved(self, event: ChoiceList.Moved) -> None:
        """Another exercise, another page; where a key moved, it is shown already."""
        if event.choice_list is self.exercise_list and self.marked is not self._on_the_page:
            self.show_page()
            self.show_footer()

    def on_choice_list_taken(self, event: ChoiceList.Taken) -> None:
        """Clicked again: the page in full width."""
        if event.choice_list is self.exercise_list:
            self.run_command("exercise.open")

    # Commands

    def why_not(self, command_id: str) -> str | None:
        """What is not possible with what is marked, or where nothing was found."""
        if command_id == "app.back":
            return None
        if command_id == "exercise.open":
            return NOTHING_FITS if self.marked is None and self._nearest is None else None
        if command_id == "edit.external" or command_id.startswith("exercise."):
            return why_not_marked(command_id, self.marked)
        return super().why_not(command_id)

    def show_footer(self) -> None:
        """What is possible now; while something is typed, what is no letter."""
        if self.is_asking or not self.is_typing:
            super().show_footer()
            return
        enter = "to the list" if self._nearest is None else "take the nearest"
        keys = [FooterKey("enter", enter), FooterKey("esc", "out of the field", stays=True)]
        self.query_one(Footer).set([*keys, FooterKey("ctrl+p", "every command")])

    def on_descendant_focus(self) -> None:
        """Other keys hold in the field."""
        self.show_footer()

    def do_list_down(self) -> None:
        """One down; out of the field, to the list."""
        if self.is_typing:
            self.set_focus(self.exercise_list)
        else:
            super().do_list_down()

    def do_list_find(self) -> None:
        """To the field."""
        self.leave_layer()
        self.set_focus(self.field)

    def do_exercise_open(self) -> None:
        """The page in full width, or back beside the list; out of the field, to the list."""
        if self.marked is None:
            self._take_nearest()
        elif not self.is_typing:
            self._read(not self._is_reading)
            return
        self.set_focus(self.exercise_list)

    def _read(self, is_reading: bool) -> None:
        self._is_reading = is_reading
        self.set_class(is_reading, "-page")
        self.set_focus(self.query_one(ExercisePane).page if is_reading else self.exercise_list)

    def leave_layer(self) -> bool:
        """Leave what stands in the place of list and page; whether there was such a thing."""
        was_reading = self._is_reading
        if was_reading:
            self._read(False)
        return was_reading

    def do_app_back(self) -> None:
        """Out of the field, out of the page, search and filters away, back to the first place: one layer at a time."""
        if self.is_typing:
            self.set_focus(self.exercise_list)
        elif self.leave_layer():
            pass
        elif self.field.text:
            self.search("")
        elif self.filters != NO_FILTERS:
            self.filters = NO_FILTERS
            self.find(keep=True)
        else:
            self.guide.go_to(Place.HOME)
