"""What screens ask for that lies outside them: to go elsewhere, to begin a session, to open a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

if TYPE_CHECKING:
    from pathlib import Path

    from footui.commands import Place
    from footui.core.notation import Notation
    from footui.core.record import SessionRecord
    from footui.core.settings import Settings
    from footui.screens.base import CommandScreen
    from footui.screens.shelf import Shelf
    from footui.session.clock import Clock
    from footui.widgets.glyphs import Glyphs
    from footui.world import StartSession


class Guide(Protocol):
    """Leads from screen to screen."""

    glyphs: Glyphs
    """The characters this terminal can show."""
    clock: Clock
    """The real clock."""
    settings: Settings
    """What the person has chosen."""
    notation: Notation
    """How numbers, times and dates are written."""

    def next_colours(self) -> str:
        """Take the next set of colours, and say in a sentence which it is and how to keep it."""
        ...

    def start(self, start: StartSession) -> str | None:
        """Begin a live session; why it cannot begin, as a sentence, where another one runs."""
        ...

    def session_ended(self, record: SessionRecord | None) -> None:
        """The live session is over; None where it is to be forgotten."""
        ...

    def open_help(self, asking: CommandScreen[Any], *, every_command: bool) -> None:
        """Open the keys of the asking screen, or the list of all commands."""
        ...

    def go_to(self, place: Place) -> None:
        """Go to one of the places named in the first row."""
        ...

    def new_routine(self, title: str) -> None:
        """Open the builder with a routine of this title that is not on the disk yet."""
        ...

    def open_builder(self, path: Path) -> None:
        """Open the builder with this routine file of the person's own."""
        ...

    def open_exercise_editor(self, path: Path) -> None:
        """Open this exercise file of the person's own to change it."""
        ...

    def edit_file(self, path: Path, line: int | None = None) -> str:
        """Open a file in $EDITOR, the screen set aside meanwhile; what to say after it, where there is something."""
        ...

    def files_changed(self) -> None:
        """Files were changed here: read them anew, and show them on every screen that does."""
        ...


@runtime_checkable
class ShowsShelf(Protocol):
    """A screen that shows the files: it is given them anew whenever they were read."""

    def show(self, shelf: Shelf) -> None:
        """Show the files as they are now."""
        ...
