"""Typing in the builder: a step's dose, the timings, title and days, each in place, checked letter by letter."""

from __future__ import annotations

from textual.events import Key, Paste

from footui.commands import Place
from footui.screens.builder_sessions import BuilderSessions
from footui.screens.field_rows import FieldRow
from footui.screens.routine_forms import AboutForm, Form, TimingForm
from footui.screens.step_form import StepForm
from footui.screens.typing_in import TypingIn
from footui.widgets.clickable_rows import ClickableRows
from footui.widgets.step_list import StepList

TYPE_FIRST = "enter takes it, esc puts back what was there."
NO_STEP = "Choose a step first: j and k."


class BuilderTyping(BuilderSessions):
    """While something is typed in, letters are text, and only what ends it holds."""

    @property
    def is_typing(self) -> bool:
        """Whether fields have the keys."""
        return self.typing_in is not None

    def active_places(self) -> tuple[Place, ...]:
        """While fields are typed in, their keys alone."""
        if self.is_typing and not self.is_asking:
            return (Place.FIELDS,)
        return super().active_places()

    def run_command(self, command_id: str) -> None:
        """Do a command; what is being typed comes first."""
        if self.is_typing and not self.is_asking and not command_id.startswith("field."):
            self.say(TYPE_FIRST)
        else:
            super().run_command(command_id)

    # Beginning and ending

    def type_in(self, form: Form) -> None:
        """Begin to type into a form."""
        self.typing_in = TypingIn(form)
        if isinstance(form, StepForm):
            self.focus_steps()
        else:
            self.set_focus(self.query_one(ClickableRows), scroll_visible=False)
        self._show_all()

    def stop_typing(self) -> None:
        """Show the file as it is again."""
        self.typing_in = None
        self.focus_steps()
        self._show_all()

    def before_saving(self) -> bool:
        """Take what is being typed; False where it is not right."""
        return self.take_typed()

    def take_typed(self) -> bool:
        """Put what was typed into the file, as one change; False where it is not right, which is said."""
        typing_in = self.typing_in
        if typing_in is None:
            return True
        if typing_in.problem:
            self._refuse(typing_in, typing_in.problem)
            return False
        edits = typing_in.form.edits(typing_in.texts)
        self.typing_in = None
        refused = self.change(*edits) if edits else None
        if refused is not None:
            self.typing_in = typing_in
            self._refuse(typing_in, refused)
            return False
        self.stop_typing()
        return True

    def _refuse(self, typing_in: TypingIn, why: str) -> None:
        typing_in.problem, typing_in.was_refused = why, True
        self._show_all()
        self.say(f"! Not taken: {why}", caution=True)

    # Keys

    def on_key(self, event: Key) -> None:
        """Type into the field, or do what the key means."""
        typing_in = self.typing_in
        if typing_in is None or self.is_asking:
            return
        event.stop()
        event.prevent_default()
        if typing_in.press(event.key, event.character):
            self.say("")
            self._show_typed()
        elif event.key == "ctrl+c":
            self.run_command("field.put_back")
        elif any(event.key in command.keys for command in self.commands()):
            self.action_press(event.key)
        else:
            self.say(TYPE_FIRST)

    def on_paste(self, event: Paste) -> None:
        """A paste arrives as one text."""
        if self.typing_in is not None and not self.is_asking:
            event.stop()
            event.prevent_default()
            self.typing_in.paste(event.text)
            self._show_typed()

    def _show_typed(self) -> None:
        """Show what a letter changed; the strip and the sum follow it."""
        self._show_steps()
        self._show_timeline()
        self._show_whole()

    def do_field_take(self) -> None:
        """Take all that was typed."""
        self.take_typed()

    def do_field_save(self) -> None:
        """Take it, and save."""
        self.save()

    def do_field_put_back(self) -> None:
        """Put back what was there."""
        self.stop_typing()

    def do_field_next(self) -> None:
        """To the next field."""
        self._go(1)

    def do_field_previous(self) -> None:
        """To the field before."""
        self._go(-1)

    def do_field_after(self) -> None:
        """The next choice; a number one less."""
        self._turn(1)

    def do_field_before(self) -> None:
        """The choice before; a number one more."""
        self._turn(-1)

    def _go(self, by: int) -> None:
        if self.typing_in is not None:
            self.typing_in.move(by)
            self._show_typed()

    def _turn(self, by: int) -> None:
        if self.typing_in is not None:
            self.typing_in.turn(by if self.typing_in.typed is None else -by)
            self._show_typed()

    # The mouse

    def on_step_list_clicked(self, event: StepList.Clicked) -> None:
        """Choose a step; on the chosen one edit it, on the last line add one; on a field go to it."""
        if self.is_asking:
            return
        typing_in = self.typing_in
        if typing_in is not None:
            form = typing_in.form
            if isinstance(form, StepForm) and event.index == form.place:
                self._click_field(self._step_rows.field_rows, event.row, event.cell)
            else:
                self.say(TYPE_FIRST)
            return
        self.query_one(StepList).choose(event.index)
        self.say("")
        if self.has_problems or event.was_chosen:
            self.run_command("step.edit")
        elif event.index >= self.steps_count:
            self.run_command("step.add")

    def on_clickable_rows_clicked(self, event: ClickableRows.Clicked) -> None:
        """Edit the timings or the days; on a field that is edited go to it."""
        if self.is_asking:
            return
        if self.typing_in is not None:
            self._click_field(self._whole_fields, event.row - self._whole_fields_from, event.cell)
        elif event.row == 0:
            self.run_command("builder.timing")
        elif event.row == 1:
            self.run_command("builder.about")

    def _click_field(self, rows: list[FieldRow], row: int, cell: int) -> None:
        name = rows[row].field_at(cell) if 0 <= row < len(rows) else None
        typing_in = self.typing_in
        if typing_in is None or name is None:
            return
        if name == typing_in.current and typing_in.typed is None:
            typing_in.turn(1)
        elif name != typing_in.current:
            typing_in.go_to(name)
        self._show_typed()

    # Commands that begin it

    def do_step_edit(self) -> None:
        """Edit the dose in place; on the last line add a step; on a problem open the file there."""
        place = self.place
        if self.has_problems:
            chosen = self.query_one(StepList).chosen or 1
            self.edit_at(self.draft.problems[min(chosen, len(self.draft.problems)) - 1].line)
        elif place is None:
            self.run_command("step.add")
        else:
            self.type_in(StepForm(self.around, place))

    def do_builder_timing(self) -> None:
        """Edit the timings in place."""
        self.type_in(TimingForm(self.around))

    def do_builder_about(self) -> None:
        """Edit title, sessions, days, level and source in place."""
        self.type_in(AboutForm(self.around))
