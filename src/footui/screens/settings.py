"""The settings: each is changed where it stands, saved at once, and holds at once."""

from __future__ import annotations

from typing import Protocol

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import Resize

from footui.commands import Command, Place
from footui.commands.reasons import NOTHING_TO_UNDO
from footui.core.settings import CueSettings, Settings
from footui.screens.base import CommandScreen, bindings_of
from footui.screens.guide import Guide
from footui.screens.places_row import PlacesRow, date_and_time
from footui.screens.setting_fields import FIELDS, THEME, Field, Kind, Value
from footui.screens.settings_page import Seen, settings_lines
from footui.storage.config_file import ReadSettings
from footui.storage.problems import SaveProblem
from footui.widgets.field_list import FieldList
from footui.widgets.footer import Footer
from footui.widgets.painted import Painted
from footui.widgets.role import Role
from footui.widgets.text_line import MessageRow, TextLine

HERE = "These are the settings."


class KeptSettings(Protocol):
    """Where the settings are kept (`storage/config_edit.SettingsFile`)."""

    def read(self) -> ReadSettings:
        """The settings as they are now."""
        ...

    def change(self, path: tuple[str, ...], value: Value) -> ReadSettings:
        """Set one key; the settings as they are then.

        Raises:
            SaveProblem: nothing was changed; the text says why.
        """
        ...


class Surroundings(Protocol):
    """What the settings have to do with outside their file."""

    def apply_settings(self, settings: Settings) -> str:
        """Have these settings hold at once; a sentence where one of them cannot, else nothing."""
        ...

    def try_cue(self, channel: str, cues: CueSettings, /) -> str:
        """Give a cue by one channel (bell, colour, notification, speech or own_command), and say so in a sentence."""
        ...

    def speech_program(self) -> str | None:
        """The program that would speak; None where there is none."""
        ...


