"""The live view: gives all its widgets what a `LiveView` says.

It knows no player and no clock; widgets send only the cells that change.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.widget import Widget

from footui.core.dose import Side
from footui.core.exercise import Exercise
from footui.screens.live_layout import Parts, Places, live_places
from footui.screens.live_parts import LiveParts
from footui.screens.live_words import fitting, heading_end, plain_line, post_of, role_of, side_words, title_row
from footui.session.view import LiveView, SetsDone
from footui.terminal_driver import terminal_is_slow
from footui.widgets.footer import FooterKey
from footui.widgets.glyphs import Glyphs
from footui.widgets.role import Fill, Role
from footui.widgets.rows import Run
from footui.widgets.session_strip import strip_cells

if TYPE_CHECKING:
    from footui.screens.pain_prompt import PainPrompt

PAIN_WORD = "PAIN?"


class LivePicture(LiveParts):
    """The whole picture of a live session."""

    def __init__(
        self,
        glyphs: Glyphs,
        strip_lengths: Sequence[int],
        figure: Widget | None = None,
        *,
        small_numbers: bool = False,
    ) -> None:
        """A blank picture of a session whose steps have these lengths, in any unit.

        `figure`, a widget with the id `figure`, stands left of the number where there is room; without one there
        stands how it is done. With `small_numbers` the number has three rows at every size.
        """
        super().__init__(glyphs, Parts(small=small_numbers, figure=figure is not None), figure)
        self._strip_lengths = strip_lengths
        self._figure_is_there = self._figure_is_wanted = figure is not None
        self._how_to: tuple[str, ...] = ()
        self._to_read: Sequence[str] = ()
        self._pain: PainPrompt | None = None
        self._last: tuple[LiveView, int] | None = None

    def _show_again(self) -> None:
        if self._last is not None:
            self.show(*self._last)

    # What is shown

    def show(self, view: LiveView, strip_position: int) -> None:
        """Show a picture; only what differs from the last one is sent."""
        self._last = view, strip_position
        self._show_parts(self.parts._replace(own_pace=isinstance(view.bar, SetsDone), slow=terminal_is_slow(self.app)))
        places = self._places()
        self._wear(dimmed=view.dimmed)
        role = role_of(view)
        self.heading.set(fitting(view.heading, self._cells("heading")), bold=True)
        self.heading_right.set(heading_end(view, self._cells("heading_right")), Role.MUTED)
        if strip := places.get("strip"):
            self.strip.set(strip_cells(self._strip_lengths, strip.width, strip_position))
        self.clock.set(view.clock_text, Role.MUTED)
        self._show_posts(view)
        if self._pain is None:
            self._show_number(view, role, alone="number" in places)
        self._show_title(view, role, places)
        self._show_bar(view, role)
        for line, (label, words) in zip((self.then, self.after), view.below, strict=True):
            words_here = fitting(words, self._cells(line.id or "") - 7)
            line.set((Run(f"{label:<7}", Role.MUTED), Run(words_here)) if words else "")
        self.how_to.set(self._how_to if self._pain is None else self._pain.legend())
        self._set_reading(places)

    def _show_number(self, view: LiveView, role: Role, *, alone: bool) -> None:
        """The word and the number, large or in the plain row."""
        fill = Fill.SOLID if view.working else Fill.SHADED
        self.word.set(view.word, role)
        self.number.set(view.number, fill, role, seconds=view.number_is_seconds)
        self.number_note.set(view.number_note, Role.MUTED)
        self.plain.set(plain_line(view, self._cells("plain"), with_number=not alone), role, bold=True)

    def _show_posts(self, view: LiveView) -> None:
        fill, role = post_of(view)
        self.post_left.set(fill if view.post is Side.LEFT else None, role)
        self.post_right.set(fill if view.post is Side.RIGHT else None, role)

    def _show_title(self, view: LiveView, role: Role, places: Places) -> None:
        """What is done, the foot at its own side, and the count; in zen the side alone."""
        brief = "\n".join(filter(None, (view.brief, view.note)))
        if "heading" not in places and "word" in places:
            words = (Run(side_words(view), role, bold=True),)
            self.title.set(*((words, ()) if view.post is Side.LEFT else ((), words)))
        elif "plain" in places:
            title = " · ".join(filter(None, (view.title, view.place)))
            self.title.set((Run(title, bold=True),), ())
        else:
            left, right, count = title_row(view, role, self._cells("title"))
            self.title.set(left, right)
            self.text.set(brief, count=count)

    def _show_bar(self, view: LiveView, role: Role) -> None:
        if isinstance(view.bar, SetsDone):
            self.sets.set(view.bar.sets, view.bar.done, role=role)
            return
        cells = self._cells("bar")
        filled = int(view.bar * cells) if view.kind.is_work else cells - int(view.bar * cells)
        self.bar.set(filled, Fill.SOLID if view.working else Fill.SHADED, role)

    def set_strip_lengths(self, lengths: Sequence[int]) -> None:
        """The steps have other lengths now: something was made longer or shorter."""
        self._strip_lengths = lengths

    def show_how_to(self, exercise: Exercise | None) -> None:
        """Show how the present or coming exercise is done, where there is room for it."""
        if exercise is not None:
            self._how_to = (*(f"! {caution}" for caution in exercise.cautions), *exercise.steps)
            self._show_again()

    def show_footer(self, keys: Sequence[FooterKey]) -> None:
        """Show what is possible now."""
        self.footer.set(keys)

    # What is asked and read

    def ask(self, question: str) -> None:
        """Put a question under the stage; empty takes it away."""
        self.question.set(question)
        self._show_parts(self.parts._replace(asking=bool(question)))

    def show_pain(self, prompt: PainPrompt | None) -> None:
        """Ask how much it hurts, in place of word, number and bar; None takes the question away."""
        if prompt is not None or self._pain is not None:
            self.pain.set(prompt)
        self._pain = prompt
        self._show_parts(self.parts._replace(pain=prompt is not None))
        if prompt is None:
            self._show_again()
            return
        role = Role.CAUTION if prompt.too_much else Role.READY
        self.word.set(PAIN_WORD, role)
        self.number.set(prompt.number, Fill.SHADED, role, seconds=False)
        self.number_note.set("" if prompt.number is None else "of 10", Role.MUTED)
        self.plain.set(
            f"{PAIN_WORD}  {prompt.number} of 10" if prompt.number is not None else PAIN_WORD, role, bold=True
        )
        self.how_to.set(prompt.legend())

    def show_reading(self, paragraphs: Sequence[str] | None) -> None:
        """Show all there is to read, beside or below the number; None takes it away. The same text stays in place."""
        if paragraphs is not None:
            self._to_read = paragraphs
            self._set_reading(self._places())
        self._show_parts(self.parts._replace(reading=paragraphs is not None))

    def _set_reading(self, places: Places) -> None:
        """What is read begins with its title, unless that stands above it already."""
        has_title = "title" in places and len(self._to_read) > 1 and not self._to_read[1]
        self.reading.set(self._to_read[2:] if has_title else self._to_read)

    def scroll_reading(self, rows: int) -> bool:
        """Go so many rows down, or up where it is negative, in what is read; tell whether there was anywhere to go."""
        return self.parts.reading and self.reading.scroll_rows(rows)

    # How it looks

    def set_zen(self, zen: bool) -> None:
        """Show word, number, bar and side alone, or everything."""
        self._show_parts(self.parts._replace(zen=zen))

    def set_small_numbers(self, small: bool) -> None:
        """Show the number in three rows at every size, or as large as it can be."""
        self._show_parts(self.parts._replace(small=small))

    @property
    def has_figure(self) -> bool:
        """Whether there is a figure of the present exercise, shown or not."""
        return self._figure is not None and self._figure_is_there

    @property
    def figure_size(self) -> tuple[int, int] | None:
        """The cells that a figure would have here and now; None where there is no room for one, or none is wanted."""
        wanted = self._figure is not None and self._figure_is_wanted
        place = live_places(*self.app.size, self.parts._replace(figure=wanted)).get("figure")
        return None if place is None else (place.width, place.height)

    def figure_is_there(self, there: bool) -> None:
        """Say whether the present exercise has a figure; without one, how it is done stands in its place."""
        self._figure_is_there = there
        self._show_figure()

    def turn_figure(self, wanted: bool | None = None) -> None:
        """Show the figure or take it away; None turns what is."""
        self._figure_is_wanted = not self._figure_is_wanted if wanted is None else wanted
        self._show_figure()

    def _show_figure(self) -> None:
        self._show_parts(self.parts._replace(figure=self.has_figure and self._figure_is_wanted))
