"""What comes before one begins, on the first screen: the path of a first start, and the questions about health."""

from __future__ import annotations

from typing import TYPE_CHECKING

from footui.screens.home_interrupted import HomeInterrupted
from footui.world import StartSession

if TYPE_CHECKING:
    from footui.screens.care import CareAnswers
    from footui.screens.first_start import FirstChoice
    from footui.screens.guide import Guide
    from footui.screens.shelf import Shelf
    from footui.storage.library import RoutineEntry

CARE_LEFT = "Asked again at the next start. H opens the questions."
CARE_KEPT = "Kept, for you alone. H opens the questions again."


class HomeCare(HomeInterrupted):
    """Asks once; the answers are kept with the history, never in `config.toml`."""

    def __init__(self, guide: Guide) -> None:
        """Nobody was asked yet."""
        super().__init__(guide)
        self._care_is_due: bool | None = None  # None until the history was read

    def show(self, shelf: Shelf) -> None:
        """Know whether there is anything to ask."""
        super().show(shelf)
        if self._care_is_due is None and not shelf.problem:
            self._care_is_due = shelf.asks_about_care

    def ask_about_care(self) -> None:
        """Ask once, where it was not answered before this start and nothing lies over this screen."""
        if self._care_is_due and self.is_active and self.guide.settings.care.ask and self.shelf is not None:
            if self.shelf.is_first_start:
                self._open_first_start(self.shelf)
            else:
                self.do_care_open()

    def do_care_open(self) -> None:
        """Open the questions."""
        from footui.screens.care import CareAnswers, CareScreen  # noqa: PLC0415  # once, and not at first
        from footui.screens.shelf import CARE  # noqa: PLC0415  # likewise

        self._care_is_due = False
        answered = CareAnswers.of(self.shelf.remembered.answers.get(CARE)) if self.shelf else None

        def keep(answers: CareAnswers | None) -> None:
            if answers is None:
                self.say("" if answered else CARE_LEFT)
            else:
                self._keep(answers)

        self.app.push_screen(CareScreen(self.guide, answered), keep)

    def _keep(self, answers: CareAnswers) -> None:
        def write(shelf: Shelf) -> str:
            _answer(shelf, answers)
            return CARE_KEPT

        self.change(write)

    # The first start

    def _open_first_start(self, shelf: Shelf) -> None:
        from footui.screens.first_start import FirstStartScreen  # noqa: PLC0415  # once, and not at first

        self._care_is_due = False

        def go_on(choice: FirstChoice | None) -> None:
            if choice is None:
                self.say(CARE_LEFT)
            elif choice.entry is None:
                self._keep(choice.answers)
            else:
                self._follow_and_begin(choice.entry, choice.answers)

        self.app.push_screen(FirstStartScreen(self.guide, shelf), go_on)

    def _follow_and_begin(self, entry: RoutineEntry, answers: CareAnswers) -> None:
        """Keep the answers, follow the routine from today on, and begin its first session."""
        from footui.core.day import day_of  # noqa: PLC0415  # likewise

        today = day_of(self.guide.clock.wall(), self.guide.settings.day_start)

        def write(shelf: Shelf) -> str:
            from footui.storage.following import follow  # noqa: PLC0415  # likewise

            _answer(shelf, answers)
            follow(shelf.folders, entry.slug, today)
            return ""

        self.change(write, then=lambda: self._begin_first(entry))

    def _begin_first(self, entry: RoutineEntry) -> None:
        from footui.core.timeline import compile_timeline  # noqa: PLC0415  # likewise

        if self.shelf is not None and entry.routine is not None and self.is_active:
            timeline = compile_timeline(entry.routine)
            self.begin(StartSession(timeline, self.shelf.catalogue.exercises, routine_text=entry.text))


def _answer(shelf: Shelf, answers: CareAnswers) -> None:
    from footui.screens.shelf import CARE  # noqa: PLC0415  # likewise

    shelf.history.answer(CARE, answers.plain())
