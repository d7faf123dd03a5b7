"""A file that was changed elsewhere while it was changed here: what is asked, and the page of the difference.

The screens that ask are `screens/draft_screen.py`: `class DraftScreen`, on which the builder and the exercise editor
build. What each of them has to do is said there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import Resize

from footui.commands import TO_A_PLACE, Place
from footui.screens.base import CommandScreen, bindings_of
from footui.screens.guide import Guide
from footui.widgets.footer import Footer
from footui.widgets.page import Page
from footui.widgets.role import Role
from footui.widgets.rows import Row, Run, head, wrap
from footui.widgets.text_line import MessageRow, TextBlock, TextLine

DECIDE_FIRST = "m keeps yours, t takes theirs, esc decides later."

LEGEND = "- only in yours   + only in theirs"
"""The marks before the lines of the difference."""

WIDE = 50
"""From so many columns on the marks are explained."""


class Decision(Enum):
    """What may become of a file that was changed on both sides; the value is the answer to choose."""

    LOOK = "look at the difference"
    MINE = "keep yours: the next save goes over theirs"
    THEIRS = "take theirs: u brings yours back"
    LATER = "decide later: nothing is saved"


def decision_choices() -> tuple[str, ...]:
    """The answers, in the order of `Decision`."""
    return tuple(decision.value for decision in Decision)


def conflict_question(at: str) -> str:
    """What is asked where a file was changed elsewhere at this time of day."""
    return (
        f"Changed elsewhere at {at}; your changes are still here. Keep yours, take theirs, or look at the difference."
    )


class ConflictScreen(CommandScreen[Decision]):
    """The difference to read; closes with what was decided."""

    PLACES = (Place.CONFLICT, Place.LISTS, Place.EVERYWHERE)
    BINDINGS = bindings_of(*PLACES)
    NAME = "changed elsewhere"
    DEFAULT_CSS = """
    ConflictScreen { padding: 0 1; }
    ConflictScreen #what { height: 2; }
    ConflictScreen #difference { margin-top: 1; }
    ConflictScreen.-low #difference { margin-top: 0; }
    """

    def __init__(self, guide: Guide, title: str, at: str, difference: Sequence[str]) -> None:
        """The title of what was changed, the time of day, and the lines of a unified difference, yours first."""
        super().__init__(guide)
        self._title = title
        self._at = at
        self._difference = tuple(difference)

    def compose(self) -> ComposeResult:
        """Title, what happened, the difference, message and keys."""
        glyphs = self.guide.glyphs
        with Horizontal(classes="head"):
            yield TextLine(self._title, bold=True, glyphs=glyphs)
            legend = TextLine(LEGEND, Role.MUTED, align_right=True, glyphs=glyphs, id="legend")
            legend.styles.width = len(LEGEND)
            yield legend
        yield TextBlock(conflict_question(self._at), glyphs=glyphs, id="what")
        yield Page(glyphs=glyphs, id="difference")
        yield MessageRow(glyphs=glyphs, id="message")
        yield Footer(glyphs=glyphs, id="footer")

    def on_mount(self) -> None:
        """The page has the keys."""
        self.set_focus(self.query_one(Page))
        self.show_footer()

    def on_resize(self, event: Resize) -> None:
        """Another width has other rows."""
        self.set_class(event.size.height < 14, "-low")
        self.query_one("#legend").display = event.size.width >= WIDE
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        page, what = self.query_one(Page), self.query_one(TextBlock)
        what.styles.height = len(wrap(what.text, max(1, what.size.width), max(1, self.size.height // 3), ""))
        page.set(difference_rows(self._difference, page.size.width), from_top=False)

    def why_not(self, command_id: str) -> str | None:
        """Other places wait until this one is closed."""
        if command_id in TO_A_PLACE or command_id == "app.quit":
            return DECIDE_FIRST
        return super().why_not(command_id)

    def do_conflict_mine(self) -> None:
        """Keep what is here."""
        self.dismiss(Decision.MINE)

    def do_conflict_theirs(self) -> None:
        """Take what is on the disk."""
        self.dismiss(Decision.THEIRS)

    def do_conflict_leave(self) -> None:
        """Decide later."""
        self.dismiss(Decision.LATER)


def difference_rows(difference: Iterable[str], width: int) -> list[Row]:
    """A unified difference in rows of at most so many cells: its marks first, whatever does not fit goes on below."""
    rows: list[Row] = []
    for line in difference:
        if line.startswith(("---", "+++")) and not rows:
            continue
        if line.startswith("@@"):
            rows += [()] if rows else []
            rows.append((Run(_where(line), Role.MUTED),))
            continue
        mark, text = line[:1] or " ", line[1:]
        role = {"-": Role.WORK, "+": Role.REST}.get(mark, Role.MUTED)
        for place, part in enumerate(_parts(text, max(1, width - 2))):
            rows.append((Run(mark if place == 0 else " ", role, bold=True), Run(f" {part}", role)))
    return rows or [(Run("There is no difference any more."),)]


def _where(line: str) -> str:
    """“line 12”, from “@@ -12,3 +12,4 @@”."""
    return f"line {line.split()[1].lstrip('-').partition(',')[0]}"


def _parts(text: str, width: int) -> list[str]:
    """The text in parts of at most so many cells, with all its blanks."""
    parts = []
    while text:
        part = head(text, width) or text[:1]
        parts.append(part)
        text = text[len(part) :]
    return parts or [""]
