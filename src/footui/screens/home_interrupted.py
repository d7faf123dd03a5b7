"""What was interrupted, on the first screen: gone on with, written down as it is, or discarded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from footui.commands.reasons import NOTHING_ELSE_RUNS, NOTHING_INTERRUPTED, NOTHING_TO_UNDO
from footui.screens.home_morning import HomeMorning
from footui.world import StartSession

if TYPE_CHECKING:
    from footui.screens.guide import Guide
    from footui.screens.shelf import Shelf
    from footui.storage.history import Discarded
    from footui.storage.interrupted import InterruptedSession

OR_ENDED_FROM_HERE = "X ends it there; what was done in it is kept."
GOES_ON_AS_IT_WAS = "What was interrupted goes on as it was."


class HomeInterrupted(HomeMorning):
    """Knows what was interrupted, and does what is asked about it."""

    def __init__(self, guide: Guide) -> None:
        """Nothing was discarded yet."""
        super().__init__(guide)
        self._discarded: Discarded | None = None
        self._another_runs = False

    @property
    def interrupted(self) -> InterruptedSession | None:
        """What was interrupted; None where nothing was."""
        return self.shelf.remembered.interrupted if self.shelf else None

    @property
    def marks_interrupted(self) -> bool:
        """Whether the focus bar stands at it."""
        return False

    def show(self, shelf: Shelf) -> None:
        """Show what was interrupted, and know whether another session runs."""
        self._another_runs = shelf.remembered.runs is not None
        super().show(shelf)

    def why_not(self, command_id: str) -> str | None:
        """Why nothing can be done about it."""
        found = self.interrupted
        match command_id:
            case "today.write_down" | "today.discard" if found is None:
                return NOTHING_INTERRUPTED
            case "today.undo" if self._discarded is None:
                return NOTHING_TO_UNDO
            case "today.end_other" if not self._another_runs:
                return NOTHING_ELSE_RUNS
            case "today.start" if self.marks_interrupted and found and not found.interrupted:
                return f"{found.problem} w writes it down as it is, d discards it."
            case "today.start" if self.marks_interrupted:
                return None
            case "today.session_before" | "today.session_after" | "today.level_down" | "today.level_up":
                return GOES_ON_AS_IT_WAS if self.marks_interrupted else None
        return super().why_not(command_id)

    def begin(self, start: StartSession) -> None:
        """Begin a session; where another one runs, say so, and the way out."""
        reason = self.guide.start(start)
        if reason is not None:
            self._another_runs = True
            self.say(f"{reason} {OR_ENDED_FROM_HERE}")

    def go_on(self) -> None:
        """Go on with what was interrupted."""
        found, shelf = self.interrupted, self.shelf
        if found is None or found.interrupted is None or shelf is None:
            return
        kept, exercises = found.interrupted.kept, shelf.catalogue.exercises
        text = found.interrupted.routine_text
        self.begin(StartSession(kept.player.prescribed, exercises, routine_text=text, interrupted=found.interrupted))

    def do_today_write_down(self) -> None:
        """Write it down as it is."""
        found, now = self.interrupted, self.guide.clock.wall()
        if found is None:
            return

        def write_down(shelf: Shelf) -> str:
            from footui.storage import interrupted  # noqa: PLC0415  # the first picture does not wait for it

            interrupted.write_down(shelf.folders, shelf.history, found.id, now)
            return f"Written down as it is: {found.title}."

        self.change(write_down)

    def do_today_discard(self) -> None:
        """Discard it; undo brings it back."""
        found = self.interrupted
        if found is None:
            return

        def discard(shelf: Shelf) -> str:
            from footui.storage import interrupted  # noqa: PLC0415  # likewise

            self._discarded = interrupted.discard(shelf.folders, shelf.history, found.id)
            return f"Discarded: {found.title}. u brings it back."

        self.change(discard)

    def do_today_undo(self) -> None:
        """Bring back what was discarded."""
        discarded = self._discarded
        if discarded is None:
            return

        def bring_back(shelf: Shelf) -> str:
            from footui.storage import interrupted  # noqa: PLC0415  # likewise

            interrupted.bring_back(shelf.history, discarded)
            self._discarded = None
            return "Brought back. enter goes on with it."

        self.change(bring_back)

    def do_today_end_other(self) -> None:
        """End the session that runs in another terminal."""
        self.say("Asking the other session to end …")

        def end_other(shelf: Shelf) -> str:
            from footui.storage.session_lock import end_the_other  # noqa: PLC0415  # likewise

            end_the_other(shelf.folders)
            return "It has ended there. What was done in it is kept."

        self.change(end_other)
