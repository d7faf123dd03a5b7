"""Changing the history: a session corrected in place or deleted, each taken back and done again."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.widgets import Input

from footui.commands import Place
from footui.commands.reasons import (
    NO_FILE,
    NO_NUMBER,
    NO_SESSION_THEN,
    NOTHING_CHANGED,
    NOTHING_SUGGESTED,
    NOTHING_TO_REDO,
    NOTHING_TO_UNDO,
)
from footui.core.said import HELP_AT_ONCE, MOST_PAIN
from footui.screens.guide import Guide
from footui.screens.history.browsing import HistoryBrowsing
from footui.screens.history.day_rows import day_title
from footui.screens.history.kept_session import KeptSession
from footui.screens.shelf import Shelf
from footui.storage.history import HistoryError
from footui.storage.problems import SaveProblem
from footui.storage.toml_source import TomlProblems
from footui.widgets.choice_row import ChoiceRow
from footui.widgets.text_line import MessageRow

if TYPE_CHECKING:
    from footui.screens.history.correction_form import CorrectionForm
    from footui.screens.routine_deeds import Deed, Deeds, Done

ONE_AT_A_TIME = "One moment: the change before is not written down yet."
NOT_OVER = "It is not over: 1 goes on with it, keeps what was done, or discards it."
TO_THE_ANSWERS = "tab goes to the answers."


class HistoryChanging(HistoryBrowsing):
    """Corrects and deletes the marked session; what was done can be taken back."""

    def __init__(self, guide: Guide, shelf: Shelf, deeds: Deeds | None = None) -> None:
        """`deeds` are those of an earlier look at this place, which can be taken back."""
        super().__init__(guide, shelf)
        self._deeds = deeds
        self._is_busy = False
        self._form: CorrectionForm | None = None
        self._corrected: KeptSession | None = None
        self._one_typed = False

    # What is possible

    def active_places(self) -> tuple[Place, ...]:
        """While a session is corrected only what that takes."""
        return (Place.CORRECTING,) if self._form is not None and not self.is_asking else super().active_places()

    def why_not(self, command_id: str) -> str | None:
        """Why a command is not possible with the marked session."""
        if command_id.startswith("correct."):
            return self._why_not_correct(command_id)
        match command_id:
            case "history.edit" | "history.delete":
                return self._why_not_change()
            case "edit.undo" if self._deeds is None or not self._deeds.can_undo:
                return NOTHING_TO_UNDO
            case "edit.redo" if self._deeds is None or not self._deeds.can_redo:
                return NOTHING_TO_REDO
            case "edit.undo" | "edit.redo" if self._is_busy:
                return ONE_AT_A_TIME
            case "edit.external":
                return NO_FILE
            case "history.suggestion" if self.suggestion is None or self.suggestion.take is None:
                return NOTHING_SUGGESTED
        return super().why_not(command_id)

    def _why_not_change(self) -> str | None:
        if self.marked is None:
            return NO_SESSION_THEN
        if self._is_busy:
            return ONE_AT_A_TIME
        return NOT_OVER if self.marked.is_open else None

    def _why_not_correct(self, command_id: str) -> str | None:
        row = self._form.row if self._form is not None else None
        if command_id in ("correct.set", "correct.less", "correct.more"):
            if row is None:
                return TO_THE_ANSWERS
            if command_id == "correct.set" and self._form is not None and not self._form.asks_number:
                return NO_NUMBER
        return None

    def do_history_suggestion(self) -> None:
        """Take what is suggested."""
        if self.suggestion is not None and self.suggestion.take is not None:
            self.suggestion.take()

    # Correcting

    def rows_beside(self) -> int:
        """Rows that a question or the form takes."""
        return super().rows_beside() + (0 if self._form is None else self._form.rows_taken)

    def lay_out(self) -> None:
        """Give the form its room first."""
        if self._form is not None:
            self._form.make_room(self.app.size.height)
        super().lay_out()

    def do_history_edit(self) -> None:
        """Correct pain, effort and note of the marked session where it stands."""
        session = self.marked
        if session is None:
            return
        from footui.screens.history.correction_form import CorrectionForm  # noqa: PLC0415  # the calendar does without
        from footui.screens.history.deeds import Answers  # noqa: PLC0415  # likewise

        self._corrected = session
        answers = Answers.of(session.record)
        form = CorrectionForm(answers, self.guide.glyphs, asks_pain=self.guide.settings.care.ask)
        self._form = form
        self.mount(form, before=self.query(MessageRow).first())
        self.lay_out()
        self._advise()

    def do_correct_take(self) -> None:
        """Write down what was corrected."""
        form, session = self._form, self._corrected
        if form is None or session is None:
            return
        from footui.screens.history.deeds import Answers, Corrected  # noqa: PLC0415  # likewise

        before, after = Answers.of(session.record), form.answers
        self._close_form()
        if after == before:
            self.say(NOTHING_CHANGED)
        else:
            self._change(Corrected(self.shelf.history, session.id, before, after, self.guide.clock.wall))

    def do_correct_leave(self) -> None:
        """Leave it as it was."""
        self._close_form()

    def _close_form(self) -> None:
        form, self._form, self._corrected = self._form, None, None
        if form is not None:
            form.remove()
            self.set_focus(self.page if self.page is not None else self.panes.calendar)
        self.advise("")
        self.lay_out()

    def do_correct_down(self) -> None:
        """The next row."""
        self._go_in_form(1)

    def do_correct_up(self) -> None:
        """The row before."""
        self._go_in_form(-1)

    def _go_in_form(self, by: int) -> None:
        self._one_typed = False
        if self._form is not None:
            self._form.step(by)

    def do_correct_less(self) -> None:
        """The answer before; before the first one, none."""
        self._answer_by(-1)

    def do_correct_more(self) -> None:
        """The answer after."""
        self._answer_by(1)

    def _answer_by(self, by: int) -> None:
        row = self._form.row if self._form is not None else None
        if row is not None:
            self._answer(row, None if by < 0 and not row.chosen else row.step(by))

    def do_correct_set(self) -> None:
        """A number by its digit; 0 after a 1 makes ten."""
        row = self._form.row if self._form is not None else None
        if row is not None:
            ten = self._one_typed and self.pressed_key == "0"
            self._answer(row, MOST_PAIN if ten else int(self.pressed_key))
            self._one_typed = self.pressed_key == "1"

    def on_choice_row_clicked(self, event: ChoiceRow.Clicked) -> None:
        """A click answers."""
        self.set_focus(event.row)
        self._answer(event.row, event.index)

    def _answer(self, row: ChoiceRow, index: int | None) -> None:
        self._one_typed = False
        row.choose(index)
        self._advise()
        self.show_footer()

    def _advise(self) -> None:
        """Above the limit, what to do at once."""
        above = self._form is not None and self._form.most_pain > self.guide.settings.care.stop_above
        self.advise(HELP_AT_ONCE if above else "")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter keeps it, from the note too."""
        self.run_command("correct.take")

    def on_descendant_focus(self) -> None:
        """Another field has the keys."""
        self._one_typed = False
        self.show_footer()

    # Deleting, and taking back

    def do_history_delete(self) -> None:
        """Delete the marked session."""
        session = self.marked
        if session is not None:
            from footui.screens.history.deeds import Deleted  # noqa: PLC0415  # likewise

            day = day_title(session.day, self.today, self.guide.notation)
            time = self.guide.notation.time_of_day(session.record.started)
            name = f"{session.record.title}, {day} {time}"
            self._change(Deleted(self.shelf.history, session.id, name, self.guide.clock.wall))

    def do_edit_undo(self) -> None:
        """Take back the last correction or deletion."""
        if self._deeds is not None:
            self._run(self._deeds.undo)

    def do_edit_redo(self) -> None:
        """Do again what was taken back."""
        if self._deeds is not None:
            self._run(self._deeds.redo)

    def _change(self, deed: Deed) -> None:
        from footui.screens.routine_deeds import Deeds  # noqa: PLC0415  # likewise

        deeds = self._deeds = self._deeds if self._deeds is not None else Deeds()

        def act() -> Done:
            done = deed.turn("u")
            deeds.did(deed)
            return done

        self._run(act)

    def _run(self, act: Callable[[], Done]) -> None:
        """Do this to the history, in a thread; then show it anew."""
        self._is_busy = True
        self.run_worker(lambda: self._run_in_thread(act), thread=True)

    def _run_in_thread(self, act: Callable[[], Done]) -> None:
        history = self.shelf.history
        before, caution = history.notice, False
        try:
            said = act().said
        except (HistoryError, SaveProblem) as problem:
            said, caution = f"! {problem}", True
        except TomlProblems as error:
            said, caution = f"! {error.problems[0]}", True
        if history.notice != before and history.notice is not None:
            said, caution = f"! {history.notice}", True
        with suppress(RuntimeError, CancelledError):  # the app has been ended meanwhile
            self.app.call_from_thread(self._changed, said, caution)

    def _changed(self, said: str, caution: bool) -> None:
        self._is_busy = False
        self.say(said, caution=caution)
        self.want(anew=True)
        self.guide.files_changed()
        self.show_footer()
