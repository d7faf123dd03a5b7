"""The first screen stands open for days: it sees when another day begins, and what was done or followed elsewhere."""

from __future__ import annotations

from concurrent.futures import CancelledError
from contextlib import suppress
from typing import TYPE_CHECKING

from footui.screens.shelf_screen import ShelfScreen

if TYPE_CHECKING:
    from footui.screens.shelf import Shelf


class HomeWatch(ShelfScreen):
    """Has the files read anew when what is shown is out of date."""

    def look(self) -> None:
        """Look at the clock, and in a thread at the files; nothing is looked for while another screen lies over it."""
        shelf = self.shelf
        if shelf is None or not self.is_active:
            return
        if shelf.day is not None and shelf.day.is_over(self.guide.clock.wall()):
            self.guide.files_changed()
        else:
            self.run_worker(lambda: self._look(shelf), thread=True, exclusive=True, group="look")

    def _look(self, shelf: Shelf) -> None:
        from footui.screens.shelf import stamps_of_day  # noqa: PLC0415  # the first picture does not wait for it

        if stamps_of_day(shelf.folders) != shelf.day_stamps:
            with suppress(RuntimeError, CancelledError):  # the app has been ended meanwhile
                self.app.call_from_thread(self._looked, shelf)

    def _looked(self, shelf: Shelf) -> None:
        """Something is not as it was when this shelf was read."""
        if self.shelf is shelf:
            self.guide.files_changed()
