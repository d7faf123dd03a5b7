"""A question that is answered by finding: one line to type, and below it what fits best."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final, NamedTuple

from textual.events import Click, Key, Paste, Resize
from textual.message import Message

from footui.screens.asking import ANSWER_FIRST
from footui.screens.draft_screen import DraftScreen
from footui.screens.guide import Guide
from footui.storage.draft import Draft
from footui.widgets.glyphs import FULL, Glyphs
from footui.widgets.painted import Painted
from footui.widgets.role import Role
from footui.widgets.rows import Line, Row, Run, fit
from footui.widgets.text_line import MessageRow
from footui.widgets.typed_text import TypedText

MOST_FOUND: Final = 8
"""Rows of what was found, where there is room."""


class Found(NamedTuple):
    """One of what fits: its name, and what stands at the edge."""

    name: str
    beside: str = ""


class FindingRows(Painted, can_focus=True):
    """Shows what is typed and what fits; its screen has the keys."""

    DEFAULT_CSS = "FindingRows { width: 1fr; height: 9; margin-top: 1; }"

    class Clicked(Message):
        """One of those found was clicked."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self, question: str, *, glyphs: Glyphs = FULL) -> None:
        """Nothing is typed yet."""
        super().__init__(glyphs=glyphs)
        self._question = question
        self._typed = TypedText()
        self._found: Sequence[Found] = ()
        self._chosen = 0
        self._none = ""
        self._top = 0

    def set(self, typed: TypedText, found: Sequence[Found], chosen: int, none: str = "") -> None:
        """Show these; `none` is what to say where nothing fits."""
        self._typed, self._found, self._chosen, self._none = typed, found, chosen, none
        self.repaint()

    def picture(self, width: int, height: int) -> Sequence[Row]:
        """Return the rows: the line, and what fits around the chosen one."""
        asked = (Run(self.glyphs.focus, Role.WORK, True), Run(f"{self._question}  "))
        room = max(width - len(self._question) - 3, 1)
        rows: list[Row] = [(*asked, *self._typed.runs(Role.TEXT, room, self.glyphs))]
        if not self._found:
            return [*rows, (Run(f" {self.glyphs.text(self._none)}", Role.MUTED),)]
        below = max(height - 1, 1)
        self._top = max(0, min(self._chosen - below // 2, len(self._found) - below))
        shown = range(self._top, min(self._top + below, len(self._found)))
        return [*rows, *(self._row(place, width) for place in shown)]

    def _row(self, place: int, width: int) -> Row:
        name, beside = map(self.glyphs.text, self._found[place])
        is_chosen = place == self._chosen
        mark = Run(self.glyphs.focus if is_chosen else " ", Role.WORK, bold=True)
        line = Line((Run(name, bold=is_chosen),), (Run(beside, Role.MUTED),) if beside else ())
        return (mark, *fit(line, width - 1, self.glyphs.ellipsis))

    def on_click(self, event: Click) -> None:
        """Tell which one was clicked."""
        event.stop()
        place = self._top + event.y - 1
        if event.y >= 1 and place < len(self._found):
            self.post_message(self.Clicked(place))


class _Finding(NamedTuple):
    """What is asked for: `find` gives what fits a text, `take` is told which of these was taken."""

    find: Callable[[str], Sequence[Found]]
    take: Callable[[int], None]
    none: Callable[[str], str]


class FindingScreen(DraftScreen):
    """Has `find`, beside the questions of `AskingScreen`."""

    def __init__(self, guide: Guide, draft: Draft[Any]) -> None:
        """Nothing is asked yet."""
        super().__init__(guide, draft)
        self._finding: _Finding | None = None
        self._finding_rows: FindingRows | None = None
        self._find_typed = TypedText()
        self._found: Sequence[Found] = ()
        self._found_chosen = 0

    @property
    def is_asking(self) -> bool:
        """Whether a question is open, of either kind."""
        return self._finding is not None or super().is_asking

    def find(
        self,
        question: str,
        find: Callable[[str], Sequence[Found]],
        take: Callable[[int], None],
        none: Callable[[str], str],
    ) -> None:
        """Ask for one of those that `find` gives for what is typed.

        enter ends the question and gives the place of the chosen one in what was found last to `take`; esc ends it
        without. `none` says what stands there where nothing fits a text.
        """
        self.stop_asking()
        self._finding = _Finding(find, take, none)
        self._finding_rows = FindingRows(question, glyphs=self.guide.glyphs)
        self._finding_rows.styles.height = _rows_for_found(self.size.height)
        self.mount(self._finding_rows, before=self.query(MessageRow).first())
        self.set_focus(self._finding_rows, scroll_visible=False)
        self._found = ()
        self._find_text(TypedText())
        self.asking_changed()
        self.show_footer()

    def stop_asking(self) -> None:
        """End whichever question is open."""
        rows, self._finding_rows, self._finding = self._finding_rows, None, None
        if rows is not None:
            rows.remove()
            self.focus_steps()
            self.asking_changed()
        super().stop_asking()

    def focus_steps(self) -> None:
        """Give the keys back to the list."""
        raise NotImplementedError

    def _find_text(self, typed: TypedText) -> None:
        if self._finding is None or self._finding_rows is None:
            return
        if typed.text != self._find_typed.text or not self._found:
            self._found, self._found_chosen = self._finding.find(typed.text), 0
        self._find_typed = typed
        none = "" if self._found else self._finding.none(typed.text)
        self._finding_rows.set(typed, self._found, self._found_chosen, none)

    def _choose_found(self, place: int) -> None:
        self._found_chosen = max(0, min(place, len(self._found) - 1))
        self._find_text(self._find_typed)

    def on_resize(self, event: Resize) -> None:
        """Another size has room for more, or fewer."""
        if self._finding_rows is not None:
            self._finding_rows.styles.height = _rows_for_found(event.size.height)

    # Keys and mouse

    def on_key(self, event: Key) -> None:
        """Type into the field, or do what the key means."""
        if self._finding is None:
            return
        event.stop()
        event.prevent_default()
        typed = self._find_typed.after(event.key, event.character)
        if typed is not None:
            self.say("")
            self._find_text(typed)
        elif event.key == "ctrl+c":
            self.run_command("asking.leave")
        elif any(event.key in command.keys for command in self.commands()):
            self.action_press(event.key)
        else:
            self.say(ANSWER_FIRST)

    def on_paste(self, event: Paste) -> None:
        """A paste arrives as one text."""
        if self._finding is not None:
            event.stop()
            event.prevent_default()
            self._find_text(self._find_typed.pasted(event.text))

    def on_finding_rows_clicked(self, event: FindingRows.Clicked) -> None:
        """Choose; what was chosen is taken."""
        if event.index == self._found_chosen:
            self.run_command("asking.take")
        else:
            self._choose_found(event.index)

    def on_descendant_focus(self) -> None:
        """A click elsewhere does not take the keys from the question."""
        if self._finding_rows is not None and self.focused is not self._finding_rows:
            self.set_focus(self._finding_rows, scroll_visible=False)

    def do_asking_take(self) -> None:
        """Take the chosen one."""
        finding = self._finding
        if finding is None:
            super().do_asking_take()
        elif self._found:
            self.stop_asking()
            finding.take(self._found_chosen)
        else:
            self.say(finding.none(self._find_typed.text))

    def do_asking_down(self) -> None:
        """The next one."""
        if self._finding is None:
            super().do_asking_down()
        else:
            self._choose_found(self._found_chosen + 1)

    def do_asking_up(self) -> None:
        """The one before."""
        if self._finding is None:
            super().do_asking_up()
        else:
            self._choose_found(self._found_chosen - 1)


def _rows_for_found(height: int) -> int:
    """How many rows of the screen the question and what was found may take."""
    return max(3, min(MOST_FOUND + 1, height // 3 + 1))
