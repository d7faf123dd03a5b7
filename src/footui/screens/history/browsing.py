"""Going through the history: by day and week, through the sessions of a day, by exercise, one routine or all."""

from __future__ import annotations

from datetime import timedelta

from footui.commands.reasons import AT_THE_END, AT_THE_TOP, ONE_EXERCISE
from footui.screens.history.heading import ALL
from footui.screens.history.paging import HistoryPaging
from footui.storage.history import HistoryError
from footui.storage.history_days import day_of_session
from footui.widgets.choice_list import ChoiceList
from footui.widgets.heat_map import WEEK, HeatMap

TODAY_IS_LAST = "This is today."
ONE_ROUTINE = "There is only one routine here."
NO_EXERCISE = "No exercise was done in these weeks."
HERE = "This is the history."
FIND_BY = "f shows one routine alone, [ and ] another exercise."
PAGE_WEEKS = 4
"""Weeks that PgUp and PgDn go."""


class HistoryBrowsing(HistoryPaging):
    """Moves the chosen day and the marked session."""

    def why_not(self, command_id: str) -> str | None:
        """Why one cannot go there."""
        if self.page is not None:
            return super().why_not(command_id)
        if command_id in ("history.day_before", "history.day_after") and self.is_in_list:
            return self._why_not_in_list(command_id)
        match command_id:
            case "history.week_after" | "history.day_after" if self._day >= self.today:
                return TODAY_IS_LAST
            case "history.exercise_before" | "history.exercise_after" if len(self.days.exercises) < 2:
                return ONE_EXERCISE if self.days.exercises else NO_EXERCISE
            case "history.filter" if self._routine is None and len(self.days.routines) < 2:
                return ONE_ROUTINE
            case "list.find":
                return FIND_BY
            case "focus.next" | "focus.previous":
                return None
            case "app.history":
                return HERE
        return super().why_not(command_id)

    def _why_not_in_list(self, command_id: str) -> str | None:
        sessions, marked = self.sessions, self.marked
        if command_id == "history.day_before":
            return AT_THE_TOP if not sessions or marked is sessions[0] else None
        return AT_THE_END if not sessions or marked is sessions[-1] else None

    @property
    def is_in_list(self) -> bool:
        """Whether the sessions of the day have the keys."""
        return self.panes.listed.has_focus

    def do_focus_next(self) -> None:
        """From the calendar, shown or not, to the sessions of the day, and back."""
        self.set_focus(self.panes.calendar if self.is_in_list else self.panes.listed)

    def do_focus_previous(self) -> None:
        """The same: there are two."""
        self.do_focus_next()

    # Days and weeks

    def do_history_week_before(self) -> None:
        """A week back."""
        self.choose_day(self._day - WEEK)

    def do_history_week_after(self) -> None:
        """A week on, at most to today."""
        self.choose_day(self._day + WEEK)

    def do_history_day_before(self) -> None:
        """A day back; in the sessions of a day the one above."""
        self._step(-1)

    def do_history_day_after(self) -> None:
        """A day on; in the sessions of a day the one below."""
        self._step(1)

    def _step(self, by: int) -> None:
        if self.is_in_list:
            self.panes.listed.move(by)
        else:
            self.choose_day(self._day + timedelta(days=by))

    def _move(self, rows: int, pages: int = 0) -> None:
        """By pages through the weeks."""
        if self.page is not None or self.is_in_list:
            super()._move(rows, pages)
        else:
            self.choose_day(self._day + WEEK * PAGE_WEEKS * pages)

    def do_list_first(self) -> None:
        """To the day of the first session of all."""
        if self.page is not None or self.is_in_list:
            super().do_list_first()
            return
        try:
            first = next(self.shelf.history.each_session(), None)
        except HistoryError as problem:
            self.say(f"! {problem}", caution=True)
            return
        if first is not None:
            self.choose_day(day_of_session(first, self.guide.settings.day_start))

    def do_list_last(self) -> None:
        """To today."""
        if self.page is not None or self.is_in_list:
            super().do_list_last()
        else:
            self.choose_day(self.today)

    def on_heat_map_chosen(self, event: HeatMap.Chosen) -> None:
        """A click chooses a day; on the chosen one it opens its session."""
        self.say("")
        if event.again:
            self.run_command("history.open")
        else:
            self.choose_day(event.day)

    def on_heat_map_turned(self, event: HeatMap.Turned) -> None:
        """The wheel goes by weeks."""
        if (
            not self.is_asking
            and self.why_not("history.week_after" if event.weeks > 0 else "history.week_before") is None
        ):
            self.choose_day(self._day + WEEK * event.weeks)

    # The sessions of a day

    def on_choice_list_moved(self, event: ChoiceList.Moved) -> None:
        """Another session is marked."""
        self.mark(self.sessions[event.index])

    def on_choice_list_taken(self, event: ChoiceList.Taken) -> None:
        """Clicked again: open it."""
        self.run_command("history.open")

    # Which exercise, which routine

    def do_history_exercise_before(self) -> None:
        """The trend of the exercise before."""
        self._turn_exercise(-1)

    def do_history_exercise_after(self) -> None:
        """The trend of the next exercise."""
        self._turn_exercise(1)

    def _turn_exercise(self, by: int) -> None:
        exercises = self.days.exercises
        shown = self._exercise if self._exercise in exercises else self._seen.exercise if self._seen else None
        place = exercises.index(shown) + by if shown in exercises else 0
        self._exercise = exercises[place % len(exercises)]
        self.want()

    def do_history_filter(self) -> None:
        """Ask which routine is shown alone."""
        slugs = list(dict.fromkeys([*self.days.routines, *([self._routine] if self._routine is not None else [])]))
        chosen = slugs.index(self._routine) + 1 if self._routine is not None else 0

        def take(place: int) -> None:
            self._routine = slugs[place - 1] if place else None
            self._marked = None
            self.want()

        self.choose("Which routine?", [ALL, *map(self.title_of_routine, slugs)], take, chosen)
