"""The keys of a screen, read from the one table: what can be done now, what not and why; enter does it."""

from __future__ import annotations

from typing import Any

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input

from footui.commands import TO_A_PLACE, Command, Place, key_name
from footui.screens.base import CommandScreen, bindings_of
from footui.screens.guide import Guide
from footui.widgets.choice_list import Choice, ChoiceList
from footui.widgets.footer import Footer
from footui.widgets.role import Role
from footui.widgets.rows import Row, Run, line
from footui.widgets.text_line import MessageRow, TextLine


class HelpScreen(CommandScreen[str | None]):
    """Lists the commands of the screen below; closes with the id of the one to do, or None.

    With `every_command` the cursor stands in the field to find in, and the commands stand by name.
    """

    PLACES = (Place.HELP, Place.LISTS, Place.EVERYWHERE)
    BINDINGS = bindings_of(*PLACES)
    NAME = "keys"
    CAN_FIND = True

    def __init__(self, guide: Guide, asking: CommandScreen[Any], *, every_command: bool) -> None:
        """`asking` is the screen whose commands are listed."""
        super().__init__(guide)
        self._asking = asking
        self._by_name = every_command
        self._listed: list[Command | None] = []

    def compose(self) -> ComposeResult:
        """Heading, field, list, message and keys."""
        glyphs = self.guide.glyphs
        title = "Every command" if self._by_name else "Keys"
        with Horizontal(classes="head"):
            yield TextLine(f"{title} · {self._asking.NAME}", bold=True, glyphs=glyphs, id="heading")
            yield TextLine(self._asking.meanwhile(), Role.MUTED, align_right=True, glyphs=glyphs, id="heading_right")
        yield Input(placeholder="/ find", id="find", compact=True)
        yield ChoiceList(glyphs=glyphs, id="commands")
        yield MessageRow(glyphs=glyphs, id="message")
        yield Footer(glyphs=glyphs, id="footer")

    def on_mount(self) -> None:
        """The list, or for finding by name the field, has the keys."""
        self._find("")
        (self.query_one(Input) if self._by_name else self.query_one(ChoiceList)).focus()
        self.show_footer()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find as is typed."""
        self._find(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter does what is marked, also from the field."""
        self.run_command("help.do")

    def on_choice_list_taken(self, event: ChoiceList.Taken) -> None:
        """Clicked again: do it."""
        self.run_command("help.do")

    def _find(self, text: str) -> None:
        """List the commands that have every word in title, keys or id; what is not possible now comes last."""
        words = text.casefold().split()
        found = [command for command in self._asking.commands() if all(word in _searched(command) for word in words)]
        if self._by_name:
            found.sort(key=lambda command: command.title.casefold())
        possible = [command for command in found if self._asking.why_not(command.id) is None]
        not_now = [command for command in found if command not in possible]
        self._listed = []
        choices: list[Choice] = []
        for heading, commands in (("Now", possible), ("Not now", not_now)):
            if commands:
                self._listed += [None, *commands]
                choices.append(Choice((line((Run(heading, Role.MUTED),)),), can_be_chosen=False))
                choices += [Choice((line(self._row(command)),)) for command in commands]
        self.query_one(ChoiceList).set(choices, 1 if choices else None)

    def _row(self, command: Command) -> Row:
        keys = "  ".join(key_name(key) for key in command.keys)
        reason = self._asking.why_not(command.id)
        row: Row = (Run(f"{keys:<16}", Role.TEXT, bold=True), Run(f"{command.title}", Role.TEXT))
        return (*row, Run(f"   {reason}", Role.MUTED)) if reason else row

    def do_help_do(self) -> None:
        """Close, and do the marked command."""
        chosen = self.query_one(ChoiceList).chosen
        command = self._listed[chosen] if chosen is not None and chosen < len(self._listed) else None
        if command is None:
            return
        reason = self._asking.why_not(command.id)
        if reason is None:
            self.dismiss(command.id)
        else:
            self.say(reason)

    def do_list_find(self) -> None:
        """To the field."""
        self.set_focus(self.query_one(Input))

    def do_app_back(self) -> None:
        """Out of the field, then back to the screen below."""
        field = self.query_one(Input)
        if field.has_focus and field.value:
            field.value = ""
        else:
            self.dismiss(None)

    def do_app_help(self) -> None:
        """The same key closes it."""
        self.dismiss(None)

    def do_app_quit(self) -> None:
        """Back to the screen below; quitting is its business."""
        self.dismiss(None)

    def why_not(self, command_id: str) -> str | None:
        """Places are reached from the screen below."""
        if command_id in TO_A_PLACE or command_id == "app.palette":
            return "esc goes back first."
        return super().why_not(command_id)


def _searched(command: Command) -> str:
    return " ".join([command.title, command.id, *map(key_name, command.keys)]).casefold()
