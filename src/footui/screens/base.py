"""What every screen has: commands from the one table, a message row that waits for the next key, a footer."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.events import Key
from textual.keys import key_to_character
from textual.screen import Screen

from footui.commands import COMMANDS, FOOTER_KEYS, Command, Place, commands_of, key_name
from footui.commands.reasons import FIRST_SCREEN, NO_SHELL, NOTHING_TO_FIND, ONE_PANE
from footui.terminal_driver import can_go_to_the_shell, terminal_is_behind
from footui.widgets.footer import Footer, FooterKey
from footui.widgets.role import Role
from footui.widgets.text_line import MessageRow

if TYPE_CHECKING:
    from footui.screens.guide import Guide
    from footui.session.cues import Cue

ResultT = TypeVar("ResultT")

STAYS = (
    "app.help", "app.back", "app.quit", "session.end", "finished.close", "end.go_on", "pain.leave", "field.put_back",
    "asking.leave", "filter.take", "conflict.leave", "correct.leave",
)  # fmt: skip
"""What the footer never drops: the help, and the way out."""


LIVE_SCREEN = "live"
"""The id of the screen of a running session."""

FAR = 1_000_000
"""More rows than any list has."""


def bindings_of(*places: Place) -> list[BindingType]:
    """A binding for every key of these places; which command a key means is looked up when it is pressed."""
    keys = dict.fromkeys(key for command in COMMANDS if command.place in places for key in command.keys)
    return [Binding(key, f"press({key!r})", show=False) for key in keys]


def _footer_key(command: Command) -> str:
    return FOOTER_KEYS.get(command.id) or key_name(command.keys[0])


class CommandScreen(Screen[ResultT], inherit_bindings=False):
    """A screen whose keys come from the command table.

    `do_<id>`, with `_` for the dot, does a command; `why_not` says why it is not possible now.
    """

    AUTO_FOCUS = None
    PLACES: ClassVar[tuple[Place, ...]] = (Place.EVERYWHERE,)
    CAN_FIND: ClassVar[bool] = False
    """Whether there is a field to find in."""
    NAME: ClassVar[str] = ""
    """What the help page calls this screen."""

    def __init__(self, guide: Guide) -> None:
        """A screen that asks `guide` to go elsewhere."""
        super().__init__()
        self.guide = guide
        self.pressed_key = ""
        """The key that was pressed last, for commands that several keys mean: the ten digits."""
        self._typed_ahead: list[str] = []

    def meanwhile(self) -> str:
        """What goes on here while another screen lies over it."""
        return ""

    def show_cue(self, cue: Cue) -> None:
        """A cue for the eyes: the whole screen takes the colour of what begins for a moment."""
        from footui.screens.screen_colour import ScreenColour  # noqa: PLC0415  # the first picture does not wait for it

        if not terminal_is_behind(self.app):
            ScreenColour(self, reduced_motion=self.guide.settings.reduced_motion).change(self.role_of_cue(cue))

    def role_of_cue(self, cue: Cue) -> Role:
        """The role whose colour is taken."""
        return Role.WORK

    # Commands

    def active_places(self) -> tuple[Place, ...]:
        """Whose keys hold at the moment, the nearest first."""
        return self.PLACES

    def commands(self) -> tuple[Command, ...]:
        """Every command whose key holds at the moment, possible or not."""
        return commands_of(*self.active_places())

    def why_not(self, command_id: str) -> str | None:
        """Why a command is not possible now; None where it is."""
        if command_id == "app.back" and self.is_first:
            return FIRST_SCREEN
        if command_id == "app.suspend" and not can_go_to_the_shell(self.app):
            return NO_SHELL
        if command_id == "list.find" and not self.CAN_FIND:
            return NOTHING_TO_FIND
        if command_id in ("focus.next", "focus.previous") and len(self.focus_chain) < 2:
            return ONE_PANE
        return None

    @property
    def is_first(self) -> bool:
        """Whether there is no screen of ours below."""
        stack = self.app.screen_stack
        below = stack[: stack.index(self)] if self in stack else stack
        return not any(isinstance(screen, CommandScreen) for screen in below)

    def action_press(self, key: str) -> None:
        """A key was pressed: do what it means here and now."""
        if self.is_mounted and not self._typed_ahead:
            self._press(key)
            return
        if not self._typed_ahead:  # nothing is here yet that it could be done to
            self.call_later(self._press_ahead)
        self._typed_ahead.append(key)

    def _press_ahead(self) -> None:
        """Do what keys mean that came before the screen was there; after one that opens something they are for that."""
        keys, places = self._typed_ahead, self.active_places()
        while keys and self.is_active and self.active_places() == places:
            self._press(keys[0])
            del keys[0]
        self._typed_ahead = []
        for key in keys:
            (self.app.focused or self.app.screen).post_message(Key(key, key_to_character(key)))

    def _press(self, key: str) -> None:
        command = next((command for command in self.commands() if key in command.keys), None)
        self.pressed_key = key
        if command is not None:
            self.run_command(command.id)

    def run_command(self, command_id: str) -> None:
        """Do a command, or say why it is not possible."""
        reason = self.why_not(command_id)
        self.say(reason or "")
        if reason is None:
            getattr(self, f"do_{command_id.replace('.', '_')}")()
        self.show_footer()

    # The two rows at the bottom

    def say(self, message: str, *, caution: bool = False) -> None:
        """Show a sentence in the message row until the next key."""
        for row in self.query(MessageRow):
            row.set(message, Role.CAUTION if caution else Role.TEXT)

    def footer_label(self, command: Command) -> str:
        """The word for a command in the footer."""
        return command.footer

    def show_footer(self) -> None:
        """Bring the footer up to date: what is possible now, most needed first."""
        possible = [
            FooterKey(_footer_key(command), self.footer_label(command), command.id in STAYS)
            for command in self.commands()
            if command.footer and self.why_not(command.id) is None
        ]
        for footer in self.query(Footer):
            footer.set(possible)

    # What can be done in every list

    def _move(self, rows: int, pages: int = 0) -> None:
        """Move in the pane that has the focus."""
        from footui.widgets.choice_list import ChoiceList  # noqa: PLC0415  # the live view does without lists
        from footui.widgets.page import Page  # noqa: PLC0415  # and without pages

        pane = self.focused
        if isinstance(pane, Page):
            pane.scroll_rows(rows + pages * max(pane.size.height - 1, 1))
        else:
            for choices in [pane] if isinstance(pane, ChoiceList) else self.query(ChoiceList):
                choices.page(pages) if pages else choices.move(rows)

    def do_list_down(self) -> None:
        """One down."""
        self._move(1)

    def do_list_up(self) -> None:
        """One up."""
        self._move(-1)

    def do_list_page_down(self) -> None:
        """A page down."""
        self._move(0, 1)

    def do_list_page_up(self) -> None:
        """A page up."""
        self._move(0, -1)

    def do_list_first(self) -> None:
        """To the first one."""
        self._move(-FAR)

    def do_list_last(self) -> None:
        """To the last one."""
        self._move(FAR)

    def do_focus_next(self) -> None:
        """To the next pane or field."""
        self.focus_next()

    def do_focus_previous(self) -> None:
        """To the last pane or field."""
        self.focus_previous()

    # What can be done everywhere

    def do_app_help(self) -> None:
        """Open the page of keys."""
        self.guide.open_help(self, every_command=False)

    def do_app_palette(self) -> None:
        """Open the list of all commands."""
        self.guide.open_help(self, every_command=True)

    def do_app_back(self) -> None:
        """Close this screen."""
        self.dismiss()

    def do_app_quit(self) -> None:
        """Leave the program."""
        self.app.exit(0)

    def do_app_suspend(self) -> None:
        """To the shell, until it lets us go on."""
        self.app.action_suspend_process()

    def do_view_colours(self) -> None:
        """Take the next set of colours."""
        self.say(self.guide.next_colours())

    def do_app_today(self) -> None:
        """Go to the first place."""
        self.guide.go_to(Place.HOME)

    def do_app_catalogue(self) -> None:
        """Go to the catalogue."""
        self.guide.go_to(Place.CATALOGUE)

    def do_app_routines(self) -> None:
        """Go to the routines."""
        self.guide.go_to(Place.ROUTINES)

    def do_app_history(self) -> None:
        """Go to what was done."""
        self.guide.go_to(Place.HISTORY)

    def do_app_settings(self) -> None:
        """Go to the settings."""
        self.guide.go_to(Place.SETTINGS)