class SettingsScreen(CommandScreen[None]):
    """Every setting but those written by hand: the voice and the command."""

    PLACES = (Place.SETTINGS, Place.LISTS, Place.EVERYWHERE)
    BINDINGS = bindings_of(*PLACES)
    NAME = "settings"
    DEFAULT_CSS = """
    SettingsScreen { padding: 0 1; }
    SettingsScreen #settings { margin-top: 1; }
    SettingsScreen #hint { height: 2; }
    SettingsScreen.-low #hint { height: 1; }
    SettingsScreen.-lowest #settings { margin-top: 0; }
    """

    def __init__(self, guide: Guide, kept: KeptSettings, surroundings: Surroundings) -> None:
        """Changes go to `kept`, and hold by `surroundings`."""
        super().__init__(guide)
        self._kept = kept
        self._surroundings = surroundings
        self._read = ReadSettings(guide.settings)
        self._marked: Field = FIELDS[0]
        self._changes: list[tuple[Field, Value]] = []
        self._speech_program: str | None = None

    def compose(self) -> ComposeResult:
        """Places, the fields, message and keys."""
        glyphs = self.guide.glyphs
        with Horizontal(classes="head"):
            yield PlacesRow(Place.SETTINGS, glyphs=glyphs)
            yield TextLine(align_right=True, glyphs=glyphs, id="time")
        yield FieldList(glyphs=glyphs, id="settings")
        yield MessageRow(glyphs=glyphs, id="hint")
        yield Footer(glyphs=glyphs, id="footer")

    def on_mount(self) -> None:
        """Read the file; the clock in the first row goes on."""
        self.query_one(FieldList).focus()
        self._speech_program = self._surroundings.speech_program()
        self._read = self._kept.read()
        self._show()
        self._show_hint()
        self.set_interval(20, self._tell_time)

    def on_resize(self, event: Resize) -> None:
        """Another width has other lines; where it is low, fewer rows are left blank."""
        low, lowest = event.size.height < 25 and event.size.width >= 80, event.size.height < 14
        self.set_class(low or lowest, "-low")  # the whole page in 24 rows; in a narrow one it has to move anyway
        self.set_class(lowest, "-lowest")
        self.call_after_refresh(self._show)

    # What is shown

    def _show(self) -> None:
        fields = self.query_one(FieldList)
        seen = Seen(self._read.settings, self._marked, self.guide.notation, self._speech_program, self._read.problems)
        fields.set(settings_lines(seen, fields.size.width - 1), FIELDS.index(self._marked))
        self._tell_time()
        self.show_footer()

    def _tell_time(self) -> None:
        now = date_and_time(self.guide.clock.wall(), self.guide.notation)
        time = self.query_one("#time", TextLine)
        time.styles.width = len(now) + 1
        time.set(now, Role.MUTED)

    def _show_hint(self) -> None:
        """Say what the marked setting is for, unless there is something else to say."""
        for row in self.query(MessageRow):
            if not row.text:
                row.set(self._marked.hint, Role.MUTED)

    def footer_label(self, command: Command) -> str:
        """Panes are the parts of the page here."""
        return "next part" if command.id == "focus.next" else super().footer_label(command)

    # Moving

    def _mark(self, field: Field) -> None:
        self._marked = field
        self._show()

    def _move(self, rows: int, pages: int = 0) -> None:
        """Mark the first field of another line."""
        fields = self.query_one(FieldList)
        lines = fields.fields
        at = next(at for at, line in enumerate(lines) if FIELDS.index(self._marked) in line)
        to = at + rows + pages * max(fields.size.height - 1, 1)
        self._mark(FIELDS[lines[max(0, min(to, len(lines) - 1))][0]])

    def do_focus_next(self) -> None:
        """The next field, after the last the first."""
        self._step(1)

    def do_focus_previous(self) -> None:
        """The field before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        self._mark(FIELDS[(FIELDS.index(self._marked) + by) % len(FIELDS)])

    def on_field_list_clicked(self, event: FieldList.Clicked) -> None:
        """A click marks; on a value it chooses that, and on what was marked already it changes it."""
        field, was_marked = FIELDS[event.field], self._marked
        self._mark(field)
        self.say("")
        if event.value is not None and self.why_not("setting.change") is None:
            self._set(field, field.values[event.value])
        elif event.value is not None or field is was_marked:
            self.run_command("setting.change")
        self.show_footer()
        self._show_hint()

    # Commands

    def run_command(self, command_id: str) -> None:
        """Do it, and where nothing else is said, say what the marked setting is for."""
        super().run_command(command_id)
        self._show_hint()

    def why_not(self, command_id: str) -> str | None:
        """Why a command is not possible with the marked setting."""
        settings = self._read.settings
        match command_id:
            case "setting.change" | "setting.less" | "setting.more":
                return self._marked.why_not_change(settings)
            case "setting.try":
                return self._marked.why_not_try(settings)
            case "setting.undo":
                return None if self._changes else NOTHING_TO_UNDO
            case "focus.next" | "focus.previous":
                return None
            case "app.settings":
                return HERE
        return super().why_not(command_id)

    def do_setting_change(self) -> None:
        """The next value; after the last of several the first."""
        field, settings = self._marked, self._read.settings
        value = field.after(settings, 1)
        self._set(field, field.allowed(settings)[0] if value is None else value)

    def do_setting_less(self) -> None:
        """The value before."""
        self._turn(self._marked, -1)

    def do_setting_more(self) -> None:
        """The value after."""
        self._turn(self._marked, 1)

    def _turn(self, field: Field, by: int) -> None:
        value = field.after(self._read.settings, by)
        if value is None:
            self.say(field.at_end(self._read.settings, by, self.guide.notation))
        else:
            self._set(field, value)

    def do_setting_try(self) -> None:
        """Give the marked cue."""
        self.say(self._surroundings.try_cue(self._marked.path[-1], self._read.settings.cues))

    def do_setting_undo(self) -> None:
        """Take back the last change, and mark what it changed."""
        field, value = self._changes[-1]
        if self._saved(field, value):
            self._changes.pop()
            self._mark(field)
            if not self.query_one(MessageRow).text:
                self.say(f"Back to {self._in_words(field)}.")

    def do_view_colours(self) -> None:
        """Here it is a setting like the others."""
        self._mark(THEME)
        self._turn(THEME, 1)

    def do_app_back(self) -> None:
        """Back to the first place."""
        self.guide.go_to(Place.HOME)

    # Saving

    def _set(self, field: Field, value: Value) -> None:
        """Set a field to another value, which can be undone."""
        before = field.value(self._read.settings)
        if value != before and self._saved(field, value):
            self._changes.append((field, before))

    def _saved(self, field: Field, value: Value) -> bool:
        """Save a value and have it hold; where it cannot be saved, say why."""
        try:
            self._read = self._kept.change(field.path, value)
        except SaveProblem as problem:
            self.say(f"! {problem}", caution=True)
            return False
        self.say(self._surroundings.apply_settings(self._read.settings))
        for widget in self.query(Painted):
            widget.glyphs = self.guide.glyphs
        self._show()
        return True

    def _in_words(self, field: Field) -> str:
        """“Terminal bell: off”."""
        value = field.value(self._read.settings)
        if field.kind is Kind.SWITCH:
            return f"{field.label}: {'on' if value else 'off'}"
        return f"{field.label}: {field.text(value, self.guide.notation)}{field.unit}"
