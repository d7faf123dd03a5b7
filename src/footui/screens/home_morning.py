"""The pain of the next morning, on the first screen: asked once in a row of its own, answered by m and a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.events import Resize

from footui.commands import Place
from footui.commands.reasons import MORNING_ANSWERED, NO_MORNING
from footui.core.said import HELP_AT_ONCE, MOST_PAIN
from footui.screens.home_panes import HomePanes
from footui.screens.shelf_screen import ShelfScreen
from footui.session.refusals import PAIN_NOT_ASKED
from footui.widgets.role import Role
from footui.widgets.rows import wrap
from footui.widgets.text_line import TextBlock

if TYPE_CHECKING:
    from footui.screens.guide import Guide
    from footui.screens.shelf import Shelf
    from footui.storage.next_morning import Morning
    from footui.widgets.choice_row import ChoiceRow

LOW = 14
"""Below so many rows only a short form has room."""

WIDEST = 76
"""Cells of the longest row of text."""

ONLY_A_NUMBER = "A number from 0 to 10 is asked: enter takes it, esc leaves it."
NOT_AGAIN = "Not asked again about this session. m still takes a number."


class HomeMorning(ShelfScreen):
    """Shows the question above the list, or what the answer means today."""

    def __init__(self, guide: Guide) -> None:
        """Nothing is asked yet."""
        super().__init__(guide)
        self._scale: ChoiceRow | None = None
        self._one_typed = False

    # What is shown

    def show(self, shelf: Shelf) -> None:
        """Show the question, where there is one."""
        super().show(shelf)
        self._show_morning()

    def on_resize(self, event: Resize) -> None:
        """Another width has other rows."""
        self.make_room_for_message()
        self.call_after_refresh(self._show_morning)

    @property
    def is_asking_morning(self) -> bool:
        """Whether a number is being chosen."""
        return self._scale is not None

    @property
    def _morning(self) -> Morning | None:
        return self.shelf.remembered.morning if self.shelf and self.guide.settings.care.ask else None

    def _show_morning(self) -> None:
        """Bring the rows above the list up to date; they are there only where there is something to say."""
        text, role = self._morning_text()
        found = self.query("#morning")
        if not text:
            found.remove()
            return
        block = found.first(TextBlock) if found else TextBlock(glyphs=self.guide.glyphs, id="morning")
        width, low = max(min(self.size.width - 2, WIDEST), 1), self.size.height < LOW
        block.styles.max_width = WIDEST
        block.styles.height = len(wrap(self.guide.glyphs.text(text), width, 1 if low else 4, ""))
        block.set(text, role)
        if not found:
            self.mount(block, before=self.query_one(HomePanes))

    def _morning_text(self) -> tuple[str, Role]:
        morning = self._morning
        if morning is None:
            return "", Role.TEXT
        notation = self.guide.notation
        day = "yesterday" if morning.was_yesterday else f"on {notation.date(morning.day)}"
        if self.is_asking_morning or morning.is_due:
            asked = "Pain this morning" if morning.was_yesterday else "Pain the next morning"
            after = f", after {morning.title} {day}" if self.size.height >= LOW else ""
            return f"{asked}{after}?{'' if self.is_asking_morning else ' m answers.'}", Role.TEXT
        return self._suggestion(morning, day), Role.CAUTION

    def _suggestion(self, morning: Morning, day: str) -> str:
        """Where the pain has not settled: less today, as a suggestion; empty where it has."""
        from footui.core.morning import has_settled  # noqa: PLC0415  # the first picture does not wait for it

        pain = morning.pain
        if not morning.was_yesterday or has_settled(pain, self.guide.settings.care):
            return ""
        before = f", {pain.before} before {morning.title} {day}" if pain.before is not None else ""
        if self.size.height < LOW:
            return f"! Pain {pain.next_morning} this morning: better less today."
        routine = self.shelf.routine(morning.session["routine"]) if self.shelf else None
        has_lower = routine is not None and routine.has_ranges and morning.session["level"] != "low"
        less = (
            "A lower level may suit today: “,” chooses it." if has_lower else "Less, or a day of rest, may suit today."
        )
        return f"! Pain {pain.next_morning} this morning{before}: it should have settled by now. {less}"

    # Commands

    def why_not(self, command_id: str) -> str | None:
        """Why it cannot be answered."""
        if command_id == "today.morning":
            if not self.guide.settings.care.ask:
                return PAIN_NOT_ASKED
            if self._morning is None:
                return NO_MORNING
            if self._morning.pain.next_morning is not None:
                return MORNING_ANSWERED
        if command_id in ("pain.up", "pain.down"):
            return ONLY_A_NUMBER
        if command_id == "pain.take" and self._scale is not None and self._scale.chosen is None:
            return ONLY_A_NUMBER
        return super().why_not(command_id)

    def active_places(self) -> tuple[Place, ...]:
        """While a number is asked only what answers it holds."""
        return (Place.PAIN,) if self.is_asking_morning else super().active_places()

    def do_today_morning(self) -> None:
        """Ask for the number."""
        from footui.widgets.choice_row import ChoiceRow  # noqa: PLC0415  # the first picture does not wait for it

        numbers = [str(number) for number in range(MOST_PAIN + 1)]
        hint = "0 none, 10 the worst"
        self._scale = ChoiceRow("Pain", numbers, label_cells=8, hint=hint, glyphs=self.guide.glyphs, id="morning_scale")
        self._one_typed = False
        self._show_morning()
        self.mount(self._scale, after="#morning")
        self.set_focus(self._scale)

    def on_choice_row_clicked(self, event: ChoiceRow.Clicked) -> None:
        """A click chooses; on the chosen one it takes."""
        if self._scale is not None:
            taken = event.index == self._scale.chosen
            self.run_command("pain.take") if taken else self._choose(event.index)

    def do_pain_set(self) -> None:
        """Choose a number by its digit; 0 after a 1 makes ten."""
        ten = self._one_typed and self.pressed_key == "0"
        self._choose(MOST_PAIN if ten else int(self.pressed_key))
        self._one_typed = self.pressed_key == "1"

    def do_pain_less(self) -> None:
        """One less."""
        self._step(-1)

    def do_pain_more(self) -> None:
        """One more."""
        self._step(1)

    def _step(self, by: int) -> None:
        if self._scale is not None:
            self._one_typed = False
            self._choose(self._scale.step(by))

    def _choose(self, number: int) -> None:
        if self._scale is None:
            return
        self._scale.choose(number)
        above = number > self.guide.settings.care.stop_above
        self.advise(HELP_AT_ONCE if above else "")
        self.show_footer()

    def do_pain_take(self) -> None:
        """Keep the number."""
        number, morning = self._scale.chosen if self._scale else None, self._morning
        self._close_scale()
        if number is None or morning is None:
            return
        now = self.guide.clock.wall()
        urgent = number > self.guide.settings.care.stop_above

        def keep(shelf: Shelf) -> str:
            from footui.storage.next_morning import keep_morning  # noqa: PLC0415  # likewise

            keep_morning(shelf.history, morning.session["id"], number, now)
            return f"Kept: pain {number}. {HELP_AT_ONCE}" if urgent else f"Kept: pain {number}."

        self.change(keep)

    def do_pain_leave(self) -> None:
        """Leave it unanswered; it is not asked about this session again."""
        morning = self._morning
        self._close_scale()
        if morning is None or morning.was_left:
            return

        def leave(shelf: Shelf) -> str:
            from footui.storage.next_morning import leave_morning  # noqa: PLC0415  # likewise

            leave_morning(shelf.history, morning.session["id"])
            return NOT_AGAIN

        self.change(leave)

    def _close_scale(self) -> None:
        """The question is over; the list has the keys again."""
        if self._scale is not None:
            self._scale.remove()
        self._scale = None
        self.advise("")
        self._show_morning()
        self.set_focus(self.query_one("#blocks"))
