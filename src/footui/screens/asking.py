"""A screen that asks in rows of its own above the message: one line to type, or an answer to choose.

    class RoutinesScreen(AskingScreen[None]):
        PLACES = (Place.ROUTINES, Place.LISTS, Place.EVERYWHERE)
        BINDINGS = bindings_of(*PLACES)           # those of the questions come with this class

        def do_routine_new(self) -> None:
            self.ask("Title of the new routine:", "", self._make)

        def _make(self, title: str) -> str | None:
            if not title: return "It needs a title."    # shown, and the question stays open
            …; return None                               # taken; may have asked the next question

Whatever the screen shows stays in view above the question and keeps its place; the screen must have a `MessageRow`, and
something of the height `1fr` that can give the rows. `active_places` is to be overridden only by way of `super()`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.binding import BindingType
from textual.events import Key, Paste, Resize
from textual.widget import Widget

from footui.commands import Place
from footui.screens.asking_rows import AskingRows
from footui.screens.base import CommandScreen, bindings_of
from footui.widgets.painted import Painted
from footui.widgets.text_line import MessageRow
from footui.widgets.typed_text import TypedText

if TYPE_CHECKING:
    from footui.screens.guide import Guide

ResultT = TypeVar("ResultT")

LOW = 14
"""Below so many rows none is left blank above a question."""

LEAST_BESIDE = 5
"""Rows of a small screen that stay for the first row, one of the list, the message and the keys."""

ANSWER_FIRST = "enter takes it, esc leaves it as it was."
NOTHING_TO_CHOOSE = "One line is asked: enter takes it, esc leaves it as it was."


@dataclass(slots=True)
class _Text:
    """One line that is asked for."""

    question: str
    typed: TypedText
    take: Callable[[str], str | None]
    as_typed: Callable[[str], str | None] | None
    leave: Callable[[], None] | None


@dataclass(slots=True)
class _Choice:
    """One of some answers that is asked for."""

    question: str
    choices: tuple[str, ...]
    take: Callable[[int], None]
    chosen: int
    leave: Callable[[], None] | None


class AskingScreen(CommandScreen[ResultT]):
    """Has `ask` and `choose`; while something is asked only what answers it holds, and letters are text."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Place.ASKING)

    def __init__(self, guide: Guide) -> None:
        """Nothing is asked yet."""
        super().__init__(guide)
        self._asked: _Text | _Choice | None = None
        self._asking_rows: AskingRows | None = None
        self._focus_before_asking: Widget | None = None

    @property
    def is_asking(self) -> bool:
        """Whether a question is open."""
        return self._asked is not None

    # Asking

    def ask(
        self,
        question: str,
        text: str,
        take: Callable[[str], str | None],
        *,
        as_typed: Callable[[str], str | None] | None = None,
        leave: Callable[[], None] | None = None,
    ) -> None:
        """Ask for one line, beginning with `text`, in the place of whatever was asked before.

        enter gives the line, without blanks at its ends, to `take`: it returns a sentence why not, which is shown and
        leaves the question open, or None, which ends it; it may ask anew itself. `as_typed` may say something of the
        line after each letter. esc ends it without, and calls `leave`.
        """
        self._open_question(_Text(question, TypedText.of(text), take, as_typed, leave))

    def choose(
        self,
        question: str,
        choices: Sequence[str],
        take: Callable[[int], None],
        chosen: int = 0,
        *,
        leave: Callable[[], None] | None = None,
    ) -> None:
        """Ask for one of at least one `choices`, in the place of whatever was asked before.

        enter ends the question and gives the place of the `chosen` one to `take`, which may ask the next one; esc ends
        it without, and calls `leave`.
        """
        self._open_question(_Choice(question, tuple(choices), take, chosen, leave))

    def stop_asking(self) -> None:
        """End the question without an answer, and without calling `leave`; nothing happens where none is open."""
        rows, self._asked, self._asking_rows = self._asking_rows, None, None
        if rows is not None:
            had_focus = rows.has_focus or self.focused is rows
            before = self._focus_before_asking
            if had_focus:
                self.set_focus(before if before is not None and before.is_attached else None)
            rows.remove()
            self.asking_changed()
        self.show_footer()

    def asking_changed(self) -> None:
        """Called when the rows of a question appear, change their height or vanish; the rest has other room then."""

    def _open_question(self, asked: _Text | _Choice) -> None:
        self._asked = asked
        if self._asking_rows is None:
            self._focus_before_asking = self.focused
            self._asking_rows = AskingRows(glyphs=self.guide.glyphs)
            self.mount(self._asking_rows, before=self.query(MessageRow).first())
        self.set_focus(self._asking_rows, scroll_visible=False)
        self._show_asked()
        self.show_footer()

    def _show_asked(self) -> None:
        rows, asked = self._asking_rows, self._asked
        if rows is None or asked is None:
            return
        if isinstance(asked, _Text):
            rows.set_text(asked.question, asked.typed)
        else:
            rows.set_choices(asked.question, asked.choices, asked.chosen)
        width, height = self.size.width - self.styles.padding.width, self.size.height
        is_low = height < LOW
        wanted = max(1, min(rows.rows_wanted(width), height // 2, height - LEAST_BESIDE))
        if rows.styles.height is None or (rows.styles.height.value, rows.styles.margin.top) != (wanted, not is_low):
            rows.styles.height = wanted
            rows.styles.margin = (0 if is_low else 1, 0, 0, 0)
            self.asking_changed()

    def on_resize(self, event: Resize) -> None:
        """Another size has other rows."""
        self.call_after_refresh(self._show_asked)

    # Keys: taken here and not on their way further up, so that what is typed ahead is not lost

    def on_key(self, event: Key) -> None:
        """Type into the question, or do what the key means; what a widget of Textual's has is left to that."""
        asked = self._asked
        if not self.is_active:
            return  # another screen lies over this one since the key was pressed: it is for that
        if asked is None and not (self.focused is None or isinstance(self.focused, Painted)):
            return
        if isinstance(asked, _Text):
            typed = asked.typed.after(event.key, event.character)
            if typed is not None:
                event.stop()
                self._type_answer(asked, typed)
                return
        if asked is not None:
            event.stop()
            self._press_while_asking(event.key)
        elif any(event.key in command.keys for command in self.commands()):
            event.stop()
            self.action_press(event.key)

    def on_paste(self, event: Paste) -> None:
        """A paste arrives as one text."""
        if isinstance(self._asked, _Text):
            event.stop()
            self._type_answer(self._asked, self._asked.typed.pasted(event.text))

    def _press_while_asking(self, key: str) -> None:
        if key == "ctrl+c":
            self.run_command("asking.leave")
        elif isinstance(self._asked, _Choice) and key in ("j", "k"):
            self.run_command("asking.down" if key == "j" else "asking.up")
        elif any(key in command.keys for command in self.commands()):
            self.action_press(key)
        else:
            self.say(ANSWER_FIRST)

    def _type_answer(self, asked: _Text, typed: TypedText) -> None:
        asked.typed = typed
        self._show_asked()
        self.say((asked.as_typed(typed.text.strip()) if asked.as_typed else None) or "")

    # Commands

    def active_places(self) -> tuple[Place, ...]:
        """While something is asked only what answers it holds."""
        return (Place.ASKING,) if self.is_asking else super().active_places()

    def run_command(self, command_id: str) -> None:
        """Do a command; while something is asked, that comes first."""
        if self.is_asking and not command_id.startswith("asking."):
            self.say(ANSWER_FIRST)
        else:
            super().run_command(command_id)

    def why_not(self, command_id: str) -> str | None:
        """There is nothing to choose from where one line is asked."""
        if command_id in ("asking.down", "asking.up") and isinstance(self._asked, _Text):
            return NOTHING_TO_CHOOSE
        return super().why_not(command_id)

    def do_asking_take(self) -> None:
        """Take the answer."""
        asked = self._asked
        if isinstance(asked, _Choice):
            self.stop_asking()
            asked.take(asked.chosen)
        elif asked is not None:
            reason = asked.take(asked.typed.text.strip())
            if reason is not None:
                self.say(reason)
            elif self._asked is asked:
                self.stop_asking()

    def do_asking_leave(self) -> None:
        """End the question without an answer."""
        asked = self._asked
        self.stop_asking()
        if asked is not None and asked.leave is not None:
            asked.leave()

    def do_asking_down(self) -> None:
        """The next answer."""
        self._choose_answer(1)

    def do_asking_up(self) -> None:
        """The answer before."""
        self._choose_answer(-1)

    def _choose_answer(self, by: int) -> None:
        if isinstance(self._asked, _Choice):
            self._asked.chosen = max(0, min(self._asked.chosen + by, len(self._asked.choices) - 1))
            self._show_asked()

    # The mouse

    def on_asking_rows_clicked(self, event: AskingRows.Clicked) -> None:
        """Put the cursor there, or choose; what was chosen is taken."""
        asked = self._asked
        if isinstance(asked, _Text) and event.typed is not None:
            self._type_answer(asked, event.typed)
        elif isinstance(asked, _Choice) and event.index is not None:
            was_chosen, asked.chosen = event.index == asked.chosen, event.index
            self._show_asked()
            if was_chosen:
                self.run_command("asking.take")

    def on_descendant_focus(self) -> None:
        """A click elsewhere does not take the keys from the question."""
        if self._asking_rows is not None and self.focused is not self._asking_rows:
            self._focus_before_asking = self.focused
            self.set_focus(self._asking_rows, scroll_visible=False)
