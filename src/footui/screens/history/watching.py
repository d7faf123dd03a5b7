"""The history is read in a thread whenever something else is to be seen of it, or its file has changed."""

from __future__ import annotations

from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from contextlib import suppress

from textual.app import ComposeResult

from footui.screens.guide import Guide
from footui.screens.history.reading import HistoryReading, Seen, Wanted
from footui.screens.history.rooms import rooms
from footui.screens.history.view import HistoryView
from footui.screens.places_row import date_and_time
from footui.screens.shelf import Shelf, stamps_of_day
from footui.widgets.role import Role
from footui.widgets.text_line import TextLine

WAITS_FOR_READING = 0.06
"""Seconds the first picture waits for what is read; with 20,000 sessions that takes half as long."""

BETWEEN_LOOKS = 2.0
"""Seconds between two looks at whether files changed outside."""


class HistoryWatching(HistoryView):
    """Wants what is in view; what was read meanwhile is shown, then what is wanted by then is read."""

    def __init__(self, guide: Guide, shelf: Shelf) -> None:
        """Nothing was read yet."""
        super().__init__(guide, shelf)
        self._reading = HistoryReading(guide.settings.day_start)
        self._is_reading = False
        self._is_stale = False
        self._exercise: str | None = None

    def compose(self) -> ComposeResult:
        """Wait a moment for what there is to show: two pictures, one of them empty, would take longer than one."""
        self._read_ahead()
        yield from super().compose()

    def _read_ahead(self) -> None:
        """Read in a thread; what does not come at once is shown when it comes."""
        shelf, now = self.shelf, self.guide.clock.wall()
        self._rooms = rooms(*self.app.size)
        wanted, self._is_reading = self.wanted, True
        with_a_thread = ThreadPoolExecutor(max_workers=1)
        reading = with_a_thread.submit(self._reading.read, shelf, wanted, now)
        with_a_thread.shutdown(wait=False)
        try:
            self._seen = reading.result(timeout=WAITS_FOR_READING)
            self._is_reading = False
        except TimeoutError:
            self.run_worker(lambda: self._wait_for(reading), thread=True)

    def _wait_for(self, reading: Future[Seen]) -> None:
        seen = reading.result()
        with suppress(RuntimeError, CancelledError):  # the app has been ended meanwhile
            self.app.call_from_thread(self._take, seen)

    def on_mount(self) -> None:
        """The calendar has the keys; the files are looked at now and then."""
        self.set_focus(self.panes.calendar)
        self._tell_time()
        if self._seen is not None:
            self._take(self._seen)
        self.set_interval(20, self._tell_time)
        self.set_interval(BETWEEN_LOOKS, self.look_at_files)

    def _tell_time(self) -> None:
        now, notation = self.guide.clock.wall(), self.guide.notation
        text = date_and_time(now, notation)
        shown = self.query_one("#now", TextLine)
        shown.styles.width = len(text) + 1
        shown.set(text, Role.MUTED)
        if self._seen is not None and self._seen.days.today != self.today:
            self.want(anew=True)

    def on_screen_resume(self) -> None:
        """Here again: something may have changed meanwhile."""
        self.look_at_files()

    # Reading

    @property
    def wanted(self) -> Wanted:
        """What is in view."""
        room = self._rooms
        return Wanted(self.first_monday, room.weeks, self._routine, self._exercise, room.points)

    def want(self, *, anew: bool = False) -> None:
        """Have read what is in view, unless it was; `anew` even then."""
        self._is_stale |= anew
        if self._is_reading or (self._seen is not None and self._seen.wanted == self.wanted and not self._is_stale):
            return
        self._is_reading, self._is_stale = True, False
        shelf, wanted = self.shelf, self.wanted
        self.run_worker(lambda: self._read(shelf, wanted), thread=True)

    def _read(self, shelf: Shelf, wanted: Wanted) -> None:
        seen = self._reading.read(shelf, wanted, self.guide.clock.wall())
        with suppress(RuntimeError, CancelledError):  # the app has been ended meanwhile
            self.app.call_from_thread(self._take, seen)

    def _take(self, seen: Seen) -> None:
        """Show what was read; then read what is wanted by now."""
        was_empty = self.days.is_empty
        self._seen, self._is_reading = seen, False
        if seen.problem is not None:
            self.say(f"! {seen.problem}", caution=True)
        if was_empty != seen.days.is_empty:
            self.lay_out()
        else:
            self.show_all()
        self.want()

    def look_at_files(self) -> None:
        """See, in a thread, whether files changed outside."""
        if self.is_active and not self._is_reading:
            self.run_worker(self._look_in_thread, thread=True, exclusive=True, group="look")

    def _look_in_thread(self) -> None:
        stamps = stamps_of_day(self.shelf.folders)
        if self._seen is not None and stamps != self._seen.stamps:
            with suppress(RuntimeError, CancelledError):  # likewise
                self.app.call_from_thread(self.want, anew=True)

    def show(self, shelf: Shelf) -> None:
        """Show the files as they are now."""
        self.shelf = shelf
        self.want(anew=True)

    def show_all(self) -> None:
        """Show what was read, and read what is not."""
        super().show_all()
        if self.is_mounted:
            self.want()
