"""A screen that shows the shelf, and changes what lies on it: files are read and written in a thread of their own."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError
from contextlib import suppress
from typing import TYPE_CHECKING

from footui.screens.advising import AdvisingScreen

if TYPE_CHECKING:
    from footui.screens.guide import Guide
    from footui.screens.shelf import Shelf


class ShelfScreen(AdvisingScreen):
    """Waits for `show`; `change` does something to the files and shows them anew."""

    def __init__(self, guide: Guide) -> None:
        """Nothing was read yet."""
        super().__init__(guide)
        self.shelf: Shelf | None = None

    def show(self, shelf: Shelf) -> None:
        """Show the files as they are now."""
        self.shelf = shelf
        if shelf.problem:
            self.say(f"! {shelf.problem}", caution=True)

    def change(self, act: Callable[[Shelf], str], then: Callable[[], None] | None = None) -> None:
        """Do this to the files, in a thread; then show them anew, with the sentence that `act` gives.

        Where it was done, go on with `then`.
        """
        shelf = self.shelf
        if shelf is not None:
            self.run_worker(lambda: self._change(shelf, act, then), thread=True)

    def _change(self, shelf: Shelf, act: Callable[[Shelf], str], then: Callable[[], None] | None) -> None:
        from footui.screens.shelf import read_shelf  # noqa: PLC0415  # the first picture does not wait for it
        from footui.storage.history import HistoryError  # noqa: PLC0415  # likewise
        from footui.storage.interrupted import NoLongerInterrupted  # noqa: PLC0415  # likewise
        from footui.storage.problems import SaveProblem  # noqa: PLC0415  # likewise
        from footui.storage.session_lock import NotEnded  # noqa: PLC0415  # likewise

        before = shelf.history.notice
        try:
            said, caution = act(shelf), False
        except (HistoryError, NoLongerInterrupted, NotEnded, SaveProblem) as problem:
            said, caution, then = f"! {problem}", True, None
        if shelf.history.notice != before:
            said, caution = f"! {shelf.history.notice}", True
        anew = read_shelf(shelf.folders, self.guide.clock.wall(), self.guide.settings.day_start)
        with suppress(RuntimeError, CancelledError):  # the app has been ended meanwhile
            self.app.call_from_thread(self._changed, anew, said, caution, then)

    def _changed(self, shelf: Shelf, said: str, caution: bool, then: Callable[[], None] | None) -> None:
        self.show(shelf)
        if said:
            self.say(said, caution=caution)
        self.show_footer()
        if then is not None:
            then()
