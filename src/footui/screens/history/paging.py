"""The chosen day, and the page on which its marked session stands in full."""

from __future__ import annotations

from datetime import date

from footui.commands import Place
from footui.commands.reasons import NO_SESSION_THEN
from footui.screens.history.kept_session import KeptSession
from footui.screens.history.watching import HistoryWatching
from footui.storage.today import EARLIEST
from footui.widgets.flowing_page import FlowingPage
from footui.widgets.text_line import MessageRow

NOTHING_EARLIER = "There is no earlier session in these weeks."
NOTHING_LATER = "There is no later session in these weeks."
BACK_FIRST = "esc goes back to the calendar first."

LOW = 14
"""Below so many rows none is left blank above the page."""

_OF_THE_CALENDAR = frozenset({
    "history.open", "history.exercise_before", "history.exercise_after", "history.filter", "focus.next",
    "focus.previous", "history.suggestion",
})  # fmt: skip


class HistoryPaging(HistoryWatching):
    """Chooses days and marks sessions; one session can be shown in full."""

    page: FlowingPage | None = None
    """The page of the marked session; None while the calendar is shown."""

    def active_places(self) -> tuple[Place, ...]:
        """On the page of a session it is moved through like every page."""
        places = super().active_places()
        if self.page is not None and Place.HISTORY in places:
            return (Place.SESSION_PAGE, Place.LISTS, *places)
        return places

    def why_not(self, command_id: str) -> str | None:
        """Why a command is not possible with the marked session, or on its page."""
        if self.page is not None and command_id in _OF_THE_CALENDAR:
            return BACK_FIRST
        match command_id:
            case "history.open" if self.marked is None:
                return NO_SESSION_THEN
            case "history.session_before" if self._session_beyond(-1) is None:
                return NOTHING_EARLIER
            case "history.session_after" if self._session_beyond(1) is None:
                return NOTHING_LATER
        return super().why_not(command_id)

    def choose_day(self, day: date) -> None:
        """Choose a day up to today; the weeks in view follow."""
        day = min(max(day, EARLIEST), self.today)
        self._day, self._marked = day, None
        self.show_all()

    def mark(self, session: KeptSession) -> None:
        """Mark another session of the chosen day."""
        self._marked = session.id
        self.show_day()
        self.show_footer()

    def _session_beyond(self, by: int) -> KeptSession | None:
        """The session before or after the marked one, on whatever day in view."""
        every = [session for day in sorted(self.days.sessions) for session in self.days.sessions[day]]
        marked = self.marked
        place = every.index(marked) + by if marked in every else -1
        return every[place] if 0 <= place < len(every) else None

    @property
    def is_covered(self) -> bool:
        """Whether the page of a session is open."""
        return self.page is not None

    def do_history_open(self) -> None:
        """Show all of the marked session."""
        self.page = FlowingPage(glyphs=self.guide.glyphs)
        self.page.styles.margin = (1 if self.app.size.height >= LOW else 0, 0, 0, 0)
        self.mount(self.page, before=self.query(MessageRow).first())
        self.set_focus(self.page)
        self._write_page()
        self.lay_out()

    def _write_page(self, *, from_top: bool = True) -> None:
        page, marked, look = self.page, self.marked, self.look._replace(routine=None)
        if page is not None and marked is not None:
            from footui.screens.history.session_rows import session_rows  # noqa: PLC0415  # the calendar does without

            page.write(lambda width: session_rows(marked, look, width), from_top=from_top)

    def show_all(self) -> None:
        """Show what was read; on the page of a session that is gone, the calendar again."""
        if self.page is not None and self.marked is None:
            self.close_page()
        super().show_all()
        self._write_page(from_top=False)

    def do_history_session_before(self) -> None:
        """The page of the session before."""
        self._turn_page(-1)

    def do_history_session_after(self) -> None:
        """The page of the next session."""
        self._turn_page(1)

    def _turn_page(self, by: int) -> None:
        session = self._session_beyond(by)
        if session is not None:
            self.choose_day(session.day)
            self.mark(session)
            self._write_page()

    def close_page(self) -> None:
        """Back to the calendar."""
        if self.page is not None:
            self.page.display = False  # at once, as it is only removed later
            self.page.remove()
            self.page = None
            self.set_focus(self.panes.calendar)
            self.lay_out()

    def _move(self, rows: int, pages: int = 0) -> None:
        """Through the rows of the page, or through the list."""
        if self.page is not None:
            self.page.scroll_rows(rows + pages * max(self.page.size.height - 1, 1))
        else:
            super()._move(rows, pages)

    def do_app_back(self) -> None:
        """Out of the page, then to the first place."""
        if self.page is not None:
            self.close_page()
        else:
            self.guide.go_to(Place.HOME)
